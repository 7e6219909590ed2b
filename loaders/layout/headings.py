"""What the words of a heading are: names, or news."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ..tables import read_rows
from .known import folded

__all__ = ["is_all_names", "is_name", "section_label", "section_labels", "without_brackets"]

_MOST_SPACES: Final = 10
_NUMBER: Final = re.compile(r"^\d{1,2}\.?\s+")
_BRACKETS: Final = re.compile(r"\([^()]*\)")


@cache
def _small() -> frozenset[str]:
    return frozenset(row["words"] for row in read_rows("small_words") if row["where"] == "small")


def without_brackets(text: str) -> str:
    """A text without what stands in brackets in it."""
    return _BRACKETS.sub(" ", text)


def is_all_names(text: str) -> bool:
    """Whether a text has no word in small letters but the small ones of names.

    >>> is_all_names("Ministry of Foreign Affairs"), is_all_names("Ministry opens library")
    (True, False)
    """
    return all(word in _small() or not word[:1].islower() for word in without_brackets(text).split())


def section_label(line: str) -> str:
    """The label that a line may be of a section page, as the key of a label: "2. Tasks:", "- Tasks".

    >>> section_label("2. Tasks:"), section_label("- Key facts")
    ('tasks', 'key facts')
    """
    return _NUMBER.sub("", folded(line).removeprefix("- ")).rstrip(" :")


@cache
def section_labels() -> frozenset[str]:
    """The labels of the headings of section pages."""
    return frozenset(
        folded(row["text"]) for row in read_rows("no_release_marks") if row["where"] == "section"
    )


def is_name(title: str) -> bool:
    """Whether a title is no more than a name."""
    return title.count(" ") <= _MOST_SPACES and is_all_names(title)
