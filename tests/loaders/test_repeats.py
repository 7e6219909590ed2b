"""No phrase of a table is slow to read, however often it comes again in one sentence or on one page."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import osce_kg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osce_kg.loaders.pipeline import Declared, read_source

from .test_work import HEAD, grows

_LONGEST = 60
_WORDS = 240
_MARKS = (" ", ", ", ". ", "; ", " and ", " of the ", " (", ") ", "-", "'s ", "\n", "\n\n", " Anna Berg ")


@cache
def phrases() -> tuple[str, ...]:
    """What stands in the cells of all tables: names, titles, nouns, verbs and small words."""
    cells: dict[str, None] = {}
    for table in sorted(Path(osce_kg.__file__).parent.rglob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as rows:
            for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                cells.update(dict.fromkeys(part for cell in row for part in cell.split("|")))
    return tuple(cell for cell in cells if 1 < len(cell) <= _LONGEST and not cell.startswith("http"))


def growth(unit: str, language: str = "en") -> float:
    """How many times the steps of reading a unit so often are those of reading it half as often."""
    declared = Declared(language=language)  # else a longer text may be taken for one of another language
    count = max(1, _WORDS // len(unit.split() or "."))
    shorter, longer = (HEAD + unit * number for number in (count, 2 * count))
    return grows(
        lambda page: read_source(page.encode(), location="page.txt", declared=declared), shorter, longer
    )


@pytest.mark.parametrize(
    ("unit", "language"),
    [
        ("Co-ordinator ", "en"),
        ("justice ", "en"),
        ("Ombudsman ", "en"),
        ("Academy ", "en"),
        ("leading ", "en"),
        ("Head, ", "en"),
        ("is going to ", "en"),
        ("fly ", "en"),
        ("issues and ", "en"),
        ("OSCE Chairwoman ", "en"),
        ("chairman-in-office ", "en"),
        ("side of a meeting ", "en"),
        ("met Anna Berg WTO and ", "en"),
        ("train weeklies and ", "en"),
        ("шеф ", "ru"),
        ("США ", "ru"),
        ("Хельсинкские соглашения ", "ru"),
    ],
)
def test_a_phrase_that_comes_again_and_again_is_read_in_even_steps(unit: str, language: str) -> None:
    assert growth(unit, language) < 2.5


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_phrases_of_tables_that_come_again_and_again_are_read_in_even_steps(data: st.DataObject) -> None:
    cells, marks = st.sampled_from(phrases()), st.sampled_from(_MARKS)
    first = data.draw(cells) + data.draw(marks)
    unit = data.draw(st.sampled_from((first, first.title()))) + data.draw(st.just("") | cells)
    assert growth(unit + data.draw(marks), data.draw(st.sampled_from(("en", "en", "ru", "fr")))) < 2.5
