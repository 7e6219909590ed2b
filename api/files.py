"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from .ontology.errors import OsceKgError

__all__ = ["NoFolderError", "in_a_folder", "write_text"]


class NoFolderError(OsceKgError):
    """A file cannot be written: its folder is not there, and is not made, since its name may be a slip."""


def in_a_folder(path: Path) -> Path:
    """The path of a file that is to be written; raises NoFolderError where there is no folder for it."""
    if not path.parent.is_dir():
        raise NoFolderError(f"{path}: there is no folder {path.parent}")
    return path


def write_text(path: Path, text: str) -> Path:
    """Writes a text in UTF-8 beside its place, and renames it; gives the path, or raises NoFolderError."""
    in_a_folder(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path
