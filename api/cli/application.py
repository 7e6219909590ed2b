"""The commands, put together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ..knowledge_graph import KnowledgeGraph

__all__ = ["Jobs", "MinConfidence", "Settings", "application", "settings"]

Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", help="How many processes read side by side: worth it from some 2,000 pages.", min=1
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        help="Leave out facts whose best evidence is below: 0.9 keeps what is right nine times of ten.",
        min=0,
        max=1,
        metavar="0..1",
        show_default=False,
    ),
]

_HELP = """
A knowledge graph of the OSCE: reads osce.org pages and keeps each fact with the sentence that says it.

Start with `osce-kg demo`, or with `osce-kg load PAGE...` and `osce-kg ask`.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands before the command."""

    store: Path

    def graph(self, min_confidence: float = 0.0) -> KnowledgeGraph:
        """The graph of the store, without what is less sure."""
        from ..knowledge_graph import KnowledgeGraph

        return KnowledgeGraph.open(self.store, min_confidence=min_confidence)


def settings(context: typer.Context) -> Settings:
    """What stood before the command."""
    found = context.find_object(Settings)
    assert found is not None  # noqa: S101 - the callback below sets it
    return found


def _print_version(asked: bool) -> None:
    if asked:
        from .care import version_line

        typer.echo(version_line())
        raise typer.Exit


def _start(
    context: typer.Context,
    store: Annotated[
        Path | None,
        typer.Option(
            "--store",
            envvar="OSCE_KG_STORE",
            help="The folder of the store; else the user's data folder.",
            metavar="DIR",
        ),
    ] = None,
    _: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Say which version this is."),
    ] = False,
) -> None:
    from ..places import default_store

    context.obj = Settings(default_store() if store is None else store)


@cache
def application() -> typer.Typer:
    """The whole command line."""
    from . import asking, care, demo, evaluating, explaining, loading, questions, taking, understanding

    app = typer.Typer(
        help=_HELP,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_start)
    for module in (loading, understanding, asking, explaining, taking, care, evaluating, demo):
        module.add_to(app)
    questions.add_to(app)
    return app
