"""Date expressions of sentences, as days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.text.dates import find_dates, find_durations, spread
from osce_kg.loaders.extraction.text.tense import tense_at
from osce_kg.loaders.extraction.text.tokens import tokens

TUESDAY = date(2010, 9, 14)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def said(text: str, today: date | None = TUESDAY) -> list[str]:
    return [str(found.interval) for found in find_dates(list(tokens(text)), today)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It was held on 24 November, 2006 in Linden.", ["2006-11-24"]),
        ("It was held on 7 and 8 September.", ["2010-09-07/2010-09-08"]),
        ("It was held from 24 to 29 September 2024.", ["2024-09-24/2024-09-29"]),
        ("On 14 – 19 August the group met.", ["2010-08-14/2010-08-19"]),
        ("On 22-23 August 2022 the unit met.", ["2022-08-22/2022-08-23"]),
        ("It was founded in April 2018.", ["2018-04"]),
        ("They met in June.", ["2010-06"]),
        ("It lasted from 30 August to 3 September.", ["2010-08-30/2010-09-03"]),
        ("It ran from Monday, 28 May 2012, to Friday, 1 June 2012.", ["2012-05-28/2012-06-01"]),
        ("They left on Monday, 5 April.", ["2010-04-05"]),
        ("They met on May 3-5, 2004 and on September 14, 2006.", ["2004-05-03/2004-05-05", "2006-09-14"]),
        ("The 12th of May 2001 was warm.", ["2001-05-12"]),
        ("That was in 2003.", ["2003"]),
    ],
)
def test_absolute_dates(text: str, days: list[str]) -> None:
    assert said(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It ended today.", ["2010-09-14"]),
        ("It ended yesterday.", ["2010-09-13"]),
        ("It takes place today and tomorrow.", ["2010-09-14/2010-09-15"]),
        ("It opened on Tuesday.", ["2010-09-14"]),
        ("It opened on Wednesday.", ["2010-09-08"]),
        ("It ends on Friday.", ["2010-09-17"]),
        ("He will speak on Monday.", ["2010-09-20"]),
        ("They met last week.", ["2010-09-06/2010-09-12"]),
        ("They will travel next month.", ["2010-10"]),
        ("The first was organized on 6 October last year.", ["2009-10-06"]),
        ("They met two days ago.", ["2010-09-12"]),
        ("Thirteen years to the day after the signing they met.", ["1997-09-14"]),
        ("A course foreseen for last May was dropped.", ["2010-05"]),
    ],
)
def test_dates_relative_to_the_dateline(text: str, days: list[str]) -> None:
    assert said(text) == days


def test_a_day_without_a_year_is_the_nearest_that_the_tense_allows() -> None:
    january = date(2002, 1, 22)
    assert said("The plan was agreed on 4 December.", january) == ["2001-12-04"]
    assert said("The plan will be discussed on 4 December.", january) == ["2002-12-04"]


def test_words_that_are_also_months_are_not_dates() -> None:
    assert said("They may go. They march on.") == []


def test_without_a_dateline_only_full_dates_are_understood() -> None:
    assert said("It ended today, on Friday and on 3 May.", None) == []
    assert said("It ended on 3 May 2004.", None) == ["2004-05-03"]


def test_a_date_says_which_end_it_bounds() -> None:
    found = find_dates(list(tokens("It lasts until Friday.")), TUESDAY)
    assert [(str(d.interval), d.bound) for d in found] == [("2010-09-17", "until")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("a two-day seminar", [2]),
        ("it lasts for three days", [3]),
        ("it ended after two days", [2]),
        ("a four-week course", []),
        ("in two days it will end", []),
    ],
)
def test_durations(text: str, days: list[int]) -> None:
    assert [found.days for found in find_durations(list(tokens(text)))] == days


def test_a_duration_spreads_from_its_first_or_last_day() -> None:
    assert str(spread(TUESDAY, 3, ending=True)) == "2010-09-12/2010-09-14"
    assert str(spread(TUESDAY, 3, ending=False)) == "2010-09-14/2010-09-16"


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(0, 20))
def test_any_range_within_a_month_or_across_two_is_read_back(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    text = (
        f"It ran from {first.day} {MONTHS[first.month - 1]} {first.year} "
        f"to {last.day} {MONTHS[last.month - 1]} {last.year}."
    )
    [found] = find_dates(list(tokens(text)), TUESDAY)
    assert found.interval.start is not None
    assert found.interval.end is not None
    assert (found.interval.start.earliest, found.interval.end.latest) == (first, last)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = find_dates(list(tokens(text)), TUESDAY)
    assert all(one.last <= two.first for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("they will meet on", "future"),
        ("they are to be trained on", "future"),
        ("they met on", "past"),
        ("on", ""),
    ],
)
def test_tense(text: str, tense: str) -> None:
    lower = text.split()
    assert tense_at(lower, len(lower)) == tense
