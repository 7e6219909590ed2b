"""The word lists that the rules read: tab-separated tables with a header row, in `tables/`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ...ontology.errors import OsceKgError

__all__ = ["TableError", "read_table", "words"]


class TableError(OsceKgError, ValueError):
    """A table has a row that does not fit its header."""


@cache
def read_table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `tables/NAME.tsv`, each a mapping from column to cell; read once in a process.

    A cell that is missing at the end of a row is empty. Raises FileNotFoundError where there is no such
    table, and TableError where a row has more cells than the header.

    >>> read_table("abbreviations")[0]["abbreviation"]
    'Mr'
    """
    source = files(__package__).joinpath("tables", f"{name}.tsv").read_text(encoding="utf-8")
    reader = csv.reader(source.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(reader)
    rows = []
    for number, cells in enumerate(reader, start=2):
        if not any(cells):
            continue
        if len(cells) > len(header):
            raise TableError(f"{name}.tsv, line {number}: {len(cells)} cells under {len(header)} columns")
        cells += [""] * (len(header) - len(cells))
        rows.append(MappingProxyType(dict(zip(header, (cell.strip() for cell in cells), strict=True))))
    return tuple(rows)


@cache
def words(name: str, column: str | None = None, **having: str) -> frozenset[str]:
    """The cells of one column of a table (the first if none is given), of the rows that have the given cells.

    >>> "Amb" in words("abbreviations", ends="never")
    True
    """
    rows = read_table(name)
    chosen = (row for row in rows if all(row[key] == value for key, value in having.items()))
    return frozenset(row[column or next(iter(row))] for row in chosen) - {""}
