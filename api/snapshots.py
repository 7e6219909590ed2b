"""The snapshots that a store keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .graph.snapshots import current_name, read_manifest

if TYPE_CHECKING:
    from .graph.store import Store

__all__ = ["SnapshotInfo", "snapshots"]


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """One snapshot: what it holds, and whether questions are asked of it."""

    name: str
    current: bool
    sources: int
    triples: int
    newest: str


def snapshots(store: Store) -> tuple[SnapshotInfo, ...]:
    """The snapshots of a store, the oldest first."""
    names = store.snapshots()
    if not names:
        return ()
    current = current_name(store.folder)
    found = [(name, read_manifest(store.folder, name)) for name in names]
    return tuple(SnapshotInfo(name, name == current, m.sources, m.triples, m.newest) for name, m in found)
