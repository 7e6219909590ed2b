"""The place of an occasion is the one that the text says of it."""

from __future__ import annotations

import pytest

from ...event_reading import read


def places(text: str) -> list[str]:
    return [event.where.name for event in read(text).events if event.where]


def test_where_the_participants_come_from_is_not_where_it_is() -> None:
    text = "A workshop for 40 farmers in <<Armenia>> on dry wells ended in <Asp> on 7 May."
    assert places(text) == ["Asp"]


def test_a_workshop_for_those_of_a_state_is_where_the_release_is_written() -> None:
    text = "LINDEN, 10 May 2012 - The {Water Union} held a workshop for farmers in <<Armenia>> today."
    assert places(text) == ["Linden"]


def test_the_place_after_a_venue_is_that_of_the_occasion() -> None:
    text = (
        "The {Water Union} held a workshop today on the law in <<Armenia>>. "
        "It takes place at the Old Mill in <Asp>."
    )
    assert places(text) == ["Asp"]


@pytest.mark.parametrize("where", ["in <Asp>", "at a hotel in <Asp>", "on 7 May in <Asp>"])
def test_the_place_after_the_occasion_its_day_or_its_venue_is_its_own(where: str) -> None:
    assert places(f"The {{Water Union}} held a seminar on wells {where}.") == ["Asp"]


def test_a_state_of_which_a_talk_was_is_no_place() -> None:
    assert not places("[Anna Berg] met [Carl Dahl] on 9 April to discuss the situation in <<Armenia>>.")
