"""Who visits what: how the goal of a journey is found, and whether the one who travels is a visitor."""

from __future__ import annotations

from typing import Final

from ...clauses.line import Line, What
from ...clauses.words import BE, FILLERS, MODALS
from ...tables import words
from ..setting.dated import is_day
from .event_verbs import is_object
from .objects import PLACES, is_demonym, object_end, phrase_of, without_article
from .told import Told

__all__ = ["destination", "inspected", "is_by_visitor", "visited", "way_to"]

_DETERMINERS: Final = words("determiners")
_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_VISITORS: Final = words("event_words", kind="visits")
_ON_THE_WAY: Final = words("event_words", kind="on the way")
_CLAUSE_REACH: Final = 7
_DAY_REACH: Final = 18
_WAY_LONGEST: Final = 8


def way_to(line: Line, at: int, preposition: str) -> int:
    """Where the preposition of a goal stands, past with whom, how and when somebody goes there."""
    for here in range(at, min(len(line.items), at + _WAY_LONGEST)):
        item = line.items[here]
        if item.lower == "on" and (here + 1 == len(line.items) or line.items[here + 1].date is None):
            return at
        if item.lower == preposition:
            return here
        plain = item.lower in _ON_THE_WAY or item.lower in FILLERS or item.what is not What.WORD
        if not plain or item.what is What.QUOTE:
            return at
    return at


def is_by_visitor(line: Line, index: int) -> bool:
    """Whether people travel on business, not those of whom a clause speaks ("observers who will arrive")."""
    for at in range(index - 1, max(line.start - 1, index - _CLAUSE_REACH), -1):
        if line.at(at) == "who":
            before = at - 1 - (line.at(at - 1) == ",")
            return line.is_person(before) or line.at(before) in _VISITORS
        if line.is_person(at) or line.at(at) in _VISITORS:
            return True
        if line.at(at) in (";", ":") or line.at(at) in _SUBORDINATORS:
            return False
    return False


def inspected(line: Line, index: int, at: int) -> Told | None:
    """What somebody looks at on a day: "[Anna Berg] inspected the border post at <Asp> on Monday"."""
    last = object_end(line, at)
    near = range(max(line.start, index - _DAY_REACH), index + _DAY_REACH)
    dated = any(day in near and is_day(told) for day, told in line.dates)
    sites = line.lower[at:last]
    if not dated or not is_by_visitor(line, index) or not (is_object("building", sites) or "border" in sites):
        return None
    return index, last, without_article(phrase_of(line, at, last)), None


def visited(line: Line, index: int) -> Told | None:
    """What was visited: "<Asp> and <Linden> were visited by a team today"."""
    before = index - 1
    while before > line.start and (
        line.at(before) in BE | MODALS | FILLERS or line.items[before].date is not None
    ):
        before -= 1
    towns = [at for at in line.naming if line.start <= at <= before and _is_town(line, at)]
    begin = before
    while begin - 1 in towns or (line.at(begin - 1) in ("and", ",") and begin - 2 in towns):
        begin -= 1
    if before not in towns:
        return None
    return begin, index + 1, phrase_of(line, begin, before + 1), begin


def _is_town(line: Line, index: int) -> bool:
    item = line.items[index]
    return item.entity is not None and item.entity.kind in PLACES and not is_demonym(item)


def destination(line: Line, at: int, *, direct: bool) -> Told | None:
    """Where somebody goes: a town or State, or, where no preposition leads there, whom or what one visits."""
    begin = at
    if line.at(at) == "it" and direct:
        before = [n for n in line.naming if line.start <= n < at and _is_town(line, n)]
        return (at, at + 1, line.items[before[-1]].text, before[-1]) if before else None
    while line.at(at) in _DETERMINERS:
        at += 1
    if at >= len(line.items):
        return None
    item = line.items[at]
    entity = item.entity
    if entity is not None and entity.kind in PLACES and not is_demonym(item):
        return begin, at + 1, item.text, at
    if not direct or (at == begin and not item.acts):
        return None
    if item.is_person:
        return None
    last = object_end(line, at)
    if last <= at:
        return None
    return begin, last, phrase_of(line, at, last), at
