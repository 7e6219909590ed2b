"""Which of the things that sources speak of are one: settled for each key from all its claims.

Each settler takes the claims of one key by source and gives every source its part of the result: local
names, which nothing but the claims decides, and labels, the same wherever the thing is named. Two records
for one thing are better than one record for two things.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from ..ontology.names import loose_key
from ..ontology.vocabulary import short_hash, slug
from .knowledge import Knowledge
from .labels import best_form
from .occasions import settle_events
from .settled import BySource, Resolved, Settled

__all__ = ["Resolved", "Settled", "settle_key"]


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


_SETTLERS: Final[Mapping[str, Callable[[str, BySource, Knowledge], Resolved]]] = {
    "source": _settle_sources,
    "release": _settle_releases,
    "person": _settle_people,
    "organization": _settle_things,
    "place": _settle_things,
    "event": settle_events,
}
