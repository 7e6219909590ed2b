"""How words are compared in other languages: plainly, and with the endings that a grammar gives them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

__all__ = ["Endings", "Leeway", "is_latin", "plain", "same"]

_UNMARKED: Final = str.maketrans({"ł": "l", "đ": "d", "ı": "i", "ø": "o"})


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """A word in lower case and without diacritics.

    >>> plain("Côte"), plain("Алёша")
    ('cote', 'алеша')
    """
    lower = word.lower()
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFKD", lower.translate(_UNMARKED))
    return "".join(part for part in parts if not unicodedata.combining(part))


def is_latin(text: str) -> bool:
    """Whether all letters of a text are Latin ones, whatever marks they bear.

    >>> is_latin("Nguyễn Thaçi"), is_latin("Hashim Тачи")
    (True, False)
    """
    return text.isascii() or all(c < "\u0370" or "\u1e00" <= c < "\u1f00" for c in text if c.isalpha())


@dataclass(frozen=True, slots=True)
class Leeway:
    """How many letters may be missing at a word's end, and how many may come in their place."""

    cut: int = 0
    grow: int = 0


_NONE: Final = Leeway()


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    ending: str
    letters: int
    leeway: Leeway


class Endings:
    """The endings of one language: for names of one word, of several, and adjectives, by their length."""

    def __init__(self, rows: Sequence[Mapping[str, str]]) -> None:
        rules = [
            _Rule(
                row["name"],
                plain(row["ending"]),
                int(row["letters"]),
                Leeway(int(row["cut"]), int(row["grow"])),
            )
            for row in rows
        ]
        self._rules = sorted(rules, key=lambda rule: (rule.ending == "", -rule.letters))

    @property
    def inflects(self) -> bool:
        """Whether a name of one word bears endings in this language."""
        return any(rule.name == "one" for rule in self._rules)

    def of(self, word: str, adjective: bool, words: int) -> Leeway:
        """The leeway of a word of a name that has so many words; the most particular row counts."""
        name = "adjective" if adjective else "several" if words > 1 else "one"
        for rule in self._rules:
            if rule.name == name and len(word) >= rule.letters and word.endswith(rule.ending):
                return rule.leeway
        return _NONE


def same(said: str, wanted: str, leeway: Leeway) -> bool:
    """Whether a word of a text is a word of a name, its ending set aside.

    >>> same("минске", "минск", Leeway(1, 2)), same("минимум", "минск", Leeway(1, 2))
    (True, False)
    """
    stem = wanted[: len(wanted) - leeway.cut]
    return len(stem) > 1 and said.startswith(stem) and len(said) - len(stem) <= leeway.grow
