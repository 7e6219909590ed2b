"""Which occasions a text reports, of what kind, when and where."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.clauses.line import Rule
from osce_kg.loaders.extraction.events.find import at_events
from osce_kg.loaders.extraction.events.phrases import content_words
from osce_kg.loaders.extraction.events.spoken import RULES
from osce_kg.ontology.facts import EventKind, Status

from ..event_reading import read


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_finds_its_example_and_leaves_its_counter_example(rule: Rule[Any]) -> None:
    assert rule.name in {event.evidence.rule for event in read(rule.example).events}
    assert rule.name not in {event.evidence.rule for event in read(rule.counter_example).events}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "A three-day seminar on wells ended in <Linden> today.",
            ["seminar on wells | seminar | 2012-05-08/2012-05-10 | Linden"],
        ),
        (
            "The {Water Union} will hold a second round table on wells in <Asp> on 3 and 4 June.",
            ["second round table on wells | round table | 2012-06-03/2012-06-04 | Asp"],
        ),
        (
            "A conference on pumps, which had opened in <Linden> on Tuesday, closed there today.",
            ["conference on pumps | conference | 2012-05-08/2012-05-10 | Linden"],
        ),
        (
            "A training course on pumps is under way in <Asp>. It opened on Wednesday and ends on Friday.",
            ["training course on pumps | training | 2012-05-09/2012-05-11 | Asp"],
        ),
        (
            "From 1 to 3 May, the {Water Union} held a workshop in <Asp> to teach digging.",
            ["workshop | training | 2012-05-01/2012-05-03 | Asp"],
        ),
        (
            "At a workshop in <Asp> on 3 May, farmers exchanged views on wells.",
            ["workshop | seminar | 2012-05-03 | Asp"],
        ),
        (
            'From 28 April to 3 May, under Phase 2 of a (long) plan, paid for by many, called "Good Wells", '
            "the {Water Union} (WU) held a course on pumps.",
            ["course on pumps | training | 2012-04-28/2012-05-03 | Linden"],
        ),
        (
            "A three-day course held by the {Water Union} on the use of water and of pumps that lead to "
            "better bread, giving hope to farmers in villages, commenced on 9 May in <Asp>.",
            ["course | training | 2012-05-09/2012-05-11 | Asp"],
        ),
        (
            "A conference on pumps opened in <Asp> today. Until 14 May, the forty participants will talk.",
            ["conference on pumps | conference | 2012-05-10/2012-05-14 | Asp"],
        ),
        (
            "A conference on pumps opened in <Asp> today. Until 14 May, the town has no water.",
            ["conference on pumps | conference | 2012-05-10 | Asp"],
        ),
        (
            "A side event was held in <Asp> today during the great Symposium on Pumps.",
            [
                "side event | meeting | 2012-05-10 | Asp",
                "great Symposium on Pumps | conference | 2012-05-10 | Asp",
            ],
        ),
        (
            "The {Water Union} paid for training courses held yesterday for diggers in <Asp>.",
            ["training courses | training | 2012-05-09 | Asp"],
        ),
        (
            "The two-day workshops, held with the {Bread Union}, will take place in <Asp> on 17-18 May and "
            "in <Linden> on 20-21 May.",
            ["workshops | seminar | 2012-05-17/2012-05-18 | Asp"],
        ),
        ("Courses are dear. Workshops teach what happened on 3 May.", []),
        (
            "A workshop on wells was held in <Asp> today. The two-day seminars will take place in <Linden> "
            "on 17-18 May.",
            [
                "workshop on wells | seminar | 2012-05-10 | Asp",
                "seminars | seminar | 2012-05-17/2012-05-18 | Linden",
            ],
        ),
        (
            "A new pump station, paid for by the {Water Union}, opened in <Asp> today.",
            ["opening of new pump station | ceremony | 2012-05-10 | Asp"],
        ),
        ("The pump station, which is old, opened its pumps in 1999.", []),
        (
            "[Anna Berg] took part in a ceremony to hand over pumps in <Asp> today.",
            ["ceremony | ceremony | 2012-05-10 | Asp"],
        ),
        (
            "The plan was closed in <Asp> today with the formal hand-over of pumps to schools.",
            ["formal hand-over of pumps | ceremony | 2012-05-10 | Asp"],
        ),
        (
            "Old pumps, including some that need parts, were today handed over to schools in <Asp>.",
            ["hand-over of Old pumps | ceremony | 2012-05-10 | Asp"],
        ),
        (
            "Diggers from forty towns today gathered in <Asp> for the opening of the largest conference on "
            "water.",
            ["largest conference on water | conference | 2012-05-10 | Asp"],
        ),
        (
            "A seminar on wells ended in <Linden> today. It follows a conference on pumps that was held in "
            "<Asp> in 2003.",
            [
                "seminar on wells | seminar | 2012-05-10 | Linden",
                "conference on pumps | conference | 2003 | Asp",
            ],
        ),
        ("The {Water Union} may hold a conference on pumps in <Asp> on 3 June.", []),
        (
            "Judges learn to read maps in a series of eight regional training sessions, the first of which "
            "ended today.",
            ["regional training sessions | training | 2012-05-10 | Linden"],
        ),
        (
            "The theme of the Road Forum, which opened in <Asp> today, is roads. The most important annual "
            "event of the {Water Union} is full.",
            ["Road Forum | conference | 2012-05-10 | Asp"],
        ),
        (
            "[Anna Berg] welcomed today the steps to use the guidelines on maps issued by the {Water Union}.",
            [],
        ),
        ("The {Water Union} welcomed the agreed meeting schedule today.", []),
        ("Diggers learned today how to organize a good conference.", []),
        (
            "A meeting on wells was held in <Asp> today. This is the second such meeting since March 2009.",
            ["meeting on wells | meeting | 2012-05-10 | Asp"],
        ),
        (
            "The largest conference on water, the annual Linden Water Meeting, opened in <Asp> today.",
            ["annual Linden Water Meeting | meeting | 2012-05-10 | Asp"],
        ),
        (
            "The {Water Union} trained diggers in a long course. The training of diggers was held in <Asp> "
            "on 3 and 4 May.",
            ["training of diggers | training | 2012-05-03/2012-05-04 | Asp"],
        ),
        (
            "[Anna Berg] gave a report to the {Village Council} in <Asp> yesterday.",
            ["hearing before Village Council | meeting | 2012-05-09 | Asp"],
        ),
        (
            "Speaking at the {Village Council} today, [Anna Berg] praised the wells.",
            ["hearing before Village Council | meeting | 2012-05-10 | Linden"],
        ),
        ("[Anna Berg] made a proposal to the {Village Council} today.", []),
        ("[Anna Berg] reported to the {Village Council} on the storm of 3 May.", []),
        ("[Anna Berg], who recently was appointed Mayor, wrote a letter.", []),
        (
            "A handbook on wells was launched in <Linden> yesterday.",
            ["launch of handbook on wells | launch | 2012-05-09 | Linden"],
        ),
        (
            "[Anna Berg] and [Carl Dahl] signed a memorandum on wells today.",
            ["signing of memorandum on wells | ceremony | 2012-05-10 | Linden"],
        ),
        (
            "[Anna Berg] will travel to <Asp> on 12 May.",
            ["visit to Asp | visit | 2012-05-12 | Asp"],
        ),
        (
            "[Anna Berg] met [Carl Dahl] in <Asp> yesterday.",
            ["meeting with Carl Dahl | meeting | 2012-05-09 | Asp"],
        ),
        (
            "The observers will follow the parliamentary elections on 3 June.",
            ["parliamentary elections | election | 2012-06-03 | "],
        ),
        (
            "The wells were blessed today, on World Water Day.",
            ["World Water Day | other | 2012-05-10 | "],
        ),
        (
            "The {Water Union} today opened a new pumping centre in <Asp>.",
            ["opening of new pumping centre | ceremony | 2012-05-10 | Asp"],
        ),
        (
            "Voters go to the polls on 3 June.",
            ["elections | election | 2012-06-03 | "],
        ),
        (
            "Farmers and millers came together in <Asp> yesterday. The workshop was the first of its kind.",
            ["meeting of Farmers and millers | seminar | 2012-05-09 | Asp"],
        ),
        (
            "For three days, farmers have been learning to dig. The course began on Tuesday in <Asp>.",
            ["course | training | 2012-05-08/2012-05-10 | Asp"],
        ),
        (
            "At the close of a two-day seminar on wells in <Linden> yesterday, farmers danced.",
            ["seminar on wells | seminar | 2012-05-08/2012-05-09 | Linden"],
        ),
        (
            "The plan goes to the Forum of villages, which meets in <Asp> on 9 June.",
            ["meeting of Forum of villages | meeting | 2012-06-09 | Asp"],
        ),
        (
            "<Asp> is to host a conference on wells on 7 and 8 June.",
            ["conference on wells | conference | 2012-06-07/2012-06-08 | Asp"],
        ),
        (
            "For five hours yesterday farmers dug in <Linden>. The exercise was the first of its kind.",
            ["exercise | exercise | 2012-05-09 | Linden"],
        ),
        (
            "Forty officers received their diplomas at a ceremony in <Asp> on Monday.",
            ["ceremony | ceremony | 2012-05-07 | Asp"],
        ),
        (
            "The first in a series of workshops on pumps took place in <Asp> on 3 May.",
            ["workshops on pumps | seminar | 2012-05-03 | Asp"],
        ),
        (
            "A conference on wells, to which forty villages are invited, meets in <Asp> on 2 June.",
            ["conference on wells | conference | 2012-06-02 | Asp"],
        ),
        (
            "[Anna Berg] presented her report to the {Village Council} today.",
            ["hearing before Village Council | meeting | 2012-05-10 | Linden"],
        ),
        (
            "The Youth Forum takes place in <Asp> on 1 June.",
            ["Youth Forum | conference | 2012-06-01 | Asp"],
        ),
        (
            "The {Village Council} today heard a report by [Anna Berg].",
            ["hearing before Village Council | meeting | 2012-05-10 | Linden"],
        ),
        (
            "Forty officers graduated in <Asp> on 4 May.",
            ["graduation of officers | ceremony | 2012-05-04 | Asp"],
        ),
    ],
)
def test_events(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


@pytest.mark.parametrize(
    "text",
    [
        "[Anna Berg] proposed a meeting of the villages on 3 June.",
        "Previous meetings had been longer.",
        "The seminar room of the school was cold.",
        "They are training hard, and the meeting place is known.",
        "In the course of the year two wells ran dry.",
        "A debate in <Asp>, planned for tomorrow, has been called off.",
        "A third seminar, for <Asp>, is under discussion.",
    ],
)
def test_no_event(text: str) -> None:
    assert [e for e in read(text).events if e.status is not Status.CANCELLED] == []


def test_later_mentions_are_of_the_same_occasion() -> None:
    text = (
        "A seminar on wells was held in <Linden> today. The seminar was long. The two-day event had opened "
        "yesterday. At the meeting, farmers spoke of rain."
    )
    assert read(text).event_lines() == ["seminar on wells | seminar | 2012-05-09/2012-05-10 | Linden"]


def test_a_title_gives_its_name_to_the_occasion_of_the_body() -> None:
    reading = read(
        "Farmers met at a round table in <Linden> today.", title="Farmers speak at Linden round table"
    )
    assert reading.event_lines() == ["Linden round table | round table | 2012-05-10 | Linden"]


def test_two_occasions_of_one_name_get_names_of_their_own() -> None:
    text = "A round table was held in <Asp> on 3 May. Another round table was held in <Linden> today."
    keys = [event.key for event in read(text).events]
    assert len(keys) == len(set(keys)) == 2


def test_a_known_council_has_its_days_and_city_from_reference() -> None:
    text = "[Anna Berg] spoke at the 31st OSCE Ministerial Council today."
    [event] = read(text, today=date(2024, 12, 5)).events
    assert event.kind is EventKind.MINISTERIAL_COUNCIL
    assert (str(event.when), event.where and event.where.name) == ("2024-12-05/2024-12-06", "Ta' Qali")
    assert event.entity is not None
    assert event.entity.id == "mc-31"


def test_the_talks_of_a_visit_are_the_visit() -> None:
    text = "[Anna Berg] ended a two-day visit to <Asp> today. She met [Carl Dahl] yesterday."
    assert [event.kind for event in read(text).events] == [EventKind.VISIT]


def test_a_statement_is_made_at_the_occasion_at_which_its_speaker_speaks() -> None:
    reading = read(
        "[Anna Berg] opened a seminar on wells in <Linden> today. She said that wells were dear. She added "
        "that rain was free. [Eva Falk] said that pumps were old. [Carl Dahl] stressed in a message that was "
        "sent to it that pumps were dear."
    )
    placed = at_events(reading.statements, reading.found)
    assert [(s.speaker.name, s.event) for s in placed] == [
        ("Anna Berg", "seminar on wells"),
        ("Anna Berg", "seminar on wells"),
        ("Eva Falk", None),
        ("Carl Dahl", None),
    ]


def test_without_a_dateline_nothing_is_dated_by_it() -> None:
    reading = read("A seminar on wells was held. It was long.", today=None)
    assert [str(event.when) for event in reading.events] in ([], [""])


def test_the_evidence_is_the_sentence() -> None:
    reading = read("It rained. A seminar on wells ended in <Linden> today.")
    [event] = reading.events
    assert event.evidence.span.of(reading.context.text) == event.evidence.quote
    assert [m.of(reading.context.text) for m in event.evidence.marked] == ["A seminar on wells"]


@given(
    st.lists(
        st.sampled_from(
            [
                "A",
                "the",
                "seminar",
                "on",
                "wells",
                "in",
                "<Linden>",
                "was",
                "held",
                "today",
                "and",
                "[Anna",
                "Berg]",
                "met",
                ",",
                ".",
                "which",
                "visit",
                "to",
                "on",
                "Friday",
                "it",
                "organized",
                "by",
                "{Union}",
                "launch",
                "of",
                "opening",
                "at",
            ]
        ),
        max_size=30,
    )
)
def test_no_text_breaks_the_reader(words: list[str]) -> None:
    reading = read(" ".join(words) + " end.")
    keys = [event.key for event in reading.events]
    assert len(keys) == len(set(keys))
    assert all(p.event in keys for p in reading.participations)


def test_content_words() -> None:
    assert content_words("the Seminar on wells") == {"seminar", "well"}


def test_a_second_course_that_is_planned_has_its_own_month_and_none_who_were_at_the_first() -> None:
    reading = read(
        "A course on wells was held in <Linden> today. [Anna Berg] added that a second course was planned "
        "for September in <Asp>. [Carl Dahl] opened the course."
    )
    assert [(e.name, str(e.when), e.status) for e in reading.events] == [
        ("course on wells", "2012-05-10", Status.TOOK_PLACE),
        ("second course", "2012-09", Status.PLANNED),
    ]
    assert {p.event for p in reading.participations} == {"course on wells"}


def test_where_leads_to_the_place_of_what_happened_there() -> None:
    reading = read("[Anna Berg] was in <Asp> last week, where [Carl Dahl] met [Eva Falk].")
    assert [e.where.name for e in reading.events if e.where] == ["Asp"]
