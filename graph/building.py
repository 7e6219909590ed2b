"""From what changes to the folder of the next snapshot.

The ledger is changed first. Then every key that a changed source claims, or claimed, is settled before and
after; only the sources for which something differs are written anew. Where all has to be (a first load,
other tables, another ontology), the databases are made from scratch instead. Where a source is to leave no
trace, they are copied triple by triple once it is out: Oxigraph keeps the texts of what was removed.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ..ontology.schema import Contraction, ontology_turtle
from ..ontology.vocabulary import PREFIXES
from .codec import decode
from .identity import Resolved
from .knowledge import Knowledge
from .ledger import Ledger, Record
from .quads import Counts, GraphChange, apply_changes, fill, graph_lines, newest_release
from .settle import REFERENCE_GRAPH, Graphs, Settlement, graph_names, reference_graph, source_claims
from .snapshots import GRAPH, LEDGER, Manifest, open_database, write_manifest
from .staging import Base, Changes, Pending

__all__ = ["Progress", "build", "is_outdated", "rules_digest"]

SETTLING: Final = 8
"""Counts the changes to claims and settling that make the same readings give another graph."""

_BATCH: Final = 500
_MANY: Final = 400
"""From how many sources on, relative to few in the store, making all anew is cheaper than changing."""

Progress = Callable[[str, int, int], None]
"""Is told the stage, how many sources are done, and of how many."""


def rules_digest() -> str:
    """The digest of the rules by which readings become a graph: the ontology, and the version of settling."""
    return "sha256:" + hashlib.sha256(f"{SETTLING}\n{ontology_turtle()}".encode()).hexdigest()


def is_outdated(base: Base, knowledge: Knowledge) -> bool:
    """Whether a snapshot was made from other tables or by other rules, so that its claims do not count."""
    made_from = base.manifest.reference, base.manifest.ontology
    return made_from != (knowledge.reference.digest, rules_digest())


def build(
    folder: Path,
    base: Base | None,
    changes: Changes,
    knowledge: Knowledge,
    contractions: tuple[Contraction, ...],
    *,
    erase: bool = False,
    today: date | None = None,
    progress: Progress | None = None,
) -> Manifest:
    """Writes ledger, graph and manifest of the next snapshot into a folder of nobody else's.

    With `erase`, not a byte of what is removed is left in them. Releases that are dated after `today` do not
    count as the newest.
    """
    builder = _Builder(folder, base, changes, knowledge, contractions, progress or _silent, today)
    if builder.must_be_anew():
        manifest = builder.anew()
    else:
        manifest = builder.changed()
        if erase:
            _write_anew(folder / LEDGER)
            _write_anew(folder / GRAPH)
    write_manifest(folder, manifest)
    return manifest


def _write_anew(database: Path) -> None:
    """Makes a database from what another one holds, and puts it in its place."""
    made, dumped = database.with_suffix(".anew"), database.with_suffix(".nq")
    open_database(database).dump(str(dumped), format=ox.RdfFormat.N_QUADS)
    store = ox.Store(str(made))
    store.bulk_load(path=str(dumped), format=ox.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    del store
    dumped.unlink()
    shutil.rmtree(database)
    made.rename(database)


def _silent(stage: str, done: int, total: int) -> None:
    """Tells nobody."""


@dataclass(slots=True)
class _Builder:
    folder: Path
    base: Base | None
    changes: Changes
    knowledge: Knowledge
    contractions: tuple[Contraction, ...]
    progress: Progress
    today: date | None

    def must_be_anew(self) -> bool:
        """Whether changing what there is would be wrong, or dearer."""
        base = self.base
        if base is None or is_outdated(base, self.knowledge):
            return True
        touched = len(self.changes.put) + len(self.changes.remove)
        return touched > _MANY and touched > base.manifest.sources

    def anew(self) -> Manifest:
        """Makes both databases from scratch."""
        ledger = Ledger(ox.Store(str(self.folder / LEDGER)))
        known = self.base is not None and not is_outdated(self.base, self.knowledge)
        kept = [] if self.base is None else [entry.source for entry in self.base.ledger.entries()]
        kept = [source for source in kept if source not in self.changes.remove]
        batch: list[Record] = []
        for record in self._records(kept, known):
            batch.append(record)
            if len(batch) >= _BATCH:
                ledger.put(batch)
                batch = []
        ledger.put(batch)
        ledger.flush()
        store = ox.Store(str(self.folder / GRAPH))
        counts = fill(store, self._noted(self._all_graphs(ledger)))
        # Takes a tenth of the load, and makes questions up to seven times and exports half as fast again.
        store.optimize()
        if self.base is not None and known:
            self._note_renamed(ledger, (source for source in kept if source not in self.changes.put))
        return self._finish(store, counts, len({*kept, *self.changes.put}), None)

    def _records(self, kept: list[str], known: bool) -> Iterator[Record]:
        for source in kept:
            if self.base is None or source in self.changes.put:
                continue
            entry, text = self.base.ledger.entry(source), self.base.ledger.reading_text(source)
            if entry is not None and text is not None:
                claims = (
                    self.base.ledger.claims_of(source)
                    if known
                    else source_claims(decode(text), self.knowledge)
                )
                yield Record(entry, text, claims)
        yield from (pending.record() for pending in self.changes.put.values())

    def _all_graphs(self, ledger: Ledger) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield REFERENCE_GRAPH, reference_graph(self.knowledge.reference, self.contractions)
        settlement = Settlement(ledger, self.knowledge, self.contractions)
        entries = list(ledger.entries())
        for done, entry in enumerate(entries, 1):
            yield from self._graphs_of(settlement, ledger, entry.source).items()
            self.progress("settling", done, len(entries))

    def _noted(self, graphs: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Passes graphs on, and notes their names."""
        for graph, lines in graphs:
            self.changes.graphs.append(graph)
            yield graph, lines

    def _graphs_of(self, settlement: Settlement, ledger: Ledger, source: str) -> Graphs:
        entry = ledger.entry(source)
        assert entry is not None  # noqa: S101 - asked only for sources that the ledger has
        return settlement.graphs(ledger.reading(source), entry.locations, ledger.claims_of(source))

    def changed(self) -> Manifest:
        """Copies both databases and changes what differs."""
        base = self.base
        assert base is not None  # noqa: S101 - without one, all is made anew
        base.ledger.backup(self.folder / LEDGER)
        ledger = Ledger(ox.Store(str(self.folder / LEDGER)))
        touched = self._change_ledger(ledger)
        old = Settlement(base.ledger, self.knowledge, self.contractions)
        new = Settlement(ledger, self.knowledge, self.contractions)
        affected = self._affected(old, new, touched)
        before = open_database(base.folder / GRAPH)
        before.backup(str(self.folder / GRAPH))
        store = ox.Store(str(self.folder / GRAPH))
        counts = _counts_of(base.manifest)
        change = apply_changes(store, self._graph_changes(before, old, ledger, new, sorted(affected)))
        counts.add(change)
        self.changes.graphs.sort()
        sources = base.manifest.sources + len(self.changes.put) - len(self.changes.remove)
        newest = None if change.issued_removed or base.manifest.ahead else base.manifest.newest
        return self._finish(store, counts, sources, newest)

    def _graph_changes(
        self, store: ox.Store, old: Settlement, ledger: Ledger, new: Settlement, affected: list[str]
    ) -> Iterator[GraphChange]:
        """What changes in the graphs of each source; a name is given up before another source has it."""
        base = self.base
        assert base is not None  # noqa: S101 - without one, all is made anew
        had = {source: old.local_name(source) for source in affected if base.ledger.entry(source) is not None}
        has = {source: new.local_name(source) for source in affected if ledger.entry(source) is not None}
        for source, local in had.items():
            if has.get(source) != local:
                for graph in graph_names(local):
                    yield GraphChange(graph, graph_lines(store, graph), ())
        for done, (source, local) in enumerate(has.items(), 1):
            made = self._graphs_of(new, ledger, source)
            for graph in graph_names(local):
                lines = graph_lines(store, graph) if had.get(source) == local else ()
                if lines or graph in made:
                    yield GraphChange(graph, lines, made.get(graph, ()))
            self.changes.graphs += made
            self.progress("settling", done, len(has))

    def _change_ledger(self, ledger: Ledger) -> set[str]:
        """Changes the ledger; gives all keys that the changed sources claimed before or claim now."""
        keys: set[str] = set()
        for source in sorted(self.changes.remove):
            keys.update(ledger.claims_of(source))
            ledger.remove(source)
        for pending in self.changes.put.values():
            keys.update(pending.content.claims)
        ledger.put(pending.record() for pending in self.changes.put.values())
        ledger.flush()
        return keys

    def _affected(self, old: Settlement, new: Settlement, keys: set[str]) -> set[str]:
        affected = {*self.changes.put, *self.changes.remove}
        renamed: set[tuple[str, str]] = set()
        for key in sorted(keys):
            was, now = old.resolved(key), new.resolved(key)
            for source in was.keys() & now.keys():
                if source not in affected and was[source] != now[source]:
                    affected.add(source)
            renamed.update(_renamed(key, was, now))
        self.changes.renamed = sorted(renamed)
        return affected

    def _note_renamed(self, ledger: Ledger, sources: Iterable[str]) -> None:
        base = self.base
        assert base is not None  # noqa: S101 - asked only where there is one
        old = Settlement(base.ledger, self.knowledge, self.contractions)
        new = Settlement(ledger, self.knowledge, self.contractions)
        keys = {key for source in sources for key in ledger.claims_of(source)}
        self.changes.renamed = sorted(
            pair for key in keys for pair in _renamed(key, old.resolved(key), new.resolved(key))
        )

    def _finish(self, store: ox.Store, counts: Counts, sources: int, newest: str | None) -> Manifest:
        store.flush()
        if newest is None:
            newest = newest_release(store)
        else:
            newest = max(newest, _newest(newest, self.changes.put.values()))
        ahead = self.today is not None and newest > self.today.isoformat()
        return Manifest(
            sources=sources,
            graphs=counts.graphs,
            triples=counts.triples,
            quads=counts.quads,
            classes=dict(sorted(counts.classes.items())),
            digest=f"{counts.digest:064x}",
            reference=self.knowledge.reference.digest,
            ontology=rules_digest(),
            newest=newest_release(store, self.today) if ahead else newest,
            ahead=ahead,
            based_on=self.base.name if self.base is not None else "",
        )


def _counts_of(manifest: Manifest) -> Counts:
    counts = Counts(manifest.triples, manifest.quads, manifest.graphs, int(manifest.digest, 16))
    counts.classes.update(manifest.classes)
    return counts


def _renamed(key: str, was: Resolved, now: Resolved) -> Iterator[tuple[str, str]]:
    """The IRIs that things had and have, where settling gives another."""
    prefix = PREFIXES[key.partition("/")[0]]
    for source in was.keys() & now.keys():
        for thing in was[source].keys() & now[source].keys():
            old, new = was[source][thing].local, now[source][thing].local
            if old != new:
                yield prefix + old, prefix + new


def _newest(base: str, puts: Iterable[Pending]) -> str:
    days = (key.partition("/")[2] for one in puts for key in one.content.claims if key.startswith("release/"))
    return max((day for day in days if day[0].isdigit()), default=base)
