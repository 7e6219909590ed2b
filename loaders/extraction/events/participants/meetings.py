"""Both sides of a meeting, who signs, hands over or is heard, and who issues a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from .....ontology.facts import EventKind, Role
from ...clauses.line import Line, party_list
from ...clauses.lists import mixed_list
from ...tables import words
from ..draft import Draft
from ..organizers.named import two_before
from ..phrases import EventMention
from ..ties import Scene, Tie, Tied, TieRule, attended, is_origin
from .visitors import HE_OR_SHE
from .visits import past_aside

__all__ = ["RULES", "find_signers"]

_RECEIVES: Final = words("participation_words", kind="receives")
_ISSUING: Final = words("participation_words", kind="issues a statement")
_RECEIVED_REACH: Final = 30
_BETWEEN_REACH: Final = 14
_TWO: Final = frozenset(("two", "both", "three"))
_TWO_REACH: Final = 4


def both_sides(scene: Scene) -> Tied:
    """As in "A met B": both sides of a meeting; who signs, hands over or is heard."""
    for mention, draft in scene.placed:
        if _is_with_others(scene.line, mention):
            for at in party_list(scene.line, mention.head + 2)[0]:
                yield at, draft, Role.PARTICIPANT
        begin = _talk_with(scene.line, mention)
        if begin is not None:
            for at in (*scene.subject_of(mention.first - 1), *party_list(scene.line, begin)[0]):
                yield at, draft, Role.PARTICIPANT
        heard = mention.noun in ("signing", "award", "hearing")
        if not mention.acts or not (heard or mention.kind in (EventKind.MEETING, EventKind.VISIT)):
            continue
        agents = scene.agents(mention.head) or _parties_to(scene, mention)
        own = mention.kind is EventKind.MEETING and mention.to is None and len(agents) == 1
        for at in agents:
            if is_origin(scene.line, at):
                continue
            if (not own or scene.line.is_person(at)) and not _goes_on(scene, at, draft):
                yield at, draft, Role.PARTICIPANT
        if mention.kind is EventKind.MEETING and mention.to is not None:
            for at in party_list(scene.line, mention.to)[0]:
                yield at, draft, Role.PARTICIPANT
        if mention.kind is EventKind.MEETING and scene.is_passive(mention.head):
            for at in scene.subject_of(mention.head):
                if scene.line.is_person(at) and not _goes_on(scene, at, draft):
                    yield at, draft, Role.PARTICIPANT


def _goes_on(scene: Scene, index: int, draft: Draft) -> bool:
    """Whether a pronoun stands for whose main visit goes on to another town, of whom the visits tell."""
    main = scene.main
    if main is None or main is draft or main.kind is not EventKind.VISIT:
        return False
    return draft.kind is EventKind.VISIT and scene.line.at(index) in HE_OR_SHE


def receives(scene: Scene) -> Tied:
    """As in "A welcomed B, C and D for a meeting": both sides of it."""
    line = scene.line
    for mention, draft in scene.placed:
        if mention.acts or line.at(mention.first - 1) not in ("for", "to", "at") or attended(draft) is None:
            continue
        for index in range(mention.first - 2, max(line.start, mention.first - _RECEIVED_REACH), -1):
            if line.at(index) in (";", ":", "that", "which", "who"):
                break
            if line.at(index) in _RECEIVES and not scene.is_passive(index) and not scene.is_negated(index):
                guests = [at for at in range(index + 1, mention.first) if line.is_person(at)]
                hosts = [at for at in scene.subject_of(index) if guests and line.is_person(at)]
                for at in (*hosts, *guests):
                    yield at, draft, Role.PARTICIPANT
                break


def _is_with_others(line: Line, mention: EventMention) -> bool:
    """Whether it is a "meeting with somebody", by the noun."""
    meeting = not mention.acts and mention.kind is EventKind.MEETING
    return meeting and line.at(mention.head + 1) == "with"


def _talk_with(line: Line, mention: EventMention) -> int | None:
    """Where those are named with whom somebody held talks, past a place or day: "held talks today with A"."""
    held = line.at(mention.first - 1) in ("held", "had", "hold", "holds")
    if mention.acts or mention.kind is not EventKind.MEETING or not held:
        return None
    return past_aside(line, mention.head + 1)


def _parties_to(scene: Scene, mention: EventMention) -> tuple[int, ...]:
    """The parties to what is signed: "a memorandum between A and B was signed"."""
    line = scene.line
    if mention.noun != "signing":
        return ()
    for at in range(max(line.start, mention.head - _BETWEEN_REACH), mention.head + _BETWEEN_REACH):
        if line.at(at) == "between":
            named = mixed_list(line, at + 1)[0]
            return named if len(named) > 1 else ()
    return ()


def find_signers(found: Sequence[Line], scene: Scene) -> Iterator[Tie]:
    """As in "The two Ministries signed a memorandum": so many that the sentences before name."""
    line = scene.line
    if not line.has_any(_TWO):
        return
    for mention, draft in scene.placed:
        states = mention.kind is EventKind.STATEMENT
        if not states and (not mention.acts or mention.noun not in ("signing", "meeting")):
            continue
        for index in line.places(_TWO):
            begin = index - (line.at(index - 1) == "the")
            signs = mention.head - _TWO_REACH <= index < mention.head
            near = signs or line.at(begin - 1) in ("by", "between")
            near = near or (states and line.at(index + 2) in _ISSUING)
            for there, item in two_before(found, scene.number, begin) if near else ():
                entity = found[there].items[item].entity
                if entity is not None:
                    yield Tie(draft, entity, Role.PARTICIPANT, there, item, "so many named before", 0.8)


RULES: Final[tuple[TieRule, ...]] = (
    TieRule(
        "side of a meeting",
        0.85,
        "[Anna Berg] met [Carl Dahl] in <Linden> today.",
        "[Anna Berg] missed [Carl Dahl] in <Linden> today.",
        both_sides,
        pronouns=frozenset(),
    ),
    TieRule(
        "received for it",
        0.82,
        "[Anna Berg] welcomed [Carl Dahl] for a meeting in <Linden> today.",
        "[Anna Berg] welcomed the pumps for a meeting with [Carl Dahl] that was to be in <Linden> on 1 June.",
        receives,
        triggers=_RECEIVES,
        pronouns=frozenset(),
    ),
)
