"""The days and the place of an occasion, also where the text gives none of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from .....ontology.dates import Interval, PartialDate
from .....ontology.facts import Entity, EntityKind, EventKind
from ...clauses.line import Line
from ...clauses.words import BE, MODALS
from ...model import Context, Part
from ...tables import read_table, words
from ...text.dates import DateExpression, spread
from ..draft import Draft
from ..parts import longer_of
from ..phrases import EventMention
from ..spoken import phase_words
from .dated import is_year
from .fixed_days import day_of_name
from .scope import is_apart, is_owed
from .times import Placed, days_of

if TYPE_CHECKING:
    from .....ontology.entities import ReferenceEntity

__all__ = ["LEAD", "election_day", "host_of", "is_of_some_year", "is_unexplained", "place_of", "when_of"]

_NEAR: Final = timedelta(days=7)
_ABOUT_NOW: Final = timedelta(days=365)
LEAD: Final = 3
_BEFORE: Final = 4
_PAST_REACH: Final = 5
_SPENT: Final = frozenset(("spent", "spend", "stayed", "gathered"))
_IS_NOW: Final = frozenset(("is", "are", "currently"))
_GOING: Final = frozenset(("visiting", "touring"))
_BASES: Final = frozenset(row["verb"].split()[0] for row in read_table("event_verbs"))
_ISSUED: Final = words("event_words", kind="issued")
_UNDER_WAY: Final = words("event_words", kind="tells what is under way")
_MEASURES: Final = frozenset(("days", "weeks", "months", "years"))
_PROTESTS: Final = words("event_words", kind="protest")
_CLOSING: Final = phase_words()[1] | {"conclusion"}
_TOLD_BY_NOUN: Final = frozenset((EventKind.STATEMENT, EventKind.CEREMONY))
_ON_A_DAY: Final = frozenset(("on", "to", "for"))
_DAY_BEGINS: Final = 4
_PLANNED: Final = words("event_words", kind="to come") - MODALS
_NO_PLACE: Final = frozenset((EventKind.ELECTION, EventKind.PUBLICATION, EventKind.CAMPAIGN))
_OF_THE_DAY: Final = frozenset(
    (EventKind.APPOINTMENT, EventKind.LAUNCH, EventKind.CEREMONY, EventKind.STATEMENT, EventKind.PUBLICATION)
)


def when_of(
    context: Context,
    found: Sequence[Line],
    draft: Draft,
    known: ReferenceEntity | None,
    placed: Sequence[Placed],
    *,
    is_main: bool,
) -> Interval:
    """The days: those that the text or reference gives, else that of the clause or of the release.

    Args:
        context: the release
        found: its lines
        draft: the occasion
        known: what reference knows of it
        placed: the event phrases of the line that speaks of it first
        is_main: whether it is what the release is about
    """
    when = day_of_name(draft, context.today) or days_of(context, draft)
    if known is not None and known.when and known.row.get("kind") != "series":
        start, end = known.when.start, known.when.end
        exact = start is not None and start.day is not None and end is not None
        if exact and (
            not when or _is_one_day_of(when, known.when) or _is_in_month(context, known.when, when)
        ):
            return known.when
    if is_main and not draft.begins and when == draft.ends and _is_to_end(context, when):
        return Interval(PartialDate.of(context.today), when.end) if context.today is not None else when
    if when or context.today is None:
        return when
    line = found[draft.first.line]
    if _is_under_way(line, draft.first):
        return Interval.on(context.today)
    if line.at(draft.first.first - 1) in ("during", "of") and (inner := _held_within(line, draft, placed)):
        return days_of(context, inner)
    dated_line = next(_own_dates(line, draft, placed), None)
    if is_of_some_year(line, draft):
        return when
    of_the_day = draft.first.acts or draft.kind in _OF_THE_DAY or _follows_with(line, draft)
    if of_the_day and dated_line is not None:
        return dated_line.interval
    named_day = _named_day(line, draft, placed) if not draft.first.definite else None
    if named_day is not None:
        return days_of(context, named_day) or Interval.on(context.today)
    if draft.noun == "day" and _is_kept_today(line, draft):
        return Interval.on(context.today)
    before = found[draft.first.line - 1] if draft.first.line else None
    if is_main and before is not None and draft.first.definite and _is_of_days_before(before):
        return before.dates[0][1].interval
    if is_main and before is not None and is_unexplained(draft):
        told = found[max(0, draft.first.line - 2) : draft.first.line]
        days = (d.interval for b in reversed(told) if b.sentence.part is Part.BODY for _, d in b.dates)
        earlier = next((day for day in days if day.start and day.start.day), None)
        if earlier is not None:
            return earlier
    if draft.first.acts and (host := host_of(found, draft, placed)) is not None:
        last = _last_day(context, days_of(context, host))
        return _next_day(last) if _is_day_after(line, host) else last
    if (longer := longer_of(found, draft, placed)) is not None:
        return dated_line.interval if dated_line is not None else days_of(context, longer)
    if draft.kind is EventKind.STATEMENT and (draft.first.acts or line.at(draft.first.first - 1) in _ISSUED):
        return Interval.on(context.today)
    is_own_news = is_main and not draft.aside and draft.first.line <= LEAD + 1
    is_own_news = is_own_news and not is_of_some_year(line, draft)
    if (
        context.dateline is None
        or not is_own_news
        or _is_open(line)
        or _is_planned(line, draft)
        or _is_long_past(line, draft)
        or is_owed(line, draft.first)
        or _is_intended(line, draft)
    ):
        return when
    if draft.days > 1 and _is_at_its_end(line, draft):
        return spread(context.today, draft.days, ending=True)
    return Interval.on(context.today)


def election_day(context: Context, draft: Draft, drafts: Sequence[Draft]) -> Interval:
    """The day of the election that a mission observes which bears a name, where the release has but one."""
    if draft.kind is not EventKind.ELECTION_OBSERVATION or not draft.is_named:
        return Interval()
    days = {days_of(context, d) for d in drafts if d.kind is EventKind.ELECTION and d.is_dated}
    return next(iter(days)) if len(days) == 1 else Interval()


def _is_of_days_before(line: Line) -> bool:
    """Whether people spent days together, of which the sentence after tells what it was."""
    spent = line.sentence.part is Part.BODY and not _SPENT.isdisjoint(line.words) and len(line.dates) == 1
    interval = line.dates[0][1].interval if spent else None
    return interval is not None and interval.start != interval.end


def _is_under_way(line: Line, mention: EventMention) -> bool:
    """Whether somebody is there now ("who is visiting the valley for three days")."""
    if mention.kind is not EventKind.VISIT:
        return False
    if not mention.acts:
        return line.at(mention.first - 1) == "on" and line.at(mention.first - 2) in _IS_NOW
    if line.at(mention.head) in _IS_NOW:
        return True
    return line.at(mention.head) in _GOING and line.at(mention.head - 1) in _IS_NOW


def _own_dates(line: Line, draft: Draft, placed: Sequence[Placed]) -> Iterator[DateExpression]:
    """The days of the clause in which an occasion is, without those within the name of another."""
    others = [m for m, d in placed if d is not draft]
    for index, expression in line.dates:
        inside = any(not m.acts and m.first <= index < m.last for m in others)
        exact = expression.interval.start is not None and expression.interval.start.day is not None
        if exact and not inside and not is_apart(line, draft.first, index):
            yield expression


def _is_at_its_end(line: Line, draft: Draft) -> bool:
    """Whether the phrase before it says that it ends ("at the conclusion of a four-day visit")."""
    before = line.lower[max(line.start, draft.first.first - _BEFORE) : draft.first.first]
    return any(w in _CLOSING for w in before)


def _held_within(line: Line, draft: Draft, placed: Sequence[Placed]) -> Draft | None:
    """The occasion that is held during another, or on its margins, and so on one of its days."""
    first = draft.first.first
    if line.at(first - 1) == "of" and line.at(first - 2) not in ("margins", "sidelines"):
        return None
    before = [(m.head, d) for m, d in placed if d is not draft and not m.acts and m.last <= first]
    return max(before, key=lambda b: b[0], default=(0, None))[1]


def _follows_with(line: Line, draft: Draft) -> bool:
    """Whether something began "with a" visit or meeting, which is of the same day."""
    first = draft.first
    return first.definite is False and line.at(first.first - 1) == "with"


def _named_day(line: Line, draft: Draft, placed: Sequence[Placed]) -> Draft | None:
    """The named day on which it is held, with which the sentence begins ("On World Water Day, a fair")."""
    if line.at(line.start) not in _ON_A_DAY:
        return None
    days = ((m, d) for m, d in placed if d.noun == "day" and d is not draft)
    return next((d for m, d in days if m.first <= line.start + _DAY_BEGINS), None)


def _is_kept_today(line: Line, draft: Draft) -> bool:
    """Whether a named day is that of the release ("on World Water Day", "to mark World Water Day")."""
    begin = max(line.start, draft.first.first - 4)
    before = line.lower[begin : draft.first.first]
    first = line.at(line.start) == "for" and draft.first.first <= line.start + 1
    return (
        first
        or before[-2:] == ("today", ",")
        or any(w in ("on", "mark", "marks", "marking", "marked", "celebrate", "occasion") for w in before)
    )


def _is_to_end(context: Context, when: Interval) -> bool:
    """Whether the one day known is to come, so that the occasion is under way."""
    end = when.end
    return (
        context.today is not None and end is not None and end.day is not None and context.today < end.earliest
    )


def _is_in_month(context: Context, whole: Interval, when: Interval) -> bool:
    """Whether a month about the release's own time is told, or a year, in which the occasion is."""
    start = when.start
    rough = start is not None and start.day is None and when.start == when.end
    if not rough or whole.start is None or context.today is None:
        return False
    if start is not None and start.month is None:
        return when.may_contain(whole.start.earliest)
    near = abs(whole.start.earliest - context.today) <= _ABOUT_NOW
    return near and when.may_contain(whole.start.earliest)


