"""Organizers that no verb of organizing names: "the organizers, A and B", "an A-organized seminar"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from .....ontology.facts import EntityKind, EventKind, Role
from ...clauses.line import Line, party_list, preceding_list
from ...clauses.lists import mixed_list
from ...clauses.words import BE
from ...tables import words
from ..draft import Draft
from ..ties import Phrases, Scene, Tied, TieRule

__all__ = ["ORGANIZERS", "RULES", "named_organizers", "office_of", "possessor", "two_before"]

ORGANIZERS: Final = words("participation_words", kind="organizers")
_MADE_BY: Final = words("participation_words", kind="ending of an organizer")
_HELPED: Final = Phrases.of("organizing", "helps somebody")
_ORGANIZE: Final = Phrases.of("organizing", "to organize")
_BETWEEN: Final = Phrases.of("organizing", "between")
_JOINT: Final = frozenset(("joint",))
_ACTING: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION))
_TWO: Final = {"two": 2, "both": 2, "three": 3, "four": 4}
_INSERTED: Final = frozenset(("in", "as", "with", "together", "jointly", "alongside", "for", "on", "of"))
_OCCASION_REACH: Final = 8
_OCCASION_LONGEST: Final = 20
_INSERTION_LONGEST: Final = 9
_WHOSE_TURN: Final = Phrases.of("organizing", "whose turn")
_MOST: Final = words("participation_words", kind="most of its kind")
_MOST_REACH: Final = 7
_OF_ITS_KIND: Final = frozenset(("one", "such", "event", "of", "its", "their", "this", "kind", "sort", ","))
_HAVING: Final = frozenset(("has", "have", "had", "ever", "yet", "so", "far"))
_ORGANIZED: Final = frozenset(("organized", "organised", "held", "hosted", "convened", "run", "staged"))
_ORGANIZES_NOW: Final = frozenset(("organizes", "organises", "hosts", "holds", "convenes"))
_PARTICIPLES: Final = words("participation_words", kind="irregular participle")
_OFFICES: Final = frozenset(("office", "branch", "bureau", "delegation"))
_OFFICE_REACH: Final = 5
_AS: Final = frozenset(("as",))
_AS_REACH: Final = 14
_HELD: Final = frozenset(
    (
        EventKind.TRAINING,
        EventKind.SEMINAR,
        EventKind.ROUND_TABLE,
        EventKind.CONFERENCE,
        EventKind.EXERCISE,
        EventKind.CAMPAIGN,
        EventKind.LAUNCH,
    )
)
_ANY_BODIES: Final = words("participation_words", kind="bodies of any name")
_EARLIER_LINES: Final = 2
_APART: Final = frozenset((";", ":", "that", "which", "who"))


def named_organizers(scene: Scene) -> Tied:
    """As in "The organizers, A and B, hope for more", "Its hosts were A and B"."""
    line = scene.line
    for index in line.places(ORGANIZERS):
        of = _past_occasion(scene, index + 1)
        after = line.at(of[0] if of is not None else index + 1)
        if after == "," or after in BE:
            role = Role.HOST if "host" in line.at(index) else Role.ORGANIZER
            begin = (of[0] if of is not None else index + 1) + 1
            draft = of[1] if of is not None else scene.near(index) or scene.fresh or scene.main
            named, end = party_list(line, begin)
            if draft is None or line.is_person(begin) or scene.is_negated(begin):
                continue
            for at in (*named, *party_list(line, _past_insertion(line, end))[0]):
                yield at, draft, role


def _past_occasion(scene: Scene, index: int) -> tuple[int, Draft] | None:
    """Past the occasion that somebody organizes: "The organizers [of the seminar] are"."""
    if scene.line.at(index) != "of":
        return None
    after = [p for p in scene.placed if not p[0].acts and index < p[0].head <= index + _OCCASION_REACH]
    first = min(after, key=lambda p: p[0].head, default=None)
    if first is None:
        return None
    end = first[0].head + 1
    while end < len(scene.line.items) and end - index < _OCCASION_LONGEST:
        if scene.line.at(end) == "," or scene.line.at(end) in BE:
            return end, first[1]
        end += 1
    return None


def _past_insertion(line: Line, index: int) -> int:
    """Past an insertion that joins one more to those named: "A and, in co-operation with it, B"."""
    place = line.items[index + 1].entity if index + 1 < len(line.items) and line.at(index) == "in" else None
    at = index + (2 if place is not None and place.kind is EntityKind.PLACE else line.at(index) == ",")
    comma = at + 1
    if line.at(at) == "and" and line.at(comma) == "," and line.at(comma + 1) in _INSERTED:
        for end in range(comma + 3, comma + _INSERTION_LONGEST):
            if line.at(end) == ",":
                return end + 1
    return len(line.items)


def in_their_turn(scene: Scene) -> Tied:
    """As in "It was the turn of A to organize the meeting", "It fell to A and B to host it"."""
    line = scene.line
    for _, end, role in _WHOSE_TURN.places(line):
        named, last = party_list(line, end)
        begin = next((stop for first, stop, _ in _ORGANIZE.places(line) if first == last), None)
        draft = scene.object_of(begin - 1) if named and begin is not None else None
        if draft is not None and not scene.is_negated(end):
            for at in named:
                yield at, draft, role


def the_first_they_organized(scene: Scene) -> Tied:
    """As in "It was the longest course which A has organized so far": of the occasion that "it" is."""
    line = scene.line
    for index in line.places(_MOST):
        if line.at(index - 1) != "the":
            continue
        for at in range(index + 1, min(len(line.items), index + _MOST_REACH)):
            if line.at(at) in ("that", "which"):
                named, end = party_list(line, at + 1)
                while line.at(end) in _HAVING:
                    end += 1
                draft = scene.near(index) or scene.fresh or scene.main
                if named and draft is not None and line.at(end) in _ORGANIZED:
                    for one in named:
                        yield one, draft, Role.ORGANIZER
            if line.at(at) not in _OF_ITS_KIND:
                break


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
        between = range(at + 1, nearest[0].first) if nearest is not None else ()
        if nearest is not None and not any(line.items[n].acts for n in between):
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


def by_somebody(scene: Scene) -> Tied:
    """As in "a seminar on wells by A", "a seminar with A as host": the noun alone tells of it."""
    line = scene.line
    for mention, draft in scene.placed:
        if mention.acts or draft.kind not in _HELD:
            continue
        by = next((at for at in (mention.head + 1, mention.last) if line.at(at) == "by"), 0)
        verb = line.at(by - 1)
        if by and not verb.endswith("ed") and verb not in _PARTICIPLES:
            for one in party_list(line, by + 1)[0]:
                if not line.is_person(one):
                    yield one, draft, Role.ORGANIZER
    for index in line.places(_AS):
        role = next((at for at in range(index + 1, index + 4) if line.at(at) in ORGANIZERS), 0)
        before = range(index - 1, max(line.start, index - _AS_REACH), -1)
        begin = next((at for at in before if line.at(at) == "with"), 0)
        draft_there = scene.before(begin) if role and begin else None
        named, end = party_list(line, begin + 1) if draft_there is not None else ((), 0)
        for one in named if end == index else ():
            if draft_there is not None and not line.is_person(one):
                yield one, draft_there, Role.HOST if "host" in line.at(role) else Role.ORGANIZER


def it_was_they(scene: Scene) -> Tied:
    """As in "It was A that organized it", "it is B who hosts the meeting"."""
    line = scene.line
    for index in line.places(_ORGANIZED | _ORGANIZES_NOW):
        that = index - 1
        while that > line.start and line.at(that) in _HAVING:
            that -= 1
        if line.at(that) not in ("that", "which", "who") or not line.is_party(that - 1):
            continue
        named = preceding_list(line, that - 1)
        before = named[0] - 1 - (line.at(named[0] - 1) == "the")
        if line.at(before) not in ("was", "is") or line.at(before - 1) != "it":
            continue
        draft = scene.object_of(index) or (scene.main if line.at(index + 1) == "it" else None)
        for one in named if draft is not None else ():
            if draft is not None:
                yield one, draft, Role.ORGANIZER


def possessor(line: Line, index: int) -> tuple[int, ...]:
    """The body whose unit without a known name is meant: "the Mission's Department for Roads"."""
    at = index + (line.at(index) == "the")
    if at + 2 >= len(line.items) or line.at(at + 1) not in ("'s", "’s"):
        return ()
    item = line.items[at]
    own = item.entity is not None and item.entity.kind in _ACTING and item.acts
    return (at,) if own and line.items[at + 2].text[:1].isupper() else ()


def office_of(line: Line, index: int) -> tuple[int, ...]:
    """The body whose office somewhere is meant: "the <Linden> office of the {Water Union}"."""
    end = min(len(line.items) - 2, index + _OFFICE_REACH)
    at = next((n for n in range(index, end) if line.at(n) in _OFFICES and line.at(n + 1) == "of"), None)
    if at is None or any(line.items[n].acts or line.at(n) in (",", "and") for n in range(index, at)):
        return ()
    return party_list(line, at + 2)[0]


def two_before(found: Sequence[Line], number: int, index: int) -> Iterator[tuple[int, int]]:
    """Whom "the two Ministries" at an index means: so many that were named last, as line and item.

    None where the sentences before name more or fewer of them.
    """
    line = found[number]
    at = index + (line.at(index) == "the")
    same = line.at(at) == "same"
    many = _TWO.get(line.at(at + same), 0)
    noun = line.at(at + same + 1)
    if same and not noun.endswith("s"):
        noun = next(iter(_ANY_BODIES))
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
        "held by somebody",
        0.82,
        "A seminar on wells by the {Water Union} ended in <Linden> today.",
        "A seminar on wells ended in <Linden> today by the time that the {Water Union} came.",
        by_somebody,
        triggers=frozenset(("by", "as")),
        pronouns=frozenset(),
    ),
    TieRule(
        "it was they",
        0.82,
        "A seminar on wells ended in <Linden> today. It was the {Water Union} that organized it.",
        "A seminar on wells ended in <Linden> today. It was the {Water Union} that saw it.",
        it_was_they,
        triggers=_ORGANIZED | _ORGANIZES_NOW,
    ),
    TieRule(
        "named organizers",
        0.85,
        "A seminar on wells was held in <Linden> today. Its organizers were the {Water Union} and others.",
        "A seminar on wells was held in <Linden> today. Its organizers thanked the {Water Union}.",
        named_organizers,
        triggers=ORGANIZERS,
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
        "in their turn",
        0.85,
        "This year it was the turn of the {Water Union} to organize the seminar on wells in <Linden>.",
        "This year it was the turn of the {Water Union} to leave the seminar on wells in <Linden>.",
        in_their_turn,
        triggers=_WHOSE_TURN.words,
        pronouns=frozenset(),
    ),
    TieRule(
        "the first they organized",
        0.82,
        "A course on wells ended in <Linden> today. It was the longest which the {Water Union} has organized "
        "so far.",
        "A course on wells ended in <Linden> today. It was the longest which the {Water Union} has seen so "
        "far.",
        the_first_they_organized,
        triggers=_MOST,
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
