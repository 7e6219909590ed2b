"""Reference tables that can be spoilt."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest

Spoil = Callable[[str, Callable[[str], str]], Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Copies the bundled tables, changes the text of one, and gives the folder."""

    def change(table: str, edit: Callable[[str], str]) -> Path:
        with as_file(files("osce_kg.ontology") / "reference") as bundled:
            folder = tmp_path / "reference"
            shutil.copytree(bundled, folder)
        path = folder / f"{table}.tsv"
        before = path.read_text(encoding="utf-8")
        after = edit(before)
        assert after != before
        path.write_text(after, encoding="utf-8")
        return folder

    return change
