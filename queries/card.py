"""A card: what the graph knows of one thing, each fact with the sentences or table rows that say it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from importlib import resources
from typing import Any, Final

import pyoxigraph as ox

from ..ontology.errors import OsceKgError
from .rows import Rows, called, shorten
from .search import Queryable

__all__ = ["Card", "Line", "Name", "Property", "Section", "Support", "UnknownThingError", "card"]

_SLOT: Final = "VALUES ?entity { osce:Entity }"
_SHOWN_IN_NOTEBOOK: Final = 40
_UPPER: Final = re.compile(r"[A-Z]")
_NAMES: Final = {
    "rdfs:label": "label",
    "skos:prefLabel": "label",
    "skos:altLabel": "also",
    "foaf:name": "name",
    "osce:shortLabel": "short",
    "osce:demonym": "demonym",
    "skosxl:altLabel": "once",
}
_ELSEWHERE: Final = frozenset(
    [
        "osce:evidence",
        "osce:storedText",
        "osce:mentions",
        "osce:spokeIn",
        "osce:participatedIn",
        "org:holds",
        "org:memberOf",
        "osce:startEarliest",
        "osce:startLatest",
        "osce:endEarliest",
        "osce:endLatest",
        "osce:represents",
        "osce:attendance",
        "osce:contentHash",
    ]
)
"""Properties that the card shows as facts with their sentences, or not at all."""

Row = Mapping[str, Any]


class UnknownThingError(OsceKgError, LookupError):
    """The graph says nothing of this IRI."""


@dataclass(frozen=True, slots=True)
class Support:
    """Where a fact is said.

    sentence    the words of the source, or what a table's row says
    origin      the address or path of the page, or the source that the row gives
    digest      True where the words are a digest of the page and not the OSCE's own
    confidence  0 to 1
    """

    sentence: str
    origin: str = ""
    date: str = ""
    rule: str = ""
    confidence: float | None = None
    digest: bool = False

    def __str__(self) -> str:
        parts = [
            ("digest of " if self.digest and self.origin else "digest" if self.digest else "") + self.origin
        ]
        parts += [self.date, self.rule, "" if self.confidence is None else f"confidence {self.confidence:g}"]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Name:
    """One of a thing's names, with the time in which it bore it where that is known."""

    text: str
    kind: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A plain property with its values as a person reads them, and their IRIs (empty for texts and dates)."""

    label: str
    values: tuple[tuple[str, str], ...]

    @property
    def shown(self) -> str:
        """The values as one text."""
        return "; ".join(value for value, _ in self.values)


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: when, what, and where it is said.

    by_release  whether `when` are the days of the releases that say it: it has no time of its own
    """

    iri: str
    text: str
    when: str = ""
    support: tuple[Support, ...] = ()
    by_release: bool = False

    def cited(self, support: Support) -> str:
        """Where one sentence stands; its day is left out where the line begins with it."""
        told = self.by_release and self.when.endswith(support.date) and " to " not in self.when
        return str(replace(support, date="") if told else support)


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one sort."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What the graph knows of one thing."""

    iri: str
    label: str
    kinds: tuple[str, ...]
    names: tuple[Name, ...]
    properties: tuple[Property, ...]
    sections: tuple[Section, ...]

    def section(self, title: str) -> tuple[Line, ...]:
        """The lines of the section of this title, none where there is no such section."""
        return next((section.lines for section in self.sections if section.title == title), ())

    def __str__(self) -> str:
        out = [self.label, f"{', '.join(self.kinds)}  {shorten(self.iri)}"]
        out += [f"  {name.kind}: {name.text} {name.when}".rstrip() for name in self.names]
        out += [f"  {row.label}: {row.shown}" for row in self.properties]
        for section in self.sections:
            out += ["", f"{section.title} ({len(section.lines)})"]
            for line in section.lines:
                out.append(f"  {line.when}  {line.text}" if line.when else f"  {line.text}")
                out += [f"      “{one.sentence}” ({line.cited(one)})" for one in line.support[:1]]
        return "\n".join(out)

    def _repr_html_(self) -> str:
        names = "; ".join(escape(f"{name.text} {name.when}".strip()) for name in self.names)
        rows = [
            f"<tr><th>{escape(row.label)}</th><td>{escape(row.shown)}</td></tr>" for row in self.properties
        ]
        sections = "".join(_section_html(section) for section in self.sections)
        return (
            f"<div><h3>{escape(self.label)}</h3><p>{escape(', '.join(self.kinds))} "
            f"<code>{escape(shorten(self.iri))}</code></p><p>{names}</p><table>{''.join(rows)}</table>{sections}</div>"
        )


