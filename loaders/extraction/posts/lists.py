"""What a plural post is for: several field operations under one noun, several towns."""

from __future__ import annotations

from ....ontology.facts import Entity, EntityKind
from ..people.lexicon import UNITS
from ..people.line import Line
from .model import Phrase

__all__ = ["listed_operations", "towns"]


def listed_operations(line: Line, index: int) -> Phrase | None:
    """ "the OSCE Centres in ... and ...": several field operations under one noun."""
    chunk = line.begins_at(index)
    if chunk is not None and chunk.mention.entity.id in ("osce", "csce"):
        index = chunk.last
    if line.low(index).removesuffix("s") not in UNITS or line.low(index + 1) not in ("in", "to"):
        return None
    found: list[Entity] = []
    last = index + 2
    while True:
        chunk = line.begins_at(last) or line.begins_at(last + 1)
        if chunk is None or chunk.mention.entity.kind is not EntityKind.FIELD_OPERATION:
            break
        found.append(chunk.mention.entity)
        last = chunk.last
        ahead = last + 1 + (line.low(last + 1) in ("in", "to"))
        if line.low(last) not in ("and", ",") or (line.begins_at(ahead) or line.begins_at(ahead + 1)) is None:
            break
        last = ahead
    if len(found) < 2:
        return None
    return Phrase(last, line.text(index, last), tuple(found))


def towns(line: Line, index: int, *, plural: bool) -> Phrase:
    """Towns that no table knows, of a mayor."""
    found: list[Entity] = []
    last = index
    for _ in range(2 if plural else 1):
        known = line.begins_at(last)
        begin, last = last, _capitals_end(line, last) if known is None else known.last
        found.append(
            Entity(EntityKind.PLACE, line.text(begin, last)) if known is None else known.mention.entity
        )
        if not plural or line.low(last) != "and" or not line.is_capitalised(last + 1):
            break
        last += 1
    return Phrase(last, line.text(index, last), tuple(found))


def _capitals_end(line: Line, index: int) -> int:
    while index < len(line) and line.is_capitalised(index) and line.blocks(index) is None:
        index += 1
    return index
