"""Finds organizations whose names have no telling head by where they stand: "run by the Panonija Tales"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..tables import words
from .line import Line, Name, capital_words
from .organization_standing import Standing
from .organization_words import HEADS, MONTHS, STATES, TITLES
from .organizations import FoundOrganization

__all__ = ["find_by_position"]

_NONE: Final = (
    words("org_positions", position="none")
    | words("not_names", "word", reason="document")
    | words("not_names", "word", reason="event")
    | words("not_names", "word", reason="place")
    | words("not_names", "word", reason="ship")
    | words("not_names", "word", reason="opener")
    | words("short_heads")
    | words("building_nouns")
    | words("place_nouns", "noun")
    | frozenset(HEADS)
)
_BEHIND: Final = words("org_positions", position="behind")
_LITTLE: Final = frozenset(("of", "for"))
_LONGEST: Final = 6


def find_by_position(line: Line, names: Sequence[Name]) -> list[FoundOrganization]:
    """The names in a sentence that only their place shows to be an organization's, in the order of the text.

    Args:
        names: what reference knows in the sentence
    """
    if line.title_case or "the" not in line.vocabulary:
        return []
    places = [
        index + 1
        for index, lower in enumerate(line.lowers)
        if lower == "the" and line.capitals[index + 1] and line.capitals[index + 2] and index >= line.dateline
    ]
    return list(_Seeker(line, names).among(places)) if places else []


class _Seeker(Standing):
    def among(self, places: Sequence[int]) -> Iterator[FoundOrganization]:
        """The names that begin at some tokens, each behind an article."""
        for first in places:
            last = self._end(first)
            if last - first > 1 and self._is_name(first, last) and self._is_somebody(first, last):
                yield FoundOrganization(first, last, last - 1, "position", True, "position")

    def _end(self, first: int) -> int:
        """The end of the capitalised words that begin at a token; `first` where they are no name."""
        last = first
        while last - first < _LONGEST:
            if self._fixed(last):
                return first
            if self._capital(last):
                last += 1
            elif last > first and self.line.word(last) in _LITTLE and self._capital(last + 1):
                last += 2
            else:
                break
        return last if self._stops(last) else first

    def _stops(self, last: int) -> bool:
        """Whether no noun follows that has the name before it: "the Golden Apricot film festival"."""
        word = self.line.lower(last)
        return not word[:1].isalpha() or word in _BEHIND or word.endswith("ed") or self._is_verb(last)

    def _is_name(self, first: int, last: int) -> bool:
        lowers = [self.line.lower(i) for i in range(first, last)]
        if not _NONE.isdisjoint(lowers) or not TITLES.isdisjoint(lowers):
            return False
        if not MONTHS.isdisjoint(lowers) or any(word.isupper() for word in self.line.texts[first:last]):
            return False
        end = self.known.get(last - 1)
        if end is not None and (end.demonym or end.first == first):
            return False
        own = [i for i in range(first, last) if i not in self.known]
        if any(self.known[i].entity.kind not in STATES for i in range(first, last) if i in self.known):
            return False
        return len(own) > 1 and any(self.line.lower(i) not in capital_words() for i in own)
