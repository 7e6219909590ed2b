"""Finds date expressions in tokens and works out the days that they mean.

"Today" is the day of the dateline. A day without a year takes the year that puts it nearest to the dateline,
a bare weekday the nearest such day before or after it, as the tense of the words around it tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ...ontology.dates import Interval, PartialDate
from ...ontology.facts import Span
from .dates_rules import DATE_RULES, JOINS, DateLine, Reading, may_begin, number_of
from .model import Token
from .tables import words

__all__ = ["DateExpression", "Duration", "find_dates", "find_durations", "spread"]

_DAYS_LONG: Final = re.compile(r"(\w+)-days?")
_UNTIL: Final = words("date_words", kind="until")


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date or interval that some tokens say.

    first, last  the indexes of its tokens, `last` excluded
    bound        "until" or "from" where the words give only that end of something, else empty
    """

    first: int
    last: int
    span: Span
    interval: Interval
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """How many days something lasts, as said at these tokens ("two-day", "for two days")."""

    first: int
    last: int
    days: int


def find_dates(tokens: Sequence[Token], today: date | None) -> tuple[DateExpression, ...]:
    """The date expressions of a sentence, from left to right, none inside another.

    Args:
        tokens: the tokens of one sentence
        today: the day of the dateline; without it only expressions with a year are understood
    """
    line = DateLine(
        tuple(t.text.casefold().replace("’", "'") for t in tokens), tuple(t.text for t in tokens), today
    )
    found: list[DateExpression] = []
    index = 0
    while index < len(tokens):
        best: Reading | None = None
        if may_begin(line, index):
            for rule in DATE_RULES:
                reading = rule(line, index)
                if reading is not None and (best is None or reading[0] > best[0]):
                    best = reading
        if best is None:
            index += 1
            continue
        last, interval = best
        span = Span(tokens[index].begin, tokens[last - 1].end)
        bound = _bound(line, index) if interval.start == interval.end else ""
        found.append(DateExpression(index, last, span, interval, bound))
        index = last
    return tuple(found)


def find_durations(tokens: Sequence[Token]) -> tuple[Duration, ...]:
    """What a sentence says of how long things last, in days.

    Durations of weeks are left out: a course of four weeks need not end on the twenty-eighth day.
    """
    found = []
    for index, token in enumerate(tokens):
        word = token.text.casefold()
        match = _DAYS_LONG.fullmatch(word)
        number = number_of(match.group(1)) if match else None
        if number:
            found.append(Duration(index, index + 1, number))
        elif word == "days" and index > 1 and (number := number_of(tokens[index - 1].text.casefold())):
            before = tokens[index - 2].text.casefold()
            if before in ("for", "over", "after", "lasts", "lasted", "of", "last", "the", "these"):
                found.append(Duration(index - 2, index + 1, number))
    return tuple(found)


def spread(day: date, days: int, *, ending: bool) -> Interval:
    """The days of something that lasts so long and begins, or where `ending` ends, on the day.

    >>> str(spread(date(2012, 10, 18), 3, ending=True))
    '2012-10-16/2012-10-18'
    """
    other = day + timedelta(days=(1 - days) if ending else (days - 1))
    return Interval(PartialDate.of(min(day, other)), PartialDate.of(max(day, other)))


def _bound(line: DateLine, index: int) -> str:
    before = line.at(index - 1)
    if before in _UNTIL:
        return "until"
    if before == "since" or (before in ("from", "starting", "beginning") and line.at(index + 1) not in JOINS):
        return "from"
    return ""
