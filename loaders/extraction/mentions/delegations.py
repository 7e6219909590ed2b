"""Delegations by whom they are and where they are sent: "the EU Delegation to Georgia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ....ontology.facts import EntityKind
from .line import Line, Name
from .organizations import FoundOrganization

__all__ = ["find_delegations"]

_SENT: Final = ("Delegation", "Representation")
_SENDER: Final = "eu"


def find_delegations(line: Line, names: Sequence[Name]) -> Iterator[FoundOrganization]:
    """The delegations of the European Union to a State, in either order of their words."""
    if "delegation" not in line.vocabulary and "representation" not in line.vocabulary:
        return
    states = {name.first: name for name in names if name.entity.kind is EntityKind.STATE and not name.demonym}
    for name in names:
        if name.entity.id != _SENDER:
            continue
        first, head, after = name.first, name.last, name.last + 1
        if line.word(head) not in _SENT:
            head = name.first - 2 - (line.word(name.first - 1) == "the")
            first, after = head, name.last
            if line.word(head) not in _SENT or line.word(head + 1) != "of":
                continue
        state = states.get(after + 1) or states.get(after + 2) if line.word(after) == "to" else None
        if state is not None:
            yield FoundOrganization(first, state.last, head, "delegation", True, "form delegation")
