"""Finds every name of reference in a text in one pass; boundaries and letter case are checked here.

A name is searched for without regard to diacritics, kinds of apostrophe and dash, and the usual variants of
English spelling; then each word must have the case that the name gives it, and an acronym exactly its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import ahocorasick_rs

from ....ontology.dates import Interval
from ....ontology.facts import Entity, EntityKind
from ...languages.names import entity_of
from ..tables import read_table, words

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["Entry", "Gazetteer", "Match", "When", "gazetteer_of", "normalized"]

_SLACK: Final = timedelta(days=366)
_WORD: Final = re.compile(r"[^\W_]+")
_SEARCHED: Final = frozenset(EntityKind) - {EntityKind.FIELD, EntityKind.PERSON}
_REMEMBERED: Final = 10_000
_ALWAYS: Final = (Interval(), Interval())
_MORTAL: Final = frozenset({EntityKind.BODY, EntityKind.FIELD_OPERATION})
_SMALL: Final = words("mention_words", kind="written small in names")
_VARIANTS: Final = tuple((row["one"], row["other"]) for row in read_table("spelling_variants"))


def _plain_characters() -> dict[int, str]:
    table = dict.fromkeys(map(ord, "‘’ʼ`´′ʻ"), "'")
    table |= dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
    table |= dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\t\n\r"), " ")
    table |= {ord("ł"): "l", ord("Ł"): "L", ord("đ"): "d", ord("Đ"): "D", ord("ı"): "i", ord("ø"): "o"}
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        first = unicodedata.normalize("NFKD", chr(code))[0]
        if code not in table and first.isascii() and first.isalpha():
            table[code] = first
    return table


_PLAIN: Final = _plain_characters()
_ODD_ASCII: Final = re.compile("[" + "".join(re.escape(chr(code)) for code in _PLAIN if code < 128) + "]")


def normalized(text: str) -> str:
    """The text in lower case without diacritics, of the same length, so that offsets hold in both.

    >>> normalized("Prishtinë’s Co‑ordinator")
    "prishtine's co-ordinator"
    """
    # Most texts need no table.
    plain = text if text.isascii() and _ODD_ASCII.search(text) is None else text.translate(_PLAIN)
    return plain.lower()


class When(StrEnum):
    """How the time in which a name is used lies to a day."""

    NOW = "now"
    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one entity.

    kind      label, former, alias, acronym, demonym, people or translation
    language  of the name, empty where it is written alike in all
    valid     when it is used; lives is when its entity exists
    """

    entity: Entity
    name: str
    kind: str
    language: str
    valid: Interval
    lives: Interval

    def when(self, day: date | None) -> When:
        """Whether the name is used on a day, was used before it or only comes into use after it."""
        if day is None or (self.valid.may_contain(day) and self.lives.may_contain(day)):
            return When.NOW
        starts = [span.start.earliest for span in (self.valid, self.lives) if span.start is not None]
        return When.FUTURE if any(start > day + _SLACK for start in starts) else When.PAST


class Match(NamedTuple):
    """A stretch of text that is written like these names; offsets count in the text searched."""

    begin: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def length(self) -> int:
        """How many characters the match has."""
        return self.end - self.begin


