"""Who organizes an occasion by what they do: launch or open it, teach at it, bring people together for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .....ontology.facts import EventKind, Role
from ...clauses.line import Line
from ...clauses.lists import mixed_list
from ...clauses.words import BE
from ...tables import words
from ..ties import Phrases, Scene, Tied, TieRule
from .verbs import (
    NOT_MADE,
    OWN,
    before_insertion,
    before_relative,
)

__all__ = ["RULES", "TAUGHT", "completes", "launches", "teaches_at"]

_PARTING: Final = frozenset((";", ":", "that", "which", "who", "where", "when", "while"))
_UNIT_LONGEST: Final = 12
_MADE: Final = frozenset((EventKind.LAUNCH, EventKind.PUBLICATION, EventKind.CEREMONY))
_OPENS_MISSION: Final = words("participation_words", kind="opens a mission")
_OPENED: Final = frozenset(("opened", "inaugurated", "launched"))
_ITS_REACH: Final = 6
_INVITING: Final = frozenset(("invited", "inviting", "invites"))
_BRINGING: Final = frozenset(("brought", "brings", "bring", "bringing", "gathered", "gathers"))
_NOT_TAUGHT: Final = frozenset((EventKind.ELECTION, EventKind.ELECTION_OBSERVATION, EventKind.VISIT))
_PRESENTS: Final = words("participation_words", kind="presents")
_TEACHING: Final = Phrases.of("organizing", "teaches")
_COMPLETING: Final = Phrases.of("organizing", "completes")
TAUGHT: Final = frozenset((EventKind.TRAINING, EventKind.SEMINAR, EventKind.ROUND_TABLE, EventKind.EXERCISE))
_MEANS: Final = frozenset(("for", "at", "in", "to", "through", "during"))


def launches(scene: Scene) -> Tied:
    """As in "A launched a handbook": who launches, opens or publishes organizes the launch or opening."""
    line = scene.line
    for mention, draft in scene.placed:
        if not mention.acts or mention.noun in NOT_MADE:
            continue
        taught = mention.kind is EventKind.TRAINING or line.at(mention.head) in _BRINGING
        if mention.kind not in _MADE and not taught:
            continue
        for at in before_insertion(scene, mention.head) or scene.agents(mention.head):
            if not (taught and line.is_person(at)):
                yield at, draft, Role.ORGANIZER


def opens(scene: Scene) -> Tied:
    """As in "An exhibition of drawings was opened by A": who opens it organizes the opening."""
    line = scene.line
    for index in line.places(_OPENED):
        draft = scene.before(index)
        if draft is None or draft.kind not in _MADE or draft.noun in NOT_MADE:
            continue
        by = scene.agent_begin(index + 1)
        if by is None or not (scene.is_passive(index) or line.at(index + 1) == "by"):
            continue
        for at in mixed_list(line, by, whole=True)[0]:
            if not line.is_person(at):
                yield at, draft, Role.ORGANIZER


def presents(scene: Scene) -> Tied:
    """As in "A presented it at a launch event", "an observation mission was opened by A"."""
    line = scene.line
    for mention, draft in scene.placed:
        observes = mention.kind is EventKind.ELECTION_OBSERVATION
        if not observes and not mention.noun.startswith("launch"):
            continue
        for index in line.places(_OPENS_MISSION if observes else _PRESENTS):
            for at in scene.agents(index):
                if not line.is_person(at):
                    yield at, draft, Role.ORGANIZER


def _brings_together(line: Line) -> Iterator[tuple[int, int]]:
    """As in "brought mayors and judges together", with those who are brought between the words."""
    for index in line.places(_BRINGING):
        for at in range(index + 2, index + _UNIT_LONGEST):
            if line.at(at) == "together":
                yield index, at + 1
                break


def teaches_at(scene: Scene) -> Tied:
    """As in "A trained forty officers in a three-day course", "A brings together judges for a workshop"."""
    line = scene.line
    for index, last in (*((i, n) for i, n, _ in _TEACHING.places(line)), *_brings_together(line)):
        after = [m for m, _ in scene.placed if not m.acts and last <= m.first]
        mention = min(after, key=lambda m: m.first, default=None)
        if mention is None or mention.definite is not False or line.at(mention.first - 1) not in _MEANS:
            continue
        if _PARTING.intersection(line.lower[index : mention.first]) or scene.is_negated(index):
            continue
        if scene.is_passive(index) and line.at(index) not in BE:
            continue
        to = line.lower[last : mention.first].count("to")
        if line.at(last - 1) in _INVITING and (to != 1 or line.at(mention.first - 1) != "to"):
            continue
        draft = next(d for m, d in scene.placed if m is mention)
        for at in scene.subject_of(index):
            if not line.is_person(at) and draft.kind not in _NOT_TAUGHT:
                yield at, draft, Role.ORGANIZER


def completes(scene: Scene) -> Tied:
    """As in "The Mission completed a course for judges": a body or operation ends what it organizes."""
    line = scene.line
    for index, _, role in _COMPLETING.places(line):
        draft = scene.object_of(index)
        subject = before_insertion(scene, index) or scene.subject_of(index)
        if draft is None and subject:
            draft = before_relative(scene, subject[0])
        if draft is None or draft.kind in _NOT_TAUGHT or scene.is_negated(index):
            continue
        reach = line.lower[index : index + _ITS_REACH]
        if draft.kind not in TAUGHT and not ("its" in reach and "opened" in reach):
            continue
        for at in subject:
            entity = line.items[at].entity
            if entity is not None and entity.kind in OWN:
                yield at, draft, role


RULES: Final[tuple[TieRule, ...]] = (
    TieRule(
        "teaches at it",
        0.82,
        "The {Water Union} trained forty diggers in a three-day course on wells in <Linden> today.",
        "The {Water Union} trained forty diggers before the course on wells in <Linden> today.",
        teaches_at,
        triggers=_TEACHING.words,
        pronouns=frozenset(),
    ),
    TieRule(
        "completes it",
        0.82,
        "The {OSCE Mission to Skopje} completed a course on wells in <Linden> today.",
        "The {Water Union} completed a course on wells in <Linden> today.",
        completes,
        triggers=_COMPLETING.words,
        pronouns=frozenset(),
    ),
    TieRule(
        "launches or opens",
        0.8,
        "The {Water Union} launched a handbook on wells in <Linden> today.",
        "A handbook on wells was launched in <Linden> today for the {Water Union}.",
        launches,
        pronouns=frozenset(),
    ),
    TieRule(
        "opened by",
        0.82,
        "The opening of a well in <Linden> took place today; it was opened by the {Water Union}.",
        "The opening of a well in <Linden> took place today; it was dug by the {Water Union}.",
        opens,
        triggers=_OPENED,
        pronouns=frozenset(),
    ),
    TieRule(
        "presents what is launched",
        0.8,
        "The {Water Union} presented its plan at a launch event in <Linden> today.",
        "The {Water Union} presented its plan at a seminar on wells in <Linden> today.",
        presents,
        triggers=_OPENS_MISSION | _PRESENTS,
        pronouns=frozenset(),
    ),
)
