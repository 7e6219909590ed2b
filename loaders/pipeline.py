"""From the bytes of one page to all that it says, and from files and folders to many pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from ..ontology.facts import PageKind, Release, SourceReading
from ..ontology.reference import Reference, reference
from .doubtful_dates import strays
from .extraction import extract
from .extraction.model import Context, Part, Section
from .languages.folders import current, languages_in, reading
from .layout.known import known_of
from .layout.page import Layout, PlacedSheet, read_layout
from .layout.rows import Role
from .release import read_release, release_number, sections_of
from .sources.files import Refusal, SourceFile, find_sources
from .taxonomy import read_taxonomy

__all__ = ["Declared", "Refusal", "read_paths", "read_source"]

_PARTS: Final = {Role.TITLE: Part.TITLE, Role.CAPTION: Part.CAPTION, Role.BODY: Part.BODY}


@dataclass(frozen=True, slots=True)
class Declared:
    """What is known of a page beside its bytes; it fills what the page does not say.

    url        the page's address
    digest_of  the address of the release that the text is a digest of
    date       the day of the page
    title      its title
    language   ISO 639-1; goes before a guess
    """

    url: str | None = None
    digest_of: str | None = None
    date: date | None = None
    title: str | None = None
    language: str | None = None

    @classmethod
    def of(cls, found: SourceFile) -> Declared:
        """What was found declared beside a page."""
        return cls(found.url, found.digest_of, found.date, found.title, found.language)


def read_source(
    data: bytes,
    *,
    location: str,
    declared: Declared = Declared(),
    known: Reference | None = None,
    today: date | None = None,
    languages: Path | None = None,
) -> SourceReading:
    """All that one page says; whatever its bytes are, it gives a reading, with a reason where that is empty.

    The time that it takes grows as the length of the page does. A megabyte of ordinary text takes some three
    seconds; one in which each word is a name, a post or an occasion, or each line has only one word, may take
    ten times that.

    Args:
        data: the page as it was found.
        location: its path or name, for messages; its URL goes before it.
        declared: what is known of the page beside its bytes.
        known: the reference tables; those of osce-kg where none are given.
        today: the day of loading, by which future dates are warned about.
        languages: a folder with folders of languages, to be read with beside those of osce-kg.

    >>> page = b"Mission opens office\\n\\nSKOPJE, 3 May 2005 - The OSCE Mission to Skopje opened it today."
    >>> reading = read_source(page, location="page.txt")
    >>> reading.kind, str(reading.releases[0].issued), reading.releases[0].places[0].entity.name
    (<PageKind.RELEASE: 'release'>, '2005-05-03', 'Skopje')
    """
    with reading(languages_in(languages) if languages is not None else current()):
        return _read_page(data, location, declared, known or reference(), today)


def _read_page(
    data: bytes, location: str, declared: Declared, tables: Reference, today: date | None
) -> SourceReading:
    layout = read_layout(data, tables, declared.url, digest=declared.digest_of is not None)
    url = declared.url or layout.address
    loaded_on = today or datetime.now(tz=UTC).date()
    releases = tuple(_releases(layout, tables, declared, url, loaded_on))
    kind = layout.kind
    if kind is PageKind.RELEASE and releases and releases[0].language != "en":
        kind = PageKind.OTHER_LANGUAGE
    taxonomy = read_taxonomy(layout.text, layout.navigation, tables) if layout.navigation else None
    if taxonomy is not None and not taxonomy.concepts:
        taxonomy = None
    reason = layout.reason
    if kind is PageKind.OTHER_LANGUAGE:
        reason = f"{reason}; its language is {releases[0].language!r}"
    return SourceReading(
        location=url or location,
        content_hash=layout.content_hash,
        text=layout.text,
        kind=kind,
        reason=reason,
        url=url,
        digest_of=declared.digest_of,
        releases=releases,
        taxonomy=taxonomy,
        warnings=layout.warnings,
        byte_map=tuple((run.begin, run.source, run.width) for run in layout.byte_map),
    )


def _releases(
    layout: Layout, tables: Reference, declared: Declared, url: str | None, today: date
) -> Iterator[Release]:
    known = known_of(tables)
    single = len(layout.sheets) == 1
    for sheet in layout.sheets:
        release = read_release(
            layout,
            sheet,
            known,
            number=release_number(declared.digest_of or url) if single else None,
            day=declared.date if single else None,
            language=declared.language,
            title=declared.title if single else None,
            today=today,
        )
        yield replace(release, facts=extract(_context(layout, release), _sections(sheet), tables))


def _context(layout: Layout, release: Release) -> Context:
    return Context(
        text=layout.text,
        issued=release.issued,
        dateline=None if strays(release) else release.dateline,
        places=tuple(place.entity for place in release.places),
        language=release.language,
        publishers=tuple(publisher.entity for publisher in release.publishers),
        fields=tuple(field.entity for field in release.fields),
    )


def _sections(sheet: PlacedSheet) -> tuple[Section, ...]:
    return tuple(Section(_PARTS[role], span) for role, span in sections_of(sheet))


def read_paths(
    paths: Iterable[str | Path],
    *,
    known: Reference | None = None,
    today: date | None = None,
    languages: Path | None = None,
) -> Iterator[SourceReading | Refusal]:
    """The pages of files, of folders and all that is in them, and of standard input ("-"), in sorted order.

    Archives (`.zip`, `.tar`, `.tar.gz`, `.tar.bz2`, `.tar.xz`) and files with one JSON object a line
    (`.jsonl`, `.jsonl.gz`) give the pages in them. The `sources.tsv` of a folder or an archive (columns file,
    url, digest_of) declares the addresses of its files. What cannot be read gives a Refusal, and the rest
    goes on. Of two pages with one address and one content the second is refused; of two with one address and
    different contents both are read, the second with a warning. A folder of `languages` is read with as
    `read_source` does.
    """
    tables = known or reference()
    by_url: dict[str, tuple[str, str]] = {}
    for found in find_sources(paths):
        if isinstance(found, Refusal):
            yield found
            continue
        reading = _read_file(found, tables, today, languages)
        previous = by_url.get(reading.url) if reading.url else None
        if previous is not None:
            first, digest = previous
            if digest == reading.content_hash:
                yield Refusal(found.location, f"it is the same page, byte for byte, as {first}")
                continue
            warning = f"{first} has the same address, {reading.url}, and other content"
            reading = replace(reading, warnings=(*reading.warnings, warning))
        elif reading.url:
            by_url[reading.url] = (found.location, reading.content_hash)
        yield reading


def _read_file(
    found: SourceFile, tables: Reference, today: date | None, languages: Path | None
) -> SourceReading:
    return read_source(
        found.data,
        location=found.location,
        declared=Declared.of(found),
        known=tables,
        today=today,
        languages=languages,
    )
