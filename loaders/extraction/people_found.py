"""The people of a release, as far as names tell: which runs of words are names, and whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from .holders import people_surnamed
from .model import PostMention
from .names import Run, ends_with, name_key
from .names_evidence import ACCEPTED, evidence
from .people_lexicon import honorific_gender
from .people_line import Line
from .people_rules import Scene

if TYPE_CHECKING:
    from ...ontology.reference import Reference

__all__ = ["Person", "Roster", "find_people"]

_LINKED: Final = 1.0
_BESIDE: Final = 0.6
_AGAIN: Final = 0.6
_KNOWN: Final = 0.9


@dataclass(slots=True)
class Person:
    """Somebody whom the release names: the fullest name, and what is known of him or her so far."""

    name: str
    key: tuple[str, ...]
    gender: str = ""
    titles: set[str] = field(default_factory=set)
    posts: list[PostMention] = field(default_factory=list)
    confidence: float = 0.9


@dataclass(slots=True)
class Roster:
    """Who is named where: for each sentence and name of its scene the person, where it is one."""

    people: list[Person]
    at: dict[tuple[int, int], Person]
    short: set[tuple[int, int]]


def find_people(scenes: Sequence[Scene], reference: Reference, on: date | None) -> Roster:
    """Decides which names are people's, and joins short forms to full ones."""
    weights = _weights(scenes, reference)
    full = _full_names(scenes, weights, reference, on)
    roster = Roster(full, {}, set())
    for number, scene in enumerate(scenes):
        for place, run in enumerate(scene.names):
            _place(roster, scene, number, place, run, weights[number, place], reference, on)
    _complete(roster, reference)
    return roster


def _weights(scenes: Sequence[Scene], reference: Reference) -> dict[tuple[int, int], float]:
    weights: dict[tuple[int, int], float] = {}
    keys: dict[tuple[int, int], tuple[str, ...]] = {}
    for number, scene in enumerate(scenes):
        for place, run in enumerate(scene.names):
            weight = evidence(scene.line, run)
            if scene.has_posts(place):
                weight = max(weight, 0.0 if run.size > 1 else weight)
                weight += _LINKED if run.size > 1 else _LINKED + 1.0
            text = scene.line.text(run.first, run.last)
            if run.size > 1 and reference.person_named(text) is not None:
                weight += _KNOWN
            weights[number, place] = weight
            keys[number, place] = name_key(text)
    full = {key for at, key in keys.items() if len(key) > 1 and weights[at] >= ACCEPTED}
    for at, key in keys.items():
        if len(key) == 1 and any(ends_with(other, key) for other in full):
            weights[at] = max(weights[at], ACCEPTED)
    alone = {keys[at] for at in keys if scenes[at[0]].names[at[1]].size <= 2}
    for at, key in keys.items():
        if len(key) > 1 and any(ends_with(key, other) for other in alone if other != key):
            weights[at] += _AGAIN
    _spread(scenes, weights)
    return weights


def _spread(scenes: Sequence[Scene], weights: dict[tuple[int, int], float]) -> None:
    """Who stands in a row with people is one too."""
    for number, scene in enumerate(scenes):
        onward = list(pairwise(range(len(scene.names))))
        for one, two in [*onward, *((later, earlier) for earlier, later in onward)]:
            known, other = scene.names[one], scene.names[two]
            if weights[number, one] < ACCEPTED or other.size < 2:
                continue
            first, last = min(known.last, other.last), max(known.honorifics, other.honorifics)
            between = _without_origin(_without_brackets(scene.line.lower[first:last]))
            joined = all(word in (",", "and", ";") for word in between) and 0 < len(between) < 3
            joined = joined or (
                len(between) > 0 and between[-1] == "and" and len(between) < 10 and scene.has_posts(one)
            )
            if joined:
                weights[number, two] += _BESIDE


def _without_brackets(words: Sequence[str]) -> list[str]:
    kept: list[str] = []
    depth = 0
    for word in words:
        depth += word == "("
        if depth == 0:
            kept.append(word)
        depth -= word == ")"
    return kept


