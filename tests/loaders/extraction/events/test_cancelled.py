"""What is called off is told from what is planned."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import Status

from ..event_reading import read


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A seminar on wells will be held in <Linden> on 20 May.", Status.PLANNED),
        ("A seminar on wells in <Linden> on 20 May was postponed.", Status.CANCELLED),
        ("A seminar on wells in <Linden> on 20 May has been called off.", Status.CANCELLED),
        ("The seminar on wells, due in <Linden> on 20 May, has been put off.", Status.CANCELLED),
        ("A seminar on wells will not take place in <Linden> on 20 May.", Status.CANCELLED),
        ("A seminar on wells will not be held in <Linden> on 20 May.", Status.CANCELLED),
        ("A seminar on wells was held in <Linden> today.", Status.TOOK_PLACE),
    ],
)
def test_an_occasion_took_place_is_planned_or_was_called_off(text: str, status: Status) -> None:
    assert [event.status for event in read(text).events] == [status]


def test_what_is_to_come_is_planned() -> None:
    [event] = read("A seminar on wells will be held in <Linden> on 3 June.").events
    assert event.status is Status.PLANNED


def test_a_cancelled_occasion_is_kept_as_cancelled() -> None:
    [event] = read("A seminar on wells, foreseen for 3 June in <Asp>, has been called off.").events
    assert event.status is Status.CANCELLED
