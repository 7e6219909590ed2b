"""What part of a graph is meant when one takes it away, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from .files import in_a_folder
from .graph.errors import ExportFormatError, UnknownSourceError
from .graph.export import Format, export, format_of, write
from .graph.scope import Everything, Neighbourhood, Result, Scope, SourceGraph
from .ontology.errors import OsceKgError
from .ontology.vocabulary import GRAPHS
from .queries.terms import ParameterError

if TYPE_CHECKING:
    from .graph.snapshot import Snapshot

__all__ = ["graph_of", "scope_of", "take", "take_into"]

_OTHER_NAMES: Final = {
    "turtle": Format.TURTLE,
    "ntriples": Format.N_TRIPLES,
    "n-triples": Format.N_TRIPLES,
    "nquads": Format.N_QUADS,
    "n-quads": Format.N_QUADS,
    "json-ld": Format.JSON_LD,
    "json": Format.JSON_LD,
}


def scope_of(snapshot: Snapshot, *, entity: str | None, source: str | None, sparql: str | None) -> Scope:
    """Everything, one thing (by IRI), what one page says, or the result of a CONSTRUCT."""
    if sum(part is not None for part in (entity, source, sparql)) > 1:
        raise ParameterError("an export is of one thing, of one page, or of a query's result: give just one")
    if entity is not None:
        return Neighbourhood(entity)
    if source is not None:
        return SourceGraph(graph_of(snapshot, source))
    return Everything() if sparql is None else Result(sparql)


def take(
    snapshot: Snapshot, path: Path, scope: Scope, *, form: str | None = None, flat: bool = False
) -> Path:
    """Writes a file, whole or not at all, and gives its path."""
    chosen = _form(form) if form is not None else format_of(path)
    export(snapshot, in_a_folder(path), scope, form=chosen, flat=flat)
    return path


def take_into(snapshot: Snapshot, file: IO[bytes], scope: Scope, *, form: str, flat: bool = False) -> None:
    """Writes into an open file."""
    write(snapshot, file, scope, form=_form(form), flat=flat)


def _form(name: str) -> Format:
    folded = name.casefold().lstrip(".")
    try:
        return _OTHER_NAMES.get(folded) or Format(folded)
    except ValueError:
        raise ExportFormatError(
            f"{name!r} is no format; there are turtle, {', '.join(form for form in Format)}"
        ) from None


def _sources_of(snapshot: Snapshot, name: str) -> Sequence[str]:
    found = snapshot.sources_of(name)
    return found if found or "://" in name else snapshot.sources_of(str(Path(name).absolute()))


def graph_of(snapshot: Snapshot, source: str) -> str:
    """The graph of what one page says, by URL, path, local name or the graph's IRI; or "reference".

    Raises:
        UnknownSourceError: the store has no such page.
    """
    if source.startswith(GRAPHS):
        return source
    if source == "reference":
        return GRAPHS + "reference"
    names: Sequence[str] = [
        f"{GRAPHS}{kind}/s{found[:8]}"
        for found in _sources_of(snapshot, source)
        for kind in ("release", "taxonomy")
    ]
    there = {node.value for node in snapshot.raw.named_graphs() if hasattr(node, "value")}
    graphs = [name for name in names if name in there]
    if len(graphs) == 1:
        return graphs[0]
    if not graphs:
        raise UnknownSourceError(
            f"the store has no page {source!r}: give a URL, a path or a name such as s5f0b21aa"
        )
    raise OsceKgError(f"{source!r} has several graphs: {', '.join(graphs)}")
