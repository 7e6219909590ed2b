"""Occasions that no noun names: who met, visited, learned, voted or took up a post."""

from __future__ import annotations

import pytest

from ...event_reading import read

MEETINGS = [
    (
        "Mayors from five towns discussed the new law on wells in <Asp> on 8 May.",
        ["discussion of new law on wells | meeting | 2012-05-08 | Asp"],
    ),
    (
        "In <Asp> on 8 May, farmers and officials talked about wells.",
        ["discussion of wells | meeting | 2012-05-08 | Asp"],
    ),
    (
        "The new law was debated in <Asp> on 8 May by mayors.",
        ["discussion of new law | meeting | 2012-05-08 | Asp"],
    ),
    ("Mayors discussed the new law on 8 May.", []),
    ("The law that mayors discussed in <Asp> is new.", []),
    ("Experts urged the town in <Asp> on 8 May to discuss the law.", []),
    (
        "Judges discussed the law at a round table in <Asp> on 8 May.",
        ["round table | round table | 2012-05-08 | Asp"],
    ),
    (
        "The {Water Union} brought judges and mayors together in <Asp> on 8 May.",
        ["gathering of judges and mayors | meeting | 2012-05-08 | Asp"],
    ),
    ("The plan of the {Water Union} brings together wells and pumps.", []),
    (
        "Judges sat down with mayors in <Asp> on 8 May.",
        ["meeting of Judges with mayors | meeting | 2012-05-08 | Asp"],
    ),
    (
        "[Anna Berg] exchanged views with [Carl Dahl] in <Asp> on 8 May.",
        ["meeting with Carl Dahl | meeting | 2012-05-08 | Asp"],
    ),
    ("[Anna Berg] spoke with [Carl Dahl] by telephone on 8 May.", []),
    (
        "[Anna Berg] called on [Carl Dahl] on 8 May.",
        ["meeting with Carl Dahl | meeting | 2012-05-08 | Linden"],
    ),
    ("[Anna Berg] called on [Carl Dahl] on 8 May to mend the pump.", []),
    (
        "The {Water Committee} will deal with the question in <Asp> on 14 May.",
        ["meeting of Water Committee | meeting | 2012-05-14 | Asp"],
    ),
    ("The {Water Committee} dealt with many questions last year.", []),
    (
        "The wells were the subject of a report that the {Village Council} heard in <Asp> on 8 May.",
        ["hearing before Village Council | meeting | 2012-05-08 | Asp"],
    ),
    (
        "[Anna Berg] was heard by the {Village Council} on 8 May.",
        ["hearing before Village Council | meeting | 2012-05-08 | Linden"],
    ),
    ("The {Village Council} heard the bell on 8 May.", []),
    (
        "[Anna Berg] was welcomed by [Carl Dahl] in <Asp> on 8 May.",
        ["meeting with Carl Dahl | meeting | 2012-05-08 | Asp"],
    ),
    ("[Anna Berg] welcomed the plan of [Carl Dahl] on 8 May.", []),
    (
        "[Anna Berg] briefed ambassadors in <Asp> on 8 May.",
        ["briefing of ambassadors | meeting | 2012-05-08 | Asp"],
    ),
    ("[Anna Berg] briefed ambassadors on 8 May.", []),
    (
        "[Anna Berg] met judges in <Asp> on 8 May.",
        ["exchange with judges | meeting | 2012-05-08 | Asp"],
    ),
    ("The new law meets judges in <Asp> halfway.", []),
    (
        "The wells of <Asp> were the subject when [Anna Berg] met [Carl Dahl] there on 8 May.",
        ["meeting with Carl Dahl | meeting | 2012-05-08 | Asp"],
    ),
    (
        "LINDEN, 10 May 2012 - Judges and mayors today discussed the new law.",
        ["discussion of new law | meeting | 2012-05-10 | Linden"],
    ),
    ("LINDEN, 10 May 2012 - Mayors today criticized the law that judges have discussed.", []),
    (
        "The law that judges discussed in <Asp> on 8 May is new.",
        ["discussion | meeting | 2012-05-08 | Asp"],
    ),
]
VISITS = [
    (
        "[Anna Berg] travelled together with [Carl Dahl] to <Asp> on 8 May.",
        ["visit to Asp | visit | 2012-05-08 | Asp"],
    ),
    ("The delegation flew to <Asp> on 8 May.", ["visit to Asp | visit | 2012-05-08 | Asp"]),
    ("[Anna Berg] had gone to <Asp> on 8 May.", ["visit to Asp | visit | 2012-05-08 | Asp"]),
    ("The lorries went to <Asp> on 8 May.", []),
    ("From <Linden>, [Anna Berg] went on to <Asp>.", []),
    (
        "<Asp> and <Oak> were visited by a team on 8 May.",
        ["visit to Asp and Oak | visit | 2012-05-08 | Asp"],
    ),
    (
        "[Anna Berg] spent two days in <Asp>, from 7 to 8 May.",
        ["visit to Asp | visit | 2012-05-07/2012-05-08 | Asp"],
    ),
    ("The children spent the summer of 2011 in <Asp>.", []),
    ("On 8 May [Anna Berg] was in <Asp> to see the wells.", ["visit to Asp | visit | 2012-05-08 | Asp"]),
    (
        "[Anna Berg] was in <Asp> on 8 May, where she saw the wells.",
        ["visit to Asp | visit | 2012-05-08 | Asp"],
    ),
    ("On 8 May [Anna Berg] was in <Asp> when the storm struck.", []),
    (
        "Visiting <Asp> on 8 May, [Anna Berg] spoke of wells.",
        ["visit to Asp | visit | 2012-05-08 | Asp"],
    ),
    ("Visiting <Asp> is a joy.", []),
    (
        "[Anna Berg] likes <Asp>, she said while visiting it on 8 May.",
        ["visit to Asp | visit | 2012-05-08 | Asp"],
    ),
    ("[Anna Berg] is on a visit to <Asp>.", ["visit to Asp | visit | 2012-05-10 | Asp"]),
    ("A visit on 8 May took [Anna Berg] to <Asp>.", ["visit | visit | 2012-05-08 | Asp"]),
    ("[Anna Berg] arrived in <Asp> on 8 May on a visit.", ["visit to Asp | visit | 2012-05-08 | Asp"]),
    (
        "The {Water Union} will send a delegation to <Asp> on 14 May.",
        ["visit to Asp | visit | 2012-05-14 | Asp"],
    ),
    ("The {Water Union} sent a letter to <Asp> on 8 May.", []),
    (
        "[Anna Berg] inspected the police station in <Asp> on 8 May.",
        ["visit to police station | visit | 2012-05-08 | Asp"],
    ),
    ("The divers inspected the ship on 8 May.", []),
    ("The ambassadors were in <Asp> on 8 May to see the wells.", ["visit to Asp | visit | 2012-05-08 | Asp"]),
    ("The pumps were in <Asp> on 8 May to be mended.", []),
    ("[Anna Berg] is in <Asp> for two days.", ["visit to Asp | visit | 2012-05-10 | Asp"]),
    ("[Anna Berg] is in <Asp> for good.", []),
    (
        "[Anna Berg] visited the prison of <Asp> on 8 May.",
        ["visit to prison of Asp | visit | 2012-05-08 | Asp"],
    ),
]
TRAININGS = [
    (
        "On 14 May, the {Water Union} will train diggers in <Asp>.",
        ["training of diggers | training | 2012-05-14 | Asp"],
    ),
    (
        "Forty guards learned in <Asp> from 7 to 8 May how to mend a pump.",
        ["training of guards | training | 2012-05-07/2012-05-08 | Asp"],
    ),
    ("Forty guards learned in <Asp> on 8 May that the pump was broken.", []),
    (
        "From 7 to 8 May, experts taught forty guards in <Asp> how to mend a pump.",
        ["training of guards | training | 2012-05-07/2012-05-08 | Asp"],
    ),
    ("[Anna Berg] has taught children since 1999.", []),
    (
        "Experts showed forty guards in <Asp> on 8 May how to mend a pump.",
        ["training of guards | training | 2012-05-08 | Asp"],
    ),
    ("Experts showed forty guards the wells in <Asp> on 8 May.", []),
]
ELECTIONS = [
    (
        "The people of <<Malta>> elect a president on 14 May.",
        ["presidential election | election | 2012-05-14 | Malta"],
    ),
    ("<<Malta>> votes on 14 May.", ["elections | election | 2012-05-14 | Malta"]),
    ("The {Water Union} votes on 14 May.", []),
    ("The members elected a president on 8 May.", []),
    (
        "A new president will be elected in <<Malta>> on 14 May.",
        ["presidential election | election | 2012-05-14 | Malta"],
    ),
    ("The mayor was elected on 8 May.", []),
]
APPOINTMENTS = [
    (
        "[Anna Berg] took up her post as Head of the {Water Union} on 8 May.",
        ["appointment of Head of the Water Union | appointment | 2012-05-08 | Linden"],
    ),
    (
        "[Anna Berg] took office on 8 May.",
        ["appointment | appointment | 2012-05-08 | Linden"],
    ),
    (
        "The {Water Union} has had a new Deputy Head since 8 May: [Anna Berg].",
        ["appointment of Deputy Head | appointment | 2012-05-08 | Linden"],
    ),
    ("The {Water Union} has a new Head: [Anna Berg].", []),
    ("[Anna Berg], who took up her post on 8 May, likes wells.", []),
    (
        "[Anna Berg] was today [appointed Head of the Water Union].",
        ["appointment of Head of the Water Union | appointment | 2012-05-10 | Linden"],
    ),
    (
        "[Anna Berg of Malta], whom the {Water Union} had appointed in March 2011, leaves.",
        ["appointment of Anna Berg of Malta | appointment | 2011-03 | "],
    ),
    (
        "The {Water Union} has chosen [Anna Berg] as its head today.",
        ["appointment of Anna Berg | appointment | 2012-05-10 | Linden"],
    ),
    ("The {Water Union} has chosen [Anna Berg] today.", []),
    (
        "[Anna Berg has been Head of the Water Union] since 1 May.",
        ["appointment of Head of the Water Union | appointment | 2012-05-01 | "],
    ),
    ("[Anna Berg has been Head of the Water Union] on 1 May.", []),
]


