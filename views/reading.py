"""From the store's default graph to what pictures are made of. All that pictures know comes in here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import resources
from typing import Final

import pyoxigraph as ox

from ..ontology.dates import DateError, Interval, PartialDate
from ..ontology.vocabulary import PREFIXES, expand
from .markup import safe_url
from .model import Operation, Quote, Term, Thing

__all__ = ["Row", "evidence_of", "newest_day", "operations", "select", "terms"]

Row = Mapping[str, str]
"""One solution: the variables that are bound, each as its IRI or its text."""

BODIES: Final = "Institutions and Secretariat"
ELSEWHERE: Final = "Other operations"
HUB: Final = expand("body:chairpersonship")
_QUOTES_KEPT: Final = 4
_LONG: Final = 34


@cache
def query_text(name: str) -> str:
    """The text of one of the queries beside this module."""
    return (resources.files(__package__) / f"{name}.rq").read_text(encoding="utf-8")


def select(store: ox.Store, query: str, nodes: Mapping[str, Iterable[str]] | None = None) -> Iterator[Row]:
    """The solutions of a SELECT over the default graph.

    nodes  IRIs by variable; they fill the line `VALUES ?variable { }` of the query
    """
    for variable, iris in (nodes or {}).items():
        written = " ".join(str(ox.NamedNode(iri)) for iri in sorted(set(iris)))
        query = query.replace(f"VALUES ?{variable} {{ }}", f"VALUES ?{variable} {{ {written} }}")
    solutions = store.query(query, prefixes=PREFIXES)
    if not isinstance(solutions, ox.QuerySolutions):
        raise TypeError("not a SELECT query")
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        pairs = ((name, solution[name]) for name in names)
        yield {
            name: term.value for name, term in pairs if term is not None and not isinstance(term, ox.Triple)
        }


def partial_date(text: str | None) -> PartialDate | None:
    """The date that a literal gives; None for what is none, which a picture cannot draw."""
    try:
        return None if text is None else PartialDate.parse(text)
    except DateError:
        return None


def interval(row: Row) -> Interval:
    """The start and end of a solution."""
    return Interval(partial_date(row.get("start")), partial_date(row.get("end")))


def _thing(row: Row, name: str) -> Thing | None:
    if name not in row or f"{name}Label" not in row:
        return None
    return Thing(row[name], row[f"{name}Label"], row.get(f"{name}Short", ""))


def newest_day(store: ox.Store, until: date | None = None) -> date:
    """The day of the newest release or table's term, a picture's today; 1 January 1992 for an empty store.

    until  the last day on which a release counts
    """
    query = query_text("newest")
    if until is not None:
        query = query.replace("9999-12-31", until.isoformat())
    found = [PartialDate.parse(row["newest"][:10]).earliest for row in select(store, query) if row]
    return found[0] if found else date(1992, 1, 1)


def terms(store: ox.Store) -> tuple[Term, ...]:
    """All terms in the posts that lead something, each with its evidence, sorted by IRI."""
    found: dict[str, Term] = {}
    for row in sorted(select(store, query_text("terms")), key=lambda row: sorted(row.items())):
        term = Term(
            iri=row["term"],
            person=Thing(row["person"], row["personLabel"]),
            post=Thing(row["post"], row["postLabel"]),
            organization=row["org"],
            state=_thing(row, "sender") or _thing(row, "nation"),
            when=interval(row),
            title=row.get("title", ""),
            office=row.get("office", ""),
        )
        found.setdefault(term.iri, term)
    quotes = evidence_of(store, found)
    return tuple(_attested(term, quotes.get(term.iri, ())) for term in found.values())


def _attested(term: Term, quotes: tuple[Quote, ...]) -> Term:
    evidence, number = kept(quotes)
    return replace(term, evidence=evidence, evidence_count=number)


def operations(store: ox.Store) -> tuple[Operation, ...]:
    """All field operations and bodies, sorted by IRI."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in select(store, query_text("operations")):
        rows[row["org"]].append(row)
    return tuple(
        _operation(iri, sorted(rows[iri], key=lambda row: sorted(row.items()))) for iri in sorted(rows)
    )


def _operation(iri: str, rows: list[Row]) -> Operation:
    row = rows[0]
    is_field_operation = row["field"] == "true"
    short = row.get("short", "")
    if not short and len(row["label"]) > _LONG:
        short = acronym_of(row["label"], {r["acronym"] for r in rows if "acronym" in r})
    return Operation(
        thing=Thing(iri, row["label"], short),
        group=row.get("region", ELSEWHERE) if is_field_operation else row.get("region", BODIES),
        host=_thing(row, "host"),
        follows=tuple(sorted({r["before"] for r in rows if "before" in r})),
        mandate=interval(row),
        longitude=float(row["longitude"]) if "longitude" in row else None,
        is_field_operation=is_field_operation,
    )


def acronym_of(label: str, acronyms: Iterable[str]) -> str:
    """The longest of the acronyms that the label's capitals spell, which tells the English one from others.

    >>> acronym_of("Office for Democratic Institutions and Human Rights", ["BDIMR", "DIHR", "ODIHR"])
    'ODIHR'
    """

    def spells(acronym: str) -> bool:
        capitals = iter(char for char in label if char.isupper())
        return all(letter in capitals for letter in acronym if letter.isupper())

    return max(sorted(filter(spells, acronyms)), key=len, default="")


def under_the_chair(store: ox.Store) -> frozenset[str]:
    """The chairpersonship and the bodies that are part of it: their mandates pass."""
    query = "SELECT ?body WHERE { VALUES ?hub { } ?body org:subOrganizationOf ?hub }"
    return frozenset({HUB} | {row["body"] for row in select(store, query, {"hub": [HUB]})})


def evidence_of(store: ox.Store, nodes: Iterable[str]) -> dict[str, tuple[Quote, ...]]:
    """All quotes that attest each of the nodes, the surest first."""
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    wanted = list(nodes)
    if wanted:
        for row in select(store, query_text("evidence"), {"node": wanted}):
            rows[row["node"], row["evidence"]].append(row)
    quotes: dict[str, list[tuple[float, str, Quote]]] = defaultdict(list)
    for (node, evidence), group in sorted(rows.items()):
        quote = _quote(group)
        quotes[node].append((-(quote.confidence or 0), evidence, quote))
    return {
        node: tuple(quote for _, _, quote in sorted(found, key=lambda f: f[:2]))
        for node, found in quotes.items()
    }


def kept(quotes: tuple[Quote, ...], most: int = _QUOTES_KEPT) -> tuple[tuple[Quote, ...], int]:
    """The quotes that a picture carries, and how many there are."""
    return quotes[:most], len(quotes)


def _quote(rows: list[Row]) -> Quote:
    rows = sorted(rows, key=lambda row: sorted(row.items()))
    row = rows[0]
    addresses = sorted({r["address"] for r in rows if "address" in r})
    links = [url for url in (*addresses, row.get("url", "")) if safe_url(url)]
    if "table" in row:
        words = [address for address in addresses if not safe_url(address)]
        source = f"{row['table'].replace('_', ' ')}, row {row['row']}" + "".join(f"; {w}" for w in words)
    else:
        source = row.get("title", "")
    issued = partial_date(row.get("issued"))
    return Quote(
        text=row["exact"],
        source=source,
        url=links[0] if links else None,
        issued=issued.earliest if issued else None,
        confidence=float(row["confidence"]) if "confidence" in row else None,
        rule=row.get("rule", ""),
        digest=row.get("digest") == "true",
    )
