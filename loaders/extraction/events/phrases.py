"""Phrases that name an occasion: an event noun ("round table") with what stands before and after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from ....ontology.facts import Entity, EntityKind, EventKind, Span
from ..clauses.line import Item, Line, What
from ..clauses.words import AUXILIARIES, BE, MODALS, PREPOSITIONS
from ..model import Part
from ..tables import read_table, words
from ..text.paragraphs import fold
from .extent import DETERMINER_KINDS, left_edge, right_edge
from .noun_uses import is_award, is_final, is_of_book, is_opened, is_round, is_vote
from .plurals import LEADS_TO_NOUN, PLURALS, are_held

__all__ = [
    "EventMention",
    "content_words",
    "event_mentions",
    "is_led_to",
    "noun_kind",
    "numbers_in",
    "text_of",
]

_NOUNS: Final = {
    tuple(r["noun"].split()): (EventKind(r["kind"]), r["use"]) for r in read_table("event_nouns")
}
_FIRST_WORDS: Final = frozenset(noun[0] for noun in _NOUNS)
_LONGEST: Final = max(len(noun) for noun in _NOUNS)
_MAY_BEGIN: Final = _FIRST_WORDS | {plural.split()[0] for plural in PLURALS}
_SERIES_REACH: Final = 6
_MODIFIES: Final = words("event_words", kind="modifies")
_BEFORE_TALKS: Final = words("event_words", kind="before talks")
_NO_NOUN_AFTER: Final = words("event_words", kind="before verb")
_LIGHT: Final = words("event_words", kind="light")
_BEGINS_OR_ENDS: Final = words("event_words", kind="begins") | words("event_words", kind="ends")
_WHOSE_REACH: Final = 14
_AFTER_TALKS: Final = MODALS | BE | _BEGINS_OR_ENDS | {"resume", "resumed", "continue", "continued"}
_AT_TALKS: Final = frozenset(("at", "in", "during", "after"))
_ABOUT: Final = frozenset(("on", "for", "of", "about"))
_ISSUED: Final = words("event_words", kind="issued")
_SIDES: Final = frozenset(("between", "with"))
_TRAINING_REACH: Final = 10
_GATHERING: Final = words("event_words", kind="tells of a gathering")
_DECIDED: Final = words("event_words", kind="what a council decides")
_ROUNDS_OF: Final = words("event_words", kind="what has rounds")
_OF_TREATIES: Final = words("event_words", kind="what a treaty is on")
_MEASURES: Final = words("event_words", kind="measure of time")
_COUNTS: Final = words("numbers")
_SCHOOLS: Final = words("event_words", kind="season of a school")
_EVENTS: Final = frozenset((EntityKind.EVENT, EntityKind.BODY))
_NO_LETTERS: Final = re.compile(r"[^\w-]|_")


_ORDINALS: Final = words("event_words", kind="ordinal")


@dataclass(frozen=True, slots=True)
class EventMention:
    """A place of the text that names an occasion or refers back to one.

    line, head    which line, and the item that is the noun (or verb)
    first, last   the items of the whole phrase, `last` excluded
    words         what tells it from others of its kind, folded
    definite      True after "the", "this", "its"; False after "a"; None where nothing stands there
    marker        "next", "second" and the like
    acts          whether a verb says it ("visited"), not a noun
    to            the item that a visit is to, or the person met
    plural        whether several are meant together ("a series of seminars")
    rule          the rule that found it
    """

    line: int
    head: int
    first: int
    last: int
    kind: EventKind
    noun: str
    name: str
    words: frozenset[str]
    definite: bool | None
    marker: str = ""
    acts: bool = False
    entity: Entity | None = None
    to: int | None = None
    in_title: bool = False
    plural: bool = False
    rule: str = "event noun"

    @property
    def is_named(self) -> bool:
        """Whether it is written as a name: two words and more with a capital."""
        capitals = [w for w in self.name.split() if w[:1].isupper() and w.casefold() not in _LIGHT]
        return self.entity is not None or (
            len(capitals) > 1
            and any(w[:1].isupper() and fold(w) == self.noun.split()[-1] for w in self.name.split())
        )


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The words that tell one name from another, folded, with a plural -s left out.

    >>> sorted(content_words("the Seminar on teaching of water laws"))
    ['law', 'seminar', 'teaching', 'water']
    """
    plain = _NO_LETTERS.sub(" ", fold(text))
    return frozenset([w.removesuffix("s") if len(w) > 3 else w for w in plain.split()]) - _LIGHT


