"""Speakers who are told by a quotation or a colon beside them, whatever the verb is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..clauses.line import Item, Line, What
from ..clauses.words import AUXILIARIES, PREPOSITIONS
from ..tables import words
from .speech import SpeechVerb
from .subjects import inverted_subject, subject_before

__all__ = ["COLON", "TIES_TO_QUOTE", "Found", "before_colon", "beside_quotation", "is_title", "told_by_quote"]

COLON: Final = frozenset(":")
TIES_TO_QUOTE: Final = words("speech_words", kind="ties a quote")
_ANNOUNCING: Final = words("speech_words", kind="before a colon")
_NO_SUBJECT: Final = PREPOSITIONS | AUXILIARIES
_LONG: Final = 3
_NEAR: Final = 3
_SHORTEST: Final = 4
_LONGEST_SUBJECT: Final = 24
_MARKS: Final = "\"'“”„»«’‘"

Found = Iterator[tuple[tuple[int, ...], float]]


def told_by_quote(line: Line) -> Found:
    """A quotation beside one person alone, with a word that ties them: "was how Anna Berg put it"."""
    if not any(len(line.items[i].text.split()) > _LONG for i in line.quotes):
        return
    people = [n for n in range(len(line.items)) if line.is_person(n)]
    if len(people) != 1:
        return
    at = people[0]
    around = {line.at(at - 1), line.at(at - 2), line.at(at + 1), line.at(at + 2), line.at(at + 3)}
    if around & TIES_TO_QUOTE:
        yield (at,), 0.0


def before_colon(line: Line) -> Found:
    """A person with whom the sentence begins, and a colon before his or her words.

    The words are quoted, or what stands before announces them: "Anna Berg put it in these words: ...".
    """
    for index in line.places(COLON):
        if index == line.start:
            continue
        quoted = index + 1 in line.quotes
        if quoted or (line.at(index - 1) in _ANNOUNCING and len(line.items) - index > _SHORTEST):
            first = next((at for at in range(line.start, index) if line.items[at].acts), None)
            if first is not None and first - line.start < _NEAR and line.is_person(first):
                yield (first,), 0.0 if quoted else -0.05
        return


def beside_quotation(line: Line) -> Found:
    """A person beside a quotation that ends as direct speech does, with any verb: "..., Anna Berg sighed"."""
    for quote in line.quotes:
        if not _is_spoken(line, quote):
            continue
        index = quote + (2 if line.at(quote + 1) == "," else 1)
        verb = _past_verb(line, index)
        found = inverted_subject(line, verb) if verb else _subject_after(line, index)
        people = tuple(at for at in found[0] if at > quote and line.is_person(at)) if found else ()
        if people:
            yield people, 0.0


def _is_spoken(line: Line, quote: int) -> bool:
    """Whether quoted words end like those of direct speech that the sentence goes on from."""
    said = line.items[quote].text.strip(_MARKS)
    return (said[-1:] in ",?!" or line.at(quote + 1) == ",") and not is_title(said.rstrip(","))


def is_title(text: str) -> bool:
    """Whether quoted words are the name of a book or conference.

    >>> is_title("One Boat for All"), is_title("One boat is enough for all.")
    (True, False)
    """
    long = [w for w in text.split() if len(w) > _LONG and w[0].isalpha()]
    return text[-1:] not in ".,!?" and bool(long) and all(w[0].isupper() for w in long)


def _past_verb(line: Line, index: int) -> SpeechVerb | None:
    """The verb in the past at an index, as far as its ending tells, where no agent or place follows."""
    item = line.items[index] if index < len(line.items) else None
    if item is None or not _is_past(item) or line.at(index + 1) in _NO_SUBJECT:
        return None
    return SpeechVerb("", index, index + 1, "strong", "past")


def _is_past(item: Item) -> bool:
    return item.what is What.WORD and item.lower.endswith("ed") and item.text[:1].islower()


def _subject_after(line: Line, index: int) -> tuple[tuple[int, ...], str] | None:
    """The subject that begins at an index, where a verb in the past follows it."""
    for at in range(index + 1, min(index + _LONGEST_SUBJECT, len(line.items))):
        item = line.items[at]
        if item.lower in (";", ":", ".", "that", "and") or item.what is What.QUOTE:
            return None
        if _is_past(item) and line.at(at + 1) != "by" and line.at(at - 1) not in AUXILIARIES:
            return subject_before(line, SpeechVerb("", at, at + 1, "strong", "past"))
    return None
