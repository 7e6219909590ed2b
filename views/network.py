"""Typed NetworkX graphs: of an entity's neighbourhood, of a named projection, or of what a query gives.

Nodes are IRIs with `label`, `short`, `brief`, `kind`, `kind_label`, `shape`, `colour` and `focus`. An edge
stands for all facts of one relation between two nodes: `relation`, `phrase`, `count`, `start` and `end` (the
earliest and the latest date that any of its facts gives), `facts` (one `FactLine` each), `evidence`
(sentences) and `evidence_count`. `flat` makes a copy that every writer of NetworkX takes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx
import pyoxigraph as ox

from ..ontology.dates import Interval
from ..ontology.schema import schema
from ..ontology.vocabulary import expand
from .labels import picture_name
from .links import HUBS, Link, co_mentions, links_of, links_within, query_links
from .model import Quote, Thing, spell_interval
from .projections import projection_named
from .reading import evidence_of, kept, query_text, select

__all__ = ["FactLine", "flat", "from_query", "neighbourhood", "projection"]

LIMIT: Final = 60
_STATE: Final = expand("osce:State")
_LAST: Final = frozenset({expand("osce:PressRelease"), expand("org:Post"), expand("osce:Document")})


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact behind an edge: the node that states it, what it says, when it holds, and what counts once."""

    iri: str
    label: str
    when: Interval
    counted: str = ""


def neighbourhood(
    store: ox.Store, entities: Collection[str], *, mentions: bool = False, limit: int = LIMIT
) -> nx.MultiDiGraph:
    """The surroundings of some entities: what they are linked to, and the links among these.

    entities  IRIs
    mentions  whether to add who is named in the same releases, which is no relation
    limit     the most nodes; the attribute `left_out` of the graph counts the others by kind

    Structural relations (place in State, part of, seat, nationality, hosted by) are no links here.
    """
    focus = sorted(set(entities))
    found = links_of(store, focus)
    if mentions:
        found += co_mentions(store, focus)
    weights: Counter[str] = Counter()
    for link in found:
        for end in (link.source, link.target):
            if end not in focus:
                weights[end] += 1
    things = _things(store, [*focus, *weights])
    ranked = sorted(weights, key=lambda iri: (_kind(things, iri) in _LAST, -weights[iri], iri))
    ranked = [iri for iri in ranked if iri in things]
    chosen = {iri for iri in focus if iri in things} | set(ranked[: max(limit - len(focus), 0)])
    left_out = Counter(schema().label(_kind(things, iri)) for iri in ranked if iri not in chosen)
    among = [
        link for link in links_within(store, chosen) if link.source not in focus and link.target not in focus
    ]
    links = [link for link in [*found, *among] if link.source in chosen and link.target in chosen]
    graph = _graph(store, links, {iri: things[iri] for iri in sorted(chosen)}, focus)
    graph.graph.update(name=", ".join(things[iri][0].label for iri in focus if iri in things))
    graph.graph["left_out"] = tuple(sorted(left_out.items()))
    return graph


def projection(store: ox.Store, name: str) -> nx.MultiDiGraph:
    """The graph of a named projection; raises UnknownProjectionError."""
    chosen = projection_named(name)
    graph = from_query(store, chosen.sparql)
    for _, _, data in graph.edges(data=True):
        data["phrase"] = chosen.verb
    graph.graph["name"] = chosen.title
    return graph


def from_query(store: ox.Store, query: str) -> nx.MultiDiGraph:
    """The graph that a CONSTRUCT or SELECT gives; raises NotAGraphQueryError for one without links.

    A SELECT names the ends `?from` and `?to`, `?fact` for what attests a link, `?relation` for its kind,
    `?counted` for what counts once on however many facts it stands.
    """
    links = query_links(store, query)
    things = _things(store, [end for link in links for end in (link.source, link.target)])
    return _graph(store, links, things, ())


_Known = dict[str, tuple[Thing, str]]


def _things(store: ox.Store, iris: Iterable[str]) -> _Known:
    """What each IRI is called and its most special class; what has no label is called by its local name."""
    wanted = sorted(set(iris))
    rows: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    if wanted:
        for row in select(store, query_text("things"), {"thing": wanted}):
            rows[row["thing"]].append((row["label"], row.get("short", ""), row.get("class", "")))
    known: _Known = {}
    for iri in wanted:
        found = sorted(rows[iri])
        if not found:
            known[iri] = Thing(iri, iri.rpartition("/")[2]), ""
            continue
        classes = sorted({row[2] for row in found}, key=lambda name: (-len(schema().classes(name)), name))
        short = next((row[1] for row in found if row[1]), "")
        known[iri] = Thing(iri, found[0][0], short), classes[0]
    return known


def _kind(things: _Known, iri: str) -> str:
    return things[iri][1] if iri in things else ""


def _graph(store: ox.Store, links: Sequence[Link], things: _Known, focus: Collection[str]) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    words = schema()
    for iri in sorted(things):
        thing, kind = things[iri]
        look = words.drawing(kind)
        graph.add_node(
            iri,
            label=thing.label,
            short=thing.name if _STATE in words.classes(kind) else picture_name(thing.label, thing.short),
            brief=thing.name,
            kind=kind,
            kind_label=words.label(kind) if kind else "",
            shape=look.shape,
            colour=look.colour,
            focus=iri in focus,
            hub=iri in HUBS,
        )
    groups: dict[tuple[str, str, str], dict[tuple[str, str], Link]] = defaultdict(dict)
    for link in links:
        groups[link.source, link.target, link.relation].setdefault((link.fact, link.label), link)
    quotes = evidence_of(store, {link.fact for link in links if link.fact})
    for (source, target, relation), members in sorted(groups.items()):
        ordered = sorted(
            members.values(), key=lambda link: (str(link.when.start or "9"), link.fact, link.label)
        )
        attested: dict[Quote, None] = {}
        for link in ordered:
            attested.update(dict.fromkeys(quotes.get(link.fact, ())))
        first = min((str(link.when.start) for link in ordered if link.when.start), default=None)
        last = max((str(link.when.end or link.when.start) for link in ordered if link.when), default=None)
        evidence, number = kept(tuple(attested), 8)
        graph.add_edge(
            source,
            target,
            key=relation,
            relation=relation,
            phrase=ordered[0].phrase,
            colour=words.drawing(relation).colour,
            count=len({link.counted or link.fact for link in ordered} - {""}) or 1,
            start=first,
            end=last,
            facts=tuple(
                FactLine(link.fact, link.label, link.when, link.counted or link.fact) for link in ordered
            ),
            evidence=evidence,
            evidence_count=number,
        )
    return graph


def flat(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A copy whose attributes are text, numbers and truth values only, as GEXF and GraphML need them."""
    copy = nx.MultiDiGraph(**{name: _plain(value) for name, value in graph.graph.items()})
    for node, data in graph.nodes(data=True):
        copy.add_node(node, **{name: _plain(value) for name, value in data.items()})
    for source, target, key, data in graph.edges(keys=True, data=True):
        copy.add_edge(source, target, key=key, **{name: _plain(value) for name, value in data.items()})
    return copy


def _plain(value: Any) -> str | int | float | bool:
    match value:
        case None:
            return ""
        case str() | bool() | int() | float():
            return value
        case Quote():
            return value.text
        case FactLine():
            return f"{value.label} ({spell_interval(value.when)})" if value.label else value.iri
        case tuple() | list():
            return " | ".join(str(_plain(item)) for item in value)
        case _:
            return str(value)
