"""What a post is for that is not named as such: observers, who is advised, an operation by its town."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..people.line import Line
from .model import Phrase
from .possessors import OF_STATES
from .whom import Antecedents

__all__ = ["observers", "operation_in_town", "superior"]

_OBSERVERS: Final = ("osce", "odihr")
_LENGTHS: Final = ("long-term",)
_OPERATIONS: Final = ("office", "mission", "centre", "center", "presence")


def superior(line: Line, index: int, antecedents: Antecedents) -> Phrase | None:
    """ "the President of Tajikistan", whom somebody advises or represents, or the President of that State."""
    for title in OF_STATES:
        last = index + len(title)
        chunk = line.begins_at(last + 1) if line.lower[index:last] == title else None
        if chunk is not None and line.low(last) == "of" and chunk.mention.entity.kind is EntityKind.STATE:
            unit = " ".join(title)
            return Phrase(chunk.last, line.text(index, chunk.last), (chunk.mention.entity,), unit, office=-1)
        if line.lower[index:last] == title and line.low(last) in ("on", "for"):
            state = antecedents.served(line, index, last) or antecedents.state(line.words[index].begin)
            whom = (state,) if state is not None else ()
            return Phrase(last, line.text(index, last), whom, " ".join(title), office=-1)
    return None


def observers(line: Line, first: int, last: int, antecedents: Antecedents) -> Phrase:
    """A mission that observes an election: a unit of ODIHR or the OSCE where its name says so."""
    said = [part for word in line.lower[first:last] for part in word.split("/")]
    words = [word for word in said if word not in _OBSERVERS and word not in (*_LENGTHS, "/", "'s", "’s")]
    owner = next((antecedents.body(word) for word in reversed(said) if word in _OBSERVERS), None)
    if owner is None or len(words) < 2:
        name = line.text(first, last)
        return Phrase(last, name, (Entity(EntityKind.ORGANIZATION, name),))
    return Phrase(last, line.text(first, last), unit=" ".join(words), owner=owner)


def operation_in_town(line: Line, index: int, antecedents: Antecedents) -> Phrase | None:
    """The operation of "the OSCE Office in Dushanbe", which is the one in Tajikistan."""
    noun = line.low(index)
    if noun not in _OPERATIONS or not line.is_capitalised(index) or line.low(index + 1) not in ("in", "to"):
        return None
    chunk = line.begins_at(index + 2)
    if chunk is None or chunk.mention.entity.kind is not EntityKind.PLACE:
        return None
    operation = antecedents.operation_in(noun, chunk.mention.entity)
    return Phrase(chunk.last, line.text(index, chunk.last), (operation,)) if operation is not None else None