def _is_one_day_of(when: Interval, whole: Interval) -> bool:
    start = when.start
    return (
        start is not None
        and start.day is not None
        and when.start == when.end
        and whole.may_contain(start.earliest)
    )


def host_of(found: Sequence[Line], draft: Draft, placed: Sequence[Placed]) -> Draft | None:
    """The occasion at, before or after which something happened: "was launched at the round table".

    Args:
        found: the lines of the release
        draft: what happened
        placed: the event phrases of the line that speaks of it first
    """
    line = found[draft.first.line]
    for mention, other in placed:
        if other is draft or mention.acts:
            continue
        before = line.lower[max(line.start, mention.first - 5) : mention.first]
        if not _MEASURES.isdisjoint(before):
            continue
        if any(w in ("at", "during", "before", "after") for w in before):
            return other
    return None


def _last_day(context: Context, when: Interval) -> Interval:
    """The day of a longer occasion on which the release tells of something: today, else its last."""
    if context.today is not None and when.may_contain(context.today):
        return Interval.on(context.today)
    return Interval(when.end, when.end)


def _is_day_after(line: Line, host: Draft) -> bool:
    """Whether something happened the day after an occasion, which the line names."""
    return any(
        line.lower[max(0, m.first - 2) : m.first] == ("day", "after")
        for m in host.in_line(line.sentence.index)
    )


