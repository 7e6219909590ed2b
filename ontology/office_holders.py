"""Who held which post when, with terms that overlap, end at the next holder or are not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from .dates import Interval, PartialDate
from .entities import ReferenceEntity
from .facts import Entity, EntityKind
from .index import Index
from .names import name_key
from .tables import Row

__all__ = [
    "HolderCandidate",
    "OfficeHolder",
    "Person",
    "candidates",
    "canonical_post",
    "gather_people",
    "read_holders",
]

_CHAIR: Final = re.compile(r"\bchair(?:man|woman|person)?-in-office\b")
_OF_CHAIR: Final = re.compile(r" of the (?:osce )?chair(?:man|woman|person)?-in-office\b")


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """One term of one person in one post.

    post          in lower case, without whom it is for: "head of mission", "chairman-in-office"
    title         the post as the table writes it
    organization  whom the post is for, as texts say it: the mission, the institution; the OSCE itself for a
                  post that is a body of its own (Secretary General, Chairperson-in-Office);
                  the Chairpersonship for its representatives
    unit          the row's body or field operation; the same as `organization` for all other posts
    country       the State of the holder's nationality
    """

    id: str
    person: str
    aliases: tuple[str, ...]
    country: Entity | None
    post: str
    title: str
    organization: Entity
    unit: Entity
    term: Interval
    confidence: float
    source: str
    notes: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the office holders table, all rows of the name together."""

    name: str
    aliases: tuple[str, ...]
    countries: tuple[Entity, ...]
    terms: tuple[OfficeHolder, ...]


@dataclass(frozen=True, slots=True)
class HolderCandidate:
    """Somebody who held, or may have held, the post on the day.

    certain  the day lies within the term as the table gives it, whatever the missing parts of its dates are
    term     the term, an empty end bounded by the next holder's start, an empty start by the one before
    reason   for a person to read
    """

    holder: OfficeHolder
    certain: bool
    term: Interval
    reason: str


def canonical_post(post: str) -> str:
    """The form under which the same post is found: lower case, one word for the Chair whoever holds it.

    >>> canonical_post("Chairman-in-Office"), canonical_post("OSCE Chair-in-Office")
    ('chairperson-in-office', 'chairperson-in-office')
    """
    key = name_key(post).removeprefix("osce ").replace("secretary-general", "secretary general")
    return _CHAIR.sub("chairperson-in-office", key.replace("coordinator", "co-ordinator"))


@dataclass(frozen=True, slots=True)
class _Homes:
    """Whom the posts are for that are bodies of their own."""

    osce: Entity
    chair: Entity


def _normal_post(
    title: str, unit: ReferenceEntity, parent: ReferenceEntity | None, homes: _Homes
) -> tuple[str, Entity]:
    """The post and whom it is for, as texts say it."""
    post = name_key(title)
    if _OF_CHAIR.search(post):
        return _OF_CHAIR.sub("", post), homes.chair
    if unit.entity.kind is EntityKind.BODY:
        if canonical_post(title) in {canonical_post(name.text) for name in unit.names}:
            return post, homes.osce
        for name in parent.names if parent is not None else ():
            suffix = f" of the {name_key(name.text)}"
            if post.endswith(suffix):
                return post.removesuffix(suffix), unit.links["parent"][0]
    return post, unit.entity


def read_holders(
    rows: Iterable[Row], index: Index, entities: dict[tuple[EntityKind, str], ReferenceEntity]
) -> Iterator[OfficeHolder]:
    """The office holders of the table; raises ReferenceDataError."""
    homes = _Homes(*(entities[EntityKind.BODY, local].entity for local in ("osce", "chairpersonship")))
    for row in rows:
        unit = entities[next(index.by_id(row, "org_id", ("institutions", "field_operations"))).key]
        above = unit.linked("parent")
        parent = entities[above.key] if above is not None else None
        post, whom = _normal_post(row["post"], unit, parent, homes)
        yield OfficeHolder(
            id=row.id,
            person=row["person"],
            aliases=row.values("aliases"),
            country=next(index.states(row, "country"), None),
            post=post,
            title=row["post"],
            organization=whom,
            unit=unit.entity,
            term=row.interval("start", "end"),
            confidence=row.confidence,
            source=row.source,
            notes=row["notes"],
        )


def gather_people(holders: Iterable[OfficeHolder]) -> dict[str, Person]:
    """The people of the table by name, aliases, nationalities and terms joined."""
    rows: dict[str, list[OfficeHolder]] = {}
    for holder in holders:
        rows.setdefault(holder.person, []).append(holder)
    return {
        name: Person(
            name,
            tuple(dict.fromkeys(alias for holder in terms for alias in holder.aliases)),
            tuple(dict.fromkeys(holder.country for holder in terms if holder.country is not None)),
            tuple(terms),
        )
        for name, terms in rows.items()
    }


def _bounded(holder: OfficeHolder, others: Sequence[OfficeHolder]) -> Interval:
    """The term with its empty ends bounded by the others' starts."""
    start, end = holder.term.start, holder.term.end
    starts: list[PartialDate] = [other.term.start for other in others if other.term.start is not None]
    if end is None and start is not None:
        later = [other for other in starts if other.earliest > start.latest]
        end = min(later, key=lambda day: day.latest, default=None)
    elif start is None and end is not None:
        before = [other for other in starts if other.latest < end.earliest]
        start = max(before, key=lambda day: day.earliest, default=None)
    return Interval(start, end)


def _certain(term: Interval, day: date, rivals: Iterable[Interval]) -> bool:
    if term.start is None or term.end is None:
        return False
    if term.start.latest <= day <= term.end.earliest:
        return True
    whole = term.start == term.end and term.may_contain(day)
    return whole and not any(rival.may_contain(day) for rival in rivals)


def _reason(holder: OfficeHolder, bounded: Interval, certain: bool) -> str:
    term = holder.term
    if certain:
        return (
            f"in office from {term.start} to {term.end}"
            if term.start != term.end
            else f"in office in {term.start}"
        )
    if term.start is not None and term.end is not None:
        return f"the day is at the edge of the term, {term.start} to {term.end}"
    if term.start is not None:
        known = f"in office from {term.start}, the end is not known"
        return f"{known}; the next holder starts {bounded.end}" if bounded.end else known
    if term.end is not None:
        known = f"in office until {term.end}, the start is not known"
        return f"{known}; the one before started {bounded.start}" if bounded.start else known
    return "held the post at a time that is not known"


def candidates(holders: Sequence[OfficeHolder], day: date) -> tuple[HolderCandidate, ...]:
    """Who of the holders may have been in office on the day, the certain first, the unknown last."""
    posts: dict[tuple[str, Entity], list[OfficeHolder]] = {}
    for holder in holders:
        posts.setdefault((canonical_post(holder.post), holder.unit), []).append(holder)
    found: list[HolderCandidate] = []
    for same in posts.values():
        terms = [_bounded(holder, [other for other in same if other is not holder]) for holder in same]
        for place, (holder, bounded) in enumerate(zip(same, terms, strict=True)):
            if bounded.may_contain(day):
                rivals = (term for other, term in enumerate(terms) if other != place and term)
                certain = _certain(holder.term, day, rivals)
                found.append(HolderCandidate(holder, certain, bounded, _reason(holder, bounded, certain)))
    return tuple(
        sorted(
            found,
            key=lambda c: (
                not c.certain,
                not c.holder.term,
                not c.holder.term.start,
                not c.term.end,
                c.holder.id,
            ),
        )
    )
