"""Organizations that take part through people whom they sent: "officers of the Border Police attended"."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import EntityKind, Role
from ..clauses.line import Line, What, party_list
from ..tables import words
from .ties import Phrases, Scene, Tied, attended

__all__ = ["PEOPLE", "sent_by", "sent_people"]

PEOPLE: Final = words("participation_people", kind="people")
_ATTENDING: Final = Phrases.of("participation", "attending")
_BROUGHT: Final = Phrases.of("participation", "brought")
_FROM: Final = frozenset(("from", "of", "at", "representing"))
_PARTING: Final = frozenset(("that", "which", "who", "whom", "whose", "where", "when", "while", ";", ":"))
_LONGEST_LIST: Final = 5
_NAME_LONGEST: Final = 8
_WHOLE: Final = "osce"


def sent_people(scene: Scene) -> Tied:
    """As in "Ten officers of A and of B completed the course", "it brought together judges from C and D"."""
    line = scene.line
    if not line.has_any(PEOPLE):
        return
    doing = [begin for begin, _, _ in _ATTENDING.places(line) if not scene.is_negated(begin)]
    brought = [end for _, end, _ in _BROUGHT.places(line)]
    for index in line.places(PEOPLE):
        if line.at(index + 1) not in _FROM or not (
            _do(line, index, doing) or _are_brought(line, index, brought)
        ):
            continue
        draft = attended(scene.near(index)) or attended(scene.fresh or scene.main)
        if draft is not None:
            for at in sent_by(line, index):
                yield at, draft, Role.PARTICIPANT


def sent_by(line: Line, index: int) -> list[int]:
    """The organizations whose people the word at an index means, "from A, B and the C"."""
    found: list[int] = []
    at = index + 1
    for _ in range(_LONGEST_LIST):
        named, end = party_list(line, at + 1)
        found.extend(one for one in named if _is_organization(line, one))
        at = end
        while line.at(at) in (",", "and", "as", "well"):
            at += 1
        if line.at(at) in PEOPLE and line.at(at + 1) in _FROM:
            at += 1
        if not named:
            at = _past_unknown(line, at + 1)
        if line.at(at) not in _FROM:
            break
    return found


def _past_unknown(line: Line, index: int) -> int:
    """Past a name that nobody knows ("the Ferry's Friends and"), to the preposition that is repeated."""
    at = index
    while (
        at < len(line.items)
        and at - index < _NAME_LONGEST
        and (line.items[at].text[:1].isupper() or line.at(at) in ("the", "'s", "’s", ",", "and"))
    ):
        at += 1
    return at


def _is_organization(line: Line, index: int) -> bool:
    entity = line.items[index].entity
    if entity is None or entity.kind in (EntityKind.STATE, EntityKind.PERSON):
        return False
    return entity.id != _WHOLE


def _do(line: Line, index: int, doing: list[int]) -> bool:
    """Whether people before one of the verbs are its subject."""
    later = [begin for begin in doing if begin > index]
    return bool(later) and not any(w in _PARTING for w in line.lower[index : later[0]])


def _are_brought(line: Line, index: int, brought: list[int]) -> bool:
    """Whether people are said to have been brought together, some words before."""
    earlier = [end for end in brought if end <= index]
    between = line.items[earlier[-1] : index] if earlier else ()
    return bool(earlier) and not any(
        i.lower in _PARTING or (i.what is What.WORD and i.lower.endswith("ed")) for i in between
    )
