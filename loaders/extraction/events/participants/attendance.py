"""How many take part in the occasions of a release: "some 50 judges", "participants from 30 countries"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from .....ontology.facts import Attendance, Event, EventKind, Span, Status
from ...clauses.line import Line, Rule, evidence
from ...clauses.words import DETERMINERS, FILLERS
from ...model import Part
from ...tables import read_table, words
from ..draft import Draft
from ..records import Record
from ..setting.times import nearest_mention, placed_by_line
from ..ties import Scene, attended
from .counts import Counted, counted, neighbours, start_of_people
from .status import status_of

__all__ = ["RULES", "find_attendance"]

Group = tuple[Counted, ...]

_THERE: Final = words("attendance_words", kind="there")
_OVER_TIME: Final = words("attendance_words", kind="over time")
_SOME_OF_THEM: Final = words("attendance_words", kind="some of them")
_PARTING: Final = frozenset((";", ":", "which", "where", "while", "but", "whom", "whose", "although"))
_REACH: Final = 18
_PASSED: Final = (DETERMINERS | FILLERS | frozenset(("these", "those", "all", "than", "their"))) - {
    "together"
}
_FROM: Final = frozenset(("from", "of", "representing"))
_EACH: Final = frozenset(("each", "every"))
_YEARS: Final = frozenset(("year", "month", "week"))


def _phrases(stands: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases that stand before or after the number, by their last or first word."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in read_table("attendance_phrases"):
        if row["stands"] == stands:
            phrase = tuple(row["phrase"].split())
            found[phrase[0 if stands == "after" else -1]].append(phrase)
    return {word: tuple(sorted(phrases, key=len, reverse=True)) for word, phrases in found.items()}


_BEFORE: Final = _phrases("before")
_BEFORE_PEOPLE: Final = _phrases("before people")
_AFTER: Final = _phrases("after")


def attend(scene: Scene, group: Group) -> Draft | None:
    """As in "Some 50 judges from Osh took part in a seminar": the verb comes after."""
    line = scene.line
    end = group[-1].end
    for index in range(end, min(len(line.items), end + _REACH)):
        if line.at(index) in _PARTING:
            return None
        if any(line.lower[index : index + len(p)] == p for p in _AFTER.get(line.at(index), ())):
            return None if scene.is_negated(index) else _occasion(scene, index)
    return None


def are_brought(scene: Scene, group: Group) -> Draft | None:
    """As in "The seminar was attended by some 50 judges", "... brought together 50 judges"."""
    line = scene.line
    at = _before(scene, group)
    spoken_to = () if group[0].origin else _BEFORE_PEOPLE.get(line.at(at), ())
    for phrase in (*_BEFORE.get(line.at(at), ()), *spoken_to):
        begin = at + 1 - len(phrase)
        if begin >= line.start and line.lower[begin : at + 1] == phrase and not scene.is_negated(begin):
            return _occasion(scene, begin)
    return None


def is_for(scene: Scene, group: Group) -> Draft | None:
    """As in "a training course for 25 police officers", "a seminar with 45 participants"."""
    line = scene.line
    at = _before(scene, group)
    if line.at(at) != "for" and not (line.at(at) == "with" and _are_there(line, group)):
        return None
    here = [(m, d) for m, d in scene.placed if not m.acts and m.head < at and _is_attended(d)]
    if not here:
        return None
    mention, draft = max(here, key=lambda placed: placed[0].head)
    between = line.lower[mention.head + 1 : at]
    return draft if len(between) < _REACH and not _PARTING.intersection(between) else None


def are_there(scene: Scene, group: Group) -> Draft | None:
    """As in "The 50 participants saw a film": the word itself says that they are there."""
    line = scene.line
    before = line.at(group[0].begin - 1)
    of_it = before in DETERMINERS or before == "among" or group[0].begin == line.start
    return _occasion(scene, group[0].begin) if of_it and _are_there(line, group) else None


def _are_there(line: Line, group: Group) -> bool:
    return any(word in _THERE for word in line.lower[group[0].people : group[0].end])


def _before(scene: Scene, group: Group) -> int:
    """The item before those counted, past those whom the places or States sent ("judges of 5 States")."""
    line = scene.line
    begin = group[0].begin
    if group[0].origin and line.at(begin - 1) in _FROM:
        begin = start_of_people(line, begin - 1) or begin
    at = begin - 1
    while at > line.start and line.at(at) in _PASSED:
        at -= 1
    return at


def _occasion(scene: Scene, index: int) -> Draft | None:
    """The occasion of the clause, else that which the sentence before or the release is about."""
    fitting = [placed for placed in scene.placed if _is_attended(placed[1])]
    nearest = nearest_mention(scene.line, index, fitting)
    if nearest is not None:
        return nearest[1]
    if scene.placed and any(not mention.acts for mention, _ in scene.placed):
        return None
    draft = scene.fresh or scene.main
    return draft if draft is not None and _is_attended(draft) else None


def _is_attended(draft: Draft) -> bool:
    return attended(draft) is not None and draft.kind is not EventKind.ELECTION_OBSERVATION


_Rule = Rule[Callable[[Scene, Group], Draft | None]]

RULES: Final[tuple[_Rule, ...]] = (
    Rule(
        "counted, and attend",
        0.8,
        "A seminar on wells was held in <Linden> today. Some 50 judges took part in the seminar.",
        "A seminar on wells was held in <Linden> today. Some 50 judges work in <Linden>.",
        attend,
    ),
    Rule(
        "counted, and brought together",
        0.8,
        "A seminar on wells was held in <Linden> today. It was attended by more than 120 judges.",
        "A seminar on wells was held in <Linden> today. It was not attended by 120 judges.",
        are_brought,
    ),
    Rule(
        "occasion for a number of people",
        0.8,
        "A training course on wells for 25 police officers was held in <Linden> today.",
        "A training course on wells was held in <Linden> today. It is time for 25 police officers to go.",
        is_for,
    ),
    Rule(
        "counted participants",
        0.75,
        "A seminar on wells was held in <Linden> today. The 50 participants saw a film.",
        "A seminar on wells was held in <Linden> today. The 50 wells are old.",
        are_there,
    ),
)


def find_attendance(found: Sequence[Line], made: Sequence[Record]) -> Iterator[Attendance]:
    """How many took part in each event, as the body of a release says; each number of an event once."""
    numbered = [
        (number, line, numbers)
        for number, line in enumerate(found)
        if line.sentence.part is Part.BODY and not line.is_contact and (numbers := tuple(counted(line)))
    ]
    if not numbered or not made:
        return
    drafts = [record.draft for record in made]
    of_draft = {id(record.draft): record.event for record in made}
    main = next((record.draft for record in made if record.is_main), None)
    by_line = placed_by_line(drafts)
    seen: set[tuple[str, int | None, int | None, str]] = set()
    for number, line, numbers in numbered:
        if _is_over_time(line):
            continue
        scene = Scene(line, number, by_line.get(number, ()), main)
        for group in neighbours(numbers, line):
            if line.at(group[0].begin - 1) in _SOME_OF_THEM and not _are_there(line, group):
                continue
            for rule in RULES:
                draft = rule.apply(scene, group)
                if draft is not None:
                    for fact in _facts(line, group, rule, of_draft[id(draft)]):
                        key = fact.event, fact.least, fact.most, _words(line, fact.people)
                        if key not in seen:
                            seen.add(key)
                            yield fact
                    break


def _is_over_time(line: Line) -> bool:
    """Whether it tells of many years, not of one occasion ("Since 2005, 300 judges have been trained")."""
    if line.has_any(_OVER_TIME):
        return True
    return any(line.at(at + 1) in _YEARS for at in line.places(_EACH))


def _facts(line: Line, group: Group, rule: _Rule, event: Event) -> Iterator[Attendance]:
    for one in group:
        status = status_of(line, one.begin, event.status)
        if status is Status.CANCELLED:
            continue
        items = line.items
        span = Span(items[one.begin].begin, items[one.end - 1].end)
        people = Span(items[one.people].begin, items[one.end - 1].end)
        proof = evidence(line.sentence, rule.name, rule.confidence, span)
        yield Attendance(event.key, span, people, proof, one.least, one.most, status)


def _words(line: Line, span: Span) -> str:
    begin = line.sentence.span.begin
    return line.sentence.text[span.begin - begin : span.end - begin].casefold()
