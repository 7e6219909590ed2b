"""Where the object of a verb begins and ends, and whether it is an entity or only words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ....ontology.facts import Entity, EntityKind, Span
from ..clauses.line import Line, What
from ..clauses.words import AUXILIARIES, BE, DETERMINERS, FILLERS, LONGEST_RUN, MODALS, PREPOSITIONS
from ..tables import phrases, words
from .agents import is_verb_at
from .groups import Group

__all__ = [
    "FUNCTION",
    "GOES_ON",
    "LONGEST",
    "MARKS",
    "POSSESSED",
    "POSSESSIVES",
    "PRONOUNS",
    "WHO",
    "Taken",
    "begins_clause",
    "is_adjectival",
    "is_demonym",
    "is_meant",
    "noun_phrase",
    "phrase_end",
    "place_after",
    "span_of",
]

LONGEST: Final = 30
MARKS: Final = frozenset((".", ";", ":", "?", "!", "(", ")", "–", "—"))
WHO: Final = words("event_words", kind="subordinator") - {"as", "so"}
_STOPS: Final = words("act_words", kind="ends the object")
_PLACED: Final = words("act_words", kind="before a place")
_REPORTED: Final = words("act_words", kind="reported")
_REFLEXIVES: Final = words("act_words", kind="stands for the agent")
PRONOUNS: Final = _REFLEXIVES | words("act_words", kind="object that says nothing")
_NONE: Final = words("act_words", kind="object that denies")
FUNCTION: Final = PREPOSITIONS | DETERMINERS | AUXILIARIES | FILLERS | BE | MODALS | WHO | _STOPS
POSSESSIVES: Final = frozenset(("'s", "’s", "'", "’"))
GOES_ON: Final = words("act_words", kind="goes on behind a party") | {","}
_JOINED: Final = frozenset(("and", "or", "nor"))
POSSESSED: Final = words("determiners", kind="possessive")
_MANNERS: Final = phrases("act_words", kind='manner behind "in"')
_MEETINGS: Final = words("act_words", kind="body that is also a meeting")
_PLACE_NOUNS: Final = words("place_nouns")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a verb takes.

    things      the objects, where they are entities
    words       else the words of the object
    recipients  the indexes of the other parties
    last        the index after all of it
    denies      whether the object itself says that nothing was done ("signed nothing")
    relative    whether it stands before the subject: "two boats, which Norway donated"
    mutual      whether those who do it do it to each other: "the two met in Skopje"
    """

    recipients: tuple[int, ...] = ()
    things: tuple[Entity, ...] = ()
    words: Span | None = None
    last: int = 0
    denies: bool = False
    relative: bool = False
    mutual: bool = False


def noun_phrase(line: Line, group: Group, begin: int) -> Taken | None:
    """The object that begins at an index; None where the verb has none, or another sense with it."""
    if line.at(begin) in _JOINED and is_verb_at(line, begin + 1):
        begin += 2
    begin = _past_day(line, begin)
    denies = line.at(begin) in _NONE
    if denies and line.at(begin + 1) == "of":
        begin += 1
    first = begin
    while first < len(line.items) and (
        line.at(first) in DETERMINERS - POSSESSED or line.at(first) in _NONE | {"of"}
    ):
        first += 1
    end = phrase_end(line, group, begin)
    if denies and first >= end:
        return Taken(last=end, denies=True)
    if (
        first >= end
        or (line.at(first) in PRONOUNS and (end - first == 1 or line.at(first) not in POSSESSED))
        or line.at(begin) in PREPOSITIONS | _REPORTED
    ):
        return None
    while end - 1 > first and line.at(end - 1) in PREPOSITIONS:
        end -= 1
    if not is_meant(line, group, first, end):
        return None
    things, last = _entities(line, first, end)
    if things:
        return Taken(things=things, last=last, denies=denies)
    return Taken(words=span_of(line, first, end), last=end, denies=denies)


def _past_day(line: Line, index: int) -> int:
    """The index behind a day between verb and object: "concluded today her visit"."""
    at = index + (line.at(index) == "on")
    is_day = at + 1 < len(line.items) and line.items[at].what is What.DATE
    return at + 1 if is_day and line.at(at + 1) in DETERMINERS else index


def _entities(line: Line, first: int, end: int) -> tuple[tuple[Entity, ...], int]:
    """The entities that are the object, and where they end; none where it is more than these."""
    found: list[Entity] = []
    at = first
    while at < len(line.items):
        entity = line.items[at].entity
        if entity is None or is_demonym(line, at) or line.at(at + 1) in POSSESSIVES:
            return (), end
        found.append(entity)
        at += 1
        joint = at + (line.at(at) == ",")
        joint += line.at(joint) in ("and", "&")
        while joint > at and line.at(joint) in DETERMINERS:
            joint += 1
        goes_on = joint > at and joint < len(line.items) and line.items[joint].entity is not None
        if not goes_on or is_verb_at(line, joint + 1):
            break
        at = joint
    is_all = at >= end or (line.at(at) in PREPOSITIONS and line.at(at) != "of")
    return (tuple(dict.fromkeys(found)), at) if is_all else ((), end)


def is_demonym(line: Line, index: int) -> bool:
    """Whether a demonym stands at an index."""
    mention = line.items[index].mention
    return mention is not None and mention.demonym


