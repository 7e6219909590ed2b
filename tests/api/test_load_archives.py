"""Pages out of archives and of files with a page a line, in a store: loaded, known again, forgotten."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from osce_kg.knowledge_graph import KnowledgeGraph
from osce_kg.reading import read_pages

from .conftest import OTHER, RELEASE, Run

ADDRESS = "https://www.osce.org/skopje/12345"


def archive(path: Path, **pages: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, text in pages.items():
            file.writestr(f"pages/{name}.txt", text)
    return path


def lines(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_members_are_known_again_replaced_and_forgotten_by_their_location(tmp_path: Path) -> None:
    kg = KnowledgeGraph.open(tmp_path / "store")
    path = archive(tmp_path / "x.zip", a=RELEASE, b=OTHER)
    assert kg.load(path).added == (f"{path}!pages/a.txt", f"{path}!pages/b.txt")
    again = kg.load(tmp_path / "x.zip")
    assert (again.unchanged, again.changed, again.kinds) == (2, False, {})
    archive(path, a=RELEASE, b=OTHER.replace("reading room", "library"))
    changed = kg.load(path)
    assert (changed.replaced, changed.unchanged) == ((f"{path}!pages/b.txt",), 1)
    assert len(kg.forget(f"{path}!pages/b.txt").removed) == 1
    assert kg.load(path).added == (f"{path}!pages/b.txt",)


def test_lines_with_an_address_stay_known_when_others_come_in_before_them(tmp_path: Path) -> None:
    kg = KnowledgeGraph.open(tmp_path / "store")
    path = lines(tmp_path / "x.jsonl", {"text": RELEASE, "url": ADDRESS}, {"text": OTHER})
    assert set(kg.load(path).added) == {ADDRESS, f"{path}#2"}
    assert kg.load(path).unchanged == 2
    new = {"text": RELEASE.replace("Bitola", "Prilep"), "url": f"{ADDRESS}6"}
    lines(path, new, {"text": RELEASE, "url": ADDRESS}, {"text": OTHER})
    grown = kg.load(path)
    assert (grown.added, grown.removed, grown.unchanged) == ((f"{ADDRESS}6",), (), 2)
    assert kg.forget(ADDRESS).removed == (ADDRESS,)


def test_lines_without_an_address_are_forgotten_by_their_number(tmp_path: Path) -> None:
    kg = KnowledgeGraph.open(tmp_path / "store")
    path = lines(tmp_path / "x.jsonl", {"text": RELEASE}, {"text": OTHER})
    kg.load(path)
    assert kg.forget(f"{path}#2").removed == (f"{path}#2",)
    again = kg.load(path)
    assert (again.added, again.unchanged) == ((f"{path}#2",), 1)


def test_another_declared_date_reads_a_line_anew(tmp_path: Path) -> None:
    kg = KnowledgeGraph.open(tmp_path / "store")
    text = RELEASE.replace("SKOPJE, 3 May 2005 - ", "SKOPJE - ")
    kg.load(lines(tmp_path / "x.jsonl", {"text": text, "url": ADDRESS, "date": "2005-05-03"}))
    report = kg.load(lines(tmp_path / "x.jsonl", {"text": text, "url": ADDRESS, "date": "2005-05-04"}))
    assert report.replaced == (ADDRESS,)
    assert kg.query('ASK { ?r dcterms:issued "2005-05-04"^^xsd:date }') is True


def test_the_command_line_tells_what_is_refused_and_reads_the_rest(run: Run, tmp_path: Path) -> None:
    path = lines(tmp_path / "x.jsonl", {"title": "nothing else"}, {"text": RELEASE})
    loaded = run("load", str(path), "--json", store=tmp_path / "store")
    report = json.loads(loaded.stdout)
    assert (loaded.exit_code, report["added"]) == (0, [f"{path}#2"])
    assert report["refused"][0]["location"] == f"{path}#1"
    facts = run("facts", str(path))
    assert facts.exit_code == 1
    assert f"# {path}#2\n" in facts.stdout
    assert "neither" in facts.stderr


def test_each_page_has_a_name_for_its_facts(tmp_path: Path) -> None:
    lines(tmp_path / "x.jsonl", {"text": RELEASE}, {"text": OTHER})
    archive(tmp_path / "y.zip", a=RELEASE)
    assert [page.name for page in read_pages([tmp_path])] == ["x-1", "x-2", "a"]
