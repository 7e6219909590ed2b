"""What settling asks of reference: who is known, which States follow which, and how the unknown are named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from ..ontology.dates import Interval
from ..ontology.facts import Entity, EntityKind, Release
from ..ontology.names import loose_key
from ..ontology.office_holders import OfficeHolder, canonical_post
from ..ontology.reference import Reference
from ..ontology.schema import schema
from ..ontology.vocabulary import short_hash, slug

__all__ = ["PREFIX_OF", "SURE", "Knowledge", "Occasion", "Term", "knowledge_of", "local_of"]

PREFIX_OF: Final[Mapping[EntityKind, str]] = MappingProxyType(
    {
        EntityKind.STATE: "state",
        EntityKind.BODY: "body",
        EntityKind.FIELD_OPERATION: "mission",
        EntityKind.ORGANIZATION: "organization",
        EntityKind.PLACE: "place",
        EntityKind.PERSON: "person",
        EntityKind.EVENT: "event",
        EntityKind.DOCUMENT: "document",
        EntityKind.FIELD: "field",
    }
)
_WORD: Final = re.compile(r"[^\W\d_]+")
SURE: Final = 0.8
"""The confidence from which on a fact gives its plain edge, and tells namesakes apart."""

_NO_OCCASIONS: Final = frozenset({"series", "process"})


@cache
def _generic_words() -> frozenset[str]:
    table = (files(__package__) / "generic_names.tsv").read_text(encoding="utf-8")
    return frozenset(loose_key(word) for word in table.split("\n")[1:] if word)


@dataclass(frozen=True, slots=True)
class Term:
    """One of reference's terms, with the local name of its membership."""

    holder: OfficeHolder
    local: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """One dated event of reference, as settling compares it with those of texts."""

    local: str
    label: str
    kind: str
    place: str
    when: Interval
    names: tuple[str, ...]


def _terms(local: str, holders: Sequence[OfficeHolder]) -> Iterator[Term]:
    ordered = sorted(holders, key=lambda h: (str(h.term.start or ""), h.id))
    if len(ordered) == 1:
        yield Term(ordered[0], local)
        return
    starts = Counter(h.term.start for h in ordered)
    for holder in ordered:
        single = holder.term.start is not None and starts[holder.term.start] == 1
        yield Term(holder, f"{local}-{holder.term.start if single else slug(holder.id)}")


