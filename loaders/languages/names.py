"""Finds the names of reference in texts of other languages, in whatever case their grammar puts them.

The words of a name are compared by their beginnings: a name bears the ending that the sentence gives it ("в
Минске", "der Slowakei", "italiens"). How much of a word may change its language's table of endings says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ...ontology.facts import Entity, EntityKind
from ...ontology.vocabulary import slug
from .endings import Endings, Leeway, is_latin, plain, same
from .folders import Languages, current

if TYPE_CHECKING:
    from ...ontology.reference import Reference

__all__ = ["FoundName", "Names", "entity_of", "names_in", "names_of", "place_in_letters"]

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PLACES: Final = frozenset((EntityKind.PLACE, EntityKind.STATE))
_OPERATIONS: Final = frozenset((EntityKind.FIELD_OPERATION,))
_LABELS: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION))
_PREPOSITIONS: Final = ("in", "to")
_FARTHEST: Final = 4
_SHORTEST: Final = 5


@dataclass(frozen=True, slots=True)
class FoundName:
    """A stretch of a text that names an entity; offsets count in that text.

    demonym  whether it is the adjective of a State
    """

    begin: int
    end: int
    entity: Entity
    demonym: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    entity: Entity
    demonym: bool
    capital: bool
    loud: bool
    acronym: bool


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    plain: str
    begin: int
    end: int


_Match = tuple[int, int, _Entry]


def entity_of(said: str, reference: Reference, name: str = "") -> Entity | None:
    """What an entity's cell means ("body:odihr"), None where reference has no such row.

    A place whose cell has an English name with a capital in the place of an id is one that reference does
    not know; a document with no id is one that only keeps the words of its name from naming a place.
    """
    kind, _, local = said.partition(":")
    if kind == EntityKind.DOCUMENT and not local:
        return Entity(EntityKind.DOCUMENT, name)
    if kind == EntityKind.PLACE and local[:1].isupper():
        return Entity(EntityKind.PLACE, local)
    try:
        return reference.get(EntityKind(kind), local).entity
    except KeyError:
        return None


class Names:
    """The names of one language, by the first letters of their first words.

    own  what the language calls an entity, by its key, in plain letters
    """

    def __init__(self, languages: Languages, language: str, reference: Reference) -> None:
        self.endings = Endings(languages.rows("endings", language))
        self.particles = languages.words("words", "particle", language)
        self.before_language = languages.words("words", "language before", language)
        self.after_language = languages.words("words", "language after", language)
        self.prepositions = languages.words("words", "preposition", language)
        self.nouns_in_capitals = bool(languages.words("words", "nouns in capitals", language))
        self.chair = tuple(plain(word) for word in languages.words("words", "chair", language))
        self.osce = frozenset(
            plain(row["text"])
            for code in (language, "en")
            for row in languages.rows("page", code)
            if row["role"] == "osce" and row["value"] == "itself"
        )
        self.operations = tuple(
            (tuple(plain(word) for word in row["noun"].split()), row["singular"])
            for row in languages.rows("operations", language)
        )
        latin = all(map(is_latin, self.prepositions))
        self.spelt = {} if latin else _places_by_letters(reference)
        self.own: dict[tuple[EntityKind, str], set[str]] = {}
        self.by_start: dict[str, list[_Entry]] = {}
        self._reference = reference
        for row in languages.rows("names", language):
            entity = entity_of(row["entity"], reference, row["name"])
            if entity is not None:
                entry = self._entry(row, entity)
                if not entry.demonym:
                    self.own.setdefault(entity.key, set()).add(plain(row["name"]))
                self.by_start.setdefault(entry.words[0][:2], []).append(entry)

    def _entry(self, row: Mapping[str, str], entity: Entity) -> _Entry:
        said = [plain(word) for word in _WORD.findall(row["name"])]
        words = tuple(word for number, word in enumerate(said) if number == 0 or word not in self.particles)
        first = _WORD.findall(row["name"])[0]
        loud = len(first) > 1 and first.isupper()
        return _Entry(
            words, entity, row["kind"] == "demonym", first[0].isupper(), loud, loud and len(words) == 1
        )

    def label_starts(self) -> Iterator[tuple[str, Leeway]]:
        """The first words of names of bodies and field operations, and how their endings may change."""
        for entry in (entry for entries in self.by_start.values() for entry in entries):
            if entry.entity.kind in _LABELS:
                yield entry.words[0], self.endings.of(entry.words[0], entry.demonym, len(entry.words))
        for nouns, _ in self.operations:
            yield nouns[0], self.endings.of(nouns[0], False, 2)

    def find(
        self, text: str, on: date | None, may_shout: Callable[[int], bool] = lambda offset: False
    ) -> Iterator[FoundName]:
        """The names in a text, overlapping ones too.

        Args:
            text: a sentence, or a label of a page's header.
            on: the day, for names of field operations.
            may_shout: whether a name may stand in capitals at an offset.
        """
        if not self.by_start and not self.operations:
            return
        words = [_Word(m.group(), plain(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        found: list[_Match] = []
        for index, word in enumerate(words):
            for entry in self.by_start.get(word.plain[:2], ()):
                last = self._match(words, index, entry, may_shout)
                if last is not None:
                    found.append((index, last, entry))
        yield from self._spelt(words, found)
        for first, last, entry in found:
            end = words[self._with_host(words, last, entry, found) - 1].end
            yield FoundName(words[first].begin, end, entry.entity, entry.demonym)
        yield from self._operations(words, found, on)

    def chairs(self, text: str, names: Sequence[FoundName], states: Collection[str]) -> Iterator[FoundName]:
        """The Chair by its noun and the adjective of one of these States: "Presidenza italiana"."""
        words = [_Word(m.group(), plain(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        chair = self._reference.get(EntityKind.BODY, "chairpersonship").entity
        for found in names:
            if not found.demonym or found.entity.id not in states:
                continue
            for noun in words:
                near = (
                    text[noun.end : found.begin] if noun.end <= found.begin else text[found.end : noun.begin]
                )
                if near == " " and any(self._same(noun.plain, wanted, length=1) for wanted in self.chair):
                    yield FoundName(min(noun.begin, found.begin), max(noun.end, found.end), chair)

    def _spelt(self, words: Sequence[_Word], found: Sequence[_Match]) -> Iterator[FoundName]:
        """The places after a preposition whose labels a Cyrillic word spells: "в Призрене"."""
        if not self.spelt:
            return
        taken = {index for first, last, _ in found for index in range(first, last)}
        for index, word in enumerate(words):
            if index in taken or not index or words[index - 1].plain not in self.prepositions:
                continue
            place = _by_letters(word.plain, self.spelt) if word.text[0].isupper() else None
            if place is not None:
                yield FoundName(word.begin, word.end, place)

    def _match(
        self, words: Sequence[_Word], first: int, entry: _Entry, may_shout: Callable[[int], bool]
    ) -> int | None:
        """The end of the words that are this name, whatever their endings; None where they are not."""
        word = words[first]
        if entry.acronym:
            return first + 1 if word.text.isupper() and word.plain == entry.words[0] else None
        if entry.capital and not word.text[0].isupper():
            return None
        if word.text.isupper() and len(word.text) > 1 and not entry.loud and not may_shout(word.begin):
            return None
        position = first
        for number, wanted in enumerate(entry.words):
            while number and position < len(words) and words[position].plain in self.particles:
                position += 1
            if position >= len(words):
                return None
            if not self._same(words[position].plain, wanted, entry.demonym, len(entry.words)):
                position = self._after_adjective(words, position, number, wanted)
                if position == 0:
                    return None
            position += 1
        return None if entry.demonym and self._is_language(words, first, position) else position

    def _same(self, said: str, wanted: str, demonym: bool = False, length: int = 2) -> bool:
        return said == wanted or same(said, wanted, self.endings.of(wanted, demonym, length))

    def _after_adjective(self, words: Sequence[_Word], position: int, number: int, wanted: str) -> int:
        """Where a name goes on after an adjective ("Présidence suisse de l'OSCE"); 0 where it does not."""
        if number != 1 or wanted not in self.osce or not words[position].text.islower():
            return 0
        following = position + 1
        while following < len(words) and words[following].plain in self.particles:
            following += 1
        if following < len(words) and self._same(words[following].plain, wanted):
            return following
        return 0

    def _is_language(self, words: Sequence[_Word], first: int, last: int) -> bool:
        following = words[last].plain if last < len(words) else ""
        before = words[first - 1].plain if first else ""
        return following in self.after_language or before in self.before_language

    def _with_host(self, words: Sequence[_Word], last: int, entry: _Entry, found: Sequence[_Match]) -> int:
        """The word after the place that belongs to an operation's name: "Spezialmission in der Ukraine"."""
        if entry.entity.kind is not EntityKind.FIELD_OPERATION:
            return last
        known = self._reference.of(entry.entity)
        host = known.linked("host_state") if known is not None else None
        near = _between(found, last, last + _FARTHEST + 1)
        own = (p for p in near if p[2].entity == host and not p[2].demonym)
        small = self.particles | self.prepositions | self.osce
        return next((end for first, end, _ in own if all(w.plain in small for w in words[last:first])), last)

    def _operations(
        self, words: Sequence[_Word], found: Sequence[_Match], on: date | None
    ) -> Iterator[FoundName]:
        """The field operations named by noun, OSCE and place: "Centre de l'OSCE à Bichkek"."""
        places = [item for item in found if item[2].entity.kind in _PLACES and not item[2].demonym]
        if not places:
            return
        for index, word in enumerate(words):
            for nouns, singular in self.operations:
                after = self._after_noun(words, index, nouns)
                near = _between(places, after, after + _FARTHEST) if after else ()
                place = next(iter(near), None)
                operation = place and self._operation(singular, place[2].entity, on)
                if place and operation:
                    yield FoundName(word.begin, words[place[1] - 1].end, operation)

    def _after_noun(self, words: Sequence[_Word], index: int, nouns: Sequence[str]) -> int:
        """The word after an operation's noun and the OSCE's name beside it, 0 where there is none."""
        prefix, hyphen, rest = words[index].plain.partition("-")
        own = bool(hyphen) and prefix in self.osce
        said = [word.plain for word in words[index : index + len(nouns)]]
        said[0] = rest if own else said[0]
        if len(said) < len(nouns) or not all(map(self._same, said, nouns)):
            return 0
        after = index + len(nouns)
        if own or (index and words[index - 1].plain in self.osce):
            return after
        near = range(after, min(after + 3, len(words)))
        owner = next((i for i in near if words[i].plain in self.osce), None)
        return 0 if owner is None else owner + 1

    def _operation(self, singular: str, place: Entity, on: date | None) -> Entity | None:
        for preposition in _PREPOSITIONS:
            name = f"OSCE {singular} {preposition} {place.name}"
            candidates = self._reference.find(name, on=on, kinds=_OPERATIONS)
            if candidates:
                return candidates[0].entity
        return None


