"""What a SELECT gives back: rows that iterate, print, and go into a notebook or a file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any, Final

import pyoxigraph as ox

from ..graph.turtle import TurtleWriter
from ..ontology.schema import schema
from ..ontology.vocabulary import PREFIXES

__all__ = ["Rows", "Triples", "called", "plain", "shorten"]

_XSD: Final = PREFIXES["xsd"]
_BY_LENGTH: Final = sorted(PREFIXES.items(), key=lambda item: (-len(item[1]), item[0]))
_SHOWN_IN_NOTEBOOK: Final = 200

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def shorten(iri: str) -> str:
    """An IRI with its prefix, where one is bound and the rest is one plain name.

    >>> shorten("https://w3id.org/osce-kg/id/state/be"), shorten("http://example.org/a")
    ('state:be', 'http://example.org/a')
    """
    for prefix, namespace in _BY_LENGTH:
        if iri.startswith(namespace):
            local = iri[len(namespace) :]
            return iri if not local or "/" in local or "#" in local else f"{prefix}:{local}"
    return iri


def called(iri: str) -> str:
    """What a term that the ontology has a label for is called, and any other IRI with its prefix.

    >>> called("https://w3id.org/osce-kg/ontology#ReportedSpeech"), called("https://w3id.org/osce-kg/id/state/be")
    ('reported speech', 'state:be')
    """
    words = schema()
    return words.label(iri) if iri in words.declared() else shorten(iri)


def plain(term: Term | None) -> str | int | float | Decimal | bool | date | None:
    """A term as a Python value: numbers, booleans and days by their datatype, all else as text.

    >>> plain(ox.Literal(7)), plain(ox.NamedNode("http://example.org/a")), plain(None)
    (7, 'http://example.org/a', None)
    """
    if not isinstance(term, ox.Literal):
        return None if term is None else term.value if isinstance(term, ox.NamedNode) else str(term)
    text, kind = term.value, term.datatype.value.removeprefix(_XSD)
    try:
        match kind:
            case "integer" | "int" | "long" | "nonNegativeInteger":
                return int(text)
            case "decimal":
                return Decimal(text)
            case "double" | "float":
                return float(text)
            case "boolean":
                return text in {"true", "1"}
            case "date":
                return date.fromisoformat(text)
    except (ValueError, ArithmeticError):
        return text
    return text


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a SELECT; iterating gives one dictionary of Python values a row.

    variables  the columns, in the order of the query
    solutions  the rows as pyoxigraph gives them: `solution["name"]` is an RDF term or None
    note       what a reader of the rows should know, such as what was left out
    """

    variables: tuple[str, ...]
    solutions: tuple[ox.QuerySolution, ...]
    title: str = ""
    note: str = ""

    @classmethod
    def of(cls, solutions: ox.QuerySolutions, title: str = "", note: str = "") -> Rows:
        """Takes all rows of a result; the query is evaluated here."""
        names = tuple(variable.value for variable in solutions.variables)
        return cls(names, tuple(solutions), title, note)

    def __len__(self) -> int:
        return len(self.solutions)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for solution in self.solutions:
            yield {name: plain(term) for name, term in zip(self.variables, solution, strict=True)}

    @property
    def columns(self) -> tuple[str, ...]:
        """The variables that a person wants to see: where `?x` has its `?xLabel`, the label alone."""
        names = set(self.variables)
        return tuple(name for name in self.variables if f"{name}Label" not in names)

    def table(self) -> Iterator[tuple[str, ...]]:
        """The rows as text, one cell for each of `columns`, IRIs shortened."""
        for solution in self.solutions:
            yield tuple(_cell(solution[name]) for name in self.columns)

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of `columns` for a person: without `Label`."""
        return tuple(name.removesuffix("Label") or name for name in self.columns)

    def csv(self) -> str:
        """SPARQL 1.1 Query Results CSV: all variables, values without types."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.variables)
        for solution in self.solutions:
            writer.writerow("" if term is None else _value(term) for term in solution)
        return out.getvalue()

    def json(self) -> str:
        """SPARQL 1.1 Query Results JSON."""
        bindings = [
            {name: _binding(term) for name, term in zip(self.variables, row, strict=True) if term is not None}
            for row in self.solutions
        ]
        document = {"head": {"vars": list(self.variables)}, "results": {"bindings": bindings}}
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"

    def __str__(self) -> str:
        rows = [self.headings, *self.table()]
        widths = [max(len(row[i]) for row in rows) for i in range(len(self.columns))]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        )

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.headings)
        rows = [
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
            for row, _ in zip(self.table(), range(_SHOWN_IN_NOTEBOOK), strict=False)
        ]
        more = len(self) - len(rows)
        notes = [f"and {more} more rows"] if more > 0 else []
        notes += [escape(self.note)] if self.note else []
        told = "".join(f"<p>{note}</p>" for note in notes)
        caption = f"<caption>{escape(self.title)}</caption>" if self.title else ""
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>{told}"


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE, each once, in the order of their text."""

    triples: tuple[ox.Triple, ...]

    @classmethod
    def of(cls, triples: ox.QueryTriples) -> Triples:
        """Takes all triples of a result; the query is evaluated here."""
        return cls(tuple(sorted(set(triples), key=str)))

    def __len__(self) -> int:
        return len(self.triples)

    def __iter__(self) -> Iterator[ox.Triple]:
        return iter(self.triples)

    def turtle(self) -> str:
        """The triples in Turtle, sorted, with the prefixes of the graph."""
        writer = TurtleWriter()
        body = writer.blocks(tuple(sorted(f"{triple} ." for triple in self.triples)))
        return writer.header() + body


def _value(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _cell(term: Term | None) -> str:
    if term is None:
        return ""
    return called(term.value) if isinstance(term, ox.NamedNode) else _value(term)


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, ox.Literal):
        return {"type": "literal", "value": str(term)}
    found = {"type": "literal", "value": term.value}
    if term.language is not None:
        found["xml:lang"] = term.language
    elif term.datatype.value != _XSD + "string":
        found["datatype"] = term.datatype.value
    return found
