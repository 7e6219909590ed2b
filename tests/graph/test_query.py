"""Queries: what is answered, how it is written, what is refused, and that a time limit holds."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pyoxigraph as ox
import pytest
from osce_kg.graph.errors import QueryError, QueryRefusedError, QuerySyntaxError, QueryTimeoutError
from osce_kg.graph.query import check_query
from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.worker import QueryWorker
from osce_kg.ontology.vocabulary import expand

from .asking import texts

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_rows_have_typed_values(snapshot: Snapshot) -> None:
    (row,) = snapshot.select("SELECT ?day ?none { ?r a osce:PressRelease ; dcterms:issued ?day } LIMIT 1")
    assert row == {"day": ox.Literal("2011-05-12", datatype=ox.NamedNode(expand("xsd:date")))}


def test_a_triple_counts_once_however_many_graphs_say_it(snapshot: Snapshot) -> None:
    rows = texts(snapshot, "SELECT (COUNT(?label) AS ?n) { state:be rdfs:label ?label }")
    assert rows == [{"n": "1"}]


def test_graph_asks_who_says_so(snapshot: Snapshot) -> None:
    rows = texts(snapshot, "SELECT DISTINCT ?g { GRAPH ?g { person:ada-marlowe osce:spokeIn ?r } }")
    assert [row["g"].rpartition("/")[0] for row in rows] == ["https://w3id.org/osce-kg/graph/release"]


def test_answers_come_in_the_standard_formats(snapshot: Snapshot) -> None:
    answer = snapshot.query("SELECT ?label { state:be rdfs:label ?label }")
    assert json.loads(answer.json())["head"]["vars"] == ["label"]
    assert answer.csv().split() == [b"label", b"Belgium"]
    assert answer.tsv().split() == [b"?label", b'"Belgium"@en']
    assert b"<sparql" in answer.xml()
    assert answer.variables == ("label",)


def test_ask_and_construct(snapshot: Snapshot) -> None:
    asked = snapshot.query("ASK { state:be a osce:ParticipatingState }")
    assert asked.boolean is True
    assert json.loads(asked.json())["boolean"] is True
    assert asked.csv() == b"true\n"
    made = snapshot.query("CONSTRUCT { ?s a osce:Thing } WHERE { ?s a osce:HistoricalState }")
    assert len(made.lines) == len(set(made.lines)) > 1
    assert list(made.lines) == sorted(made.lines)
    for wrong in (
        lambda: asked.rows,
        lambda: made.rows,
        lambda: made.boolean,
        lambda: asked.lines,
        made.json,
    ):
        with pytest.raises(QueryError, match=r"the query gives|a graph has no rows"):
            wrong()


def test_a_query_that_cannot_be_read_says_where(snapshot: Snapshot) -> None:
    with pytest.raises(QuerySyntaxError, match="prefix osc: is not declared") as caught:
        snapshot.query("SELECT ?s {\n  ?s a osc:Person }")
    assert (caught.value.line, caught.value.column) == (2, 8)
    with pytest.raises(QuerySyntaxError) as caught:
        snapshot.query("SELECT ?s {\n  ?s ?p }")
    assert (caught.value.line, caught.value.column) == (2, 9)


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("SELECT * { ?z osce:hostState ?y . ?y rdfs:label ?a }", ("z", "y", "a")),
        ("# of ?it\nselect distinct * { ?z a ?b . { SELECT ?b ?a { ?b rdfs:label ?a } } }", ("z", "b", "a")),
        ("SELECT * { ?z a ?b FILTER NOT EXISTS { ?z a ?a } }", ("z", "b")),
        ("SELECT ?y ?x { ?x osce:hostState ?y }", ("y", "x")),
    ],
)
def test_all_columns_come_in_the_order_in_which_they_appear(
    snapshot: Snapshot, query: str, columns: tuple[str, ...]
) -> None:
    assert snapshot.query(query).variables == columns


@pytest.mark.parametrize(
    ("query", "prefix", "column"),
    [
        ("SELECT ?s { ?s foo:bar ?o }", "foo:", 16),
        ("PREFIX foo: <http://foo.example/#> SELECT ?s { ?s foo:bar/^fo:a _:x }", "fo:", 60),
        ("SELECT ?s { ?s a 'foo:bar', <foo:bar>, :Thing }", ":", 40),
        ("SELECT ?s { ?s a 'x'^^foo:bar }", "foo:", 23),
    ],
)
def test_a_prefix_that_is_not_declared_is_named_where_it_stands(
    snapshot: Snapshot, query: str, prefix: str, column: int
) -> None:
    with pytest.raises(QuerySyntaxError, match=f"the prefix {prefix} is not declared") as caught:
        snapshot.query(query)
    assert (caught.value.line, caught.value.column) == (1, column)


@pytest.mark.parametrize("query", ["", " \n", "# only a remark", "# one\n # two\n"])
def test_an_empty_query_is_called_so(snapshot: Snapshot, query: str) -> None:
    with pytest.raises(QuerySyntaxError, match="the query is empty"):
        snapshot.query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1.SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p true.SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.SERVICE<http://localhost:9/>{ ?s ?p ?o } }",
        'SELECT * { ?s ?p "\\"" . SERVICE <http://localhost:9/> { ?s ?p ?o } }',
        "SELECT * { ?s ?p '''it's ''' SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://localhost:9/> { ?s ?p ?o }",
        "SELECT * #\nFROM <http://localhost:9/> { ?s ?p ?o }",
        "INSERT DATA { state:be rdfs:label 'x' }",
        "PREFIX a: <http://a/> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://localhost:9/>",
        "DROP ALL",
    ],
)
def test_what_dials_out_or_writes_is_refused(snapshot: Snapshot, query: str) -> None:
    with pytest.raises(QueryRefusedError, match="is not served"):
        snapshot.query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?from { ?service rdfs:label ?from } # SERVICE FROM",
        "SELECT ?s { ?s rdfs:label 'from SERVICE', \"load\", '''FROM\n\"SERVICE''' }",
        "SELECT ?s { ?s <http://example.org/SERVICE> <http://example.org/#from> }",
        "PREFIX from: <http://example.org/> SELECT ?s { ?s from:service from:drop }",
        "SELECT ?s { ?s ?p ?o FILTER(?o < 5 && 7 > ?o) }",
        "SELECT ?s { ?s rdfs:label 'x'@from }",
    ],
)
def test_names_and_texts_may_hold_any_word(snapshot: Snapshot, query: str) -> None:
    check_query(query)
    assert snapshot.select(query) is not None


UNITS = [
    "1",
    "-",
    ".",
    "a",
    "a-",
    "a.",
    "<",
    "<a",
    "'",
    "'''",
    '"""a',
    "\\",
    "?",
    "@a",
    ":",
    "(",
    "a:\\",
    "\\u",
]


