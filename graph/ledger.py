"""The ledger: what every source says and claims, so that all can be settled when one changes.

It is a second database beside the graph's, copied by hard links in the same way, and none that queries see:
for each source its entry, its reading, and its claims under their keys, each a triple with a text of JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote

import pyoxigraph as ox

from ..ontology.facts import SourceReading
from .claims import Claims
from .codec import decode
from .snapshots import open_database

__all__ = ["Entry", "Ledger", "Record"]

_BASE: Final = "urn:osce-kg:"
_KEY: Final = _BASE + "key:"
_ENTRY: Final = ox.NamedNode(_BASE + "entry")
_READING: Final = ox.NamedNode(_BASE + "reading")
_LOCATION: Final = ox.NamedNode(_BASE + "location")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the store knows of a source without reading it.

    source     the SHA-256 of its URL, else of its bytes, in hex
    url        the page's URL, where known
    locations  the paths or names that it was given under; its URL where it has one
    declared   what was declared about it when it was loaded
    extractor  the version of the loaders that read it
    reference  the digest of the tables that it was read with
    """

    source: str
    url: str | None
    locations: tuple[str, ...]
    content_hash: str
    kind: str
    declared: str = ""
    extractor: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A source as the ledger keeps it: its entry, its reading in JSON, and what it claims."""

    entry: Entry
    reading: str
    claims: Claims


class Ledger:
    """Reads and writes the ledger of one snapshot."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def open(cls, folder: Path) -> Ledger:
        """Opens the ledger of a snapshot, to be read only; raises DamagedStoreError."""
        return cls(open_database(folder))

    def claims(self, key: str) -> Mapping[str, Any]:
        """The claims of one key, by source."""
        quads = self._store.quads_for_pattern(None, _key_node(key), None, None)
        return {_source_of(quad.subject): json.loads(_value(quad.object)) for quad in quads}

    def claims_of(self, source: str) -> dict[str, Any]:
        """All that one source claims, by key."""
        quads = self._store.quads_for_pattern(_source_node(source), None, None, None)
        return {
            unquote(quad.predicate.value.removeprefix(_KEY)): json.loads(_value(quad.object))
            for quad in quads
            if quad.predicate.value.startswith(_KEY)
        }

    def entry(self, source: str) -> Entry | None:
        """The entry of a source, None where the ledger has none."""
        found = self._json(source, _ENTRY)
        return _entry(found) if found is not None else None

    def reading_text(self, source: str) -> str | None:
        """The reading of a source as JSON, None where the ledger has none."""
        return self._text(source, _READING)

    def reading(self, source: str) -> SourceReading:
        """The reading of a source; raises KeyError where the ledger has none."""
        text = self.reading_text(source)
        if text is None:
            raise KeyError(source)
        return decode(text)

    def entries(self) -> Iterator[Entry]:
        """All entries, in order of their sources."""
        quads = self._store.quads_for_pattern(None, _ENTRY, None, None)
        found = [_entry(json.loads(_value(quad.object))) for quad in quads]
        yield from sorted(found, key=lambda entry: entry.source)

    def at(self, location: str) -> tuple[str, ...]:
        """The sources that were given under a path, name or URL, in order."""
        quads = self._store.quads_for_pattern(None, _LOCATION, ox.Literal(location), None)
        return tuple(sorted(_source_of(quad.subject) for quad in quads))

    def put(self, records: Iterable[Record]) -> None:
        """Adds records of sources that the ledger does not have."""
        self._store.extend(quad for record in records for quad in _quads(record))

    def remove(self, source: str) -> None:
        """Takes a source out."""
        for quad in list(self._store.quads_for_pattern(_source_node(source), None, None, None)):
            self._store.remove(quad)

    def flush(self) -> None:
        """Brings everything to the disk."""
        self._store.flush()

    def backup(self, folder: Path) -> None:
        """Copies the ledger, by hard links where there are any."""
        self._store.backup(str(folder))

    def _text(self, source: str, predicate: ox.NamedNode) -> str | None:
        found = next(iter(self._store.quads_for_pattern(_source_node(source), predicate, None, None)), None)
        return _value(found.object) if found is not None else None

    def _json(self, source: str, predicate: ox.NamedNode) -> dict[str, Any] | None:
        text = self._text(source, predicate)
        return None if text is None else json.loads(text)


def _entry(value: dict[str, Any]) -> Entry:
    return Entry(**{**value, "locations": tuple(value["locations"])})


def _quads(record: Record) -> Iterator[ox.Quad]:
    subject = _source_node(record.entry.source)
    yield ox.Quad(subject, _ENTRY, ox.Literal(_dump(asdict(record.entry))))
    yield ox.Quad(subject, _READING, ox.Literal(record.reading))
    for location in record.entry.locations:
        yield ox.Quad(subject, _LOCATION, ox.Literal(location))
    for key, claim in record.claims.items():
        yield ox.Quad(subject, _key_node(key), ox.Literal(_dump(claim)))


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _key_node(key: str) -> ox.NamedNode:
    return ox.NamedNode(_KEY + quote(key))


def _source_node(source: str) -> ox.NamedNode:
    return ox.NamedNode(f"{_BASE}source:{source}")


def _source_of(node: object) -> str:
    assert isinstance(node, ox.NamedNode)  # noqa: S101 - the ledger has no other subjects
    return node.value.rpartition(":")[2]


def _value(term: object) -> str:
    assert isinstance(term, ox.Literal)  # noqa: S101 - the ledger has no other objects
    return term.value
