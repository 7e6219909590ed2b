"""Occasions that no event noun names: a speech before a body on a stated day, and days that bear a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....ontology.facts import EntityKind, EventKind, Span
from ..clauses.line import Item, Line, What
from ..clauses.words import FILLERS, MODALS, PREPOSITIONS
from ..tables import words
from .phrases import EventMention, content_words, text_of
from .setting.dated import is_day

__all__ = ["DAY", "HEARING_WORDS", "IS_IN", "hearings", "named_days", "stays"]

_DETERMINERS: Final = words("determiners")
_BEFORE: Final = words("event_words", kind="before those who hear")
_LEADS_TO: Final = {
    "to": words("event_words", kind="speaks to") | words("event_words", kind="gives a speech"),
    "at": words("event_words", kind="speaks at"),
}
_MEETS: Final = words("event_words", kind="body that meets")
_HEARS: Final = words("event_words", kind="hears")
HEARING_WORDS: Final = _BEFORE | _HEARS
_HEARD: Final = words("event_words", kind="what is heard")
_PLACES: Final = frozenset((EntityKind.PLACE, EntityKind.STATE))
_SPEECHES: Final = words("event_words", kind="speech")
_MEETING: Final = frozenset(("Forum",))
_WILL_SPEAK: Final = words("event_words", kind="is to speak")
_ACCOUNTS: Final = words("event_words", kind="what is told to those who hear")
_OWN: Final = frozenset(("'s", "'"))
_NEEDS_SPEECH: Final = words("event_words", kind="gives a speech")
_EACH: Final = frozenset(("each", "every", "annually"))
_TO_A_DAY: Final = frozenset(("in", "at", "on", "here", "the", ",", "this"))
_FOR_TALKS: Final = frozenset(("days", "talks", "meetings", "visit", "consultations"))
_TALKS_REACH: Final = 5
_WHERE: Final = ((",", "where"),)
_DAY_REACH: Final = 6
_SPEECH_REACH: Final = 10
_PART_LONGEST: Final = 3
_REPORT_REACH: Final = 6
_OPENING_REACH: Final = 4
_SPEECH_DAY_REACH: Final = 11
DAY: Final = frozenset(("day",))
IS_IN: Final = frozenset(("be", "is", "was", "were", "are"))
_VISITORS: Final = words("event_words", kind="visits")


def hearings(line: Line, number: int) -> Iterator[EventMention]:
    """A speech on a stated day before a body or organization, which has no name as an event."""
    if not line.dates:
        return
    for index in line.places(HEARING_WORDS):
        word = line.at(index)
        head, at, reach = index, None, _DAY_REACH
        if index + 1 == len(line.items):
            return
        if word in _BEFORE:
            at = index + 1
            while line.at(at) in _DETERMINERS:
                at += 1
            at += _is_state(line, at) and _is_body(line, at + 1)
            if word in _NEEDS_SPEECH and not _gives_account(line, at):
                continue
            if word in _LEADS_TO:
                speech = _speech_to(line, index, at)
                if speech is None:
                    continue
                head, reach = speech, _SPEECH_DAY_REACH
        elif word in _HEARS and _is_heard(line, index):
            at = _who_hears(line, index)
        if at is None or not _is_body(line, at):
            continue
        near = _is_on_a_day(line, index if at < index else _of_which(line, at), reach)
        if not near and not _opens_sentence(line, head, at):
            continue
        item = line.items[at]
        yield EventMention(
            number,
            head,
            min(head, at),
            max(head, at) + 1,
            EventKind.MEETING,
            "hearing",
            f"hearing before {item.text}",
            content_words(item.text),
            False,
            acts=True,
        )


def _of_which(line: Line, at: int) -> int:
    """Where the name ends of a part of a body ("the Parliamentary Assembly's Standing Committee")."""
    if line.at(at + 1) not in ("'s", "'"):
        return at
    names = (n for n in range(at + 2, at + 2 + _PART_LONGEST) if line.at(n).title() in _MEETS)
    return next(names, at)


def _is_on_a_day(line: Line, at: int, reach: int) -> bool:
    """Whether a day is near that is told of nothing else, as is "the storm of 3 May"."""
    for index, expression in line.dates:
        if not is_day(expression):
            continue
        if index < at and at - index < reach:
            return True
        if at < index < at + _DAY_REACH:
            between = line.items[at + 1 : index]
            if reach == _DAY_REACH or all(i.what is not What.WORD or i.lower in _TO_A_DAY for i in between):
                return True
    return False


def _opens_sentence(line: Line, head: int, at: int) -> bool:
    """Whether a sentence begins with the speech at which somebody says something on a day.

    As in "In his last report to the {Village Council} before he leaves office, [Carl Dahl] today warned".
    """
    opening = line.at(line.start) == "in" and head <= line.start + _OPENING_REACH and at > head
    return opening and any(
        index > at and is_day(day) and line.at(index) == "today" for index, day in line.dates
    )


def _speech_to(line: Line, index: int, at: int) -> int | None:
    """The verb with which somebody speaks to a body that meets, "made his first address to", "spoke at"."""
    if at >= len(line.items) or not _meets(line, at):
        return None
    speaking, speech = _LEADS_TO[line.at(index)], None
    for verb in range(index - 1, max(line.start - 1, index - _SPEECH_REACH), -1):
        word = line.at(verb)
        is_word = line.items[verb].what is What.WORD
        if word in _SPEECHES and speech is None and _reaches(line, verb, index):
            speech = verb
            if line.at(verb - 1) in _OWN or line.at(verb - 1) in _DETERMINERS:
                return verb
        if word in _NEEDS_SPEECH and is_word and speech is None:
            speech = next((n for n in range(line.start, verb) if _is_speech_that(line, n)), None)
        if word in speaking and is_word:
            return verb if speech is not None or word not in _NEEDS_SPEECH else None
        if word in _WILL_SPEAK and is_word and line.at(verb - 1) in MODALS | {"to"}:
            return verb
        if speech is not None and word == "in":
            return verb
        if line.at(verb) in (",", ";", "that", "which", "who") or (
            line.items[verb].acts and line.at(index) == "at"
        ):
            return None
    return None


def _is_speech_that(line: Line, index: int) -> bool:
    """Whether a clause says who gave a speech ("a speech that [Anna Berg] gave to")."""
    return line.at(index) in _SPEECHES and line.at(index + 1) in ("that", "which")


def _gives_account(line: Line, at: int) -> bool:
    """As in "gave the {Village Council} an overview of the wells"."""
    return line.at(at + 1) in _DETERMINERS and not _ACCOUNTS.isdisjoint(line.lower[at + 2 : at + 4])


def _reaches(line: Line, speech: int, index: int) -> bool:
    """Whether a speech is one to a body: it stands before "to", or only what it is on or by stands between.

    As in "an address by [Anna Berg] to", "priorities of his presidency to".
    """
    between = range(speech + 1, index)
    return not between or (
        line.at(speech + 1) in ("by", "of", "on", "as") and all(line.at(n) != "," for n in between)
    )


def _meets(line: Line, at: int) -> bool:
    """Whether what stands at an index names a body that meets."""
    name = line.items[at].text.split()
    return name[-1] in _MEETS or not _MEETING.isdisjoint(name)


def _is_heard(line: Line, index: int) -> bool:
    """Whether a report, or somebody who gives one, is what is heard."""
    if any(w in _HEARD for w in line.lower[index + 1 : index + 5]) or line.at(index + 1) == "by":
        return True
    before = range(max(line.start, index - _REPORT_REACH), index)
    return any(
        line.at(n) in ("that", "which") and not _HEARD.isdisjoint(line.lower[line.start : n]) for n in before
    )


def _who_hears(line: Line, index: int) -> int | None:
    """The body that hears a report, before the verb, or behind "by"."""
    if line.at(index + 1) == "by" and line.at(index - 1) in IS_IN | {"been"}:
        at = index + 2 + (line.at(index + 2) in _DETERMINERS)
        return at if at < len(line.items) and line.items[at].text.split()[-1] in _MEETS else None
    at = index - 1
    while at > line.start and (line.items[at].date is not None or line.at(at) in FILLERS):
        at -= 1
    return at if at >= line.start and line.items[at].text.split()[-1] in _MEETS else None


def _is_body(line: Line, at: int) -> bool:
    if at >= len(line.items):
        return False
    item: Item = line.items[at]
    return item.acts and not item.is_person and item.entity is not None and item.entity.kind not in _PLACES


def _is_state(line: Line, at: int) -> bool:
    """Whether the name of a State stands before that of its body ("the United States Senate")."""
    entity = line.items[at].entity if at < len(line.items) else None
    return entity is not None and entity.kind is EntityKind.STATE


def stays(line: Line, number: int) -> Iterator[EventMention]:
    """As in "[Anna Berg] will be in <Asp> from 3 to 5 May", "was in <Asp> today to see the wells"."""
    for index in line.places(IS_IN):
        place = index + 2
        if line.at(index + 1) != "in" or place + 1 >= len(line.items):
            continue
        subject = index - 1 - (line.at(index - 1) == "will")
        subject -= line.at(subject) == ","
        there = line.is_person(subject) or line.at(subject) in _VISITORS
        if not there or (line.at(index) == "be") != (line.at(index - 1) == "will"):
            continue
        entity = line.items[place].entity
        if entity is None or entity.kind not in _PLACES:
            continue
        on_a_day = _is_there_on_a_day(line, place + 1) or _is_on_day_before(line, subject, place + 1)
        if not on_a_day and not _is_there_for_talks(line, index, place + 1):
            continue
        name = line.items[place].text
        yield EventMention(
            number,
            index,
            index,
            place + 1,
            EventKind.VISIT,
            "visit",
            f"visit to {name}",
            content_words(name),
            False,
            acts=True,
            to=place,
        )


def _is_there_on_a_day(line: Line, at: int) -> bool:
    """Whether a day follows, and where it is one alone, what somebody came for."""
    day = at + (line.at(at) in ("on", "from"))
    date = line.items[day].date if day < len(line.items) else None
    if date is None or not is_day(date):
        return False
    closed = line.at(day + 1) == "." or line.lower[day + 1 : day + 3] in _WHERE
    alone = line.at(day + 1) in ("to", "for") or (closed and line.at(at - 3) in ("was", "were"))
    return date.interval.start != date.interval.end or alone


def _is_there_for_talks(line: Line, index: int, at: int) -> bool:
    """Whether somebody is there now, for so many days or for talks ("is in <Asp> for two days")."""
    told = line.lower[at + 1 : at + _TALKS_REACH]
    return line.at(index) in ("is", "are") and line.at(at) == "for" and not _FOR_TALKS.isdisjoint(told)


def _is_on_day_before(line: Line, subject: int, at: int) -> bool:
    """Whether the sentence begins with the day, and tells what somebody did there ("On Monday she was")."""
    first = line.start + (line.at(line.start) == "on")
    date = line.items[first].date if first < subject else None
    told = line.at(at) in ("to", "for", "and", ",") and line.at(at + 1) not in ("when", "as", "while")
    return date is not None and is_day(date) and subject - first <= _PART_LONGEST and told


def named_days(line: Line, number: int) -> Iterator[EventMention]:
    """Days that bear a name: "International Roma Day", "World Press Freedom Day"."""
    for index in line.places(DAY):
        item = line.items[index]
        if item.text != "Day" or item.what is not What.WORD or _EACH.intersection(line.lower[index:]):
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
    if word in _OWN:
        return line.items[index - 1].text[:1].isupper() and line.items[index - 1].what is What.WORD
    return line.items[index].text[:1].isupper() and word != "the" and word not in PREPOSITIONS
