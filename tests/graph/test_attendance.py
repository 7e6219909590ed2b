"""How many attended an event, in the graph and on its card."""

from __future__ import annotations

from osce_kg.graph.store import Store
from osce_kg.graph.validate import validate
from osce_kg.ontology.facts import Attendance, Span
from osce_kg.ontology.vocabulary import expand
from osce_kg.queries.card import card

from .asking import texts
from .making import Page

SENTENCE = "More than 120 engineers attended the conference."


def page() -> Page:
    made = Page(url="https://www.osce.org/odihr/9", number="9").event("conference on ropes")
    evidence = made.says(SENTENCE)
    at = evidence.span.begin
    made.facts.append(
        Attendance("conference on ropes", Span(at, at + 23), Span(at + 14, at + 23), evidence, least=120)
    )
    return made


def test_a_number_of_participants_has_its_bounds_its_words_and_its_sentence(fresh_store: Store) -> None:
    fresh_store.load([page().reading()])
    asked = """
        SELECT ?least ?most ?who ?said ?status ?text {
          ?event osce:attendance ?node . ?node osce:countedAs ?who ; osce:countAsSaid ?said ;
            osce:status ?status ;
            osce:reportedIn ?release ; osce:evidence/oa:exact ?text
          OPTIONAL { ?node osce:lowestCount ?least } OPTIONAL { ?node osce:highestCount ?most }
        }"""
    with fresh_store.current() as snapshot:
        (row,) = texts(snapshot, asked)
        shown = card(snapshot.raw, expand("event:conference-on-ropes-2011-05-12"))
        assert validate(snapshot).conforms
    assert (row["least"], row.get("most")) in (("120", None), ("120", ""))
    assert (row["who"], row["said"], row["text"]) == ("engineers", "More than 120 engineers", SENTENCE)
    assert row["status"].endswith("TookPlace")
    assert [line.text for line in shown.section("Attendance")] == ["More than 120 engineers"]
