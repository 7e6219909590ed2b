"""Which occasions that sources tell of are one: those of a month are compared with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from ..ontology.facts import EventKind, Role, Status
from ..ontology.vocabulary import short_hash, slug
from .claims import OF, content_words
from .knowledge import Knowledge, Occasion
from .labels import best_form, standing_alone
from .settled import BySource, Resolved, Settled

__all__ = ["settle_events"]

_DAY: Final = len("2006-11-24")
_Span = tuple[str, str]
"""First and last day, the last empty where nothing is said of it."""


@dataclass(slots=True)
class _Occasion:
    """What is taken for one event: claims by source and key; `known` is the event of reference, if it is.

    spans  its days, as each source has them, with the whole interval in words
    ties   the series that it is of
    """

    kind: str
    places: set[str]
    words: frozenset[str]
    spans: dict[_Span, str] = field(default_factory=dict)
    members: list[tuple[str, str, str]] = field(default_factory=list)
    releases: set[tuple[str, int]] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    attended: set[tuple[str, str]] = field(default_factory=set)
    ties: set[str] = field(default_factory=set)
    place_known: bool = False
    known: Occasion | None = None

    @property
    def status(self) -> str:
        """What all sources together say of whether it took place."""
        return _together(self.statuses)

    @property
    def order(self) -> tuple[str, ...]:
        days = ("/".join(span) for span in sorted(self.spans))
        return (self.name, self.kind, *sorted(self.places), *days, *map("/".join, self.members))

    @property
    def name(self) -> str:
        if self.known is not None:
            return self.known.label
        return best_form(standing_alone(name) for _, _, name in self.members)

    @property
    def span(self) -> _Span:
        """The fullest days that a source gives: several rather than one, and one rather than a month."""
        return max(self.spans, key=lambda span: (len(span[0]), span[0] < span[1], bool(span[1]), span))

    @property
    def is_vague(self) -> bool:
        """Whether no source gives a day."""
        return self.known is None and all(len(start) < _DAY for start, _ in self.spans)

    @property
    def telling(self) -> frozenset[str]:
        """The words of its name that are none for a kind of event."""
        return self.words - _KINDS


def settle_events(month: str, claims: BySource, knowledge: Knowledge) -> Resolved:
    """Events that start in one month: one where kind, days, place and half of a name's telling words agree.

    Of two whose days differ but do not exclude each other, all telling words of one name are in the other. A
    name of no telling word ("conference") is as good as none: such an event is one with another only where
    they have a series, organizer or host in common, or two of no name one who took part. Where only month or
    year is known, one name is one event if it has two content words or more; and that which has a day in
    that month, where a single one has its kind, place and words.
    """
    if month.startswith(OF):
        return _settle_attended(month.removeprefix(OF), claims)
    exact = _told(claims)
    dated = [occasion for occasion in exact if not occasion.is_vague]
    days = sorted({start for occasion in dated for start, _ in occasion.spans})
    merged = [o for o in _merged([*_known(days, knowledge), *dated]) if o.members]
    vague = [occasion for occasion in exact if occasion.is_vague and not _joined_to_a_day(occasion, merged)]
    occasions = sorted([*merged, *vague], key=lambda o: o.order)
    resolved: Resolved = {}
    for occasion, local in zip(occasions, _event_names(occasions), strict=True):
        attended = _all_attended(occasion.attended)
        when = occasion.spans[occasion.span]
        settled = Settled(local, occasion.name, occasion.status, occasion.place_known, attended, when)
        for source, key, _ in occasion.members:
            resolved.setdefault(source, {})[key] = settled
    return resolved


def _told(claims: BySource) -> list[_Occasion]:
    """What the sources tell of, in order; what has the same words, days and place is one."""
    exact: dict[tuple[Any, ...], _Occasion] = {}
    for source, events in claims.items():
        for release, key, kind, name, place, start, end, when, status, place_known, there, ties in events:
            words = content_words(name)
            same: tuple[Any, ...] = (kind, place, start, end, " ".join(sorted(words)) or name)
            few = len(words) < _TELLING if len(start) < _DAY else not words - _KINDS
            if few or kind == _VISIT:
                same = (*same, source, release)
            occasion = exact.setdefault(same, _Occasion(kind, {place}, words, {(start, end): when}))
            occasion.members.append((source, f"{release}/{key}", name))
            occasion.releases.add((source, release))
            occasion.statuses.add(status)
            occasion.attended.update(map(tuple, there))
            occasion.ties.update(ties)
            occasion.place_known |= place_known
    return sorted(exact.values(), key=lambda o: o.order)


def _together(statuses: Collection[str]) -> str:
    """What took place did so whatever was planned; what was cancelled had been planned."""
    return next((status for status in _STATUSES if status in statuses), min(statuses, default=""))


def _all_attended(said: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    statuses: dict[str, set[str]] = {}
    for who, status in said:
        statuses.setdefault(who, set()).add(status)
    return tuple((who, _together(found)) for who, found in sorted(statuses.items()))


def _settle_attended(local: str, claims: BySource) -> Resolved:
    """An event that is a row of reference: only who attended it is open."""
    said = (tuple(one) for events in claims.values() for _, _, there in events for one in there)
    settled = Settled(local, "", attended=_all_attended(said))
    return {
        source: {f"{release}/{key}": settled for release, key, _ in events}
        for source, events in claims.items()
    }


def _likeness(one: _Occasion, other: _Occasion) -> float:
    """The larger share of one name's telling words that the other has too; 0 where the two cannot be one.

    A name of no telling word ("conference") is as like all others as it takes, and no more.
    """
    if not one.words or not other.words:
        return 0.0
    first, second = one.telling, other.telling
    if first and second:
        share = len(first & second) / min(len(first), len(second))
        exact_days = bool(one.spans.keys() & other.spans.keys()) or one.known or other.known
        return share if exact_days or share == 1.0 else 0.0
    if one.known is not None or other.known is not None:
        return _HALF if one.words & other.words else 0.0
    if not _have_in_common(one, other, strictly=bool(first or second)):
        return 0.0
    return 1.0 if one.words == other.words else _HALF if one.words & other.words else 0.0


def _have_in_common(one: _Occasion, other: _Occasion, *, strictly: bool) -> bool:
    """Whether two share a series, organizer or host; where not `strictly`, anybody who took part."""
    if one.ties & other.ties:
        return True
    here, there = ({who for who, _ in o.attended} for o in (one, other))
    return any(not strictly or who.endswith(_ORGANIZING) for who in here & there)


def _agree(one: _Occasion, other: _Occasion) -> bool:
    """Whether two may be one: kind, place and days agree, and nothing that is told sets them apart."""
    if one.kind != other.kind or one.releases & other.releases:
        return False
    if one.known is not None and other.known is not None:
        return False
    if len({place for place in one.places | other.places if place}) > 1:
        return False
    if one.kind == _VISIT and _are_others(one, other):
        return False
    return one.known is not None or other.known is not None or _compatible(one.spans.keys() | other.spans)


def _are_others(one: _Occasion, other: _Occasion) -> bool:
    """Whether the people of two visits are known, and nobody was on both."""
    here, there = ({who for who, _ in o.attended if who.startswith("person/")} for o in (one, other))
    return bool(here and there) and not here & there


def _compatible(spans: Collection[_Span]) -> bool:
    """Whether days may be of one event: there is but one stretch of several days, and all lie in it."""
    longer = {span for span in spans if span[0] < span[1]}
    if len(longer) > 1:
        return False
    if not longer:
        return len({start for start, _ in spans}) == 1
    ((first, last),) = longer
    return all(first <= start <= last and (end or start == first) for start, end in spans)


def _known(days: Iterable[str], knowledge: Knowledge) -> Iterator[_Occasion]:
    """The events of reference that were going on on one of the days."""
    found = {known.local: known for day in days for known in knowledge.occasions(day)}
    for _, known in sorted(found.items()):
        words = frozenset(word for name in known.names for word in content_words(name))
        yield _Occasion(known.kind, {known.place}, words, known=known)


def _may_meet(one: _Occasion, other: _Occasion) -> bool:
    """Whether the days of two, as told, leave it open that they are one."""
    for first, second in ((one, other), (other, one)):
        if first.known is not None:
            within = first.known.when.may_contain
            return second.known is None and all(
                within(date.fromisoformat(start)) for start, _ in second.spans
            )
    return _compatible(one.spans.keys() | other.spans)


def _pairs(occasions: list[_Occasion]) -> Iterator[tuple[float, int, int]]:
    """Which may be one, the most alike first; each is only compared with those whose days reach it."""
    by_kind: dict[str, list[int]] = {}
    for index, occasion in enumerate(occasions):
        by_kind.setdefault(occasion.kind, []).append(index)
    for same in by_kind.values():
        ranked = sorted(
            same, key=lambda i: (occasions[i].known is None, min(occasions[i].spans, default=("",)))
        )
        for position, one in enumerate(ranked):
            last = _last_day(occasions[one])
            for other in ranked[position + 1 :]:
                if occasions[other].known is None and min(occasions[other].spans)[0] > last:
                    break
                if not _may_meet(occasions[one], occasions[other]):
                    continue
                likeness = _likeness(occasions[one], occasions[other])
                if likeness >= _HALF:
                    yield -likeness, min(one, other), max(one, other)


def _last_day(occasion: _Occasion) -> str:
    return "9" if occasion.known is not None else max(max(span) for span in occasion.spans)


def _merged(occasions: list[_Occasion]) -> list[_Occasion]:
    """Joins what agrees, the most alike first; an unsaid place joins only where a single one can be meant."""
    pairs = sorted(_pairs(occasions))
    joined: dict[int, int] = {}

    def root(index: int) -> int:
        while index in joined:
            index = joined[index]
        return index

    for unplaced in (False, True):
        for _, one, other in pairs:
            first, second = root(one), root(other)
            places = [occasions[index].places - {""} for index in (first, second)]
            if first == second or all(places) == unplaced or not _agree(occasions[first], occasions[second]):
                continue
            if unplaced and _doubtful(first, second, pairs, occasions, root):
                continue
            _join(occasions[first], occasions[second])
            joined[second] = first
    return [occasion for index, occasion in enumerate(occasions) if index not in joined]


def _doubtful(
    first: int,
    second: int,
    pairs: list[tuple[float, int, int]],
    occasions: list[_Occasion],
    root: Callable[[int], int],
) -> bool:
    """Whether one of the two has no place and could be meant at several."""
    for index in (first, second):
        if occasions[index].places - {""}:
            continue
        others = {root(b if root(a) == index else a) for _, a, b in pairs if index in (root(a), root(b))}
        places = {place for other in others for place in occasions[other].places if place}
        if len(places) > 1:
            return True
    return False


def _joined_to_a_day(vague: _Occasion, dated: Sequence[_Occasion]) -> bool:
    """Takes what is told of a month ("in May") for the only like event with a day in it; whether it did."""
    if len(vague.telling) < _TELLING or not vague.places - {""}:
        return False
    ((month, _),) = vague.spans
    like = [
        other
        for other in dated
        if other.kind == vague.kind
        and other.places - {""} == vague.places - {""}
        and other.spans
        and other.span[0].startswith(month)
        and (vague.telling <= other.words or other.telling <= vague.words)
        and len(other.telling) >= _TELLING
        and not other.releases & vague.releases
    ]
    if len(like) != 1 or (vague.kind == _VISIT and _are_others(vague, like[0])):
        return False
    _join(like[0], vague)
    return True


def _join(occasion: _Occasion, other: _Occasion) -> None:
    occasion.places |= other.places
    occasion.spans = dict(sorted((occasion.spans | other.spans).items()))
    occasion.members = sorted([*occasion.members, *other.members])
    occasion.releases |= other.releases
    occasion.statuses |= other.statuses
    occasion.attended |= other.attended
    occasion.ties |= other.ties
    occasion.place_known |= other.place_known
    occasion.known = occasion.known or other.known


def _event_names(occasions: Sequence[_Occasion]) -> list[str]:
    """Local names: the event's name and day, and where two share them, also kind and place, or a hash."""
    plain = [o.known.local if o.known is not None else f"{slug(o.name)}-{o.span[0]}" for o in occasions]
    fuller = [
        f"{name}-{slug('-'.join((o.kind, *sorted(p.rpartition('/')[2] for p in o.places if p))))}"
        for name, o in zip(plain, occasions, strict=True)
    ]
    fullest = [
        f"{name}-{short_hash('/'.join(o.order), 6)}" for name, o in zip(fuller, occasions, strict=True)
    ]
    counts, fuller_counts = Counter(plain), Counter(fuller)
    return [
        plain[i] if counts[plain[i]] == 1 else fuller[i] if fuller_counts[fuller[i]] == 1 else fullest[i]
        for i in range(len(occasions))
    ]


_ORGANIZING: Final = tuple(f"/{role.value}" for role in (Role.ORGANIZER, Role.HOST))
_VISIT: Final = EventKind.VISIT.value
_HALF: Final = 0.5
_KINDS: Final = frozenset(
    {
        "campaign", "ceremony", "conference", "council", "course", "election", "event", "exercise", "forum",
        "launch", "meeting", "mission", "opening", "round", "seminar", "session", "statement", "summit",
        "table", "training", "visit", "workshop",
    }
)  # fmt: skip
_TELLING: Final = 2
_STATUSES: Final = tuple(
    status.value
    for status in (Status.TOOK_PLACE, Status.CANCELLED, Status.PLANNED, Status.POSSIBLE, Status.URGED)
)
