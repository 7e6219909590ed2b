"""What reference knows of the words of a page's header: cities, sources, fields of work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import SequenceMatcher
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from ...ontology.facts import Entity, EntityKind
from ...ontology.names import loose_key, name_key
from ...ontology.reference import NameKind, Reference
from ..dateline import Place, title_case
from ..languages.folders import Languages, current
from ..languages.labels import whole_name
from ..languages.names import entity_of

__all__ = ["Known", "folded", "known_of"]

_PLACES: Final = frozenset({EntityKind.PLACE, EntityKind.STATE})
_SOURCES: Final = frozenset({EntityKind.BODY, EntityKind.FIELD_OPERATION})
_NAMED: Final = ("place:", "state:")
_FIELDS: Final = frozenset({EntityKind.FIELD})
_OWN: Final = re.compile(r"(?:the\s+)?(?:OSCE|CSCE)\b", re.IGNORECASE)
_ALIKE: Final = 0.6
_LONGEST_LABEL: Final = 200
_FEW_WORDS: Final = 2


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The key of a label: case, kinds of space, dash and apostrophe do not count."""
    return name_key(text)


def known_of(reference: Reference) -> Known:
    """The look-ups in a reference, made once, with the languages that pages are read with now."""
    return _known_of(reference, current())


@lru_cache(8)
def _known_of(reference: Reference, languages: Languages) -> Known:
    return Known(reference)


class Known:
    """Look-ups of labels in reference, for pages."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.is_place = lru_cache(4096)(self._is_place)
        self._publisher_of_label = lru_cache(1024)(self._publisher)

    def _is_place(self, name: str) -> bool:
        if not 2 <= len(name) <= 60:
            return False
        return self.place_entity(name) is not None

    def place_entity(self, name: str, on: date | None = None) -> Entity | None:
        """The place or State of a name in any of the site's languages, the place first."""
        found = [c for c in self.reference.find(name, on, _PLACES) if c.name.kind is not NameKind.DEMONYM]
        places = [c.entity for c in found if c.entity.kind is EntityKind.PLACE]
        if places:
            return places[0]
        foreign = _places(current(), self.reference).get(loose_key(name))
        return foreign or next((c.entity for c in found), None)

    def places(self, said: Iterable[Place], on: date | None) -> tuple[tuple[Entity, Place], ...]:
        """The places that the cities of a dateline are; two names of one place give it once."""
        cities = list(said)
        whole = "/".join(city.said for city in cities)
        if len(cities) > 1:
            one = self.place_entity(whole, on)
            if one is not None:
                return ((one, cities[0]),)
        made: dict[tuple[EntityKind, str], tuple[Entity, Place]] = {}
        unknown: list[str] = []
        for city in cities:
            entity = self.place_entity(city.said, on)
            if entity is None:
                name = title_case(city.said)
                if any(_two_names_of_one(name, other) for other in unknown):
                    continue
                unknown.append(name)
                entity = Entity(EntityKind.PLACE, name)
            made.setdefault(entity.key, (entity, city))
        return tuple(made.values())

    def publisher(self, label: str, on: date | None = None) -> Entity | None:
        """The body or field operation of a label of a header or listing ("OSCE Office in Minsk (closed)")."""
        find = self._publisher_of_label if len(label) <= _LONGEST_LABEL else self._publisher
        return find(label, on)

    def _publisher(self, label: str, on: date | None) -> Entity | None:
        bare = _closed(current()).sub("", label).strip()
        if not 2 <= len(bare) <= 160:
            return None
        english = _source_labels(current()).get(folded(bare), bare)
        own = _OWN.match(english)
        for name in (english, english[own.end() :].strip() if own else f"OSCE {english}"):
            found = self.reference.find(name, on, _SOURCES) if name else ()
            exact = [c for c in found if c.name.kind is not NameKind.ACRONYM] or list(found)
            if exact:
                return exact[0].entity
        return whole_name(bare, on, self.reference)

    def names_body(self, text: str) -> bool:
        """Whether a text names a body of the OSCE by a name that is plain without the OSCE's."""
        return _bodies(self.reference).search(text) is not None

    def publisher_heading(self, text: str) -> int | None:
        """Where the publisher begins in a heading such as "Press release of the OSCE Mission to ..."."""
        match = _heading(current()).match(text[:80]) if len(text) < 160 else None
        if match is None or self.publisher(text[match.end() :]) is None:
            return None
        return match.end()

    def field(self, label: str) -> Entity | None:
        """The field of work of a label, in any language that reference has."""
        found = self.reference.find(label.strip(), None, _FIELDS)
        local = None if found else _field_labels(current()).get(folded(label.strip()))
        if local is not None:
            return self.reference.get(EntityKind.FIELD, local).entity
        return found[0].entity if found else None


def _two_names_of_one(name: str, other: str) -> bool:
    first, second = loose_key(name), loose_key(other)
    return first[:2] == second[:2] and SequenceMatcher(None, first, second).ratio() >= _ALIKE


@lru_cache(8)
def _bodies(reference: Reference) -> re.Pattern[str]:
    """The English names of bodies; those of one or two words are of others as well ("Senior Council")."""
    found = {
        name.text
        for name, entity in reference.names()
        if entity.kind is EntityKind.BODY and name.language == "en" and len(name.text.split()) > _FEW_WORDS
    }
    return re.compile(rf"(?<!\w)(?:{_one_of(found)})(?!\w)")


@lru_cache(8)
def _places(languages: Languages, reference: Reference) -> Mapping[str, Entity]:
    """The places and States by their names in all languages; of two of one name the place counts."""
    found: dict[str, Entity] = {}
    for row in languages.rows("names"):
        if row["kind"] == "demonym" or not row["entity"].startswith(_NAMED):
            continue
        entity = entity_of(row["entity"], reference)
        known = found.get(loose_key(row["name"]))
        if entity is not None and (known is None or known.kind is EntityKind.STATE):
            found[loose_key(row["name"])] = entity
    return MappingProxyType(found)


def _one_of(words: Iterable[str]) -> str:
    """A pattern of words, the longest first; any white space may part those of one."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest)


@cache
def _closed(languages: Languages) -> re.Pattern[str]:
    """The remark behind the label of a field operation that is no more: "(closed)"."""
    words = _one_of(languages.words("page", "closed"))
    return re.compile(rf"\s*\((?:{words})\)\s*$", re.IGNORECASE)


@cache
def _heading(languages: Languages) -> re.Pattern[str]:
    """What a heading says before the publisher: "Press releases of the", "Communiqués de presse de l'"."""
    headings = _one_of(languages.words("page", "heading"))
    articles = languages.words("words", "article")
    glued = "|".join(sorted({word[:-1] + "['’]" for word in articles if word.endswith("'")}))
    of = _one_of(languages.words("words", "of"))
    return re.compile(rf"(?:{headings})\s+(?:(?:{of})\s+){{0,2}}(?:the\s+|{glued})?", re.IGNORECASE)


@cache
def _field_labels(languages: Languages) -> Mapping[str, str]:
    rows = (row for row in languages.rows("page") if row["role"] == "field")
    return MappingProxyType({folded(row["text"]): row["value"] for row in rows})


@cache
def _source_labels(languages: Languages) -> Mapping[str, str]:
    rows = (row for row in languages.rows("page") if row["role"] == "source")
    return MappingProxyType({folded(row["text"]): row["value"] for row in rows})
