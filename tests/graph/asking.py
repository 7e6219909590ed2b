"""Rows of a snapshot as plain texts, for tests that only compare values."""

from __future__ import annotations

import pyoxigraph as ox
from osce_kg.graph.snapshot import Snapshot


def texts(snapshot: Snapshot, query: str) -> list[dict[str, str]]:
    """The rows of a SELECT, each value as its IRI or its text."""
    return [
        {name: term.value for name, term in row.items() if not isinstance(term, ox.Triple)}
        for row in snapshot.select(query)
    ]
