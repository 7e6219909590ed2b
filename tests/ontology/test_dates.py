"""Dates to the year, month or day, and spans of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.ontology.dates import DateError, Interval, PartialDate


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_survives_writing_and_reading(day: date) -> None:
    assert PartialDate.parse(str(PartialDate.of(day))).earliest == day


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_a_less_exact_date_covers_the_day(day: date, length: int) -> None:
    partial = PartialDate.parse(day.isoformat()[:length])
    assert partial.earliest <= day <= partial.latest


@pytest.mark.parametrize(
    "text", ["", "06", "2006-13", "2006-02-30", "2006-00", "24.11.2006", "2006-11-24T00:00", "२००६"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        PartialDate.parse(text)


def test_an_open_end_may_contain_every_later_day() -> None:
    term = Interval.parse("2011-07/")
    assert term.may_contain(date(2031, 1, 1))
    assert term.may_contain(date(2011, 7, 1))
    assert not term.may_contain(date(2011, 6, 30))


def test_an_interval_of_one_day_is_written_as_that_day() -> None:
    assert str(Interval.parse("2010-03-02/2010-03-02")) == "2010-03-02"
