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
    "Terms",
    "canonical_post",
    "gather_people",
    "read_holders",
]

_CHAIR: Final = re.compile(r"\bchair(?:man|woman|person)?-in-office\b")
_NEAR: Final = 366
_LONG: Final = 5 * 366
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
    about         the years that the term is said to have had, about
    seen          days, months or years in which the holder is attested in office
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
    about: Interval = Interval()
    seen: tuple[PartialDate, ...] = ()


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
    term     the term, an empty end bounded by the next holder's start, an empty start by the one before, and
             both by the years that the term is said to have had, give or take one
    reason   for a person to read
    likely   certain, or within the known or approximate term, or near a day on which the holder is attested
    """

    holder: OfficeHolder
    certain: bool
    term: Interval
    reason: str
    likely: bool = False


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
            about=row.interval("about_start", "about_end"),
            seen=row.dates("seen"),
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


def _begun(holder: OfficeHolder) -> PartialDate | None:
    """From when on the holder was in office: the start, else a year after what it is said to have been."""
    about = holder.about.start
    return holder.term.start or (PartialDate(about.year + 1) if about is not None else None)


def _bounded(holder: OfficeHolder, others: Sequence[OfficeHolder]) -> Interval:
    """The term with its empty ends bounded by the others' starts and by what it is said to have been."""
    start, end = holder.term.start, holder.term.end
    starts = [begun for other in others if (begun := _begun(other)) is not None]
    if end is None and start is not None:
        later = [other for other in starts if other.earliest > start.latest]
        end = min(later, key=lambda day: day.latest, default=None)
    elif start is None and end is not None:
        before = [other for other in starts if other.latest < end.earliest]
        start = max(before, key=lambda day: day.earliest, default=None)
    about = holder.about
    if about.start is not None and holder.term.start is None:
        early = PartialDate(about.start.year - 1)
        start = early if start is None or start.earliest < early.earliest else start
    if about.end is not None and holder.term.end is None:
        late = PartialDate(about.end.year + 1)
        end = late if end is None or end.latest > late.latest else end
    return Interval(start, end)


def _certain(term: Interval, day: date, rivals: Iterable[Interval]) -> bool:
    if term.start is None or term.end is None:
        return False
    if term.start.latest <= day <= term.end.earliest:
        return True
    whole = term.start == term.end and term.may_contain(day)
    return whole and not any(rival.may_contain(day) for rival in rivals)


def _likely(holder: OfficeHolder, bounded: Interval, day: date) -> bool:
    if any(
        abs((seen.earliest - day).days) <= _NEAR or seen.earliest <= day <= seen.latest
        for seen in holder.seen
    ):
        return True
    if len(holder.seen) > 1 and min(holder.seen).earliest <= day <= max(holder.seen).latest:
        return True
    if not holder.term and not holder.about:
        return False
    known = Interval(
        holder.term.start or holder.about.start or (bounded.start if holder.seen else None),
        holder.term.end or holder.about.end or bounded.end,
    )
    one_side = known.start is None or (known.end is None and (day - known.start.latest).days > _LONG)
    return known.may_contain(day) and not one_side


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
        return f"{known}; over by {bounded.end}" if bounded.end else known
    if term.end is not None:
        known = f"in office until {term.end}, the start is not known"
        return f"{known}; not before {bounded.start}" if bounded.start else known
    if holder.about:
        return f"in office about {holder.about}"
    if holder.seen:
        return f"attested in office in {', '.join(map(str, holder.seen))}"
    return "held the post at a time that is not known"


class Terms:
    """All terms, grouped by post, with their empty ends bounded once; asked who was in office on a day."""

    def __init__(self, holders: Iterable[OfficeHolder]) -> None:
        self._groups: dict[tuple[str, Entity], list[tuple[OfficeHolder, Interval]]] = {}
        same: dict[tuple[str, Entity], list[OfficeHolder]] = {}
        for holder in holders:
            same.setdefault((canonical_post(holder.post), holder.unit), []).append(holder)
        self._by_name: dict[str, list[tuple[str, Entity]]] = {}
        self._by_id: dict[str, list[tuple[str, Entity]]] = {}
        for group, members in same.items():
            self._groups[group] = [(m, _bounded(m, [o for o in members if o is not m])) for m in members]
            for name in {canonical_post(form) for m in members for form in (m.post, m.title)}:
                self._by_name.setdefault(name, []).append(group)
            for local in {entity.id for m in members for entity in (m.unit, m.organization) if entity.id}:
                self._by_id.setdefault(local, []).append(group)

    def posts(self, post_or_id: str, title: str | None) -> list[tuple[str, Entity]]:
        """The posts, each with its unit, that an id of a body or operation, else a post's name, means."""
        found = self._by_id.get(post_or_id.replace("_", "-").casefold())
        if found is None:
            found = self._by_name.get(canonical_post(post_or_id), [])
        wanted = None if title is None else self._by_name.get(canonical_post(title), [])
        return [group for group in found if wanted is None or group in wanted]

    def on(self, posts: Iterable[tuple[str, Entity]], day: date) -> tuple[HolderCandidate, ...]:
        """Who may have been in office on the day: the certain first, then the likely."""
        found: list[HolderCandidate] = []
        for post in posts:
            terms = self._groups[post]
            for holder, bounded in terms:
                if bounded.may_contain(day):
                    rivals = (term for other, term in terms if other is not holder and term)
                    certain = _certain(holder.term, day, rivals)
                    likely = certain or _likely(holder, bounded, day)
                    reason = _reason(holder, bounded, certain)
                    found.append(HolderCandidate(holder, certain, bounded, reason, likely))
        return tuple(
            sorted(
                found,
                key=lambda c: (
                    not c.certain,
                    not c.likely,
                    not c.holder.term.start,
                    not c.term.end,
                    c.holder.id,
                ),
            )
        )
