"""Who goes on a visit: whose it is said to be, who begins or makes it, and whom a journey takes along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from .....ontology.facts import Entity, EntityKind, EventKind
from ...clauses.line import Line
from ...clauses.lists import mixed_list
from ...clauses.words import AUXILIARIES, BE, MODALS
from ...model import Part
from ...tables import words
from ..draft import Draft
from ..phrases import EventMention
from ..setting.times import Placed
from ..ties import Scene
from .people import sent_by

__all__ = ["HE_OR_SHE", "Visited", "visitor"]

_OWNERS: Final = ("his", "her", "their")
HE_OR_SHE: Final = frozenset(("he", "she"))
_PEOPLE_REACH: Final = 30
_TAKEN_REACH: Final = 6
_JOURNEYS: Final = frozenset(("took", "takes", "brought", "brings"))
_DELEGATIONS: Final = frozenset(("delegation", "group", "team"))
_MAKES: Final = words("participation_words", kind="makes a visit")

Visited = Iterator[tuple[int, Entity | None, Draft]]  # at which item, who took part in which visit


def visitor(found: Sequence[Line], number: int, placed: Sequence[Placed], visit: Draft | None) -> Visited:
    """As in "Her visit", "Anna Berg's visit", "Anna Berg ended a visit": whose visit it is."""
    line = found[number]
    for draft in dict.fromkeys(draft for _, draft in placed):
        first = next((m for m in draft.mentions if found[m.line].sentence.part is not Part.TITLE), None)
        if draft.kind is not EventKind.VISIT or first is None or first.line != number:
            continue
        if line.at(first.first) in _OWNERS:
            yield first.first, _person_before(found, first), draft
            continue
        owner = [at for at in range(first.first, first.last) if line.is_person(at)]
        leading = _who_goes(line, number, first)
        for at in (*_taken(line, first), *_organization_that_goes(line, number, first)):
            yield at, line.items[at].entity, draft
        if "they" in line.lower[line.start : first.head]:
            for entity in _those_before(found, number):
                yield first.head, entity, draft
        if leading and visit not in (None, draft) and line.at(leading[0]) in HE_OR_SHE:
            goes_on = _who_began(found, visit)
            if goes_on is not None:
                yield leading[0], goes_on, draft
                continue
        for at in owner[:1] or _with_others(line, leading):
            yield at, line.items[at].entity, draft


def _who_goes(line: Line, number: int, first: EventMention) -> list[int]:
    """The people before a visit: of "said that [Carl Dahl] would visit Linden" not the one who says it."""
    begin = line.start
    by = next((at for at in range(first.first - 1, begin, -1) if line.is_person(at)), None)
    if not first.acts and by is not None and _is_agent(line, by):
        return [by]
    if first.acts:
        subject = [at for at in Scene(line, number, (), None).subject_of(first.head) if line.is_person(at)]
        if subject:
            return subject
        begin = max((at for at in range(begin, first.head) if line.at(at) == "that"), default=begin)
    return [at for at in range(begin, first.head) if line.is_person(at)]


def _taken(line: Line, first: EventMention) -> tuple[int, ...]:
    """Whom a journey takes somewhere: "a journey which took two of them, A and B, to Linden"."""
    for at in range(first.last, min(len(line.items), first.last + _PEOPLE_REACH)) if not first.acts else ():
        if line.at(at) in _JOURNEYS:
            begin = next((n for n in range(at + 1, at + _TAKEN_REACH) if line.is_person(n)), None)
            return tuple(n for n in mixed_list(line, begin)[0] if line.is_person(n)) if begin else ()
    return ()


def _organization_that_goes(line: Line, number: int, first: EventMention) -> tuple[int, ...]:
    """As in "The Harbour Office will make a return visit to Linden": no State or field operation."""
    makes = next((at for at in range(first.first - 1, first.first - 3, -1) if line.at(at) in _MAKES), None)
    verb = first.head if first.acts else makes
    if verb is None:
        return ()
    subject = Scene(line, number, (), None).subject_of(verb)
    if not subject and "it" in line.lower[max(line.start, verb - 3) : verb]:
        people = next((at for at in line.places(_DELEGATIONS) if at < verb), None)
        return tuple(sent_by(line, people)) if people is not None and line.at(people + 1) == "of" else ()
    return tuple(at for at in subject if _is_organization(line, at))


def _is_organization(line: Line, index: int) -> bool:
    entity = line.items[index].entity
    return entity is not None and entity.kind in (EntityKind.ORGANIZATION, EntityKind.BODY)


def _those_before(found: Sequence[Line], number: int) -> list[Entity]:
    """Whom "they" means: the people of a list in the sentence before, in the same paragraph."""
    line, earlier = found[number], found[number - 1] if number else None
    if earlier is None or earlier.sentence.paragraph != line.sentence.paragraph:
        return []
    first = next((at for at in earlier.naming if earlier.is_person(at)), None)
    listed = (
        [at for at in mixed_list(earlier, first)[0] if earlier.is_person(at)] if first is not None else []
    )
    people = [entity for at in listed if (entity := earlier.items[at].entity) is not None]
    others = any(earlier.is_person(at) and at not in listed for at in earlier.naming)
    return people if len(people) > 1 and not others else []


def _is_agent(line: Line, index: int) -> bool:
    """Whether a person is the agent of the verb before a journey: "written by A, after a visit to"."""
    at = index - 1
    while at > index - _TAKEN_REACH * 2 and line.at(at) != "by" and not _begins_clause(line, at):
        at -= 1
    return line.at(at) == "by"


def _begins_clause(line: Line, index: int) -> bool:
    word = line.at(index)
    return (
        word in BE | MODALS | AUXILIARIES or word.endswith("ed") or word in ("who", "which", "that", ";", ":")
    )


def _who_began(found: Sequence[Line], visit: Draft | None) -> Entity | None:
    """Whose the main visit is, who goes on to the next town: "Tomorrow he travels to Asp"."""
    if visit is None or found[visit.first.line].sentence.part is not Part.BODY:
        return None
    line = found[visit.first.line]
    leading = _who_goes(line, visit.first.line, visit.first)
    named = leading and line.at(leading[0]) not in HE_OR_SHE
    return line.items[leading[0]].entity if named else None


def _with_others(line: Line, leading: Sequence[int]) -> list[int]:
    """The first of some people, with those who are named with him or her: "A and the Director of B, C"."""
    if not leading:
        return []
    together = mixed_list(line, leading[0])[0]
    return [at for at in leading if at == leading[0] or at in together]


def _person_before(found: Sequence[Line], mention: EventMention) -> Entity | None:
    """To whom "his" or "her" refers: the first person of the sentence so far, else of the one before."""
    for number in range(mention.line, max(-1, mention.line - 4), -1):
        line = found[number]
        end = mention.first if number == mention.line else len(line.items)
        for at in range(line.start, end):
            if line.is_person(at):
                return line.items[at].entity
    return None
