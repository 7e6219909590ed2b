"""Decides which of several things an ambiguous name means, or that it names nothing here.

`tables/ambiguous_names.tsv` has one row for each reading, tried in their order: the first whose conditions
all hold is taken, and where none does, the name is not taken for a mention. The conditions of a row are
joined by ";", the words of one condition by "|", and "!" turns it round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Final, NamedTuple

from ....ontology.facts import Entity, EntityKind
from ..posts.assembly import is_of_assembly
from ..tables import TableError, read_table
from .gazetteer import Entry, When

__all__ = ["Place", "Surroundings", "choose", "sole"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a release says as a whole, for telling apart what bears one name.

    countries  ISO codes of the States that the release names or whose places it names
    dateline   those of its dateline
    places     ids of the places of reference that it names
    publishers ids of the bodies whose release it is
    named      what it names otherwise than by an acronym
    """

    on: date | None
    text: str
    countries: frozenset[str] = frozenset()
    dateline: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    named: frozenset[Entity] = frozenset()


class Place(NamedTuple):
    """Where a name stands in its sentence: the words before and after it, and the sentence.

    locative  whether a preposition of place stands before it, or it is in the dateline
    """

    before: str
    after: str
    sentence: str
    locative: bool = False


_OWN: Final = ("OSCE", "CSCE", "Vienna", "OSCE’s", "OSCE's")
_WINDOW: Final = 36
Test = Callable[[frozenset[str], Place, Surroundings], bool]


def _before(words: frozenset[str], place: Place, _: Surroundings) -> bool:
    """The words right before the name."""
    before = place.before.rstrip()
    return any(before.endswith(word) and not before[: -len(word)][-1:].isalnum() for word in words)


def _after(words: frozenset[str], place: Place, _: Surroundings) -> bool:
    """The words right after the name."""
    after = place.after.lstrip()
    return any(after.startswith(word) and not after[len(word) :][:1].isalnum() for word in words)


def _acronym(_: frozenset[str], place: Place, __: Surroundings) -> bool:
    """An acronym right before the name that is not the OSCE's: "CoE Secretary General"."""
    word = place.before.rstrip().rpartition(" ")[2].removesuffix("'s").removesuffix("’s").strip('("“')
    capitals = sum(c.isupper() for c in word)
    return capitals > 1 and 2 * capitals > len(word) and word not in _OWN


def _capital(_: frozenset[str], place: Place, __: Surroundings) -> bool:
    """A word with a capital right before the name, inside the sentence: "Energy Charter Secretariat"."""
    before = place.before.rstrip(" ")
    word = before.rpartition(" ")[2]
    inside = len(word) < len(before) or len(before) >= _WINDOW
    return inside and word[:1].isupper() and word[-1:].isalpha() and word not in _OWN


def _ends(words: frozenset[str], place: Place, _: Surroundings) -> bool:
    """Words that begin the rest of the sentence, after a form of the name's own."""
    return any(word in place.after[:60] for word in words)


def _near(words: frozenset[str], place: Place, _: Surroundings) -> bool:
    return _contains(place.sentence, words)


def _text(words: frozenset[str], _: Place, around: Surroundings) -> bool:
    return _contains(around.text, words)


@lru_cache(maxsize=4096)
def _contains(text: str, words: frozenset[str]) -> bool:
    return any(word in text for word in words)


def _country(words: frozenset[str], _: Place, around: Surroundings) -> bool:
    return not words.isdisjoint(around.countries)


def _dateline(words: frozenset[str], _: Place, around: Surroundings) -> bool:
    return not words.isdisjoint(around.dateline)


def _place(words: frozenset[str], _: Place, around: Surroundings) -> bool:
    return not words.isdisjoint(around.places)


def _publisher(words: frozenset[str], _: Place, around: Surroundings) -> bool:
    return not words.isdisjoint(around.publishers)


def _assembly(_: frozenset[str], __: Place, around: Surroundings) -> bool:
    return _is_of_assembly(around.text, around.publishers)


@lru_cache(maxsize=64)
def _is_of_assembly(text: str, publishers: frozenset[str]) -> bool:
    return is_of_assembly(text, publishers)


def _since(words: frozenset[str], _: Place, around: Surroundings) -> bool:
    return around.on is None or around.on.year >= min(map(int, words))


