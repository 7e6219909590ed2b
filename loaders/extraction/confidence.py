"""How sure a fact is: by the family of rules that found it, from how often that family was found to be right.

A rule has an estimate of its own, by which the stages of the cascade weigh one reading against another.
What goes out is another number: `tables/rule_families.tsv` puts each rule into a family,
`tables/confidence.tsv` says how often the facts of a family were right, and the fact is as sure as that.
`osce-kg evaluate --calibrate` writes the second table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from math import floor, sqrt
from types import MappingProxyType
from typing import Final, TypeVar

from ...ontology.facts import (
    Act,
    Attendance,
    Event,
    Evidence,
    Fact,
    InferredField,
    Membership,
    Mention,
    Participation,
    Release,
    Role,
    Statement,
)
from .tables import read_table

__all__ = [
    "EDGE",
    "ENOUGH",
    "LESS_SURE",
    "Family",
    "families",
    "family_name",
    "family_of",
    "fitted",
    "grade",
    "graded",
    "group_of",
    "sure_enough",
]

ENOUGH: Final = 30
"""How often a family must have fired for its facts to be as sure as they were right."""

EDGE: Final = 0.8
"""The confidence from which on a fact gives its plain edge."""

LESS_SURE: Final = ", less sure"
"""What the name of a rule ends in where its own estimate was below that of its table row."""

_UNMEASURED: Final = 0.79
_NORMAL: Final = 1.959964  # the 97.5th percentile of the normal distribution
_ANY: Final = "*"
_GROUPS: Final = {
    Role.ORGANIZER: "organizer",
    Role.HOST: "organizer",
    Role.SUPPORTER: "supporter",
    Role.FUNDER: "supporter",
    Role.SPEAKER: "participant",
    Role.PARTICIPANT: "participant",
}

Graded = TypeVar("Graded", bound=Act | Attendance | Event | InferredField | Participation | Statement)


_NAMES: Final[dict[type, str]] = {
    Membership: "post",
    Event: "event",
    Attendance: "attendance",
    Statement: "said",
    Act: "act",
    InferredField: "field-inferred",
}


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that find the same thing in the same way, and how often their facts were right.

    fired, right           on annotated pages
    judged, judged_right   on further pages, fact by fact, where what is missing was not looked for
    confidence             of its facts; None where none was ever seen: its rules' own estimates count then
    """

    name: str
    fired: int = 0
    right: int = 0
    judged: int = 0
    judged_right: int = 0
    confidence: float | None = None

    @property
    def seen(self) -> int:
        """How many of its facts were held against pages."""
        return self.fired + self.judged

    @property
    def seen_right(self) -> int:
        """How many of these were right."""
        return self.right + self.judged_right


@dataclass(frozen=True, slots=True)
class _Row:
    rule: str
    below: float
    family: str


def fitted(fired: int, right: int) -> float | None:
    """How sure facts are of which so many were right: None where there were none.

    The lower end of Wilson's 95 % interval of a share (Wilson 1927, "Probable Inference, the Law of
    Succession, and Statistical Inference"), not the share itself, since most of the pages were at hand while
    the rules were written. A family that fired less than ENOUGH times has the mean with Jeffreys' prior,
    Beta(1/2, 1/2) (Jeffreys 1946), and stays below EDGE whatever that is. Both are rounded down to a
    hundredth.

    >>> fitted(300, 300), fitted(100, 93), fitted(29, 29), fitted(5, 3), fitted(0, 0)
    (0.98, 0.86, 0.79, 0.58, None)
    """
    if not fired:
        return None
    if fired < ENOUGH:
        return min(_rounded_down((right + 0.5) / (fired + 1)), _UNMEASURED)
    share, z = right / fired, _NORMAL
    middle = share + z * z / (2 * fired)
    width = z * sqrt(share * (1 - share) / fired + z * z / (4 * fired * fired))
    return _rounded_down((middle - width) / (1 + z * z / fired))


def _rounded_down(share: float) -> float:
    return floor(share * 100 + 1e-9) / 100


@cache
def families() -> Mapping[str, Family]:
    """The families by name, in the order of their table."""
    found = {
        row["family"]: Family(
            row["family"],
            int(row["fired"]),
            int(row["right"]),
            int(row["judged"]),
            int(row["judged_right"]),
            float(row["confidence"]) if row["confidence"] else None,
        )
        for row in read_table("confidence")
    }
    return MappingProxyType(found)