def _between(found: Sequence[_Match], begin: int, end: int) -> Sequence[_Match]:
    """Those that begin from one word to another (excluded); they stand in the order of their first words."""
    first = bisect_left(found, begin, key=itemgetter(0))
    return found[first : bisect_left(found, end, first, key=itemgetter(0))]


def _places_by_letters(reference: Reference) -> dict[str, Entity]:
    """The places of reference by the Latin letters of their labels."""
    found: dict[str, Entity] = {}
    for known in reference.entities(EntityKind.PLACE):
        letters = plain(known.label)
        if letters.isalpha() and len(letters) >= _SHORTEST:
            found.setdefault(letters, known.entity)
    return found


def _by_letters(word: str, spelt: Mapping[str, Entity]) -> Entity | None:
    letters = slug(word)
    for cut in range(min(3, len(letters) - _SHORTEST + 1)):
        stem = letters[: len(letters) - cut]
        for ending in ("", "a", "o", "e"):
            if stem + ending in spelt:
                return spelt[stem + ending]
    return None


@lru_cache(maxsize=4)
def _places_by_slug(languages: Languages, reference: Reference) -> Mapping[str, Entity]:
    """The places of reference by the slugs of their labels and of their names in other scripts."""
    found = {slug(known.label): known.entity for known in reference.entities(EntityKind.PLACE)}
    for row in languages.rows("names"):
        entity = entity_of(row["entity"], reference)
        if entity is not None and entity.kind is EntityKind.PLACE and entity.id and not is_latin(row["name"]):
            found.setdefault(slug(row["name"]), entity)
    return found


def place_in_letters(name: str, reference: Reference) -> Entity | None:
    """The place of reference that a name in another script spells: "Бања Лука"; None for Latin letters."""
    return None if is_latin(name) else _places_by_slug(current(), reference).get(slug(name))


@lru_cache(maxsize=64)
def names_in(languages: Languages, language: str, reference: Reference) -> Names:
    """The names of a language of a set of languages, made once."""
    return Names(languages, language, reference)


def names_of(language: str, reference: Reference) -> Names:
    """The names of a language, with the languages that pages are read with now."""
    return names_in(current(), language, reference)
