"""The occasions that a release reports or announces, and who organizes them and takes part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ....ontology.facts import (
    Attendance,
    Entity,
    EntityKind,
    Event,
    EventKind,
    Manner,
    Participation,
    Role,
    Span,
    Statement,
)
from ..clauses.line import Line, evidence
from ..model import Context, EntityMention, Party, Sentence
from ..statements.find import Clauses, read_clauses
from .drafts import draft_events
from .organizers.find import HELPING, IN_ITS_NAME, find_organizers
from .participants.attendance import find_attendance
from .participants.find import find_participants
from .participants.status import status_of
from .records import Record, records
from .setting.places import attach_places
from .setting.times import attach_times
from .ties import Tie

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["EventFact", "at_events", "find_events"]

_ORGANIZING = frozenset((Role.ORGANIZER, Role.HOST))
_SURE = 0.8
_OWN_MEETINGS = frozenset(
    (EventKind.MEETING, EventKind.SUMMIT, EventKind.MINISTERIAL_COUNCIL, EventKind.REVIEW_CONFERENCE)
)

EventFact = Event | Participation | Attendance
"""What the reader of events finds."""


def find_events(
    context: Context,
    sentences: Sequence[Sentence],
    mentions: Sequence[EntityMention],
    parties: Sequence[Party],
    reference: Reference,
    clauses: Clauses | None = None,
) -> tuple[EventFact, ...]:
    """The events of a release in the order of its text, then who organizes, supports and attends them.

    Last stands how many attend them.

    The key of an event is its name, which no other event of the release has. `clauses` are those of the
    release, where they were read before.
    """
    clauses = clauses or read_clauses(context, sentences, mentions, parties)
    found = clauses.lines
    drafts = draft_events(found)
    attach_times(context, found, drafts)
    attach_places(found, drafts, reference)
    made = records(context, found, drafts, reference)
    main = next((record.draft for record in made if record.is_main), None)
    kept = [record.draft for record in made]
    organizers = [*find_organizers(found, kept, main)]
    participants = [*find_participants(context, found, kept, main, clauses.utterances)]
    taking_part = _participations(found, made, organizers, participants)
    return (*(record.event for record in made), *taking_part, *find_attendance(found, made))


def _participations(
    found: Sequence[Line], made: Sequence[Record], organizers: Sequence[Tie], participants: Sequence[Tie]
) -> Iterable[Participation]:
    """One participation for each event and party: the surest; who organizes is no participant besides."""
    of_draft = {id(record.draft): record.event for record in made}
    best: dict[tuple[str, object, str], Participation] = {}
    for ties in (organizers, participants):
        for tie in ties:
            event = of_draft.get(id(tie.draft))
            if event is None or _is_body_itself(tie, event):
                continue
            side = "organizer" if tie.role in _ORGANIZING else tie.role.value if tie.role in HELPING else ""
            if not side and (event.key, tie.entity.key, "organizer") in best:
                continue
            key = (event.key, tie.entity.key, side)
            made_of = _participation(found, tie, event)
            if key not in best or best[key].evidence.confidence < made_of.evidence.confidence:
                best[key] = made_of
    return best.values()


def _participation(found: Sequence[Line], tie: Tie, event: Event) -> Participation:
    line = found[tie.line]
    span: Span = line.items[tie.item].span
    return Participation(
        event=event.key,
        participant=tie.entity,
        role=tie.role,
        evidence=evidence(line.sentence, tie.rule, tie.confidence, span),
        status=status_of(line, tie.item, event.status),
    )


def _is_body_itself(tie: Tie, event: Event) -> bool:
    """Whether a body would take part in its own meeting ("meeting of the Permanent Council")."""
    entity: Entity = tie.entity
    if entity.kind is EntityKind.PERSON or event.kind is EventKind.VISIT or tie.rule == IN_ITS_NAME:
        return False
    if event.kind is EventKind.MINISTERIAL_COUNCIL and entity.id == "ministerial-council":
        return True
    before, named, _ = event.name.casefold().partition(entity.name.casefold())
    if event.kind not in _OWN_MEETINGS or before.removesuffix("the ").endswith("with "):
        return False
    return bool(named) and entity.name.casefold() != event.name.casefold()


def _is_sure_to_speak(fact: Participation) -> bool:
    return fact.role is Role.SPEAKER and not fact.negated and fact.evidence.confidence >= _SURE


def at_events(statements: Iterable[Statement], found: Sequence[EventFact]) -> tuple[Statement, ...]:
    """The statements, each with the occasion at which it was made, where that is sure.

    It is where the same sentence has the speaker speak, else the only one at which he or she speaks.

    Args:
        statements: those of the release
        found: what `find_events` gives for it
    """
    here: dict[tuple[object, Span], str] = {}
    spoken: defaultdict[object, set[str]] = defaultdict(set)
    for fact in found:
        if isinstance(fact, Participation) and _is_sure_to_speak(fact):
            here[fact.participant.key, fact.evidence.span] = fact.event
            spoken[fact.participant.key].add(fact.event)

    def event_of(statement: Statement) -> str | None:
        everywhere = spoken.get(statement.speaker.key, set())
        only = next(iter(everywhere)) if len(everywhere) == 1 else None
        written = statement.manner is Manner.WRITTEN
        return here.get((statement.speaker.key, statement.evidence.span), None if written else only)

    with_events = ((statement, event_of(statement)) for statement in statements)
    return tuple(replace(made, event=event) if event is not None else made for made, event in with_events)
