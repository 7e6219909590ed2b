"""The State that a minister or president serves whose State the text does not name beside the post."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from ...ontology.facts import Entity, EntityKind
from .model import Context, EntityMention
from .people_line import Chunk, Line
from .tables import words

if TYPE_CHECKING:
    from ...ontology.reference import Reference

__all__ = ["Served"]

_JOINTS: Final = frozenset((",", "and", "&"))
_TERRITORIES: Final = (EntityKind.STATE, EntityKind.PLACE)
_THEMES: Final = words("theme_nouns")
_AUTHORITIES: Final = words("authority_nouns")
_VISITS: Final = frozenset(("visit", "visits", "trip", "tour", "travels", "travel", "travelled"))
_WINDOW: Final = 40


class Served:
    """Finds the one State whose minister somebody can be; where two can be meant, none.

    The name's own town tells it ("in Skopje"), else the State where the release is written, unless the OSCE
    has its head offices there, or in which its field operation works, else the only one spoken of.
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

    def state(self, line: Line, before: int, after: int) -> Entity | None:
        """The State, where the post begins at one character of the text and the name ends at one word."""
        told = self._own_town(line, after) or self._scene(line, before)
        if told is not None:
            return told
        at_home = self._at_home()
        spoken = {m.entity for m in self._mentions if m.span.begin < before and self._is_spoken_of(m)}
        if len(at_home) == 1:
            (home,) = at_home
            if home in self._hosts():
                rivals = (m for m in self._mentions if m.sentence == line.sentence.index and self._owns(m))
            else:
                rivals = (m for m in self._mentions if self._may_act(m) or self._is_visited(m))
            return None if any(m.span.begin < before and m.entity != home for m in rivals) else home
        if not at_home and len(spoken) == 1:
            return next(iter(spoken))
        if not at_home and not spoken:
            around = {
                state
                for m in self._mentions
                if m.span.begin < before and m.entity.kind is EntityKind.PLACE
                if m.entity not in self._seats and (state := self._country(m.entity)) is not None
            }
            return next(iter(around)) if len(around) == 1 else None
        return None

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
        """The State of the scene that the sentence sets ("In Astana, ...", "On a visit to Georgia, ...")."""
        found: set[Entity] = set()
        for chunk in dict.fromkeys(line.chunks):
            if chunk is None or not _is_territory(chunk) or chunk.mention.demonym:
                continue
            if line.words[chunk.first].begin >= before:
                break
            opens = chunk.first == line.start + 1 and line.low(line.start) == "in"
            if opens or (line.low(chunk.first - 1) == "to" and line.low(chunk.first - 2) in _VISITS):
                state = chunk.mention.entity
                country = state if state.kind is EntityKind.STATE else self._country(state)
                if country is not None:
                    found.add(country)
        return next(iter(found)) if len(found) == 1 else None

    def _own_town(self, line: Line, after: int) -> Entity | None:
        """The State of "N in Skopje"."""
        if line.low(after) != "in":
            return None
        chunk = line.begins_at(after + 1)
        if chunk is None or chunk.mention.demonym or not _is_territory(chunk):
            return None
        entity = chunk.mention.entity
        if entity.kind is EntityKind.STATE:
            return entity
        elsewhere = entity not in self._seats and entity not in self._context.places
        return self._country(entity) if elsewhere else None

    def _at_home(self) -> set[Entity]:
        found: set[Entity] = set()
        for place in self._context.places:
            country = self._country(place) if place not in self._seats else None
            if country is not None:
                found.add(country)
        return found or self._hosts()

    def _hosts(self) -> set[Entity]:
        """The States in which the field operations work that publish the release or that it names."""
        operations = [p for p in self._context.publishers if p.kind is EntityKind.FIELD_OPERATION]
        if not operations:
            operations = [m.entity for m in self._mentions if m.entity.kind is EntityKind.FIELD_OPERATION]
        known = (self._reference.of(operation) for operation in operations)
        return {host for one in known if one is not None and (host := one.linked("host_state")) is not None}

    def _is_spoken_of(self, mention: EntityMention) -> bool:
        """Whether the State stands as one that can have a minister: no theme, no list, no newspaper's."""
        return self._may_act(mention) and not self._is_listed(mention)

    def _may_act(self, mention: EntityMention) -> bool:
        """Whether the State is no theme, and no newspaper's or the like."""
        if mention.entity.kind is not EntityKind.STATE:
            return False
        text, span = self._context.text, mention.span
        following = text[span.end : span.end + _WINDOW].split()
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

    def _country(self, place: Entity) -> Entity | None:
        known = self._reference.of(place)
        return known.linked("country") if known is not None else None


def _is_territory(chunk: Chunk) -> bool:
    return chunk.mention.entity.kind in _TERRITORIES
