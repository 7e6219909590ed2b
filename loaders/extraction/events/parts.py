"""Which occasion is held within another: "on the margins of the summit"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..clauses.line import Line
from ..tables import words
from .draft import Draft
from .times import Placed

__all__ = ["longer_of"]

_BESIDE: Final = tuple(tuple(phrase.split()) for phrase in sorted(words("event_parts")))
_LAST_WORDS: Final = frozenset(phrase[-2] for phrase in _BESIDE)
_ARTICLES: Final = frozenset(("the", "this", "its", "that"))
_REACH: Final = 14


def longer_of(found: Sequence[Line], draft: Draft, placed: Sequence[Placed]) -> Draft | None:
    """The occasion within which one is held, where the words that stand between the two say so.

    Args:
        found: the lines of the release
        draft: the one that may be part of another
        placed: the event phrases of the line that speaks of it first
    """
    line = found[draft.first.line]
    own = draft.first
    for mention, other in placed:
        if other is draft or mention.acts or other.noun == "day":
            continue
        before = mention.first - (line.at(mention.first - 1) in _ARTICLES)
        beside = line.at(before - 2) in _LAST_WORDS and any(
            line.lower[before - len(phrase) : before] == phrase for phrase in _BESIDE
        )
        if beside and (own.head > mention.head or mention.first - own.last <= _REACH):
            return other
    return None
