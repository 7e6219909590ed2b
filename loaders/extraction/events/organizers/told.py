"""Organizers told of in passing: in an apposition, by what they marked or whom they hosted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .....ontology.facts import EntityKind, EventKind, Role
from ...clauses.line import Line, party_list
from ...clauses.words import BE, DETERMINERS
from ...tables import words
from ..draft import Draft
from ..ties import Scene, Tied, TieRule
from .named import ORGANIZERS
from .verbs import before_insertion, organizing_verbs

__all__ = ["RULES"]

_MARKING: Final = words("participation_words", kind="marks a day")
_HOSTING: Final = words("participation_words", kind="receives for an occasion")
_AWARDING: Final = words("participation_words", kind="gives at a ceremony")
_PARTING: Final = frozenset((";", ":", "that", "which", "who", "where", "when", "while", "was", "were", "is"))
_BODIES: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION))
_FOR: Final = frozenset(("for", "during", "on", "at", "to"))
_MARK_REACH: Final = 18
_ROLE_REACH: Final = 6
_ONE_OF: Final = DETERMINERS | frozenset(("one", "of", "main", "joint", "as", "and"))
_WITH_THEM: Final = frozenset((",", ".", "as", "and", ";"))
_MOST_BETWEEN: Final = 6
_MARKED: Final = frozenset(
    (
        EventKind.OTHER,
        EventKind.CAMPAIGN,
        EventKind.CEREMONY,
        EventKind.CONFERENCE,
        EventKind.ROUND_TABLE,
        EventKind.SEMINAR,
        EventKind.TRAINING,
    )
)
_HOSTED: Final = _MARKED | {EventKind.VISIT, EventKind.MEETING, EventKind.EXERCISE}
_WITH_OTHERS: Final = frozenset(
    (EventKind.TRAINING, EventKind.SEMINAR, EventKind.CAMPAIGN, EventKind.EXERCISE)
)


def in_an_apposition(scene: Scene) -> Tied:
    """As in "A, organizer of the seminar, thanked", "Ms. X of A, one of the organizers, said"."""
    line = scene.line
    for index in line.places(ORGANIZERS):
        at = index - 1
        while at > line.start and line.at(at) in _ONE_OF and index - at < _ROLE_REACH:
            at -= 1
        if line.at(at) != "," or not _is_body(line, at - 1):
            continue
        of_it = line.at(index + 1) == "of"
        if not (of_it or line.at(index + 1) in (",", ".", "")):
            continue
        draft = _behind(scene, index) if of_it else scene.before(index) or scene.it or scene.main
        if draft is not None and draft.kind is not EventKind.ELECTION:
            yield at - 1, draft, Role.HOST if "host" in line.at(index) else Role.ORGANIZER


def _is_body(line: Line, index: int) -> bool:
    """Whether a name is that of a body."""
    entity = line.items[index].entity
    return entity is not None and not line.is_person(index) and entity.kind in _BODIES


def _behind(scene: Scene, index: int) -> Draft | None:
    """The occasion behind "organizer of", the main one where a noun stands for it."""
    line = scene.line
    after = [p for p in scene.placed if not p[0].acts and index < p[0].head <= index + _ROLE_REACH]
    first = min(after, key=lambda p: p[0].head, default=None)
    if first is not None:
        return first[1]
    return scene.main if line.at(index + 2) in ("the", "this") and not line.is_party(index + 3) else None


def marks(scene: Scene) -> Tied:
    """As in "A marked its anniversary with a concert": who marks a day with an occasion holds it."""
    yield from _with_occasion(scene, _MARKING, frozenset(("with", "by", "through")), _MARKED)


def receives(scene: Scene) -> Tied:
    """As in "A hosted forty pupils for a seminar", "A welcomed judges to a round table"."""
    yield from _with_occasion(scene, _HOSTING, _FOR, _HOSTED, Role.HOST)


def awards(scene: Scene) -> Tied:
    """As in "A handed prizes to the winners at an award ceremony"."""
    yield from _with_occasion(scene, _AWARDING, frozenset(("at", "during")), frozenset((EventKind.CEREMONY,)))


def _with_occasion(
    scene: Scene,
    verbs: frozenset[str],
    means: frozenset[str],
    kinds: frozenset[EventKind],
    role: Role = Role.ORGANIZER,
) -> Iterator[tuple[int, Draft, Role]]:
    """Who does what a verb says with, for or at an occasion that is brought in: "with a concert"."""
    line = scene.line
    for index in line.places(verbs):
        if scene.is_passive(index) or scene.is_negated(index) or line.at(index + 1) == "over":
            continue
        for mention, draft in scene.placed:
            behind = not mention.acts and index < mention.first <= index + _MARK_REACH
            if not behind or mention.definite is not False or draft.kind not in kinds:
                continue
            if line.at(mention.first - 1) not in means and line.at(mention.first) not in means:
                continue
            if _PARTING.intersection(line.lower[index + 1 : mention.first]):
                continue
            for at in before_insertion(scene, index) or scene.subject_of(index):
                if not line.is_person(at) and not _is_state(line, at):
                    yield at, draft, role


def _is_state(line: Line, index: int) -> bool:
    entity = line.items[index].entity
    return entity is not None and entity.kind is EntityKind.STATE


def with_others(scene: Scene) -> Tied:
    """As in "A organized the course with B", "With B, A organized it": those with whom it is organized."""
    line = scene.line
    for index, _, form, role in organizing_verbs(line):
        passive = form == "past" and scene.is_passive(index)
        if not passive and not scene.is_finite(index, form):
            continue
        draft = scene.before(index) if passive else scene.object_of(index)
        if draft is None or scene.is_negated(index) or not (passive or scene.subject_of(index)):
            continue
        for one in _at_the_start(scene, index):
            yield one, draft, role
        if not passive and draft.kind not in _WITH_OTHERS:
            continue
        begin = index + 1 if passive else max(m.head for m, d in scene.placed if d is draft) + 1
        at = _with(line, begin)
        named, end = party_list(line, at) if at is not None else ((), 0)
        if line.at(end) in _WITH_THEM or end >= len(line.items):
            for one in named:
                if not line.is_person(one):
                    yield one, draft, role


def _with(line: Line, index: int) -> int | None:
    """Past "with", where no more than a place or a day stands before it."""
    for at in range(index, min(len(line.items), index + _MOST_BETWEEN)):
        item = line.items[at]
        if line.at(at) == "with":
            return at + 1
        if (
            item.date is None
            and line.at(at) not in ("in", "on", "today", "yesterday")
            and item.entity is None
        ):
            return None
    return None


def _at_the_start(scene: Scene, index: int) -> tuple[int, ...]:
    """Those named behind "with" at the beginning of a sentence whose subject stands behind the comma."""
    line = scene.line
    if line.at(line.start) != "with":
        return ()
    named, end = party_list(line, line.start + 1)
    bodies = tuple(one for one in named if not line.is_person(one))
    return bodies if line.at(end) == "," and end < index and not BE.intersection(line.lower[:end]) else ()


RULES: Final[tuple[TieRule, ...]] = (
    TieRule(
        "organizer in an apposition",
        0.82,
        "A seminar on wells ended in <Linden> today. [Ana Brook] of the {Water Union}, an organizer, left.",
        "A seminar on wells ended in <Linden> today. [Ana Brook] of the {Water Union}, a digger, left.",
        in_an_apposition,
        triggers=ORGANIZERS,
    ),
    TieRule(
        "marks a day with it",
        0.82,
        "The {Water Union} marked its tenth anniversary with a concert in <Linden> today.",
        "The {Water Union} marked its tenth anniversary after a concert in <Linden> today.",
        marks,
        triggers=_MARKING,
        pronouns=frozenset(),
    ),
    TieRule(
        "receives people for it",
        0.82,
        "The {Water Union} hosted forty diggers for a seminar on wells in <Linden> today.",
        "The {Water Union} praised forty diggers for a seminar on wells in <Linden> today.",
        receives,
        triggers=_HOSTING,
        pronouns=frozenset(),
    ),
    TieRule(
        "gives prizes at it",
        0.82,
        "The {Water Union} handed prizes to forty diggers at an award ceremony in <Linden> today.",
        "The {Water Union} watched forty diggers at an award ceremony in <Linden> today.",
        awards,
        triggers=_AWARDING,
        pronouns=frozenset(),
    ),
    TieRule(
        "with others",
        0.8,
        "A course on wells was organized in <Linden> today with the {Water Union}.",
        "A course on wells was opened in <Linden> today with the {Water Union}.",
        with_others,
        triggers=frozenset(("with",)),
        pronouns=frozenset(),
    ),
)
