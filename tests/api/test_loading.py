"""What `load` says that it did, and where commands write their files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osce_kg.graph.store import Store

from tests.api.conftest import RELEASE, Run


def test_what_was_read_is_counted_by_kind_in_the_right_number(run: Run, tmp_path: Path, pages: Path) -> None:
    first = run("load", str(pages), store=tmp_path / "store").stdout
    assert [line.split() for line in first.splitlines()[2:5]] == [
        ["pages", "looked", "at", "2"],
        ["read", "2", "2", "releases"],
        ["new", "2"],
    ]
    (pages / "third.txt").write_text(RELEASE.replace("Bitola", "Ohrid"), encoding="utf-8")
    second = run("load", str(pages), store=tmp_path / "store").stdout
    assert ["read", "1", "1", "release"] in [line.split() for line in second.splitlines()]


@pytest.mark.parametrize(
    "command",
    [
        ("draw", "--out", "no/such/folder/picture.html"),
        ("draw", "state:be", "--out", "no/such/folder/picture.html"),
        ("export", "no/such/folder/all.ttl"),
    ],
)
def test_a_folder_that_is_not_there_is_not_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*command)
    assert result.exit_code == 1
    assert "there is no folder no/such/folder" in result.stderr
    assert not (tmp_path / "no").exists()


def test_the_facts_of_pages_go_into_a_folder_of_their_own(run: Run, tmp_path: Path, pages: Path) -> None:
    run("facts", str(pages), "--out", str(tmp_path / "new" / "facts"))
    assert len(list((tmp_path / "new" / "facts").iterdir())) == 2


def test_two_processes_load_and_tell_what_one_does(run: Run, tmp_path: Path, pages: Path) -> None:
    (pages / "poem.txt").write_text("The river is wide.\n", encoding="utf-8")
    reports = []
    for jobs in ("1", "2"):
        loaded = run("load", str(pages), "--jobs", jobs, "--json", store=tmp_path / jobs)
        reports.append({**json.loads(loaded.stdout), "snapshot": ""})
        run("export", str(tmp_path / f"{jobs}.ttl"), store=tmp_path / jobs)
    assert reports[0] == reports[1]
    assert len(reports[0]["refused"]) == 1
    assert (tmp_path / "1.ttl").read_bytes() == (tmp_path / "2.ttl").read_bytes()
    facts = [run("facts", str(pages), "--jobs", jobs).stdout for jobs in ("1", "2")]
    assert facts[0] == facts[1]


def test_the_demo_goes_into_the_store_that_is_named(run: Run, tmp_path: Path) -> None:
    result = run("demo", "--dir", str(tmp_path / "pictures"), store=tmp_path / "mine")
    assert result.exit_code == 0, result.output
    assert Store(tmp_path / "mine").current().manifest.sources > 5
    assert not (tmp_path / "pictures" / "store").exists()
    assert f"--store {tmp_path / 'mine'}" in result.stdout


@pytest.mark.parametrize("before", [True, False], ids=["a store of before", "a new store"])
def test_stores_within_a_folder_of_pages_are_passed_over(
    run: Run, tmp_path: Path, pages: Path, before: bool
) -> None:
    store, other = pages / "store", pages / "below" / "other"
    other.mkdir(parents=True)
    for folder in (store, other) if before else (other,):
        assert run("load", *map(str, sorted(pages.glob("*.txt"))), store=folder).exit_code == 0
    result = run("load", str(pages), store=store)
    assert result.exit_code == 0
    assert ["pages", "looked", "at", "2"] in [line.split() for line in result.stdout.splitlines()]
    assert "refused" not in result.stdout


def test_a_store_given_as_pages_is_refused_in_one_line(run: Run, tmp_path: Path, pages: Path) -> None:
    store = tmp_path / "store"
    run("load", str(pages), store=store)
    result = run("load", str(store), store=tmp_path / "another")
    assert "it is the folder of a store" in result.stdout + result.stderr


@pytest.mark.parametrize("command", ["facts", "load"])
def test_a_date_that_can_be_read_two_ways_is_told(run: Run, tmp_path: Path, command: str) -> None:
    page = tmp_path / "page.txt"
    page.write_text(RELEASE + "\nIt will be shown again on 03/04/2012.\n", encoding="utf-8")
    result = run(command, str(page), store=tmp_path / "store")
    assert "'03/04/2012' can be 2012-04-03 or 2012-03-04" in result.stdout + result.stderr
