"""The store: what lands stays, what changes is replaced, and the order of loading does not show."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osce_kg.graph.settle import settle
from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.store import Incoming, Store
from osce_kg.ontology.facts import InferredField, SourceReading
from osce_kg.ontology.reference import reference
from osce_kg.ontology.schema import contractions

from .asking import texts
from .making import ODIHR, POLICING, Page, conference, pages

HELD = "SELECT ?person ?post { ?person rdfs:label 'Ada Marlowe' ; org:holds ?post }"


def holders(snapshot: Snapshot) -> set[tuple[str, str]]:
    return {(row["person"].rpartition("/")[2], row["post"]) for row in texts(snapshot, HELD)}


def test_a_loaded_release_can_be_asked_for(fresh_store: Store) -> None:
    report = fresh_store.load([conference(url="https://www.osce.org/odihr/12345").reading()])
    assert report.added == ("https://www.osce.org/odihr/12345",)
    with fresh_store.current() as snapshot:
        rows = texts(snapshot, "SELECT ?label { ?p osce:spokeIn ?r ; rdfs:label ?label }")
        assert [row["label"] for row in rows] == ["Ada Marlowe"]
        assert snapshot.manifest.sources == 1


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)), cuts=st.sets(st.integers(1, 4)))
def test_order_and_number_of_loads_do_not_show(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cuts: set[int]
) -> None:
    store = Store(tmp_path_factory.mktemp("order") / "store")
    readings = [pages()[number] for number in order]
    bounds = [0, *sorted(cuts), len(readings)]
    for begin, end in pairwise(bounds):
        store.load(readings[begin:end])
    at_once = settle(pages(), reference(), contractions())
    with store.current() as snapshot:
        assert snapshot.lines() == tuple(sorted(set().union(*at_once.values())))
        for graph, lines in at_once.items():
            assert snapshot.lines(graph) == lines
        triples, quads = len(snapshot.lines()), sum(map(len, at_once.values()))
        assert (snapshot.manifest.triples, snapshot.manifest.quads) == (triples, quads)
        assert snapshot.manifest.graphs == len(at_once)


def test_the_digest_tells_whether_two_stores_hold_the_same(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "one"), Store(tmp_path / "other")
    one.load(pages())
    for reading in reversed(pages()):
        other.load([reading])
    with one.current() as first, other.current() as second:
        assert first.manifest.digest == second.manifest.digest
        assert first.manifest.classes == second.manifest.classes
    other.load([Page("News", url="https://example.org/9").reading()])
    with one.current() as first, other.current() as second:
        assert first.manifest.digest != second.manifest.digest


def test_loading_the_same_again_changes_nothing(fresh_store: Store) -> None:
    first = fresh_store.load(pages())
    again = fresh_store.load(pages())
    assert (again.snapshot, again.unchanged, again.added) == (first.snapshot, 5, ())
    assert fresh_store.snapshots() == (first.snapshot,)


def test_a_corrected_page_replaces_what_it_said_and_nothing_else(fresh_store: Store) -> None:
    url = "https://www.osce.org/odihr/12345"
    fresh_store.load([Page(url=url).post("Ada Marlowe", "head", ODIHR).reading(), pages()[2]])
    report = fresh_store.load([Page(url=url).post("Ada Marlowe", "deputy head", ODIHR).reading()])
    assert report.replaced == (url,)
    with fresh_store.current() as snapshot:
        posts = {post.rpartition("/")[2] for _, post in holders(snapshot)}
        assert posts == {"deputy-head-odihr", "head-odihr"}
        assert snapshot.manifest.sources == 2
    fresh_store.forget("https://www.osce.org/odihr/2")
    with fresh_store.current() as snapshot:
        assert {post.rpartition("/")[2] for _, post in holders(snapshot)} == {"deputy-head-odihr"}


def test_a_changed_file_takes_the_place_of_the_old_one(fresh_store: Store) -> None:
    fresh_store.load([Page("Old news", location="news.txt").reading()])
    report = fresh_store.load([Page("New news", location="news.txt").reading()])
    assert report.replaced == ("news.txt",)
    with fresh_store.current() as snapshot:
        titles = texts(snapshot, "SELECT ?title { ?r a osce:PressRelease ; rdfs:label ?title }")
        assert [row["title"] for row in titles] == ["New news"]


def test_one_document_under_two_names_is_one_source(fresh_store: Store) -> None:
    fresh_store.load([Page(location="a.txt").reading(), Page(location="b.txt").reading()])
    with fresh_store.current() as snapshot:
        (entry,) = snapshot.sources()
        assert entry.locations == ("a.txt", "b.txt")
    fresh_store.load([Page("Changed", location="a.txt").reading()])
    with fresh_store.current() as snapshot:
        assert sorted(entry.locations for entry in snapshot.sources()) == [("a.txt",), ("b.txt",)]


def test_an_id_that_changes_is_told(fresh_store: Store) -> None:
    fresh_store.load([pages()[3]])
    report = fresh_store.load([pages()[4]])
    person_iri = "https://w3id.org/osce-kg/id/person/ada-marlowe"
    assert report.renamed == ((person_iri, f"{person_iri}-be"),)
    with fresh_store.current() as snapshot:
        assert {name for name, _ in holders(snapshot)} == {"ada-marlowe-be", "ada-marlowe-fr"}


def test_what_is_known_already_can_be_skipped(fresh_store: Store) -> None:
    reading = pages()[0]
    fresh_store.load([Incoming(reading, declared="as listed", extractor="7")])
    with fresh_store.current() as snapshot:
        known = {"declared": "as listed", "extractor": "7", "reference": reference().digest}
        assert snapshot.holds(reading.location, reading.content_hash, **known)
        for name in known:
            assert not snapshot.holds(reading.location, reading.content_hash, **{**known, name: "other"})
        assert not snapshot.holds(reading.location, "sha256:0", **known)
        assert not snapshot.holds("elsewhere", reading.content_hash, **known)


def test_other_tables_settle_everything_again(fresh_store: Store, tmp_path: Path) -> None:
    from osce_kg.ontology import reference as module

    source = Path(module.__file__).parent / "reference"
    tables = tmp_path / "tables"
    shutil.copytree(source, tables)
    holders_table = tables / "office_holders.tsv"
    text = holders_table.read_text(encoding="utf-8")
    cells = {
        "id": "oh999",
        "person": "Ada Marlowe",
        "country": "Belgium",
        "post": "Director",
        "org_id": "odihr",
    }
    cells |= {"start": "2010", "end": "2012", "source": "invented", "confidence": "high"}
    row = "\t".join(cells.get(column, "") for column in text.split("\n")[0].split("\t"))
    holders_table.write_text(f"{text.rstrip()}\n{row}\n", encoding="utf-8")
    page = Page(url="https://example.org/1").post("Ada Marlowe", "director", ODIHR).reading()
    fresh_store.load([page])
    Store(fresh_store.folder, reference=module.load_reference(tables)).load([])
    with fresh_store.current() as snapshot:
        rows = texts(
            snapshot,
            "SELECT ?start { ?m org:member person:ada-marlowe ; "
            "schema:startDate ?start ; osce:evidence/oa:start ?n }",
        )
        assert [row["start"] for row in rows] == ["2010"]


def test_a_date_after_the_day_of_loading_is_warned_about_and_kept(fresh_store: Store) -> None:
    reading = Page(issued="2031-01-01", url="https://example.org/1").reading()
    report = fresh_store.load([reading], today=date(2026, 1, 1))
    assert report.warnings == ("https://example.org/1: dated 2031-01-01, after 2026-01-01; kept as it says",)
    with fresh_store.current() as snapshot:
        assert snapshot.ask('ASK { ?r dcterms:issued "2031-01-01"^^xsd:date }')


def test_the_newest_release_is_none_that_is_dated_after_its_load(fresh_store: Store) -> None:
    def newest() -> str:
        with fresh_store.current() as snapshot:
            return snapshot.manifest.newest

    def dated(day: str) -> SourceReading:
        return Page("News", day, url=f"https://example.org/{day}").reading()

    now = date(2026, 1, 1)
    fresh_store.load([dated("2031-01-01")], today=now)
    assert newest() == ""
    fresh_store.load([dated("2011-05-12")], today=now)
    assert newest() == "2011-05-12"
    fresh_store.load([dated("2020-02-03")], today=now)
    assert newest() == "2020-02-03"
    fresh_store.load([dated("2012-05-05")], today=date(2032, 1, 1))
    assert newest() == "2031-01-01"
    fresh_store.forget("https://example.org/2020-02-03", today=now)
    assert newest() == "2012-05-05"


def test_progress_is_told(fresh_store: Store) -> None:
    heard: list[tuple[str, int, int]] = []
    fresh_store.load(pages(), progress=lambda *step: heard.append(step))
    assert heard[-1] == ("settling", 5, 5)


def test_a_file_that_becomes_a_copy_of_another_is_removed(fresh_store: Store) -> None:
    fresh_store.load(
        [Page("Old news", location="a.txt").reading(), Page("Other news", location="b.txt").reading()]
    )
    report = fresh_store.load([Page("Other news", location="a.txt").reading()])
    assert (report.added, report.replaced, report.removed) == ((), (), ("a.txt",))
    with fresh_store.current() as snapshot:
        (entry,) = snapshot.sources()
        assert entry.locations == ("a.txt", "b.txt")
        titles = texts(snapshot, "SELECT ?title { ?r a osce:PressRelease ; rdfs:label ?title }")
        assert [row["title"] for row in titles] == ["Other news"]


def test_a_release_without_a_title_is_called_so(fresh_store: Store) -> None:
    fresh_store.load([Page("", url="https://example.org/1").reading()])
    with fresh_store.current() as snapshot:
        (row,) = texts(snapshot, "SELECT ?title { ?r a osce:PressRelease ; rdfs:label ?title }")
        assert row["title"] == "Untitled release of 2011-05-12"


def test_an_inferred_field_keeps_its_own_predicate_and_its_sentence(fresh_store: Store) -> None:
    page = Page(fields=(), url="https://www.osce.org/odihr/7", number="7")
    page.facts.append(InferredField(POLICING, page.says("Constables walk the beat.", 0.6)))
    fresh_store.load([page.reading()])
    asked = """
        SELECT ?field ?words ?sure {
          ?release osce:inferredField ?field ; osce:evidence ?e .
          ?e osce:supports osce:inferredField ; osce:value ?field ; oa:exact ?words ; osce:confidence ?sure
          FILTER NOT EXISTS { ?any osce:fieldOfWork ?field }
        }"""
    with fresh_store.current() as snapshot:
        (row,) = texts(snapshot, asked)
    assert row["field"].endswith("/field/policing")
    assert (row["words"], row["sure"]) == ("Constables walk the beat.", "0.6")
