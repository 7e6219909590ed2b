"""Links between things, read from the store: by contractions, by plain relations, by a query."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from ..graph.query import solve
from ..ontology.dates import Interval
from ..ontology.errors import OsceKgError
from ..ontology.schema import Contraction, contractions, drawing, structural
from ..ontology.vocabulary import expand
from .reading import interval, query_text, select

__all__ = [
    "CO_MENTION",
    "HUBS",
    "Link",
    "NotAGraphQueryError",
    "co_mentions",
    "links_of",
    "links_within",
    "query_links",
]

HUBS: Final = frozenset({expand("body:osce"), expand("body:chairpersonship")})
CO_MENTION: Final = expand("osce:mentionedWith")
_MENTIONS: Final = expand("osce:mentions")
_NO_ENDS: Final = frozenset({"fact", "relation", "counted"})


class NotAGraphQueryError(OsceKgError, ValueError):
    """The query gives no links: it is neither a CONSTRUCT nor a SELECT of two things."""


@dataclass(frozen=True, slots=True)
class Link:
    """One fact that joins two things.

    relation  the IRI of the plain edge
    phrase    the words that read it from source to target
    fact      the node that bears evidence and dates; the source itself for a plain relation
    label     what the fact says beyond the relation, such as the post held
    counted   what counts once on however many facts it stands, such as the person; the fact where empty
    """

    source: str
    target: str
    relation: str
    phrase: str
    fact: str
    when: Interval = Interval()
    label: str = ""
    counted: str = ""


def _contracted(contraction: Contraction, ends: str) -> str:
    dated = (
        f"?fact <{contraction.dates_from}> ?dated ." if contraction.dates_from else "BIND(?fact AS ?dated)"
    )
    roles = ""
    if contraction.roles:
        listed = " ".join(f"<{role}>" for role in sorted(contraction.roles))
        roles = f"VALUES ?role {{ {listed} }} ?fact osce:participationRole ?role ."
    return f"""SELECT ?source ?target ?fact ?start ?end ?label WHERE {{
      {ends}
      ?fact <{contraction.edge_from}> ?source ; <{contraction.edge_to}> ?target .
      ?fact a <{contraction.contracts}> .
      {roles}
      ?source <{contraction.edge}> ?target .
      FILTER NOT EXISTS {{ ?fact osce:negated true }}
      FILTER(!EXISTS {{ ?fact osce:status ?status }} || EXISTS {{ ?fact osce:status osce:TookPlace }})
      {dated}
      OPTIONAL {{ ?dated schema:startDate ?begun }}
      OPTIONAL {{ ?dated dcterms:issued ?issued }}
      OPTIONAL {{ ?dated schema:endDate ?ended }}
      BIND(COALESCE(?begun, ?issued) AS ?start)
      BIND(IF(BOUND(?begun), ?ended, COALESCE(?ended, ?issued)) AS ?end)
      OPTIONAL {{ ?fact osce:inPost/rdfs:label ?post }}
      OPTIONAL {{ ?fact osce:inPost/osce:postTitle ?title }}
      BIND(COALESCE(?title, ?post) AS ?label)
    }}"""


_RELATIONS: Final = "SELECT DISTINCT ?relation WHERE { %s ?source ?relation ?target }"
_PLAIN: Final = """SELECT ?source ?relation ?target ?start ?end WHERE {
  %s
  VALUES ?relation { }
  ?source ?relation ?target .
  FILTER(isIRI(?target))
  OPTIONAL { ?source schema:startDate ?begun }
  OPTIONAL { ?source dcterms:issued ?issued }
  OPTIONAL { ?source schema:endDate ?ended }
  BIND(COALESCE(?begun, ?issued) AS ?start)
  BIND(IF(BOUND(?begun), ?ended, COALESCE(?ended, ?issued)) AS ?end)
}"""


def _search(store: ox.Store, ends: str, nodes: dict[str, Iterable[str]]) -> Iterator[Link]:
    known = [contraction for contraction in contractions() if contraction.edge != _MENTIONS]
    for contraction in known:
        for row in select(store, _contracted(contraction, ends), nodes):
            yield Link(
                row["source"], row["target"], contraction.edge, contraction.phrase, row["fact"],
                interval(row), row.get("label", ""),
            )  # fmt: skip
    taken = {contraction.edge for contraction in known} | structural() | {_MENTIONS}
    seen = {row["relation"] for row in select(store, _RELATIONS % ends, nodes)} - taken
    told = {relation: phrase for relation in sorted(seen) if (phrase := drawing(relation).phrase)}
    for row in select(store, _PLAIN % ends, {**nodes, "relation": told}) if told else ():
        relation = row["relation"]
        yield Link(row["source"], row["target"], relation, told[relation], row["source"], interval(row))


def _without_details(store: ox.Store, links: Collection[Link]) -> list[Link]:
    """Links between things; those of a membership, a statement and the like are details."""
    inner = sorted({contraction.contracts for contraction in contractions()} | {expand("osce:Evidence")})
    listed = " ".join(f"<{name}>" for name in inner)
    query = f"SELECT ?thing WHERE {{ VALUES ?thing {{ }} VALUES ?class {{ {listed} }} ?thing a ?class }}"
    ends = {end for link in links for end in (link.source, link.target)}
    details = {row["thing"] for row in select(store, query, {"thing": ends})} if ends else set()
    kept = [link for link in links if link.source not in details and link.target not in details]
    return sorted(
        set(kept), key=lambda link: (link.source, link.target, link.relation, link.fact, link.label)
    )


def links_of(store: ox.Store, things: Collection[str]) -> list[Link]:
    """All links that start or end at one of the things, structural relations and mentions left out."""
    found = [*_search(store, "VALUES ?source { }", {"source": things})]
    found += _search(store, "VALUES ?target { }", {"target": things})
    return _without_details(store, found)


def links_within(store: ox.Store, things: Collection[str]) -> list[Link]:
    """All links between two of the things; none of the hubs' own, which would join all with all."""
    inner = [thing for thing in things if thing not in HUBS]
    ends = "VALUES ?source { } VALUES ?target { }"
    return _without_details(store, list(_search(store, ends, {"source": inner, "target": inner})))


