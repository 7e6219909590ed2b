"""Reads the tables of words: tab-separated, UTF-8, one header row, in a folder `tables` beside the code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ..ontology.errors import OsceKgError

__all__ = ["TableError", "read_rows", "word_set"]


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
    text = (files(package) / "tables" / f"{name}.tsv").read_text(encoding="utf-8")
    header, *lines = (line.split("\t") for line in text.splitlines())
    rows = []
    for number, cells in enumerate(lines, start=2):
        if len(cells) > len(header):
            raise TableError(f"{name}.tsv, line {number}: {len(cells)} cells under {len(header)} columns")
        if any(cells):
            filled = [*cells, *[""] * (len(header) - len(cells))]
            rows.append(MappingProxyType(dict(zip(header, filled, strict=True))))
    return tuple(rows)
