"""Reading the reference tables: tab-separated rows that name themselves when something in them is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Final

from .dates import DateError, Interval, PartialDate
from .errors import ReferenceDataError

__all__ = ["COLUMNS", "CONFIDENCE", "Row", "read_table", "split_values"]

CONFIDENCE: Final[Mapping[str, float]] = MappingProxyType({"high": 0.95, "medium": 0.8})

_SOURCED: Final = "source confidence"
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        table: tuple(columns.split())
        for table, columns in {
            "participating_states": "id site_label site_label_variants short_name official_name iso2 iso3 "
            "capital admission_date demonyms alt_names dated_alt_names predecessor wikidata_qid geonames_id "
            f"{_SOURCED} notes",
            "historical_states": "id short_name official_name aliases osce_from osce_to existed_from "
            f"existed_to continued_by successors {_SOURCED} notes",
            "partners": "id group short_name official_name iso2 iso3 capital demonyms alt_names since until "
            f"wikidata_qid geonames_id site_nav_group {_SOURCED} notes",
            "field_operations": "id name names_over_time aliases type status seat_city host_state "
            "mandate_start mandate_end closed predecessor_id successor_id part_of_id site_nav_label region "
            f"short_label {_SOURCED} notes",
            "institutions": "id name former_names acronyms aliases kind parent_id seat established ended "
            f"predecessor_id successor_id site_nav_label name_de name_fr {_SOURCED} notes",
            "office_holders": "id person aliases country post org_id start end about_start about_end seen "
            f"{_SOURCED} notes",
            "events": "id name acronym aliases kind number start end city host_state chairing_state "
            f"document_ids site_nav_label {_SOURCED} notes",
            "fields_of_work": "id label_en dimension old_labels label_fr label_de label_it label_ru label_es "
            f"{_SOURCED} notes",
            "fields_of_work_aliases": f"label field_id status {_SOURCED}",
            "external_orgs": f"id name acronym aliases kind parent_id seat {_SOURCED}",
            "places": "id name aliases kind country iso2 geonames_id lat lon neutral_wording "
            f"{_SOURCED} notes",
            "alias_collisions": "alias entities",
            "navigation": "depth label variants entity",
        }.items()
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with its line number in the file (the header is line 1)."""

    table: str
    number: int
    cells: Mapping[str, str]

    @property
    def id(self) -> str:
        """The row's id, else the text of its first column."""
        return self.cells.get("id") or next(iter(self.cells.values()), "")

    @property
    def local(self) -> str:
        """The id as IRIs and entities have it: with `-` for `_`."""
        return self.id.replace("_", "-")

    @property
    def confidence(self) -> float:
        """The confidence that the row's word stands for; raises ReferenceDataError for an unknown word."""
        word = self.cells.get("confidence", "high")
        if word not in CONFIDENCE:
            raise self.trouble("confidence", f"{word!r} is none of {', '.join(CONFIDENCE)}")
        return CONFIDENCE[word]

    @property
    def source(self) -> str:
        """Where the row's facts come from."""
        return self.cells.get("source", "")

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def values(self, column: str, separator: str = "|") -> tuple[str, ...]:
        """The values that a cell joins."""
        return split_values(self.cells[column], separator)

    def date(self, column: str) -> PartialDate | None:
        """The date in a cell, None where it is empty; raises ReferenceDataError for anything else."""
        return self._date(column, self.cells[column]) if self.cells[column] else None

    def dates(self, column: str) -> tuple[PartialDate, ...]:
        """The dates that a cell joins; raises ReferenceDataError for anything else."""
        return tuple(self._date(column, text) for text in self.values(column))

    def _date(self, column: str, text: str) -> PartialDate:
        try:
            return PartialDate.parse(text)
        except DateError as error:
            raise self.trouble(column, str(error)) from error

    def interval(self, first: str, last: str) -> Interval:
        """The interval between two cells; raises ReferenceDataError when it ends before it begins."""
        start, end = self.date(first), self.date(last)
        if start is not None and end is not None and end.latest < start.earliest:
            raise self.trouble(last, f"ends ({end}) before it begins ({start})")
        return Interval(start, end)

    def trouble(self, column: str, what: str) -> ReferenceDataError:
        """The error that says what is wrong in this cell."""
        return ReferenceDataError(
            f"{self.table}.tsv, line {self.number} ({self.id}), column {column}: {what}"
        )


def split_values(cell: str, separator: str = "|") -> tuple[str, ...]:
    """The trimmed, non-empty values of a cell.

    >>> split_values("Peć| Pec |")
    ('Peć', 'Pec')
    """
    return tuple(value for part in cell.split(separator) if (value := part.strip()))


def read_table(folder: Traversable | Path, table: str) -> Iterator[Row]:
    """Reads a table of the folder; raises ReferenceDataError for a missing file or column, or a torn row."""
    try:
        text = (folder / f"{table}.tsv").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{table}.tsv cannot be read: {error}") from error
    lines = text.split("\n")
    header = lines[0].rstrip("\r").split("\t")
    missing = [column for column in COLUMNS[table] if column not in header]
    if missing:
        raise ReferenceDataError(f"{table}.tsv, line 1, column {missing[0]}: missing from the header row")
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) != len(header):
            column = header[min(len(cells), len(header)) - 1]
            what = f"{len(cells)} cells where the header has {len(header)}"
            raise ReferenceDataError(f"{table}.tsv, line {number} ({cells[0]}), column {column}: {what}")
        yield Row(table, number, MappingProxyType(dict(zip(header, map(str.strip, cells), strict=True))))
