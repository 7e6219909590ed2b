"""Speakers who are told by a noun: "this was the view of N", "N's message was that", "they heard from N"."""

from __future__ import annotations

from typing import Final

from ..clauses.line import Line, What, party_list
from ..clauses.words import BE
from ..tables import words
from .quoted import Found
from .speech import SpeechVerb
from .subjects import subject_before

__all__ = ["HEARING", "SAYINGS", "heard_from", "saying_of"]

SAYINGS: Final = words("speech_words", kind="noun of saying")
HEARING: Final = words("speech_words", kind="hears from somebody")
_POINTING: Final = frozenset(("this", "that", "such", "these", "those", "which", "so"))
_TOLD: Final = frozenset(("that", ":", "how", "clear", "simple"))
_HEARD: Final = frozenset(("that", "how", "what", "why", "whether"))
_OWNERS: Final = frozenset(("'s", "’s", "'"))
_FARTHEST: Final = 3


def saying_of(line: Line) -> Found:
    """A noun of saying that is somebody's, and what is said beside it.

    "This was the conclusion of N", "That it was late was N's answer", "N's view is that", "the message of N
    was that".
    """
    for index in line.places(SAYINGS):
        if line.at(index + 1) == "of":
            found, end = party_list(line, index + 2)
            if not found or found[0] - index - 2 > _FARTHEST:
                continue
            verb = _past_article(line, index - 1)
            if _tells(line, end) or (verb is not None and _is_told_before(line, verb)):
                yield found, 0.0
        elif holders := _holders(line, index):
            yield holders, 0.0
        elif (owner := _owner(line, index)) is not None and (
            _tells(line, index + 1) or _is_told_before(line, owner - 1)
        ):
            yield (owner,), 0.0


def _holders(line: Line, index: int) -> tuple[int, ...]:
    """Who "is of the opinion that"."""
    held = line.lower[index - 2 : index] == ("of", "the") and line.at(index - 3) in BE
    if not held or line.at(index + 1) != "that":
        return ()
    found = subject_before(line, SpeechVerb("be", index - 3, index - 2, "strong", "present"))
    return found[0] if found is not None else ()


def _past_article(line: Line, index: int) -> int | None:
    """What stands before "the" or "the clear", where a noun follows."""
    at = index if line.at(index) == "the" else index - 1
    return at - 1 if line.at(at) == "the" else None


def _owner(line: Line, index: int) -> int | None:
    """Whose the noun is, an adjective passed over: "N's clear message", "her view"."""
    for at in (index - 1, index - 2):
        if line.at(at) in _OWNERS and line.is_party(at - 1):
            return at - 1
        if line.at(at) in ("his", "her") and line.is_person(at):
            return at
    return None


def _tells(line: Line, index: int) -> bool:
    """Whether "was that", "is: ..." or "was clear: ..." follows."""
    if line.at(index) not in BE:
        return False
    quoted = index + 1 < len(line.items) and line.items[index + 1].what is What.QUOTE
    if line.at(index + 1) in ("clear", "simple"):
        return line.at(index + 2) in (":", "–", "-")
    return quoted or line.at(index + 1) in _TOLD


def _is_told_before(line: Line, index: int) -> bool:
    """Whether "this was" or "That it was late was" stands before."""
    if line.at(index) not in BE or index <= line.start:
        return False
    if line.at(index - 1) in _POINTING:
        return True
    if line.at(index - 1) == "," and index - 2 > line.start:
        return line.items[index - 2].what is What.QUOTE
    return line.items[index - 1].what is What.QUOTE or line.at(line.start) == "that"


def heard_from(line: Line) -> Found:
    """As in "they heard from N that", "N learned from N2 how", "..., they heard from N, ...".

    Whoever is heard says it; where a matter does not follow, the hearing is told and not what was said.
    """
    for index in line.places(HEARING):
        if line.at(index + 1) != "from":
            continue
        found, end = party_list(line, index + 2)
        if not found or found[0] - index - 2 > _FARTHEST:
            continue
        if line.at(end) in _HEARD or _is_aside(line, index, end):
            yield tuple(at for at in found if line.is_person(at)), 0.0


def _is_aside(line: Line, index: int, end: int) -> bool:
    """Whether "they heard from N" stands apart from what is said: behind a comma, and before another."""
    apart = next((at for at in range(index - 1, index - 5, -1) if line.at(at) == ","), line.start)
    return line.at(end) in (",", ".") and apart > line.start
