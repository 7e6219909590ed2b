"""Which entity a row is, and which one a cell of another row means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from .facts import Entity, EntityKind
from .names import name_key, without_remark
from .tables import Row

__all__ = ["CHAIR_SUFFIX", "DOCUMENTS", "Index", "Tables", "entity_of", "state_label"]

Tables = Mapping[str, tuple[Row, ...]]

_STATE_TABLES: Final = ("participating_states", "historical_states", "partners")
_KINDS: Final[Mapping[str, EntityKind]] = MappingProxyType(
    {
        **dict.fromkeys(_STATE_TABLES, EntityKind.STATE),
        "institutions": EntityKind.BODY,
        "field_operations": EntityKind.FIELD_OPERATION,
        "external_orgs": EntityKind.ORGANIZATION,
        "places": EntityKind.PLACE,
        "events": EntityKind.EVENT,
        "fields_of_work": EntityKind.FIELD,
    }
)
DOCUMENTS: Final = frozenset({"document", "treaty", "agreement", "external document"})
CHAIR_SUFFIX: Final = " – OSCE Chairpersonship "


def entity_of(row: Row) -> Entity:
    """The entity of a row.

    States have their ISO 3166 code in upper case, historical ones their row's id in upper case.
    """
    kind = _KINDS[row.table]
    if kind is EntityKind.STATE:
        code = row.local.upper() if row.table == "historical_states" else row["iso2"]
        label = row["short_name"] if row.table != "participating_states" else state_label(row)
        return Entity(kind, label, code)
    if row.table == "events" and row["kind"] in DOCUMENTS:
        kind = EntityKind.DOCUMENT
    return Entity(kind, row["label_en" if kind is EntityKind.FIELD else "name"], row.local)


def state_label(row: Row) -> str:
    """The site's label of a State, without the year in which it chairs the OSCE."""
    return row["site_label"].partition(CHAIR_SUFFIX)[0]


class Index:
    """Finds the entity that a cell means: by table and id, or by the name of a State or place."""

    def __init__(self, tables: Tables) -> None:
        self._by_id: dict[tuple[str, str], Entity] = {}
        self._states: dict[str, Entity] = {}
        self._places: dict[str, list[tuple[str, Entity]]] = {}
        self.historical: set[str] = set()
        for table in _KINDS:
            for row in tables[table]:
                if (table, row.local) in self._by_id:
                    raise row.trouble("id", "stands twice")
                self._by_id[table, row.local] = entity_of(row)
        states = [row for table in _STATE_TABLES for row in tables[table]]
        for column in ("short_name", "site_label", "official_name", "aliases", "alt_names"):
            for row in states:
                for name in row.values(column) if column in row.cells else ():
                    key = name_key(name.partition("@")[0])
                    self._states.setdefault(key, self._by_id[row.table, row.local])
                    if row.table == "historical_states":
                        self.historical.add(key)
        for column in ("name", "aliases"):
            for row in tables["places"]:
                for name in row.values(column):
                    place = row["iso2"], self._by_id["places", row.local]
                    for form in {name, without_remark(name)[0]}:
                        self._places.setdefault(name_key(form), []).append(place)

    def by_id(self, row: Row, column: str, table_names: Sequence[str]) -> Iterator[Entity]:
        """The entities whose ids a cell gives, looked for table by table; raises ReferenceDataError."""
        for value in row.values(column):
            local = value.replace("_", "-")
            found = next((self._by_id[t, local] for t in table_names if (t, local) in self._by_id), None)
            if found is None:
                raise row.trouble(column, f"no row {value!r} in {' or '.join(table_names)}")
            yield found

    def states(self, row: Row, column: str) -> Iterator[Entity]:
        """The States whose names a cell gives; raises ReferenceDataError."""
        for value in row.values(column):
            state = self._states.get(name_key(value))
            if state is None:
                raise row.trouble(column, f"no State {value!r}")
            yield state

    def territories(self, row: Row, column: str) -> Iterator[Entity]:
        """The State, else the place, that a cell names; raises ReferenceDataError."""
        if row[column] and name_key(row[column]) not in self._states:
            yield from self.place(row, column)
        else:
            yield from self.states(row, column)

    def place(
        self, row: Row, column: str, country: str | None = None, *, must: bool = True
    ) -> Iterator[Entity]:
        """The place that a cell names, the country's where several bear the name.

        Raises ReferenceDataError for an unknown place, unless it need not (`must`) be one of the table.
        """
        name = row[column]
        if not name:
            return
        found = self._places.get(name_key(name), [])
        chosen = [place for iso2, place in found if iso2 == country] or [place for _, place in found]
        if chosen:
            yield chosen[0]
        elif must:
            raise row.trouble(column, f"no place {name!r}")
