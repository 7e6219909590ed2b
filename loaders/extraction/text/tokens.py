"""Cuts text into words, numbers and marks.

A full stop that belongs to an abbreviation or an initial ("Amb.", "R.", "U.N.") is part of its token; the
possessive ending ("'s") is a token of its own; words joined by hyphens are one token.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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
_POSSESSIVE_MARKS: Final = "'’ʼ"
_WORD_AND_STOP: Final = 2


def tokens(text: str, begin: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text, with offsets in the whole of it.

    >>> [token.text for token in tokens("Amb. R. Oliver of the U.N. met Italy's envoy.")]
    ['Amb.', 'R.', 'Oliver', 'of', 'the', 'U.N.', 'met', 'Italy', "'s", 'envoy', '.']
    """
    found: list[Token] = []
    stop = len(text) if end is None else end
    position: int | None = begin
    while position is not None:
        position = _read(text, position, stop, found.append)
    return found


def _read(text: str, begin: int, stop: int, add: Callable[[Token], object]) -> int | None:
    """Adds the tokens up to a word with several full stops behind it: where to go on, None at the end."""
    for match in _TOKEN.finditer(text, begin, stop):
        start, end = match.span()
        kind = match.lastindex
        if kind is None:
            add(Token(match[0], start, end))
            continue
        word = match[1]
        if len(word) > 2 and word[-1] in "sS" and word[-2] in _POSSESSIVE_MARKS:
            after = start + len(word)
            add(Token(word[:-2], start, after - 2))
            add(Token(word[-2:], after - 2, after))
        elif kind == _WORD_AND_STOP and _has_full_stop(word, text, end, stop):
            add(Token(match[0], start, end))
            continue
        else:
            add(Token(word, start, start + len(word)))
        if kind == _WORD_AND_STOP:
            if end < stop and text[end] == ".":
                return end - 1
            add(Token(".", end - 1, end))
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
