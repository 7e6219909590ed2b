"""Reference facts to look up: what OSCE texts name, what it was called, who held which post, and when.

>>> from datetime import date
>>> known = reference()
>>> known.resolve("Strategic Police Matters Unit").id
'spmu'
>>> known.label_of(known.get(EntityKind.FIELD_OPERATION, "mission-serbia").entity, on=date(2004, 5, 1))
'OSCE Mission to Serbia and Montenegro'
>>> [c.holder.person for c in known.holders("chairperson-in-office", on=date(2006, 11, 24))]
['Karel De Gucht']
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Final

from .entities import ReferenceEntity, build_entities
from .errors import ReferenceDataError
from .facts import Entity, EntityKind
from .index import Index
from .names import DatedName, NameKind, loose_key, name_key
from .navigation import NavigationNode, read_navigation
from .office_holders import (
    HolderCandidate,
    OfficeHolder,
    Person,
    Terms,
    canonical_post,
    gather_people,
    read_holders,
)
from .tables import COLUMNS, Row, read_table
from .withholding import chosen_rows, without_rows

__all__ = [
    "Candidate",
    "DatedName",
    "HolderCandidate",
    "NameKind",
    "NavigationNode",
    "OfficeHolder",
    "Person",
    "Reference",
    "ReferenceEntity",
    "Row",
    "canonical_post",
    "load_reference",
    "reference",
]

_MORTAL: Final = frozenset({EntityKind.BODY, EntityKind.FIELD_OPERATION})
_ORDER: Final = {kind: place for place, kind in enumerate(EntityKind)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name can mean.

    reason    for a person to read
    valid_on  whether the name was used, and the entity there, on the day; True where no day was asked for
    """

    entity: Entity
    name: DatedName
    reason: str
    valid_on: bool


