"""The members of zip archives, by name, each unpacked only as far as a page may be large."""

from __future__ import annotations

import copy
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from ..layout.page import LARGEST
from .archive_names import MemberName, member_name
from .unpacking import MOST_MEMBERS, RATIO, Growth, LimitError

__all__ = ["HARMLESS", "LARGEST_INDEX", "ZipMember", "zip_members"]

LARGEST_INDEX: Final = 64 * 1024**2
"""Bytes of an archive's index, which is read into memory as a whole: some 300 a member."""

HARMLESS: Final = 1024**2
"""Bytes of a member that may stand for more than RATIO bytes each, such as a short page of white space."""

_END: Final = struct.Struct("<4s4H2LH")
_LOCATOR: Final = 20
_END_64: Final = struct.Struct("<4sQ2H2L4Q")
_LONGEST_COMMENT: Final = 0xFFFF
_ENCRYPTED: Final = 0x1
_WAYS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A member of a zip archive."""

    name: MemberName
    refusal: str | None
    _info: zipfile.ZipInfo
    _archive: zipfile.ZipFile
    _growth: Growth
    _packed: int

    def read(self) -> bytes | str:
        """Its bytes, or why they are not read; raises LimitError where the archive as a whole is a bomb."""
        said = self._info
        # What the index says of its size is not believed: it is read as far as it goes.
        unbelieved = copy.copy(said)
        unbelieved.file_size = LARGEST + 1
        try:
            with self._archive.open(unbelieved) as file:
                data = file.read(LARGEST + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
            return "it is damaged, or cut off"
        self._growth.add(len(data), packed=self._packed)
        if len(data) != said.file_size:
            return f"its size is not the {said.file_size:,} bytes that the archive says"
        if zlib.crc32(data) != said.CRC:
            return "it is damaged: its checksum is another than the archive says"
        return data


def zip_members(path: Path) -> Iterator[ZipMember]:
    """The files of a zip archive, sorted by name, and what else is in it but folders.

    Raises:
        LimitError: its index is too large, or it is a bomb.
        EOFError: it is cut off; OSError: it is damaged, or no zip archive.
    """
    with path.open("rb") as file:
        _check_index(file)
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
            raise OSError("damaged") from None
        with archive:
            growth, packed = Growth(), file.seek(0, 2)
            for info in sorted(archive.infolist(), key=lambda one: one.filename):
                if not info.filename.endswith("/"):
                    name = member_name(info.orig_filename)
                    yield ZipMember(name, _refusal(info), info, archive, growth, packed)


def _refusal(info: zipfile.ZipInfo) -> str | None:
    mode = info.external_attr >> 16
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted"
    if stat.S_ISLNK(mode):
        return "it is a link, which is not followed"
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        return "it is a device or a pipe, not a file"
    if info.compress_type not in _WAYS:
        return "it is packed in a way that is not read: deflate is, and no packing at all"
    if info.file_size > LARGEST:
        return f"it has {info.file_size:,} bytes; pages of more than {LARGEST:,} are not read"
    if info.file_size > max(HARMLESS, RATIO * info.compress_size):
        return f"it unpacks to more than {RATIO} times its size, as no page does"
    return None


def _check_index(file: IO[bytes]) -> None:
    """Refuses an index that would fill the memory, before it is read; it is found as `zipfile` finds it."""
    size = file.seek(0, 2)
    start = max(0, size - _END.size - _LONGEST_COMMENT - _LOCATOR - _END_64.size)
    file.seek(start)
    tail = file.read()
    at = len(tail) - _END.size
    if at < 0 or tail[at : at + 4] != b"PK\x05\x06" or tail[-2:] != b"\0\0":
        at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        begins = _begins(file)
        raise EOFError if begins else OSError("no zip archive")
    end = _END.unpack_from(tail, at)
    length, index_end = end[5], start + at
    before = at - _LOCATOR - _END_64.size
    if before >= 0 and tail[at - _LOCATOR : at - _LOCATOR + 4] == b"PK\x06\x07":
        end_64 = _END_64.unpack_from(tail, before)
        if end_64[0] == b"PK\x06\x06":
            length, index_end = end_64[8], start + before
    if length > LARGEST_INDEX:
        raise LimitError(f"its index has {length:,} bytes, more than {LARGEST_INDEX:,}")
    file.seek(max(0, index_end - length))
    if file.read(length).count(b"PK\x01\x02") > MOST_MEMBERS:
        raise LimitError(f"it has more than {MOST_MEMBERS:,} members")


def _begins(file: IO[bytes]) -> bool:
    file.seek(0)
    return file.read(4) == b"PK\x03\x04"
