"""What the graph says from reference alone: names in time, terms, classes, and the rows behind them."""

from __future__ import annotations

import pytest
from osce_kg.graph.reference_quads import reference_lines
from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.store import Store
from osce_kg.ontology.reference import reference
from osce_kg.ontology.schema import schema

from .asking import texts


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """A snapshot that holds nothing but reference."""
    store = Store(tmp_path_factory.mktemp("reference") / "store")
    store.load([])
    return store.current()


def values(snapshot: Snapshot, query: str) -> set[str]:
    return {value for row in texts(snapshot, query) for value in row.values()}


def test_a_mission_has_its_host_seat_and_names_in_time(snapshot: Snapshot) -> None:
    assert values(snapshot, "SELECT ?o { mission:mission-serbia osce:hostState ?o }") == {
        "https://w3id.org/osce-kg/id/state/rs"
    }
    query = """
        SELECT ?name { mission:mission-serbia skosxl:altLabel ?label .
          ?label skosxl:literalForm ?name ; osce:startEarliest ?start ; osce:endLatest ?end .
          FILTER(?start <= "2004-05-01"^^xsd:date && ?end >= "2004-05-01"^^xsd:date) }"""
    assert values(snapshot, query) == {"OSCE Mission to Serbia and Montenegro"}


def test_a_term_has_person_post_dates_and_its_row(snapshot: Snapshot) -> None:
    query = """
        SELECT ?label ?post ?start ?end ?row ?confidence {
          ?term org:member person:karel-de-gucht ; osce:inPost/osce:postTitle ?post ;
            schema:startDate ?start ; schema:endDate ?end ; osce:evidence ?e .
          person:karel-de-gucht rdfs:label ?label .
          ?e osce:row ?row ; osce:confidence ?confidence }"""
    (found,) = texts(snapshot, query)
    assert found["post"] == "chairperson-in-office"
    assert (found["start"], found["end"]) == ("2006-01-01", "2006-12-31")
    assert found["row"].startswith("oh")
    assert found["confidence"] == "0.95"


def test_partial_dates_can_be_filtered_by(snapshot: Snapshot) -> None:
    query = """
        ASK { ?term osce:startEarliest ?first ; osce:startLatest ?last ; schema:startDate ?start .
          FILTER(DATATYPE(?start) = xsd:gYearMonth && ?first < ?last) }"""
    assert snapshot.ask(query)


def test_several_terms_of_one_post_are_told_apart_by_their_start(snapshot: Snapshot) -> None:
    query = """
        SELECT ?a { ?a org:member ?person ; osce:inPost ?post . ?b org:member ?person ; osce:inPost ?post .
          FILTER(?a != ?b) }"""
    several = values(snapshot, query)
    assert several
    assert all(name[-1].isdigit() for name in several)


def test_a_state_that_was_a_partner_is_one_with_both_dates(snapshot: Snapshot) -> None:
    (row,) = texts(
        snapshot, "SELECT ?start ?since { state:mn schema:startDate ?start ; osce:partnerSince ?since }"
    )
    assert row["start"].startswith("2012")
    assert row["since"] < row["start"]


def test_every_node_bears_a_declared_class_and_a_label_or_text(snapshot: Snapshot) -> None:
    query = """
        SELECT DISTINCT ?s { ?s ?p ?o . FILTER NOT EXISTS { ?s rdfs:label ?l }
          FILTER NOT EXISTS { ?s oa:exact ?x }
          FILTER NOT EXISTS { ?s skosxl:literalForm ?f } FILTER NOT EXISTS { ?s a org:Membership } }"""
    assert values(snapshot, query) == set()
    used = values(snapshot, "SELECT DISTINCT ?p { ?s ?p ?o FILTER(STRSTARTS(STR(?p), STR(osce:))) }")
    assert used <= schema().declared()


def test_fields_have_their_names_in_other_languages(snapshot: Snapshot) -> None:
    query = "SELECT (LANG(?l) AS ?code) { field:policing skos:prefLabel ?l }"
    assert {"en", "de"} <= values(snapshot, query)


def test_everything_comes_from_a_row(snapshot: Snapshot) -> None:
    query = """
        SELECT ?s { ?s a ?class . VALUES ?class { osce:State osce:Body osce:FieldOperation osce:Place
          osce:Event osce:Document org:Membership osce:Person } FILTER NOT EXISTS { ?s osce:evidence ?e } }"""
    assert values(snapshot, query) == set()


def test_the_same_tables_give_the_same_lines() -> None:
    lines = reference_lines(reference())
    assert list(lines) == sorted(set(lines))
    assert lines == reference_lines(reference())
    assert not any("_:" in line.split(" ", 1)[0] for line in lines)
