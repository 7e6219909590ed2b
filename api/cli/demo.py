"""`demo`: the bundled sample loaded, asked, drawn and written, with what to type next."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from .application import settings
from .guard import guarded
from .loading import telling
from .output import clean, print_json, print_table

if TYPE_CHECKING:
    from ..knowledge_graph import KnowledgeGraph

__all__ = ["add_to"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A question of the demo, with the columns of its answer that are shown."""

    title: str
    name: str
    parameters: dict[str, str]
    columns: tuple[str, ...]


_QUESTIONS: Final = (
    Shown(
        "Who spoke on policing in 2006, as what, and for whom?",
        "who-spoke",
        {"field": "Policing", "year": "2006"},
        ("who", "as", "for"),
    ),
    Shown(
        "Who led the Mission to Moldova, and which State sent them?",
        "who-led",
        {"mission": "OSCE Mission to Moldova"},
        ("person", "state", "from", "to"),
    ),
    Shown(
        "What happened in Warsaw?",
        "what-happened-in",
        {"place": "Warsaw"},
        ("event", "start", "end", "organizers"),
    ),
)
_PICTURES: Final = (
    ("who-led-what.html", (), None, "who led what, from the first heads of mission to today"),
    ("who-sends-whom.html", (), "who-sends-whom", "which States send heads to which missions"),
    ("moldova.html", ("OSCE Mission to Moldova",), None, "the surroundings of the Mission to Moldova"),
)
_CLASSES: Final = (
    "osce:ParticipatingState", "osce:Body", "osce:FieldOperation", "osce:Organization", "osce:Place",
    "osce:Person", "org:Membership", "osce:PressRelease", "osce:Event", "osce:Participation",
    "osce:Statement", "osce:Act", "osce:Mention", "osce:Evidence", "skos:Concept",
)  # fmt: skip
_TURTLE: Final = "osce.ttl"
_SHOWN: Final = 6
_WIDEST: Final = 70


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("demo")(demo)


@guarded
def demo(
    context: typer.Context,
    folder: Annotated[
        Path,
        typer.Option("--dir", metavar="DIR", help="Where the store, the pictures and the Turtle file go."),
    ] = Path("demo"),
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """Load the bundled sample into a store of its own, ask three questions, draw it, write it as Turtle.

    The sample are digests of real releases in our own words, and the tables of who held which post. The
    store is the one that --store names, else one in the folder of the pictures.

    Example: osce-kg demo --dir /tmp/osce
    """
    from ..knowledge_graph import KnowledgeGraph
    from ..sample import sample_folder

    store = settings(context).store if _is_named(context) else folder / "store"
    folder.mkdir(parents=True, exist_ok=True)
    graph = KnowledgeGraph.open(store)
    if not as_json:
        typer.echo(f"Loading the reference tables, the navigation and the sample into {store} ...")
    with sample_folder() as sample, telling() as told:
        before = graph.snapshots()
        report = graph.load(sample, progress=told)
    news = not before or before[-1].name != report.snapshot
    if as_json:
        _write(graph, folder, news)
        _as_json(graph, store, folder)
        return
    if not news:
        typer.echo(f"Nothing is new: all {report.unchanged} pages are known.")
    _counts(graph)
    for question in _QUESTIONS:
        _question(graph, question, store)
    _sentence(graph)
    _write(graph, folder, news)
    _files(folder)
    _next(store)


def _is_named(context: typer.Context) -> bool:
    """Whether the command line names a store; what the environment names is for one's own pages."""
    above = context.parent
    source = None if above is None else above.get_parameter_source("store")
    return source is not None and source.name == "COMMANDLINE"


def _counts(graph: KnowledgeGraph) -> None:
    found = graph.stats()
    rows = [(label, f"{count:,}") for name, label, count in found.classes if name in _CLASSES]
    typer.echo(
        f"\nIn the graph: {found.triples:,} triples from {found.sources} pages and the reference tables"
    )
    print_table(("what", "how many"), rows)


def _question(graph: KnowledgeGraph, shown: Shown, store: Path) -> None:
    rows = graph.ask(shown.name, **shown.parameters)
    places = [rows.headings.index(column) for column in shown.columns]
    cells = [
        [_cut(row[place]) for place in places] for row, _ in zip(rows.table(), range(_SHOWN), strict=False)
    ]
    options = " ".join(f"--{name} {shlex.quote(value)}" for name, value in shown.parameters.items())
    typer.echo(f"\n{shown.title}\n  {_program()} --store {store} ask {shown.name} {options}")
    print_table(shown.columns, cells)
    if len(rows) > len(cells):
        typer.echo(f"... and {len(rows) - len(cells)} more rows")


def _sentence(graph: KnowledgeGraph) -> None:
    who = "Antonio Maria Costa"
    for line in graph.entity(who).section("Statements"):
        for one in line.support:
            typer.echo(f"\nOne fact with its sentence: {who}, {clean(line.text)}")
            typer.echo(clean(f"  “{one.sentence}”\n  {one}"))
            return


def _write(graph: KnowledgeGraph, folder: Path, news: bool) -> None:
    for name, entities, projection, _ in _PICTURES:
        if news or not (folder / name).exists():
            graph.draw(folder / name, *entities, projection=projection)
    if news or not (folder / _TURTLE).exists():
        graph.export(folder / _TURTLE)


def _files(folder: Path) -> None:
    typer.echo("\nPictures (they open without a network) and the whole graph:")
    for name, _, _, about in _PICTURES:
        typer.echo(f"  {folder / name}  {about}")
    turtle = folder / _TURTLE
    typer.echo(f"  {turtle}  {turtle.stat().st_size / 1e6:.1f} MB of Turtle, sorted for reading")


def _as_json(graph: KnowledgeGraph, store: Path, folder: Path) -> None:
    found = graph.stats()
    questions = [
        {"question": one.title, "name": one.name, "parameters": one.parameters}
        | {"answer": json.loads(graph.ask(one.name, **one.parameters).json())}
        for one in _QUESTIONS
    ]
    files = [str(folder / name) for name in (*(picture[0] for picture in _PICTURES), _TURTLE)]
    print_json(
        {"store": str(store), "sources": found.sources, "triples": found.triples}
        | {"questions": questions, "files": files}
    )


def _next(store: Path) -> None:
    command = f"{_program()} --store {store}"
    typer.echo(
        f"""
What to type next:
  {command} show "Karel De Gucht"
  {command} ask
  {command} find trafficking
  {command} query "SELECT ?label {{ ?s a osce:FieldOperation ; rdfs:label ?label }} LIMIT 5"
  {command} load YOUR-PAGES"""
    )


def _program() -> str:
    """How this program is called from here."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return "python -m osce_kg"
    found = shutil.which(called.name)
    return called.name if found is not None and Path(found).samefile(called) else str(called)


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1].rstrip() + "…"
