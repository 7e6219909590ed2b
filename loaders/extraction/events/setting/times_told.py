"""Days that a text tells of occasions in other ways than beside them: shared, moved, counted from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from .....ontology.dates import Interval
from .....ontology.facts import EventKind
from ...clauses.line import Line
from ...model import Part
from ...tables import words
from ...text.date_rules import number_of
from ...text.dates import DateExpression
from ..draft import Draft
from ..phrases import EventMention

__all__ = [
    "attach_days_after",
    "joined",
    "last_named",
    "move_days",
    "share_days",
    "share_with_clause",
    "share_with_what_follows",
]

_Placed = tuple[EventMention, Draft]

MOVES: Final = words("event_words", kind="moved to another day")
_TO: Final = frozenset(("to", "until", "till", "for"))
_MOVED_REACH: Final = 6
_LATER: Final = frozenset(("later",))
_NEXT_TO: Final = frozenset(("preceded", "followed"))
_NEXT_REACH: Final = 4
_OF_HOURS: Final = frozenset((EventKind.LAUNCH, EventKind.CEREMONY, EventKind.OTHER, EventKind.MEETING))
_WHEN: Final = frozenset(("when",))
_HOLDS: Final = words("event_words", kind="holds")
_FOLLOWING: Final = frozenset(("following", "next"))
_AFTER_REACH: Final = 3


def move_days(line: Line, placed: Sequence[_Placed]) -> None:
    """As in "has been postponed to 20 June": the new day, and that it is not called off."""
    for at in line.places(MOVES):
        if line.at(at) == "off" and line.at(at - 1) != "put":
            continue
        new = _new_day(line, at)
        before = [p for p in placed if p[0].head < at]
        latest = max(before, key=lambda p: p[0].head, default=None)
        if new is None or latest is None:
            continue
        draft = latest[1]
        draft.on, draft.begins, draft.ends, draft.cancelled = new, None, None, False


def _new_day(line: Line, verb: int) -> Interval | None:
    """The day to which something is moved; the last one in "from 6 June to 14 July"."""
    for index, expression in line.dates:
        if not verb < index <= verb + _MOVED_REACH:
            continue
        if line.at(index - 1) in _TO:
            return expression.interval
        if expression.bound == "until":
            return expression.interval
        if line.at(index - 1) == "from" and expression.interval.start != expression.interval.end:
            end = expression.interval.end
            return Interval(end, end)
    return None


def share_days(line: Line, placed: Sequence[_Placed]) -> None:
    """As in "a course on wells and a seminar on pumps ended today": the day of both."""
    for draft, other in joined(line, placed):
        if draft.is_dated and not other.is_dated and any(at < draft.first.first for at, _ in line.dates):
            draft, other = other, draft
        if not draft.is_dated:
            draft.begins, draft.ends, draft.on = other.begins, other.ends, other.on


def share_with_clause(line: Line, placed: Sequence[_Placed]) -> None:
    """As in "will meet in Asp on 4 May, when the Union holds its fair": the day that "when" takes up."""
    for at in line.places(_WHEN):
        day = next((d.interval for index, d in line.dates if index in (at - 1, at - 2)), None)
        if day is None or day.start is None or day.start.day is None:
            continue
        for mention, draft in placed:
            held = mention.kind is EventKind.STATEMENT or not _HOLDS.isdisjoint(
                line.lower[at : mention.first]
            )
            if held and at < mention.first and not mention.acts and not draft.is_dated:
                draft.on = day


def share_with_what_follows(line: Line, placed: Sequence[_Placed]) -> None:
    """As in "the opening was followed by a concert": what is beside something of one day."""
    for at in line.places(_NEXT_TO):
        before = [p for p in placed if p[0].last <= at and not p[0].acts]
        after = [p for p in placed if at < p[0].first <= at + _NEXT_REACH and not p[0].acts]
        if not before or not after:
            continue
        pair = max(before, key=lambda p: p[0].last)[1], min(after, key=lambda p: p[0].first)[1]
        for draft, other in (pair, pair[::-1]):
            day = other.on
            one = day is not None and day.start == day.end and day.start is not None and other.days <= 1
            if one and not draft.is_dated and draft.kind in _OF_HOURS and draft is not other:
                draft.on, draft.place = day, draft.place or other.place
                break


def joined(line: Line, placed: Sequence[_Placed]) -> Iterator[tuple[Draft, Draft]]:
    """The occasions between which only "and" stands, the first and the second of each pair."""
    for mention, draft in placed:
        if mention.acts or line.at(mention.last) != "and" or draft.first is not mention:
            continue
        beside = (d for m, d in placed if m.first == mention.last + 1 and not m.acts and d is not draft)
        if (other := next(beside, None)) is not None:
            yield draft, other


def attach_days_after(found: Sequence[Line], number: int, placed: Sequence[_Placed]) -> None:
    """As in "A conference on the following day": the day after the one that the text named last."""
    line = found[number]
    _attach_days_later(found, number, placed)
    for mention, draft in placed:
        follows = range(mention.last, mention.last + _AFTER_REACH)
        told = any(line.at(at) in _FOLLOWING and line.at(at + 1) == "day" for at in follows)
        if not told or draft.is_dated or mention.acts or line.sentence.part is not Part.BODY:
            continue
        last = last_named(found, number, mention.first)
        if last is not None:
            draft.on = Interval.on(last + timedelta(days=1))


def _attach_days_later(found: Sequence[Line], number: int, placed: Sequence[_Placed]) -> None:
    """As in "a day later, a course was held", "and two days later visited Asp": counted from the last day."""
    line = found[number]
    for at in line.places(_LATER):
        days = 1 if line.at(at - 2) in ("a", "one") else number_of(line.at(at - 2))
        if line.at(at - 1) not in ("day", "days") or not days:
            continue
        last = last_named(found, number, at)
        following = min((p for p in placed if p[0].head > at), key=lambda p: p[0].head, default=None)
        if last is None or following is None or line.sentence.part is not Part.BODY:
            continue
        draft = following[1]
        told = draft.on is None or draft.on == Interval.on(last)
        if told and not draft.begins and not draft.ends and draft.first is following[0]:
            draft.on = Interval.on(last + timedelta(days=days))


def last_named(found: Sequence[Line], number: int, before: int) -> date | None:
    """The last day that a line names before an index, else the line before it."""
    for line in (found[number], *(found[number - 1 : number] if number else ())):
        here = line is found[number]
        told = (p for p in line.dates if not (here and p[0] >= before) and not _is_hour(line, p[0]))
        days = [d for _, d in told]
        exact = [day for expression in days if (day := _last_day(expression)) is not None]
        if exact:
            return exact[-1]
    return None


def _is_hour(line: Line, index: int) -> bool:
    """Whether it only says at what time of a day that was named before ("in the afternoon")."""
    return line.at(index).startswith("in the ")


def _last_day(expression: DateExpression) -> date | None:
    end = expression.interval.end
    return end.latest if end is not None and end.day is not None else None
