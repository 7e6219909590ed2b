"""How an evaluation, its errors, a comparison and the bench are printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ..loaders.evaluation.bench import BenchOutcome, Strength
from ..loaders.evaluation.comparison import Change, Comparison
from ..loaders.evaluation.faults import Fault
from ..loaders.evaluation.lines import Line
from ..loaders.evaluation.matching import Outcome
from ..loaders.evaluation.measuring import Evaluation
from ..loaders.evaluation.rules import calibration_error
from ..loaders.evaluation.scores import Bounds, Score
from ..loaders.evaluation.sentences import SentenceCheck
from .output import note, print_table

__all__ = [
    "bench_json",
    "comparison_json",
    "errors_json",
    "print_bench",
    "print_comparison",
    "print_errors",
    "print_evaluation",
]

_FIGURES: Final = ("P", "R", "F1", "95 % of F1", "annotated", "hits", "missing", "false")
_SIGNS: Final = {Outcome.MISSING: "missing", Outcome.FALSE: "false"}


def print_evaluation(found: Evaluation) -> None:
    """All tables of figures."""
    rows = [
        (name, *_figures(score), _sentences(found.sentences.get(name)))
        for name, score in found.groups.items()
    ]
    print_table(("group", *_FIGURES, "same sentence"), rows, "By group")
    _print_scores("kind", found.kinds, "By predicate of the header and kind of event")
    _print_counted("layout", found.layouts, "By layout")
    _print_counted("language", found.languages, "By language")
    _print_scores("group", found.reference, "Entities in reference, and not")
    if found.withheld is not None:
        title = f"With {found.withheld.rows:,} rows of reference hidden"
        _print_scores("group", found.withheld.groups, title)
        some = {name: score for name, score in found.withheld.concerned.items() if score.tally}
        _print_scores("group", some, "... the lines that are about something hidden")
    if found.rules:
        _print_rules(found)


def _print_scores(heading: str, scores: Mapping[str, Score], title: str) -> None:
    if scores:
        rows = [(name, *_figures(score)) for name, score in scores.items()]
        print_table((heading, *_FIGURES), rows, f"\n{title}")


def _print_counted(heading: str, scores: Mapping[str, tuple[int, Score]], title: str) -> None:
    rows = [(name, str(number), *_figures(score)) for name, (number, score) in scores.items()]
    print_table((heading, "pages", *_FIGURES), rows, f"\n{title}")


def _print_rules(found: Evaluation) -> None:
    rows = [
        (
            one.group,
            one.rule,
            str(one.fired),
            str(one.right),
            _share(one.precision),
            _interval(one.bounds),
            _share(one.confidence),
            one.remark,
        )
        for one in found.rules
    ]
    headings = ("group", "rule", "fired", "right", "P", "95 % of P", "confidence", "remark")
    print_table(headings, rows, "\nBy rule")
    families = [
        (
            one.family.name,
            str(one.fired),
            str(one.right),
            _share(one.precision),
            _interval(one.bounds),
            "" if one.family.confidence is None else _share(one.family.confidence),
            f"{one.family.seen_right} of {one.family.seen}",
            one.remark,
        )
        for one in found.families
    ]
    headings = ("family of rules", "fired", "right", "P", "95 % of P", "confidence", "fitted on", "remark")
    print_table(headings, families, "\nBy family of rules")
    bins = [
        (
            f"{one.low:g} to {one.high:g}",
            str(one.fired),
            str(one.right),
            _share(one.confidence),
            _share(one.precision),
        )
        for one in found.calibration
    ]
    error = calibration_error(found.calibration)
    print_table(
        ("confidence", "facts", "right", "mean confidence", "P"),
        bins,
        f"\nWhat confidence means\n(mean distance {error:.3f})",
    )


def _figures(score: Score) -> tuple[str, ...]:
    tally = score.tally
    counts = (tally.expected, tally.hits, tally.missing, tally.false)
    shares = (_share(tally.precision), _share(tally.recall), _share(tally.f1))
    return (*shares, _interval(score.f1), *map(str, counts))


def _sentences(check: SentenceCheck | None) -> str:
    if check is None or not check.compared:
        return ""
    lost = f", {check.unplaced} not in the text" if check.unplaced else ""
    return f"{_share(check.share)} of {check.compared}{lost}"


def _share(value: float) -> str:
    return f"{value:.3f}"


def _interval(bounds: Bounds) -> str:
    return f"{bounds.low:.3f}–{bounds.high:.3f}"


def _said(line: Line) -> str:
    return " | ".join(part for part in line.key if part)


def print_errors(found: Evaluation) -> None:
    """Each missing and each false line."""
    rows = [
        (
            fault.document,
            _SIGNS[fault.outcome],
            _said(fault.line),
            fault.rule,
            _instead(fault),
            fault.sentence,
        )
        for fault in found.faults()
    ]
    if not rows:
        note("no line is missing or false")
        return
    print_table(("page", "", "line", "rule", "instead", "sentence"), rows, "\nMissing and false lines")


def _instead(fault: Fault) -> str:
    if fault.nearest is None:
        return ""
    return _said(fault.nearest) + (" (right itself)" if fault.matched else "")


def errors_json(found: Evaluation) -> list[dict[str, Any]]:
    """Each missing and each false line, for machines."""
    return [
        {
            "document": fault.document,
            "what": fault.outcome.value,
            "group": fault.group,
            "line": list(fault.line.key),
            "sentence": fault.sentence,
            "rule": fault.rule,
            "confidence": fault.line.confidence,
            "instead": None if fault.nearest is None else list(fault.nearest.key),
            "instead_is_right": fault.matched,
        }
        for fault in found.faults()
    ]


def print_comparison(found: Comparison) -> None:
    """What was won and lost."""
    rows = [
        (group, _share(before), _share(now), f"{now - before:+.3f}")
        for group, (before, now) in found.f1.items()
    ]
    print_table(("group", "before", "now", "change"), rows, "\nF1 before and now")
    for title, changes in (("Won", found.won), ("Lost", found.lost)):
        if changes:
            print_table(("page", "", "line", "rule"), map(_changed, changes), f"\n{title}")
    note(f"{len(found.won):,} won, {len(found.lost):,} lost")
    for names, what in ((found.only_old, "no longer"), (found.only_new, "newly")):
        if names:
            note(f"{what} there, and not compared line by line: {', '.join(names)}")


def _changed(change: Change) -> tuple[str, ...]:
    return change.document, change.what, _said(change.line), change.rule


def comparison_json(found: Comparison) -> dict[str, Any]:
    """What was won and lost, for machines."""
    return {
        "f1": {group: {"before": before, "now": round(now, 4)} for group, (before, now) in found.f1.items()},
        "changes": [
            {
                "document": one.document,
                "group": one.group,
                "won": one.won,
                "what": one.what,
                "line": list(one.line.key),
                "rule": one.rule,
            }
            for one in found.changes
        ],
        "only_old": list(found.only_old),
        "only_new": list(found.only_new),
    }


def print_bench(outcomes: Sequence[BenchOutcome]) -> None:
    """The bench by group, and each case that failed."""
    groups = list(dict.fromkeys(one.case.group for one in outcomes))
    rows = [(group, *_counts(one for one in outcomes if one.case.group == group)) for group in groups]
    rows.append(("all", *_counts(outcomes)))
    print_table(("hard cases", *Strength), rows, "Hard cases: passed of all")
    failed = [
        (one.case.group, one.case.label, one.case.strength.value, "\n".join(map(str, one.failed)))
        for one in outcomes
        if not one.passed
    ]
    if failed:
        print_table(("group", "case", "strength", "not met"), failed, "\nCases that fail")


def _counts(outcomes: Iterable[BenchOutcome]) -> tuple[str, ...]:
    some = list(outcomes)
    counts = []
    for strength in Strength:
        those = [one for one in some if one.case.strength is strength]
        counts.append(f"{sum(one.passed for one in those)} of {len(those)}" if those else "")
    return tuple(counts)


def bench_json(outcomes: Sequence[BenchOutcome]) -> list[dict[str, Any]]:
    """Each case of the bench, for machines."""
    return [
        {
            "group": one.case.group,
            "label": one.case.label,
            "strength": one.case.strength.value,
            "passed": one.passed,
            "not_met": [str(expectation) for expectation in one.failed],
        }
        for one in outcomes
    ]
