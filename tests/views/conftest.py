"""A small invented graph in the settled model, and a real Chromium to look at its pictures with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from osce_kg.ontology.dates import PartialDate
from osce_kg.ontology.vocabulary import PREFIXES

HOSTILE = '<script>alert(1)</script> "Eve" O\'Neill & Co'
SENTENCE = 'The harbour festival was opened by <b>Ada Alder</b> & the "Head" of the Mission\'s office.'


def dates(start: str = "", end: str = "") -> str:
    """The triples of a start and an end, as settling writes them."""
    parts = []
    for side, text in (("start", start), ("end", end)):
        if text:
            known = PartialDate.parse(text)
            kind = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(text)]
            parts.append(f'schema:{side}Date "{text}"^^xsd:{kind}')
            parts.append(f'osce:{side}Earliest "{known.earliest}"^^xsd:date')
            parts.append(f'osce:{side}Latest "{known.latest}"^^xsd:date')
    return "".join(f" ; {part}" for part in parts)


def quoted(text: str) -> str:
    """A string as Turtle writes it."""
    return str(ox.Literal(text))


def head(
    person: str,
    name: str,
    mission: str,
    state: str,
    start: str = "",
    end: str = "",
    title: str = "head of mission",
) -> str:
    """A head of a mission with the table row that says so."""
    post = f"post:{title.replace(' ', '-')}-{mission}"
    term, row = f"membership:{person}-{mission}", f"evidence:office-holders-{person}-{mission}"
    origin = f" ; osce:fromState state:{state}" if state else ""
    sent = f"state:{state} osce:sentTo mission:{mission} ." if state else ""
    return f"""
    person:{person} a osce:Person ; rdfs:label {quoted(name)} ;
      org:holds {post} ; org:memberOf mission:{mission} .
    {post} a org:Post ; rdfs:label "{title.capitalize()}, {mission}"@en ;
      osce:postTitle "{title}" ; org:postIn mission:{mission} .
    {term} a org:Membership ; org:member person:{person} ; org:organization mission:{mission} ;
      osce:inPost {post}{origin}{dates(start, end)} ; osce:evidence {row} .
    {row} a osce:TableRow, osce:Evidence ; osce:table "office_holders" ; osce:row "{person}" ;
      oa:exact {quoted(f"{name} led {mission}")} ; osce:confidence 0.95 .
    {sent}
    """


HEADS = (
    head("ada-alder", "Ada Alder", "arcadia", "cc", "1994", "1996"),
    head("ben-birch", "Ben Birch", "arcadia", "cc", "1996-03-01", "1999-06"),
    head("cyd-cedar", "Cyd Cedar", "arcadia", "cc", "1999-06", "2001-12-31"),
    head("dan-de-elm", "Dan de Elm", "arcadia-office", "cc", "2002"),
    head("eve", HOSTILE, "arcadia-office", "bb", "2006-02-01", "2011-12-31"),
    head("ada-alder", "Ada Alder", "borduria", "cc", "1998-01-01", "2003", "head of centre"),
    head("fay-fir", "Fay Fir", "borduria", "", "", "", "head of centre"),
    head("gil-gorse", "Gil Gorse", "borduria", "aa", "2004-01-01", "2006-01-01", "deputy head of centre"),
)


def store_of(turtle: str) -> ox.Store:
    """A store whose default graph is what the Turtle says, all prefixes bound."""
    store = ox.Store()
    head_lines = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    store.load(head_lines + turtle, format=ox.RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="session")
def world() -> ox.Store:
    """Two places with missions, eight terms, one event and one release; nobody in it exists."""
    text = Path(__file__).with_name("world.ttl").read_text(encoding="utf-8")
    return store_of("".join([text, f"evidence:e1 oa:exact {quoted(SENTENCE)} .", *HEADS]))


@pytest.fixture(scope="session")
def today() -> date:
    """The last day of the pictures."""
    return date(2012, 12, 31)


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running Chromium; tests that need it are skipped where the system has none."""
    sync = pytest.importorskip("playwright.sync_api", reason="Chromium tests need the playwright package")
    path = _chromium()
    if path is None:
        pytest.skip("Chromium is not installed (Debian and Ubuntu: apt-get install chromium)")
    with sync.sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


class Look:
    """A page as a reader has it open, with all that it asked of the network and complained about."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.requests: list[str] = []
        self.troubles: list[str] = []

    def boxes(self, selector: str) -> list[tuple[str, float, float, float, float]]:
        """The text and rectangle of each visible element."""
        found = self.page.evaluate(
            """selector => [...document.querySelectorAll(selector)].filter(node => node.checkVisibility({
                 visibilityProperty: true}) && !node.hasAttribute('hidden')).map(node => {
                 const r = node.getBoundingClientRect();
                 return [node.textContent, r.left, r.top, r.right, r.bottom];
               })""",
            selector,
        )
        return [tuple(row) for row in found]

    def overlaps(self, selector: str) -> list[tuple[str, str]]:
        """The pairs of texts whose ink could touch: rectangles without the room above and below letters."""
        boxes = [
            (text, left, top + 2.5, right, bottom - 2.5)
            for text, left, top, right, bottom in self.boxes(selector)
        ]
        return [
            (a[0], b[0])
            for i, a in enumerate(boxes)
            for b in boxes[i + 1 :]
            if a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4]
        ]


@pytest.fixture
def look(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens HTML from a file in a window of a width, with no network: `look(html, 1400)`."""
    contexts: list[Any] = []

    def opened(html: str, width: int, height: int = 900) -> Look:
        path = tmp_path / f"picture-{len(contexts)}.html"
        path.write_bytes(html.encode())
        context = chromium.new_context(viewport={"width": width, "height": height}, offline=True)
        contexts.append(context)
        seen = Look(context.new_page())
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on(
            "console", lambda message: seen.troubles.append(message.text) if message.type == "error" else None
        )
        seen.page.on("pageerror", lambda error: seen.troubles.append(str(error)))
        seen.page.on("dialog", lambda dialog: seen.troubles.append(dialog.message))
        seen.page.goto(path.as_uri())
        seen.page.wait_for_timeout(250)
        return seen

    yield opened
    for context in contexts:
        context.close()
