"""Copies of releases as mail programs, readers of PDF and careless hands make them."""

from __future__ import annotations

import pytest
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import PageKind, SourceReading

TITLE = "OSCE Mission opens boathouse in the old harbour of Ohrid"
FIRST = (
    "The OSCE Mission to Skopje opened a boathouse for young ferrymen in Ohrid today, together with the "
    "Municipality of Ohrid."
)
SECOND = '"Boats bring people together," said Anna Berg, Head of the OSCE Mission to Skopje, on the pier.'
THIRD = "Forty boats fit into it, and it is open on every working day."
BODY = f"OHRID, 3 May 2011 - {FIRST}\n\n{SECOND}\n\n{THIRD}"


def read(page: str) -> SourceReading:
    return read_source(page.encode(), location="copy.txt")


def body(reading: SourceReading) -> str:
    return " ".join(reading.releases[0].body.of(reading.text).split())


COPIES = {
    "quoted as in an answer": "\n".join(f"> {line}" for line in f"{TITLE}\n\n{BODY}".split("\n")),
    "quoted twice": "\n".join(f">> {line}" for line in f"{TITLE}\n\n{BODY}".split("\n")),
    "in Markdown": f"# {TITLE}\n\n**OHRID, 3 May 2011 - **{FIRST}\n\n{SECOND}\n\n{THIRD}",
    "with characters of markup": f"{TITLE}\n\n{BODY}".replace('"', "&quot;").replace(" - ", " &#45; "),
    "with characters of markup, twice": f"{TITLE}\n\n{BODY}".replace('"', "&amp;quot;"),
    "on two pages of paper": (
        f"{TITLE}\n\nOHRID, 3 May 2011 - {FIRST}\n\n1\n\x0c\n- 2 -\n\n{SECOND}\n\nPage 2 of "
        f"3\n\n{THIRD}\n\n3/3\n"
    ),
    "in one line": " ".join(f"{TITLE} {BODY}".split()),
}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_says_what_the_release_says(name: str) -> None:
    reading = read(COPIES[name])
    assert reading.kind is PageKind.RELEASE
    (release,) = reading.releases
    assert release.title == TITLE
    assert str(release.dateline) == "2011-05-03"
    assert [place.entity.name for place in release.places] == ["Ohrid"]
    assert body(reading) == " ".join(BODY.split())


def test_a_quotation_within_a_text_is_left_as_it_stands() -> None:
    reading = read(f"{TITLE}\n\nOHRID, 3 May 2011 - {FIRST}\n\n> {THIRD}")
    assert f"> {THIRD}" in reading.text


def test_two_asterisks_that_set_nothing_in_bold_stay() -> None:
    reading = read(f"{TITLE}\n\nOHRID, 3 May 2011 - {FIRST}** See below.\n\n{THIRD}")
    assert "today, together with the Municipality of Ohrid.** See" in reading.text


def test_a_number_in_a_sentence_is_no_number_of_a_page() -> None:
    reading = read(f"{TITLE}\n\nOHRID, 3 May 2011 - {FIRST}\n\n40 boats fit into it.")
    assert body(reading).endswith("40 boats fit into it.")


@pytest.mark.parametrize(
    "header",
    [
        "- Date:\n- 3 May 2011\n- Source:\n- OSCE Mission to Skopje\n- Fields of work:\n- Education, Youth",
        "Date: 3 May 2011\nSource: OSCE Mission to Skopje\nFields of work: Education, Youth",
    ],
)
def test_a_header_may_stand_behind_the_text(header: str) -> None:
    reading = read(f"{TITLE}\n\n{BODY}\n\n{header}\n")
    (release,) = reading.releases
    assert [publisher.entity.id for publisher in release.publishers] == ["mission-skopje"]
    assert [field.entity.name for field in release.fields] == ["Education", "Youth"]
    assert body(reading) == " ".join(BODY.split())


def test_a_label_in_the_middle_of_a_text_is_no_header() -> None:
    lines = "\n\n".join(f"{THIRD} That was said {number} times." for number in range(12))
    reading = read(f"{TITLE}\n\n{BODY}\n\nSource: OSCE Mission to Serbia\n\n{lines}")
    assert reading.releases[0].publishers == ()


def test_three_short_releases_on_a_page_are_three() -> None:
    towns = (("Ohrid", "Mission to Skopje"), ("Osh", "Centre in Bishkek"), ("Tirana", "Presence in Albania"))
    page = "\n\n".join(
        f"OSCE opens boathouse in {town}\n\n{town.upper()}, {day} May 2011 - The OSCE {part} opened a "
        "boathouse in "
        f"{town} today.\n\nIt has room for forty boats."
        for day, (town, part) in enumerate(towns, start=3)
    )
    reading = read(page)
    assert reading.kind is PageKind.LISTING
    assert [release.places[0].entity.name for release in reading.releases] == ["Ohrid", "Osh", "Tirana"]


def test_a_list_that_was_run_into_one_line_is_refused_in_these_words() -> None:
    entry = f"{TITLE} Publishing date: 3 May 2011 Content type: News What we do: Youth {FIRST}"
    reading = read(f"Newsroom {entry} {entry}")
    assert reading.releases == ()
    assert "2 of them run into one line" in reading.reason
