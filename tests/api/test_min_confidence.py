"""`--min-confidence`: one bar for all that is asked, drawn, taken away and counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osce_kg import Rows
from osce_kg.knowledge_graph import KnowledgeGraph
from osce_kg.ontology.errors import OsceKgError

from tests.api.conftest import RELEASE, Run

LEAST = "0.97"
COUNT = "SELECT (COUNT(?c) AS ?n) (MIN(?c) AS ?least) { ?e osce:confidence ?c ; osce:foundBy ?rule }"


@pytest.fixture(scope="module")
def sure(loaded: Path) -> KnowledgeGraph:
    return KnowledgeGraph.open(loaded, min_confidence=float(LEAST))


def rows_of(graph: KnowledgeGraph) -> Rows:
    counted = graph.query(COUNT)
    assert isinstance(counted, Rows)
    return counted


def test_a_graph_is_opened_with_a_bar(kg: KnowledgeGraph, sure: KnowledgeGraph) -> None:
    [all_of_it], [rest] = rows_of(kg), rows_of(sure)
    assert 0 < rest["n"] < all_of_it["n"]
    assert float(all_of_it["least"]) < float(LEAST) <= float(rest["least"])
    assert sure.stats().triples < kg.stats().triples
    asked = {"who": "Carlos Pais"}
    assert len(kg.ask("statements-by", **asked)) == 1
    assert len(sure.ask("statements-by", **asked)) == 0
    assert kg.entity("Carlos Pais").section("Statements")
    assert not sure.entity("Carlos Pais").section("Statements")


def test_pictures_and_networks_have_the_bar_too(loaded: Path, kg: KnowledgeGraph, tmp_path: Path) -> None:
    name, sure = "OSCE Mission to Skopje", KnowledgeGraph.open(loaded, min_confidence=0.95)
    assert 0 < sure.network(name).number_of_edges() < kg.network(name).number_of_edges()
    sentence = "organized the course together"
    assert sentence in kg.draw(tmp_path / "all.html", name).read_text(encoding="utf-8")
    assert sentence not in sure.draw(tmp_path / "sure.html", name).read_text(encoding="utf-8")


def test_the_command_line_has_it_where_facts_are_shown(run: Run, tmp_path: Path) -> None:
    for command in (
        ("stats", "--json"),
        ("query", COUNT, "--format", "csv"),
        ("ask", "statements-by", "--who", "Carlos Pais", "--json"),
        ("show", "Carlos Pais"),
    ):
        loose, strict = run(*command), run(*command, "--min-confidence", LEAST)
        assert loose.exit_code == strict.exit_code == 0, command
        assert loose.stdout != strict.stdout, command
        assert run(*command, "--min-confidence", "0").stdout == loose.stdout, command
    for place, more in (("all.ttl", ()), ("sure.ttl", ("--min-confidence", LEAST))):
        assert run("export", str(tmp_path / place), *more).exit_code == 0
    assert "Officers who know" in (tmp_path / "all.ttl").read_text(encoding="utf-8")
    taken = (tmp_path / "sure.ttl").read_text(encoding="utf-8")
    assert "a osce:Statement" not in taken
    assert "a osce:PressRelease" in taken


def test_facts_of_a_page_have_it_without_a_store(run: Run, pages: Path) -> None:
    page = str(pages / "bitola.txt")
    all_of_them, sure = run("facts", page), run("facts", page, "--min-confidence", LEAST)
    assert "said\tCarlos Pais" in all_of_them.stdout
    assert "said\tCarlos Pais" not in sure.stdout
    assert "organizer" not in sure.stdout
    assert "mentions\tplace\tskopje" in sure.stdout
    assert set(sure.stdout.splitlines()) < set(all_of_them.stdout.splitlines())
    written = json.loads(run("facts", page, "--min-confidence", LEAST, "--json").stdout)
    found = [fact["evidence"] for fact in written["releases"][0]["facts"]]
    assert min(one["confidence"] for one in found if one) >= float(LEAST)
    lines = KnowledgeGraph.facts(RELEASE, min_confidence=float(LEAST))
    assert all(line.evidence is None or line.evidence.confidence >= float(LEAST) for line in lines)


@pytest.mark.parametrize("least", ["1.5", "-1", "much"])
def test_what_is_no_confidence_is_not_taken(run: Run, least: str) -> None:
    assert run("stats", "--min-confidence", least).exit_code == 2


def test_python_refuses_it_too(loaded: Path) -> None:
    with pytest.raises(OsceKgError, match="from 0 to 1"):
        KnowledgeGraph.open(loaded, min_confidence=9).stats()
