"""From paths to the store: reads what is new, passes over what is known, and keeps count of both."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .graph.errors import NoStoreError
from .graph.snapshots import is_store
from .graph.store import Incoming, Store
from .loaders.pipeline import Declared, read_source
from .loaders.side_by_side import in_order
from .loaders.sources.files import Refusal, SourceFile, find_sources
from .ontology.facts import PageKind, SourceReading
from .ontology.reference import reference

if TYPE_CHECKING:
    from .graph.snapshot import Snapshot

__all__ = ["LoadReport", "Refusal", "Told", "extractor_version", "load_paths", "pages_under"]

_STDIN: Final = "standard input"

Told = Callable[[str, int, int], None]
"""Is told what is being done, how many pages are done, and of how many."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did.

    snapshot   the snapshot that is current afterwards
    pages      how many pages were looked at
    added      the new sources: the page's URL, else its path
    replaced   those of which the store had another version
    removed    those whose place another page took
    unchanged  how many were known as they are
    refused    what could not be loaded, and why
    kinds      how many of the pages that were read are of which kind
    renamed    things that go by another IRI now: the old and the new one
    warnings   what a person should look at
    graphs     the named graphs that were written, for `validate`
    """

    snapshot: str
    pages: int = 0
    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    refused: tuple[Refusal, ...] = ()
    kinds: dict[str, int] = field(default_factory=dict)
    renamed: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    graphs: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the store holds anything else than before."""
        return bool(self.added or self.replaced or self.removed)

    def as_dict(self) -> dict[str, object]:
        """The report for machines."""
        return asdict(self)


@cache
def extractor_version() -> str:
    """The digest of the code and tables by which pages are read: where it changes, they are read anew."""
    digest = hashlib.sha256()
    for file in sorted(_files(resources.files("osce_kg.loaders")), key=lambda found: found[0]):
        name, content = file
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return "sha256:" + digest.hexdigest()


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = prefix + entry.name
        if entry.is_dir():
            if entry.name not in {"sample", "__pycache__"}:
                yield from _files(entry, name + "/")
        elif entry.name.endswith((".py", ".tsv")):
            yield name, entry.read_bytes()


def pages_under(paths: Iterable[str | Path]) -> int:
    """About how many pages there are, for a progress bar; it reads none."""
    count = 0
    for path in paths:
        found = Path(path)
        if str(path) != "-" and found.is_dir():
            count += sum(1 for file in found.rglob("*") if file.is_file() and not file.name.startswith("."))
        else:
            count += 1
    return count


def load_paths(
    store: Store,
    paths: Iterable[str | Path],
    *,
    today: date,
    wait: float = 0.0,
    told: Told | None = None,
    processes: int = 1,
) -> LoadReport:
    """Loads files, folders and standard input ("-") into a store; one bad page never stops the rest.

    A page that is dated after `today` is kept as it says, with a warning. `processes` read side by side, as
    `in_order` has it.
    """
    given = [Path(path) if str(path) != "-" else path for path in paths]
    intake = _Intake(store, given, told or _silent, processes)
    report = store.load(intake.readings(), today=today, timeout=wait, progress=intake.told)
    return LoadReport(
        snapshot=report.snapshot,
        pages=intake.pages,
        added=report.added,
        replaced=report.replaced,
        removed=report.removed,
        unchanged=report.unchanged + intake.passed_over,
        refused=intake.refused,
        kinds=dict(sorted(intake.kinds.items())),
        renamed=report.renamed,
        warnings=(*intake.warnings, *report.warnings),
        graphs=report.graphs,
    )


