"""Occasions of a noun that no table knows, told by a verb that only occasions have: "A dance was held in"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....ontology.facts import EventKind
from ..clauses.line import Line, What
from ..clauses.words import BE, MODALS, NEGATIONS, PREPOSITIONS
from ..tables import words
from .named_occasions import verb_of_taking_place
from .phrases import EventMention, content_words, noun_kind
from .setting.dated import is_day
from .verbs.objects import object_end, phrase_of

__all__ = ["HELD_OR_STAGED", "common_occasions"]

_STAGES: Final = frozenset(("organize", "organized", "organise", "organised", "stage", "staged", "stages"))
HELD_OR_STAGED: Final = _STAGES | {"held", "place"}
_AHEAD: Final = frozenset(("to", "due", "scheduled"))
_INDEFINITE: Final = frozenset(("a", "an"))
_WHERE_OR_WHEN: Final = frozenset(("in", "at", "on", "here", "by", "near", "from", "between"))
_NONE: Final = (
    words("event_words", kind="incident")
    | words("event_words", kind="name of what meets")
    | words("event_words", kind="no occasion though organized")
    | words("attendance_words", kind="people")
)
_ABOUT: Final = 9
_LONGEST: Final = 14


def common_occasions(line: Line, number: int) -> Iterator[EventMention]:
    """As in "A dance for miners was held in <Asp> on 3 May", "The {Water Union} will stage a dance today"."""
    if not line.dates:
        return
    for index in line.places(HELD_OR_STAGED):
        if line.items[index].what is not What.WORD:
            continue
        found = _subject(line, index) or _object(line, index)
        if found is None or not any(
            found[0] - _ABOUT <= at <= max(index, found[1]) + _ABOUT and is_day(day) for at, day in line.dates
        ):
            continue
        first, last, head = found
        name = phrase_of(line, first + 1, last)
        yield EventMention(
            number, head, first, last, EventKind.OTHER, line.at(head), name, content_words(name), False
        )


def _subject(line: Line, index: int) -> tuple[int, int, int] | None:
    """The phrase with which a sentence begins and of which the verb says that it took place."""
    end = verb_of_taking_place(line, index, _AHEAD)
    told = index + 1 < len(line.items) and (
        line.items[index + 1].date is not None or line.at(index + 1) in _WHERE_OR_WHEN
    )
    begins = line.start + (line.start < len(line.items) and line.items[line.start].date is not None)
    begins += line.at(begins) == ","
    if end is None or not told or line.at(begins) not in _INDEFINITE:
        return None
    if not NEGATIONS.isdisjoint(line.lower[end:index]):
        return None
    if any(line.items[at].date is not None or line.at(at) in BE | MODALS for at in range(begins, end)):
        return None
    last = next((at for at in range(begins, end) if line.at(at) == ","), end)
    return _phrase(line, begins, last) if last - begins <= _LONGEST else None


def _object(line: Line, index: int) -> tuple[int, int, int] | None:
    """What the verb says that somebody organized."""
    before = line.at(index - 1)
    finite = line.at(index) not in ("organize", "organise", "stage") or before in MODALS | {"to"}
    if line.at(index) not in _STAGES or not finite or before in BE | NEGATIONS or before in ("have", "been"):
        return None
    return (
        _phrase(line, index + 1, object_end(line, index + 1)) if line.at(index + 1) in _INDEFINITE else None
    )


def _phrase(line: Line, first: int, last: int) -> tuple[int, int, int] | None:
    """A phrase whose noun, the last before a preposition, may be an occasion: where it is, and the noun."""
    end = next(
        (
            at
            for at in range(first + 1, last)
            if line.at(at) in PREPOSITIONS or line.at(at) in ("of", "that", "which", "to")
        ),
        last,
    )
    head = end - 1
    if head <= first or line.items[head].what is not What.WORD or not line.at(head).isalpha():
        return None
    told = line.lower[first + 1 : end]
    known = any(noun_kind(word.removesuffix("s")) for word in line.lower[first:last]) or not _NONE.isdisjoint(
        told
    )
    known = known or line.items[head].text[:1].isupper() or line.at(head).endswith(("ed", "ly", "er"))
    return None if known else (first, last, head)
