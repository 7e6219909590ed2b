"""From the header lines and the dateline of a release to what they say: date, places, publishers, fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from ..ontology.facts import Entity, EntityKind, Evidence, HeaderValue, Release, Span, Unplaced
from .dateline import Dateline, Place
from .dateline_months import DateWords, find_date, near
from .doubtful_dates import doubts_of_time, either_way_round
from .extraction.confidence import grade
from .language import is_written_so, language_of
from .layout.known import Known, folded
from .layout.lines import UNKNOWN, furniture
from .layout.own_voice import is_report_title, is_statement_title, on_osce_site
from .layout.page import Layout, Part, PlacedSheet
from .layout.rows import Role
from .layout.sign_words import own_phrases

__all__ = ["Label", "read_release", "release_number", "sections_of", "split_labels"]

SURE: Final = 0.99
_GROUP: Final = "header"
_NUMBER: Final = re.compile(r"/(?:[a-z]{2,3}/)?[a-z0-9-]+/(\d{2,7})/?$")
_PIECES: Final = re.compile(r"[^,;\n]+")
_MADE_BY: Final = re.compile(r"\b(?:by|from) (?:the )?([^,:;()]+)")
_LONGEST_LABEL: Final = 6
_TITLE_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a comma-separated list, and what it is known to be."""

    text: str
    span: Span
    entity: Entity | None


def split_labels(text: str, find: Callable[[str], Entity | None], begin: int = 0) -> tuple[Label, ...]:
    """The labels of a comma-separated list; a label may hold commas: the longest that is known is taken.

    >>> known = {"Water, wind and sun": Entity(EntityKind.FIELD, "Energy", "energy")}
    >>> [label.text for label in split_labels("Water, wind and sun, Trade", known.get)]
    ['Water, wind and sun', 'Trade']
    """
    pieces = [m for m in _PIECES.finditer(text) if m[0].strip()]
    labels: list[Label] = []
    at = 0
    while at < len(pieces):
        start = pieces[at].start() + len(pieces[at][0]) - len(pieces[at][0].lstrip())
        taken = 1
        entity: Entity | None = None
        for count in range(min(_LONGEST_LABEL, len(pieces) - at), 0, -1):
            entity = find(text[start : pieces[at + count - 1].end()].strip())
            if entity is not None:
                taken = count
                break
        said = text[start : pieces[at + taken - 1].end()].rstrip()
        labels.append(Label(said, Span(begin + start, begin + start + len(said)), entity))
        at += taken
    return tuple(labels)


def release_number(address: str | None) -> str | None:
    """The number of a page of osce.org, as its address has it.

    >>> release_number("https://www.osce.org/ru/chairmanship/416789"), release_number("https://example.org/cio/1234")
    ('416789', None)
    """
    if not on_osce_site(address) or address is None:
        return None
    match = _NUMBER.search(urlsplit(address).path)
    return match[1] if match else None


@dataclass(slots=True)
class _Header:
    """What is gathered of a header while it is read."""

    text: str
    known: Known
    today: date
    issued: date | None = None
    unplaced: list[Unplaced] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def evidence(
        self, part: Part, rule: str, marked: Span | None = None, span: Span | None = None
    ) -> Evidence:
        whole = span or part.span
        rule, confidence = grade(_GROUP, rule, SURE)
        return Evidence(whole, whole.of(self.text), rule, confidence, (marked,) if marked else ())

    def said(self, part: Part) -> str:
        return part.value.of(self.text)


def read_release(
    layout: Layout,
    sheet: PlacedSheet,
    known: Known,
    *,
    number: str | None = None,
    day: date | None = None,
    language: str | None = None,
    title: str | None = None,
    today: date,
) -> Release:
    """What the header, dateline and listing lines of one release say; its facts are empty.

    Args:
        layout: the page.
        sheet: the release on it.
        known: look-ups in reference.
        number: the page's number on osce.org.
        day: the date declared with the page, for a page that gives none.
        language: the language declared with the page, which goes before a guess where its letters fit.
        title: the title declared with the page, for a page that gives none.
        today: the day of loading: a later date is warned about.
    """
    header = _Header(layout.text, known, today)
    body = sheet.of(Role.BODY)
    dateline = next((part for part in body if part.dateline is not None), None)
    head = next(iter(sheet.of(Role.TITLE)), None)
    issued, issued_evidence = _page_date(header, sheet, layout)
    written = _dateline_date(header, dateline, issued or day)
    if issued is None and written is not None and dateline is not None:
        issued, issued_evidence = written, _of_dateline(header, dateline)
    if issued is None and head is not None:
        issued, issued_evidence = _day_of_report(header, head)
    issued = issued or day
    header.issued = issued
    header.warnings.extend(doubts_of_time(issued, written, today))
    end = sheet.parts[-1].span.end
    header.warnings.extend(
        either_way_round(layout.text[sheet.parts[0].span.begin : end], _in_words(dateline, written))
    )
    span = Span(body[0].span.begin, body[-1].span.end) if body else Span(end, end)
    said_title = _title(layout.text, sheet, span, title)
    prose = " ".join(part.span.of(layout.text) for part in body)
    header.unplaced.extend(_of_unknown_labels(header, sheet))
    places = _places(header, sheet, dateline)
    publishers = tuple(_publishers(header, sheet))
    fields = tuple(_fields(header, sheet))
    return Release(
        title=said_title,
        title_span=head.value if head else None,
        body=span,
        language=_language(language, prose, (layout.language or "en")[:2].lower()),
        issued=issued,
        issued_evidence=issued_evidence,
        dateline=written,
        places=places,
        publishers=publishers,
        fields=fields,
        content_type=_content_type(header, sheet, said_title),
        number=number,
        unplaced=tuple(header.unplaced),
        warnings=tuple(header.warnings),
    )


