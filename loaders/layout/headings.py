"""What the words of a heading are: names, or news."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..tables import read_rows

__all__ = ["is_all_names", "is_name"]

_MOST_SPACES: Final = 7


@cache
def _small() -> frozenset[str]:
    return frozenset(row["words"] for row in read_rows("small_words") if row["where"] == "small")


def is_all_names(text: str) -> bool:
    """Whether a text has no word in small letters but the small ones of names.

    >>> is_all_names("Ministry of Foreign Affairs"), is_all_names("Ministry opens library")
    (True, False)
    """
    return all(word in _small() or not word[:1].islower() for word in text.split())


def is_name(title: str) -> bool:
    """Whether a title is no more than a name."""
    return title.count(" ") <= _MOST_SPACES and is_all_names(title)
