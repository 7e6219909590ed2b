"""`export` and `draw`: what is taken out of a store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..queries.terms import ParameterError
from .application import MinConfidence, settings
from .guard import guarded
from .output import print_json

__all__ = ["add_to"]

_Json = Annotated[bool, typer.Option("--json", help="For machines.")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("export")(export)
    app.command("draw")(draw)


@guarded
def export(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(help="Ends in .ttl, .nt, .nq, .trig or .jsonld, then .gz to be packed; or -.")
    ],
    form: Annotated[
        str | None,
        typer.Option("--format", help="turtle, nt, nq, trig or jsonld, whatever the file is called."),
    ] = None,
    flat: Annotated[bool, typer.Option("--flat", help="Leave out mentions and evidence.")] = False,
    entity: Annotated[
        str | None, typer.Option("--entity", metavar="NAME", help="One thing with its neighbourhood only.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="URL|PATH|SOURCE", help="What one page says only.")
    ] = None,
    construct: Annotated[
        str | None, typer.Option("--query", metavar="SPARQL|FILE", help="The result of a CONSTRUCT only.")
    ] = None,
    least: MinConfidence = 0.0,
    as_json: _Json = False,
) -> None:
    """Write the graph to a file: Turtle sorted for reading, N-Triples, TriG or JSON-LD.

    The same graph gives the same bytes. The file is there whole or not at all.

    Examples:

      osce-kg export osce.ttl

      osce-kg export osce.nt.gz --flat

      osce-kg export sure.ttl --min-confidence 0.9

      osce-kg export moldova.ttl --entity "OSCE Mission to Moldova"
    """
    from ..taking import take_into
    from .asking import query_text

    graph = settings(context).graph(least)
    sparql = None if construct is None else query_text(construct)
    if str(file) == "-" and as_json:
        raise ParameterError("--json tells of a file: with -, the graph itself is printed (--format jsonld)")
    if str(file) == "-":
        scope = graph.scope(entity, source, sparql)
        take_into(graph.snapshot, sys.stdout.buffer, scope, form=form or "turtle", flat=flat)
        return
    path = graph.export(file, form=form, flat=flat, entity=entity, source=source, sparql=sparql)
    size = path.stat().st_size
    if as_json:
        print_json({"file": str(path), "bytes": size})
    else:
        typer.echo(f"{path}: {size:,} bytes")


@guarded
def draw(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The HTML file.")],
    entities: Annotated[
        list[str] | None, typer.Argument(metavar="[ENTITY]...", help="Names, ids such as state:be, or IRIs.")
    ] = None,
    projection: Annotated[
        str | None, typer.Option("--projection", metavar="NAME", help="Such as who-sends-whom.")
    ] = None,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Also who is named in the same releases as the entities.")
    ] = False,
    least: MinConfidence = 0.0,
    as_json: _Json = False,
) -> None:
    """Draw one HTML file that opens without a network; a click on a thing shows its facts and sentences.

    Examples:

      osce-kg draw --out who-led-what.html

      osce-kg draw --projection who-sends-whom --out states.html

      osce-kg draw "OSCE Mission to Moldova" --out moldova.html
    """
    graph = settings(context).graph(least)
    path = graph.draw(out, *(entities or ()), projection=projection, mentions=mentions)
    if as_json:
        print_json({"file": str(path)})
    else:
        typer.echo(f"{path}: open it in a browser")
