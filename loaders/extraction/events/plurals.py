"""Plurals that name one occasion or a series of them, not occasions in general."""

from __future__ import annotations

from typing import Final

from ..clauses.line import Line
from ..tables import words
from .extent import left_edge
from .setting.dated import is_day

__all__ = ["LEADS_TO_NOUN", "PLURALS", "are_held"]

PLURALS: Final = words("event_words", kind="plural")
_PLURAL_ENDS: Final = frozenset(plural.split()[-1] for plural in PLURALS)
_HELD: Final = words("event_words", kind="held")
_HELD_REACH: Final = 30
_DAY_REACH: Final = 8
_BEFORE_HELD: Final = 5
_GOES_ON_WITH: Final = frozenset(("will", "take", "took", "are", "were"))
LEADS_TO_NOUN: Final = words("event_words", kind="leads to an occasion") | words("event_words", kind="holds")
_ONE_OF_SEVERAL: Final = words("event_words", kind="tells one from another") | {
    "first",
    "last",
    "final",
    "one",
    "round",
}
_ONE_OF_REACH: Final = 6


def are_held(line: Line, last: int) -> bool:
    """Whether the plural before an index names occasions that are held on a day ("courses held today")."""
    if not line.dates or line.at(last - 1) not in _PLURAL_ENDS:
        return False
    plural = " ".join(line.lower[max(line.start, last - 2) : last])
    if plural not in PLURALS and line.at(last - 1) not in PLURALS:
        return False
    for at in range(last, min(len(line.items), last + _HELD_REACH)):
        if line.at(at) in _HELD and any(
            max(last - at, -_BEFORE_HELD) <= index - at <= _DAY_REACH for index, _ in line.dates
        ):
            return True
        if line.at(at) in (";", ":", "who", "whose", "where"):
            break
        if line.at(at) == "that" and line.at(at + 1) not in _GOES_ON_WITH:
            break
    return _is_one_of_several(line, last - 1) or _are_held_by(line, last - 1)


def _is_one_of_several(line: Line, index: int) -> bool:
    """Whether one of those that a plural names is meant ("the first of four workshops")."""
    for at in range(index - 1, max(line.start, index - _ONE_OF_REACH), -1):
        if line.at(at) == "of":
            return line.at(at - 1) in _ONE_OF_SEVERAL
    return False


def _are_held_by(line: Line, index: int) -> bool:
    """Whether somebody holds those that a plural names on a day ("organized public debates on 5 May")."""
    first, _, _ = left_edge(line, index)
    dated = any(index < at <= index + _HELD_REACH and is_day(day) for at, day in line.dates)
    return dated and line.at(first - 1) in LEADS_TO_NOUN
