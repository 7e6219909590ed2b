"""The signs that others than the OSCE act, speak or decide in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ..dateline_months import english_months, english_ordinals
from .acting import find_other_actor
from .evidence import FIRST_LINES, NEWS, Page
from .own_voice import names_osce
from .passing import named_in_passing, named_once
from .rows import Role
from .sign_words import other_phrases, other_words
from .weights import Sign, sign

__all__ = ["signs_of_others"]

_NUMBERED: Final = re.compile(r"\s*\(?\d{1,2}[.)]\s?[A-Z]")


@cache
def _month_and_day() -> re.Pattern[str]:
    return re.compile(rf"{english_months()} \d{{1,2}}(?:{english_ordinals()})?\b(?!\d)(?! ?\d{{4}})")


@cache
def _month_first() -> re.Pattern[str]:
    return re.compile(rf"\b(?:on |in |of |from |, ?)?{_month_and_day().pattern}")


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(rf"(?:{other_words('council')})\s(?:No\.?\s?)?\d")


@cache
def _operative() -> re.Pattern[str]:
    """The beginning of a resolution's paragraph: "Recalling its Decision", "2. Decides"."""
    return re.compile(rf"\s*(?:[-–•]|\(?\d{{1,2}}[.)])?\s*(?:{other_words('resolution')})\b")


@cache
def _speech() -> re.Pattern[str]:
    """One of those who speak in the Council, as the subject of a paragraph's first sentence."""
    return re.compile(
        rf"^[\s\d.)-]*(?:The )?(?:{other_words('speaker')})(?: \([^()\n]{{2,20}}\))?"
        rf"(?: (?:{other_words('with speaker')}))?(?: \w+ly)? (?:{other_words('speech')})\b",
        re.MULTILINE,
    )


def signs_of_others(page: Page) -> Iterator[Sign]:
    """What a text has of the statements, decisions and deeds of others."""
    yield from _of_statements(page)
    yield from _of_deeds(page)
    months = f"{page.title}\n{page.unquoted[:NEWS]}"
    # Most texts have no month before a number, which is found out sooner.
    if _month_and_day().search(months) and (match := _month_first().search(months)):
        yield sign("month first", match[0])
    if (match := page.find(other_phrases("spelling", 0), page.unquoted)) is not None:
        yield sign("other spelling", match[0])


def _of_statements(page: Page) -> Iterator[Sign]:
    head = f"{page.title}\n{page.body}"
    statement = _statement_of_others(page)
    if statement is not None and page.own_statement is None:
        yield sign("statement of others", statement[0])
    decided = [line.text for line in page.lines if _operative().match(line.text)]
    if len(decided) >= 2:
        yield sign("resolution", decided[0])
    if (match := other_phrases("meaning").search(head)) is not None:
        yield sign("other meaning", match[0])
    if _meeting().match(page.title):
        yield sign("meeting number")
    if (match := page.find(other_phrases("chair", 0), page.unquoted)) is not None:
        yield sign("address to the chair", match[0])
    if sum(_NUMBERED.match(row.line.text) is not None for row in page.sheet.of(Role.BODY)) >= 2:
        yield sign("numbered")


def _statement_of_others(page: Page) -> re.Match[str] | None:
    """The first line or sentence that is the heading of others' statement, or begins one."""
    headings = (page.title, page.news, *(line.text for line in page.lines[:FIRST_LINES]))
    found = filter(None, map(other_phrases("statement", 0).match, headings))
    return next(found, None) or _speech().search(f"{page.title}\n{page.body}"[:NEWS])


def _of_deeds(page: Page) -> Iterator[Sign]:
    if (other := find_other_actor(page.first)) is not None:
        yield sign("others act", other)
    if (said := named_in_passing(page)) is not None:
        yield sign("in passing", said)
    elif (once := named_once(page)) is not None:
        yield sign("named once", once)
    lead = f"{page.title}. {page.first}"
    found = None if names_osce(lead) else page.find(other_phrases("organization"), lead)
    if found is not None:
        yield sign("organization", found[0])