def _silent(stage: str, done: int, total: int) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that the store does not hold as it is."""

    number: int
    found: SourceFile
    location: str
    place: str
    declared: str


class _Intake:
    """Reads one load's pages; what it tells of them is in their order, however many are read side by side."""

    def __init__(self, store: Store, paths: list[str | Path], told: Told, processes: int) -> None:
        self.told = told
        self.pages, self.passed_over = 0, 0
        self.warnings: list[str] = []
        self.kinds: Counter[str] = Counter()
        self._refused: list[tuple[int, Refusal]] = []
        self._paths = [path if isinstance(path, str) else path.absolute() for path in paths]
        self._store = store
        self._processes = processes
        self._by_url: dict[str, tuple[str, str]] = {}

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """What could not be loaded."""
        return tuple(refusal for _, refusal in sorted(self._refused, key=lambda numbered: numbered[0]))

    def readings(self) -> Iterator[Incoming]:
        """What is new, as the store takes it."""
        known = _current(self._store)
        try:
            for page, reading in in_order(_read, self._new_pages(known), self._processes):
                incoming = self._taken(page, reading)
                if incoming is not None:
                    yield incoming
            self.told("reading", self.pages, self.pages)
        finally:
            if known is not None:
                known.close()

    def _is_store(self, folder: Path) -> bool:
        """Whether a folder is this store, which a first load is about to make, or another one."""
        return folder.resolve() == self._store.folder.resolve() or is_store(folder)

    def _new_pages(self, known: Snapshot | None) -> Iterator[_Page]:
        total = pages_under(self._paths)
        for found in find_sources(self._paths, passed_over=self._is_store):
            self.pages += 1
            if isinstance(found, Refusal):
                self._refused.append((self.pages, found))
            else:
                page = _page(self.pages, found)
                if known is not None and _holds(known, page):
                    self.passed_over += 1
                else:
                    yield page
            self.told("reading", self.pages, max(total, self.pages))

    def _taken(self, page: _Page, reading: SourceReading | Refusal) -> Incoming | None:
        refusal = reading if isinstance(reading, Refusal) else self._refusal(page.found.location, reading)
        if refusal is not None:
            self._refused.append((page.number, refusal))
        if refusal is not None or isinstance(reading, Refusal):
            return None
        noted = (*reading.warnings, *(warning for one in reading.releases for warning in one.warnings))
        self.warnings += [f"{page.found.location}: {warning}" for warning in dict.fromkeys(noted)]
        self.kinds[reading.kind] += 1
        return Incoming(reading, page.declared, extractor_version(), page.place)

    def _refusal(self, location: str, reading: SourceReading) -> Refusal | None:
        if reading.kind is PageKind.NO_RELEASE and reading.taxonomy is None:
            return Refusal(location, reading.reason)
        if reading.url is None:
            return None
        first = self._by_url.setdefault(reading.url, (location, reading.content_hash))
        if first[0] == location:
            return None
        if first[1] == reading.content_hash:
            return Refusal(location, f"it is the same page, byte for byte, as {first[0]}")
        self.warnings.append(f"{location}: {first[0]} has the same address, {reading.url}, and other content")
        return None


def _page(number: int, found: SourceFile) -> _Page:
    if found.location != _STDIN:
        return _Page(number, found, found.location, found.place, _declared(found))
    location = f"{_STDIN} {hashlib.sha256(found.data).hexdigest()[:8]}"
    return _Page(number, found, location, location, _declared(found))


def _holds(known: Snapshot, page: _Page) -> bool:
    return known.holds(
        page.place,
        "sha256:" + hashlib.sha256(page.found.data).hexdigest(),
        declared=page.declared,
        extractor=extractor_version(),
        reference=reference().digest,
    )


def _read(page: _Page) -> SourceReading | Refusal:
    found = page.found
    try:
        # The store warns of dates to come: what is kept of a page must not depend on the day of its load.
        return read_source(found.data, location=page.location, declared=Declared.of(found), today=date.max)
    except Exception as error:
        if os.environ.get("OSCE_KG_DEBUG"):
            raise
        return Refusal(found.location, f"reading it failed: {type(error).__name__}: {error}")


def _declared(found: SourceFile) -> str:
    about: list[str | None] = [found.url, found.digest_of]
    if found.date or found.title or found.language:
        about += [found.date.isoformat() if found.date else None, found.title, found.language]
    return json.dumps(about)


def _current(store: Store) -> Snapshot | None:
    try:
        return store.current()
    except NoStoreError:
        return None
