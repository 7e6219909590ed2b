"""What a load would change: which readings are new, which replace others, which are known already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..ontology.facts import SourceReading
from .codec import decode, encode
from .knowledge import Knowledge
from .ledger import Entry, Ledger, Record
from .settle import source_claims, source_id
from .snapshots import Manifest

__all__ = ["Base", "Changes", "Incoming", "give_up", "stage"]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A reading on its way into the store, with what the loader was told and which loaders read it.

    path  where it was found, for a page that has an address of its own: it can be looked up by both
    """

    reading: SourceReading
    declared: str = ""
    extractor: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Base:
    """The snapshot that a load starts from."""

    folder: Path
    manifest: Manifest
    ledger: Ledger
    name: str


@dataclass(slots=True)
class Changes:
    """What a load changes: records to put, by source, and sources to remove, some of them to be put anew."""

    put: dict[str, Record] = field(default_factory=dict)
    remove: set[str] = field(default_factory=set)
    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0
    graphs: list[str] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.put or self.remove)


@dataclass(slots=True)
class _Chosen:
    """The reading of one source that counts, encoded, and all places where it was found."""

    rank: tuple[str, str]
    item: Incoming
    text: str
    locations: set[str]


def stage(incoming: Iterable[Incoming], base: Base | None, knowledge: Knowledge) -> Changes:
    """Finds what changes, whatever the order in which the readings come.

    Of two readings of one source, the one with the greater location and hash counts. A document at the same
    path as one of other bytes takes its place.
    """
    chosen: dict[str, _Chosen] = {}
    for item in incoming:
        source, reading = source_id(item.reading), item.reading
        rank = (reading.location, reading.content_hash)
        known = chosen.get(source)
        if known is None or rank > known.rank:
            text = encode(replace(reading, location=reading.url or ""))
            slim = replace(item, reading=replace(reading, text="", releases=(), taxonomy=None))
            chosen[source] = _Chosen(rank, slim, text, known.locations if known is not None else set())
        chosen[source].locations.update({reading.url or reading.location, item.path} - {""})
    _one_to_a_place(chosen)
    changes = Changes()
    for source in sorted(chosen):
        _stage_one(changes, source, chosen[source], base, knowledge)
    if base is not None:
        _vacate(changes, base, knowledge)
    return changes


def _one_to_a_place(chosen: dict[str, _Chosen]) -> None:
    """Where documents of different bytes come under one path, the one with the greatest hash has it."""
    holders: dict[str, str] = {}
    for source in sorted(chosen):
        for location in chosen[source].locations:
            holders[location] = source
    for source in list(chosen):
        here = {location for location in chosen[source].locations if holders[location] == source}
        chosen[source].locations = here
        if not here:
            del chosen[source]


def _stage_one(
    changes: Changes, source: str, chosen: _Chosen, base: Base | None, knowledge: Knowledge
) -> None:
    old = base.ledger.entry(source) if base is not None else None
    reading, text = chosen.item.reading, chosen.text
    locations = chosen.locations.union(old.locations if old is not None else ())
    entry = Entry(
        source=source,
        url=reading.url,
        locations=tuple(sorted(locations)),
        content_hash=reading.content_hash,
        kind=reading.kind.value,
        declared=chosen.item.declared,
        extractor=chosen.item.extractor,
        reference=knowledge.reference.digest,
    )
    same = old is not None and base is not None and base.ledger.reading_text(source) == text
    if same and old == entry:
        changes.unchanged += 1
        return
    changes.put[source] = Record(entry, text, source_claims(decode(text), knowledge))
    if old is None:
        changes.added.append(source)
    else:
        changes.remove.add(source)
        if same:
            changes.unchanged += 1
        else:
            changes.replaced.append(source)


def _vacate(changes: Changes, base: Base, knowledge: Knowledge) -> None:
    """Takes the places of new documents from those that stood there."""
    for source, record in list(changes.put.items()):
        if record.entry.url is not None:
            continue
        for location in record.entry.locations:
            for other in base.ledger.at(location):
                if other == source or (other in changes.remove and other not in changes.put):
                    continue
                if not give_up(changes, base, knowledge, other, location):
                    continue
                if source in changes.added:
                    changes.added.remove(source)
                    changes.replaced.append(source)
                else:
                    changes.removed.append(other)


def give_up(changes: Changes, base: Base, knowledge: Knowledge, source: str, location: str) -> bool:
    """Takes a location from a source; true where it had no other and goes."""
    record = changes.put.get(source)
    entry = record.entry if record is not None else base.ledger.entry(source)
    if entry is None or location not in entry.locations:
        return False
    left = tuple(other for other in entry.locations if other != location)
    changes.remove.add(source)
    if not left:
        changes.put.pop(source, None)
        return True
    text = record.reading if record is not None else base.ledger.reading_text(source) or ""
    claims = record.claims if record is not None else source_claims(decode(text), knowledge)
    changes.put[source] = Record(replace(entry, locations=left), text, claims)
    return False
