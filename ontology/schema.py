"""What osce.ttl says, for programs: plain edges of nodes, how things are drawn, what terms are called.

>>> words = schema()
>>> words.drawing(expand("osce:FieldOperation")).shape
'ring'
>>> words.term(EventKind.ROUND_TABLE) == expand("osce:RoundTable")
True
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox

from .entities import ReferenceEntity
from .errors import ReferenceDataError
from .facts import ActKind, EventKind, Manner, Role, Status, TermStatus
from .vocabulary import expand

__all__ = [
    "Contraction",
    "Drawing",
    "Schema",
    "contractions",
    "drawing",
    "ontology_turtle",
    "schema",
    "structural",
]

GREY: Final = "#8b949c"
_OSCE: Final = expand("osce:")
_ENUMS: Final[Mapping[type[StrEnum], str]] = MappingProxyType(
    {
        EventKind: "osce:Event",
        Role: "osce:ParticipationRole",
        Status: "osce:Status",
        TermStatus: "osce:TermStatus",
        Manner: "osce:Manner",
        ActKind: "osce:ActKind",
    }
)


@dataclass(frozen=True, slots=True)
class Contraction:
    """Each node of the class `contracts` gives an edge from its value of `edge_from` to that of `edge_to`.

    All of these are IRIs.

    roles       the participation roles that give the edge; empty where any does
    phrase      the words that read the edge
    dates_from  the property to the node whose dates bound the edge, None where the node has them itself
    """

    iri: str
    contracts: str
    edge_from: str
    edge: str
    edge_to: str
    phrase: str
    roles: frozenset[str] = frozenset()
    dates_from: str | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a class or relation is drawn: a colour, a shape for classes, the words that read a relation."""

    colour: str = GREY
    shape: str = "dot"
    phrase: str = ""


class Schema:
    """The ontology, read once; terms are IRIs (see `vocabulary.expand`)."""

    def __init__(self, turtle: str) -> None:
        self._values: dict[tuple[str, str], list[str]] = {}
        self._subjects: dict[tuple[str, str], list[str]] = {}
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and not isinstance(
                quad.object, ox.BlankNode | ox.Triple
            ):
                subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object.value
                self._values.setdefault((subject, predicate), []).append(value)
                self._subjects.setdefault((predicate, value), []).append(subject)
        self._declared = frozenset(
            term for term, predicate in self._values if predicate == expand("rdfs:label")
        )
        self._terms = {
            member: self._term_of(member, expand(parent))
            for enum, parent in _ENUMS.items()
            for member in enum
        }

    def _all(self, subject: str, predicate: str) -> list[str]:
        return self._values.get((subject, expand(predicate)), [])

    def _one(self, subject: str, predicate: str, default: str = "") -> str:
        return next(iter(self._all(subject, predicate)), default)

    def _term_of(self, member: StrEnum, parent: str) -> str:
        for term in self._subjects.get((expand("skos:notation"), member.value), ()):
            if parent in (*self._all(term, "rdfs:subClassOf"), *self._all(term, "rdf:type")):
                return term
        raise ReferenceDataError(f"osce.ttl: no term with the notation {member.value!r} under <{parent}>")

    def term(self, member: EventKind | Role | Status | TermStatus | Manner | ActKind) -> str:
        """The class of an event kind, or the individual of a role, status, manner or kind of act."""
        return self._terms[member]

    def member(self, term: str) -> StrEnum | None:
        """The event kind, role, status or manner that a class or individual stands for."""
        return next((member for member, known in self._terms.items() if known == term), None)

    def contractions(self) -> tuple[Contraction, ...]:
        """Which detailed nodes give which plain edges, in the order of their IRIs."""
        nodes = self._subjects.get((expand("rdf:type"), expand("osce:Contraction")), [])
        return tuple(
            Contraction(
                iri=node,
                contracts=self._one(node, "osce:contracts"),
                edge_from=self._one(node, "osce:edgeFrom"),
                edge=self._one(node, "osce:edge"),
                edge_to=self._one(node, "osce:edgeTo"),
                phrase=self._one(node, "osce:phrase"),
                roles=frozenset(self._all(node, "osce:whenRole")),
                dates_from=self._one(node, "osce:datesFrom") or None,
            )
            for node in sorted(nodes)
        )

    def drawing(self, term: str) -> Drawing:
        """How a class or property is drawn; the default where the ontology says nothing."""
        return Drawing(
            self._one(term, "osce:colour", GREY),
            self._one(term, "osce:shape", "dot"),
            self._one(term, "osce:phrase"),
        )

    def structural(self) -> frozenset[str]:
        """The relations that only say where things belong."""
        return frozenset(self._subjects.get((expand("osce:structural"), "true"), ()))

    def label(self, term: str) -> str:
        """What a class, property or individual is called, else its local name."""
        phrase = self._one(term, "osce:phrase")
        return self._one(term, "rdfs:label") or phrase or term.rpartition("#")[2].rpartition("/")[2]

    def definition(self, term: str) -> str:
        """What a class, property or individual means; empty for terms of other vocabularies."""
        return self._one(term, "skos:definition")

    def declared(self) -> frozenset[str]:
        """The terms that the ontology declares, and those of other vocabularies that it gives a label."""
        return self._declared

    def classes(self, term: str) -> tuple[str, ...]:
        """The class itself and the classes of this ontology above it, nearest first.

        Nodes bear them all, so that no question needs inference.
        """
        found = [term]
        for known in found:
            above = self._all(known, "rdfs:subClassOf")
            found += (parent for parent in above if parent.startswith(_OSCE) and parent not in found)
        return tuple(found)

    def class_of(self, known: ReferenceEntity) -> str:
        """The class of an entity of reference, by its table and kind; raises ReferenceDataError."""
        kinds, row = _kinds(), known.rows[0]
        kind = row.cells.get("kind", "")
        term = kinds.get((row.table, kind)) or kinds.get((row.table, ""))
        if term is None:
            raise row.trouble("kind", f"kinds.tsv has no class for {kind!r}")
        return expand(term)


@cache
def _kinds() -> Mapping[tuple[str, str], str]:
    return MappingProxyType({(table, kind): term for table, kind, term in _kind_rows()})


def _kind_rows() -> Iterator[tuple[str, str, str]]:
    text = (files(__package__) / "kinds.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        table, kind, term = line.split("\t")
        yield table, kind, term


def ontology_turtle() -> str:
    """The text of osce.ttl."""
    return (files(__package__) / "osce.ttl").read_text(encoding="utf-8")


@cache
def schema() -> Schema:
    """The ontology that comes with osce-kg."""
    return Schema(ontology_turtle())


def contractions() -> tuple[Contraction, ...]:
    """Which detailed nodes give which plain edges."""
    return schema().contractions()


def drawing(term: str) -> Drawing:
    """How the class or property with this IRI is drawn."""
    return schema().drawing(term)


def structural() -> frozenset[str]:
    """The IRIs of relations that only say where things belong."""
    return schema().structural()
