"""The figures are those of a scorer that was written apart from this package, on results that stay."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from osce_kg.loaders.evaluation import Evaluation, evaluate_files, find_documents
from osce_kg.ontology.reference import reference

FROZEN = Path(__file__).parent / "frozen"
with (FROZEN / "figures.tsv").open(encoding="utf-8") as table:
    FIGURES = {row["group"]: row for row in csv.DictReader(table, delimiter="\t")}


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    documents = find_documents(FROZEN / "annotated", need_pages=False)
    return evaluate_files(documents, FROZEN / "found", reference())


def test_the_groups_are_the_same(evaluation: Evaluation) -> None:
    assert list(evaluation.groups) == list(FIGURES)


@pytest.mark.parametrize("group", FIGURES)
def test_the_figures_are_the_same(evaluation: Evaluation, group: str) -> None:
    tally = evaluation.groups[group].tally
    shares = [f"{value:.3f}" for value in (tally.precision, tally.recall, tally.f1)]
    wanted = FIGURES[group]
    assert [*shares, str(tally.expected)] == [wanted[c] for c in ("precision", "recall", "f1", "annotated")]


def test_the_results_have_hits_missing_and_false_lines_to_tell_apart(evaluation: Evaluation) -> None:
    tallies = [score.tally for score in evaluation.groups.values()]
    assert all(tally.hits and tally.missing for tally in tallies)
    assert sum(tally.false > 0 for tally in tallies) > 10
