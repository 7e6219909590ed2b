"""What a SELECT gives back."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pyoxigraph as ox
from osce_kg.queries.rows import Rows

QUERY = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?x ?xLabel ?day ?nothing { VALUES (?x ?xLabel ?day ?nothing) {
 (<https://w3id.org/osce-kg/id/state/be> "<b>, \\"Belgium\\""@en "2006-11-24"^^xsd:date UNDEF)
 (<http://example.org/a/b> "b" "206-99-99"^^xsd:date UNDEF) } }"""


def answer() -> Rows:
    solutions = ox.Store().query(QUERY)
    assert isinstance(solutions, ox.QuerySolutions)
    return Rows.of(solutions, "Which?")


def test_rows_are_python_values_and_bad_dates_stay_text() -> None:
    first, second = answer()
    assert first == {
        "x": "https://w3id.org/osce-kg/id/state/be",
        "xLabel": '<b>, "Belgium"',
        "day": date(2006, 11, 24),
        "nothing": None,
    }
    assert second["day"] == "206-99-99"


def test_a_person_sees_the_label_in_place_of_the_iri() -> None:
    assert answer().headings == ("x", "day", "nothing")
    assert next(answer().table()) == ('<b>, "Belgium"', "2006-11-24", "")


def test_html_is_escaped() -> None:
    shown = answer()._repr_html_()
    assert "<b>" not in shown
    assert "&lt;b&gt;, &quot;Belgium&quot;" in shown


def test_csv_has_all_variables_and_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(answer().csv(), newline="")))
    assert rows[0] == ["x", "xLabel", "day", "nothing"]
    assert rows[1][1] == '<b>, "Belgium"'


def test_json_is_what_other_tools_read() -> None:
    text = answer().json()
    parsed = ox.parse_query_results(text, format=ox.QueryResultsFormat.JSON)
    assert isinstance(parsed, ox.QuerySolutions)
    assert [list(row) for row in parsed] == [list(row) for row in answer().solutions]
    assert json.loads(text)["results"]["bindings"][0]["xLabel"]["xml:lang"] == "en"
