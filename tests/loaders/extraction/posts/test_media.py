"""For which newspaper, channel or site somebody works."""

from __future__ import annotations

import pytest

from ..people_reading import posts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She met Nova Zora journalist Ana Kovač.", "Ana Kovač: journalist @ Nova Zora"),
        ("She met Sova newspaper reporter Ana Kovač.", "Ana Kovač: reporter @ Sova"),
        ("She met Blic 24 TV channel journalist Ana Kovač.", "Ana Kovač: journalist @ Blic 24 TV"),
        ("She met “Sova” columnist Ana Kovač.", "Ana Kovač: columnist @ Sova"),
        ("Ana Kovač, a reporter for Nova Zora, was freed.", "Ana Kovač: reporter @ Nova Zora"),
        ("Ana Kovač, a reporter for Sova, was freed.", "Ana Kovač: reporter @ Sova"),
        ("Ana Kovač, chief editor of the Sova.net, was freed.", "Ana Kovač: chief editor @ Sova.net"),
        ("Ana Kovač, editor of the online portal Sova.net, came.", "Ana Kovač: editor @ Sova.net"),
        ("Ana Kovač, editor of the Tirana-based weekly Sova, came.", "Ana Kovač: editor @ Sova"),
        ("Ana Kovač, a journalist working for the daily Sova, came.", "Ana Kovač: journalist @ Sova"),
    ],
)
def test_a_medium_employs_those_who_write_for_it(text: str, found: str) -> None:
    assert posts(text) == {found}


@pytest.mark.parametrize(
    "text",
    [
        "She met Freelance journalist Ana Kovač.",
        "She met Sokolac journalist Ana Kovač.",
        "She met Russian journalist Ana Kovač.",
        "She met investigative journalist Ana Kovač.",
        "She met Ana Kovač, a journalist from Gornji Brod.",
        "She met award-winning journalist Ana Kovač, who wrote a book.",
    ],
)
def test_a_journalist_of_no_medium_has_no_post(text: str) -> None:
    assert posts(text) == set()
