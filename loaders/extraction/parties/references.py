"""Whom words mean that refer back: "she", "the Ambassador", "her deputy", "the Head of Mission"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, takewhile
from typing import Final

from ....ontology.facts import Entity, TermStatus
from ..model import Part
from ..people.found import Person
from ..people.lexicon import DONE_TO, SAYING
from ..people.line import Line
from ..posts.model import PostPhrase
from ..posts.titles import title_core, title_stem
from ..tables import words

__all__ = ["Discourse", "Placed", "in_turn", "pronouns"]

_PRONOUNS: Final = {"he": "m", "she": "f", "him": "m", "his": "m", "her": "f"}
_SUBJECTS: Final = frozenset(("he", "she"))
_OBJECTS: Final = frozenset(("him", "her"))
_PRONOUN_WORDS: Final = frozenset(_PRONOUNS)
_VIEWS: Final = words("speech_phrases", kind="possessed")
_SAYINGS: Final = words("speech_words", kind="noun of saying")
_IN_VIEW: Final = frozenset(("in", "to", "by"))
_IN_TURN: Final = frozenset(("former", "latter"))
_AUXILIARIES: Final = frozenset(("has", "had", "will", "is", "was", "also", "then"))
_FARTHEST_SENTENCE: Final = 4
_LONGEST_MEMORY: Final = 400
_LONGEST_TITLE: Final = 12
_MINISTER: Final = frozenset(("minister",))
_CHAIR: Final = frozenset(("chair",))


@dataclass(frozen=True, slots=True)
class Placed:
    """A person at one place of the text: the words first to last (excluded) of a sentence.

    aside   whether it is only by him or her that something is done ("convened by the Chair, N")
    titled  whether it is in the title
    """

    person: Person
    sentence: int
    first: int
    last: int
    speaks: bool
    aside: bool = False
    titled: bool = False


@dataclass(slots=True)
class Discourse:
    """Who has been spoken of so far, in the order of the text."""

    people: Sequence[Person]
    placed: list[Placed] = field(default_factory=list)
    _by_sentence: defaultdict[int, list[Placed]] = field(default_factory=lambda: defaultdict(list))
    _last: dict[int, int] = field(default_factory=dict)

    def add(self, person: Person, line: Line, first: int, last: int) -> None:
        """Notes that a person stands there."""
        verb = line.low(first - 1)
        inverted = verb in SAYING and verb not in DONE_TO and not line.low(first - 2).isalpha()
        speaks = line.low(last) in SAYING or inverted
        aside = not speaks and _is_aside(line, first)
        titled = line.sentence.part is Part.TITLE
        placed = Placed(person, line.sentence.index, first, last, speaks, aside, titled)
        self._by_sentence[placed.sentence].append(placed)
        self._last.pop(id(person), None)
        self._last[id(person)] = len(self.placed)
        self.placed.append(placed)

    def pronoun(self, line: Line, index: int) -> Person | None:
        """Whom "he" or "she" means: who speaks or stands first before it, here or in the last sentences.

        One who is only the agent of a participle is not meant where the one of the title can be.
        """
        gender = _PRONOUNS[line.low(index)]
        nearest = self._nearest(line, index, gender)
        if nearest is not None and nearest.aside:
            of_title = next((p for p in self.placed if p.titled and _fits(p.person, gender)), None)
            nearest = of_title or nearest
        if nearest is None:
            return None
        nearest.person.gender = nearest.person.gender or gender
        return nearest.person

    def spoken_of(self, line: Line, index: int) -> Person | None:
        """Whom "him" or "her" means to whom somebody else of the sentence does something."""
        gender, number = _PRONOUNS[line.low(index)], line.sentence.index
        for sentence in (number - 1, number - 2):
            here = sorted(self._by_sentence.get(sentence, ()), key=lambda p: p.first)
            fitting = [p for p in here if _fits(p.person, gender)]
            if fitting:
                return fitting[0].person if len({id(p.person) for p in fitting}) == 1 else None
        return None

    def of_two(self, line: Line, index: int) -> Person | None:
        """Whom "the former" or "the latter" means: of the last two of this sentence or the one before."""
        number = line.sentence.index
        for sentence in (number, number - 1):
            named = [p for p in self._by_sentence.get(sentence, ()) if sentence < number or p.last <= index]
            people = list({id(p.person): p.person for p in sorted(named, key=lambda p: p.first)}.values())
            if people:
                return people[-2 if line.low(index) == "former" else -1] if len(people) > 1 else None
        return None

    def _nearest(self, line: Line, index: int, gender: str) -> Placed | None:
        sentence = line.sentence.index
        for back in range(_FARTHEST_SENTENCE + 1):
            here = [
                p
                for p in self._by_sentence.get(sentence - back, ())
                if (back > 0 or (p.last <= index and not _does_to_another(p, line, gender)))
                and _fits(p.person, gender)
            ]
            if here:
                here.sort(key=lambda p: p.first)
                return next((p for p in here if p.speaks), here[0])
        return None

    def owner(self, line: Line, index: int) -> Person | None:
        """Whom "his" or "her" means: who stands last before it, in this sentence or the one before."""
        gender = {"his": "m", "her": "f"}.get(line.low(index), "")
        for placed in reversed(self.placed):
            before = placed.sentence < line.sentence.index or placed.last <= index
            if line.sentence.index - placed.sentence > 2:
                return None
            if before and _fits(placed.person, gender):
                return placed.person
        return None

    def meant(self, phrase: PostPhrase, line: Line, owner: Person | None) -> Person | None:
        """Who of the release is meant by a post without a name: the holder who was named last before it."""
        core = title_core(phrase.title)
        whom = phrase.whom[0] if phrase.whom and phrase.certain else None
        if owner is not None:
            whom = next((post.organization for post in owner.posts if post.organization is not None), None)
            if whom is None:
                return None
        oldest = len(self.placed) - _LONGEST_MEMORY
        recent = takewhile(lambda at: at >= oldest, reversed(self._last.values()))
        earlier = [self.placed[at].person for at in recent]
        for person in chain(earlier, self._later(earlier, phrase)):
            if person is not owner and _answers(person, core, whom, phrase):
                return person
        return None

    def _later(self, earlier: Sequence[Person], phrase: PostPhrase) -> Iterator[Person]:
        """People named only further on, for a post that says whom it is for."""
        if phrase.certain or phrase.office is not None:
            known = {id(person) for person in earlier}
            yield from (p for p in self.people[:_LONGEST_MEMORY] if id(p) not in known)


def _is_aside(line: Line, first: int) -> bool:
    """Whether "by" leads to a person, titles passed over, after a participle that a comma sets off."""
    for index in range(first - 1, max(line.start, first - _LONGEST_TITLE), -1):
        word = line.low(index)
        if word == "by":
            return line.low(index - 1).endswith("ed") and line.low(index - 2) == ","
        if not word.replace("-", "").isalpha() and word != ",":
            return False
    return False


def _does_to_another(placed: Placed, line: Line, gender: str) -> bool:
    """Whether he or she does something to one whom the pronoun means ("N thanked her for all that she")."""
    verb = placed.last + (line.low(placed.last) == ",")
    return line.low(verb) in DONE_TO and _PRONOUNS.get(line.low(verb + 1)) == gender


def _fits(person: Person, gender: str) -> bool:
    return not person.gender or not gender or person.gender == gender


def _answers(person: Person, core: frozenset[str], whom: Entity | None, phrase: PostPhrase) -> bool:
    if whom is None and not phrase.complement and str(phrase.head) in person.titles and len(core) == 1:
        return True
    posts = person.posts[-_LONGEST_MEMORY:]
    if whom is None and core == _MINISTER and any("in-office" in title_core(p.title) for p in posts):
        return True
    for post in posts:
        if post.status is TermStatus.FORMER:
            continue
        held = title_core(post.title)
        if not title_stem(phrase.title) <= title_stem(post.title):
            continue
        same = whom is None or post.organization is None or post.organization.key == whom.key
        if not same and whom is not None and phrase.office is None:
            continue
        if phrase.office is not None or (whom is not None and phrase.complement):
            if held == core or (core == _CHAIR and "in-office" in held):
                return True
        elif core <= held:
            return True
    return False


def pronouns(line: Line) -> list[int]:
    """The places of "he" and "she" outside quotations, and of "her" where it says who speaks."""
    if _PRONOUN_WORDS.isdisjoint(line.vocabulary):
        return []
    lower, quoted = line.lower, line.quoted
    return [
        i
        for i, word in enumerate(lower)
        if word in _PRONOUNS and not quoted[i] and (word in _SUBJECTS or _tells_who_speaks(line, i))
    ]


def _tells_who_speaks(line: Line, index: int) -> bool:
    """Whether "her" or "him" stands in "in her view", "according to him", "they heard from her"."""
    before, after = line.low(index - 1), line.low(index + 1)
    if line.low(index) in _OBJECTS and (
        (before == "to" and line.low(index - 2) == "according")
        or (before == "from" and line.low(index - 2) in ("heard", "learned", "learnt"))
    ):
        return not after.isalpha()
    if line.low(index) == "him":
        return False
    if before in _IN_VIEW and after in _VIEWS:
        return True
    noun = index + 1 if after in _SAYINGS else index + 2
    return line.low(noun) in _SAYINGS and line.low(noun + 1) in ("was", "is")


def in_turn(line: Line) -> list[int]:
    """The places of "the former" and "the latter" that say who speaks or acts."""
    if _IN_TURN.isdisjoint(line.vocabulary):
        return []
    return [
        i
        for i, word in enumerate(line.lower)
        if word in _IN_TURN and line.low(i - 1) == "the" and not line.quoted[i]
        and (line.low(i + 1) in SAYING or line.low(i + 1) in _AUXILIARIES)
    ]  # fmt: skip
