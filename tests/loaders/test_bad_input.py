"""Whatever the bytes are: one reading, one reason, and spans that lie within the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osce_kg.loaders.layout.page import LARGEST
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import Concept, Evidence, PageKind, SourceReading, Span

BODY = (
    "The OSCE Mission to Skopje opened a reading room for young people in the fire station of Prilep today."
)
PAGE = (
    f"Press release\nFire station lends its hall\n- Date:\n- 5 May 2011\n- Source:\n- OSCE "
    f"Secretariat\nPRILEP, 4 May 2011 - {BODY}\n"
)


def evidence(reading: SourceReading) -> Iterator[Evidence]:
    for release in reading.releases:
        if release.issued_evidence is not None:
            yield release.issued_evidence
        for value in (*release.places, *release.publishers, *release.fields):
            yield value.evidence
        for fact in release.facts:
            yield fact.evidence


def concepts(some: tuple[Concept, ...]) -> Iterator[Concept]:
    for concept in some:
        yield concept
        yield from concepts(concept.narrower)


def check(reading: SourceReading) -> None:
    text = reading.text
    assert reading.reason
    assert "\n" not in reading.reason
    whole = Span(0, len(text))
    for found in evidence(reading):
        assert whole.covers(found.span)
        assert found.span.of(text) == found.quote
        assert all(found.span.covers(span) for span in found.marked)
    for release in reading.releases:
        assert whole.covers(release.body)
        assert release.title
        if release.title_span is not None:
            assert release.title_span.of(text) == release.title
        for label in release.unplaced:
            assert label.span.of(text) == label.label
    if reading.taxonomy is not None:
        for concept in concepts(reading.taxonomy.concepts):
            assert concept.span.of(text) == concept.label
    assert [run[0] for run in reading.byte_map] == sorted({run[0] for run in reading.byte_map})


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "white space"),
        (b"\xff\xfe", "white space"),
        (b" \n " * 100, "white space"),
        (b"\x00" * 5_000, "white space"),
        (b"\x00\x01\x02\x07" * 5_000, "control characters"),
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04 and more", "archive"),
        (b"x" * (LARGEST + 1), "bytes"),
        (b"OSCE " * 1_000_000, "characters of text"),
        (b"OSCE\n" * 100_000, "lines of text"),
        (b"<html>" + b"<div>" * 100_000, "nested"),
    ],
)
def test_each_bad_input_has_one_clear_reason(data: bytes, word: str) -> None:
    reading = read_source(data, location="bad")
    assert reading.kind is PageKind.NO_RELEASE
    assert word in reading.reason
    check(reading)


def test_nul_bytes_in_a_release_become_spaces() -> None:
    reading = read_source(PAGE.replace("reading room", "reading\x00room").encode(), location="bad")
    assert reading.kind is PageKind.RELEASE
    assert "reading room" in reading.text
    assert "\x00" not in reading.text


def test_a_release_cut_in_the_middle_of_a_character_is_read_with_a_warning() -> None:
    reading = read_source((PAGE + "Čačak").encode()[:-2], location="bad")
    reading_cut = read_source((PAGE + "Čača").encode() + "č".encode()[:1], location="bad")
    assert reading.kind is PageKind.RELEASE
    assert reading_cut.kind is PageKind.RELEASE
    assert "middle of a character" in reading_cut.warnings[0]


def test_a_long_line_is_read() -> None:
    check(read_source(f"Fire station\nPRILEP, 4 May 2011 - {BODY * 1000}".encode(), location="long"))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(read_source(data, location="any"))


PIECES = st.sampled_from(
    [
        "\n",
        " ",
        "- ",
        "-\n",
        "- Date:\n",
        "- Source:\n",
        "- OSCE Secretariat, Ferries\n",
        "Press release\n",
        "Newsroom\n",
        "PRILEP, 4 May 2011 - ",
        "PRILEP 4 May 2011\n",
        "VIENNA/",
        "31 February 2011",
        "Publishing date: 4 May 2011\n",
        "What we do: Policing, Ferries\n",
        "(OSCE)",
        "Photo details\n",
        "![](x)",
        "date 2011-05-04 ",
        "Our work\n",
        "- Policing\n",
        "<p>",
        "</p>",
        "<h1>",
        "<nav><li>",
        "<ul>",
        "&amp;",
        "<!--",
        "â€™",
        "Ã©",
        "\u00ad",
        "\u2028",
        BODY,
        "For further information:\n",
        "The OSCE opened. ",
        "“",
        "”",
        "\x00",
        "🙂",
        "Мост",
        "Finland – OSCE Chairpersonship 2025\n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    pieces=st.lists(PIECES, max_size=30),
    encoding=st.sampled_from(["utf-8", "utf-16", "windows-1251"]),
    markup=st.booleans(),
)
def test_any_mixture_of_what_pages_are_made_of(pieces: list[str], encoding: str, *, markup: bool) -> None:
    page = ("<html><body>" if markup else "") + "".join(pieces)
    check(read_source(page.encode(encoding, "replace"), location="mixture"))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(PAGE)), st.binary(max_size=6))
def test_a_release_with_bytes_put_into_it(at: int, data: bytes) -> None:
    whole = PAGE.encode()
    check(read_source(whole[:at] + data + whole[at:], location="put"))
    check(read_source(whole[:at], location="cut"))


@pytest.mark.parametrize("end", ["He spoke of the seminar's", "a three-day seminar’s", "the training's"])
def test_a_text_that_breaks_off_behind_an_occasions_possessive_is_read(end: str) -> None:
    check(read_source(f"{PAGE}{end}".encode(), location="page.txt"))
