from __future__ import annotations

import pytest

from ..people_reading import people, posts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Nils Tamm, the Chair of the Drava Assembly's Committee on Justice, Science and Culture, left.",
            {"Nils Tamm: chair of committee on justice, science and culture @ Drava Assembly"},
        ),
        (
            "The correspondent of the Drava News Agency, Dravapress, Nils Tamm, came.",
            {"Nils Tamm: correspondent @ Drava News Agency"},
        ),
        (
            "The Mayor of Brod, Ana Kovač, and the President of the Judicial Council (JC) of Estonia, Nils "
            "Tamm, signed.",
            {"Ana Kovač: mayor @ Brod", "Nils Tamm: president @ Judicial Council"},
        ),
        (
            "Nils Tamm, appointed by UNHCR Adviser Ana Kovač as Director of the Drava Institute, left.",
            {"Nils Tamm: director @ Drava Institute", "Ana Kovač: adviser @ unhcr"},
        ),
        (
            "Members of the Estonian Presidency Nils Tamm, Ana Kovač and Petar Lukić met.",
            {f"{name}: member @ Estonian Presidency" for name in ("Nils Tamm", "Ana Kovač", "Petar Lukić")},
        ),
        (
            "Estonian Deputy Prime Minister - Finance Minister of Estonia Nils Tamm spoke.",
            {"Nils Tamm: deputy prime minister @ EE", "Nils Tamm: minister of finance @ EE"},
        ),
        ("The new OSCE head in Brod, Nils Tamm, spoke.", set()),
    ],
)
def test_each_post_is_given_to_whom_it_stands_with(text: str, found: set[str]) -> None:
    assert posts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "In her talks with Mayor Ana Kovač, the Secretary General stressed this.",
        "Alongside Ana Kovač, Mayor of Brod, the Secretary General launched it.",
        "The Secretary General and Minister Ana Kovač agreed.",
    ],
)
def test_the_subject_behind_somebody_named_is_another(text: str) -> None:
    assert "Ana Kovač: secretary general @ osce" not in posts(text)


def test_the_post_behind_a_name_is_its_own_where_a_comma_closes_it() -> None:
    text = "In Vienna she met Ana Kovač, the Secretary General of the OSCE, and others."
    assert posts(text) == {"Ana Kovač: secretary general @ osce"}


def test_a_minister_in_a_row_does_not_serve_the_osce() -> None:
    text = "It was led by Foreign Minister and OSCE Chairperson-in-Office Nils Tamm."
    assert posts(text) == {"Nils Tamm: chairperson-in-office @ osce"}


def test_a_theme_in_quotation_marks_is_no_person() -> None:
    assert people("The forum was held under the theme “Reclaiming Waterways in a Dry World”.") == []


def test_a_surname_in_a_title_in_capitals_is_the_one_below() -> None:
    text = "Mayor Nils Tamm of Brod came to Osh."
    assert people(text, title="Mayor Tamm Visits Osh") == ["Nils Tamm"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Nils Tamm (MP Austria) spoke.", "member of parliament @ AT"),
        (
            "The Speaker of the Ukrainian Verkhovna Rada Nils Tamm left.",
            "speaker @ Ukrainian Verkhovna Rada",
        ),
        (
            "The Drava Assembly met. Chair of the economic committee Nils Tamm spoke.",
            "chair of economic committee @ Drava Assembly",
        ),
    ],
)
def test_a_name_is_not_the_name_of_a_unit(text: str, post: str) -> None:
    assert posts(text) == {f"Nils Tamm: {post}"}


def test_two_posts_that_a_dash_joins_are_one_persons() -> None:
    text = "She met Estonian President Ana Kovač, Prime Minister - Estonian Finance Minister Nils Tamm."
    assert posts(text) == {
        "Ana Kovač: president @ EE",
        "Nils Tamm: prime minister @ EE",
        "Nils Tamm: minister of finance @ EE",
    }
