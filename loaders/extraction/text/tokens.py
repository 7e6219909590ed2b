"""Cuts text into words, numbers and marks.

A full stop that belongs to an abbreviation or an initial ("Amb.", "R.", "U.N.") is part of its token; the
possessive ending ("'s") is a token of its own; words joined by hyphens are one token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import Token
from ..tables import read_table

__all__ = ["POSSESSIVES", "is_abbreviation", "tokens"]

POSSESSIVES: Final = frozenset(("'s", "’s", "ʼs", "'S", "’S"))
_TOKEN: Final = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w.]))?        # U.N.  a.m.  D.C
    | \d+(?:[.,:]\d+)*(?![\w])                        # 24  10:30  1,500
    | (?P<word>[^\W_]+(?:[-‐‑'’ʼ·][^\W_]+)*)          # Co-operation  O'Brien  24th
    | \.{2,} | … | -{2,}
    | \S
    """,
    re.VERBOSE,
)
_ABBREVIATIONS: Final = {row["abbreviation"]: row["ends"] for row in read_table("abbreviations")}
_POSSESSIVE_MARKS: Final = "'’ʼ"


def tokens(text: str, begin: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of a stretch of text, with offsets in the whole of it.

    >>> [token.text for token in tokens("Amb. R. Oliver of the U.N. met Italy's envoy.")]
    ['Amb.', 'R.', 'Oliver', 'of', 'the', 'U.N.', 'met', 'Italy', "'s", 'envoy', '.']
    """
    stop = len(text) if end is None else end
    position = begin
    while (match := _TOKEN.search(text, position, stop)) is not None:
        start, position = match.span()
        word = match.group("word")
        if word is None:
            yield Token(match.group(), start, position)
            continue
        if len(word) > 2 and word[-1] in "sS" and word[-2] in _POSSESSIVE_MARKS:
            yield Token(word[:-2], start, position - 2)
            yield Token(word[-2:], position - 2, position)
            continue
        if position < stop and text[position] == "." and _has_full_stop(word, text, position + 1, stop):
            position += 1
        yield Token(text[start:position], start, position)


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
