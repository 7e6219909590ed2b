"""What one source says, as the lines of its graph: source, releases and facts, with settled names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ..ontology.facts import (
    Act,
    ActKind,
    Attendance,
    EntityKind,
    Event,
    HeaderValue,
    InferredField,
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
from ..ontology.office_holders import canonical_post
from ..ontology.schema import schema
from ..ontology.vocabulary import slug
from .claims import ROLES_IN_NAMES
from .classes import bear, bear_class
from .evidence import Attestations, write_selector
from .knowledge import SURE, Knowledge
from .memberships import membership_local
from .names import SettledNames, SourceNames
from .posts import Named, describe_post
from .terms import Lines, boolean, day, decimal, integer, link, node, text

__all__ = ["describe_source", "release_lines"]


def _individual(member: Role | Status | TermStatus | Manner | ActKind) -> str:
    return f"<{schema().term(member)}>"


def release_lines(
    reading: SourceReading,
    source: str,
    locations: tuple[str, ...],
    settled: SettledNames,
    knowledge: Knowledge,
) -> Lines:
    """The lines of the graph of a source that is no mere navigation, plain edges not yet among them."""
    lines = Lines()
    described = describe_source(lines, reading, source, locations)
    attestations = Attestations(source)
    mentioned = Counter(
        span
        for release in reading.releases
        for span in {(f.span, f.entity.key) for f in release.facts if isinstance(f, Mention)}
    )
    shared = Counter(span for span, _ in mentioned)
    for number, release in enumerate(reading.releases):
        names = SourceNames(source, release, number, reading.text, settled, knowledge)
        writer = _ReleaseWriter(reading, names, lines, attestations, shared)
        writer.write()
        lines.add(described, "osce:of", names.of_release().node)
    attestations.write(lines)
    return lines


def describe_source(lines: Lines, reading: SourceReading, source: str, locations: tuple[str, ...]) -> str:
    """Adds the page as it was found, and gives its node."""
    subject = node("source", source)
    bear(lines, subject, "osce:Source")
    lines.add(subject, "rdfs:label", text(reading.url or _file_name(min(locations))))
    lines.add(subject, "osce:contentHash", text(reading.content_hash))
    lines.add(subject, "osce:storedText", text(reading.text))
    lines.add(subject, "osce:pageKind", text(reading.kind.value, "en"))
    lines.add(subject, "osce:reason", text(reading.reason, "en") if reading.reason else None)
    lines.add(subject, "osce:warning", *(text(warning, "en") for warning in reading.warnings))
    if reading.url is not None:
        lines.add(subject, "dcterms:source", link(reading.url) or text(reading.url))
    else:
        lines.add(subject, "osce:path", *(text(_file_name(location)) for location in locations))
    if reading.digest_of is not None:
        bear(lines, subject, "osce:Digest")
        lines.add(subject, "prov:wasDerivedFrom", link(reading.digest_of))
    for release in reading.releases:
        lines.add(subject, "osce:unplacedLabel", *(text(item.label) for item in release.unplaced))
        lines.add(subject, "osce:warning", *(text(warning, "en") for warning in release.warnings))
    return subject


def _file_name(location: str) -> str:
    return location.replace("\\", "/").rstrip("/").rpartition("/")[2] or location


@dataclass(slots=True)
class _ReleaseWriter:
    """Writes one release of one source."""

    reading: SourceReading
    names: SourceNames
    lines: Lines
    attestations: Attestations
    mentions_at: Mapping[Span, int]
    release: Release = field(init=False)
    subject: str = field(init=False)
    posts: dict[tuple[EntityKind, str], list[str]] = field(init=False, default_factory=dict)
    events: dict[str, Named] = field(init=False, default_factory=dict)
    said: dict[str, Event] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.release = self.names.release
        self.subject = self.names.of_release().node

    def write(self) -> None:
        self._header()
        for fact in self.release.facts:
            if isinstance(fact, Event):
                self.events[fact.key], self.said[fact.key] = self.names.of_event(fact), fact
        ordered = sorted(self.release.facts, key=lambda fact: not isinstance(fact, Membership))
        for fact in ordered:
            _WRITERS[type(fact)](self, fact)

    def _header(self) -> None:
        lines, release, subject = self.lines, self.release, self.subject
        named_release = self.names.of_release()
        bear(lines, subject, "osce:PressRelease")
        lines.add(subject, "rdfs:label", text(named_release.label, release.language))
        if release.title and release.title != named_release.label:
            lines.add(subject, "skos:altLabel", text(release.title, release.language))
        lines.add(subject, "dcterms:language", text(release.language))
        lines.add(subject, "osce:contentType", text(release.content_type, "en"))
        lines.add(subject, "osce:number", text(release.number) if release.number else None)
        if release.issued is not None:
            lines.add(subject, "dcterms:issued", day(release.issued))
            if release.issued_evidence is not None:
                self.attestations.add(
                    subject, "issued", release.issued_evidence, "dcterms:issued", day(release.issued)
                )
        if release.dateline is not None:
            lines.add(subject, "osce:datelineDate", day(release.dateline))
        url = self.reading.digest_of or (
            self.reading.url if self.reading.kind is not PageKind.LISTING else None
        )
        lines.add(subject, "dcterms:source", link(url) if url else None)
        for values, kind, relation in (
            (release.places, "dateline", "osce:dateline"),
            (release.publishers, "publisher", "dcterms:publisher"),
            (release.fields, "field", "osce:fieldOfWork"),
        ):
            for value in values:
                self._header_value(value, kind, relation)

    def _header_value(self, value: HeaderValue, kind: str, relation: str) -> None:
        thing = self.names.describe(self.lines, value.entity).node
        if value.evidence.confidence >= SURE:
            self.lines.add(self.subject, relation, thing)
        self.attestations.add(self.subject, kind, value.evidence, relation, thing)

    def _fields_of_work(self, subject: str) -> None:
        for value in self.release.fields:
            if value.evidence.confidence >= SURE:
                self.lines.add(subject, "osce:fieldOfWork", self.names.of(value.entity).node)

    def mention(self, fact: Mention) -> None:
        thing = self.names.describe(self.lines, fact.entity)
        local = f"{self.names.source}-{fact.span.begin}-{fact.span.end}"
        if self.mentions_at[fact.span] > 1:
            local += f"-{thing.local}"
        subject = node("mention", local)
        bear(self.lines, subject, "osce:Mention")
        write_selector(self.lines, subject, fact.span, fact.exact, node("source", self.names.source))
        self.lines.add(subject, "osce:names", thing.node)
        self.lines.add(subject, "osce:inRelease", self.subject)
        self.lines.add(subject, "osce:confidence", decimal(fact.evidence.confidence))
        self.lines.add(subject, "osce:foundBy", text(fact.evidence.rule))

    def membership(self, fact: Membership) -> None:
        lines, knowledge = self.lines, self.names.knowledge
        person = self.names.describe(lines, fact.person)
        organization = knowledge.whom(fact.post, fact.organization)
        where = self.names.describe(lines, organization)
        post = canonical_post(fact.post)
        post_node = describe_post(lines, post, organization, where, knowledge.capitals)
        term, local = membership_local(
            knowledge, person.local, f"{slug(post)}-{where.local}", fact, self.release.issued
        )
        subject = node("membership", local)
        bear(lines, subject, "org:Membership")
        lines.add(subject, "org:member", person.node)
        lines.add(subject, "org:organization", where.node)
        lines.add(subject, "osce:inPost", post_node)
        lines.add(
            subject, "osce:titleAsSaid", text(fact.as_said, self.release.language) if fact.as_said else None
        )
        lines.add(subject, "osce:termStatus", _individual(fact.status))
        if term is None:
            lines.dated(subject, fact.term)
        self.attestations.add(subject, "post", fact.evidence)
        if fact.status is TermStatus.CURRENT:
            self.posts.setdefault(fact.person.key, []).append(subject)

    def event(self, fact: Event) -> None:
        lines, thing = self.lines, self.events[fact.key]
        subject = thing.node
        known = self.names.knowledge.is_known_event(thing.local)
        bear(lines, subject, "osce:Event")
        if not known:
            bear_class(lines, subject, schema().term(fact.kind))
            lines.add(subject, "rdfs:label", text(thing.label, self.release.language))
            lines.dated(subject, self.names.when_of(fact))
            lines.add(subject, "osce:status", _individual(self.names.status_of(fact)))
            where = self.names.place_of(fact)
            if where is not None:
                place = self.names.describe(lines, where).node
                lines.add(subject, "schema:location", place if fact.evidence.confidence >= SURE else None)
        if fact.name != thing.label:
            lines.add(subject, "skos:altLabel", text(fact.name, self.release.language))
        if fact.series is not None:
            lines.add(subject, "osce:inSeries", self.names.describe(lines, fact.series).node)
        lines.add(subject, "osce:numberInSeries", integer(fact.number) if fact.number is not None else None)
        if fact.part_of is not None and fact.part_of in self.events:
            lines.add(subject, "schema:superEvent", self.events[fact.part_of].node)
        lines.add(subject, "osce:reportedIn", self.subject)
        self._fields_of_work(subject)
        self.attestations.add(subject, "event", fact.evidence)

    def participation(self, fact: Participation) -> None:
        event = self.events.get(fact.event)
        if event is None:
            return
        who = self.names.describe(self.lines, fact.participant)
        local = f"{event.local}-{who.local}"
        if fact.role in ROLES_IN_NAMES:
            local += f"-{fact.role.value}"
        if fact.negated:
            local += "-not"
        status = self.names.status_at(self.said[fact.event], fact)
        subject = node("participation", local)
        bear(self.lines, subject, "osce:Participation")
        self.lines.add(subject, "osce:participant", who.node)
        self.lines.add(subject, "osce:inEvent", event.node)
        self.lines.add(subject, "osce:participationRole", _individual(fact.role))
        self.lines.add(subject, "osce:status", _individual(status))
        self.lines.add(subject, "osce:negated", boolean(True) if fact.negated else None)
        self.attestations.add(subject, "participation", fact.evidence)

    def attendance(self, fact: Attendance) -> None:
        event = self.events.get(fact.event)
        if event is None:
            return
        lines, language = self.lines, self.release.language
        subject = node("attendance", f"{self.names.source}-{fact.span.begin}-{fact.span.end}")
        bear(lines, subject, "osce:Attendance")
        lines.add(event.node, "osce:attendance", subject)
        lines.add(subject, "osce:lowestCount", integer(fact.least) if fact.least is not None else None)
        lines.add(subject, "osce:highestCount", integer(fact.most) if fact.most is not None else None)
        lines.add(subject, "osce:countedAs", text(fact.people.of(self.reading.text), language))
        lines.add(subject, "osce:countAsSaid", text(fact.span.of(self.reading.text), language))
        status = fact.status if fact.status is Status.TOOK_PLACE else Status.PLANNED
        lines.add(subject, "osce:status", _individual(status))
        lines.add(subject, "osce:reportedIn", self.subject)
        self.attestations.add(subject, "attendance", fact.evidence)

    def statement(self, fact: Statement) -> None:
        lines = self.lines
        speaker = self.names.describe(lines, fact.speaker)
        span = fact.evidence.span
        subject = node("statement", f"{self.names.source}-{span.begin}-{span.end}-{speaker.local}")
        bear(lines, subject, "osce:Statement")
        lines.add(subject, "osce:speaker", speaker.node)
        lines.add(subject, "osce:speakingAs", *self.posts.get(fact.speaker.key, ()))
        lines.add(subject, "osce:saidIn", self.subject)
        lines.add(subject, "osce:manner", _individual(fact.manner))
        lines.add(
            subject,
            "osce:quote",
            *(text(words.of(self.reading.text), self.release.language) for words in fact.words),
        )
        event = self.events.get(fact.event) if fact.event is not None else None
        lines.add(subject, "osce:atEvent", event.node if event is not None else None)
        self._fields_of_work(subject)
        self.attestations.add(subject, "said", fact.evidence)

    def act(self, fact: Act) -> None:
        lines, names = self.lines, self.names
        local = f"{names.source}-{fact.span.begin}-{fact.span.end}-{slug(fact.kind.value)}"
        subject = node("act", local)
        bear(lines, subject, "osce:Act")
        lines.add(subject, "osce:actKind", _individual(fact.kind))
        for relation, entities in (
            ("osce:agent", fact.agents),
            ("osce:recipient", fact.recipients),
            ("osce:object", fact.things),
        ):
            lines.add(subject, relation, *(names.describe(lines, entity).node for entity in entities))
        if fact.words is not None:
            said = text(fact.words.of(self.reading.text), self.release.language)
            lines.add(subject, "osce:objectAsSaid", said)
        lines.dated(subject, fact.when)
        if fact.where is not None:
            lines.add(subject, "schema:location", names.describe(lines, fact.where).node)
        lines.add(subject, "osce:status", _individual(fact.status))
        lines.add(subject, "osce:negated", boolean(True) if fact.negated else None)
        event = self.events.get(fact.event) if fact.event is not None else None
        lines.add(subject, "osce:inEvent", event.node if event is not None else None)
        lines.add(subject, "osce:reportedIn", self.subject)
        self.attestations.add(subject, "act", fact.evidence)

    def inferred_field(self, fact: InferredField) -> None:
        """Whatever its confidence: the predicate itself says that the page does not name the field."""
        thing = self.names.describe(self.lines, fact.field).node
        self.lines.add(self.subject, "osce:inferredField", thing)
        self.attestations.add(self.subject, "inferred-field", fact.evidence, "osce:inferredField", thing)


_WRITERS: Final[Mapping[type, Callable[[_ReleaseWriter, Any], None]]] = {
    Mention: _ReleaseWriter.mention,
    Membership: _ReleaseWriter.membership,
    Event: _ReleaseWriter.event,
    Participation: _ReleaseWriter.participation,
    Attendance: _ReleaseWriter.attendance,
    Statement: _ReleaseWriter.statement,
    Act: _ReleaseWriter.act,
    InferredField: _ReleaseWriter.inferred_field,
}