def card(source: Queryable, iri: str) -> Card:
    """The card of one thing; raises UnknownThingError where the graph has nothing of it."""
    names = _names(source, iri)
    properties, kinds = _properties(source, iri)
    if not names and not properties and not kinds:
        raise UnknownThingError(f"the graph says nothing of {shorten(iri)}")
    sections = []
    for title, name, text, undated in _SECTIONS:
        lines = tuple(sorted(_lines(_ask(source, name, iri), iri, text, undated), key=_order))
        if lines:
            sections.append(Section(title, lines))
    label = next((name.text for name in names if name.kind == "label"), shorten(iri))
    others = tuple(name for name in names if name.text != label)
    return Card(iri, label, kinds, others, properties, tuple(sections))


def _names(source: Queryable, iri: str) -> list[Name]:
    rows = _ask(source, "names", iri)
    return [Name(row["name"], _NAMES.get(shorten(row["property"]), "also"), _when(row)) for row in rows]


def _properties(source: Queryable, iri: str) -> tuple[tuple[Property, ...], tuple[str, ...]]:
    kinds: list[str] = []
    found: dict[str, list[tuple[str, str]]] = {}
    for row in _ask(source, "about", iri):
        name, value = shorten(row["property"]), row["value"]
        shown = str(row["valueLabel"] or (called(value) if isinstance(value, str) else value))
        if name == "rdf:type":
            kinds.append(shown)
        elif name not in _NAMES and name not in _ELSEWHERE:
            target = value if isinstance(value, str) and "://" in value else ""
            found.setdefault(_spoken(row["property"]), []).append((shown, target))
    rows = tuple(Property(label, tuple(dict.fromkeys(values))) for label, values in found.items())
    return rows, tuple(dict.fromkeys(kinds))


def _spoken(iri: str) -> str:
    name = called(iri)
    return _UPPER.sub(lambda match: " " + match[0].lower(), name.partition(":")[2]) if ":" in name else name


def _lines(
    rows: Iterator[dict[str, Any]], iri: str, text: Callable[[Row, str], str], undated: str
) -> Iterator[Line]:
    """One line for each node; one without a time of its own goes by the dates of the releases that say it."""
    groups: dict[tuple[str, str, str], dict[str, Support]] = {}
    dates: dict[tuple[str, str, str], set[str]] = {}
    for row in rows:
        key = row.get("node") or row["release"], _when(row), text(row, iri)
        support = groups.setdefault(key, {})
        if row["date"]:
            dates.setdefault(key, set()).add(str(row["date"]))
        if row.get("sentence"):
            support.setdefault(row["evidence"], _support(row))
    for key, support in groups.items():
        node, when, words = key
        days = "" if when else _spread(undated, sorted(dates.get(key, ())))
        yield Line(node, words, when or days, tuple(support.values()), by_release=bool(days))


def _support(row: Row) -> Support:
    confidence = None if row["confidence"] is None else float(row["confidence"])
    page, date, rule = (str(row[name] or "") for name in ("page", "date", "rule"))
    return Support(row["sentence"], page, date, rule, confidence, bool(row["digest"]))


def _spread(undated: str, days: list[str]) -> str:
    if not days:
        return ""
    return f"{undated}{days[0]}" if len(days) == 1 else f"{undated}{days[0]} to {days[-1]}"


