"""Reads the tables of words of this room: tab-separated, UTF-8, one header row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ..ontology.errors import OsceKgError

__all__ = ["TableError", "read_rows", "word_set"]


class TableError(OsceKgError):
    """A table of words cannot be used as it stands: the message names the table and the line."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, which white space parts."""
    return frozenset(text.split())


@cache
def read_rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a table, each as column name to cell; raises TableError for a row of another width."""
    text = (files(__package__) / "tables" / f"{name}.tsv").read_text(encoding="utf-8")
    header, *lines = text.splitlines()
    columns = header.split("\t")
    rows = []
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise TableError(f"{name}.tsv, line {number}: {len(cells)} cells, not {len(columns)}")
        rows.append(MappingProxyType(dict(zip(columns, cells, strict=True))))
    return tuple(rows)
