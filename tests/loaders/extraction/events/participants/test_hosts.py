"""Whom visitors meet, and who goes on a visit."""

from __future__ import annotations

from typing import Any

import pytest
from osce_kg.loaders.extraction.clauses.line import Rule
from osce_kg.loaders.extraction.events.participants.hosts import RULES

from ...event_reading import read


def taking_part(text: str) -> set[str]:
    return {p.participant.name for p in read(text).participations}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_finds_its_example_and_leaves_its_counter_example(rule: Rule[Any]) -> None:
    assert rule.name in {p.evidence.rule for p in read(rule.example).participations}
    assert rule.name not in {p.evidence.rule for p in read(rule.counter_example).participations}


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "The mayor, [Carl Dahl], and the judge, [Eva Falk], were the first to receive her.",
            {"Carl Dahl", "Eva Falk"},
        ),
        ("The mayor, [Carl Dahl], told the guests of wells.", {"Carl Dahl"}),
        ("The mayor, [Carl Dahl], received many letters.", set()),
        ("The mayor, [Carl Dahl], did not receive her.", set()),
        ("At the {Water Museum} she was shown round by [Carl Dahl].", {"Water Museum", "Carl Dahl"}),
        ("At the {Water Museum} pumps were bought by [Carl Dahl].", set()),
        ("Some thirty members of the {Digging Union} spoke with her about wells.", {"Digging Union"}),
        ("Some thirty members of the {Digging Union} spoke about wells.", set()),
        ("First of all she saw [Carl Dahl].", {"Carl Dahl"}),
        ("She saw first of all [Carl Dahl].", {"Carl Dahl"}),
        (
            "Her other appointments were with the mayor, [Carl Dahl], with [Eva Falk] and with judges.",
            {"Carl Dahl", "Eva Falk"},
        ),
        (
            "She was received by [Carl Dahl], and in <Asp>, on the last day, by [Eva Falk].",
            {"Carl Dahl", "Eva Falk"},
        ),
    ],
)
def test_whom_a_visitor_meets(told: str, names: set[str]) -> None:
    assert taking_part(f"[Anna Berg] ended a two-day visit to <Linden> today. {told}") == names | {
        "Anna Berg"
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The {Water Union} will pay a visit to <Asp> on 1 June.", {"Water Union"}),
        ("The {Water Union} knew of a visit to <Asp> on 1 June.", set()),
        (
            "A journey which took two of them, [Anna Berg] and [Carl Dahl], to <Asp> ended on 3 May.",
            {"Anna Berg", "Carl Dahl"},
        ),
        (
            "Much lies behind the envoys, [Anna Berg] of <<Malta>> and [Carl Dahl] of <<Spain>>. Together "
            "with [Eva Falk], they visited <Asp> on 3 May.",
            {"Anna Berg", "Carl Dahl", "Eva Falk"},
        ),
        (
            "What [Anna Berg] knew had been written by [Carl Dahl], after a visit to <Asp> on 3 May.",
            {"Carl Dahl"},
        ),
    ],
)
def test_who_goes_on_a_visit(text: str, names: set[str]) -> None:
    assert taking_part(text) == names


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("She thanked [Carl Dahl] for his help.", {"Carl Dahl"}),
        ("She praised [Carl Dahl] for his help.", set()),
        ("She discussed old wells with [Carl Dahl].", {"Carl Dahl"}),
        ("She discussed the wells that are dug with [Carl Dahl].", set()),
        ("She will also see [Carl Dahl].", {"Carl Dahl"}),
        ("She had lunch with [Carl Dahl].", {"Carl Dahl"}),
        ("She knew of a fair hosted by [Carl Dahl].", set()),
        ("[Carl Dahl] received many letters.", set()),
    ],
)
def test_whom_a_visitor_talks_with(told: str, names: set[str]) -> None:
    assert taking_part(f"[Anna Berg] ended a two-day visit to <Linden> today. {told}") == names | {
        "Anna Berg"
    }
