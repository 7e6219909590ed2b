"""The graph as Python users meet it."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import networkx as nx
import osce_kg
import pytest
from osce_kg.graph.errors import NoStoreError, QueryRefusedError, QuerySyntaxError, UnknownSourceError
from osce_kg.knowledge_graph import KnowledgeGraph
from osce_kg.ontology.errors import OsceKgError
from osce_kg.queries.rows import Rows, Triples


def test_every_public_name_is_there() -> None:
    for name in osce_kg.__all__:
        assert getattr(osce_kg, name) is not None
    assert set(osce_kg.__all__) <= set(dir(osce_kg))
    with pytest.raises(AttributeError, match="nothing_of_the_sort"):
        osce_kg.nothing_of_the_sort  # noqa: B018


def test_a_store_that_nobody_loaded_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError):
        osce_kg.open(tmp_path / "none").query("ASK {}")


def test_a_load_says_what_was_new_and_the_next_that_nothing_is(tmp_path: Path, pages: Path) -> None:
    kg = osce_kg.open(tmp_path / "store")
    first = kg.load(pages)
    assert (first.pages, len(first.added), first.unchanged) == (2, 2, 0)
    second = kg.load(pages)
    assert (second.pages, second.added, second.unchanged, second.changed) == (2, (), 2, False)
    assert second.snapshot == first.snapshot


def test_a_changed_page_takes_the_place_of_the_old_one(tmp_path: Path, pages: Path) -> None:
    kg = osce_kg.open(tmp_path / "store")
    kg.load(pages)
    file = pages / "yerevan.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("reading room", "library"), encoding="utf-8")
    report = kg.load(pages)
    assert (len(report.replaced), report.added, report.unchanged) == (1, (), 1)
    assert kg.query('ASK { ?r a osce:PressRelease ; rdfs:label ?l FILTER(CONTAINS(?l, "library")) }') is True
    assert kg.query('ASK { ?r a osce:PressRelease ; rdfs:label ?l FILTER(CONTAINS(?l, "reading")) }') is False


def test_a_page_that_says_its_address_is_known_by_its_path_too(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html><head><link rel="canonical" href="https://www.osce.org/node/1"></head><body><main>'
        "<h1>Hall opens</h1><p>SKOPJE, 4 May 2011 - The OSCE Mission opened a hall.</p></main></body></html>",
        encoding="utf-8",
    )
    kg = osce_kg.open(tmp_path / "store")
    assert kg.load(page).added == ("https://www.osce.org/node/1",)
    again = kg.load(page)
    assert (again.unchanged, again.kinds) == (1, {})
    assert kg.forget(page).removed == ("https://www.osce.org/node/1",)


def test_two_files_of_one_name_in_two_folders_are_two(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg = osce_kg.open(tmp_path / "store")
    for name, text in (("a", "bitola.txt"), ("b", "yerevan.txt")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "page.txt").write_bytes((pages / text).read_bytes())
        monkeypatch.chdir(folder)
        assert len(kg.load("page.txt").added) == 1
    assert kg.stats().sources == 2


def test_what_cannot_be_read_is_refused_and_the_rest_is_loaded(tmp_path: Path, pages: Path) -> None:
    (pages / "empty.txt").write_bytes(b"")
    report = osce_kg.open(tmp_path / "store").load(pages, tmp_path / "nowhere.txt")
    assert len(report.added) == 2
    refused = {Path(one.location).name: one.reason for one in report.refused}
    assert set(refused) == {"empty.txt", "nowhere.txt"}
    assert all(refused.values())


def test_what_is_forgotten_is_gone(tmp_path: Path, pages: Path) -> None:
    kg = osce_kg.open(tmp_path / "store")
    kg.load(pages)
    assert len(kg.forget(pages / "yerevan.txt").removed) == 1
    assert kg.stats().sources == 1
    with pytest.raises(UnknownSourceError):
        kg.forget(pages / "yerevan.txt")


def test_an_older_snapshot_can_be_made_current_again(tmp_path: Path, pages: Path) -> None:
    kg = osce_kg.open(tmp_path / "store")
    kg.load(pages / "bitola.txt")
    kg.load(pages / "yerevan.txt")
    kg.restore(kg.snapshots()[0].name)
    assert [one.current for one in kg.snapshots()] == [True, False]
    assert kg.stats().sources == 1


def test_each_form_of_query_gives_its_own_result(kg: KnowledgeGraph) -> None:
    rows = kg.query("SELECT ?label { state:be rdfs:label ?label }")
    assert isinstance(rows, Rows)
    assert list(rows) == [{"label": "Belgium"}]
    assert kg.query("ASK { state:be a osce:ParticipatingState }") is True
    triples = kg.query("CONSTRUCT { state:be rdfs:label ?label } { state:be rdfs:label ?label }")
    assert isinstance(triples, Triples)
    assert 'state:be rdfs:label "Belgium"@en' in triples.turtle()


def test_all_columns_come_in_the_order_of_the_query(kg: KnowledgeGraph) -> None:
    query = "SELECT * { ?z osce:hostState ?y . ?y rdfs:label ?a }"
    rows, written = kg.query(query), io.BytesIO()
    assert isinstance(rows, Rows)
    assert rows.variables == ("z", "y", "a")
    kg.query_into(query, written)
    assert written.getvalue().startswith(b"z,y,a")


def test_a_bad_query_says_line_and_column(kg: KnowledgeGraph) -> None:
    with pytest.raises(QuerySyntaxError, match="line 2, column") as caught:
        kg.query("SELECT ?x\nWHERE ?x }")
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "query", ["DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"]
)
def test_a_query_that_would_change_or_dial_is_refused(kg: KnowledgeGraph, query: str) -> None:
    with pytest.raises(QueryRefusedError):
        kg.query(query)


def test_who_held_the_chair_on_a_day(kg: KnowledgeGraph) -> None:
    rows = kg.ask("who-held", post="Chairperson-in-Office", day=date(2003, 12, 5))
    assert {row["personLabel"] for row in rows} == {"Jaap de Hoop Scheffer", "Bernard Bot"}


def test_the_card_of_a_person_has_the_sentence(kg: KnowledgeGraph) -> None:
    card = kg.entity("Carlos Pais")
    (said,) = card.section("Statements")
    assert "lose no time" in said.support[0].sentence
    assert not said.support[0].digest


def test_a_network_is_made_of_one_thing_at_a_time(kg: KnowledgeGraph) -> None:
    graph = kg.network("OSCE Mission to Skopje")
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.number_of_edges() > 0
    with pytest.raises(OsceKgError, match="just one"):
        kg.network("OSCE Mission to Skopje", projection="who-sends-whom")


def test_a_picture_is_one_file_without_addresses_to_load_from(kg: KnowledgeGraph, tmp_path: Path) -> None:
    path = kg.draw(tmp_path / "picture.html")
    page = path.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>") or page.startswith("<!DOCTYPE html>")
    assert 'src="http' not in page
    assert [file.name for file in path.parent.iterdir()] == ["picture.html"]


def test_an_export_has_the_same_bytes_each_time(kg: KnowledgeGraph, tmp_path: Path) -> None:
    one, other = kg.export(tmp_path / "one.ttl"), kg.export(tmp_path / "other.ttl")
    assert one.read_bytes() == other.read_bytes()
    flat = kg.export(tmp_path / "flat.ttl", flat=True)
    assert flat.stat().st_size < one.stat().st_size


def test_one_page_and_one_thing_can_be_exported(kg: KnowledgeGraph, loaded: Path, tmp_path: Path) -> None:
    page = kg.export(tmp_path / "page.ttl", source=str(loaded.parent / "bitola.txt")).read_text(
        encoding="utf-8"
    )
    assert "lose no time" in page
    thing = kg.export(tmp_path / "thing.ttl", entity="Belgium").read_text(encoding="utf-8")
    assert "state:be a" in thing
    with pytest.raises(UnknownSourceError):
        kg.export(tmp_path / "no.ttl", source="nowhere.txt")
    assert not (tmp_path / "no.ttl").exists()


def test_what_was_loaded_is_valid(kg: KnowledgeGraph, loaded: Path) -> None:
    report = kg.validate(str(loaded.parent / "bitola.txt"))
    assert report.checked > 10
    assert report.violations == ()


def test_users_of_rdflib_have_a_graph_that_is_only_read(kg: KnowledgeGraph) -> None:
    assert len(kg.graph) == kg.stats().triples
    (row,) = kg.graph.query("SELECT ?label { state:be rdfs:label ?label }").bindings
    assert [str(value) for value in row.values()] == ["Belgium"]


def test_facts_of_a_text_need_no_store() -> None:
    lines = osce_kg.facts("SKOPJE, 3 May 2005 - The OSCE Mission to Skopje opened an office in Bitola today.")
    found = {(line.predicate, line.object) for line in lines}
    assert {("date", "2005-05-03"), ("place", "Skopje"), ("mentions", "mission-skopje")} <= found


def test_an_open_graph_sees_what_others_loaded_when_it_looks_again(tmp_path: Path, pages: Path) -> None:
    mine, theirs = osce_kg.open(tmp_path / "store"), osce_kg.open(tmp_path / "store")
    mine.load(pages / "bitola.txt")
    assert mine.stats().sources == 1
    theirs.load(pages / "yerevan.txt")
    assert mine.stats().sources == 1
    mine.refresh()
    assert mine.stats().sources == 2
