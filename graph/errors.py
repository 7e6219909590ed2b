"""What can go wrong with a store, a query or an export: a class for each trouble that can be acted on."""

from __future__ import annotations

from ..ontology.errors import OsceKgError

__all__ = [
    "DamagedStoreError",
    "ExportFormatError",
    "NewerStoreError",
    "NoStoreError",
    "QueryError",
    "QueryRefusedError",
    "QuerySyntaxError",
    "QueryTimeoutError",
    "ReadOnlyError",
    "RemoteError",
    "StoreError",
    "StoreLockedError",
    "ThresholdError",
    "UnknownSnapshotError",
    "UnknownSourceError",
]


class StoreError(OsceKgError):
    """Something about a store, its folder or its snapshots."""


class NoStoreError(StoreError):
    """There is no store in the folder: nothing was ever loaded into it."""


class DamagedStoreError(StoreError):
    """The folder holds a store of which a part is missing or cannot be read."""


class NewerStoreError(StoreError):
    """The store was written by a newer version, in a form that this one does not know."""


class ReadOnlyError(StoreError):
    """The folder, the snapshot or the view can only be read."""


class StoreLockedError(StoreError):
    """Another process is writing into the store; the message says which."""


class UnknownSnapshotError(StoreError):
    """The store keeps no snapshot of this name."""


class UnknownSourceError(StoreError):
    """The store has no source of this URL, path or local name."""


class QueryError(OsceKgError):
    """A query cannot be answered."""


class QuerySyntaxError(QueryError):
    """A query cannot be read; `line` and `column` count from 1, None where they are not known."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        where = "" if line is None else f"line {line}, column {column}: "
        super().__init__(where + message)
        self.line, self.column = line, column


class QueryRefusedError(QueryError):
    """A query asks for what is not served: an update, SERVICE, or FROM."""


class QueryTimeoutError(QueryError):
    """A query took longer than it was given."""


class ThresholdError(OsceKgError, ValueError):
    """What was given is no confidence."""


class ExportFormatError(OsceKgError):
    """A file's suffix, or a format that was named, is none that can be written."""


class RemoteError(OsceKgError):
    """Another engine cannot be reached, or refuses what it is asked."""
