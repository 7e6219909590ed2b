"""The signs of a text that explains, asks or presents, and tells no news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ..dateline_months import english_months, find_date
from .evidence import LEAD, NEWS, Page
from .headings import is_name, section_label, section_labels, without_brackets
from .lines import tells_news
from .own_voice import is_report_title, names_osce
from .rows import Role
from .sign_words import other_phrases, other_words, own_phrases
from .weights import Sign, sign

__all__ = ["signs_of_essays"]

_OPENING: Final = 250
_LONGEST_LABEL: Final = 60


@cache
def _question() -> re.Pattern[str]:
    return re.compile(rf"(?:{other_words('question')})\s?[.:]|.{{12,240}}\?\s*$")


@cache
def _essay() -> re.Pattern[str]:
    """A title that explains, or demands without saying who does: "Why boats matter", "OSCE must row"."""
    question, demand = other_words("essay"), other_words("demand")
    return re.compile(
        rf"(?:^|[:–—-] )(?:{question}) [^?]*$|^[^,:–—“”\"]* (?:{demand}) [^,:–—“”\"]*$", re.IGNORECASE
    )


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{other_words('asked')})\b|^(?:{other_words('question')})\s?[.:]", re.MULTILINE)


@cache
def _definition() -> re.Pattern[str]:
    being, kind = other_words("being"), other_words("definition")
    return re.compile(rf"[^.!?]{{0,160}}?\b(?:{being}) (?:[\w’'-]+ ){{0,4}}?(?:{kind})\b")


@cache
def _members() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{other_words('members')}) (?:its )?\d\d (?:{other_words('number of States')})", re.IGNORECASE
    )


@cache
def _founding() -> re.Pattern[str]:
    year = rf"(?:{english_months()} )?\d{{4}}"
    return re.compile(rf"\b(?:{other_words('founding')})\b|\b(?:{other_words('founding year')}) {year}\b")


def signs_of_essays(page: Page) -> Iterator[Sign]:
    """What a text has of an interview, an encyclopedia or a page of the site."""
    yield from _of_questions(page)
    yield from _of_definitions(page)
    for line in page.lines:
        if len(line.text) < _LONGEST_LABEL and section_label(line.text) in section_labels():
            yield sign("section", line.text)
            break
    title = without_brackets(page.title)
    if names_osce(title) and is_name(title) and not tells_news(title):
        yield sign("name as title", page.title)
    if (match := page.find(other_phrases("about"), f"{page.title}\n{page.body[:LEAD]}")) is not None:
        yield sign("page about", match[0])
    text = f"{page.title}. {page.body[:NEWS]}"
    told = page.dated or find_date(text) is not None or tells_news(text) or is_report_title(page.title)
    if not told and own_phrases("near day", re.IGNORECASE).search(text) is None:
        yield sign("no day")
    if not page.dated and not page.signed:
        yield from _of_undated(page)


def _of_undated(page: Page) -> Iterator[Sign]:
    """What a text without a dateline has of an essay, of somebody's life, of a vacancy."""
    if (essay := _essay().search(page.title)) is not None:
        yield sign("essay", essay[0])
    if (life := page.find(other_phrases("life"), page.unquoted)) is not None:
        yield sign("life", life[0])
    if (vacancy := page.find(other_phrases("vacancy"), page.unquoted)) is not None:
        yield sign("vacancy", vacancy[0])


def _of_questions(page: Page) -> Iterator[Sign]:
    questions = [row.line.text for row in page.sheet.of(Role.BODY) if _question().match(row.line.text)]
    asked = questions and _asked().search(f"{page.title}\n{page.body[:NEWS]}")
    if len(questions) >= 2 or asked:
        yield sign("interview", questions[0])


def _of_definitions(page: Page) -> Iterator[Sign]:
    definition = _definition().match(page.first) or _members().search(page.first)
    if definition is not None and names_osce(definition[0] + page.title):
        yield sign("definition", definition[0])
    if (match := _founding().search(page.news[: len(page.first) + _OPENING])) is not None:
        yield sign("founding", match[0])
