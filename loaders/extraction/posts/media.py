"""For which medium somebody works: "Nova Zora journalist N", "N, a reporter for the portal Zora.net"."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..model import Part
from ..people.lexicon import MODIFIERS, NOT_NAMES, Head
from ..people.line import Line
from ..tables import words

__all__ = ["is_of_media", "medium_after", "medium_before", "past_working"]

_PEOPLE: Final = words("media_words", kind="works for a medium")
_NOUNS: Final = words("media_words", kind="medium")
_KINDS_OF_NOUNS: Final = words("media_words", kind="kind of medium")
_DOMAINS: Final = words("media_words", kind="domain")
_IN_NAMES: Final = frozenset(("tv", "radio", "television", "news"))
_WORKING: Final = frozenset(("working", "reporting", "writing"))
_EMPLOYED: Final = frozenset(("for", "with", "at"))
_EMPLOYED_BY: Final = frozenset(("for", "with", "of"))
_LONGEST: Final = 4
_SHORTEST_ACRONYM: Final = 3
_CLOSING: Final = frozenset('”"»“')
_OPENING: Final = frozenset('“"«„')


def is_of_media(head: Head) -> bool:
    """Whether the head noun is of one who works for a newspaper, a channel or the like."""
    return not head.plural and head in _PEOPLE


def _domain_end(line: Line, index: int) -> int | None:
    """The word after the name of a site ("Zora.net") that begins with the word, None where none does."""
    if line.low(index + 1) != "." or line.low(index + 2) not in _DOMAINS:
        return None
    name, stop, domain = line.words[index : index + 3]
    return index + 3 if name.end == stop.begin and stop.end == domain.begin else None


def past_working(line: Line, index: int, head: Head) -> int:
    """The preposition behind "working" ("a journalist working for the daily"), else the word itself."""
    works = head in _PEOPLE and line.low(index) in _WORKING and line.low(index + 1) in _EMPLOYED
    return index + 1 if works else index


def medium_before(line: Line, head_first: int) -> tuple[int, Entity] | None:
    """The medium whose name stands right before the head noun, and its first word.

    One word alone may be a town, so it must be an acronym or a common noun must say that it is a medium.
    """
    last = head_first
    while MODIFIERS.get(line.low(last - 1)) == "keep" and not line.is_capitalised(last - 1):
        last -= 1
    end = last
    while line.low(end - 1) in _NOUNS | _KINDS_OF_NOUNS and (
        not line.is_capitalised(end - 1) or line.low(end - 1) in _IN_NAMES
    ):
        end -= 1
    told = not _NOUNS.isdisjoint(line.lower[end:last])
    if end < last and line.low(end) in _IN_NAMES and line.is_capitalised(end):
        end += 1
    quoted = _quoted(line, end)
    if quoted is not None:
        return quoted
    begin = end
    while begin > line.start and end - begin < _LONGEST and _is_of_name(line, begin - 1):
        begin -= 1
    while begin < end and line.low(begin) in NOT_NAMES and line.low(begin) not in _IN_NAMES:
        begin += 1
    if begin == end or line.sentence.part is Part.TITLE or not line.is_capitalised(begin):
        return None
    text = line.text(begin, end)
    acronym = end - begin == 1 and text.isupper() and len(text) >= _SHORTEST_ACRONYM
    if not (told or acronym or (end - begin > 1 and (begin > line.start or end - begin > 2))):
        return None
    return begin, Entity(EntityKind.ORGANIZATION, text)


def medium_after(line: Line, index: int, preposition: str) -> tuple[int, Entity] | None:
    """The medium that is named by its kind and name, or as a site, and the word after it.

    "the online portal Zora", "Swedish newspaper Dagen", "Zora.net news agency"; by its name alone behind
    "for" and the like, which lead to no town.
    """
    first = index + (line.low(index) == "the")
    chunk = line.begins_at(first)
    if chunk is not None and chunk.mention.demonym:
        first = chunk.last
    elif line.is_capitalised(first) and line.low(first + 1) in _NOUNS and not line.is_capitalised(first + 1):
        named = line.low(first + 2) in _OPENING or line.is_capitalised(first + 2)
        first += named  # a language or region: "the Romansh weekly ..."
    first += line.low(first).endswith("-based")
    at = first
    while line.low(at) in _NOUNS | _KINDS_OF_NOUNS and not line.is_capitalised(at):
        at += 1
    told = not _NOUNS.isdisjoint(line.lower[first:at])
    marked = told and line.low(at) in _OPENING
    begin = at + marked
    if not line.is_capitalised(begin) and _domain_end(line, begin) is None:
        return None
    known = line.begins_at(begin)
    known = None if known is not None and known.weak else known
    site = _domain_end(line, begin)
    if site is not None:
        end = site
    elif known is not None and known.mention.entity.kind is EntityKind.ORGANIZATION:
        return _past_nouns(line, known.last + marked), known.mention.entity
    elif known is not None and not told:
        return None
    else:
        end = begin
        while end - begin < _LONGEST and (line.is_capitalised(end) or line.low(end).isdigit()):
            if line.begins_at(end) is not None and not told:
                break
            end += 1
    marked_out = told or site is not None or line.words[begin].text.isupper()
    if end == begin or not (marked_out or preposition in _EMPLOYED_BY):
        return None
    return _past_nouns(line, end + marked), Entity(EntityKind.ORGANIZATION, line.text(begin, end))


def _past_nouns(line: Line, index: int) -> int:
    while line.low(index) in _NOUNS | _KINDS_OF_NOUNS:
        index += 1
    return index


def _is_of_name(line: Line, index: int) -> bool:
    """Whether the word can belong to the name of a medium that ends before a head noun."""
    if line.blocks(index) is not None:
        return False
    word = line.words[index].text
    if word.isdigit():
        return line.is_capitalised(index - 1) and line.blocks(index - 1) is None
    return line.is_capitalised(index) and "-" not in word and MODIFIERS.get(word.lower()) is None


def _quoted(line: Line, end: int) -> tuple[int, Entity] | None:
    if line.low(end - 1) not in _CLOSING:
        return None
    for opening in range(end - 2, max(line.start, end - 2 - _LONGEST) - 1, -1):
        if line.low(opening) in _OPENING:
            inside = opening + 1 < end - 1 and line.is_capitalised(opening + 1)
            name = line.text(opening + 1, end - 1)
            return (opening, Entity(EntityKind.ORGANIZATION, name)) if inside else None
    return None
