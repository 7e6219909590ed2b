"""`osce-kg ask`: one subcommand for each question of the library, made from the head of its file."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Optional

import typer

from ..queries.library import Parameter, Question, questions
from .application import MinConfidence, settings
from .guard import guarded
from .limits import within
from .output import AnswerFormat, chosen_format, print_answer, print_json, print_table

__all__ = ["add_to"]

_TIMEOUT = typer.Option(
    "--timeout", help="Seconds after which to give up; 0 for never.", min=0, metavar="SECONDS"
)
_FORMAT = typer.Option("--format", help="How to print the answer.")
_COLUMNS = typer.Option("--columns", help="Of a table, only these.", metavar="NAME,...")
_JSON = typer.Option("--json", help="For machines; the same as --format json.")
_SPARQL = typer.Option("--sparql", help="Print the SPARQL instead of asking it.")


def add_to(app: typer.Typer) -> None:
    """Adds the command `ask`."""
    ask = typer.Typer(
        help="Ask a named question. Without a name: lists the questions.\n\nExample: "
        'osce-kg ask who-held --post "Chairperson-in-Office" --day 2003-12-05',
        invoke_without_command=True,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    ask.callback()(_list)
    for question in questions().values():
        ask.command(question.name, help=_help(question))(_command(question))
    app.add_typer(ask, name="ask")


@guarded
def _list(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False
) -> None:
    if context.invoked_subcommand is not None:
        return
    if as_json:
        print_json(
            [
                {"name": one.name, "title": one.title, "about": one.about, "example": one.example}
                for one in questions().values()
            ]
        )
        return
    print_table(
        ("question", "what it answers", "parameters"),
        (
            (
                one.name,
                one.title,
                "  ".join(_option(p) if p.required else f"[{_option(p)}]" for p in one.parameters),
            )
            for one in questions().values()
        ),
    )
    typer.echo("osce-kg ask NAME --help says more about a question.")


def _option(parameter: Parameter) -> str:
    return f"--{parameter.name} {parameter.type.upper()}"


def _help(question: Question) -> str:
    example = " ".join(f'--{name} "{value}"' for name, value in question.example.items())
    return f"{question.title}\n\n{question.about}\n\nExample: osce-kg ask {question.name} {example}"


def _command(question: Question) -> Callable[..., None]:
    @guarded
    def run(context: typer.Context, **values: Any) -> None:
        as_json: bool = values.pop("as_json") or _stood_before(context)
        form = chosen_format(context, values.pop("answer_format"), as_json)
        timeout: float = values.pop("timeout")
        only_sparql: bool = values.pop("only_sparql")
        columns: str = values.pop("columns")
        least: float = values.pop("min_confidence")
        given = {name.removeprefix("p_"): value for name, value in values.items() if value is not None}
        graph = settings(context).graph(least)
        if only_sparql:
            sparql = graph.sparql(question.name, **given)
            if as_json:
                print_json({"sparql": sparql})
            else:
                typer.echo(sparql)
            return
        answer = within(timeout, lambda: graph.ask(question.name, **given), question.name)
        print_answer(answer, form, columns.split(",") if columns else ())

    signature = [inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)]
    for one in question.parameters:
        option = typer.Option(f"--{one.name}", help=_about(one), metavar=one.type.upper(), show_default=False)
        signature.append(_keyword(f"p_{one.name}", Annotated[Optional[str], option], None))  # noqa: UP045
    signature += [
        _keyword("answer_format", Annotated[AnswerFormat, _FORMAT], AnswerFormat.TABLE),
        _keyword("columns", Annotated[str, _COLUMNS], ""),
        _keyword("min_confidence", MinConfidence, 0.0),
        _keyword("timeout", Annotated[float, _TIMEOUT], 60.0),
        _keyword("only_sparql", Annotated[bool, _SPARQL], False),
        _keyword("as_json", Annotated[bool, _JSON], False),
    ]
    target: Any = run
    target.__signature__ = inspect.Signature(signature)
    target.__annotations__ = {parameter.name: parameter.annotation for parameter in signature}
    del target.__wrapped__
    return run


def _stood_before(context: typer.Context) -> bool:
    """Whether --json was given before the question's name."""
    return context.parent is not None and bool(context.parent.params.get("as_json"))


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _about(parameter: Parameter) -> str:
    default = "needed" if parameter.required else f"default: {parameter.default}"
    return f"{parameter.about}, such as “{parameter.example}” ({default})."
