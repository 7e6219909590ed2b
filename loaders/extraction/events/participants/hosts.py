"""Whom visitors meet, by what those do: they tell them something, receive them, talk with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from .....ontology.facts import EntityKind, EventKind
from ...clauses.line import Line, What
from ...clauses.lists import mixed_list
from ...clauses.words import BE, DETERMINERS, MODALS
from ...model import Part
from ...tables import words
from ..draft import Draft
from ..setting.times import Placed
from ..ties import Scene
from .people import PEOPLE, sent_by
from .visitors import Visited
from .visits import VisitRule

__all__ = ["RULES"]

_DEALING: Final = words("participation_people", kind="deals with visitors")
_WITH: Final = words("participation_people", kind="deals with visitors, with")
_VISITORS: Final = words("participation_people", kind="guest")
_PRONOUNS: Final = frozenset(("him", "her", "them"))
_FIRST_TO: Final = ("the", "first", "to")
_AFTER_VERB: Final = DETERMINERS | frozenset(("to", "with", "from", "also", "about", "today"))
_REACH: Final = 4
_PEOPLE_REACH: Final = 12
_GOES: Final = frozenset(("goes", "went", "spent", "discussed", "spoke", "talked", "held", "met", "had"))
_PARTING: Final = frozenset((";", ":", "that", "which", "who", "whom", "where", "when", "while", "how"))
_WITH_REACH: Final = 24
_WITH_ONLY: Final = frozenset(("with",))
_AT: Final = frozenset(("at",))
_STOPS: Final = words("participation_people", kind="stop of a visit")


def deals_with_visitors(
    found: Sequence[Line], number: int, placed: Sequence[Placed], visit: Draft | None
) -> Visited:
    """As in "The Mayor, Carl Dahl, told him", "members of C spoke with her"."""
    line = found[number]
    if visit is None or line.sentence.part is not Part.BODY or number < visit.first.line:
        return
    scene = Scene(line, number, (), None)
    guests = _guests(found, visit)
    for index in line.places(_DEALING):
        if line.items[index].what is not What.WORD or scene.is_negated(index):
            continue
        alone = "with" not in line.lower[index + 1 : index + 3] and line.at(index + 1) not in ("to", "for")
        if line.at(index) in _WITH and alone:
            continue
        if not _is_visitor(line, index + 1, guests):
            continue
        verb = index - len(_FIRST_TO) if line.lower[index - len(_FIRST_TO) : index] == _FIRST_TO else index
        subject = _everyone(line, scene.subject_of(verb))
        for at in subject:
            entity = line.items[at].entity
            if line.is_person(at) and entity is not None and entity.key not in guests:
                yield at, entity, visit
        for at in _whose_people(line, index):
            yield at, line.items[at].entity, visit


def _guests(found: Sequence[Line], visit: Draft) -> frozenset[tuple[EntityKind, str]]:
    """The people of the sentence that brings in the visit: the visitors among them."""
    line = found[visit.first.line]
    begin = next((at for at in line.naming if line.is_person(at)), None)
    listed = mixed_list(line, begin)[0] if begin is not None else ()
    entities = (line.items[at].entity for at in listed)
    return frozenset(entity.key for entity in entities if entity is not None)


def _is_visitor(line: Line, index: int, guests: frozenset[tuple[EntityKind, str]]) -> bool:
    """Whether the visitors stand as the object, a few words behind a verb."""
    for at in range(index, min(len(line.items), index + _REACH)):
        item = line.items[at]
        if line.at(at) in _PRONOUNS or line.at(at) in _VISITORS:
            return True
        if item.is_person:
            party, entity = item.party, item.entity
            refers = party is not None and not party.introduces
            return refers or (entity is not None and entity.key in guests)
        if item.what is not What.WORD or item.lower not in _AFTER_VERB:
            return False
    return False


def _everyone(line: Line, subject: Sequence[int]) -> Sequence[int]:
    """The subject, with those before it in a list whose members have a post behind their name."""
    first = next((at for at in line.naming if line.is_person(at)), None)
    if first is None or not subject or first >= subject[0]:
        return subject
    listed, end = mixed_list(line, first)
    if subject[-1] in listed:
        return listed
    between = line.lower[end : subject[0]]
    joined = "and" in between and not _PARTING.intersection(between) and first == line.naming[0]
    verbs = any(word in BE | MODALS or word.endswith("ed") for word in between)
    return (*listed, *subject) if joined and not verbs else subject


def _whose_people(line: Line, index: int) -> Iterator[int]:
    """The organizations whose people do it: "members of the Union spoke with", "staff of A told him"."""
    for at in line.places(PEOPLE):
        if (
            at < index
            and line.at(at + 1) in ("of", "from")
            and not _PARTING.intersection(line.lower[at:index])
        ):
            between = line.items[at + 2 : index]
            if len(between) <= _PEOPLE_REACH and not any(item.is_person for item in between):
                yield from sent_by(line, at)


def went_through_with(
    found: Sequence[Line], number: int, placed: Sequence[Placed], visit: Draft | None
) -> Visited:
    """As in "With the Mayor, Carl Dahl, she went through it": whom the sentence begins with."""
    line = found[number]
    start = line.start
    if visit is None or line.sentence.part is not Part.BODY or number < visit.first.line:
        return
    if line.at(start) != "with" and line.lower[start : start + 2] != ("together", "with"):
        return
    begin = start + 1 + (line.at(start) == "together")
    named, end = mixed_list(line, begin)
    people = [at for at in named if line.is_person(at) and _is_brought_in(line, at)]
    verb = next(
        (at for at in range(end, min(len(line.items), end + _WITH_REACH)) if line.at(at) in _GOES), None
    )
    if not people or verb is None or _PARTING.intersection(line.lower[end:verb]):
        return
    if line.has_any(MODALS) and visit.kind is not EventKind.VISIT:
        return
    for at in people:
        yield at, line.items[at].entity, visit


def _is_brought_in(line: Line, index: int) -> bool:
    party = line.items[index].party
    return party is not None and party.introduces and party.name_span is not None


def stopped_at(found: Sequence[Line], number: int, placed: Sequence[Placed], visit: Draft | None) -> Visited:
    """As in "Another stop was at the Library", "At the Museum she was shown round": the organization."""
    line = found[number]
    if visit is None or line.sentence.part is not Part.BODY or number < visit.first.line:
        return
    stop = next((at for at in line.places(_STOPS) if line.at(at + 1) in BE), None)
    begin = line.start if line.at(line.start) == "at" else None
    if stop is not None:
        begin = next((at for at in range(stop + 2, stop + 5) if line.at(at) in ("at", "to", "in")), stop + 1)
    if begin is None:
        return
    at = begin + 1 + (line.at(begin + 1) in DETERMINERS)
    if at >= len(line.items):
        return
    entity = line.items[at].entity
    if entity is None or entity.kind is not EntityKind.ORGANIZATION or not line.items[at].acts:
        return
    if stop is not None or _is_received(line, at, _guests(found, visit)):
        yield at, entity, visit


def _is_received(line: Line, index: int, guests: frozenset[tuple[EntityKind, str]]) -> bool:
    """Whether the visitors are spoken of as guests there: as subject of a passive verb, or as object."""
    for at in range(index + 1, min(len(line.items), index + _WITH_REACH)):
        item = line.items[at]
        if item.lower in (";", ":"):
            return False
        if item.lower in ("he", "she", "they") and line.at(at + 1) in BE | _GOES:
            return True
        if item.lower in _DEALING and _is_visitor(line, at + 1, guests):
            return True
    return False


RULES: Final[tuple[VisitRule, ...]] = (
    VisitRule(
        "deals with visitors",
        0.82,
        "[Anna Berg] ended a two-day visit to <Linden> today. The host, [Carl Dahl], informed her of it.",
        "[Anna Berg] ended a two-day visit to <Linden> today. The host, [Carl Dahl], informed us of it.",
        deals_with_visitors,
        triggers=_DEALING,
    ),
    VisitRule(
        "went through it with",
        0.82,
        "[Anna Berg] ended a two-day visit to <Linden> today. With [Carl Dahl], a host, she spoke of it.",
        "[Anna Berg] ended a two-day visit to <Linden> today. With the rain came the pumps of [Carl Dahl].",
        went_through_with,
        triggers=_WITH_ONLY,
    ),
    VisitRule(
        "stop of a visit",
        0.8,
        "[Anna Berg] ended a two-day visit to <Linden> today. Another stop was at the {Water Library}.",
        "[Anna Berg] ended a two-day visit to <Linden> today. A stop was put to it by the {Water Library}.",
        stopped_at,
        triggers=_STOPS | _AT,
    ),
)
