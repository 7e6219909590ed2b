"""Why the graph says something: finds the sentences and the rows of reference that a fact comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final

import pyoxigraph as ox

from .explanation import Explanation, Proof, TableRow, UnknownFactError
from .loaders.extraction.confidence import Family, family_of
from .ontology.schema import schema
from .ontology.vocabulary import PREFIXES, expand
from .queries.rows import called, shorten
from .queries.terms import Resolve, as_iri

__all__ = ["explain"]

_PIECES: Final = 3
_AROUND: Final = 160
_NEAR: Final = 5
_MANY: Final = 20_000
_SHOWN: Final = 12
_KINDS: Final = {"mission": "field-operation"}
_ROLES: Final = {
    "Organizer": "organizer",
    "Host": "organizer",
    "Supporter": "supporter",
    "Funder": "supporter",
}
_GROUPS: Final = {
    "membership": "post",
    "statement": "said",
    "event": "event",
    "act": "act",
    "attendance": "attendance",
}
_UNTOLD: Final = frozenset(
    ("rdf:type", "osce:evidence", "osce:confidence", "osce:foundBy", "oa:start", "oa:end", "oa:exact",
     "osce:inSource", "osce:marked", "rdfs:label", "skos:altLabel", "osce:quote", "osce:storedText")
)  # fmt: skip

Node = ox.NamedNode
Value = ox.NamedNode | ox.Literal


def explain(store: ox.Store, fact: str, resolve: Resolve) -> Explanation:
    """Why the graph says a fact.

    Args:
        store: with the default graph.
        fact: a node by IRI, prefixed name or name; or subject, predicate and object of a triple, in prefixed
            names with spaces between.
        resolve: finds what a name means.

    Raises:
        UnknownFactError: the graph does not say this.
    """
    graph = _Graph(store)
    parts = [as_iri(part) for part in fact.split()]
    if len(parts) == _PIECES and None not in parts:
        subject, relation, value = (Node(part) for part in parts if part is not None)
        return graph.edge(subject, relation, value)
    return graph.node(Node(as_iri(fact) or resolve(fact.strip(), ())))


@dataclass(slots=True)
class _Graph:
    """The default graph, and what was looked up of it."""

    store: ox.Store
    _rows: dict[Node, tuple[TableRow, ...]] = field(default_factory=dict)

    def node(self, node: Node) -> Explanation:
        kinds = list(self.all(node, "rdf:type"))
        if not kinds:
            raise UnknownFactError(self._unknown(node))
        proofs = list(self.proofs(node))
        label = self.label(node)
        if not proofs and not self.rows_of(node):
            proofs = [proof for naming in self.naming(node) for proof in self.proofs(naming)]
        about = [(_called(relation), self.shown(value)) for relation, value in self.told(node)]
        return Explanation(
            shorten(node.value),
            label if label != shorten(node.value) else called(self.kind(kinds)),
            tuple(about[:_SHOWN]),
            _surest_first(proofs),
            tuple(self.rows_around([node])),
        )

    def edge(self, subject: Node, relation: Node, value: Node) -> Explanation:
        if ox.Quad(subject, relation, value) not in self.store:
            raise UnknownFactError(self._unsaid(subject, relation, value))
        nodes = list(self.giving(subject, relation, value))
        proofs = [proof for node in nodes for proof in self.proofs(node)]
        proofs += self.proofs(subject, relation, value)
        if not nodes and not proofs:
            proofs += (proof for proof in self.proofs(subject) if not proof.says)
            nodes = [subject]
        names = f"{self.label(subject)} – {_called(relation)} – {self.label(value)}"
        fact = " ".join(shorten(one.value) for one in (subject, relation, value))
        return Explanation(
            fact, names, (), _surest_first(proofs), tuple(self.rows_around(nodes or [subject]))
        )

    def giving(self, subject: Node, relation: Node, value: Node) -> Iterator[Node]:
        """The detailed nodes that a plain edge is made of."""
        for rule in schema().contractions():
            if rule.edge != relation.value:
                continue
            for node in self.subjects(rule.edge_from, subject):
                kinds = {kind.value for kind in self.all(node, "rdf:type")}
                roles = {role.value for role in self.all(node, "osce:participationRole")}
                if (
                    rule.contracts in kinds
                    and value in set(self.all(node, rule.edge_to))
                    and (not rule.roles or rule.roles & roles)
                ):
                    yield node

    def naming(self, thing: Node) -> Iterator[Node]:
        """The first mentions that name a thing which no sentence attests by itself."""
        return islice(iter(sorted(self.subjects(expand("osce:names"), thing), key=str)), _NEAR)

    def proofs(self, node: Node, relation: Node | None = None, value: Node | None = None) -> Iterator[Proof]:
        """What pages say of a node; of one property and value, where they are given."""
        attesting = list(self.nodes(node, "osce:evidence"))
        if self.one(node, "oa:exact") and not attesting:
            attesting = [node]
        for evidence in attesting:
            if self.one(evidence, "osce:table"):
                continue
            supported, stands = self.first(evidence, "osce:supports"), self.first(evidence, "osce:value")
            if relation is not None and (supported != relation or stands not in (None, value)):
                continue
            yield self._proof(node, evidence, supported, stands)

    def _proof(self, node: Node, evidence: Node, supported: Value | None, stands: Value | None) -> Proof:
        rule, source = self.one(evidence, "osce:foundBy"), self.first(evidence, "osce:inSource")
        begin, end = (int(self.one(evidence, name) or 0) for name in ("oa:start", "oa:end"))
        family = self._family(node, evidence, rule, supported)
        sure = self.one(evidence, "osce:confidence")
        page = self._page(source) if isinstance(source, Node) else {}
        says = (
            f"{_called(supported)}: {self.shown(stands)}".rstrip(": ") if isinstance(supported, Node) else ""
        )
        return Proof(
            fact=shorten(node.value),
            pieces=self._pieces(evidence, source, begin, end),
            rule=rule,
            confidence=float(sure) if sure else None,
            family="" if family is None else family.name,
            seen=0 if family is None else family.seen,
            right=0 if family is None else family.seen_right,
            says=says,
            source=shorten(source.value) if source is not None else "",
            begin=begin,
            end=end,
            **page,
        )

    def _family(self, node: Node, evidence: Node, rule: str, supported: Value | None) -> Family | None:
        prefix = shorten(node.value).partition(":")[0]
        if supported is not None:
            is_header = supported.value != expand("osce:inferredField")
            return family_of("header" if is_header else "field-inferred", rule)
        if prefix == "participation":
            role = self.one(node, "osce:participationRole").rpartition("#")[2]
            return family_of(_ROLES.get(role, "participant"), rule)
        if node == evidence:
            prefix = shorten(self.one(node, "osce:names")).partition(":")[0]
            return family_of(_KINDS.get(prefix, prefix), rule)
        return family_of(_GROUPS.get(prefix, prefix), rule)

    def _pieces(
        self, evidence: Node, source: Value | None, begin: int, end: int
    ) -> tuple[tuple[str, bool], ...]:
        """The sentence in pieces; a mention is marked in the line around it."""
        text, marks = self.one(evidence, "oa:exact"), []
        for mark in self.all(evidence, "osce:marked"):
            first, _, last = mark.value.partition("-")
            if first.isdigit() and last.isdigit():
                marks.append((int(first) - begin, int(last) - begin))
        stored = self.one(source, "osce:storedText") if isinstance(source, Node) else ""
        if not marks and stored and self.one(evidence, "osce:names"):
            start = max(stored.rfind("\n", 0, begin) + 1, begin - _AROUND)
            stop = min(stored.find("\n", end) % (len(stored) + 1), end + _AROUND)
            text, marks = stored[start:stop], [(begin - start, end - start)]
        return _cut(text, sorted(marks))

    def _page(self, source: Node) -> dict[str, Any]:
        release = self.first(source, "osce:of")
        address = self.one(source, "dcterms:source") or self.one(source, "prov:wasDerivedFrom")
        return {
            "title": self.one(release, "rdfs:label") if isinstance(release, Node) else "",
            "issued": self.one(release, "dcterms:issued") if isinstance(release, Node) else "",
            "address": address or self.one(source, "osce:path"),
            "digest": expand("osce:Digest") in {kind.value for kind in self.all(source, "rdf:type")},
        }

    def rows_around(self, nodes: Iterable[Node]) -> Iterator[TableRow]:
        """The rows of the nodes themselves, then of those whom and what they speak of; each once."""
        given: set[tuple[str, str]] = set()
        plain = {rule.edge for rule in schema().contractions()}
        for node in nodes:
            told = ((relation, value) for relation, value in self.told(node) if relation.value not in plain)
            spoken = [value for _, value in told if isinstance(value, Node)]
            for thing in (node, *spoken):
                for row in self.rows_of(thing):
                    if (row.table, row.row) not in given:
                        given.add((row.table, row.row))
                        yield row

    def rows_of(self, thing: Node) -> tuple[TableRow, ...]:
        if thing not in self._rows:
            found = (one for one in self.nodes(thing, "osce:evidence") if self.one(one, "osce:table"))
            self._rows[thing] = tuple(self._row(thing, one) for one in sorted(found, key=str))
        return self._rows[thing]

    def _row(self, thing: Node, row: Node) -> TableRow:
        sure = self.one(row, "osce:confidence")
        return TableRow(
            about=self.label(thing),
            table=self.one(row, "osce:table"),
            row=self.one(row, "osce:row"),
            gist=self.one(row, "oa:exact"),
            source="; ".join(sorted(value.value for value in self.all(row, "dcterms:source"))),
            confidence=float(sure) if sure else None,
        )

    def told(self, node: Node) -> Sequence[tuple[Node, Value]]:
        """What is said of a node, its class, names and evidence left out."""
        pattern = self.store.quads_for_pattern(node, None, None, ox.DefaultGraph())
        found = [
            (quad.predicate, quad.object) for quad in pattern if isinstance(quad.object, Node | ox.Literal)
        ]
        kept = [(relation, value) for relation, value in found if shorten(relation.value) not in _UNTOLD]
        return sorted(kept, key=lambda pair: (pair[0].value, pair[1].value))

    def kind(self, kinds: Iterable[Value]) -> str:
        """The class that says most: one of ours before those of others."""
        return min(
            (kind.value for kind in kinds), key=lambda iri: (not iri.startswith(PREFIXES["osce"]), iri)
        )

    def label(self, node: Value) -> str:
        return (self.one(node, "rdfs:label") if isinstance(node, Node) else "") or shorten(node.value)

    def shown(self, value: Value | None) -> str:
        if value is None:
            return ""
        if isinstance(value, ox.Literal):
            return value.value
        label = self.one(value, "rdfs:label")
        return label or called(value.value)

    def all(self, node: Node, name: str) -> Iterator[Value]:
        relation = Node(name if "://" in name else expand(name))
        for quad in self.store.quads_for_pattern(node, relation, None, ox.DefaultGraph()):
            if isinstance(quad.object, Node | ox.Literal):
                yield quad.object

    def nodes(self, node: Node, name: str) -> Iterator[Node]:
        return (value for value in self.all(node, name) if isinstance(value, Node))

    def first(self, node: Node, name: str) -> Value | None:
        return min(self.all(node, name), key=str, default=None)

    def one(self, node: Node, name: str) -> str:
        found = self.first(node, name)
        return "" if found is None else found.value

    def subjects(self, relation: str, value: Node) -> Iterator[Node]:
        for quad in self.store.quads_for_pattern(None, Node(relation), value, ox.DefaultGraph()):
            if isinstance(quad.subject, Node):
                yield quad.subject

    def _unknown(self, node: Node) -> str:
        short = shorten(node.value)
        start = short.partition(":")[0] + ":"
        quads = self.store.quads_for_pattern(None, Node(expand("rdf:type")), None, ox.DefaultGraph())
        alike = {name for quad in quads if (name := shorten(str(quad.subject)[1:-1])).startswith(start)}
        near = get_close_matches(short, sorted(alike)[:_MANY], 3, 0.6)
        return f"the graph says nothing of {short}" + (f"; did you mean {' or '.join(near)}?" if near else "")

    def _unsaid(self, subject: Node, relation: Node, value: Node) -> str:
        said = f"the graph does not say {' '.join(shorten(one.value) for one in (subject, relation, value))}"
        others = [shorten(other.value) for other in self.nodes(subject, relation.value)]
        if others:
            near = get_close_matches(shorten(value.value), others, _NEAR, 0.0)
            return f"{said}; of {shorten(relation.value)} it says {', '.join(near)}"
        quads = self.store.quads_for_pattern(subject, None, value, ox.DefaultGraph())
        between = sorted({shorten(quad.predicate.value) for quad in quads})
        if between:
            return f"{said}; between them there is {', '.join(between)}"
        return said if list(self.all(subject, "rdf:type")) else self._unknown(subject)


def _called(relation: Node) -> str:
    """What a property is called; one of another vocabulary by its local name."""
    name = called(relation.value)
    return name.partition(":")[2] if name == shorten(relation.value) and ":" in name else name


def _cut(text: str, marks: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """The pieces of a text between marks and in them, with single spaces.

    >>> _cut("The  Head, Ada Marlowe, spoke.", [(11, 22)])
    (('The Head, ', False), ('Ada Marlowe', True), (', spoke.', False))
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for begin, end in marks:
        if at <= begin < end <= len(text):
            pieces += [(text[at:begin], False), (text[begin:end], True)]
            at = end
    pieces.append((text[at:], False))
    return tuple((re.sub(r"\s+", " ", words), carries) for words, carries in pieces if words)


def _surest_first(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    return tuple(
        sorted(set(proofs), key=lambda one: (-(one.confidence or 0), one.issued, one.source, one.begin))
    )
