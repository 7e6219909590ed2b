"""A snapshot without what is less sure: what goes, what stays, and that nothing is left hanging."""

from __future__ import annotations

from functools import cache

import pytest
from osce_kg.graph.errors import ThresholdError
from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.store import Store
from osce_kg.graph.surer import surer
from osce_kg.ontology.facts import Role

from .asking import texts
from .making import BELGIUM, KOSOVO, ODIHR, POLICING, Page, organization, person

SUBJECTS = "SELECT DISTINCT ?s { ?s ?p ?o }"
OBJECTS = "SELECT DISTINCT ?o { ?s ?p ?o FILTER(STRSTARTS(STR(?o), 'https://w3id.org/osce-kg/id/')) }"


def mixed() -> Page:
    """A release that is sure of some things and less sure of others."""
    page = Page("Experts build", url="https://example.org/1")
    page.mention(KOSOVO, "The OSCE Mission in Kosovo took stock.", confidence=0.6)
    page.mention(ODIHR, "The OSCE Office for Democratic Institutions and Human Rights agreed.")
    page.post("Ada Marlowe", "head", organization("Bridge Institute"), confidence=0.85)
    page.post("Boris Vane", "minister", BELGIUM, confidence=0.95)
    page.event("conference on bridges", confidence=0.9)
    page.event("walk on bridges", "2011-05-13", confidence=0.7)
    page.takes_part(ODIHR, "conference on bridges", Role.ORGANIZER, confidence=0.92)
    page.takes_part(person("Ada Marlowe"), "conference on bridges", Role.SPEAKER, confidence=0.83)
    page.takes_part(ODIHR, "walk on bridges", Role.ORGANIZER, confidence=0.99)
    page.said(person("Ada Marlowe"), "Bridges matter", confidence=0.82)
    return page


@pytest.fixture(scope="module")
def unsure(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    store = Store(tmp_path_factory.mktemp("unsure") / "store")
    store.load([mixed().reading()])
    return store.current()


@cache
def cut(snapshot: Snapshot, least: float) -> Snapshot:
    """Made once for all tests."""
    return surer(snapshot, least)


def labels(snapshot: Snapshot, kind: str) -> set[str]:
    return {row["l"] for row in texts(snapshot, f"SELECT ?l {{ ?s a {kind} ; rdfs:label ?l }}")}


def edges(snapshot: Snapshot, edge: str) -> set[tuple[str, str]]:
    rows = texts(snapshot, f"SELECT ?a ?b {{ ?x {edge} ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }}")
    return {(row["a"], row["b"]) for row in rows}


def test_nothing_is_asked_nothing_goes(unsure: Snapshot) -> None:
    assert set(cut(unsure, 0.5).lines()) == set(unsure.lines())


def test_no_evidence_below_stays(unsure: Snapshot) -> None:
    for least in (0.65, 0.84, 0.9):
        rows = texts(cut(unsure, least), "SELECT (MIN(?c) AS ?least) { ?e osce:confidence ?c }")
        assert float(rows[0]["least"]) >= least


def test_facts_go_with_their_last_evidence(unsure: Snapshot) -> None:
    found = cut(unsure, 0.84)
    assert not texts(found, "SELECT ?s { ?s a osce:Statement }")
    assert labels(found, "osce:Event") >= {"conference on bridges"}
    assert "walk on bridges" not in labels(found, "osce:Event")
    assert ("Ada Marlowe", "Head, Bridge Institute") in edges(found, "org:holds")
    assert not edges(found, "osce:spokeIn")


def test_a_participation_goes_with_its_event(unsure: Snapshot) -> None:
    rows = "SELECT ?p { ?p osce:participant body:odihr ; osce:participationRole osce:Organizer }"
    assert len(texts(unsure, rows)) == 2
    assert len(texts(cut(unsure, 0.84), rows)) == 1


def test_plain_edges_go_with_what_gives_them(unsure: Snapshot) -> None:
    assert ("Boris Vane", "Belgium") in edges(cut(unsure, 0.9), "org:memberOf")
    assert ("Boris Vane", "Belgium") not in edges(cut(unsure, 1.0), "org:memberOf")
    assert ("Ada Marlowe", "Bridge Institute") not in edges(cut(unsure, 0.9), "org:memberOf")
    mentions = "SELECT ?r { ?r osce:mentions body:odihr }"
    assert texts(cut(unsure, 0.9), mentions)
    assert not texts(cut(unsure, 1.0), mentions)


def test_whom_only_texts_know_goes_with_the_last_that_is_said_of_them(unsure: Snapshot) -> None:
    found = cut(unsure, 0.9)
    assert "Boris Vane" in labels(found, "osce:Person")
    assert "Ada Marlowe" not in labels(found, "osce:Person")
    assert "Bridge Institute" not in labels(found, "osce:Organization")
    assert texts(found, "SELECT ?s { state:be rdfs:label ?s }")
    assert texts(found, "SELECT ?s { mission:mission-kosovo rdfs:label ?s }")


@pytest.mark.parametrize("least", [0.65, 0.9, 1.0])
def test_nothing_that_is_gone_is_spoken_of(unsure: Snapshot, least: float) -> None:
    found = cut(unsure, least)
    gone = {row["s"] for row in texts(unsure, SUBJECTS)} - {row["s"] for row in texts(found, SUBJECTS)}
    assert gone
    assert gone.isdisjoint(row["o"] for row in texts(found, OBJECTS))


def test_what_a_better_sentence_says_as_well_stays(fresh_store: Store) -> None:
    twice = mixed().said(person("Ada Marlowe"), "Bridges matter much", confidence=0.97)
    twice.post("Ada Marlowe", "head", organization("Bridge Institute"), confidence=0.97)
    fresh_store.load([twice.reading()])
    found = surer(fresh_store.current(), 0.95)
    assert ("Ada Marlowe", "Head, Bridge Institute") in edges(found, "org:holds")
    assert len(texts(found, "SELECT ?s { ?s a osce:Statement }")) == 1
    quotes = {
        row["q"] for row in texts(found, "SELECT ?q { ?s a org:Membership ; osce:evidence/oa:exact ?q }")
    }
    assert any("Ada Marlowe" in quote for quote in quotes)


def test_values_of_the_header_stay_while_their_line_does(unsure: Snapshot) -> None:
    fields = "SELECT ?f { ?r a osce:PressRelease ; osce:fieldOfWork ?f }"
    assert POLICING.id
    assert [row["f"].endswith(POLICING.id) for row in texts(cut(unsure, 1.0), fields)] == [True]


def test_the_manifest_counts_what_is_left(unsure: Snapshot) -> None:
    found = cut(unsure, 0.9)
    (row,) = texts(found, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert found.manifest.triples == int(row["n"]) < unsure.manifest.triples
    assert found.manifest.digest != unsure.manifest.digest
    assert found.manifest.sources == unsure.manifest.sources


def test_who_says_so_is_cut_alike(unsure: Snapshot) -> None:
    said = "SELECT ?g { GRAPH ?g { ?s a osce:Statement } }"
    assert texts(unsure, said)
    assert not texts(cut(unsure, 0.9), said)


def test_the_store_keeps_all(unsure: Snapshot) -> None:
    before = len(unsure.raw)
    assert len(cut(unsure, 1.0).raw) < before == len(unsure.raw)


@pytest.mark.parametrize("least", [-0.1, 1.5, float("nan")])
def test_what_is_no_confidence_is_refused(snapshot: Snapshot, least: float) -> None:
    with pytest.raises(ThresholdError):
        surer(snapshot, least)
