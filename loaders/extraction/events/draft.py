"""An occasion in the making: what the phrases of a release that speak of it tell of it together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from ....ontology.dates import Interval
from ....ontology.facts import Entity, EventKind
from .phrases import EventMention

__all__ = ["Draft"]

_NAME_LONGEST: Final = 14
_PLAIN_MOST: Final = 5


@dataclass(slots=True, eq=False)
class Draft:
    """An occasion in the making.

    begins, ends, on  the days that the text gives for its begin, its end and itself
    days              how long it lasts
    when              its days, once they are settled
    aside             whether the release only refers to it, and reports something else
    to_come           whether it is another of its kind that is planned ("a second course is planned")
    whole             the occasion that it opens or closes
    words             all words by which it is told from others
    nouns             by which nouns the text calls it
    marker            the word that sets it off from another of its kind
    """

    kind: EventKind
    noun: str
    mentions: list[EventMention] = field(default_factory=list)
    entity: Entity | None = None
    begins: Interval | None = None
    ends: Interval | None = None
    on: Interval | None = None
    days: int = 0
    place: Entity | None = None
    cancelled: bool = False
    undecided: bool = False
    aside: bool = False
    to_come: bool = False
    whole: Draft | None = None
    when: Interval | None = None
    words: frozenset[str] = frozenset()
    nouns: set[str] = field(default_factory=set)
    marker: str = ""

    def __post_init__(self) -> None:
        """Learns from what it begins with."""
        self._learn(self.mentions)

    def add(self, mention: EventMention) -> None:
        """Takes in another place where the text speaks of it."""
        self.mentions.append(mention)
        self._learn([mention])

    def in_line(self, number: int) -> Iterator[EventMention]:
        """The places of a line that speaks of it last, the last one first."""
        return takewhile(lambda mention: mention.line == number, reversed(self.mentions))

    def explain(self, mention: EventMention) -> None:
        """Takes a mention for what the first one means ("the first event, a seminar")."""
        self.kind, self.noun, self.mentions = mention.kind, mention.noun, [mention, self.first]
        self.marker = ""
        self._learn(self.mentions)

    def _learn(self, mentions: Sequence[EventMention]) -> None:
        self.words = self.words.union(*(mention.words for mention in mentions))
        self.nouns.update(mention.noun for mention in mentions)
        self.marker = self.marker or next((m.marker for m in mentions if m.marker), "")

    @property
    def is_named(self) -> bool:
        """Whether the text gives it a name."""
        return any(m.is_named for m in self.mentions)

    @property
    def first(self) -> EventMention:
        """Where the text first speaks of it."""
        return self.mentions[0]

    @property
    def lasts(self) -> bool:
        """Whether it may end on another day than it began, as the opening of an exhibition may not."""
        return self.kind is not EventKind.CEREMONY or "exhibition" not in self.nouns

    @property
    def is_dated(self) -> bool:
        """Whether the text gives it a day."""
        return any((self.begins, self.ends, self.on))

    def name(self) -> str:
        """Its fullest short name."""
        fitting = [m for m in self.mentions if len(m.name.split()) <= _NAME_LONGEST] or self.mentions
        best = max(
            fitting,
            key=lambda m: (
                m.noun != "event",
                bool(m.words),
                not m.in_title,
                not m.acts,
                m.is_named,
                m.definite is not None or len(m.words) < _PLAIN_MOST,
                len(m.words),
            ),
        )
        return best.name
