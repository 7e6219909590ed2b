"""One HTML file that opens with no network: style, script and facts within it, and nothing else may run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Final

import jinja2

from .markup import Markup, csp_hash, json_for_script, safe_url
from .model import Quote, spell

__all__ = ["Column", "Fact", "Key", "Missing", "Page", "Table", "asset", "render"]

LICENCE: Final = (
    "Data: osce-kg, CC BY 4.0. Quoted words remain the OSCE’s, or those of the digest that they stand in."
)


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend.

    tint   the colour class of its swatch, or "ring" for an empty ring
    label  what it means
    shape  of the swatch: dot, ring, square, diamond or triangle
    count  how many there are
    """

    tint: str
    label: str
    shape: str = "dot"
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What the panel says about one mark: a heading, lines of label and value, and the sentences."""

    title: str
    lines: tuple[tuple[str, str], ...] = ()
    quotes: tuple[Quote, ...] = ()
    count: int = 0

    def data(self) -> dict[str, Any]:
        """The fact as the page's script reads it."""
        quotes = [_quote_data(quote) for quote in self.quotes]
        return {
            "title": self.title,
            "lines": self.lines,
            "quotes": quotes,
            "more": max(self.count - len(quotes), 0),
        }


@dataclass(frozen=True, slots=True)
class Missing:
    """What a picture does not show: a heading, and items of a name and what belongs to it.

    only  the rendering that it speaks of ("wide", "medium", "narrow"), empty for all
    """

    heading: str
    items: tuple[tuple[str, str], ...]
    only: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """All that the picture shows, as rows; `facts` has the fact that each row's first cell opens, or None."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    facts: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A figure that a reader can choose, by name."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that a page says.

    figure   the picture's markup
    hint     how to use it
    scripts  names of the scripts that it needs, in their order
    data     what these read, beside the facts
    """

    title: str
    finding: str
    numbers: str
    figure: Markup
    kind: str
    source: str
    hint: str = ""
    legend: tuple[Key, ...] = ()
    legend_note: str = ""
    missing: tuple[Missing, ...] = ()
    table: Table | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    views: tuple[Column, ...] = ()
    scripts: tuple[str, ...] = ("panel.js",)
    vendored: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


@cache
def asset(name: str) -> str:
    """The text of a file in templates/."""
    return (resources.files(__package__) / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def render(page: Page) -> str:
    """The page as HTML, the same for the same page on every machine."""
    style = asset("page.css")
    scripts: Sequence[str] = [*page.vendored, "\n".join(asset(name) for name in page.scripts)]
    policy = (
        f"default-src 'none'; script-src {' '.join(csp_hash(s) for s in scripts)}; "
        f"style-src {csp_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )
    return (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            policy=Markup(policy),
            style=Markup(style),
            scripts=[Markup(s) for s in scripts],
            facts=json_for_script({key: fact.data() for key, fact in page.facts.items()}),
            data=json_for_script(page.data),
            licence=LICENCE,
        )
    )


def _quote_data(quote: Quote) -> dict[str, Any]:
    data: dict[str, Any] = {"text": quote.text, "source": quote.source}
    if (url := safe_url(quote.url)) is not None:
        data["url"] = url
    if quote.issued is not None:
        data["issued"] = spell(quote.issued.isoformat())
    notes = []
    if quote.digest:
        notes.append("digest, not the OSCE’s words")
    if quote.rule:
        notes.append(f"found by: {quote.rule}")
    if quote.confidence is not None:
        notes.append(f"confidence {quote.confidence:.2f}")
    data["note"] = "; ".join(notes)
    return data
