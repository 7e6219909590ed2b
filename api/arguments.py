"""What callers pass: the type that was meant, or a TypeError that says so in words."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

__all__ = ["as_day", "as_path", "as_text"]


def as_text(value: object, what: str) -> str:
    """The text that was passed.

    >>> as_text(None, "a query")
    Traceback (most recent call last):
    TypeError: a query must be a str, not None
    """
    if isinstance(value, str):
        return value
    raise _wrong(value, what, "a str")


def as_path(value: object, what: str) -> Path:
    """The path that was passed as such, or as a text."""
    if isinstance(value, str):
        return Path(value)
    if isinstance(value, os.PathLike):
        return Path(os.fsdecode(value))
    raise _wrong(value, what, "a str or a Path")


def as_day(value: object, what: str) -> date:
    """The day that was passed."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise _wrong(value, what, "a datetime.date")


def _wrong(value: object, what: str, meant: str) -> TypeError:
    found = "None" if value is None else f"{type(value).__name__} ({value!r:.40})"
    return TypeError(f"{what} must be {meant}, not {found}")
