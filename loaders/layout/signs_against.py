"""What speaks against a page being a release in the OSCE's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ..dateline_months import english_months, find_date
from ..tables import read_rows
from .evidence import FIRST_LINES, LAST_LINES, LEAD, Page
from .headings import is_all_names
from .lines import tells_news
from .own_voice import host_of, names_osce, on_osce_site
from .sign_words import Phrases, agency_names, other_phrases, other_words, own_words, words
from .signs_of_essays import signs_of_essays
from .signs_of_others import signs_of_others
from .weights import Sign, sign

__all__ = ["signs_against"]

_LONGEST_HEADING: Final = 120
_LONGEST_BYLINE: Final = 80
_LONGEST_STAMP: Final = 60
_LONGEST_COMMENT: Final = 90
_CLOCK: Final = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_MUCH_OF_I: Final = 0.03
_MUCH_OF_WE: Final = 2


def signs_against(page: Page) -> Iterator[Sign]:
    """All that a page has of the news, statements and pages of others, and of pages that tell no news."""
    yield from _of_place(page)
    yield from _of_agencies(page)
    yield from _of_first_person(page)
    if page.english:
        yield from signs_of_others(page)
        yield from signs_of_essays(page)


def _of_place(page: Page) -> Iterator[Sign]:
    if not page.dated:
        yield sign("no dateline")
    if on_osce_site(page.address):
        return
    host = host_of(page.address)
    match = other_phrases("host").search(host)
    if match is not None and other_phrases("republisher").search(host) is None:
        yield sign("other host", f"{host[:60]}: {match[0]}")
    if page.site and not names_osce(page.site) and other_phrases("site").search(page.site):
        yield sign("other site", page.site)
    if not page.title:
        yield sign("no title")
    elif not page.signed and page.own_statement is None and (heading := _heading_of_others(page)):
        yield sign("heading of others", heading)


def _heading_of_others(page: Page) -> str | None:
    """A line above the title, or in its place, that only names an office of others: a letterhead."""
    for line in page.lines[:FIRST_LINES]:
        text = line.text.strip()
        named = other_phrases("heading", 0).search(text) if len(text) < _LONGEST_HEADING else None
        if named and text[-1] not in ".!?:" and is_all_names(text):
            return None if names_osce(text) or tells_news(text) else text
        if text == page.title:
            break
    return None


@cache
def _agency_text() -> Phrases:
    names = words("news_agencies", "name")
    before, behind = other_words("agency before"), other_words("agency behind")
    pattern = re.compile(
        rf"(?:/|\b(?:{before})\s?(?:the )?|©\s?)(?:{names})(?:/|\b)"
        rf"|\((?:{names})\)\s*$|^[\w ./-]{{2,40}} \((?:{names})\)"
        rf"|\b(?:{names})(?: [Nn]ews(?: [Aa]gency)?)? (?:{behind})\b",
        re.MULTILINE,
    )
    return Phrases([row["name"] for row in read_rows("news_agencies")], pattern)


@cache
def _reporter() -> re.Pattern[str]:
    """Whoever ends a sentence as having reported it, by one name: ", Lakewire reports."."""
    osce = own_words("name")
    return re.compile(rf", (?!(?:{osce})\b)[A-Z][\w.-]{{2,30}} (?:{other_words('agency behind')})\.")


@cache
def _signed() -> re.Pattern[str]:
    """A line of place and day, in whatever form, with the agency that signs it."""
    months = english_months()
    return re.compile(
        rf"\s*[^\W\d_][\w .'’/-]{{1,40}}[,.]\s+(?:{months}\s\d{{1,2}}|\d{{1,2}}\s{months})(?:,?\s\d{{4}})?"
        r"\.?,?\s{0,3}"
        r"[-–—/(]{0,2}\s?(?P<by>[A-Z][A-Za-z.-]{1,20}(?:-[A-Z]+)?)(?:[/).:]|\s*$)",
        re.IGNORECASE,
    )


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{other_words('byline')})(?::| )\s?[^\W\d_][\w .'’-]{{2,40}}"
        r"(?:\s[-–—|,/]\s?[\w .]{2,30})?:?$"
    )


@cache
def _source_of_others() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{own_words('source')}):\s?(?P<by>[\w-]{{2,40}}(?:\.[\w-]{{2,20}}){{1,3}})\b", re.IGNORECASE
    )


def _of_agencies(page: Page) -> Iterator[Sign]:
    lines = [line.text for line in page.lines]
    if (signer := _signer_of_dateline(page, lines)) is not None:
        yield signer
    edges = (text for text in [*lines[:FIRST_LINES], *lines[-LAST_LINES:]] if len(text) < _LONGEST_BYLINE)
    if (byline := next((text for text in edges if _byline().match(text.strip())), None)) is not None:
        yield sign("byline", byline)
    for match in filter(None, map(_source_of_others().match, lines[:FIRST_LINES] + lines[-LAST_LINES:])):
        if not on_osce_site(f"//{match['by']}"):
            yield sign("source of others", match["by"])
            break
    texts = _agency_text()
    agency = page.find(texts, page.body[:LEAD]) or page.find(texts, page.body[-LEAD:])
    if agency is None and not page.dated:
        agency = _reporter().search(page.first)
    if agency is not None:
        yield sign("agency", agency[0])
    if (said := page.find(other_phrases("text"), page.body)) is not None:
        yield sign("news of others", said[0])
    clocks = ((line, _CLOCK.search(line)) for line in lines[:FIRST_LINES] if len(line) < _LONGEST_STAMP)
    if (clock := next((found[0] for line, found in clocks if found and find_date(line)), None)) is not None:
        yield sign("clock", clock)
    ends = (line for line in lines[-LAST_LINES:] if len(line) < _LONGEST_COMMENT)
    if (comments := other_phrases("comments").search("\n".join(ends))) is not None:
        yield sign("comments", comments[0])


def _signer_of_dateline(page: Page, lines: list[str]) -> Sign | None:
    dateline = page.dateline
    if dateline is not None and dateline.foreign:
        known = (dateline.agency or "").upper() in agency_names()
        return sign("agency dateline" if known else "signed dateline", dateline.agency or "")
    if (by := next(filter(None, map(_signer, lines[:FIRST_LINES])), None)) is not None:
        return sign("agency dateline", by)
    if dateline is not None and any(place.said.upper() in agency_names() for place in dateline.places):
        return sign("agency dateline", dateline.places[0].said)
    return None


def _signer(text: str) -> str | None:
    """The agency that signs a line of place and day, in whatever form."""
    match = _signed().match(text[:160])
    if match is None or names_osce(match["by"]):
        return None
    by = match["by"].strip(".-")
    return by if by.upper() in agency_names() or (by.isupper() and len(by) > 3) else None


def _of_first_person(page: Page) -> Iterator[Sign]:
    if page.own_statement is not None:
        return
    alone = page.find_all(other_phrases("I", 0), page.unquoted)
    if len(alone) > max(1, _MUCH_OF_I * (page.unquoted.count(" ") + 1)):
        yield sign("I")
    if len(page.find_all(other_phrases("we", 0), page.unquoted)) >= _MUCH_OF_WE:
        yield sign("we")
