"""The forms of verbs that are made by rule, and those that a table gives."""

from __future__ import annotations

import pytest
from osce_kg.loaders.extraction.text.inflection import inflected


@pytest.mark.parametrize(
    ("verb", "past", "present", "ing"),
    [
        ("stress", "stressed", "stresses", "stressing"),
        ("deny", "denied", "denies", "denying"),
        ("convey", "conveyed", "conveys", "conveying"),
        ("note", "noted", "notes", "noting"),
        ("agree", "agreed", "agrees", "agreeing"),
        ("veto", "vetoed", "vetoes", "vetoing"),
    ],
)
def test_regular_verbs(verb: str, past: str, present: str, ing: str) -> None:
    assert inflected(verb) == {"base": verb, "past": past, "present": present, "ing": ing}


def test_an_irregular_past_is_taken_as_given() -> None:
    assert inflected("say", "said")["past"] == "said"
    assert inflected("say", "said")["present"] == "says"
