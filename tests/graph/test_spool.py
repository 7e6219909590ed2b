"""What a load holds in memory between reading and landing, and that little of it grows with the pages."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from osce_kg.graph.knowledge import knowledge_of
from osce_kg.graph.spool import Spool
from osce_kg.graph.staging import Incoming, stage
from osce_kg.ontology.reference import reference

from .making import conference

LONG = 40_000


def readings(count: int) -> Iterator[Incoming]:
    one = conference(url="https://example.org/0").reading()
    for number in range(count):
        text = one.text + chr(ord("a") + number % 26) * LONG
        where = f"https://example.org/{number}"
        yield Incoming(replace(one, text=text, url=where, location=where))


def test_a_reading_comes_back_as_it_was_put(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    kept = [spool.add(f"é{number}", {f"release/{number}": [["ü"]]}) for number in range(3)]
    assert [one.reading for one in reversed(kept)] == ["é2", "é1", "é0"]
    assert kept[1].claims == {"release/1": [["ü"]]}
    assert list(tmp_path.iterdir()) == []


def test_the_texts_of_a_load_are_not_kept_in_memory(tmp_path: Path) -> None:
    knowledge = knowledge_of(reference())
    stage(readings(3), None, knowledge, Spool(tmp_path))  # fills what is remembered from load to load
    gc.collect()
    tracemalloc.start()
    changes = stage(readings(60), None, knowledge, Spool(tmp_path))
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(changes.put) == 60
    assert held < 60 * LONG / 4
