"""Who holds a post that stands alone: the one whom reference knows on the day of the release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ....ontology.facts import Entity
from ..people.names import name_key
from ..tables import words
from .titles import title_core

if TYPE_CHECKING:
    from ....ontology.reference import HolderCandidate, OfficeHolder, Reference
    from ....ontology.reference import Person as OfficePerson

__all__ = ["Holder", "holder_of", "people_surnamed", "term_of"]

_CERTAIN: Final = 0.93
_LIKELY: Final = 0.78
_WELL_KNOWN: Final = 0.9
_CHAIR_WORDS: Final = words("post_words", kind="Chair of the OSCE")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person of reference in a post: whose, under which title, for whom, and how sure that is."""

    name: str
    title: str
    organization: Entity
    confidence: float


@lru_cache(maxsize=1024)  # a release asks for the same few again and again
def holder_of(
    title: str, whom: Entity | None, office: str | None, on: date | None, reference: Reference
) -> Holder | None:
    """The holder of a post on a day, None where reference knows none or no day is known.

    title   the normal form ("head of mission")
    whom    whom the post is for
    office  the id of the body that the post is, for offices of the whole Organization
    """
    if on is None or (office is None and (whom is None or whom.id is None)):
        return None
    local = office or (whom.id if whom is not None else None) or ""
    candidates = [c for c in reference.holders(local, on) if _is_post(c, local, office, title)]
    candidates = [c for c in candidates if c.certain or (c.likely and _is_attested(c))]
    if not candidates or (not candidates[0].certain and len(candidates) > 1):
        return None
    best = candidates[0]
    sure = best.certain and not any(c.certain for c in candidates[1:])
    confidence = (_CERTAIN if sure else _LIKELY) * (1.0 if best.holder.confidence > _WELL_KNOWN else 0.95)
    return Holder(
        best.holder.person, _title(best.holder, title), best.holder.organization, round(confidence, 2)
    )


def _is_attested(candidate: HolderCandidate) -> bool:
    """Whether more than the rough years of the term are known."""
    return candidate.holder.term.start is not None or bool(candidate.holder.seen)


def _is_post(candidate: HolderCandidate, local: str, office: str | None, title: str) -> bool:
    holder = candidate.holder
    if office is not None:
        return holder.unit.id == office
    if local not in (holder.unit.id, holder.organization.id):
        return False
    return title_core(holder.post) == title_core(title)


def _title(holder: OfficeHolder, said: str) -> str:
    """The reference's form; the Chair is called as the text calls it."""
    return said if said in _CHAIR_WORDS else holder.post


@lru_cache(maxsize=4)
def _surnames(reference: Reference) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The office holders by the last words of their names and aliases."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for person in reference.people.values():
        for name in (person.name, *person.aliases):
            words = name_key(name)
            for begin in range(len(words)):
                found.setdefault(words[begin:], {})[person.name] = None
    return MappingProxyType({words: tuple(names) for words, names in found.items()})


def people_surnamed(surname: str, on: date, reference: Reference) -> tuple[str, ...]:
    """The office holders of the day whose name, or an alias, ends with these words.

    >>> from osce_kg.ontology.reference import reference
    >>> people_surnamed("De Gucht", date(2006, 11, 24), reference())
    ('Karel De Gucht',)
    """
    names = _surnames(reference).get(name_key(surname), ())
    return tuple(name for name in names if _in_office(reference.people[name], on))


def _in_office(person: OfficePerson, on: date) -> bool:
    return any(term.term.start is not None and term.term.may_contain(on) for term in person.terms)


def term_of(name: str, title: str, on: date | None, reference: Reference) -> Holder | None:
    """The post of an office holder on a day that a part of its title means ("Chairman", "Representative")."""
    person = reference.people.get(name)
    if person is None or on is None:
        return None
    core = title_core(title)
    for term in person.terms:
        if not term.term and core == title_core(term.post):
            return Holder(name, term.post, term.organization, _LIKELY)
        if term.term and term.term.start and term.term.may_contain(on) and core <= title_core(term.post):
            return Holder(name, term.post, term.organization, _LIKELY)
    return None
