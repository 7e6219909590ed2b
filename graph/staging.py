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
from .spool import Spool, Spooled

__all__ = ["Base", "Changes", "Incoming", "Pending", "give_up", "stage"]


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


@dataclass(frozen=True, slots=True)
class Pending:
    """What is to be put: the entry of a source, with its reading and claims on the disk."""

    entry: Entry
    content: Spooled

    def record(self) -> Record:
        """The whole record."""
        return self.content.record(self.entry)


@dataclass(slots=True)
class Changes:
    """What a load changes: records to put, by source, and sources to remove, some of them to be put anew."""

    spool: Spool
    put: dict[str, Pending] = field(default_factory=dict)
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
    """The reading of one source that counts, and all places where it was found."""

    rank: tuple[str, str]
    entry: Entry
    content: Spooled
    locations: set[str]


def stage(incoming: Iterable[Incoming], base: Base | None, knowledge: Knowledge, spool: Spool) -> Changes:
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
            placeless = replace(reading, location=reading.url or "")
            content = spool.add(encode(placeless), source_claims(placeless, knowledge))
            entry = _entry(source, item, knowledge)
            chosen[source] = _Chosen(rank, entry, content, known.locations if known is not None else set())
        chosen[source].locations.update({reading.url or reading.location, item.path} - {""})
    _one_to_a_place(chosen)
    changes = Changes(spool)
    for source in sorted(chosen):
        _stage_one(changes, source, chosen[source], base)
    if base is not None:
        _vacate(changes, base, knowledge)
    return changes


def _entry(source: str, item: Incoming, knowledge: Knowledge) -> Entry:
    """The entry of a source, its locations still to come."""
    return Entry(
        source=source,
        url=item.reading.url,
        locations=(),
        content_hash=item.reading.content_hash,
        kind=item.reading.kind.value,
        declared=item.declared,
        extractor=item.extractor,
        reference=knowledge.reference.digest,
    )


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


def _stage_one(changes: Changes, source: str, chosen: _Chosen, base: Base | None) -> None:
    old = base.ledger.entry(source) if base is not None else None
    locations = chosen.locations.union(old.locations if old is not None else ())
    entry = replace(chosen.entry, locations=tuple(sorted(locations)))
    same = old is not None and base is not None and base.ledger.reading_text(source) == chosen.content.reading
    if same and old == entry:
        changes.unchanged += 1
        return
    changes.put[source] = Pending(entry, chosen.content)
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
    for source, pending in list(changes.put.items()):
        if pending.entry.url is not None:
            continue
        for location in pending.entry.locations:
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
    pending = changes.put.get(source)
    entry = pending.entry if pending is not None else base.ledger.entry(source)
    if entry is None or location not in entry.locations:
        return False
    left = tuple(other for other in entry.locations if other != location)
    changes.remove.add(source)
    if not left:
        changes.put.pop(source, None)
        return True
    if pending is not None:
        content = pending.content
    else:
        text = base.ledger.reading_text(source) or ""
        content = changes.spool.add(text, source_claims(decode(text), knowledge))
    changes.put[source] = Pending(replace(entry, locations=left), content)
    return False
