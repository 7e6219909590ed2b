"""The pages of node-link pictures: of a named projection, and of entities with their surroundings."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Any

import networkx as nx

from ..ontology.vocabulary import expand
from .findings import count, strongest_share
from .markup import Markup
from .matrix import FORMATS, Cell, draw_matrix
from .model import spell, spell_interval, with_article
from .network import FactLine
from .nodelink import FIGURE, network_data, sorted_edges, tint_of, vis_network
from .page import Column, Fact, Key, Missing, Page, Table
from .projections import Projection

__all__ = ["entities_page", "projection_finding", "projection_page"]

_ACCENTED = 5
_LINES = 14
_POST = expand("org:Post")
_HOLDS = expand("org:holds")
_SENT = expand("osce:sentTo")
_VIEWS = (Column("network", "Network"), Column("matrix", "Matrix"))
_SCRIPTS = ("panel.js", "marks.js", "network.js")


def projection_page(graph: nx.MultiDiGraph, chosen: Projection, newest: date, limit: int) -> Page:
    """The page of a projection: its strongest sources coloured, a matrix beside it where it has two sides."""
    whole = graph
    graph = _strongest(graph, limit)
    sent = {iri: len(facts) for iri, facts in _distinct(graph).items()}
    ranked = sorted(sent, key=lambda iri: (-sent[iri], iri))
    accented = {} if chosen.symmetric else {iri: f"c{index}" for index, iri in enumerate(ranked[:_ACCENTED])}
    sources = frozenset(sent)
    facts = _facts(graph, chosen)
    tints = {iri: accented.get(iri, "cx") for iri in graph.nodes}
    data = network_data(
        graph, tints=tints, subs={}, bold=sources if not chosen.symmetric else frozenset(), bend=0.14
    )
    order = {iri: index for index, iri in enumerate(sorted(graph.nodes))}
    legend = [Key(accented[iri], graph.nodes[iri]["short"], count=sent[iri]) for iri in accented]
    keys = [[order[iri]] for iri in accented]
    if not chosen.symmetric:
        others = [iri for iri in ranked if iri not in accented]
        targets = sorted({target for _, target, _ in graph.edges(keys=True)})
        legend += [
            Key("cx", f"other {chosen.source[1]}", count=len(others)),
            Key("cx", chosen.target[1], graph.nodes[targets[0]]["shape"], len(targets)),
        ]
        keys += [[order[iri] for iri in others], [order[iri] for iri in targets]]
    total = len(set().union(*_distinct(whole).values()))
    dropped = whole.number_of_nodes() - graph.number_of_nodes()
    notes = [("Nodes", f"{dropped} with the fewest {chosen.unit[1]}")] if dropped else []
    undated = _undated(whole)
    if undated:
        notes.append(
            ("Dates", f"{undated} of {total} {chosen.unit[1]} have none; they are counted all the same")
        )
    return Page(
        title=chosen.title,
        finding=projection_finding(whole, chosen),
        numbers=(
            f"{count(total, *chosen.unit)}; {count(len(sources), *chosen.source)}, "
            f"{count(graph.number_of_nodes() - len(sources), *chosen.target)}. {chosen.about}"
            if not chosen.symmetric
            else f"{count(graph.number_of_nodes(), *chosen.source)}. {chosen.about}"
        ),
        figure=Markup("").join([FIGURE, *(_matrices(graph, chosen) if chosen.matrix else ())]),
        kind="network-page two-views" if chosen.matrix else "network-page",
        source=_source(newest),
        legend_note="Orange: more than half of the row." if chosen.matrix else "",
        hint="A click on a node, a name, a line or a mark shows the facts and the words that attest them.",
        legend=tuple(legend),
        missing=(Missing("What is not drawn, or not known", tuple(notes)),),
        table=_table(graph, chosen.unit[1]),
        facts=facts,
        views=_VIEWS if chosen.matrix else (),
        scripts=_SCRIPTS,
        vendored=(vis_network(),),
        data={**data, "keys": keys, "matrix": chosen.matrix},
    )


def projection_finding(graph: nx.MultiDiGraph, chosen: Projection) -> str:
    """The sentence under a projection's title: who stands out, and where one source has more than half."""
    if chosen.symmetric:
        return _together(graph, chosen)
    name = {iri: data["short"] for iri, data in graph.nodes(data=True)}
    sent = _distinct(graph)
    shares: dict[str, list[str]] = defaultdict(list)
    for source, target, data in graph.edges(data=True):
        shares[target] += [source] * data["count"]
    first = min(sent, key=lambda iri: (-len(sent[iri]), iri))
    total = len(set().union(*sent.values()))
    who = with_article(name[first]) if chosen.source[0] == "State" else f"the {name[first]}"
    sentence = f"{who[0].upper()}{who[1:]} {chosen.verb} {len(sent[first]):,} of {count(total, *chosen.unit)}"
    telling = [s for s in strongest_share((t, shares[t]) for t in sorted(shares)) if s[1] == first][:2]
    parts = [
        f"all {number} of the {name[t]}" if number == of else f"{number} of {of} of the {name[t]}"
        for t, _, number, of in telling
    ]
    return sentence + (f", among them {' and '.join(parts)}." if parts else ".")


