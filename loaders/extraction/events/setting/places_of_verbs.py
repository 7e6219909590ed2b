"""Where what a verb says took place, if no place follows it: in its object, by its day, or "there"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .....ontology.facts import Entity, EntityKind, EventKind
from ...clauses.line import Line
from ..phrases import EventMention
from .scope import is_apart

__all__ = ["place_of_verb"]

_IN: Final = frozenset(("in", "at", "near"))
_LEADS: Final = _IN | {"of"}
_NOWHERE: Final = frozenset(
    (EventKind.STATEMENT, EventKind.PUBLICATION, EventKind.APPOINTMENT, EventKind.ELECTION)
)
_THERE_REACH: Final = 3


def place_of_verb(found: Sequence[Line], number: int, mention: EventMention) -> Entity | None:
    """The town of what a verb says: "visited the prison of <Asp>", "agreed in <Asp> today, and signed".

    Args:
        found: the lines of the release
        number: which of them it is
        mention: what the verb says
    """
    if mention.kind in _NOWHERE or not mention.acts:
        return None
    line = found[number]
    there = any(line.at(at) == "there" for at in range(mention.last, mention.last + _THERE_REACH))
    if there or line.at(mention.head - 1) == "there":
        return _named_before(found, number, mention)
    if mention.kind is EventKind.VISIT:
        inside = (
            _town(line, at) for at in range(mention.head + 2, mention.last) if line.at(at - 1) in _LEADS
        )
        return next((town for town in inside if town is not None), None)
    towns = [at for at in line.naming if _town(line, at) and line.at(at - 1) in _IN and _is_by_day(line, at)]
    only = towns[0] if len(towns) == 1 and not is_apart(line, mention, towns[0]) else None
    return _town(line, only) if only is not None else None


def _named_before(found: Sequence[Line], number: int, mention: EventMention) -> Entity | None:
    for line, end in ((found[number], mention.last), *((before, None) for before in found[:number][-1:])):
        towns = [
            at for at in line.naming if line.start <= at and (end is None or at < end) and _town(line, at)
        ]
        if towns:
            return _town(line, towns[-1])
    return None


def _town(line: Line, index: int) -> Entity | None:
    entity = line.items[index].entity
    return entity if entity is not None and entity.kind is EntityKind.PLACE else None


def _is_by_day(line: Line, index: int) -> bool:
    """Whether the day stands beside the town ("in <Asp> on Monday", "today in <Asp>")."""
    behind = index + 1 + (line.at(index + 1) == "on")
    items = line.items
    return (behind < len(items) and items[behind].date is not None) or (
        index - 2 >= line.start and items[index - 2].date is not None
    )
