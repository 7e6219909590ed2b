"""From what all sources say to the lines of every graph: settled names, plain edges, graphs' names.

Everything here is a pure function of readings, reference and ontology: the order of loading does not show.
`Settlement` answers for single sources from an index of claims, so that one more release costs only what
shares a key with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, Protocol

from ..ontology.facts import PageKind, SourceReading
from ..ontology.reference import Reference
from ..ontology.schema import Contraction
from ..ontology.vocabulary import GRAPHS, PREFIXES, short_hash
from .claims import Claims, claims_of
from .contractions import plain_edges
from .identity import Resolved, settle_key
from .knowledge import Knowledge, knowledge_of
from .reference_quads import reference_lines
from .source_quads import release_lines
from .taxonomy_quads import taxonomy_lines

__all__ = [
    "REFERENCE_GRAPH",
    "ClaimIndex",
    "Graphs",
    "Settlement",
    "graph_names",
    "reference_graph",
    "settle",
    "source_claims",
    "source_id",
]

REFERENCE_GRAPH: Final = f"{GRAPHS}reference"

Graphs = Mapping[str, tuple[str, ...]]
"""By the IRI of a graph, its lines in order."""


class ClaimIndex(Protocol):
    """Where the claims of all sources can be asked for."""

    def claims(self, key: str) -> Mapping[str, Any]:
        """The claims of one key, by id of the source."""
        ...


def graph_names(local: str) -> tuple[str, str]:
    """The graphs that a source of this local name can have."""
    return f"{PREFIXES['release-graph']}{local}", f"{PREFIXES['taxonomy-graph']}{local}"


def source_id(reading: SourceReading) -> str:
    """What tells a source from all others: the SHA-256 of its URL, else of its bytes, in hex."""
    return (
        short_hash(reading.url, 64)
        if reading.url is not None
        else reading.content_hash.removeprefix("sha256:")
    )


def source_claims(reading: SourceReading, knowledge: Knowledge) -> dict[str, Any]:
    """All that the source claims, the right to its own local name included."""
    own = source_id(reading)
    return {f"source/{own[:8]}": [[own]], **claims_of(reading, knowledge)}


@lru_cache(maxsize=2)
def reference_graph(reference: Reference, contractions: tuple[Contraction, ...]) -> tuple[str, ...]:
    """The lines of the reference graph, plain edges included."""
    lines = reference_lines(reference)
    return tuple(sorted({*lines, *plain_edges(lines, contractions)}))


@dataclass(slots=True)
class Settlement:
    """Settled names and lines, asked for source by source; each key is settled once."""

    index: ClaimIndex
    knowledge: Knowledge
    contractions: tuple[Contraction, ...]
    _keys: dict[str, Resolved] = field(default_factory=dict)

    def resolved(self, key: str) -> Resolved:
        """The result of a key for all sources that have claims on it."""
        if key not in self._keys:
            self._keys[key] = settle_key(key, self.index.claims(key), self.knowledge)
        return self._keys[key]

    def local_name(self, source: str) -> str:
        """The local name of a source, by its id."""
        return self.resolved(f"source/{source[:8]}")[source][source].local

    def graphs(self, reading: SourceReading, locations: tuple[str, ...], claims: Claims) -> Graphs:
        """The graphs of one source, by IRI, with their lines in order."""
        source = source_id(reading)
        local = self.local_name(source)
        settled = {key: self.resolved(key)[source] for key in claims}
        made = {}
        if reading.kind is not PageKind.TAXONOMY or reading.releases:
            made["release-graph"] = release_lines(reading, local, locations, settled, self.knowledge)
        if reading.taxonomy is not None:
            made["taxonomy-graph"] = taxonomy_lines(reading, local, locations, self.knowledge)
        graphs = {}
        for prefix, lines in made.items():
            stated = lines.sorted()
            graphs[PREFIXES[prefix] + local] = tuple(
                sorted({*stated, *plain_edges(stated, self.contractions)})
            )
        return graphs


@dataclass(frozen=True, slots=True)
class _Memory:
    """The claims of readings that are all in memory."""

    by_key: Mapping[str, Mapping[str, Any]]

    def claims(self, key: str) -> Mapping[str, Any]:
        return self.by_key.get(key, {})


def settle(
    readings: Iterable[SourceReading], reference: Reference, contractions: Iterable[Contraction]
) -> Graphs:
    """All graphs of the readings and of reference at once; the default graph is their union.

    Two readings of one source (one URL, or the same bytes without one) are one: the last in order of their
    content.
    """
    knowledge = knowledge_of(reference)
    chosen: dict[str, SourceReading] = {}
    locations: dict[str, set[str]] = {}
    for reading in sorted(readings, key=lambda r: (r.location, r.content_hash)):
        chosen[source_id(reading)] = reading
        locations.setdefault(source_id(reading), set()).add(reading.location)
    claims = {source: source_claims(reading, knowledge) for source, reading in chosen.items()}
    by_key: dict[str, dict[str, Any]] = {}
    for source, claimed in claims.items():
        for key, claim in claimed.items():
            by_key.setdefault(key, {})[source] = claim
    settlement = Settlement(_Memory(by_key), knowledge, tuple(contractions))
    graphs: dict[str, tuple[str, ...]] = {
        REFERENCE_GRAPH: reference_graph(reference, settlement.contractions)
    }
    for source, reading in chosen.items():
        graphs.update(settlement.graphs(reading, tuple(sorted(locations[source])), claims[source]))
    return dict(sorted(graphs.items()))
