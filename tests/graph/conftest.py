"""What the tests of the graph room share."""

from __future__ import annotations

from pathlib import Path

import pytest
from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.store import Store

from .making import conference


@pytest.fixture
def fresh_store(tmp_path: Path) -> Store:
    """A store that nothing was loaded into."""
    return Store(tmp_path / "store")


@pytest.fixture(scope="session")
def loaded_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with one release; not to be written into."""
    folder = tmp_path_factory.mktemp("loaded") / "store"
    Store(folder).load([conference(url="https://www.osce.org/odihr/12345", number="12345").reading()])
    return folder


@pytest.fixture(scope="session")
def snapshot(loaded_folder: Path) -> Snapshot:
    """A snapshot with one release."""
    return Store(loaded_folder).current()
