"""The entities of the reference tables: rows with their names in time, their dates and what they point to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from typing import Final

from .dates import DateError, Interval
from .facts import Entity
from .index import CHAIR_SUFFIX, DOCUMENTS, Index, Tables, entity_of, state_label
from .names import DatedName, NameKind, dated_names, is_acronym, name_key, without_remark
from .tables import Row

__all__ = ["ReferenceEntity", "build_entities"]

_LANGUAGES: Final = ("fr", "de", "it", "ru", "es")


@dataclass(frozen=True, slots=True)
class ReferenceEntity:
    """All that reference knows of one entity.

    names        the label first; a name may stand several times with different times
    rows         the table rows behind it: one, but two for a Partner that became a participating State
    when         admission, mandate, establishment to end, first to last day of an event, day of a document
    partnership  the time as Partner for Co-operation
    links        what its columns point to: parent, seat, host_state, predecessor, successor, part_of,
                 continued_by, capital, country, place, chairing_state, document
    confidence   0.95 for rows of high, 0.8 for rows of medium confidence
    """

    entity: Entity
    label: str
    short_label: str
    names: tuple[DatedName, ...]
    rows: tuple[Row, ...]
    when: Interval = Interval()
    partnership: Interval | None = None
    links: Mapping[str, tuple[Entity, ...]] = field(default_factory=dict)

    @property
    def row(self) -> Mapping[str, str]:
        """The cells of the (first) row."""
        return self.rows[0].cells

    @property
    def table(self) -> str:
        """The table of the (first) row."""
        return self.rows[0].table

    @property
    def confidence(self) -> float:
        """How sure the row is."""
        return self.rows[0].confidence

    @property
    def source(self) -> str:
        """Where the row's facts come from."""
        return self.rows[0].source

    @property
    def subkind(self) -> str:
        """The row's own word for what it is ("secretariat unit", "treaty", "city"); empty for States."""
        return self.row.get("kind") or self.row.get("type") or ""

    def linked(self, relation: str) -> Entity | None:
        """The one entity that a relation points to, the first where there are several."""
        return next(iter(self.links.get(relation, ())), None)


def _plain(texts: Iterable[str], kind: NameKind, language: str = "en") -> Iterator[DatedName]:
    for text in texts:
        if kind is NameKind.ACRONYM or (kind is NameKind.ALIAS and is_acronym(text)):
            yield DatedName(text, NameKind.ACRONYM, language="" if text.isascii() else _script(text))
        else:
            yield DatedName(text, kind, language=language)


def _script(text: str) -> str:
    return "ru" if any("Ѐ" <= c <= "ӿ" for c in text) else ""


def _dated(row: Row, column: str) -> Iterator[tuple[str, Interval]]:
    try:
        yield from dated_names(row[column])
    except DateError as error:
        raise row.trouble(column, str(error)) from error


def _unique(names: Iterable[DatedName]) -> tuple[DatedName, ...]:
    """Each text once for each meaning: an alias that is also a label, former name or acronym is no news."""
    kept: list[DatedName] = []
    seen: dict[str, set[NameKind]] = {}
    for name in names:
        kinds = seen.setdefault(name.text, set())
        if name.kind is NameKind.DEMONYM or name.kind is NameKind.TRANSLATION:
            news = name.kind not in kinds or name not in kept
        else:
            news = not kinds - {NameKind.DEMONYM, NameKind.TRANSLATION} or (
                bool(name.valid) and name not in kept
            )
        if news:
            kinds.add(name.kind)
            kept.append(name)
    return tuple(kept)


Links = dict[str, tuple[Entity, ...]]


def _entity(
    row: Row,
    names: Iterable[DatedName],
    *,
    short: str = "",
    when: Interval = Interval(),
    partnership: Interval | None = None,
    links: Mapping[str, Iterable[Entity]] | None = None,
) -> ReferenceEntity:
    entity = entity_of(row)
    row.confidence  # noqa: B018 - a table with an unknown word of confidence is refused here
    unique = _unique(chain([DatedName(entity.name, NameKind.LABEL)] if entity.name else [], names))
    if any(n.kind is NameKind.LABEL and n.valid for n in unique):
        unique = tuple(n for n in unique if n.kind is not NameKind.LABEL or n.valid)
    pointed: Links = {name: found for name, ends in (links or {}).items() if (found := tuple(ends))}
    return ReferenceEntity(
        entity,
        entity.name,
        short or entity.name,
        unique,
        (row,),
        when,
        partnership,
        MappingProxyType(pointed),
    )


