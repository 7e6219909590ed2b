"""The store: a folder of snapshots, loaded into by one writer at a time, read by anybody without waiting.

>>> import tempfile
>>> from osce_kg.graph.store import Store
>>> with tempfile.TemporaryDirectory() as folder:
...     report = Store(folder).load([])  # readings, as `read_source` of the loaders gives them
...     with Store(folder).current() as snapshot:
...         rows = snapshot.select("SELECT ?label { state:be rdfs:label ?label }")
...         print(rows[0]["label"].value, snapshot.manifest.sources)
Belgium 0
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from ..ontology.facts import SourceReading
from ..ontology.reference import Reference, reference
from ..ontology.schema import contractions
from .building import Progress, build, is_outdated
from .errors import NoStoreError, ReadOnlyError, StoreError, UnknownSourceError
from .knowledge import Knowledge, knowledge_of
from .ledger import Entry, Ledger
from .lock import writing
from .snapshot import Snapshot
from .snapshots import LEDGER, current_name, land, list_snapshots, prune, read_manifest, repoint, sweep
from .spool import Spool
from .staging import Base, Changes, Incoming, give_up, stage

__all__ = ["ForgetReport", "Incoming", "LoadReport", "Store"]

KEEP: Final = 5


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did.

    snapshot   the snapshot that is current afterwards
    added      the new sources, by URL, else by path or name
    replaced   those whose content or reading is another now
    removed    those whose place another document took
    unchanged  how many were known as they are
    graphs     the named graphs that were written, for `validate`
    renamed    things that go by another IRI now: the old one and the new one
    warnings   what a person should look at
    """

    snapshot: str
    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    graphs: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForgetReport:
    """What was forgotten, and what still has it.

    snapshot  the snapshot that is current afterwards
    removed   the sources that are gone, by URL, else by path or name
    still_in  the older snapshots that are kept and still have them
    renamed   things that go by another IRI now: the old one and the new one
    kept      the other paths or names of a page that was forgotten under one: it stays under these
    """

    snapshot: str
    removed: tuple[str, ...]
    still_in: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()


