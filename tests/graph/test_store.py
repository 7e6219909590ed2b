"""The store: what lands stays, what changes is replaced, and the order of loading does not show."""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from datetime import date
from itertools import pairwise
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osce_kg.graph.errors import (
    DamagedStoreError,
    NewerStoreError,
    NoStoreError,
    StoreError,
    StoreLockedError,
    UnknownSnapshotError,
)
from osce_kg.graph.lock import writing
from osce_kg.graph.settle import settle
from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.store import Incoming, Store
from osce_kg.ontology.facts import SourceReading
from osce_kg.ontology.reference import reference
from osce_kg.ontology.schema import contractions

from .making import BELGIUM, FRANCE, ODIHR, Page, conference

HELD = "SELECT ?person ?post { ?person rdfs:label 'Ada Marlowe' ; org:holds ?post }"


def pages() -> list[SourceReading]:
    """Five releases that share people and events, two of them copies of one."""
    first = conference(url="https://www.osce.org/odihr/12345", number="12345").reading()
    copy = conference(url="https://mirror.example.org/12345").reading()
    other = Page("Bridges close", url="https://www.osce.org/odihr/2", number="2")
    other.event("bridges conference").post("Ada Marlowe", "head", ODIHR)
    namesake = Page("Ministers meet", location="b/minister.txt").post("Ada Marlowe", "minister", BELGIUM)
    second = Page("Ministers part", location="c/minister.txt").post("Ada Marlowe", "minister", FRANCE)
    return [first, copy, other.reading(), namesake.reading(), second.reading()]


def holders(snapshot: Snapshot) -> set[tuple[str, str]]:
    return {(row["person"].value.rpartition("/")[2], row["post"].value) for row in snapshot.select(HELD)}


def test_a_loaded_release_can_be_asked_for(fresh_store: Store) -> None:
    report = fresh_store.load([conference(url="https://www.osce.org/odihr/12345").reading()])
    assert report.added == ("https://www.osce.org/odihr/12345",)
    with fresh_store.current() as snapshot:
        rows = snapshot.select("SELECT ?label { ?p osce:spokeIn ?r ; rdfs:label ?label }")
        assert [row["label"].value for row in rows] == ["Ada Marlowe"]
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
        titles = snapshot.select("SELECT ?title { ?r a osce:PressRelease ; rdfs:label ?title }")
        assert [row["title"].value for row in titles] == ["New news"]


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
        rows = snapshot.select(
            "SELECT ?start { ?m org:member person:ada-marlowe ; "
            "schema:startDate ?start ; osce:evidence/oa:start ?n }"
        )
        assert [row["start"].value for row in rows] == ["2010"]


def test_readers_keep_what_they_opened(fresh_store: Store) -> None:
    fresh_store.load(pages()[:1])
    with fresh_store.current() as snapshot:
        before = snapshot.lines()
        for number in range(6):
            fresh_store.load([Page(f"News {number}", url=f"https://example.org/{number}").reading()])
        assert snapshot.lines() == before
        assert snapshot.name not in fresh_store.snapshots()


def test_the_last_snapshots_are_kept_and_can_be_restored(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", keep=3)
    made = [
        store.load([Page(f"News {n}", url=f"https://example.org/{n}").reading()]).snapshot for n in range(5)
    ]
    assert store.snapshots() == tuple(made[-3:])
    store.restore(made[2])
    with store.current() as snapshot:
        assert (snapshot.name, snapshot.manifest.sources) == (made[2], 3)
    with pytest.raises(UnknownSnapshotError, match="keeps no snapshot"):
        store.restore(made[0])
    store.load([Page("News 9", url="https://example.org/9").reading()])
    with store.current() as snapshot:
        assert snapshot.manifest.sources == 4


def test_a_second_writer_is_told_who_writes(fresh_store: Store) -> None:
    with writing(fresh_store.folder), pytest.raises(StoreLockedError, match=f"process {os.getpid()} on "):
        fresh_store.load(pages())


def test_a_second_writer_can_wait(fresh_store: Store) -> None:
    begun, ended = threading.Event(), threading.Event()

    def hold() -> None:
        with writing(fresh_store.folder):
            begun.set()
            ended.wait(0.3)

    other = threading.Thread(target=hold)
    other.start()
    begun.wait()
    assert fresh_store.load(pages()[:1], timeout=30).added
    other.join()


def test_a_reader_does_not_wait_for_a_writer(fresh_store: Store) -> None:
    fresh_store.load(pages()[:1])
    with writing(fresh_store.folder), fresh_store.current() as snapshot:
        assert snapshot.manifest.sources == 1


def test_what_a_killed_writer_left_is_swept(fresh_store: Store) -> None:
    fresh_store.load(pages()[:1])
    (fresh_store.folder / "tmp-7" / "graph").mkdir(parents=True)
    (fresh_store.folder / "CURRENT.new").write_text("snapshot-9")
    (fresh_store.folder / "x.tmp").write_text("half")
    fresh_store.load(pages()[1:2])
    assert {entry.name for entry in fresh_store.folder.iterdir()} == {
        "CURRENT",
        "lock",
        *fresh_store.snapshots(),
    }


def test_a_failed_load_leaves_the_last_snapshot(fresh_store: Store) -> None:
    landed = fresh_store.load(pages()[:1]).snapshot

    def torn() -> object:
        yield pages()[1]
        raise RuntimeError("the disk is gone")

    with pytest.raises(RuntimeError, match="the disk is gone"):
        fresh_store.load(torn())  # type: ignore[arg-type]
    assert fresh_store.snapshots() == (landed,)
    assert fresh_store.load(pages()).unchanged == 1


def test_a_folder_without_a_store_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError, match="nothing was loaded"):
        Store(tmp_path / "nowhere").current()
    (tmp_path / "file").write_text("x")
    with pytest.raises(NoStoreError, match="no folder"):
        Store(tmp_path / "file").current()
    with pytest.raises(StoreError, match="cannot be a store"):
        Store(tmp_path / "file").load([])


