"""What a post is for that is not named as such: observers, who is advised, an operation by its town."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..people.line import Line
from .model import Phrase
from .possessors import OF_STATES
from .units import matter_end
from .whom import Antecedents

__all__ = ["observers", "operation_in_town", "superior"]

_MINISTERS: Final = (("prime", "minister"), ("deputy", "minister"), ("minister",), ("president",))
_OPERATIONS: Final = ("office", "mission", "centre", "center", "presence")


def superior(line: Line, index: int, antecedents: Antecedents) -> Phrase | None:
    """ "the President of Tajikistan", whom somebody advises or represents, or the President of that State."""
    minister = _minister(line, index, antecedents)
    if minister is not None:
        return minister
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


def _minister(line: Line, index: int, antecedents: Antecedents) -> Phrase | None:
    """ "the Estonian Minister of Justice", "the Minister of Justice of Estonia", whom somebody advises."""
    chunk = line.begins_at(index)
    state: Entity | None = None
    first = index
    if chunk is not None and chunk.mention.entity.kind is EntityKind.STATE:
        state, first = chunk.mention.entity, chunk.last + line.is_possessive(chunk.last)
    size = next((len(title) for title in _MINISTERS if line.lower[first : first + len(title)] == title), 0)
    if size == 0:
        return None
    last, said = first + size, line.text(first, first + size)
    if line.low(last) in ("of", "for"):
        end = matter_end(line, last + 1 + (line.low(last + 1) == "the"))
        if end is not None:
            said, last = f"{said} of {line.text(last + 1, end)}", end
    behind = line.begins_at(last + 1) if line.low(last) == "of" else None
    if behind is not None and behind.mention.entity.kind is EntityKind.STATE:
        state, last = behind.mention.entity, behind.last
    if state is None:
        return None
    return Phrase(last, line.text(index, last), (state,), said.lower(), office=-1)


def observers(line: Line, first: int, last: int, antecedents: Antecedents) -> Phrase:
    """A mission that observes an election: an organization for a while; the OSCE's observers are a unit."""
    said, name = line.lower[first:last], line.text(first, last)
    words = [word for word in said if word != "osce"]
    if "observer" in said and "osce" in said:
        return Phrase(last, name, unit=" ".join(words), owner=antecedents.osce)
    return Phrase(last, name, (Entity(EntityKind.ORGANIZATION, name),))


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
