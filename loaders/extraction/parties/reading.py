"""One release while its people are read: its sentences with names and posts, and who is who."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeVar

from ....ontology.facts import Entity, EntityKind
from ..clauses.denials import is_flat_denial
from ..model import Context, EntityMention, PostMention
from ..people.found import Person, Roster, find_people
from ..people.joining import join
from ..people.line import Line
from ..people.names import name_key, name_runs
from ..people.rules import Scene
from ..posts.assembly import ASSEMBLY
from ..posts.model import PostPhrase
from ..posts.passive import HEADED, passive_post
from ..posts.possessors import NAMED
from ..posts.read import read_posts
from ..posts.verbs import VERBS_OF_HEADING, verb_post
from ..posts.whom import Antecedents
from .references import Discourse

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["Held", "Reading", "as_entity", "back_from", "post_mention", "read_people"]


_LONGEST_MEMORY: Final = 400
_What = TypeVar("_What")


@dataclass(slots=True)
class Held:
    """A post that somebody holds, with the rule that gave it and how sure that is."""

    phrase: PostPhrase
    rule: str
    confidence: float


@dataclass(slots=True)
class Reading:
    """What is known of a release while its people are read.

    in_assembly  whether the release is the Parliamentary Assembly's
    introduced   the names of those who have stood in the text so far
    named        where each person is named, in the order of the text
    offices      where each post stands that is an office of the OSCE, by its body, in that order too
    """

    context: Context
    reference: Reference
    antecedents: Antecedents
    scenes: list[Scene]
    roster: Roster
    discourse: Discourse
    in_assembly: bool = False
    introduced: set[str] = field(default_factory=set)
    named: list[tuple[int, Person]] = field(init=False)
    offices: list[tuple[int, str]] = field(init=False)

    def __post_init__(self) -> None:
        """Puts people and offices in their order."""
        lines = [scene.line for scene in self.scenes]
        named = (
            (lines[number].words[self.scenes[number].names[place].first].begin, person)
            for (number, place), person in self.roster.at.items()
        )
        self.named = sorted(named, key=itemgetter(0))
        offices = (
            (scene.line.words[post.outer].begin, post.office)
            for scene in self.scenes
            for post in scene.posts
            if post.office is not None
        )
        self.offices = sorted(offices, key=itemgetter(0))

    def person_known_as(self, name: str, confidence: float) -> Person:
        """The person of the release whom reference names so, else a new one."""
        key = name_key(name)
        for person in self.roster.people:
            if person.key == key or self.reference.person_named(person.name) == name:
                return person
        for person in self.roster.people:
            if len(person.key) == 1 and key[-1] == person.key[0]:
                person.name, person.key = name, key
                return person
        person = Person(name, key, confidence=confidence)
        self.roster.people.append(person)
        return person


def read_people(
    context: Context, seen: Sequence[Line], mentions: Sequence[EntityMention], reference: Reference
) -> Reading:
    """Reads names and posts of all sentences, joins them, and decides who is named."""
    antecedents = Antecedents(context, mentions, reference)
    in_assembly = antecedents.in_assembly(" ".join(line.sentence.text for line in seen))
    scenes = [_scene(line, antecedents, in_assembly=in_assembly) for line in seen]
    for scene, following in zip_longest(scenes, seen[1:]):
        if scene.names:
            join(scene, refuted=following is not None and _calls_it_false(following))
    roster = find_people(scenes, reference, context.issued)
    return Reading(context, reference, antecedents, scenes, roster, Discourse(roster.people), in_assembly)


def back_from(places: Sequence[tuple[int, _What]], before: int) -> Iterator[tuple[int, _What]]:
    """What stands before a place of the text, the last first, as far back as a reader remembers.

    Args:
        places: what stands where, in the order of the text
        before: the place
    """
    last = bisect_left(places, before, key=itemgetter(0))
    return reversed(places[max(0, last - _LONGEST_MEMORY) : last])


def _calls_it_false(line: Line) -> bool:
    """Whether the sentence is somebody's denial of the one before ("That is nonsense," ...)."""
    text, offset = line.sentence.text, line.sentence.span.begin
    return any(is_flat_denial(text[s.begin - offset : s.end - offset]) for s in line.sentence.quoted)


def _scene(line: Line, antecedents: Antecedents, *, in_assembly: bool) -> Scene:
    posts = list(read_posts(line, antecedents))
    if in_assembly:
        posts = [_of_assembly(post, antecedents) for post in posts]
    covered = {index for post in posts for index in range(post.first, post.last)}
    for index, lower in enumerate(() if VERBS_OF_HEADING.isdisjoint(line.vocabulary) else line.lower):
        if lower not in VERBS_OF_HEADING or index < line.start or index in covered:
            continue
        found = verb_post(line, index, antecedents)
        if found is not None:
            posts.append(found)
    for index, lower in enumerate(() if HEADED.isdisjoint(line.vocabulary) else line.lower):
        if lower in HEADED and index > line.start and (led := passive_post(line, index, antecedents)):
            posts.append(led)
    posts += [inner for post in posts if post.nested for inner in _told_behind(line, post, posts)]
    posts.sort(key=lambda p: p.outer)
    taken = frozenset(i for post in posts for i in range(_begin(post), post.last))
    return Scene(line, tuple(name_runs(line, taken)), posts)


def _told_behind(line: Line, post: PostPhrase, posts: Sequence[PostPhrase]) -> Iterator[PostPhrase]:
    """The post inside one whose holder follows ("the Envoy of the Chairperson-in-Office, Minister N")."""
    if line.low(post.last) != "," or not ({"representative", "envoy"} & {*post.head.split()}):
        return
    behind = next((p for p in posts if p.outer == post.last + 1), None)
    if behind is not None and behind.whom and behind.determiner != "the" and line.is_capitalised(behind.last):
        yield from (inner for inner in post.nested if inner.last == post.last)


def _of_assembly(post: PostPhrase, antecedents: Antecedents) -> PostPhrase:
    """The Secretary General without more, in a release of the Assembly: its own."""
    if post.office != "secretary-general" or post.osce:
        return post
    return replace(post, office=None, whom=(antecedents.body(ASSEMBLY),))


def _begin(post: PostPhrase) -> int:
    """Where a post begins; a name before it whose deputy is meant stays a name."""
    return post.first if post.determiner == NAMED else post.outer


def as_entity(person: Person) -> Entity:
    """The person as an entity."""
    return Entity(EntityKind.PERSON, person.name)


def post_mention(line: Line, held: Held, organization: Entity) -> PostMention:
    """The post as the next stages see it."""
    phrase = held.phrase
    return PostMention(
        title=phrase.title,
        as_said=line.text(phrase.first, phrase.last),
        span=line.span(phrase.first, phrase.last),
        organization=organization,
        status=phrase.status,
        rule=held.rule,
        confidence=held.confidence,
    )