def numbers_in(found: frozenset[str]) -> frozenset[str]:
    """The numbers and ordinals among words.

    >>> sorted(numbers_in(frozenset(("second", "seminar", "3rd"))))
    ['3rd', 'second']
    """
    return frozenset(w for w in found if w[0].isdigit() or w in _ORDINALS)


def noun_kind(noun: str) -> EventKind | None:
    """The kind of event that a noun names, None where it names none."""
    known = _NOUNS.get(tuple(noun.split()))
    return known[0] if known is not None else None


def event_mentions(line: Line, number: int) -> Iterator[EventMention]:
    """The event phrases of a line, from left to right, none inside another."""
    after = line.start
    for index in _possible_heads(line):
        if index < after:
            continue
        mention = _reference_event(line, number, index) or _noun_phrase(line, number, index)
        if mention is not None:
            yield mention
            after = mention.last


def _possible_heads(line: Line) -> Sequence[int]:
    """Where an event noun may begin, and where something is named."""
    if "series" in line.words:
        return range(line.start, len(line.items))
    named = [index for index in line.naming if _may_be_event(line.items[index])]
    return sorted({*named, *line.places(_MAY_BEGIN)})


def _may_be_event(item: Item) -> bool:
    """Whether it names an event, or a body, after which its meetings are called."""
    entity = item.entity
    if entity is None or entity.kind in _EVENTS:
        return entity is not None
    named = entity.kind is EntityKind.ORGANIZATION and not entity.id
    return named and not _SCHOOLS.isdisjoint(item.lower.split())


def _is_known_event(item: Item) -> bool:
    return item.entity is not None and item.entity.kind is EntityKind.EVENT


def _reference_event(line: Line, number: int, index: int) -> EventMention | None:
    """An event that reference knows, or a format of talks that is a body there."""
    item = line.items[index]
    entity = item.entity
    if entity is None or not _may_be_event(item) or _is_council(item):
        return None
    lower = item.lower.split()
    is_event = entity.kind is not EntityKind.BODY
    for length in range(min(_LONGEST, len(lower)), 0, -1):
        for at in range(len(lower) - length, -1, -1):
            noun = tuple(lower[at : at + length])
            if noun in _NOUNS and (is_event or at + length == len(lower)):
                known = entity if entity.kind is EntityKind.EVENT else None
                return _made(line, number, index, index, _NOUNS[noun][0], " ".join(noun), known)
    return None


def _decides(line: Line, index: int) -> bool:
    """Whether the Council is meant that decides ("by decision of", "the commitments of"), no meeting."""
    before = index - 1 - (line.at(index - 1) == "the")
    return line.at(before) in ("of", "by") and line.at(before - 1) in _DECIDED


def _noun_at(line: Line, index: int) -> tuple[int, EventKind, str, str] | None:
    """The event noun that begins at an index: where it ends, its kind, its use and the noun."""
    of_series = _is_of_series(line, index)
    if line.at(index) not in _MAY_BEGIN and not of_series:
        return None
    for length in range(min(_LONGEST, len(line.items) - index), 0, -1):
        last = index + length
        noun = line.lower[index:last]
        known = _NOUNS.get(noun)
        if known is None and (of_series or are_held(line, last)):
            noun = (*noun[:-1], noun[-1].removesuffix("s"))
            known = _NOUNS.get(noun)
        if known is not None and all(item.what is What.WORD for item in line.items[index:last]):
            return last, known[0], known[1], " ".join(noun)
    return None


