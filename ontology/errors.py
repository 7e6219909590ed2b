"""The base of all errors that a caller can act on."""

from __future__ import annotations

__all__ = ["OsceKgError", "ReferenceDataError"]


class OsceKgError(Exception):
    """The base class: everything that osce-kg raises on purpose, with a message for a person to read."""


class ReferenceDataError(OsceKgError):
    """A reference table cannot be used as it stands: the message names table, row and column."""