def _distinct(graph: nx.MultiDiGraph) -> dict[str, set[str]]:
    """What is counted for each source, each once, on however many of its lines it stands."""
    found: dict[str, set[str]] = defaultdict(set)
    for source, target, data in graph.edges(data=True):
        found[source] |= {_counted(line, source, target) for line in data["facts"]}
    return found


def _counted(line: FactLine, source: str, target: str) -> str:
    return line.counted or line.iri or f"{source} {target}"


def _undated(graph: nx.MultiDiGraph) -> int:
    """How many of what is counted stand on no fact with a date."""
    lines = [
        (_counted(line, source, target), bool(line.when))
        for source, target, data in graph.edges(data=True)
        for line in data["facts"]
    ]
    return len({counted for counted, _ in lines} - {counted for counted, dated in lines if dated})


def _together(graph: nx.MultiDiGraph, chosen: Projection) -> str:
    name = {iri: data["short"] for iri, data in graph.nodes(data=True)}
    source, target, data = min(graph.edges(data=True), key=lambda edge: (-edge[2]["count"], edge[0], edge[1]))
    if data["count"] > 1:
        times = count(data["count"], *chosen.unit)
        return f"Most often together: {name[source]} and {name[target]}, at {times}."
    partners = {iri: len(set(graph.predecessors(iri)) | set(graph.successors(iri))) for iri in graph.nodes}
    first = min(partners, key=lambda iri: (-partners[iri], iri))
    return f"Most partners: {name[first]}, with {count(partners[first], 'other')}."


