"""Reads how many people, or States and organizations that sent them, a line speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ...clauses.line import Line, What
from ...clauses.words import AUXILIARIES, DETERMINERS
from ...tables import read_table, words

__all__ = ["ORIGINS", "PEOPLE", "Counted", "counted", "neighbours", "start_of_people"]

PEOPLE: Final = words("attendance_words", kind="people")
ORIGINS: Final = words("attendance_words", kind="origin")
_NOUNS: Final = PEOPLE | ORIGINS
_WORDS: Final = {
    row["word"]: int(row["value"]) for name in ("numbers", "count_words") for row in read_table(name)
}
_SCALES: Final = frozenset(("hundred", "thousand", "dozen"))
_OPENING: Final = frozenset(_WORDS) | {"a"}
_FIGURES: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,6}")
_RANGE: Final = frozenset(("to", "-", "–", "and", "or"))
_LONGEST_PHRASE: Final = 6
_STOPS: Final = (
    DETERMINERS
    | AUXILIARIES
    | frozenset(
        "to from in at on by for with of or but that which who whose where when while than as not per".split()  # noqa: SIM905
    )
)
_BOUNDS: Final = {tuple(row["phrase"].split()): row["bound"] for row in read_table("count_phrases")}
_LONGEST_BOUND: Final = max(map(len, _BOUNDS))


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with the words for those whom it counts.

    begin, people, end  the items at which the whole begins, the words begin, and both end
    origin              whether what sent people is counted, not the people
    """

    begin: int
    people: int
    end: int
    least: int | None
    most: int | None
    origin: bool


def counted(line: Line) -> Iterator[Counted]:
    """The numbers of a line that count people or what sent them, from left to right."""
    if line.words.isdisjoint(_NOUNS):
        return
    after = line.start
    for at in [
        i for i, word in enumerate(line.lower) if word in _OPENING or "-" in word or word[:1].isdigit()
    ]:
        number = _number(line, at) if at >= after else None
        if number is None:
            continue
        value, end = number
        other = _number(line, end + 1) if line.at(end) in _RANGE else None
        low, high = value, value
        if other is not None and (line.at(end) != "and" or line.at(at - 1) == "between") and other[0] > value:
            high, end = other[0], other[1]
        found = _people(line, end)
        if found is None:
            after = end
            continue
        begin, bound = _bound(line, at, is_range=high > low)
        yield Counted(
            begin,
            end,
            found,
            None if bound == "most" else low,
            None if bound == "least" else high,
            line.at(found - 1) in ORIGINS,
        )
        after = found


def _number(line: Line, at: int) -> tuple[int, int] | None:
    """The number that begins at an index, in figures or words, and where it ends."""
    text = line.at(at)
    if not text or line.items[at].what is not What.WORD:
        return None
    if text[0].isdigit():
        return (int(text.replace(",", "")), at + 1) if _FIGURES.fullmatch(text) else None
    total = part = 0
    end = at
    if text == "a" and line.at(at + 1) in _SCALES:
        end, part = at + 1, 1
    while (value := _in_words(line.at(end))) is not None or (
        line.at(end) == "and" and end > at and line.at(end - 1) in _SCALES and _in_words(line.at(end + 1))
    ):
        if value is None:
            end += 1
            continue
        if line.at(end) in _SCALES:
            part = max(part, 1) * value
            if value > 100:
                total, part = total + part, 0
        else:
            part += value
        end += 1
    return (total + part, end) if end > at and total + part > 1 else None


def _in_words(text: str) -> int | None:
    """What a word, or two with a hyphen, counts ("twenty-five")."""
    if text in _WORDS:
        return _WORDS[text]
    tens, _, ones = text.partition("-")
    return _WORDS[tens] + _WORDS[ones] if tens in _WORDS and ones in _WORDS else None


def _bound(line: Line, at: int, *, is_range: bool) -> tuple[int, str]:
    """Where the words begin that say how exact the number at an index is, and what they make of it."""
    for length in range(_LONGEST_BOUND, 0, -1):
        begin = at - length
        bound = _BOUNDS.get(line.lower[begin:at]) if begin >= line.start else None
        if bound is not None and (is_range or bound != "range"):
            return begin, bound
    return at, "exact"


def _people(line: Line, at: int) -> int | None:
    """Where the words end that say who is counted, which begin at an index."""
    for index in range(at, min(len(line.items), at + _LONGEST_PHRASE)):
        item = line.items[index]
        if item.lower in _NOUNS:
            if line.at(index + 1) in _NOUNS:
                continue
            return _whole(line, index + 1)
        named = item.mention is not None
        if item.what is What.DATE or item.what is What.QUOTE or item.lower in _STOPS:
            return None
        joins = item.lower == "and" and index > at and line.items[index - 1].mention is not None
        if not (named or joins or item.lower.replace("-", "").isalpha()):
            return None
        if item.lower == "and" and not joins:
            return None
    return None


def _whole(line: Line, end: int) -> int:
    """Past "of the Parliament", and past those who are counted together ("judges, lawyers and others")."""
    while True:
        at = end
        if line.at(end) == "of" and line.at(end - 1) in PEOPLE:
            named = end + 2 if line.at(end + 1) == "the" else end + 1
            if named < len(line.items) and line.items[named].entity is not None:
                end = named + 1
        joined = end + 1 + (line.at(end) == "," and line.at(end + 1) == "and")
        if line.at(end) in (",", "and", "&") and _number(line, joined) is None and joined < len(line.items):
            other = _uncounted(line, joined)
            end = other if other is not None else end
        if end == at:
            return end


def _uncounted(line: Line, at: int) -> int | None:
    """Where a short phrase for people ends that has no number of its own."""
    for index in range(at, min(len(line.items), at + 4)):
        lower = line.at(index)
        if lower in PEOPLE:
            return index + 1 if line.at(index + 1) not in PEOPLE else index + 2
        if lower in _STOPS or lower == "and" or _number(line, index) or _bound_at(line, index):
            return None
        if not (line.items[index].mention is not None or lower.replace("-", "").isalpha()):
            return None
    return None


def _bound_at(line: Line, at: int) -> bool:
    return any(line.lower[at : at + length] in _BOUNDS for length in range(1, _LONGEST_BOUND + 1))


def start_of_people(line: Line, end: int) -> int | None:
    """Where a phrase for people without a number begins that ends at an index; None without one."""
    if line.at(end - 1) not in PEOPLE:
        return None
    begin = end - 1
    while begin > line.start and end - begin < _LONGEST_PHRASE - 2:
        before = line.items[begin - 1]
        if before.what is not What.WORD or before.lower in _STOPS or not before.lower.isalpha():
            break
        if before.lower == "and" or before.lower.endswith(("ed", "ing")) or before.lower in ("together",):
            break
        begin -= 1
    return begin


def neighbours(found: tuple[Counted, ...], line: Line) -> Iterator[tuple[Counted, ...]]:
    """Those that are said of one verb: joined by "and", or one "from" or "of" another."""
    group: list[Counted] = []
    for one in found:
        if group and not _joins(line, group[-1], one):
            yield tuple(group)
            group = []
        group.append(one)
    if group:
        yield tuple(group)


def _joins(line: Line, first: Counted, second: Counted) -> bool:
    between = line.lower[first.end : second.begin]
    return between in _JOINTS


_JOINTS: Final = frozenset(
    ((",",), ("and",), (",", "and"), ("as", "well", "as"), ("from",), ("of",), ("representing",), ("or",))
)
