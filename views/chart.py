"""Who led what, when: from terms and operations to lanes with bars, before anything has a place on a page.

Days are counted as `date.toordinal` counts them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from ..ontology.vocabulary import expand
from .model import Operation, Term, Thing

__all__ = ["ACCENTS", "Bar", "Chart", "Group", "Lane", "chart"]

ACCENTS = ("#d55e00", "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9")
"""Colours that colour-blind readers can tell apart (Okabe and Ito, Color Universal Design, 2008)."""

_WHOLE: Final = frozenset({expand("body:osce"), expand("body:csce")})
_LONG_TITLE: Final = 48
"""From how many letters on a lane goes by the short label of the office, where that has one."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A dated term on its lane. It is sure from `sure_from` to `sure_to`, possible from `first` to `last`.

    opens, closes  whether the start and the end are known at all; where not, the bar fades
    track          0, or more for a term that overlaps another one
    """

    term: Term
    first: int
    sure_from: int
    sure_to: int
    last: int
    opens: bool
    closes: bool
    track: int = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """One operation with those that it follows in the same place: when there was one, and who led it."""

    label: str
    operations: tuple[Operation, ...]
    mandates: tuple[tuple[int, int], ...]
    bars: tuple[Bar, ...]
    undated: tuple[Term, ...]

    @property
    def tracks(self) -> int:
        """How many bars stand above each other at most."""
        return 1 + max((bar.track for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True)
class Group:
    """The lanes of one region."""

    label: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole picture.

    colours   the States that have a colour, with it and with the number of their dated terms, most first
    moves     one person's term and the next one of theirs on another lane
    set_aside terms that lead no operation: those of the Chair and of the Chair's representatives
    unlaned   lanes that have no dated head, with their undated terms
    """

    groups: tuple[Group, ...]
    colours: tuple[tuple[Thing, str, int], ...]
    moves: tuple[tuple[Bar, Bar], ...]
    first_day: int
    today: int
    set_aside: int
    unlaned: tuple[tuple[str, tuple[Term, ...]], ...]

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """All lanes from top to bottom."""
        return tuple(lane for group in self.groups for lane in group.lanes)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, lane by lane, in the order of time."""
        return tuple(bar for lane in self.lanes for bar in lane.bars)


def chart(
    terms: Sequence[Term], operations: Sequence[Operation], today: date, hubs: Collection[str] = ()
) -> Chart:
    """Arranges the terms in lanes by region and operation.

    today  the last day drawn; terms that begin after it are not drawn
    hubs   IRIs of the organizations whose terms are set aside
    """
    now = today.toordinal()
    led = [term for term in terms if term.organization not in hubs]
    by_organization: dict[str, list[Term]] = defaultdict(list)
    for term in led:
        by_organization[term.organization].append(term)
    known = {operation.thing.iri: operation for operation in operations}
    lanes: list[Lane] = []
    unlaned: list[tuple[str, tuple[Term, ...]]] = []
    chains = _chains([known[iri] for iri in sorted(known) if iri not in hubs], by_organization)
    hosts = Counter(chain[0].host.iri for chain in chains if chain[0].host is not None)
    offices = {operation.thing.iri: operation.thing.short for operation in operations}
    for chain in chains:
        held = [term for operation in chain for term in by_organization.get(operation.thing.iri, ())]
        mandates = _mandates(chain, now) if chain[0].is_field_operation else ()
        for label, members in _lanes(chain, held, by_organization, hosts, offices):
            dated = [term for term in members if _is_drawn(term, now)]
            undated = tuple(term for term in members if not _is_drawn(term, now))
            if dated:
                lanes.append(Lane(label, chain, mandates, _bars(dated, mandates, now), undated))
            elif undated:
                unlaned.append((label, undated))
    groups = _groups(lanes)
    days = [bar.first for lane in lanes for bar in lane.bars]
    return Chart(
        groups=groups,
        colours=_colours(bar.term for lane in lanes for bar in lane.bars),
        moves=_moves(groups),
        first_day=date(date.fromordinal(min(days, default=now)).year, 1, 1).toordinal(),
        today=now,
        set_aside=len(terms) - len(led),
        unlaned=tuple(unlaned),
    )


def _is_drawn(term: Term, now: int) -> bool:
    start = term.when.start
    return bool(term.when) and (start is None or start.earliest.toordinal() <= now)


def _chains(operations: Sequence[Operation], held: dict[str, list[Term]]) -> list[tuple[Operation, ...]]:
    """Operations with their successors in the same host, where one followed one."""
    known = {operation.thing.iri: operation for operation in operations}
    before: dict[str, str] = {}
    followers: Counter[str] = Counter()
    for operation in operations:
        same = [known[iri] for iri in operation.follows if iri in known]
        same = [other for other in same if other.host is not None and other.host == operation.host]
        if len(same) == 1:
            before[operation.thing.iri] = same[0].thing.iri
            followers[same[0].thing.iri] += 1
    before = {later: earlier for later, earlier in before.items() if followers[earlier] == 1}
    after = {earlier: later for later, earlier in before.items()}
    chains = []
    for operation in operations:
        if operation.thing.iri in before:
            continue
        chain = [operation]
        while (following := after.get(chain[-1].thing.iri)) is not None:
            chain.append(known[following])
        if any(held.get(link.thing.iri) for link in chain):
            chains.append(tuple(chain))
    return chains


def _lanes(
    chain: tuple[Operation, ...],
    held: Sequence[Term],
    by_organization: dict[str, list[Term]],
    hosts: Counter[str],
    offices: dict[str, str],
) -> Iterator[tuple[str, list[Term]]]:
    """The lanes of a chain: one for a field operation, one for each office or leading post of a body."""
    if chain[0].is_field_operation:
        yield _label(chain, by_organization, hosts), list(held)
        return
    posts: dict[str, list[Term]] = defaultdict(list)
    for term in held:
        posts[term.office or term.title].append(term)
    body = chain[0].thing
    whole = body.iri in _WHOLE
    for post in sorted(posts):
        name = posts[post][0].post.label.removesuffix(f", {body.label}").removesuffix(" of the OSCE")
        if not whole and len(posts) == 1:
            label = body.short or body.label.removeprefix("OSCE ")
        elif len(name) > _LONG_TITLE:
            label = offices.get(post) or name
        else:
            label = name if whole else f"{body.name}: {name}"
        yield label, posts[post]


def _label(chain: tuple[Operation, ...], held: dict[str, list[Term]], hosts: Counter[str]) -> str:
    host = chain[0].host
    if len(chain) > 1 and host is not None and hosts[host.iri] == 1:
        return host.name
    most = max(chain, key=lambda operation: (len(held.get(operation.thing.iri, ())), operation.thing.iri))
    return most.thing.short or most.thing.label.removeprefix("OSCE ")


def _mandates(chain: Iterable[Operation], now: int) -> tuple[tuple[int, int], ...]:
    spans = []
    for operation in chain:
        start, end = operation.mandate.start, operation.mandate.end
        if start is not None and start.earliest.toordinal() <= now:
            last = min(end.latest.toordinal(), now) if end is not None else now
            spans.append((start.earliest.toordinal(), last))
    return tuple(sorted(spans))


def _edge(term: Term) -> tuple[int, int, str]:
    start, end = term.when.start, term.when.end
    if start is not None:
        latest = end.latest if end is not None else start.latest
        return start.earliest.toordinal() + start.latest.toordinal(), latest.toordinal(), term.iri
    assert end is not None  # noqa: S101 - only dated terms come here
    return 2 * end.earliest.toordinal() - 1, end.latest.toordinal(), term.iri


def _bars(dated: Sequence[Term], mandates: tuple[tuple[int, int], ...], now: int) -> tuple[Bar, ...]:
    ordered = sorted(dated, key=_edge)
    starts = _starts(ordered)
    opening = min((first for first, _ in mandates), default=None)
    closing = max((last for _, last in mandates), default=now)
    bars: list[Bar] = []
    for term in ordered:
        bar = _bar(term, starts, bars, opening, closing, now)
        bars.append(bar)
    return _handed_over(bars)


def _starts(ordered: Sequence[Term]) -> list[int]:
    """When each term of a lane began at the earliest; if only its end is known, halfway from before."""
    starts: list[int] = []
    previous: Term | None = None
    for term in ordered:
        start, end = term.when.start, term.when.end
        if start is not None:
            starts.append(start.earliest.toordinal())
        elif (
            end is not None
            and previous is not None
            and previous.when.end is None
            and previous.when.start is not None
        ):
            starts.append((previous.when.start.latest.toordinal() + end.earliest.toordinal()) // 2)
        previous = term
    return starts


def _bar(
    term: Term, starts: Sequence[int], earlier: Sequence[Bar], opening: int | None, closing: int, now: int
) -> Bar:
    start, end = term.when.start, term.when.end
    if start is not None:
        first, sure_from = start.earliest.toordinal(), start.latest.toordinal()
    else:
        assert end is not None  # noqa: S101 - only dated terms come here
        sure_from = end.earliest.toordinal()
        floor = max(
            [bar.last for bar in earlier] + ([opening] if opening is not None else []),
            default=sure_from - 366,
        )
        first = min(max(floor, sure_from - 4 * 366), sure_from)
    if end is not None:
        sure_to, last = end.earliest.toordinal(), end.latest.toordinal()
    else:
        sure_to = sure_from
        following = [day for day in starts if day > first]
        limit = min(following) if following else (closing if closing > sure_from else now)
        last = max(limit, sure_from)
    sure_from, sure_to, last = min(sure_from, now), min(sure_to, now), min(last, now)
    if start is not None and end is None:
        sure_to = sure_from
    taken = [bar for bar in earlier if bar.closes and bar.sure_to > sure_from + 45 and bar.first < last]
    used = {bar.track for bar in taken}
    track = next(n for n in range(len(used) + 1) if n not in used)
    return Bar(
        term, first, sure_from, max(sure_from, sure_to), last, start is not None, end is not None, track
    )


def _handed_over(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """Where an end and the next start share their doubt, each bar keeps half: no two overlap."""
    done: list[Bar] = []
    latest: dict[int, int] = {}
    for bar in bars:
        at = latest.get(bar.track)
        if at is not None and done[at].last > bar.first:
            previous = done[at]
            middle = (
                max(previous.sure_to, bar.first) + min(previous.last, max(bar.sure_from, bar.first))
            ) // 2
            middle = max(middle, previous.first)
            done[at] = replace(
                previous,
                last=middle,
                sure_to=min(previous.sure_to, middle),
                sure_from=min(previous.sure_from, middle),
            )
            bar = replace(
                bar, first=middle, sure_from=max(bar.sure_from, middle), sure_to=max(bar.sure_to, middle),
                last=max(bar.last, middle),
            )  # fmt: skip
        latest[bar.track] = len(done)
        done.append(bar)
    return tuple(done)


def _groups(lanes: Iterable[Lane]) -> tuple[Group, ...]:
    """Regions from west to east by the seats of their operations, bodies last; lanes by their first day."""
    by_group: dict[tuple[bool, str], list[Lane]] = defaultdict(list)
    for lane in lanes:
        by_group[not lane.operations[0].is_field_operation, lane.operations[0].group].append(lane)

    def easting(key: tuple[bool, str]) -> tuple[bool, float, str]:
        places = [o.longitude for lane in by_group[key] for o in lane.operations if o.longitude is not None]
        return key[0], sum(places) / len(places) if places else 1000.0, key[1]

    def opening(lane: Lane) -> tuple[int, str]:
        return min([first for first, _ in lane.mandates] or [lane.bars[0].first]), lane.label

    return tuple(
        Group(key[1], tuple(sorted(by_group[key], key=opening))) for key in sorted(by_group, key=easting)
    )


def _colours(terms: Iterable[Term]) -> tuple[tuple[Thing, str, int], ...]:
    counts = Counter(term.state for term in terms if term.state is not None)
    ranked = sorted(counts, key=lambda state: (-counts[state], state.iri))
    return tuple((state, colour, counts[state]) for state, colour in zip(ranked, ACCENTS, strict=False))


def _moves(groups: Iterable[Group]) -> tuple[tuple[Bar, Bar], ...]:
    placed: dict[str, list[tuple[int, int, Bar]]] = defaultdict(list)
    lanes = [lane for group in groups for lane in group.lanes]
    for number, lane in enumerate(lanes):
        for bar in lane.bars:
            placed[bar.term.person.iri].append((bar.first, number, bar))
    moves = []
    for person in sorted(placed):
        career = sorted(placed[person], key=lambda step: (step[0], step[1], step[2].term.iri))
        for (_, here, bar), (_, there, following) in pairwise(career):
            if here != there:
                moves.append((bar, following))
    return tuple(moves)
