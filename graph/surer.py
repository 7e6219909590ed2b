"""A snapshot without what its evidence is not sure enough of."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import pyoxigraph as ox

from ..ontology.schema import schema
from ..ontology.vocabulary import PREFIXES, expand
from .contractions import plain_edges
from .errors import ThresholdError
from .knowledge import SURE
from .quads import count, graph_lines
from .snapshot import Snapshot

__all__ = ["surer"]

_FACTS: Final = tuple(
    PREFIXES[kind]
    for kind in ("membership", "participation", "attendance", "statement", "act")
    if kind in PREFIXES
)
_EVENTS: Final = PREFIXES["event"]
_THINGS: Final = tuple(PREFIXES[kind] for kind in ("person", "organization", "place", "post", "event"))
_SPEAKING: Final = tuple(f"<{start}" for start in (*_FACTS, PREFIXES["evidence"], PREFIXES["mention"]))

_EVIDENCE, _CONFIDENCE, _SUPPORTS, _VALUE, _IN_EVENT, _TYPE = (
    ox.NamedNode(expand(name))
    for name in (
        "osce:evidence",
        "osce:confidence",
        "osce:supports",
        "osce:value",
        "osce:inEvent",
        "rdf:type",
    )
)
_Value = ox.NamedNode | ox.Literal
_ROW: Final = ox.NamedNode(expand("osce:TableRow"))


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left out: all triples from and to `nodes`, and the `triples`."""

    nodes: frozenset[ox.NamedNode]
    triples: tuple[ox.Triple, ...]


def surer(snapshot: Snapshot, least: float) -> Snapshot:
    """The snapshot without evidence of a lower confidence, and without what has no other; kept in memory.

    Terms, participations, statements, acts and events stay where some evidence of theirs is as sure as that,
    and so do the values of properties and plain edges; a participation goes with its event. What reference
    names stays; what only texts name goes with the last thing that is said of it.

    Args:
        snapshot: as it is; it takes some ten seconds for each million triples.
        least: the lowest confidence, from 0 to 1.

    Raises:
        ThresholdError: it is no number from 0 to 1.
    """
    if not 0 <= least <= 1:
        raise ThresholdError(f"{least!r} is no confidence: give a number from 0 to 1")
    left = _left_out(snapshot.raw, least)
    raw = _copied(snapshot.raw)
    edges = _edge_lines(raw) if least > SURE else frozenset()
    for node in left.nodes:
        for quad in (*raw.quads_for_pattern(node, None, None), *raw.quads_for_pattern(None, None, node)):
            raw.remove(quad)
    lost = sorted(edges - _edge_lines(raw)) if edges else []
    lost_triples = (quad.triple for quad in ox.parse("\n".join(lost), format=ox.RdfFormat.N_TRIPLES))
    for triple in (*left.triples, *lost_triples):
        for quad in list(raw.quads_for_pattern(triple.subject, triple.predicate, triple.object)):
            raw.remove(quad)
    triples, classes = count(raw)
    graphs = sum(1 for _ in raw.named_graphs())
    digest = "sha256:" + hashlib.sha256(f"{snapshot.manifest.digest} {least}".encode()).hexdigest()
    manifest = replace(
        snapshot.manifest,
        triples=triples,
        quads=len(raw) - triples,
        graphs=graphs,
        classes=dict(classes),
        digest=digest,
    )
    return Snapshot(snapshot.folder, snapshot.name, manifest, raw)


def _copied(store: ox.Store) -> ox.Store:
    with tempfile.TemporaryFile() as file:
        store.dump(file, format=ox.RdfFormat.N_QUADS)
        file.seek(0)
        copy = ox.Store()
        copy.bulk_load(file, format=ox.RdfFormat.N_QUADS)
    return copy


def _edge_lines(store: ox.Store) -> frozenset[str]:
    """The plain edges that the nodes of the default graph give."""
    speaking = (line for line in graph_lines(store, None) if line.startswith(_SPEAKING))
    return frozenset(plain_edges(speaking, schema().contractions()))


def _left_out(store: ox.Store, least: float) -> _Left:
    unsure = {one for one, _, sure in _found(store, predicate=_CONFIDENCE) if float(sure.value) < least}
    supported = {one: value for one, _, value in _found(store, predicate=_SUPPORTS)}
    rows = {one for one, _, _ in _found(store, predicate=_TYPE, value=_ROW)}
    attested: dict[ox.NamedNode, bool] = {}
    values: dict[tuple[ox.NamedNode, ox.NamedNode, _Value | None], bool] = {}
    in_tables: set[ox.NamedNode] = set()
    for node, _, evidence in _found(store, predicate=_EVIDENCE):
        if not isinstance(evidence, ox.NamedNode):
            continue
        sure, relation = evidence not in unsure, supported.get(evidence)
        if evidence in rows:
            in_tables.add(node)
        if isinstance(relation, ox.NamedNode):
            key = node, relation, next((value for _, _, value in _found(store, evidence, _VALUE)), None)
            values[key] = values.get(key, False) or sure
        else:
            attested[node] = attested.get(node, False) or sure
    facts = {node for node, sure in attested.items() if not sure and _is_fact(node, in_tables)}
    for event in [node for node in facts if node.value.startswith(_EVENTS)]:
        facts.update(one for one, _, _ in _found(store, predicate=_IN_EVENT, value=event))
    nodes = unsure | facts
    nodes |= _forsaken(store, nodes, in_tables)
    left = (key for key, sure in values.items() if not sure)
    triples = (ox.Triple(*found) for key in left for found in _found(store, *key))
    return _Left(frozenset(nodes), tuple(triples))


def _is_fact(node: ox.NamedNode, in_tables: set[ox.NamedNode]) -> bool:
    return node.value.startswith(_FACTS) or (node.value.startswith(_EVENTS) and node not in in_tables)


def _forsaken(store: ox.Store, gone: set[ox.NamedNode], in_tables: set[ox.NamedNode]) -> set[ox.NamedNode]:
    """What no table names, and only what is left out and plain edges speak of."""
    found: set[ox.NamedNode] = set()
    waiting = list(gone)
    while waiting:
        for _, _, thing in _found(store, waiting.pop()):
            if not isinstance(thing, ox.NamedNode) or not thing.value.startswith(_THINGS):
                continue
            if thing in found or thing in gone or thing in in_tables:
                continue
            speaking = (one for one, edge, _ in _found(store, value=thing) if edge.value not in _edges())
            if all(one in gone or one in found for one in speaking):
                found.add(thing)
                waiting.append(thing)
    return found


@cache
def _edges() -> frozenset[str]:
    return frozenset(contraction.edge for contraction in schema().contractions())


def _found(
    store: ox.Store,
    subject: ox.NamedNode | None = None,
    predicate: ox.NamedNode | None = None,
    value: _Value | None = None,
) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, _Value]]:
    for quad in store.quads_for_pattern(subject, predicate, value, ox.DefaultGraph()):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            yield quad.subject, quad.predicate, quad.object
