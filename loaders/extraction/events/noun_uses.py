"""Nouns that name an occasion only in some uses: "the polls on 13 May", "the final of the quiz"."""

from __future__ import annotations

from typing import Final

from ..clauses.line import Line, What
from ..tables import read_table, words
from .setting.dated import is_year

__all__ = ["is_award", "is_final", "is_of_book", "is_opened", "is_round", "is_vote"]

_TO_THE_DAY: Final = frozenset(("on", "of", "in"))
_OF_PARLIAMENTS: Final = words("event_words", kind="what parliaments vote on")
_OF_ELECTIONS: Final = words("event_words", kind="tells of an election")
_CONTESTS: Final = words("event_words", kind="contest")
_CONTEST_REACH: Final = 7
_PRIZES: Final = frozenset(r["noun"] for r in read_table("event_objects") if r["kind"] == "certificate")
_BOOKS: Final = frozenset(r["noun"] for r in read_table("event_objects") if r["kind"] == "writing")
_BOOK_REACH: Final = 7
_PRIZE_REACH: Final = 5
_OPENS: Final = words("event_words", kind="opens an exhibition")
_OPENING: Final = words("event_words", kind="opening of an exhibition")
_OPENED_REACH: Final = 8
_STOPS: Final = frozenset((";", ":", "until", "who"))


def is_vote(line: Line, first: int, last: int) -> bool:
    """Whether people elect somebody on a day ("the polls on 13 May"), not a parliament that votes on a law.

    Args:
        line: the line
        first: where the phrase begins, its article included
        last: where the noun ends
    """
    if not line.words.isdisjoint(_OF_PARLIAMENTS) or line.at(first - 1) == "to":
        return False
    definite = line.at(first) == "the" or _is_day(line, first) or _is_day(line, first + 1)
    behind = last + (line.at(last) in _TO_THE_DAY)
    told = _is_day(line, behind) or any(_is_day(line, at) for at in range(first, last))
    return definite and told


def _is_day(line: Line, at: int) -> bool:
    """Whether a day or month stands at an index."""
    told = line.items[at].date if line.start <= at < len(line.items) else None
    return told is not None and not is_year(told)


def is_round(line: Line, first: int, last: int) -> bool:
    """Whether it is one of an election ("ODIHR will watch the second round"), not of talks or a game."""
    return line.at(first) == "the" and line.at(last) != "of" and line.has_any(_OF_ELECTIONS)


def is_final(line: Line, last: int) -> bool:
    """Whether it is that of a competition ("the final of the school quiz")."""
    return line.at(last) == "of" and not _CONTESTS.isdisjoint(line.lower[last : last + _CONTEST_REACH])


def is_award(line: Line, last: int) -> bool:
    """Whether prizes or the like are given ("the award of diplomas")."""
    return line.at(last) == "of" and not _PRIZES.isdisjoint(line.lower[last : last + _PRIZE_REACH])


def is_of_book(line: Line, at: int) -> bool:
    """Whether a book or the like is presented or published ("the publication today of a handbook on")."""
    of = at + (at < len(line.items) and line.items[at].date is not None)
    return line.at(of) == "of" and not _BOOKS.isdisjoint(line.lower[of : of + _BOOK_REACH])


def is_opened(line: Line, first: int, last: int) -> bool:
    """Whether the sentence tells that it was opened ("an exhibition of maps was opened", "opened its fair").

    Args:
        line: the line
        first: where its phrase begins
        last: where its phrase ends
    """
    if line.at(first - 1) in _OPENS or (line.at(first - 1) == "of" and line.at(first - 2) in _OPENING):
        return True
    for at in range(last, min(len(line.items), last + _OPENED_REACH)):
        if line.at(at) in _STOPS:
            return False
        if line.at(at) in _OPENS and line.items[at].what is What.WORD:
            return True
    return False
