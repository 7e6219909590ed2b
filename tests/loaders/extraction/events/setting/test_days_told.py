"""Days of occasions that a text tells from both ends, in another clause or only by where it was written."""

from __future__ import annotations

import pytest

from ...event_reading import read


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "A competition was held in <Asp> from Monday to yesterday.",
            ["competition | other | 2012-05-07/2012-05-09 | Asp"],
        ),
        (
            "The wells are being discussed at a meeting in <Asp> from today until Saturday.",
            ["meeting | meeting | 2012-05-10/2012-05-12 | Asp"],
        ),
        (
            "It was about a three-day journey, begun on Tuesday and ended today, by [Anna Berg].",
            ["journey | visit | 2012-05-08/2012-05-10 | Linden"],
        ),
        (
            "A seminar was held in <Asp> from Monday to the end.",
            ["seminar | seminar | 2012-05-07 | Asp"],
        ),
    ],
)
def test_days_from_one_to_another(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "On the last day of a course on wells that the {Water Union} had organized, forty officers "
            "graduated in <Linden> today.",
            [
                "course on wells | training | 2012-05-10 | Linden",
                "graduation of officers | ceremony | 2012-05-10 | Linden",
            ],
        ),
        (
            "The {Water Union} will meet again in <Asp> on 22 May, when the {Mill Guild} holds its fair and "
            "its Winter Meeting there.",
            [
                "meeting of Water Union | meeting | 2012-05-22 | Asp",
                "Winter Meeting | meeting | 2012-05-22 | Asp",
            ],
        ),
        (
            "[Anna Berg], who is visiting <Asp> for three days, will call on [Carl Dahl].",
            ["visit to Asp | visit | 2012-05-10 | Asp"],
        ),
        (
            "[Anna Berg] had spoken of wells while visiting <Asp> on 5 May.",
            ["visit to Asp | visit | 2012-05-05 | Asp"],
        ),
        ("[Anna Berg] spoke of the joy of visiting <Asp> on 5 May.", []),
        (
            "A brochure on wells will come out in June.",
            ["publication of brochure on wells | publication | 2012-06 | "],
        ),
        ("Whether a meeting will be held in <Asp> on 14 May is asked.", []),
    ],
)
def test_days_told_in_another_clause(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Information days on wells follow in <Asp> on 14 May and in <Linden> on 17 May.",
            [
                "Information days on wells | other | 2012-05-14 | Asp",
                "information day in Linden | other | 2012-05-17 | Linden",
            ],
        ),
        (
            "Two further seminars on wells will follow in <Asp> on 14 May and in <Linden> on 17 May.",
            [
                "seminars on wells | seminar | 2012-05-14 | Asp",
                "seminar in Linden | seminar | 2012-05-17 | Linden",
            ],
        ),
        (
            "The workshops will take place in <Asp> on 14 May and in <Linden> on 17 May.",
            ["workshops | seminar | 2012-05-14 | Asp"],
        ),
    ],
)
def test_further_ones_in_several_towns_are_one_each(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


def test_and_within_a_name_does_not_end_it() -> None:
    text = "The 16th Water and Well Forum began in <Asp> today, and a Mill Forum is planned."
    assert read(text).event_lines()[0] == "16th Water and Well Forum | conference | 2012-05-10 | Asp"


def test_a_summit_has_the_days_of_reference() -> None:
    text = "The leaders gathered for the OSCE Summit in <Astana> on 1 December 2010."
    assert read(text).event_lines() == ["OSCE Summit | summit | 2010-12-01/2010-12-02 | Astana"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "For three days, starting today, the 16th Water and Well Forum deals in <Asp> with wells.",
            ["16th Water and Well Forum | conference | 2012-05-10/2012-05-12 | Asp"],
        ),
        (
            "Two weeks from now, the {Water Union} will hold a seminar in <Asp>.",
            ["seminar | seminar | 2012-05-24 | Asp"],
        ),
        (
            "Next year's competition will be hosted by the {Water Union} in <Asp> in May.",
            ["competition | other | 2013-05 | Asp"],
        ),
        (
            "The competition will be hosted by the {Water Union} in <Asp> in June.",
            ["competition | other | 2012-06 | Asp"],
        ),
        (
            "A seminar was held in <Asp> on 4 May. The seminar was followed by a reception.",
            ["seminar | seminar | 2012-05-04 | Asp", "reception | other | 2012-05-04 | Asp"],
        ),
        (
            "A seminar was held in <Asp> on 4 May. The seminar was followed by a course on pumps.",
            ["seminar | seminar | 2012-05-04 | Asp"],
        ),
    ],
)
def test_days_counted_from_another(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "A statement has been issued by the {Water Union} today.",
            ["statement | statement | 2012-05-10 | Linden"],
        ),
        ("Pumps have been issued by the {Water Union} today.", []),
        (
            "The envoy, [Anna Berg], whom the {Water Union} had appointed in June 2011, leaves.",
            ["appointment of Anna Berg | appointment | 2011-06 | "],
        ),
        ("The envoy, [Anna Berg], whom the {Water Union} had appointed, leaves in June.", []),
        (
            "Before the parliamentary elections that <<Latvia>> holds on 21 May, [Anna Berg] is to rest.",
            ["parliamentary elections | election | 2012-05-21 | Latvia"],
        ),
        (
            "Before the elections that the envoy of <<Latvia>> awaits on 21 May, [Anna Berg] is to rest.",
            ["elections | election | 2012-05-21 | "],
        ),
        (
            "A brochure on wells, [Anna Berg] said, will be published by the {Water Union} in June.",
            ["publication of brochure on wells | publication | 2012-06 | "],
        ),
        (
            "Forty people opened a meeting in <Linden> today. The {Mill Guild} organized this parallel "
            "conference of villages.",
            ["parallel conference of villages | conference | 2012-05-10 | Linden"],
        ),
    ],
)
def test_what_is_told_in_the_passive_or_behind_a_relative(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The seminar took place in <Asp> on 7 May; a day later, a course on pumps was held in <Linden>.",
            ["seminar | seminar | 2012-05-07 | Asp", "course on pumps | training | 2012-05-08 | Linden"],
        ),
        (
            "A course ended in <Asp> on 7 May. Two days later, [Anna Berg] visited <Linden>.",
            ["course | training | 2012-05-07 | Asp", "visit to Linden | visit | 2012-05-09 | Linden"],
        ),
        (
            "A course ended in <Asp> on 7 May. Later, a seminar will be held in <Linden> on 14 May.",
            ["course | training | 2012-05-07 | Asp", "seminar | seminar | 2012-05-14 | Linden"],
        ),
        (
            "Forty people spent the week from 1 to 5 May in <Asp>. The Water Summer School for Youth, as it "
            "was called, was organized by the {Water Union}.",
            ["Water Summer School for Youth | training | 2012-05-01/2012-05-05 | Asp"],
        ),
        (
            "Forty people fell ill from 1 to 5 May. The Water Summer School for Youth was organized by the "
            "{Water Union}.",
            ["Water Summer School for Youth | training | 2012-05-10 | Linden"],
        ),
        (
            "Films were shown in <Linden> yesterday. They were short. The film showing was organized by the "
            "{Water Union}.",
            ["film showing | other | 2012-05-09 | Linden"],
        ),
    ],
)
def test_days_of_what_was_told_just_before(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines
