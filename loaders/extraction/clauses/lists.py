"""Lists in which names stand among words for people or bodies that have none: "A, ministries, and the B"."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import EntityKind
from ..tables import words
from .line import Line, What, party_list, past_open_bracket
from .words import AUXILIARIES, BE, DETERMINERS, MODALS, PREPOSITIONS

__all__ = ["is_of_people", "mixed_list"]

_PEOPLE: Final = words("participation_people", kind="people")
_JOINTS: Final = frozenset((",", "and", "&"))
_REPEATED: Final = frozenset(("from", "of", "at", "by", "with"))
_NOT_GENERIC: Final = (
    AUXILIARIES
    | BE
    | MODALS
    | (PREPOSITIONS - {"of"})
    | frozenset(
        ("that", "which", "who", "whom", "whose", "where", "when", "while", "to", "as", ";", ":", "but")
    )
)
_RELATIVES: Final = frozenset(("who", "whose", "whom", "which"))
_ASIDE_LONGEST: Final = 18
_FINITE: Final = BE | MODALS | AUXILIARIES
_GENERIC_LONGEST: Final = 8
_PARTS_MOST: Final = 16
_UNITS: Final = words("clause_words", kind="unit of a body")
_WHOLE: Final = "osce"
_PAST: Final = words("clause_words", kind="past of a verb")


def mixed_list(line: Line, index: int, *, whole: bool = False) -> tuple[tuple[int, ...], int]:
    """The parties of a list that begins at an index, and where it ends, past its members without a name.

    As in "from ministries, the Border Police, as well as officers of the Customs, civil society and UNDP";
    a party behind a member without a name that has a verb of its own is no member. The OSCE as a whole is one
    only where `whole` says so.
    """
    found: list[int] = []
    at = end = index
    for _ in range(_PARTS_MOST):
        begin = _past_people(line, at)
        named, after = party_list(line, begin)
        if named and end > index and _has_verb(line, after):
            break
        if not named:
            after = _generic_end(line, at)
            if after == at:
                at = _past_aside(line, end) if end > index and line.is_person(end - 1) else end
                if at == end:
                    break
                continue
        if named and line.items[after - 1].is_person:
            after = past_open_bracket(line, after)
        found += [one for one in named if _is_member(line, one, sent=begin > at, whole=whole)]
        end = after
        at = _past_joint(line, after)
        if _is_past(line, at):
            break
        if at == after or (named and line.at(at) in _RELATIVES):
            at = _past_aside(line, after) if named and line.is_person(after - 1) else after
        if at == after:
            break
    return tuple(found), end


def _is_member(line: Line, index: int, *, sent: bool, whole: bool) -> bool:
    """Whether a name means a member: no State from which people are, no part of an unknown name."""
    entity = line.items[index].entity
    if entity is None or (entity.id == _WHOLE and not whole):
        return False
    if line.at(index + 1) in _UNITS and line.items[index + 1].text[:1].isupper():
        return False
    return not (sent and entity.kind is EntityKind.STATE)


def _past_joint(line: Line, index: int) -> int:
    """Past what joins the members of a list, and a preposition that is repeated: ", as well as from"."""
    at = index
    if line.at(at) == ",":
        at += 1
    if line.lower[at : at + 3] == ("as", "well", "as"):
        at += 3
    elif line.at(at) in ("and", "&"):
        at += 1
    if at > index and line.at(at) in _REPEATED:
        at += 1
    return at


def _past_aside(line: Line, index: int) -> int:
    """Past what is told of a person between commas, where the list goes on: "A, who is old, and B"."""
    if line.at(index) != ",":
        return index
    relative = line.at(index + 1) in _RELATIVES
    for at in range(index + 1, min(len(line.items), index + _ASIDE_LONGEST)):
        if line.at(at) == ",":
            following = at + 1 + (line.at(at + 1) == "and")
            following += line.at(following) in _REPEATED
            named = party_list(line, following)[0]
            if named and (line.is_person(named[0]) or line.at(at + 1) == "and"):
                return following
            if not relative:
                return index
        elif not relative and line.at(at) == "and" and line.is_person(at + 1):
            return at + 1
        elif _ends_aside(line, at) or (not relative and line.at(at) in _FINITE):
            return index
    return index


def _ends_aside(line: Line, index: int) -> bool:
    return line.at(index) in (";", ":") or line.items[index].what is What.QUOTE


def _past_people(line: Line, index: int) -> int:
    """Past a word for people that introduces another member: "and officers of the Customs"."""
    for at in range(index, min(len(line.items), index + _GENERIC_LONGEST)):
        if line.at(at) in _PEOPLE and line.at(at + 1) in ("of", "from", "at", "representing"):
            return at + 2
        if line.items[at].what is not What.WORD or line.at(at) in _NOT_GENERIC or line.at(at) in _JOINTS:
            break
    return index


def is_of_people(line: Line, index: int) -> bool:
    """Whether people of a body are meant at an index, not the body: "by officers of the Border Police"."""
    return _past_people(line, index) > index


def _generic_end(line: Line, index: int) -> int:
    """Where a member without a name ends: "relevant ministries", "civil society"; the index where none is."""
    at = index
    while at < len(line.items) and at - index < _GENERIC_LONGEST:
        item = line.items[at]
        plain = item.what is What.WORD and item.lower.replace("-", "").replace("'", "").isalpha()
        demonym = item.mention is not None and item.mention.demonym
        origin = at > index and item.lower in ("from", "in", "for")
        if not (plain or demonym) or item.lower in _JOINTS or (item.lower in _NOT_GENERIC and not origin):
            break
        at += 1
    bare = all(line.at(n) in DETERMINERS for n in range(index, at))
    return index if bare or (line.at(at) not in _JOINTS and line.at(at) != "as") else at


def _is_past(line: Line, index: int) -> bool:
    """Whether a verb in the past goes on with the sentence: "held by A, brought together officers of B"."""
    return line.at(index) in _PAST or (line.at(index - 1) == "," and line.at(index).endswith("ed"))


def _has_verb(line: Line, index: int) -> bool:
    """Whether a finite verb follows at an index, so that a clause of its own has begun."""
    following = line.at(index)
    return following in _FINITE or following.endswith("ed")
