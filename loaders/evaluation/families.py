"""How often each family of rules is right, and the table from which the reader takes its confidence."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Final

from ..extraction.confidence import EDGE, ENOUGH, Family, families, family_name, fitted
from ..extraction.tables import read_table
from .errors import EvaluationError
from .rules import Fired, RuleScore

__all__ = ["FamilyScore", "Judged", "calibrated", "confidence_table", "family_scores", "read_judged"]

COLUMNS: Final = ("family", "fired", "right", "judged", "judged_right", "confidence")
_JUDGED: Final = ("group", "rule", "fired", "right")


@dataclass(frozen=True, slots=True)
class Judged:
    """How often a rule fired on pages that nobody annotated, and how often a reader found it right."""

    group: str
    rule: str
    fired: int
    right: int


@dataclass(frozen=True, slots=True)
class FamilyScore(Fired):
    """What the rules of one family found on the pages of an evaluation.

    family   with the confidence that its facts have, and what that was fitted on
    """

    family: Family
    fired: int
    right: int

    @property
    def remark(self) -> str:
        """What is to be known of its confidence, empty where that says what was measured here.

        >>> FamilyScore(Family("by noun", 100, 95, confidence=0.95), fired=50, right=30).remark
        'too sure'
        >>> FamilyScore(Family("in a list", 12, 12, confidence=0.79), fired=12, right=12).remark
        'seen under 30 times: stays below 0.8'
        """
        sure = self.family.confidence
        if sure is None:
            return "never measured: its rules' own estimates, below 0.8"
        if sure > self.bounds.high:
            return "too sure"
        if self.family.seen < ENOUGH:
            return f"seen under {ENOUGH} times: stays below {EDGE:g}"
        return "could be surer" if sure < self.bounds.low else ""


def family_scores(rules: Iterable[RuleScore]) -> tuple[FamilyScore, ...]:
    """The families that fired, in the order of their table; rules of no family are left out."""
    counts = _counted((one.group, one.rule, one.fired, one.right) for one in rules)
    known = families()
    return tuple(
        FamilyScore(known.get(name, Family(name)), fired, right)
        for name in _names()
        if name in counts
        for fired, right in (counts[name],)
    )


def calibrated(rules: Iterable[RuleScore], judged: Iterable[Judged] = ()) -> tuple[Family, ...]:
    """All families, with their counts on annotated and on judged pages, and the confidence fitted to both."""
    counts = _counted((one.group, one.rule, one.fired, one.right) for one in rules)
    further = _counted((one.group, one.rule, one.fired, one.right) for one in judged)
    made = (Family(name, *counts.get(name, (0, 0)), *further.get(name, (0, 0))) for name in _names())
    return tuple(replace(one, confidence=fitted(one.seen, one.seen_right)) for one in made)


def _names() -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["family"] for row in read_table("rule_families")))


def _counted(found: Iterable[tuple[str, str, int, int]]) -> Mapping[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = {}
    for group, rule, fired, right in found:
        name = family_name(group, rule)
        if name is not None:
            before = counts.get(name, (0, 0))
            counts[name] = before[0] + fired, before[1] + right
    return counts


def confidence_table(found: Sequence[Family]) -> str:
    """The families as `tables/confidence.tsv` has them."""
    lines = ["\t".join(COLUMNS)]
    for one in found:
        sure = "" if one.confidence is None else f"{one.confidence:.2f}"
        counts = map(str, (one.fired, one.right, one.judged, one.judged_right))
        lines.append("\t".join((one.name, *counts, sure)))
    return "\n".join(lines) + "\n"


def read_judged(path: Path | None = None) -> tuple[Judged, ...]:
    """The counts of a file (columns: group, rule, fired, right), else those that come with osce-kg.

    Raises EvaluationError for a row that does not fit, OSError.
    """
    table = files(__package__) / "judged.tsv" if path is None else path
    return tuple(_judged(table.read_text(encoding="utf-8"), str(path or "judged.tsv")))


def _judged(text: str, where: str) -> Iterator[Judged]:
    rows = list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or tuple(rows[0]) != _JUDGED:
        raise EvaluationError(f"{where}: the first row must be {', '.join(_JUDGED)}")
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cells):
            continue
        try:
            group, rule, fired, right = cells
            one = Judged(group, rule, int(fired), int(right))
        except ValueError:
            one = Judged("", "", 0, 1)
        if not 0 <= one.right <= one.fired:
            raise EvaluationError(f"{where}, line {number}: it is no group, rule, fired and right")
        yield one
