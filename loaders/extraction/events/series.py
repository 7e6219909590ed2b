"""Of which series of meetings an occasion is one, and the how manieth, as its name says."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ....ontology.facts import Entity, EntityKind
from ..tables import read_table

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["number_in_series", "series_of"]

_ORDINALS: Final = {row["word"]: int(row["value"]) for row in read_table("ordinals")}
_TENS: Final = {row["word"]: int(row["value"]) for row in read_table("count_words")}
_FIGURES: Final = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_ANNUAL: Final = frozenset(("annual", "yearly"))
_OSCE: Final = "osce"
_SERIES: Final = "series"


def number_in_series(name: str) -> int | None:
    """The number that the name of an occasion begins with, where it counts a series.

    In words it does so only before "annual" or a name: "a second seminar on wells" is another one of a kind.

    >>> number_in_series("14th Economic Forum"), number_in_series("third annual conference on hate speech")
    (14, 3)
    >>> number_in_series("Twenty-second OSCE Mediterranean Conference"), number_in_series("second seminar")
    (22, None)
    """
    words = name.split()
    if words and words[0].casefold() == _OSCE:
        words = words[1:]
    if len(words) < 2:
        return None
    figures = _FIGURES.fullmatch(words[0].casefold())
    if figures:
        return int(figures[1]) or None
    of_name = words[1].casefold() in _ANNUAL or words[1][:1].isupper()
    return _in_words(words[0].casefold()) if of_name else None


def _in_words(text: str) -> int | None:
    tens, _, ones = text.partition("-")
    if ones and tens in (*_TENS, "twenty") and ones in _ORDINALS:
        return _TENS.get(tens, 20) + _ORDINALS[ones]
    return _ORDINALS.get(text)


@lru_cache(maxsize=1024)
def series_of(name: str, reference: Reference) -> Entity | None:
    """The series of reference that a name is of, number and "annual" left out, also without "OSCE".

    Only where all of what is left is the name of the series, written as a name ("14th Economic Forum").
    """
    words = name.split()
    while words and (_FIGURES.fullmatch(words[0].casefold()) or _in_words(words[0].casefold())):
        words = words[1:]
    if len(words) < 2 or not all(word[:1].isupper() for word in (words[0], words[-1])):
        return None
    bare = " ".join(words)
    for full in (bare, f"OSCE {bare}"):
        found = {c.entity for c in reference.find(full, kinds={EntityKind.EVENT})}
        if len(found) == 1:
            known = reference.of(next(iter(found)))
            if known is not None and known.row.get("kind") == _SERIES:
                return known.entity
    return None
