"""Lines of facts, as people annotate them and as the reader finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ...ontology.facts import Release, Span
from ..annotation import FURTHER, annotate

__all__ = ["HEADER", "Annotation", "Line", "lines_of", "parse_annotation", "read_annotation"]

HEADER: Final = ("date", "place", "source", "field", "language")
_BY_PREDICATE: Final = frozenset({"person", "post", "event", "organizer", "participant", "said", *FURTHER})
_LEFT_OUT: Final = "# not annotated:"


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: predicate, subject and object, and the first words of its sentence.

    rule, confidence and span (of the sentence in the stored text) are known of what the reader found.
    """

    predicate: str
    subject: str = ""
    object: str = ""
    sentence: str = ""
    rule: str = ""
    confidence: float | None = None
    span: Span | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What the fact says, without its sentence."""
        return self.predicate, self.subject, self.object

    @property
    def group(self) -> str:
        """The group with which it is counted: `header`, a kind of entity mentioned, or its predicate."""
        if self.predicate in HEADER:
            return "header"
        if self.predicate == "mentions":
            return self.subject
        return self.predicate if self.predicate in _BY_PREDICATE else ""

    @property
    def event_parts(self) -> tuple[str, str, str]:
        """Kind, date and place of an event."""
        kind, when, where = (part.strip() for part in (*self.object.split("|"), "", "")[:3])
        return kind, when, where

    @property
    def act_parts(self) -> tuple[str, str, str, str, str, str]:
        """Of an act: kind, how, to or with whom, what, when and where."""
        kind, how, whom, what, when, where = (p.strip() for p in (*self.object.split("|"), *[""] * 5)[:6])
        return kind, how, whom, what, when, where

    @property
    def post_parts(self) -> tuple[str, str]:
        """The post, and whom it is for."""
        post, _, whom = self.object.partition(" @ ")
        return post, whom


@dataclass(frozen=True, slots=True)
class Annotation:
    """What people take from one page; groups that are `left_out` were not annotated, and do not count."""

    lines: tuple[Line, ...]
    left_out: frozenset[str] = frozenset()


def parse_annotation(text: str) -> Annotation:
    """The annotation that a NAME.facts.tsv holds; a fact that stands twice counts once.

    >>> found = parse_annotation("# not annotated: said\\nmentions\\tstate\\tBE\\tBelgium took over\\n")
    >>> found.lines[0].object, sorted(found.left_out)
    ('BE', ['said'])
    """
    left_out: set[str] = set()
    lines: dict[tuple[str, str, str], Line] = {}
    for row in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if row.startswith(_LEFT_OUT):
            left_out.update(row.removeprefix(_LEFT_OUT).split())
        if not row.strip() or row.startswith("#"):
            continue
        line = _line([cell.strip() for cell in row.split("\t")])
        lines.setdefault(line.key, line)
    return Annotation(tuple(lines.values()), frozenset(left_out))


def _line(cells: list[str]) -> Line:
    predicate, subject, what, sentence, rule, confidence, offsets = (cells + [""] * 7)[:7]
    begin, dash, end = offsets.partition("-")
    span = Span(int(begin), int(end)) if dash and begin.isdigit() and end.isdigit() else None
    try:
        sure = float(confidence) if confidence else None
    except ValueError:
        sure = None
    return Line(predicate, subject, what, sentence, rule, sure, span)


def read_annotation(path: Path) -> Annotation:
    """The annotation of a file; raises OSError."""
    return parse_annotation(path.read_text(encoding="utf-8", errors="replace"))


def lines_of(releases: Iterable[Release]) -> tuple[Line, ...]:
    """What the reader found in the releases of a page, each fact once."""
    lines: dict[tuple[str, str, str], Line] = {}
    for line in _found(releases):
        lines.setdefault(line.key, line)
    return tuple(lines.values())


def _found(releases: Iterable[Release]) -> Iterator[Line]:
    for release in releases:
        for found in annotate(release, further=True):
            evidence = found.evidence
            if evidence is None:
                yield Line(*found.columns)
            else:
                yield Line(*found.columns, evidence.rule, evidence.confidence, evidence.span)
