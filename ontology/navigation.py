"""The site's navigation as reference knows it: labels, how they nest, and what each means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .facts import Entity
from .tables import Row

__all__ = ["NavigationNode", "read_navigation"]


@dataclass(frozen=True, slots=True)
class NavigationNode:
    """A label of the navigation with what stands below it.

    variants  other forms of the label in other captures of the site
    entities  what the label means: none for a mere heading, several where it gathers series of meetings
    """

    label: str
    variants: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()
    narrower: tuple[NavigationNode, ...] = ()

    @property
    def entity(self) -> Entity | None:
        """The one entity that the label means, None where there is none or more than one."""
        return self.entities[0] if len(self.entities) == 1 else None

    def walk(self) -> Iterator[NavigationNode]:
        """This node and all below it, from the top down."""
        yield self
        for node in self.narrower:
            yield from node.walk()


def read_navigation(
    rows: Sequence[Row], entities: Mapping[tuple[str, str], Entity]
) -> tuple[NavigationNode, ...]:
    """Nests the rows by depth; raises ReferenceDataError for an unknown entity or a skipped level."""
    nodes, rest = _below(list(rows), 0, 0, entities)
    if rest < len(rows):
        raise rows[rest].trouble("depth", "skips a level")
    return nodes


def _below(
    rows: Sequence[Row], start: int, depth: int, entities: Mapping[tuple[str, str], Entity]
) -> tuple[tuple[NavigationNode, ...], int]:
    nodes: list[NavigationNode] = []
    at = start
    while at < len(rows) and _depth(rows[at]) == depth:
        row = rows[at]
        narrower, at = _below(rows, at + 1, depth + 1, entities)
        nodes.append(
            NavigationNode(row["label"], row.values("variants"), tuple(_meant(row, entities)), narrower)
        )
    return tuple(nodes), at


def _depth(row: Row) -> int:
    if not row["depth"].isdigit():
        raise row.trouble("depth", f"no number: {row['depth']!r}")
    return int(row["depth"])


def _meant(row: Row, entities: Mapping[tuple[str, str], Entity]) -> Iterator[Entity]:
    for value in row.values("entity"):
        table, _, local = value.partition(":")
        entity = entities.get((table, local.replace("_", "-")))
        if entity is None:
            raise row.trouble("entity", f"no row {value!r}")
        yield entity
