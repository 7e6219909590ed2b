"""The card of one thing."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from osce_kg.ontology.vocabulary import expand
from osce_kg.queries.card import UnknownThingError, card


def test_a_person_has_posts_events_and_statements_with_sentences(store: ox.Store) -> None:
    one = card(store, expand("person:karel-de-gucht"))
    assert one.label == "Karel De Gucht"
    (post,) = one.section("Posts")
    assert post.text == "Chairperson-in-Office (from Belgium)"
    assert post.support[0].sentence == "Karel De Gucht, Chairman-in-Office, 2006"
    (event,) = one.section("Events")
    assert (event.text, event.when) == ("Police chiefs conference, Brussels (speaker)", "2006-11-24")
    assert [line.support[0].digest for line in one.section("Statements")] == [True]


def test_acts_tell_what_was_done_and_what_was_not(store: ox.Store) -> None:
    acts = card(store, expand("person:solomon-passy")).section("Acts")
    assert {line.text for line in acts} == {
        "Solomon Passy ended: “tour of the bridges”",
        "Solomon Passy [not, planned] signed: “treaty” (Belgium)",
    }
    assert [line.text for line in card(store, expand("state:be")).section("Acts")] == [
        "Solomon Passy [not, planned] signed: “treaty” (Belgium)"
    ]


def test_a_digest_is_called_one(store: ox.Store) -> None:
    (statement,) = card(store, expand("person:antonio-maria-costa")).section("Statements")
    assert str(statement.support[0]).startswith("digest of https://example.org/1")


def test_the_day_of_a_release_is_told_once(store: ox.Store) -> None:
    one = card(store, expand("person:antonio-maria-costa"))
    (statement,) = one.section("Statements")
    assert statement.when == "2006-11-24"
    assert statement.cited(statement.support[0]).startswith("digest of https://example.org/1, speaker before")
    (event,) = one.section("Events")
    assert event.cited(event.support[0]).startswith("digest of https://example.org/1, 2006-11-24, ")


def test_an_organization_lists_who_held_its_posts(store: ox.Store) -> None:
    (post,) = card(store, expand("organization:unodc")).section("Posts")
    assert post.text == "Antonio Maria Costa, Executive Director of UNODC"
    assert len(card(store, expand("organization:unodc")).section("Mentioned in")) == 1


def test_an_event_lists_who_took_part(store: ox.Store) -> None:
    lines = card(store, expand("event:chiefs-2006-11-24")).section("Participants")
    assert next(line.text for line in lines) == "Secretariat (organizer)"
    assert len(lines) == 3


def test_former_names_have_their_time(store: ox.Store) -> None:
    names = card(store, expand("mission:mission-georgia")).names
    assert [(name.text, name.when) for name in names] == [("CSCE Mission to Georgia", "1992 to 1994")]


def test_what_nobody_speaks_of_is_an_error(store: ox.Store) -> None:
    with pytest.raises(UnknownThingError, match="person:nobody"):
        card(store, expand("person:nobody"))


def test_html_shows_the_sentence_escaped(store: ox.Store) -> None:
    shown = card(store, expand("person:antonio-maria-costa"))._repr_html_()
    assert "<q>Antonio Maria Costa of UNODC told" in shown
