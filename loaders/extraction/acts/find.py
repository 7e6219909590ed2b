"""The acts of a release: who appointed, met, opened, signed, condemned ..., and who did not, will or may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ....ontology.dates import Interval
from ....ontology.facts import Act, ActKind, Entity, EntityKind, Event, Fact, Span, Status
from ..clauses.line import Line, What, evidence
from ..model import Context, Part
from ..statements.find import Clauses
from ..tables import words
from .again import with_it
from .agents import AGENT_RULES, OF_RELATIVE, heads_clause, is_pronoun, with_partners
from .circumstances import ahead, when_of, where_of
from .groups import Group, Sense, group_at
from .objects import taken_by
from .verbs import Form, act_verbs, act_words
from .voice import is_own_voice

__all__ = ["find_acts"]

_GOING_ON: Final = words("act_words", kind="keeps the subject")
_FARTHEST: Final = 4
_PRONOUN: Final = 0.82
"""How sure a pronoun is whose person is certain: as much as it was right on pages that were read for it."""

_LIKELY: Final = 0.75
"""How sure a party is of whom nothing says it."""


def find_acts(context: Context, clauses: Clauses, events: Sequence[Fact]) -> tuple[Act, ...]:
    """The acts that the body of a release tells of in its own voice, in the order of the text.

    Titles and captions are left out: what they tell, the body tells better. So is what somebody says, asks
    for, hopes or may find, and every deed whose agent is not named.

    Args:
        context: the release
        clauses: its sentences as lines
        events: those found in it, to which acts point that are one
    """
    if context.language != "en":
        return ()
    verbs = act_words()
    found: list[Act] = []
    for number, line in enumerate(clauses.lines):
        if line.words.isdisjoint(verbs) or line.sentence.part is not Part.BODY or line.is_contact:
            continue
        read = with_it(clauses.lines, number) if "it" in line.words else line
        for index in line.places(verbs):
            act = _act_at(context, clauses.lines, read, number, index, found)
            if act is not None:
                found.append(act)
    return tuple(_with_events(found, events))


def _act_at(
    context: Context, lines: Sequence[Line], line: Line, number: int, index: int, before: Sequence[Act]
) -> Act | None:
    item = line.items[index]
    if item.what is not What.WORD or item.text[:1].isupper():
        return None
    for verb, forms in act_verbs()[item.lower]:
        group = group_at(line, index, verb, forms)
        if group is None:
            continue
        act = _act_of(context, lines, line, number, group, before)
        if act is not None:
            return act
    return None


def _act_of(
    context: Context, lines: Sequence[Line], line: Line, number: int, group: Group, before: Sequence[Act]
) -> Act | None:
    taken = taken_by(line, group)
    if taken is None:
        return None
    for rule in AGENT_RULES:
        if (rule.name == "agent of a passive act") != group.sense.passive:
            continue
        if (rule.name == OF_RELATIVE) != taken.relative:
            continue
        found = rule.apply(line, group)
        if found is None:
            continue
        agents, denied = found
        if not is_own_voice(line, group, agents[0]):
            return None
        agents = with_partners(line, group, agents)
        if any(is_pronoun(line, at) and not _is_certain(lines, number, at, before) for at in agents):
            return None
        if {_entity(line, at) for at in taken.recipients} & {_entity(line, at) for at in agents}:
            return None
        if taken.mutual and not _meet_each_other(line, agents):
            return None
        when = when_of(line, group, agents[0], taken, context.today)
        sense = _sense(context, line, group, when, len(agents))
        if sense is None:
            return None
        if sense.status is Status.PLANNED:
            when = ahead(line, group, when, context.today)
        negated = sense.negated + denied + taken.denies
        if negated > 1:
            return None
        confidence = min([rule.confidence, *(_sureness(line, at) for at in agents)])
        return Act(
            kind=group.verb.kind,
            agents=tuple(dict.fromkeys(_entity(line, at) for at in agents)),
            span=Span(line.items[group.begin].begin, line.items[group.end - 1].end),
            evidence=evidence(
                line.sentence,
                rule.name,
                confidence,
                line.items[group.head].span,
                *(line.items[a].span for a in agents),
            ),
            recipients=tuple(
                dict.fromkeys(_entity(line, at) for at in (agents if taken.mutual else taken.recipients))
            ),
            things=taken.things,
            words=taken.words,
            when=when,
            where=where_of(line, group, agents[0], taken),
            status=sense.status,
            negated=negated == 1,
        )
    return None


def _meet_each_other(line: Line, agents: Sequence[int]) -> bool:
    """Whether several people or States met; bodies each meet by themselves."""
    return len(agents) > 1 and all(_entity(line, at).kind in _WHO_MEETS for at in agents)


def _is_certain(lines: Sequence[Line], number: int, index: int, found: Sequence[Act]) -> bool:
    """Whether a pronoun means whom it is taken for.

    That is the subject with which the last sentence begins that names anybody, where nobody else is named in
    it, or only people to whom nothing is done.
    """
    line = lines[number]
    meant = _entity(line, index)
    here = _people(line, index)
    if any(person != meant for person in here):
        return False
    for back in range(number - 1, max(-1, number - _FARTHEST), -1):
        people = _people(lines[back], len(lines[back].items))
        if people:
            done_to = any(_concerns_others(act, meant) for act in _acts_of(lines[back], found))
            first, _ = lines[back].once(_places_of_people)[0]
            if people[0] != meant or (len(set(people)) > 1 and not heads_clause(lines[back], first)):
                return False
            return line.at(index + 1) in _GOING_ON or not done_to
    return bool(here)


def _acts_of(line: Line, found: Sequence[Act]) -> Iterator[Act]:
    """The acts of a sentence, looked for from the last one found: they stand in the order of the text."""
    for act in reversed(found):
        if act.evidence.span.begin < line.sentence.span.begin:
            return
        if act.evidence.span == line.sentence.span:
            yield act


def _concerns_others(act: Act, person: Entity) -> bool:
    others = (*act.recipients, *act.things)
    return any(other.kind is EntityKind.PERSON and other != person for other in others)


def _people(line: Line, end: int) -> list[Entity]:
    return [entity for at, entity in line.once(_places_of_people) if at < end]


def _places_of_people(line: Line) -> list[tuple[int, Entity]]:
    return [(at, _entity(line, at)) for at in line.naming if at >= line.start and line.is_person(at)]


def _entity(line: Line, index: int) -> Entity:
    entity = line.items[index].entity
    assert entity is not None  # noqa: S101 - parties have entities
    return entity


def _sureness(line: Line, index: int) -> float:
    if is_pronoun(line, index) or line.at(index) == "it":
        return _PRONOUN
    party = line.items[index].party
    mention = line.items[index].mention
    return party.confidence if party is not None else mention.confidence if mention is not None else _LIKELY


def _sense(context: Context, line: Line, group: Group, when: Interval, agents: int) -> Sense | None:
    """What the verb's form makes of the act; None where it tells only what is usual."""
    sense = group.sense
    stopped = "longer" in line.lower[group.begin : group.head] and sense.negated
    if group.form not in (Form.PRESENT, Form.BASE) or sense.open_end or stopped:
        return sense
    if group.form is Form.BASE and agents < 2:
        return None
    if group.verb.present == "performed":
        return sense
    today = context.today
    ahead = when.start is not None and today is not None and when.start.earliest >= today
    if group.verb.present in ("future", "either") and ahead:
        return Sense(Status.PLANNED, sense.negated)
    return sense if group.verb.present == "either" else None


def _with_events(found: Sequence[Act], events: Sequence[Fact]) -> Iterator[Act]:
    """The acts, each with the event of the same sentence whose words it shares."""
    by_sentence: dict[Span, list[Event]] = {}
    for event in events:
        if isinstance(event, Event):
            by_sentence.setdefault(event.evidence.span, []).append(event)
    for act in found:
        reach = Span(act.span.begin, act.words.end if act.words is not None else act.span.end)
        here = [
            event
            for event in by_sentence.get(act.evidence.span, ())
            if act.kind in _OCCASIONS and any(reach.overlaps(span) for span in event.evidence.marked)
        ]
        yield replace(act, event=here[0].key) if here else act


_WHO_MEETS: Final = (EntityKind.PERSON, EntityKind.STATE)

_OCCASIONS: Final = frozenset(ActKind) - {
    ActKind.CONDEMNED,
    ActKind.WELCOMED,
    ActKind.CALLED_ON,
    ActKind.AGREED,
}
