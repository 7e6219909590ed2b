"""Families of rules: their counts, and the table that is made of them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from osce_kg.loaders.evaluation.documents import find_documents, names_in
from osce_kg.loaders.evaluation.errors import EvaluationError
from osce_kg.loaders.evaluation.families import (
    FamilyScore,
    Judged,
    calibrated,
    confidence_table,
    family_scores,
    read_judged,
)
from osce_kg.loaders.evaluation.measuring import evaluate
from osce_kg.loaders.evaluation.rules import RuleScore
from osce_kg.loaders.extraction.confidence import Family, families, family_name
from osce_kg.ontology.reference import reference


def test_rules_of_one_family_are_counted_together() -> None:
    rules = [
        RuleScore("organizer", "together with", 20, 19, 0.9),
        RuleScore("organizer", "organized by", 10, 10, 0.9),
        RuleScore("participant", "listed", 4, 3, 0.9),
        RuleScore("participant", "by hearsay", 7, 0, 0.9),
    ]
    found = {one.family.name: (one.fired, one.right) for one in family_scores(rules)}
    assert found == {"organizer in a phrase": (30, 29), "participant in a list": (4, 3)}


def test_what_was_judged_on_other_pages_counts_as_well() -> None:
    rules = [RuleScore("said", "verb of saying", 20, 20, 0.9)]
    judged = [Judged("said", "verb of saying", 80, 60), Judged("said", "by hearsay", 9, 9)]
    found = {one.name: one for one in calibrated(rules, judged)}
    assert found["said by words of saying"] == Family("said by words of saying", 20, 20, 80, 60, 0.71)
    assert found["pronoun"] == Family("pronoun")


def test_the_table_is_written_row_by_row() -> None:
    table = confidence_table([Family("by noun", 40, 36, 10, 9, 0.78), Family("never")])
    assert table.splitlines() == [
        "family\tfired\tright\tjudged\tjudged_right\tconfidence",
        "by noun\t40\t36\t10\t9\t0.78",
        "never\t0\t0\t0\t0\t",
    ]


@pytest.mark.parametrize(
    ("family", "fired", "right", "remark"),
    [
        (Family("a", 100, 99, confidence=0.94), 100, 70, "too sure"),
        (Family("a", 100, 90, confidence=0.82), 400, 396, "could be surer"),
        (Family("a", 100, 95, confidence=0.88), 20, 18, ""),
        (Family("a", 20, 20, confidence=0.79), 20, 20, "seen under 30 times: stays below 0.8"),
        (Family("a"), 20, 20, "never measured: its rules' own estimates, below 0.8"),
    ],
)
def test_a_family_is_held_against_what_was_measured_now(
    family: Family, fired: int, right: int, remark: str
) -> None:
    assert FamilyScore(family, fired, right).remark == remark


def test_all_that_was_judged_belongs_to_a_family() -> None:
    judged = read_judged()
    assert sum(one.fired for one in judged) > 1_000
    assert [one for one in judged if family_name(one.group, one.rule) is None] == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("group\trule\n", "the first row must be group, rule, fired, right"),
        ("group\trule\tfired\tright\nsaid\tas\t3\tmany\n", "line 2"),
        ("group\trule\tfired\tright\n\nsaid\tas\t3\t4\n", "line 3"),
    ],
)
def test_counts_that_do_not_fit_are_refused(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "judged.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match=complaint):
        read_judged(path)


@pytest.mark.slow
def test_the_table_can_be_made_again_from_the_releases_here() -> None:
    """A rule that came to fire otherwise moves a few counts; the table is made anew when it moves more."""
    here = Path(__file__).parents[2] / "gold"
    documents = find_documents(
        here,
        pages=[Path(str(files("osce_kg.loaders") / "sample"))],
        leave_out=names_in(here / "held-out.txt"),
    )
    again = calibrated(evaluate(documents, reference(), hide=False).rules, read_judged())
    moved = {
        one.name: (families()[one.name].confidence, one.confidence)
        for one in again
        if abs((families()[one.name].confidence or 0) - (one.confidence or 0)) > 0.03
    }
    assert moved == {}
