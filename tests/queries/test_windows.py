"""A year, or days that bound a window: what they leave out for want of a date can be counted."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from osce_kg.queries.library import question, questions
from osce_kg.queries.rows import Rows
from osce_kg.queries.search import NameIndex
from osce_kg.queries.terms import ParameterType, undeclared_terms

WINDOWED = sorted(name for name, one in questions().items() if one.undated)


def left_out(store: ox.Store, index: NameIndex, name: str, **values: object) -> int:
    counting = question(name).bind_undated(values, index.resolve)
    assert counting is not None
    solutions = store.query(counting)
    assert isinstance(solutions, ox.QuerySolutions)
    (row,) = Rows.of(solutions)
    return int(row["n"])


@pytest.mark.parametrize("window", [{"from": "1999-01-01"}, {"to": "2030-12-31"}])
def test_an_event_without_a_date_is_counted(
    store: ox.Store, index: NameIndex, window: dict[str, str]
) -> None:
    assert left_out(store, index, "what-happened-in", place="Tbilisi", **window) == 1
    assert left_out(store, index, "what-happened-in", place="Brussels", **window) == 0


def test_a_release_without_a_date_is_counted(store: ox.Store, index: NameIndex) -> None:
    assert left_out(store, index, "mentions-of", entity="Belgium", **{"from": "2006-01-01"}) == 1


@pytest.mark.parametrize("name", WINDOWED)
def test_each_question_with_a_window_can_count(store: ox.Store, index: NameIndex, name: str) -> None:
    assert left_out(store, index, name, **question(name).example) >= 0


def test_every_question_with_a_window_says_what_it_leaves_out() -> None:
    dated = (ParameterType.DATE, ParameterType.YEAR)
    optional = {
        one.name for one in questions().values() for p in one.parameters if p.default and p.type in dated
    }
    assert sorted(optional) == WINDOWED


def test_nothing_is_counted_where_no_window_is_asked_for(index: NameIndex) -> None:
    assert question("what-happened-in").bind_undated({"place": "Tbilisi"}, index.resolve) is None
    assert question("who-led").bind_undated({"mission": "UNODC"}, index.resolve) is None


def test_who_spoke_in_a_release_without_a_date_is_shown_where_no_year_is_asked(
    store: ox.Store, index: NameIndex
) -> None:
    fresh = ox.Store()
    fresh.extend(store)
    osce, thing = "https://w3id.org/osce-kg/ontology#", "https://w3id.org/osce-kg/id/"
    said = f"""<{thing}statement/x> a <{osce}Statement> ; <{osce}speaker> <{thing}person/jan-kubis> ;
        <{osce}saidIn> <{thing}release/r2> ; <{osce}evidence> <{thing}evidence/s1-1> ."""
    fresh.load(said.encode(), format=ox.RdfFormat.TURTLE)

    def who(**values: object) -> set[object]:
        solutions = fresh.query(question("who-spoke").bind(values, index.resolve))
        assert isinstance(solutions, ox.QuerySolutions)
        return {row["whoLabel"] for row in Rows.of(solutions)}

    assert "Ján Kubiš" in who()
    assert "Ján Kubiš" not in who(year=2006)
    assert left_out(fresh, index, "who-spoke", year=2006) == 1


def test_our_own_questions_use_no_name_that_the_ontology_lacks() -> None:
    assert [one.name for one in questions().values() if undeclared_terms(one.sparql)] == []
