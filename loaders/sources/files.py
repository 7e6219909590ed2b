"""Finds the pages in files and folders, and what a folder's list says of them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from ..layout.page import LARGEST
from .archives import is_archive, read_archive
from .feeds import is_feed, read_feed
from .found import SOURCES, Listed, Refusal, SourceFile, is_page_name, read_list
from .jsonl import is_jsonl, read_jsonl
from .mail import is_mail, read_mail

__all__ = ["Refusal", "SourceFile", "find_sources"]

_STDIN: Final = "-"


def find_sources(
    paths: Iterable[str | Path], *, passed_over: Callable[[Path], bool] = lambda _: False
) -> Iterator[SourceFile | Refusal]:
    """The pages under the paths: files as they are given, folders in sorted order, "-" for standard input.

    In folders, hidden files and tables, notes and data files (by their suffix) are passed over. Archives and
    files with a page a line, by their suffix, give the pages in them; feeds give their items, and messages
    their text, whatever they are called. `passed_over` tells of a folder whether
    it holds no pages but something else: what is in it is left alone.
    """
    lists: dict[Path, Mapping[str, Listed] | Refusal] = {}
    for path in paths:
        if str(path) == _STDIN:
            yield from _pages_in(_standard_input())
        else:
            for found in _under(Path(path), lists, frozenset(), passed_over, given=True):
                yield from _pages_in(found)


def _pages_in(found: SourceFile | Refusal) -> Iterator[SourceFile | Refusal]:
    """The pages of a file that holds others in a form of its own: a feed, a message."""
    if isinstance(found, Refusal) or found.shifts:
        yield found
    elif is_feed(found.data):
        yield from read_feed(found.data, found.location)
    elif is_mail(found.data):
        yield read_mail(found)
    else:
        yield found


def _standard_input() -> SourceFile | Refusal:
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        return Refusal(_STDIN, f"standard input cannot be read: {error.strerror or error}")
    return SourceFile("standard input", data)


def _under(
    path: Path,
    lists: dict[Path, Mapping[str, Listed] | Refusal],
    above: frozenset[tuple[int, int]],
    passed_over: Callable[[Path], bool],
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
        if not passed_over(path):
            yield from _in_folder(path, lists, above, (found.st_dev, found.st_ino), passed_over)
        elif given:
            yield Refusal(str(path), "it is the folder of a store, and holds no pages")
    elif stat.S_ISREG(found.st_mode) or given:
        yield from _file(path, found, lists, given=given)
    else:
        yield Refusal(str(path), "it is neither a file nor a folder")


def _in_folder(
    path: Path,
    lists: dict[Path, Mapping[str, Listed] | Refusal],
    above: frozenset[tuple[int, int]],
    own: tuple[int, int],
    passed_over: Callable[[Path], bool],
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
            yield from _under(path / name, lists, above | {own}, passed_over, given=False)


def _file(
    path: Path, found: os.stat_result, lists: dict[Path, Mapping[str, Listed] | Refusal], *, given: bool
) -> Iterator[SourceFile | Refusal]:
    if not given and (path.name == SOURCES or not is_page_name(path.name)):
        return
    if stat.S_ISREG(found.st_mode) and is_archive(path.name):
        yield from read_archive(path)
        return
    if stat.S_ISREG(found.st_mode) and is_jsonl(path.name):
        yield from read_jsonl(path)
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
    folder: Path, lists: dict[Path, Mapping[str, Listed] | Refusal]
) -> Mapping[str, Listed] | Refusal:
    if folder not in lists:
        lists[folder] = _read_list(folder / SOURCES)
    return lists[folder]


def _read_list(path: Path) -> Mapping[str, Listed] | Refusal:
    try:
        if not path.is_file():
            return {}
        data = path.read_bytes()
    except OSError as error:
        return Refusal(str(path), _why(error))
    return read_list(data, str(path))
