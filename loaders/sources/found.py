"""What the search for pages finds: the bytes of a page, or why it has none; and what lists say of pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from ..layout.repair_encoding import decode

__all__ = ["SOURCES", "Listed", "Refusal", "SourceFile", "is_page_name", "read_list"]

SOURCES: Final = "sources.tsv"
_NO_PAGES: Final = frozenset(
    {".tsv", ".csv", ".json", ".md", ".ttl", ".trig", ".nt", ".nq", ".py", ".rq", ".toml", ".yml"}
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A path that could not be read, and why."""

    location: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes of one page, and what is declared of it beside them.

    url        the page's address
    digest_of  the address of the release that the text is a digest of
    date       the day of the page
    title      its title
    language   ISO 639-1
    shifts     whether the location is only a number in a row, which another page has as soon as one comes in
               before it: such a page is known by its address, where it has one
    """

    location: str
    data: bytes
    url: str | None = None
    digest_of: str | None = None
    date: date | None = None
    title: str | None = None
    language: str | None = None
    shifts: bool = False

    @property
    def place(self) -> str:
        """What the page is known by from one load to the next.

        >>> SourceFile("pages.jsonl#12", b"", url="https://www.osce.org/node/1", shifts=True).place
        'https://www.osce.org/node/1'
        """
        return self.url if self.shifts and self.url else self.location


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list of sources says of one file."""

    url: str | None = None
    digest_of: str | None = None


def is_page_name(name: str) -> bool:
    """Whether a file in a folder may be a page: it is not hidden, and no table, note or data file.

    >>> is_page_name("page.html"), is_page_name("notes.md"), is_page_name(".hidden")
    (True, False, False)
    """
    return not name.startswith(".") and PurePosixPath(name).suffix.lower() not in _NO_PAGES


def read_list(data: bytes, location: str) -> Mapping[str, Listed] | Refusal:
    """What a `sources.tsv` says of the files beside it, by their names; a Refusal without a column `file`.

    >>> read_list(b"file\\turl\\na.txt\\thttps://www.osce.org/node/1\\n", "sources.tsv")
    {'a.txt': Listed(url='https://www.osce.org/node/1', digest_of=None)}
    """
    lines = decode(data).text.splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    if not rows:
        return {}
    columns = [cell.strip().lower() for cell in rows[0]]
    if "file" not in columns:
        return Refusal(location, "its first row names no column 'file' (tab-separated: file, url, digest_of)")
    listed: dict[str, Listed] = {}
    for row in rows[1:]:
        cells = {column: cell.strip() for column, cell in zip(columns, row, strict=False)}
        name = cells.get("file", "")
        if name:
            listed[name] = Listed(cells.get("url") or None, cells.get("digest_of") or None)
    return listed
