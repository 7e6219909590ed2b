"""`osce-kg explain`: sentence, marked words, rule, rows of reference, and how sure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osce_kg.explaining import explain
from osce_kg.explanation import UnknownFactError
from osce_kg.knowledge_graph import KnowledgeGraph
from osce_kg.loaders.extraction.confidence import families
from osce_kg.ontology.errors import OsceKgError
from osce_kg.queries.rows import Rows, shorten

from tests.api.conftest import Run

MISSION = "mission:mission-skopje"
PAIS = "person:carlos-pais"


def node(kg: KnowledgeGraph, pattern: str) -> str:
    rows = kg.query(f"SELECT ?n {{ {pattern} }} ORDER BY ?n LIMIT 1")
    assert isinstance(rows, Rows)
    return shorten(next(iter(rows))["n"])


def test_a_term_has_its_sentence_with_the_words_that_say_it(kg: KnowledgeGraph) -> None:
    found = kg.explain(node(kg, f"?n a org:Membership ; org:member {PAIS}"))
    (proof,) = found.proofs
    assert proof.sentence.endswith("said Carlos Pais, Head of the OSCE Mission to Skopje.")
    assert "[Head of the OSCE Mission to Skopje]" in proof.marked
    assert proof.rule == "post in apposition"
    family = families()["post after name"]
    assert (proof.family, proof.confidence) == (family.name, family.confidence)
    assert (proof.right, proof.seen) == (family.seen_right, family.seen)
    assert ("field_operations", "mission_skopje") in {(row.table, row.row) for row in found.rows}
    assert proof.page.endswith("bitola.txt")
    assert f"{family.seen_right} of {family.seen} facts were right" in proof.measured


def test_a_plain_edge_is_told_by_what_it_is_made_of(kg: KnowledgeGraph) -> None:
    post = node(kg, f"{PAIS} org:holds ?n")
    edge = kg.explain(f"{PAIS} org:holds {post}")
    assert [proof.rule for proof in edge.proofs] == ["post in apposition"]
    organized = kg.explain(f"{node(kg, f'?n schema:organizer {MISSION}')} schema:organizer {MISSION}")
    assert organized.proofs
    assert all(proof.family.startswith("organizer") for proof in organized.proofs)
    named = kg.explain(f"{node(kg, f'?n osce:mentions {MISSION}')} osce:mentions {MISSION}")
    assert named.proofs[0].family == "field operation by table"
    assert "[OSCE Mission to Skopje]" in named.proofs[0].marked


def test_a_value_of_a_release_is_told_by_its_line(kg: KnowledgeGraph) -> None:
    release = node(kg, f"?n a osce:PressRelease ; osce:mentions {MISSION}")
    found = kg.explain(f"{release} osce:dateline place:skopje")
    assert [(proof.marked, proof.says) for proof in found.proofs] == [
        ("[SKOPJE], 3 May 2005", "dateline: Skopje")
    ]
    assert "header line or dateline" in {proof.family for proof in kg.explain(release).proofs}


def test_what_tables_say_has_its_rows(kg: KnowledgeGraph) -> None:
    found = kg.explain("Karel De Gucht")
    assert found.fact == "person:karel-de-gucht"
    assert ("office_holders", "oh021") in {(row.table, row.row) for row in found.rows}
    post = "post:chairperson-in-office-osce"
    rows = kg.explain(f"person:karel-de-gucht org:holds {post}").rows
    assert rows[0].row == "oh021"
    assert rows[0].source


def test_all_that_is_said_by_the_pages_can_be_explained(kg: KnowledgeGraph) -> None:
    rows = kg.query("SELECT DISTINCT ?n { ?n osce:evidence/osce:inSource ?source }")
    assert isinstance(rows, Rows)
    for row in rows:
        found = kg.explain(row["n"])
        assert found.proofs, row["n"]
        for proof in found.proofs:
            assert proof.sentence.strip()
            assert proof.rule
            assert proof.source.startswith("source:")
            assert proof.says or any(carries for _, carries in proof.pieces), proof


def test_what_the_graph_does_not_say_is_refused_with_what_comes_near(kg: KnowledgeGraph, run: Run) -> None:
    with pytest.raises(UnknownFactError, match="did you mean person:carlos-pais"):
        kg.explain("person:carlo-pais")
    with pytest.raises(UnknownFactError, match="of org:holds it says post:"):
        kg.explain(f"{PAIS} org:holds post:pope")
    with pytest.raises(UnknownFactError, match="between them there is org:memberOf"):
        kg.explain(f"{PAIS} schema:organizer {MISSION}")
    with pytest.raises(OsceKgError):
        kg.explain("Nobody of This Name")
    result = run("explain", "person:carlo-pais")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "did you mean person:carlos-pais" in result.stderr


def test_the_command_prints_it_for_people_and_machines(kg: KnowledgeGraph, run: Run) -> None:
    term = node(kg, f"?n a org:Membership ; org:member {PAIS}")
    shown = run("explain", term)
    assert shown.exit_code == 0
    for words in ("[Head of the OSCE Mission to Skopje]", "rule: post in apposition", "Rows of reference"):
        assert words in shown.stdout
    told = json.loads(run("explain", term, "--json").stdout)
    (proof,) = told["proofs"]
    assert proof["marked"] == kg.explain(term).proofs[0].marked
    assert told["rows"]
    assert run("explain", PAIS, "osce:spokeIn", node(kg, f"{PAIS} osce:spokeIn ?n")).exit_code == 0


def test_what_pages_say_does_not_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "OSCE Mission opens office\n\nSKOPJE, 3 May 2005 - The OSCE Mission to Skopje opened \x1b]0;x\x07 an "
        "office in Bitola today, said Carlos \x9bPais, Head of the OSCE Mission to Skopje.\n",
        encoding="utf-8",
    )
    store = tmp_path / "store"
    assert run("load", str(page), store=store).exit_code == 0
    graph = KnowledgeGraph.open(store)
    release = node(graph, "?n a osce:PressRelease")
    for arguments in ((release, "osce:mentions", MISSION), (release,), ("mission:\x1b[31mx",)):
        output = run("explain", *arguments, store=store).output
        assert output
        assert not set(output) & {"\x1b", "\x07", "\x9b"}


def test_no_store_is_needed_for_a_graph_of_ones_own(kg: KnowledgeGraph) -> None:
    found = explain(kg.snapshot.raw, PAIS, kg.resolve)
    assert str(found).startswith("Carlos Pais   person:carlos-pais")
