"""Whom those who are on a visit meet there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from .....ontology.dates import Interval
from .....ontology.facts import EntityKind, EventKind
from ...clauses.line import Line, Rule, What
from ...clauses.lists import mixed_list
from ...clauses.words import BE, MODALS
from ...model import Part
from ...tables import phrases, words
from ..draft import Draft
from ..setting.times import Placed
from ..ties import Scene, attended
from .people import PEOPLE, sent_by
from .visitors import HE_OR_SHE, Visited, visitor

__all__ = ["RULES", "VisitRule", "past_aside", "visit_of", "visit_told_of"]

_MEETS: Final = phrases("participation", form="met on a visit")
_MEETS_FIRST: Final = frozenset(phrase[0] for phrase in _MEETS)
_MEETS_BY_FIRST: Final = {
    word: tuple(phrase for phrase in _MEETS if phrase[0] == word) for word in _MEETS_FIRST
}
_NAMING: Final = words("participation_words", kind="names some")
_SHOWS: Final = words("participation_people", kind="shows around")
_GUESTS: Final = words("participation_people", kind="guest")
_PARTING: Final = frozenset((";", ":", "that", "which", "who", "whom", "where", "when", "while"))
_SUMMARY_LONGEST: Final = 9
_PEOPLE_REACH: Final = 30
_WITH_REACH: Final = 9
_ASIDE: Final = words("numbers") | words("participation_words", kind="aside of a visit")
_BY_REACH: Final = 6
_RECEIVING: Final = words("participation_words", kind="not only of people")
_FREELY: Final = frozenset(("discussed", "spent", "sat"))
_AGAIN: Final = ("with", "on", "by")
_ORDERS: Final = (("first", "of", "all"), ("first",), ("there",), ("also",), ("afterwards",), ("separately",))
_NOT_ABOUT: Final = BE | MODALS | {"who", "which", "that", "and"}
_HELD: Final = frozenset(("planned", "scheduled", "arranged", "held", "foreseen"))
_APPOINTMENTS: Final = words("participation_words", kind="appointments of a visit")

VisitRule = Rule[Callable[[Sequence[Line], int, Sequence[Placed], Draft | None], Visited]]


def visit_of(drafts: Sequence[Draft], main: Draft | None) -> Draft | None:
    """The visit on which people are met: the main occasion, else the only visit."""
    if main is not None and main.kind is EventKind.VISIT:
        return main
    visits = [d for d in drafts if d.kind is EventKind.VISIT]
    apart = main is None or not main.first.acts or attended(main) is None
    return visits[0] if len(visits) == 1 and apart else None


def visit_told_of(found: Sequence[Line], drafts: Sequence[Draft], number: int, visit: Draft) -> Draft:
    """The visit on which a line tells of people met: the next stop, where the sentence before brings it in.

    As in "Tomorrow she travels to Asp. She is to meet Carl Dahl there".
    """
    line = found[number]
    if "there" not in line.words:
        return visit
    new = [
        draft
        for draft in drafts
        if draft.kind is EventKind.VISIT and draft.first.acts and draft.first.line == number - 1
        if found[number - 1].sentence.paragraph == line.sentence.paragraph
    ]
    return new[0] if len(new) == 1 else visit


def visited(found: Sequence[Line], number: int, placed: Sequence[Placed], visit: Draft | None) -> Visited:
    """As in "A visit to the Council of Europe": the organization visited."""
    line = found[number]
    for mention, draft in placed:
        if mention.kind is not EventKind.VISIT or mention.to is None:
            continue
        entity = line.items[mention.to].entity
        if line.items[mention.to].acts and entity is not None and entity.kind is not EntityKind.STATE:
            yield mention.to, entity, draft


def met_on_the_visit(
    found: Sequence[Line], number: int, placed: Sequence[Placed], visit: Draft | None
) -> Visited:
    """As in "She met A and B", "held talks with C", "was received by D": both sides."""
    line = found[number]
    if visit is None or line.sentence.part is not Part.BODY or number < visit.first.line - 1:
        return
    scene = Scene(line, number, (), None)
    for index in line.places(_MEETS_FIRST):
        for phrase in _MEETS_BY_FIRST[line.at(index)]:
            end = _phrase_end(line, index, phrase)
            if end is None or scene.is_negated(index) or _is_another(visit, placed, index):
                continue
            met = _objects(line, end)
            for at in met:
                yield at, line.items[at].entity, visit
            if not met and line.at(index) in _RECEIVING and not _are_guests(line, end):
                continue
            for at in scene.subject_of(index):
                if line.is_person(at) and not (
                    line.at(at) in HE_OR_SHE and _is_next_stop(line, number, visit)
                ):
                    yield at, line.items[at].entity, visit


def _are_guests(line: Line, index: int) -> bool:
    """Whether people are received, and not letters, behind a verb at an index."""
    reach = range(index, min(len(line.items), index + _BY_REACH))
    return any(line.at(at) in _GUESTS or line.at(at) in PEOPLE or line.is_person(at) for at in reach)


def _is_next_stop(line: Line, number: int, visit: Draft) -> bool:
    """Whether the sentence before tells who goes there, so that a pronoun need not be asked."""
    return visit.first.acts and visit.first.line == number - 1 and "there" in line.words


def _is_another(visit: Draft, placed: Sequence[Placed], index: int) -> bool:
    """Whether the verb at an index tells of a meeting of its own, in another town or at another time."""
    for mention, draft in placed:
        if draft is visit or mention.head != index:
            continue
        towns = {d.place for d in (draft, visit) if d.place is not None and d.place.kind is EntityKind.PLACE}
        return len(towns) > 1 or _is_apart_in_time(draft.when, visit.when)
    return False


def _is_apart_in_time(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return False
    return one.end.latest < other.start.earliest or other.end.latest < one.start.earliest


def _phrase_end(line: Line, index: int, phrase: tuple[str, ...]) -> int | None:
    """Where a phrase ends that begins at an index; "by" may stand some words after its verb."""
    end = index + len(phrase)
    if line.lower[index:end] == phrase:
        return end
    if len(phrase) == 2 and phrase[1] == "by" and line.at(index) == phrase[0]:
        by = next((at for at in range(index + 1, index + _BY_REACH) if line.at(at) == "by"), None)
        return by + 1 if by is not None else None
    if len(phrase) == 2 and phrase[1] == "with" and line.at(index) == phrase[0]:
        return _past_object(line, index) if phrase[0] in _FREELY else past_aside(line, index + 1)
    return None


def _past_object(line: Line, index: int) -> int | None:
    """Past what is done with somebody: "discussed old wells with", "spent an hour with"."""
    for at in range(index + 1, min(len(line.items), index + _WITH_REACH)):
        if line.at(at) == "with":
            return at + 1
        if line.at(at) in _PARTING or line.items[at].is_person or line.at(at) == ",":
            return None
    return None


def past_aside(line: Line, index: int) -> int | None:
    """Past the days and places that stand before "with": "meetings in Linden today with"; None without it."""
    for at in range(index, min(len(line.items), index + _WITH_REACH)):
        if line.at(at) == "with":
            return at + 1
        item = line.items[at]
        if item.acts and item.entity is not None and item.entity.kind is not EntityKind.STATE:
            return None
        about = line.at(index) in ("on", "about") and item.lower.isalpha() and item.lower not in _NOT_ABOUT
        if item.what is What.WORD and item.lower not in _ASIDE and not about:
            return None
    return None


def _objects(line: Line, index: int) -> tuple[int, ...]:
    """The people met, past a preposition that is repeated in the list ("with A, and with B")."""
    found: list[int] = []
    at = _past_summary(line, _past_order(line, index))
    while True:
        named, end = mixed_list(line, at)
        found.extend(named)
        at = _past_repeated(line, end)
        if not named or at == end or line.at(at - 1) not in _AGAIN:
            return (*found, *_people_of(line, at))


def _past_repeated(line: Line, index: int) -> int:
    """Past a preposition that is repeated in a list, also behind a place or day: "and, on Monday, by"."""
    at = index
    while line.at(at) in (",", "and", *_AGAIN):
        at += 1
    if at == index or line.at(at - 1) in _AGAIN:
        return at
    for end in range(at, min(len(line.items), at + _WITH_REACH)):
        if line.at(end) in _AGAIN and end > at and line.at(end) != "on":
            return end + 1
        item = line.items[end]
        aside = item.date is not None or (item.entity is not None and item.entity.kind is EntityKind.PLACE)
        if not aside and item.lower not in _ASIDE and item.lower != ",":
            break
    return at


def _past_order(line: Line, index: int) -> int:
    """Past words for the order of meetings: "saw [first of all] the President"."""
    for order in _ORDERS:
        if line.lower[index : index + len(order)] == order:
            return index + len(order)
    return index


def _past_summary(line: Line, index: int) -> int:
    """Past what sums up the list that follows: "several officials, including"."""
    for at in range(index, min(len(line.items), index + _SUMMARY_LONGEST)):
        if line.at(at) in _NAMING:
            return at + 1
        if line.items[at].is_person or line.items[at].what is What.QUOTE or line.at(at) in _PARTING:
            break
    return index


def _people_of(line: Line, index: int) -> list[int]:
    """The organizations whose people are met: "representatives of A, B and C", "other officials at D"."""
    found: list[int] = []
    for at in range(index, min(len(line.items), index + _PEOPLE_REACH)):
        if line.at(at) in PEOPLE and line.at(at + 1) in ("of", "from", "at"):
            found += sent_by(line, at)
        if line.items[at].what is What.QUOTE or line.at(at) in _PARTING:
            break
    return list(dict.fromkeys(found))


def appointments(
    found: Sequence[Line], number: int, placed: Sequence[Placed], visit: Draft | None
) -> Visited:
    """As in "Her other appointments of the day are with A and with B": whom the visitor meets."""
    line = found[number]
    if visit is None or line.sentence.part is not Part.BODY or number < visit.first.line - 1:
        return
    for index in line.places(_APPOINTMENTS):
        for at in range(index + 1, min(len(line.items), index + _WITH_REACH)):
            if line.at(at) == "with" and line.at(at - 1) in BE | _HELD:
                for one in _objects(line, at + 1):
                    yield one, line.items[one].entity, visit
                break
            if line.items[at].is_person or line.at(at) in _PARTING:
                break


def shows_around(
    found: Sequence[Line], number: int, placed: Sequence[Placed], visit: Draft | None
) -> Visited:
    """As in "The commander, Carl Dahl, briefed the visitors": who has the visitors as guests."""
    line = found[number]
    if visit is None or line.sentence.part is not Part.BODY or number < visit.first.line:
        return
    scene = Scene(line, number, (), None)
    for index in line.places(_SHOWS):
        guest = index + 1 + (line.at(index + 1) in ("the", "its"))
        if not (line.at(guest) in _GUESTS or line.is_person(guest)) or scene.is_negated(index):
            continue
        if scene.is_finite(index, "past"):
            for at in scene.subject_of(index):
                if line.is_person(at):
                    yield at, line.items[at].entity, visit


RULES: Final[tuple[VisitRule, ...]] = (
    VisitRule(
        "visitor",
        0.8,
        "[Anna Berg] ended a two-day visit to <Linden> today.",
        "A two-day visit to <Linden> by some ministers ended today, wrote [Anna Berg].",
        visitor,
    ),
    VisitRule(
        "organization visited",
        0.8,
        "[Anna Berg] ended a two-day visit to the {Water Union} in <Linden> today.",
        "[Anna Berg] ended a two-day visit to <Linden> today and wrote to the {Water Union}.",
        visited,
    ),
    VisitRule(
        "met on the visit",
        0.82,
        "[Anna Berg] ended a two-day visit to <Linden> today. She met [Carl Dahl].",
        "[Anna Berg] ended a two-day visit to <Linden> today. She never met [Carl Dahl].",
        met_on_the_visit,
        triggers=_MEETS_FIRST,
    ),
    VisitRule(
        "appointments",
        0.82,
        "[Anna Berg] ended a two-day visit to <Linden> today. Her last talks were with [Carl Dahl].",
        "[Anna Berg] ended a two-day visit to <Linden> today. Her last talks were about [Carl Dahl].",
        appointments,
        triggers=_APPOINTMENTS,
    ),
    VisitRule(
        "shows visitors around",
        0.8,
        "[Anna Berg] ended a two-day visit to <Linden> today. [Carl Dahl] briefed the visitors on wells.",
        "[Anna Berg] ended a two-day visit to <Linden> today. [Carl Dahl] briefed the press on wells.",
        shows_around,
        triggers=_SHOWS,
    ),
)