def _language(declared: str | None, prose: str, default: str) -> str:
    """The declared language, unless the text is in letters that it is not written with."""
    if declared is not None and is_written_so(declared, prose):
        return declared
    return language_of(prose, default)


def _values(sheet: PlacedSheet, key: str) -> Iterator[Part]:
    return (part for part in sheet.of(Role.VALUE) if part.key == key)


def _page_date(header: _Header, sheet: PlacedSheet, layout: Layout) -> tuple[date | None, Evidence | None]:
    for part, rule in (
        *((part, "header date line") for part in _values(sheet, "date")),
        *((part, "place and date line") for part in sheet.of(Role.ALONE)),
        *((part, "page date line") for part in sheet.of(Role.DATE)),
    ):
        words = find_date(header.said(part))
        if words is None:
            if part.role is Role.VALUE:
                header.warnings.append(f"the header's date is not understood: {header.said(part)[:80]!r}")
            continue
        if words.date is not None:
            marked = Span(part.value.begin + words.span.begin, part.value.begin + words.span.end)
            return words.date, header.evidence(part, rule, marked)
        if words.problem != "no year":
            header.warnings.append(f"the page's date says {words.said!r}: {words.problem}")
    said = find_date(layout.published) if layout.published else None
    if said is not None and said.date is not None:
        return said.date, None
    return None, None


def _day_of_report(header: _Header, title: Part) -> tuple[date | None, Evidence | None]:
    """The day that the title of a monitors' report gives, unless it is that of what it was made from."""
    said = header.said(title)
    words = find_date(said) if is_report_title(said) else None
    if words is None or words.date is None:
        return None, None
    before = said[: words.span.begin]
    if own_phrases("made from").search(before) is not None and "issued" not in before[-20:]:
        return None, None
    marked = Span(title.value.begin + words.span.begin, title.value.begin + words.span.end)
    return words.date, header.evidence(title, "day in the title of a report", marked)


def _dateline_date(header: _Header, part: Part | None, issued: date | None) -> date | None:
    found: Dateline | None = part.dateline if part else None
    if found is None:
        return None
    if found.warning:
        header.warnings.append(found.warning)
    words: DateWords | None = found.when
    if words is None:
        return None
    if words.problem == "no year":
        day = near(words, issued)
        if day is None:
            header.warnings.append(
                f"the dateline says {words.said!r}: no year, and the page has no date to tell it"
            )
        return day
    return words.date


def _in_words(part: Part | None, written: date | None) -> date | None:
    """The dateline's date where it names its month."""
    found = part.dateline.when if part is not None and part.dateline is not None else None
    return written if found is not None and any(map(str.isalpha, found.said)) else None


def _of_dateline(header: _Header, part: Part) -> Evidence:
    return header.evidence(part, "dateline", span=_dateline_span(part))


def _dateline_span(part: Part) -> Span:
    found = part.dateline
    assert found is not None  # noqa: S101 - callers have looked
    return Span(part.span.begin + found.span.begin, part.span.begin + found.span.end)


def _places(header: _Header, sheet: PlacedSheet, dateline: Part | None) -> tuple[HeaderValue, ...]:
    if dateline is not None and dateline.dateline is not None and dateline.dateline.places:
        return _of_cities(header, dateline, dateline.dateline, "dateline", _dateline_span(dateline))
    stated = tuple(_stated_places(header, sheet))
    if stated:
        return stated
    for part in sheet.of(Role.ALONE):
        if part.dateline is not None and part.dateline.places:
            return _of_cities(header, part, part.dateline, "place and date line", part.span)
    return ()


def _of_cities(
    header: _Header, part: Part, found: Dateline, rule: str, span: Span
) -> tuple[HeaderValue, ...]:
    begin = part.span.begin
    return tuple(
        HeaderValue(
            entity,
            header.evidence(part, rule, Span(begin + city.span.begin, begin + city.span.end), span),
        )
        for entity, city in header.known.places(found.places, header.issued)
    )


