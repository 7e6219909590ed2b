"""Reads pages out of zip and tar archives, member after member: nothing is unpacked to the disk.

An archive comes from anywhere. What leads out of it, what is no plain file, and what is much larger than it
looks is refused with a reason, and the rest goes on; only a bomb as a whole, or damage, ends the reading.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from ..layout.page import LARGEST
from .archive_names import MemberName, archive_kind, is_archive, starts_as_archive
from .archive_tar import tar_members
from .archive_zip import zip_members
from .found import SOURCES, Listed, Refusal, SourceFile, read_list
from .unpacking import DAMAGES, MOST_MEMBERS, LimitError, why_damaged

__all__ = ["LARGEST_LISTS", "is_archive", "read_archive"]

LARGEST_LISTS: Final = LARGEST
"""Bytes of all lists of sources in one archive, which have to fit into memory: some 200,000 rows."""


class Member(Protocol):
    """A file in an archive, whichever kind of archive it is."""

    @property
    def name(self) -> MemberName:
        """Its name, and whether that speaks against it."""

    @property
    def refusal(self) -> str | None:
        """Why it is not read, whatever its content."""

    def read(self) -> bytes | str:
        """Its bytes, or why they are not read."""


@dataclass(slots=True)
class _Lists:
    """The lists of sources in an archive, by folder, and what of them was not seen yet."""

    by_folder: dict[str, Mapping[str, Listed]]
    missing: set[str]
    size: int = 0


def read_archive(path: Path) -> Iterator[SourceFile | Refusal]:
    """The pages in an archive, one in memory at a time, located as `archive.zip!folder/page.html`.

    Its lists of sources (`sources.tsv`) declare addresses as they do in folders; since they may stand at its
    end, it is gone through once for them, and then for the pages. What is passed over in a folder is passed
    over here.
    """
    kind = archive_kind(path.name) or "zip"
    lists = _Lists({}, set())
    with suppress(*DAMAGES, LimitError):  # The second time through meets the same, and tells.
        yield from _read_lists(path, kind, lists)
    try:
        yield from _read_pages(path, kind, lists)
    except (*DAMAGES, LimitError) as error:
        yield Refusal(str(path), why_damaged(error))


def _members(path: Path, kind: str) -> Iterator[Member]:
    return zip_members(path) if kind == "zip" else tar_members(path, kind.removeprefix("tar"))


def _read_lists(path: Path, kind: str, lists: _Lists) -> Iterator[Refusal]:
    with closing(_counted(path, kind)) as members:
        for member in members:
            if not member.name.is_list or member.refusal is not None:
                continue
            location = f"{path}!{member.name.path}"
            data = member.read()
            if isinstance(data, str):
                yield Refusal(location, data)
                continue
            lists.size += len(data)
            if lists.size > LARGEST_LISTS:
                yield Refusal(
                    location, f"the archive has more than {LARGEST_LISTS:,} bytes of lists of sources"
                )
                continue
            listed = read_list(data, location)
            if isinstance(listed, Refusal):
                yield listed
                continue
            folder = member.name.folder
            lists.by_folder[folder] = listed
            lists.missing.update(f"{folder}/{name}" if folder else name for name in listed)


def _read_pages(path: Path, kind: str, lists: _Lists) -> Iterator[SourceFile | Refusal]:
    seen: set[str] = set()
    pages = False
    with closing(_counted(path, kind)) as members:
        for member in members:
            name = member.name
            lists.missing.discard(name.path)
            if name.passed and not (name.is_list and member.refusal):
                continue
            pages = True
            location = f"{path}!{name.path}"
            refusal = name.refusal or member.refusal
            if refusal is None and name.path in seen:
                refusal = "the archive has two members of this name; the first was read"
            if refusal is not None:
                yield Refusal(location, refusal)
                continue
            seen.add(name.path)
            data = member.read()
            if isinstance(data, bytes) and starts_as_archive(data):
                data = "it is packed once more, within an archive: unpack the outer one first"
            if isinstance(data, str):
                yield Refusal(location, data)
                continue
            listed = lists.by_folder.get(name.folder, {}).get(name.name, Listed())
            yield SourceFile(location, data, listed.url, listed.digest_of)
    for missing in sorted(lists.missing):
        yield Refusal(f"{path}!{missing}", f"{SOURCES} lists it, and it is not there")
    if not pages and not lists.missing:
        yield Refusal(str(path), "it has no pages in it")


def _counted(path: Path, kind: str) -> Generator[Member, None, None]:
    for number, member in enumerate(_members(path, kind), 1):
        if number > MOST_MEMBERS:
            raise LimitError(f"it has more than {MOST_MEMBERS:,} members")
        yield member
