"""Posts that a body has filled anew, that somebody is given, or two of one person; and names beside them."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import Entity, EntityKind
from osce_kg.ontology.reference import reference

from ..people_reading import people, posts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The OSCE Mission to Serbia has had a new Deputy Head since Monday: Ana Kovač.",
            {"Ana Kovač: deputy head of mission @ mission-serbia"},
        ),
        ("The Drava Institute got a new Director, Nils Tamm.", {"Nils Tamm: director @ Drava Institute"}),
        ("The Drava Institute has a new Director. Nils Tamm spoke.", set()),
        ("The Drava Institute has a new roof, Nils Tamm said.", set()),
    ],
)
def test_a_body_has_somebody_new(text: str, found: set[str]) -> None:
    assert posts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Nils Tamm, a lawyer, came. The Minister appointed him Head of the Drava Institute.",
            {"Nils Tamm: head @ Drava Institute"},
        ),
        (
            "Ana Kovač, a judge, came. The Committee chose her as Chair of the Drava Forum.",
            {"Ana Kovač: chair @ Drava Forum"},
        ),
        (
            "The observers are in the hands of Nils Tamm from France. He was appointed. They elected him as "
            "Special Co-ordinator.",
            {"Nils Tamm: special co-ordinator @ osce"},
        ),
        ("Nils Tamm, a lawyer, came. The Minister met him as Head of the Drava Institute.", set()),
        (
            "Nils Tamm, a lawyer, met Ivo Marić, a farmer. The Minister appointed him Head of the Forum.",
            set(),
        ),
    ],
)
def test_somebody_is_given_a_post(text: str, found: set[str]) -> None:
    assert posts(text) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "Malta's Minister for Foreign and European Affairs and Trade and Chair-in-Office of the OSCE",
            {"minister for foreign and european affairs and trade @ MT", "chair-in-office @ osce"},
        ),
        (
            "Minister of Defence and Deputy Prime Minister of Albania",
            {"minister of defence @ AL", "deputy prime minister @ AL"},
        ),
        (
            "Head of the Department of Trade and Chair of the Drava Forum",
            {"head @ Department of Trade", "chair @ Drava Forum"},
        ),
        (
            "Chair of the Association of Prosecutors and Judges",
            {"chair @ Association of Prosecutors and Judges"},
        ),
        ("the first Chair of the Drava Forum", {"chair @ Drava Forum"}),
        ("First Deputy Chair of the Drava Forum", {"first deputy chair @ Drava Forum"}),
        (
            "Deputy Minister of Migration and Asylum of Greece",
            {"deputy minister of migration and asylum @ GR"},
        ),
        ("Adviser to the Estonian Minister of Justice", {"adviser to the minister of justice @ EE"}),
        ("Adviser to the Minister of Justice of Estonia", {"adviser to the minister of justice @ EE"}),
        ("who is Small Arms Adviser at the Drava Institute", {"small arms adviser @ Drava Institute"}),
        ("Head of Arms Control at the Drava Institute", {"head of arms control @ Drava Institute"}),
        (
            "the OSCE Mission to Serbia's Organized Crime Police Adviser",
            {"organized crime police adviser @ mission-serbia"},
        ),
        (
            "Special Co-ordinator of the short-term observers",
            {"special co-ordinator of short-term observers @ osce"},
        ),
    ],
)
def test_what_a_post_is_called(said: str, found: set[str]) -> None:
    assert posts(f"Nils Tamm, {said}, agreed.") == {f"Nils Tamm: {post}" for post in found}


def test_a_mission_that_observes_has_its_head() -> None:
    opened = "ODIHR has opened a limited election observation mission in Tirana. "
    assert posts(opened + "Nils Tamm is its Head.") == {
        "Nils Tamm: head of mission @ limited election observation mission"
    }
    assert posts(opened + "The Drava Institute helps. Nils Tamm is its Head.") == {
        "Nils Tamm: head @ Drava Institute"
    }


def test_who_stands_in_for_a_chief_holds_not_his_post() -> None:
    text = "In the absence of the Director of the Drava Institute, Deputy Director Nils Tamm spoke."
    assert "Nils Tamm: director @ Drava Institute" not in posts(text)


def test_nobody_follows_another_in_a_seat_of_parliament() -> None:
    text = "Ana Kovač (MP, Estonia) came. Her predecessor, Italian Senator Nils Tamm, did not."
    assert posts(text) == {"Ana Kovač: member of parliament @ EE", "Nils Tamm: member of parliament @ IT"}


def test_a_mayor_is_of_the_town_to_which_one_goes() -> None:
    belgrade = reference().get(EntityKind.PLACE, "belgrade").entity
    text = "BELGRADE, 3 May 2006 - He will travel to Bujanovac to meet the Mayor, Ana Kovač."
    assert posts(text, places=(belgrade,)) == {"Ana Kovač: mayor @ bujanovac"}
    text = "BELGRADE, 3 May 2006 - He travelled far. He met the Mayor, Ana Kovač."
    assert posts(text, places=(belgrade,)) == {"Ana Kovač: mayor @ belgrade"}


def test_a_minister_met_in_a_capital_serves_its_state() -> None:
    places: tuple[Entity, ...] = (reference().get(EntityKind.PLACE, "baku").entity,)
    text = "They came. In the Armenian capital they were received by Prime Minister Nils Tamm."
    assert posts(text, places=places) == {"Nils Tamm: prime minister @ AM"}


@pytest.mark.parametrize(
    "text",
    [
        "With them was Nils Tamm of the Drava Institute.",
        "Nils Tamm, aged 14, came first.",
        "The second prize went to Nils Tamm.",
        "The work is in the hands of Nils Tamm from Estonia.",
        "She will call on Nils Tamović and Ana Kovač.",
    ],
)
def test_names_beside_words_of_company_are_people(text: str) -> None:
    assert people(text)[0].startswith("Nils Tam")


@pytest.mark.parametrize(
    "text", ["The team went to Nova Zora.", "The office is in Nova Zora.", "With them was Spring."]
)
def test_names_beside_other_words_are_none(text: str) -> None:
    assert people(text) == []


def test_the_director_of_a_house_is_met_there() -> None:
    found = {"Ana Kovač: director @ Drava Library"}
    assert posts("At the Drava Library he met the Director, Ana Kovač.") == found
    assert posts("He saw the Drava Library, where the Director, Ana Kovač, showed him round.") == found
    assert posts("He met the Director, Ana Kovač, and saw the Drava Library.") == set()


def test_the_first_holder_of_an_office_is_not_the_one_of_the_day() -> None:
    assert people("The first High Commissioner on National Minorities died.") == []
    assert people("The High Commissioner on National Minorities spoke.") == ["Rolf Ekéus"]


def test_a_chief_monitor_is_that_of_the_operation_named() -> None:
    text = "The OSCE Mission to Serbia opened. Chief Monitor Ana Kovač came."
    assert posts(text) == {"Ana Kovač: chief monitor @ mission-serbia"}
    assert posts("Chief Monitor Ana Kovač came.") == set()
