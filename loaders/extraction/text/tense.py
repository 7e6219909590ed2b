"""Whether the words about a place of a sentence speak of what has been or of what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ..tables import words

__all__ = ["tense_at"]

_FUTURE: Final = words("tense_words", tense="future")
_PAST: Final = words("tense_words", tense="past")
_PARTICIPLES: Final = words("tense_words", tense="participle")
_NO_PAST: Final = frozenset(("be", "is", "are", "being"))
_JOINS: Final = frozenset(("and", "but"))
_CLAUSE_REACH: Final = 6


def tense_at(lower: Sequence[str], index: int) -> str:
    """Whether the words about a place speak of the "past" or the "future"; empty where neither shows.

    The nearest telling word before the place decides, else the nearest after it; first that after it where
    a clause begins there ("were promised, and on Saturday there will be").
    """
    before, told = _all_told(tuple(lower))
    begin = index - (index > 0 and lower[index - 1] == "on")
    following = told[index : index + 15]
    if begin > 0 and lower[begin - 1] in _JOINS:
        return next(filter(None, following[:_CLAUSE_REACH]), "") or before[index]
    return before[index] or next(filter(None, following), "")


@lru_cache(maxsize=4)
def _all_told(lower: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """What the nearest telling word before each place says, back to a semicolon, and what each word says."""
    told = [_told(lower, at) for at in range(len(lower))]
    before = [""]
    for word, said in zip(lower, told, strict=True):
        before.append("" if word == ";" else said or before[-1])
    return before, told


def _told(lower: Sequence[str], at: int) -> str:
    word = lower[at]
    before = lower[at - 1] if at else ""
    after = lower[at + 1] if at + 1 < len(lower) else ""
    if word in _FUTURE:
        return "future"
    if word in ("is", "are") and (after == "to" or after == "going"):
        return "future"
    if word in _PARTICIPLES and before in _NO_PAST:
        return ""
    if word in _PAST:
        return "past"
    if len(word) > 4 and word.endswith("ed") and before not in _NO_PAST:
        return "past"
    return ""
