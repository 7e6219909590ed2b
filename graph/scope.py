"""What part of a snapshot is meant: all, one source's graph, a thing and its surroundings, a result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from ..ontology.vocabulary import PREFIXES
from .errors import QueryError
from .quads import graph_lines
from .snapshot import Snapshot
from .sorting import sorted_parts
from .terms import named, split_line

__all__ = ["Everything", "Neighbourhood", "Result", "Scope", "SourceGraph", "flatten"]

_DETAILS: Final = tuple(
    f"<{PREFIXES[kind]}" for kind in ("membership", "participation", "statement", "label")
)
_ATTESTING: Final = tuple(f"<{PREFIXES[kind]}" for kind in ("evidence", "mention"))
_TEXT: Final = named("osce:storedText")
_EVIDENCE: Final = named("osce:evidence")
_SHOWN: Final = (ox.NamedNode(named("rdf:type")[1:-1]), ox.NamedNode(named("rdfs:label")[1:-1]))
_PREFIXED: Final = re.compile(r"([\w-]+):([\w.-]+)")

Parts = Iterator[tuple[str, ...]]
"""Lines in order, in parts that never divide a subject."""


@dataclass(frozen=True, slots=True)
class Everything:
    """The default graph; with `named`, all named graphs beside it, in the formats that have them."""

    named: bool = True

    def parts(self, snapshot: Snapshot) -> Parts:
        """The lines of the default graph."""
        return sorted_parts(snapshot.raw, None, snapshot.manifest.triples)

    def graphs(self, snapshot: Snapshot) -> Iterator[tuple[str, Parts]]:
        """The named graphs with their lines, in order of their IRIs."""
        names = sorted(node.value for node in snapshot.raw.named_graphs() if isinstance(node, ox.NamedNode))
        for name in names if self.named else ():
            yield name, iter((graph_lines(snapshot.raw, name),))


@dataclass(frozen=True, slots=True)
class SourceGraph:
    """What one source says: a named graph, by IRI or prefixed name (`release-graph:s5f0b21aa`)."""

    graph: str

    def parts(self, snapshot: Snapshot) -> Parts:
        """The lines of the graph; raises QueryError where there is none."""
        lines = graph_lines(snapshot.raw, expanded(self.graph))
        if not lines:
            raise QueryError(f"there is no graph {self.graph}")
        yield lines

    def graphs(self, snapshot: Snapshot) -> Iterator[tuple[str, Parts]]:
        """The graph under its name."""
        yield expanded(self.graph), self.parts(snapshot)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """One thing, by IRI or prefixed name (`person:jan-kubis`): its triples, and those that point to it.

    The terms, participations and statements that link it to others come whole, with their evidence; all
    else that is named comes with its class and label.
    """

    thing: str

    def parts(self, snapshot: Snapshot) -> Parts:
        """The lines of the neighbourhood; raises QueryError where there is no such thing."""
        store, start = snapshot.raw, ox.NamedNode(expanded(self.thing))
        lines = {*_out(store, start), *_in(store, start)}
        if not lines:
            raise QueryError(f"there is no {self.thing}")
        own = f"<{start.value}>"
        for kinds in (_DETAILS, _ATTESTING):
            near = {term for line in lines for term in _ends(line) if term.startswith(kinds)}
            for term in near - {own}:
                lines.update(_out(store, ox.NamedNode(term[1:-1])))
        named_here = {term for line in lines for term in _ends(line) if term[0] == "<" and term[1] != "<"}
        for term in named_here:
            lines.update(_out(store, ox.NamedNode(term[1:-1]), _SHOWN))
        yield tuple(sorted(lines))

    def graphs(self, snapshot: Snapshot) -> Iterator[tuple[str, Parts]]:
        """None: a neighbourhood is cut from the default graph."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Result:
    """The graph that a CONSTRUCT query gives."""

    sparql: str

    def parts(self, snapshot: Snapshot) -> Parts:
        """The lines of the result; raises what `Snapshot.query` raises."""
        yield snapshot.query(self.sparql).lines

    def graphs(self, snapshot: Snapshot) -> Iterator[tuple[str, Parts]]:
        """None: a result has no named graphs."""
        return iter(())


Scope = Everything | SourceGraph | Neighbourhood | Result


def expanded(name: str) -> str:
    """The IRI of a prefixed name; another text as it stands, without the angle brackets around an IRI.

    >>> expanded("state:be"), expanded("<https://example.org/a>")
    ('https://w3id.org/osce-kg/id/state/be', 'https://example.org/a')
    """
    match = _PREFIXED.fullmatch(name)
    if match is not None and match[1] in PREFIXES:
        return PREFIXES[match[1]] + match[2]
    return name.removeprefix("<").removesuffix(">")


def flatten(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines without mentions, evidence and stored texts."""
    return tuple(line for line in lines if not _is_attesting(line))


def _is_attesting(line: str) -> bool:
    subject, predicate, value = split_line(line)
    return subject.startswith(_ATTESTING) or predicate in (_TEXT, _EVIDENCE) or value.startswith(_ATTESTING)


def _ends(line: str) -> tuple[str, str]:
    subject, _, value = split_line(line)
    return subject, value


def _out(
    store: ox.Store, node: ox.NamedNode, predicates: tuple[ox.NamedNode, ...] | None = None
) -> Iterator[str]:
    for predicate in predicates or (None,):
        yield from _lines(store.quads_for_pattern(node, predicate, None, ox.DefaultGraph()))


def _in(store: ox.Store, node: ox.NamedNode) -> Iterator[str]:
    return _lines(store.quads_for_pattern(None, None, node, ox.DefaultGraph()))


def _lines(quads: Iterable[ox.Quad]) -> Iterator[str]:
    return (f"{quad.triple} ." for quad in quads)
