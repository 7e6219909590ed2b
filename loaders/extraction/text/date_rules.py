"""The ways in which texts say a date: each rule reads one of them at a place of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from ....ontology.dates import DateError, Interval, PartialDate
from ...languages.folders import built_in
from ..model import Token
from ..tables import phrases, read_table, words
from .date_periods import MONTH_PARTS, SEASONS, part_of_month, season, weekend
from .tense import tense_at

__all__ = ["JOINS", "DateLine", "Reading", "number_of", "rules_from"]

_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_DAYS: Final = {
    f"{figures}{ending}": day
    for day in range(1, 32)
    for figures in (f"{day}", f"{day:02}")
    for ending in ("", "st", "nd", "rd", "th")
}
_MONTHS: Final = {
    r["word"].casefold(): int(r["value"]) for r in built_in().rows("dates", "en") if r["use"] == "month"
}
_WEEKDAYS: Final = {r["name"].casefold(): int(r["weekday"]) for r in read_table("weekdays")}
_NUMBERS: Final = {r["word"]: int(r["value"]) for r in read_table("numbers")}


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], int, int]]]:
    found: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    for row in read_table("relative_days"):
        phrase = tuple(row["phrase"].split())
        found.setdefault(phrase[0], []).append((phrase, int(row["from"]), int(row["to"])))
    return found


_RELATIVE: Final = _by_first_word()
_STEPS: Final = {"last": -1, "this": 0, "next": 1}
_MODAL_MONTHS: Final = frozenset(("may", "march"))
_BEFORE_MONTH: Final = words("date_words", kind="before month")
_BEFORE_YEAR: Final = words("date_words", kind="before year")
JOINS: Final = words("date_words", kind="joins")
_LONGEST_LIST: Final = 30
_HAPPENED: Final = phrases("date_words", kind="happened")
_HAPPENED_REACH: Final = 6
_ENDS_CLAUSE: Final = frozenset((",", ";", ":", "and", "but", "that", "to"))
_NEAR: Final = {"future": 345, "past": 240}
_HALF_A_YEAR: Final = 183

Reading = tuple[int, Interval]


@dataclass(frozen=True, slots=True)
class DateLine:
    """The words of a sentence in lower case and as they stand, and the day of the dateline."""

    lower: tuple[str, ...]
    raw: tuple[str, ...]
    today: date | None

    @classmethod
    def of(cls, tokens: Sequence[Token], today: date | None) -> DateLine:
        """The words of some tokens."""
        raw = tuple([token.text for token in tokens])
        return cls(tuple([text.casefold().replace("’", "'") for text in raw]), raw, today)

    def at(self, index: int) -> str:
        """The lower-case word at an index, empty outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""


def number_of(word: str) -> int | None:
    """The number that a word or one or two digits say."""
    return int(word) if word.isdecimal() and len(word) < 3 else _NUMBERS.get(word)


def _day(word: str) -> int | None:
    return _DAYS.get(word)


def _month(line: DateLine, index: int) -> int | None:
    month = _MONTHS.get(line.at(index).rstrip("."))
    if month is None or not line.raw[index][0].isupper():
        return None
    return month


def _year(line: DateLine, index: int) -> tuple[int | None, int]:
    """The year that may stand at a place, with a comma or "of" before it, and where it ends."""
    at = index + 1 if line.at(index) in (",", "of") else index
    if _YEAR.fullmatch(line.at(at)):
        return int(line.at(at)), at + 1
    if line.today is not None and line.at(index) in _STEPS and line.at(index + 1) == "year":
        return line.today.year + _STEPS[line.at(index)], index + 2
    return None, index


