"""Which lines of an annotation were found, which are missing, and which of the found ones are false."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ...ontology.facts import EntityKind
from ...ontology.reference import Reference
from ..annotation import FURTHER
from .likeness import Likeness, bare, fold
from .lines import HEADER, Annotation, Line

__all__ = ["ALL_GROUPS", "GROUPS", "MENTIONED", "Matcher", "Outcome", "Verdict"]

MENTIONED: Final = (
    EntityKind.STATE,
    EntityKind.BODY,
    EntityKind.FIELD_OPERATION,
    EntityKind.ORGANIZATION,
    EntityKind.PLACE,
)
"""The kinds of entities that are annotated as mentioned, each a group of its own."""

GROUPS: Final = (
    "header",
    *(kind.value for kind in MENTIONED),
    "person",
    "post",
    "event",
    "organizer",
    "participant",
    "said",
)
ALL_GROUPS: Final = (*GROUPS, *FURTHER)
"""The groups, and those of further predicates, which count only where they are asked for."""

Same = Callable[[Line, Line], bool]
Pair = tuple[Line, Line]


class Outcome(StrEnum):
    """What became of a line."""

    HIT = "hit"
    MISSING = "missing"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A line of the annotation that was found or is missing, or a found one that is false.

    expected  None where it is false
    found     None where it is missing
    """

    group: str
    expected: Line | None
    found: Line | None

    @property
    def outcome(self) -> Outcome:
        """Hit, missing or false."""
        if self.found is None:
            return Outcome.MISSING
        return Outcome.FALSE if self.expected is None else Outcome.HIT

    @property
    def line(self) -> Line:
        """The annotated line, the found one where it is false."""
        line = self.expected or self.found
        assert line is not None  # noqa: S101 - one of the two is always there
        return line


class Matcher:
    """Pairs lines: each annotated line, in its order, takes the first found line that says the same."""

    def __init__(self, known: Reference) -> None:
        self._like = Likeness(known)

    def verdicts(
        self, annotation: Annotation, found: Iterable[Line], groups: Sequence[str] = GROUPS
    ) -> tuple[Verdict, ...]:
        """The verdict on every line, group by group; groups that the annotation leaves out have none."""
        lines = tuple(found)
        events = self._event_pairs(_of(annotation.lines, "event"), _of(lines, "event"))
        verdicts: list[Verdict] = []
        for group in groups:
            if group in annotation.left_out:
                continue
            expected, given = _of(annotation.lines, group), _of(lines, group)
            pairs = events if group == "event" else _paired(expected, given, self.same(group, events))
            verdicts += _verdicts(group, expected, given, pairs)
        return tuple(verdicts)

    def same(self, group: str, events: Iterable[Pair] = ()) -> Same:
        """When an annotated line of a group (first) and a found one (second) say the same.

        For organizers and participants the events count that were found to be the same.
        """
        like = self._like
        rules: dict[str, Same] = {
            "header": lambda a, b: a.predicate == b.predicate and fold(a.object) == fold(b.object),
            "organization": lambda a, b: like.same_organization(a.object, b.object),
            "person": lambda a, b: like.same_person(a.object, b.object),
            "post": lambda a, b: (
                like.same_person(a.subject, b.subject) and like.same_post(a.post_parts, b.post_parts)
            ),
            "event": self._same_event,
            "said": lambda a, b: like.same_party(a.subject, b.subject),
            "act": self._same_act,
        }
        if group in ("organizer", "participant"):
            return self._same_part(events)
        if group == "attendance":
            return self._same_attendance
        return rules.get(group, lambda a, b: bare(a.object) == bare(b.object))

    def _same_event(self, one: Line, other: Line) -> bool:
        return one.event_parts[:2] == other.event_parts[:2] and self._like.mostly_shared(
            one.subject, other.subject
        )

    def _same_act(self, one: Line, other: Line) -> bool:
        """All of it: who, what kind and how, to or with whom, what, when and where."""
        if not self._same_named(one.subject, other.subject):
            return False
        kind, how, whom, what, when, where = one.act_parts
        found = other.act_parts
        return (
            (kind, how, when, bare(where)) == (*found[:2], found[4], bare(found[5]))
            and self._same_all(whom, found[2])
            and bool(what) == bool(found[3])
            and (self._same_all(what, found[3]) or self._like.mostly_shared(what, found[3]))
        )

    def _same_attendance(self, one: Line, other: Line) -> bool:
        """The same number at the same event; those counted may be called by half of the words."""
        count, _, people = one.object.partition(" | ")
        number, _, others = other.object.partition(" | ")
        return (
            count == number
            and self._like.mostly_shared(one.subject, other.subject)
            and self._like.mostly_shared(people, others)
        )

    def _same_named(self, one: str, other: str) -> bool:
        return bare(one) == bare(other) or self._like.same_party(one, other)

    def _same_all(self, one: str, other: str) -> bool:
        """Whether two lists name the same, in whatever order."""
        first, second = ([part for part in text.split("; ") if part] for text in (one, other))
        return len(first) == len(second) and all(
            any(self._same_named(name, candidate) for candidate in second) for name in first
        )

    def _same_part(self, events: Iterable[Pair]) -> Same:
        names: dict[str, set[str]] = {}
        for expected, found in events:
            names.setdefault(found.subject, set()).add(expected.subject)

        def same(one: Line, other: Line) -> bool:
            meant = names.get(other.subject)
            if meant is None:
                in_it = self._like.mostly_shared(one.subject, other.subject)
            else:
                in_it = one.subject in meant
            return in_it and self._like.same_party(one.object, other.object)

        return same

    def _event_pairs(self, expected: Sequence[Line], found: Sequence[Line]) -> list[Pair]:
        """By kind, date and name; then the only ones of their kind, date and place."""
        pairs = _paired(expected, found, self._same_event)
        matched = {one.key for one, _ in pairs}, {other.key for _, other in pairs}
        rest = [line for line in expected if line.key not in matched[0]]
        free = [line for line in found if line.key not in matched[1]]
        wanted = Counter(map(_occasion, rest))
        offered = Counter(map(_occasion, free))
        by_occasion = {_occasion(line): line for line in free}
        for line in rest:
            occasion = _occasion(line)
            if wanted[occasion] == offered[occasion] == 1:
                pairs.append((line, by_occasion[occasion]))
        return pairs


def _occasion(line: Line) -> tuple[str, ...]:
    return tuple(map(bare, line.event_parts))


def _of(lines: Sequence[Line], group: str) -> list[Line]:
    """The lines of a group, those of the header predicate by predicate."""
    chosen = [line for line in lines if line.group == group]
    return sorted(chosen, key=lambda line: HEADER.index(line.predicate)) if group == "header" else chosen


def _paired(expected: Sequence[Line], found: Sequence[Line], same: Same) -> list[Pair]:
    free = list(found)
    pairs: list[Pair] = []
    for line in expected:
        match = next((place for place, other in enumerate(free) if same(line, other)), None)
        if match is not None:
            pairs.append((line, free.pop(match)))
    return pairs


def _verdicts(
    group: str, expected: Sequence[Line], found: Sequence[Line], pairs: Sequence[Pair]
) -> Iterator[Verdict]:
    by_expected = {one.key: other for one, other in pairs}
    taken = {other.key for _, other in pairs}
    for line in expected:
        yield Verdict(group, line, by_expected.get(line.key))
    for line in found:
        if line.key not in taken:
            yield Verdict(group, None, line)
