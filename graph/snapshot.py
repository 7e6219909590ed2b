"""One snapshot, opened for reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pyoxigraph as ox

from ..ontology.facts import SourceReading
from ..ontology.vocabulary import PREFIXES, iri
from .ledger import Entry, Ledger
from .quads import graph_lines
from .query import Answer, Row, run_query
from .snapshots import GRAPH, LEDGER, Manifest, open_database, read_manifest

__all__ = ["Snapshot"]


class Snapshot:
    """What a store held at one time; it never changes, and goes on answering when the store has moved on.

    Attributes:
        name: the snapshot's name in its store.
        folder: its folder.
        manifest: its counts.
        raw: its Oxigraph database, read-only; the default graph holds each triple once.
    """

    def __init__(self, folder: Path, name: str, manifest: Manifest, raw: ox.Store) -> None:
        self.folder, self.name, self.manifest, self.raw = folder, name, manifest, raw
        self._ledger: Ledger | None = None

    @classmethod
    def open(cls, store: Path, name: str) -> Snapshot:
        """Opens a snapshot of a store.

        Raises:
            UnknownSnapshotError: the store keeps none of this name.
            DamagedStoreError: it is not whole.
            NewerStoreError: a newer version wrote it.
        """
        manifest = read_manifest(store, name)
        return cls(store / name, name, manifest, open_database(store / name / GRAPH))

    def __enter__(self) -> Snapshot:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the files."""
        self._ledger = None
        self.raw = ox.Store()

    @property
    def ledger(self) -> Ledger:
        """What each source says and claims."""
        if self._ledger is None:
            self._ledger = Ledger.open(self.folder / LEDGER)
        return self._ledger

    def query(self, sparql: str) -> Answer:
        """Answers a query on the default graph (`GRAPH ?g` asks who says so); prefixes are known.

        Raises:
            QuerySyntaxError: with line and column.
            QueryRefusedError: for updates, SERVICE and FROM.
        """
        return run_query(self.raw, sparql)

    def select(self, sparql: str) -> list[Row]:
        """The rows of a SELECT query."""
        return self.query(sparql).rows

    def ask(self, sparql: str) -> bool:
        """The answer of an ASK query."""
        return self.query(sparql).boolean

    def lines(self, graph: str | None = None) -> tuple[str, ...]:
        """The triples of the default graph, or of a named one, as N-Triples lines in order."""
        return graph_lines(self.raw, graph)

    def sources(self) -> Iterator[Entry]:
        """What the store knows of each source, in order of their hashes."""
        return self.ledger.entries()

    def reading(self, source: str) -> SourceReading:
        """What a source says, by the hash that `sources` gives; raises KeyError."""
        return self.ledger.reading(source)

    def holds(
        self,
        location: str,
        content_hash: str,
        *,
        declared: str = "",
        extractor: str = "",
        reference: str = "",
    ) -> bool:
        """Whether a document would be skipped: bytes, declarations, loaders and tables are unchanged.

        Args:
            location: the page's URL where known, else the path or name.
            content_hash: "sha256:..." of its bytes.
            declared: what was declared, as `Incoming` has it.
            extractor: the version of the loaders, as `Incoming` has it.
            reference: the digest of the tables.
        """
        for source in self.ledger.at(location):
            entry = self.ledger.entry(source)
            if entry is not None and entry.content_hash == content_hash:
                stamp = (entry.declared, entry.extractor, entry.reference)
                return stamp == (declared, extractor, reference)
        return False

    def sources_of(self, what: str) -> tuple[str, ...]:
        """The sources that a URL, a path or the local name of a source or release means."""
        found = set(self.ledger.at(what))
        local = what.rpartition(":")[2].rpartition("/")[2]
        if not found and local[:1] == "s" and local[1:].isalnum():
            claims = self.ledger.claims(f"source/{local[1:9]}")
            found = {source for source in claims if source.startswith(local[1:])}
        if not found:
            found = {
                source
                for row in self._sources_of_release(local)
                for source in self.ledger.claims(f"source/{row[1:9]}")
                if source.startswith(row[1:])
            }
        return tuple(sorted(found))

    def _sources_of_release(self, local: str) -> Iterator[str]:
        try:
            release = ox.NamedNode(iri("release", local))
        except ValueError:
            return
        for quad in self.raw.quads_for_pattern(
            None, ox.NamedNode(iri("osce", "of")), release, ox.DefaultGraph()
        ):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value.removeprefix(PREFIXES["source"])
