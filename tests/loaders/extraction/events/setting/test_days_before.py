"""Days and places that a text tells of those who are there, in the sentence before it names the occasion."""

from __future__ import annotations

import pytest

from ...event_reading import read


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "From Monday until today, forty farmers lived in <Asp>. The water camp was organized by the "
            "{Water Union}.",
            ["water camp | other | 2012-05-07/2012-05-10 | Asp"],
        ),
        (
            "From Monday until today, snow fell in <Asp>. The water camp was organized by the {Water Union}.",
            ["water camp | other | 2012-05-10 | Linden"],
        ),
        (
            "Forty farmers have been learning since Monday how to dig, at a course in <Asp>. It ends today.",
            ["course | training | 2012-05-07/2012-05-10 | Asp"],
        ),
        (
            "[Anna Berg], who has led the {Water Union} since Monday, spoke at a course in <Asp> today.",
            ["course | training | 2012-05-10 | Asp"],
        ),
        (
            "Forty farmers have practised since Monday how to dig. The course in <Asp>, which the "
            "{Water Union} organized and which ended today, was the first.",
            ["course | training | 2012-05-07/2012-05-10 | Asp"],
        ),
        (
            "For three days forty farmers have practised in <Asp>. The exercise ended at noon.",
            ["exercise | exercise | 2012-05-08/2012-05-10 | Asp"],
        ),
        (
            "Two days of talks between the villages ended in <Asp> today.",
            ["talks between the villages | meeting | 2012-05-09/2012-05-10 | Asp"],
        ),
        (
            "Forty farmers met in <Asp> today. They spoke of drafts that are prepared for the Well Session.",
            ["meeting of farmers | meeting | 2012-05-10 | Asp"],
        ),
        (
            "Forty farmers are at a fair on wells in <Asp>. It was good to see them on Monday.",
            [],
        ),
        (
            "A conference on wells began in <Asp> today and goes on until Saturday.",
            ["conference on wells | conference | 2012-05-10/2012-05-12 | Asp"],
        ),
        (
            "Forty mayors have come to <Asp> for a conference on wells. It began this morning and continues "
            "tomorrow.",
            ["conference on wells | conference | 2012-05-10/2012-05-11 | Asp"],
        ),
        (
            "The annual Well Conference, which takes place in <Asp> this week, was opened today.",
            ["annual Well Conference | conference | 2012-05-10 | Asp"],
        ),
        (
            "The annual Well Conference takes place in <Asp> this week.",
            ["annual Well Conference | conference | 2012-05-07/2012-05-13 | Asp"],
        ),
        (
            "Forty farmers talked of wells at a seminar in <Asp>, which the {Water Union} held on Tuesday.",
            ["seminar | seminar | 2012-05-08 | Asp"],
        ),
        (
            "Forty farmers talked of wells at a seminar in <Asp>, which those who had left their wells on "
            "Tuesday did not like.",
            ["seminar | seminar | 2012-05-10 | Asp"],
        ),
        (
            "On 3 May, World Water Day, a debate took place in <Asp>.",
            ["World Water Day | other | 2012-05-03 | ", "debate | meeting | 2012-05-03 | Asp"],
        ),
    ],
)
def test_days_of_those_there(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Forty judges met in <Asp> today. The workshop on wells is organized by the {Water Union}.",
            ["workshop on wells | seminar | 2012-05-10 | Asp"],
        ),
        (
            'A hundred farmers gathered in <Asp> on Tuesday. The occasion was a conference entitled "Wells".',
            ["meeting of farmers | conference | 2012-05-08 | Asp"],
        ),
        (
            "A hundred farmers gathered in <Asp> on Tuesday. They had come for a seminar on pumps.",
            ["seminar on pumps | seminar | 2012-05-08 | Asp"],
        ),
        (
            "A hundred farmers gathered in <Asp> on Tuesday. The workshop on wells will be held in June.",
            [
                "meeting of farmers | meeting | 2012-05-08 | Asp",
                "workshop on wells | seminar | 2012-06 | ",
            ],
        ),
        (
            "[Anna Berg] met [Carl Dahl] in <Asp> on Tuesday. The workshop on wells was expensive.",
            ["meeting with Carl Dahl | meeting | 2012-05-08 | Asp"],
        ),
    ],
)
def test_why_people_met(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The mayor will tell it on Monday, 14 May. It is then that the {Water Union} holds a press "
            "conference in <Asp>.",
            ["press conference | meeting | 2012-05-14 | Asp"],
        ),
        (
            "The books came on Monday. That evening, a concert was given in <Asp>.",
            ["concert | other | 2012-05-07 | Asp"],
        ),
        (
            "The books came on Monday. That concert halls were empty was seen at a seminar in <Asp>.",
            ["seminar | seminar | 2012-05-10 | Asp"],
        ),
        (
            "[Anna Berg] visited <Asp> on Tuesday. She also watched a training course for diggers.",
            [
                "visit to Asp | visit | 2012-05-08 | Asp",
                "training course for diggers | training | 2012-05-08 | Asp",
            ],
        ),
        (
            "[Anna Berg] visited <Asp> on Tuesday. She also wanted a training course for diggers.",
            ["visit to Asp | visit | 2012-05-08 | Asp"],
        ),
        (
            "Forty diggers have been learning since Monday at a course in <Asp>. At today's closing "
            "ceremony, they received a map.",
            [
                "course | training | 2012-05-07/2012-05-10 | Asp",
                "closing ceremony | ceremony | 2012-05-10 | Asp",
            ],
        ),
        (
            "A course on wells was held in <Asp> today. At the closing ceremony, the diggers received a map.",
            ["course on wells | training | 2012-05-10 | Asp"],
        ),
        (
            "[Anna Berg] took part in the hand-over ceremony in the course of a visit to <Asp> today.",
            ["hand-over ceremony | ceremony | 2012-05-10 | Asp", "visit to Asp | visit | 2012-05-10 | Asp"],
        ),
        (
            "They were promised wells, and on Saturday there will be forty. On that day a fair is opened "
            "at a ceremony in <Asp>.",
            ["ceremony | ceremony | 2012-05-12 | Asp"],
        ),
        (
            "Meetings for farmers, in <Asp> on 7 and 8 June, are being set up by the {Water Union}.",
            ["Meetings for farmers | meeting | 2012-06-07/2012-06-08 | Asp"],
        ),
        ("Meetings are dull, and on 7 and 8 June farmers have work.", []),
    ],
)
def test_days_of_what_was_named_before(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


def test_a_summer_school_that_is_named_as_an_organization_is_held() -> None:
    text = "The {Well Summer School for Youth} was held in <Asp> from 3 to 5 May."
    assert read(text).event_lines() == [
        "Well Summer School for Youth | training | 2012-05-03/2012-05-05 | Asp"
    ]
    assert read("The {Well Secondary School} was closed in <Asp> from 3 to 5 May.").event_lines() == []


def test_a_body_that_hears_somebody_may_bear_the_name_of_a_state() -> None:
    text = "[Anna Berg] spoke before the <<France>> {Well Commission} today."
    assert read(text).event_lines() == ["hearing before Well Commission | meeting | 2012-05-10 | Linden"]


@pytest.mark.parametrize(
    "text",
    [
        "[Anna Berg] spoke of the storm of 3 May and said that a public discussion of it was needed.",
        "Judges discussed the verdict of 3 May. The training of diggers remains poor.",
        "A seminar would have helped, [Anna Berg] said today.",
        "The Old Bridge Fire took place in <Asp> on 3 May.",
    ],
)
def test_what_is_only_needed_or_no_occasion(text: str) -> None:
    assert "2012-05-03" not in " ".join(read(text).event_lines())
    assert "seminar" not in " ".join(read(text).event_lines())
