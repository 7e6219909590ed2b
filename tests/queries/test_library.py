"""The question files: each has its head, runs as it stands, and takes other values without breaking."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.queries.library import (
    QuestionFileError,
    UnknownQuestionError,
    parse_question,
    question,
    questions,
)
from osce_kg.queries.rows import Rows
from osce_kg.queries.search import NameIndex
from osce_kg.queries.terms import ParameterError, ParameterType, as_iri, term

NAMES = sorted(questions())


def rows(store: ox.Store, index: NameIndex, name: str, **values: object) -> list[dict[str, object]]:
    solutions = store.query(question(name).bind(values, index.resolve))
    assert isinstance(solutions, ox.QuerySolutions)
    return list(Rows.of(solutions))


def test_there_are_at_least_ten() -> None:
    assert len(NAMES) >= 10


@pytest.mark.parametrize("name", NAMES)
def test_the_file_runs_as_it_stands(store: ox.Store, name: str) -> None:
    assert list(store.query(question(name).sparql))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_the_example_of_the_head_is_what_the_file_asks(store: ox.Store, index: NameIndex, name: str) -> None:
    one = question(name)
    bound = store.query(one.bind(one.example, index.resolve))
    assert isinstance(bound, ox.QuerySolutions)
    as_it_stands = store.query(one.sparql)
    assert isinstance(as_it_stands, ox.QuerySolutions)
    assert Rows.of(bound).csv() == Rows.of(as_it_stands).csv()


@pytest.mark.parametrize("name", NAMES)
def test_its_text_says_what_it_is(name: str) -> None:
    one = question(name)
    assert one.title.endswith("?")
    assert all(parameter.about and parameter.example for parameter in one.parameters)


def test_a_parameter_with_default_any_can_be_left_out(store: ox.Store, index: NameIndex) -> None:
    assert rows(store, index, "who-spoke")
    assert not rows(store, index, "who-spoke", year=1999)


def test_the_last_month_of_a_term_counts_and_the_year_after_does_not(
    store: ox.Store, index: NameIndex
) -> None:
    post = "Chairperson-in-Office"
    assert [r["person"] for r in rows(store, index, "who-held", post=post, day="2003-12-05")] == [
        "https://w3id.org/osce-kg/id/person/jaap-de-hoop-scheffer"
    ]
    assert [r["personLabel"] for r in rows(store, index, "who-held", post=post, day="2004-02-01")] == [
        "Solomon Passy"
    ]


def test_a_term_without_an_end_lasts_until_the_next_begins(store: ox.Store, index: NameIndex) -> None:
    held = rows(store, index, "who-held", post="Chairpersonship", day="2006-05-05")
    assert [row["personLabel"] for row in held] == ["Karel De Gucht"]


def test_whoever_has_no_dates_is_shown_for_the_day_of_the_release(store: ox.Store, index: NameIndex) -> None:
    assert rows(store, index, "who-held", post="UNODC", day="2006-11-24")
    assert not rows(store, index, "who-held", post="UNODC", day="2006-11-25")


def test_a_state_finds_what_happened_in_its_towns(store: ox.Store, index: NameIndex) -> None:
    found = rows(store, index, "what-happened-in", place="Belgium")
    assert [(row["eventLabel"], row["organizers"]) for row in found] == [
        ("Police chiefs conference", "Secretariat")
    ]


def events(found: list[dict[str, object]]) -> list[object]:
    return [row["eventLabel"] for row in found]


@pytest.mark.parametrize("window", [{"from": "1999-01-01"}, {"to": "2030-12-31"}])
def test_an_event_without_a_date_is_in_no_window(
    store: ox.Store, index: NameIndex, window: dict[str, str]
) -> None:
    assert events(rows(store, index, "what-happened-in", place="Tbilisi")) == ["Visit to Tbilisi"]
    assert not rows(store, index, "what-happened-in", place="Tbilisi", **window)


def test_who_did_what_is_asked_by_agent_by_kind_or_by_both(store: ox.Store, index: NameIndex) -> None:
    def told(**values: str) -> list[tuple[object, ...]]:
        found = rows(store, index, "who-did", **values)
        return [(r["whoLabel"], r["how"], r["act"], r["what"], r["whom"]) for r in found]

    ended = ("Solomon Passy", "", "ended", "tour of the bridges", None)
    signed = ("Solomon Passy", "not planned", "signed", "treaty", "Belgium")
    assert told(who="Solomon Passy") == [ended, signed]
    assert told(did="ended") == [ended]
    assert told(who="Solomon Passy", did="signed") == [signed]
    assert told(who="Belgium") == []


def test_an_event_is_in_the_window_of_its_day_only(store: ox.Store, index: NameIndex) -> None:
    def asked(first: str, last: str) -> list[object]:
        return events(rows(store, index, "what-happened-in", place="Brussels", **{"from": first, "to": last}))

    assert asked("2006-11-24", "2006-11-24") == ["Police chiefs conference"]
    assert asked("2006-11-25", "2999-12-31") == asked("1973-01-01", "2006-11-23") == []


def test_who_organized_undated_events_is_told_only_without_a_window(
    store: ox.Store, index: NameIndex
) -> None:
    def named(**window: str) -> dict[object, object]:
        return {row["organizerLabel"]: row["events"] for row in rows(store, index, "organizers-of", **window)}

    assert named()["Chairpersonship"] == 1
    assert "Chairpersonship" not in named(**{"from": "1999-01-01"})
    assert "Chairpersonship" not in named(to="2030-12-31")
    assert named(**{"from": "2014-01-01", "to": "2014-12-31"}) == {
        "United Nations Office on Drugs and Crime": 1
    }


def test_an_undated_release_mentions_something_only_without_a_window(
    store: ox.Store, index: NameIndex
) -> None:
    def named(**window: str) -> list[object]:
        return [row["releaseLabel"] for row in rows(store, index, "mentions-of", entity="Belgium", **window)]

    assert named() == ["A page without a date"]
    assert not named(to="2030-12-31")


def test_fields_that_a_page_names_are_told_from_those_that_were_inferred(
    store: ox.Store, index: NameIndex
) -> None:
    def basis(publisher: str) -> list[tuple[object, object]]:
        found = rows(store, index, "works-on", publisher=publisher)
        return [(row["fieldLabel"], row["basis"]) for row in found]

    assert basis("Secretariat") == [("Policing", "named")]
    assert basis("OSCE Mission to Moldova") == [("Policing", "inferred")]
    assert basis("Chairpersonship") == [("Combating trafficking in human beings", "named")]


@pytest.mark.parametrize("name", ["mentions-of", "organizers-of", "what-happened-in"])
def test_a_window_that_runs_backwards_is_refused(index: NameIndex, name: str) -> None:
    values = question(name).example | {"from": "2015-01-01", "to": "2014-12-31"}
    with pytest.raises(ParameterError, match="2015-01-01 to 2014-12-31 runs backwards"):
        question(name).bind(values, index.resolve)


def test_lines_that_need_a_parameter_go_with_it() -> None:
    sparql = question("who-spoke").bind({"year": 2006}, lambda name, _: name)
    assert "fieldOfWork" not in sparql
    assert "YEAR(?issued) = ?year" in sparql


def test_a_missing_parameter_is_named_with_an_example(index: NameIndex) -> None:
    with pytest.raises(ParameterError, match=r"needs day.*2003-12-05"):
        question("who-held").bind({"post": "Chairperson-in-Office"}, index.resolve)


def test_a_misspelt_parameter_gets_a_suggestion(index: NameIndex) -> None:
    with pytest.raises(ParameterError, match="did you mean mission"):
        question("who-led").bind({"misson": "OSCE Mission to Moldova"}, index.resolve)


def test_a_misspelt_question_gets_a_suggestion() -> None:
    with pytest.raises(UnknownQuestionError, match="who-held"):
        question("who-helt")


@pytest.mark.parametrize("day", ["2003-02-31", "yesterday", "2003-12", "2003-12-05T00:00:00"])
def test_what_is_no_day_is_refused(index: NameIndex, day: str) -> None:
    with pytest.raises(ParameterError, match="no day"):
        question("who-held").bind({"post": "Chairperson-in-Office", "day": day}, index.resolve)


@given(st.text())
def test_no_text_gets_out_of_its_literal(text: str) -> None:
    written = term(ParameterType.TEXT, text, (), lambda name, _: name)
    try:
        result = ox.Store().query(f"SELECT ?x {{ VALUES ?x {{ {written} }} }}")
    except SyntaxError:
        pytest.fail(f"breaks the query: {written}")
    assert isinstance(result, ox.QuerySolutions)
    assert [row["x"].value for row in result] == [text]


@given(st.text())
def test_no_name_gets_out_of_its_iri(text: str) -> None:
    try:
        written = term(ParameterType.TERM, text, (), lambda name, _: name)
    except ParameterError:
        return
    assert as_iri(text) is not None
    assert len(list(ox.Store().query(f"SELECT ?x {{ VALUES ?x {{ {written} }} }}"))) == 1  # type: ignore[arg-type]


HEAD = (
    "# title: What?\n# about: This\n#   and that.\n"
    "# parameter: x\n#   type: text\n#   about: It\n#   example: a\n"
)


def test_a_new_file_needs_no_python() -> None:
    one = parse_question("mine", HEAD + 'SELECT ?x {\n  VALUES ?x { "a" }\n}\n')
    assert (one.title, one.about, one.example) == ("What?", "This and that.", {"x": "a"})
    assert '"b"' in one.bind({"x": "b"}, lambda name, _: name)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("SELECT * {}", "title"),
        ("# something\nSELECT * {}", "must begin"),
        (HEAD + "SELECT ?x { }", "VALUES"),
        (HEAD.replace("text", "colour") + 'SELECT ?x {\n  VALUES ?x { "a" }\n}', "colour"),
        (HEAD.replace("#   example: a\n", "") + 'SELECT ?x {\n  VALUES ?x { "a" }\n}', "no example"),
    ],
)
def test_a_wrong_head_says_what_is_wrong(text: str, what: str) -> None:
    with pytest.raises(QuestionFileError, match=what):
        parse_question("mine", text)
