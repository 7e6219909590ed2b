"""Turtle: the same bytes for the same graph, and every reader gets back what was written."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from osce_kg.graph.jsonld import JsonLdWriter
from osce_kg.graph.turtle import TurtleWriter, turtle
from osce_kg.ontology.vocabulary import PREFIXES

XSD = PREFIXES["xsd"]
HOSTILE = [
    '"',
    "\\",
    "\n",
    '"""',
    "\\u0041",
    "<b>",
    "}",
    " . ",
    "@en",
    "^^<x>",
    "\x00",
    "\x7f",
    "é\u0301",
    "\u2028",
    "𝄞",
]

local_names = st.one_of(
    st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True),
    st.sampled_from(
        ["", "a.b", "a.", ".a", "%41", "a'b", "a,b", "1", "-", "é", "a:b", "a/b", "_x", "a(b)", "~", "a@b"]
    ),
)
namespaces = st.sampled_from(
    [PREFIXES["state"], PREFIXES["osce"], XSD, "http://example.org/", "urn:x:", "http://e.org/a#"]
)
iris = st.builds(lambda namespace, local: ox.NamedNode(namespace + local), namespaces, local_names)
texts = st.one_of(st.text(max_size=12), st.lists(st.sampled_from(HOSTILE), max_size=4).map("".join))
datatypes = st.sampled_from(["integer", "decimal", "boolean", "date", "gYear", "string", "double"])
numbers = st.sampled_from(
    ["1", "-1", "+1", "1.0", ".5", "5.", "1e3", "true", "false", "01", "2006-11", "x", "", "1 "]
)
literals = st.one_of(
    texts.map(ox.Literal),
    st.builds(
        lambda value, code: ox.Literal(value, language=code), texts, st.sampled_from(["en", "de", "en-gb"])
    ),
    st.builds(lambda value, kind: ox.Literal(value, datatype=ox.NamedNode(XSD + kind)), numbers, datatypes),
    st.builds(lambda value, kind: ox.Literal(value, datatype=kind), texts, iris),
)
triples = st.builds(ox.Triple, iris, iris, st.one_of(iris, literals))
graphs = st.lists(triples, max_size=6)


def lines_of(graph: list[ox.Triple]) -> list[str]:
    return [f"{triple} ." for triple in graph]


@settings(deadline=None, max_examples=80)
@given(graphs)
def test_oxigraph_reads_back_what_was_written(graph: list[ox.Triple]) -> None:
    written = turtle(lines_of(graph))
    read = {quad.triple for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)}
    assert read == set(graph)


@pytest.mark.filterwarnings("ignore:Parsing weird boolean")
@settings(deadline=None, max_examples=80)
@given(graphs)
def test_rdflib_reads_the_same_graph_from_turtle_as_from_n_triples(graph: list[ox.Triple]) -> None:
    lines = lines_of(graph)
    from_turtle = rdflib.Graph().parse(data=turtle(lines), format="turtle")
    from_n_triples = rdflib.Graph().parse(data="\n".join(lines) + "\n", format="nt")
    assert set(from_turtle) == set(from_n_triples)


@settings(deadline=None, max_examples=40)
@given(graphs, st.randoms())
def test_the_order_of_the_triples_does_not_show(graph: list[ox.Triple], random: object) -> None:
    shuffled = list(graph)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert turtle(lines_of(shuffled)) == turtle(lines_of(graph))


@settings(deadline=None, max_examples=80)
@given(graphs)
def test_only_prefixes_that_are_used_are_declared(graph: list[ox.Triple]) -> None:
    writer = TurtleWriter()
    body = writer.blocks(sorted(set(lines_of(graph))))
    declared = [line.split()[1] for line in writer.header().splitlines() if line]
    assert declared == sorted(declared)
    assert all(prefix in body for prefix in declared)


@settings(deadline=None, max_examples=80)
@given(graphs)
def test_json_ld_gives_back_what_was_written(graph: list[ox.Triple]) -> None:
    writer = JsonLdWriter()
    nodes = ",\n".join(writer.nodes(sorted(set(lines_of(graph)))))
    document = f'{{"@context": {writer.context()}, "@graph": [{nodes}]}}'
    read = {quad.triple for quad in ox.parse(document, format=ox.RdfFormat.JSON_LD)}
    assert read == set(graph)


def test_class_and_label_come_first_and_values_stand_in_order() -> None:
    person = "<https://w3id.org/osce-kg/id/person/ada>"
    written = turtle(
        [
            f'{person} <{PREFIXES["foaf"]}name> "Ada" .',
            f'{person} <{PREFIXES["skos"]}altLabel> "B" .',
            f'{person} <{PREFIXES["skos"]}altLabel> "A" .',
            f'{person} <{PREFIXES["rdfs"]}label> "Ada" .',
            f"{person} <{PREFIXES['rdf']}type> <{PREFIXES['osce']}Person> .",
        ],
        comment="Two\nlines",
    )
    assert written.splitlines()[:3] == ["# Two", "# lines", ""]
    assert written.endswith(
        'person:ada a osce:Person ;\n    rdfs:label "Ada" ;\n    foaf:name "Ada" ;\n'
        '    skos:altLabel "A" ,\n        "B" .\n\n'
    )


@pytest.mark.parametrize(
    ("literal", "written"),
    [
        (f'"12"^^<{XSD}integer>', " 12 ."),
        (f'"0.95"^^<{XSD}decimal>', " 0.95 ."),
        (f'"1"^^<{XSD}decimal>', ' "1"^^xsd:decimal .'),
        (f'"true"^^<{XSD}boolean>', " true ."),
        (f'"2006-11"^^<{XSD}gYearMonth>', ' "2006-11"^^xsd:gYearMonth .'),
    ],
)
def test_numbers_are_written_as_people_write_them(literal: str, written: str) -> None:
    assert written in turtle([f"<http://example.org/s> <http://example.org/p> {literal} ."])
