"""Field operations and bodies that a text names otherwise than by one name: in lists, or by their office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from ....ontology.facts import EntityKind
from ..tables import read_table
from ..text.tokens import POSSESSIVES
from .line import Line, Name

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["inverted_operations", "listed_operations", "owners_in", "with_offices", "with_owner"]

_PLURALS: Final = {row["plural"]: row["singular"] for row in read_table("operation_nouns")}
_IN_SMALL: Final = frozenset(plural.lower() for plural in _PLURALS)
_SINGULARS: Final = frozenset(_PLURALS.values())
_OWN: Final = frozenset(("osce", "csce"))
_PLACES: Final = frozenset((EntityKind.PLACE, EntityKind.STATE))
_OPERATIONS: Final = frozenset({EntityKind.FIELD_OPERATION})


def listed_operations(
    line: Line, names: Sequence[Name], reference: Reference, on: date | None
) -> Iterator[Name]:
    """The operations of "the OSCE Centres in Tashkent, Almaty and Bishkek", each at its place's words."""
    if _IN_SMALL.isdisjoint(line.vocabulary):
        return
    by_first = {name.first: name for name in names}
    for index in range(len(line.sentence.tokens)):
        singular = _PLURALS.get(line.word(index))
        preposition = line.word(index + 1)
        if singular is None or preposition not in ("in", "to"):
            continue
        if line.word(index - 1) in ("Programme", "Project"):
            singular = f"{line.word(index - 1)} {singular}"
        position = index + 2
        while True:
            if line.word(position) in ("the", "in", "to"):
                position += 1
            place = by_first.get(position)
            if place is None or place.entity.kind not in _PLACES:
                break
            said = line.sentence.text[
                place.begin - line.sentence.span.begin : place.end - line.sentence.span.begin
            ]
            for variant in (preposition, "in", "to"):
                found = reference.find(f"OSCE {singular} {variant} {said}", on=on, kinds=_OPERATIONS)
                if found:
                    yield place._replace(entity=found[0].entity, rule="listed operation", confidence=0.9)
                    break
            position = place.last
            if line.word(position) == "," and line.word(position + 1) == "and":
                position += 2
            elif line.word(position) in (",", "and", "or"):
                position += 1
            else:
                break


def inverted_operations(
    line: Line, names: Sequence[Name], reference: Reference, on: date | None
) -> Iterator[Name]:
    """The operations that are named with the place first: "the OSCE's Skopje Mission"."""
    for place in names:
        head = line.word(place.last)
        before = place.first - (2 if line.word(place.first - 1) in POSSESSIVES else 1)
        if place.entity.kind not in _PLACES or head not in _SINGULARS or line.lower(before) not in _OWN:
            continue
        for preposition in ("in", "to"):
            found = reference.find(f"OSCE {head} {preposition} {place.entity.name}", on=on, kinds=_OPERATIONS)
            if found:
                end = line.sentence.tokens[place.last].end
                yield place._replace(
                    entity=found[0].entity,
                    end=end,
                    last=place.last + 1,
                    rule="inverted operation",
                    demonym=False,
                )
                break


def owners_in(names: Sequence[Name]) -> dict[int, Name]:
    """The names of the OSCE itself, by the token after them."""
    found: dict[int, Name] = {}
    for name in names:
        if name.entity.id in _OWN:
            found.setdefault(name.last, name)
    return found


def with_owner(line: Line, name: Name, owners: Mapping[int, Name]) -> Name:
    """The name with an "OSCE" that stands before it: "OSCE Gender Section"."""
    if name.entity.kind not in (EntityKind.BODY, EntityKind.FIELD_OPERATION) or name.entity.id in _OWN:
        return name
    owner = owners.get(name.first)
    if owner is None or line.word(owner.last - 1) in POSSESSIVES:
        return name
    return name._replace(begin=owner.begin, first=owner.first)


def with_offices(line: Line, name: Name) -> Name:
    """The name of a body that is a post, with its office: "the High Commissioner's Office"."""
    if name.entity.kind is not EntityKind.BODY or name.entity.id in _OWN:
        return name
    tokens = line.sentence.tokens
    if line.word(name.last) in POSSESSIVES and line.word(name.last + 1) == "Office":
        name = name._replace(end=tokens[name.last + 1].end, last=name.last + 2)
    before = name.first - 1
    if line.word(before) == "the" and line.word(before - 1) == "of" and line.word(before - 2) == "Office":
        name = name._replace(begin=tokens[before - 2].begin, first=before - 2)
    return name
