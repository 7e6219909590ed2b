"""When occasions take place: each date and duration goes to the nearest phrase of its clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import inf
from typing import Final

from .....ontology.dates import Interval, PartialDate
from .....ontology.facts import EventKind
from ...clauses.line import Line, What
from ...clauses.words import BE, MODALS
from ...model import Context, Part
from ...tables import words
from ...text.dates import DateExpression, spread
from ..draft import Draft
from ..phrases import EventMention
from ..spoken import phase_words
from .dated import is_year
from .days_before import count_days, goes_on_to, is_since_day, is_week, tell_by_line, tell_by_others
from .fixed_days import is_season, of_year, subject_of_verb
from .scope import behind, is_apart
from .times_told import (
    attach_days_after,
    move_days,
    share_days,
    share_with_clause,
    share_with_what_follows,
)

__all__ = [
    "Placed",
    "attach_times",
    "days_of",
    "nearest_mention",
    "placed_by_line",
    "subject_before",
    "within_reach",
]

_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_BEGINS, _ENDS = phase_words()
_ORDINAL_DAYS: Final = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LAST_DAY: Final = frozenset((day, "day", "of") for day in ("last", "final", "closing"))
_FARTHEST: Final = 16.0
_CHEAPEST: Final = 0.35
_NEAR_DAYS: Final = 7
_PHASE_REACH: Final = 8
_ON: Final = frozenset(("on", "of", "from", "for", "between", "in"))
_HOPES: Final = frozenset(("said", "hoped", "hopes", "hope", "recent", "that", "urged", "asked"))
_GENERIC_REACH: Final = 6
_GOING_ON: Final = words("event_words", kind="goes on")
_ARRIVES: Final = frozenset(("arrived", "arrives"))
_AT: Final = frozenset(("at", "in", "during"))
_GETS: Final = frozenset(("got", "gets", "get"))
_THOSE_THERE: Final = words("event_words", kind="those there")
_HOLDS: Final = words("event_words", kind="holds")
_PARTING: Final = _SUBORDINATORS | BE | MODALS | {"and", "but", "ahead"}

Placed = tuple[EventMention, Draft]


def nearest_mention(
    line: Line, index: int, placed: Sequence[Placed], farthest: float = _FARTHEST
) -> Placed | None:
    """The event phrase of a line to which what stands at an index belongs; None where all are too far."""
    best: tuple[float, Placed] | None = None
    placed = within_reach(index, placed, farthest)
    for mention, draft in placed:
        limit = farthest if best is None else best[0]
        cost = _cost(line, index, mention, placed, limit)
        if cost <= farthest and (best is None or cost < best[0]):
            best = cost, (mention, draft)
    return best[1] if best is not None else None


def within_reach(index: int, placed: Sequence[Placed], farthest: float = _FARTHEST) -> list[Placed]:
    """The event phrases that are not too far from an index for `nearest_mention`."""
    reach = farthest / _CHEAPEST
    return [p for p in placed if index - p[0].last <= reach and p[0].first - index - 1 <= reach]


def _cost(
    line: Line, index: int, mention: EventMention, placed: Sequence[Placed], limit: float = inf
) -> float:
    """How far a phrase is from an index, or some cost over the limit where it is farther than that."""
    if mention.first <= index < mention.last:
        return 0.0
    first, last = (behind(line, mention), index) if index >= mention.last else (index + 1, mention.first)
    cost = 0.0 if index >= mention.last else 3.0
    for at in range(first, last):
        lower = line.at(at)
        if lower in (";", ":"):
            cost += 12
        elif lower in (",", "(", ")", "–", "—"):
            cost += 1.5
        elif lower in ("and", "but") and line.at(at - 1) == ",":
            cost += 5
        elif lower in _SUBORDINATORS and not (at == first or (at == first + 1 and line.at(first) == ",")):
            cost += 3.5
        elif line.items[at].what is What.QUOTE:
            cost += 1
        else:
            cost += _CHEAPEST
        if cost > limit:
            return cost
    for other, _ in placed:
        if other is not mention and first <= other.head < last:
            cost += 3 if not other.acts else 1.5
    return cost


def placed_by_line(drafts: Sequence[Draft]) -> Mapping[int, list[Placed]]:
    """For each line, the event phrases in it with their occasions."""
    placed: defaultdict[int, list[Placed]] = defaultdict(list)
    for draft in drafts:
        for mention in draft.mentions:
            placed[mention.line].append((mention, draft))
    return placed


def attach_times(context: Context, found: Sequence[Line], drafts: Sequence[Draft]) -> None:
    """Gives each date and duration of the body to the occasion whose phrase is nearest."""
    by_line = placed_by_line(drafts)
    for number, line in enumerate(found):
        placed = by_line.get(number, [])
        if not placed:
            _durations(line, by_line.get(number - 1) or by_line.get(number + 1, []))
            _until(line, by_line.get(number - 1, ()))
        if not placed or line.sentence.part is Part.TITLE:
            continue
        chosen = []
        for index, expression in line.dates:
            if is_year(expression) and not is_season(line, index):
                continue
            told_of = [p for p in within_reach(index, placed) if _is_told_of(line, index, p[0])]
            nearest = subject_of_verb(line, index, placed) or nearest_mention(line, index, told_of)
            nearest = nearest or _of_main_verb(line, index, placed)
            if nearest is not None:
                nearest = _announced(line, index, nearest, placed) or nearest
                chosen.append((_cost(line, index, nearest[0], placed), index, expression, nearest))
        for _, index, expression, nearest in sorted(chosen, key=lambda c: (c[0], c[1])):
            _date(line, index, expression, *nearest)
        share_days(line, placed)
        move_days(line, placed)
        share_with_clause(line, placed)
        share_with_what_follows(line, placed)
        attach_days_after(found, number, placed)
        _last_day_today(context, line, placed)
        tell_by_line(context, found, number, by_line)
        _durations(line, placed)
        of_year(line, placed, context.today)
    tell_by_others(found, drafts)


def _of_main_verb(line: Line, index: int, placed: Sequence[Placed]) -> Placed | None:
    """The far occasion of a day with which the sentence begins, or that says when its subject began or ended.

    As in "From 1 to 3 May, under ..., A held a course", "A course on ..., paid for by ..., began on 1 May".
    """
    if index > line.start + 1:
        return subject_before(line, index, placed)
    told = [p for p in placed if not p[0].acts and p[0].first > index and _is_told_of(line, index, p[0])]
    return min(told, key=lambda p: p[0].first, default=None)


def subject_before(line: Line, index: int, placed: Sequence[Placed]) -> Placed | None:
    """The occasion with which the sentence begins, where a day follows the verb behind a long insertion."""
    verb = index - 1 - (line.at(index - 1) in ("on", "from", "during", "between"))
    before = verb - 1 - (line.at(verb - 1) in BE)
    happens = line.at(verb) in _BEGINS or line.at(verb) in _ENDS or line.at(verb) in ("place", "held")
    if not happens or line.at(before) != ",":
        return None
    told = [p for p in placed if not p[0].acts and p[0].first <= line.start + 1]
    return min(told, key=lambda p: p[0].first, default=None)


def _until(line: Line, before: Sequence[Placed]) -> None:
    """As in "Until 5 May, the participants will discuss": when the occasion of the sentence before ends."""
    latest = max(before, key=lambda p: p[0].head, default=None)
    if latest is None or not line.has_any(_THOSE_THERE):
        return
    for index, expression in line.dates:
        if expression.bound == "until" and index <= line.start + 1 and latest[1].ends is None:
            latest[1].ends = expression.interval
            if latest[1].begins is None:
                latest[1].begins, latest[1].on = latest[1].on, None


def _announced(line: Line, index: int, nearest: Placed, placed: Sequence[Placed]) -> Placed | None:
    """The occasion that somebody holds about another, where a day follows both.

    As in "will hold a press conference on the election in May on Monday, 14 April".
    """
    last = nearest[0]
    if last.acts or index < last.last or line.at(index - 1) != "on":
        return None
    for mention, draft in placed:
        held = not mention.acts and mention.last <= last.first and line.at(mention.first - 1) in _HOLDS
        if not held:
            continue
        between = line.items[mention.last : last.first]
        if all(
            i.what is What.WORD and i.lower.isalpha() and i.lower not in _PARTING for i in between
        ) and _is_told_of(line, index, mention):
            return mention, draft
    return None


def _is_told_of(line: Line, index: int, mention: EventMention) -> bool:
    """Whether a date can be that of an occasion: it is in its clause, and not told from it."""
    if mention.kind is EventKind.ELECTION_OBSERVATION and line.at(index + 2) == "when":
        return False
    generic = mention.kind is EventKind.ELECTION and mention.definite is None and not mention.words
    generic = generic and line.at(mention.first - 1) not in _HOLDS
    if generic and not (0 <= index - mention.last < _GENERIC_REACH and _is_beside(line, index, mention)):
        return False
    if mention.kind is EventKind.ELECTION and not _HOPES.isdisjoint(line.lower[index + 1 : mention.first]):
        return False
    if line.at(index - 1) == "since" and line.words.isdisjoint(_GOING_ON):
        return is_since_day(line, index) and mention.first > index and line.at(mention.first - 1) in _AT
    return not _is_measured_from(line, index, mention) and not is_apart(line, mention, index)


def _is_beside(line: Line, index: int, mention: EventMention) -> bool:
    """Whether a day follows an occasion with nothing between but "on" and a place."""
    before = line.items[index - 1]
    return index == mention.last or before.lower in _ON or before.mention is not None


def _is_measured_from(line: Line, index: int, mention: EventMention) -> bool:
    """Whether the date is told from the event ("two days before the talks"), so that it is another."""
    return line.at(index).endswith(("before", "earlier")) and index < mention.first <= index + 3


def _date(line: Line, index: int, expression: DateExpression, mention: EventMention, draft: Draft) -> None:
    interval = expression.interval
    phase = "from" if line.at(index - 1) == "since" else expression.bound or _phase(line, index, mention)
    phase = "ends" if goes_on_to(line, index) else phase
    ordinal = _ordinal_day(line, index, mention)
    if ordinal:
        draft.ends, draft.days = draft.ends or interval, draft.days or ordinal
    elif interval.start != interval.end:
        kept = draft.on and draft.on.start != draft.on.end and not is_week(draft.on)
        draft.on = draft.on if kept else interval
    elif phase in ("begins", "from"):
        draft.begins = draft.begins or interval
    elif phase in ("ends", "until"):
        draft.ends = draft.ends or interval
    elif draft.on is None:
        draft.on = interval


def _ordinal_day(line: Line, index: int, mention: EventMention) -> int:
    """The number in "on the second and last day of a conference"."""
    for at in range(max(line.start, min(index, mention.first) - 8), max(index, mention.first)):
        after = line.lower[at + 1 : at + 5]
        if line.at(at) in _ORDINAL_DAYS and "day" in after and ("last" in after or "final" in after):
            return _ORDINAL_DAYS[line.at(at)]
    return 0


def _is_first_day(line: Line, mention: EventMention) -> bool:
    """As in "on the first day of the seminar"."""
    before = line.lower[max(line.start, mention.first - 3) : mention.first]
    return before in (("first", "day", "of"), ("opening", "day", "of"))


def _phase(line: Line, index: int, mention: EventMention) -> str:
    """Whether the nearest telling word says that the event begins or ends on the date."""
    best: tuple[int, str] | None = None
    for at in range(max(line.start, index - 2 * _PHASE_REACH), min(len(line.items), index + _PHASE_REACH)):
        if mention.first <= at < mention.last and at != mention.head:
            continue
        word = line.at(at)
        started = word == "way" and line.at(at - 1) == "under" and line.at(at - 2) in _GETS
        started = started or (word in _ARRIVES and mention.kind is EventKind.VISIT)
        phase = "begins" if started or word in _BEGINS else "ends" if word in _ENDS else ""
        if not phase or line.items[at].what is not What.WORD:
            continue
        if word in ("opening", "closing", "open", "close", "last", "final") and not _is_day_phrase(line, at):
            continue
        distance = _distance(line, at, index)
        if distance <= _PHASE_REACH * 2 and (best is None or distance < best[0]):
            best = distance, phase
    return best[1] if best is not None else _phase_of_verb(line, mention)


def _phase_of_verb(line: Line, mention: EventMention) -> str:
    """Whether the verb that follows the phrase says that the event begins or ends ("came to its end")."""
    for at in range(mention.last, min(len(line.items), mention.last + _PHASE_REACH)):
        word = line.at(at)
        if word in (",", ";", ":", "and"):
            break
        if word in _BEGINS or (word in _ENDS and word not in ("close", "last", "final", "closing")):
            return "begins" if word in _BEGINS else "ends"
    return ""


def _is_day_phrase(line: Line, index: int) -> bool:
    """Whether "last", "opening" and the like are of a day, or "close" ends something ("at the close of")."""
    if line.at(index) == "close":
        return line.at(index - 2) == "to" or (line.at(index - 1) == "the" and line.at(index + 1) == "of")
    return line.at(index + 1) in ("day", "today")


def _distance(line: Line, first: int, second: int) -> int:
    low, high = sorted((first, second))
    between = line.lower[low + 1 : high]
    marks = sum(8 for w in between if w in (";", ":")) + sum(2 for w in between if w == ",")
    joined = sum(6 for n, w in enumerate(between) if w in ("and", "but") and n and between[n - 1] == ",")
    joined += 6 if first > second and between[:1] == ("and",) else 0
    return len(between) + marks + joined + (2 if first > second else 0)


def _last_day_today(context: Context, line: Line, placed: Sequence[Placed]) -> None:
    """As in "On the second and last day of a conference", with no date beside it: the last day is today."""
    if context.today is None:
        return
    for mention, draft in placed:
        if _is_first_day(line, mention) and not draft.begins and (draft.on or Interval.on(context.today)):
            draft.begins, draft.on = draft.on or Interval.on(context.today), None
        number = _ordinal_day(line, mention.first, mention)
        if number and draft.ends is None and draft.on is None:
            draft.ends, draft.days = Interval.on(context.today), number
        if line.lower[max(0, mention.first - 3) : mention.first] in _LAST_DAY and not draft.is_dated:
            exact = (d.interval for _, d in line.dates if d.interval.start and d.interval.start.day)
            draft.ends = next(exact, Interval.on(context.today))


def _durations(line: Line, placed: Sequence[Placed]) -> None:
    count_days(line, placed)
    for duration in line.durations:
        index = next((n for n, item in enumerate(line.items) if item.first >= duration.first), None)
        if index is None or line.items[index].what is What.QUOTE:
            continue
        here = [p for p in placed if p[0].line == line.sentence.index]
        nearest = nearest_mention(line, index, here) if here else next(iter(placed), None)
        if nearest is not None and not nearest[1].days and duration.days < 40:
            nearest[1].days = duration.days


def days_of(context: Context, draft: Draft) -> Interval:
    """The days of an occasion, from what the text gives of them.

    One that begins or ends on a day and lasts so long has all its days; else the one day known is its day.
    """
    if draft.when is not None:
        return draft.when
    begins, ends = draft.begins, draft.ends if draft.lasts else None
    on = None if begins and _day(begins) and draft.on and is_week(draft.on) else draft.on
    if on is not None and on.start != on.end:
        return on
    if begins and ends and begins.start and ends.end and begins.start.earliest < ends.end.earliest:
        return Interval(begins.start, ends.end)
    if draft.days > 1:
        if ends and (day := _day(ends)):
            return spread(day, draft.days, ending=True)
        if begins and (day := _day(begins)):
            return spread(day, draft.days, ending=False)
    if begins is not None and on is not None and _is_within_days(begins, on):
        return Interval(begins.start, on.end)
    return on or begins or ends or Interval()


def _is_within_days(first: Interval, last: Interval) -> bool:
    if first.start is None or last.end is None:
        return False
    return timedelta() < last.end.earliest - first.start.earliest <= timedelta(days=_NEAR_DAYS)


def _day(interval: Interval) -> date | None:
    start: PartialDate | None = interval.start
    return start.earliest if start is not None and start.day is not None else None
