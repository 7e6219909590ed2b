"""An evaluation as plain values for JSON, the same for the same pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .families import FamilyScore
from .lines import Line
from .matching import Outcome
from .measuring import Evaluation
from .rules import CalibrationBin, Fired, RuleScore, calibration_error
from .scores import SAMPLES, SEED, Bounds, Score, Tally
from .sentences import SentenceCheck

__all__ = ["VERSION", "as_json", "rounded"]

VERSION: Final = 1
_DIGITS: Final = 4


def as_json(evaluation: Evaluation, *, lines: bool = True) -> dict[str, Any]:
    """The figures, and the lines that were hit, are missing or are false, unless only figures are wanted."""
    found: dict[str, Any] = {
        "version": VERSION,
        "documents": len(evaluation.names),
        "resampling": {"unit": "document", "samples": SAMPLES, "seed": SEED},
        "groups": _scores(evaluation.groups),
        "kinds": _scores(evaluation.kinds),
        "layouts": _counted(evaluation.layouts),
        "languages": _counted(evaluation.languages),
        "reference": _scores(evaluation.reference),
        "sentences": {group: _sentences(one) for group, one in evaluation.sentences.items()},
        "rules": [_rule(one) for one in evaluation.rules],
        "families": [_family(one) for one in evaluation.families],
        "calibration": {
            "error": rounded(calibration_error(evaluation.calibration)),
            "bins": [_bin(one) for one in evaluation.calibration],
        },
    }
    if evaluation.withheld is not None:
        found["withheld"] = {
            "rows": evaluation.withheld.rows,
            "groups": _scores(evaluation.withheld.groups),
            "concerned": _scores(evaluation.withheld.concerned),
        }
    if lines:
        found["lines"] = _lines(evaluation)
    return found


def _sentences(one: SentenceCheck) -> dict[str, int]:
    return {"overlapping": one.overlapping, "compared": one.compared, "unplaced": one.unplaced}


def _fired(one: Fired) -> dict[str, Any]:
    return {"fired": one.fired, "right": one.right, "precision": rounded(one.precision)}


def _rule(one: RuleScore) -> dict[str, Any]:
    return {
        "group": one.group,
        "rule": one.rule,
        **_fired(one),
        "interval": _bounds(one.bounds),
        "confidence": rounded(one.confidence),
        "remark": one.remark,
    }


def _family(one: FamilyScore) -> dict[str, Any]:
    return {
        "family": one.family.name,
        **_fired(one),
        "interval": _bounds(one.bounds),
        "confidence": one.family.confidence,
        "fitted_on": {"seen": one.family.seen, "right": one.family.seen_right},
        "remark": one.remark,
    }


def _bin(one: CalibrationBin) -> dict[str, Any]:
    return {"from": one.low, "to": one.high, **_fired(one), "confidence": rounded(one.confidence)}


def _lines(evaluation: Evaluation) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """By document and outcome; of a hit the annotated line, with the rule that found it."""
    return {
        name: {
            outcome.value: [
                _line(verdict.group, verdict.line, verdict.found)
                for verdict in verdicts
                if verdict.outcome is outcome
            ]
            for outcome in Outcome
        }
        for name, verdicts in zip(evaluation.names, evaluation.verdicts, strict=True)
    }


def _line(group: str, line: Line, found: Line | None) -> dict[str, Any]:
    written: dict[str, Any] = {"group": group, "line": list(line.key)}
    if found is not None and found.rule:
        written["rule"] = found.rule
    return written


def _scores(scores: Mapping[str, Score]) -> dict[str, Any]:
    return {name: _score(score) for name, score in scores.items()}


def _counted(scores: Mapping[str, tuple[int, Score]]) -> dict[str, Any]:
    return {name: {"documents": number, **_score(score)} for name, (number, score) in scores.items()}


def _score(score: Score) -> dict[str, Any]:
    tally: Tally = score.tally
    return {
        "hits": tally.hits,
        "false": tally.false,
        "missing": tally.missing,
        "precision": rounded(tally.precision),
        "recall": rounded(tally.recall),
        "f1": rounded(tally.f1),
        "intervals": {
            "precision": _bounds(score.precision),
            "recall": _bounds(score.recall),
            "f1": _bounds(score.f1),
        },
    }


def _bounds(bounds: Bounds) -> list[float]:
    return [rounded(bounds.low), rounded(bounds.high)]


def rounded(value: float) -> float:
    """A figure with as many digits as are written."""
    return round(value, _DIGITS)
