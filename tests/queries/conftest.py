from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from osce_kg.queries.search import NameIndex


@pytest.fixture(scope="package")
def store() -> ox.Store:
    """A few facts by hand, in the form in which the graph keeps them."""
    store = ox.Store()
    store.load(path=Path(__file__).parent / "tiny.ttl", format=ox.RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="package")
def index(store: ox.Store) -> NameIndex:
    return NameIndex.in_memory(store)
