"""Organizers that no verb of organizing names: "the organizers, A and B", "an A-organized seminar"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ....ontology.facts import EntityKind, EventKind, Role
from ..clauses.line import Line, party_list
from ..clauses.lists import mixed_list
from ..tables import words
from .ties import Phrases, Scene, Tied, TieRule

__all__ = ["RULES", "possessor", "two_before"]

_ORGANIZERS: Final = words("participation_words", kind="organizers")
_MADE_BY: Final = words("participation_words", kind="ending of an organizer")
_HELPED: Final = Phrases.of("organizing", "helps somebody")
_ORGANIZE: Final = Phrases.of("organizing", "to organize")
_BETWEEN: Final = Phrases.of("organizing", "between")
_JOINT: Final = frozenset(("joint",))
_ACTING: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION))
_TWO: Final = {"two": 2, "both": 2, "three": 3}
_ANY_BODIES: Final = words("participation_words", kind="bodies of any name")
_EARLIER_LINES: Final = 2
_APART: Final = frozenset((";", ":", "that", "which", "who"))


def named_organizers(scene: Scene) -> Tied:
    """As in "The organizers, A and B, hope for more", "Its hosts were A and B"."""
    line = scene.line
    for index in line.places(_ORGANIZERS):
        after = line.at(index + 1)
        if after == "," or after in ("were", "was", "are", "is"):
            role = Role.HOST if "host" in line.at(index) else Role.ORGANIZER
            draft = scene.near(index) or scene.fresh or scene.main
            named = party_list(line, index + 2)[0]
            if draft is None or line.is_person(index + 2):
                continue
            for at in named:
                yield at, draft, role


def in_a_compound(scene: Scene) -> Tied:
    """As in "an A-organized seminar": the organizer whose name stands before the hyphen."""
    line = scene.line
    text, offset = line.sentence.text, line.sentence.span.begin
    if "-" not in text:
        return
    for at in line.naming:
        item = line.items[at]
        behind = text[item.end - offset : item.end - offset + 14].casefold()
        if item.entity is None or item.entity.kind not in _ACTING or not behind.startswith("-"):
            continue
        if not any(behind.startswith(ending) for ending in _MADE_BY):
            continue
        after = [p for p in scene.placed if not p[0].acts and p[0].head >= at]
        nearest = min(after, key=lambda p: p[0].head, default=None)
        if nearest is not None:
            yield at, nearest[1], Role.ORGANIZER


def helped_to_organize(scene: Scene) -> Tied:
    """As in "A supported B in organizing a seminar", "A helped B to hold it": B organizes, A supports."""
    line = scene.line
    organizing = _ORGANIZE.places(line)
    for index, end, _ in _HELPED.places(line) if organizing else ():
        named, last = party_list(line, end)
        verb = next((stop for begin, stop, _ in organizing if last <= begin <= last + 6), None)
        if not named or verb is None or scene.is_negated(index):
            continue
        draft = scene.object_of(verb - 1)
        if draft is None or _APART.intersection(line.lower[end:verb]):
            continue
        for at in named:
            yield at, draft, Role.ORGANIZER
        for at in scene.subject_of(index):
            yield at, draft, Role.SUPPORTER


def between_them(scene: Scene) -> Tied:
    """As in "the result of co-operation between A and B", "a joint seminar of A and B"."""
    line = scene.line
    for index, end, role in _BETWEEN.places(line):
        draft = scene.before(index) or (scene.main if line.at(line.start) in ("it", "the", "this") else None)
        named = mixed_list(line, end, whole=True)[0]
        if draft is not None and len(named) > 1:
            for at in named:
                yield at, draft, role
    if not line.has_any(_JOINT):
        return
    for mention, draft in scene.placed:
        joint = "joint" in line.lower[mention.first : mention.head] and not mention.acts
        held = draft.kind not in (EventKind.STATEMENT, EventKind.MEETING)
        if joint and held and line.at(mention.head + 1) in ("of", "by"):
            named = party_list(line, mention.head + 2)[0]
            if len(named) > 1:
                for at in named:
                    yield at, draft, Role.ORGANIZER


def possessor(line: Line, index: int) -> tuple[int, ...]:
    """The body whose unit without a known name is meant: "the Mission's Department for Roads"."""
    at = index + (line.at(index) == "the")
    if at + 2 >= len(line.items) or line.at(at + 1) not in ("'s", "’s"):
        return ()
    item = line.items[at]
    own = item.entity is not None and item.entity.kind in _ACTING and item.acts
    return (at,) if own and line.items[at + 2].text[:1].isupper() else ()


def two_before(found: Sequence[Line], number: int, index: int) -> Iterator[tuple[int, int]]:
    """Whom "the two Ministries" at an index means: so many that were named last, as line and item.

    None where the sentences before name more or fewer of them.
    """
    line = found[number]
    at = index + (line.at(index) == "the")
    many = _TWO.get(line.at(at), 0)
    noun = line.at(at + 1)
    if not many or not noun.endswith("s"):
        return
    single = noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]
    seen: dict[object, tuple[int, int]] = {}
    for there in range(number, max(-1, number - 1 - _EARLIER_LINES), -1):
        earlier = found[there]
        for item in earlier.naming:
            entity = earlier.items[item].entity
            if entity is None or entity.kind not in _ACTING or (there == number and item >= index):
                continue
            if noun in _ANY_BODIES or single in earlier.items[item].lower or single in entity.name.casefold():
                seen.setdefault(entity.key, (there, item))
        if len(seen) >= many:
            break
    if len(seen) == many:
        yield from seen.values()


RULES: Final[tuple[TieRule, ...]] = (
    TieRule(
        "named organizers",
        0.85,
        "A seminar on wells was held in <Linden> today. Its organizers were the {Water Union} and others.",
        "A seminar on wells was held in <Linden> today. Its organizers thanked the {Water Union}.",
        named_organizers,
        triggers=_ORGANIZERS,
    ),
    TieRule(
        "organizer in a compound",
        0.85,
        "A {Water Union}-organized seminar on wells ended in <Linden> today.",
        "A {Water Union}-funded seminar on wells ended in <Linden> today.",
        in_a_compound,
        pronouns=frozenset(),
    ),
    TieRule(
        "helped to organize",
        0.82,
        "The {Salt Union} supported the {Water Union} in organizing a seminar on wells in <Linden> today.",
        "The {Salt Union} supported the {Water Union} after a seminar on wells in <Linden> today.",
        helped_to_organize,
        triggers=_HELPED.words,
        pronouns=frozenset(),
    ),
    TieRule(
        "between them",
        0.82,
        "A joint seminar of the {Water Union} and the {Bread Union} was held in <Linden> today.",
        "A seminar on co-operation between the {Water Union} and the {Bread Union} was held in <Linden> "
        "today.",
        between_them,
        triggers=_BETWEEN.words | _JOINT,
    ),
)
