"""Days that the sentence before tells of those who are at an occasion, and to which one it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from ....ontology.dates import Interval
from ....ontology.facts import EventKind
from ..clauses.line import Line
from ..clauses.words import PREPOSITIONS
from ..model import Context, Part
from ..tables import words
from ..text.date_rules import number_of
from ..text.dates import DateExpression
from .dated import is_day
from .draft import Draft
from .phrases import EventMention

__all__ = [
    "attach_days_before",
    "begins_there",
    "count_days",
    "end_today",
    "goes_on_to",
    "is_since_day",
    "is_week",
]

_Placed = tuple[EventMention, Draft]

_GOES_ON: Final = words("event_words", kind="goes on to another day")
_TOGETHER: Final = words("event_words", kind="what people do at an occasion")
_WHO: Final = frozenset(("who", "which", "that"))
_HAVE: Final = frozenset(("have", "has", "had"))
_ENDED: Final = frozenset(("ended", "closed", "concluded", "finished"))
_HAVE_REACH: Final = 9
_WEEK: Final = timedelta(days=6)
_NOT_TOGETHER: Final = frozenset((EventKind.ELECTION, EventKind.VISIT, EventKind.APPOINTMENT))
_SINGLE: Final = frozenset(("he", "she"))


def goes_on_to(line: Line, index: int) -> bool:
    """Whether what began before is told to go on to a day ("began today and continues tomorrow")."""
    before = index - 1 - (line.at(index - 1) in PREPOSITIONS)
    before -= line.at(before) == "on" and line.at(before - 1) in _GOES_ON
    return line.at(before) in _GOES_ON


def is_since_day(line: Line, index: int) -> bool:
    """Whether people have done something since a day ("have been learning since Monday")."""
    begin = max(line.start, index - _HAVE_REACH)
    expression = line.items[index].date
    before = line.lower[begin:index]
    told = not _HAVE.isdisjoint(before) and _WHO.isdisjoint(before)
    return told and expression is not None and is_day(expression)


def is_week(interval: Interval) -> bool:
    """Whether it is a week from Monday to Sunday ("this week"), of which some days may be meant."""
    start, end = interval.start, interval.end
    if start is None or end is None or start.day is None or end.day is None:
        return False
    return start.earliest.weekday() == 0 and end.latest - start.earliest == _WEEK


def _is_told_together(line: Line) -> bool:
    """Whether a sentence tells what people did together, and where or when ("judges met on Monday")."""
    body = line.sentence.part is Part.BODY
    return body and line.has_any(_TOGETHER) and line.at(line.start) not in _SINGLE


def attach_days_before(
    found: Sequence[Line],
    number: int,
    placed: Sequence[_Placed],
    by_line: Mapping[int, Sequence[_Placed]],
) -> None:
    """As in "From 3 to 5 May, judges lived in Asp. The camp was organized by": the day told of those there.

    Args:
        found: the lines of the release
        number: which line speaks of the occasion
        placed: the event phrases of that line
        by_line: those of each line
    """
    if not number or not found[number - 1].dates:
        return
    for mention, draft in placed:
        if draft.on or draft.begins or not begins_there(found, number, mention, draft, by_line):
            continue
        before = found[number - 1]
        exact = [(index, day) for index, day in before.dates if is_day(day)]
        if len(exact) == 1:
            _take(draft, before, *exact[0])
        break


def begins_there(
    found: Sequence[Line],
    number: int,
    mention: EventMention,
    draft: Draft,
    by_line: Mapping[int, Sequence[_Placed]],
) -> bool:
    """Whether a line names first what the sentence before tells of those there, which names no occasion."""
    first = draft.first is mention and mention.definite and not (mention.acts or mention.marker)
    if not first or not number or draft.kind in _NOT_TOGETHER or mention.plural or by_line.get(number - 1):
        return False
    return _is_told_together(found[number - 1])


def end_today(context: Context, line: Line, placed: Sequence[_Placed]) -> None:
    """As in "The course ended at noon": no day is told, so that it is today, where its begin is known."""
    if context.today is None or line.dates or not line.has_any(_ENDED):
        return
    for mention, draft in placed:
        lasts = draft.begins is not None or draft.days > 1
        over = line.at(mention.last) in _ENDED and not mention.acts
        if over and lasts and draft.ends is None and draft.on is None:
            draft.ends = Interval.on(context.today)


def count_days(line: Line, placed: Sequence[_Placed]) -> None:
    """As in "two days of talks": how long they last."""
    for mention, draft in placed:
        days = mention.first - 2
        if line.at(mention.first - 1) == "of" and line.at(days) == "days" and not draft.days:
            draft.days = number_of(line.at(days - 1)) or 0


def _take(draft: Draft, line: Line, index: int, expression: DateExpression) -> None:
    interval = expression.interval
    if line.at(index - 1) == "since" or expression.bound == "from":
        draft.begins = interval
    elif expression.bound == "until":
        draft.ends = draft.ends or interval
    elif draft.ends is None:
        draft.on = interval
