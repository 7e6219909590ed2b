"""The word lists that the rules read: tab-separated tables with a header row, in `tables/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from ..tables import TableError, read_rows

__all__ = ["TableError", "endings", "phrases", "read_table", "words"]


def read_table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `tables/NAME.tsv`, as `read_rows` gives them.

    >>> read_table("abbreviations")[0]["abbreviation"]
    'Mr'
    """
    return read_rows(name, __package__)


@cache
def _by_cell(name: str, column: str) -> Mapping[str, Sequence[Mapping[str, str]]]:
    """The rows by their cell in a column: a table is asked for many kinds of words, one after the other."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for row in read_table(name):
        found.setdefault(row[column], []).append(row)
    return found


def _having(name: str, cells: Mapping[str, str]) -> Sequence[Mapping[str, str]]:
    if not cells:
        return read_table(name)
    (column, value), *others = cells.items()
    rows = _by_cell(name, column).get(value, ())
    return [row for row in rows if all(row[key] == cell for key, cell in others)] if others else rows


@cache
def phrases(name: str, **having: str) -> tuple[tuple[str, ...], ...]:
    """The first cells of a table, each as its words, of the rows that have the given cells; in their order.

    >>> phrases("speech_phrases", kind="before speaker")[0]
    ('according', 'to')
    """
    return tuple(tuple(row[next(iter(row))].split()) for row in _having(name, having))


@cache
def words(name: str, column: str | None = None, **having: str) -> frozenset[str]:
    """The cells of one column of a table (the first if none is given), of the rows that have the given cells.

    >>> "Amb" in words("abbreviations", ends="never")
    True
    """
    return frozenset(row[column or next(iter(row))] for row in _having(name, having)) - {""}


def endings(name: str, **having: str) -> tuple[str, ...]:
    """The words of a table as `str.endswith` takes them.

    >>> endings("post_words", kind="ending of a coming term")
    ('-designate', '-elect')
    """
    return tuple(sorted(words(name, **having)))