def _state(row: Row, index: Index) -> ReferenceEntity:
    dated: list[DatedName] = []
    if "dated_alt_names" in row.cells:
        for text, valid in _dated(row, "dated_alt_names"):
            name = without_remark(text)[0]
            if name_key(name) in index.historical:
                continue
            remark = text[len(name) :].strip(" ()")
            kind = NameKind.ALIAS if state_label(row) in name else NameKind.FORMER
            dated.append(DatedName(name, kind, valid))
            if remark:
                dated.append(DatedName(remark, NameKind.ALIAS, valid))
    alternatives: list[DatedName] = []
    for cell in row.values("alt_names"):
        for text, valid in dated_names(cell):
            alternatives += (replace(name, valid=valid) for name in _plain([text], NameKind.ALIAS))
    variants = [v for v in row.values("site_label_variants") if CHAIR_SUFFIX not in v] if _site(row) else []
    names = chain(
        dated,
        _plain([row["short_name"], row["official_name"], *variants], NameKind.ALIAS),
        alternatives,
        _plain(row.values("demonyms"), NameKind.DEMONYM),
    )
    partner = row.table == "partners"
    links = {"capital": index.place(row, "capital", row["iso2"])}
    if not partner:
        links["predecessor"] = index.states(row, "predecessor")
    when = Interval() if partner else Interval(row.date("admission_date"))
    partnership = row.interval("since", "until") if partner else None
    return _entity(row, names, short=row["short_name"], when=when, partnership=partnership, links=links)


def _site(row: Row) -> bool:
    return "site_label_variants" in row.cells


def _historical(row: Row, index: Index) -> ReferenceEntity:
    row.interval("osce_from", "osce_to")
    names = _plain([row["official_name"], *row.values("aliases")], NameKind.ALIAS)
    links = {
        "continued_by": index.states(row, "continued_by"),
        "successor": index.states(row, "successors"),
    }
    return _entity(row, names, when=row.interval("existed_from", "existed_to"), links=links)


def _institution(row: Row, index: Index, series_labels: frozenset[str]) -> ReferenceEntity:
    former = [without_remark(text) for text in row.values("former_names", ";")]
    site = row["site_nav_label"]
    names = chain(
        (DatedName(text, NameKind.FORMER, valid) for text, valid in former),
        _plain(row.values("acronyms"), NameKind.ACRONYM),
        _plain(row.values("aliases"), NameKind.ALIAS),
        _plain([site] if site and site not in series_labels else [], NameKind.ALIAS),
        _plain(row.values("name_de", ";"), NameKind.TRANSLATION, "de"),
        _plain(row.values("name_fr", ";"), NameKind.TRANSLATION, "fr"),
    )
    here = ("institutions", "field_operations")
    links = {
        "parent": index.by_id(row, "parent_id", here),
        "seat": index.place(row, "seat"),
        "predecessor": index.by_id(row, "predecessor_id", here),
        "successor": index.by_id(row, "successor_id", here),
    }
    short = next(iter(row.values("acronyms")), "") or row["name"].removeprefix("OSCE ")
    return _entity(row, names, short=short, when=row.interval("established", "ended"), links=links)


def _field_operation(row: Row, index: Index) -> ReferenceEntity:
    timed = [
        DatedName(text, NameKind.LABEL if text == row["name"] else NameKind.FORMER, valid)
        for text, valid in _dated(row, "names_over_time")
    ]
    site = row["site_nav_label"]
    nested = "Closed field activities"
    names = chain(
        timed, _plain([*row.values("aliases"), *([site] if site and site != nested else [])], NameKind.ALIAS)
    )
    host = tuple(index.territories(row, "host_state"))
    country = host[0].id if host else None
    links: dict[str, Iterable[Entity]] = {
        "host_state": host,
        "seat": index.place(row, "seat_city", country),
        **{
            name: index.by_id(row, f"{name}_id", ("field_operations",))
            for name in ("predecessor", "successor", "part_of")
        },
    }
    when = Interval(row.date("mandate_start"), row.date("closed") or row.date("mandate_end"))
    row.interval("mandate_start", "mandate_end")
    return _entity(row, names, short=row["short_label"], when=when, links=links)