def co_mentions(store: ox.Store, things: Collection[str]) -> list[Link]:
    """Which others the releases name that name one of the things: no relation, so a kind of its own."""
    query = """SELECT DISTINCT ?source ?target ?fact ?start WHERE {
      VALUES ?source { }
      ?fact osce:mentions ?source, ?target .
      FILTER(?source != ?target)
      OPTIONAL { ?fact dcterms:issued ?start }
      BIND(?start AS ?end)
    }"""
    wanted = frozenset(things)
    found = {}
    for row in select(store, query, {"source": things}):
        source, target = row["source"], row["target"]
        if target in HUBS:
            continue
        if target in wanted and target < source:
            source, target = target, source
        link = Link(source, target, CO_MENTION, "is named together with", row["fact"], interval(row))
        found[source, target, link.fact] = link
    return [found[key] for key in sorted(found)]


def query_links(store: ox.Store, query: str) -> list[Link]:
    """The links that a query gives.

    A CONSTRUCT gives one link for each triple between two IRIs. A SELECT names the ends `?from` and `?to`
    (else the first two variables that hold IRIs), with `?fact` for what attests and dates a link,
    `?relation` for its kind and `?counted` for what counts once on however many facts it stands.
    """
    answer = solve(store, query)
    if isinstance(answer, ox.QueryTriples):
        rows = sorted(
            (t.subject.value, t.object.value, t.predicate.value, "", "")
            for t in answer
            if isinstance(t.subject, ox.NamedNode) and isinstance(t.object, ox.NamedNode)
        )
    elif isinstance(answer, ox.QuerySolutions):
        rows = sorted(set(_pairs(answer)))
    else:
        raise NotAGraphQueryError("an ASK query gives no links; a CONSTRUCT or a SELECT of two things does")
    facts = {fact for _, _, _, fact, _ in rows if fact}
    when: dict[str, tuple[Interval, str]] = {}
    if facts:
        for row in select(store, query_text("dates"), {"fact": facts}):
            words = ", ".join(row[name] for name in ("person", "label") if name in row)
            when.setdefault(row["fact"], (interval(row), words))
    return [
        Link(s, t, relation, drawing(relation).phrase, fact, *when.get(fact, (Interval(), "")), counted)
        for s, t, relation, fact, counted in rows
    ]


def _pairs(answer: ox.QuerySolutions) -> Iterator[tuple[str, str, str, str, str]]:
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        terms = {name: solution[name] for name in names}
        iris = {name: term.value for name, term in terms.items() if isinstance(term, ox.NamedNode)}
        others = [name for name in iris if name not in _NO_ENDS]
        source = iris.get("from") or (iris[others[0]] if others else None)
        target = iris.get("to") or (iris[others[1]] if len(others) > 1 else None)
        if source is not None and target is not None:
            yield source, target, iris.get("relation", ""), iris.get("fact", ""), iris.get("counted", "")
