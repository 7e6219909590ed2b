"""Pages read for a person to look at: lines of facts, and what each stage of the cascade yields.

No store is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, Final

from .loaders.annotation import annotate, explained
from .loaders.extraction import run_stages
from .loaders.extraction.confidence import sure_enough
from .loaders.extraction.model import Context, Part, Section
from .loaders.layout.page import read_layout
from .loaders.layout.rows import Role
from .loaders.pipeline import Declared, read_source
from .loaders.release import sections_of
from .loaders.side_by_side import in_order
from .loaders.sources.files import Refusal, SourceFile, find_sources
from .ontology.errors import OsceKgError
from .ontology.facts import Release, SourceReading, Span
from .ontology.reference import reference
from .rows_behind import rows_behind

__all__ = ["STAGES", "Page", "UnknownStageError", "as_json", "fact_lines", "read_pages", "stage_lines"]

STAGES: Final = ("layout", "sentences", "mentions", "parties", "events", "statements", "acts", "fields")
_LINE: Final = re.compile(r"\.jsonl(?:\.gz)?#(\d+)$", re.IGNORECASE)
_MEMBER: Final = re.compile(r"^.*\.(?:zip|tar|t?gz|t?bz2?|t?xz)!", re.IGNORECASE)
_PARTS: Final = {Role.TITLE: Part.TITLE, Role.CAPTION: Part.CAPTION, Role.BODY: Part.BODY}


class UnknownStageError(OsceKgError, LookupError):
    """The cascade has no stage of this name."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was looked at.

    name     what its file of facts is called: unlike those of the others of the same call
    reading  what was understood, or why it could not be read
    data     its bytes
    """

    location: str
    name: str
    reading: SourceReading | Refusal
    data: bytes = b""
    url: str | None = None


def read_pages(
    paths: Iterable[str | Path], *, min_confidence: float = 0.0, processes: int = 1
) -> Iterator[Page]:
    """The pages of files, folders and standard input ("-"), each with a name of its own, in their order.

    Facts below `min_confidence` are left out; `processes` read side by side, as `in_order` has it.
    """
    taken: set[str] = set()
    work = partial(_read, least=min_confidence)
    for found, reading in in_order(work, find_sources(paths), processes):
        name = _free(_stem(found.location), taken)
        if isinstance(found, Refusal):
            yield Page(found.location, name, found)
        else:
            yield Page(found.location, name, reading, found.data, found.url)


def _read(found: SourceFile | Refusal, least: float) -> SourceReading | Refusal:
    if isinstance(found, Refusal):
        return found
    reading = read_source(found.data, location=found.location, declared=Declared.of(found))
    return replace(reading, releases=tuple(sure_enough(release, least) for release in reading.releases))


def _stem(location: str) -> str:
    name = Path(location).name
    line = _LINE.search(name)
    stem = f"{name[: line.start()]}-{line[1]}" if line else Path(_MEMBER.sub("", name)).stem
    return stem.replace(" ", "-") or "page"


def _free(stem: str, taken: set[str]) -> str:
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name


def fact_lines(reading: SourceReading, *, explain: bool = False, further: bool = False) -> Iterator[str]:
    """The facts of all releases of a page, tab-separated.

    Args:
        reading: what was understood of the page.
        explain: whether rule, confidence, offsets, words that carry the fact and rows of reference follow.
        further: whether further predicates, which tests/gold does not annotate, are written too.
    """
    for release in reading.releases:
        for line in annotate(release, further=further):
            more = (*explained(line.evidence), "; ".join(rows_behind(line, reference()))) if explain else ()
            yield "\t".join((*line.columns, *more))


def as_json(reading: SourceReading, *, further: bool = False) -> dict[str, Any]:
    """What was understood of a page, for machines: each fact with its sentence, offsets and rule."""
    return {
        "location": reading.location,
        "url": reading.url,
        "kind": reading.kind,
        "reason": reading.reason,
        "warnings": list(reading.warnings),
        "releases": [_release(release, further) for release in reading.releases],
    }


def _release(release: Release, further: bool) -> dict[str, Any]:
    lines = [
        {
            "predicate": line.predicate,
            "subject": line.subject,
            "object": line.object,
            "evidence": None if line.evidence is None else _plain(line.evidence),
        }
        for line in annotate(release, further=further)
    ]
    return {
        "title": release.title,
        "issued": _plain(release.issued),
        "language": release.language,
        "facts": lines,
    }


def stage_lines(page: Page, stage: str) -> Iterator[str]:
    """What one stage of the cascade yields for a page, one thing a line; raises UnknownStageError."""
    if stage not in STAGES:
        raise UnknownStageError(f"there is no stage {stage!r}; the stages are {', '.join(STAGES)}")
    reading, tables = page.reading, reference()
    if isinstance(reading, Refusal):
        return
    layout = read_layout(page.data, tables, page.url)
    if stage == "layout":
        yield f"{reading.kind}: {reading.reason}"
    for sheet, release in zip(layout.sheets, reading.releases, strict=False):
        sections = tuple(Section(_PARTS[role], span) for role, span in sections_of(sheet))
        if stage == "layout":
            yield from (_line(section, reading.text) for section in sections)
            continue
        stages = run_stages(_context(reading, release), sections, tables)
        yield from (_line(one, reading.text) for one in getattr(stages, stage))


def _context(reading: SourceReading, release: Release) -> Context:
    return Context(
        text=reading.text,
        issued=release.issued,
        dateline=release.dateline,
        places=tuple(place.entity for place in release.places),
        language=release.language,
        publishers=tuple(publisher.entity for publisher in release.publishers),
        fields=tuple(field.entity for field in release.fields),
    )


def _line(thing: Any, text: str) -> str:
    """A dataclass on one line, with the words of its span."""
    parts = []
    for one in fields(thing):
        value = getattr(thing, one.name)
        if one.name in {"tokens", "text"} or value in (None, (), ""):
            continue
        parts.append(f"{one.name}={_short(value, text)}")
    return f"{type(thing).__name__.lower()}  {'  '.join(parts)}"


def _short(value: Any, text: str) -> str:
    if isinstance(value, Span):
        words = " ".join(value.of(text).split())
        return f"{value.begin}-{value.end} “{words if len(words) <= 60 else words[:57] + '...'}”"
    if isinstance(value, tuple):
        return "[" + ", ".join(_short(one, text) for one in value) + "]"
    if is_dataclass(value) and hasattr(value, "kind") and hasattr(value, "id"):
        entity: Any = value
        return f"{entity.kind}:{entity.id or entity.name}"
    if is_dataclass(value):
        return "(" + _line(value, text) + ")"
    return str(value)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
