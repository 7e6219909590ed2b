"""The words of which names of organizations are made, and how each head noun behaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ....ontology.facts import EntityKind
from ..tables import read_table, words

__all__ = [
    "ABOVE",
    "ACTING",
    "ASSEMBLY",
    "COMPOUNDS",
    "FAITHS",
    "FILLERS",
    "FIXED",
    "HEADS",
    "INDEFINITE",
    "LARGER",
    "MONTHS",
    "NAMED_BODIES",
    "NOT_HEADS",
    "NUMBERED",
    "OWN",
    "PARTICIPLES",
    "PARTS",
    "POSSESSIVE_WORDS",
    "POSSESSORS",
    "SEASONS",
    "STARTERS",
    "STATES",
    "SUBORDINATE",
    "TITLES",
    "TOPICS",
    "WISHES",
    "Head",
]


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun of names of organizations, how it behaves, and the prepositions that it takes."""

    kind: str
    prepositions: frozenset[str]


HEADS: Final = {
    row["head"]: Head(row["kind"], frozenset(row["prepositions"].split("|")) - {""})
    for row in read_table("org_heads")
}
TOPICS: Final = words("org_topics")
FILLERS: Final = words("org_parts", use="filler")
POSSESSORS: Final = words("org_parts", use="possessor")
TITLES: Final = (words("honorifics") | words("post_heads")) - TOPICS - frozenset(HEADS)
STARTERS: Final = frozenset(word.lower() for word in words("sentence_starters"))
NOT_HEADS: Final = words("not_names", "word", reason="document") | words("not_names", "word", reason="event")
MONTHS: Final = words("not_names", "word", reason="month") | words("not_names", "word", reason="weekday")
PARTICIPLES: Final = words("org_parts", use="participle")
FAITHS: Final = words("org_parts", use="faith")
NUMBERED: Final = frozenset(("no.", "nr.", "no", "number"))
OWN: Final = frozenset(("OSCE", "CSCE", "ODIHR"))
INDEFINITE: Final = frozenset(("a", "an", "some", "any", "each", "every", "another", "several", "many", "no"))
POSSESSIVE_WORDS: Final = frozenset(("its", "his", "her", "their", "our", "whose"))
ABOVE: Final = frozenset(("bureau", "delegation", "mission", "presidency"))
PARTS: Final = frozenset(("unit", "board", "police", "office", "named", "group", "committee"))
ACTING: Final = frozenset(("forum", "city"))
ASSEMBLY: Final = "pa"
COMPOUNDS: Final = words("org_parts", use="compound")
SUBORDINATE: Final = frozenset(("unit", "board", "committee"))
SEASONS: Final = frozenset(("summer", "winter", "spring", "autumn"))
WISHES: Final = frozenset(("should", "could", "might", "would"))
LARGER: Final = frozenset(("of", "at", "in", "within"))
STATES: Final = frozenset((EntityKind.STATE, EntityKind.PLACE))
NAMED_BODIES: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION))
FIXED: Final = NAMED_BODIES | {EntityKind.EVENT, EntityKind.DOCUMENT}
