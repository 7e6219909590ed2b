"""The snapshots that a store keeps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .graph.errors import DamagedStoreError
from .graph.snapshot import Snapshot
from .graph.snapshots import current_name, read_manifest

if TYPE_CHECKING:
    from .graph.store import Store

__all__ = ["SnapshotInfo", "snapshots"]


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """One snapshot: what it holds, and whether questions are asked of it; a damaged one holds nothing."""

    name: str
    current: bool
    sources: int
    triples: int
    newest: str
    damaged: bool = False


def snapshots(store: Store) -> tuple[SnapshotInfo, ...]:
    """The snapshots of a store, the oldest first; damaged ones too, so that another can be restored."""
    names = store.snapshots()
    if not names:
        return ()
    try:
        current = current_name(store.folder)
    except DamagedStoreError:
        current = ""
    return tuple(_info(store.folder, name, name == current) for name in names)


def _info(folder: Path, name: str, current: bool) -> SnapshotInfo:
    try:
        Snapshot.open(folder, name).close()
        manifest = read_manifest(folder, name)
    except DamagedStoreError:
        return SnapshotInfo(name, current, 0, 0, "", damaged=True)
    return SnapshotInfo(name, current, manifest.sources, manifest.triples, manifest.newest)
