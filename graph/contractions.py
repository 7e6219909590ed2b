"""Plain edges: what a dated, attested node says in one triple, for everyday questions.

The ontology declares which n-ary node contracts to which edge; here they are applied to the lines of one
graph. An edge is there where some evidence of the graph is sure enough, so that over all graphs it is there
where any source is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ..ontology.schema import Contraction
from .knowledge import SURE
from .terms import boolean, named, split_line

__all__ = ["plain_edges"]

_TYPE: Final = named("rdf:type")
_EVIDENCE: Final = named("osce:evidence")
_CONFIDENCE: Final = named("osce:confidence")
_NEGATED: Final = named("osce:negated")
_STATUS: Final = named("osce:status")
_TOOK_PLACE: Final = named("osce:TookPlace")
_ROLE: Final = named("osce:participationRole")

Properties = Mapping[str, Sequence[str]]


def plain_edges(lines: Iterable[str], contractions: Sequence[Contraction]) -> Iterator[str]:
    """The lines of the plain edges that a graph's lines give."""
    by_class: dict[str, list[Contraction]] = {}
    for contraction in contractions:
        by_class.setdefault(f"<{contraction.contracts}>", []).append(contraction)
    wanted = {_TYPE, _EVIDENCE, _CONFIDENCE, _NEGATED, _STATUS, _ROLE}
    wanted.update(f"<{end}>" for c in contractions for end in (c.edge_from, c.edge_to))
    nodes: dict[str, dict[str, list[str]]] = {}
    for line in lines:
        subject, predicate, value = split_line(line)
        if predicate in wanted:
            nodes.setdefault(subject, {}).setdefault(predicate, []).append(value)
    for properties in nodes.values():
        applied = [c for kind in properties.get(_TYPE, ()) for c in by_class.get(kind, ())]
        if applied and _counts(properties, nodes):
            for contraction in applied:
                yield from _edges(properties, contraction)


def _edges(properties: Properties, contraction: Contraction) -> Iterator[str]:
    roles = {f"<{role}>" for role in contraction.roles}
    if roles and not roles.intersection(properties.get(_ROLE, ())):
        return
    for start in properties.get(f"<{contraction.edge_from}>", ()):
        for end in properties.get(f"<{contraction.edge_to}>", ()):
            yield f"{start} <{contraction.edge}> {end} ."


def _counts(properties: Properties, nodes: Mapping[str, Properties]) -> bool:
    """Whether the node speaks of what took place, and surely enough."""
    if boolean(True) in properties.get(_NEGATED, ()):
        return False
    status = properties.get(_STATUS, ())
    if status and _TOOK_PLACE not in status:
        return False
    confidences = [
        confidence
        for evidence in properties.get(_EVIDENCE, ())
        for confidence in nodes.get(evidence, {}).get(_CONFIDENCE, ())
    ]
    confidences += properties.get(_CONFIDENCE, ())
    return any(float(value.split('"')[1]) >= SURE for value in confidences)
