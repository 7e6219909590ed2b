"""Node-link pictures: built with pyvis, laid out beforehand, drawn by the vis-network that pyvis brings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import networkx as nx

from .chart import ACCENTS
from .labels import node_lines
from .layout import stress_layout
from .markup import Markup

__all__ = ["FIGURE", "network_data", "tint_of", "vis_network"]

_VENDORED = "lib/vis-9.1.2/vis-network.min.js"
_HEAVY = 30
_MANY = 12
"""Beyond these, sizes and widths are relative to the largest: no disc and no line grows further."""
_SHAPES = {"ring": "dot", "dot": "dot", "square": "square", "diamond": "diamond", "triangle": "triangle"}

FIGURE = Markup(
    '<div class="net" id="net"><div id="canvas" aria-hidden="true"></div><div id="names"></div>'
    '<div class="zoom"><button type="button" data-zoom="1.4" aria-label="Larger">+</button>'
    '<button type="button" data-zoom="0.714" aria-label="Smaller">−</button>'
    '<button type="button" data-zoom="0" aria-label="Whole picture">⤢</button></div></div>'
    '<p class="note" id="hidden-names"></p>'
    "<noscript><p>The picture needs JavaScript; the table below says the same.</p></noscript>"
)


@cache
def vis_network() -> str:
    """The script of vis-network, out of the installed pyvis package."""
    return (resources.files("pyvis") / _VENDORED).read_text(encoding="utf-8")


def tint_of(colour: str) -> str:
    """The class of style sheet that stands for a colour of the ontology; grey for one outside the palette.

    >>> tint_of("#0072b2"), tint_of("#123456")
    ('c1', 'cx')
    """
    return f"c{ACCENTS.index(colour)}" if colour in ACCENTS else "cx"


def network_data(
    graph: nx.MultiDiGraph,
    *,
    tints: Mapping[str, str],
    subs: Mapping[str, str],
    bold: frozenset[str],
    bend: float,
) -> dict[str, Any]:
    """Nodes, edges and positions as the page's script reads them; the same for the same graph.

    tints  the colour class of nodes; others have that of their kind
    subs   a second line of the label
    bold   nodes whose label is semi-bold
    bend   how much the lines are curved, 0 to 1
    """
    from pyvis.network import Network  # takes half a second, and only pictures need it

    order = sorted(graph.nodes)
    numbers = {iri: index for index, iri in enumerate(order)}
    places = stress_layout(order, [(s, t) for s, t in graph.edges()])
    span = min(1.0, 0.42 + len(order) / 28)
    weights = dict.fromkeys(order, 0)
    for source, target, data in graph.edges(data=True):
        weights[source] += data["count"]
        weights[target] += data["count"]
    heaviest = max(weights.values(), default=1)
    most = max((data["count"] for _, _, data in graph.edges(data=True)), default=1)
    net = Network(directed=True)
    for iri in order:
        node = graph.nodes[iri]
        x, y = places[iri]
        net.add_node(
            numbers[iri],
            label=node["short"],
            lines=node_lines(node["short"]),
            shape=_SHAPES.get(node["shape"], "dot"),
            size=round(3 + 2.6 * (max(weights[iri], 1) * min(1.0, _HEAVY / heaviest)) ** 0.5, 2),
            unit=[round(0.5 + (x - 0.5) * span, 4), round(0.5 + (y - 0.5) * span, 4)],
            ring=node["shape"] == "ring",
            tint=tints.get(iri, tint_of(node["colour"])),
            sub=subs.get(iri, ""),
            bold=iri in bold,
            weight=weights[iri],
            focus=bool(node["focus"]),
        )
    for index, (source, target, data) in enumerate(sorted_edges(graph)):
        count = data["count"]
        net.add_edge(
            numbers[source],
            numbers[target],
            id=index,
            width=round(0.9 + 1.5 * ((count - 1) * min(1.0, _MANY / most)) ** 0.85, 2),
            tint=tints.get(source, "cx"),
            count=count,
        )
    nodes, edges, *_ = net.get_network_data()
    for node in nodes:
        node.pop("color", None)
        node.pop("font", None)
    return {"nodes": nodes, "edges": edges, "bend": bend}


def sorted_edges(graph: nx.MultiDiGraph) -> list[tuple[str, str, dict[str, Any]]]:
    """The edges in the order in which pictures number them."""
    edges = sorted(graph.edges(keys=True), key=lambda edge: edge[:3])
    return [(source, target, graph.edges[source, target, key]) for source, target, key in edges]
