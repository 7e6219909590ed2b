"""A post as the words of one sentence give it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ....ontology.facts import Entity, EntityKind, TermStatus
from ..people.lexicon import Head

__all__ = ["PASSIVE", "Left", "Phrase", "PostPhrase", "is_territory"]

PASSIVE: Final = "passive of heading"


@dataclass(frozen=True, slots=True)
class PostPhrase:
    """A post in a sentence: the words first to last (excluded), `outer` with what stands before them.

    title       its normal form
    whom        whom it is for; several where a plural is shared out ("Heads of the Centres in ... and ...")
    determiner  "the", "a", "'s" for a possessor, "his" and the like, or nothing
    office      id of the body whose only post it is, where reference's office holders answer to it
    osce        whether the text says that the office is the OSCE's
    certain     whether whom it is for stands with it
    nested      posts inside it ("Adviser to the High Commissioner")
    """

    outer: int
    first: int
    last: int
    head_at: int
    head: Head
    title: str
    whom: tuple[Entity, ...]
    status: TermStatus
    determiner: str
    office: str | None = None
    osce: bool = False
    certain: bool = True
    complement: bool = False
    capitalised: bool = True
    rule: str = ""
    confidence: float = 0.9
    nested: tuple[PostPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase after a preposition: an entity, a unit (with its owner), a matter, or an office."""

    last: int
    text: str
    entities: tuple[Entity, ...] = ()
    unit: str = ""
    owner: Entity | None = None
    matter: bool = False
    office: int | None = None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """The words first (included) to the head, `outer` with determiner and possessor, and what they say.

    whom   of the possessor, demonym or organization before the modifiers
    of     what a possessor adds to the title ("of the secretary-general")
    owner  the index of "his" or "her", whose post it is being told by a person
    """

    outer: int
    first: int
    modifiers: tuple[str, ...] = ()
    determiner: str = ""
    whom: tuple[Entity, ...] = ()
    owner: int | None = None
    demonym: bool = False
    nouns: tuple[str, ...] = ()
    of: str = ""


def is_territory(entity: Entity) -> bool:
    """Whether the entity is a State or a place."""
    return entity.kind in (EntityKind.STATE, EntityKind.PLACE)
