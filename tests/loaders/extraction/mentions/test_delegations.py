"""Delegations of the European Union, names that come back without their noun, and hosts in brackets."""

from __future__ import annotations

import pytest

from ..mention_reading import mentions_of, named


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The EU Delegation to Georgia paid.", "EU Delegation to Georgia"),
        ("The European Union Delegation to Georgia paid.", "European Union Delegation to Georgia"),
        (
            "The Delegation of the European Union to the Republic of Moldova paid.",
            "Delegation of the European Union to the Republic of Moldova",
        ),
        ("The Oltava Border Detachment paid.", "Oltava Border Detachment"),
    ],
)
def test_delegations_and_detachments_are_organizations(text: str, found: str) -> None:
    assert f"organization:{found}" in named(text)


def test_a_delegation_that_is_only_received_somewhere_is_the_sender() -> None:
    assert named("A delegation of the European Union went to Georgia.") == {
        "organization:eu",
        "state:GE",
    }


def test_a_name_that_a_noun_shows_is_one_wherever_it_comes_back() -> None:
    text = "They met Oltava, an association of teachers. According to Oltava, it rained. Oltavas came."
    assert [m.exact for m in mentions_of(text)] == ["Oltava", "Oltava"]
    assert mentions_of("According to Oltava, it rained.") == ()


def test_a_host_that_only_repeats_an_operations_name_in_short_is_not_mentioned() -> None:
    assert named("The Head of the OSCE Mission to Bosnia and Herzegovina (BiH) spoke.") == {
        "field-operation:mission-bih"
    }
    assert "state:BA" in named("In Bosnia and Herzegovina (BiH) it rained.")
