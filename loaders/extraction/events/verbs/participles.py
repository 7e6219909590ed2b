"""Participles that explain a noun without being its verb: "a manual, launched in Asp on 5 May, has"."""

from __future__ import annotations

from typing import Final

from ...clauses.line import Line, What
from ...clauses.words import AUXILIARIES, BE, MODALS, PREPOSITIONS
from ...tables import words
from ..setting.dated import is_day
from .event_verbs import EVENT_VERBS, OBJECT_KINDS, EventVerb, is_object
from .objects import object_end, phrase_of, without_article

__all__ = ["explained", "given", "is_count", "is_of_a_speaker"]

_DETERMINERS: Final = words("determiners")
_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_BEHIND: Final = frozenset(("in", "at", "on", "by", "near", "here", "today", "yesterday", "over", "to"))
_VERBS: Final = BE | MODALS | AUXILIARIES
_PARTS: Final = _VERBS | _SUBORDINATORS | {",", ";", ":", ".", "(", ")"}
_COUNTS: Final = (words("numbers") | words("count_words")) - {"one"}
_NOUN_REACH: Final = 9
_DAY_REACH: Final = 12


def explained(line: Line, index: int, verb: EventVerb) -> tuple[int, str] | None:
    """The noun that a participle explains, and what it is: "the manual on wells launched in <Asp> today".

    It is one that the verb takes as its object, a day follows, and nothing but what belongs to the noun
    stands between. Gives where the phrase begins, and its words.
    """
    following = line.items[index + 1] if index + 1 < len(line.items) else None
    if verb.form != "past" or following is None or index == line.start + 1:
        return None
    if not (following.date or following.lower in _BEHIND):
        return None
    if not any(index < at <= index + _DAY_REACH and is_day(day) for at, day in line.dates):
        return None
    wanted = verb.object.rpartition(" ")[2]
    if index == line.start:
        return _behind_opening(line, index, wanted)
    end = index - (line.at(index - 1) == ",")
    begin: int | None = None
    for at in range(end - 1, max(line.start - 1, end - _NOUN_REACH), -1):
        parts = line.at(at) in _PARTS or line.items[at].date is not None or line.is_person(at)
        if parts or line.at(at) in EVENT_VERBS:
            break
        if line.items[at].what is What.WORD and _is_wanted(wanted, line.at(at)):
            begin = _begin(line, at)
    if begin is None or (begin == line.start and _ends_with_a_day(line)):
        return None
    return begin, without_article(phrase_of(line, begin, end))


def _ends_with_a_day(line: Line) -> bool:
    """Whether nothing follows the day, as in a heading ("Report 56 issued on 5 May")."""
    behind = line.dates[-1][0] + 1 if line.dates else 0
    return bool(line.dates) and line.lower[behind:] in ((), (".",))


def _behind_opening(line: Line, index: int, wanted: str) -> tuple[int, str] | None:
    """The noun behind a participle that opens the sentence: "Launched in <Asp> today, the manual has"."""
    comma = next((at for at in range(index + 2, index + _DAY_REACH) if line.at(at) == ","), None)
    last = object_end(line, comma + 1) if comma is not None else 0
    last = next((at for at in range((comma or 0) + 1, last) if line.at(at) in _VERBS), last)
    if comma is None or not any(_is_wanted(wanted, line.at(at)) for at in range(comma + 1, last)):
        return None
    return index, without_article(phrase_of(line, comma + 1, last))


def given(line: Line, at: int, last: int) -> str:
    """What is given, without to whom: "gave the {Village School} ten radios from the {Water Union}"."""
    head = next(n for n in range(at, last) if is_object("gift", (line.at(n),)))
    behind = next((n for n in range(head + 1, last) if line.at(n) in ("from", "to", "for")), last)
    begin = _begin(line, head)
    words_there = phrase_of(line, max(begin, at), behind)
    first, _, rest = words_there.partition(" ")
    return rest if rest and is_count(first) else words_there


def is_count(word: str) -> bool:
    """Whether a word says how many ("forty", "4"), which is no part of a name."""
    return word.isdigit() or word.casefold() in _COUNTS


def _is_wanted(wanted: str, noun: str) -> bool:
    if wanted in OBJECT_KINDS:
        return is_object(wanted, (noun,))
    return any(is_object(kind, (noun,)) for kind in ("writing", "gift"))


def _begin(line: Line, noun: int) -> int:
    """Where the phrase of a noun begins, with the words before it up to its article."""
    at = noun
    while at > line.start and noun - at < _NOUN_REACH:
        before = line.items[at - 1]
        if before.lower in _DETERMINERS:
            break
        if before.lower in PREPOSITIONS or before.lower in _PARTS or before.date is not None:
            break
        if before.what is not What.WORD or not before.lower.replace("-", "").isalpha():
            break
        at -= 1
    return at


def is_of_a_speaker(line: Line, index: int) -> bool:
    """Whether a form in -ing tells what a speaker did: "Opening the hall today, [Anna Berg] said".

    It begins the sentence, or stands between commas behind the one who acts ("[Anna Berg], visiting").
    """
    if line.at(index - 1) == "," and line.is_person(index - 2):
        return True
    if index != line.start:
        return False
    comma = next((at for at in range(index + 2, len(line.items)) if line.at(at) == ","), None)
    return comma is not None and any(line.is_person(at) for at in range(comma + 1, comma + 4))
