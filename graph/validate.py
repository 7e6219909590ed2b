"""What must be there, checked with SHACL: each result says which document is at fault, and which sentence.

Only the things that the given graphs speak of are looked at, with all that any source says of them: a load
of one release is checked without reading the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Final

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

from ..ontology import schema as ontology
from ..ontology.vocabulary import PREFIXES
from .quads import graph_lines
from .snapshot import Snapshot
from .terms import named, split_line

__all__ = ["ValidationReport", "Violation", "validate"]

_BATCH: Final = 150
"""How many things are checked at once: pyshacl looks each up in a list of them all, again and again."""

_TYPE: Final = ox.NamedNode(named("rdf:type")[1:-1])
_DEFAULT: Final = ox.DefaultGraph()


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is not as it must be.

    thing     its IRI
    path      the property, empty where the thing as a whole is meant
    value     the value at fault, as N-Triples writes it, empty where one is missing
    message   what must be, for a person
    severity  "Violation", "Warning" or "Info"
    document  the URL or name of the page that says so, else the table and row; empty where nobody does
    sentence  its words
    """

    thing: str
    path: str
    value: str
    message: str
    severity: str
    document: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What was found: the violations in order, and how many things were looked at."""

    violations: tuple[Violation, ...]
    checked: int

    @property
    def conforms(self) -> bool:
        """Whether nothing was found."""
        return not self.violations


@cache
def _shapes() -> rdflib.Graph:
    text = (files(ontology.__package__) / "shapes.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def validate(
    snapshot: Snapshot, graphs: Sequence[str] | None = None, *, shapes: rdflib.Graph | None = None
) -> ValidationReport:
    """Checks what graphs speak of against the shapes.

    Args:
        snapshot: from which.
        graphs: IRIs of named graphs, as `LoadReport.graphs` gives them; all when left out.
        shapes: SHACL shapes; those that come with osce-kg when left out.
    """
    if graphs is None:
        nodes = snapshot.raw.named_graphs()
        graphs = sorted(node.value for node in nodes if isinstance(node, ox.NamedNode))
    known = shapes if shapes is not None else _shapes()
    found: set[Violation] = set()
    checked = 0
    subjects = _subjects(snapshot.raw, graphs)
    while batch := frozenset(islice(subjects, _BATCH)):
        checked += len(batch)
        found.update(_check(snapshot, batch, known))
    ordered = sorted(found, key=lambda v: (v.document, v.thing, v.path, v.value, v.message))
    return ValidationReport(tuple(ordered), checked)


def _subjects(store: ox.Store, graphs: Iterable[str]) -> Iterator[str]:
    """What the graphs speak of, each once."""
    seen: set[str] = set()
    for name in graphs:
        new = {split_line(line).subject for line in graph_lines(store, name)} - seen
        seen |= new
        yield from sorted(new)


def _check(snapshot: Snapshot, subjects: Collection[str], shapes: rdflib.Graph) -> Iterator[Violation]:
    lines = sorted(_surroundings(snapshot.raw, subjects))
    data = rdflib.Graph(bind_namespaces="none").parse(data="\n".join(lines) + "\n", format="nt")
    _, report, _ = pyshacl.validate(
        data,
        shacl_graph=shapes,
        inference="none",
        focus_nodes=[rdflib.URIRef(s[1:-1]) for s in sorted(subjects)],
    )
    assert isinstance(report, rdflib.Graph)  # noqa: S101 - pyshacl raises where it cannot make one
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield _violation(snapshot.raw, report, result)


def _surroundings(store: ox.Store, subjects: Collection[str]) -> Iterator[str]:
    """All that any source says of the subjects, and of which class is what they point to."""
    values: set[str] = set()
    for subject in subjects:
        for quad in store.quads_for_pattern(ox.NamedNode(subject[1:-1]), None, None, _DEFAULT):
            yield f"{quad.triple} ."
            if isinstance(quad.object, ox.NamedNode):
                values.add(quad.object.value)
    for value in values.difference(subject[1:-1] for subject in subjects):
        for quad in store.quads_for_pattern(ox.NamedNode(value), _TYPE, None, _DEFAULT):
            yield f"{quad.triple} ."


def _violation(store: ox.Store, report: rdflib.Graph, result: rdflib.term.Node) -> Violation:
    thing = str(report.value(result, SH.focusNode) or "")
    value = report.value(result, SH.value)
    messages = sorted(str(message) for message in report.objects(result, SH.resultMessage))
    severity = str(report.value(result, SH.resultSeverity) or "").rpartition("#")[2]
    document, sentence = _origin(store, thing)
    return Violation(
        thing=thing,
        path=str(report.value(result, SH.resultPath) or ""),
        value=value.n3() if isinstance(value, rdflib.term.Identifier) else "",
        message="; ".join(messages),
        severity=severity,
        document=document,
        sentence=sentence,
    )


def _origin(store: ox.Store, thing: str) -> tuple[str, str]:
    """The page and the sentence that a thing comes from: its own, or those of its first evidence."""
    attesting = [thing, *sorted(_values(store, thing, "osce:evidence"))]
    for node in attesting:
        sentence = next(iter(_values(store, node, "oa:exact")), "")
        for source in _values(store, node, "osce:inSource"):
            return _document(store, source), sentence
        table, row = _values(store, node, "osce:table"), _values(store, node, "osce:row")
        if table and row:
            return f"{table[0]}, row {row[0]}", sentence
    for relation in ("osce:inRelease", "osce:saidIn", "osce:reportedIn"):
        for release in _values(store, thing, relation):
            return _of_release(store, release), ""
    if thing.startswith(PREFIXES["source"]):
        return _document(store, thing), ""
    return _of_release(store, thing), ""


def _of_release(store: ox.Store, release: str) -> str:
    of = ox.NamedNode(named("osce:of")[1:-1])
    quads = store.quads_for_pattern(None, of, ox.NamedNode(release), _DEFAULT)
    sources = sorted(quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))
    return _document(store, sources[0]) if sources else ""


def _document(store: ox.Store, source: str) -> str:
    for relation in ("dcterms:source", "osce:path"):
        for found in sorted(_values(store, source, relation)):
            return found
    return source


def _values(store: ox.Store, thing: str, relation: str) -> list[str]:
    predicate = ox.NamedNode(named(relation)[1:-1])
    quads = store.quads_for_pattern(ox.NamedNode(thing), predicate, None, _DEFAULT)
    return [quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode | ox.Literal)]