class Store:
    """A folder of snapshots.

    Args:
        folder: where; made by the first load.
        reference: the tables to settle with; those that come with osce-kg when left out.
        keep: how many snapshots to keep.
    """

    def __init__(self, folder: str | Path, *, reference: Reference | None = None, keep: int = KEEP) -> None:
        if keep < 1:
            raise StoreError(f"at least one snapshot must be kept, not {keep}")
        self.folder = Path(folder)
        self.keep = keep
        self._reference = reference

    def current(self) -> Snapshot:
        """The current snapshot, opened for reading; never waits for a writer.

        Raises:
            NoStoreError: nothing was loaded yet.
            DamagedStoreError: a part of the store is missing or cannot be read.
            NewerStoreError: a newer version of osce-kg wrote it.
        """
        name = current_name(self.folder)
        while True:
            try:
                return Snapshot.open(self.folder, name)
            except StoreError:
                # A writer may have removed the snapshot since its name was read.
                now = current_name(self.folder)
                if now == name:
                    raise
                name = now

    def snapshot(self, name: str) -> Snapshot:
        """A kept snapshot, opened for reading; raises UnknownSnapshotError and what `current` raises."""
        return Snapshot.open(self.folder, name)

    def snapshots(self) -> tuple[str, ...]:
        """The names of the kept snapshots, the oldest first."""
        return list_snapshots(self.folder)

    def load(
        self,
        readings: Iterable[SourceReading | Incoming],
        *,
        today: date | None = None,
        timeout: float = 0.0,
        progress: Progress | None = None,
    ) -> LoadReport:
        """Loads readings: new sources come, changed ones are replaced, known ones cost nothing.

        The same sources give the same graph, in whatever order and however many loads they come.

        Args:
            readings: what the loaders read; `Incoming` says also what was declared and which loaders read it.
            today: a release dated later is warned about, and is not the newest; when left out, none is.
            timeout: how many seconds to wait for another writer.
            progress: is told the stage, how many sources are done, and of how many.

        Raises:
            StoreLockedError: another process is writing.
            ReadOnlyError: the folder cannot be written into.
            NewerStoreError, DamagedStoreError: the store is none that can be added to.
        """
        incoming = (item if isinstance(item, Incoming) else Incoming(item) for item in readings)
        with self._writing(timeout) as base:
            knowledge = knowledge_of(self._reference or reference())
            warnings: list[str] = []
            changes = stage(_watched(incoming, today, warnings), base, knowledge, Spool(self.folder))
            names = _Names(base, changes)
            snapshot = self._make(base, changes, knowledge, erase=False, today=today, progress=progress)
            return LoadReport(
                snapshot,
                names.of(changes.added),
                names.of(changes.replaced),
                names.of(changes.removed),
                changes.unchanged,
                tuple(sorted(changes.graphs)),
                tuple(changes.renamed),
                tuple(sorted(warnings)),
            )

    def forget(self, what: str, *, today: date | None = None, timeout: float = 0.0) -> ForgetReport:
        """Removes sources and all that only they said; the new snapshot has no trace of them.

        A page that was loaded from several paths stays while it has another; its URL or local name removes
        it whole.

        Args:
            what: a URL, a path or name as it was given, the local name of a source, or that of a release,
                of which all sources go.
            today: a release dated later is not the newest; when left out, any may be.
            timeout: how many seconds to wait for another writer.

        Raises:
            UnknownSourceError: the store has no such source.
        """
        with self._writing(timeout) as base:
            if base is None:
                raise NoStoreError(f"{self.folder} holds no store: nothing was loaded into it yet")
            knowledge = knowledge_of(self._reference or reference())
            with Snapshot.open(self.folder, base.name) as snapshot:
                sources = snapshot.sources_of(what)
            if not sources:
                raise UnknownSourceError(f"{self.folder} has no source {what!r}")
            changes = Changes(Spool(self.folder))
            kept: set[str] = set()
            for source in sources:
                others = _other_paths(base.ledger.entry(source), what)
                if others:
                    give_up(changes, base, knowledge, source, what)
                    kept.update(others)
                else:
                    changes.remove.add(source)
                    changes.removed.append(source)
            names = _Names(base, changes)
            made = self._make(base, changes, knowledge, erase=True, today=today, progress=None)
            return ForgetReport(
                made,
                names.of(changes.removed),
                self._still_in(changes.removed, made),
                tuple(changes.renamed),
                tuple(sorted(kept)),
            )

    def restore(self, name: str, *, timeout: float = 0.0) -> None:
        """Makes a kept snapshot the current one; raises UnknownSnapshotError, or what is wrong with it."""
        if name not in self.snapshots():
            read_manifest(self.folder, name)
        with writing(self.folder, timeout):
            sweep(self.folder)
            with Snapshot.open(self.folder, name) as snapshot:
                snapshot.ledger.at("")
            repoint(self.folder, name)

    @contextmanager
    def _writing(self, timeout: float) -> Iterator[Base | None]:
        with writing(self.folder, timeout):
            try:
                sweep(self.folder)
                yield self._base()
            except PermissionError as error:
                raise ReadOnlyError(f"{self.folder} cannot be written into: {error.strerror}") from error

    def _base(self) -> Base | None:
        try:
            name = current_name(self.folder)
        except NoStoreError:
            return None
        manifest = read_manifest(self.folder, name)
        return Base(self.folder / name, manifest, Ledger.open(self.folder / name / LEDGER), name)

    def _make(
        self,
        base: Base | None,
        changes: Changes,
        knowledge: Knowledge,
        *,
        erase: bool,
        today: date | None,
        progress: Progress | None,
    ) -> str:
        rules = contractions()
        if base is not None and not changes and not is_outdated(base, knowledge):
            return base.name
        made = self.folder / f"tmp-{len(list_snapshots(self.folder)) + 1}"
        made.mkdir()
        try:
            build(made, base, changes, knowledge, rules, erase=erase, today=today, progress=progress)
            name = land(self.folder, made)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
        prune(self.folder, self.keep)
        return name

    def _still_in(self, sources: Iterable[str], made: str) -> tuple[str, ...]:
        older = (name for name in self.snapshots() if name != made)
        ledgers = ((name, Ledger.open(self.folder / name / LEDGER)) for name in older)
        return tuple(name for name, ledger in ledgers if any(ledger.entry(s) is not None for s in sources))


def _other_paths(entry: Entry | None, path: str) -> tuple[str, ...]:
    """The paths that a page has beside this one; none where this is not one of its paths."""
    if entry is None or path == entry.url or path not in entry.locations:
        return ()
    return tuple(place for place in entry.locations if place not in (path, entry.url))


class _Names:
    """What people call sources: looked up before the load, since some will be gone."""

    def __init__(self, base: Base | None, changes: Changes) -> None:
        self._names: dict[str, str] = {}
        for source in (*changes.remove, *changes.put):
            pending = changes.put.get(source)
            entry = (
                pending.entry
                if pending is not None
                else base.ledger.entry(source)
                if base is not None
                else None
            )
            if entry is not None:
                self._names[source] = entry.url or entry.locations[0]

    def of(self, sources: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(self._names.get(source, source) for source in sources))


def _watched(incoming: Iterable[Incoming], today: date | None, warnings: list[str]) -> Iterator[Incoming]:
    """Passes readings on, and notes the dates that lie in the future."""
    for item in incoming:
        days = {day for release in item.reading.releases for day in (release.issued, release.dateline) if day}
        warnings += (
            f"{item.reading.location}: dated {day}, after {today}; kept as it says"
            for day in sorted(days)
            if today is not None and day > today
        )
        yield item
