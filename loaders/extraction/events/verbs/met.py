"""Whom somebody met: the person behind "met with", others met on another day, and the council that met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from .....ontology.facts import EventKind
from ...clauses.line import Line
from ...clauses.words import PREPOSITIONS
from ...tables import words
from ..phrases import EventMention, content_words
from ..setting.dated import is_year
from .objects import phrase_of, without_article
from .told import Told

__all__ = ["is_met", "met_besides", "of_council", "of_whom", "whom_met"]

_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_BY_TELEPHONE: Final = frozenset(("telephone", "phone", "telephoned", "call", "video"))
_URGES: Final = frozenset(("to", "for", "that", "not"))
_COUNCIL: Final = "Ministerial Council"
_OBJECT_LONGEST: Final = 14
_ABOUT: Final = 12


def met_besides(line: Line, first: EventMention) -> Iterator[EventMention]:
    """Who is met on another day: "met with Anna Berg on 5 May and with Carl Dahl on 6 May"."""
    at = first.last
    if line.at(at) == "on":
        at += 1
    dated = at < len(line.items) and line.items[at].date is not None
    found = whom_met(line, at + 3) if dated and line.lower[at + 1 : at + 3] == ("and", "with") else None
    if found is not None:
        _, last, what, to = found
        name, told = f"meeting with {what}", content_words(what)
        yield replace(first, head=at + 2, first=at + 2, last=last, name=name, words=told, to=to)


def of_council(line: Line, made: EventMention) -> EventMention:
    """The Ministerial Council is an occasion by itself ("the Ministerial Council, when it met in Asp")."""
    if made.kind is not EventKind.MEETING or made.to is not None or "met" not in line.lower[made.head]:
        return made
    before = (at for at in line.naming if line.start <= at < made.head)
    name = line.items[max(before, default=0)].text
    if not name.endswith(_COUNCIL) or not (made.name.endswith(_COUNCIL) or line.at(made.head - 1) == "it"):
        return made
    kind, noun = EventKind.MINISTERIAL_COUNCIL, _COUNCIL.casefold()
    return replace(made, kind=kind, noun=noun, name=name, words=frozenset(), definite=True)


def is_met(line: Line, at: int, preposition: str) -> bool:
    """Whether one meets who follows, does not telephone, and does not call on them to do something."""
    if not _BY_TELEPHONE.isdisjoint(line.words):
        return False
    return preposition != "on" or _URGES.isdisjoint(line.lower[at:])


def of_whom(line: Line, index: int) -> Told | None:
    """The person before "whom" ("Carl Dahl, whom the Union had appointed in May")."""
    for at in range(index - 1, max(line.start, index - _ABOUT), -1):
        if line.at(at) == "whom":
            person = at - 1 - (line.at(at - 1) == ",")
            person -= 2 * (line.at(person - 1) == "of" and not line.is_person(person))
            dated = any(index < day <= index + 2 and not is_year(told) for day, told in line.dates)
            if dated and line.is_person(person):
                return index, index + 1, line.items[person].text, None
    return None


def whom_met(line: Line, at: int) -> Told | None:
    """The person met, with the words of the post before the name."""
    begin = at
    if line.at(at) in PREPOSITIONS:
        return None
    for here in range(at, min(len(line.items), at + _OBJECT_LONGEST)):
        item = line.items[here]
        if item.is_person:
            phrase = phrase_of(line, begin, here + 1)
            return begin, here + 1, without_article(phrase), here
        if item.lower in (";", ":", ".", "in", "from", "by") or item.lower in _SUBORDINATORS:
            return None
        if item.date is not None:
            return None
    return None
