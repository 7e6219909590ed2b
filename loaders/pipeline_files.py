"""Finds the pages in files and folders, and what a folder's list says of them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .layout import LARGEST
from .repair_encoding import decode

__all__ = ["Refusal", "SourceFile", "find_sources"]

SOURCES: Final = "sources.tsv"
_STDIN: Final = "-"
_NO_PAGES: Final = frozenset(
    {".tsv", ".csv", ".json", ".md", ".ttl", ".trig", ".nt", ".nq", ".py", ".rq", ".toml", ".yml"}
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A path that could not be read, and why."""

    location: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes of one page, and what its folder's list declares."""

    location: str
    data: bytes
    url: str | None = None
    digest_of: str | None = None


@dataclass(frozen=True, slots=True)
class _Listed:
    url: str | None
    digest_of: str | None


def find_sources(paths: Iterable[str | Path]) -> Iterator[SourceFile | Refusal]:
    """The pages under the paths: files as they are given, folders in sorted order, "-" for standard input.

    In folders, hidden files and tables, notes and data files (by their suffix) are passed over.
    """
    lists: dict[Path, Mapping[str, _Listed] | Refusal] = {}
    for path in paths:
        if str(path) == _STDIN:
            yield _standard_input()
        else:
            yield from _under(Path(path), lists, frozenset(), given=True)


def _standard_input() -> SourceFile | Refusal:
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        return Refusal(_STDIN, f"standard input cannot be read: {error.strerror or error}")
    return SourceFile("standard input", data)


def _under(
    path: Path,
    lists: dict[Path, Mapping[str, _Listed] | Refusal],
    above: frozenset[tuple[int, int]],
    *,
    given: bool,
) -> Iterator[SourceFile | Refusal]:
    try:
        found = path.stat()
    except OSError as error:
        yield Refusal(str(path), _why(error))
        return
    except ValueError as error:
        yield Refusal(str(path), f"it is no path: {error}")
        return
    if stat.S_ISDIR(found.st_mode):
        yield from _in_folder(path, lists, above, (found.st_dev, found.st_ino))
    elif stat.S_ISREG(found.st_mode) or given:
        yield from _file(path, found, lists, given=given)
    else:
        yield Refusal(str(path), "it is neither a file nor a folder")


def _in_folder(
    path: Path,
    lists: dict[Path, Mapping[str, _Listed] | Refusal],
    above: frozenset[tuple[int, int]],
    own: tuple[int, int],
) -> Iterator[SourceFile | Refusal]:
    if own in above:
        yield Refusal(str(path), "it leads back to a folder that it lies in")
        return
    try:
        names = sorted(entry.name for entry in os.scandir(path))
    except OSError as error:
        yield Refusal(str(path), _why(error))
        return
    listed = _list_of(path, lists)
    if isinstance(listed, Refusal):
        yield listed
    else:
        for name in sorted(set(listed) - set(names)):
            if not (path / name).exists():
                yield Refusal(str(path / name), f"{SOURCES} lists it, and it is not there")
    for name in names:
        if not name.startswith("."):
            yield from _under(path / name, lists, above | {own}, given=False)


def _file(
    path: Path, found: os.stat_result, lists: dict[Path, Mapping[str, _Listed] | Refusal], *, given: bool
) -> Iterator[SourceFile | Refusal]:
    if not given and (path.name == SOURCES or path.suffix.lower() in _NO_PAGES):
        return
    if found.st_size > LARGEST:
        yield Refusal(
            str(path), f"it has {found.st_size:,} bytes; pages of more than {LARGEST:,} are not read"
        )
        return
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        yield Refusal(str(path), _why(error))
        return
    listed = _list_of(path.parent, lists)
    entry = None if isinstance(listed, Refusal) else listed.get(path.name)
    yield SourceFile(str(path), data, entry.url if entry else None, entry.digest_of if entry else None)


def _why(error: OSError) -> str:
    return f"it cannot be read: {(error.strerror or str(error)).lower()}"


def _list_of(
    folder: Path, lists: dict[Path, Mapping[str, _Listed] | Refusal]
) -> Mapping[str, _Listed] | Refusal:
    if folder not in lists:
        lists[folder] = _read_list(folder / SOURCES)
    return lists[folder]


def _read_list(path: Path) -> Mapping[str, _Listed] | Refusal:
    try:
        if not path.is_file():
            return {}
        lines = decode(path.read_bytes()).text.splitlines()
    except OSError as error:
        return Refusal(str(path), _why(error))
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    if not rows:
        return {}
    columns = [cell.strip().lower() for cell in rows[0]]
    if "file" not in columns:
        return Refusal(
            str(path), "its first row names no column 'file' (tab-separated: file, url, digest_of)"
        )
    listed: dict[str, _Listed] = {}
    for row in rows[1:]:
        cells = {column: cell.strip() for column, cell in zip(columns, row, strict=False)}
        name = cells.get("file", "")
        if name:
            listed[name] = _Listed(cells.get("url") or None, cells.get("digest_of") or None)
    return listed
