"""Whether the sentence that the reader gives for a fact is the one that people gave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ...ontology.facts import Span
from .matching import Outcome, Verdict

__all__ = ["SentenceCheck", "check_sentences", "places_of"]

_QUOTES: Final = "\"“”„«»'‘’"
_SPLIT: Final = re.compile(rf"[\s{_QUOTES}]+")


@dataclass(frozen=True, slots=True)
class SentenceCheck:
    """Of the hits with a sentence from both sides, how many overlap; `unplaced`: words not in the text."""

    overlapping: int = 0
    compared: int = 0
    unplaced: int = 0

    def __add__(self, other: SentenceCheck) -> SentenceCheck:
        return SentenceCheck(
            self.overlapping + other.overlapping,
            self.compared + other.compared,
            self.unplaced + other.unplaced,
        )

    @property
    def share(self) -> float:
        """The share that overlaps."""
        return self.overlapping / max(1, self.compared)


@lru_cache(maxsize=2_000)
def places_of(words: str, text: str) -> tuple[Span, ...]:
    """Where these words stand in a text; kinds of space and quotation marks do not count.

    >>> places_of("He said “no” to", 'Yes? He  said "no" to it.')
    (Span(begin=5, end=21),)
    """
    wanted = [re.escape(word) for word in _SPLIT.split(words.rstrip(" .…")) if word]
    if not wanted:
        return ()
    pattern = rf"[\s{_QUOTES}]+".join(wanted)
    return tuple(Span(*match.span()) for match in re.finditer(pattern, text))


def check_sentences(verdicts: Iterable[Verdict], text: str) -> SentenceCheck:
    """How the sentences of the hits of one page compare."""
    total = SentenceCheck()
    for verdict in verdicts:
        if verdict.outcome is not Outcome.HIT or verdict.expected is None or verdict.found is None:
            continue
        words, span = verdict.expected.sentence, verdict.found.span
        if not words or span is None or not text:
            continue
        places = places_of(words, text)
        if not places:
            total += SentenceCheck(unplaced=1)
            continue
        total += SentenceCheck(int(any(span.overlaps(place) for place in places)), 1)
    return total
