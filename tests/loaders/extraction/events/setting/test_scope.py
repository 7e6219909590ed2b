"""A date or place is of the occasion in whose clause it stands, and what is only referred to is no news."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import EventKind

from ...event_reading import read


def test_a_date_after_a_relative_clause_of_something_else_is_not_the_appointments() -> None:
    text = "[Anna Berg] has appointed [Carl Dahl] as envoy for the flood that struck the valley on 3 May."
    assert [str(event.when) for event in read(text).events] == ["2012-05-10"]


def test_a_clause_that_tells_when_the_occasion_itself_ended_gives_its_days() -> None:
    text = "[Anna Berg] led the seminar on wells for 30 farmers that closed in <Linden> on 3 May."
    assert [str(event.when) for event in read(text).events] == ["2012-05-03"]


@pytest.mark.parametrize(
    "opening",
    ["Following their talks with [Carl Dahl] on 3 May", "In response to the flood on 3 May"],
)
def test_a_day_in_an_opening_phrase_is_not_that_of_the_main_clause(opening: str) -> None:
    found = read(f"{opening}, the {{Water Union}} held a seminar on wells in <Linden>.").events
    assert "2012-05-03" not in {str(event.when) for event in found if event.kind == "seminar"}


def test_the_day_with_which_a_sentence_opens_is_that_of_the_main_clause() -> None:
    text = "On 3 May, after a long winter, the {Water Union} held a seminar on wells in <Linden>."
    assert [str(event.when) for event in read(text).events] == ["2012-05-03"]


def test_the_day_of_an_election_is_not_that_of_a_visit_before_it() -> None:
    text = "The {Water Union} wants to observe the 25 May election in <<Armenia>> and visit <Asp> before it."
    assert "2012-05-25" not in {str(event.when) for event in read(text).events if event.kind == "visit"}


@pytest.mark.parametrize(
    "phrase", ["in the light of the failed talks", "ahead of the talks", "in preparation for the talks"]
)
def test_what_only_sets_the_scene_is_not_dated_by_the_dateline(phrase: str) -> None:
    text = f"LINDEN, 10 May 2012 - [Anna Berg] decided to stay {phrase} in <Asp>."
    assert not read(text).events


def test_the_speakers_own_talks_are_news() -> None:
    text = "LINDEN, 10 May 2012 - The road is open, said [Anna Berg] after her talks with [Carl Dahl]."
    assert [event.kind for event in read(text).events] == ["meeting"]


def test_a_visit_that_comes_to_its_conclusion_has_all_its_days() -> None:
    text = "LINDEN, 10 May 2012 - [Anna Berg] was glad at the conclusion of a four-day visit to <Asp>."
    assert [str(event.when) for event in read(text).events] == ["2012-05-07/2012-05-10"]


def test_the_place_of_the_body_is_surer_than_that_of_the_title() -> None:
    text = "LINDEN, 10 May 2012 - A meeting of farmers began today in <Asp>."
    found = read(text, title="{Water Union} in <Linden> hosts meeting in <Linden>").events
    assert [event.where.name for event in found if event.where] == ["Asp"]


@pytest.mark.parametrize(
    "text",
    [
        "The Linden Convention was adopted on 25 June 1998.",
        "[Anna Berg] spoke of the Convention on Access to Wells on 3 May.",
        "The {Water Union} acceded to the convention against dry wells in <Asp> on 3 May.",
    ],
)
def test_a_treaty_is_no_occasion(text: str) -> None:
    assert not read(text).events


def test_a_convention_at_which_delegates_meet_is_one() -> None:
    found = read("The yearly convention of well-diggers was held in <Asp> on 3 May.").events
    assert [(event.kind, str(event.when)) for event in found] == [("conference", "2012-05-03")]


def test_the_day_of_what_will_be_held_is_not_that_of_the_vote_that_it_is_about() -> None:
    text = (
        "The {Water Union} will hold a press conference on the forthcoming election in <<Armenia>> "
        "on Monday, 14 May."
    )
    days = {event.kind: str(event.when) for event in read(text).events}
    assert days[EventKind.MEETING] == "2012-05-14"
    assert days.get(EventKind.ELECTION) != "2012-05-14"


def test_a_clause_that_only_tells_who_came_does_not_part_an_occasion_from_its_day() -> None:
    after = read("The {Water Union} held a seminar for judges who hear such cases on 3 May.").events
    before = read("On 3 May, thirty judges who hear such cases attended a seminar on wells.").events
    assert [str(event.when) for event in (*after, *before)] == ["2012-05-03", "2012-05-03"]


def test_the_day_on_which_an_occasion_was_announced_is_not_its_own() -> None:
    text = "[Anna Berg] announced on 3 May that a seminar on wells will be held in <Asp> on 1 June."
    assert [str(event.when) for event in read(text).events] == ["2012-06-01"]


@pytest.mark.parametrize(
    "text",
    [
        "The <<Armenia>> was first invited to a meeting of farmers in 1992.",
        "A paper on wells was adopted today by the Global Water Forum.",
        "[Anna Berg] speaks of the readiness to host a meeting in <Asp>.",
        "The elders were chosen at the same session.",
    ],
)
def test_what_is_told_of_in_passing_or_acts_itself_is_no_occasion(text: str) -> None:
    assert not read(text).events


def test_a_protest_is_not_where_the_release_is_written() -> None:
    text = "LINDEN, 10 May 2012 - [Anna Berg] spoke of attacks during a demonstration on 9 May."
    assert [event.where for event in read(text).events] == [None]


def test_talks_of_the_visit_that_the_release_is_about_are_the_visit() -> None:
    text = (
        "LINDEN, 10 May 2012 - [Anna Berg] concluded her visit to <Asp>. During her visit, she met "
        "[Carl Dahl] and [Eva Falk]."
    )
    assert [event.kind for event in read(text).events] == ["visit"]


def test_what_got_under_way_on_a_day_began_on_it() -> None:
    text = "[Anna Berg] spoke during a two-day visit to <Asp> that got under way on 9 May."
    assert [str(event.when) for event in read(text).events] == ["2012-05-09/2012-05-10"]


def test_days_that_are_past_are_those_of_the_visit_that_ends() -> None:
    text = (
        "LINDEN, 10 May 2012 - Concluding a visit to <Asp>, [Anna Berg] was glad. She held meetings over the "
        "past two days with [Carl Dahl]."
    )
    assert [str(event.when) for event in read(text).events] == ["2012-05-09/2012-05-10"]


def test_the_day_on_which_winners_are_named_is_not_that_of_the_contest() -> None:
    assert not read("The {Water Union} announced on 3 May the winners of a competition on wells.").events


def test_a_training_event_is_a_training_and_a_verb_no_part_of_its_name() -> None:
    found = read("A training event on wells was held in <Linden> today.").events
    assert [event.kind for event in found] == ["training"]
    text = "A seminar on wells began in <Linden> today."
    named = read(text, title="Water Union co-organizes yearly seminar on wells").events
    assert all("co-organizes" not in event.name for event in named)