@pytest.mark.parametrize("unit", UNITS)
def test_long_queries_of_nonsense_are_looked_at_once(unit: str) -> None:
    check_query(f"SELECT ?s {{ {unit * (200_000 // len(unit))} }}")


def test_a_worker_answers_as_the_snapshot_does(snapshot: Snapshot) -> None:
    with QueryWorker(snapshot.folder / "graph") as worker:
        for query in (
            "SELECT ?s ?label { ?s a osce:HistoricalState ; rdfs:label ?label } ORDER BY ?s",
            "ASK { state:be a osce:Person }",
            "CONSTRUCT { ?s a osce:Thing } WHERE { ?s a osce:HistoricalState }",
        ):
            assert worker.run(query, 20) == snapshot.query(query)
        for query, error in (
            ("SELECT ?s {\n ?s ?p", QuerySyntaxError),
            ("DROP ALL", QueryRefusedError),
        ):
            with pytest.raises(error) as caught:
                worker.run(query, 20)
            with pytest.raises(error) as direct:
                snapshot.query(query)
            assert str(caught.value) == str(direct.value)
            assert getattr(caught.value, "line", None) == getattr(direct.value, "line", None)


def test_a_query_that_takes_too_long_is_ended_and_the_next_one_is_answered(snapshot: Snapshot) -> None:
    with QueryWorker(snapshot.folder / "graph") as worker:
        worker.start()
        begun = time.monotonic()
        with pytest.raises(QueryTimeoutError, match=r"longer than 0\.3 s"):
            worker.run(ENDLESS, 0.3)
        assert time.monotonic() - begun < 30
        assert worker.run("ASK { state:be a osce:State }", 20).boolean


def test_a_worker_ends_with_the_process_that_asks_even_in_the_middle_of_a_query(snapshot: Snapshot) -> None:
    code = (
        "import sys; from pathlib import Path; from osce_kg.graph.worker import QueryWorker\n"
        "worker = QueryWorker(Path(sys.argv[1])); worker.start()\n"
        "print(worker._process.pid, flush=True)\n"
        "worker.run(sys.argv[2], 1e6)"
    )
    command = [sys.executable, "-c", code, str(snapshot.folder / "graph"), ENDLESS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as asking:
        assert asking.stdout is not None
        worker = int(asking.stdout.readline())
        asking.kill()
        try:
            asking.communicate(timeout=20)  # its standard error is the worker's too, and open as long
        except subprocess.TimeoutExpired:
            os.kill(worker, signal.SIGKILL)
            raise


def test_a_worker_without_a_database_says_so(tmp_path: object) -> None:
    with QueryWorker(tmp_path) as worker, pytest.raises(QueryError, match="cannot be read"):  # type: ignore[arg-type]
        worker.run("ASK { ?s ?p ?o }", 20)
