"""What callers pass: what was meant, or an error that says so in words."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from .queries.search import KINDS
from .queries.terms import ParameterError

__all__ = ["as_day", "as_kinds", "as_path", "as_text"]


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


def as_kinds(kinds: str | Sequence[str]) -> Sequence[str]:
    """The kinds of things that were passed, one or several; raises ParameterError for an unknown one."""
    several = (kinds,) if isinstance(kinds, str) else kinds
    for kind in several:
        if kind not in KINDS:
            raise ParameterError(f"there is no kind {kind!r}; there are {', '.join(KINDS)}")
    return several


def _wrong(value: object, what: str, meant: str) -> TypeError:
    found = "None" if value is None else f"{type(value).__name__} ({value!r:.40})"
    return TypeError(f"{what} must be {meant}, not {found}")
