"""Finds date expressions in tokens and works out the days that they mean.

"Today" is the day of the dateline. A day without a year takes the year that puts it nearest to the dateline,
a bare weekday the nearest such day before or after it, as the tense of the words around it tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from ....ontology.dates import Interval, PartialDate
from ....ontology.facts import Span
from ..model import Token
from ..tables import words
from .date_rules import JOINS, DateLine, Reading, number_of, rules_from

__all__ = [
    "DateExpression",
    "Duration",
    "dates_in",
    "durations_in",
    "find_dates",
    "find_durations",
    "spread",
]

_DAYS_LONG: Final = re.compile(r"(\w+)-days?")
_A_WEEK: Final = words("date_words", kind="a week long")
_FOR_A_WEEK: Final = frozenset((lasting, a) for lasting in ("lasts", "last", "lasting") for a in ("a", "one"))
_UNTIL: Final = words("date_words", kind="until")
_LASTING: Final = words("date_words", kind="before a number of days")
_STARTING: Final = ("starting", "beginning")
_TO: Final = frozenset((("to",), ("until",), ("till",), ("through",)))
_APART: Final = frozenset((",", "from", "on", "between", "(", "namely"))
_CLOSES: Final = frozenset(("closes", "concludes", "ends", "finishes"))
_OF_WEEKDAY: Final = rules_from("monday")
_LATEST: Final = timedelta(days=13)
_LONGEST_STAY: Final = timedelta(days=60)


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
    return dates_in(DateLine.of(tokens, today), tokens)


def dates_in(line: DateLine, tokens: Sequence[Token]) -> tuple[DateExpression, ...]:
    """As `find_dates`, of a sentence whose words are in lower case already."""
    found: list[DateExpression] = []
    after = 0
    rules_at = list(map(rules_from, line.lower))
    if not any(rules_at):
        return ()
    for index, rules in enumerate(rules_at):
        if not rules or index < after:
            continue
        best: Reading | None = None
        for rule in rules:
            reading = rule(line, index)
            if reading is not None and (best is None or reading[0] > best[0]):
                best = reading
        if best is not None:
            after, interval = best
            span = Span(tokens[index].begin, tokens[after - 1].end)
            bound = _bound(line, index) if interval.start == interval.end else ""
            found.append(DateExpression(index, after, span, interval, bound))
    if len(found) == 1:
        return tuple(found)
    if "week" in line.lower:
        found = _in_weeks(line, found)
    found = [*found[:1], *(_after(line, first, second) for first, second in pairwise(found))]
    return tuple(_joined(line, found)) if "from" in line.lower else tuple(found)


def _in_weeks(line: DateLine, found: Sequence[DateExpression]) -> list[DateExpression]:
    """As in "last week, from Tuesday to Friday", "this week, on 3 May": the days in that week."""
    made = [*found[:1]]
    for expression in found[1:]:
        week = made[-1]
        moved = _moved_into(week.interval, expression.interval, exact=not _is_weekday(line, expression))
        apart = line.lower[week.last : expression.first]
        if line.at(week.last - 1) == "week" and _APART.issuperset(apart) and moved is not None:
            span = Span(week.span.begin, expression.span.end)
            made[-1] = DateExpression(week.first, expression.last, span, moved)
        else:
            made.append(expression)
    return made


def _moved_into(week: Interval, days: Interval, *, exact: bool) -> Interval | None:
    """Days of a week that may be told by weekdays alone; None where they are not in it."""
    if not (week.start and week.end and days.start and days.end):
        return None
    if days.start.day is None or days.end.day is None or week.start.day is None:
        return None
    begin = week.start.earliest
    day = days.start.earliest
    first = day if exact else begin + timedelta(days=day.weekday())
    last = first + (days.end.earliest - day)
    inside = begin <= first and last <= week.end.latest
    return Interval(PartialDate.of(first), PartialDate.of(last)) if inside else None


def _is_weekday(line: DateLine, expression: DateExpression) -> bool:
    """Whether weekdays alone tell it ("Friday", "Tuesday to Thursday")."""
    told = line.lower[expression.first : expression.last]
    return all(word in JOINS or rules_from(word) == _OF_WEEKDAY for word in told)


def _after(line: DateLine, first: DateExpression, second: DateExpression) -> DateExpression:
    """As in "begins next Monday, lasting until Friday": the first such day after the one before it."""
    begin, end = first.interval.start, second.interval.start
    if begin is None or begin.day is None or end is None or end.day is None:
        return second
    if end != second.interval.end or not _is_weekday(line, second):
        return second
    ending = second.bound == "until" or (
        line.at(second.first - 1) == "on" and line.at(second.first - 2) in _CLOSES
    )
    late = begin.earliest - end.earliest
    if not ending or not timedelta() < late <= _LATEST:
        return second
    day = end.earliest + timedelta(weeks=-(-late.days // 7))
    return replace(second, interval=Interval.on(day))


def _joined(line: DateLine, found: Sequence[DateExpression]) -> list[DateExpression]:
    """As in "from Monday to yesterday", "from today until 4 May": the days between two that stand apart."""
    made = [*found[:1]]
    for expression in found[1:]:
        first = made[-1]
        begin, end = first.interval.start, expression.interval.end
        apart = line.lower[first.last : expression.first] in _TO
        if (
            apart
            and line.at(first.first - 1) == "from"
            and (begin is not None and begin.day is not None and first.interval.end == begin)
            and (end is not None and end.day is not None)
            and timedelta() < end.earliest - begin.earliest <= _LONGEST_STAY
        ):
            span = Span(first.span.begin, expression.span.end)
            made[-1] = DateExpression(first.first, expression.last, span, Interval(begin, end))
        else:
            made.append(expression)
    return made


def find_durations(tokens: Sequence[Token]) -> tuple[Duration, ...]:
    """What a sentence says of how long things last, in days.

    Durations of several weeks are left out: a course of four weeks need not end on the twenty-eighth day.
    """
    return durations_in(DateLine.of(tokens, None))


def durations_in(line: DateLine) -> tuple[Duration, ...]:
    """As `find_durations`, of a sentence whose words are in lower case already."""
    found = []
    for index in [i for i, word in enumerate(line.lower) if "day" in word or "week" in word]:
        word = line.lower[index]
        if word in _A_WEEK or (word == "week" and line.lower[index - 2 : index] in _FOR_A_WEEK):
            found.append(Duration(index, index + 1, 7))
            continue
        match = _DAYS_LONG.fullmatch(word)
        number = number_of(match.group(1)) if match else None
        if number:
            found.append(Duration(index, index + 1, number))
        elif word == "days" and index > 1 and line.lower[index - 2] in _LASTING:
            number = number_of(line.lower[index - 1])
            if number:
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
    if before == "on" and line.at(index - 2) in _STARTING:
        return "from"
    if before in ("since", *_STARTING) or (before == "from" and line.at(index + 1) not in JOINS):
        return "from"
    return ""
