"""`facts` and `taxonomy`: what is understood of a page, with no store touched."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .application import Jobs, MinConfidence
from .guard import guarded
from .output import clean, fail, note, print_json

if TYPE_CHECKING:
    from ..ontology.facts import Concept
    from ..reading import Page

__all__ = ["add_to"]

_Pages = Annotated[
    list[str], typer.Argument(metavar="PAGE...", help="Files, folders, archives, or - for standard input.")
]
_Json = Annotated[bool, typer.Option("--json", help="For machines.")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("facts")(facts)
    app.command("taxonomy")(taxonomy)


@guarded
def facts(
    pages: _Pages,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write NAME.facts.tsv there for each page.")
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Add rule, confidence, place of the sentence, its words that count, rows of reference.",
        ),
    ] = False,
    stage: Annotated[
        str | None, typer.Option("--stage", metavar="NAME", help="Show what one stage of the reading yields.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Add the further predicates: acts, and inferred fields of work.")
    ] = False,
    least: MinConfidence = 0.0,
    jobs: Jobs = 1,
    as_json: _Json = False,
) -> None:
    """Print what is understood of pages; no store is touched.

    Tab-separated: predicate, subject, object and the first words of the sentence.

    Examples:

      osce-kg facts release.html

      osce-kg facts release.txt --explain

      osce-kg facts release.txt --all

      osce-kg facts release.txt --stage mentions

      osce-kg facts pages --out facts
    """
    from ..files import write_text
    from ..loaders.sources.files import Refusal
    from ..reading import read_pages

    bad = written = 0
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    for page in read_pages(pages, min_confidence=least, processes=jobs):
        if isinstance(page.reading, Refusal):
            fail(f"{page.location}: {page.reading.reason}")
            bad += 1
            if out is not None and Path(page.location).is_file():
                write_text(out / f"{page.name}.facts.tsv", "")
            continue
        for message in _messages(page):
            note(f"{page.location}: {message}")
        text = _rendered(page, explain=explain, further=everything, stage=stage, as_json=as_json)
        if out is not None:
            write_text(out / f"{page.name}.facts.tsv", text)
            written += 1
            continue
        if not as_json and (len(pages) > 1 or page.location != pages[0] != "-"):
            sys.stdout.write(f"# {clean(page.location)}\n")
        sys.stdout.write(text)
    if out is not None:
        note(f"{written:,} file{'s' if written != 1 else ''} written to {out}")
    if bad:
        raise SystemExit(1)


def _messages(page: Page) -> list[str]:
    from ..loaders.sources.files import Refusal

    reading = page.reading
    if isinstance(reading, Refusal):
        return []
    empty = [] if reading.releases else [f"no facts: {reading.reason}"]
    said = (*reading.warnings, *(warning for one in reading.releases for warning in one.warnings))
    return [*empty, *dict.fromkeys(said)]


def _rendered(page: Page, *, explain: bool, further: bool, stage: str | None, as_json: bool) -> str:
    from .. import reading
    from ..loaders.sources.files import Refusal

    if isinstance(page.reading, Refusal):
        return ""
    if stage is not None:
        lines = reading.stage_lines(page, stage)
    elif as_json:
        return json.dumps(reading.as_json(page.reading, further=further), ensure_ascii=False) + "\n"
    else:
        lines = reading.fact_lines(page.reading, explain=explain, further=further)
    return "".join(f"{clean(line)}\n" for line in lines)


@guarded
def taxonomy(pages: _Pages, as_json: _Json = False) -> None:
    """Print the navigation of pages as a tree, each label with what it is linked to.

    Labels that are not known stay where they stood, and are listed at the end.

    Example: osce-kg taxonomy homepage.html
    """
    from ..loaders.sources.files import Refusal
    from ..loaders.taxonomy import render
    from ..reading import read_pages

    bad = 0
    for page in read_pages(pages):
        reading = page.reading
        if isinstance(reading, Refusal) or reading.taxonomy is None:
            why = reading.reason if isinstance(reading, Refusal) else "it has no navigation"
            fail(f"{page.location}: {why}")
            bad += 1
            continue
        if as_json:
            print_json([_concept(concept) for concept in reading.taxonomy.concepts])
        else:
            typer.echo(clean(render(reading.taxonomy)))
        for unplaced in reading.taxonomy.unplaced:
            note(f"{page.location}: not known: “{unplaced.label}”, kept under {unplaced.where}")
    if bad:
        raise SystemExit(1)


def _concept(concept: Concept) -> dict[str, object]:
    entity = concept.entity
    return {
        "label": concept.label,
        "entity": None if entity is None else {"kind": entity.kind, "id": entity.id, "name": entity.name},
        "chairs": concept.chairs,
        "narrower": [_concept(one) for one in concept.narrower],
    }
