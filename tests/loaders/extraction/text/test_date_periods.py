"""Weekends, seasons, weekdays of a week that is named, and how long a week is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.text.dates import find_dates, find_durations
from osce_kg.loaders.extraction.text.tokens import tokens

THURSDAY = date(2012, 5, 10)


def days(text: str, today: date | None = THURSDAY) -> list[str]:
    """The days that a text tells."""
    return [str(e.interval) for e in find_dates(list(tokens(text)), today)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fair was held last weekend.", ["2012-05-05/2012-05-06"]),
        ("The fair was held at the weekend.", ["2012-05-05/2012-05-06"]),
        ("The fair will be held at the weekend.", ["2012-05-12/2012-05-13"]),
        ("The fair will be held this weekend.", ["2012-05-12/2012-05-13"]),
        ("The fair will be held next weekend.", ["2012-05-19/2012-05-20"]),
        ("They like weekends.", []),
    ],
)
def test_weekends(text: str, found: list[str]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It will be held next spring.", ["2013"]),
        ("It will be held next autumn.", ["2012"]),
        ("It was held last autumn.", ["2011"]),
        ("It will be held this summer.", ["2012"]),
        ("It was held in spring 2010.", ["2010"]),
        ("It was held in the spring of 2010.", ["2010"]),
        ("They dug near a spring.", []),
        ("It will be held at the end of the month.", ["2012-05"]),
        ("It will be held later in the month.", ["2012-05"]),
        ("That was the end of the fair.", []),
    ],
)
def test_seasons_and_parts_of_the_month(text: str, found: list[str]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was held last week, from Tuesday to Friday.", ["2012-05-01/2012-05-04"]),
        ("It is being held this week, from Tuesday to Thursday.", ["2012-05-08/2012-05-10"]),
        ("It will be held next week, on Monday and Tuesday.", ["2012-05-14/2012-05-15"]),
        ("It was held last week, from 1 to 3 May.", ["2012-05-01/2012-05-03"]),
        ("It was held last week, and a fair on 3 March.", ["2012-04-30/2012-05-06", "2012-03-03"]),
    ],
)
def test_days_of_a_week_that_is_named(text: str, found: list[str]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It starts next Monday, lasting until Friday.", ["2012-05-14", "2012-05-18"]),
        ("It starts on Monday and ends on Wednesday.", ["2012-05-14", "2012-05-16"]),
        ("It began on 16 May 2011 and ended on Saturday.", ["2011-05-16", "2012-05-05"]),
        ("It was held from today until Saturday.", ["2012-05-10/2012-05-12"]),
    ],
)
def test_a_weekday_on_which_it_ends_follows_the_day_on_which_it_begins(text: str, found: list[str]) -> None:
    assert days(text) == found


def test_a_day_of_last_year_that_is_long_ago_has_its_year_told() -> None:
    said = "They spoke of the way to the fair on 1 and 2 December."
    assert days(said, date(2012, 5, 20)) == ["2011-12-01/2011-12-02"]
    assert days(said, date(2012, 7, 17)) == ["2012-12-01/2012-12-02"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a week-long camp", 7),
        ("a one-week camp", 7),
        ("The camp lasts a week.", 7),
        ("Over the next three days they dig.", 3),
        ("In the coming two days they dig.", 2),
    ],
)
def test_how_long(text: str, number: int) -> None:
    assert [d.days for d in find_durations(list(tokens(text)))] == [number]


@pytest.mark.parametrize("text", ["a six-week course", "They dig twice a week.", "last week"])
def test_several_weeks_and_a_week_of_the_calendar_are_no_duration(text: str) -> None:
    assert not find_durations(list(tokens(text)))


@given(
    st.dates(date(1995, 1, 1), date(2030, 1, 1)), st.sampled_from(("last", "this", "next", "past", "coming"))
)
def test_a_weekend_is_a_saturday_and_a_sunday_near_the_release(today: date, step: str) -> None:
    (found,) = find_dates(list(tokens(f"{step} weekend")), today)
    start, end = found.interval.start, found.interval.end
    assert start is not None
    assert end is not None
    assert (start.earliest.weekday(), end.latest.weekday()) == (5, 6)
    assert abs((start.earliest - today).days) <= 14
