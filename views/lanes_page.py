"""The page "Who led what": the lanes in their renderings, their facts, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from .chart import Bar, Chart
from .findings import count, lanes_finding, lanes_numbers
from .lanes import FORMATS, draw_lanes
from .markup import Markup
from .model import Term, spell, spell_interval
from .page import Fact, Key, Missing, Page, Table

__all__ = ["lanes_page"]

_LISTED: Final = 12


def lanes_page(picture: Chart) -> Page:
    """The page for a chart, with what it leaves out."""
    first, last = (date.fromordinal(day).year for day in (picture.first_day, picture.today))
    drawings = [draw_lanes(picture, form) for form in FORMATS]
    facts = {f"t{index}": _term_fact(bar.term) for index, bar in enumerate(picture.bars)}
    legend = [
        Key(f"c{index}", state.name, count=number) for index, (state, _, number) in enumerate(picture.colours)
    ]
    unknown = sum(bar.term.state is None for bar in picture.bars)
    others = len(picture.bars) - unknown - sum(key.count or 0 for key in legend)
    if others:
        legend.append(Key("cx", "other States", count=others))
    if unknown:
        legend.append(Key("cn", "State not known", count=unknown))
    return Page(
        title=f"Who led what, {first} to {last}",
        finding=lanes_finding(picture),
        numbers=lanes_numbers(picture),
        figure=Markup("").join(drawing.svg for drawing in drawings),
        kind="lanes-page",
        source=(
            "Source: reference tables and osce.org press releases in this graph, "
            f"up to {spell(_iso(picture.today))}. "
            "A click on a term shows its facts and the words that attest them."
        ),
        hint=(
            "A bar is one term, coloured by the State that sent its holder; a curve is a person moving on; "
            "a thin line, the mandate. Pale: a date known only to the month or year. "
            "Fading: start or end not known."
        ),
        legend=tuple(legend),
        missing=tuple(
            _missing(
                picture,
                {form.name: drawing.nameless for form, drawing in zip(FORMATS, drawings, strict=True)},
            )
        ),
        table=_table(picture),
        facts=facts,
        scripts=("panel.js", "marks.js", "lanes.js"),
    )


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _term_fact(term: Term) -> Fact:
    lines = [("Post", term.post.label), ("Time", spell_interval(term.when))]
    if term.state is not None:
        lines.append(("Sent by", term.state.label))
    return Fact(term.person.label, tuple(lines), term.evidence, term.evidence_count)


def _people(held: Sequence[Term]) -> str:
    named = [f"{t.person.label} ({t.state.name})" if t.state else t.person.label for t in held[:_LISTED]]
    return "; ".join(named) + (f"; and {len(held) - _LISTED:,} more" if len(held) > _LISTED else "")


def _missing(picture: Chart, nameless: Mapping[str, list[Bar]]) -> Iterable[Missing]:
    undated = [(lane.label, lane.undated) for lane in picture.lanes if lane.undated]
    undated += picture.unlaned
    total = sum(len(held) for _, held in undated)
    yield Missing(
        f"{count(total, 'term')} of which no date is known, so not drawn",
        tuple((label, _people(held)) for label, held in undated),
    )
    places = {bar.term.iri: lane.label for lane in picture.lanes for bar in lane.bars}
    for form, bars in nameless.items():
        yield Missing(
            f"{count(len(bars), 'term')} drawn without a name, for want of room",
            tuple(
                (places[b.term.iri], f"{b.term.person.label}, {spell_interval(b.term.when)}") for b in bars
            ),
            only=form,
        )
    if picture.set_aside:
        heading = f"{count(picture.set_aside, 'term')} set aside"
        yield Missing(heading, (("OSCE Chairpersonship", "its personal and special representatives"),))


def _table(picture: Chart) -> Table:
    rows, facts = [], []
    number = 0
    for group in picture.groups:
        for lane in group.lanes:
            for bar in lane.bars:
                term = bar.term
                when = term.when
                rows.append(
                    (
                        term.person.label,
                        term.state.name if term.state else "not known",
                        term.post.label,
                        spell(str(when.start)) if when.start else "not known",
                        spell(str(when.end)) if when.end else "not known",
                        f"{lane.label}, {group.label}",
                    )
                )
                facts.append(f"t{number}")
                number += 1
    head = ("Person", "Sent by", "Post", "From", "To", "Lane")
    return Table(f"All {count(len(rows), 'term')} as a table", head, tuple(rows), tuple(facts))