def _is_of_series(line: Line, index: int) -> bool:
    """Whether a plural stands in "a series of workshops"."""
    if line.at(index - 1) == "of":
        return line.at(index - 2) == "series"
    for at in range(index - 1, max(line.start, index - _SERIES_REACH), -1):
        if line.at(at) == "of" and line.at(at - 1) == "series":
            return True
        if line.items[at].date is not None or line.at(at) in PREPOSITIONS or line.at(at) in _MAY_BEGIN:
            return False
    return False


def _is_council(item: Item) -> bool:
    """Whether it is the Ministerial Council, which is a body and the meetings that bear its name."""
    entity = item.entity
    return entity is not None and entity.id == "ministerial-council"


def _noun_phrase(line: Line, number: int, index: int) -> EventMention | None:
    if _is_council(line.items[index]):
        if line.at(index + 1) in _MODIFIES or _decides(line, index):
            return None
        return _made(line, number, index, index, EventKind.MINISTERIAL_COUNCIL, "ministerial council", None)
    noun = _noun_at(line, index)
    if noun is None:
        return None
    last, kind, use, text = noun
    if kind is EventKind.MEETING and _is_council(line.items[index - 1]):
        return None
    following = line.at(last)
    if following in _MODIFIES and line.items[last].what is What.WORD:
        return None
    if last < len(line.items) and _noun_at(line, last) is not None:
        return None
    if text == "course" and line.at(last) == "of" and line.at(index - 1) == "the":
        return None
    made = _made(line, number, index, last - 1, kind, text, None)
    if use == "opening":
        alone = line.at(last) != "of" and made.definite and not made.words
        if not alone and (line.at(last) != "of" or _opens_event(line, made)):
            return None
    if use == "of talks" and not (line.at(last) == "of" and _ROUNDS_OF & {*line.lower[last : last + 5]}):
        return None
    if use == "of a book" and not is_of_book(line, last):
        return None
    if use == "gathers" and not _gathers(line, made):
        return None
    if use == "vote" and not is_vote(line, made.first, last):
        return None
    if use == "of an election" and not is_round(line, made.first, last):
        return None
    if use == "of prizes" and not is_award(line, last):
        return None
    if use == "issued" and not line.has_any(_ISSUED):
        return None
    if use == "of a contest" and not is_final(line, last):
        return None
    if use == "opened" and is_opened(line, made.first, made.last):
        return replace(made, kind=EventKind.CEREMONY, name=f"opening of {made.name}")
    if use == "named" and made.plural:
        return made
    if use == "named" and made.last == last and _is_short_name(line, index):
        return made
    if use == "named" and not made.is_named and not _is_any(line, made):
        return None
    if use == "named" and line.at(made.first - 1) == "by":
        return None
    if use == "verb" and line.sentence.part is not Part.TITLE and not _is_noun(line, made, index):
        return None
    if text == "lecture" and _is_of_series(line, index):
        return replace(made, kind=EventKind.TRAINING)
    return made


def _is_short_name(line: Line, index: int) -> bool:
    """Whether an occasion is called by the last word of its name ("on the margins of the Forum")."""
    short = line.items[index].text[:1].isupper() and line.at(index - 1) == "the"
    return short and (line.at(index - 2) in PREPOSITIONS or line.at(index - 2) == "of")


def _is_any(line: Line, made: EventMention) -> bool:
    """Whether people gather at one that bears no name ("at a forum for farmers, which the Union hosted")."""
    return made.definite is False and line.has_any(_GATHERING)


def _gathers(line: Line, made: EventMention) -> bool:
    """Whether people meet at it: a convention that is adopted, or is on or against something, is a treaty."""
    treaty = line.at(made.head + 1) in _OF_TREATIES or made.is_named
    return not treaty and line.has_any(_GATHERING)


def _opens_event(line: Line, made: EventMention) -> bool:
    """Whether what is opened is an event, whose beginning is meant ("the opening of the conference")."""
    after = range(made.head + 2, made.last)
    told = (_noun_at(line, at) is not None or _is_known_event(line.items[at]) for at in after)
    return any(told) or made.last <= made.head + 2


