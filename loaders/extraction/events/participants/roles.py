"""Who is at an occasion by a role that is told: trainer, speaker, winner, head of those who came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .....ontology.facts import EventKind, Role
from ...clauses.line import Line, party_list
from ...clauses.lists import mixed_list
from ...clauses.words import BE, DETERMINERS, MODALS
from ...tables import words
from ..ties import Scene, Tied, TieRule, attended

__all__ = ["RULES", "also_by"]

_AT_REACH: Final = 16
_PAST: Final = words("clause_words", kind="past of a verb") | words(
    "participation_words", kind="past of a verb"
)
_STOPS: Final = frozenset((";", ":", "that", "which", "who", "whose", "if", "when", "while", "where"))
_TEAMS: Final = words("participation_people", kind="people") | words("participation_words", kind="team")
_TEAM_REACH: Final = 4
_UNDER: Final = words("participation_words", kind="under somebody's")
_ROLES: Final = words("participation_words", kind="role at it")
_SERVING: Final = BE | words("participation_words", kind="serves as")
_BEFORE_ROLE: Final = DETERMINERS | words("participation_words", kind="before a role")
_ROLE_REACH: Final = 7
_COME: Final = frozenset(("come", "came", "comes"))
_COME_REACH: Final = 14
_PRIZES: Final = words("participation_words", kind="prize")
_WENT: Final = frozenset(("went", "goes", "go"))
_PRIZE_REACH: Final = 6
_LONGEST_LIST: Final = 8
_SEVERAL: Final = frozenset(word for word in _ROLES if word.endswith("s")) - {"participants", "guests"}
_WORDS_OF: Final = words("participation_words", kind="words that somebody says")


def under_somebody(scene: Scene) -> Tied:
    """As in "Eleven experts under A began work", "a delegation under the leadership of B"."""
    line = scene.line
    for index in line.places(frozenset(("under",))):
        begin = index + 1
        before = line.lower[max(line.start, index - _TEAM_REACH) : index]
        if line.at(begin) == "the" and line.at(begin + 1) in _UNDER and line.at(begin + 2) == "of":
            begin += 3
            if _TEAMS.isdisjoint(before) and line.is_party(index - 1):
                continue
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


def also_by(line: Line, index: int) -> list[int]:
    """Who follows in a list whose "by" is repeated, past asides: "by A on behalf of the B, by C and by D"."""
    found: list[int] = []
    end = index
    for _ in range(_LONGEST_LIST):
        reach = range(end, min(len(line.items), end + _AT_REACH))
        again = next((at for at in reach if line.at(at) == "by" and line.at(at - 1) in (",", "and")), None)
        if again is None or _has_verb(line, end, again):
            break
        named, end = mixed_list(line, again + 1)
        if not named:
            break
        found += named
    return found


def _has_verb(line: Line, begin: int, end: int) -> bool:
    """Whether a clause of its own begins between two places of a list, one with "who" left out."""
    relative = False
    for at in range(begin, end):
        word = line.at(at)
        relative = relative or word in ("who", "whose", "which")
        if word in (";", ":") or (not relative and (word in BE or word in MODALS or word in _PAST)):
            return True
    return False


def words_came_from(scene: Scene) -> Tied:
    """As in "Words of welcome also came from A", "The third speaker was B", "Next to speak is C"."""
    line = scene.line
    for index in line.places(_WORDS_OF):
        reach = range(index + 1, min(len(line.items), index + _ROLE_REACH))
        come = next((at for at in reach if line.at(at) in _COME and line.at(at + 1) == "from"), None)
        if come is not None and not _STOPS.intersection(line.lower[index:come]):
            yield from _people_there(scene, come + 2)
    for index in line.places(_ROLES | {"speak"}):
        first = index - line.start <= _ROLE_REACH and not any(n < index for n in line.naming)
        if first and index <= line.start + 1 and line.at(index + 1) == "," and line.at(index) in _SEVERAL:
            yield from _people_there(scene, index + 2)
        if first and line.at(index + 1) in BE and not scene.is_negated(index + 2):
            yield from _people_there(scene, index + 2)


def _people_there(scene: Scene, index: int) -> Tied:
    draft = attended(scene.near(index)) or attended(scene.fresh or scene.main)
    for at in mixed_list(scene.line, index)[0] if draft is not None else ():
        if draft is not None and scene.line.is_person(at):
            yield at, draft, Role.PARTICIPANT


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


RULES: Final[tuple[TieRule, ...]] = (
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
        "words came from",
        0.82,
        "A seminar on wells was held in <Linden> today. Words of welcome also came from [Anna Berg].",
        "A seminar on wells was held in <Linden> today. Pumps also came from [Anna Berg].",
        words_came_from,
        triggers=_WORDS_OF | _ROLES | {"speak"},
    ),
    TieRule(
        "won a prize",
        0.8,
        "An award ceremony was held in <Linden> today. The second prize went to [Anna Berg].",
        "An award ceremony was held in <Linden> today. A letter went to [Anna Berg].",
        won_a_prize,
        triggers=_WENT,
    ),
)
