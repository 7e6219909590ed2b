"""The rdflib view: what users of rdflib do, on a store that is only read."""

from __future__ import annotations

import pytest
import rdflib
from osce_kg.graph.errors import QueryError, QueryRefusedError, QuerySyntaxError, ReadOnlyError
from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.view import GraphView, graph_view
from osce_kg.ontology.vocabulary import expand
from rdflib.namespace import RDF, RDFS
from rdflib.plugins.sparql import prepareQuery
from rdflib.query import Result

BELGIUM = rdflib.URIRef(expand("state:be"))
STATE = rdflib.URIRef(expand("osce:ParticipatingState"))


@pytest.fixture
def graph(snapshot: Snapshot) -> GraphView:
    return graph_view(snapshot)


def values(answer: Result) -> list[str]:
    return [str(value) for row in answer.bindings for value in row.values()]


def test_triples_values_and_length(graph: GraphView, snapshot: Snapshot) -> None:
    assert graph.value(BELGIUM, RDFS.label) == rdflib.Literal("Belgium", lang="en")
    assert (BELGIUM, RDF.type, STATE) in graph
    assert len(list(graph.subjects(RDF.type, STATE))) == 57
    assert len(graph) == snapshot.manifest.triples == len(list(graph))


def test_prefixes_are_bound_in_queries_and_when_written(graph: GraphView) -> None:
    answer = graph.query("SELECT ?label { state:be rdfs:label ?label }")
    assert values(answer) == ["Belgium"]
    assert graph.qname(str(BELGIUM)) == "state:be"
    small = graph.query(
        "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a osce:HistoricalState ; rdfs:label ?l }"
    ).graph
    assert small is not None
    assert len(small) > 1


def test_one_source_is_a_graph_of_its_own(snapshot: Snapshot) -> None:
    reference = graph_view(snapshot, "graph:reference")
    assert len(reference) == len(snapshot.lines(expand("graph:reference")))
    spoke = "ASK { ?who osce:spokeIn ?release }"
    assert not reference.query(spoke).askAnswer
    assert graph_view(snapshot).query(spoke).askAnswer


def test_bindings_hold_also_for_what_is_only_counted(graph: GraphView) -> None:
    query = "SELECT (COUNT(?state) AS ?n) WHERE { ?state a ?class }"
    assert values(graph.query(query, initBindings={"class": STATE})) == ["57"]
    hostile = rdflib.Literal('x" } DROP ALL #\n\\')
    counting = graph.query("SELECT (COUNT(*) AS ?n) { ?s rdfs:label ?l }", initBindings={"l": hostile})
    assert values(counting) == ["0"]
    made = graph.query("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }", initBindings={"s": BELGIUM}).graph
    assert made is not None
    assert (BELGIUM, RDF.type, STATE) in made
    with pytest.raises(QueryError, match="no name of a variable"):
        graph.query("ASK { ?s ?p ?o }", initBindings={"s) {} #": BELGIUM})


def test_prepared_queries_are_answered_by_the_same_engine(graph: GraphView) -> None:
    prepared = prepareQuery("SELECT ?l { ?s r:label ?l }", initNs={"r": RDFS})
    answer = graph.query(prepared, initBindings={"s": BELGIUM})
    assert values(answer) == ["Belgium"]
    with pytest.raises(QueryRefusedError):
        graph.query(prepareQuery("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }"))


def test_nothing_is_written_dialled_or_opened(graph: GraphView) -> None:
    triple = (BELGIUM, RDFS.label, rdflib.Literal("x"))
    for write in (
        lambda: graph.add(triple),
        lambda: graph.remove(triple),
        lambda: graph.addN([(*triple, graph)]),
        lambda: graph.update("DELETE WHERE { ?s ?p ?o }"),
        lambda: graph.parse(data="<http://a/b> <http://a/c> 1 .", format="turtle"),
        lambda: graph.set(triple),
    ):
        with pytest.raises(ReadOnlyError, match="cannot be written into"):
            write()
    for query in (
        "SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "ASK FROM <file:///etc/hostname> { ?s ?p ?o }",
    ):
        with pytest.raises(QueryRefusedError):
            graph.query(query)
    with pytest.raises(QuerySyntaxError):
        graph.query("SELECT {")


def test_a_view_can_be_copied_into_a_graph_of_ones_own(graph: GraphView) -> None:
    own = rdflib.Graph()
    own += graph.triples((BELGIUM, None, None))
    own.add((BELGIUM, RDFS.comment, rdflib.Literal("mine")))
    assert len(own) == len(list(graph.triples((BELGIUM, None, None)))) + 1


def test_a_view_goes_on_answering_after_it_was_closed(snapshot: Snapshot) -> None:
    view = graph_view(snapshot)
    view.close()
    assert BELGIUM in set(view.all_nodes())
    assert len(view.skolemize()) == len(view)
