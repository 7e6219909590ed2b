"""Who is at an occasion by what is told of it: acts at it, comes to it, meets there, issues a statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .....ontology.facts import EventKind, Role
from ...clauses.line import Line, What
from ...clauses.lists import mixed_list
from ...clauses.words import BE, MODALS, NEGATIONS
from ...tables import words
from ..phrases import EventMention
from ..ties import Scene, Tied, TieRule, attended, is_origin
from .roles import also_by

__all__ = ["RULES"]

_AT_REACH: Final = 16
_PAST: Final = words("clause_words", kind="past of a verb") | words(
    "participation_words", kind="past of a verb"
)
_WILL: Final = frozenset(("will", "shall"))
_IS_TO: Final = frozenset((("is", "to"), ("are", "to"), ("is", "due"), ("are", "due"), ("was", "to")))
_BEFORE_BASE: Final = MODALS | {"to"}
_SAID_OF: Final = frozenset(("at", "about", "on", "of", "during", "there"))
_STOPS: Final = frozenset((";", ":", "that", "which", "who", "whose", "if", "when", "while", "where"))
_PARTICIPLES: Final = words("participation_words", kind="irregular participle") - {"for"}
_COMING: Final = words("participation_words", kind="comes to it")
_NEAR: Final = 4
_TWO: Final = frozenset(("two", "both"))
_ISSUING: Final = words("participation_words", kind="issues a statement")
_DELIVERED: Final = frozenset(("delivered", "presented", "read", "given", "issued"))
_WHEN_REACH: Final = 6
_OWNERS: Final = frozenset(("its", "their", "his", "her"))


def acts_at_it(scene: Scene) -> Tied:
    """As in "A and B agreed on nine steps at a round table", "C will raise it at a meeting of the D"."""
    line = scene.line
    for mention, draft in scene.placed:
        if mention.acts or line.at(mention.first - 1) not in ("at", "during") or attended(draft) is None:
            continue
        verb = _verb_before(scene, mention.first - 1)
        if verb is None or scene.is_negated(verb) or line.at(verb + 1) in NEGATIONS:
            continue
        is_to = line.at(verb) in _WILL or line.lower[verb : verb + 2] in _IS_TO
        for at in scene.subject_of(verb):
            if not is_origin(line, at) and (line.is_person(at) or not is_to):
                yield at, draft, Role.PARTICIPANT
    yield from _when_it_meets(scene)


def _when_it_meets(scene: Scene) -> Tied:
    """As in "A will present it in Linden on 1 June, when the Committee meets"."""
    line = scene.line
    for mention, draft in scene.placed:
        if not mention.acts or mention.kind is not EventKind.MEETING:
            continue
        reach = range(mention.head - 1, max(line.start, mention.head - _WHEN_REACH), -1)
        when = next((at for at in reach if line.at(at) == "when"), None)
        will = next((at for at in line.places(_WILL) if when is not None and at < when), None)
        if will is None or when is None or _STOPS.intersection(line.lower[will:when]):
            continue
        for at in scene.subject_of(will):
            if line.is_person(at):
                yield at, draft, Role.PARTICIPANT


def _verb_before(scene: Scene, index: int) -> int | None:
    """The finite verb to which "at" an index belongs: in the past, or behind "will" or "is to"."""
    line = scene.line
    participle = False
    for at in range(index - 1, max(line.start, index - _AT_REACH), -1):
        word = line.at(at)
        if word in _STOPS or line.items[at].what is What.QUOTE:
            return None
        if line.items[at].what is not What.WORD:
            continue
        if (word in _WILL or line.lower[at : at + 2] in _IS_TO) and not participle:
            return at
        if (len(word) > 4 and word.endswith("ed")) or word in _PAST:
            if scene.word_before(at) in _BEFORE_BASE:
                continue
            if word == "said" and line.at(at + 1) not in _SAID_OF:
                return None
            if scene.is_finite(at, "past"):
                return at
            participle = not _is_future_passive(line, at)
        elif word in _PARTICIPLES and line.at(at - 1) not in BE:
            participle = True
    return None


def _is_future_passive(line: Line, index: int) -> bool:
    return line.at(index - 1) == "be"


def came_to_it(scene: Scene) -> Tied:
    """As in "The Head, A, who had travelled to the graduation", "B and C came to the seminar"."""
    line = scene.line
    for index in line.places(_COMING):
        for mention, draft in scene.placed:
            near = 0 < mention.first - index <= _NEAR and not mention.acts
            before = line.at(mention.first - 1 - (line.at(mention.first - 1) == "the"))
            to = before in ("to", "for")
            if not (near and to) or attended(draft) is None or scene.is_negated(index):
                continue
            for at in scene.subject_of(index):
                if not is_origin(line, at):
                    yield at, draft, Role.PARTICIPANT


def the_two_met(scene: Scene) -> Tied:
    """As in "A assured B of it when the two met in Linden": the two people whom the sentence names before."""
    line = scene.line
    for mention, draft in scene.placed:
        if not mention.acts or mention.kind is not EventKind.MEETING or line.at(mention.head - 1) not in _TWO:
            continue
        people = _people_before(line, mention)
        if len(people) == 2:
            for at in people:
                yield at, draft, Role.PARTICIPANT


def _people_before(line: Line, mention: EventMention) -> Sequence[int]:
    found: dict[object, int] = {}
    for at in range(line.start, mention.head):
        entity = line.items[at].entity
        if line.is_person(at) and entity is not None:
            found.setdefault(entity.key, at)
    return tuple(found.values())


def issues(scene: Scene) -> Tied:
    """As in "A and B issued a joint statement", "a statement has been issued by C"."""
    line = scene.line
    for mention, draft in scene.placed:
        if mention.kind is not EventKind.STATEMENT:
            continue
        for index in line.places(_ISSUING):
            passive = scene.is_passive(index) or scene.agent_begin(index + 1) is not None
            for at in scene.agents(index) if passive else scene.subject_of(index):
                yield at, draft, Role.PARTICIPANT
        for at in _owner(line, mention):
            yield at, draft, Role.PARTICIPANT
    statements = [draft for draft in scene.told if draft.kind is EventKind.STATEMENT]
    if len(statements) != 1 or line.at(line.start) != "it":
        return
    told = statements[0]
    for index in line.places(_DELIVERED):
        by = scene.agent_begin(index + 1)
        if by is not None and scene.is_passive(index) and not scene.is_negated(index):
            named, end = mixed_list(line, by)
            joined = next((at for at in range(end, len(line.items)) if line.at(at) == "together"), None)
            beside = mixed_list(line, joined + 2)[0] if joined is not None else ()
            for at in (*named, *also_by(line, end), *beside):
                yield at, told, Role.PARTICIPANT


def _owner(line: Line, mention: EventMention) -> tuple[int, ...]:
    """Whose statement it is: "the A complained in its first statement"."""
    before = mention.first - 1
    owned = line.at(mention.first) in _OWNERS or line.at(before) in _OWNERS
    if not owned or "in" not in (line.at(before), line.at(before - 1)):
        return ()
    return tuple(at for at in line.naming if at < mention.first and line.is_party(at))[-1:]


RULES: Final[tuple[TieRule, ...]] = (
    TieRule(
        "acts at it",
        0.78,
        "The {Water Union} agreed on nine steps at a seminar on wells in <Linden> today.",
        "The {Water Union} is glad that nine steps were agreed at a seminar on wells in <Linden> today.",
        acts_at_it,
        triggers=frozenset(("at", "during", "when")),
        pronouns=frozenset(),
    ),
    TieRule(
        "came to it",
        0.8,
        "[Anna Berg], who had travelled to the seminar on wells in <Linden> today, was glad.",
        "[Anna Berg], who had travelled to <Asp>, heard of the seminar on wells in <Linden> today.",
        came_to_it,
        triggers=_COMING,
        pronouns=frozenset(),
    ),
    TieRule(
        "the two met",
        0.82,
        "[Anna Berg] praised [Carl Dahl] when the two met in <Linden> today.",
        "[Anna Berg] praised [Carl Dahl] when the mayors met in <Linden> today.",
        the_two_met,
        triggers=_TWO,
        pronouns=frozenset(),
    ),
    TieRule(
        "issues the statement",
        0.85,
        "[Anna Berg] and [Carl Dahl] issued a joint statement today.",
        "A joint statement was read to [Anna Berg] today.",
        issues,
        triggers=_ISSUING | _OWNERS | _DELIVERED,
    ),
)
