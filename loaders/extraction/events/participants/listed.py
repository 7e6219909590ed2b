"""Lists of those who are at an occasion: "Participants included A", "Among those who spoke was B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .....ontology.facts import EntityKind, EventKind, Role
from ...clauses.line import Line, party_list
from ...clauses.lists import mixed_list
from ...clauses.words import AUXILIARIES, BE, MODALS, PREPOSITIONS
from ...tables import words
from ..draft import Draft
from ..ties import Phrases, Scene, Tied, TieRule, attended
from .people import ABSENT

__all__ = ["RULES", "beside", "phrases_of"]

_INVITED: Final = words("participation_words", kind="invited")
_JOINING: Final = words("participation_words", kind="together with")
_THOSE: Final = words("participation_words", kind="those there")
_LISTING: Final = Phrases.of("participation", "list")
_NAMED_AFTER: Final = Phrases.of("participation", "named after")
_AT_HEAD: Final = Phrases.of("participation", "with somebody")
_PASSED_TO: Final = Phrases.of("participation", "passed to")
_WITH: Final = frozenset(
    (("together", "with"), ("accompanied", "by"), ("joined", "by"), ("along", "with"), ("alongside",))
)
_BESIDE_REACH: Final = 10
_ENDS_OBJECT: Final = frozenset((",", ";", ":", "and", "that", "which", "who", "by"))
_PRONOUNS: Final = frozenset(("he", "she", "him", "her", "they", "them", "it"))
_WERE: Final = ("was", "were", "is", "are")
_OBJECTS_OF_OTHERS: Final = frozenset(("that", "which", "against"))
_REPRESENTATIVES: Final = "representatives"
_AFTER_A_NAME: Final = PREPOSITIONS | BE | AUXILIARIES | MODALS | {"and", "as"}
_TO_REACH: Final = 10
_RELATIVES: Final = frozenset(("that", "which"))
_RELATIVE_REACH: Final = 5
_RECEIVED: Final = frozenset(("received", "receive", "receives", "accepted"))
_APART: Final = frozenset((";", ":", "that", "which", "who", "and"))
_SENT_BY_STATES: Final = words("participation_people", kind="sent by States")
_HANDED_OVER: Final = frozenset((EventKind.CEREMONY, EventKind.OTHER))


def beside(line: Line, index: int) -> tuple[int, ...]:
    """With whom somebody opens or chairs it: "A opened the event with [B]"."""
    for at in range(index + 1, min(len(line.items), index + _BESIDE_REACH)):
        if line.at(at) == "with" and line.at(at - 1) not in _JOINING:
            named = party_list(line, at + 1)[0]
            return tuple(one for one in named if line.is_person(one))
        if line.at(at) in _ENDS_OBJECT:
            return ()
    return ()


def phrases_of(scene: Scene, wanted: Phrases) -> Iterator[tuple[int, int, Role, Draft]]:
    """Phrases of a line, each with the occasion that it speaks of."""
    for index, end, role in wanted.places(scene.line):
        own = next((d for m, d in scene.placed if m.acts and m.head in range(index, end)), None)
        draft = attended(own) or attended(scene.near(index)) or attended(scene.fresh or scene.main)
        if draft is not None and not scene.is_negated(index):
            yield index, end, role, draft


def listed(scene: Scene) -> Tied:
    """As in "Participants included A", "it brings together representatives of B"; not who is only invited."""
    line = scene.line
    if line.has_any(_INVITED):
        return
    for index, end, role, draft in phrases_of(scene, _LISTING):
        written_to = line.at(index - 1) == "to" and not scene.placed
        if line.at(index - 1) in _OBJECTS_OF_OTHERS or written_to or _are_away(line, index):
            continue
        sent = line.at(index) in _SENT_BY_STATES
        for at in mixed_list(line, end, whole=line.at(index) == _REPRESENTATIVES)[0]:
            own = line.items[at].entity
            if own is not None and own.id == "osce" and not _stands_alone(line, at):
                continue
            if line.at(at) in _PRONOUNS:
                continue
            if sent or line.at(end - 1) not in ("from", "of") or not _is_state(line, at):
                yield at, draft, role


def _are_away(line: Line, index: int) -> bool:
    return any(begin > index for begin, _, _ in ABSENT.places(line))


def _stands_alone(line: Line, index: int) -> bool:
    """Whether a name describes no noun behind it ("the OSCE institutions")."""
    following = line.at(index + 1)
    return not following.isalpha() or following in _AFTER_A_NAME


def _is_state(line: Line, index: int) -> bool:
    entity = line.items[index].entity
    return entity is not None and entity.kind is EntityKind.STATE


def named_after(scene: Scene) -> Tied:
    """As in "Also taking part were A and B", "Joining them were A and B"."""
    line = scene.line
    for index, _, role, draft in phrases_of(scene, _NAMED_AFTER):
        verb = next(
            (at for at in range(index + 1, min(len(line.items), index + 8)) if line.at(at) in _WERE), 0
        )
        if index <= line.start + 1 and verb:
            for at in mixed_list(line, verb + 1)[0]:
                yield at, draft, role
            for at in range(index, verb):
                if line.is_person(at):
                    yield at, draft, role


def at_its_head(scene: Scene) -> Tied:
    """As in "With A at its head, the mission", "with B as its keynote speaker"."""
    line = scene.line
    for index, _, role, draft in phrases_of(scene, _AT_HEAD):
        reach = range(index - 1, max(line.start - 1, index - 12), -1)
        begin = next((at for at in reach if line.at(at) in ("with", "had")), None)
        if begin is not None:
            for at in range(begin + 1, index):
                if line.is_person(at):
                    yield at, draft, role


def among(scene: Scene) -> Tied:
    """As in "Among those who spoke was A", "Guests on the shore included B"."""
    line = scene.line
    begin = line.start + (line.at(line.start) in ("the", "other"))
    if line.at(begin) not in _THOSE:
        behind = (at for at in line.places(_THOSE) if line.lower[at - 2 : at] == (",", "the"))
        begin = next(behind, len(line.items))
    verbs = _WERE if line.at(begin) == "among" else ("included", "include")
    for index in range(begin + 1, len(line.items)):
        named = line.at(index) in _WERE and (line.at(index + 1) == ":" or line.is_person(index + 1))
        if line.at(index) in verbs or named:
            draft = attended(scene.near(index)) or attended(scene.fresh or scene.main)
            if draft is not None:
                for at in mixed_list(line, index + 1 + (line.at(index + 1) == ":"))[0]:
                    yield at, draft, Role.PARTICIPANT
            return


def together(scene: Scene) -> Tied:
    """As in "A presented it together with B": people who act together are there together."""
    line = scene.line
    joining = line.places(_JOINING)
    draft = attended(scene.near(len(line.items) - 1)) or attended(scene.main) if joining else None
    if draft is None:
        return
    for index in joining:
        words_there = line.lower[index : index + 2]
        if words_there in _WITH or words_there[:1] in _WITH:
            for at in party_list(line, index + (2 if words_there in _WITH else 1))[0]:
                if line.is_person(at):
                    yield at, draft, Role.PARTICIPANT


def passed_to(scene: Scene) -> Tied:
    """As in "handed over ten pumps to B at a ceremony", "donated to B": who is given something there."""
    line = scene.line
    for index, end, role in _PASSED_TO.places(line):
        own = next((d for m, d in scene.placed if m.head in range(index, end)), None)
        here = attended(own) or attended(scene.near(index))
        relative = _RELATIVES.intersection(line.lower[max(line.start, index - _RELATIVE_REACH) : index])
        if here is None or here.kind not in _HANDED_OVER or scene.is_negated(index) or relative:
            continue
        to = _recipient(line, end)
        for at in party_list(line, to)[0] if to is not None else ():
            yield at, here, role


def received_from(scene: Scene) -> Tied:
    """As in "received their certificates in Linden from A and B": who gives something at a ceremony."""
    line = scene.line
    for index in line.places(_RECEIVED):
        own = next((d for m, d in scene.placed if m.head == index), None)
        here = attended(own) or attended(scene.near(index))
        if here is None or here.kind is not EventKind.CEREMONY or scene.is_negated(index):
            continue
        begin = next((at for at in range(index + 1, index + _TO_REACH) if line.at(at) == "from"), None)
        if begin is not None and not _APART.intersection(line.lower[index:begin]):
            for at in mixed_list(line, begin + 1)[0]:
                yield at, here, Role.PARTICIPANT


def _recipient(line: Line, index: int) -> int | None:
    """Where it is said to whom something is handed over: "ten pumps to", within the same clause."""
    for at in range(index, min(len(line.items), index + _TO_REACH)):
        if line.at(at) == "to":
            return at + 1
        if line.at(at) in (";", ":", "that", "which", "who", "and") or line.is_person(at):
            return None
    return None


RULES: Final[tuple[TieRule, ...]] = (
    TieRule(
        "listed",
        0.8,
        "A seminar on wells was held in <Linden> today. It brought together experts from the {Water Union}.",
        "A seminar on wells was held in <Linden> today. Experts from the {Water Union} were only invited.",
        listed,
        triggers=_LISTING.words,
    ),
    TieRule(
        "named after",
        0.82,
        "A seminar on wells was held in <Linden> today. Also taking part were [Anna Berg] and [Carl Dahl].",
        "A seminar on wells was held in <Linden> today. Taking part costs little, says [Anna Berg]'s "
        "leaflet.",
        named_after,
        triggers=_NAMED_AFTER.words,
    ),
    TieRule(
        "with somebody at its head",
        0.82,
        "A seminar on wells was held in <Linden> today with [Anna Berg] as its keynote speaker.",
        "A seminar on wells was held in <Linden> today. [Anna Berg] wrote of work as a keynote speaker.",
        at_its_head,
        triggers=_AT_HEAD.words,
    ),
    TieRule(
        "among those there",
        0.84,
        "A seminar on wells was held in <Linden> today. Among those who spoke was [Anna Berg].",
        "A seminar on wells was held in <Linden> today. Those who spoke knew [Anna Berg].",
        among,
        triggers=_THOSE,
    ),
    TieRule(
        "together with somebody",
        0.7,
        "[Anna Berg] opened a seminar on wells in <Linden> today together with [Carl Dahl].",
        "[Anna Berg] opened a seminar on wells in <Linden> today. She works with [Carl Dahl].",
        together,
        triggers=_JOINING,
    ),
    TieRule(
        "given something there",
        0.8,
        "The {OSCE Mission to Skopje} handed over ten pumps to the {Water Union} at a ceremony today.",
        "The {OSCE Mission to Skopje} handed over ten pumps at a ceremony today and wrote to the {Water "
        "Union}.",
        passed_to,
        triggers=_PASSED_TO.words,
        pronouns=frozenset(),
    ),
    TieRule(
        "gives something there",
        0.8,
        "At a ceremony in <Linden> today, ten diggers received their cards from [Anna Berg].",
        "At a seminar in <Linden> today, ten diggers received their cards from [Anna Berg].",
        received_from,
        triggers=_RECEIVED,
        pronouns=frozenset(),
    ),
)
