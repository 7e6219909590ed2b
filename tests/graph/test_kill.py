"""Real processes, killed at random moments: what landed is there, and the next load works."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from osce_kg.graph.store import Store

from .asking import texts
from .making import Page

WRITER = """
import sys
from itertools import count
sys.path.insert(0, sys.argv[2])
from making import conference
from osce_kg.graph.store import Store
from osce_kg.ontology.reference import reference
store = Store(sys.argv[1], keep=3)
reference()
for number in count(int(sys.argv[3])):
    print("begin", number, flush=True)
    store.load([conference(url=f"https://example.org/{number}", title=f"News {number}").reading()])
    print("landed", number, flush=True)
"""


def kill_while_writing(folder: Path, first: int, wait: float) -> list[int]:
    """Lets a process load release after release, ends it, and gives the numbers of those that landed."""
    command = [sys.executable, "-c", WRITER, str(folder), str(Path(__file__).parent), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        begun = process.stdout.readline()
        assert begun == f"begin {first}\n"
        time.sleep(wait)
        assert process.poll() is None
        process.send_signal(signal.SIGKILL)
        told = begun + process.stdout.read()
    return [int(line.split()[1]) for line in told.splitlines() if line.startswith("landed ")]


def survive(folder: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)
    store = Store(folder, keep=3)
    store.load([Page(url="https://example.org/999999").reading()])
    landed = {999999}
    for round_number in range(times):
        first = 1000 * round_number
        landed.update(kill_while_writing(folder, first, chance.uniform(0.0, 1.2)))
        snapshot = store.current()
        urls = {row["u"] for row in texts(snapshot, "SELECT ?u { ?s a osce:Source ; dcterms:source ?u }")}
        assert {f"https://example.org/{number}" for number in landed} <= urls
        assert len(urls) == snapshot.manifest.sources
        assert len(snapshot.lines()) == snapshot.manifest.triples
        assert {entry.url for entry in snapshot.sources()} == urls
        landed = {int(url.rpartition("/")[2]) for url in urls}
        snapshot.close()
    report = store.load([Page(url="https://example.org/last").reading()])
    assert report.added == ("https://example.org/last",)
    with store.current() as snapshot:
        assert snapshot.manifest.sources == len(landed) + 1
    assert not [entry.name for entry in folder.iterdir() if entry.name.startswith("tmp-")]


def test_three_kills_lose_nothing_that_landed(tmp_path: Path) -> None:
    survive(tmp_path / "store", 3, seed=1)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_twenty_kills_lose_nothing_that_landed(tmp_path: Path) -> None:
    survive(tmp_path / "store", 20, seed=2)


def test_readers_go_on_while_a_writer_loads(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    Store(folder).load([Page(url="https://example.org/0").reading()])
    command = [sys.executable, "-c", WRITER, str(folder), str(Path(__file__).parent), "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        seen: list[int] = []
        while len(set(seen)) < 3:
            assert process.poll() is None
            with Store(folder).current() as snapshot:
                count = texts(snapshot, "SELECT (COUNT(*) AS ?n) { ?s a osce:Source }")[0]["n"]
                assert int(count) == snapshot.manifest.sources
                seen.append(snapshot.manifest.sources)
        process.kill()
    assert seen == sorted(seen)
