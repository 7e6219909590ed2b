"""What the command line prints: tables for people, JSON for machines, nothing that steers a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ..queries.terms import ParameterError

if TYPE_CHECKING:
    import typer
    from rich.console import Console

    from ..queries.rows import Rows

__all__ = [
    "AnswerFormat",
    "ResultFormat",
    "chosen_format",
    "clean",
    "console",
    "fail",
    "note",
    "print_answer",
    "print_json",
    "print_table",
]

_WIDTH_OF_PIPES: Final = 160
_STEERING: Final = {
    code: "\ufffd"
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(code) not in "\n\t"
}


class AnswerFormat(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class ResultFormat(StrEnum):
    """How what SPARQL answers is printed: a table, or one of the W3C's SPARQL 1.1 Query Results formats."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"


_Form = TypeVar("_Form", AnswerFormat, ResultFormat)


def clean(text: str) -> str:
    """A text without characters that steer a terminal: what pages say is not ours.

    >>> clean("a\\x1b[31mb")
    'a\ufffd[31mb'
    """
    return text.translate(_STEERING)


def console(*, error: bool = False) -> Console:
    """Where to print: standard output, or standard error."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else _WIDTH_OF_PIPES
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def note(text: str) -> None:
    """One line on standard error, for what a person should know and a pipe should not see."""
    sys.stderr.write(clean(text) + "\n")


def fail(text: str) -> None:
    """One line on standard error that says what went wrong."""
    note(f"osce-kg: {text}")


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """A table on standard output."""
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=title or None,
        title_justify="left",
        box=_box(),
        header_style="bold",
        pad_edge=False,
        show_edge=False,
    )
    for heading in headings:
        table.add_column(clean(heading), overflow="fold")
    for row in rows:
        table.add_row(*(Text(clean(cell)) for cell in row))
    console().print(table)


def chosen_format(context: typer.Context, form: _Form, as_json: bool) -> _Form:
    """The format that `--format` and `--json` ask for together; raises ParameterError where they differ."""
    given = context.get_parameter_source("answer_format")
    if not as_json:
        return form
    if form != "json" and given is not None and given.name != "DEFAULT":
        raise ParameterError(f"--json and --format {form} ask for two formats: give just one")
    return type(form)("json")


def print_answer(answer: Rows, form: AnswerFormat, columns: Sequence[str] = ()) -> None:
    """An answer as the user wants it, a table with some columns only; an empty one is said to be empty.

    No rows are an answer too: the exit code stays 0.
    """
    if columns and form is not AnswerFormat.TABLE:
        raise ParameterError(f"--columns is for tables, not for {form}")
    if form is AnswerFormat.CSV:
        sys.stdout.write(answer.csv())
    elif form is AnswerFormat.JSON:
        sys.stdout.write(answer.json())
    elif len(answer):
        chosen = [_place(answer.headings, column) for column in columns] or range(len(answer.headings))
        rows = ([row[place] for place in chosen] for row in answer.table())
        print_table([answer.headings[place] for place in chosen], rows, answer.title)
        note(f"{len(answer):,} row{'s' if len(answer) != 1 else ''}")
    else:
        note("no rows: nothing in this store answers that")
    if answer.note:
        note(answer.note)


def _place(headings: Sequence[str], column: str) -> int:
    if column not in headings:
        raise ParameterError(f"there is no column {column!r}; the columns are {', '.join(headings)}")
    return headings.index(column)


@cache
def _box() -> Any:
    from rich import box

    return box.SIMPLE_HEAD
