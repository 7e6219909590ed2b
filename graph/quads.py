"""Lines into an Oxigraph database and out of it, the default graph kept in step with the named ones."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

import pyoxigraph as ox

from .query import run_query
from .terms import named, split_line

__all__ = [
    "Counts",
    "GraphChange",
    "apply_changes",
    "count",
    "fill",
    "graph_lines",
    "newest_release",
    "sum_of",
]

_TYPE: Final = named("rdf:type")
_ISSUED: Final = named("dcterms:issued")
_CHUNK: Final = 48_000_000
_MODULUS: Final = 1 << 256


class GraphChange(NamedTuple):
    """A named graph with its lines before and after."""

    graph: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(slots=True)
class Counts:
    """What a store holds, or by how much a change moves that; `digest` is the sum of the graphs' hashes."""

    triples: int = 0
    quads: int = 0
    graphs: int = 0
    digest: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    issued_removed: bool = False

    def add(self, other: Counts) -> None:
        """Adds a change."""
        self.triples += other.triples
        self.quads += other.quads
        self.graphs += other.graphs
        self.digest = (self.digest + other.digest) % _MODULUS
        for kind, number in other.classes.items():
            self.classes[kind] += number
            if self.classes[kind] == 0:
                del self.classes[kind]


def sum_of(graph: str, lines: Iterable[str]) -> int:
    """The hash of a named graph, to be added to those of the others; 0 for a graph with no lines."""
    digest, empty = hashlib.sha256(graph.encode()), True
    for line in lines:
        digest.update(b"\n")
        digest.update(line.encode())
        empty = False
    return 0 if empty else int.from_bytes(digest.digest(), "big")


def _parsed(lines: Iterable[str], graph: str | None) -> Iterator[ox.Quad]:
    suffix = " ." if graph is None else f" <{graph}> ."
    text = "\n".join(line[:-2] + suffix for line in lines)
    return ox.parse(text, format=ox.RdfFormat.N_QUADS)


def graph_lines(store: ox.Store, graph: str | None) -> tuple[str, ...]:
    """The lines of a named graph, or of the default graph, in order; none where there is no such graph."""
    source = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
    dumped = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=source)
    return tuple(sorted(dumped.decode().split("\n")[:-1])) if dumped else ()


def apply_changes(store: ox.Store, changes: Iterable[GraphChange]) -> Counts:
    """Turns named graphs into what they should be, and the default graph with them.

    A triple comes to the default graph with the first named graph that has it and leaves with the last.
    """
    change = Counts()
    removed: set[str] = set()
    for graph, old, new in changes:
        come, gone = set(new).difference(old), set(old).difference(new)
        store.extend(_parsed(sorted(come), graph))
        for quad in _parsed(sorted(gone), graph):
            store.remove(quad)
        if not new and old:
            store.remove_graph(ox.NamedNode(graph))
        change.quads += len(come) - len(gone)
        change.graphs += bool(new) - bool(old)
        change.digest += sum_of(graph, new) - sum_of(graph, old)
        fresh = [(line, quad) for line, quad in _with_quads(sorted(come)) if quad not in store]
        store.extend(quad for _, quad in fresh)
        for line, _ in fresh:
            _count_line(change, line, 1)
        removed = (removed - come) | gone
    for line, quad in _with_quads(sorted(removed)):
        if not _said_anywhere(store, quad):
            store.remove(quad)
            _count_line(change, line, -1)
    return change


def _with_quads(lines: list[str]) -> Iterator[tuple[str, ox.Quad]]:
    return zip(lines, _parsed(lines, None), strict=True)


def _said_anywhere(store: ox.Store, quad: ox.Quad) -> bool:
    found = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(not isinstance(other.graph_name, ox.DefaultGraph) for other in found)


def _count_line(change: Counts, line: str, step: int) -> None:
    _, predicate, value = split_line(line)
    change.triples += step
    if predicate == _TYPE:
        change.classes[value[1:-1]] += step
    elif predicate == _ISSUED and step < 0:
        change.issued_removed = True


def fill(store: ox.Store, graphs: Iterable[tuple[str, tuple[str, ...]]]) -> Counts:
    """Fills an empty database with named graphs and the default graph, a part at a time, and counts them."""
    counts = Counts()
    with ThreadPoolExecutor(1) as loader:
        # While Oxigraph loads one part, without holding the interpreter, the next one is made.
        loading: Future[None] | None = None
        for part in _large_parts(graphs, counts):
            if loading is not None:
                loading.result()
            loading = loader.submit(store.bulk_load, part, format=ox.RdfFormat.N_QUADS)
        if loading is not None:
            loading.result()
    counts.triples, counts.classes = count(store)
    return counts


def _large_parts(graphs: Iterable[tuple[str, tuple[str, ...]]], counts: Counts) -> Iterator[bytes]:
    """N-Quads of named graphs and of the default graph, in parts; counts the named ones on the way."""
    parts: list[str] = []
    size = 0
    for graph, lines in graphs:
        for line in lines:
            parts.append(f"{line}\n{line[:-2]} <{graph}> .\n")
            size += len(parts[-1])
        counts.quads += len(lines)
        counts.graphs += bool(lines)
        counts.digest = (counts.digest + sum_of(graph, lines)) % _MODULUS
        if size > _CHUNK:
            yield "".join(parts).encode()
            parts, size = [], 0
    if parts:
        yield "".join(parts).encode()


def count(store: ox.Store) -> tuple[int, Counter[str]]:
    """How many triples the default graph holds, and how many nodes each class."""
    (total,) = run_query(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows
    rows = run_query(store, "SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class").rows
    return int(_text(total["n"])), Counter({_text(row["class"]): int(_text(row["n"])) for row in rows})


def newest_release(store: ox.Store, until: date | None = None) -> str:
    """The day of the newest release, of those until a day where one is given; empty where there is none."""
    bound = "" if until is None else f'FILTER(?day <= "{until.isoformat()}"^^xsd:date)'
    rows = run_query(
        store,
        "SELECT (MAX(?day) AS ?newest) "
        f"{{ ?release dcterms:issued ?day . ?release a osce:PressRelease {bound} }}",
    ).rows
    return _text(rows[0]["newest"]) if rows and "newest" in rows[0] else ""


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.Literal | ox.NamedNode) else ""
