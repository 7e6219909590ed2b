"""Dates as the pages of the site write them, in its languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from ..ontology.facts import Span
from .languages.folders import Languages, built_in, current

__all__ = ["WEEKDAY", "DateWords", "english_months", "english_ordinals", "find_date", "near"]

_FIRST_YEAR: Final = 1972
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY: Final = rf"(?:{'|'.join(_WEEK)})\w{{0,6}}"
"""An English day of the week, whole or cut short; case does not count."""
_WEEKDAY: Final = re.compile(rf"(?<!\w)(?P<day>{WEEKDAY}),?\s*$", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+")
_LONGEST: Final = 20
_BETWEEN: Final = 5
_DAY_GROUPS: Final = ("day", "day2", "d3", "d4", "d5", "d6")
_MONTH_GROUPS: Final = ("month", "month2", "month5", "month6")
_YEAR_GROUPS: Final = ("year", "year2", "y3", "y4", "y5")


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date as a text says it: `date` is None where the words give no day, and `problem` says why."""

    span: Span
    said: str
    day: int
    month: int
    year: int | None = None
    date: date | None = None
    problem: str | None = None


@cache
def _months(languages: Languages) -> Mapping[str, int]:
    rows = (row for row in languages.rows("dates") if row["use"] in ("month", "short month"))
    return MappingProxyType({_key(row["word"]): int(row["value"]) for row in rows})


def _key(name: str) -> str:
    return name.casefold().replace("ı", "i").replace("i\u0307", "i")


@cache
def _pattern(languages: Languages) -> re.Pattern[str]:
    def one_of(words: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))

    def used(use: str) -> str:
        return one_of(languages.words("dates", use))

    months = (languages.words("dates", use) for use in ("month", "short month"))
    names, of, ordinal = one_of(set().union(*months)), used("of"), used("ordinal")
    day = rf"(?<![\d/.])(?:\d{{1,2}}\.?\s?[-–/]\s?)?(?P<day>\d{{1,2}})(?:\.?\s?(?:{ordinal})(?!\w)|\.)?"
    after = rf"(?:\s{{0,2}}(?:{used('year')})(?!\w))?"
    year = rf"(?:\.?[,\s]\s{{0,3}}(?:(?:{of})\s)?(?P<year>\d{{3,4}})(?!\d){after})?"
    month_first = rf"(?P<day2>\d{{1,2}})(?:{ordinal})?(?!\d)(?:,?\s{{1,3}}(?P<year2>\d{{4}})(?!\d))?"
    return re.compile(
        rf"{day}[\s\u00a0]{{0,3}}(?:(?:{of})\s)?(?P<month>{names})(?!\w){year}"
        rf"|(?<!\w)(?P<month2>{names})(?!\w)\.?\s{{1,3}}{month_first}"
        rf"|(?<!\d)(?P<y5>\d{{4}})(?:\.|\s?(?:{used('year before')}))\s{{1,2}}(?:"
        rf"(?P<month5>{names})(?!\w)\s{{1,2}}(?P<d5>\d{{1,2}})(?!\d)\.?|(?P<d6>\d{{1,2}})[.-]?\s{{0,2}}(?P<month6>{names})(?!\w))"
        r"|(?<![\d-])(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)(?![\d])"
        r"|(?<![\d./])(?P<d4>\d{1,2})(?P<sep>[./])(?P<m4>\d{1,2})(?P=sep)(?P<y4>\d{4})(?!\d)",
        re.IGNORECASE,
    )


@cache
def english_months() -> str:
    """The English months, whole or cut short, as a pattern."""
    names = {word for use in ("month", "short month") for word in built_in().words("dates", use, "en")}
    return rf"(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))})\.?"


@cache
def english_ordinals() -> str:
    """What stands behind the number of a day in English (1st, 2nd), as a pattern."""
    return "|".join(sorted(built_in().words("dates", "ordinal", "en")))


def _dates(text: str, begin: int, stop: int) -> Iterator[re.Match[str]]:
    """The matches of the pattern in their order: each begins with a number, or with the month before one."""
    languages = current()
    months, pattern = _months(languages), _pattern(languages)
    for number in _NUMBER.finditer(text, begin, stop):
        at = number.start()
        month = _month_before(text, begin, at, months)
        found = pattern.match(text, month, stop) if month is not None else None
        found = found or pattern.match(text, at, stop)
        if found is not None:
            yield found


def _month_before(text: str, begin: int, at: int, months: Mapping[str, int]) -> int | None:
    """Where the name of a month begins that stands right before a number."""
    if at == begin or not text[at - 1].isspace():
        return None
    end = at - 1
    while end > begin and not text[end - 1].isalpha() and at - end < _BETWEEN:
        end -= 1
    start = end
    while start > begin and text[start - 1].isalpha() and end - start < _LONGEST:
        start -= 1
    return start if _key(text[start:end]) in months else None


def find_date(text: str, begin: int = 0, end: int | None = None) -> DateWords | None:
    """The first date with a day and a month between two offsets of a text.

    >>> str(find_date("GENÈVE, 13 juin 2014 – Une").date), find_date("WARSAW, 30 June – The").date
    ('2014-06-13', None)
    >>> find_date("VIENNA, 31 February 2006 – The").problem
    'no day of the calendar'
    """
    stop = len(text) if end is None else end
    match = next(_dates(text, begin, stop), None) if _NUMBER.search(text, begin, stop) else None
    if match is None:
        return None
    groups = match.groupdict()
    day = int(next(filter(None, map(groups.get, _DAY_GROUPS))))
    name = next(filter(None, map(groups.get, _MONTH_GROUPS)), None)
    month = _months(current())[_key(name)] if name else int(groups["m3"] or groups["m4"])
    if groups["d4"] and _american(text[: match.start()], int(groups["y4"]), month, day):
        day, month = month, day
    written = next(filter(None, map(groups.get, _YEAR_GROUPS)), None)
    said = match[0].strip()
    span = Span(match.start(), match.start() + len(match[0].rstrip()))
    if written is None:
        return DateWords(span, said, day, month, problem="no year")
    year = int(written)
    if year < _FIRST_YEAR:
        return DateWords(span, said, day, month, year, problem=f"the year {written} lies before the OSCE")
    try:
        found = date(year, month, day)
    except ValueError:
        return DateWords(span, said, day, month, year, problem="no day of the calendar")
    return DateWords(span, said, day, month, year, found)


def _american(before: str, year: int, month: int, day: int) -> bool:
    """Whether a date of figures has its month first: only so is it a day, or on the weekday that it names."""
    try:
        first = date(year, day, month)
    except ValueError:
        return False
    try:
        second = date(year, month, day)
    except ValueError:
        return True
    named = _WEEKDAY.search(before[-14:])
    if named is None:
        return False
    weekday = _WEEK.index(named["day"][:3].lower())
    return second.weekday() != weekday == first.weekday()


def near(words: DateWords, other: date | None) -> date | None:
    """The day of a date without a year, in the year that brings it nearest to another day.

    >>> near(find_date("VIENNA, 30 December – The"), date(2007, 1, 3))
    datetime.date(2006, 12, 30)
    """
    if other is None or words.year is not None:
        return words.date
    days: list[date] = []
    for year in (other.year - 1, other.year, other.year + 1):
        try:
            days.append(date(year, words.month, words.day))
        except ValueError:
            continue
    return min(days, key=lambda day: abs(day - other), default=None)
