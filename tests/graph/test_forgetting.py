"""What is forgotten: a page, all copies of a release, and every trace of them."""

from __future__ import annotations

import pytest
from osce_kg.graph.errors import UnknownSourceError
from osce_kg.graph.settle import settle
from osce_kg.graph.store import Incoming, Store
from osce_kg.ontology.reference import reference
from osce_kg.ontology.schema import contractions

from .asking import texts
from .making import Page, pages


def test_forgetting_leaves_no_trace_but_in_older_snapshots(fresh_store: Store) -> None:
    secret = "Zanzibarite"
    reading = Page(f"{secret} news", location="secret.txt").reading()
    fresh_store.load(pages())
    before = fresh_store.load([reading]).snapshot
    report = fresh_store.forget("secret.txt")
    assert (report.removed, report.still_in) == (("secret.txt",), (before,))
    made = fresh_store.folder / report.snapshot
    assert all(secret.encode() not in path.read_bytes() for path in made.rglob("*") if path.is_file())
    with pytest.raises(UnknownSourceError, match=r"secret\.txt"):
        fresh_store.forget("secret.txt")


def test_all_copies_of_a_release_are_forgotten_together(fresh_store: Store) -> None:
    fresh_store.load(pages())
    report = fresh_store.forget("release:n12345")
    assert report.removed == ("https://mirror.example.org/12345", "https://www.osce.org/odihr/12345")
    with fresh_store.current() as snapshot:
        assert not snapshot.ask("ASK { release:n12345 ?p ?o }")
        at_once = settle(pages()[2:], reference(), contractions())
        assert snapshot.lines() == tuple(sorted(set().union(*at_once.values())))


def test_a_source_is_forgotten_by_its_local_name(fresh_store: Store) -> None:
    fresh_store.load(pages())
    with fresh_store.current() as snapshot:
        (row,) = texts(
            snapshot,
            "SELECT ?s { ?s osce:path 'minister.txt' ; osce:of ?r . ?r rdfs:label 'Ministers meet'@en }",
        )
    assert fresh_store.forget(row["s"].rpartition("/")[2]).removed == ("b/minister.txt",)


def test_a_page_stays_while_another_path_has_it(fresh_store: Store) -> None:
    one, other = (Page("Twin news", location=path).reading() for path in ("a.txt", "b.txt"))
    fresh_store.load([one, other])
    report = fresh_store.forget("a.txt")
    assert (report.removed, report.kept) == ((), ("b.txt",))
    with fresh_store.current() as snapshot:
        (entry,) = snapshot.sources()
        assert entry.locations == ("b.txt",)
        digest = snapshot.manifest.digest
    with pytest.raises(UnknownSourceError):
        fresh_store.forget("a.txt")
    report = fresh_store.forget("b.txt")
    assert (report.removed, report.kept) == (("b.txt",), ())
    fresh_store.load([other])
    with fresh_store.current() as snapshot:
        assert snapshot.manifest.digest == digest


def test_an_address_forgets_a_page_under_all_its_paths(fresh_store: Store) -> None:
    reading = Page(url="https://example.org/1").reading()
    fresh_store.load([Incoming(reading, path="a.txt"), Incoming(reading, path="b.txt")])
    assert fresh_store.forget("b.txt").kept == ("a.txt",)
    fresh_store.load([Incoming(reading, path="b.txt")])
    assert fresh_store.forget("https://example.org/1").removed == ("https://example.org/1",)
    fresh_store.load([Incoming(reading, path="a.txt")])
    assert fresh_store.forget("a.txt").removed == ("https://example.org/1",)
