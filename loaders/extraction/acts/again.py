"""What "it" stands for at the head of a sentence: the body, organization or State of the sentence before.

>>> it_stands_at(("it", "will", "train"), 0)
True
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ....ontology.facts import EntityKind
from ..clauses.line import Item, Line, What
from ..clauses.words import PREPOSITIONS
from ..model import Part
from ..tables import words
from .agents import heads_clause

__all__ = ["it_stands_at", "with_it"]

_COULD_ACT: Final = words("act_words", kind="could be it")
_PLACED: Final = ("in", "of", "from", "to")


def it_stands_at(lower: Sequence[str], start: int) -> bool:
    """Whether a sentence begins with "it", which may be somebody."""
    return lower[start : start + 1] == ("it",) and lower[start + 1 : start + 2] not in (("is",), ("was",))


def with_it(lines: Sequence[Line], number: int) -> Line:
    """The sentence, with whom "it" means in the place of the word where that is certain.

    That is the subject of the sentence before it in the paragraph, where nobody and nothing else there can be
    meant: no other body or organization, and no office, network or project that was only then made.
    """
    line = lines[number]
    at = next((i for i in _places(line) if it_stands_at(line.lower, i)), None)
    if at is None or number == 0:
        return line
    meant = _subject(lines[number - 1], line)
    if meant is None:
        return line
    item = line.items[at]
    known = replace(item, what=What.PARTY, party=meant.party, mention=meant.mention)
    return replace(line, items=(*line.items[:at], known, *line.items[at + 1 :]))


def _places(line: Line) -> tuple[int, ...]:
    """Where the subject of a sentence may stand: at its head, or behind a day before it."""
    if line.start >= len(line.items):
        return ()
    opening = line.at(line.start) in PREPOSITIONS and line.start + 1 < len(line.items)
    if opening and line.items[line.start + 1].what is What.DATE:
        comma = line.at(line.start + 2) == ","
        return (line.start + (3 if comma else 2),)
    return (line.start,)


def _subject(before: Line, line: Line) -> Item | None:
    one, other = before.sentence, line.sentence
    if (one.part, one.paragraph) != (Part.BODY, other.paragraph) or before.quotes:
        return None
    if any(item.lower in _COULD_ACT for item in before.items if item.what is What.WORD):
        return None
    acting = [at for at in before.naming if at >= before.start and before.items[at].acts]
    named = [at for at in acting if not _is_place(before, at)]
    if not named or not heads_clause(before, named[0]):
        return None
    first = before.items[named[0]]
    entity = first.entity
    if entity is None or entity.kind is EntityKind.PERSON:
        return None
    others = (before.items[at].entity for at in named[1:])
    if any(o is not None and o != entity and o.kind is not EntityKind.PERSON for o in others):
        return None
    people = [at for at in named[1:] if before.is_person(at)]
    return first if not any(heads_clause(before, at) for at in people) else None


def _is_place(line: Line, index: int) -> bool:
    """Whether a State is only where something is: "in Moldova"."""
    entity = line.items[index].entity
    return entity is not None and entity.kind is EntityKind.STATE and line.at(index - 1) in _PLACED
