"""The names of reference in a sentence of another language, as the rules for mentions have them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from ....ontology.facts import EntityKind
from ...languages.endings import plain
from ...languages.names import Names, names_of
from ..tables import words
from .line import Line, Name

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["fitting", "names_in_language"]


_CHAIR: Final = "chairpersonship"
_PLACES: Final = (EntityKind.PLACE, EntityKind.STATE)
_FIRST_NAMES: Final = words("places_as_first_names")
_NEAR: Final = 2
_LONG: Final = 7


def names_in_language(line: Line, language: str, reference: Reference, on: date | None) -> Iterator[Name]:
    """The names of a sentence in a language that has a folder of tables.

    "The Swiss Presidency" is the OSCE's where Switzerland chairs it on the day.
    """
    base = line.sentence.span.begin
    names = names_of(language, reference)

    def may_shout(offset: int) -> bool:
        return line.shouted or line.at(base + offset) < line.dateline

    found_names = list(names.find(line.sentence.text, on, may_shout))
    chairs = _chairs(reference, on) if any(found.demonym for found in found_names) else frozenset()
    if chairs:
        found_names += names.chairs(line.sentence.text, found_names, chairs)
    for found in found_names:
        begin, end = base + found.begin, base + found.end
        yield Name(
            entity=found.entity,
            begin=begin,
            end=end,
            first=line.at(begin),
            last=line.at(end - 1) + 1,
            rule="name in another language",
            confidence=0.85,
            demonym=found.demonym,
        )


def _chairs(reference: Reference, on: date | None) -> frozenset[str]:
    """The States that may chair the OSCE on a day."""
    if on is None:
        return frozenset()
    holders = (c.holder for c in reference.holders(_CHAIR, on) if c.certain or c.likely)
    chairs = (holder for holder in holders if holder.unit.id == _CHAIR)
    return frozenset(holder.country.id or "" for holder in chairs if holder.country is not None)


def fitting(
    line: Line, known: Sequence[Name], found: Sequence[Name], language: str, reference: Reference
) -> Iterator[Name]:
    """Of the names of a sentence those that can mean what reference calls so.

    What reference calls a State or place in English may be a common word or somebody's name in another
    language: a State must be called as the language calls it, and a short name stand where a place can.

    Args:
        line: the sentence.
        known: the names that reference has, in English too.
        found: those of the language's own tables.
        language: of the text.
        reference: the tables.
    """
    names = names_of(language, reference)
    silent = sorted(
        (name for name in found if name.entity.kind is EntityKind.DOCUMENT and name.entity.id is None),
        key=attrgetter("begin"),
    )
    longest = max((name.end - name.begin for name in silent), default=0)
    places = {
        at for name in (*known, *found) if name.entity.kind in _PLACES for at in range(name.first, name.last)
    }
    for name in (*known, *found):
        first = bisect_left(silent, name.end - longest, key=attrgetter("begin"))
        near = silent[first : bisect_right(silent, name.begin, first, key=attrgetter("begin"))]
        if any(name.end <= one.end and one is not name for one in near):
            continue
        if name.entity.kind in _PLACES and not name.demonym and name.first >= line.dateline:
            if _is_of_person(line, name, names, places):
                continue
            if name.rule.startswith("reference") and not _is_said(line, name, names, places):
                continue
        yield name


def _is_said(line: Line, name: Name, names: Names, places: set[int]) -> bool:
    """Whether a name of reference is one that the language uses, or stands where a place does."""
    said = plain(
        line.sentence.text[name.begin - line.sentence.span.begin : name.end - line.sentence.span.begin]
    )
    own = names.own.get(name.entity.key, set())
    if said in own or not names.by_start:
        return True
    if name.entity.kind is EntityKind.STATE and own:
        return False
    if name.last - name.first > 1 or line.begins[name.first] < name.begin or name.length >= _LONG:
        return True
    before = [line.lower(at) for at in range(name.first - 1, max(line.dateline, name.first - _NEAR) - 1, -1)]
    if any(word in names.prepositions for word in before[:1]) or "(" in before[:1]:
        return True
    if before[1:] and before[0] in names.particles and before[1] in names.prepositions:
        return True
    return bool({name.first - 2, name.last + 1} & places)


def _is_of_person(line: Line, name: Name, names: Names, places: set[int]) -> bool:
    """Whether a town is a part of somebody's name: "Sofia Rossi", "Albert Berlin"."""
    if name.last - name.first > 1 or line.title_case:
        return False
    own = names.own.get(name.entity.key)
    if own and names.endings.inflects and plain(line.word(name.first)) not in own:
        return False
    after = _is_name(line, name.last) and name.last not in places
    if after and line.word(name.first) in _FIRST_NAMES:
        return True
    if names.nouns_in_capitals:
        return False
    if after and line.lower(name.first - 1) not in names.prepositions:
        return True
    return name.first - 1 > line.dateline and _is_name(line, name.first - 1) and name.first - 1 not in places


def _is_name(line: Line, index: int) -> bool:
    word = line.word(index)
    return word[:1].isupper() and word.isalpha() and not word.isupper()
