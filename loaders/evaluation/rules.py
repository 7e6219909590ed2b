"""How often each rule is right, and whether its confidence says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ..extraction.confidence import ENOUGH
from .matching import ALL_GROUPS, Outcome, Verdict
from .scores import Bounds, share_bounds

__all__ = ["CalibrationBin", "Fired", "RuleScore", "calibration", "calibration_error", "rule_scores"]

_BINS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


class Fired:
    """How often something found a line, and how often that was right."""

    __slots__ = ()
    fired: int
    right: int

    @property
    def precision(self) -> float:
        """The share that is right."""
        return self.right / self.fired

    @property
    def bounds(self) -> Bounds:
        """The interval of the precision."""
        return share_bounds(self.right, self.fired)


@dataclass(frozen=True, slots=True)
class RuleScore(Fired):
    """What one rule found for one group: how many lines, how many of them right, how sure it was of them."""

    group: str
    rule: str
    fired: int
    right: int
    confidence: float

    @property
    def remark(self) -> str:
        """What is wrong with its confidence, empty where nothing is.

        >>> RuleScore("post", "as", fired=3, right=3, confidence=0.9).remark
        ''
        >>> RuleScore("post", "as", fired=100, right=70, confidence=0.9).remark
        'too sure'
        """
        if self.confidence > self.bounds.high:
            return "too sure"
        if self.fired >= ENOUGH and self.confidence < self.bounds.low:
            return "could be surer"
        return ""


@dataclass(frozen=True, slots=True)
class CalibrationBin(Fired):
    """The facts whose confidence lies between two bounds (the upper one excluded)."""

    low: float
    high: float
    fired: int
    right: int
    confidence: float


def rule_scores(verdicts: Iterable[Verdict]) -> tuple[RuleScore, ...]:
    """The rules, by group, those that fired most often first; facts without a rule are left out."""
    found: dict[tuple[str, str], list[tuple[bool, float]]] = {}
    for verdict, confidence in _graded(verdicts):
        assert verdict.found is not None  # noqa: S101 - _graded yields no missing lines
        right = verdict.outcome is Outcome.HIT
        found.setdefault((verdict.group, verdict.found.rule), []).append((right, confidence))
    scores = [
        RuleScore(
            group,
            rule,
            len(facts),
            sum(right for right, _ in facts),
            sum(sure for _, sure in facts) / len(facts),
        )
        for (group, rule), facts in found.items()
    ]
    return tuple(sorted(scores, key=lambda one: (ALL_GROUPS.index(one.group), -one.fired, one.rule)))


def _graded(verdicts: Iterable[Verdict]) -> list[tuple[Verdict, float]]:
    return [
        (verdict, verdict.found.confidence)
        for verdict in verdicts
        if verdict.found is not None and verdict.found.rule and verdict.found.confidence is not None
    ]


def calibration(verdicts: Iterable[Verdict]) -> tuple[CalibrationBin, ...]:
    """What share of the facts is right, by their confidence."""
    graded = _graded(verdicts)
    bins: list[CalibrationBin] = []
    for low, high in pairwise(_BINS):
        inside = [(verdict, sure) for verdict, sure in graded if low <= sure < high]
        if inside:
            right = sum(verdict.outcome is Outcome.HIT for verdict, _ in inside)
            mean = sum(sure for _, sure in inside) / len(inside)
            bins.append(CalibrationBin(low, min(high, 1.0), len(inside), right, mean))
    return tuple(bins)


def calibration_error(bins: Iterable[CalibrationBin]) -> float:
    """The mean distance between confidence and precision, each bin by its number of facts."""
    parts = [(one.fired, abs(one.confidence - one.precision)) for one in bins]
    return sum(number * distance for number, distance in parts) / max(1, sum(number for number, _ in parts))
