"""Validation: what was loaded conforms, and a fault is told with its document and sentence."""

from __future__ import annotations

import dataclasses

import rdflib
from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.store import Store
from osce_kg.graph.validate import validate
from osce_kg.ontology.dates import Interval
from osce_kg.ontology.facts import Event

from .making import ODIHR, Page, conference

STRICT = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix osce: <https://w3id.org/osce-kg/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
[] a sh:NodeShape ; sh:targetClass org:Membership ;
   sh:property [ sh:path rdfs:comment ; sh:minCount 1 ; sh:message "It needs a comment." ] .
"""


def test_everything_that_was_loaded_conforms(snapshot: Snapshot) -> None:
    report = validate(snapshot)
    assert report.conforms, report.violations[:3]
    assert report.checked > 1000


def test_only_what_changed_is_checked(fresh_store: Store) -> None:
    fresh_store.load([conference(url="https://example.org/1").reading()])
    report = fresh_store.load(
        [Page(url="https://example.org/2").post("Bea Marlowe", "head", ODIHR).reading()]
    )
    assert len(report.graphs) == 1
    with fresh_store.current() as snapshot:
        checked = validate(snapshot, report.graphs)
    assert checked.conforms
    assert checked.checked < 20


def test_a_fault_names_its_document_and_sentence(fresh_store: Store) -> None:
    report = fresh_store.load([conference(url="https://example.org/1").reading()])
    shapes = rdflib.Graph().parse(data=STRICT, format="turtle")
    with fresh_store.current() as snapshot:
        graphs = [name for name in report.graphs if "/release/" in name]
        found = validate(snapshot, graphs, shapes=shapes)
    (violation,) = found.violations
    assert violation.thing.endswith("/membership/ada-marlowe-head-bridge-institute")
    assert violation.message == "It needs a comment."
    assert violation.document == "https://example.org/1"
    assert violation.sentence == "Ada Marlowe, head of Bridge Institute, spoke."
    assert not found.conforms


def test_dates_in_the_wrong_order_are_found(fresh_store: Store) -> None:
    reading = Page(location="backwards.txt").event("conference on bridges").reading()
    (release,) = reading.releases
    facts = tuple(
        dataclasses.replace(fact, when=Interval.parse("2011-05-12/2011-05-10"))
        if isinstance(fact, Event)
        else fact
        for fact in release.facts
    )
    torn = dataclasses.replace(reading, releases=(dataclasses.replace(release, facts=facts),))
    report = fresh_store.load([torn])
    with fresh_store.current() as snapshot:
        found = validate(snapshot, [name for name in report.graphs if "/release/" in name])
    assert found.violations
    assert {violation.document for violation in found.violations} == {"backwards.txt"}
    assert {violation.sentence for violation in found.violations} == {"The conference on bridges was held."}
