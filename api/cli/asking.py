"""`query`, `find` and `show`: asking the graph in SPARQL, by words, and about one thing."""

from __future__ import annotations

import sys
import textwrap
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..graph.errors import QueryError
from ..queries.rows import shorten
from .application import MinConfidence, settings
from .guard import guarded
from .limits import within
from .output import (
    AnswerFormat,
    ResultFormat,
    chosen_format,
    clean,
    console,
    fail,
    note,
    print_answer,
    print_json,
    print_table,
)

if TYPE_CHECKING:
    from rich.console import Console

    from ..queries.card import Card, Line

__all__ = ["add_to", "print_card", "query_text"]

_FIRST = 12

_Timeout = Annotated[
    float,
    typer.Option("--timeout", help="Seconds after which to give up; 0 for never.", min=0, metavar="SECONDS"),
]
_Format = Annotated[ResultFormat, typer.Option("--format", help="How to print the rows.")]
_Json = Annotated[bool, typer.Option("--json", help="For machines.")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("query")(query)
    app.command("find")(find)
    app.command("show")(show)


@guarded
def query(
    context: typer.Context,
    sparql: Annotated[
        str, typer.Argument(metavar="SPARQL|FILE|-", help="The query, a file that holds it, or - for input.")
    ],
    answer_format: _Format = ResultFormat.TABLE,
    timeout: _Timeout = 60.0,
    least: MinConfidence = 0.0,
    as_json: _Json = False,
) -> None:
    """Ask in SPARQL 1.1. The prefixes of the graph are bound; nothing can be changed.

    Examples:

      osce-kg query "SELECT ?label { ?s a osce:FieldOperation ; rdfs:label ?label }"

      osce-kg query my-question.rq --format csv > rows.csv

    CSV, TSV, JSON and XML are the W3C's formats of SPARQL 1.1 results; all but CSV keep IRIs, languages and
    datatypes.
    """
    from ..queries.rows import Rows

    answer_format = chosen_format(context, answer_format, as_json)
    text = query_text(sparql)
    graph = settings(context).graph(least)
    if answer_format is not ResultFormat.TABLE:
        sys.stdout.flush()
        within(timeout, lambda: graph.query_into(text, sys.stdout.buffer, answer_format))
        _note_undeclared(text)
        return
    result = within(timeout, lambda: graph.query(text))
    if isinstance(result, Rows):
        print_answer(result, AnswerFormat.TABLE)
    elif isinstance(result, bool):
        typer.echo("yes" if result else "no")
    else:
        sys.stdout.write(result.turtle())
    _note_undeclared(text)


def _note_undeclared(sparql: str) -> None:
    from ..queries.terms import undeclared_terms

    for name, near in undeclared_terms(sparql):
        note(f"{name} is no term of the ontology" + (f"; did you mean {near}?" if near else ""))


@guarded
def find(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="Words of a name; the last may be cut short.")],
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", help="Only this kind, such as state or person; can be repeated."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", help="At most so many.", min=1)] = 20,
    as_json: _Json = False,
) -> None:
    """Find things by their names: labels, former names, aliases, acronyms.

    Accents and case do not matter. Where nothing has the words, what is spelt alike is shown (exit code 1).

    Examples:

      osce-kg find strategic police

      osce-kg find kubis --kind person
    """
    graph = settings(context).graph()
    text = " ".join(words)
    found = graph.find(text, kinds=kind or (), limit=limit)
    near = () if found else graph.near(text, kinds=kind or ())
    if as_json:
        rows = [{**asdict(one), "name_matches": bool(found)} for one in found or near]
        print_json(rows)
    elif found or near:
        if near:
            note(f"nothing is called “{text}”. Did you mean:")
        print_table(
            ("name", "kind", "found by", "mentions", "id"),
            (
                (
                    one.label,
                    one.kind,
                    one.name if one.name != one.label else "",
                    f"{one.mentions:,}",
                    one.short,
                )
                for one in found or near
            ),
        )
    else:
        fail(f"nothing is called “{text}”, or anything like it")
    if not found:
        raise SystemExit(1)


@guarded
def show(
    context: typer.Context,
    entity: Annotated[list[str], typer.Argument(help="A name, an id such as state:be, or an IRI.")],
    everything: Annotated[
        bool, typer.Option("--all", help="All lines and sentences, not the first few.")
    ] = False,
    least: MinConfidence = 0.0,
    as_json: _Json = False,
) -> None:
    """Show the card of one thing: names, posts over time, events, statements, with sentences and sources.

    Sentences marked "digest" are in other words than the OSCE's.

    Examples:

      osce-kg show Karel De Gucht

      osce-kg show mission:mission-moldova --all
    """
    card = settings(context).graph(least).entity(" ".join(entity))
    if as_json:
        print_json(asdict(card))
    else:
        print_card(card, everything=everything)


def print_card(card: Card, *, everything: bool = False) -> None:
    """A card on standard output."""
    from rich.text import Text

    out = console()
    out.print(Text.assemble((clean(card.label), "bold"), f"   {', '.join(card.kinds)}   {shorten(card.iri)}"))
    names = "; ".join(f"{name.text} ({name.when})" if name.when else name.text for name in card.names)
    rows = ([("also called", names)] if names else []) + [(row.label, row.shown) for row in card.properties]
    width = max((len(label) for label, _ in rows), default=0)
    for label, value in rows:
        _wrapped(out, f"  {label.ljust(width)}  ", clean(value))
    for section in card.sections:
        out.print()
        out.print(Text.assemble((clean(section.title), "bold"), f" ({len(section.lines):,})"))
        shown = section.lines if everything else section.lines[:_FIRST]
        for line in shown:
            _print_line(out, line, everything=everything)
        if len(shown) < len(section.lines):
            out.print(Text(f"  ... and {len(section.lines) - len(shown):,} more: --all", style="dim"))


def _print_line(out: Console, line: Line, *, everything: bool) -> None:
    _wrapped(out, f"  {line.when}  " if line.when else "  ", clean(line.text))
    shown = line.support if everything else line.support[:1]
    for one in shown:
        _wrapped(out, "      ", clean(f"“{one.sentence}”"), style="italic")
        more = len(line.support) - len(shown)
        _wrapped(
            out, "      ", clean(line.cited(one) + (f"; and {more:,} more" if more else "")), style="dim"
        )


def _wrapped(out: Console, indent: str, text: str, style: str = "") -> None:
    from rich.text import Text

    head, *rest = textwrap.wrap(text, max(out.width - len(indent), 30), break_on_hyphens=False) or [""]
    out.print(Text(indent + head, style=style), soft_wrap=True)
    for line in rest:
        out.print(Text(" " * len(indent) + line, style=style), soft_wrap=True)


def query_text(sparql: str) -> str:
    """The text of a query that is given as such, as a file, or as - for standard input."""
    if sparql == "-":
        return _decoded(sys.stdin.buffer.read(), "standard input")
    if "{" in sparql or "\n" in sparql:
        return sparql
    path = Path(sparql)
    try:
        there = path.exists()
    except OSError:
        there = False  # longer than the name of a file may be
    if path.suffix in {".rq", ".sparql"} or (there and sparql):
        return _decoded(path.read_bytes(), sparql)
    return sparql


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{where}: no query: it is not UTF-8, at byte {error.start + 1}") from None
