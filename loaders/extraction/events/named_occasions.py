"""Occasions that no known noun names, but a name of their own with a verb that only occasions have."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from ....ontology.facts import EntityKind, EventKind, Span
from ..clauses.line import Item, Line, What
from ..clauses.words import AUXILIARIES, BE, FILLERS, MODALS
from ..tables import words
from .phrases import EventMention, content_words, text_of
from .setting.dated import is_day

__all__ = ["TAKES_PLACE", "named_occasions", "verb_of_taking_place"]

TAKES_PLACE: Final = frozenset(("place", "held"))
_TAKES: Final = frozenset(("take", "takes", "took", "taken"))
_BEFORE_VERB: Final = AUXILIARIES | BE | FILLERS | MODALS | _TAKES
_MEETS: Final = words("event_words", kind="name of what meets")
_INCIDENTS: Final = words("event_words", kind="incident")
_NO_OCCASIONS: Final = frozenset((EntityKind.PERSON, EntityKind.PLACE, EntityKind.STATE))
_ARTICLES: Final = frozenset(("the", "a", "an", "this"))
_BEFORE_CLAUSE: Final = frozenset((",", ";", ":", "and", "but", "that", "when", "where"))
_ABOUT: Final = 9
_INSERTION: Final = 10
_LEAST: Final = 2


def named_occasions(line: Line, number: int) -> Iterator[EventMention]:
    """As in "The Youth Days took place in <Asp> on 3 May", "The 12th Well Mechanism (WM) was held today"."""
    if not line.dates:
        return
    for index in line.places(TAKES_PLACE):
        end = verb_of_taking_place(line, index)
        if end is None or not any(abs(at - index) <= _ABOUT and is_day(day) for at, day in line.dates):
            continue
        end = _past_insertion(line, end)
        first = end
        while first > line.start and _is_of_name(line.items[first - 1]):
            first -= 1
        begins = first - (line.at(first - 1) in _ARTICLES)
        first += line.at(first) in _ARTICLES
        if not _is_named(line, first, end) or not _is_subject(line, begins):
            continue
        name = text_of(line, Span(line.items[first].span.begin, line.items[end - 1].span.end))
        meets = not _MEETS.isdisjoint(name.casefold().split())
        kind = EventKind.MEETING if meets else EventKind.OTHER
        yield EventMention(
            number, end - 1, first, end, kind, "occasion", name, content_words(name), True, acts=True
        )


def verb_of_taking_place(line: Line, index: int, also: Set[str] = frozenset()) -> int | None:
    """Where the verb begins that ends with "place" or "held"; None where nothing is said to take place.

    Args:
        line: the line
        index: its last word
        also: further words that may stand within it
    """
    begin = index
    while begin > line.start and (line.at(begin - 1) in _BEFORE_VERB or line.at(begin - 1) in also):
        begin -= 1
    needed = _TAKES if line.at(index) == "place" else BE
    return None if needed.isdisjoint(line.lower[begin:index]) else begin


def _past_insertion(line: Line, end: int) -> int:
    """Where the name ends before an abbreviation in brackets or an insertion between commas."""
    if line.at(end - 1) == ")" and line.at(end - 3) == "(":
        return end - 3
    if line.at(end - 1) == ",":
        before = range(end - 2, max(line.start, end - _INSERTION), -1)
        return next((at for at in before if line.at(at) == ","), end)
    return end


def _is_of_name(item: Item) -> bool:
    """Whether a word is written as part of a name: with a capital, or a number before one ("12th")."""
    if item.what is What.DATE or item.is_person:
        return False
    return item.text[:1].isupper() or item.text[:1].isdigit()


def _is_subject(line: Line, begins: int) -> bool:
    """Whether a phrase stands where a clause begins."""
    return begins <= line.start or line.at(begins - 1) in _BEFORE_CLAUSE


def _is_named(line: Line, first: int, end: int) -> bool:
    """Whether the words are a name, and not that of a person, place or State."""
    items = line.items[first:end]
    named = [i for i in items if i.lower not in _ARTICLES]
    told = [word for i in named for word in i.text.split()]
    if not told or told[-1].casefold() in _INCIDENTS:
        return False
    return len(told) >= _LEAST and not any(
        i.entity is not None and i.entity.kind in _NO_OCCASIONS for i in items[-1:]
    )
