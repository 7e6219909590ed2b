"""The members of tar archives, read forwards once, however the archive is packed."""

from __future__ import annotations

import io
import struct
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, cast

from ..layout.page import LARGEST
from .archive_names import MemberName, member_name
from .unpacking import LimitError, Unpacked

__all__ = ["LARGEST_HEADER", "TarMember", "tar_members"]

LARGEST_HEADER: Final = 1024 * 1024
"""Bytes that may stand before a member's content: names and attributes, which are read into memory."""

_BLOCK: Final = 512
_STEP: Final = 1 << 16
_TAR_ERRORS: Final = (
    tarfile.TarError,
    RecursionError,
    ValueError,
    ArithmeticError,
    LookupError,
    struct.error,
)
_NO_FILES: Final = (
    (tarfile.TarInfo.issym, "it is a link, which is not followed"),
    (tarfile.TarInfo.islnk, "it is a link, which is not followed"),
    (tarfile.TarInfo.isdev, "it is a device or a pipe, not a file"),
    (tarfile.TarInfo.issparse, "it is a file with holes, which is not read"),
)


class _Forwards(io.RawIOBase):
    """A file that `tarfile` reads and seeks in, forwards only, with what a header may take."""

    def __init__(self, inner: Unpacked) -> None:
        super().__init__()
        self._inner = io.BufferedReader(inner, _STEP)
        self._at = 0
        self.left = LARGEST_HEADER
        self.last = b""

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def seek(self, to: int, whence: int = io.SEEK_SET) -> int:
        """Passes over the bytes up to a place further on."""
        if whence != io.SEEK_SET or to < self._at:
            raise OSError("tar archives are read forwards")
        while self._at < to:
            step = len(self._inner.read(min(_STEP, to - self._at)))
            if not step:
                break
            self._at += step
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Reads, where no more is wanted than there is left."""
        if not 0 <= size <= self.left:
            raise LimitError(f"what stands before one of its members has more than {LARGEST_HEADER:,} bytes")
        self.left -= size
        self.last = self._inner.read(size)
        self._at += len(self.last)
        return self.last

    def readinto(self, buffer: Any) -> int:
        """Reads into a buffer."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


@dataclass(frozen=True, slots=True)
class TarMember:
    """A member of a tar archive, which can be read until the next one is asked for."""

    name: MemberName
    refusal: str | None
    size: int
    _file: _Forwards

    def read(self) -> bytes | str:
        """Its bytes, or why they are not read; raises EOFError where the archive is cut off."""
        if self.size > LARGEST:
            return f"it has {self.size:,} bytes; pages of more than {LARGEST:,} are not read"
        self._file.left = self.size
        data = self._file.read(self.size)
        if len(data) < self.size:
            raise EOFError
        return data


def tar_members(path: Path, packing: str) -> Iterator[TarMember]:
    """The files of a tar archive, and what else is in it but folders.

    Raises:
        LimitError: it is a bomb.
        EOFError: it is cut off, other DAMAGES: it is damaged or no tar archive.

    Args:
        path: the archive.
        packing: ".gz", ".bz2", ".xz" or "".
    """
    with Unpacked(path, packing) as unpacked:
        file = _Forwards(unpacked)
        archive = _opened(file)
        while (found := _next(archive, file)) is not None:
            cast(Any, archive).members.clear()  # It would keep them all.
            if found.isdir():
                continue
            why = next((reason for is_so, reason in _NO_FILES if is_so(found)), None)
            if why is None and not found.isreg():
                why = "it is no file that can be read"
            yield TarMember(member_name(found.name), why, found.size, file)


def _opened(file: _Forwards) -> tarfile.TarFile:
    try:
        # Reads the first header at once, and gives it again as the first member.
        return tarfile.TarFile(fileobj=cast("IO[bytes]", file), mode="r", errorlevel=2)
    except _TAR_ERRORS as error:
        raise _damage(file, error) from None


def _next(archive: tarfile.TarFile, file: _Forwards) -> tarfile.TarInfo | None:
    file.left = LARGEST_HEADER
    try:
        found = archive.next()
    except _TAR_ERRORS as error:
        raise _damage(file, error) from None
    if found is None and (len(file.last) < _BLOCK or any(file.last)):
        # `tarfile` takes whatever it does not understand for the end, which has a mark of its own.
        raise _damage(file, None)
    return found


def _damage(file: _Forwards, error: Exception | None) -> OSError | EOFError:
    if len(file.last) < _BLOCK and file.tell() and not isinstance(error, RecursionError):
        return EOFError()
    return OSError("damaged")
