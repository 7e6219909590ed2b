"""Figures and their intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.evaluation.scores import Resampling, Tally, share_bounds

COUNTS = st.integers(min_value=0, max_value=30)
TALLIES = st.lists(st.builds(Tally, COUNTS, COUNTS, COUNTS), min_size=2, max_size=8)


def test_precision_recall_and_f1() -> None:
    tally = Tally(hits=6, false=2, missing=4)
    assert (tally.precision, tally.recall, tally.expected) == (0.75, 0.6, 10)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


def test_nothing_expected_and_nothing_found_is_no_success() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)


@given(TALLIES)
def test_intervals_lie_between_the_worst_and_the_best_document(tallies: list[Tally]) -> None:
    score = Resampling(len(tallies), samples=50).score(tallies)
    assert score.tally == sum(tallies, Tally())
    for bounds in (score.precision, score.recall, score.f1):
        assert 0 <= bounds.low <= bounds.high <= 1
    shares = [tally.f1 for tally in tallies if tally]
    if shares:
        assert min(shares) - 1e-9 <= score.f1.low
        assert score.f1.high <= max(shares) + 1e-9


def test_samples_without_a_line_say_nothing() -> None:
    score = Resampling(20).score([Tally(hits=3), *[Tally()] * 19])
    assert score.f1.low == score.f1.high == 1.0


def test_one_document_says_nothing_of_others() -> None:
    score = Resampling(1).score([Tally(9, 1, 1)])
    assert (score.f1.low, score.f1.high) == (0.0, 1.0)


def test_the_interval_is_the_same_each_time_and_of_documents() -> None:
    tallies = [Tally(9, 1, 1), Tally(1, 9, 9), Tally(8, 2, 0), Tally(5, 5, 5)]
    first, second = (Resampling(4).score(tallies) for _ in range(2))
    assert first == second
    assert first.f1.low < first.tally.f1 < first.f1.high
    alike = Resampling(4).score([Tally(9, 1, 1)] * 4)
    assert alike.f1.low == alike.f1.high == pytest.approx(alike.tally.f1)


def test_the_interval_covers_what_chance_would_do() -> None:
    tallies = [Tally(hits=int(n < 90), missing=int(n >= 90)) for n in range(100)]
    bounds = Resampling(100).score(tallies).recall
    assert bounds.low == pytest.approx(0.84, abs=0.02)
    assert bounds.high == pytest.approx(0.96, abs=0.02)


def test_tallies_of_other_documents_are_refused() -> None:
    with pytest.raises(ValueError, match="2 tallies for 3 documents"):
        Resampling(3).score([Tally(), Tally()])


def test_shares_of_few_are_unsure() -> None:
    few, many = share_bounds(9, 10), share_bounds(900, 1000)
    assert few.low < many.low < 0.9 < many.high < few.high
    assert share_bounds(0, 0) == share_bounds(0, 0).__class__(0.0, 1.0)
    assert share_bounds(3, 3).high == 1.0
