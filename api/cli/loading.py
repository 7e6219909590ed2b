"""`load`, `forget`, `snapshots` and `restore`: what changes a store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..ontology.facts import PageKind
from .application import Jobs, settings
from .care import as_dict, print_validation
from .guard import guarded
from .output import clean, console, note, print_json, print_table

if TYPE_CHECKING:
    from ..intake import LoadReport, Told
    from ..snapshots import SnapshotInfo

__all__ = ["add_to", "print_report", "telling"]

_Json = Annotated[bool, typer.Option("--json", help="For machines.")]
_SHOWN = 20
_KINDS = {
    PageKind.RELEASE: ("release", "releases"),
    PageKind.LISTING: ("listing", "listings"),
    PageKind.TAXONOMY: ("navigation", "navigations"),
    PageKind.OTHER_LANGUAGE: ("release in another language", "releases in other languages"),
    PageKind.NO_RELEASE: ("page that is no release", "pages that are no release"),
}


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("load")(load)
    app.command("forget")(forget)
    app.command("snapshots")(snapshots)
    app.command("restore")(restore)


@guarded
def load(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, archives, or - for standard input."),
    ],
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where anything was refused.")] = False,
    wait: Annotated[
        float,
        typer.Option(
            "--wait", min=0, metavar="SECONDS", help="Wait so long for another process that is loading."
        ),
    ] = 0.0,
    validate: Annotated[
        bool,
        typer.Option(
            "--validate", help="Check what was loaded against the shapes; 1 where something is wrong."
        ),
    ] = False,
    jobs: Jobs = 1,
    as_json: _Json = False,
) -> None:
    """Load pages into the store: what is new or has changed, and nothing else.

    A zip or tar archive gives its members, and a .jsonl file (.jsonl.gz too) a page a line: text or html, and
    where known url, date, title, language and digest_of.

    One page that cannot be read never stops the rest; where a path that you name is not there, the exit code
    is 1. The store is whole at every moment: a load that is interrupted leaves what was there before.

    Examples:

      osce-kg load pages

      osce-kg load crawl.tar.gz crawl.jsonl

      curl -s https://www.osce.org/node/52792 | osce-kg load -

      osce-kg --store ./graph load a.html b.txt --strict
    """
    graph = settings(context).graph()
    missing = any(path != "-" and not Path(path).exists() for path in paths)
    with telling() as told:
        report = graph.load(paths, wait=wait, progress=told, processes=jobs)
    checked = graph.validate(*report.graphs) if validate and report.graphs else None
    if as_json:
        validation = {} if checked is None else {"validation": as_dict(checked)}
        print_json({**report.as_dict(), **validation})
    else:
        print_report(report)
        if checked is not None:
            print_validation(checked)
    if missing or (strict and report.refused) or (checked is not None and checked.violations):
        raise SystemExit(1)


@contextmanager
def telling() -> Iterator[Told]:
    """A progress bar with rate and time left; on what is no terminal, nothing."""
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console(error=True), transient=True) as progress:
        tasks: dict[str, int] = {}

        def told(stage: str, done: int, total: int) -> None:
            task = tasks.get(stage)
            if task is None:
                task = tasks[stage] = progress.add_task(stage, total=total, rate="")
            speed = progress.tasks[list(tasks).index(stage)].speed
            rate = f"{speed:,.0f}/s" if speed else ""
            progress.update(task, completed=done, total=total, rate=rate)  # type: ignore[arg-type]

        yield told


def print_report(report: LoadReport) -> None:
    """What a load did, for a person."""
    kinds = ", ".join(_counted(kind, count) for kind, count in report.kinds.items())
    rows = [
        ("pages looked at", report.pages, ""),
        ("read", sum(report.kinds.values()), kinds),
        ("new", len(report.added), ""),
        ("replaced", len(report.replaced), ""),
        ("removed", len(report.removed), ""),
        ("unchanged", report.unchanged, ""),
        ("refused", len(report.refused), ""),
    ]
    shown = [(name, f"{count:,}", what) for name, count, what in rows if count or name == "new"]
    print_table(("", "pages", ""), shown)
    if not report.changed:
        typer.echo("Nothing is new.")
    _some("refused", [f"{one.location}: {one.reason}" for one in report.refused])
    _some("to look at", list(report.warnings))
    _some("has another id now", [f"{old} → {new}" for old, new in report.renamed])


def _counted(kind: str, count: int) -> str:
    """A number of pages of one kind, in the plural where there are several.

    >>> _counted("release in another language", 2), _counted("taxonomy", 1)
    ('2 releases in other languages', '1 navigation')
    """
    one, several = _KINDS[PageKind(kind)]
    return f"{count:,} {one if count == 1 else several}"


def _some(what: str, lines: list[str]) -> None:
    for line in lines[:_SHOWN]:
        note(f"{what}: {line}")
    if len(lines) > _SHOWN:
        note(f"{what}: and {len(lines) - _SHOWN:,} more; --json lists all")


@guarded
def forget(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="URL|PATH|RELEASE", help="What to forget.")],
    as_json: _Json = False,
) -> None:
    """Forget a page, or a release with all its pages, and everything that only they said.

    A page that was loaded from several paths stays while it has another: forget that one too.

    Examples:

      osce-kg forget https://www.osce.org/node/52792

      osce-kg forget release:n52792
    """
    report = settings(context).graph().forget(what)
    if as_json:
        told = ("snapshot", "removed", "still_in", "kept")
        print_json({name: getattr(report, name) for name in told})
        return
    for removed in report.removed:
        typer.echo(f"forgotten: {clean(removed)}")
    for path in report.kept:
        typer.echo(f"{clean(what)} is forgotten; the same page is also, and stays: {clean(path)}")
    if report.still_in:
        typer.echo(
            f"still in the older snapshots {', '.join(report.still_in)}, until newer ones replace them"
        )


@guarded
def snapshots(context: typer.Context, as_json: _Json = False) -> None:
    """List the snapshots that are kept; one is made by each load that changed something.

    Examples:

      osce-kg snapshots

      osce-kg --store ./graph snapshots --json
    """
    graph = settings(context).graph()
    rows = graph.snapshots()
    if as_json:
        print_json(
            [
                {"name": one.name, "current": one.current, "sources": one.sources, "triples": one.triples}
                | {"damaged": one.damaged}
                for one in rows
            ]
        )
        return
    print_table(
        ("snapshot", "", "pages", "triples", "newest release"),
        ((one.name, _state(one), f"{one.sources:,}", f"{one.triples:,}", one.newest) for one in rows),
    )


def _state(snapshot: SnapshotInfo) -> str:
    states = (("current", snapshot.current), ("damaged", snapshot.damaged))
    return ", ".join(state for state, holds in states if holds)


@guarded
def restore(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="SNAPSHOT", help="As `osce-kg snapshots` lists it.")],
    as_json: _Json = False,
) -> None:
    """Make a snapshot that is kept the current one again.

    Example: osce-kg restore snapshot-000003
    """
    settings(context).graph().restore(name)
    if as_json:
        print_json({"current": name})
    else:
        typer.echo(f"{name} is current")
