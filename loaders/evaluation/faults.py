"""Each missing and each false line, with its sentence, its rule, and what was found instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from .documents import Reading
from .likeness import fold
from .lines import Line
from .matching import Outcome, Verdict

__all__ = ["Fault", "faults"]

_ALIKE: Final = 0.4
_LONGEST_SENTENCE: Final = 240


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that is missing or false.

    sentence  of a false line the whole sentence, of a missing one the first words that the annotation gives
    nearest   the line of the same group on the other side that is most like it, None where none is alike
    matched   whether the nearest line is a hit of another line
    """

    document: str
    outcome: Outcome
    group: str
    line: Line
    sentence: str
    nearest: Line | None
    matched: bool = False

    @property
    def rule(self) -> str:
        """The rule at fault: of the false line, or of the false one that was found instead."""
        if self.outcome is Outcome.FALSE:
            return self.line.rule
        return self.nearest.rule if self.nearest is not None and not self.matched else ""


def faults(document: str, verdicts: Sequence[Verdict], reading: Reading) -> Iterator[Fault]:
    """The faults of one document, group by group, the missing first."""
    for verdict in verdicts:
        if verdict.outcome is Outcome.HIT:
            continue
        missing = verdict.outcome is Outcome.MISSING
        nearest, matched = _nearest(verdict, verdicts)
        sentence = verdict.line.sentence if missing else _sentence(verdict.line, reading)
        yield Fault(document, verdict.outcome, verdict.group, verdict.line, sentence, nearest, matched)


def _sentence(line: Line, reading: Reading) -> str:
    if line.span is None or not reading.text:
        return line.sentence
    words = " ".join(line.span.of(reading.text).split())
    return words if len(words) <= _LONGEST_SENTENCE else words[: _LONGEST_SENTENCE - 1] + "…"


def _nearest(verdict: Verdict, verdicts: Sequence[Verdict]) -> tuple[Line | None, bool]:
    """The most alike line of the other side, one without a match of its own before others."""
    best: tuple[float, bool, Line] | None = None
    for other in verdicts:
        line = other.found if verdict.expected is not None else other.expected
        if line is None or other.group != verdict.group or line.predicate != verdict.line.predicate:
            continue
        free = other.outcome is not Outcome.HIT
        alike = _alike(verdict.line, line)
        if alike >= _ALIKE and (best is None or (free, alike) > (best[1], best[0])):
            best = alike, free, line
    return (None, False) if best is None else (best[2], not best[1])


def _alike(one: Line, other: Line) -> float:
    first, second = (fold(f"{line.subject} {line.object}") for line in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
