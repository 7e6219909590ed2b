"""A store that is missing, damaged, newer or not to be written into says so."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from subprocess import run

import pytest
from osce_kg.graph.errors import DamagedStoreError, NewerStoreError, NoStoreError, StoreError
from osce_kg.graph.store import Store

from .making import pages


def test_a_folder_without_a_store_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError, match="nothing was loaded"):
        Store(tmp_path / "nowhere").current()
    (tmp_path / "file").write_text("x")
    with pytest.raises(NoStoreError, match="no folder"):
        Store(tmp_path / "file").current()
    with pytest.raises(StoreError, match="cannot be a store"):
        Store(tmp_path / "file").load([])


@pytest.mark.parametrize("part", ["manifest.json", "graph", "ledger", "graph/CURRENT"])
def test_a_half_deleted_snapshot_says_what_is_missing(fresh_store: Store, part: str) -> None:
    name = fresh_store.load(pages()[:1]).snapshot
    path = fresh_store.folder / name / part
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(DamagedStoreError, match=part.partition("/")[0]):
        fresh_store.current()
    with pytest.raises(DamagedStoreError):
        fresh_store.load(pages())


def test_a_store_without_current_names_what_can_be_restored(fresh_store: Store) -> None:
    name = fresh_store.load(pages()[:1]).snapshot
    (fresh_store.folder / "CURRENT").unlink()
    with pytest.raises(DamagedStoreError, match=name):
        fresh_store.current()
    fresh_store.restore(name)
    assert fresh_store.current().name == name


def test_garbage_in_the_database_is_damage(fresh_store: Store) -> None:
    name = fresh_store.load(pages()[:1]).snapshot
    for path in (fresh_store.folder / name / "graph").glob("*.sst"):
        path.write_bytes(b"garbage")
    with pytest.raises(DamagedStoreError, match="cannot be read"):
        fresh_store.current().lines()


def test_a_newer_store_is_refused(fresh_store: Store) -> None:
    name = fresh_store.load(pages()[:1]).snapshot
    manifest = fresh_store.folder / name / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 99}))
    with pytest.raises(NewerStoreError, match="update osce-kg"):
        fresh_store.current()
    with pytest.raises(NewerStoreError):
        fresh_store.load(pages())


@pytest.mark.parametrize("part", ["graph", "ledger"])
def test_a_database_that_is_lost_is_damage_and_another_snapshot_is_named(
    fresh_store: Store, part: str
) -> None:
    first = fresh_store.load(pages()[:1]).snapshot
    second = fresh_store.load(pages()[1:2]).snapshot
    for path in (fresh_store.folder / second / part).glob("*.sst"):
        path.unlink()
    with pytest.raises(DamagedStoreError, match=f"osce-kg restore {first}"):
        fresh_store.load(pages()[2:3])
    with pytest.raises(DamagedStoreError, match=f"osce-kg restore {first}"):
        fresh_store.forget("https://www.osce.org/odihr/12345")
    with (
        pytest.raises(DamagedStoreError, match=f"osce-kg restore {first}"),
        fresh_store.current() as snapshot,
    ):
        list(snapshot.sources())
    with pytest.raises(DamagedStoreError):
        fresh_store.restore(second)
    fresh_store.restore(first)
    fresh_store.load(pages()[2:3])


@pytest.mark.parametrize("content", ["", "garbage", "snapshot-000099"])
def test_a_current_that_names_nothing_says_what_can_be_restored(fresh_store: Store, content: str) -> None:
    name = fresh_store.load(pages()[:1]).snapshot
    (fresh_store.folder / "CURRENT").write_text(content)
    for work in (fresh_store.current, lambda: fresh_store.load(pages())):
        with pytest.raises(StoreError, match=name):
            work()
    fresh_store.restore(name)
    assert fresh_store.current().name == name


WHO = [
    pytest.param(
        False, id="another's", marks=pytest.mark.skipif(os.getuid() != 0, reason="only root can be another")
    ),
    pytest.param(True, id="one's own"),
]


@pytest.mark.parametrize("own", WHO)
def test_a_folder_that_cannot_be_written_is_read_and_refuses_loads(
    fresh_store: Store, tmp_path: Path, own: bool
) -> None:
    fresh_store.load(pages()[:1])
    if own and os.getuid() == 0:
        for path in (fresh_store.folder, *fresh_store.folder.rglob("*")):
            os.chown(path, 65534, 65534)
    script = (
        "import os, sys\n"
        "from osce_kg.graph.errors import ReadOnlyError\n"
        "from osce_kg.graph.store import Store\n"
        "store = Store(sys.argv[1])\n"
        "if os.getuid() == 0:\n"
        "    os.setgid(65534); os.setuid(65534)\n"
        "assert len(store.current().select('SELECT * { ?s a osce:Source }')) == 1\n"
        "try:\n"
        "    store.load([])\n"
        "except ReadOnlyError as error:\n"
        "    print(error)\n"
    )
    for path in (tmp_path, *tmp_path.parents):
        if path.stat().st_uid == os.getuid() and path.is_relative_to("/tmp") and path != Path("/tmp"):
            path.chmod(0o755)
    fresh_store.folder.chmod(0o555)
    try:
        result = run(
            [sys.executable, "-c", script, str(fresh_store.folder)],
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        fresh_store.folder.chmod(0o755)
    assert "cannot be written into" in result.stdout
