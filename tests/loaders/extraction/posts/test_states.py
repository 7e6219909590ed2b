from __future__ import annotations

from datetime import date

import pytest
from osce_kg.ontology.facts import Entity, EntityKind
from osce_kg.ontology.reference import reference

from ..people_reading import posts


def place(local: str) -> Entity:
    return reference().get(EntityKind.PLACE, local).entity


def test_a_minister_met_in_a_town_serves_the_state_of_that_town() -> None:
    text = "The Media Representative wrote to Foreign Minister Nils Tamm in Skopje about an Austrian daily."
    assert "Nils Tamm: minister of foreign affairs @ MK" in posts(text, places=(place("vienna"),))


def test_a_minister_where_the_release_is_written_serves_that_state() -> None:
    text = "Foreign Minister Nils Tamm opened the exhibition."
    assert posts(text, places=(place("skopje"),)) == {"Nils Tamm: minister of foreign affairs @ MK"}


def test_a_town_with_head_offices_tells_no_state() -> None:
    text = "Foreign Minister Nils Tamm opened the exhibition."
    assert posts(text, places=(place("vienna"),)) == set()


def test_the_state_where_a_mission_works_is_its_ministers() -> None:
    text = "The OSCE Mission to Serbia held a course. Interior Minister Nils Tamm opened it."
    assert posts(text) == {"Nils Tamm: minister of the interior @ RS"}


def test_the_state_that_closes_a_row_is_that_of_all() -> None:
    text = "President Nils Tamm and Foreign Minister Ana Kovač of Azerbaijan met the OSCE Mission to Georgia."
    assert "Nils Tamm: president @ AZ" in posts(text)
    text = "President Nils Tamm and French Foreign Minister Ana Kovač met the OSCE Mission to Georgia."
    assert "Nils Tamm: president @ FR" not in posts(text)


@pytest.mark.parametrize(
    "text",
    [
        "After talks with Prime Minister Nils Tamm, the Missions of the EU, NATO and the U.S. left.",
        "The Missions of the EU, NATO and the United States left after talks with Prime Minister Nils Tamm.",
        "A debate on the situation in Ukraine followed. Prime Minister Nils Tamm opened it.",
        "The Austrian daily has a new owner. Prime Minister Nils Tamm opened its office.",
        "Italy and Malta sent letters. Prime Minister Nils Tamm read them.",
        "Prime Minister Nils Tamm opened it. Estonia sent a letter.",
    ],
)
def test_a_state_that_only_stands_nearby_is_not_whom_a_minister_serves(text: str) -> None:
    assert posts(text) == set()


def test_two_states_in_one_sentence_leave_it_open() -> None:
    text = "Together with Albania, Prime Minister Nils Tamm signed it."
    assert posts(text, places=(place("skopje"),)) == set()


def test_officers_in_a_release_of_the_assembly_are_its_own() -> None:
    text = (
        "The Bureau of the OSCE Parliamentary Assembly met to speak of the situation in Ukraine. President "
        "Nils Tamm, Secretary General Ana Kovač and Deputy Secretary General Petar Lukić opened the meeting."
    )
    assert posts(text, on=date(1991, 5, 3)) == {
        "Nils Tamm: president @ pa",
        "Ana Kovač: secretary general @ pa",
        "Petar Lukić: deputy secretary general @ pa",
    }


def test_officers_of_others_in_a_release_of_the_assembly_stay_theirs() -> None:
    text = (
        "The Bureau of the OSCE Parliamentary Assembly met. Albanian President Nils Tamm and OSCE Secretary "
        "General Ana Kovač opened the meeting."
    )
    assert posts(text) == {"Nils Tamm: president @ AL", "Ana Kovač: secretary general @ osce"}


def test_a_complement_that_is_not_understood_leaves_a_head_without_organization() -> None:
    text = "The OSCE Mission to Serbia met. Nils Tamm, the Head of what he calls a club, spoke."
    assert posts(text) == set()


def test_the_scene_that_a_sentence_sets_tells_the_state() -> None:
    text = (
        "The Secretary General visits Central Asia. In Kazakhstan, she will meet with President Nils Tamm. "
        "During her visit to Uzbekistan, she will meet with President Petar Lukić."
    )
    assert posts(text, places=(place("skopje"),)) >= {
        "Nils Tamm: president @ KZ",
        "Petar Lukić: president @ UZ",
    }


def test_a_minister_met_abroad_is_not_one_of_where_the_release_is_written() -> None:
    text = "She went on a visit to Uzbekistan. On Tuesday she met with President Nils Tamm."
    assert posts(text, places=(place("skopje"),)) == set()


def test_a_state_spoken_of_elsewhere_does_not_hide_where_a_mission_works() -> None:
    text = "The OSCE Mission to Croatia wrote to Denmark. Foreign Minister Nils Tamm was pleased."
    assert posts(text, places=(place("zagreb"),)) == {"Nils Tamm: minister of foreign affairs @ HR"}


def test_a_president_who_is_not_the_known_one_of_the_assembly_is_none_of_its() -> None:
    text = "OSCE PA President Göran Lennmarker met in Kyiv with President Nils Tamm."
    assert "Nils Tamm: president @ UA" in posts(text)
    assert "Nils Tamm: president @ pa" not in posts(text)


def test_states_in_brackets_behind_names_are_not_spoken_of() -> None:
    text = "Ana Kovač (MP, Sweden) went to Ukraine. Prime Minister Nils Tamm received her."
    assert "Nils Tamm: prime minister @ UA" in posts(text)


def test_ministers_met_on_a_visit_are_of_the_state_visited() -> None:
    text = (
        "She ended a two-day visit to Uzbekistan. The guests met several officials, including President Nils "
        "Tamm. In Vienna, she is at home."
    )
    assert posts(text, places=(place("skopje"),)) == {"Nils Tamm: president @ UZ"}


def test_a_minister_of_whom_only_the_next_page_speaks_is_of_neither_state() -> None:
    text = "She ended a two-day visit to Uzbekistan. President Nils Tamm wrote a letter."
    assert posts(text, places=(place("skopje"),)) == set()


def test_where_somebody_is_met_tells_the_state() -> None:
    text = "Her visit began in Tashkent, where she met President Nils Tamm."
    assert posts(text, places=(place("skopje"),)) == {"Nils Tamm: president @ UZ"}


def test_an_ambassador_among_foreign_ministers_is_none() -> None:
    text = "Foreign Ministers Nils Tamm of Norway, Petar Lukić of Poland and Ambassador Ana Kovač met."
    assert posts(text) == {
        "Nils Tamm: minister of foreign affairs @ NO",
        "Petar Lukić: minister of foreign affairs @ PL",
    }


def test_a_town_before_an_occupation_is_no_employer() -> None:
    assert posts("He thanked Donetsk journalist Nils Tamm.") == set()
    assert posts("He thanked Nils Tamm, a journalist at the Drava Institute.") == {
        "Nils Tamm: journalist @ Drava Institute"
    }
