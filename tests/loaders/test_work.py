"""How the work grows with the length of a page: twice the page is twice the steps, whatever is on it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from itertools import product
from types import FrameType
from typing import Any

import pytest
from osce_kg.loaders.extraction.mentions.find import find_mentions
from osce_kg.loaders.extraction.model import Context, Part, Section
from osce_kg.loaders.extraction.text.dates import find_dates
from osce_kg.loaders.extraction.text.sentences import sentences
from osce_kg.loaders.extraction.text.tokens import tokens
from osce_kg.loaders.layout.page import read_layout
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import Span
from osce_kg.ontology.reference import reference

HEAD = "Mission opens office\n\nSKOPJE, 3 May 2005 - The OSCE Mission to Skopje opened it today.\n\n"
NEW_WORDS = ("".join(letters) for letters in product("bdfgklmn", "aeiou", "bdfgklmn", "aeiou", "bdfg"))
NEW_NAMES = [word.capitalize() for word in NEW_WORDS]


def steps(task: Callable[[], object]) -> int:
    """How many lines of osce-kg a task runs through."""
    count = 0

    def local(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return local

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += 1
        return local if "osce_kg" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        task()
    finally:
        sys.settrace(before)
    return count


def grows(task: Callable[[str], object], shorter: str, longer: str) -> float:
    """How many times the steps for the longer text are those for the shorter one."""
    for text in (shorter, longer):
        task(text)  # what is remembered for good is not counted
    return steps(lambda: task(longer)) / steps(lambda: task(shorter))


def mentions_in(text: str) -> object:
    """The names in a text that has nothing else to it."""
    sections = (Section(Part.BODY, Span(0, len(text))),)
    context = Context(text, date(2010, 5, 5), None, ())
    return find_mentions(context, sentences(text, sections), reference())


@pytest.mark.parametrize(
    "unit",
    [
        "Lviv ",
        "KVM ",
        "UN ",
        "UN (UN) ",
        "UN-",
        "Georgia-",
        "OSCE ",
        "The ",
        "the Mission ",
        "Norwegian, ",
        "Russian and ",
        "Vienna Court ",
        "Ministry of Justice of Georgia, ",
        "Embassies of Norway and Italy, ",
        "OSCE Centres in Tashkent and ",
        "in Delvi and ",
        "Besa, a group, ",
        "“ ",
        "( ",
        "4 May ",
    ],
)
def test_names_that_come_again_and_again_in_one_sentence_are_read_in_even_steps(unit: str) -> None:
    assert grows(mentions_in, unit * 100, unit * 200) < 2.4


@pytest.mark.parametrize("unit", ["5/", "5 - ", "in May ", "May 5 ", "5 May; ", "last week ", "2 and "])
def test_dates_that_come_again_and_again_in_one_sentence_are_read_in_even_steps(unit: str) -> None:
    def dates_in(text: str) -> object:
        return find_dates(tokens(text), date(2010, 5, 5))

    assert grows(dates_in, unit * 100, unit * 200) < 2.4


@pytest.mark.parametrize("form", ["{} Ministry. ", "The {} Ministry met. ", "{} Union (XU). ", "in {}. "])
def test_each_new_name_costs_the_same(form: str) -> None:
    texts = ["".join(form.format(name) for name in NEW_NAMES[:count]) for count in (200, 400)]
    assert grows(mentions_in, *texts) < 2.4


@pytest.mark.parametrize(
    "line",
    [
        "- Date:\n",
        "- Source:\n",
        "- Place:\n- Skopje\n",
        "Contact:\n",
        "Photo details\n",
        "SKOPJE, 3 May 2005 - It opened.\n",
        "3 May 2005\n",
        "Press release\n",
        "Well\n",
        "-\n",
    ],
)
def test_lines_that_come_again_and_again_are_laid_out_in_even_steps(line: str) -> None:
    def lay_out(text: str) -> object:
        return read_layout(text.encode(), reference())

    assert grows(lay_out, HEAD + line * 300, HEAD + line * 600) < 2.4


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["UN-", "Georgia-", "LeA-", "a?s ", "aé", "5.5.", "'a "])
def test_a_page_that_is_one_endless_word_is_read(unit: str) -> None:
    page = HEAD + unit * (200_000 // len(unit))
    assert read_source(page.encode(), location="page.txt").releases
