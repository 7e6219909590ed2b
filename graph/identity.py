"""Which of the things that sources speak of are one: settled for each key from all its claims.

Each settler takes the claims of one key by source and gives every source its part of the result: local
names, which nothing but the claims decides, and labels, the same wherever the thing is named. Two records
for one thing are better than one record for two things.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from ..ontology.facts import Status
from ..ontology.names import loose_key
from ..ontology.vocabulary import short_hash, slug
from .claims import OF, content_words
from .knowledge import Knowledge, Occasion
from .labels import best_form, standing_alone

__all__ = ["Resolved", "Settled", "settle_key"]

BySource = Mapping[str, Sequence[Sequence[Any]]]


class Settled(NamedTuple):
    """What a thing goes by.

    status       of an event: what all sources together say of it; empty for other things
    attended     of an event: what all sources together say of each attendance
    place_known  of an event: whether some source gives a place of reference, where others only have its name
    """

    local: str
    label: str
    status: str = ""
    place_known: bool = False
    attended: tuple[tuple[str, str], ...] = ()


Resolved = dict[str, dict[str, Settled]]
"""By source, then by what it calls a thing."""


def settle_key(key: str, claims: BySource, knowledge: Knowledge) -> Resolved:
    """Settles the claims of one key; the result depends on the claims alone, not on their order."""
    if not claims:
        return {}
    kind, _, rest = key.partition("/")
    ordered = {source: claims[source] for source in sorted(claims)}
    return _SETTLERS[kind](rest, ordered, knowledge)


def _settle_sources(start: str, claims: BySource, _: Knowledge) -> Resolved:
    """Sources whose hashes start alike: eight digits name one, more are taken where there are several."""
    digits = 8
    while len({source[:digits] for source in claims}) < len(claims):
        digits *= 2
    return {source: {source: Settled(f"s{source[:digits]}", "")} for source in claims}


def _settle_things(local: str, claims: BySource, _: Knowledge) -> Resolved:
    """Organizations and places of one local name: one label for all."""
    label = best_form(name for names in claims.values() for (name,) in names)
    return {source: {local: Settled(local, label)} for source in claims}


def _settle_releases(day: str, claims: BySource, _: Knowledge) -> Resolved:
    """Releases of one day: those of one normalized title are copies unless their numbers and words differ."""
    titled: dict[str, list[tuple[str, Sequence[Any]]]] = {}
    for source, releases in claims.items():
        for claim in releases:
            titled.setdefault(loose_key(claim[2]) or f"body {claim[3]}", []).append((source, claim))
    short = Counter(short_hash(title, 4) for title in titled)
    resolved: Resolved = {}
    for title, copies in titled.items():
        digits = 4 if short[short_hash(title, 4)] == 1 else 12
        local = f"r-{day}-{short_hash(title, digits)}"
        label = best_form(claim[2] for _, claim in copies)
        for source, claim in copies:
            number = _number(claim, [other for _, other in copies])
            settled = Settled(_numbered(number) if number else local, label)
            resolved.setdefault(source, {})[str(claim[0])] = settled
    return resolved


def _numbered(number: str) -> str:
    return f"n{number}" if number.isascii() and number.isdigit() else f"n-{slug(number)}"


def _number(claim: Sequence[Any], copies: Sequence[Sequence[Any]]) -> str | None:
    """The number of a release: the lowest of the copies with the same words, else the only one there is."""
    numbers = {other[1] for other in copies if other[1]}
    if len(numbers) > 1:
        numbers = {other[1] for other in copies if other[1] and other[3] == claim[3]}
        if not numbers:
            return str(claim[1]) if claim[1] else None
    return min(numbers, key=lambda number: (len(number), number)) if numbers else None


def _settle_people(local: str, claims: BySource, knowledge: Knowledge) -> Resolved:
    """People of one name are one, unless they held posts for States of which none followed the other."""
    states: list[set[str]] = []
    for state in sorted({state for people in claims.values() for _, state in people if state}):
        kin = [group for group in states if any(knowledge.may_follow(state, other) for other in group)]
        states = [group for group in states if group not in kin]
        states.append({state}.union(*kin))
    namesakes = {state: min(group) for group in states for state in group} if len(states) > 1 else {}
    bearers: dict[str, list[str]] = {}
    chosen: dict[str, str] = {}
    for source, people in claims.items():
        theirs = {namesakes[state] for _, state in people if state in namesakes}
        chosen[source] = f"{local}-{theirs.pop()}" if len(theirs) == 1 else local
        bearers.setdefault(chosen[source], []).extend(name for name, _ in people)
    labels = {bearer: best_form(names) for bearer, names in bearers.items()}
    return {source: {local: Settled(bearer, labels[bearer])} for source, bearer in chosen.items()}


@dataclass(slots=True)
class _Occasion:
    """What is taken for one event: claims by source and key; `known` is the event of reference, if it is."""

    kind: str
    places: set[str]
    ends: set[str]
    words: frozenset[str]
    members: list[tuple[str, str, str]] = field(default_factory=list)
    releases: set[tuple[str, int]] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    attended: set[tuple[str, str]] = field(default_factory=set)
    place_known: bool = False
    known: Occasion | None = None

    @property
    def status(self) -> str:
        """What all sources together say of whether it took place."""
        return _together(self.statuses)

    @property
    def order(self) -> tuple[str, ...]:
        return (self.name, self.kind, *sorted(self.places), *sorted(self.ends), *map("/".join, self.members))

    @property
    def name(self) -> str:
        if self.known is not None:
            return self.known.label
        return best_form(standing_alone(name) for _, _, name in self.members)


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


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The larger share of one name's content words that the other has too, those for kinds of events aside.

    A name of nothing else ("conference") is as like all others as it takes, and no more.
    """
    if not one or not other:
        return 0.0
    first, second = one - _KINDS, other - _KINDS
    if not first or not second:
        return 1.0 if one == other else _HALF if one & other else 0.0
    return len(first & second) / min(len(first), len(second))


