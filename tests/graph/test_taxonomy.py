"""The navigation as SKOS: nested as the site nests it, the unknown kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.store import Store
from osce_kg.graph.validate import validate
from osce_kg.ontology.facts import (
    Concept,
    Entity,
    EntityKind,
    PageKind,
    SourceReading,
    Span,
    Taxonomy,
    Unplaced,
)

from .asking import texts
from .making import POLICING, Page

FINLAND = Entity(EntityKind.STATE, "Finland", "FI")


def navigation(*labels: str) -> tuple[str, Iterator[Span]]:
    text = "\n".join(labels)
    spans, at = [], 0
    for label in labels:
        spans.append(Span(at, at + len(label)))
        at += len(label) + 1
    return text, iter(spans)


def page_with_navigation() -> SourceReading:
    labels = (
        "Our work",
        "Fields of work",
        "Policing",
        "Finland – OSCE Chairpersonship 2025",
        "Bridge painting",
    )
    text, spans = navigation(*labels)
    policing = Concept("Policing", Span(24, 32), POLICING)
    fields = Concept("Fields of work", Span(9, 23), narrower=(policing,))
    all_spans = list(spans)
    unknown = Concept(labels[4], all_spans[4])
    chair = Concept(labels[3], all_spans[3], FINLAND, 2025)
    tree = Taxonomy((Concept("Our work", all_spans[0], narrower=(fields,)), chair, unknown), (
        Unplaced(labels[4], "navigation", all_spans[4]),
    ))  # fmt: skip
    made = Page(location="navigation.txt").reading()
    return dataclasses.replace(made, text=text, kind=PageKind.TAXONOMY, releases=(), taxonomy=tree)


def loaded(store: Store) -> Snapshot:
    store.load([page_with_navigation()])
    return store.current()


def test_concepts_are_nested_and_point_to_what_they_are_of(fresh_store: Store) -> None:
    snapshot = loaded(fresh_store)
    query = """
        SELECT ?top { ?c foaf:focus field:policing ; skos:broader/skos:broader ?top .
          ?top skos:topConceptOf ?scheme }"""
    (row,) = texts(snapshot, query)
    assert row["top"].endswith("/concept/our-work")
    (row,) = texts(snapshot, "SELECT ?c { ?c foaf:focus field:policing }")
    assert row["c"].endswith("/concept/our-work--fields-of-work--policing")


def test_a_label_that_names_a_chair_gives_a_chairing(fresh_store: Store) -> None:
    snapshot = loaded(fresh_store)
    query = """
        SELECT ?c { ?c a osce:Chairing ; org:member state:fi ; osce:startEarliest ?d ;
          osce:evidence/oa:exact ?x }"""
    (row,) = texts(snapshot, query)
    assert row["c"].endswith("/membership/chairpersonship-fi-2025")
    assert snapshot.ask("ASK { state:fi osce:chaired body:chairpersonship }")
    labels = texts(snapshot, "SELECT ?l { ?c foaf:focus state:fi ; skos:prefLabel ?l }")
    assert [row["l"] for row in labels] == ["Finland"]


def test_what_nobody_knows_is_kept_and_marked(fresh_store: Store) -> None:
    snapshot = loaded(fresh_store)
    rows = texts(snapshot, "SELECT ?l { ?c osce:unplaced true ; skos:prefLabel ?l }")
    assert [row["l"] for row in rows] == ["Bridge painting"]


def test_the_navigation_conforms_and_has_a_graph_of_its_own(fresh_store: Store) -> None:
    report = fresh_store.load([page_with_navigation()])
    (graph,) = [name for name in report.graphs if "/taxonomy/" in name]
    with fresh_store.current() as snapshot:
        found = validate(snapshot, [graph])
    assert found.conforms, found.violations[:3]
