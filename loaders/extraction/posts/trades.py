"""Where one of a trade works, told behind the name: "engineer N of the Agency", "lawyer N from the Bar"."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..people.lexicon import DETERMINERS
from ..people.line import Line

__all__ = ["employer_behind_name"]

_LONGEST_NAME: Final = 4
_FROM: Final = ("of", "from", "at", "with")
_EMPLOYERS: Final = (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION)


def employer_behind_name(line: Line, index: int) -> Entity | None:
    """The organization of one whose name begins with the word, right behind a trade; None where none is."""
    last = index
    while line.is_capitalised(last) and line.blocks(last) is None and last - index <= _LONGEST_NAME:
        last += 1
    if not 1 < last - index <= _LONGEST_NAME or line.low(last) not in _FROM:
        return None
    chunk = line.begins_at(last + 1)
    if chunk is None and line.low(last + 1) in DETERMINERS:
        chunk = line.begins_at(last + 2)
    if chunk is None or line.is_possessive(chunk.last) or chunk.mention.entity.kind not in _EMPLOYERS:
        return None
    return chunk.mention.entity
