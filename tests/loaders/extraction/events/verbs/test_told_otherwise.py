"""Occasions, and their days, that texts tell of in less usual ways."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import Status

from ...event_reading import read


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "[Anna Berg] briefed the {Village Council} in <Linden> today.",
            ["hearing before Village Council | meeting | 2012-05-10 | Linden"],
        ),
        (
            "Wells were the topic of [Anna Berg]'s address to the {Village Council} on 9 May.",
            ["hearing before Village Council | meeting | 2012-05-09 | Linden"],
        ),
        (
            "Presenting the priorities of her term to the {Village Council} today, [Anna Berg] "
            "spoke of wells.",
            ["hearing before Village Council | meeting | 2012-05-10 | Linden"],
        ),
        (
            "[Anna Berg] will report to the {Village Council} on 14 May.",
            ["hearing before Village Council | meeting | 2012-05-14 | Linden"],
        ),
        (
            "[Anna Berg] took the floor at the {Forum of Villages} today.",
            ["hearing before Forum of Villages | meeting | 2012-05-10 | Linden"],
        ),
        (
            "Addressing the {Parliament}'s Water Committee today, [Anna Berg] spoke of wells.",
            ["hearing before Parliament | meeting | 2012-05-10 | Linden"],
        ),
        (
            "[Anna Berg] today gave the {Village Council} an overview of the wells.",
            ["hearing before Village Council | meeting | 2012-05-10 | Linden"],
        ),
        ("[Anna Berg] today gave the {Village Council} two answers.", []),
        (
            "Wells were the topic of a speech that [Anna Berg] gave to the {Village Council} today.",
            ["hearing before Village Council | meeting | 2012-05-10 | Linden"],
        ),
        ("In her address to the {Village Council} last year, [Anna Berg] spoke of wells.", []),
        ("The letter of [Anna Berg] to the {Village Council} of 3 May is long.", []),
    ],
)
def test_a_speech_before_a_body_on_a_day_is_a_meeting(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The {Water Union} organized advanced training on pumps in <Asp> today.",
            ["advanced training on pumps | training | 2012-05-10 | Asp"],
        ),
        ("Forty diggers began training in <Asp> today.", ["training | training | 2012-05-10 | Asp"]),
        (
            "The {Water Union} trained forty diggers in <Asp> from 1 to 3 May.",
            ["training of diggers | training | 2012-05-01/2012-05-03 | Asp"],
        ),
        (
            "The first of four workshops for diggers opened in <Asp> today.",
            ["workshops for diggers | seminar | 2012-05-10 | Asp"],
        ),
        (
            "The {Water Union} helped prepare seminars that will take place in <Asp> on 14 May.",
            ["seminars | seminar | 2012-05-14 | Asp"],
        ),
        (
            "A two-day course for diggers on pumps and a course for cooks ended today in <Asp>.",
            [
                "course for diggers on pumps | training | 2012-05-10 | Asp",
                "course for cooks | training | 2012-05-10 | Asp",
            ],
        ),
        (
            "The {Water Union} has started training for diggers in <Asp>.",
            ["training for diggers | training | 2012-05-10 | Asp"],
        ),
        ("Since last year, the {Water Union} has supported training for diggers.", []),
        ("The project will include seminars, a study visit and games.", []),
        ("Newly trained diggers came to <Asp> on 3 May.", []),
        ("Since 2003 the {Water Union} has trained forty diggers and organized many courses.", []),
        ("The villages must not delay the training of their diggers, [Anna Berg] said today.", []),
    ],
)
def test_trainings_are_told_by_nouns_without_article_plurals_and_verbs(text: str, lines: list[str]) -> None:
    assert [line.replace("2012-05-09/", "") for line in read(text).event_lines()] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "A handbook on wells, written by two diggers, was presented in <Asp> today.",
            ["launch of handbook on wells | launch | 2012-05-10 | Asp"],
        ),
        (
            "A manual on wells was presented at an event in <Asp> on 9 May.",
            ["launch of manual on wells | launch | 2012-05-09 | Asp"],
        ),
        (
            "The {Water Union} helped the town in presenting on 9 May the new strategy on wells.",
            ["launch of new strategy on wells | launch | 2012-05-09 | Linden"],
        ),
        (
            "A website on wells went online today.",
            ["launch of website on wells | launch | 2012-05-10 | Linden"],
        ),
        (
            "A manual on wells was presented at a seminar in <Asp> today.",
            ["seminar | seminar | 2012-05-10 | Asp"],
        ),
        ("[Anna Berg] presented her report to them today.", []),
        ("[Anna Berg] today presented the diggers with a problem.", []),
        ("[Anna Berg] presented her views on the handbook today.", []),
        (
            "The new hall of the school, inaugurated today in <Asp>, has ten rooms.",
            ["opening of new hall of the school | ceremony | 2012-05-10 | Asp"],
        ),
        ("The library of the town, opened in 1999, has no books.", []),
        (
            "Equipment worth a lot was presented to the {Village School} in <Asp> today.",
            ["hand-over of Equipment worth a lot | ceremony | 2012-05-10 | Asp"],
        ),
        (
            "The {Village School} received forty books from the {Water Union} on 9 May.",
            ["hand-over of books | ceremony | 2012-05-09 | Linden"],
        ),
        (
            "Fifty diggers, nine of them women, were handed their diplomas today.",
            ["award of diplomas | ceremony | 2012-05-10 | Linden"],
        ),
        ("[Anna Berg] was handed a letter today.", []),
        (
            "The {Water Union} today gave the {Village School} ten radios.",
            ["hand-over of radios | ceremony | 2012-05-10 | Linden"],
        ),
        (
            "The {Water Union} today launched, together with a school, a song about wells.",
            ["launch of song about wells | launch | 2012-05-10 | Linden"],
        ),
        (
            "The first report on wells was made public today.",
            ["publication of first report on wells | publication | 2012-05-10 | "],
        ),
        ("[Anna Berg] made public her age.", []),
        ("[Anna Berg] today received many letters.", []),
        (
            "[Anna Berg] cut the ribbon of a school in <Asp> today.",
            ["ribbon-cutting | ceremony | 2012-05-10 | Asp"],
        ),
        (
            "A similar library was opened in <Asp> in 2003.",
            ["opening of similar library | ceremony | 2003 | Asp"],
        ),
        ("The law opened the door to new wells today.", []),
    ],
)
def test_what_is_presented_opened_or_given(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "To mark the Well Digger's Day on 9 May, [Anna Berg] gave a speech.",
            ["Well Digger's Day | other | 2012-05-09 | "],
        ),
        ("Well Digger Day is kept on 9 May each year.", []),
        (
            "[Anna Berg] spoke at a side event held on the margins of the Water Forum in <Asp> today.",
            [
                "side event | meeting | 2012-05-10 | Asp",
                "Water Forum | conference | 2012-05-10 | Asp",
            ],
        ),
        (
            "The Water Forum closed in <Asp> today. On the margins of the Forum, the "
            "{Water Union} held a seminar.",
            ["Water Forum | conference | 2012-05-10 | Asp", "seminar | seminar | 2012-05-10 | Asp"],
        ),
        (
            "A competition organized by the {Water Union} showed forty pumps.",
            ["competition | other | 2012-05-10 | Linden"],
        ),
        (
            "The {Water Union} opened the first round of its consultative mechanism today.",
            ["first round of its consultative mechanism | meeting | 2012-05-10 | Linden"],
        ),
        ("The {Water Union} won the first round of the game of 3 May.", []),
        ("Negotiations are to be resumed in <Asp>.", ["Negotiations | meeting |  | Asp"]),
        ("Negotiations in <Asp> are slow.", []),
        (
            "[Anna Berg] hosted today a meeting with diggers to talk ahead of the elections of 3 June.",
            ["meeting with diggers | meeting | 2012-05-10 | Linden", "elections | election | 2012-06-03 | "],
        ),
        ("[Anna Berg] spoke to election clerks and read from a course book today.", []),
    ],
)
def test_named_days_side_events_and_others(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The seminar on wells, planned for 14 May in <Asp>, has been postponed to 20 May.",
            ["seminar on wells | seminar | 2012-05-20 | Asp"],
        ),
        (
            "The seminar on wells in <Asp> was postponed from 14 May until 20 May.",
            ["seminar on wells | seminar | 2012-05-20 | Asp"],
        ),
        (
            "On 3 May, farmers came to a ceremony in <Asp>. A conference on the following day was full.",
            ["ceremony | ceremony | 2012-05-03 | Asp", "conference | conference | 2012-05-04 | Linden"],
        ),
        (
            "Since 2 May they had attended a course on pumps in <Asp>, which ended this morning.",
            ["course on pumps | training | 2012-05-02/2012-05-10 | Asp"],
        ),
        (
            "From Monday to Wednesday of next week, the {Water Union} will hold a seminar in <Asp>.",
            ["seminar | seminar | 2012-05-14/2012-05-16 | Asp"],
        ),
        (
            "A workshop for diggers at the {Village School} that took place from 8 to 10 May ended today.",
            ["workshop for diggers | seminar | 2012-05-08/2012-05-10 | Linden"],
        ),
        (
            "A second course for diggers ended in <Asp> today. "
            "The first had been held in the same town on 3 May.",
            [
                "second course for diggers | training | 2012-05-10 | Asp",
                "first course | training | 2012-05-03 | Asp",
            ],
        ),
        (
            "The talks on wells, due to begin in <Asp> on 14 May, were put off until 20 May.",
            ["talks on wells | meeting | 2012-05-20 | Asp"],
        ),
        (
            "A study visit of diggers to <Asp>, paid for by the {Water Union}, ended yesterday.",
            ["study visit of diggers to Asp | visit | 2012-05-09 | Asp"],
        ),
        (
            "A conference on pumps, hosted by the {Water Union}, concluded today in <Asp>.",
            ["conference on pumps | conference | 2012-05-10 | Asp"],
        ),
        (
            "[Anna Berg] arrived in <Asp> today for a two-day visit.",
            ["visit to Asp | visit | 2012-05-10/2012-05-11 | Asp"],
        ),
        (
            "Opening the first conference on wells, [Anna Berg] said that farmers should dig.",
            ["first conference on wells | conference | 2012-05-10 | Linden"],
        ),
    ],
)
def test_days_that_are_moved_counted_on_or_shared(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


def test_what_is_moved_to_another_day_is_planned_and_not_called_off() -> None:
    [moved] = read("The seminar on wells in <Asp> has been postponed to 20 May.").events
    [called_off] = read("The seminar on wells in <Asp> on 20 May has been postponed.").events
    assert (moved.status, called_off.status) == (Status.PLANNED, Status.CANCELLED)


def test_what_others_who_arrive_do_is_no_visit_of_a_person() -> None:
    text = "[Anna Berg] leads ten diggers who will arrive in <<Georgia>> next week."
    assert [event.kind for event in read(text).events] == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The second edition of the handbook on wells came out today.",
            ["publication of second edition of the handbook on wells | publication | 2012-05-10 | "],
        ),
        ("[Anna Berg] came out of the well today.", []),
        (
            "According to a survey published today by the {Water Union}, wells are deep.",
            ["publication of survey | publication | 2012-05-10 | "],
        ),
        (
            "The publication today of a report on wells was good news.",
            ["publication | publication | 2012-05-10 | "],
        ),
        ("The final report will be published two months after the elections.", []),
        (
            "The presentation of a handbook on wells took place in <Asp> today.",
            ["presentation of a handbook on wells | launch | 2012-05-10 | Asp"],
        ),
        ("The presentation of the town was good.", []),
        (
            "Exercises on the river began in <Asp> today.",
            ["Exercises on the river | exercise | 2012-05-10 | Asp"],
        ),
        ("Exercises are good for diggers.", []),
        (
            "The {Water Union} held a quiz on wells in <Asp> on 9 May.",
            ["quiz on wells | other | 2012-05-09 | Asp"],
        ),
        ("All diggers had a fair trial today.", []),
        ("A book fair opens its doors in <Asp> on Friday.", ["book fair | other | 2012-05-11 | Asp"]),
        (
            "Voters go to the polls in village elections on 3 June.",
            ["village elections | election | 2012-06-03 | "],
        ),
        ("[Anna Berg] said on Monday she hoped recent elections would help.", []),
        ("On 3 June, village elections will be held.", ["village elections | election | 2012-06-03 | "]),
        ("On 3 June, <<Georgia>> will hold elections.", ["elections | election | 2012-06-03 | Georgia"]),
        ("Lessons in the law of elections ended for ten clerks today.", []),
        (
            "On the first day of the two-day seminar in <Asp>, diggers spoke about wells.",
            ["seminar | seminar | 2012-05-10/2012-05-11 | Asp"],
        ),
        (
            "[Anna Berg] was this week at the Well Summit and the World Pump Congress in <Asp>.",
            [
                "Well Summit | summit | 2012-05-07/2012-05-13 | Asp",
                "World Pump Congress | conference | 2012-05-07/2012-05-13 | Asp",
            ],
        ),
        ("A follow-up seminar is under consideration.", []),
        (
            "[Anna Berg] was in <Asp> today to see the wells.",
            ["visit to Asp | visit | 2012-05-10 | Asp"],
        ),
        ("[Anna Berg] is in <Asp> today.", []),
    ],
)
def test_what_is_published_practised_or_played_and_where_people_stay(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The {Water Union} launched in <Asp> the School of Wells on 9 May.",
            ["launch of School of Wells | launch | 2012-05-09 | Asp"],
        ),
        (
            "The second round of training courses on wells, attended by diggers, was held during 2 to 4 May "
            "in <Asp>.",
            ["training courses on wells | training | 2012-05-02/2012-05-04 | Asp"],
        ),
        (
            "The {Water Union} awarded the winners of a drawing contest on 9 May.",
            ["award of winners of a drawing contest | ceremony | 2012-05-09 | Linden"],
        ),
        ("The {Water Union} awarded the work to a digger on 9 May.", []),
    ],
)
def test_rounds_of_courses_prizes_and_places_behind_the_verb(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


def test_what_is_held_on_a_named_day_is_held_today() -> None:
    text = "On World Water Day, the {Water Union} held a round table in <Asp>. On the day after, it rained."
    assert "round table | round table | 2012-05-10 | Asp" in read(text).event_lines()


def test_a_verb_of_the_title_is_no_part_of_a_name() -> None:
    [event] = read(
        "It was held in <Asp> today.\nA seminar was.", title="Union Delivers Seminar on Wells"
    ).events
    assert event.name == "Seminar on Wells"
