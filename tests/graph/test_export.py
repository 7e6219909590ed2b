"""Exports: whole files, the same bytes each time, that every reader reads."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from osce_kg.graph.errors import ExportFormatError, QueryError
from osce_kg.graph.export import Format, export, format_of
from osce_kg.graph.scope import Everything, Neighbourhood, Result, SourceGraph
from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.sorting import sorted_parts
from osce_kg.graph.store import Store

from .asking import texts
from .making import conference


def read(path: Path, form: ox.RdfFormat) -> set[str]:
    return {f"{quad.triple} ." for quad in ox.parse(path.read_bytes(), format=form)}


def graph_of(snapshot: Snapshot) -> str:
    (row,) = texts(snapshot, "SELECT DISTINCT ?g { GRAPH ?g { ?s a osce:PressRelease } }")
    return row["g"]


@pytest.mark.parametrize(
    ("suffix", "form"),
    [("ttl", ox.RdfFormat.TURTLE), ("nt", ox.RdfFormat.N_TRIPLES), ("jsonld", ox.RdfFormat.JSON_LD)],
)
def test_the_whole_default_graph_is_in_the_file(
    snapshot: Snapshot, tmp_path: Path, suffix: str, form: ox.RdfFormat
) -> None:
    path = tmp_path / f"graph.{suffix}"
    export(snapshot, path)
    assert read(path, form) == set(snapshot.lines())
    first = path.read_bytes()
    export(snapshot, path)
    assert path.read_bytes() == first
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(("suffix", "form"), [("trig", ox.RdfFormat.TRIG), ("nq", ox.RdfFormat.N_QUADS)])
def test_formats_with_graphs_say_who_says_what(
    snapshot: Snapshot, tmp_path: Path, suffix: str, form: ox.RdfFormat
) -> None:
    path = tmp_path / f"graph.{suffix}"
    export(snapshot, path)
    assert set(ox.parse(path.read_bytes(), format=form)) == set(snapshot.raw)
    export(snapshot, path, Everything(named=False))
    assert {quad.graph_name for quad in ox.parse(path.read_bytes(), format=form)} == {ox.DefaultGraph()}


def test_stores_loaded_in_another_order_give_the_same_files(tmp_path: Path) -> None:
    readings = [conference(title=f"News {n}", url=f"https://example.org/{n}").reading() for n in range(4)]
    written = []
    for name, order in (("one", readings), ("other", readings[::-1])):
        store = Store(tmp_path / name)
        for reading in order:
            store.load([reading])
        for suffix in Format:
            path = tmp_path / f"{name}.{suffix}.gz"
            with store.current() as snapshot:
                export(snapshot, path)
            written.append(path.read_bytes())
    assert written[: len(Format)] == written[len(Format) :]


def test_turtle_says_its_licence_and_rdflib_reads_it(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "ada.ttl"
    export(snapshot, path, Neighbourhood("person:ada-marlowe"))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# osce-kg. Data CC BY 4.0; quoted text remains the OSCE's.\n")
    graph = rdflib.Graph().parse(data=text, format="turtle")
    assert len(graph) == len(read(path, ox.RdfFormat.TURTLE))


def test_a_neighbourhood_has_terms_statements_and_evidence_whole_and_labels_of_the_rest(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / "ada.nt"
    export(snapshot, path, Neighbourhood("person:ada-marlowe"))
    lines = path.read_text(encoding="utf-8")
    for part in (
        '#quote> "Bridges matter"@en',
        "osce#inPost",
        "oa#exact",
        "Bridge Institute",
        "#participationRole>",
    ):
        assert part.replace("osce#", "ontology#").replace("oa#", "oa#") in lines, part
    assert "OSCE Mission in Kosovo" not in lines.replace("storedText", "")
    export(snapshot, path, Neighbourhood("person:ada-marlowe"), flat=True)
    assert "oa#exact" not in path.read_text(encoding="utf-8")


def test_flat_leaves_out_mentions_evidence_and_stored_texts(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "flat.nt"
    export(snapshot, path, flat=True)
    lines = path.read_text(encoding="utf-8")
    for part in ("/id/evidence/", "/id/mention/", "#storedText>"):
        assert part not in lines
    assert "#quote>" in lines
    assert "<http://www.w3.org/ns/org#holds>" in lines


def test_one_source_and_the_result_of_a_query(snapshot: Snapshot, tmp_path: Path) -> None:
    graph = graph_of(snapshot)
    name = f"release-graph:{graph.rpartition('/')[2]}"
    export(snapshot, tmp_path / "source.ttl", SourceGraph(name))
    assert read(tmp_path / "source.ttl", ox.RdfFormat.TURTLE) == set(snapshot.lines(graph))
    export(snapshot, tmp_path / "source.trig", SourceGraph(name))
    quads = list(ox.parse((tmp_path / "source.trig").read_bytes(), format=ox.RdfFormat.TRIG))
    assert {quad.graph_name for quad in quads} == {ox.NamedNode(graph)}
    query = "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a osce:HistoricalState ; rdfs:label ?l }"
    export(snapshot, tmp_path / "result.nt", Result(query))
    assert set(snapshot.query(query).lines) == read(tmp_path / "result.nt", ox.RdfFormat.N_TRIPLES)


def test_a_compressed_file_says_nothing_of_its_making(snapshot: Snapshot, tmp_path: Path) -> None:
    export(snapshot, tmp_path / "a.nt", SourceGraph(graph_of(snapshot)))
    export(snapshot, tmp_path / "b.nt.gz", SourceGraph(graph_of(snapshot)))
    packed = (tmp_path / "b.nt.gz").read_bytes()
    assert gzip.decompress(packed) == (tmp_path / "a.nt").read_bytes()
    assert packed[3] == 0
    assert packed[4:8] == b"\0\0\0\0"


def test_what_cannot_be_written_leaves_no_file(snapshot: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(ExportFormatError, match=r"graph\.doc"):
        export(snapshot, tmp_path / "graph.doc")
    with pytest.raises(QueryError, match="no graph"):
        export(snapshot, tmp_path / "graph.ttl", SourceGraph("release-graph:snowhere"))
    with pytest.raises(QueryError, match="there is no person:nobody"):
        export(snapshot, tmp_path / "graph.ttl", Neighbourhood("person:nobody"))
    assert list(tmp_path.iterdir()) == []
    assert format_of("a.b.TTL.gz") is Format.TURTLE


def test_a_graph_sorted_on_the_disk_comes_in_the_same_order(snapshot: Snapshot) -> None:
    in_memory = [line for part in sorted_parts(snapshot.raw, None, 10) for line in part]
    parts = list(sorted_parts(snapshot.raw, None, 10, large=1))
    assert [line for part in parts for line in part] == in_memory
    subjects = [{line.split(" ", 1)[0] for line in part} for part in parts]
    assert sum(map(len, subjects)) == len(set().union(*subjects))


def test_json_ld_has_a_context_and_compact_names(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "be.jsonld"
    export(snapshot, path, Neighbourhood("state:be"), flat=True)
    document = json.loads(path.read_text(encoding="utf-8"))
    node = next(node for node in document["@graph"] if node["@id"] == "state:be")
    assert node["rdfs:label"] == {"@value": "Belgium", "@language": "en"}
    assert document["@context"]["state"] == "https://w3id.org/osce-kg/id/state/"
