"""Other engines: pushed to by the SPARQL 1.1 Graph Store Protocol, asked by the SPARQL 1.1 Protocol.

Fuseki, GraphDB, Virtuoso, QLever, Stardog and Oxigraph's own server speak both. Named graphs go first and
the default graph last; graphs of osce-kg that the snapshot no longer has are deleted. A push that breaks
off can be repeated.

No command does this: it is for programs, with the snapshot of an open store:

    from osce_kg.graph.remote import Remote, push
    from osce_kg.graph.store import Store

    with Store("store").current() as snapshot:
        push(snapshot, Remote("http://localhost:3030/kg/sparql", "http://localhost:3030/kg/data"))
"""

from __future__ import annotations

import base64
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, urlsplit

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from ..ontology.vocabulary import GRAPHS, PREFIXES
from .errors import QueryError, RemoteError
from .quads import graph_lines
from .query import Answer, AnswerKind, check_query
from .snapshot import Snapshot
from .sorting import sorted_parts

__all__ = ["Remote", "push"]

_PART: Final = 20_000
_TRIES: Final = 5
_LONGEST_WAIT: Final = 60.0
_BUSY: Final = frozenset({408, 429, 502, 503, 504})
_FORMS: Final = ("ASK", "SELECT")

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Remote:
    """The addresses of an engine.

    query     the address of its SPARQL 1.1 Protocol
    store     the address of its SPARQL 1.1 Graph Store Protocol, to which `?graph=...` or `?default` is added
    user      the name for HTTP basic authentication, with `password`; none when left out
    timeout   how many seconds to wait for an answer
    """

    query: str
    store: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 60.0

    def __post_init__(self) -> None:
        for address in filter(None, (self.query, self.store)):
            if urlsplit(address).scheme not in ("http", "https"):
                raise RemoteError(
                    f"no address of a SPARQL engine: {address!r} must begin with http: or https:"
                )

    def ask(self, sparql: str) -> Answer:
        """Answers a SELECT or ASK query there; the prefixes of osce-kg need no declaration.

        Raises:
            QueryRefusedError: for updates, SERVICE and FROM.
            QueryError: the engine cannot read it.
            RemoteError: the engine cannot be reached.
        """
        check_query(sparql)
        wrapper = SPARQLWrapper(self.query)
        wrapper.setMethod(POST)
        wrapper.setTimeout(int(self.timeout))
        wrapper.setReturnFormat(JSON)
        if self.user:
            wrapper.setCredentials(self.user, self.password)
        declared = "".join(f"PREFIX {prefix}: <{name}>\n" for prefix, name in PREFIXES.items())
        wrapper.setQuery(declared + sparql)
        if wrapper.queryType not in _FORMS:
            raise QueryError(f"{wrapper.queryType} is not asked of other engines: SELECT or ASK")
        try:
            payload = wrapper.query().response.read()
        except QueryBadFormed as error:
            raise QueryError(f"{self.query} cannot read the query: {error}") from error
        except (SPARQLWrapperException, OSError) as error:
            raise RemoteError(f"{self.query} cannot be asked: {error}") from error
        kind = AnswerKind.BOOLEAN if "boolean" in json.loads(payload) else AnswerKind.ROWS
        return Answer(kind, payload)

    def send(self, method: str, graph: str | None, lines: Iterable[str] = ()) -> None:
        """Sends one request of the Graph Store Protocol; a busy engine is asked again. Raises RemoteError."""
        where = "default" if graph is None else f"graph={quote(graph, safe='')}"
        address = f"{self.store}{'&' if '?' in self.store else '?'}{where}"
        body = "".join(f"{line}\n" for line in lines).encode() if method != "DELETE" else None
        for attempt in range(1, _TRIES + 1):
            request = urllib.request.Request(address, data=body, method=method)  # noqa: S310 - checked above
            request.add_header("Content-Type", "application/n-triples")
            if self.user:
                token = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
                request.add_header("Authorization", f"Basic {token}")
            try:
                with urllib.request.urlopen(request, timeout=self.timeout) as answer:  # noqa: S310
                    answer.read()
                return
            except urllib.error.HTTPError as error:
                if method == "DELETE" and error.code == 404:
                    return
                if error.code not in _BUSY or attempt == _TRIES:
                    raise RemoteError(f"{address}: {error.code} {error.reason}") from error
                time.sleep(_pause(attempt, error.headers.get("Retry-After")))
            except OSError as error:
                if attempt == _TRIES:
                    raise RemoteError(f"{address} cannot be reached: {error}") from error
                time.sleep(_pause(attempt, None))


def _pause(attempt: int, asked: str | None) -> float:
    """How long to wait before another attempt: as long as the engine asks, else longer each time."""
    seconds = float(asked) if asked is not None and asked.isdigit() else 0.25 * 2**attempt
    return min(seconds, _LONGEST_WAIT)


def push(snapshot: Snapshot, remote: Remote, *, named: bool = True, progress: Progress | None = None) -> int:
    """Makes an engine hold what the snapshot holds, and gives the number of triples in its default graph.

    Args:
        snapshot: from which.
        remote: to where; needs `store`.
        named: also the named graphs, which say who says what.
        progress: is told the stage, how many graphs are done, and of how many.

    Raises:
        RemoteError: the engine cannot be reached, refuses, or holds another number of triples afterwards.
    """
    if not remote.store:
        raise RemoteError("the address of the Graph Store Protocol is needed to push")
    nodes = snapshot.raw.named_graphs() if named else ()
    graphs = sorted(node.value for node in nodes if isinstance(node, ox.NamedNode))
    for done, graph in enumerate(graphs, 1):
        _replace(remote, graph, iter((graph_lines(snapshot.raw, graph),)))
        if progress is not None:
            progress("pushing", done, len(graphs) + 1)
    if named:
        for graph in sorted(_held(remote) - set(graphs)):
            remote.send("DELETE", graph)
    _replace(remote, None, sorted_parts(snapshot.raw, None, snapshot.manifest.triples))
    if progress is not None:
        progress("pushing", len(graphs) + 1, len(graphs) + 1)
    count = _count(remote)
    if count != snapshot.manifest.triples:
        raise RemoteError(
            f"{remote.query} holds {count} triples, not {snapshot.manifest.triples}, after the push"
        )
    return count


def _replace(remote: Remote, graph: str | None, parts: Iterator[tuple[str, ...]]) -> None:
    method = "PUT"
    for lines in parts:
        for begin in range(0, len(lines), _PART):
            remote.send(method, graph, lines[begin : begin + _PART])
            method = "POST"
    if method == "PUT":
        remote.send(method, graph)


def _held(remote: Remote) -> set[str]:
    """The graphs of osce-kg that the engine holds."""
    rows = remote.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows
    names = {row["g"].value for row in rows if isinstance(row["g"], ox.NamedNode)}
    return {name for name in names if name.startswith(GRAPHS)}


def _count(remote: Remote) -> int:
    (row,) = remote.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows
    count = row["n"]
    return int(count.value) if isinstance(count, ox.Literal) else -1
