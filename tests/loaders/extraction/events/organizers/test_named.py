"""Organizers and supporters by what is said of them, and of what they do not organize or support."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import Role

from ...event_reading import read

ORGANIZING = {Role.ORGANIZER, Role.HOST}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A seminar on wells was held in <Linden> today. Its organizers, the {Water Union} and, together "
            "with it, the {Bread Union}, counted ninety guests.",
            {"Water Union", "Bread Union"},
        ),
        (
            "A seminar on wells was held in <Linden> today. Its organizers, the {Water Union} and, to their "
            "joy, the {Bread Union}, counted ninety guests.",
            {"Water Union"},
        ),
        (
            "The {Water Union}, the {Bread Union} and the {Salt Union} signed a memorandum in <Linden> "
            "today. It goes back to a conference on wells, which the same three had held in <Asp> in April.",
            {"Water Union", "Bread Union", "Salt Union"},
        ),
        (
            "The {Water Union} and the {Salt Union} signed a memorandum in <Linden> "
            "today. It goes back to a conference on wells, which the same three had held in <Asp> in April.",
            set(),
        ),
        ("It fell to the {Water Union} to host a seminar on wells in <Linden> today.", {"Water Union"}),
        ("It fell to the {Water Union} to leave a seminar on wells in <Linden> today.", set()),
        (
            "A seminar on wells ended in <Linden> today. The {Water Union} and the {Salt Union} were "
            "co-organizers.",
            {"Water Union", "Salt Union"},
        ),
        (
            "A seminar on wells ended in <Linden> today. It was the first of its kind that the {Salt Union} "
            "had held.",
            {"Salt Union"},
        ),
        (
            "A seminar on wells ended in <Linden> today. It showed the first well which the {Salt Union} "
            "held.",
            set(),
        ),
    ],
)
def test_organizers_are_found_by_their_turn_their_number_and_what_they_were(
    text: str, names: set[str]
) -> None:
    assert {p.participant.name for p in read(text).participations if p.role in ORGANIZING} == names


def test_who_organized_a_course_does_not_organize_the_award_at_its_end() -> None:
    told = "Ten diggers received certificates in <Linden> today"
    for text in (
        f"{told} at the end of a course organized by the {{Water Union}}.",
        f"{told}. Behind them lay a course on wells that had begun on 1 May. It was organized by the "
        "{Water Union}.",
    ):
        found = read(text)
        awards = {event.name for event in found.events if event.name.startswith("award")}
        assert awards
        assert not [p for p in found.participations if p.role in ORGANIZING and "award" in str(p.event)]


@pytest.mark.parametrize(
    ("text", "supports"),
    [
        ("A manual published with the support of the {Salt Union} was shown at a seminar today.", False),
        (
            "The hand-over in <Linden> today follows a plan drafted with assistance from the {Salt Union}.",
            False,
        ),
        ("A seminar on wells, prepared with the support of the {Salt Union}, was held today.", True),
        ("A seminar on wells was held today. It was prepared with the help of the {Salt Union}.", True),
    ],
)
def test_who_helped_to_make_a_thing_does_not_support_the_occasion(text: str, supports: bool) -> None:
    assert ("supporter: Salt Union" in read(text).roles()) is supports


def test_an_assembly_does_not_organize_its_own_meeting_and_a_union_does() -> None:
    told = "will hold its winter meeting in <Linden> on 22 May."
    assert "organizer: Village Assembly" not in read(f"The {{Village Assembly}} {told}").roles()
    assert "organizer: Water Union" in read(f"The {{Water Union}} {told}").roles()


def test_it_stands_for_the_subject_of_the_clause_before() -> None:
    text = (
        "The launch of a campaign on wells preceded the hand-over in <Linden> today; it was "
        "the work of the {Water Union}."
    )
    found = [p for p in read(text).participations if p.participant.name == "Water Union"]
    assert ["launch" in str(p.event) for p in found] == [True]
