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
