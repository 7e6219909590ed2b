"""Text widths and free places, against a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from osce_kg.views.labels import Box, Candidate, Placer, text_width, wrap

NAMES = [
    "Ľubomír Kopaj",
    "Ertuğrul Apakan",
    "Šarūnas Adomavičius",
    "Paraschiva Bădescu",
    "R. Spencer Oliver",
    "Эберхард",
]


@pytest.mark.parametrize("weight", [400, 700])
def test_widths_are_what_a_browser_measures(look: Callable[..., Any], weight: int) -> None:
    page = look("<!doctype html><canvas id=c></canvas>", 400).page
    if not page.evaluate("document.fonts.check('12px \"Liberation Sans\"')"):
        pytest.skip("no font with Helvetica's widths is installed (fonts-liberation)")
    measured = page.evaluate(
        """([names, weight]) => { const c = document.getElementById('c').getContext('2d');
             c.font = weight + ' 100px "Liberation Sans"';
             return names.map(n => c.measureText(n).width); }""",
        [NAMES, weight],
    )
    for name, width in zip(NAMES, measured, strict=True):
        assert text_width(name, 100, bold=weight == 700) == pytest.approx(width, rel=0.03)


def test_words_are_never_cut() -> None:
    lines = wrap("Bosnia and Herzegovina", 12, 10)
    assert lines == ["Bosnia", "and", "Herzegovina"]


def test_a_label_takes_the_first_free_place_or_none() -> None:
    placer = Placer(Box(0, 0, 100, 20))
    here = Candidate(0, 10, "start", Box(0, 0, 60, 12))
    there = Candidate(0, 10, "start", Box(30, 0, 90, 12))
    assert placer.place([here]) is here
    assert placer.place([here, there]) is None
