"""A card: what the graph knows of one thing, each fact with the sentences or table rows that say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib import resources
from typing import Any, Final

import pyoxigraph as ox

from ..ontology.errors import OsceKgError
from .answer import Answer, shorten
from .search import Queryable

__all__ = ["Card", "Line", "Name", "Property", "Section", "Support", "UnknownThingError", "card"]

_SLOT: Final = "VALUES ?entity { osce:Entity }"
_SHOWN_IN_NOTEBOOK: Final = 40

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
    """One fact: when, what, and where it is said."""

    iri: str
    text: str
    when: str = ""
    support: tuple[Support, ...] = ()


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
                out += [f"      “{one.sentence}” ({one})" for one in line.support[:1]]
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
    sections = [
        Section(title, lines)
        for title, name, text in _SECTIONS
        if (lines := tuple(_lines(_ask(source, name, iri), iri, text)))
    ]
    label = next((name.text for name in names if name.kind == "label"), shorten(iri))
    others = tuple(name for name in names if name.text != label)
    return Card(iri, label, kinds, others, properties, tuple(sections))


def _names(source: Queryable, iri: str) -> list[Name]:
    return [
        Name(row["name"], row["label"] or "name", _when(row))
        for row in _ask(source, "names", iri)
        if row["name"]
    ]


def _properties(source: Queryable, iri: str) -> tuple[tuple[Property, ...], tuple[str, ...]]:
    kinds: list[str] = []
    found: dict[str, list[tuple[str, str]]] = {}
    hidden = {"names", "label"}
    for row in _ask(source, "about", iri):
        value = row["value"]
        shown = str(row["valueLabel"] or (shorten(value) if isinstance(value, str) else value))
        if shorten(row["property"]) == "rdf:type":
            kinds.append(shown)
        elif not any(shorten(row["property"]).endswith(name) for name in hidden):
            target = value if isinstance(value, str) and "://" in value else ""
            found.setdefault(row["propertyLabel"] or shorten(row["property"]), []).append((shown, target))
    rows = tuple(Property(label, tuple(dict.fromkeys(values))) for label, values in found.items())
    return rows, tuple(dict.fromkeys(kinds))


def _lines(rows: Iterator[dict[str, Any]], iri: str, text: Callable[[Row, str], str]) -> Iterator[Line]:
    groups: dict[tuple[str, str, str], dict[str, Support]] = {}
    for row in rows:
        key = (
            row.get("node") or row.get("release") or "",
            _when(row) or str(row.get("date") or ""),
            text(row, iri),
        )
        support = groups.setdefault(key, {})
        if row.get("sentence"):
            support.setdefault(
                row.get("evidence") or row["sentence"],
                Support(
                    row["sentence"],
                    str(row["page"] or ""),
                    str(row["date"] or ""),
                    str(row["rule"] or ""),
                    None if row["confidence"] is None else float(row["confidence"]),
                    bool(row["digest"]),
                ),
            )
    for (node, when, words), support in groups.items():
        yield Line(node, words, when, tuple(support.values()))


def _post(row: Row, iri: str) -> str:
    status = (
        f"{row['statusLabel']}: "
        if row["statusLabel"] and str(row["statusLabel"]).lower() != "current"
        else ""
    )
    who = "" if row["person"] == iri else f"{row['personLabel']}, "
    state = f" (from {row['stateLabel']})" if row["stateLabel"] else ""
    return f"{status}{who}{row['postLabel']}{state}"


def _event(row: Row, _: str) -> str:
    place = f", {row['placeLabel']}" if row["placeLabel"] else ""
    role = f" ({row['roleLabel']})" if row["roleLabel"] else ""
    planned = (
        f" [{row['statusLabel']}]" if str(row["statusLabel"] or "took place").lower() != "took place" else ""
    )
    return f"{row['eventLabel']}{place}{role}{planned}"


def _participant(row: Row, _: str) -> str:
    return f"{row['whoLabel']} ({row['roleLabel']})" if row["roleLabel"] else str(row["whoLabel"])


def _statement(row: Row, iri: str) -> str:
    who = "" if row["who"] == iri else f"{row['whoLabel']} "
    speaking = f"as {row['asLabel']} " if row["asLabel"] else ""
    return f"{who}{speaking}({row['mannerLabel'] or 'said'}) in “{row['releaseLabel']}”"


def _mention(row: Row, _: str) -> str:
    times = f" ({row['times']} times)" if row["times"] > 1 else ""
    return f"{row['releaseLabel']}{times}" + (" [digest]" if row["digest"] else "")


_SECTIONS: Final = (
    ("Posts", "posts", _post),
    ("Events", "events", _event),
    ("Participants", "participants", _participant),
    ("Statements", "statements", _statement),
    ("Mentioned in", "mentions", _mention),
)


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
    return iter(Answer.of(solutions))


def _section_html(section: Section) -> str:
    items = []
    for line in section.lines[:_SHOWN_IN_NOTEBOOK]:
        quotes = "".join(
            f"<br><q>{escape(one.sentence)}</q> <small>{escape(str(one))}</small>" for one in line.support[:1]
        )
        items.append(f"<li>{escape(f'{line.when} {line.text}'.strip())}{quotes}</li>")
    return f"<h4>{escape(section.title)} ({len(section.lines)})</h4><ul>{''.join(items)}</ul>"
