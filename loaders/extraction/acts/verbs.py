"""The verbs that tell of acts: their forms, and what each takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from ....ontology.facts import ActKind
from ..clauses.line import Line, What
from ..clauses.words import FILLERS
from ..tables import read_table
from ..text.inflection import inflected

__all__ = ["ActVerb", "Form", "Takes", "act_verbs", "act_words"]

_SEPARABLE: Final = 8
"""How many words may stand between a verb and its particle ("handed two patrol boats over")."""


class Form(StrEnum):
    """Which form of a verb a word is; where the past and the participle are one word, it is both."""

    BASE = "base"
    PAST = "past"
    PARTICIPLE = "participle"
    PRESENT = "present"
    ING = "ing"


class Takes(StrEnum):
    """What a verb needs after it."""

    THING = "thing"
    PLACE = "place"
    THING_OR_POST = "thing or post"
    PERSON_AS_POST = "person as post"
    PEOPLE = "people"
    COMPLEMENT = "complement"
    ADDRESSEE = "addressee"


@dataclass(frozen=True, slots=True)
class ActVerb:
    """A row of the table.

    particle      the words that must follow
    recipient     the preposition before the other party
    place_of_act  whether "in Skopje" behind the object is where it was done; else it belongs to the object
    present       what its present tense tells: "performed" by being said, "future" beside a day to come
    nouns, never  the heads of objects that it needs, or with which it means something else
    """

    verb: str
    kind: ActKind
    takes: Takes
    particle: tuple[str, ...]
    recipient: str
    place_of_act: bool
    present: str
    nouns: frozenset[str]
    never: frozenset[str]

    def after(self, line: Line, index: int) -> tuple[int, int] | None:
        """Where the words after the verb begin, and where a particle apart from it stands (else -1)."""
        if not self.particle:
            return index + 1, -1
        size = len(self.particle)
        for at in (index + 1, index + 2):
            if line.lower[at : at + size] == self.particle and (
                at == index + 1 or line.at(index + 1) in FILLERS
            ):
                return at + size, -1
        if size == 1 and self.recipient == "to":
            return self._apart(line, index)
        return None

    def _apart(self, line: Line, index: int) -> tuple[int, int] | None:
        for at in range(index + 2, min(index + _SEPARABLE, len(line.items))):
            if line.at(at) == self.particle[0]:
                return index + 1, at
            if line.at(at) in (",", ".", ";", "and") or line.items[at].what is What.DATE:
                return None
        return None


def _row(row: Mapping[str, str]) -> ActVerb:
    return ActVerb(
        verb=row["verb"],
        kind=ActKind(row["kind"]),
        takes=Takes(row["object"]),
        particle=tuple(row["particle"].split()),
        recipient=row["recipient"],
        place_of_act=row["place"] == "act",
        present=row["present"],
        nouns=frozenset(row["nouns"].split()),
        never=frozenset(row["not"].split()),
    )


@cache
def act_verbs() -> Mapping[str, tuple[tuple[ActVerb, frozenset[Form]], ...]]:
    """For each form of a verb: the rows, those with a particle first, and which forms the word is.

    >>> [verb.kind.value for verb, _ in act_verbs()["met"]]
    ['met', 'met']
    """
    found: defaultdict[str, list[tuple[ActVerb, frozenset[Form]]]] = defaultdict(list)
    for row in read_table("act_verbs"):
        verb = _row(row)
        forms: defaultdict[str, set[Form]] = defaultdict(set)
        spelt = inflected(row["verb"], row["past"])
        for form, text in spelt.items():
            forms[text].add(Form(form))
        forms[row["participle"] or spelt["past"]].add(Form.PARTICIPLE)
        for text, kinds in forms.items():
            found[text].append((verb, frozenset(kinds)))
    return {text: tuple(sorted(rows, key=lambda r: not r[0].particle)) for text, rows in found.items()}


@cache
def act_words() -> frozenset[str]:
    """All forms of all verbs, without their particles."""
    return frozenset(act_verbs())
