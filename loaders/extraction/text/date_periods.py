"""Weekends, seasons and parts of the month in which a release is written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from ....ontology.dates import Interval, PartialDate
from .tense import tense_at

if TYPE_CHECKING:
    from .date_rules import DateLine, Reading

__all__ = ["MONTH_PARTS", "SEASONS", "part_of_month", "season", "weekend"]

SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
_STEPS: Final = {"last": -1, "past": -1, "this": 0, "coming": 1, "next": 1}
_MONTH_TAIL: Final = {"end": ("of", "the", "month"), "later": ("in", "the", "month")}
MONTH_PARTS: Final = frozenset(_MONTH_TAIL)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def weekend(line: DateLine, index: int) -> Reading | None:
    """As in "last weekend", "at the weekend", which the tense places."""
    today = line.today
    if today is None:
        return None
    here = index if line.at(index) == "weekend" else index + 1
    if line.at(here) != "weekend":
        return None
    saturday = today + timedelta(days=5 - today.weekday())
    step = _STEPS.get(line.at(here - 1))
    past = step == -1 or (step is None and tense_at(line.lower, index) == "past")
    if past:
        saturday -= timedelta(weeks=1) if saturday + timedelta(days=1) > today else timedelta()
    elif line.at(here - 1) == "next":
        saturday += timedelta(weeks=1)
    return here + 1, Interval(PartialDate.of(saturday), PartialDate.of(saturday + timedelta(days=1)))


def season(line: DateLine, index: int) -> Reading | None:
    """As in "next spring", "in the autumn", "in summer 2013": the year, of which no part is known exactly."""
    here = index if line.at(index) in SEASONS else index + 1
    if line.at(here) not in SEASONS:
        return None
    own = line.at(here + 1) == "of"
    told = line.at(here + 1 + own)
    if told.isdecimal() and _FIRST_YEAR <= int(told) <= _LAST_YEAR:
        return here + 2 + own, _year(int(told))
    step = line.at(here - 1)
    if line.today is None or step not in ("last", "this", "next"):
        return None
    return here + 1, _year(line.today.year + _years_on(line.today, line.at(here), step))


def _years_on(today: date, name: str, step: str) -> int:
    first, last = SEASONS[name]
    if step == "next":
        return 0 if today.month < first else 1
    return -1 if step == "last" and today.month <= last else 0


def _year(year: int) -> Interval:
    return Interval(PartialDate(year), PartialDate(year))


def part_of_month(line: DateLine, index: int) -> Reading | None:
    """As in "at the end of the month", "later in the month": the month of the release."""
    tail = _MONTH_TAIL.get(line.at(index))
    if tail is None or line.today is None or tuple(line.lower[index + 1 : index + 4]) != tail:
        return None
    month = PartialDate(line.today.year, line.today.month)
    return index + 4, Interval(month, month)
