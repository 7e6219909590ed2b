"""What is denied or only rumoured is no fact."""

from __future__ import annotations

import pytest
from osce_kg.loaders.extraction.clauses.denials import denied_from, is_denied, is_flat_denial

from ..event_reading import read
from ..people_reading import people, posts


@pytest.mark.parametrize(
    "text",
    [
        "Petar Vukelov rejected claims that Nils Tamm had been named Minister of Justice of Albania.",
        "Petar Vukelov criticized reports in a newspaper that Nils Tamm was Minister of Justice of Albania.",
        "Contrary to reports that Nils Tamm had been named Minister of Justice of Albania, nobody was.",
        "There are allegations that Nils Tamm served as Minister of Justice of Albania.",
        "Nils Tamm denied that he had been appointed Minister of Justice of Albania.",
        "It is not true that Nils Tamm is Minister of Justice of Albania.",
        'Petar Vukelov said that Nils Tamm had been named Minister of Justice of Albania. "It is not true," '
        "the Ministry said.",
    ],
)
def test_a_post_that_is_denied_or_rumoured_is_nobodys(text: str) -> None:
    assert posts(text) == set()


def test_whose_post_is_denied_is_a_person_all_the_same() -> None:
    assert "Nils Tamm" in people(
        "The Mission rejected claims that Nils Tamm had been named Minister of Justice."
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Petar Vukelov criticized reports that Deputy Mayor of Shkodra Nils Tamm had left.",
            {"Nils Tamm: deputy mayor @ shkodra"},
        ),
        (
            "Petar Vukelov confirmed that Nils Tamm had been named Minister of Justice of Albania.",
            {"Nils Tamm: minister of justice @ AL"},
        ),
        (
            "Contrary to reports, Nils Tamm has been named Minister of Justice of Albania.",
            {"Nils Tamm: minister of justice @ AL"},
        ),
    ],
)
def test_what_is_told_beside_a_denial_is_a_fact(text: str, found: set[str]) -> None:
    assert posts(text) == found


def test_one_appointed_to_a_post_does_not_name_its_holder_of_the_day() -> None:
    text = "Nils Tamm denied that he had been appointed Head of the OSCE Mission to Serbia."
    assert people(text) == people("Nils Tamm denied that he had been appointed.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Anna Berg] denied that a seminar on wells was held in <Linden> on 3 May.", []),
        ("No seminar on wells was held in <Linden> on 3 May.", []),
        ("There are rumours that a seminar on wells was held in <Linden> on 3 May.", []),
        (
            "[Anna Berg] denied that the seminar on wells in <Linden> on 3 May had failed.",
            ["seminar on wells"],
        ),
        ("[Anna Berg] said that a seminar on wells was held in <Linden> on 3 May.", ["seminar on wells"]),
    ],
)
def test_an_occasion_that_is_denied_is_none(text: str, names: list[str]) -> None:
    assert [event.name for event in read(text).events] == names


def test_the_denied_clause_ends_where_the_main_clause_goes_on() -> None:
    words = ["contrary", "to", "rumours", "that", "he", "was", "ill", ",", "she", "became", "mayor"]
    assert denied_from(words) == [(4, 7)]
    assert is_denied(words, 5)
    assert not is_denied(words, 10)


@pytest.mark.parametrize(
    ("said", "denies"),
    [
        ("That is nonsense,", True),
        ("This is simply not true.", True),
        ("There is no truth in it.", False),
        ("That is a step in the right direction,", False),
        ("It is not false.", False),
        ("", False),
    ],
)
def test_flat_denials(said: str, denies: bool) -> None:
    assert is_flat_denial(said) is denies
