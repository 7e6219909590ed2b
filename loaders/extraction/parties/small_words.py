"""The small words of a language that stand around posts and names, and a sentence read without them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from ...languages.endings import plain
from ...languages.folders import Languages, current
from ..people.line import Line
from ..posts.offices import begins_office

__all__ = ["PlainWords", "SmallWords", "plain_words", "small_words"]

_OSCE: Final = ("osce", "itself")
_LONGEST_OF: Final = 3


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The small words of a language, in lower case.

    osce        the names of the Organization
    articles    what is written together with the word behind it
    of          what stands between a post and whom it is for
    particles   articles and prepositions inside names
    joins       "and"
    honorifics  what stands before a name and is no post
    aside       what makes of a post another one: deputies, representatives, heads of offices
    former      what makes of a post one that was held; incoming one that will be
    """

    osce: frozenset[str]
    articles: tuple[str, ...]
    of: frozenset[str]
    particles: frozenset[str]
    joins: frozenset[str]
    honorifics: frozenset[str]
    aside: frozenset[str]
    former: frozenset[str]
    incoming: frozenset[str]

    def bare(self, word: str) -> str:
        """A word without an article that is written together with it."""
        for article in self.articles:
            if word.startswith(article):
                return word[len(article) :]
        return word


def small_words(language: str) -> SmallWords:
    """The small words of a language, with the languages that pages are read with now."""
    return _small_words(current(), language)


@cache
def _small_words(languages: Languages, language: str) -> SmallWords:
    rows = (row for code in ("en", language) for row in languages.rows("page", code))
    articles = languages.words("words", "article", language)

    def used(use: str) -> frozenset[str]:
        return languages.words("words", use, language)

    return SmallWords(
        osce=frozenset(row["text"].lower() for row in rows if (row["role"], row["value"]) == _OSCE),
        articles=tuple(sorted(word.replace("'", mark) for word in articles for mark in "'’")),
        of=used("of"),
        particles=used("particle"),
        joins=used("and"),
        honorifics=used("honorific"),
        aside=used("aside"),
        former=used("former"),
        incoming=used("incoming"),
    )


@dataclass(frozen=True, slots=True)
class PlainWords:
    """The words of a sentence without articles that are written together and without the OSCE's name.

    at  where each word stands in the sentence
    """

    lower: tuple[str, ...]
    at: tuple[int, ...]


def plain_words(line: Line, language: str) -> PlainWords:
    """The words of a sentence as the names of posts are looked for among them."""
    small = small_words(language)
    lower: list[str] = []
    at: list[int] = []
    for index in range(line.start, len(line)):
        word = _without_osce(small.bare(line.lower[index]), language, small)
        if word in small.osce:
            while lower and lower[-1] in small.of and at[-1] >= index - _LONGEST_OF:
                lower.pop()
                at.pop()
            continue
        lower.append(plain(word))
        at.append(index)
    return PlainWords(tuple(lower), tuple(at))


def _without_osce(word: str, language: str, small: SmallWords) -> str:
    if word in small.osce:
        return word
    prefix, hyphen, rest = word.partition("-")
    return rest if hyphen and prefix in small.osce and not begins_office(plain(word), language) else word
