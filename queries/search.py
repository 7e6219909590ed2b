"""Finding things by their names: labels, former names and aliases, in any case and with or without accents.

The names stand in an SQLite FTS5 file in the user's cache folder, one for each snapshot, made when first
asked. It can be deleted at any time.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final, Protocol

import pyoxigraph as ox

from ..ontology.errors import OsceKgError
from ..ontology.vocabulary import BASE, PREFIXES
from .rows import shorten

__all__ = ["KINDS", "AmbiguousNameError", "Found", "NameIndex", "Queryable", "UnknownNameError", "fold"]

_SCHEMA: Final = """
CREATE TABLE thing (id INTEGER PRIMARY KEY, iri TEXT UNIQUE, kind TEXT, label TEXT, weight INTEGER);
CREATE TABLE name (id INTEGER PRIMARY KEY, thing INTEGER, text TEXT, folded TEXT, label INTEGER);
CREATE INDEX name_folded ON name (folded);
CREATE INDEX name_thing ON name (thing);
CREATE VIRTUAL TABLE word USING fts5 (folded, content='name', content_rowid='id', tokenize='unicode61');
CREATE VIRTUAL TABLE part USING fts5 (folded, content='name', content_rowid='id', tokenize='trigram');
"""
_FILL: Final = """
INSERT INTO word (word) VALUES ('rebuild');
INSERT INTO part (part) VALUES ('rebuild');
PRAGMA user_version = 1;
"""
_NAMES: Final = f"""
PREFIX osce: <{PREFIXES["osce"]}>
PREFIX foaf: <{PREFIXES["foaf"]}>
PREFIX rdfs: <{PREFIXES["rdfs"]}>
PREFIX skos: <{PREFIXES["skos"]}>
PREFIX skosxl: <{PREFIXES["skosxl"]}>
SELECT ?thing ?name ?label WHERE {{
  {{ ?thing rdfs:label|skos:prefLabel ?name BIND(1 AS ?label) }}
  UNION {{ ?thing skos:altLabel|skos:hiddenLabel|foaf:name|osce:shortLabel ?name BIND(0 AS ?label) }}
  UNION {{ ?thing skosxl:altLabel/skosxl:literalForm ?name BIND(0 AS ?label) }}
}}
"""
_WEIGHTS: Final = (
    f"SELECT ?thing (COUNT(*) AS ?n) {{ ?mention <{PREFIXES['osce']}names> ?thing }} GROUP BY ?thing"
)
KINDS: Final = (
    "state", "body", "mission", "organization", "person", "post", "field", "event", "place", "document",
    "concept", "release",
)  # fmt: skip
"""The kinds of things that have names, the most asked for first."""
_SECONDARY: Final = frozenset({"concept", "release", "document"})
_KEPT: Final = 6
_ALIKE: Final = 0.6


class Queryable(Protocol):
    """What answers SPARQL over its default graph: a snapshot, or a pyoxigraph store."""

    def query(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The result of a query."""


class UnknownNameError(OsceKgError, LookupError):
    """Nothing bears this name; the message names what is near."""


class AmbiguousNameError(OsceKgError, LookupError):
    """Several things bear this name; the message names them."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a search found, and by which of its names."""

    iri: str
    kind: str
    label: str
    name: str
    mentions: int = 0

    @property
    def short(self) -> str:
        """The IRI with its prefix."""
        return shorten(self.iri)


