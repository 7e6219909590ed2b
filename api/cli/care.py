"""`stats`, `validate` and `version`: looking after a store."""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from .application import settings
from .guard import guarded
from .output import fail, print_json, print_table

__all__ = ["add_to"]

_Json = Annotated[bool, typer.Option("--json", help="For machines.")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("stats")(stats)
    app.command("validate")(validate)
    app.command("version")(show_version)


@guarded
def stats(context: typer.Context, as_json: _Json = False) -> None:
    """Say how much the store holds, by class."""
    found = settings(context).graph().stats()
    if as_json:
        print_json(asdict(found))
        return
    typer.echo(
        f"{found.triples:,} triples from {found.sources:,} page{'s' if found.sources != 1 else ''};"
        f" the newest release: {found.newest or 'none'}"
    )
    print_table(
        ("class", "", "how many"), ((label, name, f"{count:,}") for name, label, count in found.classes)
    )


@guarded
def validate(context: typer.Context, as_json: _Json = False) -> None:
    """Check the store against the shapes (SHACL): what must be there, of what type, and how often.

    Exit code 1 where something is wrong; each line says which page and which sentence.
    """
    findings = settings(context).graph().validate()
    if as_json:
        print_json([asdict(one) for one in findings])
    else:
        for one in findings:
            fail(str(one))
        typer.echo("valid" if not findings else f"{len(findings):,} findings")
    if findings:
        raise SystemExit(1)


@guarded
def show_version(as_json: _Json = False) -> None:
    """Say which version this is, with those of the engine and of Python."""
    import platform

    import pyoxigraph

    try:
        own = version("osce-kg")
    except PackageNotFoundError:
        own = "not installed"
    if as_json:
        print_json(
            {"osce-kg": own, "pyoxigraph": pyoxigraph.__version__, "python": platform.python_version()}
        )
    else:
        typer.echo(f"osce-kg {own} (pyoxigraph {pyoxigraph.__version__}, Python {platform.python_version()})")
