"""Occasions that only the title calls by a noun."""

from __future__ import annotations

import pytest

from ..event_reading import read


@pytest.mark.parametrize(
    ("title", "text", "lines"),
    [
        (
            "Workshop on wells in Asp",
            "Forty farmers met in <Asp> today. How to find water was their subject.",
            ["Workshop on wells in Asp | seminar | 2012-05-10 | Asp"],
        ),
        (
            "Union seeks water",
            "Forty farmers met in <Asp> today. How to find water was their subject.",
            ["meeting of farmers | meeting | 2012-05-10 | Asp"],
        ),
        (
            "Round table on wells held",
            "A hundred farmers debated in <Asp> on 8 and 9 May what a well should cost.",
            ["Round table on wells | round table | 2012-05-08/2012-05-09 | Asp"],
        ),
        (
            "Farmers complete course on wells",
            "Forty farmers talked from Monday to Wednesday in <Asp> of how wells are dug.",
            ["course on wells | training | 2012-05-07/2012-05-09 | Asp"],
        ),
        (
            "Union calls for course on wells",
            "Forty farmers talked from Monday to Wednesday in <Asp> of how wells are dug.",
            [],
        ),
        ("Round table on wells", "Rain fell in <Asp> on 8 and 9 May.", []),
        (
            "Seminar on wells",
            "Forty farmers met in <Asp> today. A conference on pumps will be held there on 3 June.",
            [
                "meeting of farmers | meeting | 2012-05-10 | Asp",
                "conference on pumps | conference | 2012-06-03 | Asp",
            ],
        ),
    ],
)
def test_the_title_says_what_people_came_for(title: str, text: str, lines: list[str]) -> None:
    assert read(text, title=title).event_lines() == lines
