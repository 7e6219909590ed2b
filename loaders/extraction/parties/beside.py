"""The names that stand beside posts in other languages, and whether they are those of the holders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ....ontology.vocabulary import slug
from ...languages.endings import is_latin
from ..people.line import Line
from ..people.names import is_initial, is_name_word
from .small_words import SmallWords

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["Beside", "known_name", "name_after", "name_before", "name_in_letters", "sounds_like"]

_FARTHEST: Final = 8
_LONGEST: Final = 5
_SHORTEST: Final = 4
_FULL: Final = 2
_ALIKE: Final = 0.7
_ALIKE_IN_LETTERS: Final = 0.55
_ALIKE_IN_FULL: Final = 0.75


@dataclass(frozen=True, slots=True)
class Beside:
    """The words first to last (excluded) that are written like a name."""

    first: int
    last: int
    text: str

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.last - self.first


def name_after(line: Line, index: int, small: SmallWords) -> Beside | None:
    """The name that follows a post, behind a comma, articles and honorifics."""
    commas = 0
    for at in range(index, min(index + _FARTHEST, len(line))):
        word = small.bare(line.lower[at])
        if word == "," and not commas:
            commas = 1
        elif word not in small.of | small.osce | small.particles | small.honorifics:
            return _name_at(line, at, small)
    return None


def name_before(line: Line, index: int, small: SmallWords) -> Beside | None:
    """The full name that stands before a post, a comma between them."""
    at = index - 1
    while at > line.start and line.lower[at] in small.particles:
        at -= 1
    if at <= line.start or line.lower[at] != ",":
        return None
    last = first = at
    while first > line.start and last - first < _LONGEST and _is_part(line, first - 1, small):
        first -= 1
    while first < last and line.lower[first] in small.particles | small.honorifics:
        first += 1
    return Beside(first, last, line.text(first, last)) if last - first > 1 else None


def _name_at(line: Line, index: int, small: SmallWords) -> Beside | None:
    """The name that begins with a word, None where none does."""
    last = index
    while last < len(line) and last - index < _LONGEST and _is_part(line, last, small):
        last += 1
    while last > index and line.lower[last - 1] in small.particles:
        last -= 1
    return Beside(index, last, line.text(index, last)) if last > index and _is_big(line, index) else None


def _is_big(line: Line, index: int) -> bool:
    chunk = line.chunks[index]
    free = chunk is None or chunk.mention.entity.id is None
    word = line.words[index].text
    return free and (is_name_word(word) or is_initial(word))


def _is_part(line: Line, index: int, small: SmallWords) -> bool:
    return _is_big(line, index) or (line.lower[index] in small.particles and line.words[index].text.islower())


def known_name(beside: Beside, line: Line, reference: Reference) -> tuple[str, int, int] | None:
    """Reference's form of a name, and its words; others around it are set aside ("Botschafterin Ann Lee")."""
    for first in range(beside.first, beside.last - 1):
        for last in range(beside.last, first + 1, -1):
            name = reference.person_named(line.text(first, last))
            if name is not None:
                return name, first, last
    return None


def name_in_letters(
    beside: Beside, line: Line, reference: Reference, day: date
) -> tuple[str, int, int] | None:
    """Whom in office on a day a name in another script spells, first name and surname, and its words."""
    if beside.size < _FULL or is_latin(beside.text):
        return None
    in_office = _in_office(day, reference)
    for first in range(beside.first, beside.last - 1):
        for last in range(beside.last, first + 1, -1):
            given, *_, surname = (slug(line.words[at].text) for at in range(first, last))
            for name, theirs in in_office:
                if (
                    _ratio(surname, theirs[-1]) >= _ALIKE_IN_FULL
                    and _ratio(given, theirs[0]) >= _ALIKE_IN_LETTERS
                ):
                    return name, first, last
    return None


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


@lru_cache(maxsize=64)
def _in_office(day: date, reference: Reference) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who held an office on a day, and the words of their names in plain letters."""
    names = (
        name
        for name, person in reference.people.items()
        if any(held.term and held.term.may_contain(day) for held in person.terms)
    )
    return tuple((name, tuple(slug(word) for word in name.split())) for name in names)


def sounds_like(said: str, name: str) -> bool:
    """Whether a name, maybe in another script and case, is that of a person: the surnames are alike.

    >>> sounds_like("Миклошем Харашти", "Miklós Haraszti"), sounds_like("Томас Вебер", "Thomas Greminger")
    (True, False)
    """
    mine, theirs = _surnames(said), _surnames(name)
    alike = _ALIKE if is_latin(said) else _ALIKE_IN_LETTERS
    return any(SequenceMatcher(None, one, other).ratio() >= alike for one in mine for other in theirs)


def _surnames(name: str) -> list[str]:
    words = [slug(word) for word in name.split()]
    return [word for word in words[1:] or words if len(word) >= _SHORTEST] or words[-1:]
