"""A bench of hard cases, each with what must and must not be found, and how sure we are to manage it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Final

from ...ontology.reference import Reference
from ..pipeline import read_source
from .errors import EvaluationError
from .lines import Line, lines_of
from .matching import GROUPS, Matcher

__all__ = ["BenchCase", "BenchOutcome", "Expectation", "Strength", "bench_cases", "read_cases", "run_bench"]

COLUMNS: Final = ("group", "label", "strength", "dateline", "text", "sign", "predicate", "subject", "object")
ANY: Final = "*"
_TITLE: Final = "OSCE news from the field"


class Strength(StrEnum):
    """STRONG cases hold always; MEDIUM and WEAK ones are counted."""

    STRONG = "STRONG"
    MEDIUM = "MEDIUM"
    WEAK = "WEAK"


@dataclass(frozen=True, slots=True)
class Expectation:
    """A line that must be there, or must not; `*` stands for anything."""

    line: Line
    present: bool

    def __str__(self) -> str:
        """The line with its sign."""
        parts = [part for part in (self.line.predicate, self.line.subject, self.line.object) if part]
        return ("+ " if self.present else "- ") + " | ".join(parts)


@dataclass(frozen=True, slots=True)
class BenchCase:
    """A page in the form of a release; `expectations` are what is asked of it."""

    group: str
    label: str
    strength: Strength
    page: str
    expectations: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class BenchOutcome:
    """A case with the expectations that it did not meet."""

    case: BenchCase
    failed: tuple[Expectation, ...]

    @property
    def passed(self) -> bool:
        """Whether it met them all."""
        return not self.failed


def bench_cases() -> tuple[BenchCase, ...]:
    """The cases that come with osce-kg; raises EvaluationError for a row that does not fit."""
    source = files(__package__).joinpath("bench.tsv").read_text(encoding="utf-8")
    return read_cases(source)


def read_cases(table: str) -> tuple[BenchCase, ...]:
    """The cases of a table with the columns of COLUMNS; raises EvaluationError that names the line.

    A row without a label asks more of the case above it. With a dateline the text is the first paragraph of a
    release written there; without one the text is the whole page, `\\n` in it a new line.
    """
    rows = list(csv.reader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or tuple(rows[0]) != COLUMNS:
        raise EvaluationError(f"the first row of a bench must be {', '.join(COLUMNS)}")
    cases: list[BenchCase] = []
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cells):
            continue
        row = dict(zip(COLUMNS, (*(cell.strip() for cell in cells), *[""] * len(COLUMNS)), strict=False))
        expectation = _expectation(row, number)
        if row["label"]:
            cases.append(_case(row, number, expectation))
        elif cases:
            last = cases.pop()
            more = (*last.expectations, expectation)
            cases.append(BenchCase(last.group, last.label, last.strength, last.page, more))
        else:
            raise EvaluationError(f"bench, line {number}: the first case has no label")
    return tuple(cases)


def _expectation(row: Mapping[str, str], number: int) -> Expectation:
    line = Line(row["predicate"], row["subject"], row["object"])
    if row["sign"] not in ("+", "-") or line.group not in GROUPS:
        raise EvaluationError(f"bench, line {number}: it asks for no line that there can be")
    return Expectation(line, row["sign"] == "+")


def _case(row: Mapping[str, str], number: int, expectation: Expectation) -> BenchCase:
    if row["strength"] not in tuple(Strength):
        raise EvaluationError(f"bench, line {number}: {row['strength']!r} is none of {', '.join(Strength)}")
    text = row["text"].replace("\\n", "\n")
    page = f"{_TITLE}\n\n{row['dateline']} - {text}\n" if row["dateline"] else text
    return BenchCase(row["group"], row["label"], Strength(row["strength"]), page, (expectation,))


def run_bench(cases: Iterable[BenchCase], known: Reference) -> Iterator[BenchOutcome]:
    """Reads the page of each case, and says what it did not meet: all, where it was taken for no release."""
    matcher = Matcher(known)
    for case in cases:
        reading = read_source(case.page.encode(), location=case.label, known=known)
        lines = lines_of(reading.releases)
        met = [bool(lines) and _found(one.line, lines, matcher) == one.present for one in case.expectations]
        failed = (one for one, well in zip(case.expectations, met, strict=True) if not well)
        yield BenchOutcome(case, tuple(failed))


def _found(wanted: Line, lines: Sequence[Line], matcher: Matcher) -> bool:
    same = matcher.same(wanted.group)
    for line in lines:
        if line.group != wanted.group or line.predicate != wanted.predicate:
            continue
        meant = Line(
            wanted.predicate,
            line.subject if wanted.subject == ANY else wanted.subject,
            line.object if wanted.object == ANY else wanted.object,
        )
        if same(meant, line):
            return True
    return False
