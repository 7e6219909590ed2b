"""`stats`, `validate` and `version`: looking after a store."""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Annotated

import typer

from ..queries.rows import shorten
from .application import MinConfidence, settings
from .guard import guarded
from .output import fail, print_json, print_table

if TYPE_CHECKING:
    from ..graph.validate import ValidationReport

__all__ = ["add_to", "as_dict", "print_validation", "version_line"]

_Json = Annotated[bool, typer.Option("--json", help="For machines.")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("stats")(stats)
    app.command("validate")(validate)
    app.command("version")(show_version)


@guarded
def stats(context: typer.Context, least: MinConfidence = 0.0, as_json: _Json = False) -> None:
    """Say how much the store holds, by class.

    Examples:

      osce-kg stats

      osce-kg --store ./graph stats --json
    """
    found = settings(context).graph(least).stats()
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
def validate(
    context: typer.Context,
    pages: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PAGE]...", help="Only what these say: URLs, paths, or sources."),
    ] = None,
    as_json: _Json = False,
) -> None:
    """Check the store against the shapes (SHACL): what must be there, of what type, and how often.

    Exit code 1 where something is wrong; each line says which page and which sentence.
    `osce-kg load --validate` checks what a load changed.

    Examples:

      osce-kg validate

      osce-kg validate https://www.osce.org/node/52792
    """
    print_validation(settings(context).graph().validate(*(pages or ())), as_json=as_json)


def as_dict(report: ValidationReport) -> dict[str, object]:
    """What was found, for machines."""
    return {"checked": report.checked, "violations": [asdict(one) for one in report.violations]}


def print_validation(report: ValidationReport, *, as_json: bool = False) -> None:
    """What was found; ends with 1 where that is anything."""
    if as_json:
        print_json(as_dict(report))
    else:
        for one in report.violations:
            path = f" {shorten(one.path)}" if one.path else ""
            value = f" {one.value}" if one.value else ""
            sentence = f" “{one.sentence}”" if one.sentence else ""
            fail(f"{one.document}: {shorten(one.thing)}{path}{value}: {one.message}{sentence}")
        found = f"{len(report.violations):,} found" if report.violations else "all valid"
        typer.echo(f"{report.checked:,} things checked: {found}")
    if report.violations:
        raise SystemExit(1)


@guarded
def show_version(as_json: _Json = False) -> None:
    """Say which version this is, with those of the engine and of Python.

    Example: osce-kg version --json
    """
    if as_json:
        print_json(dict(_versions()))
    else:
        typer.echo(version_line())


def version_line() -> str:
    """The versions of osce-kg, the engine and Python, for a person."""
    (name, own), *below = _versions()
    return f"{name} {own} ({', '.join(f'{part} {number}' for part, number in below)})"


def _versions() -> tuple[tuple[str, str], ...]:
    import platform

    import pyoxigraph

    try:
        own = version("osce-kg")
    except PackageNotFoundError:
        own = "not installed"
    return ("osce-kg", own), ("pyoxigraph", pyoxigraph.__version__), ("Python", platform.python_version())
