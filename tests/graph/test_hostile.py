"""Whatever a page says, its graph is a graph: hostile names, texts, dates and addresses break nothing."""

from __future__ import annotations

import dataclasses

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osce_kg.graph.settle import REFERENCE_GRAPH, settle, source_id
from osce_kg.graph.store import Store
from osce_kg.graph.terms import decimal, link, text
from osce_kg.ontology.facts import SourceReading
from osce_kg.ontology.reference import reference
from osce_kg.ontology.schema import contractions

from .asking import texts
from .making import Page, organization, person
from .test_codec import readings

HOSTILE = [
    "<script>alert(1)</script>",
    '" . <http://evil.example.org/s> <http://evil.example.org/p> "x',
    "a\\u0041\\",
    "}} DROP ALL ;",
    "line\nbreak\r\ttab",
    "\x00\x07\x7f",
    "\ud800lone",
    "𝄞 é \u202e right to left",
    "/../../etc/passwd",
    "x" * 500,
    "   ",
    "",
    "Эберхард Хайкен",
    "王",
]


def canonical(lines: tuple[str, ...]) -> list[str]:
    """The lines as a database gives them back."""
    store = ox.Store()
    store.load("\n".join(lines).encode(), format=ox.RdfFormat.N_TRIPLES)
    dumped = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    assert dumped is not None
    return sorted(dumped.decode().split("\n")[:-1])


def well_named(reading: SourceReading, number: int) -> SourceReading:
    """The reading with a hash that sources have."""
    return dataclasses.replace(reading, content_hash=f"sha256:{number:064x}")


@settings(max_examples=20, deadline=None)
@given(st.lists(readings, min_size=1, max_size=2))
def test_any_reading_gives_lines_that_the_database_gives_back(made: list[SourceReading]) -> None:
    known = [well_named(reading, number) for number, reading in enumerate(made)]
    graphs = settle(known, reference(), contractions())
    for name, lines in graphs.items():
        if name != REFERENCE_GRAPH and lines:
            assert canonical(lines) == list(lines)
            assert "_:" not in {line[:2] for line in lines}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(tmp_path: object, words: str) -> None:
    page = Page(f"News {words}", url=f"https://example.org/{words}")
    page.says(words or "-")
    page.post(words or "-", words or "-", organization(words or "-"))
    page.event(words or "-").takes_part(person(words or "-"), words or "-").said(
        person(words or "-"), words or "-"
    )
    store = Store(f"{tmp_path}/store")
    reading = page.reading() if words.isascii() or "\ud800" not in words else None
    if reading is None:
        assert text(words) == '"\ufffdlone"'
        return
    store.load([reading])
    with store.current() as snapshot:
        assert not snapshot.ask("ASK { <http://evil.example.org/s> ?p ?o }")
        (row,) = texts(snapshot, "SELECT ?text { ?s a osce:Source ; osce:storedText ?text }")
        assert row["text"] == reading.text
        subjects = {row["s"] for row in texts(snapshot, "SELECT DISTINCT ?s { ?s ?p ?o }")}
    locals_ = {subject.rpartition("/")[2] for subject in subjects if "/id/" in subject}
    assert all(local[0].isalpha() and "/" not in local and "#" not in local for local in locals_)
    assert len(source_id(reading)) == 64


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_an_address_is_an_iri_or_nothing(words: str) -> None:
    for address in (words, f"https://example.org/{words}", f"https://{words}"):
        written = link(address)
        if written is not None:
            ox.NamedNode(written[1:-1])
            list(ox.parse(f"<http://a/s> <http://a/p> {written} .", format=ox.RdfFormat.N_TRIPLES))


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_texts_and_numbers_are_spelled_as_the_database_spells_them(words: str) -> None:
    assert text(words) == str(ox.Literal(words))
    assert text(words, "en") == str(ox.Literal(words, language="en"))


@settings(max_examples=200, deadline=None)
@given(st.floats(0, 1))
def test_confidences_are_spelled_as_the_database_spells_them(value: float) -> None:
    line = f"<http://a/s> <http://a/p> {decimal(value)} ."
    assert canonical((line,)) == [line]