def is_meant(line: Line, group: Group, first: int, end: int) -> bool:
    """Whether the verb has its own sense with this object: "opened fire" opens nothing."""
    nouns = set(line.lower[first:end])
    head = set(line.lower[first : _head_end(line, first, end)])
    if group.verb.nouns and group.verb.nouns.isdisjoint(nouns) and not _names_event(line, first, end):
        return False
    return group.verb.never.isdisjoint(head)


def _names_event(line: Line, first: int, end: int) -> bool:
    entities = (line.items[at].entity for at in range(first, end))
    return any(e is not None and e.id in _MEETINGS for e in entities)


def _head_end(line: Line, first: int, end: int) -> int:
    return next((at for at in range(first, end) if line.at(at) in PREPOSITIONS), end)


def phrase_end(line: Line, group: Group, begin: int) -> int:
    """Where the object ends: at a mark, a day, a place of the act, the other party or the next verb."""
    verb = group.verb
    limit = min(len(line.items), begin + LONGEST)
    at = begin
    while at < limit:
        item, word = line.items[at], line.at(at)
        if at == group.particle or (item.what is What.DATE and not is_adjectival(line, at)):
            break
        if item.what is What.WORD:
            if word in MARKS or word in WHO or word in _STOPS or word == ",":
                break
            if word == "in" and at > begin and _is_manner(line, at + 1):
                break
            if at > begin and (word == verb.recipient or (word == "with" and verb.place_of_act)):
                break
            if word in _PLACED and verb.place_of_act and place_after(line, at) is not None:
                break
            if (
                word in ("in", "on", "from", "by", "at")
                and at + 1 < limit
                and line.items[at + 1].what is What.DATE
            ):
                break
            if word == "to" and at > begin and not _leads_somewhere(line, at):
                break
            if word in _REFLEXIVES and at > begin:
                break
            if word in ("and", "or", "but", "nor") and begins_clause(line, at + 1):
                break
            if word == "by" and group.sense.passive:
                break
        at += 1
    return at


def _is_manner(line: Line, index: int) -> bool:
    """Whether how it was said follows: "in the strongest terms", "in a written statement"."""
    return any(line.lower[index : index + len(words_of)] == words_of for words_of in _MANNERS)


def is_adjectival(line: Line, index: int) -> bool:
    """Whether the day at an index only tells which one is meant: "the 15 July elections", "today's theft"."""
    following = line.items[index + 1 : index + 2]
    if line.at(index + 1) in POSSESSIVES:
        return True
    return (
        line.at(index - 1) in DETERMINERS
        and bool(following)
        and following[0].what is What.WORD
        and following[0].lower.isalpha()
        and following[0].lower not in PREPOSITIONS | DETERMINERS | GOES_ON
    )


def begins_clause(line: Line, index: int) -> bool:
    """Whether a verb follows a conjunction, or a party with a verb."""
    at = index
    while at < min(len(line.items), index + LONGEST_RUN) and (
        line.at(at) in FILLERS or line.at(at) in DETERMINERS or line.at(at).endswith("ly")
    ):
        at += 1
    if is_verb_at(line, at) and not _is_describing(line, at):
        return True
    return at < len(line.items) and line.items[at].acts and is_verb_at(line, at + 1)


def _is_describing(line: Line, index: int) -> bool:
    """Whether a word in -ed describes the noun behind it ("and armed men")."""
    following = line.items[index + 1 : index + 2]
    return (
        line.at(index).endswith("ed")
        and bool(following)
        and following[0].what is What.WORD
        and following[0].lower.endswith("s")
        and following[0].lower not in FUNCTION
    )


def _leads_somewhere(line: Line, index: int) -> bool:
    """Whether "to" leads to a place or party ("a visit to Moldova"), and not to a purpose."""
    at = index + 1
    while at < len(line.items) and line.at(at) in DETERMINERS:
        at += 1
    if at >= len(line.items):
        return False
    item = line.items[at]
    return (
        item.entity is not None
        or at > index + 1
        or (line.at(at).endswith(("s", "ed")) and not line.at(at).endswith("ss"))
    )


def place_after(line: Line, index: int) -> int | None:
    """The place that a preposition of place names: "in Skopje", "in the town of Tetovo"."""
    at = index + 1
    if line.at(at) in ("the", "downtown", "central"):
        at += 1
        if at + 1 < len(line.items) and line.at(at + 1) == "of" and line.at(at) in _PLACE_NOUNS:
            at += 2
    if at >= len(line.items):
        return None
    entity = line.items[at].entity
    if entity is None or entity.kind not in (EntityKind.PLACE, EntityKind.STATE) or is_demonym(line, at):
        return None
    if line.at(at + 1) in ("and", ",") and at + 2 < len(line.items) and _is_name(line, at + 2):
        return None
    after = line.items[at + 1 : at + 2]
    if line.at(at + 1) in POSSESSIVES or (
        after and after[0].lower[:1].isalpha() and not _may_follow(line, at + 1)
    ):
        return None
    return at


def _is_name(line: Line, index: int) -> bool:
    """Whether another place follows: "in Tashkent and Fergana"."""
    item = line.items[index]
    follows = item.entity is not None or item.text[:1].isupper()
    return follows and not item.acts and not is_verb_at(line, index + 1)


def _may_follow(line: Line, index: int) -> bool:
    item = line.items[index]
    return item.what is not What.WORD or item.lower in FUNCTION | GOES_ON or is_verb_at(line, index)


def span_of(line: Line, first: int, end: int) -> Span:
    """The characters of some items."""
    return Span(line.items[first].begin, line.items[end - 1].end)
