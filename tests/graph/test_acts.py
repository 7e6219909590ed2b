"""Acts in the graph: who did what, and that what was not done gives no plain edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from osce_kg.graph.store import Store
from osce_kg.ontology.dates import Interval
from osce_kg.ontology.facts import Act, ActKind, Entity, EntityKind, Span, Status

from .asking import texts
from .making import BELGIUM, FRANCE, VIENNA, Page

ANNA = Entity(EntityKind.PERSON, "Anna Berg")
SENTENCE = "Anna Berg and Belgium signed a treaty on ropes with France in Vienna on 9 May."


def page_with(**changes: object) -> tuple[Page, Act]:
    page = Page(url="https://www.osce.org/odihr/8", number="8")
    evidence = page.says(SENTENCE)
    at = evidence.span.begin
    act = Act(
        ActKind.SIGNED,
        (ANNA, BELGIUM),
        Span(at + 22, at + 28),
        evidence,
        recipients=(FRANCE,),
        words=Span(at + SENTENCE.index("treaty"), at + SENTENCE.index(" with")),
        when=Interval.on(date(2011, 5, 9)),
        where=VIENNA,
    )
    act = replace(act, **changes)  # type: ignore[arg-type]
    page.facts.append(act)
    return page, act


def test_an_act_has_its_parties_its_words_its_day_and_its_sentence(fresh_store: Store) -> None:
    page, act = page_with()
    fresh_store.load([page.reading()])
    asked = """
        SELECT ?act ?kind ?status ?agent ?whom ?words ?on ?where ?text {
          ?act a osce:Act ; osce:actKind ?kind ; osce:status ?status ; osce:agent ?agent ;
            osce:recipient ?whom ; osce:objectAsSaid ?words ; osce:startLatest ?on ; schema:location ?where ;
            osce:reportedIn/dcterms:issued ?issued ; osce:evidence/oa:exact ?text
        } ORDER BY ?agent"""
    with fresh_store.current() as snapshot:
        row, other = texts(snapshot, asked)
    assert row["act"].rpartition("/")[2].partition("-")[2] == f"{act.span.begin}-{act.span.end}-signed"
    assert [row[name].rpartition("#")[2] for name in ("kind", "status")] == ["Signed", "TookPlace"]
    assert [one["agent"].rpartition("/")[2] for one in (row, other)] == ["anna-berg", "be"]
    assert row["whom"].endswith("/state/fr")
    assert (row["words"], row["on"], row["text"]) == ("treaty on ropes", "2011-05-09", SENTENCE)
    assert row["where"].endswith("/place/vienna")


@pytest.mark.parametrize(
    ("changes", "edges"),
    [
        ({}, 2),
        ({"negated": True}, 0),
        ({"status": Status.PLANNED}, 0),
        ({"status": Status.POSSIBLE}, 0),
        ({"status": Status.URGED}, 0),
    ],
)
def test_only_what_took_place_gives_a_plain_edge(
    fresh_store: Store, changes: dict[str, object], edges: int
) -> None:
    page, _ = page_with(**changes)
    fresh_store.load([page.reading()])
    with fresh_store.current() as snapshot:
        assert len(texts(snapshot, "SELECT ?who { ?who osce:dealtWith state:fr }")) == edges
        assert len(texts(snapshot, "SELECT ?act { ?act a osce:Act }")) == 1
