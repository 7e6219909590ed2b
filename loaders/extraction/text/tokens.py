"""Cuts text into words, numbers and marks.

A full stop that belongs to an abbreviation or an initial ("Amb.", "R.", "U.N.") is part of its token; the
possessive ending ("'s") is a token of its own; words joined by hyphens are one token.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from functools import lru_cache
from typing import Final

from ..model import Token
from ..tables import read_table

__all__ = ["POSSESSIVES", "is_abbreviation", "tokens"]

POSSESSIVES: Final = frozenset(("'s", "’s", "ʼs", "'S", "’S"))
_TOKEN: Final = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w.]))?        # U.N.  a.m.  D.C
    | \d+(?:[.,:]\d+)*(?![\w])                        # 24  10:30  1,500
    | ([^\W_]+(?:[-‐‑'’ʼ·][^\W_]+)*)(\.)?             # Co-operation  O'Brien  24th  etc.
    | \.{2,} | … | -{2,}
    | \S
    """,
    re.VERBOSE,
)
_ABBREVIATIONS: Final = {row["abbreviation"]: row["ends"] for row in read_table("abbreviations")}
_BEFORE_NUMBER: Final = re.compile(
    "|".join(re.escape(f"{word}.") for word, ends in _ABBREVIATIONS.items() if ends == "number")
)
_POSSESSIVE_MARKS: Final = "'’ʼ"
_WORD_AND_STOP: Final = 2
_REMEMBERED: Final = 32


def tokens(text: str, begin: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text, with offsets in the whole of it.

    >>> [token.text for token in tokens("Amb. R. Oliver of the U.N. met Italy's envoy.")]
    ['Amb.', 'R.', 'Oliver', 'of', 'the', 'U.N.', 'met', 'Italy', "'s", 'envoy', '.']
    """
    found: list[Token] = []
    stop = len(text) if end is None else end
    at = begin
    make = tuple.__new__  # the constructor of a named tuple takes twice as long, for every word
    for piece in text[begin:stop].split(" "):
        after = at + len(piece)
        if piece.isascii() and piece.isalpha():  # as most are
            found.append(make(Token, (piece, at, after)))
        elif (cut := _cut(piece) if len(piece) <= _REMEMBERED else None) is None:
            found += [Token(*word) for word in _read(text, at, after, stop)]
        else:
            for word, first, last in cut:
                found.append(make(Token, (word, at + first, at + last)))
        at = after + 1
    return found


@lru_cache(maxsize=10_000)
def _cut(piece: str) -> tuple[tuple[str, int, int], ...] | None:
    """The tokens of what stands between two spaces; None where what comes behind it counts, too.

    Words come again and again, and none goes past a space.
    """
    if _BEFORE_NUMBER.search(piece) is not None:
        return None
    return tuple(_read(piece, 0, len(piece), len(piece)))


def _read(text: str, begin: int, end: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """The tokens of a stretch with no space behind them, each with its begin and end.

    Args:
        stop: up to where the text may be looked at.
    """
    position: int | None = begin
    while position is not None:
        position = yield from _read_on(text, position, end, stop)


def _read_on(text: str, begin: int, end: int, stop: int) -> Generator[tuple[str, int, int], None, int | None]:
    """The tokens up to a word with several full stops behind it; returns where to go on, None at the end."""
    for match in _TOKEN.finditer(text, begin, end):
        first, last = match.span()
        kind = match.lastindex
        if kind is None:
            yield match[0], first, last
            continue
        word = match[1]
        if len(word) > 2 and word[-1] in "sS" and word[-2] in _POSSESSIVE_MARKS:
            after = first + len(word)
            yield word[:-2], first, after - 2
            yield word[-2:], after - 2, after
        elif kind == _WORD_AND_STOP and _has_full_stop(word, text, last, stop):
            yield match[0], first, last
            continue
        else:
            yield word, first, first + len(word)
        if kind == _WORD_AND_STOP:
            if last < end and text[last] == ".":
                return last - 1
            yield ".", last - 1, last
    return None


def _has_full_stop(word: str, text: str, after: int, stop: int) -> bool:
    if len(word) == 1 and word.isupper():
        return True
    kind = _ABBREVIATIONS.get(word)
    if kind != "number":
        return kind is not None
    rest = text[after : min(after + 3, stop)].lstrip()
    return rest[:1].isdigit()


def is_abbreviation(token: Token) -> str | None:
    """How a token with a full stop ends sentences: "never", "starter", or None where it is no abbreviation.

    >>> [is_abbreviation(Token(text, 0, len(text))) for text in ("Amb.", "etc.", ".")]
    ['never', 'starter', None]
    """
    text = token.text
    if len(text) < 2 or text[-1] != "." or text[0] == ".":
        return None
    stem = text[:-1]
    if len(stem) == 1:
        return "starter"
    kind = _ABBREVIATIONS.get(stem)
    if kind == "number":
        return "never"
    return kind or "starter"
