"""Reads marked-up texts for the tests of rules: `[a person]`, `{a body}`, `<a place>`, `<<a State>>`.

`{OSCE Mission to ...}` is a field operation, all else in such brackets an organization.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from osce_kg.loaders.extraction.events.find import EventFact, find_events
from osce_kg.loaders.extraction.model import Context, EntityMention, Part, Party, Section, Sentence
from osce_kg.loaders.extraction.statements.find import find_statements
from osce_kg.loaders.extraction.text.sentences import sentences
from osce_kg.ontology.facts import Attendance, Entity, EntityKind, Event, Participation, Span, Statement
from osce_kg.ontology.reference import reference

THURSDAY = date(2012, 5, 10)
LINDEN = Entity(EntityKind.PLACE, "Linden")
_MARK = re.compile(r"<<([^>]+)>>|\[([^\]]+)\]|\{([^}]+)\}|<([^>]+)>")
_KINDS = (EntityKind.STATE, EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE)
_PRONOUNS = ("he", "she")


@dataclass(frozen=True)
class Reading:
    """What the earlier stages would have found in a marked-up text."""

    context: Context
    sentences: tuple[Sentence, ...]
    mentions: tuple[EntityMention, ...]
    parties: tuple[Party, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        return find_statements(self.context, self.sentences, self.mentions, self.parties)

    @property
    def found(self) -> tuple[EventFact, ...]:
        return find_events(self.context, self.sentences, self.mentions, self.parties, reference())

    @property
    def events(self) -> list[Event]:
        return [fact for fact in self.found if isinstance(fact, Event)]

    @property
    def participations(self) -> list[Participation]:
        return [fact for fact in self.found if isinstance(fact, Participation)]

    def attendances(self) -> list[str]:
        """How many attend which event, as "event: what the text says"."""
        counted = [fact for fact in self.found if isinstance(fact, Attendance)]
        return [f"{fact.event}: {fact.span.of(self.context.text)}" for fact in counted]

    def event_lines(self) -> list[str]:
        """The events as the annotation format has them."""
        return [f"{e.name} | {e.kind} | {e.when} | {e.where.name if e.where else ''}" for e in self.events]

    def roles(self) -> set[str]:
        """Who takes part, as "role: name"."""
        return {f"{p.role}: {p.participant.name}" for p in self.participations}

    def speakers(self) -> list[str]:
        """Who says something, once each."""
        return list(dict.fromkeys(statement.speaker.name for statement in self.statements))


def read(marked: str, *, today: date | None = THURSDAY, title: str = "") -> Reading:
    """A text as if it had been through the stages before, its pronouns standing for the person named last."""
    plain, found = "", []
    position = 0
    marked = f"{title}\n{marked}" if title else marked
    for match in _MARK.finditer(marked):
        plain += marked[position : match.start()]
        group = next(n for n in range(1, 5) if match.group(n))
        found.append((Span(len(plain), len(plain) + len(match.group(group))), _KINDS[group - 1]))
        plain += match.group(group)
        position = match.end()
    plain += marked[position:]
    sections: tuple[Section, ...] = (Section(Part.BODY, Span(0, len(plain))),)
    if title:
        end = plain.index("\n")
        sections = (Section(Part.TITLE, Span(0, end)), Section(Part.BODY, Span(end + 1, len(plain))))
    cut = sentences(plain, sections)
    parties: list[Party] = []
    mentions: list[EntityMention] = []
    for sentence in cut:
        for span, kind in found:
            if not sentence.span.covers(span):
                continue
            ours = kind is EntityKind.ORGANIZATION and span.of(plain).startswith("OSCE Mission ")
            entity = Entity(EntityKind.FIELD_OPERATION if ours else kind, span.of(plain))
            if kind in (EntityKind.PLACE, EntityKind.STATE):
                mentions.append(EntityMention(entity, span, entity.name, sentence.index, "test", 1.0))
            else:
                parties.append(Party(entity, span, sentence.index, span))
        for token in sentence.tokens:
            people = [p for p in parties if p.entity.kind is EntityKind.PERSON and p.span.end <= token.begin]
            if token.text.casefold() in _PRONOUNS and people:
                person = max(people, key=lambda p: p.span.begin).entity
                parties.append(Party(person, Span(token.begin, token.end), sentence.index, introduces=False))
    context = Context(plain, today, today, (LINDEN,) if today else ())
    return Reading(context, cut, tuple(mentions), tuple(parties))
