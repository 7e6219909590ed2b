"""Occasions of less usual nouns, several writings at once, long speeches, and what is held again."""

from __future__ import annotations

import pytest

from ..event_reading import read


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The {Well School} was able to hold a sports day in <Asp> today.", ["sports day | other | Asp"]),
        ("It was the best day for sports in <Asp>.", []),
        (
            "The {Water Union} held its founding assembly in <Asp> today.",
            ["founding assembly | meeting | Asp"],
        ),
        ("The {Water Union} was founded by the assembly of <Asp>.", []),
        ("A lecture on wells was given in <Asp> today.", ["lecture on wells | other | Asp"]),
        (
            "A series of lectures on wells took place in <Asp> today.",
            ["lectures on wells | training | Asp"],
        ),
        ("Nobody lectures on wells in <Asp> today.", []),
        ("A book fair opens its doors in the old town of <Asp> today.", ["book fair | other | Asp"]),
        (
            "Judges gathered in <Asp> today to attend a seminar on wells.",
            ["seminar on wells | seminar | Asp"],
        ),
    ],
)
def test_finds_occasions_by_their_nouns(text: str, lines: list[str]) -> None:
    """Whether a noun of an occasion is found with its kind, and a like word that is none is left."""
    assert [_without_day(line) for line in read(text).event_lines() if " | visit" not in line] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Two reports on wells were issued by the {Water Union} today.",
            ["publication of reports on wells | publication | 2012-05-10"],
        ),
        (
            "The {Water Union} today published three guides on wells.",
            ["publication of guides on wells | publication | 2012-05-10"],
        ),
        ("The {Water Union} today issued two warnings about wells.", []),
        (
            "The {Water Union} presented a survey on wells in <Asp> today.",
            ["launch of survey on wells | launch | 2012-05-10"],
        ),
        ("The {Water Union} presented the findings of its survey on wells in <Asp> today.", []),
        ("The {Water Union} presented a survey on wells to the mayor of <Asp> today.", []),
    ],
)
def test_several_writings_may_be_published(text: str, lines: list[str]) -> None:
    """Whether the plural of a writing is one too, and that of another thing is none."""
    assert [line.rpartition(" | ")[0] for line in read(text).event_lines()] == lines


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("[Anna Berg] gave her first address as Well Keeper to the {Village Council} today.", True),
        (
            "In her last report to the {Village Council} before she left, [Anna Berg] today spoke of wells.",
            True,
        ),
        ("In her last report to the {Village Council}, [Anna Berg] spoke of wells.", False),
    ],
)
def test_a_speech_to_a_body_may_be_told_at_length(text: str, *, held: bool) -> None:
    """Whether words between a speech, its hearers and its day do not hide it; without a day there is none."""
    assert any("hearing before Village Council" in line for line in read(text).event_lines()) is held


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A course on wells was held in <Asp> today. The course will be repeated in <Linden> on 3 June.",
            ["2012-05-10", "2012-06-03"],
        ),
        (
            "A course on wells was held in <Asp> today. The course will not be repeated.",
            ["2012-05-10"],
        ),
        ("A course on wells was held in <Asp> today. The course repeated old lessons.", ["2012-05-10"]),
    ],
)
def test_what_will_be_repeated_is_another_occasion(text: str, days: list[str]) -> None:
    """Whether a course that will be held again is told from the first one."""
    assert [line.split(" | ")[2] for line in read(text).event_lines()] == days


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Wells were the subject of a fair which the {Water Union} convened in <Asp> on 3 May.", []),
        ("The {Water Union} convened in <Asp> on 3 May.", ["meeting"]),
    ],
)
def test_what_a_body_convened_is_no_meeting_of_its_own(text: str, kinds: list[str]) -> None:
    """Whether a body that convened something else is not told to have met itself."""
    assert [line.split(" | ")[1] for line in read(text).event_lines() if "meeting" in line] == kinds


def _without_day(line: str) -> str:
    name, kind, _, place = line.split(" | ")
    return f"{name} | {kind} | {place}"
