"""What a source says by which things are told apart: the input of settling, asked for by key.

A key names all claims that can bear on one another: those on one release day, on one name of a person, of
one month in which events start, on one local name of an organization or place. Settling a key needs no other
claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ..ontology.facts import (
    Act,
    Attendance,
    Entity,
    EntityKind,
    Event,
    InferredField,
    Membership,
    Mention,
    Participation,
    Release,
    Role,
    SourceReading,
    Statement,
)
from ..ontology.names import loose_key
from ..ontology.vocabulary import short_hash, slug
from .knowledge import SURE, Knowledge, local_of

__all__ = [
    "OF",
    "ROLES_IN_NAMES",
    "Claims",
    "attendance",
    "claims_of",
    "content_words",
    "event_key",
    "release_key",
]

Claims = Mapping[str, Any]
"""By key, what one source claims, in values that JSON has."""

OF: Final = "of-"
"""Begins the rest of an event's key where that is a row of reference and not a day."""

ROLES_IN_NAMES: Final = frozenset({Role.ORGANIZER, Role.HOST, Role.SUPPORTER, Role.FUNDER})
"""The roles that have a participation of their own beside what else somebody did at an event."""

_MONTH: Final = len("2006-11")
_OPENING: Final = 400
_WORD: Final = re.compile(r"\w+")
_IDLE: Final = frozenset(
    {
        "a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "osce", "the", "their", "to",
        "with",
    }
)  # fmt: skip


def content_words(name: str) -> frozenset[str]:
    """The words of an event's name that tell it from another's, without plural endings.

    >>> sorted(content_words("the 31st OSCE Ministerial Councils"))
    ['31st', 'council', 'ministerial']
    """
    words = (loose_key(word) for word in _WORD.findall(name))
    kept = (word for word in words if word and word not in _IDLE)
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in kept)


@dataclass(frozen=True, slots=True)
class _Named:
    """An entity of a release, and whether a post for a State was claimed with it."""

    entity: Entity
    state: str | None = None


def release_key(release: Release, text: str) -> str:
    """The key of a release's claim: its day, or for want of one its own words."""
    if release.issued is not None:
        return f"release/{release.issued.isoformat()}"
    return f"release/undated-{short_hash(_title(release) + '/' + _body(release, text), 12)}"


def _title(release: Release) -> str:
    return loose_key(release.title)


def _body(release: Release, text: str) -> str:
    return loose_key(release.body.of(text)[:_OPENING])


def event_key(event: Event) -> str:
    """The key of an event with a date: the month in which it starts, or the year if that is all."""
    return f"event/{str(event.when.start)[:_MONTH]}"


def claims_of(reading: SourceReading, knowledge: Knowledge) -> dict[str, Any]:
    """What the source claims, by key."""
    claims: dict[str, Any] = {}
    for number, release in enumerate(reading.releases):
        body = short_hash(_body(release, reading.text), 12)
        claim = [number, release.number, release.title, body]
        claims.setdefault(release_key(release, reading.text), []).append(claim)
        for named in _entities(release):
            _claim_name(claims, named, release, knowledge)
        attended = _attended(release, knowledge)
        for fact in release.facts:
            if not isinstance(fact, Event):
                continue
            there = attended.get(fact.key, [])
            if fact.entity is not None and _is_occasion(fact, knowledge):
                claims.setdefault(f"event/{OF}{local_of(fact.entity)}", []).append([number, fact.key, there])
            elif fact.when.start is not None:
                series = [local_of(fact.series)] if fact.series is not None else []
                claims.setdefault(event_key(fact), []).append(
                    [*_of_occasion(number, fact, knowledge), there, series]
                )
    return {key: sorted(value) for key, value in claims.items()}


def attendance(fact: Participation, knowledge: Knowledge) -> str:
    """What is the same for all participations of one event that are one node: who, and some roles."""
    who = fact.participant
    name = knowledge.person(who) or who.name if who.kind is EntityKind.PERSON else who.name
    role = fact.role.value if fact.role in ROLES_IN_NAMES else ""
    return f"{who.kind.value}/{who.id or slug(name)}/{role}{'/not' if fact.negated else ''}"


def _attended(release: Release, knowledge: Knowledge) -> dict[str, list[list[str]]]:
    """By key of an event of the release: who took part, and whether that took place or is planned."""
    found: dict[str, set[tuple[str, str]]] = {}
    for fact in release.facts:
        if isinstance(fact, Participation):
            found.setdefault(fact.event, set()).add((attendance(fact, knowledge), fact.status.value))
    return {key: [list(one) for one in sorted(there)] for key, there in found.items()}


def _of_occasion(number: int, event: Event, knowledge: Knowledge) -> list[Any]:
    where = knowledge.place_key(event.where)
    is_known = event.where is not None and event.where.id is not None
    start, end, status = str(event.when.start), str(event.when.end or ""), event.status.value
    days = [start, end, str(event.when)]
    return [number, event.key, event.kind.value, event.name, where, *days, status, is_known]


def _is_occasion(event: Event, knowledge: Knowledge) -> bool:
    """Whether the event is itself a row of reference, not one of a series."""
    return event.entity is not None and knowledge.is_occasion(event.entity)


def _claim_name(claims: dict[str, Any], named: _Named, release: Release, knowledge: Knowledge) -> None:
    entity = named.entity
    if entity.kind is EntityKind.PERSON:
        if knowledge.person(entity) is None and knowledge.is_full_name(entity.name):
            claim = [entity.name, named.state or ""]
            bucket = claims.setdefault(f"person/{slug(entity.name)}", [])
            if claim not in bucket:
                bucket.append(claim)
    elif entity.id is None and entity.kind in (EntityKind.ORGANIZATION, EntityKind.PLACE):
        bucket = claims.setdefault(f"{entity.kind.value}/{knowledge.unknown_local(entity, release)}", [])
        if [entity.name] not in bucket:
            bucket.append([entity.name])


def _entities(release: Release) -> Iterator[_Named]:
    """All entities that a release's header and facts speak of."""
    for value in (*release.places, *release.publishers, *release.fields):
        yield _Named(value.entity)
    for fact in release.facts:
        yield from _PARTS[type(fact)](fact)


def _of_membership(fact: Membership) -> Iterator[_Named]:
    sure = fact.evidence.confidence >= SURE and fact.organization.kind is EntityKind.STATE
    yield _Named(fact.person, (fact.organization.id or "").lower() if sure else None)
    yield _Named(fact.organization)


def _of_event(fact: Event) -> Iterator[_Named]:
    for entity in (fact.where, fact.entity, fact.series):
        if entity is not None:
            yield _Named(entity)


def _of_act(fact: Act) -> Iterator[_Named]:
    for entity in (*fact.agents, *fact.recipients, *fact.things):
        yield _Named(entity)
    if fact.where is not None:
        yield _Named(fact.where)


_PARTS: Final[Mapping[type, Callable[[Any], Iterator[_Named]]]] = {
    Mention: lambda fact: iter((_Named(fact.entity),)),
    Membership: _of_membership,
    Event: _of_event,
    Participation: lambda fact: iter((_Named(fact.participant),)),
    Attendance: lambda _: iter(()),
    Statement: lambda fact: iter((_Named(fact.speaker),)),
    Act: _of_act,
    InferredField: lambda fact: iter((_Named(fact.field),)),
}
