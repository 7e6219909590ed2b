"""The words that tell the OSCE's own voice from that of others, as patterns of the tables that hold them.

In a cell, `*` stands for any ending of a word, and words in brackets before others may be missing:
`co-operat*`, `(joint) statement by`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Final

from ahocorasick_rs import AhoCorasick

from ..language import words_of
from ..tables import read_rows

__all__ = [
    "Phrases",
    "agency_names",
    "caseless",
    "cell_pattern",
    "not_behind",
    "other_phrases",
    "other_words",
    "own_cells",
    "own_phrases",
    "own_words",
    "small_cells",
    "small_words",
    "words",
]

_FEW: Final = 8
_MARK: Final = re.compile(r"(\*|\([^()]*\) )")


def cell_pattern(cell: str) -> str:
    """The words of a cell as a regular expression.

    >>> cell_pattern("(joint) report*")
    '(?:joint )?report\\\\w*'
    """

    def part(text: str) -> str:
        if text == "*":
            return r"\w*"
        return f"(?:{re.escape(text[1:-2])} )?" if _MARK.fullmatch(text) else re.escape(text)

    return "".join(map(part, _MARK.split(cell)))


def _cells(table: str, where: str, column: str = "words") -> list[str]:
    """The cells of a column of a table, those of one use where it is given."""
    return [row[column] for row in read_rows(table) if not where or row["where"] == where]


@cache
def words(table: str, column: str = "words", where: str = "") -> str:
    """The words of a column of a table, as alternatives of a regular expression, the longest first."""
    return "|".join(map(cell_pattern, sorted(_cells(table, where, column), key=len, reverse=True)))


def own_words(where: str) -> str:
    """The words by which the OSCE's own voice is told, as alternatives of a regular expression."""
    return words("own_voice", where=where)


def other_words(where: str) -> str:
    """The words by which others are told, as alternatives of a regular expression."""
    return words("others_news", where=where)


def small_words(where: str) -> str:
    """The small words by which is told who acts in a sentence, as alternatives of a regular expression."""
    return words("small_words", where=where)


def own_cells(where: str) -> list[str]:
    """The words by which the OSCE's own voice is told, each as its cell has it."""
    return _cells("own_voice", where)


def small_cells(where: str) -> list[str]:
    """The small words by which is told who acts in a sentence, each as its cell has it."""
    return _cells("small_words", where)


def not_behind(words: Sequence[str]) -> str:
    """What matches where none of some words, with a space, stands before, as a regular expression."""
    return "".join(rf"(?<!\b{re.escape(word)} )" for word in words)


class Phrases:
    """Words of a table as a pattern; a text in which none of them occurs is told at once."""

    def __init__(self, found: Sequence[str], pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._key = _caseless if pattern.flags & re.IGNORECASE else str
        self._parts = sorted({self._key(_literal(words)) for words in found})
        self._any = AhoCorasick(self._parts) if len(self._parts) > _FEW else None
        firsts = list(map(_first_word, found))
        self.first_words = frozenset(chain.from_iterable(firsts)) if all(firsts) else None
        """The words with which the phrases begin, in lower case; None where one begins with none."""

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere in a text."""
        key = self._key(text)
        if self._any is None:
            may = any(part in key for part in self._parts)
        else:
            may = bool(self._any.find_matches_as_indexes(key))
        return self._pattern.search(text) if may else None

    def all_in(self, text: str) -> list[re.Match[str]]:
        """All matches in a text."""
        return list(self._pattern.finditer(text))

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of a text."""
        return self._pattern.match(text)


def caseless(words: Sequence[str]) -> Sequence[str]:
    """Words in lower case without regard to how else case may be written."""
    if all(map(str.isascii, words)):
        return words
    return [word if word.isascii() else _caseless(word) for word in words]


def _first_word(cell: str) -> list[str]:
    """The word with which a cell begins, none where it may be missing or have any ending."""
    whole = caseless(words_of(_MARK.split(cell)[0]))
    return list(whole[:1]) if len(whole) > 1 or _MARK.search(cell) is None else []


def _literal(cell: str) -> str:
    """The longest part of a cell that stands in every text with its words."""
    return max((part for part in _MARK.split(cell) if not _MARK.fullmatch(part)), key=len)


def _caseless(text: str) -> str:
    return text.casefold().replace("i\u0307", "i")


def other_phrases(where: str, flags: int = re.IGNORECASE) -> Phrases:
    """The words by which others are told: their news, statements, sites and offices."""
    return _phrases("others_news", where, flags)


def own_phrases(where: str, flags: int = 0) -> Phrases:
    """The words by which the OSCE's own voice is told, as whole words of a text."""
    return _phrases("own_voice", where, flags)


@cache
def _phrases(table: str, where: str, flags: int) -> Phrases:
    return Phrases(_cells(table, where), re.compile(rf"(?<!\w)(?:{words(table, where=where)})(?!\w)", flags))


@cache
def agency_names() -> frozenset[str]:
    """The names of news agencies, in capitals."""
    return frozenset(row["name"].upper() for row in read_rows("news_agencies"))