def _without_origin(words: list[str]) -> list[str]:
    """Leaves out "of the United States" before a comma or "and"."""
    if len(words) > 1 and words[0] == "of" and words[-1] in (",", "and"):
        return [words[-1]] if len(words) < 10 and "," not in words[:-2] else words
    return words


def _full_names(
    scenes: Sequence[Scene], weights: dict[tuple[int, int], float], reference: Reference, on: date | None
) -> list[Person]:
    people: dict[tuple[str, ...], Person] = {}
    for (number, place), weight in weights.items():
        run = scenes[number].names[place]
        if run.size < 2 or weight < ACCEPTED:
            continue
        text = scenes[number].line.text(run.first, run.last)
        key = name_key(text)
        if key in people or (run.size == 2 and _is_surname(text, reference, on)):
            continue
        if text[0].islower() and any(ends_with(known, key) for known in people):
            continue
        people[key] = Person(text, key, confidence=_confidence(weight))
    return _without_short(list(people.values()))


def _is_surname(text: str, reference: Reference, on: date | None) -> bool:
    """Whether two words are the surname alone of an office holder of the day ("De Gucht")."""
    if reference.person_named(text) is not None or on is None:
        return False
    return bool(people_surnamed(text, on, reference))


def _without_short(people: list[Person]) -> list[Person]:
    """Longer forms of one name swallow shorter ones ("Perrin de Brichambaut")."""
    kept: list[Person] = []
    for person in sorted(people, key=lambda p: -len(p.key)):
        if not any(ends_with(other.key, person.key) for other in kept):
            kept.append(person)
    order = {id(person): place for place, person in enumerate(people)}
    return sorted(kept, key=lambda p: order[id(p)])


def _confidence(weight: float) -> float:
    return round(min(0.97, 0.72 + 0.15 * weight), 2)


def _place(
    roster: Roster,
    scene: Scene,
    number: int,
    place: int,
    run: Run,
    weight: float,
    reference: Reference,
    on: date | None,
) -> None:
    text = scene.line.text(run.first, run.last)
    key = name_key(text)
    exact = [p for p in roster.people if p.key == key]
    similar = exact or [p for p in roster.people if ends_with(p.key, key)]
    if similar:
        person = _latest(similar, roster, number)
        roster.at[number, place] = person
        if not exact:
            roster.short.add((number, place))
    elif run.size == 1 or weight >= ACCEPTED:
        found = _from_reference(text, scene, place, reference, on)
        strong = weight >= ACCEPTED and (run.honorifics < run.first or scene.has_posts(place) or run.size > 1)
        if found is None and not strong:
            return
        name = found or text
        person = next((p for p in roster.people if p.key == name_key(name)), None) or Person(
            name, name_key(name), confidence=0.85 if found else 0.75
        )
        if person not in roster.people:
            roster.people.append(person)
        roster.at[number, place] = person
        if found:
            roster.short.add((number, place))
    else:
        return
    _learn(roster.at[number, place], scene.line, run)


def _latest(people: list[Person], roster: Roster, number: int) -> Person:
    """Of several people of one surname the one named last."""
    if len(people) == 1:
        return people[0]
    for at in sorted(roster.at, reverse=True):
        if at[0] <= number and any(roster.at[at] is p for p in people):
            return roster.at[at]
    return people[0]


def _learn(person: Person, line: Line, run: Run) -> None:
    for index in range(run.honorifics, run.first):
        word = line.low(index)
        person.titles.add(word.removesuffix("s") if word.endswith("s") and len(word) > 4 else word)
        person.gender = person.gender or honorific_gender(word)


def _from_reference(text: str, scene: Scene, place: int, reference: Reference, on: date | None) -> str | None:
    """The office holder whom a surname means: one who held a post that day, or whose post stands there."""
    if on is None:
        return None
    held = people_surnamed(text, on, reference)
    if len(held) != 1:
        return None
    run = scene.names[place]
    line = scene.line
    told = scene.has_posts(place) or run.honorifics < run.first or evidence(line, run) > -0.8
    return held[0] if told else None


def _complete(roster: Roster, reference: Reference) -> None:
    """Gives lone surnames the fuller form that reference has, where only one holder can be meant."""
    seen: Iterable[Person] = {id(p): p for p in roster.at.values()}.values()
    roster.people = [p for p in roster.people if any(p is q for q in seen)]
