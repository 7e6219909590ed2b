"""Members of parliament by the name of their house: "a deputy of the Bundestag", "of a State's senate"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....ontology.facts import Entity, EntityKind
from ..people.lexicon import DETERMINERS, Head
from ..people.line import Line
from ..tables import read_table

if TYPE_CHECKING:
    from .whom import Antecedents

__all__ = ["MEMBERS", "seat_in_parliament"]

MEMBERS: Final = frozenset(("member", "deputy"))
_HOUSES: Final = {tuple(row["name"].split()): row["state"] for row in read_table("parliaments")}
_SIZES: Final = (3, 2, 1)
_PREPOSITIONS: Final = frozenset(("of", "in", "to", "from"))
_HEAD: Final = Head("member of parliament", "state", plural=False)


def seat_in_parliament(line: Line, index: int, antecedents: Antecedents) -> tuple[int, Head, Entity] | None:
    """The post of one who is a member of a parliament's house, and its State; None for other members.

    index  the word after "member" or "deputy"

    The word returned is the one after the house and its State.
    """
    if line.low(index) not in _PREPOSITIONS:
        return None
    first = index + 1 + (line.low(index + 1) in DETERMINERS)
    owner: Entity | None = None
    chunk = line.chunks[first] if first < len(line) else None
    if chunk is not None and chunk.first == first and chunk.mention.entity.kind is EntityKind.STATE:
        owner, first = chunk.mention.entity, chunk.last
        first += line.is_possessive(first)
    named = line.blocks(first)
    if named is not None and named.first == first and named.mention.entity.kind is EntityKind.ORGANIZATION:
        starts = (first, first + 1)  # "the Swedish Riksdag" may be a name as a whole
        house = next((h for at in starts for n in _SIZES if (h := line.lower[at : at + n]) in _HOUSES), None)
        if house is None:
            return None
        code = _HOUSES[house]
        state = antecedents.state_of_code(code) if code else antecedents.state_within(named.mention.span)
        return (named.last, _HEAD, state) if state is not None else None
    size = next((n for n in _SIZES if line.lower[first : first + n] in _HOUSES), 0)
    if size == 0:
        return None
    last = first + size
    known = _HOUSES[line.lower[first:last]]
    behind = line.chunks[last + 1] if line.low(last) == "of" and last + 1 < len(line) else None
    if behind is not None and behind.mention.entity.kind is EntityKind.STATE:
        owner, last = behind.mention.entity, behind.last
    elif known:
        owner = antecedents.state_of_code(known)
    return (last, _HEAD, owner) if owner is not None else None
