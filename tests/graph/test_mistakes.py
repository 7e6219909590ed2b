"""Queries with one mistake: the words and the place that their writer is told."""

from __future__ import annotations

from pathlib import Path

import osce_kg.queries
import osce_kg.views
import pyoxigraph as ox
import pytest
from osce_kg.graph.errors import QuerySyntaxError
from osce_kg.graph.grammar import mistake_in
from osce_kg.graph.query import run_query

FILES = [file for room in (osce_kg.queries, osce_kg.views) for file in Path(room.__path__[0]).rglob("*.rq")]


@pytest.mark.parametrize(
    ("query", "at", "words"),
    [
        ("SELECT ?x { ?x &&& }", "&&&", "“&&” cannot stand here; expected: a variable"),
        ("SELECT ?x { ?x a }", "}", "“}” cannot stand here; expected: a variable, an IRI"),
        ("SELECT ?x WHERE ?x a ?y }", "?x a", "expected: “{”"),
        ("SELECT ?x { ?x a ?y", "{", "“{” is not closed"),
        ("SELCT ?x { ?x a ?y }", "SELCT", "did you mean SELECT"),
        ("SELECT ?x { ?x a ?y FILER(?x) }", "FILER", "did you mean FILTER"),
        ("SELECT ?x { ?x a ?y FILTER(STRSTART(?x, 'a')) }", "STRSTART(", "did you mean STRSTARTS"),
        ("SELECT x { ?x a ?y }", "x {", "expected: a variable"),
        ("SELECT ?x, ?y { ?x a ?y }", ",", "“,” cannot stand here"),
        ("SELECT ?x { ?x a ?y } LIMIT x", "x", "expected: a number"),
        ("SELECT ?x { ?x a ?y }}", "}", "“}” cannot stand here"),
        ("SELECT ?x {\n  ?x rdfs:label 'abc }", "'abc", "a text begins here"),
        ("SELECT ?x { ?x a <http://a b> }", "<http", "an address begins here"),
        ("SELECT ?x { ?x a <b> }", "<b>", "no whole address"),
        ("SELECT (COUNT(?x)) { ?x a ?y }", ") {", "or AS"),
        ("SELECT ?x {\n ?x a ?y .\n FILTER(?y > 3 }", "}", "“)”"),
        ("SELECT ?x ?y { ?x a ?y } GROUP BY ?x", "?y {", "name it in GROUP BY"),
        ("SELECT ?x ?x { ?x a ?y }", "?x {", "shown twice"),
        ("SELECT ?x { ?x a ?y BIND(1 AS ?x) }", "?x) }", "has a value before"),
        ("SELECT ?x { ?x a foo:b }", "foo:b", "the prefix foo: is not declared"),
    ],
)
def test_a_mistake_is_told_at_its_place(query: str, at: str, words: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        run_query(ox.Store(), query)
    place = query.rindex(at)
    line, column = query.count("\n", 0, place) + 1, place - query.rfind("\n", 0, place)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert words in str(caught.value)


def test_a_query_that_ends_too_early_says_what_is_missing() -> None:
    with pytest.raises(
        QuerySyntaxError, match=r"line 1, column 4: the query ends here; expected: WHERE or “{”"
    ):
        run_query(ox.Store(), "ASK")


@pytest.mark.parametrize("query", ["SELECT ?x { VALUES (?x ?y) { (1) } }", "ASK { FILTER(" + "(" * 3000])
def test_a_mistake_that_has_no_known_place_is_told_all_the_same(query: str) -> None:
    with pytest.raises(QuerySyntaxError, match="the parts of the query do not fit together"):
        run_query(ox.Store(), query)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_our_own_queries_have_no_mistake(file: Path) -> None:
    assert mistake_in(file.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize(
    "query",
    [
        "BASE <http://a/> PREFIX : <b#> CONSTRUCT { ?s :p [] . (1 2) :q _:x } { ?s ?p 'a'@en-gb, 'b'^^:t ; }",
        "CONSTRUCT WHERE { ?s ?p -1.5e3 } LIMIT 1 OFFSET 2",
        "DESCRIBE ?x <http://a> { ?x ^(osce:a|!(a|^osce:b))*/osce:c? true } ORDER BY DESC(?x) STR(?x) ?y",
        "ASK { { ?s ?p ?o } UNION { GRAPH ?g { [ ?p ?o ] } } MINUS { ?s ?p () } }",
        "SELECT (COUNT(DISTINCT *) AS ?n) (GROUP_CONCAT(?a; separator=', ') AS ?b) { SELECT * { ?s a ?a } }",
        "SELECT ?n { ?s a ?a } GROUP BY (STR(?a) AS ?b) ?s HAVING (?n > 1)",
        "SELECT REDUCED ?x { BIND(IF(?a IN (1, 2) || !BOUND(?b), -?c * 2, osce:f(?d)) AS ?x) }",
        "SELECT ?x { OPTIONAL { ?x ?y '''it's''' } FILTER NOT EXISTS { ?x a ?z } FILTER(EXISTS { }) }",
        "SELECT ?x { VALUES (?q) { (UNDEF) (1) } } VALUES ?x { 1 }",
    ],
)
def test_what_is_sparql_has_no_mistake(query: str) -> None:
    assert mistake_in(query) is None