@cache
def _rows(group: str, rule: str) -> tuple[_Row, ...]:
    """The rows of a rule, those for a lower estimate first; of `name *` the longest that fits."""
    mine = [row for row in read_table("rule_families") if row["group"] == group]
    fitting = [row["rule"] for row in mine if _fits(row["rule"], rule)]
    if not fitting:
        return ()
    best = rule if rule in fitting else max(fitting, key=len)
    rows = (_Row(rule, float(row["below"] or 0), row["family"]) for row in mine if row["rule"] == best)
    return tuple(sorted(rows, key=lambda row: (not row.below, row.below)))


def _fits(pattern: str, rule: str) -> bool:
    return pattern == rule or (pattern.endswith(_ANY) and rule.startswith(pattern.removesuffix(_ANY)))


@cache
def family_name(group: str, rule: str) -> str | None:
    """The name of the family of a rule, as evidence names the rule; None where no table has it.

    >>> family_name("organization", "form embassy"), family_name("said", "verb of saying, less sure")
    ('organization by form', 'said, subject further off')
    """
    rows = _rows(group, rule.removesuffix(LESS_SURE))
    low = rule.endswith(LESS_SURE)
    return next((row.family for row in rows if bool(row.below) == low), None)


def family_of(group: str, rule: str) -> Family | None:
    """The family of a rule, as evidence names the rule; None where it has none."""
    name = family_name(group, rule)
    return None if name is None else families().get(name, Family(name))


@cache
def _grades(group: str, rule: str) -> tuple[tuple[float, str, float | None], ...]:
    """For each row of a rule: below which estimate it holds, the rule's name then, and the confidence."""
    found = []
    for row in _rows(group, rule):
        family = families().get(row.family)
        name = rule + LESS_SURE if row.below else rule
        found.append((row.below or 2.0, name, None if family is None else family.confidence))
    return tuple(found)


def grade(group: str, rule: str, estimate: float) -> tuple[str, float]:
    """The name of a rule as evidence has it, and how sure a fact of a group is that it found.

    Args:
        group: as `group_of` gives it.
        rule: the rule's name.
        estimate: the rule's own. It counts where a row of the table asks for one below a bound, and where the
            family was never measured, or the rule has none; it then stays below EDGE.

    >>> grade("event", "a rule that no table has", 0.95)
    ('a rule that no table has', 0.79)
    """
    for below, name, confidence in _grades(group, rule):
        if estimate < below:
            return name, min(estimate, _UNMEASURED) if confidence is None else confidence
    return rule, min(estimate, _UNMEASURED)


def group_of(fact: Fact) -> str:
    """What kind of fact it is: as `evaluate` groups them, and "supporter".

    >>> from osce_kg.ontology.facts import Entity, EntityKind, Evidence, Manner, Span
    >>> proof = Evidence(Span(0, 4), "Text", "verb of saying", 0.9)
    >>> group_of(Statement(Entity(EntityKind.BODY, "ODIHR", "odihr"), Manner.DIRECT, proof))
    'said'
    """
    if isinstance(fact, Mention):
        return fact.entity.kind.value
    if isinstance(fact, Participation):
        return _GROUPS[fact.role]
    return _NAMES[type(fact)]


def graded(fact: Graded) -> Graded:
    """The fact with the confidence of its family."""
    evidence = fact.evidence
    rule, confidence = grade(group_of(fact), evidence.rule, evidence.confidence)
    if (rule, confidence) == (evidence.rule, evidence.confidence):
        return fact
    better = Evidence(evidence.span, evidence.quote, rule, confidence, evidence.marked)
    return replace(fact, evidence=better)


def sure_enough(release: Release, least: float) -> Release:
    """The release without the facts and header values that are less sure; its title, day and language stay.

    A participation and a number of participants go with their event.
    """
    if not least:
        return release
    facts = [fact for fact in release.facts if fact.evidence.confidence >= least]
    events = {fact.key for fact in facts if isinstance(fact, Event)}
    places, publishers, fields = (
        tuple(value for value in values if value.evidence.confidence >= least)
        for values in (release.places, release.publishers, release.fields)
    )
    return replace(
        release,
        facts=tuple(
            fact for fact in facts if not isinstance(fact, Participation | Attendance) or fact.event in events
        ),
        places=places,
        publishers=publishers,
        fields=fields,
    )
