"""`osce-kg evaluate`: what it prints, and with which exit code it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.api.conftest import Run
from tests.loaders.evaluation.annotated import write_pages


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "annotated")


def test_the_tables_show_all_that_is_measured(run: Run, annotated: Path) -> None:
    result = run("evaluate", str(annotated))
    assert result.exit_code == 0
    for title in ("By group", "By layout", "By language", "By rule", "in reference", "hidden", "confidence"):
        assert title in result.output
    assert "2 annotated pages" in result.stderr
    assert "Vukelov" not in result.stdout


def test_errors_are_listed_with_rule_and_sentence(run: Run, annotated: Path) -> None:
    result = run("evaluate", str(annotated), "--errors")
    assert "Council of Journalists" in result.stdout
    assert "reference label" in result.stdout
    written = json.loads(run("evaluate", str(annotated), "--errors", "--json").stdout)
    missing = next(one for one in written["errors"] if one["what"] == "missing")
    assert missing["line"] == ["mentions", "organization", "Council of Journalists"]


def test_what_falls_short_ends_with_1(run: Run, annotated: Path) -> None:
    assert run("evaluate", str(annotated), "--min", "header=0.9").exit_code == 0
    result = run("evaluate", str(annotated), "--min", "header=0.9", "--min", "organization=0.5")
    assert result.exit_code == 1
    assert "too little: organization 0.000" in result.stderr
    assert run("evaluate", str(annotated), "--min", "nobody=0.5").exit_code == 1


def test_json_is_the_same_each_time_and_can_be_compared_with(run: Run, annotated: Path) -> None:
    first, second = (run("evaluate", str(annotated), "--json").stdout for _ in range(2))
    assert first == second
    old = annotated.parent / "old.json"
    old.write_text(first, encoding="utf-8")
    page = annotated / "yerevan.txt"
    told = page.read_text(encoding="utf-8").replace("today", "and the Council of Journalists today")
    page.write_text(told, encoding="utf-8")
    result = run("evaluate", str(annotated), "--compare", str(old))
    assert "1 won, 0 lost" in result.stderr
    assert "mentions | organization | Council of Journalists" in result.stdout
    compared = json.loads(run("evaluate", str(annotated), "--compare", str(old), "--json").stdout)
    assert compared["comparison"]["changes"][0]["what"] == "found"


def test_some_pages_only(run: Run, annotated: Path) -> None:
    names = annotated.parent / "names.txt"
    names.write_text("yerevan\n", encoding="utf-8")
    only = json.loads(run("evaluate", str(annotated), "--names", str(names), "--json").stdout)
    rest = json.loads(run("evaluate", str(annotated), "--except", str(names), "--json").stdout)
    assert list(only["lines"]) == ["yerevan"]
    assert list(rest["lines"]) == ["ohrid"]


def test_figures_show_no_line_of_any_page(run: Run, annotated: Path) -> None:
    shown = run("evaluate", str(annotated), "--figures", "--json").stdout
    assert "lines" not in json.loads(shown)
    assert "Vukelov" not in shown
    assert run("evaluate", str(annotated), "--figures", "--errors").exit_code == 1


def test_facts_that_were_written_before(run: Run, annotated: Path) -> None:
    facts = annotated.parent / "facts"
    written = run("facts", str(annotated / "ohrid.txt"), str(annotated / "yerevan.txt"), "--out", str(facts))
    assert written.exit_code == 0
    read = json.loads(run("evaluate", str(annotated), "--json").stdout)["groups"]
    again = json.loads(run("evaluate", str(annotated), "--facts", str(facts), "--json").stdout)["groups"]
    assert read == again


def test_confidence_is_fitted_to_annotated_and_judged_pages(run: Run, annotated: Path) -> None:
    table, judged = annotated.parent / "confidence.tsv", annotated.parent / "judged.tsv"
    judged.write_text("group\trule\tfired\tright\nsaid\tverb of saying\t100\t70\n", encoding="utf-8")
    result = run("evaluate", str(annotated), "--calibrate", str(table), "--judged", str(judged))
    assert result.exit_code == 0
    assert "By family of rules" in result.stdout
    assert "wrote" in result.stderr
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    found = {row[0]: row[1:] for row in rows[1:]}
    assert found["said by words of saying"][2:4] == ["100", "70"]
    assert 0 < float(found["place by table"][4]) < 0.8
    assert float(found["said by words of saying"][4]) < 0.7
    assert run("evaluate", "--bench", "--calibrate", str(table)).exit_code == 1
    assert run("evaluate", str(annotated), "--judged", str(judged)).exit_code == 1


def test_the_bench_runs_alone_and_beside_pages(run: Run, annotated: Path) -> None:
    result = run("evaluate", "--bench")
    assert result.exit_code == 0
    assert "STRONG" in result.stdout
    written = json.loads(run("evaluate", str(annotated), "--bench", "--json").stdout)
    assert all(one["passed"] for one in written["bench"] if one["strength"] == "STRONG")
    assert written["groups"]["header"]["f1"] == 1.0


def test_nothing_to_do_is_said(run: Run, tmp_path: Path) -> None:
    assert "--bench" in run("evaluate").stderr
    assert run("evaluate").exit_code == 1
    assert run("evaluate", str(tmp_path)).exit_code == 1
    assert run("evaluate", "--bench", "--errors").exit_code == 1


def test_what_pages_say_does_not_steer_the_terminal(run: Run, annotated: Path) -> None:
    facts = annotated / "yerevan.facts.tsv"
    facts.write_text("person\t\tAna \x1b[31mKole\t\n", encoding="utf-8")
    assert "\x1b[31m" not in run("evaluate", str(annotated), "--errors").output


def test_one_group_alone_can_be_counted_further_predicates_too(run: Run, annotated: Path) -> None:
    page = annotated / "yerevan.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("reading", "press freedom"), encoding="utf-8")
    facts = annotated / "yerevan.facts.tsv"
    facts.write_text(facts.read_text(encoding="utf-8") + "field-inferred\t\tmedia\t\n", encoding="utf-8")
    only = json.loads(run("evaluate", str(annotated), "--only", "field-inferred", "--json").stdout)
    assert only["groups"]["field-inferred"]["hits"] == 1
    assert "header" not in only["groups"]
    assert "field-inferred" not in json.loads(run("evaluate", str(annotated), "--json").stdout)["groups"]
    assert run("evaluate", str(annotated), "--only", "guesses").exit_code == 1


def test_further_predicates_are_printed_only_on_demand(run: Run, annotated: Path) -> None:
    page = annotated / "yerevan.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("reading", "press freedom"), encoding="utf-8")
    assert "field-inferred" not in run("facts", str(page)).stdout
    assert "field-inferred\t\tmedia" in run("facts", str(page), "--all").stdout
