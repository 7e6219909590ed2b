"""The bench of hard cases: the strong ones hold."""

from __future__ import annotations

import pytest
from osce_kg.loaders.evaluation import BenchCase, BenchOutcome, EvaluationError, bench_cases, run_bench
from osce_kg.loaders.evaluation.bench import COLUMNS, Strength, read_cases
from osce_kg.ontology.reference import reference

CASES = bench_cases()
STRONG = [case for case in CASES if case.strength is Strength.STRONG]
TOWN = "OSCE news\\n\\nSKOPJE, 3 May 2005 - The OSCE Mission to Skopje opened an office in Ohrid today."


def table(*rows: str) -> str:
    return "\n".join(["\t".join(COLUMNS), *(row.replace("|", "\t") for row in rows)])


def outcome(*rows: str) -> BenchOutcome:
    (found,) = run_bench(read_cases(table(*rows)), reference())
    return found


@pytest.mark.parametrize("case", STRONG, ids=lambda case: f"{case.group}: {case.label}")
def test_a_strong_case_holds(case: BenchCase) -> None:
    (found,) = run_bench([case], reference())
    assert not found.failed, "\n".join(map(str, found.failed))


def test_there_are_many_cases_each_named_once() -> None:
    assert len(CASES) >= 60
    assert len({(case.group, case.label) for case in CASES}) == len(CASES)
    assert {case.strength for case in CASES} == set(Strength)


def test_every_group_has_a_strong_case() -> None:
    assert {case.group for case in STRONG} == {case.group for case in CASES}


def test_a_case_may_ask_for_several_lines() -> None:
    found = outcome(
        f"places|a town|STRONG||{TOWN}|+|mentions|place|ohrid",
        "places|||||+|mentions|field-operation|mission-skopje",
        "places|||||-|mentions|place|bitola",
    )
    assert found.passed
    assert len(found.case.expectations) == 3


def test_what_is_not_met_is_named() -> None:
    found = outcome(
        f"places|a town|WEAK||{TOWN}|-|mentions|place|ohrid",
        "places|||||+|person||Ana Kole",
        "places|||||-|person||*",
    )
    assert list(map(str, found.failed)) == ["- mentions | place | ohrid", "+ person | Ana Kole"]


def test_a_dateline_makes_a_release_of_a_sentence() -> None:
    sentence = "The OSCE Mission to Skopje opened an office in Ohrid today, in the old town hall."
    assert outcome(f"dates|a day|STRONG|SKOPJE, 3 May 2005|{sentence}|+|date||2005-05-03").passed


def test_a_page_that_is_no_release_meets_nothing() -> None:
    assert not outcome("places|a poem|STRONG||The rain in June is warm and loud.|-|person||*").passed


@pytest.mark.parametrize(
    "row",
    [
        f"places|a town|SURE||{TOWN}|+|mentions|place|ohrid",
        f"places|a town|STRONG||{TOWN}|?|mentions|place|ohrid",
        f"places|a town|STRONG||{TOWN}|+|named|place|ohrid",
        "places|||||+|mentions|place|ohrid",
    ],
)
def test_rows_that_do_not_fit_are_refused_by_line(row: str) -> None:
    with pytest.raises(EvaluationError, match="line 2"):
        read_cases(table(row))


def test_another_table_is_refused() -> None:
    with pytest.raises(EvaluationError, match="first row"):
        read_cases("name\tvalue\n")
