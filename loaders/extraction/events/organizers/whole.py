"""Organizers weighed over the whole release: who only lent a name, the OSCE, who trains by the title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from .....ontology.facts import EventKind, Role
from ...clauses.line import Line, preceding_list
from ...model import Part
from ...tables import words
from ..draft import Draft
from ..setting.times import Placed
from ..ties import Scene, Tie
from .verbs import OWN

__all__ = ["of_the_osce", "trains_by_title", "without_lesser"]

_MAKING: Final = frozenset((Role.ORGANIZER, Role.HOST))
_NAME_LENT: Final = words("participation_words", kind="lends its name")
_IN_A_LIST: Final = frozenset(("of", "the", "and", "by", "both"))
_WHOLE: Final = "osce"
_TRAINS: Final = words("participation_words", kind="trains by the title")
_OWN_KINDS: Final = frozenset(
    (EventKind.TRAINING, EventKind.SEMINAR, EventKind.ROUND_TABLE, EventKind.CONFERENCE, EventKind.EXERCISE)
)


def without_lesser(found: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """The ties without those of bodies that organize no more than by name, where others are said to do it.

    They are one outside the OSCE under whose auspices or at whose initiative others hold an occasion, and the
    OSCE as a whole, where a body or operation of it is named too.
    """
    makers: defaultdict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.role in _MAKING and not _lends_name(found, tie):
            makers[id(tie.draft)].append(tie)
    for tie in ties:
        others = [one for one in makers[id(tie.draft)] if one.entity.key != tie.entity.key]
        part = any(one.entity.kind in OWN and one.entity.id != _WHOLE for one in others)
        lesser = tie.role in _MAKING and (
            (bool(others) and _lends_name(found, tie)) or (part and tie.entity.id == _WHOLE)
        )
        if not lesser:
            yield tie


def _lends_name(found: Sequence[Line], tie: Tie) -> bool:
    if tie.entity.kind in OWN:
        return False
    line = found[tie.line]
    at = tie.item - 1
    while at > line.start and (line.at(at) in _IN_A_LIST or line.is_party(at)):
        at -= 1
    return line.at(at) in _NAME_LENT and line.at(at - 1) != "joint"


def of_the_osce(
    found: Sequence[Line], by_line: Mapping[int, Sequence[Placed]], told: Set[int]
) -> Iterator[Tie]:
    """As in "An OSCE seminar on wells": the OSCE itself, where nobody else is said to organize it."""
    seen = set(told)
    for number, placed in by_line.items():
        line = found[number]
        if line.sentence.part is not Part.BODY:
            continue
        for mention, draft in placed:
            named = line.items[mention.head].text[:1].isupper()
            if mention.acts or named or draft.kind not in _OWN_KINDS or id(draft) in seen:
                continue
            at = next((n for n in range(mention.first, mention.head) if _is_whole(line, n)), None)
            if at is None or line.at(at - 1) not in ("an", "a", "the", "day", "week"):
                continue
            entity = line.items[at].entity
            if entity is not None:
                seen.add(id(draft))
                yield Tie(draft, entity, Role.ORGANIZER, number, at, "an occasion of the OSCE", 0.8)


def _is_whole(line: Line, index: int) -> bool:
    entity = line.items[index].entity
    return entity is not None and entity.id == _WHOLE and line.at(index + 1) not in ("-", "'s", "’s")


def trains_by_title(scene: Scene, main: Draft) -> Iterator[Tie]:
    """As in the title "A and B train diggers", where the body tells of the course alone."""
    line = scene.line
    for index in line.places(_TRAINS) if main.kind is EventKind.TRAINING else ():
        if not line.is_party(index - 1) or line.is_person(index - 1):
            continue
        for at in preceding_list(line, index - 1):
            entity = line.items[at].entity
            if entity is not None and entity.id != _WHOLE and not line.is_person(at):
                yield Tie(main, entity, Role.ORGANIZER, scene.number, at, "trains by the title", 0.8)
