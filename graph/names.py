"""The names that one source's things go by once all is settled, and what is said of the unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from ..ontology.dates import Interval
from ..ontology.facts import Entity, EntityKind, Event, Participation, Release, Status
from ..ontology.vocabulary import short_hash, slug
from .claims import OF, attendance, event_key, release_key
from .classes import bear
from .knowledge import PREFIX_OF, Knowledge, local_of
from .labels import standing_alone
from .posts import Named
from .settled import Settled
from .terms import Lines, node, text

__all__ = ["SettledNames", "SourceNames"]

SettledNames = Mapping[str, Mapping[str, Settled]]
"""By key of a claim, then by what the source calls a thing there."""

_CLASSES: Final = {
    EntityKind.STATE: "osce:State",
    EntityKind.BODY: "osce:Body",
    EntityKind.FIELD_OPERATION: "osce:FieldOperation",
    EntityKind.ORGANIZATION: "osce:Organization",
    EntityKind.PLACE: "osce:Place",
    EntityKind.PERSON: "osce:Person",
    EntityKind.EVENT: "osce:Event",
    EntityKind.DOCUMENT: "osce:Document",
    EntityKind.FIELD: "skos:Concept",
}


@dataclass(frozen=True, slots=True)
class SourceNames:
    """Looks up names for one release of one source.

    source   the source's local name
    number   counts the releases of the source
    """

    source: str
    release: Release
    number: int
    source_text: str
    settled: SettledNames
    knowledge: Knowledge

    def of_release(self) -> Named:
        """The release itself."""
        found = self.settled[release_key(self.release, self.source_text)][str(self.number)]
        return Named(node("release", found.local), found.local, found.label or self._untitled())

    def _untitled(self) -> str:
        day = self.release.issued or self.release.dateline
        return f"Untitled release of {day}" if day is not None else "Untitled release"

    def of_event(self, event: Event) -> Named:
        """An event of the release: reference's row, what settling made of it, or its own if undated."""
        if event.entity is not None and self.knowledge.is_occasion(event.entity):
            return self._known(event.entity)
        if event.when.start is None:
            label = standing_alone(event.name)
            local = f"{slug(label)}-{self.of_release().local}"
            if self._same_slug(event):
                local += f"-{short_hash(event.key, 4)}"
            return Named(node("event", local), local, label)
        found = self._settled_event(event)
        return Named(node("event", found.local), found.local, found.label)

    def status_of(self, event: Event) -> Status:
        """The status of an event that is no row of reference, as all sources together give it."""
        return event.status if event.when.start is None else Status(self._settled_event(event).status)

    def when_of(self, event: Event) -> Interval:
        """The days of such an event, as the fullest of all sources has them."""
        return event.when if event.when.start is None else Interval.parse(self._settled_event(event).when)

    def status_at(self, event: Event, fact: Participation) -> Status:
        """Whether somebody took part in an event, as all sources together say it."""
        if event.entity is not None and self.knowledge.is_occasion(event.entity):
            found = self.settled[f"event/{OF}{local_of(event.entity)}"][f"{self.number}/{event.key}"]
        elif event.when.start is None:
            return fact.status
        else:
            found = self._settled_event(event)
        return Status(dict(found.attended)[attendance(fact, self.knowledge)])

    def place_of(self, event: Event) -> Entity | None:
        """The place of such an event: reference's, where another source knows it and this one names it."""
        where = event.where
        if where is None or where.id is not None or event.when.start is None:
            return where
        return replace(where, id=slug(where.name)) if self._settled_event(event).place_known else where

    def _settled_event(self, event: Event) -> Settled:
        return self.settled[event_key(event)][f"{self.number}/{event.key}"]

    def _same_slug(self, event: Event) -> bool:
        others = (fact for fact in self.release.facts if isinstance(fact, Event) and fact.when.start is None)
        own = slug(standing_alone(event.name))
        return any(other.key != event.key and slug(standing_alone(other.name)) == own for other in others)

    def of(self, entity: Entity) -> Named:
        """An entity, known or not."""
        if entity.kind is EntityKind.PERSON:
            return self._person(entity)
        if entity.id is not None:
            return self._known(entity)
        local, label = slug(entity.name), entity.name
        if entity.kind in (EntityKind.ORGANIZATION, EntityKind.PLACE):
            local = self.knowledge.unknown_local(entity, self.release)
            found = self.settled[f"{entity.kind.value}/{local}"][local]
            local, label = found.local, found.label
        elif self.knowledge.reference.of(replace(entity, id=local)) is not None:
            local += "-as-said"
        return Named(node(PREFIX_OF[entity.kind], local), local, label)

    def _known(self, entity: Entity) -> Named:
        local = local_of(entity)
        return Named(node(PREFIX_OF[entity.kind], local), local, self.knowledge.reference.label_of(entity))

    def _person(self, entity: Entity) -> Named:
        known = self.knowledge.person(entity)
        local, label = slug(known or entity.name), known or entity.name
        if known is None and self.knowledge.is_full_name(entity.name):
            found = self.settled[f"person/{local}"][local]
            local, label = found.local, found.label
        elif known is None:
            local = f"{local}-{self.of_release().local}"
        return Named(node("person", local), local, label)

    def describe(self, lines: Lines, entity: Entity) -> Named:
        """The entity's name; what reference does not know is given its class and label."""
        thing = self.of(entity)
        if entity.kind is EntityKind.PERSON:
            bear(lines, thing.node, "osce:Person")
            lines.add(thing.node, "rdfs:label", text(thing.label))
            lines.add(thing.node, "foaf:name", text(thing.label))
        elif self.knowledge.reference.of(entity) is None:
            bear(lines, thing.node, _CLASSES[entity.kind])
            lines.add(thing.node, "rdfs:label", text(thing.label))
            state = self._state_of(entity)
            lines.add(thing.node, "osce:inState", node("state", state) if state else None)
        if entity.name != thing.label and (entity.id is None or entity.kind is EntityKind.PERSON):
            lines.add(thing.node, "skos:altLabel", text(entity.name))
        return thing

    def _state_of(self, entity: Entity) -> str | None:
        """The State by which an organization of a common name is told apart."""
        if entity.kind is not EntityKind.ORGANIZATION or not self.knowledge.is_generic(entity.name):
            return None
        return self.knowledge.state_of(self.release)