class Gazetteer:
    """All names of a set of reference tables, ready to be searched for."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_pattern: dict[str, list[Entry]] = {}
        for entry in entries:
            for spelling in sorted(_spellings(entry.name)):
                found = by_pattern.setdefault(normalized(spelling), [])
                if entry not in found:
                    found.append(entry)
        self._patterns = list(by_pattern)
        self._entries = [tuple(by_pattern[pattern]) for pattern in self._patterns]
        self._fitting = lru_cache(_REMEMBERED)(self._fitting_entries)
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._patterns, matchkind=ahocorasick_rs.MatchKind.Standard
        )

    def __len__(self) -> int:
        return len(self._patterns)

    def matches(self, text: str, language: str = "en", capitals_until: int = 0) -> Iterator[Match]:
        """All matches in a text, overlapping ones too, in the order of their ends.

        Names of other languages than the text's are left out. Before `capitals_until` a name may stand in
        capital letters, as in datelines and old titles.
        """
        plain = normalized(text)
        for index, begin, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            if (begin and plain[begin - 1].isalnum()) or (end < len(plain) and plain[end].isalnum()):
                continue
            fitting = self._fitting(index, text[begin:end], language, begin < capitals_until)
            if fitting:
                yield Match(begin, end, fitting)

    def _fitting_entries(self, index: int, said: str, language: str, loud: bool) -> tuple[Entry, ...]:
        """The entries of a pattern that are written as in the text."""
        return tuple(
            entry
            for entry in self._entries[index]
            if entry.language in ("", "en", language) and _case_fits(said, entry, loud)
        )


def _case_fits(said: str, entry: Entry, loud: bool) -> bool:
    if entry.kind == "acronym":
        return said == entry.name or said.translate(_PLAIN) == entry.name
    wanted = _WORD.findall(entry.name)
    found = _WORD.findall(said)
    if len(found) == 1 < len(wanted):
        return said.isupper()
    if len(wanted) != len(found):
        return all(word[0].isupper() or word in _SMALL for word in found)
    for position, (want, have) in enumerate(zip(wanted, found, strict=True)):
        if _is_acronym(want):
            if have != want and not (loud and have == want.upper()):
                return False
        elif want[0].isupper():
            if not have[0].isupper() and not (position == 0 and want == "The"):
                return False
            if len(have) > 1 and have.isupper() and not loud:
                return False
    return True


def _is_acronym(word: str) -> bool:
    return sum(c.isupper() for c in word) > 1


def _spellings(name: str) -> set[str]:
    """The ways in which a name may be spelt: co-operation and cooperation, UN and United Nations."""
    found = {name}
    for one, other in _VARIANTS:
        for spelling in tuple(found):
            for old, new in ((one, other), (other, one)):
                pattern = rf"(?<![^\W_]){re.escape(old)}" if old[0].isalpha() else re.escape(old)
                if not old[-1].islower():
                    pattern += r"(?![^\W_])"
                found.add(re.sub(pattern, new, spelling))
        if len(found) > 16:
            break
    return found


@lru_cache(maxsize=4)
def gazetteer_of(reference: Reference) -> Gazetteer:
    """The gazetteer of a set of reference tables, made once in a process."""
    return Gazetteer(_entries(reference))


def _turned(name: str) -> str | None:
    """The name of an operation with its other preposition: "Mission in Moldova" for "Mission to Moldova"."""
    for one, other in (("Mission to ", "Mission in "), ("Mission in ", "Mission to ")):
        if one in name:
            return name.replace(one, other)
    return None


def _entries(reference: Reference) -> Iterator[Entry]:
    taken = {dated.text for dated, _ in reference.names()}
    for dated, entity in reference.names():
        if entity.kind not in _SEARCHED or len(dated.text) < 2:
            continue
        known = reference.of(entity)
        mortal = entity.kind in _MORTAL or (known is not None and known.table == "historical_states")
        lives = known.when if known is not None and mortal else Interval()
        kind = dated.kind.value
        yield Entry(entity, dated.text, kind, dated.language, dated.valid, lives)
        turned = _turned(dated.text) if entity.kind is EntityKind.FIELD_OPERATION else None
        if turned is not None and turned not in taken:
            yield Entry(entity, turned, kind, dated.language, dated.valid, lives)
        if (
            kind == "demonym"
            and dated.text[-1] not in "shxzA"
            and dated.text.isalpha()
            and not dated.text.isupper()
        ):
            yield Entry(entity, dated.text + "s", "people", dated.language, dated.valid, lives)
    for row in read_table("more_names"):
        kind, _, local = row["entity"].partition(":")
        if not local:
            yield Entry(
                Entity(EntityKind(kind), row["name"]), row["name"], row["kind"], row["language"], *_ALWAYS
            )
            continue
        named = entity_of(row["entity"], reference)
        if named is None:
            continue
        known = reference.of(named)
        lives = known.when if known is not None and known.table == "historical_states" else Interval()
        yield Entry(named, row["name"], row["kind"], row["language"], Interval(), lives)
