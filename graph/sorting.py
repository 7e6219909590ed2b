"""The triples of a graph in order, part by part; a large graph is sorted on the disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ..ontology.vocabulary import BASE
from .quads import graph_lines

__all__ = ["sorted_parts"]

_LARGE: Final = 3_000_000
_KEY: Final = len(f"<{BASE}id/evidence/s00")


def sorted_parts(
    store: ox.Store, graph: str | None, triples: int, *, large: int = _LARGE
) -> Iterator[tuple[str, ...]]:
    """The lines of a graph, in order, in parts that never divide a subject.

    Args:
        store: the database.
        graph: a named graph, or None for the default graph.
        triples: how many triples it has, as far as known.
        large: from how many on it is sorted on the disk.
    """
    if triples < large:
        lines = graph_lines(store, graph)
        if lines:
            yield lines
        return
    with tempfile.TemporaryDirectory(prefix="osce-kg-") as folder:
        dumped = Path(folder, "dump.nt")
        source = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
        with dumped.open("wb") as file:
            store.dump(file, format=ox.RdfFormat.N_TRIPLES, from_graph=source)
        with dumped.open(encoding="utf-8", newline="\n") as lines_of_file:
            buckets = _distribute(lines_of_file, Path(folder))
        dumped.unlink()
        for key in sorted(buckets):
            text = buckets[key].read_text(encoding="utf-8")
            yield tuple(sorted(text.split("\n")[:-1]))
            buckets[key].unlink()


def _distribute(lines: Iterable[str], folder: Path) -> dict[str, Path]:
    """Puts lines into files by how their subjects begin: the order of these keys is that of the lines."""
    waiting: dict[str, list[str]] = {}
    paths: dict[str, Path] = {}
    size = 0
    for line in lines:
        key = line[: line.index(" ")][:_KEY]
        waiting.setdefault(key, []).append(line)
        size += len(line)
        if size > 32_000_000:
            _write(waiting, paths, folder)
            size = 0
    _write(waiting, paths, folder)
    return paths


def _write(waiting: dict[str, list[str]], paths: dict[str, Path], folder: Path) -> None:
    for key, lines in waiting.items():
        path = paths.setdefault(key, folder / f"{len(paths)}.nt")
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
    waiting.clear()
