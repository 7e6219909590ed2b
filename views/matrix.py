"""What a node-link picture says, in a second and on a phone: a matrix as inline SVG."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .labels import fit, text_width
from .markup import Markup, element, number

__all__ = ["FORMATS", "Cell", "MatrixFormat", "draw_matrix"]

_TURN = 50


@dataclass(frozen=True, slots=True)
class Cell:
    """How often a source comes to a target, and the fact that a click opens."""

    source: str
    target: str
    count: int
    fact: str
    said: str


@dataclass(frozen=True, slots=True)
class MatrixFormat:
    """The measures of one rendering, in pixels; at most `columns` sources have columns of their own."""

    name: str
    width: float
    gutter: float
    pitch: float
    columns: int
    size: float
    right: float


FORMATS = (
    MatrixFormat("wide", 1344, 252, 25, 34, 12, 70),
    MatrixFormat("narrow", 358, 138, 27, 8, 11, 34),
)


def draw_matrix(
    cells: Sequence[Cell], names: Mapping[str, str], heads: Mapping[str, str], form: MatrixFormat
) -> Markup:
    """The matrix: targets as rows, sources as columns, most frequent first; a last column has the rest."""
    rows, columns = _ranked(cells, "target"), _ranked(cells, "source")
    shown, rest = columns, set[str]()
    if len(columns) > form.columns:
        shown, rest = columns[: form.columns - 1], set(columns[form.columns - 1 :])
    longest = max((text_width(fit(heads[source], 12, 160)[0], form.size) for source in shown), default=0.0)
    head = longest * math.sin(math.radians(_TURN)) + 18
    room = form.width - form.gutter - 14 - form.right
    step = min(room / max(len(shown) + bool(rest), 1), 44)
    xs = {source: form.gutter + 14 + step * (index + 0.5) for index, source in enumerate(shown)}
    rest_x = form.gutter + 14 + step * (len(shown) + 0.5)
    ys = {target: head + form.pitch * (index + 0.5) for index, target in enumerate(rows)}
    bottom = head + form.pitch * len(rows)
    totals = {target: sum(cell.count for cell in cells if cell.target == target) for target in rows}
    largest = max((cell.count for cell in cells), default=1)
    parts: list[Markup] = [element("line", x1=x, x2=x, y1=head - 4, y2=bottom) for x in xs.values()]
    last_x = rest_x if rest else max(xs.values(), default=form.gutter)
    parts += [element("line", x1=form.gutter + 6, x2=last_x, y1=y, y2=y) for y in ys.values()]
    texts = [_head(heads[source], xs[source], head) for source in shown]
    if rest:
        texts.append(_head(f"{len(rest)} others", rest_x, head))
    for target in rows:
        texts += _row_label(f"{names[target]} ({totals[target]})", ys[target], form)
        others = sum(cell.count for cell in cells if cell.target == target and cell.source in rest)
        if others:
            texts.append(
                element(
                    "text", str(others), class_="others", x=rest_x, y=ys[target] + 4, text_anchor="middle"
                )
            )
    reach = min(form.pitch, step) * 0.47
    ranked = sorted((c for c in cells if c.source in xs), key=lambda c: (ys[c.target], xs[c.source]))
    marks = [
        _mark(
            cell, xs[cell.source], ys[cell.target], reach * (cell.count / largest) ** 0.5, totals[cell.target]
        )
        for cell in ranked
    ]
    return element(
        "svg",
        element("g", *parts, class_="grid", aria_hidden="true"),
        element("g", *texts),
        element("g", *marks),
        class_=f"matrix {form.name}",
        viewBox=f"0 0 {number(form.width)} {number(bottom + 8)}",
        role="group",
        aria_label=f"{len(rows)} rows by {len(columns)} columns; arrow keys go from mark to mark",
    )


def _ranked(cells: Sequence[Cell], end: str) -> list[str]:
    totals: dict[str, int] = {}
    for cell in cells:
        totals[getattr(cell, end)] = totals.get(getattr(cell, end), 0) + cell.count
    return sorted(totals, key=lambda iri: (-totals[iri], iri))


def _head(name: str, x: float, head: float) -> Markup:
    name = fit(name, 12, 160)[0]
    turned = f"translate({number(x + 3)} {number(head - 8)}) rotate(-{_TURN})"
    return element("text", name, class_="head", transform=turned)


def _row_label(text: str, y: float, form: MatrixFormat) -> list[Markup]:
    lines = fit(text, form.size, form.gutter, 2)
    start = y + 4 - (len(lines) - 1) * form.size * 0.5
    return [
        element("text", line, class_="row", x=form.gutter, y=start + index * form.size, text_anchor="end")
        for index, line in enumerate(lines)
    ]


def _mark(cell: Cell, x: float, y: float, radius: float, total: int) -> Markup:
    most = total > 2 and 2 * cell.count > total
    parts = [
        element("title", cell.said),
        element("rect", class_="hit", x=x - 11, y=y - 12, width=22, height=24),
        element("circle", class_="c0" if most else "cx", cx=x, cy=y, r=max(radius, 2.6)),
    ]
    if radius > 6.2:
        parts.append(element("text", str(cell.count), class_="inside", x=x, y=y + 3.6, text_anchor="middle"))
    return element(
        "g",
        *parts,
        class_="mark",
        data_fact=cell.fact,
        tabindex="-1",
        role="button",
        aria_label=cell.said,
    )
