"""Dates that cannot be, and those of days to come: a load says so, and goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osce_kg.knowledge_graph import KnowledgeGraph

from tests.api.conftest import RELEASE, Run

ODD = {
    "31 February 2005": "no day of the calendar",
    "5 May 0206": "the year 0206 lies before the OSCE",
    "5 May 2094": "dated 2094-05-05, after",
}


def page(folder: Path, dated: str) -> Path:
    file = folder / "odd.txt"
    file.write_text(RELEASE.replace("3 May 2005", dated), encoding="utf-8")
    return file


@pytest.mark.parametrize("dated", ODD)
def test_a_date_that_cannot_be_is_told_in_one_line_with_the_file(
    run: Run, tmp_path: Path, dated: str
) -> None:
    file = page(tmp_path, dated)
    result = run("load", str(file), store=tmp_path / "store")
    assert result.exit_code == 0
    (line,) = (line for line in result.stderr.splitlines() if line.startswith("to look at"))
    assert str(file) in line
    assert ODD[dated] in line


def test_it_is_told_to_machines_too(run: Run, tmp_path: Path) -> None:
    file = page(tmp_path, "31 February 2005")
    report = json.loads(run("load", str(file), "--json", store=tmp_path / "store").stdout)
    assert [ODD["31 February 2005"] in warning for warning in report["warnings"]] == [True]


def test_nul_bytes_are_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "nul.txt"
    file.write_text(RELEASE.replace("opened", "op\0ened", 1), encoding="utf-8")
    assert "NUL bytes" in run("load", str(file), store=tmp_path / "store").stderr


def test_a_good_page_is_not_worried_about(run: Run, pages: Path, tmp_path: Path) -> None:
    assert "to look at" not in run("load", str(pages), store=tmp_path / "store").stderr


def test_a_page_of_the_future_moves_neither_the_newest_release_nor_the_pictures(
    pages: Path, tmp_path: Path
) -> None:
    kg = KnowledgeGraph.open(tmp_path / "store")
    kg.load(pages)
    newest, before = kg.stats().newest, kg.draw(tmp_path / "before.html").read_text(encoding="utf-8")
    kg.load(page(tmp_path, "5 May 2094"))
    assert kg.stats().newest == newest == "2006-06-09"
    after = kg.draw(tmp_path / "after.html").read_text(encoding="utf-8")
    assert "to 2094" not in after
    assert [line for line in after.splitlines() if "<title>" in line] == [
        line for line in before.splitlines() if "<title>" in line
    ]
    sent = kg.draw(tmp_path / "sent.html", projection="who-sends-whom").read_text(encoding="utf-8")
    assert "in this graph, up to" in sent
    assert "up to 5 May 2094" not in sent


def test_what_is_kept_does_not_depend_on_the_day_of_the_load(tmp_path: Path) -> None:
    kg = KnowledgeGraph.open(tmp_path / "store")
    kg.load(page(tmp_path, "5 May 2094"))
    assert not kg.query('ASK { ?x osce:warning ?text . FILTER(CONTAINS(?text, "day of loading")) }')
