"""What a picture says in one sentence, computed from what it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from .chart import Bar, Chart, Lane
from .model import Thing, with_article

__all__ = ["count", "lanes_finding", "lanes_numbers", "strongest_share"]

_FEW = 4


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "head"), count(1204, "head"), count(2, "is", "are")
    ('1 head', '1,204 heads', '2 are')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def strongest_share(
    shares: Iterable[tuple[str, Sequence[str]]], few: int = _FEW
) -> list[tuple[str, str, int, int]]:
    """Where one value has more than half of all: (name, value, how many, of how many), clearest first.

    shares  for each name its values; names with fewer than `few` are passed over

    >>> strongest_share([("A", ["x"] * 5), ("B", ["x"] * 6 + ["y"] * 2), ("C", ["x", "y"] * 3)])
    [('A', 'x', 5, 5), ('B', 'x', 6, 8)]
    """
    found = []
    for name, values in shares:
        if len(values) < few:
            continue
        value, number = min(Counter(values).items(), key=lambda item: (-item[1], item[0]))
        if 2 * number > len(values):
            found.append((name, value, number, len(values)))
    return sorted(found, key=lambda f: (f[2] != f[3], -f[3] if f[2] == f[3] else -f[2] / f[3], f[0]))


def lanes_finding(chart: Chart) -> str:
    """The sentence under the title: where the heads came from one State."""
    states = {bar.term.state.iri: bar.term.state for bar in chart.bars if bar.term.state is not None}
    shares = [
        (_where(lane), list(_senders(lane.bars).values()))
        for lane in chart.lanes
        if lane.operations[0].is_field_operation
    ]
    telling = [share for share in strongest_share(shares) if share[1]]
    if not telling:
        return _most(chart, states)
    where, iri, number, total = telling[0]
    state = with_article(states[iri].name)
    if number == total:
        sentence = f"All {number} dated heads {where} came from {state}"
    else:
        sentence = f"{number} of the {total} dated heads {where} came from {state}"
    same = [share for share in telling[1:] if share[1] == iri]
    if same:
        where, _, number, total = same[0]
        sentence += f", as did {number} of {total} {where}"
    return sentence + "."


def _where(lane: Lane) -> str:
    host = lane.operations[-1].host
    if host is not None and lane.label == host.name:
        return f"in {with_article(host.name)}"
    return f"of the {lane.operations[-1].thing.label}"


def _senders(bars: Iterable[Bar]) -> dict[str, str]:
    """For each person, whatever the number of terms, the IRI of the State; empty where none is known."""
    found: dict[str, str] = {}
    for bar in bars:
        person, state = bar.term.person.iri, bar.term.state
        found[person] = found.get(person) or (state.iri if state is not None else "")
    return found


def _most(chart: Chart, states: Mapping[str, Thing]) -> str:
    if not states:
        return f"{count(len(chart.bars), 'dated term')}; which State sent the holders is not known."
    senders = _senders(chart.bars)
    sent = Counter(state for state in senders.values() if state)
    first, *others = sorted(sent, key=lambda iri: (-sent[iri], iri))[:2]
    sentence = f"{with_article(states[first].name)} sent {sent[first]} of {count(len(senders), 'dated head')}"
    if others:
        sentence += f", {with_article(states[others[0]].name)} {sent[others[0]]}"
    return sentence[0].upper() + sentence[1:] + "."


def lanes_numbers(chart: Chart) -> str:
    """The numbers beside the finding: what is drawn, and how many operations there were at most and now."""
    people = {bar.term.person.iri for bar in chart.bars}
    movers = {bar.term.person.iri for bar, _ in chart.moves}
    text = (
        f"{count(len(chart.bars), 'dated term')} of {count(len(people), 'person', 'people')} on "
        f"{count(len(chart.lanes), 'lane')}; {len(movers)} of them moved on from one to another."
    )
    peak = _peak(chart)
    if peak is not None:
        year, most, now = peak
        last = date.fromordinal(chart.today).year
        text += f" Of these field operations, {most} had a mandate in {year}, {now} in {last}."
    return text


def _peak(chart: Chart) -> tuple[int, int, int] | None:
    spans = [span for lane in chart.lanes if lane.operations[0].is_field_operation for span in lane.mandates]
    first, last = date.fromordinal(chart.first_day).year, date.fromordinal(chart.today).year
    if not spans:
        return None

    def standing(day: int) -> int:
        return sum(start <= day <= end for start, end in spans)

    yearly = {
        year: standing(min(date(year, 7, 1).toordinal(), chart.today)) for year in range(first, last + 1)
    }
    year = max(yearly, key=lambda y: (yearly[y], -y))
    return (year, yearly[year], yearly[last]) if year != last else None