def _post(row: Row, iri: str) -> str:
    who = "" if row["person"] == iri else f"{row['personLabel']}, "
    state = f" (from {row['stateLabel']})" if row["stateLabel"] else ""
    return f"{_unless('osce:Current', row['status'], '{}: ')}{who}{row['postLabel']}{state}"


def _event(row: Row, _: str) -> str:
    place = row["placeLabel"]
    place = f", {place}" if place and place not in row["eventLabel"] else ""
    role = f" ({called(row['role'])})" if row["role"] else ""
    return f"{row['eventLabel']}{place}{role}{_unless('osce:TookPlace', row['status'], ' [{}]')}"


def _participant(row: Row, _: str) -> str:
    return f"{row['whoLabel']} ({called(row['role'])})" if row["role"] else str(row["whoLabel"])


def _attendance(row: Row, _: str) -> str:
    return f"{row['said']}{_unless('osce:TookPlace', row['status'], ' [{}]')}"


def _statement(row: Row, iri: str) -> str:
    who = "" if row["who"] == iri else f"{row['whoLabel']} "
    speaking = f"as {row['asLabel']} " if row["asLabel"] else ""
    manner = called(row["manner"]) if row["manner"] else "said"
    return f"{who}{speaking}({manner}) in “{row['releaseLabel']}”"


def _act(row: Row, iri: str) -> str:
    """As in "Anna Berg [not, planned] signed: “treaty” (Carl Dahl)": who, how, what, and to or with whom."""
    turned = [called(row["status"])] if shorten(row["status"]) != "osce:TookPlace" else []
    turned = [*(["not"] if row["negated"] else []), *turned]
    how = f" [{', '.join(turned)}]" if turned else ""
    what = row["things"] or (f"“{row['words']}”" if row["words"] else "")
    whom = f" ({row['recipients']})" if row["recipients"] else ""
    return f"{row['agents']}{how} {called(row['kind'])}{': ' if what else ''}{what}{whom}"


def _mention(row: Row, _: str) -> str:
    times = f" ({row['times']} times)" if row["times"] > 1 else ""
    return f"{row['releaseLabel']}{times}" + (" [digest]" if row["digest"] else "")


def _unless(usual: str, status: str | None, form: str) -> str:
    return "" if status is None or shorten(status) == usual else form.format(called(status))


_SECTIONS: Final = (
    ("Posts", "posts", _post, "named "),
    ("Events", "events", _event, "reported "),
    ("Participants", "participants", _participant, "reported "),
    ("Attendance", "attendance", _attendance, "reported "),
    ("Statements", "statements", _statement, ""),
    ("Acts", "acts", _act, "told "),
    ("Mentioned in", "mentions", _mention, ""),
)


def _order(line: Line) -> tuple[bool, str]:
    day = re.search(r"[0-9]{4}[-0-9]*", line.when)
    return day is None, day[0] if day is not None else ""


def _when(row: Row) -> str:
    start, end = row.get("from"), row.get("to")
    if start is None and end is None:
        return ""
    return str(start) if start == end else f"{start or '?'} to {end or '?'}"


@cache
def _query(name: str) -> str:
    text = resources.files(__package__).joinpath("card", f"{name}.rq").read_text(encoding="utf-8")
    assert text.count(_SLOT) == 1, name  # noqa: S101 - our own file
    return text


def _ask(source: Queryable, name: str, iri: str) -> Iterator[dict[str, Any]]:
    bound = _query(name).replace(_SLOT, f"VALUES ?entity {{ {ox.NamedNode(iri)} }}")
    solutions = source.query(bound)
    assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101 - our own SELECT
    return iter(Rows.of(solutions))


def _section_html(section: Section) -> str:
    items = []
    for line in section.lines[:_SHOWN_IN_NOTEBOOK]:
        quotes = "".join(
            f"<br><q>{escape(one.sentence)}</q> <small>{escape(line.cited(one))}</small>"
            for one in line.support[:1]
        )
        items.append(f"<li>{escape(f'{line.when} {line.text}'.strip())}{quotes}</li>")
    return f"<h4>{escape(section.title)} ({len(section.lines)})</h4><ul>{''.join(items)}</ul>"
