"""What the signs of a release are read from: one sheet of a page, and what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from ..dateline import Dateline
from ..language import language_of, words_of
from .acting import is_subject, without_quotations
from .own_voice import find_osce, is_own_statement
from .rows import Role, Sheet
from .sign_words import Phrases, caseless, own_phrases, own_words, small_words
from .text import Line

__all__ = ["FIRST_LINES", "LAST_LINES", "LEAD", "NEWS", "SENTENCE_END", "Page"]

LEAD: Final = 700
NEWS: Final = 2_000
FIRST_LINES: Final = 12
LAST_LINES: Final = 8
_LONG: Final = 20_000
SENTENCE_END: Final = re.compile(r"[.!?…。։][\"”’»)]*(?:\s|$)")
_FIRST_END: Final = re.compile(rf"{SENTENCE_END.pattern}|\n(?=[^a-zа-я])")


@dataclass(frozen=True)
class Page:
    """What is looked at: one sheet of a page, and what surrounds it.

    lines    all lines of the page
    address  the page's address, where known
    site     the name of the site, as the page gives it
    digest   whether the page is declared to be a digest of a release
    """

    sheet: Sheet
    lines: Sequence[Line]
    address: str | None = None
    site: str | None = None
    digest: bool = False

    @cached_property
    def dateline(self) -> Dateline | None:
        """The dateline, where the page has one."""
        return self.sheet.dateline.dateline if self.sheet.dateline is not None else None

    @cached_property
    def title(self) -> str:
        """The title, empty where there is none."""
        return self.sheet.title.text if self.sheet.title else ""

    @cached_property
    def body(self) -> str:
        """The text, a line break between two paragraphs."""
        return "\n".join(row.line.text for row in self.sheet.of(Role.BODY))

    @cached_property
    def news(self) -> str:
        """The text behind the dateline."""
        row = self.sheet.dateline
        if row is None or self.dateline is None:
            return self.body
        return self.body[self.body.find(row.line.text) + self.dateline.body :]

    @cached_property
    def first(self) -> str:
        """The first sentence behind the dateline."""
        for match in _FIRST_END.finditer(self.news, 0, NEWS):
            if _abbreviated().search(self.news, 0, match.start() + 1) is None:
                return self.news[: match.end()]
        return self.news[:LEAD]

    @cached_property
    def acts(self) -> bool:
        """Whether the OSCE is the subject of the first sentence."""
        return is_subject(self.first)

    @cached_property
    def unquoted(self) -> str:
        """The text without what is quoted in it."""
        return without_quotations(self.body)

    @cached_property
    def own_statement(self) -> str | None:
        """The line among the first that is the title of a statement by one of the OSCE."""
        first = (self.title, *(line.text for line in self.lines[:FIRST_LINES]))
        if own_phrases("titled", re.IGNORECASE).search("\n".join(first)) is None:
            return None
        return next(filter(is_own_statement, first), None)

    def find(self, phrases: Phrases, text: str) -> re.Match[str] | None:
        """The first of some phrases in a stretch of the title and text."""
        return phrases.search(text) if self._may_have(phrases) else None

    def find_all(self, phrases: Phrases, text: str) -> list[re.Match[str]]:
        """All of some phrases in a stretch of the title and text."""
        return phrases.all_in(text) if self._may_have(phrases) else []

    def _may_have(self, phrases: Phrases) -> bool:
        first = phrases.first_words
        return first is None or self._long or not first.isdisjoint(self._words)

    @cached_property
    def _long(self) -> bool:
        return len(self.body) > _LONG

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of title and text, none of a long text."""
        return frozenset(() if self._long else caseless(self._said))

    @cached_property
    def _said(self) -> list[str]:
        """The words of title and text in their order."""
        return words_of(f"{self.title} {self.body}")

    @cached_property
    def english(self) -> bool:
        """Whether the text is English."""
        return language_of(f"{self.title} {self.body}", words=self._said) == "en"

    @cached_property
    def dated(self) -> bool:
        """Whether the page says where and when the text was written, as a release does."""
        placed = self.dateline is not None and bool(self.dateline.places)
        return placed or bool(self.sheet.of(Role.ALONE))

    @cached_property
    def signed(self) -> bool:
        """Whether the header names the part of the OSCE that published it."""
        sources = (row.text for row in self.sheet.of(Role.VALUE) if row.key == "source")
        return any(map(_is_own_part, sources)) or bool(self.sheet.of(Role.HEADING))


@cache
def _abbreviated() -> re.Pattern[str]:
    """A full stop that ends an initial or a title, and no sentence."""
    return re.compile(rf"\b(?:[A-Z]|{small_words('title')})\.$")


def _is_own_part(text: str) -> bool:
    return find_osce(text) is not None or _part().match(text) is not None


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"(?:{own_words('part')})\b")
