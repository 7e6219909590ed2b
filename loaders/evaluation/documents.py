"""Annotated pages: a NAME.facts.tsv and the page of that name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ...ontology.facts import SourceReading
from ...ontology.reference import Reference
from ..pipeline import Declared, read_source
from ..sources.files import Refusal, SourceFile, find_sources
from .errors import EvaluationError
from .lines import Annotation, Line, lines_of, read_annotation

__all__ = [
    "Document",
    "Reading",
    "find_documents",
    "names_in",
    "read_document",
    "read_lines",
]

_FACTS: Final = ".facts.tsv"
_PAGES: Final = (".txt", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated page; `page` is None where only its facts are at hand."""

    name: str
    annotation: Annotation
    page: SourceFile | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader found on a page.

    text    the stored text, in which the spans of the lines count; empty where facts come from a file
    layout  what kind of page it was taken for, and where its date was found
    """

    lines: tuple[Line, ...]
    text: str = ""
    layout: str = ""
    language: str = ""


def names_in(path: Path) -> frozenset[str]:
    """The names of documents that a file lists, one a line; raises OSError."""
    rows = (row.strip() for row in path.read_text(encoding="utf-8").splitlines())
    return frozenset(
        row.removesuffix(_FACTS).removesuffix(".txt") for row in rows if row and not row.startswith("#")
    )


def find_documents(
    folder: Path,
    *,
    pages: Sequence[Path] = (),
    names: Collection[str] | None = None,
    leave_out: Collection[str] = (),
    need_pages: bool = True,
) -> tuple[Document, ...]:
    """The annotated pages of a folder, by name; raises EvaluationError for none, or one without its page.

    Args:
        folder: where NAME.facts.tsv stands.
        pages: further folders in which NAME.txt or NAME.html may stand.
        names: only these.
        leave_out: not these.
        need_pages: whether a document without its page is an error.
    """
    if not folder.is_dir():
        raise EvaluationError(f"{folder} is no folder")
    chosen: list[Document] = []
    for path in sorted(folder.glob(f"*{_FACTS}")):
        name = path.name.removesuffix(_FACTS)
        if (names is not None and name not in names) or name in leave_out:
            continue
        page = _page(name, (folder, *pages)) if need_pages else None
        chosen.append(Document(name, read_annotation(path), page))
    if not chosen:
        raise EvaluationError(f"{folder} has no NAME{_FACTS}" + (" of these names" if names else ""))
    return tuple(chosen)


def _page(name: str, folders: Iterable[Path]) -> SourceFile:
    paths = [folder / f"{name}{suffix}" for folder in folders for suffix in _PAGES]
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        raise EvaluationError(f"{name}{_FACTS} has no page beside it ({name}.txt or {name}.html)")
    found = next(iter(find_sources([path])))
    if isinstance(found, Refusal):
        raise EvaluationError(f"{found.location}: {found.reason}")
    return found


def read_document(document: Document, known: Reference) -> Reading:
    """What the reader finds on the document's page, with this reference."""
    page = document.page
    if page is None:
        raise EvaluationError(f"{document.name} has no page")
    declared = Declared(url=page.url, digest_of=page.digest_of)
    found = read_source(page.data, location=page.location, declared=declared, known=known)
    languages = sorted({release.language for release in found.releases})
    return Reading(lines_of(found.releases), found.text, _layout(found), ", ".join(languages) or "none")


def _layout(found: SourceReading) -> str:
    evidence = [release.issued_evidence for release in found.releases]
    ways = sorted({one.rule for one in evidence if one is not None and one.rule})
    return f"{found.kind}, dated by {' and '.join(ways)}" if ways else f"{found.kind}, without a date"


def read_lines(folder: Path, documents: Iterable[Document]) -> Iterator[Reading]:
    """What NAME.facts.tsv in another folder says of each document; nothing where there is none.

    Columns beyond the fourth are read as `osce-kg facts --explain` writes them: rule, confidence and offsets.
    """
    for document in documents:
        path = folder / f"{document.name}{_FACTS}"
        lines = read_annotation(path).lines if path.is_file() else ()
        language = next(
            (line.object for line in document.annotation.lines if line.predicate == "language"), ""
        )
        yield Reading(lines, "", "read from facts", language)
