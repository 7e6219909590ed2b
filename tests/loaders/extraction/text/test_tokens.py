"""Words, numbers and marks, with abbreviations and possessives as readers see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amb. J. Kos of the U.N. spoke.", ["Amb.", "J.", "Kos", "of", "the", "U.N.", "spoke", "."]),
        ("Malta's envoy", ["Malta", "'s", "envoy"]),
        ("the States’ views", ["the", "States", "’", "views"]),
        ("the Stateʼs views", ["the", "State", "ʼs", "views"]),
        ("O’Neill-Vik read it.", ["O’Neill-Vik", "read", "it", "."]),
        ("School No. 7", ["School", "No.", "7"]),
        ("He said no. They left.", ["He", "said", "no", ".", "They", "left", "."]),
        ("at 10:30 on the 24th", ["at", "10:30", "on", "the", "24th"]),
        ("Peć/Peja -- 1,500 people...", ["Peć", "/", "Peja", "--", "1,500", "people", "..."]),
    ],
)
def test_a_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@given(st.text(max_size=300))
def test_tokens_cover_all_that_is_not_space_in_order(text: str) -> None:
    covered = 0
    for token in tokens(text):
        assert text[token.begin : token.end] == token.text
        assert token.begin >= covered
        assert not text[covered : token.begin].strip()
        covered = token.end
    assert not text[covered:].strip()


def test_words_are_cut_alike_however_many_stand_without_a_space() -> None:
    once = "Peć/Ruža's/U.N./No.7/"
    words = [token.text for token in tokens(once)]
    assert words == ["Peć", "/", "Ruža", "'s", "/", "U.N.", "/", "No.", "7", "/"]
    assert [token.text for token in tokens(once * 9)] == words * 9


@pytest.mark.parametrize(("behind", "last"), [("7", "No."), ("seven", "."), ("", ".")])
def test_what_stands_behind_the_space_tells_whether_a_full_stop_ends_a_sentence(
    behind: str, last: str
) -> None:
    found = [token.text for token in tokens(f"School No. {behind}")]
    assert last in found
    assert ("No" in found) is (last == ".")
