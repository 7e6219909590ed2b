"""What the rules for organizers and participants share: a line with its occasions, and who does what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ....ontology.facts import Entity, EntityKind, EventKind, Role
from ..clauses.line import Line, Rule, party_list
from ..clauses.unreal import is_unreal
from ..clauses.words import AUXILIARIES, BE, DETERMINERS, FILLERS, LONGEST_RUN, MODALS, NEGATIONS
from ..model import Party
from ..posts.offices import body_of_title
from ..statements.speech import SpeechVerb
from ..statements.subjects import subject_before
from ..tables import read_table, words
from .draft import Draft
from .setting.scope import is_background
from .setting.times import Placed, nearest_mention

__all__ = [
    "Phrases",
    "Scene",
    "Tie",
    "TieRule",
    "Tied",
    "attended",
    "fresh_in",
    "is_origin",
    "organization_of",
    "ties_of",
    "told_before",
]

_OUTSIDE: Final = frozenset((EntityKind.PLACE, EntityKind.EVENT, EntityKind.DOCUMENT, EntityKind.FIELD))
_HEADS: Final = words("participation_words", kind="head of a body")
_SERVANTS: Final = words("participation_words", kind="serves a body")
_ITS: Final = frozenset(("its", "their"))
_NOT_ATTENDED: Final = frozenset(
    (EventKind.ELECTION, EventKind.APPOINTMENT, EventKind.PUBLICATION, EventKind.STATEMENT)
)
_PARTS: Final = words("participation_words", kind="part of an occasion")
_BY_REACH: Final = 9
_OBJECT_REACH: Final = 14
_OTHER_PARTICIPLES: Final = words("participation_words", kind="irregular participle")
_TO: Final = words("participation_words", kind="is going to")
_HELPING: Final = words("participation_words", kind="helps")
_BEFORE_VERB: Final = MODALS | FILLERS | AUXILIARIES | BE | _TO | _HELPING
_IN_A_LIST: Final = frozenset((",", "and", "the", "both"))
_OF_ORIGIN: Final = frozenset(("from", "of", "in", "across", "representing"))
_COUNT_LONGEST: Final = 7
_AMONG_OTHERS: Final = (",", "among", "others", ",")
_INSERTION_LONGEST: Final = 16
_RELATIVES: Final = frozenset(("who", "whose"))
_PAST: Final = words("clause_words", kind="past of a verb") | {"said"}
_TITLES: Final = frozenset(("ambassador", "professor", "dr", "mr", "ms"))
_NOT_BARE: Final = MODALS | _HELPING | {"to", "did"}


@dataclass(frozen=True, slots=True)
class Tie:
    """That somebody named in a line has a role in an occasion."""

    draft: Draft
    entity: Entity
    role: Role
    line: int
    item: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A line with the occasions that it speaks of.

    placed  the event phrases of the line, each with its occasion
    main    the occasion that the release is about
    fresh   that which the sentence before, in the same paragraph, has brought in
    told    those of which the sentence before speaks, whenever they are
    """

    line: Line
    number: int
    placed: Sequence[Placed]
    main: Draft | None
    fresh: Draft | None = None
    told: Sequence[Draft] = ()
    _found: dict[Callable[[Scene], Tied], list[tuple[int, Draft, Role]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, rule: Callable[[Scene], Tied]) -> list[tuple[int, Draft, Role]]:
        """What a rule finds here, kept for other rules that ask for it."""
        if rule not in self._found:
            self._found[rule] = list(rule(self))
        return self._found[rule]

    @property
    def it(self) -> Draft | None:
        """What "it" means: the one occasion of which the sentence before speaks."""
        return self.told[0] if len(self.told) == 1 else None

    def near(self, index: int) -> Draft | None:
        """The occasion whose noun is nearest to an index."""
        fitting = [p for p in self.placed if p[1].noun != "day" and not p[0].acts]
        nearest = nearest_mention(self.line, index, fitting)
        return nearest[1] if nearest is not None else None

    def before(self, index: int) -> Draft | None:
        """The nearest occasion whose phrase begins before an index."""
        fitting = [p for p in self.placed if p[0].first < index and p[1].noun != "day"]
        nearest = nearest_mention(self.line, index, fitting)
        return nearest[1] if nearest is not None else None

    def object_of(self, index: int) -> Draft | None:
        """The occasion that is the object of the verb at an index."""
        line = self.line
        after = [p for p in self.placed if index < p[0].head <= index + _OBJECT_REACH and p[1].noun != "day"]
        first = min(after, key=lambda p: p[0].head, default=None)
        if first is None:
            return None
        between = line.lower[index + 1 : first[0].first]
        if any(w in (";", ":", "that", "which", "at", "during", "after", "before") for w in between):
            return None
        if any(w == "of" and between[n - 1] not in _PARTS for n, w in enumerate(between)):
            return None
        if any(w == "for" and n and between[n - 1] != "," for n, w in enumerate(between)):
            return None
        if "to" in between and line.at(first[0].first - 1) in DETERMINERS | {"to"}:
            return None
        if "," in between and not set(between[:2]) & {",", "together", "jointly", "today"}:
            return None
        return first[1]

    def subject_of(self, index: int) -> tuple[int, ...]:
        """The parties that are the subject of the verb at an index, modals and "is to" passed over."""
        line = self.line
        at = index - 1
        first = max(line.start, index - LONGEST_RUN)
        while at >= first and (line.at(at) in _BEFORE_VERB or line.items[at].date is not None):
            at -= 1
        verb = SpeechVerb("", at + 1, at + 2, "strong", "past")
        found = subject_before(line, verb)
        return _with_described(line, found[0]) if found is not None else ()

    def word_before(self, index: int) -> str:
        """The word before a verb, adverbs passed over."""
        at = index - 1
        while at >= max(self.line.start, index - LONGEST_RUN) and (
            self.line.at(at) in FILLERS
            or self.line.at(at).endswith("ly")
            or self.line.items[at].date is not None
        ):
            at -= 1
        return self.line.at(at) if at >= self.line.start else ""

    def agent_begin(self, index: int) -> int | None:
        """Where the agent of a passive verb begins ("... by"), None where none follows."""
        line = self.line
        if line.lower[index : index + len(_AMONG_OTHERS)] == _AMONG_OTHERS:
            index += len(_AMONG_OTHERS)
        for at in range(index, min(len(line.items), index + _BY_REACH)):
            if line.at(at) == "and" and line.at(at + 1).endswith("ed") and line.at(at + 2) == "by":
                return at + 3 if at == index else None
            if line.at(at) == "," and (behind := self._behind_aside(at)) is not None:
                return behind
            if line.at(at) == "by":
                before = line.at(at - 1)
                of_another = at > index and (before.endswith("ed") or before in _OTHER_PARTICIPLES)
                return None if of_another else at + 1
            if line.at(at) in (",", ";", ".", "and", "which", "that") or line.items[at].is_person:
                return None
        return None

    def _behind_aside(self, index: int) -> int | None:
        """Where an agent begins behind an aside between commas: "organized, for the third time, by"."""
        for at in range(index + 2, min(len(self.line.items), index + _BY_REACH)):
            if self.line.at(at) == ",":
                return at + 2 if self.line.at(at + 1) == "by" else None
            if self.line.items[at].acts or self.line.at(at).endswith("ed") or self.line.at(at) in BE:
                return None
        return None

    def agents(self, index: int) -> tuple[int, ...]:
        """Who does what the verb at an index says, be it active or passive."""
        by = self.agent_begin(index + 1)
        if not self.is_passive(index) and by != index + 2:
            return self.subject_of(index)
        return party_list(self.line, _past_count(self.line, by))[0] if by is not None else ()

    def is_negated(self, index: int) -> bool:
        """Whether a negation stands shortly before an index, or it is told of as not actual."""
        near = self.line.lower[max(self.line.start, index - 4) : index]
        return not NEGATIONS.isdisjoint(near) or is_unreal(self.line.lower, index)

    def is_passive(self, index: int) -> bool:
        """Whether a form of "be" stands before the verb."""
        return self.word_before(index) in BE

    def is_finite(self, index: int, form: str) -> bool:
        """Whether a verb form has a subject here: no bare infinitive, no participle without "be"."""
        before = self.word_before(index)
        if before in NEGATIONS:
            return False
        if form == "base":
            return before in _NOT_BARE
        if form == "ing":
            return before in BE
        return before not in BE


def _with_described(line: Line, subject: tuple[int, ...]) -> tuple[int, ...]:
    """A subject with the person before its "and" of whom something is told: "A, who digs wells, and B"."""
    begin = subject[0] - 1 if subject else 0
    while begin > line.start and (line.at(begin) in DETERMINERS or line.items[begin].lower in _TITLES):
        begin -= 1
    if line.at(begin) != "and" or line.at(begin - 1) != ",":
        return subject
    relative = False
    for at in range(begin - 2, max(line.start - 1, begin - _INSERTION_LONGEST), -1):
        item = line.items[at]
        if item.is_person:
            described = line.at(at + 1) == "," and (relative or line.at(at + 2) in DETERMINERS)
            return (at, *subject) if described else subject
        relative = relative or (item.lower in _RELATIVES)
        if item.lower in (";", ":") or (not relative and _is_verb(line, at, begin)):
            return subject
    return subject


def _is_verb(line: Line, index: int, end: int) -> bool:
    """Whether a finite verb stands at an index, and no "who" between it and the person before."""
    word = line.at(index)
    finite = word in BE | MODALS | AUXILIARIES | _PAST or word.endswith("ed")
    before = line.lower[max(line.start, end - _INSERTION_LONGEST) : index]
    return finite and _RELATIVES.isdisjoint(before)


def _past_count(line: Line, index: int) -> int:
    """Past what counts those whom a list names: "by three people: A, B and C"."""
    end = min(len(line.items), index + _COUNT_LONGEST)
    colon = next((at for at in range(index, end) if line.at(at) == ":"), 0)
    return colon + 1 if colon and not any(line.is_party(at) for at in range(index, colon)) else index


def is_origin(line: Line, index: int) -> bool:
    """Whether a name tells where people are from: "officers from A, B and [C] attended", "students of D"."""
    item = line.items[index]
    if item.entity is None or item.is_person:
        return False
    at = index - 1
    while at > line.start and (line.at(at) in _IN_A_LIST or _is_named(line, at)):
        at -= 1
    return line.at(at) in _OF_ORIGIN


def _is_named(line: Line, index: int) -> bool:
    return line.items[index].entity is not None and not line.items[index].is_person


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one form of a table, each with the role that it gives.

    words  the longest word of each, by which it is looked up: it is the rarest too

    Those that share it, where it stands and how long they are, are looked up together.
    """

    words: frozenset[str]
    _by_word: Mapping[str, Sequence[tuple[int, int, Mapping[tuple[str, ...], Sequence[tuple[int, Role]]]]]]

    @classmethod
    def of(cls, table: str, form: str, *, without: str = "") -> Phrases:
        """The phrases of the rows of the table that have the form, an ending left out that is read apart."""
        found: dict[str, dict[tuple[int, int], dict[tuple[str, ...], list[tuple[int, Role]]]]] = {}
        for number, row in enumerate(read_table(table)):
            if row["form"] == form:
                phrase = tuple(row["phrase"].removesuffix(without).split())
                longest = max(phrase, key=len)
                alike = found.setdefault(longest, {}).setdefault((phrase.index(longest), len(phrase)), {})
                alike.setdefault(phrase, []).append((number, Role(row["role"])))
        shapes = {
            word: tuple((before, length, phrases) for (before, length), phrases in of_word.items())
            for word, of_word in found.items()
        }
        return cls(frozenset(found), shapes)

    def places(self, line: Line) -> list[tuple[int, int, Role]]:
        """Where they stand in a line: begin, end and role."""
        found: list[tuple[int, int, int, Role]] = []
        for index in line.places(self.words):
            for before, length, phrases in self._by_word[line.lower[index]]:
                begin, end = index - before, index - before + length
                if begin >= line.start:
                    found += [
                        (begin, number, end, role) for number, role in phrases.get(line.lower[begin:end], ())
                    ]
        return [(begin, end, role) for begin, _, end, role in sorted(found)] if found else []


Tied = Iterator[tuple[int, Draft, Role]]


@dataclass(frozen=True)
class TieRule(Rule[Callable[[Scene], Tied]]):
    """A rule that ties those whom a line names to an occasion.

    pronouns  the words one of which must stand for the occasion in a line that has no phrase for one; None
              where the rule may mean the main occasion without a word for it
    """

    pronouns: frozenset[str] | None = None

    def may_apply(self, scene: Scene) -> bool:
        """Whether the line speaks of an occasion that the rule could tie somebody to."""
        if scene.placed or self.pronouns is None:
            return True
        return scene.main is not None and scene.line.has_any(self.pronouns)


def ties_of(scene: Scene, rules: Iterable[TieRule], *, as_organization: bool) -> Iterator[Tie]:
    """What the rules find in a line; where people stand for what they head, that is taken."""
    for rule in rules if scene.line.naming else ():
        if not rule.may_apply(scene):
            continue
        for index, draft, role in scene.once(rule.apply) if as_organization else rule.apply(scene):
            item = scene.line.items[index]
            entity = item.entity
            if as_organization and item.party is not None:
                entity = organization_of(item.party)
            if entity is not None and entity.kind not in _OUTSIDE:
                yield Tie(draft, entity, role, scene.number, index, rule.name, rule.confidence)


def attended(draft: Draft | None) -> Draft | None:
    """The occasion, where it is one that people attend."""
    return draft if draft is not None and draft.kind not in _NOT_ATTENDED and draft.noun != "day" else None


def fresh_in(found: Sequence[Line], by_line: Mapping[int, Sequence[Placed]], number: int) -> Draft | None:
    """The occasion that the sentence before has brought in, for its paragraph or for "its participants"."""
    if not number:
        return None
    line, earlier = found[number], found[number - 1]
    if earlier.sentence.paragraph != line.sentence.paragraph and line.at(line.start) not in _ITS:
        return None
    before = [
        draft
        for mention, draft in by_line.get(number - 1, ())
        if draft.first is mention and not draft.to_come and draft.kind is not EventKind.VISIT
        if not is_background(earlier, mention)
    ]
    return attended(before[-1]) if len(before) == 1 else None


def told_before(by_line: Mapping[int, Sequence[Placed]], number: int) -> list[Draft]:
    """The occasions of which the sentence before speaks, each once."""
    return list(dict.fromkeys(draft for _, draft in by_line.get(number - 1, ())))


def organization_of(party: Party) -> Entity | None:
    """The body, State or organization for which a party acts: itself, or what the person heads; else None.

    The Chair of the OSCE acts for the Chairpersonship, whatever else he or she is.
    """
    if party.entity.kind is not EntityKind.PERSON:
        return party.entity
    for post in party.posts:
        if "in-office" in post.title and post.title.startswith("chair"):
            return Entity(EntityKind.BODY, "OSCE Chairpersonship", "chairpersonship")
        body = body_of_title(post.title)
        if body is not None:
            return Entity(EntityKind.BODY, body, body)
    for post in party.posts:
        if post.organization is not None and _HEADS & set(post.title.split()):
            return post.organization
    serving = (p for p in party.posts if not _SERVANTS.intersection(p.title.split()))
    return next((post.organization for post in serving if post.organization is not None), None)
