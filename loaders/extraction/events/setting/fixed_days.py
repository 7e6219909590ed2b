"""Days that a name or a year beside it fixes: a named day of the calendar, a conference of some year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from .....ontology.dates import Interval, PartialDate
from .....ontology.facts import EntityKind, EventKind
from ...clauses.line import Line, What
from ...clauses.words import BE
from ...tables import read_table, words
from ...text.date_periods import SEASONS
from ..draft import Draft
from ..phrases import EventMention
from ..spoken import phase_words
from .dated import is_year
from .scope import is_background

__all__ = ["day_of_name", "is_season", "of_year", "subject_of_verb"]

_DAYS: Final = {r["name"]: (int(r["month"]), int(r["day"])) for r in read_table("named_days")}
_FAR: Final = timedelta(days=31)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_HELD_IN: Final = BE | {"held", "had", "been", "that", "which", "in", "at", "the", ","}
_LEADS: Final = frozenset(("in", "at"))
_OF_A_YEAR: Final = frozenset(("in", "of"))
_BEGINS, _ENDS = phase_words()
_FINITE: Final = words("event_words", kind="takes place") | words("event_words", kind="begun or ended")
_HELD: Final = (
    _FINITE | words("event_words", kind="held") | _BEGINS | _ENDS | {"played", "staged", "performed"}
)
_PARTING: Final = frozenset((";", ":", "and", "but", "that", "which", "who", "whose", "when", "where"))
_NEW_CLAUSE: Final = frozenset((";", ":"))
_VERB_REACH: Final = 7
_NO_YEAR: Final = frozenset((EventKind.ELECTION, EventKind.APPOINTMENT))


def day_of_name(draft: Draft, today: date | None) -> Interval | None:
    """The day of the calendar that a name fixes, about the time of the release ("World Water Day")."""
    if draft.noun != "day" or today is None:
        return None
    name = " ".join(word for word in draft.name().casefold().replace("’", "'").split() if word != "the")
    fixed = _DAYS.get(name)
    if fixed is None:
        return None
    days = (date(today.year + step, *fixed) for step in (-1, 0, 1))
    nearest = min(days, key=lambda day: abs(day - today))
    return Interval.on(nearest) if abs(nearest - today) <= _FAR else None


def is_season(line: Line, index: int) -> bool:
    """Whether a date item is a season of a year ("next spring"), or a year to come ("later this year")."""
    told = line.at(index)
    if told == "next year" or (told == "this year" and line.at(index - 1) == "later"):
        return len(line.dates) == 1
    return not SEASONS.keys().isdisjoint(line.at(index).split())


def of_year(line: Line, placed: Sequence[tuple[EventMention, Draft]], today: date | None) -> None:
    """Gives occasions the year that is told of them, where no day is.

    As in "the Water Forum in <Asp> in 2003", "the Fair of 2003", "the 2003 Water Forum", if it has a name.
    """
    _year_of_holding(line, placed)
    for mention, draft in placed:
        named = mention.is_named or mention.entity is not None or draft.kind is EventKind.MINISTERIAL_COUNCIL
        if mention.acts or draft.is_dated or not named or draft.kind in _NO_YEAR:
            continue
        year = _year_behind(line, mention) or _year_in(line, mention)
        if year is not None and (today is None or year.start != PartialDate(today.year)):
            draft.on = year


def _year_of_holding(line: Line, placed: Sequence[tuple[EventMention, Draft]]) -> None:
    """As in "a conference that was held in Linden in 2003": a year alone, which is told of nothing else."""
    for index, expression in line.dates:
        if not is_year(expression) or line.at(index - 1) != "in":
            continue
        opened = next((d for m, d in placed if _is_opened_in(line, m, index)), None)
        if opened is not None and not opened.is_dated:
            opened.on = expression.interval
        before = [p for p in placed if not p[0].acts and p[0].last <= index - 1]
        latest = max(before, key=lambda p: p[0].last, default=None)
        if latest is None or latest[1].is_dated:
            continue
        between = line.items[latest[0].last : index - 1]
        if "held" in line.lower[latest[0].last : index] and all(
            item.what is not What.WORD or item.lower in _HELD_IN for item in between
        ):
            latest[1].on = expression.interval


def _is_opened_in(line: Line, mention: EventMention, index: int) -> bool:
    """As in "a library was opened in Asp in 2003": the place alone stands between."""
    place = line.items[index - 2].entity if index - 2 > mention.head else None
    told = mention.acts and mention.kind is EventKind.CEREMONY and line.at(index - 3) in ("in", "at")
    return told and mention.head == index - 4 and place is not None and place.kind is EntityKind.PLACE


def _year_behind(line: Line, mention: EventMention) -> Interval | None:
    at = mention.last
    place = line.items[at + 1].entity if line.at(at) in _LEADS and at + 1 < len(line.items) else None
    if place is not None and place.kind in (EntityKind.PLACE, EntityKind.STATE):
        at += 2
    at += line.at(at) == ","
    year = line.items[at + 1].date if at + 1 < len(line.items) else None
    return year.interval if year is not None and is_year(year) and line.at(at) in _OF_A_YEAR else None


def _year_in(line: Line, mention: EventMention) -> Interval | None:
    told = next((w for w in line.lower[mention.first : mention.first + 2] if _YEAR.fullmatch(w)), None)
    return Interval(PartialDate(int(told)), PartialDate(int(told))) if told else None


def subject_of_verb(
    line: Line, index: int, placed: Sequence[tuple[EventMention, Draft]]
) -> tuple[EventMention, Draft] | None:
    """The occasion with which a sentence begins, where a day or place follows the verb that tells of it.

    As in "A seminar that was planned on the occasion of the fair was held in <Asp> yesterday".
    """
    first = min((p for p in placed if not p[0].acts), key=lambda p: p[0].first, default=None)
    if first is None or first[0].first > line.start + 1 or first[0].last > index:
        return None
    for verb in range(index - 1, max(first[0].last, index - _VERB_REACH), -1):
        if line.at(verb) in _PARTING:
            return None
        passive = line.at(verb) in _HELD and line.at(verb - 1) in BE
        if passive or (line.at(verb) == "place" and line.at(verb - 1) in ("took", "takes")):
            return first if _is_of_subject(line, verb - 2, first, placed) else None
    return None


def _is_of_subject(
    line: Line,
    end: int,
    first: tuple[EventMention, Draft],
    placed: Sequence[tuple[EventMention, Draft]],
) -> bool:
    """Whether no other subject stands between the first occasion and the verb behind an index."""
    between = line.lower[first[0].last : end + 1]
    if not _NEW_CLAUSE.isdisjoint(between) or line.at(end) in _PARTING:
        return False
    return not any(
        p[0].last >= end
        and p[0].head <= end
        and not p[0].acts
        and not is_background(line, p[0])
        and p[1].noun != "day"
        for p in placed
        if p[0] is not first[0]
    )