class Reference:
    """The reference tables, read once; look-ups take a date because names and posts change.

    collisions  aliases that need a date or context, to the entities of the tables that they can mean: to one
                where they also mean something outside the tables, such as a people, a surname or a word
    digest      "sha256:..." of all tables
    """

    def __init__(self, tables: Mapping[str, tuple[Row, ...]], digest: str) -> None:
        index = Index(tables)
        self.digest: str = digest
        self._tables = tables
        self._entities: dict[tuple[EntityKind, str], ReferenceEntity] = {
            (known.entity.kind, known.entity.id or ""): known for known in build_entities(tables, index)
        }
        self.office_holders: tuple[OfficeHolder, ...] = tuple(
            read_holders(tables["office_holders"], index, self._entities)
        )
        self._terms = Terms(self.office_holders)
        self._read_collisions(tables["alias_collisions"])
        self._navigation_rows = tables["navigation"]
        self._by_name: dict[str, list[tuple[DatedName, Entity]]] = {}
        for name, entity in self.names():
            self._by_name.setdefault(name_key(name.text), []).append((name, entity))

    def sampled_rows(self, *tables: str) -> frozenset[tuple[str, str]]:
        """A fixed fifth of the rows of some tables, as (table, id), the same each time.

        >>> ("places", "ohrid") in reference().sampled_rows("places", "external_orgs")
        False
        """
        return chosen_rows(self._tables, tables)

    def without(self, rows: Collection[tuple[str, str]]) -> Reference:
        """The reference as if it had never had these rows, given as (table, id).

        >>> less = reference().without({("external_orgs", "unodc")})
        >>> less.resolve("UNODC"), less.digest == reference().digest
        (None, False)
        """
        left_out = hashlib.sha256("\0".join(sorted(f"{table}:{local}" for table, local in rows)).encode())
        digest = f"{self.digest} without {left_out.hexdigest()[:16]}"
        return Reference(without_rows(self._tables, rows), digest)

    def _read_collisions(self, rows: tuple[Row, ...]) -> None:
        found: dict[str, tuple[Entity, ...]] = {}
        for row in rows:
            meant: list[Entity] = []
            for value in row.values("entities"):
                table, _, local = value.partition(":")
                entity = self._row_entities.get((table, local.replace("_", "-")))
                if entity is None:
                    raise row.trouble("entities", f"no row {value!r}")
                meant.append(entity)
            distinct = tuple(dict.fromkeys(meant))
            if len(distinct) > 1 or len(meant) == 1:
                found[row["alias"]] = distinct
        self.collisions: Mapping[str, tuple[Entity, ...]] = MappingProxyType(found)
        self._collision_keys = frozenset(map(name_key, found))

    @cached_property
    def _row_entities(self) -> dict[tuple[str, str], Entity]:
        return {
            (row.table, row.local): known.entity for known in self._entities.values() for row in known.rows
        }

    def entities(self, kind: EntityKind | None = None) -> Iterator[ReferenceEntity]:
        """All entities, or those of one kind, in the order of their tables."""
        return (known for known in self._entities.values() if kind is None or known.entity.kind is kind)

    def get(self, kind: EntityKind, id: str) -> ReferenceEntity:  # noqa: A002 - the tables' own word
        """The entity of this kind and id (`_` counts as `-`, in any case); raises KeyError for none."""
        local = id.replace("_", "-")
        return self._entities[kind, local.upper() if kind is EntityKind.STATE else local.lower()]

    def of(self, entity: Entity) -> ReferenceEntity | None:
        """What reference knows of an entity, None where it knows nothing."""
        return self._entities.get((entity.kind, entity.id)) if entity.id else None

    @property
    def fields(self) -> tuple[ReferenceEntity, ...]:
        """The fields of work."""
        return tuple(self.entities(EntityKind.FIELD))

    @property
    def events(self) -> tuple[ReferenceEntity, ...]:
        """The events, series of meetings and processes."""
        return tuple(self.entities(EntityKind.EVENT))

    @property
    def documents(self) -> tuple[ReferenceEntity, ...]:
        """The documents, treaties and agreements."""
        return tuple(self.entities(EntityKind.DOCUMENT))

    @cached_property
    def navigation(self) -> tuple[NavigationNode, ...]:
        """The site's navigation as the tables know it, nested; raises ReferenceDataError."""
        return read_navigation(self._navigation_rows, self._row_entities)

    def in_navigation(self, label: str) -> tuple[NavigationNode, ...]:
        """The nodes of the navigation that bear this label, in this or another capture of the site.

        >>> [node.entity.id for node in reference().in_navigation("Gender Equality Conferences")]
        ['series-gender']
        """
        return self._navigation_labels.get(name_key(label), ())

    @cached_property
    def _navigation_labels(self) -> Mapping[str, tuple[NavigationNode, ...]]:
        found: dict[str, tuple[NavigationNode, ...]] = {}
        for node in chain.from_iterable(top.walk() for top in self.navigation):
            for key in dict.fromkeys(name_key(label) for label in (node.label, *node.variants)):
                found[key] = (*found.get(key, ()), node)
        return found

    def names(self) -> Iterator[tuple[DatedName, Entity]]:
        """Every name with its entity, for a gazetteer; what only the collisions table has comes last."""
        for known in self._entities.values():
            for name in known.names:
                yield name, known.entity
        for alias, meant in self.collisions.items():
            for entity in meant:
                known = self._entities[entity.kind, entity.id or ""]
                if all(name.text != alias for name in known.names):
                    yield DatedName(alias, NameKind.ALIAS), entity

    @cached_property
    def _by_loose_name(self) -> dict[str, list[tuple[DatedName, Entity]]]:
        loose: dict[str, list[tuple[DatedName, Entity]]] = {}
        for found in self._by_name.values():
            for name, entity in found:
                loose.setdefault(loose_key(name.text), []).append((name, entity))
        return loose

    def _named(self, name: str) -> tuple[list[tuple[DatedName, Entity]], str]:
        key = name_key(name)
        bare = key.removeprefix("the ")
        for found, how in (
            (self._by_name.get(key), ""),
            (self._by_name.get(bare), ""),
            (self._by_loose_name.get(loose_key(bare)), ", spelt otherwise"),
        ):
            if found:
                return found, how
        return [], ""

    def find(
        self, name: str, on: date | None = None, kinds: frozenset[EntityKind] | set[EntityKind] | None = None
    ) -> tuple[Candidate, ...]:
        """The entities that a name can mean, those that it could mean on the day first; none is chosen here.

        Case, kinds of apostrophe, dash and space do not count, nor does a "the" in front; where that finds
        nothing, diacritics and hyphens do not count either.

        >>> [c.entity.id for c in reference().find("Yugoslavia", on=date(2001, 5, 1))]
        ['FRY', 'YU']
        """
        found, how = self._named(name)
        best: dict[Entity, Candidate] = {}
        for dated, entity in found:
            if kinds is not None and entity.kind not in kinds:
                continue
            valid = on is None or (dated.valid.may_contain(on) and self._exists(entity, on))
            previous = best.get(entity)
            if previous is None or (valid and not previous.valid_on):
                best[entity] = Candidate(
                    entity, dated, self._reason(dated, how, len(found), valid, on), valid
                )
        return tuple(
            sorted(best.values(), key=lambda c: (not c.valid_on, _ORDER[c.entity.kind], c.entity.id or ""))
        )

    def resolve(
        self, name: str, on: date | None = None, kinds: frozenset[EntityKind] | set[EntityKind] | None = None
    ) -> Entity | None:
        """The one entity that a name means (on the day), None where there is none or more than one."""
        found = self.find(name, on, kinds)
        valid = [c for c in found if c.valid_on] or found
        return valid[0].entity if len(valid) == 1 else None

    def _exists(self, entity: Entity, on: date) -> bool:
        known = self._entities[entity.kind, entity.id or ""]
        mortal = entity.kind in _MORTAL or known.table == "historical_states"
        return not mortal or known.when.may_contain(on)

    def _reason(self, name: DatedName, how: str, found: int, valid: bool, on: date | None) -> str:
        words = f"{name.kind} {name.text!r}{how}"
        if name.valid:
            words += f", used {name.valid}"
        if not valid:
            words += f", not on {on}"
        if found > 1 or name_key(name.text) in self._collision_keys:
            words += ", ambiguous"
        return words

    def label_of(self, entity: Entity, on: date | None = None) -> str:
        """What an entity is called on a day, else today: its dated label or former name, else its label."""
        known = self.of(entity)
        if known is None:
            return entity.name
        if on is not None:
            for name in known.names:
                if (
                    name.kind in (NameKind.LABEL, NameKind.FORMER)
                    and name.valid
                    and name.valid.may_contain(on)
                ):
                    return name.text
        return known.label

    def holders(self, post_or_org_id: str, on: date, title: str | None = None) -> tuple[HolderCandidate, ...]:
        """Who held, or may have held, a post on a day, with reasons: all of them, the certain first.

        Args:
            post_or_org_id: a post ("chairperson-in-office") or the id of its body or field operation.
            on: the day.
            title: with an id, the post there ("head of mission"); else all its posts.
        """
        posts = self._terms.posts(post_or_org_id, title)
        return self._terms.on((post for post in posts if self._exists(post[1], on)), on)

    def holder(self, post_or_org_id: str, on: date, title: str | None = None) -> HolderCandidate | None:
        """The one certain, else the one likely holder of a post on a day, None where that leaves several.

        >>> reference().holder("secretary-general", date(2006, 11, 24)).holder.person
        'Marc Perrin de Brichambaut'
        """
        found = self.holders(post_or_org_id, on, title)
        best = [c for c in found if c.certain] or [c for c in found if c.likely]
        return best[0] if len(best) == 1 else None

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """The people who held posts, by name: all rows of one name are one person."""
        return MappingProxyType(gather_people(self.office_holders))

    @cached_property
    def _people_keys(self) -> dict[str, str | None]:
        keys: dict[str, str | None] = {}
        for person in self.people.values():
            for name in (person.name, *person.aliases):
                for key in {loose_key(name), loose_key(_without_initials(name))}:
                    keys[key] = person.name if keys.get(key, person.name) == person.name else None
        return keys

    def person_named(self, name: str) -> str | None:
        """Reference's form of a person's name; middle initials, diacritics and case do not count.

        >>> reference().person_named("Jan Kubis"), reference().person_named("Kubis")
        ('Ján Kubiš', None)
        """
        key = self._people_keys.get(loose_key(name))
        return key or self._people_keys.get(loose_key(_without_initials(name)))

    def people_surnamed(self, surname: str) -> tuple[Person, ...]:
        """The people whose name, or an alias, ends with these words.

        >>> [person.name for person in reference().people_surnamed("de Gucht")]
        ['Karel De Gucht']
        """
        words = [loose_key(word) for word in surname.split()]
        return tuple(
            person
            for person in self.people.values()
            if any(
                [loose_key(word) for word in name.split()][-len(words) :] == words
                for name in (person.name, *person.aliases)
            )
        )


def _without_initials(name: str) -> str:
    return " ".join(word for word in name.split() if len(word.rstrip(".")) > 1)


def load_reference(folder: Traversable | Path) -> Reference:
    """Reads the tables of a folder; raises ReferenceDataError that names table, line and column."""
    tables = {table: tuple(read_table(folder, table)) for table in COLUMNS}
    digest = hashlib.sha256()
    for table in sorted(COLUMNS):
        digest.update(f"{table}\0".encode() + (folder / f"{table}.tsv").read_bytes() + b"\0")
    known = Reference(tables, f"sha256:{digest.hexdigest()}")
    repeated = _repeated(chain.from_iterable(tables.values()))
    if repeated is not None:
        raise repeated
    return known


def _repeated(rows: Iterator[Row]) -> ReferenceDataError | None:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if row.table not in ("navigation", "fields_of_work_aliases") and (row.table, row.id) in seen:
            return row.trouble(next(iter(row.cells)), "stands twice")
        seen.add((row.table, row.id))
    return None


@cache
def reference() -> Reference:
    """The reference that comes with osce-kg, read once."""
    return load_reference(files(__package__) / "reference")