def _is_noun(line: Line, made: EventMention, index: int) -> bool:
    """Whether a word that is a verb too stands here as a noun: after an article, owner or adjective."""
    if made.definite is not None or made.marker:
        return True
    before = line.at(made.first - 1) if made.first > line.start else ""
    talks = made.noun in ("talks", "consultations", "negotiations")
    if talks and (before in _BEFORE_TALKS or before in _AT_TALKS):
        return True
    if made.plural or before in LEADS_TO_NOUN:
        return True
    if before == "of" and line.at(made.first - 2) in _MEASURES:
        return True
    if not before and _begins_sentence(line, made):
        return True
    if before in _NO_NOUN_AFTER:
        return False
    if not before and (line.at(index + 1) in _ABOUT or (talks and line.at(index + 1) in _AFTER_TALKS)):
        return True
    if line.items[index].text[:1].isupper() and index > line.start:
        return True
    return made.first < index and (before in PREPOSITIONS or before in AUXILIARIES or before in ("of", ""))


def _begins_sentence(line: Line, made: EventMention) -> bool:
    """As in "Talks between the two were held", "Training in its use begins on Monday"."""
    if made.noun != "training":
        return line.at(made.head + 1) in _SIDES
    told = line.lower[made.head + 2 : made.head + _TRAINING_REACH]
    return line.at(made.head + 1) == "in" and not _AFTER_TALKS.isdisjoint(told) and "," not in told


def _made(
    line: Line, number: int, first_of_head: int, head: int, kind: EventKind, noun: str, entity: Entity | None
) -> EventMention:
    first, definite, marker = left_edge(line, first_of_head)
    last = right_edge(line, head + 1, to=kind is EventKind.VISIT)
    if kind is EventKind.ELECTION_OBSERVATION:
        last = next((at for at in range(head + 1, last) if line.at(at) in ("for", "in", "to")), last)
    begin = first
    while begin < first_of_head and _is_left_out(line.items[begin]):
        begin += 1
    owned = line.at(begin + 1) in ("'s", "’s") and begin + 2 < last
    if owned and line.items[begin].what is What.WORD:
        begin += 2
    span = Span(line.items[begin].span.begin, line.items[last - 1].span.end)
    name = text_of(line, span)
    return EventMention(
        number,
        head,
        first,
        last,
        kind,
        noun,
        name,
        content_words(name) - content_words(noun) - content_words(marker),
        definite,
        marker,
        entity=entity,
        in_title=line.sentence.part is Part.TITLE,
        plural=line.at(head).endswith("s") and not noun.endswith("s"),
        to=_goal(line, head + 2, last) if kind is EventKind.VISIT else None,
    )


def _goal(line: Line, first: int, last: int) -> int | None:
    """Where a visit goes: what is named behind its "to", where it is told whose it is ("of judges to")."""
    begin = next((at for at in range(first, last) if line.at(at) == "to"), first)
    goal = next((at for at in range(begin, last) if line.items[at].entity is not None), None)
    if goal is not None or line.at(first - 1) != "by":
        return goal
    to = next((at for at in range(first, first + _WHOSE_REACH) if line.at(at) in ("to", ",")), None)
    return to + 1 if to is not None and line.at(to) == "to" and to + 1 < len(line.items) else None


def is_led_to(line: Line, mention: EventMention) -> bool:
    """Whether a verb says that what a noun names begins or ends ("started training", "completed courses")."""
    return line.at(mention.first - 1) in _BEGINS_OR_ENDS


def text_of(line: Line, span: Span) -> str:
    """The words of a span of a line, on one line of text."""
    offset = line.sentence.span.begin
    return " ".join(line.sentence.text[span.begin - offset : span.end - offset].split()).strip(" ,")


def _is_left_out(item: Item) -> bool:
    """Whether a word before the noun is no part of the short name: counts, "three-day", "same-day"."""
    lower = item.lower
    return (
        lower in DETERMINER_KINDS
        or lower.endswith(("-day", "-days", "-week", "-hour", "-month"))
        or lower in _COUNTS
        or lower in ("'s", "day", "'")
        or item.date is not None
    )