def entities_page(graph: nx.MultiDiGraph, newest: date, mentions: bool) -> Page:
    """The page of entities with their surroundings; a post is told by the line to its organization."""
    left_out = graph.graph["left_out"]
    focus = [iri for iri, data in graph.nodes(data=True) if data["focus"]]
    names = " and ".join(graph.nodes[iri]["label"] for iri in focus)
    graph = _without_posts(graph)
    facts = _facts(graph, None)
    subs = _subs(graph, focus[0]) if len(focus) == 1 else {}
    data = network_data(graph, tints={}, subs=subs, bold=frozenset(focus), bend=0.05)
    order = {iri: index for index, iri in enumerate(sorted(graph.nodes))}
    kinds: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for iri, node in graph.nodes(data=True):
        kinds[node["kind_label"], node["shape"], tint_of(node["colour"])].append(order[iri])
    ranked = sorted(kinds, key=lambda kind: (-len(kinds[kind]), kind))
    legend = tuple(
        Key(tint, label or "other", shape, len(kinds[label, shape, tint])) for label, shape, tint in ranked
    )
    notes = [(label, f"{number:,} more, with fewer facts") for label, number in left_out]
    notes.append(("By rule", "places in States, parts of bodies, seats, nationalities and hosts"))
    if not mentions:
        notes.append(("On request", "who is only named in the same releases"))
    total = sum(d["count"] for _, _, d in graph.edges(data=True))
    undated = sum(not line.when for _, _, d in graph.edges(data=True) for line in d["facts"])
    return Page(
        title=names,
        finding=_entities_finding(graph, focus),
        numbers=(
            f"{count(graph.number_of_nodes() - len(focus), 'neighbour')}, {count(total, 'fact')}, "
            f"{undated} of them undated."
        ),
        figure=FIGURE,
        kind="network-page",
        source=_source(newest),
        hint="A click on a node, a name or a line shows the facts and the words that attest them.",
        legend=legend,
        missing=(Missing("What is not drawn", tuple(notes)),),
        table=_table(graph, "facts"),
        facts=facts,
        scripts=_SCRIPTS,
        vendored=(vis_network(),),
        data={**data, "keys": [kinds[kind] for kind in ranked], "matrix": False},
    )


def _source(newest: date) -> str:
    last = spell(newest.isoformat())
    return f"Source: reference tables and osce.org press releases in this graph, up to {last}."


def _strongest(graph: nx.MultiDiGraph, limit: int) -> nx.MultiDiGraph:
    weights: Counter[str] = Counter()
    for source, target, data in graph.edges(data=True):
        weights[source] += data["count"]
        weights[target] += data["count"]
    chosen = sorted(graph.nodes, key=lambda iri: (-weights[iri], iri))[:limit]
    kept = graph.subgraph(chosen).copy()
    kept.remove_nodes_from([node for node in list(kept) if kept.degree(node) == 0])
    return kept