def _agree(one: _Occasion, other: _Occasion) -> bool:
    """Whether two may be one: kind, place and last day agree, and no release tells them apart."""
    if one.kind != other.kind or one.releases & other.releases:
        return False
    if one.known is not None and other.known is not None:
        return False
    if one.known is not None or other.known is not None:
        return len({place for place in one.places | other.places if place}) <= 1
    ends = {end for end in one.ends | other.ends if end}
    return len(ends) <= 1 and len({place for place in one.places | other.places if place}) <= 1


def _settle_events(start: str, claims: BySource, knowledge: Knowledge) -> Resolved:
    """Events that start on one day: one where kind, place and half of the content words of a name agree.

    Where only month or year is known, one name is one event if it has two content words or more.
    """
    if start.startswith(OF):
        return _settle_attended(start.removeprefix(OF), claims)
    vague = len(start) < len("2006-11-24")
    exact: dict[tuple[Any, ...], _Occasion] = {}
    for source, events in claims.items():
        for release, key, kind, name, place, end, status, place_known, there in events:
            words = content_words(name)
            same: tuple[Any, ...] = (kind, place, end, " ".join(sorted(words)) or name)
            if vague and len(words) < _TELLING:
                same = (*same, source, release)
            occasion = exact.setdefault(same, _Occasion(kind, {place}, {end}, words))
            occasion.members.append((source, f"{release}/{key}", name))
            occasion.releases.add((source, release))
            occasion.statuses.add(status)
            occasion.attended.update(map(tuple, there))
            occasion.place_known |= place_known
    occasions = sorted(exact.values(), key=lambda o: o.order)
    if not vague:
        occasions = [o for o in _merged([*_known(start, knowledge), *occasions]) if o.members]
    resolved: Resolved = {}
    for occasion, local in zip(occasions, _event_names(occasions, start), strict=True):
        attended = _all_attended(occasion.attended)
        settled = Settled(local, occasion.name, occasion.status, occasion.place_known, attended)
        for source, key, _ in occasion.members:
            resolved.setdefault(source, {})[key] = settled
    return resolved


def _known(start: str, knowledge: Knowledge) -> Iterator[_Occasion]:
    for known in knowledge.occasions(start):
        words = frozenset(word for name in known.names for word in content_words(name))
        yield _Occasion(known.kind, {known.place}, set(), words, known=known)


def _merged(occasions: list[_Occasion]) -> list[_Occasion]:
    """Joins what agrees, the most alike first; an unsaid place joins only where a single one can be meant."""
    by_kind: dict[str, list[int]] = {}
    for index, occasion in enumerate(occasions):
        by_kind.setdefault(occasion.kind, []).append(index)
    pairs = [
        (-likeness, one, other)
        for same in by_kind.values()
        for position, one in enumerate(same)
        for other in same[position + 1 :]
        if (likeness := _likeness(occasions[one].words, occasions[other].words)) >= _HALF
    ]
    joined: dict[int, int] = {}

    def root(index: int) -> int:
        while index in joined:
            index = joined[index]
        return index

    for unplaced in (False, True):
        for _, one, other in sorted(pairs):
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


def _join(occasion: _Occasion, other: _Occasion) -> None:
    occasion.places |= other.places
    occasion.ends |= other.ends
    occasion.members = sorted([*occasion.members, *other.members])
    occasion.releases |= other.releases
    occasion.statuses |= other.statuses
    occasion.attended |= other.attended
    occasion.place_known |= other.place_known
    occasion.known = occasion.known or other.known


def _event_names(occasions: Sequence[_Occasion], start: str) -> list[str]:
    """Local names: the event's name and day, and where two share them, also kind and place, or a hash."""
    plain = [o.known.local if o.known is not None else f"{slug(o.name)}-{start}" for o in occasions]
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
_SETTLERS: Final[Mapping[str, Callable[[str, BySource, Knowledge], Resolved]]] = {
    "source": _settle_sources,
    "release": _settle_releases,
    "person": _settle_people,
    "organization": _settle_things,
    "place": _settle_things,
    "event": _settle_events,
}