def _made(year: int, month: int, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except DateError:
        return None


def _nearest(line: DateLine, index: int, month: int, day: int | None) -> PartialDate | None:
    """The day or month in the year that the dateline and the tense suggest."""
    today = line.today
    if today is None:
        return None
    candidates = [d for y in (-1, 0, 1) if (d := _made(today.year + y, month, day)) is not None]
    if not candidates:
        return None

    def distance(of: PartialDate) -> int:
        if of.earliest <= today <= of.latest:
            return 0
        return min(abs((of.earliest - today).days), abs((of.latest - today).days))

    tense = tense_at(line.lower, index)
    if tense:
        fitting = [c for c in candidates if (c.earliest <= today if tense == "past" else c.latest >= today)]
        fitting = [c for c in fitting if distance(c) < _NEAR[tense] and not _is_of_last_year(c, tense, today)]
        candidates = fitting or _before_today(line, index, candidates) or candidates
    return min(candidates, key=distance)


def _is_of_last_year(day: PartialDate, tense: str, today: date) -> bool:
    """Whether it is so long ago, and in another year, that a text would give the year."""
    return tense == "past" and day.year < today.year and (today - day.latest).days > _HALF_A_YEAR


def _before_today(line: DateLine, index: int, candidates: list[PartialDate]) -> list[PartialDate]:
    """The days gone by, where the words before a day say that something happened on it ("took place on")."""
    begin = index - 1
    while begin >= 0 and line.at(begin) not in _ENDS_CLAUSE and index - begin <= _HAPPENED_REACH:
        for phrase in _HAPPENED:
            if tuple(line.lower[begin : begin + len(phrase)]) == phrase:
                return [c for c in candidates if line.today is not None and c.earliest <= line.today]
        begin -= 1
    return []


def _resolved(
    line: DateLine, index: int, ends: tuple[tuple[int, int | None], tuple[int, int | None]], year: int | None
) -> Interval | None:
    (month, day), (other_month, other_day) = ends
    last = _made(year, other_month, other_day) if year else _nearest(line, index, other_month, other_day)
    if last is None:
        return None
    earlier = last.year - (1 if month > other_month else 0)
    first = _made(earlier, month, day)
    if first is None or first.earliest > last.latest:
        return None
    return Interval(first, last)


def _skip_weekday(line: DateLine, index: int) -> int:
    if line.at(index) in _WEEKDAYS:
        return index + 2 if line.at(index + 1) == "," else index + 1
    return index


def day_month(line: DateLine, index: int) -> Reading | None:
    """As in "24 November, 2006", "Monday, 5 April", "the 12th of May"."""
    at = _skip_weekday(line, index)
    day = _day(line.at(at))
    if day is None:
        return None
    at += 2 if line.at(at + 1) == "of" else 1
    month = _month(line, at)
    if month is None:
        return None
    year, end = _year(line, at + 1)
    interval = _resolved(line, index, ((month, day), (month, day)), year)
    return (end, interval) if interval else None


def days_month(line: DateLine, index: int) -> Reading | None:
    """As in "7 and 8 September", "14 – 19 August", "24 to 29 September 2024"."""
    day = _day(line.at(index))
    if day is None:
        return None
    last, at = day, index
    farthest = index + _LONGEST_LIST
    while at < farthest and line.at(at + 1) in JOINS and (following := _day(line.at(at + 2))) is not None:
        last, at = following, at + 2
        if line.at(at + 1) == "," and line.at(at + 2) == "and":
            at += 1
    month = _month(line, at + 1)
    if month is None or last <= day:
        return None
    year, end = _year(line, at + 2)
    interval = _resolved(line, index, ((month, day), (month, last)), year)
    return (end, interval) if interval else None


def from_month_to_month(line: DateLine, index: int) -> Reading | None:
    """As in "30 August to 3 September 2014", "from Monday, 28 May, to Friday, 1 June"."""
    at = _skip_weekday(line, index)
    day, month = _day(line.at(at)), _month(line, at + 1) if at + 1 < len(line.raw) else None
    if day is None or month is None:
        return None
    own, at = _year(line, at + 2)
    at += 1 if line.at(at) == "," else 0
    if line.at(at) not in JOINS:
        return None
    at = _skip_weekday(line, at + 1)
    last = _day(line.at(at))
    other = _month(line, at + 1) if last and at + 1 < len(line.raw) else None
    if last is None or other is None:
        return None
    year, end = _year(line, at + 2)
    if own and year:
        first, final = _made(own, month, day), _made(year, other, last)
        return (end, Interval(first, final)) if first and final and first <= final else None
    interval = _resolved(line, index, ((month, day), (other, last)), year)
    return (end, interval) if interval else None


def month_day(line: DateLine, index: int) -> Reading | None:
    """As in "September 14, 2006", "May 3-5"."""
    month = _month(line, index)
    day = _day(line.at(index + 1))
    if month is None or day is None or line.at(index - 1).isdigit():
        return None
    at, last = index + 2, day
    if line.at(at) in ("-", "–", "and", "to") and (following := _day(line.at(at + 1))) and following > day:
        at, last = at + 2, following
    year, end = _year(line, at)
    interval = _resolved(line, index, ((month, day), (month, last)), year)
    return (end, interval) if interval else None


def month_alone(line: DateLine, index: int) -> Reading | None:
    """As in "April 2018", "in June", "last May"."""
    month = _month(line, index)
    if month is None or _day(line.at(index - 1)) is not None:
        return None
    year, end = _year(line, index + 1)
    before = line.at(index - 1)
    if year is None and before not in _BEFORE_MONTH:
        return None
    if year is None and line.lower[index] in _MODAL_MONTHS and before in ("and", "by", "of", "this"):
        return None
    if year is None and line.today is not None and before in ("last", "next"):
        same = (line.today.year, line.today.month)
        year = same[0]
        if before == "last" and month >= same[1]:
            year -= 1
        elif before == "next" and month <= same[1]:
            year += 1
    if year is None and line.today is not None and line.at(0) == "next" and line.at(1) == "year":
        year = line.today.year + 1
    if year is None:
        nearest = _nearest(line, index, month, None)
        return (end, Interval(nearest, nearest)) if nearest else None
    made = _made(year, month, None)
    return (end, Interval(made, made)) if made else None


def year_alone(line: DateLine, index: int) -> Reading | None:
    """As in "in 2003"."""
    if not _YEAR.fullmatch(line.at(index)) or line.at(index - 1) not in _BEFORE_YEAR:
        return None
    year = PartialDate(int(line.lower[index]))
    return index + 1, Interval(year, year)


def relative_day(line: DateLine, index: int) -> Reading | None:
    """As in "today", "yesterday", "this morning", "today and tomorrow"."""
    if line.today is None:
        return None
    best: Reading | None = None
    for phrase, first, last in _RELATIVE.get(line.lower[index], ()):
        end = index + len(phrase)
        if line.lower[index:end] == phrase and (best is None or end > best[0]):
            start, stop = (line.today + timedelta(days=n) for n in (first, last))
            best = end, Interval(PartialDate.of(start), PartialDate.of(stop))
    return best


def weekday(line: DateLine, index: int) -> Reading | None:
    """As in "on Monday", "last Friday", "Thursday and Friday"."""
    wanted = _WEEKDAYS.get(line.lower[index])
    if wanted is None or line.today is None:
        return None
    before = line.at(index - 1)
    if before == "last":
        tense = "past"
    elif before == "next":
        tense = "future"
    else:
        tense = tense_at(line.lower, index)
    day = _weekday_near(line.today, wanted, tense, strictly=before in ("last", "next"))
    end, days = index + 1, 0
    if line.at(end) in ("and", "to", "until", "through", "-", "–") and line.at(end + 1) in _WEEKDAYS:
        days = (_WEEKDAYS[line.at(end + 1)] - wanted) % 7
        end += 2
    week = end + 1 if line.at(end) == "of" else end
    if line.at(week) in _STEPS and line.at(week + 1) == "week":
        monday = line.today - timedelta(days=line.today.weekday()) + timedelta(weeks=_STEPS[line.at(week)])
        day, end = monday + timedelta(days=wanted), week + 2
    last = day + timedelta(days=days)
    return end, Interval(PartialDate.of(day), PartialDate.of(last))


def _weekday_near(today: date, wanted: int, tense: str, *, strictly: bool) -> date:
    back = (today.weekday() - wanted) % 7
    ahead = (wanted - today.weekday()) % 7
    if strictly and back == 0:
        back = ahead = 7
    if tense == "past" or (not tense and back <= ahead):
        return today - timedelta(days=back)
    return today + timedelta(days=ahead)


def relative_period(line: DateLine, index: int) -> Reading | None:
    """As in "last week", "next month", "earlier this year"."""
    today, word = line.today, line.lower[index]
    if today is None or word not in _STEPS:
        return None
    step = _STEPS[word]
    unit = line.at(index + 1)
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return index + 2, Interval(PartialDate.of(monday), PartialDate.of(monday + timedelta(days=6)))
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        point = PartialDate(months // 12, months % 12 + 1)
        return index + 2, Interval(point, point)
    if unit == "year":
        point = PartialDate(today.year + step)
        return index + 2, Interval(point, point)
    return None


def so_long_ago(line: DateLine, index: int) -> Reading | None:
    """As in "two days ago", "thirteen years to the day after", "ten years ago today"."""
    number, unit, today = number_of(line.lower[index]), line.at(index + 1), line.today
    if number is None or today is None:
        return None
    after = line.at(index + 2)
    if unit in _LENGTHS and line.lower[index + 2 : index + 4] == ("from", "now"):
        return index + 4, Interval.on(today + timedelta(days=number * _LENGTHS[unit]))
    if unit in ("day", "days") and after in ("ago", "earlier", "before"):
        return index + 3, Interval.on(today - timedelta(days=number))
    if unit not in ("year", "years"):
        return None
    to_the_day = line.lower[index + 2 : index + 5] == ("to", "the", "day")
    if to_the_day or (after == "ago" and line.at(index + 3) == "today"):
        point = _made(today.year - number, today.month, today.day)
        return (index + (5 if to_the_day else 4), Interval(point, point)) if point else None
    if after == "ago":
        point = PartialDate(today.year - number)
        return index + 3, Interval(point, point)
    return None


_LENGTHS: Final = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_Rule = Callable[[DateLine, int], Reading | None]


@lru_cache(maxsize=10_000)
def rules_from(word: str) -> tuple[_Rule, ...]:
    """The rules for the dates that can begin with a word in lower case, none for most words.

    >>> [rule.__name__ for rule in rules_from("june")], rules_from("well")
    (['month_day', 'month_alone'], ())
    """
    numbered = bool(word) and word[0].isdigit()
    is_weekday = word in _WEEKDAYS
    is_month = word in _MONTHS
    chosen: dict[_Rule, bool] = {
        day_month: numbered or is_weekday,
        days_month: numbered,
        from_month_to_month: numbered or is_weekday,
        month_day: is_month,
        month_alone: is_month,
        year_alone: numbered,
        relative_day: word in _RELATIVE,
        weekday: is_weekday,
        relative_period: word in _STEPS,
        weekend: word in _STEPS or word in ("weekend", "past", "coming"),
        season: word in _STEPS or word in SEASONS,
        part_of_month: word in MONTH_PARTS,
        so_long_ago: numbered or word in _NUMBERS,
    }
    return tuple(rule for rule, fits in chosen.items() if fits)
