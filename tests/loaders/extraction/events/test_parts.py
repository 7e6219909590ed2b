"""Which occasion is held within another."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import EventKind

from ..event_reading import read

FAIR = "A conference on wells was opened in <Linden> today. "


def parts(text: str) -> set[tuple[str, str | None]]:
    return {(event.name, event.part_of) for event in read(text).events if event.part_of is not None}


@pytest.mark.parametrize(
    "text",
    [
        "On the margins of the conference, a seminar on pumps was held today.",
        "A seminar on pumps was held today on the sidelines of the conference.",
    ],
)
def test_what_is_held_on_the_margins_is_part_of_the_longer_one(text: str) -> None:
    assert parts(FAIR + text) == {("seminar on pumps", "conference on wells")}


@pytest.mark.parametrize(
    "text",
    [
        "A seminar on pumps was held today before the conference.",
        "A seminar on pumps will be held in <Asp> on 20 June on the margins of the conference.",
        "A seminar on pumps and the conference were held today.",
    ],
)
def test_what_is_held_at_another_time_or_beside_is_no_part(text: str) -> None:
    assert parts(FAIR + text) == set()


def test_what_happens_at_an_occasion_is_part_of_it() -> None:
    text = "A seminar on wells was held in <Linden> today. A handbook on pumps was launched at the seminar."
    launch = next(event for event in read(text).events if event.kind is EventKind.LAUNCH)
    assert (launch.part_of, str(launch.when)) == ("seminar on wells", "2012-05-10")
