"""From the bytes of a page to its stored text: what the page is, and which stretch of the text is what.

The stored text is one string: what was taken for header, title, captions, body and contact lines, one line
each, then the labels of the navigation. Buttons, pictures and what a site puts around it are left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from ...ontology.facts import PageKind, Span
from ...ontology.reference import Reference
from ..dateline import Dateline
from .html_page import HtmlPage, looks_like_html, read_html
from .kind import Verdict, judge
from .known import Known, folded, known_of
from .listing import is_listing, read_entries, run_together
from .navigation import without_navigation
from .repair import repaired
from .repair_encoding import Decoded, decode
from .rows import Role, Row, Sheet, read_sheets
from .text import Line, Mark, Runs, compose, plain_lines

__all__ = ["LARGEST", "Layout", "Part", "PlacedSheet", "read_layout"]

LARGEST: Final = 20 * 1024 * 1024
LONGEST_TEXT: Final = 2_000_000
MOST_LINES: Final = 20_000
_MAGIC: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "an RTF document"),
)
_ENOUGH: Final = 150
_SHORTEST_TITLE: Final = 8
_CONTROL: Final = bytes(n for n in range(0x20) if chr(n) not in "\t\n\r\x0b\x0c")


class Part(NamedTuple):
    """A line of the stored text with its role.

    value     the part of it that counts
    dateline  with which it begins; its offsets count from `span.begin`
    """

    role: Role
    span: Span
    value: Span
    key: str = ""
    dateline: Dateline | None = None


@dataclass(frozen=True, slots=True)
class PlacedSheet:
    """One release of the page: its lines in the stored text."""

    parts: tuple[Part, ...]

    def of(self, role: Role) -> tuple[Part, ...]:
        """The parts of one role."""
        return tuple(part for part in self.parts if part.role is role)


@dataclass(frozen=True, slots=True)
class Layout:
    """What a page is, and its stored text.

    reason        why it is of this kind, for a person
    text          the stored text
    byte_map      runs from the text's code points to the bytes of the page
    content_hash  "sha256:..." of the bytes
    sheets        the releases, empty where there are none
    navigation    the lines of the menus
    """

    kind: PageKind
    reason: str
    text: str
    byte_map: Runs
    content_hash: str
    sheets: tuple[PlacedSheet, ...] = ()
    navigation: tuple[Span, ...] = ()
    address: str | None = None
    language: str | None = None
    published: str | None = None
    warnings: tuple[str, ...] = ()


def read_layout(
    data: bytes, reference: Reference, address: str | None = None, *, digest: bool = False
) -> Layout:
    """What a page is and what stands where in it; never raises, whatever the bytes.

    Args:
        data: the page as it was found: HTML or plain text, in any encoding.
        reference: knows labels, cities and the site's navigation.
        address: the page's address, where known.
        digest: whether the page is declared to be a digest of a release.
    """
    content_hash = f"sha256:{hashlib.sha256(data).hexdigest()}"
    refusal = _refusal(data)
    if refusal is not None:
        return Layout(PageKind.NO_RELEASE, refusal, "", (), content_hash)
    decoded = decode(data)
    text = decoded.text
    if not text.strip("\ufeff \t\r\n\x00\ufffd"):
        return Layout(PageKind.NO_RELEASE, "it holds no text, only white space", "", (), content_hash)
    if _controls(text) > max(8, len(text) // 50):
        return Layout(
            PageKind.NO_RELEASE, "it is no text: it is full of control characters", "", (), content_hash
        )
    page = read_html(text) if looks_like_html(text) else HtmlPage(tuple(plain_lines(text)))
    if isinstance(page, str):
        return Layout(PageKind.NO_RELEASE, page, "", (), content_hash, warnings=decoded.warnings)
    too_much = _too_much(page.lines)
    if too_much is not None:
        return Layout(PageKind.NO_RELEASE, too_much, "", (), content_hash, warnings=decoded.warnings)
    return _laid_out(
        page,
        [repaired(line) for line in page.lines],
        reference,
        address or page.address,
        content_hash,
        decoded,
        digest,
    )


def _controls(text: str) -> int:
    """How many control characters a text has; in UTF-8 they are bytes of their own."""
    coded = text.encode("utf-8", "replace")
    return len(coded) - len(coded.translate(None, _CONTROL))


def _refusal(data: bytes) -> str | None:
    if not data:
        return "the file is empty"
    if len(data) > LARGEST:
        return f"it has {len(data):,} bytes; pages of more than {LARGEST:,} are not read"
    return next((f"it is {what}, not a page" for magic, what in _MAGIC if data.startswith(magic)), None)


def _too_much(lines: Sequence[Line]) -> str | None:
    if len(lines) > MOST_LINES:
        return f"it has {len(lines):,} lines of text; pages of more than {MOST_LINES:,} are not read"
    characters = sum(len(line.text) for line in lines)
    if characters > LONGEST_TEXT:
        return f"it has {characters:,} characters of text; pages of more than {LONGEST_TEXT:,} are not read"
    return None


def _laid_out(
    page: HtmlPage,
    lines: Sequence[Line],
    reference: Reference,
    address: str | None,
    content_hash: str,
    decoded: Decoded,
    digest: bool,
) -> Layout:
    known = known_of(reference)
    menus, others = without_navigation(lines, reference)
    content = _content(others)
    sheets, verdict, kind = _sheets(content, known, page, address, digest)
    if not sheets and menus and not _has_prose(content):
        kind, verdict = PageKind.TAXONOMY, Verdict(False, "it holds the site's navigation and no release")
    rows: list[Row] = [row for sheet in sheets for row in sheet.rows]
    if not sheets:
        rows = [Row(Role.BODY, line, 0, len(line.text)) for line in content]
    rows.extend(Row(Role.NAVIGATION, line.stripped(), 0, len(line.text)) for line in menus)
    text, runs, spans = compose(row.line for row in rows)
    parts = [_placed(row, span) for row, span in zip(rows, spans, strict=True)]
    placed: list[PlacedSheet] = []
    at = 0
    for sheet in sheets:
        placed.append(PlacedSheet(tuple(parts[at : at + len(sheet.rows)])))
        at += len(sheet.rows)
    return Layout(
        kind=kind,
        reason=verdict.reason,
        text=text,
        byte_map=decoded.byte_runs(runs, len(text)),
        content_hash=content_hash,
        sheets=tuple(placed),
        navigation=tuple(part.span for part in parts if part.role is Role.NAVIGATION),
        address=address,
        language=page.language,
        published=page.published,
        warnings=decoded.warnings,
    )


def _placed(row: Row, span: Span) -> Part:
    value = Span(span.begin + row.begin, span.begin + row.end)
    return Part(row.role, span, value, row.key, row.dateline)


def _content(lines: Sequence[Line]) -> list[Line]:
    """The lines of the page's main part: what the markup says it is, else all that is no chrome."""
    kept = [line for line in lines if line.mark is not Mark.CHROME and line.text.strip()]
    main = [line for line in kept if line.main]
    body = [line for line in kept if line.mark is not Mark.PAGE_TITLE]
    if sum(len(line.text) for line in main) >= _ENOUGH:
        body = main
    if any(line.mark is Mark.TITLE for line in body):
        return body
    title = next((line for line in kept if line.mark is Mark.TITLE), None)
    if title is None:
        title = _page_title(kept, body)
    return body if title is None else [title, *body]


