"""Precision, recall and F1, with intervals from resampled documents."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from .matching import Outcome, Verdict

__all__ = ["Bounds", "Resampling", "Score", "Tally", "share_bounds", "tally_of"]

SEED: Final = 57
SAMPLES: Final = 1000
_SURE: Final = 0.95
_NORMAL: Final = 1.959964  # the 97.5th percentile of the normal distribution


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of lines: found and annotated, found and not annotated, annotated and not found."""

    hits: int = 0
    false: int = 0
    missing: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.false + other.false, self.missing + other.missing)

    def __bool__(self) -> bool:
        return bool(self.hits or self.false or self.missing)

    @property
    def expected(self) -> int:
        """How many lines are annotated."""
        return self.hits + self.missing

    @property
    def precision(self) -> float:
        """The share of the found lines that are annotated, 0 where none was found."""
        return self.hits / max(1, self.hits + self.false)

    @property
    def recall(self) -> float:
        """The share of the annotated lines that were found, 0 where there are none."""
        return self.hits / max(1, self.hits + self.missing)

    @property
    def f1(self) -> float:
        """The harmonic mean of both.

        >>> Tally(hits=8, false=2, missing=2).f1
        0.8
        """
        return 2 * self.hits / max(1, 2 * self.hits + self.false + self.missing)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Both ends of an interval that is right 95 times of 100."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Score:
    """A tally with the intervals of what is computed from it."""

    tally: Tally
    precision: Bounds
    recall: Bounds
    f1: Bounds


def tally_of(verdicts: Iterable[Verdict]) -> Tally:
    """The counts of some verdicts."""
    counts = Counter(verdict.outcome for verdict in verdicts)
    return Tally(counts[Outcome.HIT], counts[Outcome.FALSE], counts[Outcome.MISSING])


class Resampling:
    """Bootstrap by document (Efron and Tibshirani 1993, percentile intervals): the same draws each time.

    Lines of one document stand or fall together, so that documents are drawn, not lines.
    """

    def __init__(self, documents: int, *, samples: int = SAMPLES, seed: int = SEED) -> None:
        draw = random.Random(seed).random  # noqa: S311 - no secret
        self._documents = documents
        self._draws = [
            tuple(Counter(int(draw() * documents) for _ in range(documents)).items())
            for _ in range(samples if documents > 1 else 0)
        ]

    def score(self, tallies: Sequence[Tally]) -> Score:
        """The sum of the documents' tallies, with its intervals: 0 to 1 for a single document.

        Samples without any line are passed over: they say nothing.
        """
        if len(tallies) != self._documents:
            raise ValueError(f"{len(tallies)} tallies for {self._documents} documents")
        drawn = [tally for draw in self._draws if (tally := self._drawn(tallies, draw))]
        return Score(
            sum(tallies, Tally()),
            _percentiles([tally.precision for tally in drawn]),
            _percentiles([tally.recall for tally in drawn]),
            _percentiles([tally.f1 for tally in drawn]),
        )

    @staticmethod
    def _drawn(tallies: Sequence[Tally], draw: Sequence[tuple[int, int]]) -> Tally:
        hits = false = missing = 0
        for place, times in draw:
            tally = tallies[place]
            hits += times * tally.hits
            false += times * tally.false
            missing += times * tally.missing
        return Tally(hits, false, missing)


def _percentiles(values: Sequence[float]) -> Bounds:
    if not values:
        return Bounds(0.0, 1.0)
    ordered = sorted(values)
    tail = round(len(ordered) * (1 - _SURE) / 2)
    return Bounds(ordered[tail], ordered[len(ordered) - 1 - tail])


def share_bounds(right: int, of: int) -> Bounds:
    """The interval of a share (Wilson 1927), which holds for small numbers too.

    >>> bounds = share_bounds(9, 10)
    >>> round(bounds.low, 2), round(bounds.high, 2)
    (0.6, 0.98)
    """
    if not of:
        return Bounds(0.0, 1.0)
    share, z = right / of, _NORMAL
    middle = share + z * z / (2 * of)
    width = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return Bounds(max(0.0, (middle - width) / scale), min(1.0, (middle + width) / scale))