def fold(text: str) -> str:
    """A text in lower case without accents and marks of punctuation, one space between words.

    >>> fold("Ján  KUBIŠ, Ambassador")
    'jan kubis ambassador'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    kept = kept.replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ı", "i")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


class NameIndex:
    """The names of one snapshot."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    @classmethod
    def open(cls, source: Queryable, folder: Path, key: str) -> NameIndex:
        """The index of the snapshot named by the key, made in the folder where it is not there yet.

        Where the folder cannot be written, the index lives in memory, as long as this object.
        """
        path = folder / f"{key}.sqlite"
        if (ready := _connect(path)) is not None:
            return cls(ready)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle, new = tempfile.mkstemp(prefix=".new-", suffix=".sqlite", dir=folder)
        except OSError:
            return cls.in_memory(source)
        os.close(handle)
        try:
            with closing(sqlite3.connect(new)) as database:
                _fill(database, source)
            Path(new).replace(path)
        except sqlite3.OperationalError:
            Path(new).unlink(missing_ok=True)
            return cls.in_memory(source)
        except BaseException:
            Path(new).unlink(missing_ok=True)
            raise
        _sweep(folder, path)
        ready = _connect(path)
        return cls(ready) if ready is not None else cls.in_memory(source)

    @classmethod
    def in_memory(cls, source: Queryable) -> NameIndex:
        """An index that is kept nowhere."""
        database = sqlite3.connect(":memory:", check_same_thread=False)
        _fill(database, source)
        return cls(database)

    def find(self, words: str, kinds: Sequence[str] = (), limit: int = 20) -> tuple[Found, ...]:
        """What bears a name with all these words (the last may be cut short), the best first."""
        folded = fold(words)
        if not folded:
            return ()
        *whole, last = folded.split()
        match = " ".join([*(f'"{word}"' for word in whole), f'"{last}"*'])
        rows = self._rows("name.id IN (SELECT rowid FROM word WHERE word MATCH ?)", match, kinds)
        return _best(rows, folded)[:limit]

    def exact(self, name: str, kinds: Sequence[str] = ()) -> tuple[Found, ...]:
        """What bears just this name; who has it as the label comes before who has it as an alias."""
        folded = fold(name)
        return _best(self._rows("name.folded = ?", folded, kinds), folded)

    def near(self, words: str, kinds: Sequence[str] = (), limit: int = 5) -> tuple[Found, ...]:
        """What bears a name that is spelt alike: for "did you mean"."""
        folded = fold(words)
        parts = {folded[i : i + 3] for i in range(len(folded) - 2)}
        if not parts:
            return ()
        match = " OR ".join(f'"{part}"' for part in sorted(parts))
        where = "name.id IN (SELECT rowid FROM part WHERE part MATCH ? ORDER BY rank LIMIT 400)"
        scored = [
            (SequenceMatcher(None, folded, fold(found.name)).ratio(), found)
            for found, _, _ in self._rows(where, match, kinds)
        ]
        best: dict[str, Found] = {}
        for likeness, found in sorted(scored, key=lambda row: (-row[0], -row[1].mentions, row[1].iri)):
            if likeness > _ALIKE:
                best.setdefault(found.iri, found)
        return tuple(best.values())[:limit]

    def resolve(self, name: str, kinds: Sequence[str] = ()) -> str:
        """The IRI of the one thing that a name means; raises UnknownNameError or AmbiguousNameError.

        A label comes before an alias, and States, bodies, people and the like before releases and labels of
        the navigation of the same name.
        """
        found = self.exact(name, kinds) or self.find(name, kinds)
        if not found:
            raise UnknownNameError(self._unknown(name, kinds))
        labelled = [one for one in found if fold(one.label) == fold(name)]
        candidates = labelled or list(found)
        primary = [one for one in candidates if one.kind not in _SECONDARY] or candidates
        if len(primary) > 1:
            some = "; ".join(f"{one.short} ({one.label})" for one in primary[:8])
            more = f" and {len(primary) - 8} more" if len(primary) > 8 else ""
            raise AmbiguousNameError(
                f"{name!r} can mean {some}{more}: give the one that you mean, such as {primary[0].short}"
            )
        return primary[0].iri

    def _unknown(self, name: str, kinds: Sequence[str]) -> str:
        sort = f" of the kind {' or '.join(kinds)}" if kinds else ""
        near = self.near(name, kinds, 3)
        if near:
            return (
                f"nothing{sort} is called {name!r}; did you mean {' or '.join(_quoted(one) for one in near)}?"
            )
        elsewhere = self.exact(name)
        if elsewhere:
            return (
                f"nothing{sort} is called {name!r}, but {' and '.join(one.short for one in elsewhere[:3])} is"
            )
        return f"nothing{sort} is called {name!r}; `osce-kg find WORDS` searches all names"

    def _rows(self, where: str, value: str, kinds: Sequence[str]) -> Iterator[tuple[Found, str, bool]]:
        among = f"AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        cursor = self._database.execute(
            "SELECT iri, kind, thing.label, text, weight, folded, name.label"  # noqa: S608 - conditions are ours
            f" FROM name JOIN thing ON thing.id = name.thing WHERE {where} {among}",
            [value, *kinds],
        )
        for iri, kind, label, text, weight, folded, is_label in cursor:
            yield Found(iri, kind, label, text, weight), folded, bool(is_label)

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()


