"""Finds the names of reference in texts of other languages, in whatever case their grammar puts them.

The words of a name are compared by their beginnings: a name bears the ending that the sentence gives it ("в
Минске", "der Slowakei", "italiens"). How much of a word may change depends on its language and its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ....ontology.facts import Entity, EntityKind
from ....ontology.vocabulary import slug
from ..tables import read_table
from .gazetteer import normalized
from .line import Line, Name

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["names_in_language"]

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_INFLECTED: Final = frozenset(("ru", "uk"))
_OWN: Final = frozenset(("обсе", "обсє", "osze", "osce"))
_SMALL: Final = frozenset(("du", "de", "la", "l", "le", "du", "dell", "d", "der", "des", "di", "della", "do"))
_PLACES: Final = frozenset((EntityKind.PLACE, EntityKind.STATE))
_FARTHEST: Final = 4
_SHORTEST: Final = 5
_LOCATIVE: Final = frozenset(
    ("в", "во", "из", "на", "под", "у", "з", "із", "до", "городе", "селе", "город", "місті")
)
_ALTERNATING: Final = ("ів", "їв")


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    entity: Entity
    demonym: bool
    capital: bool
    acronym: bool


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    plain: str
    begin: int
    end: int


class _Names:
    """The names of one language, by the first letters of their first words."""

    def __init__(self, language: str, reference: Reference) -> None:
        self.language = language
        self.by_start: dict[str, list[_Entry]] = {}
        for row in read_table("names_other_languages"):
            if row["language"] != language:
                continue
            kind, _, local = row["entity"].partition(":")
            entity = reference.get(EntityKind(kind), local).entity
            said = [_plain(word) for word in _WORD.findall(row["name"])]
            words = tuple(word for number, word in enumerate(said) if number == 0 or word not in _SMALL)
            first = row["name"][0]
            acronym = len(words) == 1 and row["name"].isupper()
            entry = _Entry(words, entity, row["kind"] == "demonym", first.isupper(), acronym)
            self.by_start.setdefault(words[0][:2], []).append(entry)
        rows = read_table("operation_nouns_other_languages")
        self.operations = [
            (tuple(row["noun"].split()), row["singular"]) for row in rows if row["language"] == language
        ]
        self.spelt = _places_by_letters(reference) if language in _INFLECTED else {}
        others = [row for row in read_table("other_language_words") if row["language"] == language]
        self.before_language = frozenset(row["word"] for row in others if row["side"] == "before")
        self.after_language = frozenset(row["word"] for row in others if row["side"] == "after")


def _places_by_letters(reference: Reference) -> dict[str, Entity]:
    """The places of reference by the Latin letters of their labels."""
    found: dict[str, Entity] = {}
    for known in reference.entities(EntityKind.PLACE):
        letters = _plain(known.label)
        if letters.isalpha() and len(letters) >= _SHORTEST:
            found.setdefault(letters, known.entity)
    return found


@lru_cache(maxsize=32)
def _names(language: str, reference: Reference) -> _Names:
    return _Names(language, reference)


def _plain(word: str) -> str:
    return normalized(word).replace("ё", "е")


def names_in_language(line: Line, language: str, reference: Reference, on: date | None) -> Iterator[Name]:
    """The names of a sentence in a language whose names `names_other_languages.tsv` has."""
    names = _names(language, reference)
    if not names.by_start:
        return
    base = line.sentence.span.begin
    words = [
        _Word(match.group(), _plain(match.group()), base + match.start(), base + match.end())
        for match in _WORD.finditer(line.sentence.text)
    ]
    found: list[tuple[int, int, _Entry]] = []
    for index, word in enumerate(words):
        for entry in names.by_start.get(word.plain[:2], ()):
            last = _match(words, index, entry, names, line)
            if last is not None:
                found.append((index, last, entry))
    taken = {index for first, last, _ in found for index in range(first, last)}
    for index, word in enumerate(words):
        if index and index not in taken and words[index - 1].plain in _LOCATIVE and word.text[0].isupper():
            place = _by_letters(word.plain, names.spelt)
            if place is not None:
                yield _name(line, word.begin, word.end, place, False)
    for first, last, entry in found:
        yield _name(line, words[first].begin, words[last - 1].end, entry.entity, entry.demonym)
    yield from _operations(line, words, found, names, reference, on)


def _by_letters(word: str, spelt: dict[str, Entity]) -> Entity | None:
    """The place whose label a Cyrillic word spells, its ending set aside: "в Призрене"."""
    letters = slug(word)
    for cut in range(min(3, len(letters) - _SHORTEST + 1)):
        stem = letters[: len(letters) - cut]
        for ending in ("", "a", "o", "e"):
            if stem + ending in spelt:
                return spelt[stem + ending]
    return None


def _name(line: Line, begin: int, end: int, entity: Entity, demonym: bool) -> Name:
    return Name(
        entity=entity,
        begin=begin,
        end=end,
        first=line.at(begin),
        last=line.at(end - 1) + 1,
        rule="name in another language",
        confidence=0.85,
        demonym=demonym,
    )


def _match(words: Sequence[_Word], first: int, entry: _Entry, names: _Names, line: Line) -> int | None:
    """The end of the words that are this name, whatever their endings; None where they are not."""
    word = words[first]
    loud = word.text.isupper() and len(word.text) > 1
    if entry.acronym:
        return first + 1 if word.text.isupper() and word.plain == entry.words[0] else None
    if entry.capital and not word.text[0].isupper():
        return None
    if loud and not line.shouted and line.at(word.begin) >= line.dateline:
        return None
    position = first
    for number, wanted in enumerate(entry.words):
        while number and position < len(words) and words[position].plain in _SMALL:
            position += 1
        if position >= len(words):
            return None
        if not _same(words[position].plain, wanted, entry.demonym, len(entry.words), names.language):
            position = _after_adjective(words, position, number, wanted, names.language)
            if position == 0:
                return None
        position += 1
    return None if entry.demonym and _is_language(words, first, position, names) else position


def _after_adjective(words: Sequence[_Word], position: int, number: int, wanted: str, language: str) -> int:
    """Where a name goes on after an adjective ("Présidence suisse de l'OSCE"); 0 where it does not."""
    if number != 1 or wanted not in _OWN or not words[position].text.islower():
        return 0
    following = position + 1
    while following < len(words) and words[following].plain in _SMALL:
        following += 1
    if following < len(words) and _same(words[following].plain, wanted, False, 2, language):
        return following
    return 0


def _same(said: str, wanted: str, demonym: bool, length: int, language: str) -> bool:
    if said == wanted:
        return True
    if len(wanted) < 3 and language not in _INFLECTED:
        return False
    cut, rest = _leeway(len(wanted), demonym, length, language)
    if language == "uk" and wanted.endswith(_ALTERNATING):
        cut, rest = 2, 4
    stem = wanted[: len(wanted) - cut]
    return len(stem) > 1 and said.startswith(stem) and len(said) - len(stem) <= rest


def _leeway(size: int, demonym: bool, words: int, language: str) -> tuple[int, int]:
    """How many letters of a word may be missing at its end, and how many may come in their place."""
    if language in _INFLECTED:
        if size < 4:
            return 0, 2
        if demonym:
            return 2, 4
        if words > 1:
            return (2, 4) if size > 5 else (1, 3)
        return (1, 2) if size < 6 else (1, 3)
    if demonym:
        return (0, 3) if language in ("de", "fr") else (1, 3)
    return (0, 2) if language == "de" else (0, 0)


def _is_language(words: Sequence[_Word], first: int, last: int, names: _Names) -> bool:
    following = words[last].plain if last < len(words) else ""
    before = words[first - 1].plain if first else ""
    return following in names.after_language or before in names.before_language


def _operations(
    line: Line,
    words: Sequence[_Word],
    found: Sequence[tuple[int, int, _Entry]],
    names: _Names,
    reference: Reference,
    on: date | None,
) -> Iterator[Name]:
    """The field operations named by noun, OSCE and place: "Centre de l'OSCE à Bichkek"."""
    places = [item for item in found if item[2].entity.kind in _PLACES and not item[2].demonym]
    for index, word in enumerate(words):
        for nouns, singular in names.operations:
            own = word.plain.partition("-")[0] in _OWN and "-" in word.plain
            start = word.plain.partition("-")[2] if own else word.plain
            said = [start, *(w.plain for w in words[index + 1 : index + len(nouns)])]
            if len(said) < len(nouns) or not all(
                _same(s, normalized(n), False, 2, names.language) for s, n in zip(said, nouns, strict=False)
            ):
                continue
            after = index + len(nouns)
            if not own:
                owner = next(
                    (i for i in range(after, min(after + 3, len(words))) if words[i].plain in _OWN), None
                )
                if owner is None:
                    continue
                after = owner + 1
            place = next((p for p in places if after <= p[0] < after + _FARTHEST), None)
            if place is None:
                continue
            operation = _operation(singular, place[2].entity, reference, on)
            if operation is not None:
                yield _name(line, word.begin, words[place[1] - 1].end, operation, False)


def _operation(singular: str, place: Entity, reference: Reference, on: date | None) -> Entity | None:
    kinds = frozenset({EntityKind.FIELD_OPERATION})
    for preposition in ("in", "to"):
        candidates = reference.find(f"OSCE {singular} {preposition} {place.name}", on=on, kinds=kinds)
        if candidates:
            return candidates[0].entity
    return None
