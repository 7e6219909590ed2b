"""The State that a minister or president serves whose State the text does not name beside the post."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ....ontology.facts import Entity, EntityKind
from ..model import Context, EntityMention
from ..people.line import Chunk, Line
from ..tables import words
from .model import is_territory

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["Served", "country_of"]

_JOINTS: Final = frozenset((",", "and", "&"))
_THEMES: Final = words("theme_nouns")
_AUTHORITIES: Final = words("authority_nouns")
_VISITS: Final = words("post_words", kind="visit")
_MEETS: Final = words("post_words", kind="meets")
_DAYS: Final = {day.lower() for day in words("weekdays")} | words("post_words", kind="another day")
_LEADERS: Final = words("post_words", kind="leads a State")
_WINDOW: Final = 40
_LONGEST_MEMORY: Final = 400


class Served:
    """Finds the one State whose minister somebody can be; where two can be meant, none.

    The name's own town tells it ("in Skopje"), else the State that is visited and where people are met, else
    the State where the release is written, unless the OSCE has its head offices there, or in which its field
    operation works, else the only one spoken of.
    """

    def __init__(
        self,
        context: Context,
        mentions: Sequence[EntityMention],
        reference: Reference,
        seats: Iterable[Entity],
    ) -> None:
        self._context = context
        self._mentions = mentions
        self._reference = reference
        self._seats = frozenset(seats)
        self._begins = [mention.span.begin for mention in mentions]

    def state(self, line: Line, before: int, after: int) -> Entity | None:
        """The State, where the post begins at one character of the text and the name ends at one word."""
        told = self._own_town(line, after) or self._scene(line, before)
        if told is not None:
            return told
        at_home = self._at_home()
        last = bisect_left(self._begins, before)
        recent = self._mentions[max(0, last - _LONGEST_MEMORY) : last]
        abroad = {m.entity for m in recent if self._is_visited(m)} - at_home
        if abroad and at_home:
            met_there = not _MEETS.isdisjoint(line.lower) and _DAYS.isdisjoint(line.lower)
            return _only(abroad) if met_there else None
        if len(at_home) == 1:
            (home,) = at_home
            if home in self._hosts:
                rivals = (m for m in recent if m.sentence == line.sentence.index and self._owns(m))
            else:
                rivals = (m for m in recent if self._may_act(m) or self._is_visited(m))
            return None if any(m.entity != home for m in rivals) else home
        if at_home:
            return None
        spoken = {m.entity for m in recent if self._is_spoken_of(m)}
        return _only(spoken or {state for m in recent if (state := self._around(m)) is not None})

    def _owns(self, mention: EntityMention) -> bool:
        """Whether a State has another post in the sentence ("the President of Georgia"), or is visited."""
        if mention.entity.kind is not EntityKind.STATE or mention.demonym:
            return False
        begin = mention.span.begin
        leading = self._context.text[max(0, begin - _WINDOW) : begin].removesuffix("the ").rstrip()
        return leading.endswith(" of") or self._is_visited(mention)

    def _is_visited(self, mention: EntityMention) -> bool:
        if mention.entity.kind is not EntityKind.STATE or mention.demonym:
            return False
        leading = (
            self._context.text[max(0, mention.span.begin - _WINDOW) : mention.span.begin].lower().split()
        )
        return leading[-1:] == ["to"] and not _VISITS.isdisjoint(leading)

    def _scene(self, line: Line, before: int) -> Entity | None:
        """The State of a sentence's scene ("In Astana, ...", "a visit to Georgia", "in Osh with")."""
        found: set[Entity] = set()
        for chunk in dict.fromkeys(line.chunks):
            if chunk is None or not is_territory(chunk.mention.entity):
                continue
            if chunk.mention.demonym and not _is_capital(line, chunk):
                continue
            if line.words[chunk.first].begin >= before:
                break
            where = line.lower[chunk.last : chunk.last + 2] == (",", "where")
            led = line.low(chunk.first - 1) == "of" and line.low(chunk.first - 2) in _LEADERS
            including = line.low(chunk.last + (line.low(chunk.last) == ",")) in ("including", "among")
            if led and including and chunk.mention.entity.kind is EntityKind.STATE:
                return chunk.mention.entity
            opens = where or chunk.first == line.start + 1 or line.low(chunk.last) == "with"
            opens = (opens and line.low(chunk.first - 1) == "in") or chunk.mention.demonym
            opens = opens or _is_spoken_for(line, chunk.first)
            if opens or (line.low(chunk.first - 1) == "to" and line.low(chunk.first - 2) in _VISITS):
                state = chunk.mention.entity
                country = state if state.kind is EntityKind.STATE else country_of(state, self._reference)
                if country is not None:
                    found.add(country)
        return _only(found)

    def _around(self, mention: EntityMention) -> Entity | None:
        """The State of a place that is named, no head office's."""
        named = mention.entity.kind is EntityKind.PLACE and mention.entity not in self._seats
        return country_of(mention.entity, self._reference) if named else None

    def _own_town(self, line: Line, after: int) -> Entity | None:
        """The State of "N in Skopje"."""
        if line.low(after) != "in":
            return None
        chunk = line.begins_at(after + 1)
        if chunk is None or chunk.mention.demonym or not is_territory(chunk.mention.entity):
            return None
        entity = chunk.mention.entity
        if entity.kind is EntityKind.STATE:
            return entity
        elsewhere = entity not in self._seats and entity not in self._context.places
        return country_of(entity, self._reference) if elsewhere else None

    def _at_home(self) -> Set[Entity]:
        found: set[Entity] = set()
        for place in self._context.places:
            country = country_of(place, self._reference) if place not in self._seats else None
            if country is not None:
                found.add(country)
        return found or self._hosts

    @cached_property
    def _hosts(self) -> frozenset[Entity]:
        """The States in which the field operations work that publish the release or that it names."""
        operations = {p for p in self._context.publishers if p.kind is EntityKind.FIELD_OPERATION}
        if not operations:
            operations = {m.entity for m in self._mentions if m.entity.kind is EntityKind.FIELD_OPERATION}
        known = (self._reference.of(operation) for operation in operations)
        hosts = (one.linked("host_state") for one in known if one is not None)
        return frozenset(host for host in hosts if host is not None)

    def _is_spoken_of(self, mention: EntityMention) -> bool:
        """Whether the State stands as one that can have a minister: no theme, no list, no newspaper's."""
        return self._may_act(mention) and not self._is_listed(mention)

    def _may_act(self, mention: EntityMention) -> bool:
        """Whether the State is no theme, and no newspaper's or the like."""
        if mention.entity.kind is not EntityKind.STATE:
            return False
        text, span = self._context.text, mention.span
        following = text[span.end : span.end + _WINDOW].split()
        if following and following[0].startswith(")"):
            return False
        if mention.demonym:
            return bool(following) and following[0].strip(",.;’'").lower() in _AUTHORITIES
        leading = text[max(0, span.begin - _WINDOW) : span.begin].split()
        about = len(leading) > 1 and leading[-1] in ("in", "on", "over", "about")
        return not about or leading[-2].lower() not in _THEMES

    def _is_listed(self, mention: EntityMention) -> bool:
        """Whether a capitalised word is joined to it ("EU, NATO and United States")."""
        text, span = self._context.text, mention.span
        following = text[span.end : span.end + _WINDOW].split()
        before = text[max(0, span.begin - _WINDOW) : span.begin].split()
        if before[-1:] == ["the"]:
            before.pop()
        joined = len(before) > 1 and (before[-1] in _JOINTS or before[-1].endswith(","))
        if joined and before[-2 if before[-1] in _JOINTS else -1][:1].isupper():
            return True
        return len(following) > 1 and following[0] in _JOINTS and following[1][:1].isupper()


def _is_capital(line: Line, chunk: Chunk) -> bool:
    """Whether the sentence begins in the capital of a State ("In the Armenian capital, he met")."""
    said = (line.low(chunk.first - 2), line.low(chunk.first - 1), line.low(chunk.last))
    return said == ("in", "the", "capital") and chunk.first - 2 == line.start


def _is_spoken_for(line: Line, first: int) -> bool:
    """Whether the sentence begins with the State for which somebody speaks ("For Georgia, Minister N")."""
    begin = line.lower[line.start : first]
    return begin == ("for",) or begin == ("on", "behalf", "of")


def country_of(place: Entity, reference: Reference) -> Entity | None:
    """The State in which a place lies."""
    known = reference.of(place)
    return known.linked("country") if known is not None else None


def _only(states: Set[Entity]) -> Entity | None:
    """The one State, where there is one."""
    return next(iter(states)) if len(states) == 1 else None
