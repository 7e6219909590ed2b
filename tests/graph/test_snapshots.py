"""Snapshots: readers keep theirs, one writes at a time, and what did not land leaves nothing behind."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from osce_kg.graph.errors import StoreLockedError, UnknownSnapshotError
from osce_kg.graph.lock import writing
from osce_kg.graph.store import Store

from .making import Page, pages


def test_readers_keep_what_they_opened(fresh_store: Store) -> None:
    fresh_store.load(pages()[:1])
    with fresh_store.current() as snapshot:
        before = snapshot.lines()
        for number in range(6):
            fresh_store.load([Page(f"News {number}", url=f"https://example.org/{number}").reading()])
        assert snapshot.lines() == before
        assert snapshot.name not in fresh_store.snapshots()


def test_the_last_snapshots_are_kept_and_can_be_restored(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", keep=3)
    made = [
        store.load([Page(f"News {n}", url=f"https://example.org/{n}").reading()]).snapshot for n in range(5)
    ]
    assert store.snapshots() == tuple(made[-3:])
    store.restore(made[2])
    with store.current() as snapshot:
        assert (snapshot.name, snapshot.manifest.sources) == (made[2], 3)
    with pytest.raises(UnknownSnapshotError, match="keeps no snapshot"):
        store.restore(made[0])
    store.load([Page("News 9", url="https://example.org/9").reading()])
    with store.current() as snapshot:
        assert snapshot.manifest.sources == 4


def test_a_second_writer_is_told_who_writes(fresh_store: Store) -> None:
    with writing(fresh_store.folder), pytest.raises(StoreLockedError, match=f"process {os.getpid()} on "):
        fresh_store.load(pages())


def test_a_second_writer_can_wait(fresh_store: Store) -> None:
    begun, ended = threading.Event(), threading.Event()

    def hold() -> None:
        with writing(fresh_store.folder):
            begun.set()
            ended.wait(0.3)

    other = threading.Thread(target=hold)
    other.start()
    begun.wait()
    assert fresh_store.load(pages()[:1], timeout=30).added
    other.join()


def test_a_reader_does_not_wait_for_a_writer(fresh_store: Store) -> None:
    fresh_store.load(pages()[:1])
    with writing(fresh_store.folder), fresh_store.current() as snapshot:
        assert snapshot.manifest.sources == 1


def test_what_a_killed_writer_left_is_swept(fresh_store: Store) -> None:
    fresh_store.load(pages()[:1])
    (fresh_store.folder / "tmp-7" / "graph").mkdir(parents=True)
    (fresh_store.folder / "CURRENT.new").write_text("snapshot-9")
    (fresh_store.folder / "x.tmp").write_text("half")
    fresh_store.load(pages()[1:2])
    assert {entry.name for entry in fresh_store.folder.iterdir()} == {
        "CURRENT",
        "lock",
        *fresh_store.snapshots(),
    }


def test_a_failed_load_leaves_the_last_snapshot(fresh_store: Store) -> None:
    landed = fresh_store.load(pages()[:1]).snapshot

    def torn() -> object:
        yield pages()[1]
        raise RuntimeError("the disk is gone")

    with pytest.raises(RuntimeError, match="the disk is gone"):
        fresh_store.load(torn())  # type: ignore[arg-type]
    assert fresh_store.snapshots() == (landed,)
    assert fresh_store.load(pages()).unchanged == 1
