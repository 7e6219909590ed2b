"""Where people are met: the town or house whose mayor or director a sentence speaks of."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..people.line import Line
from ..tables import words

__all__ = ["host_of_meeting", "town_of_meeting"]

_TRAVEL: Final = words("post_words", kind="goes to a town")


def town_of_meeting(line: Line) -> Entity | None:
    """The town of a sentence where people meet: "from Linden, where he met the Mayor"."""
    for index, word in enumerate(line.lower):
        chunk = line.ends_before(index - 1) if word == "where" and line.low(index - 1) == "," else None
        if chunk is not None and chunk.mention.entity.kind is EntityKind.PLACE:
            return chunk.mention.entity
    if _TRAVEL.isdisjoint(line.vocabulary):
        return None
    towns = {
        chunk.mention.entity
        for chunk in line.named
        if chunk.mention.entity.kind is EntityKind.PLACE
        and line.low(chunk.first - 1) == "to"
        and line.low(chunk.first - 2) in _TRAVEL
    }
    return next(iter(towns)) if len(towns) == 1 else None


def host_of_meeting(line: Line, before: int) -> Entity | None:
    """The one organization where people are met: "at the Library, where the Director, N, ...".

    It stands before the post, behind "at" where the sentence begins so, or before "where".
    """
    hosts = {
        chunk.mention.entity
        for chunk in line.named
        if chunk.last <= before
        and chunk.mention.entity.kind is EntityKind.ORGANIZATION
        and (
            line.lower[chunk.last : chunk.last + 2] == (",", "where")
            or line.lower[line.start : chunk.first] in (("at",), ("at", "the"))
        )
    }
    return next(iter(hosts)) if len(hosts) == 1 else None
