"""The word lists that the rules read: tab-separated tables with a header row, in `tables/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..tables import TableError, read_rows

__all__ = ["TableError", "endings", "read_table", "words"]


def read_table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `tables/NAME.tsv`, as `read_rows` gives them.

    >>> read_table("abbreviations")[0]["abbreviation"]
    'Mr'
    """
    return read_rows(name, __package__)


@cache
def words(name: str, column: str | None = None, **having: str) -> frozenset[str]:
    """The cells of one column of a table (the first if none is given), of the rows that have the given cells.

    >>> "Amb" in words("abbreviations", ends="never")
    True
    """
    rows = read_table(name)
    chosen = (row for row in rows if all(row[key] == value for key, value in having.items()))
    return frozenset(row[column or next(iter(row))] for row in chosen) - {""}


def endings(name: str, **having: str) -> tuple[str, ...]:
    """The words of a table as `str.endswith` takes them.

    >>> endings("post_words", kind="ending of a coming term")
    ('-designate', '-elect')
    """
    return tuple(sorted(words(name, **having)))
