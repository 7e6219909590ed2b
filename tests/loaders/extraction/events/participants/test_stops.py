"""Who is met at the next stop of a visit, and whose words come from elsewhere."""

from __future__ import annotations

import pytest

from ...event_reading import read

STOPS = (
    "[Anna Berg] came to <Linden> today. She met [Carl Dahl]. Tomorrow she travels to <Asp>. "
    "She is to meet [Edda Falk]"
)


def parts(text: str, event: str) -> set[str]:
    found = read(text).participations
    return {p.participant.name for p in found if str(p.event).startswith(event)}


def test_people_to_be_met_there_are_met_at_the_next_stop() -> None:
    assert "Edda Falk" in parts(f"{STOPS} there.", "visit to Asp")
    assert "Edda Falk" not in parts(f"{STOPS} there.", "visit to Linden")


def test_who_travels_on_is_who_came() -> None:
    assert parts(f"{STOPS} there.", "visit to Asp") == {"Anna Berg", "Edda Falk"}


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("said that wells matter", True),
        ("had said while visiting <Asp> that wells matter", False),
        ("had written from <Asp> that wells matter", False),
    ],
)
def test_who_spoke_elsewhere_takes_no_part(words: str, there: bool) -> None:
    text = f"A seminar on wells was held in <Linden> today. [Anna Berg] {words}."
    assert ("Anna Berg" in parts(text, "seminar")) is there
