"""What follows the head noun of a post: matters, units, and whom it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..people.lexicon import COMPLEMENT_PREPOSITIONS, UNITS, Head
from ..people.line import Line
from ..tables import words as words_of
from .media import past_working
from .model import Phrase
from .phrases import read_phrase
from .units import IN_UNITS, capitalised_end, past_acronym, past_list
from .whom import Antecedents

__all__ = ["Complement", "read_complement"]

_TOWNS: Final = words_of("post_words", kind="stands for a town")
_OF_PARLIAMENT: Final = words_of("post_words", kind="of a parliament")
_PARLIAMENT: Final = "parliament"
_UNIT_PREPOSITIONS: Final = frozenset(("of", "for", "in", "at", "within", "with"))
_MISSION_UNITS: Final = words_of("mission_units")
_MATTER_PREPOSITIONS: Final = frozenset(("of", "for", "on", "to"))


@dataclass(frozen=True, slots=True)
class Complement:
    """The words up to `last` (excluded): what they add to the title, and whom they name.

    unit     a unit without an id that no larger organization follows: it is whom the post is for
    offices  where posts stand inside, as first word of their head nouns
    """

    last: int
    title: str = ""
    whom: tuple[Entity, ...] = ()
    offices: tuple[int, ...] = ()


def read_complement(
    line: Line, start: int, head: Head, antecedents: Antecedents, *, has_whom: bool, implied: bool = False
) -> Complement:
    """Reads rightwards from the word after the head noun, through a chain of prepositions.

    implied  an "of" is to be thought before the first word ("heads the Department")
    """
    title: list[str] = []
    whom: tuple[Entity, ...] = ()
    units: list[tuple[str, Entity | None]] = []
    generic = False
    offices: list[int] = []
    last = start
    operation: Entity | None = None
    if _is_own_operation(line, start):
        operation = antecedents.operation(line.words[start].begin, line.low(start + 1))
        title.append(line.text(start, start + 2).lower())
        last = start + 2
    while True:
        index = past_working(line, past_acronym(line, last), head)
        preposition = line.low(index)
        if preposition == "and" and title and title[-1].startswith("in ") and line.low(index + 1) == "in":
            index, preposition = index + 1, "in"
            title.append("and")
        if preposition == "and" and head.plural and len(title) == 1 and line.low(index + 1) == "of":
            index, preposition = index + 1, "of"
            title.append("and")
        if implied and last == start:
            index, preposition = start - 1, "of"
        if preposition not in COMPLEMENT_PREPOSITIONS:
            break
        if head in _OF_PARLIAMENT and preposition == "for" and line.is_capitalised(index + 1):
            last = capitalised_end(line, index + 1)
            continue
        phrase = read_phrase(line, index + 1, preposition, antecedents, head=head)
        if phrase is None:
            break
        end = phrase.last
        if phrase.office is not None:
            if whom or preposition not in ("of", "to"):
                break
            offices.append(phrase.office)
            whom = phrase.entities
            if phrase.unit:
                title.append(f"{preposition} the {phrase.unit}")
        elif phrase.matter:
            if preposition not in _MATTER_PREPOSITIONS:
                break
            if units and not whom and preposition in ("of", "for"):
                units[-1] = (f"{units[-1][0]} {preposition} {phrase.text}", None)
                last = end
                continue
            title.append(f"{preposition} {phrase.text}")
        elif phrase.unit and phrase.owner is None and not phrase.entities:
            if whom or preposition not in _UNIT_PREPOSITIONS:
                break
            end = past_list(line, phrase.last)
            unit = phrase.unit if end == phrase.last else line.text(index + 1, end).removeprefix("the ")
            units.append((unit, None))
            generic = phrase.generic
        elif phrase.owner is not None:
            if whom or preposition not in _UNIT_PREPOSITIONS:
                break
            if phrase.entities:
                whom = phrase.entities
            elif phrase.owner.kind in (EntityKind.STATE, EntityKind.PLACE) and not _is_town(line, index + 1):
                whom = (Entity(EntityKind.ORGANIZATION, line.text(index + 1, phrase.last)),)
            else:
                title.append(f"of {phrase.unit}")
                whom = (phrase.owner,)
        elif _is_owning_state(phrase, preposition, whom) or _is_seat(phrase, preposition, head, title):
            pass
        else:
            taken = _take(phrase, preposition, head, whom, units, has_whom)
            if taken is None:
                break
            if taken:
                title.append(taken)
            else:
                whom = phrase.entities
        last = end
    for name, _ in units[:-1] if not whom else units:
        title.append(f"of {name}")
    if units and not whom:
        begin = line.words[start].begin
        if units[-1][0].lower() == _PARLIAMENT:
            return Complement(last, " ".join((*title, f"of {_PARLIAMENT}")), (), tuple(offices))
        larger = antecedents.organization(begin) if generic else None
        if larger is None and _is_mission_unit(units[-1][0]):
            larger = antecedents.operation(begin)
        if larger is not None and _is_same(units[-1][0], larger):
            return Complement(last, " ".join(title), (larger,), tuple(offices))
        if has_whom or larger is not None:
            title.append(f"of {units[-1][0]}")
            whom = () if larger is None or has_whom else (larger,)
        else:
            whom = (Entity(EntityKind.ORGANIZATION, units[-1][0]),)
    if not whom and operation is not None:
        whom = (operation,)
    return Complement(past_acronym(line, last), " ".join(title), whom, tuple(offices))


def _is_town(line: Line, index: int) -> bool:
    """Whether "the municipality's" or the like stands there, whose units go by the town."""
    return line.low(index + (line.low(index) == "the")) in _TOWNS


def _is_owning_state(phrase: Phrase, preposition: str, whom: tuple[Entity, ...]) -> bool:
    """Whether a State follows whose organization was named ("of the Judicial Council (JC) of Estonia")."""
    named = bool(whom) and whom[0].kind is EntityKind.ORGANIZATION and whom[0].id is None
    return named and preposition == "of" and phrase.entities[0].kind is EntityKind.STATE


def _is_seat(phrase: Phrase, preposition: str, head: Head, title: list[str]) -> bool:
    """Whether a town follows where one is a diplomat with somebody ("to the United Nations in New York")."""
    sent = head.kind == "diplomat" and preposition == "in" and title != []
    return sent and title[-1].startswith("to ") and phrase.entities[0].kind is EntityKind.PLACE


def _is_mission_unit(unit: str) -> bool:
    """Whether a unit is one of those that field operations have ("Human Rights Department")."""
    words = [word for word in unit.lower().split() if word not in IN_UNITS and word not in UNITS]
    return bool(words) and all(word in _MISSION_UNITS for word in words)


def _is_same(unit: str, larger: Entity) -> bool:
    """Whether the unit is the larger organization in short ("the Committee")."""
    return set(unit.lower().split()) <= set(larger.name.lower().split())


def _take(
    phrase: Phrase,
    preposition: str,
    head: Head,
    whom: tuple[Entity, ...],
    units: list[tuple[str, Entity | None]],
    has_whom: bool,
) -> str | None:
    """What a named entity adds to the title: nothing where the post is for it, None where it is no part."""
    entity = phrase.entities[0]
    territory = entity.kind in (EntityKind.STATE, EntityKind.PLACE)
    if head.kind == "diplomat" and preposition == "to":
        named = entity.kind is EntityKind.ORGANIZATION and " " in phrase.text
        return f"to {'the ' if named or entity.id == 'osce' else ''}{phrase.text}" if phrase.text else None
    if head.kind == "diplomat" and preposition == "in" and territory:
        return (
            f"in {phrase.text}"
            if has_whom and head not in ("ambassador", "permanent representative")
            else None
        )
    if "representative" in head and preposition == "to" and (whom or has_whom or entity.id == "osce"):
        return f"to the {phrase.text}"
    if preposition == "to" and territory and "envoy" in head:
        return f"to {phrase.text}"
    if (
        preposition == "for"
        and territory
        and ("representative" in head or head in ("envoy", "special envoy"))
    ):
        return f"for {phrase.text}"
    if preposition == "in" and "representative" in head and (territory or whom or has_whom):
        return f"in {phrase.text}"
    delegated = "representative" in head or "envoy" in head or head in ("adviser", "advisor")
    if preposition in ("for", "on") and (whom or has_whom) and delegated:
        return f"{preposition} {phrase.text}"
    if whom:
        return None
    if territory:
        in_town = preposition == "in" and head.kind == "town"
        if preposition == "of" or in_town or (preposition == "from" and head.kind in ("state", "member")):
            if units and entity.kind is EntityKind.STATE:
                units[-1] = (f"{units[-1][0]} of {phrase.text}", None)
                return None
            return ""
        return None
    if preposition == "on":
        return None
    if preposition == "in" and entity.kind not in (
        EntityKind.BODY,
        EntityKind.ORGANIZATION,
        EntityKind.FIELD_OPERATION,
    ):
        return None
    return ""


def _is_own_operation(line: Line, start: int) -> bool:
    """Whether "of Mission" stands there, as in "Head of Mission", which names no field operation."""
    if line.low(start) != "of" or line.low(start + 1) not in (
        "mission",
        "office",
        "centre",
        "presence",
        "delegation",
    ):
        return False
    chunk = line.blocks(start + 1)
    if chunk is not None and chunk.last - chunk.first > 1:
        return False
    return line.low(start + 2) not in ("to", "in") or line.begins_at(start + 3) is None