def _page_title(kept: Sequence[Line], body: Sequence[Line]) -> Line | None:
    """The title that the head of the page gives, where the page itself does not begin with it."""
    found = next((line for line in kept if line.mark is Mark.PAGE_TITLE), None)
    if found is None:
        return None
    title = _without_site(found)
    key = folded(title.text)
    if len(key) < _SHORTEST_TITLE or any(folded(line.text[:400]).startswith(key[:40]) for line in body[:10]):
        return None
    return Line(title.text, title.runs, Mark.TITLE, title.main)


def _without_site(line: Line) -> Line:
    for mark in (" | ", " - OSCE", " – OSCE", " :: "):
        at = line.text.find(mark)
        if at > 10:
            return line.part(0, at)
    return line


def _sheets(
    content: Sequence[Line], known: Known, page: HtmlPage, address: str | None, digest: bool
) -> tuple[tuple[Sheet, ...], Verdict, PageKind]:
    none = PageKind.NO_RELEASE
    if not content:
        return (), Verdict(False, "it holds no text outside its menus"), none
    if is_listing(content):
        entries = read_entries(content, known)
        if entries:
            return (
                entries,
                Verdict(True, f"it lists releases: {len(entries)} with their dates"),
                PageKind.LISTING,
            )
    whole = " ".join(line.text for line in content)
    found = read_sheets(content, known)
    verdicts = [
        judge(sheet, content, address, page.site, whole, digest=digest, known=known) for sheet in found
    ]
    good = tuple(sheet for sheet, verdict in zip(found, verdicts, strict=True) if verdict.release)
    if not good and (count := run_together(content)):
        return (), Verdict(False, f"it lists releases, {count} of them run into one line"), none
    if not good:
        return (), verdicts[0] if verdicts else Verdict(False, "it holds no text of a release"), none
    if len(good) > 1:
        return good, Verdict(True, f"{len(good)} releases follow each other on it"), PageKind.LISTING
    return good, next(verdict for verdict in verdicts if verdict.release), PageKind.RELEASE


def _has_prose(content: Sequence[Line]) -> bool:
    return any(len(line.text) > 200 for line in content) or sum(len(line.text) for line in content) > 600
