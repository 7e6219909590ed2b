"""When and where an act was done, as its own clause says it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ....ontology.dates import Interval, PartialDate
from ....ontology.facts import Entity
from ..clauses.line import Line, What
from ..clauses.words import PREPOSITIONS
from ..tables import words
from .agents import end_of_subject, is_verb_at
from .groups import Group
from .noun_phrases import Taken, is_adjectival, place_after

__all__ = ["ahead", "when_of", "where_of"]

_ENDS: Final = words("event_words", kind="subordinator") | {";", ":", "."}
_PLACED: Final = words("act_words", kind="before a place")
_MEASURED: Final = words("act_words", kind="before a day that is another's")
_WEEKDAYS: Final = frozenset(word.casefold() for word in words("weekdays", language="en"))
_WEEK: Final = 7
_JOINS: Final = frozenset(("and", "but"))


def when_of(line: Line, group: Group, agent: int, taken: Taken, today: date | None) -> Interval:
    """The day or days that the clause gives: beside the verb, else behind it or at the head of the sentence.

    What is only said ("condemned the theft on Sunday") is said today: another day behind it is its object's.
    """
    beside = range(end_of_subject(line, group.begin) + 1, group.end)
    behind = range(group.end, _clause_end(line, taken))
    for at in (*beside, *behind, *_opening(line, agent)):
        found = _interval(line, at)
        if found is None or (
            at in behind and group.verb.present == "performed" and not _is_day(found, today)
        ):
            continue
        return found
    return Interval()


def ahead(line: Line, group: Group, when: Interval, today: date | None) -> Interval:
    """The day of what is planned: a bare weekday is the next one, whatever the tense of its words."""
    day = when.start
    if today is None or day is None or when.start != when.end or day.day is None:
        return when
    is_bare = any(line.lower[at] in _WEEKDAYS for at in range(group.end, len(line.items)))
    behind = (today - day.earliest).days
    if not is_bare or not 0 < behind < _WEEK:
        return when
    later = PartialDate.of(day.earliest + timedelta(days=_WEEK))
    return Interval(later, later)


def _is_day(interval: Interval, day: date | None) -> bool:
    return interval.start is not None and interval.start == interval.end and interval.start.earliest == day


def _interval(line: Line, index: int) -> Interval | None:
    """The days that the item at an index gives for the act; None where it is no day, or another's."""
    expression = line.items[index].date
    if expression is None or expression.bound:
        return None
    before, interval = line.at(index - 1), expression.interval
    first = line.items[index - 2].date if before == "to" else None
    if first is not None:
        return Interval(first.interval.start, interval.end)
    if before in _MEASURED and not (before == "from" and interval.start != interval.end):
        return None
    return None if is_adjectival(line, index) else interval


def where_of(line: Line, group: Group, agent: int, taken: Taken) -> Entity | None:
    """The place that the clause gives for the act: behind object, other party or day, or at its head."""
    if not group.verb.place_of_act and not taken.things:
        return None
    behind = [
        at
        for at in range(taken.last, _clause_end(line, taken))
        if at == taken.last
        or line.items[at - 1].what is What.DATE
        or (line.at(at - 1) == "," and at == taken.last + 1)
    ]
    beside = (group.end,) if group.sense.passive else ()
    for at in (*beside, *behind, *_opening(line, agent)):
        if line.at(at) in _PLACED and (place := place_after(line, at)) is not None:
            return line.items[place].entity
    return None


def _opening(line: Line, agent: int) -> range:
    """What stands before the subject at the head of the sentence ("On Friday,"), if it is no clause."""
    if line.at(line.start) not in PREPOSITIONS and line.items[line.start].what is not What.DATE:
        return range(0)
    for at in range(line.start, agent):
        if is_verb_at(line, at) or line.at(at) in _ENDS:
            return range(0)
    return range(line.start, agent)


def _clause_end(line: Line, taken: Taken) -> int:
    """Where the clause of the verb ends: at a word that opens another one, or at the next verb."""
    for at in range(taken.last, len(line.items)):
        word = line.at(at)
        if line.items[at].what is What.WORD and word in _ENDS:
            return at
        if word in _JOINS and any(is_verb_at(line, i) for i in range(at + 1, min(at + 4, len(line.items)))):
            return at
        if word == "," and line.at(at + 1) not in _PLACED and line.at(at + 1) != "on" and at > taken.last:
            return at
    return len(line.items)