@pytest.mark.parametrize("part", ["manifest.json", "graph", "ledger", "graph/CURRENT"])
def test_a_half_deleted_snapshot_says_what_is_missing(fresh_store: Store, part: str) -> None:
    name = fresh_store.load(pages()[:1]).snapshot
    path = fresh_store.folder / name / part
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(DamagedStoreError, match=part.partition("/")[0]):
        fresh_store.current()
    with pytest.raises(DamagedStoreError):
        fresh_store.load(pages())


def test_a_store_without_current_names_what_can_be_restored(fresh_store: Store) -> None:
    name = fresh_store.load(pages()[:1]).snapshot
    (fresh_store.folder / "CURRENT").unlink()
    with pytest.raises(DamagedStoreError, match=name):
        fresh_store.current()
    fresh_store.restore(name)
    assert fresh_store.current().name == name


def test_garbage_in_the_database_is_damage(fresh_store: Store) -> None:
    name = fresh_store.load(pages()[:1]).snapshot
    for path in (fresh_store.folder / name / "graph").glob("*.sst"):
        path.write_bytes(b"garbage")
    with pytest.raises(DamagedStoreError, match="cannot be read"):
        fresh_store.current().lines()


def test_a_newer_store_is_refused(fresh_store: Store) -> None:
    name = fresh_store.load(pages()[:1]).snapshot
    manifest = fresh_store.folder / name / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 99}))
    with pytest.raises(NewerStoreError, match="update osce-kg"):
        fresh_store.current()
    with pytest.raises(NewerStoreError):
        fresh_store.load(pages())


def test_a_folder_that_cannot_be_written_is_read_and_refuses_loads(
    fresh_store: Store, tmp_path: Path
) -> None:
    fresh_store.load(pages()[:1])
    script = (
        "import os, sys\n"
        "from osce_kg.graph.errors import ReadOnlyError\n"
        "from osce_kg.graph.store import Store\n"
        "store = Store(sys.argv[1])\n"
        "if os.getuid() == 0:\n"
        "    os.setgid(65534); os.setuid(65534)\n"
        "assert len(store.current().select('SELECT * { ?s a osce:Source }')) == 1\n"
        "try:\n"
        "    store.load([])\n"
        "except ReadOnlyError as error:\n"
        "    print(error)\n"
    )
    for path in (tmp_path, *tmp_path.parents):
        if path.stat().st_uid == os.getuid() and path.is_relative_to("/tmp") and path != Path("/tmp"):
            path.chmod(0o755)
    fresh_store.folder.chmod(0o555)
    try:
        result = run(
            [sys.executable, "-c", script, str(fresh_store.folder)],
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        fresh_store.folder.chmod(0o755)
    assert "cannot be written into" in result.stdout


def test_a_date_after_the_day_of_loading_is_warned_about_and_kept(fresh_store: Store) -> None:
    reading = Page(issued="2031-01-01", url="https://example.org/1").reading()
    report = fresh_store.load([reading], today=date(2026, 1, 1))
    assert report.warnings == ("https://example.org/1: dated 2031-01-01, after 2026-01-01; kept as it says",)
    with fresh_store.current() as snapshot:
        assert snapshot.manifest.newest == "2031-01-01"


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
        titles = snapshot.select("SELECT ?title { ?r a osce:PressRelease ; rdfs:label ?title }")
        assert [row["title"].value for row in titles] == ["Other news"]


def test_a_release_without_a_title_is_called_so(fresh_store: Store) -> None:
    fresh_store.load([Page("", url="https://example.org/1").reading()])
    with fresh_store.current() as snapshot:
        (row,) = snapshot.select("SELECT ?title { ?r a osce:PressRelease ; rdfs:label ?title }")
        assert row["title"].value == "Untitled release of 2011-05-12"