def _organization(row: Row, index: Index) -> ReferenceEntity:
    names = chain(
        _plain(row.values("acronym"), NameKind.ACRONYM), _plain(row.values("aliases"), NameKind.ALIAS)
    )
    links = {
        "parent": index.by_id(row, "parent_id", ("external_orgs", "institutions")),
        "seat": index.place(row, "seat", must=False),
    }
    return _entity(row, names, short=next(iter(row.values("acronym")), ""), links=links)


def _place(row: Row, index: Index) -> ReferenceEntity:
    for column in ("lat", "lon"):
        try:
            float(row[column] or 0)
        except ValueError as error:
            raise row.trouble(column, f"no number: {row[column]!r}") from error
    return _entity(
        row, _plain(row.values("aliases"), NameKind.ALIAS), links={"country": index.states(row, "country")}
    )


def _event(row: Row, index: Index) -> ReferenceEntity:
    names = chain(
        _plain(row.values("acronym"), NameKind.ACRONYM), _plain(row.values("aliases"), NameKind.ALIAS)
    )
    host = tuple(index.territories(row, "host_state"))
    links = {
        "place": index.place(row, "city", host[0].id if host else None),
        "host_state": host,
        "chairing_state": index.states(row, "chairing_state"),
        "document": index.by_id(row, "document_ids", ("events",)),
    }
    when = row.interval("start", "end")
    if row["kind"] in DOCUMENTS:
        when = Interval(when.start, when.start)
    return _entity(row, names, short=next(iter(row.values("acronym")), ""), when=when, links=links)


def _fields(tables: Tables) -> Iterator[ReferenceEntity]:
    known = {row.id for row in tables["fields_of_work"]}
    more: dict[str, list[str]] = {}
    for row in tables["fields_of_work_aliases"]:
        if row["field_id"] not in known:
            raise row.trouble("field_id", f"no row {row['field_id']!r} in fields_of_work")
        more.setdefault(row["field_id"], []).append(row["label"])
    for row in tables["fields_of_work"]:
        older = [*row.values("old_labels"), *more.get(row.id, ())]
        translations = (
            _plain([row[f"label_{code}"]], NameKind.TRANSLATION, code)
            for code in _LANGUAGES
            if row[f"label_{code}"]
        )
        yield _entity(row, chain(_plain(older, NameKind.FORMER), chain.from_iterable(translations)))


def build_entities(tables: Tables, index: Index) -> Iterator[ReferenceEntity]:
    """The entities of all tables; a Partner that became a participating State comes once, with both rows.

    Raises ReferenceDataError when a cell points nowhere or holds no date.
    """
    partners = {row["iso2"]: _state(row, index) for row in tables["partners"]}
    for row in tables["participating_states"]:
        state = _state(row, index)
        partner = partners.pop(row["iso2"], None)
        if partner is not None:
            names = _unique((*state.names, *partner.names))
            rows = (*state.rows, *partner.rows)
            state = replace(state, names=names, rows=rows, partnership=partner.partnership)
        yield state
    yield from partners.values()
    series_labels = frozenset(row["site_nav_label"] for row in tables["events"])
    site_labels = [row["site_nav_label"] for row in tables["institutions"]]
    shared = series_labels | {label for label in site_labels if site_labels.count(label) > 1}
    readers: tuple[tuple[str, Callable[[Row], ReferenceEntity]], ...] = (
        ("historical_states", lambda row: _historical(row, index)),
        ("institutions", lambda row: _institution(row, index, shared)),
        ("field_operations", lambda row: _field_operation(row, index)),
        ("external_orgs", lambda row: _organization(row, index)),
        ("places", lambda row: _place(row, index)),
        ("events", lambda row: _event(row, index)),
    )
    for table, read in readers:
        for row in tables[table]:
            yield read(row)
    yield from _fields(tables)
