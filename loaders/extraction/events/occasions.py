"""Occasions that no event noun names: a speech before a body on a stated day, and days that bear a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....ontology.facts import EntityKind, EventKind, Span
from ..clauses.line import FILLERS, PREPOSITIONS, Item, Line, What
from ..tables import words
from .phrases import EventMention, content_words, text_of

__all__ = ["DAY", "HEARING_WORDS", "hearings", "named_days"]

_DETERMINERS: Final = words("determiners")
_BEFORE: Final = frozenset(("before", "addressed", "told", "addressing", "addresses", "to"))
_MEETS: Final = frozenset(("Council", "Committee", "Commission", "Parliament", "Assembly", "FSC"))
_SAYS: Final = frozenset(("presented", "reported", "delivered", "spoke", "report", "reports", "presents"))
_HEARS: Final = frozenset(("heard", "hears", "welcomed", "welcomes"))
HEARING_WORDS: Final = _BEFORE | _HEARS
_HEARD: Final = frozenset(("report", "reports", "address", "addresses", "briefing", "presentation"))
_PLACES: Final = frozenset((EntityKind.PLACE, EntityKind.STATE))
_DAY_REACH: Final = 6
DAY: Final = frozenset(("day",))


def hearings(line: Line, number: int) -> Iterator[EventMention]:
    """A speech on a stated day before a body or organization, which has no name as an event."""
    if not line.dates:
        return
    for index in line.places(HEARING_WORDS):
        word = line.at(index)
        at: int | None = None
        if index + 1 == len(line.items):
            return
        if word in _BEFORE:
            at = index + 1
            while line.at(at) in _DETERMINERS:
                at += 1
            if word == "to" and not _reports_to(line, index, at):
                at = None
        elif word in _HEARS and any(w in _HEARD for w in line.lower[index + 1 : index + 5]):
            at = _who_hears(line, index)
        if at is None or not _is_body(line, at) or not any(abs(n - at) < _DAY_REACH for n, _ in line.dates):
            continue
        item = line.items[at]
        yield EventMention(
            number,
            index,
            min(index, at),
            max(index, at) + 1,
            EventKind.MEETING,
            "hearing",
            f"hearing before {item.text}",
            content_words(item.text),
            False,
            acts=True,
        )


def _reports_to(line: Line, index: int, at: int) -> bool:
    """Whether somebody presents or reports something to a body that meets."""
    meets = at < len(line.items) and line.items[at].text.split()[-1] in _MEETS
    return meets and any(w in _SAYS for w in line.lower[line.start : index])


def _who_hears(line: Line, index: int) -> int | None:
    """The body that hears a report, before the verb."""
    at = index - 1
    while at > line.start and (line.items[at].date is not None or line.at(at) in FILLERS):
        at -= 1
    return at if at >= line.start and line.items[at].text.split()[-1] in _MEETS else None


def _is_body(line: Line, at: int) -> bool:
    if at >= len(line.items):
        return False
    item: Item = line.items[at]
    return item.acts and not item.is_person and item.entity is not None and item.entity.kind not in _PLACES


def named_days(line: Line, number: int) -> Iterator[EventMention]:
    """Days that bear a name: "International Roma Day", "World Press Freedom Day"."""
    for index in line.places(DAY):
        item = line.items[index]
        if item.text != "Day" or item.what is not What.WORD:
            continue
        first = index
        while first > line.start and _is_of_name(line, first - 1):
            if line.items[first - 1].date is not None:
                break
            first -= 1
        last = index + 1
        if line.at(last) in ("of", "for", "against", "to"):
            at = last + 1
            while at < len(line.items) and (
                line.items[at].text[:1].isupper() or line.at(at) in ("the", "of")
            ):
                at += 1
                last = at
        if first == index and last == index + 1:
            continue
        name = text_of(line, Span(line.items[first].span.begin, line.items[last - 1].span.end))
        yield EventMention(
            number, index, first, last, EventKind.OTHER, "day", name, content_words(name), True, acts=True
        )


def _is_of_name(line: Line, index: int) -> bool:
    """Whether a word before "Day" belongs to the name."""
    word = line.at(index)
    return line.items[index].text[:1].isupper() and word != "the" and word not in PREPOSITIONS
