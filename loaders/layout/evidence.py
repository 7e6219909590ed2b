"""What the signs of a release are read from: one sheet of a page, and the words and weights of the tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType
from typing import Final

from ahocorasick_rs import AhoCorasick

from ..dateline import Dateline
from ..language import language_of, words_of
from ..tables import read_rows
from .own_voice import find_osce
from .rows import Role, Sheet
from .text import Line

__all__ = [
    "FIRST_LINES", "LAST_LINES", "LEAD", "MADE", "NEEDED", "NEWS", "SENTENCE", "VERB", "Page", "Phrases",
    "Sign", "agency_names", "is_subject", "others", "sign", "weight_of", "words",
]  # fmt: skip

NEEDED: Final = "needed"
LEAD: Final = 700
NEWS: Final = 2_000
FIRST_LINES: Final = 12
LAST_LINES: Final = 8
_SUBJECT_WORDS: Final = 14
_LONG: Final = 20_000
_PART: Final = re.compile(
    r"(?:Mission|Presence|Centre|Office|Programme Office|Project Co-ordinator|Secretariat|Secretary General|"
    r"Chair\w*ship|Parliamentary Assembly|Court of Conciliation|Special Monitoring Mission"
    r"|Observer Mission)\b"
)
_ADDRESSED: Final = re.compile(r"\b(?:to|with|by) (?:the )?$")
SENTENCE: Final = re.compile(r"[.!?…。։][\"”’»)]*(?:\s|$)")
_SENTENCE_END: Final = re.compile(r"[.!?…։。][\"”’»)]*(?:\s|$)|\n(?=[^a-zа-я])")
_QUOTED: Final = re.compile(r"[“\"«„][^”\"»“]{0,2000}[”\"»“]")
_INITIALS: Final = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|H\.E|St|No|Nos|Prof)\.$")
MADE: Final = re.compile(
    r"\b(?:OSCE|ODIHR)(?: Mission)?-(?:\w+ed|led|run|wide)\b"
    r"|\b(?:organi[sz]ed|supported|hosted|led|deployed|developed|held|commissioned|prepared|facilitated|"
    r"published|launched|conducted|implemented) (?:jointly |today )?by (?:the )?(?:\w+ ){0,4}(?:OSCE|ODIHR)\b"
    r"|\bwith (?:the )?(?:financial )?support (?:of|from) (?:the )?(?:OSCE|ODIHR)\b"
    r"|\b(?:OSCE|ODIHR)(?: [A-Z]\w+){0,4}(?: (?:in|to) [A-Z]\w+)?(?: today)? "
    r"(?:organi[sz]e[sd]|held|hosts?|hosted|helps|promotes|facilitates|assists|trains|trained"
    r"|launche[sd]|supports|supported|conducts"
    r"|conducted|started|delivered)\b"
)
VERB: Final = re.compile(
    r"(?<!\bwho )(?<!\bwhich )\b(?:is|are|was|were|will|would|has|have|had|may|must|should|can|met"
    r"|held|told|took|"
    r"gave|paid|said|receive|receives|meets?|visits?|discuss(?:es)?|highlights?|plays?|commends?|welcomes?)\b"
    r"|\b[a-z]{3,20}ed\b"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that speaks for or against a release: its weight, and the reason in words."""

    name: str
    weight: int
    reason: str


@cache
def _table() -> Mapping[str, tuple[int, str]]:
    return MappingProxyType(
        {row["sign"]: (int(row["weight"]), row["reason"]) for row in read_rows("release_signs")}
    )


def weight_of(sign: str) -> int:
    """The weight of a sign; that of NEEDED is what a page needs in all."""
    return _table()[sign][0]


def sign(name: str, said: str = "") -> Sign:
    """A sign of the table, with what of the page shows it."""
    weight, reason = _table()[name]
    return Sign(name, weight, reason.format(said=" ".join(said.split())[:80].strip(" .,:;–—-(/)")))


@cache
def words(table: str, column: str, where: str = "") -> str:
    """The words of a column of a table, as alternatives of a regular expression, the longest first."""
    rows = read_rows(table)
    found = [row[column] for row in rows if not where or row["where"] == where]
    return "|".join(re.escape(words) for words in sorted(found, key=len, reverse=True))


class Phrases:
    """Words of a table as a pattern; a text in which none of them occurs is told at once."""

    def __init__(self, found: Sequence[str], pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._key = _caseless if pattern.flags & re.IGNORECASE else str
        self._any = AhoCorasick([self._key(words) for words in found])
        firsts = [_caseless_words(words)[:1] for words in found]
        self._first = frozenset(chain.from_iterable(firsts)) if all(firsts) else None

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere in a text."""
        return self._pattern.search(text) if self._any.find_matches_as_indexes(self._key(text)) else None

    def within(self, page: Page, text: str) -> re.Match[str] | None:
        """The first match in a stretch of the title and text of a page."""
        return self.search(text) if self._first is None or page.may_have(self._first) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of a text."""
        return self._pattern.match(text)


def _caseless_words(text: str) -> list[str]:
    words = words_of(text)
    return words if text.isascii() else [word if word.isascii() else _caseless(word) for word in words]


def _caseless(text: str) -> str:
    return text.casefold().replace("i\u0307", "i")


@cache
def others(where: str, flags: int = re.IGNORECASE) -> Phrases:
    """The words by which others are told: their news, statements, sites and offices."""
    found = [row["words"] for row in read_rows("others_news") if row["where"] == where]
    return Phrases(found, re.compile(rf"(?<!\w)(?:{words('others_news', 'words', where)})(?!\w)", flags))


@cache
def agency_names() -> frozenset[str]:
    """The names of news agencies, in capitals."""
    return frozenset(row["name"].upper() for row in read_rows("news_agencies"))


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
        for match in _SENTENCE_END.finditer(self.news, 0, NEWS):
            if _INITIALS.search(self.news, 0, match.start() + 1) is None:
                return self.news[: match.end()]
        return self.news[:LEAD]

    @cached_property
    def own_words(self) -> str:
        """The text without what is quoted in it."""
        return _QUOTED.sub(" ", self.body)

    def may_have(self, words: frozenset[str]) -> bool:
        """Whether one of some words, in lower case, may stand in title or text."""
        return self._long or not words.isdisjoint(self._words)

    @cached_property
    def _long(self) -> bool:
        return len(self.body) > _LONG

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of title and text, none of a long text."""
        return frozenset(() if self._long else _caseless_words(f"{self.title} {self.body}"))

    @cached_property
    def english(self) -> bool:
        """Whether the text is English."""
        return language_of(f"{self.title} {self.body}") == "en"

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


def _is_own_part(text: str) -> bool:
    return find_osce(text) is not None or _PART.match(text) is not None


def is_subject(sentence: str) -> bool:
    """Whether the OSCE is named before the first verb of a sentence."""
    found = find_osce(sentence)
    if found is None:
        return False
    before = _QUOTED.sub(" ", sentence[: found.start()])
    if _ADDRESSED.search(before) is not None:
        return False
    return len(before.split()) <= _SUBJECT_WORDS and VERB.search(before) is None
