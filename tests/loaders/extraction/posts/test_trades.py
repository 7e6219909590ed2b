from __future__ import annotations

import pytest

from ..people_reading import posts


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("They spoke with engineer Nils Tamm of the Sava Water Agency.", "engineer @ Sava Water Agency"),
        ("The lawyer Nils Tamm from the Sava Bar Association agreed.", "lawyer @ Sava Bar Association"),
        ("Economist Nils Tamm of the Drava Institute agreed.", "economist @ Drava Institute"),
        ("A talk by historian Nils Tamm from the Drava Institute ended it.", "historian @ Drava Institute"),
    ],
)
def test_one_of_a_trade_works_where_the_words_behind_the_name_say(said: str, found: str) -> None:
    assert posts(said) == {f"Nils Tamm: {found}"}


@pytest.mark.parametrize(
    "said",
    [
        "They spoke with engineer Nils Tamm of Tallinn.",
        "They spoke with engineer Nils Tamm of the Drava Institute's plans.",
        "They spoke with engineer Nils Tamm, and the Drava Institute agreed.",
    ],
)
def test_a_trade_alone_is_no_post(said: str) -> None:
    assert posts(said) == set()


@pytest.mark.parametrize("trade", ["director", "prosecutor"])
def test_a_trade_behind_a_demonym_is_no_post_of_the_state(trade: str) -> None:
    assert posts(f"The Georgian {trade} Nils Tamm came with a film.") == set()


def test_a_trade_behind_a_demonym_is_a_post_where_an_employer_follows() -> None:
    said = "The Georgian director of the Drava Institute, Nils Tamm, came with a film."
    assert posts(said) == {"Nils Tamm: director @ Drava Institute"}
    assert posts("Georgian Prosecutor General Nils Tamm came.") == {"Nils Tamm: prosecutor general @ GE"}
