"""The people of a release, as far as names tell: which runs of words are names, and whose."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ....ontology.facts import Entity, EntityKind, TermStatus
from ..model import Part, PostMention
from ..posts.holders import holder_of, people_surnamed
from ..tables import words
from .lexicon import honorific_gender
from .line import Line
from .names import NameIndex, Run, name_key, short_forms, sound
from .names_evidence import ACCEPTED, evidence
from .rules import Scene

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["Person", "Roster", "find_people"]

_LINKED: Final = 1.0
_BESIDE: Final = 0.7
_AGAIN: Final = 0.6
_KNOWN: Final = 0.9
_SHARED: Final = 0.8
_LONGEST_MEMORY: Final = 400
_OF_SEVERAL: Final = words("person_cues", cue="pair")


@dataclass(slots=True)
class Person:
    """Somebody whom the release names: the fullest name, and what is known of him or her so far."""

    name: str
    key: tuple[str, ...]
    gender: str = ""
    titles: set[str] = field(default_factory=set)
    posts: list[PostMention] = field(default_factory=list)
    confidence: float = 0.9
    _held: set[tuple[str, TermStatus, Entity | None]] = field(default_factory=set)

    def give(self, post: PostMention) -> None:
        """Notes that he or she holds a post, where that is not known."""
        held = (post.title, post.status, post.organization)
        if held not in self._held:
            self._held.add(held)
            self.posts.append(post)

    def take(self, posts: Set[tuple[str, tuple[EntityKind, str]]]) -> None:
        """Forgets posts, by their title and the key of whom they are for."""
        self.posts = [
            post
            for post in self.posts
            if post.organization is None or (post.title, post.organization.key) not in posts
        ]
        self._held = {(post.title, post.status, post.organization) for post in self.posts}


@dataclass(slots=True)
class Roster:
    """Who is named where: for each sentence and name of its scene the person, where it is one.

    short  the places where the name is no full one
    last   for each person (by identity) the last place
    """

    people: list[Person] = field(default_factory=list)
    at: dict[tuple[int, int], Person] = field(default_factory=dict)
    short: set[tuple[int, int]] = field(default_factory=set)
    last: dict[int, tuple[int, int]] = field(default_factory=dict)
    _exact: dict[tuple[str, ...], Person] = field(default_factory=dict)
    _index: NameIndex[Person] = field(default_factory=NameIndex)

    def add(self, person: Person) -> None:
        """Adds somebody who is named."""
        self.people.append(person)
        self._exact[person.key] = person
        self._index.add(person.key, person)

    def named(self, key: tuple[str, ...]) -> Person | None:
        """The one of exactly this name."""
        return self._exact.get(key)

    def fuller(self, short: tuple[str, ...]) -> list[Person]:
        """Those whom the short form can mean."""
        return list(self._index.fuller(short))

    def sounding(self, surname: str) -> list[Person]:
        """Those whose surname is the same in another way of writing it."""
        found = sound(surname)
        recent = (person for person in self.people[-_LONGEST_MEMORY:] if len(person.key) > 1)
        return [person for person in recent if sound(person.key[-1]) == found]

    def put(self, person: Person, number: int, place: int) -> None:
        """Notes that a name of a sentence is the person's."""
        self.at[number, place] = person
        self.last[id(person)] = (number, place)


def find_people(scenes: Sequence[Scene], reference: Reference, on: date | None) -> Roster:
    """Decides which names are people's, and joins short forms to full ones."""
    _trim_titles(scenes)
    weights = _weights(scenes, reference)
    roster = Roster()
    for person in _full_names(scenes, weights, reference, on):
        roster.add(person)
    for number, scene in enumerate(scenes):
        for place, run in enumerate(scene.names):
            _place(roster, scene, number, place, run, weights[number, place], reference, on)
        _place_pairs(roster, scene, number)
    named = {id(person) for person in roster.at.values()}
    roster.people = [person for person in roster.people if id(person) in named]
    return roster


def _trim_titles(scenes: Sequence[Scene]) -> None:
    """Cuts words off the names in titles that are no part of them below ("Ana Lukić Wraps Up Visit")."""
    below = {
        name_key(scene.line.text(run.first, run.last))
        for scene in scenes
        if scene.line.sentence.part is not Part.TITLE
        for run in scene.names
        if run.size > 1
    }
    for scene in scenes:
        if scene.line.sentence.part is Part.TITLE:
            scene.names = tuple(_trimmed(scene.line, run, below) for run in scene.names)


def _trimmed(line: Line, run: Run, known: Set[tuple[str, ...]]) -> Run:
    key = name_key(line.text(run.first, run.last))
    if key in known:
        return run
    for last in range(run.last - 1, run.first + 1, -1):
        if name_key(line.text(run.first, last)) in known:
            return replace(run, last=last)
    short = len(key) > 1 and any(full[-1] == key[0] and full[0] not in key for full in known)
    return replace(run, last=run.first + 1) if short else run


