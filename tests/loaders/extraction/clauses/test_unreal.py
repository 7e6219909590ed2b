"""What is only hoped for, asked, imagined or denied has not happened."""

from __future__ import annotations

import pytest
from osce_kg.loaders.extraction.clauses.unreal import is_conditional, is_only_wished, is_unreal
from osce_kg.ontology.facts import Status

from ..event_reading import read
from ..people_reading import posts


@pytest.mark.parametrize(
    "text",
    [
        "[Anna Berg] denied today that she had visited <Asp>.",
        "[Anna Berg] denied having met [Carl Dahl] in <Asp>.",
        "Reports that [Anna Berg] had met [Carl Dahl] in <Asp> today are untrue.",
        "A newspaper wrongly reported that [Anna Berg] visited <Asp> yesterday.",
        "Had [Anna Berg] met [Carl Dahl] today, they would have agreed.",
        "[Anna Berg] would have met [Carl Dahl] in <Asp> today, but it snowed.",
        "If [Anna Berg] visited <Asp> on 12 May, the talks would resume.",
        "[Anna Berg] hopes to visit <Asp>.",
        "[Anna Berg] urged [Carl Dahl] to visit <Asp> on 12 May.",
        "[Anna Berg] called on both villages to resume the talks.",
        "[Anna Berg] said that [Carl Dahl] should visit <Asp> on 12 May.",
        "Elections must be fair, [Anna Berg] said today.",
    ],
)
def test_what_is_not_actual_is_no_occasion(text: str) -> None:
    assert read(text).events == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Anna Berg] said today that she had visited <Asp> yesterday.", ["visit to Asp"]),
        ("Reports that [Anna Berg] had visited <Asp> yesterday are not untrue.", ["visit to Asp"]),
        ("[Anna Berg] had visited <Asp> yesterday.", ["visit to Asp"]),
        ("[Anna Berg] is to visit <Asp> on 12 May.", ["visit to Asp"]),
        ("[Anna Berg] called for patience at a seminar on wells in <Asp> today.", ["seminar on wells"]),
        ("[Anna Berg] hopes to win, but [Carl Dahl] visited <Asp> yesterday.", ["visit to Asp"]),
    ],
)
def test_what_is_actual_is_an_occasion(text: str, names: list[str]) -> None:
    assert [event.name for event in read(text).events] == names


def test_who_tells_of_a_visit_is_not_the_visitor() -> None:
    told = read("[Anna Berg] said that [Carl Dahl] would visit <Asp> on 12 May.")
    assert {(p.participant.name, p.status) for p in told.participations} == {("Carl Dahl", Status.PLANNED)}


def test_a_visit_ahead_without_a_day_is_planned() -> None:
    assert [e.status for e in read("[Anna Berg] is to travel to <Asp>.").events] == [Status.PLANNED]
    assert [e.status for e in read("[Anna Berg] travelled to <Asp>.").events] == [Status.TOOK_PLACE]


def test_who_is_represented_stays_away() -> None:
    seminar = "A seminar on wells was held in <Linden> today. "
    sent = read(seminar + "[Anna Berg] was represented at it by [Carl Dahl].")
    assert {p.participant.name for p in sent.participations} == {"Carl Dahl"}
    body = read(seminar + "The {Water Union} was represented by [Carl Dahl].")
    assert "Water Union" in {p.participant.name for p in body.participations}


def test_who_met_ahead_of_a_session_held_a_meeting_of_their_own() -> None:
    found = read(
        "Weeks before the Annual Session of the {Water Union} (WU), which is to be held in <Asp> from 2 to 4 "
        "July, its Bureau met in <Linden> today. [Anna Berg] was in the chair."
    )
    assert len(found.events) == 2
    chaired = {p.event for p in found.participations if p.participant.name == "Anna Berg"}
    assert [str(e.when) for e in found.events if e.key in chaired] == ["2012-05-10"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("A seminar on wells took place on 30 August.", "2011-08-30"),
        ("A seminar on wells will take place on 30 August.", "2012-08-30"),
        ("A seminar on wells took place on 30 April.", "2012-04-30"),
    ],
)
def test_what_took_place_on_a_day_ahead_did_so_the_year_before(text: str, when: str) -> None:
    assert [str(e.when) for e in read(text).events] == [when]


def test_a_nominee_holds_no_post_yet() -> None:
    assert posts("Nils Tamm, nominated as Minister of Justice of Albania, withdrew.") == set()
    given = posts("Nils Tamm, appointed as Minister of Justice of Albania, agreed.")
    assert given == {"Nils Tamm: minister of justice @ AL"}


def test_where_conditions_and_wishes_begin_and_end() -> None:
    words = ["she", "hopes", "to", "visit", "linden", ",", "but", "he", "met", "them"]
    assert is_only_wished(words, 3)
    assert not is_unreal(words, 8)
    assert is_conditional(["had", "she", "come", "we", "would", "have", "met"], 2)
    assert not is_conditional(["she", "had", "come"], 2)
    assert is_unreal(["it", "should", "have", "met"], 3)
    assert not is_unreal(["it", "will", "have", "met"], 3)
