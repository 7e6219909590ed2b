"""The OSCE's own offices by their names, in each language; reference knows their holders by the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from ...languages.endings import plain
from ...languages.folders import Languages, built_in, current

__all__ = ["Office", "begins_office", "body_of_title", "office_at", "office_ending", "title_of_body"]

_SKIPPED: Final = frozenset(("osce", "csce", "the"))


@dataclass(frozen=True, slots=True)
class Office:
    """An office of the whole Organization: its normal title, whom it is for, and the body that it is."""

    title: str
    whom: str
    holder: str


_Offices = Mapping[str, tuple[tuple[tuple[str, ...], Office], ...]]


@cache
def _offices(languages: Languages, language: str) -> _Offices:
    by_first: dict[str, list[tuple[tuple[str, ...], Office]]] = {}
    for row in languages.rows("posts", language):
        if row["holder"]:
            said = tuple(plain(word) for word in row["said"].split() if word not in _SKIPPED)
            by_first.setdefault(said[0], []).append((said, Office(row["title"], row["whom"], row["holder"])))
    ordered = {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in by_first.items()}
    return MappingProxyType(ordered)


def begins_office(word: str, language: str) -> bool:
    """Whether the name of an office begins with a word."""
    return word in _offices(current(), language)


def office_at(lower: Sequence[str], first: int, language: str = "en") -> tuple[int, Office] | None:
    """The office whose name begins with a word, and the word after it; "OSCE" and "the" inside are skipped.

    >>> words = "the representative of the osce".split()
    >>> office_at(words, 1) is None
    True
    >>> office_at("osce representative on the freedom of the media said".split(), 1)[0]
    8
    """
    return _office_at(lower, first, _offices(current(), language)) if 0 <= first < len(lower) else None


def _office_at(lower: Sequence[str], first: int, offices: _Offices) -> tuple[int, Office] | None:
    for said, office in offices.get(lower[first], ()):
        last = _match(lower, first, said)
        if last is not None:
            return last, office
    return None


@cache
def _bodies() -> Mapping[str, str]:
    rows = (row for row in built_in().rows("posts", "en") if row["holder"])
    return MappingProxyType({row["title"]: row["holder"] for row in rows})


def body_of_title(title: str) -> str | None:
    """The id of the body that an office is, by its normal title.

    >>> body_of_title("chairperson-in-office")
    'chairpersonship'
    """
    return None if title == "secretary general" else _bodies().get(title)


def title_of_body(body: str) -> str:
    """The normal title of the office that a body is.

    >>> title_of_body("rfom")
    'representative on freedom of the media'
    """
    return next(title for title, holder in _bodies().items() if holder == body)


def _match(lower: Sequence[str], first: int, said: Sequence[str]) -> int | None:
    index = first
    for word in said:
        while index < len(lower) and lower[index] in _SKIPPED and lower[index] != word:
            index += 1
        if index >= len(lower) or lower[index].replace("’", "'") != word:
            return None
        index += 1
    return index


def office_ending(
    lower: Sequence[str], head_first: int, language: str = "en"
) -> tuple[int, int, Office] | None:
    """The office one of whose words is the head noun at `head_first`: its first word and the word after it.

    >>> office_ending("the media freedom representative said".split(), 3)[:2]
    (1, 4)
    """
    offices = _offices(current(), language)
    for first in range(min(head_first, len(lower) - 1), max(-1, head_first - 4), -1):
        found = _office_at(lower, first, offices)
        if found is not None and found[0] > head_first:
            return first, *found
    return None
