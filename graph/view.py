"""A snapshot for users of rdflib: the same graph, read-only, answered by Oxigraph.

The view is made with oxrdflib. What that cannot do on a store that is only read is done here or refused
with an error that says so: counting takes no time, prepared queries and bindings work, and nothing is
written, dialled or opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NoReturn, cast

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore
from oxrdflib._converter import from_ox, to_ox
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Identifier, URIRef, Variable

from ..ontology.vocabulary import PREFIXES
from .errors import QueryError, ReadOnlyError
from .query import AnswerKind, insert_values, run_query
from .scope import expanded
from .snapshot import Snapshot

__all__ = ["GraphView", "graph_view"]

_REFUSED: Final = (
    "a snapshot cannot be written into: load readings into the store, or copy the view into a graph"
)


def graph_view(snapshot: Snapshot, graph: str | None = None) -> GraphView:
    """The default graph of a snapshot as an rdflib graph, or what one source says.

    Args:
        snapshot: an open snapshot; the view needs it to stay open.
        graph: a named graph, by IRI or prefixed name; the default graph when left out.
    """
    name = DATASET_DEFAULT_GRAPH_ID if graph is None else URIRef(expanded(graph))
    return GraphView(_ReadOnlyStore(snapshot), name)


class GraphView(rdflib.Graph):
    """An rdflib graph that is only read; its prefixes are those of osce-kg."""

    def __init__(self, store: _ReadOnlyStore, identifier: URIRef) -> None:
        super().__init__(store=store, identifier=identifier, bind_namespaces="none")

    def query(  # type: ignore[override]
        self,
        query_object: str | Query,
        *,
        initNs: Mapping[str, Any] | None = None,  # noqa: N803 - the names of rdflib
        initBindings: Mapping[str, Identifier] | None = None,  # noqa: N803
    ) -> Result:
        """Answers a query as `Snapshot.query` does, and raises what that raises.

        Args:
            query_object: SPARQL, or what `prepareQuery` gives.
            initNs: further prefixes.
            initBindings: values of variables, wherever in the query these stand.
        """
        store: _ReadOnlyStore = self.store  # type: ignore[assignment]
        return store.query(query_object, initNs or {}, initBindings or {}, self.identifier)


class _ReadOnlyStore(OxigraphStore):
    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__(store=snapshot.raw)
        self._snapshot = snapshot
        for prefix, namespace in PREFIXES.items():
            self.bind(prefix, URIRef(namespace))

    def __len__(self, context: Any = None) -> int:
        name = getattr(context, "identifier", context)
        if name is None or name == DATASET_DEFAULT_GRAPH_ID:
            return self._snapshot.manifest.triples
        rows = self._snapshot.raw.quads_for_pattern(None, None, None, ox.NamedNode(str(name)))
        return sum(1 for _ in rows)

    def query(
        self,
        query: str | Query,
        initNs: Mapping[str, Any],  # noqa: N803
        initBindings: Mapping[str, Identifier],  # noqa: N803
        queryGraph: Any,  # noqa: N803
        **kwargs: object,
    ) -> Result:
        if kwargs:
            raise QueryError(f"not known to Oxigraph: {', '.join(sorted(kwargs))}")
        prefixes = {prefix: str(namespace) for prefix, namespace in self._namespace_for_prefix.items()}
        if isinstance(query, Query):
            text, own, _ = query._original_args
            prefixes.update({prefix: str(namespace) for prefix, namespace in (own or {}).items()})
        else:
            text = query
        prefixes.update({prefix: str(namespace) for prefix, namespace in initNs.items()})
        values = {str(name).lstrip("?$"): str(to_ox(value)) for name, value in initBindings.items()}
        named = None if queryGraph == DATASET_DEFAULT_GRAPH_ID else ox.NamedNode(str(queryGraph))
        answer = run_query(self._inner, insert_values(text, values), prefixes=prefixes, graph=named)
        if answer.kind is AnswerKind.BOOLEAN:
            result = Result("ASK")
            result.askAnswer = answer.boolean
        elif answer.kind is AnswerKind.GRAPH:
            result = Result("CONSTRUCT")
            result.graph = rdflib.Graph().parse(data=answer.payload, format="nt")
        else:
            result = Result("SELECT")
            result.vars = [Variable(name) for name in answer.variables]
            result.bindings = [
                {Variable(name): cast("Identifier", from_ox(value)) for name, value in row.items()}
                for row in answer.rows
            ]
        return result

    def close(self, commit_pending_transaction: bool = False) -> None:
        """Does nothing: the snapshot is for its opener to close, and the view goes on answering."""

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Does nothing: rdflib calls this when a graph is only looked at."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise ReadOnlyError(_REFUSED)

    add = addN = remove = remove_graph = update = open = destroy = _refuse  # noqa: N815 - the names of rdflib
