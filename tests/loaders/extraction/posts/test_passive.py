"""Posts of those by whom a body is led."""

from __future__ import annotations

from ..people_reading import posts

OBSERVED = "ODIHR opened an election observation mission. "


def test_the_one_by_whom_an_observation_mission_is_led_is_its_head() -> None:
    assert posts(OBSERVED + "The mission is led by Nils Tamm and has ten members.") == {
        "Nils Tamm: head of election observation mission @ odihr"
    }


def test_a_field_operation_named_last_is_the_mission_that_is_led() -> None:
    text = OBSERVED + "It thanked the OSCE Mission to Serbia. The mission is headed by Nils Tamm."
    assert posts(text) == {"Nils Tamm: head of mission @ mission-serbia"}


def test_an_organization_is_chaired_by_its_chair() -> None:
    assert posts("The Drava Institute is chaired by Nils Tamm.") == {"Nils Tamm: chair @ Drava Institute"}


def test_what_is_led_without_a_name_gives_no_post() -> None:
    assert posts("The delegation is led by Nils Tamm. The work is led by Ana Kovač.") == set()


def test_who_once_led_has_no_post_of_today() -> None:
    assert posts("The Drava Institute was headed by Nils Tamm.") == set()
