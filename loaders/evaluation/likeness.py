"""When two names, posts or events mean the same, though they are not written alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from ...ontology.facts import EntityKind
from ...ontology.reference import Reference
from ..tables import word_set

__all__ = ["Likeness", "bare", "fold"]


_LETTERS: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"}
)
_HONORIFICS: Final = word_set(
    "mr mrs ms dr prof professor ambassador amb sir lord dame hon general gen colonel col his her excellency"
)
_EMPTY_WORDS: Final = word_set("the of and for in on at to a an with s by de la le osce")
_CHAIR: Final = re.compile(r"chair(?:man|woman|person)? in office")
_POST_OF_THE_WHOLE: Final = re.compile(
    r"in office|secretary general|high commissioner|freedom of the media|co ordinator|special representative"
)
_THE_WHOLE: Final = word_set("osce chairpersonship secretariat hcnm rfom oceea tntd cpc") | {
    "secretary general",
    "osr cthb",
}
_SAME_BODY: Final = {"pa secretariat": "pa"}
_STATES: Final = ("participating_states", "partners")


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """A text without diacritics, case and punctuation.

    >>> fold("Ján  Kubiš, Co-ordinator")
    'jan kubis co ordinator'
    """
    letters = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    plain = "".join(letters).translate(_LETTERS)
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def bare(text: str) -> str:
    """The letters and digits of a text alone, so that an id and its name agree.

    >>> bare("Novi Pazar") == bare("novi-pazar")
    True
    """
    return fold(text).replace(" ", "")


class Likeness:
    """Compares what two lines say; the name of a State and its demonym are one word."""

    def __init__(self, known: Reference) -> None:
        self._states = _state_words(known)
        self._content = lru_cache(maxsize=50_000)(self._content_words)

    def _content_words(self, text: str) -> frozenset[str]:
        words = _CHAIR.sub("chair", fold(text)).split()
        return frozenset(self._states.get(word, word) for word in words) - _EMPTY_WORDS

    def same_person(self, one: str, other: str) -> bool:
        """Whether two names are one person's: alike, or one with middle names left out."""
        names = [[word for word in fold(name).split() if word not in _HONORIFICS] for name in (one, other)]
        short, long = sorted(names, key=len)
        if short == long:
            return True
        if len(short) < 2:
            return False
        return short[0] == long[0] and short[-1] == long[-1] and set(short) <= set(long)

    def same_organization(self, one: str, other: str) -> bool:
        """Whether the content words of one name are all among the other's, two or more of them."""
        if fold(one) == fold(other):
            return True
        first, second = self._content(one), self._content(other)
        if not first or not second:
            return False
        return first == second or ((first <= second or second <= first) and len(first & second) > 1)

    def same_party(self, one: str, other: str) -> bool:
        """Whether two names are one person's, body's or organization's."""
        return self.same_person(one, other) or self.same_organization(one, other)

    def same_post(self, expected: tuple[str, str], found: tuple[str, str]) -> bool:
        """Whether post and whom it is for agree; a post of the whole OSCE may name the holder's own body."""
        (post, whom), (other_post, other_whom) = expected, found
        if self._content(post) != self._content(other_post):
            return False
        whole = _POST_OF_THE_WHOLE.search(fold(post)) is not None
        first, second = (_home(name, whole) for name in (whom, other_whom))
        return fold(first) == fold(second) or self.same_organization(first, second)

    def mostly_shared(self, one: str, other: str) -> bool:
        """Whether half or more of the content words of one name are among the other's."""
        first, second = self._content(one), self._content(other)
        shared = 2 * len(first & second)
        return bool(first and second) and (shared >= len(first) or shared >= len(second))


def _home(whom: str, whole: bool) -> str:
    key = fold(whom)
    return "osce" if whole and key in _THE_WHOLE else _SAME_BODY.get(key, whom)


def _state_words(known: Reference) -> Mapping[str, str]:
    """Names and demonyms of one word, to a word that no text has; what two States share is the later's."""
    found: dict[str, str] = {}
    rows = [row for state in known.entities(EntityKind.STATE) for row in state.rows if row.table in _STATES]
    for row in sorted(rows, key=lambda row: (_STATES.index(row.table), row.number)):
        names = [row["short_name"], row["official_name"], *row.values("demonyms"), *row.values("alt_names")]
        for name in (name.partition("@")[0].strip() for name in names):
            if name and " " not in name:
                found[fold(name)] = "=" + row["iso2"]
    return found
