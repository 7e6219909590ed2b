"""Nouns that name an occasion only in some uses, and what they name beside others."""

from __future__ import annotations

import pytest

from ..event_reading import read


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Observers will watch the polls on 3 June.", ["polls | election | 2012-06-03 | "]),
        ("Sunday's vote will be watched by observers.", ["vote | election | 2012-05-13 | "]),
        ("The vote of 3 June will be watched by observers.", ["vote | election | 2012-06-03 | "]),
        ("The vote in the {Village Council} on 3 June was close.", []),
        ("The polls are wrong, said [Anna Berg].", []),
        (
            "She will be in the final of the well competition in <Asp> on 2 June.",
            ["final of the well competition | other | 2012-06-02 | Asp"],
        ),
        ("The final of the three wells was dug in <Asp> on 2 May.", []),
        (
            "The award of the prizes will be in <Asp> on 25 May.",
            ["award of the prizes | ceremony | 2012-05-25 | Asp"],
        ),
        ("The award for the best well was unknown in <Asp> on 2 May.", []),
        (
            "An exhibition of maps was opened in <Asp> yesterday by the {Water Union}.",
            ["opening of exhibition of maps | ceremony | 2012-05-09 | Asp"],
        ),
        (
            "The opening of an exhibition on wells took place in <Asp> yesterday.",
            ["opening of exhibition on wells | ceremony | 2012-05-09 | Asp"],
        ),
        (
            "An exhibition of maps is shown in <Asp> from 3 to 5 June.",
            ["exhibition of maps | other | 2012-06-03/2012-06-05 | Asp"],
        ),
        (
            "Farmers spoke in <Asp> today, at a forum which the {Water Union} hosted.",
            ["forum | conference | 2012-05-10 | Asp"],
        ),
        ("Farmers want a forum in <Asp>.", []),
        (
            "Training in the use of pumps begins in <Asp> on Monday and will last until 18 May.",
            ["Training | training | 2012-05-14/2012-05-18 | Asp"],
        ),
        ("Training in cold water, forty divers caught a cold in <Asp> on Monday.", []),
        (
            "The {Water Union} will give a press conference in <Asp> on Monday.",
            ["press conference | meeting | 2012-05-14 | Asp"],
        ),
        (
            "In a written statement issued in <Linden> today, the {Water Union} praised the well.",
            ["written statement | statement | 2012-05-10 | Linden"],
        ),
        ("The {Water Union} praised the well in a written statement, but asked who would dig on Sunday.", []),
    ],
)
def test_uses_of_nouns(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "[Anna Berg] visited <Asp> today. A course on pumps will follow.",
            ["visit to Asp | visit | 2012-05-10 | Asp", "course on pumps | training |  | "],
        ),
        (
            "[Anna Berg] visited <Asp> today. A course on pumps might follow.",
            ["visit to Asp | visit | 2012-05-10 | Asp"],
        ),
        (
            "[Anna Berg] visited <Asp> today. They had met at the NATO summit in <Oak>.",
            ["visit to Asp | visit | 2012-05-10 | Asp", "NATO summit | summit |  | Oak"],
        ),
        (
            "[Anna Berg] visited <Asp> today. They had met at a summit in <Oak>.",
            ["visit to Asp | visit | 2012-05-10 | Asp"],
        ),
        (
            "The well contest was held in <Asp> today. Next year's contest will be held in <Oak> in May.",
            ["well contest | other | 2012-05-10 | Asp", "contest | other | 2013-05 | Oak"],
        ),
        (
            "Elections will be held on 3 June. What they are worth will be known on 4 June, when the "
            "International Election Observation Mission publishes its preliminary statement in <Asp>.",
            [
                "Elections | election | 2012-06-03 | ",
                "International Election Observation Mission | election observation | 2012-06-03 | ",
                "preliminary statement | statement | 2012-06-04 | Asp",
            ],
        ),
        (
            "Courses were held in <Asp> from 3 to 5 April and in <Linden> from 10 to 12 April.",
            [
                "Courses | training | 2012-04-03/2012-04-05 | Asp",
                "course in Linden | training | 2012-04-10/2012-04-12 | Linden",
            ],
        ),
        (
            "A workshop on how to dig wells was held in <Asp> on 3 May.",
            ["workshop on how to dig wells | seminar | 2012-05-03 | Asp"],
        ),
        (
            "A workshop on how wells are dug was held in <Asp> on 3 May.",
            ["workshop | seminar | 2012-05-03 | Asp"],
        ),
    ],
)
def test_what_is_announced_or_named(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The Youth Days took place in <Asp> from 3 to 5 May.",
            ["Youth Days | other | 2012-05-03/2012-05-05 | Asp"],
        ),
        (
            "The 12th Well Mechanism (WM) was held in <Asp> yesterday.",
            ["12th Well Mechanism | meeting | 2012-05-09 | Asp"],
        ),
        ("The thieves of the pumps were held in <Asp> on 3 May.", []),
        ("[Anna Berg] was held in <Asp> on 3 May.", []),
        ("The Youth Days are well known.", []),
        (
            "Observers will watch how the voters act in the second round on 17 June.",
            ["second round | election | 2012-06-17 | "],
        ),
        ("The farmers lost the second round on 3 May.", []),
        ("The pumps can be seen in the town hall of <Asp> until 20 May.", []),
        (
            "[Anna Berg] visited <Asp> today. A refresher course is foreseen for the autumn.",
            ["visit to Asp | visit | 2012-05-10 | Asp"],
        ),
        (
            "Two more workshops follow, one in <Asp> on 15 May and one in <Oak> on 22 May.",
            ["more workshops | seminar | 2012-05-15 | Asp", "workshop in Oak | seminar | 2012-05-22 | Oak"],
        ),
        (
            "On the occasion of World Water Day, 20 June, a tournament will be played in <Asp>.",
            ["World Water Day | other | 2012-06-20 | ", "tournament | other | 2012-06-20 | Asp"],
        ),
        (
            "An exhibition on wells can be seen in <Asp> until 20 May. The exhibition was opened yesterday.",
            ["exhibition on wells | ceremony | 2012-05-09 | Asp"],
        ),
    ],
)
def test_names_rounds_and_days_of_others(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "In <Asp>, on Tuesday, nine farmers signed up to it, at a ceremony in the hall.",
            ["ceremony | ceremony | 2012-05-08 | Asp"],
        ),
        (
            "<Asp> is hosting the annual meeting of farmers today and tomorrow.",
            ["annual meeting of farmers | meeting | 2012-05-10/2012-05-11 | Asp"],
        ),
        (
            "At the invitation of the mayor of <Asp>, a round table on wells was held there on 3 May.",
            ["round table on wells | round table | 2012-05-03 | Asp"],
        ),
        (
            "Twelve mayors travelled to <Asp> on Tuesday for a conference on wells.",
            ["conference on wells | conference | 2012-05-08 | Asp"],
        ),
        (
            "For the launch of a handbook, farmers came to <Asp> on Monday.",
            ["launch of a handbook | launch | 2012-05-07 | Asp"],
        ),
        (
            "Farmers went to the school of <Asp> on Monday evening, where a debate on wells was held.",
            ["debate on wells | meeting | 2012-05-07 | Asp"],
        ),
        (
            "The pumps were shown at a ceremony outside the school of <Asp> on Monday.",
            ["ceremony | ceremony | 2012-05-07 | Asp"],
        ),
        (
            "A conference on wells was held on Tuesday; letters had come to <Asp> on Monday.",
            ["conference on wells | conference | 2012-05-08 | Linden"],
        ),
        (
            "The mayor of <Asp> spoke. There will be a round table on wells on 13 May.",
            ["round table on wells | round table | 2012-05-13 | Linden"],
        ),
        (
            "Today, ten years after it was founded on 27 March 2002, the {Water Union} holds an information "
            "day in <Asp>.",
            ["information day | other | 2012-05-10 | Asp"],
        ),
    ],
)
def test_where_it_is_and_when(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines
