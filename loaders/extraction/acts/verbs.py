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
from ..clauses.words import DETERMINERS, FILLERS, PREPOSITIONS
from ..tables import read_table
from ..text.inflection import inflected

__all__ = ["ActVerb", "Form", "Takes", "act_verbs", "act_words"]

_ARTICLES: Final = DETERMINERS
_DESCRIBED: Final = "~"
_LONGEST_DESCRIPTION: Final = 5
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
    PERSON = "person"
    COMPLEMENT = "complement"
    PURPOSE = "purpose"
    ADDRESSEE = "addressee"


@dataclass(frozen=True, slots=True)
class ActVerb:
    """A row of the table.

    particle      the words that must follow; "~" stands for an article or possessive and a word or two that
                  describe a noun ("paid her first visit to")
    recipient     the preposition before the other party
    place_of_act  whether "in Skopje" behind the object is where it was done; else it belongs to the object
    present       what its present tense tells: "performed" by being said, "future" beside a day to come,
                  "either" one of the two
    nouns, never  the heads of objects that it needs, or with which it means something else
    needs         the words that a sentence must have for the particle to stand in it
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
    needs: frozenset[str]

    def after(self, line: Line, index: int) -> tuple[int, int] | None:
        """Where the words after the verb begin, and where a particle apart from it stands (else -1)."""
        if not self.particle:
            return index + 1, -1
        if not self.needs <= line.words:
            return None
        for at in (index + 1, _past_day(line, index + 1)):
            end = self._particle_end(line, at)
            if end is not None:
                return end, -1
        if len(self.particle) == 1 and self.recipient == "to":
            return self._apart(line, index)
        return None

    def _particle_end(self, line: Line, index: int) -> int | None:
        """Where the particle that begins at an index ends; a word in small letters may describe its noun."""
        at = index
        for wanted in self.particle:
            if wanted == _DESCRIBED:
                at += line.at(at) in _ARTICLES
                while at - index < _LONGEST_DESCRIPTION and line.at(at) not in self.particle:
                    item = line.items[at] if at < len(line.items) else None
                    if item is None or item.what is not What.WORD or not _describes(item.text):
                        break
                    at += 1
            elif line.at(at) != wanted:
                return None
            else:
                at += 1
        return at

    def _apart(self, line: Line, index: int) -> tuple[int, int] | None:
        for at in range(index + 2, min(index + _SEPARABLE, len(line.items))):
            if line.at(at) == self.particle[0]:
                return index + 1, at
            if line.at(at) in (",", ".", ";", "and") or line.items[at].what is What.DATE:
                return None
        return None


def _past_day(line: Line, index: int) -> int:
    """The index behind a day or a small word after a verb: "met today with", "handed jointly over"."""
    at = index + (line.at(index) == "on")
    if at < len(line.items) and line.items[at].what is What.DATE:
        return at + 1
    return index + 1 if line.at(index) in FILLERS else index


def _describes(text: str) -> bool:
    return text.islower() and text.replace("-", "").isalpha() and text not in PREPOSITIONS


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
        needs=frozenset(row["particle"].split()) - {_DESCRIBED},
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
