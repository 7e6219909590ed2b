"""`evaluate`: how well pages are understood, held against annotated ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .guard import guarded
from .output import fail, note, print_json

if TYPE_CHECKING:
    from ..loaders.evaluation import Evaluation

__all__ = ["add_to"]


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("evaluate")(evaluate)


@guarded
def evaluate(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="A folder of NAME.facts.tsv with NAME.txt or NAME.html."),
    ] = None,
    pages: Annotated[
        list[Path] | None, typer.Option("--pages", metavar="DIR", help="A further folder of pages.")
    ] = None,
    names: Annotated[
        Path | None, typer.Option("--names", metavar="FILE", help="Only the names that a file lists.")
    ] = None,
    leave_out: Annotated[
        Path | None, typer.Option("--except", metavar="FILE", help="Not the names that a file lists.")
    ] = None,
    facts: Annotated[
        Path | None,
        typer.Option("--facts", metavar="DIR", help="Take NAME.facts.tsv from there; read no page."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List each missing and each false line.")] = False,
    compare: Annotated[
        Path | None,
        typer.Option("--compare", metavar="OLD.json", help="Show what was won and lost since then."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="GROUP", help="Count this group alone; can be given several times."),
    ] = None,
    least: Annotated[
        list[str] | None,
        typer.Option("--min", metavar="GROUP=F1", help="Exit with 1 where a group has less."),
    ] = None,
    calibrate: Annotated[
        Path | None,
        typer.Option(
            "--calibrate",
            metavar="FILE",
            help="Write how often each family of rules is right: the confidence of its facts.",
        ),
    ] = None,
    judged: Annotated[
        Path | None,
        typer.Option(
            "--judged",
            metavar="FILE",
            help="With --calibrate: counts of facts judged on other pages, in place of ours.",
        ),
    ] = None,
    figures: Annotated[
        bool, typer.Option("--figures", help="Figures only: show no line of any page.")
    ] = False,
    bench: Annotated[
        bool, typer.Option("--bench", help="Run the bench of hard cases; 1 where a STRONG one fails.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """Measure how well pages are understood, against what people have annotated.

    Precision, recall and F1 with 95 % intervals (pages drawn again and again), by group of facts, kind,
    layout, language and rule, for entities in reference and not, and with a fifth of reference hidden.

    Examples:

      osce-kg evaluate pages

      osce-kg evaluate pages --json > old.json

      osce-kg evaluate pages --errors --compare old.json

      osce-kg evaluate pages --min post=0.82 --min event=0.75

      osce-kg evaluate pages --only field-inferred

      osce-kg evaluate pages --calibrate confidence.tsv

      osce-kg evaluate --bench
    """
    from ..loaders.evaluation import EvaluationError

    if folder is None and not bench:
        raise EvaluationError("give a folder of annotated pages, or --bench")
    if figures and (errors or compare):
        raise EvaluationError("--figures shows no lines: leave out --errors and --compare")
    if folder is None and (errors or compare or least or facts):
        raise EvaluationError("--errors, --compare, --min and --facts need a folder of annotated pages")
    if judged is not None and calibrate is None:
        raise EvaluationError("--judged belongs to --calibrate: give a file to write")
    if calibrate is not None and (folder is None or only):
        raise EvaluationError("--calibrate needs a folder of annotated pages, and all groups of facts")
    wrong = False
    written: dict[str, object] = {}
    if folder is not None:
        found = _evaluated(folder, pages or [], names, leave_out, facts, only or [])
        wrong |= _shown(found, written, least or [], errors, compare, figures, as_json)
        if calibrate is not None:
            _calibrated(found, calibrate, judged)
    if bench:
        wrong |= _benched(written, as_json)
    if as_json:
        print_json(written)
    if wrong:
        raise SystemExit(1)


def _evaluated(
    folder: Path,
    pages: list[Path],
    names: Path | None,
    leave_out: Path | None,
    facts: Path | None,
    only: list[str],
) -> Evaluation:
    from ..loaders import evaluation
    from ..loaders.evaluation.documents import names_in
    from ..ontology.reference import reference

    documents = evaluation.find_documents(
        folder,
        pages=pages,
        names=None if names is None else names_in(names),
        leave_out=frozenset() if leave_out is None else names_in(leave_out),
        need_pages=facts is None,
    )
    if facts is not None:
        return evaluation.evaluate_files(documents, facts, reference(), only=only)
    return evaluation.evaluate(documents, reference(), only=only)


def _shown(
    found: Evaluation,
    written: dict[str, object],
    least: list[str],
    errors: bool,
    compare: Path | None,
    figures: bool,
    as_json: bool,
) -> bool:
    """Shows or writes an evaluation; gives whether it falls short of what is asked."""
    from ..loaders.evaluation import short_of
    from ..loaders.evaluation.comparison import compare as compared
    from ..loaders.evaluation.comparison import read_old
    from ..loaders.evaluation.export import as_json as exported
    from . import evaluating_tables as tables

    short = short_of(found, least)
    old = None if compare is None else compared(found, read_old(compare))
    if as_json:
        written.update(exported(found, lines=not figures))
        if errors:
            written["errors"] = tables.errors_json(found)
        if old is not None:
            written["comparison"] = tables.comparison_json(old)
    else:
        tables.print_evaluation(found)
        if errors:
            tables.print_errors(found)
        if old is not None:
            tables.print_comparison(old)
        note(f"{len(found.names):,} annotated page{'s' if len(found.names) != 1 else ''}")
    for one in short:
        fail(f"too little: {one}")
    return bool(short)


def _calibrated(found: Evaluation, path: Path, judged: Path | None) -> None:
    from ..files import write_text
    from ..loaders.evaluation import calibrated, confidence_table, read_judged

    families = calibrated(found.rules, read_judged(judged))
    write_text(path, confidence_table(families))
    seen = sum(one.seen for one in families)
    note(f"wrote {path}: {len(families)} families of rules, {seen:,} facts")


def _benched(written: dict[str, object], as_json: bool) -> bool:
    """Runs the bench; gives whether a STRONG case failed."""
    from ..loaders.evaluation import bench_cases, run_bench
    from ..loaders.evaluation.bench import Strength
    from ..ontology.reference import reference
    from . import evaluating_tables as tables

    outcomes = tuple(run_bench(bench_cases(), reference()))
    if as_json:
        written["bench"] = tables.bench_json(outcomes)
    else:
        tables.print_bench(outcomes)
    failed = [one for one in outcomes if one.case.strength is Strength.STRONG and not one.passed]
    for one in failed:
        fail(f"a STRONG case fails: {one.case.group}, {one.case.label}")
    return bool(failed)
