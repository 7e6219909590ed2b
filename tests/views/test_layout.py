"""Where nodes stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from osce_kg.views.layout import stress_layout

EDGES = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=14)


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(edges: list[tuple[str, str]], random: object) -> None:
    shuffled = edges[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert stress_layout("hgfedcba", shuffled) == stress_layout("abcdefgh", edges)


@given(EDGES)
def test_all_stand_in_the_unit_square_and_apart(edges: list[tuple[str, str]]) -> None:
    points = stress_layout("abcdefgh", edges)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in points.values())
    assert len(set(points.values())) == 8


def test_neighbours_stand_nearer_than_strangers() -> None:
    path = stress_layout("abcde", [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])
    assert abs(path["a"][0] - path["b"][0]) < abs(path["a"][0] - path["e"][0])