NOTHING = [
    "Nobody handed over the pumps on 8 May.",
    "The pumps have not been handed over.",
    "The police handed over three suspects on 8 May.",
    "The police handed the case over on 8 May.",
    "The police launched an investigation on 8 May.",
    "The diggers mended the pumps that the {Water Union} had handed over.",
    "[Anna Berg] addressed the concerns of judges in <Asp> on 8 May.",
    "The law met the needs of judges in <Asp> on 8 May.",
    "[Anna Berg] called on [Carl Dahl] on 8 May for restraint.",
    "<<Malta>>'s newly elected president spoke on 8 May.",
    "The parliament of <<Malta>> elected a president on 8 May.",
]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        *MEETINGS,
        *VISITS,
        *TRAININGS,
        *ELECTIONS,
        *APPOINTMENTS,
    ],
)
def test_what_a_verb_tells(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


def test_a_workshop_of_the_next_sentence_is_where_people_met() -> None:
    text = "Fifty diggers met in <Asp> today. The workshop on wells is organized by the {Water Union}."
    assert read(text).event_lines() == ["workshop on wells | seminar | 2012-05-10 | Asp"]


def test_the_day_of_work_begun_is_that_of_the_appointment() -> None:
    text = (
        "[Carl Dahl] today appointed [Anna Berg] as Head of the {Water Union}. "
        "She takes up her post on 1 June."
    )
    assert [event.kind for event in read(text).events] == ["appointment"]


def test_what_people_discuss_on_a_day_of_a_seminar_is_no_meeting_of_its_own() -> None:
    text = (
        "A seminar on wells was held in <Asp> from 7 to 9 May. On 8 May, judges and mayors discussed the "
        "new law in <Asp>."
    )
    assert read(text).event_lines() == ["seminar on wells | seminar | 2012-05-07/2012-05-09 | Asp"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_did_not_happen_or_is_no_occasion(text: str) -> None:
    assert read(text).event_lines() == []
