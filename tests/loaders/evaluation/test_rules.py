"""Rules and their confidence."""

from __future__ import annotations

import pytest
from osce_kg.loaders.evaluation import Line, Verdict
from osce_kg.loaders.evaluation.rules import RuleScore, calibration, calibration_error, rule_scores


def verdicts(rule: str, right: int, wrong: int, confidence: float) -> list[Verdict]:
    lines = [Line("person", "", f"P {n}", "", rule, confidence) for n in range(right + wrong)]
    return [Verdict("person", line if n < right else None, line) for n, line in enumerate(lines)]


def test_a_rule_is_as_good_as_what_it_finds() -> None:
    missing = Verdict("person", Line("person", "", "Ana Kole"), None)
    found = rule_scores([*verdicts("name", 3, 1, 0.9), *verdicts("surname", 9, 0, 0.7), missing])
    assert [(one.rule, one.fired, one.right, one.precision) for one in found] == [
        ("surname", 9, 9, 1.0),
        ("name", 4, 3, 0.75),
    ]


@pytest.mark.parametrize(
    ("fired", "right", "confidence", "remark"),
    [
        (100, 60, 0.9, "too sure"),
        (10, 10, 0.9, ""),
        (10, 10, 0.2, ""),
        (200, 200, 0.8, "could be surer"),
        (100, 90, 0.9, ""),
    ],
)
def test_a_confidence_is_held_against_the_precision(
    fired: int, right: int, confidence: float, remark: str
) -> None:
    assert RuleScore("post", "as", fired, right, confidence).remark == remark


def test_facts_are_put_together_by_their_confidence() -> None:
    bins = calibration([*verdicts("a", 9, 1, 0.9), *verdicts("b", 5, 5, 0.55)])
    assert [(one.low, one.fired, one.precision) for one in bins] == [(0.5, 10, 0.5), (0.9, 10, 0.9)]
    assert calibration_error(bins) == pytest.approx((0.05 + 0.0) / 2)


def test_facts_without_a_rule_are_left_out() -> None:
    plain = Line("language", "", "en")
    assert rule_scores([Verdict("header", plain, plain)]) == ()
    assert calibration_error(()) == 0.0
