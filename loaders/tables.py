"""Reads the tables of words: tab-separated, UTF-8, one header row, in a folder `tables` beside the code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from ..ontology.errors import OsceKgError

__all__ = ["TableError", "read_rows", "rows_of", "word_set"]


class TableError(OsceKgError, ValueError):
    """A table of words cannot be used as it stands: the message names the table and the line."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, which white space parts."""
    return frozenset(text.split())


@cache
def read_rows(name: str, package: str = __package__) -> tuple[Mapping[str, str], ...]:
    """The rows of `tables/NAME.tsv` of a package, each from column to cell; read once in a process.

    A cell that is missing at the end of a row is empty, and so is a line between rows no row. Raises
    FileNotFoundError where there is no such table, and TableError where a row has more cells than the header.
    """
    return rows_of(files(package) / "tables" / f"{name}.tsv")


def rows_of(source: Traversable, columns: tuple[str, ...] = ()) -> tuple[Mapping[str, str], ...]:
    """The rows of a table that lies anywhere; raises TableError where its columns are not those given."""
    header, *lines = (line.split("\t") for line in source.read_text(encoding="utf-8").splitlines() or [""])
    if columns and tuple(header) != columns:
        raise TableError(f"{source}: its columns are {' '.join(header)}, not {' '.join(columns)}")
    rows = []
    for number, cells in enumerate(lines, start=2):
        if len(cells) > len(header):
            raise TableError(f"{source.name}, line {number}: {len(cells)} cells under {len(header)} columns")
        if any(cells):
            filled = [*cells, *[""] * (len(header) - len(cells))]
            rows.append(MappingProxyType(dict(zip(header, filled, strict=True))))
    return tuple(rows)
