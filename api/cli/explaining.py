"""`explain`: why the graph says something."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from .application import settings
from .guard import guarded
from .output import clean, console, print_json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from ..explanation import Explanation, Proof

__all__ = ["add_to"]

_FIRST = 3
_LONGEST = 240
_INDENT = "  "


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("explain")(explain)


@guarded
def explain(
    context: typer.Context,
    fact: Annotated[
        list[str],
        typer.Argument(
            metavar="FACT...",
            help="An id such as membership:..., or three: person:... org:holds post:...",
        ),
    ],
    everything: Annotated[bool, typer.Option("--all", help="All sentences, not the first few.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """Say why the graph says something: sentences, rules, rows of reference, and how sure that is.

    Each sentence has the words in brackets that carry the fact (on a terminal they are underlined), the rule
    that found it, how often that rule's family was right, and the page.

    Examples:

      osce-kg explain person:karel-de-gucht org:holds post:chairperson-in-office-osce

      osce-kg explain release:n47955 --all
    """
    found = settings(context).graph().explain(" ".join(fact))
    if as_json:
        print_json(_written(found))
    else:
        _print(found, everything=everything)


def _written(found: Explanation) -> dict[str, object]:
    proofs = [{**asdict(proof), "sentence": proof.sentence, "marked": proof.marked} for proof in found.proofs]
    for proof in proofs:
        del proof["pieces"]
    return {**asdict(found), "proofs": proofs}


def _print(found: Explanation, *, everything: bool) -> None:
    from rich.text import Text

    out = console()
    out.print(Text(_line(found.label), style="bold"), soft_wrap=True)
    out.print(Text(_line(found.fact)), soft_wrap=True)
    for name, value in found.about:
        _wrapped(out, Text(f"{clean(name)}: {_line(value)}"))
    shown = found.proofs if everything else found.proofs[:_FIRST]
    for proof in shown:
        out.print()
        _print_proof(out, proof)
    if len(shown) < len(found.proofs):
        out.print(Text(f"\n  ... and {len(found.proofs) - len(shown):,} more: --all", style="dim"))
    if found.rows:
        out.print(Text("\n  Rows of reference"))
    for row in found.rows:
        told = _line(f"{row.about}: {row}")
        _wrapped(out, Text(told if everything else _short(told)))
    if not found.proofs and not found.rows:
        _wrapped(out, Text("No sentence says it, and no row: it follows from the rest."))


def _print_proof(out: Console, proof: Proof) -> None:
    from rich.text import Text

    sentence = Text("“")
    for words, carries in proof.pieces:
        if carries and out.is_terminal:
            sentence.append(clean(words), style="bold underline")
        else:
            sentence.append(clean(f"[{words}]" if carries else words))
    sentence.append("”" + (f" ({_line(proof.says)})" if proof.says else ""))
    _wrapped(out, sentence)
    for told in (f"rule: {proof.rule}; {proof.measured}", f"{proof.page} ({proof.source})"):
        _wrapped(out, Text(_line(told), style="dim"))


def _wrapped(out: Console, text: Text) -> None:
    for line in text.wrap(out, max(out.width - len(_INDENT), 30)):
        line.rstrip()
        out.print(_INDENT, line, sep="", soft_wrap=True)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _line(text: str) -> str:
    return clean(" ".join(text.split()))
