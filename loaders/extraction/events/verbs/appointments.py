"""Appointments, and the days on which somebody took up a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .....ontology.facts import EventKind
from ...clauses.line import Line, What
from ...clauses.words import BE, DETERMINERS, FILLERS
from ...tables import phrases, words
from ..phrases import EventMention, content_words
from ..setting.dated import is_year
from .objects import phrase_of

__all__ = ["TAKING_UP", "appointments"]

_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_HEADS: Final = words("post_heads")
_OWN: Final = words("determiners", kind="possessive") | {"the", "this"}
_TAKING_UP: Final = phrases("event_phrases", kind="takes up a post")
_NAMED: Final = re.compile(
    r"(?:^|\b(?:is|was|has been|had been|will be|to be)(?: \w+)? )"
    r"(?:appointed|named|nominated|designated) (?:as )?"
    r"|\b(?:has been|will lead|will head) (?:the )?(?=[A-Z])"
    r"|\b(?:became|becomes|will become|took over as|takes over as|will take over as|will be the new) "
)
TAKING_UP: Final = "taking up of a post"
_SINCE: Final = {"has been": "since", "will lead": "from", "will head": "from"}
_HAS: Final = frozenset(("has", "have"))
_FIRST: Final = frozenset(phrase[0] for phrase in _TAKING_UP)
_DAY_REACH: Final = 14
_BEFORE_REACH: Final = 6
_POST_REACH: Final = 5
_POST_LONGEST: Final = 8


def appointments(line: Line, number: int) -> Iterator[EventMention]:
    """Who was appointed, or took up a post, on a day or in a month that the line gives."""
    if not line.dates:
        return
    for index in line.longer:
        if index >= line.start and line.items[index].what is What.PARTY and " " in line.items[index].text:
            post = _named(line, index)
            if post and _is_dated(line, index):
                yield _appointment(number, index, index + 1, post)
    for index, end in _taken_up(line):
        taken = _post(line, end)
        if taken is not None and _is_dated(line, index):
            yield _appointment(number, index, end, taken, noun=TAKING_UP)
    for index in line.places(_HAS):
        head = _has_new(line, index)
        if head is not None and _is_dated(line, head):
            begin = line.lower.index("new", index) + 1
            yield _appointment(number, index, head + 1, phrase_of(line, begin, head + 1))


def _appointment(number: int, first: int, last: int, post: str, noun: str = "appointment") -> EventMention:
    return EventMention(
        number,
        first,
        first,
        last,
        EventKind.APPOINTMENT,
        noun,
        f"appointment of {post}" if post else "appointment",
        content_words(post),
        False,
        acts=True,
    )


def _named(line: Line, index: int) -> str:
    """The post to which a party is said to be appointed ("[Anna Berg was named Head of the Union]").

    The words that name the post are one with the person, and so may be those that say so.
    """
    text = line.items[index].text
    match = _NAMED.search(text)
    if match is not None:
        said = match.start() > 0 or _before(line, index) in BE
        said = said and not text[: match.start()].endswith("who ")
        since = _SINCE.get(" ".join(match.group().split()[:2]))
        if since is not None and line.at(index + 1) != since:
            return ""
        leads = "head of " if since == "from" else ""
        return leads + text[match.end() :] if said and not _is_relative(line, index) else ""
    names = line.at(index - 1) in ("named", "names") and line.is_person(index) and line.is_party(index - 2)
    head = next((w for w in line.items[index].lower.replace(",", "").split()[1:] if w in _HEADS), None)
    return text if names and head is not None else ""


def _before(line: Line, index: int) -> str:
    at = index - 1
    while at > line.start and (line.at(at) in FILLERS or line.items[at].date is not None):
        at -= 1
    return line.at(at)


def _is_relative(line: Line, index: int) -> bool:
    return "who" in line.lower[max(line.start, index - _BEFORE_REACH) : index]


def _taken_up(line: Line) -> Iterator[tuple[int, int]]:
    """The verbs by which a person takes up a post, each with the end of its words ("took up his duties")."""
    for index in line.places(_FIRST):
        for phrase in _TAKING_UP:
            end = index + len(phrase)
            if all(
                line.at(at) == word or (word == "one's" and line.at(at) in _OWN)
                for at, word in zip(range(index, end), phrase, strict=True)
            ):
                if _is_by_person(line, index):
                    yield index, end
                break


def _is_by_person(line: Line, index: int) -> bool:
    for at in range(index - 1, max(line.start - 1, index - _BEFORE_REACH), -1):
        if line.at(at) in _SUBORDINATORS:
            return False
        if line.is_person(at):
            return True
    return False


def _post(line: Line, at: int) -> str | None:
    """The post that somebody takes up, behind "as"; empty where the line does not say which."""
    behind = at if line.at(at - 1) == "as" else at + 1
    return _post_at(line, behind) or None if line.at(behind - 1) == "as" else ""


def _post_at(line: Line, at: int) -> str:
    at += line.at(at) in DETERMINERS
    end = at
    while end < len(line.items) and end - at < _POST_LONGEST:
        item = line.items[end]
        if item.date is not None or item.lower in (",", ".", ";", "on", "in", "from") or item.lower in BE:
            break
        end += 1
    heads = {word for lower in line.lower[at:end] for word in lower.split()}
    return phrase_of(line, at, end) if end > at and not _HEADS.isdisjoint(heads) else ""


def _has_new(line: Line, index: int) -> int | None:
    """As in "The {Water Union} has had a new head since Monday": where the post stands."""
    at = index + 1 + (line.at(index + 1) == "had")
    if line.lower[at : at + 2] != ("a", "new") or not line.is_party(index - 1):
        return None
    heads = range(at + 2, at + 2 + _POST_REACH)
    return next((n for n in heads if line.at(n) in _HEADS and line.at(n + 1) == "since"), None)


def _is_dated(line: Line, index: int) -> bool:
    return any(abs(at - index) <= _DAY_REACH and not is_year(told) for at, told in line.dates)