def _next_day(when: Interval) -> Interval:
    end = when.end
    if end is None or end.day is None:
        return when
    return Interval.on(end.latest + timedelta(days=1))


def _is_planned(line: Line, draft: Draft) -> bool:
    """Whether it is said to be to come ("a course is foreseen for the autumn")."""
    last = draft.first.last
    return line.at(last) in BE and not _PLANNED.isdisjoint(line.lower[last : last + _BEFORE])


def _is_open(line: Line) -> bool:
    """Whether the line speaks of what may or will be, and not first of what is under way ("Opening the")."""
    return line.at(line.start) not in _UNDER_WAY and line.has_any(MODALS)


def _is_long_past(line: Line, draft: Draft) -> bool:
    """Whether a clause in the pluperfect tells which is meant ("the training that they had received")."""
    last = draft.first.last
    return line.at(last) in ("that", "which") and "had" in line.lower[last + 1 : last + _PAST_REACH]


def _is_intended(line: Line, draft: Draft) -> bool:
    """Whether it is only what somebody wants to do ("plans to visit")."""
    head = draft.first.head
    return draft.first.acts and line.at(head) in _BASES and line.at(head - 1) in ("to", "and", "or")


def is_of_some_year(line: Line, draft: Draft) -> bool:
    """Whether only a year follows it ("a meeting in 1992"), so that it is told of in passing."""
    after = line.items[draft.first.last : draft.first.last + 2]
    return any(i.date is not None and is_year(i.date) for i in after)


def is_unexplained(draft: Draft) -> bool:
    """Whether a bare "the meeting" began it, which refers to something that the text never named."""
    first = draft.first
    if (first.kind is EventKind.ELECTION and draft.is_dated) or (draft.begins and draft.ends):
        return False
    told = draft.words or draft.marker or first.acts or first.plural or first.noun == "day"
    told = told or (first.kind in _TOLD_BY_NOUN and not first.noun.isalpha())
    return bool(first.definite) and not told


def _is_later(other: Interval, when: Interval) -> bool:
    """Whether another occasion only begins when one is over."""
    return other.start is not None and when.end is not None and other.start.earliest > when.end.latest


def place_of(
    context: Context,
    draft: Draft,
    when: Interval,
    known: ReferenceEntity | None,
    main: Draft | None,
    placed: Sequence[Placed],
) -> Entity | None:
    """Where it is: as the text or reference says, else where the release is written, if that is sure.

    Args:
        context: the release
        draft: the occasion
        when: its days
        known: what reference knows of it
        main: the occasion that the release is about
        placed: the event phrases of the line that speaks of it first
    """
    if draft.noun == "day":
        return None
    if draft.place is not None:
        return draft.place
    city = known.row.get("city") if known is not None and known.row.get("kind") != "series" else None
    if city:
        return Entity(EntityKind.PLACE, city)
    if draft.kind in _NO_PLACE or draft.aside or draft.noun in _PROTESTS or not when:
        return None
    today = context.today
    start, end = when.start, when.end
    if today is None or start is None or end is None or start.day is None:
        return None
    near = start.earliest - _NEAR <= today <= end.latest + _NEAR
    if not near:
        return None
    beside = (d for _, d in placed if d is not draft and d.first.line == draft.first.line and d.place)
    beside = (d for d in beside if not _is_later(days_of(context, d), when))
    told_there = draft.first.acts and draft.kind is not EventKind.STATEMENT
    if (other := next(beside, None)) is not None and told_there:
        return other.place
    if main is not None and main is not draft and main.place is not None and _same_day(context, main, when):
        return main.place
    return context.places[0] if context.places else None


def _same_day(context: Context, main: Draft, when: Interval) -> bool:
    days = days_of(context, main)
    if not days or when.start is None or days.start is None or days.end is None:
        return not days
    return days.start.earliest <= when.start.earliest <= days.end.latest
