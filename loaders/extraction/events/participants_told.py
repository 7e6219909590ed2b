"""Who is at an occasion by what is told of it: acts at it, comes to it, leads it, is its trainer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ....ontology.facts import EventKind, Role
from ..clauses.line import Line, What, party_list
from ..clauses.lists import mixed_list
from ..clauses.words import BE, DETERMINERS, MODALS, NEGATIONS
from ..tables import words
from .phrases import EventMention
from .ties import Scene, Tied, TieRule, attended, is_origin

__all__ = ["RULES"]

_AT_REACH: Final = 16
_PAST: Final = words("clause_words", kind="past of a verb") | words(
    "participation_words", kind="past of a verb"
)
_WILL: Final = frozenset(("will", "shall"))
_IS_TO: Final = frozenset((("is", "to"), ("are", "to"), ("is", "due"), ("are", "due"), ("was", "to")))
_BEFORE_BASE: Final = MODALS | {"to"}
_STOPS: Final = frozenset((";", ":", "that", "which", "who", "whose", "if", "when", "while", "where"))
_PARTICIPLES: Final = words("participation_words", kind="irregular participle") - {"for"}
_COMING: Final = words("participation_words", kind="comes to it")
_NEAR: Final = 4
_TEAMS: Final = words("participation_people", kind="people") | words("participation_words", kind="team")
_UNDER: Final = words("participation_words", kind="under somebody's")
_ROLES: Final = words("participation_words", kind="role at it")
_SERVING: Final = BE | words("participation_words", kind="serves as")
_BEFORE_ROLE: Final = DETERMINERS | {
    "as",
    "among",
    "one",
    "of",
    "also",
    "both",
    "main",
    "keynote",
    "guest",
    "two",
}
_ROLE_REACH: Final = 7
_COME: Final = frozenset(("come", "came", "comes"))
_COME_REACH: Final = 14
_PRIZES: Final = words("participation_words", kind="prize")
_WENT: Final = frozenset(("went", "goes", "go"))
_PRIZE_REACH: Final = 6
_TWO: Final = frozenset(("two", "both"))
_LONGEST_LIST: Final = 8
_ISSUING: Final = words("participation_words", kind="issues a statement")
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


def under_somebody(scene: Scene) -> Tied:
    """As in "Eleven experts under A began work", "a delegation under the leadership of B"."""
    line = scene.line
    for index in line.places(frozenset(("under",))):
        begin = index + 1
        if line.at(begin) == "the" and line.at(begin + 1) in _UNDER and line.at(begin + 2) == "of":
            begin += 3
        elif line.at(index - 1) not in _TEAMS:
            continue
        named = [at for at in party_list(line, begin)[0] if line.is_person(at)]
        draft = attended(scene.near(index)) or attended(scene.main)
        if named and draft is not None and not scene.is_negated(index):
            for at in named:
                yield at, draft, Role.PARTICIPANT


def has_a_role(scene: Scene) -> Tied:
    """As in "A and B were the trainers", "C is among the speakers", "D served as moderator"."""
    line = scene.line
    for index in line.places(_ROLES):
        at = index - 1
        while at > max(line.start, index - _ROLE_REACH) and line.at(at) in _BEFORE_ROLE:
            at -= 1
        if line.at(at) not in _SERVING or at == index - 1:
            continue
        if line.at(at) == "been" or scene.is_negated(at) or _is_of_something(scene, index):
            continue
        draft = attended(scene.near(index)) or attended(scene.fresh or scene.main)
        if draft is not None:
            for one in scene.subject_of(at):
                if line.is_person(one):
                    yield one, draft, Role.PARTICIPANT


def _is_of_something(scene: Scene, index: int) -> bool:
    """Whether the role is one elsewhere: "is a speaker of Russian", "is the moderator of a programme"."""
    if scene.line.at(index + 1) not in ("of", "for"):
        return False
    return not any(index < m.head <= index + _ROLE_REACH for m, _ in scene.placed)


def come_from(scene: Scene) -> Tied:
    """As in "From governments come A, of the B; and C": the subject behind its verb."""
    line = scene.line
    if line.at(line.start) != "from":
        return
    draft = attended(scene.near(line.start)) or attended(scene.fresh or scene.main)
    for index in line.places(_COME) if draft is not None else ():
        first = line.lower[line.start : index]
        if index - line.start > _COME_REACH or line.is_party(index - 1) or _STOPS.intersection(first):
            continue
        for at in _people_listed(line, index + 1):
            if draft is not None:
                yield at, draft, Role.PARTICIPANT
        return


def _people_listed(line: Line, index: int) -> Iterator[int]:
    """The people of a list whose members semicolons may part."""
    at = index
    for _ in range(_LONGEST_LIST):
        named, end = mixed_list(line, at)
        people = [one for one in named if line.is_person(one)]
        yield from people
        after = next((n for n in range(end, len(line.items)) if line.at(n) == ";"), None)
        if not people or after is None:
            return
        at = after + 1 + (line.at(after + 1) == "and")


def won_a_prize(scene: Scene) -> Tied:
    """As in "The second and the third prize went to A and B", at a ceremony."""
    line = scene.line
    for index in line.places(_WENT):
        if line.at(index + 1) != "to" or not _PRIZES.intersection(
            line.lower[max(line.start, index - _PRIZE_REACH) : index]
        ):
            continue
        draft = attended(scene.near(index)) or attended(scene.fresh or scene.main)
        if draft is None or draft.kind is not EventKind.CEREMONY or scene.is_negated(index):
            continue
        for at in party_list(line, index + 2)[0]:
            if line.is_person(at):
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
        triggers=frozenset(("at", "during")),
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
        "under somebody",
        0.8,
        "A seminar on wells was held in <Linden> today. Eleven experts under [Anna Berg] worked on a plan.",
        "A seminar on wells was held in <Linden> today. Much was better under [Anna Berg].",
        under_somebody,
        triggers=frozenset(("under",)),
    ),
    TieRule(
        "has a role at it",
        0.82,
        "A seminar on wells was held in <Linden> today. [Anna Berg] and [Carl Dahl] were the trainers.",
        "A seminar on wells was held in <Linden> today. [Anna Berg] and [Carl Dahl] thanked the trainers.",
        has_a_role,
        triggers=_ROLES,
    ),
    TieRule(
        "come from somewhere",
        0.82,
        "A seminar on wells will be held in <Linden> on 1 June. From the towns come [Anna Berg] and others.",
        "A seminar on wells will be held in <Linden> on 1 June. From the towns it is far, wrote [Anna Berg].",
        come_from,
        triggers=_COME,
    ),
    TieRule(
        "won a prize",
        0.8,
        "An award ceremony was held in <Linden> today. The second prize went to [Anna Berg].",
        "An award ceremony was held in <Linden> today. A letter went to [Anna Berg].",
        won_a_prize,
        triggers=_WENT,
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
        triggers=_ISSUING | _OWNERS,
        pronouns=frozenset(),
    ),
)
