"""How much a store holds."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from .ontology.schema import schema
from .queries.rows import shorten

if TYPE_CHECKING:
    from .graph.snapshot import Snapshot

__all__ = ["Stats", "stats"]


@dataclass(frozen=True, slots=True)
class Stats:
    """The counts of one snapshot.

    classes  by class: its IRI with prefix, its label, how many nodes bear it
    newest   the day of the newest release, empty where there is none
    """

    snapshot: str
    sources: int
    graphs: int
    triples: int
    quads: int
    newest: str
    digest: str
    classes: tuple[tuple[str, str, int], ...]

    def __str__(self) -> str:
        rows = "\n".join(f"  {label:<40} {count:>10,}" for _, label, count in self.classes)
        return f"{self.triples:,} triples from {self.sources:,} pages, newest {self.newest or 'none'}\n{rows}"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(label)}</td><td>{count:,}</td></tr>" for _, label, count in self.classes
        )
        return f"<p>{self.triples:,} triples from {self.sources:,} pages</p><table>{rows}</table>"


def stats(snapshot: Snapshot) -> Stats:
    """The counts of a snapshot, from its manifest: nothing is walked."""
    manifest = snapshot.manifest
    words = schema()
    rows = [
        (shorten(iri), words.label(iri) or shorten(iri), count) for iri, count in manifest.classes.items()
    ]
    return Stats(
        snapshot=snapshot.name,
        sources=manifest.sources,
        graphs=manifest.graphs,
        triples=manifest.triples,
        quads=manifest.quads,
        newest=manifest.newest,
        digest=manifest.digest,
        classes=tuple(sorted(rows, key=lambda row: (-row[2], row[0]))),
    )
