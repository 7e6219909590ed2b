"""Posts that clauses and their subjects give: "she is", "headed by", "his successor", "N and M of"."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import Entity, EntityKind

from ..people_reading import people, posts

CAME = "Ana Kovač, a farmer, came. "
MISSION = "the OSCE Mission to Serbia"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"She is the Head of {MISSION}.", "Ana Kovač: head of mission @ mission-serbia"),
        (f"She was Deputy Head of {MISSION}.", "Ana Kovač: former deputy head of mission @ mission-serbia"),
        ("She heads the Drava Institute.", "Ana Kovač: head @ Drava Institute"),
        (
            "She is the Russian President's special representative for human rights in Chechnya.",
            "Ana Kovač: special representative of the president for human rights in chechnya @ RU",
        ),
    ],
)
def test_a_pronoun_is_in_the_post_that_its_sentence_gives(text: str, found: str) -> None:
    assert posts(CAME + text) == {found}


def test_whom_somebody_meets_is_another() -> None:
    assert posts(CAME + "She met the Mayor of Bitola.") == set()
    assert posts(CAME + "She is not the Mayor of Bitola.") == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Drava Institute, headed by Nils Tamm, opened it.", {"Nils Tamm: head @ Drava Institute"}),
        ("A course at the Drava Institute, led by Nils Tamm, began.", set()),
        ("Members of the Drava Institute, led by Nils Tamm, came.", set()),
        ("Nils Tamm presides over the Drava Institute.", {"Nils Tamm: president @ Drava Institute"}),
        (
            "Nils Tamm no longer presides over the Drava Institute. His successor, Ivo Marić, spoke.",
            {"Nils Tamm: former president @ Drava Institute", "Ivo Marić: president @ Drava Institute"},
        ),
        (
            "Nils Tamm, the Head of the Drava Institute, thanked his predecessor, Ivo Marić.",
            {"Nils Tamm: head @ Drava Institute", "Ivo Marić: former head @ Drava Institute"},
        ),
        ("His successor, Ivo Marić, spoke.", set()),
        (
            "Ivo Marić, who as Mayor of Bitola will be Director of the Drava Institute, spoke.",
            {"Ivo Marić: mayor @ bitola", "Ivo Marić: incoming director @ Drava Institute"},
        ),
    ],
)
def test_a_clause_gives_a_post_to_its_subject(text: str, found: set[str]) -> None:
    assert posts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Mayors Nils Tamm of Bitola and Ivo Marić of Ohrid signed it.",
            {"Nils Tamm: mayor @ bitola", "Ivo Marić: mayor @ ohrid"},
        ),
        (
            "Mayors Nils Tamm and Ivo Marić of Bitola and Ohrid signed it.",
            {"Nils Tamm: mayor @ bitola", "Ivo Marić: mayor @ ohrid"},
        ),
        (
            "She met Nils Tamm and Ivo Marić, Chairmen of the Upper and Lower Houses of Parliament.",
            {
                "Nils Tamm: chairman @ Upper House of Parliament",
                "Ivo Marić: chairman @ Lower House of Parliament",
            },
        ),
        (
            "Nils Tamm and Ivo Marić, Speakers of the Parliaments of Estonia and Croatia, met.",
            {"Nils Tamm: speaker @ Parliament of Estonia", "Ivo Marić: speaker @ Parliament of Croatia"},
        ),
        (
            "Nils Tamm and Ivo Marić, members of the Human Rights and Law Institute, met.",
            {
                "Nils Tamm: member @ Human Rights and Law Institute",
                "Ivo Marić: member @ Human Rights and Law Institute",
            },
        ),
    ],
)
def test_several_share_out_what_their_post_is_for(text: str, found: set[str]) -> None:
    assert posts(text) == found


def test_ministers_in_a_row_serve_the_state_of_the_first() -> None:
    vienna = (Entity(EntityKind.PLACE, "Vienna", "vienna"),)
    text = (
        "She met Tajik Prime Minister Nils Tamm, Interior Minister Ivo Marić and Parliament Speaker Eda Lind."
    )
    assert posts(text, places=vienna) == {
        "Nils Tamm: prime minister @ TJ",
        "Ivo Marić: minister of the interior @ TJ",
        "Eda Lind: speaker of parliament @ TJ",
    }


def test_who_follows_whom_are_two_people() -> None:
    assert people("Nils Tamm, who succeeds Ivo Marić, began.") == ["Nils Tamm", "Ivo Marić"]
    assert people("Nils Tamm succeeds Eva Lee as Head of the Drava Institute.") == ["Nils Tamm", "Eva Lee"]
    assert people("The new bridge replaced Nova Linija in May.") == []


def test_whose_director_somebody_is_is_no_person() -> None:
    text = "She met the association Open Harbour, whose director, Eva Lind, thanked her."
    assert posts(text) == {"Eva Lind: director @ Open Harbour"}


def test_the_representative_is_the_one_who_is_spoken_of() -> None:
    office = "The Office of the OSCE Representative on Freedom of the Media held a course. "
    assert posts(office + "The Representative will come in May.") == {
        "Miklós Haraszti: representative on freedom of the media @ osce"
    }
    assert posts("The Drava Institute held a course. The Representative will come in May.") == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Eva Lind, the Jordanian Minister of State for Foreign Affairs,",
            "minister of state for foreign affairs @ JO",
        ),
        ("US Senator Eva Lind", "member of parliament @ US"),
        ("Eva Lind, a Congresswoman of the United States,", "member of parliament @ US"),
        ("Journalist Eva Lind of the online portal Sova", "journalist @ Sova"),
    ],
)
def test_titles_have_one_normal_form(text: str, found: str) -> None:
    assert posts(f"{text} spoke.") == {f"Eva Lind: {found}"}


TBILISI = (Entity(EntityKind.PLACE, "Tbilisi", "tbilisi"),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She met the Speaker of the Parliament, Eva Lind.", "speaker of parliament @ GE"),
        ("She met Chairman of Parliament Eva Lind.", "chairman of parliament @ GE"),
        (
            "She met the Personal Representative of the President on National Security, Eva Lind.",
            "personal representative of the president on national security @ GE",
        ),
        ("She met Georgia's Special Envoy to Russia, Eva Lind.", "special envoy to russia @ GE"),
    ],
)
def test_officers_of_a_state_are_the_states_where_the_release_is_written(text: str, found: str) -> None:
    assert posts(text, places=TBILISI) == {f"Eva Lind: {found}"}


def test_the_leaders_of_a_state_that_are_listed_are_its_own() -> None:
    text = (
        "Kazakhstan's Foreign Minister Nils Tamm met the leadership of Georgia, including President Eva Lind."
    )
    assert posts(text, places=TBILISI) == {
        "Nils Tamm: minister of foreign affairs @ KZ",
        "Eva Lind: president @ GE",
    }


def test_a_post_takes_no_word_of_the_one_before() -> None:
    text = "Kazakhstan's Secretary of State and Foreign Minister Nils Tamm spoke."
    assert posts(text) == {
        "Nils Tamm: secretary of state @ KZ",
        "Nils Tamm: minister of foreign affairs @ KZ",
    }


def test_an_initial_stands_for_the_name_before() -> None:
    assert people("The judge Myahri Tamm spoke. M. Tamm left.") == ["Myahri Tamm"]
    assert people("The judge Myahri Tamm spoke. The lawyer B. Tamm left.") == ["Myahri Tamm", "B. Tamm"]


def test_a_minister_in_short_is_the_one_whose_post_alone_was_told() -> None:
    told = "The Armenian Minister of Foreign Affairs held a reception. "
    assert posts(told + "In his speech, Minister Tamm said so.") == {"Tamm: minister of foreign affairs @ AM"}
    two = told.replace("held", "and the Georgian Minister of Justice held")
    assert posts(two + "In his speech, Minister Tamm said so.") == set()


def test_who_is_followed_in_a_post_held_it() -> None:
    text = "Nils Tamm, who will succeed Eva Lind as Director of the Drava Institute, came."
    assert posts(text) == {"Nils Tamm: director @ Drava Institute"}
    assert posts("She replaces Eva Lind as Director of the Drava Institute.") == {
        "Eva Lind: former director @ Drava Institute"
    }


def test_a_rank_in_small_letters_belongs_to_the_post_behind_it() -> None:
    found = {"Eva Lind: deputy minister of foreign affairs @ AZ"}
    assert posts("Eva Lind, the deputy Foreign Minister of Azerbaijan, said so.") == found
