"""Special and personal representatives in other languages, known by their names.

Their titles name a conflict or a task at length, and each in its own way: "Représentante spéciale du
Président en exercice en Ukraine et au sein du Groupe de contact trilatéral". So the person must be one who
is known to be one on the day of the release, and the sentence must say which kind of representative, and
that it is the OSCE's or its Chair's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ...languages.endings import plain
from ...languages.folders import Languages, current
from ..model import Context, PostMention
from ..people.line import Line
from .small_words import SmallWords, small_words

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["envoy_posts"]

_REACH: Final = 25
_BEHIND: Final = 3
_CONFIDENCE: Final = 0.85
_OF: Final = ("chairpersonship", "osce", "csce")


@cache
def _said(languages: Languages, language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in languages.rows("posts", language):
        if row["whom"] == "named":
            words = tuple(plain(word) for word in row["said"].split())
            found.setdefault(words[0], []).append((words, row["title"]))
    return MappingProxyType({first: tuple(rows) for first, rows in found.items()})


def envoy_posts(
    line: Line, first: int, last: int, person: str, context: Context, reference: Reference
) -> Iterator[PostMention]:
    """The post of a representative named at the words first to last (excluded), if the sentence has it."""
    rows, day = _said(current(), context.language), context.issued
    if not rows or day is None:
        return
    terms = [held for held in reference.people[person].terms if held.term and held.term.may_contain(day)]
    small = small_words(context.language)
    begins = (*range(first - 1, max(line.start, first - _REACH) - 1, -1), *range(last, last + _BEHIND))
    for begin in begins if terms else ():
        for words, title in rows.get(_bare(line, begin, small.articles), ()):
            end = begin + len(words)
            if tuple(_bare(line, at, small.articles) for at in range(begin, end)) != words:
                continue
            if not _is_of_chair(line, range(max(line.start, begin - 1), max(first, end + _BEHIND)), small):
                continue
            held = next((term for term in terms if term.post.startswith(title)), None)
            if held is not None:
                yield PostMention(
                    title=title,
                    as_said=line.text(begin, end),
                    span=line.span(begin, end),
                    organization=held.organization,
                    rule="holder known to reference",
                    confidence=_CONFIDENCE,
                )
                return


def _is_of_chair(line: Line, places: range, small: SmallWords) -> bool:
    """Whether the OSCE or its Chair is named there, whose representative it is."""
    for at in places:
        if at >= len(line):
            break
        chunk = line.chunks[at]
        if chunk is not None and chunk.mention.entity.id in _OF:
            return True
        if any(part in small.osce for part in _bare(line, at, small.articles).split("-")):
            return True
    return False


def _bare(line: Line, index: int, articles: tuple[str, ...]) -> str:
    if index >= len(line):
        return ""
    word = line.lower[index]
    article = next((article for article in articles if word.startswith(article)), "")
    return plain(word[len(article) :])
