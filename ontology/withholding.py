"""The reference tables without some of their rows: what is read where less is known."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from .names import name_key, without_remark
from .tables import Row

__all__ = ["chosen_rows", "without_rows"]

RowId = tuple[str, str]

_PLACES_NAMED: Final = {
    "participating_states": ("capital",),
    "partners": ("capital",),
    "institutions": ("seat",),
    "field_operations": ("seat_city", "host_state"),
    "external_orgs": ("seat",),
    "events": ("city", "host_state"),
}
_PARENTS: Final = {"external_orgs": "parent_id", "institutions": "parent_id"}
_POINTERS: Final = {"alias_collisions": "entities", "navigation": "entity"}


def chosen_rows(
    tables: Mapping[str, Collection[Row]], names: Iterable[str], *, one_of: int = 5
) -> frozenset[RowId]:
    """A fixed share of the rows of some tables, as (table, id): those whose id's hash divides by `one_of`."""
    return frozenset(
        (row.table, row.id) for name in names for row in tables[name] if _number(row) % one_of == 0
    )


def _number(row: Row) -> int:
    return int.from_bytes(hashlib.sha256(f"{row.table}:{row.id}".encode()).digest()[:4], "big")


def without_rows(
    tables: Mapping[str, tuple[Row, ...]], hidden: Collection[RowId]
) -> Mapping[str, tuple[Row, ...]]:
    """The tables without the rows of these (table, id), and without what other rows say of those."""
    kept = {name: tuple(row for row in rows if (name, row.id) not in hidden) for name, rows in tables.items()}
    gone = _place_names(row for row in tables["places"] if ("places", row.id) in hidden)
    gone -= _place_names(kept["places"])
    for name, columns in _PLACES_NAMED.items():
        kept[name] = tuple(
            _emptied(row, (c for c in columns if name_key(row[c]) in gone)) for row in kept[name]
        )
    for name, column in _PARENTS.items():
        lost = {one for table, one in hidden if table == "external_orgs"}
        kept[name] = tuple(_emptied(row, (column,) if row[column] in lost else ()) for row in kept[name])
    pointed = {f"{table}:{local}".replace("_", "-") for table, local in hidden}
    for name, column in _POINTERS.items():
        kept[name] = tuple(_pruned(row, column, pointed) for row in kept[name])
    kept["alias_collisions"] = tuple(row for row in kept["alias_collisions"] if row["entities"])
    return MappingProxyType(kept)


def _place_names(rows: Iterable[Row]) -> set[str]:
    names = (name for row in rows for name in (row["name"], *row.values("aliases")))
    return {name_key(form) for name in names for form in (name, without_remark(name)[0])}


def _emptied(row: Row, columns: Iterable[str]) -> Row:
    empty = dict.fromkeys(columns, "")
    return replace(row, cells=MappingProxyType({**row.cells, **empty})) if empty else row


def _pruned(row: Row, column: str, pointed: Collection[str]) -> Row:
    values = row.values(column)
    left = [value for value in values if value.replace("_", "-") not in pointed]
    if len(left) == len(values):
        return row
    return replace(row, cells=MappingProxyType({**row.cells, column: "|".join(left)}))
