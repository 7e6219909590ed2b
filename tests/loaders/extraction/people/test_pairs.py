"""Posts of two people, each of whom has one of them."""

from __future__ import annotations

import pytest

from ..people_reading import people, posts

BOTH = "Ana Kovač and Nils Tamm"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (f"The Director and the Deputy Director of the Drava Institute, {BOTH}, spoke.",
         "director @ Drava Institute", "deputy director @ Drava Institute"),
        (f"He met {BOTH}, the President and the Secretary of the Drava Institute.",
         "president @ Drava Institute", "secretary @ Drava Institute"),
        (f"The Mayor and the Deputy Mayor of Osh, {BOTH}, spoke.", "mayor @ osh", "deputy mayor @ osh"),
        (f"Moldova's Ministers of Justice and the Interior, {BOTH}, spoke.",
         "minister of justice @ MD", "minister of the interior @ MD"),
        (f"The Moldovan Foreign and Defence Ministers, {BOTH}, spoke.",
         "minister of foreign affairs @ MD", "minister of defence @ MD"),
        (f"The Heads of the OSCE Missions to Serbia and to Montenegro, {BOTH}, spoke.",
         "head of mission @ mission-serbia", "head of mission @ mission-montenegro"),
        (f"The Heads of the Drava Institute and the Sava Institute, {BOTH}, spoke.",
         "head @ Drava Institute", "head @ Sava Institute"),
        ("The Ambassadors of Norway, Ana Kovač, and Sweden, Nils Tamm, spoke.",
         "ambassador @ NO", "ambassador @ SE"),
        ("Ambassadors Ana Kovač of Norway and Nils Tamm of Sweden spoke.",
         "ambassador @ NO", "ambassador @ SE"),
        ("The Heads of the OSCE Mission to Serbia, Ana Kovač, and of the OSCE Mission to Montenegro, "
         "Nils Tamm, spoke.", "head of mission @ mission-serbia", "head of mission @ mission-montenegro"),
    ],
)  # fmt: skip
def test_each_of_two_has_one_of_the_posts(text: str, first: str, second: str) -> None:
    assert posts(text) == {f"Ana Kovač: {first}", f"Nils Tamm: {second}"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Director and Treasurer of the Drava Institute, Nils Tamm, met Ana Kovač.",
            {"Nils Tamm: director @ Drava Institute", "Nils Tamm: treasurer @ Drava Institute"},
        ),
        (
            "The Mayor of Osh and Director of the Drava Institute, Nils Tamm, and Ana Kovač spoke.",
            {"Nils Tamm: mayor @ osh", "Nils Tamm: director @ Drava Institute"},
        ),
        (f"The Head of the Drava Institute and the Mayor of Osh met {BOTH}.", set()),
        (
            "The Ministers of Foreign Affairs and Trade, Ana Kovač of Estonia and Nils Tamm of Latvia, met.",
            {
                "Ana Kovač: minister of foreign affairs and trade @ EE",
                "Nils Tamm: minister of foreign affairs and trade @ LV",
            },
        ),
    ],
)
def test_both_posts_of_one_are_his_own(text: str, found: set[str]) -> None:
    assert posts(text) == found


def test_a_minister_speaks_for_the_state_with_which_the_sentence_begins() -> None:
    for opening in ("For Moldova", "On behalf of Moldova"):
        assert posts(f"{opening}, Minister of Justice Ana Kovač spoke.") == {
            "Ana Kovač: minister of justice @ MD"
        }
    assert people("Under the leadership of Ana Kovač, the Drava Institute grew.") == ["Ana Kovač"]
