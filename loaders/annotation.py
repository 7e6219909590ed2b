"""Writes what a release says as lines: predicate, subject, object and the first words of the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ..ontology.facts import (
    Act,
    Attendance,
    Entity,
    EntityKind,
    Event,
    Evidence,
    Fact,
    InferredField,
    Membership,
    Mention,
    Participation,
    Release,
    Role,
    Statement,
    Status,
    TermStatus,
)

__all__ = ["FURTHER", "AnnotationLine", "annotate", "annotation_lines", "explained"]

_HEADER: Final = ("date", "place", "source", "field", "language")
_PREDICATES: Final = (*_HEADER, "mentions", "person", "post", "event", "organizer", "participant", "said")
FURTHER: Final = ("field-inferred", "act", "attendance")
"""The predicates of facts that are written only where they are asked for."""

_KINDS: Final = (
    EntityKind.STATE,
    EntityKind.BODY,
    EntityKind.FIELD_OPERATION,
    EntityKind.ORGANIZATION,
    EntityKind.PLACE,
)
_ROLES: Final = {
    Role.ORGANIZER: "organizer",
    Role.HOST: "organizer",
    Role.SPEAKER: "participant",
    Role.PARTICIPANT: "participant",
}
_HOW: Final = {
    Status.TOOK_PLACE: "did",
    Status.PLANNED: "will",
    Status.POSSIBLE: "may",
    Status.URGED: "should",
    Status.CANCELLED: "did",
}
_PREFIXES: Final = {TermStatus.FORMER: "former ", TermStatus.INCOMING: "incoming ", TermStatus.CURRENT: ""}
_FIRST_WORDS: Final = 6


@dataclass(frozen=True, slots=True)
class AnnotationLine:
    """One fact of a release in the annotation format; `evidence` is None for what needs no sentence."""

    predicate: str
    subject: str
    object: str
    evidence: Evidence | None = None

    @property
    def columns(self) -> tuple[str, str, str, str]:
        """The four columns, with the first words of the sentence as the last."""
        first = ""
        if self.evidence is not None and self.predicate not in _HEADER:
            first = " ".join(self.evidence.quote.split()[:_FIRST_WORDS])
        return self.predicate, _cell(self.subject), _cell(self.object), first


def annotate(release: Release, *, further: bool = False) -> tuple[AnnotationLine, ...]:
    """The facts of a release as annotation lines: each once, in an order that does not depend on the rules.

    Lines of one predicate stand in the order of the text; what is negated or cancelled has no line.

    Args:
        release: what a page says.
        further: whether the predicates of FURTHER are written too.
    """
    seen: dict[tuple[str, str, str], AnnotationLine] = {}
    added = _further(release) if further else ()
    for line in [*_header(release), *_facts(release), *added]:
        key = (line.predicate, line.subject, line.object)
        kept = seen.get(key)
        if kept is None or _position(line) < _position(kept):
            seen[key] = line
    return tuple(sorted(seen.values(), key=_order))


def annotation_lines(release: Release, *, further: bool = False) -> Iterator[str]:
    """The lines of a NAME.facts.tsv for a release: four tab-separated columns, no header row."""
    for line in annotate(release, further=further):
        yield "\t".join(line.columns)


def explained(evidence: Evidence | None) -> tuple[str, str, str, str]:
    """Rule, confidence, offsets of the sentence, and the words that carry the fact (` | ` between several).

    All are empty for what needs no sentence.
    """
    if evidence is None:
        return "", "", "", ""
    begin, end = evidence.span.begin, evidence.span.end
    marked = (_cell(evidence.quote[one.begin - begin : one.end - begin]) for one in evidence.marked)
    return evidence.rule, f"{evidence.confidence:.2f}", f"{begin}-{end}", " | ".join(marked)


def _header(release: Release) -> Iterator[AnnotationLine]:
    if release.issued is not None:
        yield AnnotationLine("date", "", release.issued.isoformat(), release.issued_evidence)
    for value in release.places:
        yield AnnotationLine("place", "", value.entity.name, value.evidence)
    for value in release.publishers:
        yield AnnotationLine("source", "", _named(value.entity), value.evidence)
    for value in release.fields:
        yield AnnotationLine("field", "", _named(value.entity), value.evidence)
    yield AnnotationLine("language", "", release.language)


def _facts(release: Release) -> Iterator[AnnotationLine]:
    names = {fact.key: fact.name for fact in release.facts if _stands(fact) and isinstance(fact, Event)}
    for fact in release.facts:
        if not _stands(fact):
            continue
        if isinstance(fact, Mention):
            yield from _mention(fact)
        elif isinstance(fact, Membership):
            yield from _person(fact.person, fact.evidence)
            post = f"{_PREFIXES[fact.status]}{fact.post} @ {_named(fact.organization)}"
            yield AnnotationLine("post", fact.person.name, post, fact.evidence)
        elif isinstance(fact, Event):
            where = fact.where.name if fact.where is not None else ""
            yield AnnotationLine("event", fact.name, f"{fact.kind} | {fact.when} | {where}", fact.evidence)
        elif isinstance(fact, Participation):
            yield from _person(fact.participant, fact.evidence)
            if fact.role in _ROLES and fact.event in names:
                name = names[fact.event]
                yield AnnotationLine(_ROLES[fact.role], name, _named(fact.participant), fact.evidence)
        elif isinstance(fact, Statement):
            yield from _person(fact.speaker, fact.evidence)
            yield AnnotationLine("said", _named(fact.speaker), "", fact.evidence)


def _further(release: Release) -> Iterator[AnnotationLine]:
    names = {fact.key: fact.name for fact in release.facts if _stands(fact) and isinstance(fact, Event)}
    for fact in release.facts:
        if isinstance(fact, InferredField):
            yield AnnotationLine("field-inferred", "", _named(fact.field), fact.evidence)
        elif isinstance(fact, Act):
            for agent in fact.agents:
                yield AnnotationLine("act", _named(agent), _act(fact, agent), fact.evidence)
        elif isinstance(fact, Attendance) and fact.event in names:
            yield AnnotationLine("attendance", names[fact.event], _attendance(fact), fact.evidence)


def _attendance(fact: Attendance) -> str:
    """How many, an open end as two dots ("120/.."), and who."""
    first = fact.evidence.span.begin
    people = fact.evidence.quote[fact.people.begin - first : fact.people.end - first]
    bounds = ".." if fact.least is None else str(fact.least), ".." if fact.most is None else str(fact.most)
    count = bounds[0] if bounds[0] == bounds[1] else "/".join(bounds)
    return _cell(f"{count} | {people.replace('|', '/')}")


def _act(fact: Act, agent: Entity) -> str:
    """Kind, how, to or with whom (of those who met each other, the others), what, when and where."""
    negated = fact.negated or fact.status is Status.CANCELLED
    how = _HOW[fact.status] + (" not" if negated else "")
    others = tuple(one for one in fact.recipients if one != agent)
    recipients, things = ("; ".join(map(_named, entities)) for entities in (others, fact.things))
    first = fact.evidence.span.begin
    said = fact.words and fact.evidence.quote[fact.words.begin - first : fact.words.end - first]
    where = fact.where.name if fact.where is not None else ""
    what = things or (said or "").replace("|", "/")
    parts = (fact.kind, how, recipients, what, str(fact.when), where)
    return _cell(" | ".join(parts))


def _stands(fact: Fact) -> bool:
    if isinstance(fact, Participation):
        return not fact.negated and fact.status is not Status.CANCELLED
    return not (isinstance(fact, Event) and fact.status is Status.CANCELLED)


def _mention(fact: Mention) -> Iterator[AnnotationLine]:
    if fact.entity.kind in _KINDS:
        yield AnnotationLine("mentions", fact.entity.kind.value, _named(fact.entity), fact.evidence)
    else:
        yield from _person(fact.entity, fact.evidence)


def _person(entity: Entity, evidence: Evidence) -> Iterator[AnnotationLine]:
    if entity.kind is EntityKind.PERSON:
        yield AnnotationLine("person", "", entity.name, evidence)


def _named(entity: Entity) -> str:
    """An id where there is one, save for people, who go by their names."""
    if entity.kind is EntityKind.PERSON or entity.id is None:
        return entity.name
    return entity.id


def _cell(text: str) -> str:
    return " ".join(text.split())


def _position(line: AnnotationLine) -> int:
    return line.evidence.span.begin if line.evidence is not None else -1


def _order(line: AnnotationLine) -> tuple[int, int, int, str, str]:
    kinds: Iterable[str] = [kind.value for kind in _KINDS]
    kind = list(kinds).index(line.subject) if line.predicate == "mentions" else 0
    return (*_PREDICATES, *FURTHER).index(line.predicate), kind, _position(line), line.subject, line.object