def _quoted(found: Found) -> str:
    return f"{found.name!r} ({found.short})"


def _best(rows: Iterable[tuple[Found, str, bool]], folded: str) -> tuple[Found, ...]:
    def order(row: tuple[Found, str, bool]) -> tuple[object, ...]:
        found, name, is_label = row
        rank = KINDS.index(found.kind) if found.kind in KINDS else len(KINDS)
        return (
            name != folded,
            found.kind in _SECONDARY,
            not is_label,
            -found.mentions,
            len(name),
            rank,
            found.iri,
        )

    best: dict[str, Found] = {}
    for found, _, _ in sorted(rows, key=order):
        best.setdefault(found.iri, found)
    return tuple(best.values())


def _select(source: Queryable, query: str) -> ox.QuerySolutions:
    result = source.query(query)
    assert isinstance(result, ox.QuerySolutions)  # noqa: S101 - our own SELECT
    return result


def _fill(database: sqlite3.Connection, source: Queryable) -> None:
    things: dict[str, int] = {}
    labels: dict[str, str] = {}
    names: dict[tuple[str, str], tuple[str, int]] = {}
    for thing, name, label in _select(source, _NAMES):
        kind, _, local = thing.value.removeprefix(BASE + "id/").partition("/")
        if kind not in KINDS or not local:
            continue
        things.setdefault(thing.value, len(things))
        is_label = int(label.value)
        key = thing.value, fold(name.value)
        names[key] = min(
            names.get(key, (name.value, is_label)), (name.value, is_label), key=lambda n: (-n[1], n[0])
        )
        if is_label and (thing.value not in labels or name.language in {None, "en"}):
            labels[thing.value] = min(name.value, labels.get(thing.value, name.value))
    weights = {thing.value: int(n.value) for thing, n in _select(source, _WEIGHTS)}
    database.executescript(_SCHEMA)
    database.executemany(
        "INSERT INTO thing VALUES (?, ?, ?, ?, ?)",
        (
            (
                number,
                iri,
                iri.removeprefix(BASE + "id/").partition("/")[0],
                labels.get(iri, shorten(iri)),
                weights.get(iri, 0),
            )
            for iri, number in things.items()
        ),
    )
    database.executemany(
        "INSERT INTO name (thing, text, folded, label) VALUES (?, ?, ?, ?)",
        ((things[iri], text, folded, is_label) for (iri, folded), (text, is_label) in names.items()),
    )
    database.executescript(_FILL)
    database.commit()


def _connect(path: Path) -> sqlite3.Connection | None:
    if not path.is_file():
        return None
    try:
        database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        ready = database.execute("PRAGMA user_version").fetchone()[0] == 1
    except sqlite3.Error:
        return None
    return database if ready else None


def _sweep(folder: Path, keep: Path) -> None:
    with suppress(OSError):
        old = sorted(folder.glob("*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in old[_KEPT:]:
            if path != keep:
                path.unlink(missing_ok=True)
