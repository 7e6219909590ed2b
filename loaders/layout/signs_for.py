"""What speaks for a page being a release in the OSCE's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ..dateline_months import english_months
from ..languages.folders import Languages, current
from .acting import find_made, is_subject
from .evidence import FIRST_LINES, LAST_LINES, LEAD, NEWS, Page
from .known import folded
from .own_voice import host_of, is_report_title, names_osce, on_osce_site
from .rows import Role
from .sign_words import not_behind, other_phrases, own_cells, own_phrases, own_words
from .weights import Sign, sign

__all__ = ["find_own_speaker", "signs_for"]

_TITLE_BEGIN: Final = 60
_LONGEST_EDGE: Final = 160
_NAMED_BEHIND: Final = 40
_NUMBER: Final = re.compile(r" (?:[Nn]o\.? ?)?\d{1,3}/\d{2,4}\b")
_DAYS: Final = re.compile(r"\d{1,2}\s?[-–/]\s?\d{1,2}\s")
_ADDRESS: Final = re.compile(r"[\w.+-]{1,60}@(?:odihr|osce|oscepa)\.\w+")


@cache
def _said_in_title() -> re.Pattern[str]:
    return re.compile(rf"[:,–—] (?:the )?(?:{own_words('name')})\b")


@cache
def _credit(languages: Languages) -> re.Pattern[str]:
    """Who took a picture, in brackets; not the short form of a name behind that name."""
    name = rf"(?:{own_words('name')})"
    behind = "|".join(map(re.escape, languages.words("page", "details")))
    no_name = not_behind(own_cells("ends a name"))
    return re.compile(
        rf"\({name}/[^()\n]{{2,40}}\)|^\({name}\)|{no_name}\({name}\)(?: (?:{behind}))?$",
        re.MULTILINE,
    )


@cache
def _house_date() -> re.Pattern[str]:
    days = r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?"
    before = own_words("before day")
    return re.compile(
        rf"\b(?:{before})\s{days}\s[A-Z][a-z]{{2,9}}\b|^{days}\s{english_months()}\s\d{{4}}\b",
        re.IGNORECASE | re.MULTILINE,
    )


def _house_day(text: str) -> re.Match[str] | None:
    """Where a text tells of a day as releases do: today, on 12 May."""
    return own_phrases("day", re.IGNORECASE).search(text) or _house_date().search(text)


@cache
def _quoting() -> re.Pattern[str]:
    return re.compile(rf"[”\"»],? (?:{own_words('quoting')}) [^.\n]{{0,120}}?(?:{own_words('quoted')})")


def _numbered(text: str) -> str | None:
    """The heading of a release with its number, as the older ones have it: "PRESS RELEASE 6/94"."""
    heading = own_phrases("headed", re.IGNORECASE).search(text)
    number = _NUMBER.match(text, heading.end()) if heading is not None else None
    return text[heading.start() : number.end()] if heading is not None and number is not None else None


@cache
def _source_line() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{own_words('source')}):?\s.{{0,40}}?(?:\bOSCE\b|osce\.org)[^.]{{0,60}}$|(?:{own_words('channel')}):\s?OSCE\b"
    )


def signs_for(page: Page) -> Iterator[Sign]:
    """All that a page has of a release, and of the OSCE's voice."""
    yield from _of_header(page)
    yield from _of_voice(page)


def _of_header(page: Page) -> Iterator[Sign]:
    dateline = page.dateline
    alone = page.sheet.of(Role.ALONE)
    if dateline is not None and dateline.places:
        said = dateline.places[0].said
        if dateline.date is None and not (dateline.when and dateline.when.problem):
            yield sign("bare dateline", said)
        elif dateline.when is not None and _is_other_day(dateline.when.said):
            yield sign("other dateline", f"{said}, {dateline.when.said}")
        else:
            yield sign("dateline", f"{said}, {dateline.when.said}" if dateline.when else said)
    elif alone:
        when = alone[0].dateline.when if alone[0].dateline is not None else None
        several = when is not None and _DAYS.match(when.said) is not None
        yield sign("other dateline" if several else "place and date", alone[0].line.text)
    if page.signed:
        yield sign("source")
    elif sum(row.key in ("place", "fields", "date") for row in page.sheet.of(Role.VALUE)) >= 2:
        yield sign("header")
    if on_osce_site(page.address):
        yield sign("own site")
    for row in page.sheet.of(Role.TYPE)[:1]:
        news = re.fullmatch(own_words("news"), folded(row.line.text).removeprefix("- ")) is not None
        yield sign("news heading" if news else "press release", row.line.text)
    if not page.sheet.of(Role.TYPE) and (number := _numbered(page.body[:LEAD])) is not None:
        yield sign("press release", number)
    match = other_phrases("republisher").search((page.address or "").partition("//")[2])
    if match is not None and not on_osce_site(page.address):
        yield sign("republisher", f"{host_of(page.address)}: {match[0]}")
    if not page.address:
        yield sign("no address")
    if page.digest:
        yield sign("digest")


def _of_voice(page: Page) -> Iterator[Sign]:
    if page.english and page.acts:
        yield sign("subject")
    if not page.english and names_osce(page.first[:200]):
        yield sign("foreign language")
    if is_subject(page.title[:_TITLE_BEGIN]) or _said_in_title().search(page.title):
        yield sign("title")
    if page.own_statement is not None:
        yield sign("statement", page.own_statement)
    if is_report_title(page.title):
        yield sign("report", page.title)
    lines = [line.text for line in page.lines]
    head = f"{page.title}\n{page.body[:NEWS]}"
    if (made := find_made(head)) is not None:
        yield sign("made by the OSCE", made)
    credited = "\n".join(line for line in lines[:FIRST_LINES] if "(O" in line)
    for name, match in (
        ("statement", _own_statement(page, head)),
        ("today", _house_day(f"{page.title}\n{page.news[:NEWS]}")),
        ("spelling", page.find(own_phrases("spelling"), page.body)),
        ("credit", _credit(current()).search(credited)),
        ("quoted", find_own_speaker(page.body)),
        ("address", _ADDRESS.search("\n".join(line for line in lines[-LAST_LINES:] if "@" in line))),
    ):
        if match is not None:
            yield sign(name, match[0])
    edges = (text for text in [*lines[:FIRST_LINES], *lines[-LAST_LINES:]] if len(text) < _LONGEST_EDGE)
    if (source := next(filter(_source_line().match, edges), None)) is not None:
        yield sign("source line", source)


def _own_statement(page: Page, head: str) -> re.Match[str] | None:
    """Where a text says that a statement was issued, if it is one of the OSCE who issued it."""
    found = page.find(own_phrases("statement", re.IGNORECASE), head)
    return found if found is not None and names_osce(head[: found.end() + _NAMED_BEHIND]) else None


def _is_other_day(said: str) -> bool:
    """Whether the day of a dateline is written as none of the OSCE's is: its month first, or several days."""
    return said[:1].isalpha() or _DAYS.match(said) is not None


def find_own_speaker(text: str) -> re.Match[str] | None:
    """The first place where one of the OSCE is quoted, or its head of mission named."""
    found = filter(None, (_quoting().search(text), own_phrases("head").search(text)))
    return min(found, key=re.Match.start, default=None)
