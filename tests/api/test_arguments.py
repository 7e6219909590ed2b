"""Wrong types in the Python API: a TypeError that says in words what was meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import osce_kg
import pytest
from osce_kg.graph.errors import QueryRefusedError, QuerySyntaxError
from osce_kg.knowledge_graph import KnowledgeGraph

CALLS: dict[str, Callable[[Any], object]] = {
    "a page's text must be a str, not None": lambda kg: osce_kg.facts(None),  # type: ignore[arg-type]
    "a page's text must be a str, not bytes": lambda kg: osce_kg.facts(b"VIENNA"),  # type: ignore[arg-type]
    "the folder of a store must be a str or a Path, not int": lambda kg: osce_kg.open(5),  # type: ignore[arg-type]
    "a page's path must be a str or a Path, not None": lambda kg: kg.load(None),
    "a page's path must be a str or a Path, not int": lambda kg: kg.load(["a.txt", 5]),
    "a query must be a str, not None": lambda kg: kg.query(None),
    "a question's name must be a str, not None": lambda kg: kg.ask(None),
    "the words of a name must be a str, not None": lambda kg: kg.find(None),
    "a name must be a str, not None": lambda kg: kg.entity(None),
    "a name must be a str, not int": lambda kg: kg.network(5),
    "the picture's file must be a str or a Path": lambda kg: kg.draw(None),
    "today must be a datetime.date, not str": lambda kg: kg.draw("a.html", today="2006-01-01"),
    "the file of an export must be a str or a Path": lambda kg: kg.export(None),
    "a page must be a str, not None": lambda kg: kg.validate(None),
    "a snapshot's name must be a str, not None": lambda kg: kg.restore(None),
    "what to forget must be a str, not None": lambda kg: kg.forget(None),
}


@pytest.mark.parametrize("words", CALLS)
def test_a_wrong_type_is_told_in_words(kg: KnowledgeGraph, words: str) -> None:
    with pytest.raises(TypeError) as caught:
        CALLS[words](kg)
    assert str(caught.value).startswith(words)


def test_one_kind_may_be_given_as_such(kg: KnowledgeGraph) -> None:
    assert kg.find("Pais", kinds="person") == kg.find("Pais", kinds=["person"]) != ()


def test_pages_may_come_as_any_iterable(tmp_path: Path, pages: Path) -> None:
    report = osce_kg.open(tmp_path / "store").load(pages / "bitola.txt", iter([str(pages / "yerevan.txt")]))
    assert len(report.added) == 2


def test_a_network_of_a_query_goes_through_the_same_checks(kg: KnowledgeGraph) -> None:
    with pytest.raises(QueryRefusedError, match="SERVICE is not served"):
        kg.network(sparql="SELECT * { SERVICE <http://localhost:9/> { ?from ?p ?to } }")
    with pytest.raises(QuerySyntaxError, match="line 1, column 8"):
        kg.network(sparql="SELECT ends { ?from ?p ?to }")