def _until(words: frozenset[str], _: Place, around: Surroundings) -> bool:
    return around.on is not None and around.on.year <= max(map(int, words))


def _locative(_: frozenset[str], place: Place, __: Surroundings) -> bool:
    return place.locative


def _never(_: frozenset[str], __: Place, ___: Surroundings) -> bool:
    return False


_TESTS: Final[Mapping[str, Test]] = {
    "before": _before,
    "after": _after,
    "acronym": _acronym,
    "capital": _capital,
    "ends": _ends,
    "near": _near,
    "text": _text,
    "country": _country,
    "dateline": _dateline,
    "place": _place,
    "publisher": _publisher,
    "assembly": _assembly,
    "since": _since,
    "until": _until,
    "locative": _locative,
    "never": _never,
}


@dataclass(frozen=True, slots=True)
class _Reading:
    kind: str
    id: str
    conditions: tuple[tuple[bool, Test, frozenset[str]], ...]

    def holds(self, place: Place, around: Surroundings) -> bool:
        return all(test(words, place, around) is wanted for wanted, test, words in self.conditions)


@cache
def _readings() -> Mapping[str, tuple[_Reading, ...]]:
    found: dict[str, list[_Reading]] = {}
    for row in read_table("ambiguous_names"):
        conditions = []
        for part in filter(None, (piece.strip() for piece in row["conditions"].split(";"))):
            name, _, words = part.lstrip("!").partition("=")
            if name not in _TESTS:
                raise TableError(f"ambiguous_names.tsv, {row['alias']}: no condition {name!r}")
            conditions.append((not part.startswith("!"), _TESTS[name], frozenset(words.split("|"))))
        found.setdefault(row["alias"], []).append(_Reading(row["kind"], row["id"], tuple(conditions)))
    return {alias: tuple(readings) for alias, readings in found.items()}


def sole(entries: Sequence[Entry]) -> Entry | None:
    """The one entry that a name can mean wherever it stands; None where that must be chosen."""
    return entries[0] if len(entries) == 1 and entries[0].name not in _readings() else None


def choose(
    entries: Sequence[Entry], place: Place, around: Surroundings, countries: Countries
) -> Entry | None:
    """The entry that a name means here, None where it means none of them.

    Args:
        entries: those that are written so, of any date
        countries: the States of the places of reference, for telling places of one name apart
    """
    dated = [(entry.when(around.on), entry) for entry in entries]
    usable = [entry for when, entry in dated if when is When.NOW]
    usable = usable or [entry for when, entry in dated if when is When.PAST]
    if not usable:
        return None
    for name in dict.fromkeys(entry.name for entry in usable):
        readings = _readings().get(name)
        if readings is not None:
            return _read(readings, entries, place, around)
    distinct: dict[Entity, Entry] = {}
    for entry in usable:
        distinct.setdefault(entry.entity, entry)
    if len(distinct) == 1:
        return usable[0]
    return min(distinct.values(), key=lambda entry: _unlikely(entry, around, countries))


Countries = Mapping[str, str]


def _read(
    readings: tuple[_Reading, ...], entries: Sequence[Entry], place: Place, around: Surroundings
) -> Entry | None:
    for reading in readings:
        if reading.holds(place, around):
            wanted = (reading.kind, reading.id.casefold())
            for entry in entries:
                if (entry.entity.kind.value, (entry.entity.id or "").casefold()) == wanted:
                    return entry
            return None
    return None


_PREFERRED: Final = {
    kind: rank
    for rank, kind in enumerate(
        (
            EntityKind.STATE,
            EntityKind.FIELD_OPERATION,
            EntityKind.BODY,
            EntityKind.ORGANIZATION,
            EntityKind.PLACE,
            EntityKind.DOCUMENT,
            EntityKind.EVENT,
        )
    )
}


def _unlikely(entry: Entry, around: Surroundings, countries: Countries) -> tuple[int, int, str]:
    """Sorts the likeliest first: places of a State that the release is about, then by kind."""
    country = countries.get(entry.entity.id or "") if entry.entity.kind is EntityKind.PLACE else None
    if country is None:
        far = 1
    elif country in around.dateline:
        far = 0
    else:
        far = 1 if country in around.countries else 2
    return _PREFERRED[entry.entity.kind], far, entry.entity.id or ""
