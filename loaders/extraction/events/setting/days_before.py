"""Days that the sentence before tells of those who are at an occasion, and to which one it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from .....ontology.dates import Interval
from .....ontology.facts import EventKind
from ...clauses.line import Line
from ...clauses.words import MODALS, PREPOSITIONS
from ...model import Context, Part
from ...tables import words
from ...text.date_rules import number_of
from ...text.dates import DateExpression
from ..draft import Draft
from ..phrases import EventMention
from .dated import is_day
from .times_told import last_named

__all__ = [
    "TOGETHER",
    "begins_there",
    "count_days",
    "goes_on_to",
    "is_since_day",
    "is_told_together",
    "is_week",
    "tell_by_line",
    "tell_by_others",
]

_Placed = tuple[EventMention, Draft]

_GOES_ON: Final = words("event_words", kind="goes on to another day")
TOGETHER: Final = words("event_words", kind="what people do at an occasion")
_WHO: Final = frozenset(("who", "which", "that"))
_HAVE: Final = frozenset(("have", "has", "had"))
_ENDED: Final = frozenset(("ended", "closed", "concluded", "finished"))
_HAVE_REACH: Final = 9
_THEN: Final = frozenset(("day", "evening", "afternoon", "morning", "night", "then"))
_THAT_DAY: Final = frozenset(
    [
        ("is", "then"),
        ("was", "then"),
        *((that, time) for that in ("that", "same") for time in _THEN - {"then"}),
    ]
)
_AT_BEGIN: Final = 3
_AT_SUBJECT: Final = 2
_SEES: Final = words("event_words", kind="sees")
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


def is_told_together(line: Line) -> bool:
    """Whether a sentence tells what people did together, and where or when ("judges met on Monday")."""
    body = line.sentence.part is Part.BODY
    return body and line.has_any(TOGETHER) and line.at(line.start) not in _SINGLE


def tell_by_line(
    context: Context, found: Sequence[Line], number: int, by_line: Mapping[int, Sequence[_Placed]]
) -> None:
    """Gives the occasions of a line the days that the words before it tell, or that they ended today."""
    placed = by_line[number]
    _attach_days_before(found, number, placed, by_line)
    _attach_same_day(found, number, placed)
    _end_today(context, found[number], placed)


def tell_by_others(found: Sequence[Line], drafts: Sequence[Draft]) -> None:
    """Gives occasions the days of others to which they belong: a visit, or what opens or closes."""
    for draft in drafts:
        _share_with_whole(draft)
    _attach_days_of_visit(found, drafts)


def _attach_days_before(
    found: Sequence[Line],
    number: int,
    placed: Sequence[_Placed],
    by_line: Mapping[int, Sequence[_Placed]],
) -> None:
    """As in "From 3 to 5 May, judges were in Asp. The camp was led by": the day told of those there.

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
        exact = [(index, day) for index, day in before.dates if is_day(day) and before.at(index - 1) != "of"]
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
    first = first and found[number].at(mention.last) != "that"
    if not first or not number or draft.kind in _NOT_TOGETHER or mention.plural or by_line.get(number - 1):
        return False
    begins = mention.first <= found[number].start + _AT_SUBJECT
    return begins and is_told_together(found[number - 1])


def _attach_same_day(found: Sequence[Line], number: int, placed: Sequence[_Placed]) -> None:
    """As in "It is then that the Union holds its fair", "That evening, a concert": the day told last."""
    line = found[number]
    told = next((at for at in line.places(_THEN) if line.lower[at - 1 : at + 1] in _THAT_DAY), None)
    day = last_named(found, number, told) if told is not None and told <= line.start + _AT_BEGIN else None
    if day is None or line.dates:
        return
    for mention, draft in placed:
        if not (mention.acts or draft.on or draft.begins or draft.ends) and draft.first is mention:
            draft.on = Interval.on(day)


def _attach_days_of_visit(found: Sequence[Line], drafts: Sequence[Draft]) -> None:
    """As in "They also watched a course": what visitors see is on the day of their visit."""
    visit: Draft | None = None
    for draft in drafts:
        first = draft.first
        line = found[first.line]
        if draft.kind is EventKind.VISIT and not draft.aside:
            visit = draft
        elif visit is not None and visit.on and visit.on.start == visit.on.end and not first.acts:
            seen = not _SEES.isdisjoint(line.lower[max(line.start, first.first - 2) : first.first])
            if (
                seen
                and first.definite is False
                and not (line.dates or draft.is_dated or line.has_any(MODALS))
            ):
                draft.on = visit.on


def _share_with_whole(draft: Draft) -> None:
    """The day of an opening or closing ceremony is the first or last one of what it opens or closes."""
    whole, day = draft.whole, draft.on or draft.begins or draft.ends
    if whole is None or day is None or whole.on is not None:
        return
    if draft.noun.startswith("closing"):
        whole.ends = whole.ends or day
    else:
        whole.begins = whole.begins or day


def _end_today(context: Context, line: Line, placed: Sequence[_Placed]) -> None:
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