def _weights(scenes: Sequence[Scene], reference: Reference) -> dict[tuple[int, int], float]:
    weights: dict[tuple[int, int], float] = {}
    keys: dict[tuple[int, int], tuple[str, ...]] = {}
    for number, scene in enumerate(scenes):
        for place, run in enumerate(scene.names):
            weight = evidence(scene.line, run)
            if scene.has_posts(place) or place in scene.denied:
                weight = max(weight, 0.0 if run.size > 1 else weight)
                weight += _LINKED if run.size > 1 else _LINKED + 1.0
            text = scene.line.text(run.first, run.last)
            if run.size > 1 and reference.person_named(text) is not None:
                weight += _KNOWN
            weights[number, place] = weight
            keys[number, place] = name_key(text)
    full: NameIndex[None] = NameIndex()
    for key in {key for at, key in keys.items() if len(key) > 1 and weights[at] >= ACCEPTED}:
        full.add(key, None)
    for at, key in keys.items():
        if len(key) == 1 and any(True for _ in full.fuller(key)):
            weights[at] = max(weights[at], ACCEPTED)
    alone = {keys[at] for at in keys if scenes[at[0]].names[at[1]].size <= 2}
    for at, key in keys.items():
        if len(key) > 1 and any(short in alone for short in short_forms(key)):
            weights[at] += _AGAIN
    _spread(scenes, weights)
    return weights


def _spread(scenes: Sequence[Scene], weights: dict[tuple[int, int], float]) -> None:
    """Who stands in a row with people is one too."""
    for number, scene in enumerate(scenes):
        onward = list(pairwise(range(len(scene.names))))
        for one, two in [*onward, *((later, earlier) for earlier, later in reversed(onward))]:
            known, other = scene.names[one], scene.names[two]
            if weights[number, one] < ACCEPTED or other.size < 2:
                continue
            first, last = min(known.last, other.last), max(known.honorifics, other.honorifics)
            between = _without_origin(_without_brackets(scene.line.lower[first:last]))
            joined = all(word in (",", "and", ";") for word in between) and 0 < len(between) < 3
            joined = joined or between in (["and", "by"], ["and", "with"])
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
    index: NameIndex[Person] = NameIndex()
    for person in sorted(people, key=lambda p: (-len(p.key), p.key[0].endswith("."))):
        if next(index.fuller(person.key), None) is None:
            kept.append(person)
            index.add(person.key, person)
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
    exact = roster.named(key)
    similar = [exact] if exact is not None else roster.fuller(key)
    told = run.honorifics < run.first or scene.has_posts(place)
    if not similar and run.size == 1 and told:
        similar = roster.sounding(key[0])
        similar = similar if len(similar) == 1 else []
    if similar:
        person = max(similar, key=lambda p: roster.last.get(id(p), (-1, -1)))
        roster.put(person, number, place)
        if exact is None:
            roster.short.add((number, place))
    elif run.size == 1 or weight >= ACCEPTED or (on is not None and people_surnamed(text, on, reference)):
        found = _from_reference(text, scene, place, reference, on)
        strong = weight >= ACCEPTED and (run.honorifics < run.first or scene.has_posts(place) or run.size > 1)
        if found is None and not strong:
            return
        name = found or text
        known = roster.named(name_key(name))
        if known is None:
            known = Person(name, name_key(name), confidence=0.85 if found else 0.75)
            roster.add(known)
        roster.put(known, number, place)
        if found:
            roster.short.add((number, place))
    else:
        return
    _learn(roster.at[number, place], scene.line, run)


def _place_pairs(roster: Roster, scene: Scene, number: int) -> None:
    """Gives the first of two people of one surname that surname ("the murders of Petar and Ana Lukić")."""
    line = scene.line
    for place, (first, second) in enumerate(pairwise(scene.names)):
        other = roster.at.get((number, place + 1))
        if first.size > 1 or second.size != 2 or other is None or (number, place) in roster.at:
            continue
        joined = line.low(first.last) == "and" and second.honorifics == first.last + 1
        before = first.honorifics - 1 - (line.low(first.honorifics - 1) == "of")
        if joined and line.low(before) in _OF_SEVERAL and len(other.key) == second.size:
            name = f"{line.text(first.first, first.last)} {line.text(second.last - 1, second.last)}"
            person = roster.named(name_key(name))
            if person is None:
                person = Person(name, name_key(name), confidence=_SHARED)
                roster.add(person)
            roster.put(person, number, place)


def _learn(person: Person, line: Line, run: Run) -> None:
    for index in range(run.honorifics, run.first):
        word = line.low(index)
        person.titles.add(word.removesuffix("s") if word.endswith("s") and len(word) > 4 else word)
        person.gender = person.gender or honorific_gender(word)


def _from_reference(text: str, scene: Scene, place: int, reference: Reference, on: date | None) -> str | None:
    """The office holder whom a surname means: one who held a post that day, or whose post stands there."""
    if on is None:
        return None
    run = scene.names[place]
    for at, links in scene.joined.items():
        post = scene.posts[at]
        if run.size == 1 and post.office is not None and any(link.name == place for link, _ in links):
            holder = holder_of(post.title, post.whom[0], post.office, on, reference)
            if holder is not None and name_key(holder.name)[0] == name_key(text)[0]:
                return holder.name
    held = people_surnamed(text, on, reference)
    if len(held) != 1:
        return None
    line = scene.line
    told = scene.has_posts(place) or run.honorifics < run.first or evidence(line, run) > -0.8
    return held[0] if told else None
