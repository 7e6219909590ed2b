"""Records on the disk between their reading and their landing: a load of any size takes little memory."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .claims import Claims
from .ledger import Entry, Record

__all__ = ["Spool", "Spooled"]


@dataclass(frozen=True, slots=True)
class Spooled:
    """A reading in JSON and what it claims, as a spool keeps them."""

    spool: Spool
    begin: int
    middle: int
    end: int

    @property
    def reading(self) -> str:
        """The reading."""
        return self.spool.read(self.begin, self.middle)

    @property
    def claims(self) -> Claims:
        """What it claims, by key."""
        claims: Claims = json.loads(self.spool.read(self.middle, self.end))
        return claims

    def record(self, entry: Entry) -> Record:
        """The record with this entry."""
        return Record(entry, self.reading, self.claims)


class Spool:
    """A file without a name, which is gone when the process ends, however it ends.

    Args:
        folder: on whose disk; where the system keeps such files when left out.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._file = tempfile.TemporaryFile(dir=folder, prefix="tmp-")  # noqa: SIM115 - lives as long as its records
        self._end = 0

    def add(self, reading: str, claims: Claims) -> Spooled:
        """Keeps a reading and its claims."""
        first, second = reading.encode(), json.dumps(claims).encode()
        begin = self._end
        self._file.seek(begin)
        self._file.write(first)
        self._file.write(second)
        middle = begin + len(first)
        self._end = middle + len(second)
        return Spooled(self, begin, middle, self._end)

    def read(self, begin: int, end: int) -> str:
        """The text between two places."""
        self._file.seek(begin)
        return self._file.read(end - begin).decode()
