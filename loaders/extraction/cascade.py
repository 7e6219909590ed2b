"""Runs the stages in their order, and makes facts of what they found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...ontology.facts import (
    Act,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    InferredField,
    Membership,
    Mention,
    Statement,
)
from .acts.find import find_acts
from .confidence import grade, graded
from .events.find import EventFact, at_events, find_events
from .fields import infer_fields
from .mentions.find import find_mentions
from .model import Context, EntityMention, Party, Section, Sentence
from .parties.find import find_parties, without_people
from .statements.find import find_statements, read_clauses
from .text.sentences import sentences, without_contacts

if TYPE_CHECKING:
    from ...ontology.reference import Reference

__all__ = ["Stages", "extract", "run_stages"]


@dataclass(frozen=True, slots=True)
class Stages:
    """What each stage of the cascade found in one release."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[EntityMention, ...]
    parties: tuple[Party, ...]
    events: tuple[EventFact, ...]
    statements: tuple[Statement, ...]
    fields: tuple[InferredField, ...] = ()
    acts: tuple[Act, ...] = ()


def run_stages(context: Context, sections: Sequence[Section], reference: Reference) -> Stages:
    """Reads the sections of a release, stage by stage."""
    read = without_contacts(sentences(context.text, sections))
    mentions = find_mentions(context, read, reference)
    parties = find_parties(context, read, mentions, reference)
    mentions = without_people(mentions, parties)
    if context.language != "en":
        return Stages(sentences=read, mentions=mentions, parties=parties, events=(), statements=())
    clauses = read_clauses(context, read, mentions, parties)
    events = find_events(context, read, mentions, parties, reference, clauses)
    statements = find_statements(context, read, mentions, parties, clauses)
    return Stages(
        sentences=read,
        mentions=mentions,
        parties=parties,
        events=events,
        statements=at_events(statements, events),
        fields=infer_fields(context, read, mentions, parties, reference),
        acts=find_acts(context, clauses, events),
    )


def extract(context: Context, sections: tuple[Section, ...], reference: Reference) -> tuple[Fact, ...]:
    """The facts that the sections of a release state, each with the sentence that it came from.

    The stages have weighed readings by what their rules hold of themselves; the facts are as sure as their
    families of rules were found to be (`confidence.py`).
    """
    stages = run_stages(context, sections, reference)
    facts: list[Fact] = list(_mentions(stages))
    facts += _people(stages)
    facts += _memberships(stages)
    facts += map(graded, stages.events)
    facts += map(graded, stages.statements)
    facts += map(graded, stages.fields)
    facts += map(graded, stages.acts)
    return tuple(facts)


def _evidence(sentence: Sentence, mention: EntityMention | Party) -> Evidence:
    rule, confidence = grade(mention.entity.kind.value, mention.rule, mention.confidence)
    return Evidence(
        span=sentence.span,
        quote=sentence.text,
        rule=rule,
        confidence=confidence,
        marked=(mention.span,),
    )


def _mentions(stages: Stages) -> Iterator[Mention]:
    for mention in stages.mentions:
        if mention.counts and mention.entity.kind not in (EntityKind.EVENT, EntityKind.DOCUMENT):
            evidence = _evidence(stages.sentences[mention.sentence], mention)
            yield Mention(mention.entity, mention.span, mention.exact, evidence)


def _people(stages: Stages) -> Iterator[Mention]:
    """Each place that names a person, or the post by which reference knows him or her."""
    for party in stages.parties:
        if party.entity.kind is EntityKind.PERSON:
            span = party.name_span or party.span
            sentence = stages.sentences[party.sentence]
            exact = sentence.text[span.begin - sentence.span.begin : span.end - sentence.span.begin]
            yield Mention(party.entity, span, exact, _evidence(sentence, party))


def _memberships(stages: Stages) -> Iterator[Membership]:
    for party in stages.parties:
        if party.entity.kind is not EntityKind.PERSON:
            continue
        sentence = stages.sentences[party.sentence]
        for post in party.posts:
            if post.organization is None:
                continue
            organization: Entity = post.organization
            found_by, estimate = post.rule or party.rule, min(post.confidence, party.confidence)
            rule, confidence = grade("post", found_by, estimate)
            evidence = Evidence(
                span=sentence.span,
                quote=sentence.text,
                rule=rule,
                confidence=confidence,
                marked=(post.span,),
            )
            yield Membership(party.entity, post.title, post.as_said, organization, evidence, post.status)
