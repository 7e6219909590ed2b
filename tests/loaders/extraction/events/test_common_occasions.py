"""Occasions of nouns that no table knows, told by verbs that only occasions have."""

from __future__ import annotations

import pytest

from ..event_reading import read


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A dance for miners was held in <Asp> on 3 May.", ["dance for miners | other | 2012-05-03 | Asp"]),
        (
            "A chess match, organized by the {Water Union}, took place in <Asp> on 3 May.",
            ["chess match | other | 2012-05-03 | Asp"],
        ),
        ("The {Water Union} will stage a dance in <Asp> on 14 May.", ["dance | other | 2012-05-14 | Asp"]),
        (
            "The {Water Union} organized a walk along the old wells in <Asp> on 3 May.",
            ["walk along the old wells | other | 2012-05-03 | Asp"],
        ),
        ("A suspect was held in <Asp> on 3 May.", []),
        ("A blockade took place in <Asp> on 3 May.", []),
        ("A dance was not held in <Asp> on 3 May.", []),
        ("A dance is held in <Asp>.", []),
        ("The {Water Union} organized a network of diggers in <Asp> on 3 May.", []),
    ],
)
def test_a_common_noun_may_be_an_occasion(text: str, lines: list[str]) -> None:
    """Whether what is held, staged or organized on a day is found, and people, groups and attacks are not."""
    assert read(text).event_lines() == lines


def test_a_sentence_between_does_not_hide_what_people_met_for() -> None:
    """Whether the sentence after people met names the occasion, with another noun between."""
    text = (
        "Forty judges came together in <Asp> today to see how far the reform of police training has got. "
        "The two-day conference was organized by the {Water Union}."
    )
    assert [line.split(" | ")[1] for line in read(text).event_lines()][:1] == ["conference"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two workshops on wells were delivered by the {Water Union} in <Asp> on 3 May.", 1),
        ("Workshops on wells are useful to the {Water Union}.", 0),
    ],
)
def test_workshops_may_be_delivered(text: str, *, count: int) -> None:
    """Whether several that were delivered on a day are found."""
    assert len(read(text).event_lines()) == count
