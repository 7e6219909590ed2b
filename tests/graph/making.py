"""Readings made by hand: small releases of people who do not exist, as the loaders would give them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from osce_kg.ontology.dates import Interval
from osce_kg.ontology.facts import (
    Entity,
    EntityKind,
    Event,
    EventKind,
    Evidence,
    Fact,
    HeaderValue,
    Manner,
    Membership,
    Mention,
    PageKind,
    Participation,
    Release,
    Role,
    SourceReading,
    Span,
    Statement,
    Status,
    TermStatus,
)

KOSOVO = Entity(EntityKind.FIELD_OPERATION, "OSCE Mission in Kosovo", "mission-kosovo")
ODIHR = Entity(EntityKind.BODY, "OSCE Office for Democratic Institutions and Human Rights", "odihr")
OSCE = Entity(EntityKind.BODY, "Organization for Security and Co-operation in Europe", "osce")
VIENNA = Entity(EntityKind.PLACE, "Vienna", "vienna")
TIRANA = Entity(EntityKind.PLACE, "Tirana", "tirana")
POLICING = Entity(EntityKind.FIELD, "Policing", "policing")
BELGIUM = Entity(EntityKind.STATE, "Belgium", "BE")
FRANCE = Entity(EntityKind.STATE, "France", "FR")


def person(name: str) -> Entity:
    """A person as a loader names one."""
    return Entity(EntityKind.PERSON, name)


def organization(name: str) -> Entity:
    """An organization that reference does not know."""
    return Entity(EntityKind.ORGANIZATION, name)


class Page:
    """A page that grows sentence by sentence, each with the facts that it states."""

    def __init__(
        self,
        title: str = "Experts discuss bridges",
        issued: str | None = "2011-05-12",
        *,
        url: str | None = None,
        location: str = "page.txt",
        number: str | None = None,
        places: Sequence[Entity] = (VIENNA,),
        publishers: Sequence[Entity] = (ODIHR,),
        fields: Sequence[Entity] = (POLICING,),
    ) -> None:
        self.title, self.url, self.location, self.number = title, url, location, number
        self.issued = date.fromisoformat(issued) if issued else None
        self.places, self.publishers, self.fields = places, publishers, fields
        self.text = f"{title}\n{issued or ''}\n"
        self.facts: list[Fact] = []

    def says(self, sentence: str, confidence: float = 0.95, rule: str = "by hand") -> Evidence:
        """Adds a sentence and gives the evidence that it is."""
        begin = len(self.text)
        self.text += sentence + "\n"
        return Evidence(Span(begin, begin + len(sentence)), sentence, rule, confidence)

    def mention(
        self, entity: Entity, sentence: str, exact: str | None = None, confidence: float = 0.95
    ) -> Page:
        evidence = self.says(sentence, confidence)
        words = exact or entity.name
        begin = evidence.span.begin + sentence.index(words)
        self.facts.append(Mention(entity, Span(begin, begin + len(words)), words, evidence))
        return self

    def post(
        self,
        name: str,
        post: str,
        whom: Entity,
        *,
        status: TermStatus = TermStatus.CURRENT,
        term: str = "",
        confidence: float = 0.95,
    ) -> Page:
        evidence = self.says(f"{name}, {post} of {whom.name}, spoke.", confidence)
        self.facts.append(
            Membership(person(name), post, post.title(), whom, evidence, status, Interval.parse(term))
        )
        return self

    def event(
        self,
        name: str,
        when: str = "2011-05-12",
        *,
        kind: EventKind = EventKind.CONFERENCE,
        where: Entity | None = VIENNA,
        status: Status = Status.TOOK_PLACE,
        entity: Entity | None = None,
        series: Entity | None = None,
        key: str | None = None,
        confidence: float = 0.95,
    ) -> Page:
        evidence = self.says(f"The {name} was held.", confidence)
        interval = Interval.parse(when)
        self.facts.append(
            Event(key or name, name, kind, interval, where, evidence, status, entity, series=series)
        )
        return self

    def takes_part(
        self,
        who: Entity,
        event: str,
        role: Role = Role.PARTICIPANT,
        *,
        status: Status = Status.TOOK_PLACE,
        negated: bool = False,
        confidence: float = 0.95,
    ) -> Page:
        evidence = self.says(f"{who.name} came to the {event}.", confidence)
        self.facts.append(Participation(event, who, role, evidence, status, negated))
        return self

    def said(self, who: Entity, words: str, manner: Manner = Manner.DIRECT, confidence: float = 0.95) -> Page:
        evidence = self.says(f'"{words}," said {who.name}.', confidence)
        begin = evidence.span.begin + 1
        quoted = Span(begin, begin + len(words))
        self.facts.append(Statement(who, manner, evidence, (quoted,)))
        return self

    def header(self, entities: Sequence[Entity]) -> tuple[HeaderValue, ...]:
        return tuple(HeaderValue(entity, self.says(entity.name, 1.0, "header line")) for entity in entities)

    def reading(self) -> SourceReading:
        """The page as the loaders would give it."""
        body = Span(len(self.title) + 1, len(self.text))
        release = Release(
            title=self.title,
            title_span=Span(0, len(self.title)),
            body=body,
            language="en",
            issued=self.issued,
            places=self.header(self.places),
            publishers=self.header(self.publishers),
            fields=self.header(self.fields),
            number=self.number,
            facts=tuple(self.facts),
        )
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        return SourceReading(
            location=self.url or self.location,
            content_hash=f"sha256:{digest}",
            text=self.text,
            kind=PageKind.RELEASE,
            reason="made by hand",
            url=self.url,
            releases=(release,),
        )


def conference(**page: object) -> Page:
    """A release with one of everything."""
    made = Page(**page)  # type: ignore[arg-type]
    made.mention(KOSOVO, "The OSCE Mission in Kosovo took stock.")
    made.post("Ada Marlowe", "head", organization("Bridge Institute"))
    made.event("conference on bridges")
    made.takes_part(ODIHR, "conference on bridges", Role.ORGANIZER)
    made.takes_part(person("Ada Marlowe"), "conference on bridges", Role.SPEAKER)
    made.said(person("Ada Marlowe"), "Bridges matter")
    return made


def pages() -> list[SourceReading]:
    """Five releases that share people and events, two of them copies of one."""
    first = conference(url="https://www.osce.org/odihr/12345", number="12345").reading()
    copy = conference(url="https://mirror.example.org/12345").reading()
    other = Page("Bridges close", url="https://www.osce.org/odihr/2", number="2")
    other.event("bridges conference").post("Ada Marlowe", "head", ODIHR)
    namesake = Page("Ministers meet", location="b/minister.txt").post("Ada Marlowe", "minister", BELGIUM)
    second = Page("Ministers part", location="c/minister.txt").post("Ada Marlowe", "minister", FRANCE)
    return [first, copy, other.reading(), namesake.reading(), second.reading()]