@dataclass(frozen=True)
class Knowledge:
    """Reference as settling sees it."""

    reference: Reference

    def person(self, entity: Entity) -> str | None:
        """The name that reference has for this person, None where it does not know them."""
        return self.reference.person_named(entity.name)

    @staticmethod
    def is_full_name(name: str) -> bool:
        """Whether a name has more than one word, so that it can stand for one person in all releases."""
        return len(name.split()) > 1

    @cached_property
    def capitals(self) -> Mapping[str, str]:
        """By their lower case, the words that reference writes one way only, with capitals ("ODIHR")."""
        forms: dict[str, set[str]] = {}
        for name, _ in self.reference.names():
            for word in _WORD.findall(name.text):
                forms.setdefault(word.casefold(), set()).add(word)
        return {
            word: next(iter(written))
            for word, written in forms.items()
            if len(written) == 1 and sum(letter.isupper() for letter in next(iter(written))) > 1
        }

    @cached_property
    def terms(self) -> Mapping[tuple[str, str], tuple[Term, ...]]:
        """Reference's terms, by local names of person and post, in order of their start."""
        found: dict[tuple[str, str], list[OfficeHolder]] = {}
        for holder in self.reference.office_holders:
            post = self.post_local(canonical_post(holder.post), holder.organization)
            found.setdefault((slug(holder.person), post), []).append(holder)
        return {
            (person, post): tuple(_terms(f"{person}-{post}", holders))
            for (person, post), holders in found.items()
        }

    @cached_property
    def _posts_of_units(self) -> Mapping[tuple[str, Entity], Entity]:
        """Whom a post is for, where a text may name the body that is the post instead."""
        return {(canonical_post(h.post), h.unit): h.organization for h in self.reference.office_holders}

    def whom(self, post: str, organization: Entity) -> Entity:
        """Whom a post is for: the OSCE for "secretary general", also where a text says its own body."""
        return self._posts_of_units.get((canonical_post(post), organization), organization)

    @staticmethod
    def post_local(post: str, organization: Entity) -> str:
        """The local name of a post at an entity of reference."""
        return f"{slug(post)}-{local_of(organization)}"

    def is_occasion(self, entity: Entity) -> bool:
        """Whether the entity is one dated event of reference rather than a series of them."""
        row = self.reference.of(entity)
        return row is not None and row.subkind not in _NO_OCCASIONS

    @cached_property
    def _occasions(self) -> tuple[Occasion, ...]:
        words = schema()
        found = []
        for row in self.reference.events:
            kind = words.member(words.class_of(row))
            if kind is not None and row.when.start is not None:
                when = Interval(row.when.start, row.when.end or row.when.start)
                names = tuple(name.text for name in row.names)
                place = self.place_key(row.linked("place"))
                found.append(Occasion(local_of(row.entity), row.label, kind.value, place, when, names))
        return tuple(found)

    def occasions(self, start: str) -> tuple[Occasion, ...]:
        """The events of reference that were going on on the day, given as YYYY-MM-DD."""
        day = date.fromisoformat(start)
        return tuple(o for o in self._occasions if o.when.may_contain(day))

    def is_known_event(self, local: str) -> bool:
        """Whether reference has an event of this local name."""
        return self.reference.of(Entity(EntityKind.EVENT, "", local)) is not None

    @cached_property
    def _kin(self) -> Mapping[str, frozenset[str]]:
        kin: dict[str, set[str]] = {}
        for row in self.reference.entities(EntityKind.STATE):
            own = local_of(row.entity)
            for relation in ("continued_by", "successor", "predecessor"):
                for other in row.links.get(relation, ()):
                    kin.setdefault(own, set()).add(local_of(other))
                    kin.setdefault(local_of(other), set()).add(own)
        return {state: frozenset(others) for state, others in kin.items()}

    def may_follow(self, one: str, other: str) -> bool:
        """Whether two States, by local name, are the same or one followed the other."""
        return one == other or other in self._kin.get(one, ())

    @staticmethod
    def place_key(where: Entity | None) -> str:
        """What tells two places of events apart."""
        return "" if where is None else f"{where.kind.value}/{where.id or slug(where.name)}"

    def state_of(self, release: Release) -> str | None:
        """The State in which a release was written, by local name: its place's, else its publisher's host."""
        for value in release.places:
            row = self.reference.of(value.entity)
            country = row.linked("country") if row is not None else None
            if country is not None:
                return local_of(country)
        for value in release.publishers:
            row = self.reference.of(value.entity)
            host = row.linked("host_state") if row is not None else None
            if host is not None:
                return local_of(host)
        return None

    def unknown_local(self, entity: Entity, release: Release) -> str:
        """The local name of an organization or place that reference does not know.

        One whose words any State could use ("Ministry of Justice") is told apart by the State of the
        release, and for want of one by the release.
        """
        local = slug(entity.name)
        if entity.kind is EntityKind.ORGANIZATION and self.is_generic(entity.name):
            state = self.state_of(release)
            return f"{local}-{state or short_hash(f'{release.issued}/{loose_key(release.title)}')}"
        taken = self.reference.of(replace(entity, id=local)) is not None
        return f"{local}-as-said" if taken else local

    @staticmethod
    def is_generic(name: str) -> bool:
        """Whether an organization's name has no word of its own.

        >>> Knowledge.is_generic("Ministry of Justice"), Knowledge.is_generic("Belgian Federal Police")
        (True, False)
        """
        words = [loose_key(word) for word in name.split()]
        return all(word in _generic_words() for word in words if word)


@lru_cache(maxsize=4)
def knowledge_of(reference: Reference) -> Knowledge:
    """The reference as settling sees it, prepared once."""
    return Knowledge(reference)


def local_of(entity: Entity) -> str:
    """The local name of an entity of reference; a State's code in lower case."""
    return slug(entity.id if entity.id is not None else entity.name)