def _stated_places(header: _Header, sheet: PlacedSheet) -> Iterator[HeaderValue]:
    for part in _values(sheet, "place"):
        text = header.said(part)
        whole = header.known.place_entity(text, header.issued)
        if whole is not None:
            yield HeaderValue(whole, header.evidence(part, "header place line", part.value))
            continue
        cities: list[Place] = []
        for match in re.finditer(r"[^/;]+", text):
            said = match[0].partition(",")[0].strip()
            if said:
                at = match.start() + match[0].index(said)
                cities.append(Place(said, Span(at, at + len(said))))
        for entity, city in header.known.places(cities, header.issued):
            marked = Span(part.value.begin + city.span.begin, part.value.begin + city.span.end)
            yield HeaderValue(entity, header.evidence(part, "header place line", marked))


def _publishers(header: _Header, sheet: PlacedSheet) -> Iterator[HeaderValue]:
    def find(label: str) -> Entity | None:
        return header.known.publisher(label, header.issued)

    seen: set[tuple[EntityKind, str]] = set()
    for part in (*_values(sheet, "source"), *sheet.of(Role.HEADING)):
        rule = "publisher heading" if part.role is Role.HEADING else "header source line"
        for value in _known_labels(header, part, find, "source", rule):
            if value.entity.key not in seen:
                seen.add(value.entity.key)
                yield value
    for part in () if seen else sheet.of(Role.TITLE):
        made_by = _MADE_BY.search(header.said(part)) if is_report_title(header.said(part)) else None
        entity = find(made_by[1].strip()) if made_by else None
        if made_by and entity:
            begin = part.value.begin + made_by.start(1)
            marked = Span(begin, begin + len(made_by[1].rstrip()))
            yield HeaderValue(entity, header.evidence(part, "publisher heading", marked))


def _fields(header: _Header, sheet: PlacedSheet) -> Iterator[HeaderValue]:
    seen: set[tuple[EntityKind, str]] = set()
    for part in _values(sheet, "fields"):
        for value in _known_labels(header, part, header.known.field, "field of work", "header field line"):
            if value.entity.key not in seen:
                seen.add(value.entity.key)
                yield value


def _known_labels(
    header: _Header, part: Part, find: Callable[[str], Entity | None], where: str, rule: str
) -> Iterator[HeaderValue]:
    for label in split_labels(header.said(part), find, part.value.begin):
        if label.entity is None:
            header.unplaced.append(Unplaced(label.text, where, label.span))
        else:
            yield HeaderValue(label.entity, header.evidence(part, rule, label.span))


def _of_unknown_labels(header: _Header, sheet: PlacedSheet) -> Iterator[Unplaced]:
    label = ""
    for part in sheet.parts:
        if part.role is Role.LABEL:
            label = header.said(part).strip(" -:")
        elif part.role is Role.VALUE and part.key == UNKNOWN:
            yield Unplaced(header.said(part), f"header line {label!r}", part.value)


def _content_type(header: _Header, sheet: PlacedSheet, title: str) -> str:
    for part in _values(sheet, "type"):
        said = header.said(part).strip()
        return furniture().get(folded(said), ("", ""))[1] or said or "Press release"
    if is_report_title(title):
        return "Spot report" if "spot report" in title.lower() else "Daily report"
    for part in sheet.of(Role.TYPE):
        value = furniture().get(folded(header.said(part).removeprefix("- ").strip()), ("", ""))[1]
        if value:
            return value
    return "Press release"


def _title(text: str, sheet: PlacedSheet, body: Span, declared: str | None) -> str:
    """The title that stands there; else the declared one, the heading of a statement, or the first words."""
    head = next(iter(sheet.of(Role.TITLE)), None)
    if head is not None:
        return head.value.of(text)
    dateline = next((part for part in sheet.of(Role.BODY) if part.dateline is not None), None)
    return declared or _heading(text, sheet) or _first_words(_behind_dateline(text, body, dateline))


def _heading(text: str, sheet: PlacedSheet) -> str | None:
    """The heading of a statement ("Press statement by the ..."), which is its title where it has no other."""
    lines = (part.span.of(text) for part in sheet.of(Role.HEADING))
    return next(filter(is_statement_title, lines), None)


def _behind_dateline(text: str, body: Span, dateline: Part | None) -> str:
    if dateline is None or dateline.dateline is None:
        return body.of(text)
    return text[dateline.span.begin + dateline.dateline.body : body.end] or body.of(text)


def _first_words(text: str) -> str:
    words = text.split()
    first = " ".join(words[:_TITLE_WORDS])
    return f"{first} …" if len(words) > _TITLE_WORDS else first


def sections_of(sheet: PlacedSheet) -> Sequence[tuple[Role, Span]]:
    """The stretches that are read for facts, in order: title, captions, and the body, its lines as one."""
    found: list[tuple[Role, Span]] = []
    previous: Role | None = None
    for part in sheet.parts:
        if part.role in (Role.TITLE, Role.CAPTION):
            found.append((part.role, part.value))
        elif part.role is Role.BODY:
            if previous is Role.BODY:
                found[-1] = (Role.BODY, Span(found[-1][1].begin, part.span.end))
            else:
                found.append((Role.BODY, part.span))
        previous = part.role
    return found
