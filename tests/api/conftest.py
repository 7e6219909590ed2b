from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from osce_kg.cli.application import application
from osce_kg.knowledge_graph import KnowledgeGraph
from typer.testing import CliRunner, Result

RELEASE = """OSCE Mission trains border officers in Bitola

SKOPJE, 3 May 2005 - The OSCE Mission to Skopje opened a training course for border officers in Bitola today.

"Officers who know each other's names lose no time," said Carlos Pais, Head of the OSCE Mission to Skopje.

The OSCE Mission to Skopje organized the course together with the UN Office on Drugs and Crime.
"""
OTHER = """OSCE Office opens reading room

YEREVAN, 9 June 2006 - The OSCE Office in Yerevan opened a reading room for journalists today.
"""


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing of the user's own is read or written."""
    patch = pytest.MonkeyPatch()
    home = tmp_path_factory.mktemp("home")
    patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    patch.setenv("XDG_DATA_HOME", str(home / "data"))
    patch.setenv("COLUMNS", "200")
    patch.delenv("OSCE_KG_STORE", raising=False)
    patch.delenv("OSCE_KG_DEBUG", raising=False)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "bitola.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "yerevan.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the reference tables and two releases; tests only read it."""
    folder = tmp_path_factory.mktemp("loaded")
    (folder / "bitola.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "yerevan.txt").write_text(OTHER, encoding="utf-8")
    KnowledgeGraph.open(folder / "store").load(folder / "bitola.txt", folder / "yerevan.txt")
    return folder / "store"


@pytest.fixture(scope="session")
def kg(loaded: Path) -> KnowledgeGraph:
    return KnowledgeGraph.open(loaded)


Run = Callable[..., Result]


@pytest.fixture
def run(loaded: Path) -> Run:
    """Runs a command line on the loaded store, unless it names another."""

    def go(*arguments: str, store: Path | None = None, given: str | bytes | None = None) -> Result:
        return CliRunner().invoke(application(), ["--store", str(store or loaded), *arguments], input=given)

    return go
