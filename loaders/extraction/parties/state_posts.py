"""The post at home of the one who chairs the OSCE: a foreign minister, a head of government or of State.

The Chair of the day and his or her State are certain; a minister beside the name, or beside the office, whose
State is no other, is the same person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ....ontology.facts import Entity, EntityKind
from ...languages.endings import plain
from ...languages.folders import Languages, current
from ..model import Context, PostMention
from ..people.line import Line
from .small_words import SmallWords, small_words

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["behind_state_post", "state_posts"]

_CHAIR: Final = "chairpersonship"
_FARTHEST: Final = 9
_NEAR: Final = 8
_CONFIDENCE: Final = 0.85


@dataclass(frozen=True, slots=True)
class _Said:
    words: tuple[str, ...]
    title: str


@cache
def _posts(languages: Languages, language: str) -> Mapping[str, tuple[_Said, ...]]:
    found: dict[str, list[_Said]] = {}
    for row in languages.rows("posts", language):
        if row["whom"] == "state":
            words = tuple(plain(word) for word in row["said"].split())
            found.setdefault(words[0], []).append(_Said(words, row["title"]))
    return MappingProxyType({first: tuple(rows) for first, rows in found.items()})


@lru_cache(maxsize=64)
def _chairing_states(issued: date | None, reference: Reference) -> Mapping[str, Entity]:
    """Who may hold the Chair on the day of a release, to their States."""
    if issued is None:
        return {}
    found = [c for c in reference.holders(_CHAIR, issued) if c.certain or c.likely]
    chairs = [c.holder for c in found if c.holder.unit.id == _CHAIR]
    return {holder.person: holder.country for holder in chairs if holder.country is not None}


def state_posts(
    line: Line, first: int, last: int, person: str, context: Context, reference: Reference
) -> Iterator[PostMention]:
    """The posts of a State that stand right before or behind the Chair's office and name.

    Args:
        line: the sentence.
        first: where the office and the name beside it begin.
        last: the word after them.
        person: who holds the office.
        context: the release.
        reference: the tables.
    """
    state = _chairing_states(context.issued, reference).get(person)
    small = small_words(context.language)
    for begin in range(max(line.start, first - _FARTHEST), min(len(line), last + _FARTHEST)):
        for said in _posts(current(), context.language).get(_bare(line, begin, small), ()):
            end = _end(line, begin, said.words, small)
            if end is None or state is None:
                continue
            gap = range(end, first) if begin < first else range(last, begin)
            around = _states(line, range(max(line.start, begin - 1), min(len(line), end + 1)))
            if all(_is_small(line, at, small) for at in gap) and around <= {state.id}:
                yield PostMention(
                    title=said.title,
                    as_said=line.text(begin, end),
                    span=line.span(begin, end),
                    organization=state,
                    rule="post at home of the Chair",
                    confidence=_CONFIDENCE,
                )
                return


def behind_state_post(line: Line, index: int, language: str) -> int | None:
    """The word after a post of a State, and the State, that stand behind a comma; None where none does."""
    small = small_words(language)
    begin = index
    while begin < len(line) and begin < index + _NEAR and _is_small(line, begin, small):
        begin += 1
    if begin >= len(line):
        return None
    for said in _posts(current(), language).get(_bare(line, begin, small), ()):
        end = _end(line, begin, said.words, small)
        while end is not None and end < len(line) and _is_small(line, end, small):
            end += 1
        if end is not None:
            return end
    return None


def _end(line: Line, begin: int, words: Sequence[str], small: SmallWords) -> int | None:
    """The word after a post, an adjective of a State and small words inside it set aside."""
    at = begin
    for number, word in enumerate(words):
        while number and at < len(line) and _bare(line, at, small) != word and _is_inside(line, at, small):
            at += 1
        if at >= len(line) or _bare(line, at, small) != word:
            return None
        at += 1
    return at


def _bare(line: Line, index: int, small: SmallWords) -> str:
    return plain(small.bare(line.lower[index]))


def _is_inside(line: Line, index: int, small: SmallWords) -> bool:
    chunk = line.chunks[index]
    return line.lower[index] in small.particles or (chunk is not None and chunk.mention.demonym)


def _is_small(line: Line, index: int, small: SmallWords) -> bool:
    """Whether a word may stand between the two posts: small words, the name of the State, a comma."""
    chunk = line.chunks[index]
    if chunk is not None and chunk.mention.entity.kind is EntityKind.STATE:
        return True
    word = small.bare(line.lower[index])
    return word == "," or word in small.particles | small.of | small.honorifics | small.joins | small.osce


def _states(line: Line, places: range) -> set[str | None]:
    chunks = (line.chunks[at] for at in places)
    mentions = (chunk.mention for chunk in chunks if chunk is not None)
    return {m.entity.id for m in mentions if m.entity.kind is EntityKind.STATE}
