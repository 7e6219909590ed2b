"""Which meeting of a series an occasion is."""

from __future__ import annotations

import pytest
from osce_kg.loaders.extraction.events.series import number_in_series, series_of
from osce_kg.ontology.reference import reference

from ..event_reading import read


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("14th Economic Forum", 14),
        ("OSCE 3rd Annual Conference on Wells", 3),
        ("Twenty-first Mediterranean Conference", 21),
        ("fifth annual seminar on wells", 5),
        ("Twelfth OSCE Economic Forum", 12),
        ("second seminar on wells", None),
        ("first day of the conference", None),
        ("seminar on the 14th amendment", None),
        ("14th", None),
    ],
)
def test_a_name_that_counts_a_series_gives_its_number(name: str, number: int | None) -> None:
    assert number_in_series(name) == number


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("14th Economic Forum", "series-eef"),
        ("Review Conference", "series-review"),
        ("World Economic Forum", None),
        ("14th conference on wells", None),
        ("seminar", None),
    ],
)
def test_a_series_is_known_by_the_rest_of_the_name(name: str, series: str | None) -> None:
    found = series_of(name, reference())
    assert (found.id if found is not None else None) == series


def test_an_event_has_the_number_that_its_name_says() -> None:
    (event,) = read("The third annual conference on wells was held in <Linden> today.").events
    assert event.number == 3
