"""What happens by itself, with no object: a body meets, a library opens, a book comes out."""

from __future__ import annotations

from typing import Final

from ...clauses.line import Line
from ...clauses.words import PREPOSITIONS
from ...tables import words
from ..setting.dated import is_year
from .event_verbs import is_object
from .objects import subject_phrase
from .told import Told

__all__ = ["comes_out", "intransitive", "opens"]

_DETERMINERS: Final = words("determiners")
_RELATIVES: Final = frozenset(("which", "that", "whom"))
_HOLDS_TOO: Final = frozenset(("convened", "convenes", "convene", "assembled"))
_ABOUT: Final = 12
_DAY_REACH: Final = 5


def comes_out(line: Line, index: int, at: int) -> Told | None:
    """A book or the like that appears on a day ("the second edition came out today")."""
    last = max(at, index + 1)
    subject = subject_phrase(line, index)
    told = any(abs(n - index) <= _DAY_REACH and not is_year(day) for n, day in line.dates)
    return (index, last, subject, None) if told and _is_called(subject, "writing") else None


def intransitive(line: Line, index: int, last: int) -> Told | None:
    """A body or group that met at some place or time."""
    following = line.items[last + 1] if last + 1 < len(line.items) else None
    if following is not None and following.lower == "together":
        return intransitive(line, index, last + 1)
    timed = following is not None and (
        following.date is not None or following.lower in ("in", "on", "for", "at", "here", "again")
    )
    if not timed or (following is not None and following.date and line.at(last + 2) in _DETERMINERS):
        return None
    subject = subject_phrase(line, index)
    if not subject or (line.at(index) in _HOLDS_TOO and _is_of_relative(line, index)):
        return None
    return index, index + 1, subject, None


def opens(line: Line, index: int, at: int) -> Told | None:
    """A building that opens on a day: "A library, paid for by the town, opened today in Linden"."""
    while line.at(at) in ("in", "at", "on", "here", "the") or (
        at < len(line.items) and line.items[at].mention is not None and line.items[at].date is None
    ):
        at += 1
    if at >= len(line.items) or line.items[at].date is None:
        return None
    if _is_of_relative(line, index):
        return None
    subject = subject_phrase(line, index)
    return (index, index + 1, subject, None) if _is_called(subject, "building") else None


def _is_called(subject: str, kind: str) -> bool:
    """Whether a subject's noun, before any preposition, is one of a kind of object."""
    told = subject.casefold().split()
    end = next((at for at, word in enumerate(told) if word in PREPOSITIONS), len(told))
    return is_object(kind, told[:end])


def _is_of_relative(line: Line, index: int) -> bool:
    """Whether the verb is that of a clause that tells of another ("a fair which the school opened")."""
    before = range(max(line.start, index - _ABOUT), index - 1)
    return any(
        line.at(at) in _RELATIVES and line.is_party(at + 1 + (line.at(at + 1) == "the")) for at in before
    )
