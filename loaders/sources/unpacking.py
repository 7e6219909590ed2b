"""Reads packed files as a stream, and stops what grows without end: a few bytes can stand for any number."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final

from ..layout.page import LARGEST

__all__ = [
    "DAMAGES",
    "FREE",
    "LARGEST_TOTAL",
    "LARGEST_WINDOW",
    "MOST_MEMBERS",
    "RATIO",
    "Growth",
    "LimitError",
    "Unpacked",
    "why_damaged",
]

LARGEST_TOTAL: Final = 16 * 1024**3
"""Bytes that one packed file may hold in all: 200,000 pages of 80 kB each."""

RATIO: Final = 200
"""Bytes that one packed byte may stand for: text comes to some 5 to 50, a bomb of deflate to 1,000."""

FREE: Final = LARGEST
"""Bytes that are read before the ratio counts: no more than one page may have, so that they do no harm."""

MOST_MEMBERS: Final = 200_000
"""Members that one archive may have: what is kept of each, some 700 bytes, has to fit into memory."""

LARGEST_WINDOW: Final = 256 * 1024**2
"""Bytes of memory that unpacking xz may take: `xz -9` asks for 65 MiB, a header can ask for 4 GiB."""

DAMAGES: Final = (EOFError, OSError, zlib.error, lzma.LZMAError)
"""What the readers of packed files raise where these are cut off or damaged."""

_STEP: Final = 1 << 14

_OPENERS: Final[dict[str, Callable[[IO[bytes]], Any]]] = {
    ".gz": lambda file: gzip.GzipFile(fileobj=file, mode="rb"),
    ".bz2": lambda file: bz2.BZ2File(file, "rb"),
    ".xz": lambda file: _Xz(file),
}


class LimitError(Exception):
    """A packed file holds more than may be read; for use within the loaders."""


class _Xz:
    """Unpacks xz within a limit of memory, which `lzma.LZMAFile` cannot be given."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._unpacker = lzma.LZMADecompressor(memlimit=LARGEST_WINDOW)

    def read(self, size: int) -> bytes:
        """At most so many bytes; none at the end."""
        while True:
            packed = b""
            if self._unpacker.eof:
                # Streams may follow each other, with zeros between them.
                packed = self._unpacker.unused_data.lstrip(b"\0")
                while not packed:
                    found = self._file.read(_STEP)
                    if not found:
                        return b""
                    packed = found.lstrip(b"\0")
                self._unpacker = lzma.LZMADecompressor(memlimit=LARGEST_WINDOW)
            elif self._unpacker.needs_input:
                packed = self._file.read(_STEP)
                if not packed:
                    raise EOFError
            data = self._unpacker.decompress(packed, size)
            if data:
                return data

    def close(self) -> None:
        """Drops what it holds."""
        del self._unpacker


class Growth:
    """Counts what was unpacked of one file, and raises LimitError where it is too much.

    >>> growth = Growth()
    >>> growth.add(FREE, packed=10)
    >>> growth.add(1, packed=10)
    Traceback (most recent call last):
    osce_kg.loaders.sources.unpacking.LimitError: it unpacks to more than 200 times its size, as no pages do
    """

    def __init__(self) -> None:
        self.total = 0

    def add(self, count: int, *, packed: int) -> None:
        """Counts further bytes, of which all so far came out of so many packed ones."""
        self.total += count
        if self.total > LARGEST_TOTAL:
            raise LimitError(f"it unpacks to more than {LARGEST_TOTAL:,} bytes")
        if self.total > max(FREE, RATIO * packed):
            raise LimitError(f"it unpacks to more than {RATIO} times its size, as no pages do")


class Unpacked(io.RawIOBase):
    """The bytes in a file that is packed as its suffix says (.gz, .bz2, .xz), else its own.

    It reads forwards only, and raises LimitError where it is a bomb, and one of DAMAGES where it is damaged.
    """

    def __init__(self, path: Path, packing: str) -> None:
        super().__init__()
        self._file: IO[bytes] = path.open("rb")
        opener = _OPENERS.get(packing)
        self._inner: Any = self._file if opener is None else opener(self._file)
        self._growth = Growth() if opener is not None else None

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Reads into a buffer, and counts."""
        view = memoryview(buffer)
        data = self._inner.read(len(view))
        view[: len(data)] = data
        if self._growth is not None:
            self._growth.add(len(data), packed=self._file.tell())
        return len(data)

    def close(self) -> None:
        """Closes the file."""
        if not self.closed:
            self._inner.close()
            self._file.close()
        super().close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def why_damaged(error: BaseException) -> str:
    """In words for a person, why a packed file cannot be read on; what was read before stands.

    >>> why_damaged(EOFError())
    'it is cut off: the rest is missing'
    """
    if isinstance(error, LimitError):
        return f"{error}; the rest is not read"
    if isinstance(error, EOFError):
        return "it is cut off: the rest is missing"
    if isinstance(error, OSError) and error.strerror:
        return f"it cannot be read: {error.strerror.lower()}"
    return "it is damaged, or not packed as its name says; the rest is not read"
