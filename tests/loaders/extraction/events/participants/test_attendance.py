"""How many take part."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from osce_kg.loaders.evaluation import evaluate, find_documents
from osce_kg.loaders.evaluation.documents import names_in
from osce_kg.loaders.extraction.clauses.line import Rule
from osce_kg.loaders.extraction.events.participants.attendance import RULES
from osce_kg.ontology.facts import Attendance, Status
from osce_kg.ontology.reference import reference

from ...event_reading import read

CASES = Path(__file__).parents[4] / "annotated" / "attendance"
SEMINAR = "A seminar on wells was held in <Linden> today. "


def attendances(text: str) -> list[Attendance]:
    return [fact for fact in read(text).found if isinstance(fact, Attendance)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_finds_its_example_and_leaves_its_counter_example(rule: Rule[Any]) -> None:
    assert rule.name in {fact.evidence.rule for fact in attendances(rule.example)}
    assert rule.name not in {fact.evidence.rule for fact in attendances(rule.counter_example)}


@pytest.mark.parametrize(
    ("said", "bounds"),
    [
        ("50 judges", (50, 50)),
        ("Some 50 judges", (50, 50)),
        ("More than 1,200 judges", (1200, None)),
        ("At least a dozen judges", (12, None)),
        ("Up to 60 judges", (None, 60)),
        ("Between 40 and 50 judges", (40, 50)),
        ("20 to 25 judges", (20, 25)),
        ("Twenty-five judges", (25, 25)),
        ("Two hundred and forty judges", (240, 240)),
        ("Three thousand judges", (3000, 3000)),
    ],
)
def test_numbers_are_read_in_figures_and_words_with_their_bounds(
    said: str, bounds: tuple[int | None, int | None]
) -> None:
    (fact,) = attendances(f"{SEMINAR}{said} took part in the seminar.")
    assert (fact.least, fact.most) == bounds
    assert fact.span.of(f"A seminar on wells was held in Linden today. {said} took part") == said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It brought together 30 judges and 20 lawyers.", ["30 judges", "20 lawyers"]),
        ("It was attended by 30 young judges from five countries.", ["30 young judges", "five countries"]),
        ("Experts from 12 countries attended the seminar.", ["12 countries"]),
        ("The 30 participants saw a film.", ["30 participants"]),
        ("Thirty judges, lawyers and clerks took part.", ["Thirty judges, lawyers"]),
        ("Since 2005, 300 judges have attended the seminar.", []),
        ("Each year 300 judges attend the seminar.", []),
        ("The seminar cost 3,000 euros; 300 judges live in <Linden>.", []),
        ("Thirty judges did not take part in the seminar.", []),
        ("Experts, including 12 women, took part in the seminar.", []),
    ],
)
def test_only_those_are_counted_who_take_part_in_one_occasion(text: str, found: list[str]) -> None:
    assert [one.partition(": ")[2] for one in read(SEMINAR + text).attendances()] == found


def test_a_number_belongs_to_the_occasion_that_it_is_said_of() -> None:
    text = SEMINAR + "A training course on pumps for 25 police officers will be held in <Asp> on 20 May."
    (fact,) = attendances(text)
    assert fact.event == "training course on pumps for 25 police officers"
    assert fact.status is Status.PLANNED


def test_nobody_attends_what_is_cancelled() -> None:
    assert attendances("A seminar on wells for 30 judges in <Asp> on 20 May was cancelled.") == []


@pytest.mark.slow
@pytest.mark.parametrize(("held_out", "least"), [(False, 0.85), (True, 0.7)])
def test_invented_releases_are_understood_as_people_annotated_them(held_out: bool, least: float) -> None:
    held = names_in(CASES / "held-out.txt")
    found = evaluate(
        find_documents(CASES, names=held if held_out else None, leave_out=() if held_out else held),
        reference(),
        only=("attendance",),
    )
    assert found.groups["attendance"].tally.f1 >= least
