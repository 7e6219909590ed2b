"""What speaks for a page being a release in the OSCE's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..tables import word_set
from .evidence import FIRST_LINES, LAST_LINES, MADE, NEWS, Page, Sign, is_subject, others, sign
from .known import folded
from .own_voice import host_of, is_own_statement, is_report_title, names_osce, on_osce_site
from .rows import Role

__all__ = ["signs_for"]

_TITLE_BEGIN: Final = 60
_SAID_IN_TITLE: Final = re.compile(r"[:,–—] (?:the )?(?:OSCE|ODIHR)\b")
_MONTHS: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_HOUSE_DAY: Final = re.compile(
    r"\b(?:today|yesterday|tomorrow)\b|\b(?:on|from|until|to|and)\s\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s[A-Z][a-z]{2,9}\b"
    rf"|^\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s{_MONTHS}\s\d{{4}}\b",
    re.IGNORECASE | re.MULTILINE,
)
_SPELLING: Final = re.compile(r"\b(?:co-operat|co-ordinat)\w+|\bparticipating States?\b|\bround table\b")
_OF_SPELLING: Final = word_set("co participating round")
_STATEMENT: Final = re.compile(
    r"\b(?:released|issued|made) the following (?:joint )?statement\b"
    r"|\bPress Statement (?:by|of) the Co-Chairs\b|\bon behalf of the OSCE\b",
    re.IGNORECASE,
)
_OF_STATEMENTS: Final = word_set("following press behalf")
_CREDIT: Final = re.compile(
    r"\((?:OSCE|ODIHR)/[^()\n]{2,40}\)|^\((?:OSCE|ODIHR)\)|\((?:OSCE|ODIHR)\)(?: Photo details)?$",
    re.MULTILINE,
)
_QUOTED: Final = re.compile(
    r"[”\"»],? (?:said|added|stressed|noted|emphasized) [^.\n]{0,120}?"
    r"(?:Head of|OSCE|ODIHR|High Commissioner|Ambassador)"
)
_HEADS: Final = re.compile(
    r"\b(?:the |, )?Head of (?:the )?(?:OSCE )?(?:Mission|Presence|Centre|(?:Programme )?Office)\b"
    r"|\bwho heads the OSCE\b"
)
_ADDRESS: Final = re.compile(r"[\w.+-]{1,60}@(?:odihr|osce|oscepa)\.\w+")
_SOURCE_LINE: Final = re.compile(
    r"(?:Source|From|Via|Quelle|Источник):?\s.{0,40}?(?:\bOSCE\b|osce\.org)[^.]{0,60}$"
)
_CHANNEL: Final = re.compile(r"(?:Channel|Feed|Source):\s?OSCE\b")


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
        elif dateline.when is not None and dateline.when.said[:1].isalpha():
            yield sign("other dateline", f"{said}, {dateline.when.said}")
        else:
            yield sign("dateline", f"{said}, {dateline.when.said}" if dateline.when else said)
    elif alone:
        yield sign("place and date", alone[0].line.text)
    if page.signed:
        yield sign("source")
    elif sum(row.key in ("place", "fields", "date") for row in page.sheet.of(Role.VALUE)) >= 2:
        yield sign("header")
    if on_osce_site(page.address):
        yield sign("own site")
    for row in page.sheet.of(Role.TYPE)[:1]:
        news = folded(row.line.text).removeprefix("- ") in _NEWS_HEADINGS
        yield sign("news heading" if news else "press release", row.line.text)
    match = others("republisher").search((page.address or "").partition("//")[2])
    if match is not None and not on_osce_site(page.address):
        yield sign("republisher", f"{host_of(page.address)}: {match[0]}")
    if not page.address:
        yield sign("no address")
    if page.digest:
        yield sign("digest")


_NEWS_HEADINGS: Final = frozenset({"news", "news item", "story", "news story", "feature"})


def _of_voice(page: Page) -> Iterator[Sign]:
    if page.english and is_subject(page.first):
        yield sign("subject")
    if not page.english and names_osce(page.first[:200]):
        yield sign("foreign language")
    if is_subject(page.title[:_TITLE_BEGIN]) or _SAID_IN_TITLE.search(page.title):
        yield sign("title")
    if is_own_statement(page.title):
        yield sign("statement", page.title)
    if is_report_title(page.title):
        yield sign("report", page.title)
    lines = [line.text for line in page.lines]
    head = f"{page.title}\n{page.body[:NEWS]}"
    for name, match in (
        ("made by the OSCE", MADE.search(head)),
        ("statement", _STATEMENT.search(head) if page.may_have(_OF_STATEMENTS) else None),
        ("today", _HOUSE_DAY.search(f"{page.title}\n{page.news[:NEWS]}")),
        ("spelling", _SPELLING.search(page.body) if page.may_have(_OF_SPELLING) else None),
        ("credit", _CREDIT.search("\n".join(line for line in lines[:FIRST_LINES] if "(O" in line))),
        ("quoted", _of_own_quoted(page.body)),
        ("address", _ADDRESS.search("\n".join(line for line in lines[-LAST_LINES:] if "@" in line))),
    ):
        if match is not None:
            yield sign(name, match[0])
    edges = [*lines[:FIRST_LINES], *lines[-LAST_LINES:]]
    source = next((text for text in edges if len(text) < 160 and _is_source_line(text)), None)
    if source is not None:
        yield sign("source line", source)


def _of_own_quoted(text: str) -> re.Match[str] | None:
    """The first place where one of the OSCE is quoted, or its head of mission named."""
    heads = _HEADS.search(text) if "Head of" in text or "who heads" in text else None
    return min(filter(None, (_QUOTED.search(text), heads)), key=re.Match.start, default=None)


def _is_source_line(text: str) -> bool:
    return _SOURCE_LINE.match(text) is not None or _CHANNEL.match(text) is not None