def _without_posts(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    bare = graph.copy()
    posts = [
        iri
        for iri, node in graph.nodes(data=True)
        if node["kind"] == _POST and not node["focus"]
        if all(key == _HOLDS for *_, key in graph.in_edges(iri, keys=True)) and graph.out_degree(iri) == 0
    ]
    bare.remove_nodes_from(posts)
    return bare


def _years(data: dict[str, Any]) -> str:
    start, end = (data["start"] or "")[:4], (data["end"] or "")[:4]
    return f"{start}–{end}" if start and end and start != end else start or end


def _subs(graph: nx.MultiDiGraph, focus: str) -> dict[str, str]:
    """Under each neighbour's name, what joins it to the one in the middle."""
    subs: dict[str, str] = {}
    for source, target, data in sorted_edges(graph):
        if focus not in (source, target) or source == target:
            continue
        other = target if source == focus else source
        lines: tuple[FactLine, ...] = data["facts"]
        label = lines[0].label if len({line.label for line in lines}) == 1 else ""
        what = (label[:1].upper() + label[1:]) if label and len(label) < 44 else ""
        if not what and data["count"] > 1:
            what = f"{data['phrase']}, {data['count']} times"
        text = ", ".join(part for part in (what, _years(data)) if part)
        subs.setdefault(other, text)
    return subs


def _entities_finding(graph: nx.MultiDiGraph, focus: list[str]) -> str:
    """The first and the last dated fact around the entities."""
    label = {iri: data["label"] for iri, data in graph.nodes(data=True)}
    dated = []
    for source, target, data in graph.edges(data=True):
        # Who was sent tells more than which State sent somebody, and it is the same fact.
        told_by_holder = data["relation"] == _SENT and source not in focus
        if (source in focus or target in focus) and not told_by_holder:
            other = label[target if source in focus else source]
            for line in data["facts"]:
                point = line.when.start or line.when.end
                if point is not None:
                    told = (
                        f"{other}, {line.label}"
                        if line.label
                        else f"{label[source]} {data['phrase']} {label[target]}"
                    )
                    dated.append((point.earliest, f"{told}, {spell(str(point))}"))
    if not dated:
        return "None of these facts has a date."
    first, last = min(dated)[1], max(dated)[1]
    return f"First: {first}. Last: {last}." if first != last else f"{first}."


def _line(line: FactLine, other: str) -> tuple[str, str]:
    label = line.label[:1].upper() + line.label[1:]
    return other, ", ".join(part for part in (label, spell_interval(line.when)) if part)


def _facts(graph: nx.MultiDiGraph, chosen: Projection | None) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    lines: dict[str, list[tuple[str, str]]] = defaultdict(list)
    quotes: dict[str, list[Any]] = defaultdict(list)
    overflow: Counter[str] = Counter()
    label = {iri: data["label"] for iri, data in graph.nodes(data=True)}
    short = {iri: data["short"] for iri, data in graph.nodes(data=True)}
    for index, (source, target, data) in enumerate(sorted_edges(graph)):
        number = count(data["count"], *chosen.unit) if chosen else ""
        phrase = data["phrase"] or "is linked to"
        title = (
            f"{label[source]} → {label[target]}"
            if not (chosen and chosen.symmetric)
            else f"{label[source]} and {label[target]}"
        )
        shown = [_line(line, phrase if not chosen else chosen.unit[0]) for line in data["facts"]]
        head = [(phrase, number)] if chosen else []
        more = [("", f"and {len(shown) - _LINES} more")] if len(shown) > _LINES else []
        facts[f"e{index}"] = Fact(
            title, tuple(head + shown[:_LINES] + more), data["evidence"], data["evidence_count"]
        )
        for here, there in ((source, target), (target, source)):
            text = number or "; ".join(_line(line, "")[1] for line in data["facts"][:3])
            forward = here == source or (chosen is not None and chosen.symmetric)
            lines[here].append((short[there], f"{phrase}: {text}" if forward else text))
            quotes[here] += data["evidence"]
            overflow[here] += data["evidence_count"] - len(data["evidence"])
    for index, iri in enumerate(sorted(graph.nodes)):
        node = graph.nodes[iri]
        own = [("Is", node["kind_label"])] if node["kind_label"] else []
        links = sorted(lines[iri])
        more = [("", f"and {len(links) - _LINES} more, in the table")] if len(links) > _LINES else []
        once = tuple(dict.fromkeys(quotes[iri]))
        said = tuple(own + links[:_LINES] + more)
        facts[f"n{index}"] = Fact(node["label"], said, once[:4], len(once) + overflow[iri])
    return facts


def _matrices(graph: nx.MultiDiGraph, chosen: Projection) -> list[Markup]:
    names = {iri: data["short"] for iri, data in graph.nodes(data=True)}
    heads = {iri: data["brief"] for iri, data in graph.nodes(data=True)}
    cells = [
        Cell(
            s,
            t,
            data["count"],
            f"e{index}",
            f"{names[s]} {chosen.verb} {count(data['count'], *chosen.unit)}: {names[t]}",
        )
        for index, (s, t, data) in enumerate(sorted_edges(graph))
    ]
    return [draw_matrix(cells, names, heads, form) for form in FORMATS]


def _table(graph: nx.MultiDiGraph, unit: str) -> Table:
    label = {iri: data["label"] for iri, data in graph.nodes(data=True)}
    rows = [(index, source, target, data) for index, (source, target, data) in enumerate(sorted_edges(graph))]
    rows.sort(key=lambda row: (-row[3]["count"], label[row[1]], label[row[2]]))
    return Table(
        f"All {count(len(rows), 'link')} as a table",
        ("From", "Relation", "To", unit.capitalize(), "Time"),
        tuple(
            (label[s], d["phrase"], label[t], str(d["count"]), _years(d) or "not known")
            for _, s, t, d in rows
        ),
        tuple(f"e{index}" for index, *_ in rows),
    )
