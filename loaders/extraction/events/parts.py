"""Which occasion is held within another: "on the margins of the summit"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..clauses.line import Line
from ..tables import words
from .draft import Draft
from .setting.times import Placed

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
    ends = line.once(_ends_of_phrases)
    for mention, other in placed if ends else ():
        before = mention.first - (line.at(mention.first - 1) in _ARTICLES)
        if before not in ends or other is draft or mention.acts or other.noun == "day":
            continue
        if own.head > mention.head or mention.first - own.last <= _REACH:
            return other
    return None


def _ends_of_phrases(line: Line) -> frozenset[int]:
    """Where the phrases end that say that something is held within what follows."""
    return frozenset(
        at + 2
        for at in line.places(_LAST_WORDS)
        for phrase in _BESIDE
        if line.lower[at + 2 - len(phrase) : at + 2] == phrase
    )
