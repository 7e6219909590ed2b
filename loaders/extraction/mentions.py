"""Finds what the sentences name: States, bodies, field operations, organizations, places, events and more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ...ontology.facts import EntityKind
from .collisions import Surroundings
from .gazetteer import Match, When, gazetteer_of
from .known import Line, Name, known_names
from .model import Context, EntityMention, Sentence

if TYPE_CHECKING:
    from ...ontology.reference import Reference

__all__ = ["find_mentions"]

_UNCOUNTED: Final = frozenset(("osce", "csce"))
_INSIDE_NOTHING: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.DOCUMENT))


def find_mentions(
    context: Context, sentences: Sequence[Sentence], reference: Reference
) -> tuple[EntityMention, ...]:
    """What the sentences name, in the order of the text.

    Mentions may lie within one another (a State in the name of its ministry). Those that are no mention of
    their own by the rules of annotation (the OSCE itself, "the Mission") have `counts` False.
    """
    gazetteer = gazetteer_of(reference)
    countries = _countries(reference)
    lines = [Line(sentence) for sentence in sentences]
    matches = [
        list(gazetteer.matches(line.sentence.text, context.language, line.capitals_until)) for line in lines
    ]
    around = _surroundings(context, lines, matches, countries, reference)
    found: list[EntityMention] = []
    for line, matched in zip(lines, matches, strict=True):
        names = known_names(line, gazetteer, around, countries, context.language, matched)
        found += (_mention(line, name, context) for name in _settled(names))
    return tuple(sorted(found, key=lambda m: (m.span.begin, -m.span.end)))


def _mention(line: Line, name: Name, context: Context) -> EntityMention:
    return EntityMention(
        entity=name.entity,
        span=name.span,
        exact=name.span.of(context.text),
        sentence=line.sentence.index,
        rule=name.rule,
        confidence=name.confidence,
        counts=name.counts and name.entity.id not in _UNCOUNTED,
        demonym=name.demonym,
    )


def _settled(names: Iterable[Name]) -> list[Name]:
    """Of names that overlap the longest; within it only what it leaves its own mention."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (-n.length, n.begin)):
        rivals = [other for other in kept if other.begin < name.end and name.begin < other.end]
        if all(_leaves(other, name) for other in rivals):
            kept.append(name)
    return kept


def _leaves(outer: Name, inner: Name) -> bool:
    if not (outer.begin <= inner.begin and inner.end <= outer.end) or outer.length == inner.length:
        return False
    if outer.entity.kind is EntityKind.ORGANIZATION:
        return inner.entity.kind is EntityKind.STATE
    if outer.entity.kind is EntityKind.EVENT:
        return inner.entity.kind is EntityKind.BODY
    return False


@lru_cache(maxsize=4)
def _countries(reference: Reference) -> Mapping[str, str]:
    """The ISO code of the State in which each place of reference lies."""
    found: dict[str, str] = {}
    for known in reference.entities(EntityKind.PLACE):
        country = known.linked("country")
        code = country.id if country is not None else known.row.get("iso2")
        if code and known.entity.id:
            found[known.entity.id] = code
    return found


def _surroundings(
    context: Context,
    lines: Sequence[Line],
    matches: Sequence[Sequence[Match]],
    countries: Mapping[str, str],
    reference: Reference,
) -> Surroundings:
    """What the release as a whole names, by names that can mean one thing only."""
    states: set[str] = set()
    places: set[str] = set()
    for match in (match for matched in matches for match in matched):
        entities = {entry.entity for entry in match.entries if entry.when(context.issued) is not When.FUTURE}
        if len(entities) == 1:
            (entity,) = entities
            if entity.kind is EntityKind.STATE and entity.id:
                states.add(entity.id)
            elif entity.kind is EntityKind.PLACE and entity.id:
                places.add(entity.id)
            elif entity.kind is EntityKind.FIELD_OPERATION:
                known = reference.of(entity)
                host = known.linked("host_state") if known is not None else None
                if host is not None and host.id:
                    (states if host.kind is EntityKind.STATE else places).add(host.id)
    header = {entity.id for entity in context.places if entity.id}
    dateline = frozenset(countries[place] for place in header if place in countries)
    around = states | {countries[place] for place in places if place in countries} | dateline
    return Surroundings(
        on=context.issued,
        text=" ".join(line.sentence.text for line in lines),
        countries=frozenset(around),
        dateline=dateline,
        places=frozenset(places | header),
    )
