"""From drafts to occasions: which of them the release reports or announces, of what kind, when and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from ....ontology.dates import Interval
from ....ontology.facts import Event, EventKind, Span, Status
from ..clauses.line import Line, evidence
from ..model import Context, Part
from ..tables import words
from .draft import Draft
from .participants.status import status_of
from .parts import longer_of
from .phrases import EventMention, is_led_to
from .series import number_in_series, series_of
from .setting.defaults import LEAD, election_day, host_of, is_of_some_year, is_unexplained, place_of, when_of
from .setting.times import Placed, days_of, placed_by_line

if TYPE_CHECKING:
    from ....ontology.entities import ReferenceEntity
    from ....ontology.reference import Reference

__all__ = ["Record", "records"]

_TEACHING: Final = words("event_contents", kind="teaches")
_EXCHANGING: Final = words("event_contents", kind="exchanges")
_HELD: Final = words("event_words", kind="other occasion that is held")
_IS_TO: Final = frozenset((("is", "to"), ("are", "to"), ("is", "due"), ("are", "due")))
_ANNOUNCED: Final = words("event_words", kind="announced")
_ONLY_DATED: Final = frozenset((EventKind.ELECTION, EventKind.PUBLICATION))
_INCLUDES: Final = frozenset(("include", "includes", "included"))
_INCLUDES_REACH: Final = 5
_ANNOUNCED_REACH: Final = 5
_OWN_NAMES: Final = frozenset(("OSCE", "CSCE"))
_TALKS: Final = frozenset(("discussion", "gathering", "briefing", "address", "exchange"))
_GATHER: Final = frozenset(
    (
        EventKind.MEETING,
        EventKind.SEMINAR,
        EventKind.TRAINING,
        EventKind.CONFERENCE,
        EventKind.ROUND_TABLE,
        EventKind.SUMMIT,
    )
)
_NEAR: Final = timedelta(days=7)
_MEETING_OF_COUNCIL: Final = timedelta(days=75)
_NOT_MAIN: Final = frozenset((EventKind.ELECTION, EventKind.OTHER, EventKind.CAMPAIGN))


@dataclass(frozen=True, slots=True)
class Record:
    """An occasion that is a fact of the release, with the draft that it comes from.

    is_main  whether it is what the release is about
    """

    event: Event
    draft: Draft
    is_main: bool


class _Spans:
    """Spans of days, of which it is asked whether one may contain a day; those without begin never do."""

    def __init__(self, intervals: Iterable[Interval]) -> None:
        known = [(i.start.earliest, i.end.latest if i.end else date.max) for i in intervals if i.start]
        self._begins = sorted(begin for begin, _ in known)
        self._ends = list(accumulate((end for _, end in sorted(known)), max))

    def contain(self, day: date) -> bool:
        """Whether the day may lie in one of them."""
        begun = bisect_right(self._begins, day)
        return begun > 0 and day <= self._ends[begun - 1]


def records(
    context: Context, found: Sequence[Line], drafts: Sequence[Draft], reference: Reference
) -> tuple[Record, ...]:
    """The occasions of a release, those left out that are neither dated, named nor announced."""
    main = _main(context, found, drafts)
    names: dict[str, int] = {}
    made: list[Record] = []
    here = placed_by_line(drafts)
    visits = _Spans([days_of(context, d) for d in drafts if d.kind is EventKind.VISIT])
    gatherings = _Spans([days_of(context, d) for d in drafts if d.kind in _GATHER and not d.first.acts])
    for draft in sorted(drafts, key=lambda d: d is not main):
        if draft.undecided:
            continue
        known = _of_reference(context, draft, reference)
        when = when_of(context, found, draft, known, here[draft.first.line], is_main=draft is main)
        when = when or election_day(context, draft, drafts)
        if not _counts(found, draft, when, known, is_main=draft is main):
            continue
        if draft is not main and _is_of_a_visit(draft, when, main, visits):
            continue
        if (
            draft.noun in _TALKS
            and draft.first.acts
            and when.start is not None
            and gatherings.contain(when.start.earliest)
        ):
            continue
        draft.when = when
        where = place_of(context, draft, when, known, main, here[draft.first.line])
        name = _unique(draft.name(), names)
        status = _status(context, found, draft, when)
        mention = _best(found, draft)
        confidence = _confidence(draft, is_main=draft is main)
        proof = evidence(found[mention.line].sentence, _rule(draft), confidence, _marked(found, mention))
        is_series = known is not None and known.row.get("kind") in ("series", "process")
        event = Event(
            key=name,
            name=name,
            kind=_kind(found, draft),
            when=when,
            where=where,
            evidence=proof,
            status=status,
            entity=known.entity if known is not None and not is_series else None,
            series=known.entity if known is not None and is_series else series_of(name, reference),
            number=number_in_series(name),
        )
        made.append(Record(event, draft, draft is main))
    placed = placed_by_line([record.draft for record in made])
    events = {id(record.draft): record.event for record in made}
    made = [
        replace(record, event=_within(found, record, events, placed[record.draft.first.line]))
        for record in made
    ]
    return tuple(sorted(made, key=lambda record: (record.draft.first.line, record.draft.first.head)))


def _within(
    found: Sequence[Line], record: Record, events: Mapping[int, Event], placed: Sequence[Placed]
) -> Event:
    """The event, as part of the one at which it is said to happen ("was launched at the round table")."""
    acts = record.draft.first.acts
    host = host_of(found, record.draft, placed) if acts else longer_of(found, record.draft, placed)
    if host is None:
        return record.event
    longer = events[id(host)]
    inside = longer.when.start is not None and _covers(longer.when, record.event.when)
    return replace(record.event, part_of=longer.key) if inside else record.event


def _main(context: Context, found: Sequence[Line], drafts: Sequence[Draft]) -> Draft | None:
    """The occasion that the release is about: early, often spoken of, dated about the dateline."""
    lead = [n for n, line in enumerate(found) if line.sentence.part is Part.BODY][:LEAD]

    def weight(draft: Draft) -> float:
        if draft.cancelled or draft.undecided or draft.noun == "day" or draft.marker in ("next", "same"):
            return -1.0
        if draft.to_come and any(d.kind is draft.kind and not d.to_come for d in drafts):
            return -1.0
        if draft.aside and not draft.is_dated:
            return 0.0
        total = float(len(draft.mentions))
        total += 2.0 * (draft.first.line in lead) - 0.4 * min(draft.first.line, 20)
        total += sum(1.5 for m in draft.mentions if found[m.line].sentence.part is Part.TITLE)
        when = days_of(context, draft)
        total += 2.0 * bool(when)
        if when and context.today and when.start and when.end:
            total += 1.5 * (when.start.earliest - _NEAR <= context.today <= when.end.latest + _NEAR)
            total += 1.5 * (when.start.earliest <= context.today <= when.end.latest)
            total -= 1.5 * (when.start.earliest > context.today and draft.first.line not in lead)
        if draft.kind in _NOT_MAIN and draft.noun not in _HELD:
            total -= 2.5
        if draft.first.acts and draft.kind in (EventKind.MEETING, EventKind.TRAINING):
            total -= 1.0
        bare = draft.first.definite is None and not is_led_to(found[draft.first.line], draft.first)
        if bare and not draft.is_named and not draft.is_dated:
            total -= 2.0
        return total

    best = max(drafts, key=weight, default=None)
    return best if best is not None and weight(best) > 1.0 else None


def _is_of_a_visit(draft: Draft, when: Interval, main: Draft | None, visits: _Spans) -> bool:
    """Whether it is one of the talks of a visit, which only a verb says, or a stop of the main one."""
    if when.start is None:
        return False
    if draft.kind is EventKind.VISIT:
        return main is not None and main.kind is EventKind.VISIT and _covers(main.when, when)
    talks = draft.first.acts and draft.kind is EventKind.MEETING
    on_main = main is not None and main.kind is EventKind.VISIT and _covers(main.when, when)
    return talks and (on_main or visits.contain(when.start.earliest))


def _covers(visit: Interval | None, when: Interval) -> bool:
    return (
        bool(visit and visit.start and when.start)
        and visit is not None
        and (when.start is not None and visit.may_contain(when.start.earliest))
    )


def _counts(
    found: Sequence[Line], draft: Draft, when: Interval, known: ReferenceEntity | None, *, is_main: bool
) -> bool:
    if not when and (draft.kind in _ONLY_DATED or _is_content(found[draft.first.line], draft.first)):
        return False
    if is_main and (when or not is_of_some_year(found[draft.first.line], draft)):
        return True
    if not any(found[m.line].sentence.part is Part.BODY for m in draft.mentions):
        return False
    if draft.marker == "same" and not draft.is_dated:
        return False
    if known is None and is_unexplained(draft):
        return False
    if when.start is not None and when.start.month is not None:
        return True
    announced = _is_announced(found[draft.first.line], draft.first)
    if draft.place is None:
        return announced and draft.first.definite is False and bool(draft.first.words)
    named = draft.is_named or (draft.kind is EventKind.SUMMIT and _has_name(draft.first.name))
    return named or when.start is not None or announced


def _has_name(name: str) -> bool:
    """Whether a capital in it names whose it is ("the NATO summit")."""
    return any(word[:1].isupper() for word in name.split())


def _is_content(line: Line, mention: EventMention) -> bool:
    """Whether it is only one of the things that a project is made of ("will include a study visit")."""
    return not _INCLUDES.isdisjoint(
        line.lower[max(line.start, mention.first - _INCLUDES_REACH) : mention.first]
    )


def _is_announced(line: Line, mention: EventMention) -> bool:
    """Whether the line says that it will be held or resumed, though not when."""
    will = line.at(mention.last) == "will" or line.lower[mention.last : mention.last + 2] in _IS_TO
    told = line.lower[mention.last : mention.last + _ANNOUNCED_REACH]
    return will and not mention.acts and not _ANNOUNCED.isdisjoint(told)


def _of_reference(context: Context, draft: Draft, reference: Reference) -> ReferenceEntity | None:
    """What reference knows of it: its row, or for a Ministerial Council or Summit the one about then."""
    if draft.kind is EventKind.MINISTERIAL_COUNCIL:
        return _meeting_near(context, draft, reference, "ministerial")
    if draft.kind is EventKind.SUMMIT and not _OWN_NAMES.isdisjoint(draft.name().split()):
        return _meeting_near(context, draft, reference, "summit") or (
            reference.of(draft.entity) if draft.entity is not None else None
        )
    return reference.of(draft.entity) if draft.entity is not None else None


def _meeting_near(context: Context, draft: Draft, reference: Reference, kind: str) -> ReferenceEntity | None:
    said = days_of(context, draft)
    day = said.start.earliest if said.start is not None else context.today
    if day is None:
        return None
    reach = timedelta(days=31) if said else _MEETING_OF_COUNCIL
    year = said.start if said.start is not None and said.start.month is None else None
    near: list[tuple[int, ReferenceEntity]] = []
    named = _named_meetings(draft, reference, kind)
    if named and not said:
        reach = timedelta.max
    for known in named or reference.events:
        start = known.when.start
        if known.row.get("kind") != kind or start is None:
            continue
        if abs(start.earliest - day) <= reach or (year is not None and start.year == year.year):
            near.append((abs((start.earliest - day).days), known))
    return min(near, key=lambda n: n[0])[1] if near else None


def _named_meetings(draft: Draft, reference: Reference, kind: str) -> list[ReferenceEntity]:
    """Those of the town in its name or where it is said to be held ("the Porto Ministerial Council")."""
    told = draft.name().casefold().split()
    place = draft.place.name.casefold() if draft.place is not None else ""
    return [
        known
        for known in reference.events
        if known.row.get("kind") == kind and (city := known.row.get("city", "").casefold())
        if city in told or city == place
    ]


def _unique(name: str, names: dict[str, int]) -> str:
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else f"{name} ({names[name]})"


def _status(context: Context, found: Sequence[Line], draft: Draft, when: Interval) -> Status:
    if draft.cancelled:
        return Status.CANCELLED
    today: date | None = context.today
    if today is not None and when.start is not None and when.start.earliest > today:
        return Status.PLANNED
    if when.start is None:
        return status_of(found[draft.first.line], draft.first.head, Status.TOOK_PLACE)
    return Status.TOOK_PLACE


def _kind(found: Sequence[Line], draft: Draft) -> EventKind:
    """The text's own word decides; a workshop that teaches is a training."""
    nouns = {m.noun for m in draft.mentions}
    if "workshop" not in nouns or draft.kind is not EventKind.SEMINAR:
        return draft.kind
    if nouns & {"seminar", "webinar"}:
        return EventKind.SEMINAR
    said: Mapping[str, int] = _contents(found, draft)
    return EventKind.TRAINING if said["teaches"] > said["exchanges"] else EventKind.SEMINAR


def _contents(found: Sequence[Line], draft: Draft) -> dict[str, int]:
    said = {"teaches": 0, "exchanges": 0}
    for number in {m.line for m in draft.mentions} | {draft.first.line + 1}:
        if number < len(found):
            said["teaches"] += sum(w in _TEACHING for w in found[number].lower)
            said["exchanges"] += sum(w in _EXCHANGING for w in found[number].lower)
    return said


def _best(found: Sequence[Line], draft: Draft) -> EventMention:
    body = [m for m in draft.mentions if found[m.line].sentence.part is Part.BODY]
    return (body or draft.mentions)[0]


def _marked(found: Sequence[Line], mention: EventMention) -> Span:
    items = found[mention.line].items[mention.first : mention.last]

    return Span(items[0].span.begin, items[-1].span.end)


def _rule(draft: Draft) -> str:
    return "event of reference" if draft.entity is not None else draft.first.rule


def _confidence(draft: Draft, *, is_main: bool) -> float:
    sure = 0.75 + 0.06 * draft.is_dated + 0.06 * is_main + 0.04 * (len(draft.mentions) > 1)
    return sure - 0.01 * draft.first.acts
