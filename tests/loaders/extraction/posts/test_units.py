from __future__ import annotations

import pytest

from ..people_reading import people, posts


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "Vice-President for Culture and Loyalty of the European Commission",
            "vice-president for culture and loyalty @ ec",
        ),
        (
            "NATO's Deputy Assistant Secretary General for Public Outreach",
            "deputy assistant secretary general for public outreach @ nato",
        ),
        (
            "Deputy Director for Programmes and Grants at the Drava Institute",
            "deputy director for programmes and grants @ Drava Institute",
        ),
        (
            "Senior Adviser for Dialogue and Kinship at the Drava Institute",
            "senior adviser for dialogue and kinship @ Drava Institute",
        ),
        (
            "rapporteur of the Working Group on Displaced Persons",
            "rapporteur @ Working Group on Displaced Persons",
        ),
    ],
)
def test_matters_that_no_table_knows_are_part_of_the_title(said: str, found: str) -> None:
    assert posts(f"Nils Tamm, {said}, agreed.") == {f"Nils Tamm: {found}"}


def test_a_name_behind_a_matter_is_no_part_of_it() -> None:
    assert people("The Drava Institute's Adviser for Human Rights Nils Tamm, from Brod, agreed.") == [
        "Nils Tamm"
    ]
    assert people("Estonian Minister for Trade Nils Tamm, with guests, agreed.") == ["Nils Tamm"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "Head of the IT security department at the Brod Forensic Centre",
            "head of it security department @ Brod Forensic Centre",
        ),
        (
            "Head of the cybercrime and digital evidence section of the Serbian Ministry of Interior",
            "head of cybercrime and digital evidence section @ Serbian Ministry of Interior",
        ),
        (
            "head of the water resources department at the Drava Institute",
            "head of water resources department @ Drava Institute",
        ),
    ],
)
def test_a_unit_goes_on_in_small_letters(said: str, found: str) -> None:
    assert posts(f"Nils Tamm, {said}, agreed.") == {f"Nils Tamm: {found}"}


@pytest.mark.parametrize("unit", ["Migration and Housing", "Arms Control"])
def test_who_leads_a_team_has_all_its_words(unit: str) -> None:
    said = f"Nils Tamm, {unit} Team Leader at UNDP, agreed."
    assert posts(said) == {f"Nils Tamm: {unit.lower()} team leader @ undp"}


def test_a_board_with_a_name_needs_no_larger_organization() -> None:
    hosted = "The Drava Institute for Law met. Nils Tamm, "
    assert posts(f"{hosted}Secretary of the Alpine Spelling Board, agreed.") == {
        "Nils Tamm: secretary @ Alpine Spelling Board"
    }
    assert posts(f"{hosted}Secretary of the Advisory Board, agreed.") == {
        "Nils Tamm: secretary of advisory board @ Drava Institute for Law"
    }


def test_a_weekly_has_its_name_behind_its_language() -> None:
    assert posts('Nils Tamm, the editor of the Frisian weekly "Il Sulet", agreed.') == {
        "Nils Tamm: editor @ Il Sulet"
    }
    assert posts("Nils Tamm, the editor of the Frisian weekly, agreed.") != {"Nils Tamm: editor @ weekly"}


def test_a_commissioner_for_a_matter_serves_no_town() -> None:
    said = "the Commissioner for Enlargement, Nils Tamm."
    assert posts(f"At the European Commission they met {said}") == {
        "Nils Tamm: commissioner for enlargement @ ec"
    }
    assert posts(f"In Brussels they met {said}") == set()
    assert posts("In Brussels they met the European Commissioner for Trade, Nils Tamm.") == {
        "Nils Tamm: commissioner for trade @ ec"
    }


def test_who_is_one_thing_is_the_other_too() -> None:
    said = "Nils Tamm, who is Chair of the Drava Forum and Permanent Representative of Slovakia to the OSCE"
    assert "Nils Tamm: permanent representative to the osce @ SK" in posts(f"{said}, agreed.")
    other = said.replace(" and Permanent", " and met the Permanent")
    assert not any("SK" in post for post in posts(f"{other}, agreed."))


def test_a_mayor_behind_a_municipality_is_its_mayor() -> None:
    said = "The guests came from the Municipality of Bitola. Mayor Nils Tamm agreed."
    assert posts(said) == {"Nils Tamm: mayor @ bitola"}
    assert posts(said.replace("the Municipality of Bitola", "Bitola's school")) != {
        "Nils Tamm: mayor @ Bitola"
    }
