"""Everyone who can act or speak, place by place: people with their posts, posts alone, and bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ...ontology.facts import Entity, EntityKind, Span, TermStatus
from .holders import holder_of, term_of
from .model import Context, EntityMention, Party, PostMention, Sentence
from .names import name_key, name_runs
from .parties_other_languages import office_parties
from .people import join
from .people_found import Person, Roster, find_people
from .people_line import Line, lines
from .people_rules import Link, Rule, Scene
from .posts import read_posts, verb_post
from .posts_defaults import default_whom
from .posts_model import PostPhrase
from .posts_titles import title_core
from .posts_whom import Antecedents
from .references import Discourse, pronouns

if TYPE_CHECKING:
    from ...ontology.reference import Reference

__all__ = ["find_parties"]

_ACTORS: Final = (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION, EntityKind.STATE)
_REFERRED: Final = 0.85
_PRONOUN: Final = 0.75


def find_parties(
    context: Context, sentences: Sequence[Sentence], mentions: Sequence[EntityMention], reference: Reference
) -> tuple[Party, ...]:
    """Every place of the text where one stands who can act or speak, in the order of the text.

    In releases of other languages than English only the OSCE's office holders are found.
    """
    seen = lines(sentences, mentions)
    if context.language != "en":
        people = tuple(office_parties(context, seen, mentions, reference))
    else:
        people = tuple(_Reading(context, seen, mentions, reference).people())
    bodies = _bodies(mentions, people)
    return tuple(sorted([*people, *bodies], key=lambda p: (p.span.begin, -p.span.end)))


def _bodies(mentions: Sequence[EntityMention], people: Sequence[Party]) -> Iterator[Party]:
    """The States, bodies and organizations that stand outside the parties of people."""
    taken = [party.span for party in people]
    named: set[tuple[EntityKind, str]] = set()
    for mention in mentions:
        if mention.entity.kind not in _ACTORS or mention.demonym:
            continue
        if any(span.covers(mention.span) for span in taken):
            continue
        yield Party(
            entity=mention.entity,
            span=mention.span,
            sentence=mention.sentence,
            name_span=mention.span,
            introduces=mention.entity.key not in named,
            rule=mention.rule,
            confidence=mention.confidence,
        )
        named.add(mention.entity.key)


@dataclass(slots=True)
class _Held:
    """A post with the rule that gave it, before it is known whom it is for."""

    phrase: PostPhrase
    rule: str
    confidence: float


class _Reading:
    """One release while its people are read: sentences, names, posts and what refers back to whom."""

    def __init__(
        self, context: Context, seen: Sequence[Line], mentions: Sequence[EntityMention], reference: Reference
    ) -> None:
        self._context = context
        self._reference = reference
        self._antecedents = Antecedents(context, mentions, reference)
        self._scenes = [self._scene(line) for line in seen]
        for scene in self._scenes:
            join(scene)
        self._roster: Roster = find_people(self._scenes, reference, context.issued)
        self._discourse = Discourse(self._roster.people)
        self._held = self._learn()

    def _scene(self, line: Line) -> Scene:
        posts = list(read_posts(line, self._antecedents))
        spans = [(p.first, p.last) for p in posts]
        for index in range(line.start, len(line)):
            if not any(first <= index < last for first, last in spans):
                found = verb_post(line, index, self._antecedents)
                if found is not None:
                    posts.append(found)
        posts.sort(key=lambda p: p.outer)
        taken = frozenset(i for post in posts for i in range(post.outer, post.last))
        names = tuple(
            run for run in name_runs(line, taken) if not any(a < run.last and run.first < b for a, b in spans)
        )
        return Scene(line, names, posts)

    def _learn(self) -> dict[tuple[int, int], list[_Held]]:
        """The posts of each name, those first that say whom they are for."""
        held: dict[tuple[int, int], list[_Held]] = {}
        later: list[tuple[Person, tuple[int, int], _Held]] = []
        for number, scene in enumerate(self._scenes):
            for place, links in scene.joined.items():
                for link, found in links:
                    person = self._roster.at.get((number, link.name))
                    if person is None:
                        continue
                    own = self._own(scene, place, link, found)
                    if own.phrase.whom:
                        held.setdefault((number, link.name), []).append(own)
                        person.posts.append(_mention(scene.line, own, own.phrase.whom[0]))
                    else:
                        later.append((person, (number, link.name), own))
        for person, at, own in later:
            settled = self._settled(person, at, own)
            if settled is not None:
                held.setdefault(at, []).append(settled)
                person.posts.append(_mention(self._scenes[at[0]].line, settled, settled.phrase.whom[0]))
        return held

    def _own(self, scene: Scene, place: int, link: Link, found: Rule) -> _Held:
        phrase = _for(scene.posts[place], link.whom)
        confidence = round(found.confidence * (1.0 if phrase.certain else 0.85), 2)
        if link.status is not None:
            phrase = replace(phrase, status=link.status)
        return _Held(phrase, found.name, confidence)

    def _settled(self, person: Person, at: tuple[int, int], own: _Held) -> _Held | None:
        """Whom a post is for that does not say so, None where it only repeats a known one in short."""
        core = title_core(own.phrase.title)
        if any(core <= title_core(post.title) for post in person.posts):
            return None
        known = term_of(person.name, own.phrase.title, self._context.issued, self._reference)
        if known is not None:
            phrase = _for(replace(own.phrase, title=known.title), known.organization)
            return _Held(phrase, own.rule, known.confidence)
        line = self._scenes[at[0]].line
        owner = self._owner_whom(line, own.phrase)
        whom = owner or default_whom(own.phrase, line, self._antecedents)
        if whom is None:
            return None
        title, entity = whom if isinstance(whom, tuple) else (own.phrase.title, whom)
        return _Held(_for(replace(own.phrase, title=title), entity), own.rule, 0.75)

    def _owner_whom(self, line: Line, phrase: PostPhrase) -> Entity | None:
        """The organization of him or her whose "deputy" or "adviser" is spoken of."""
        if phrase.determiner not in ("his", "her"):
            return None
        before = line.words[phrase.outer].begin
        best: tuple[int, Person] | None = None
        for (number, place), person in self._roster.at.items():
            run = self._scenes[number].names[place]
            begin = self._scenes[number].line.words[run.first].begin
            if begin < before and person.posts and (best is None or begin > best[0]):
                best = begin, person
        office = self._office_before(line, phrase)
        if office is not None and (best is None or office[0] > best[0]):
            return office[1]
        return best[1].posts[0].organization if best is not None else None

    def _office_before(self, line: Line, phrase: PostPhrase) -> tuple[int, Entity] | None:
        for scene in reversed(self._scenes[: line.sentence.index + 1]):
            for post in reversed(scene.posts):
                begin = scene.line.words[post.outer].begin
                if post.office is not None and begin < line.words[phrase.outer].begin:
                    return begin, self._antecedents.body(post.office)
        return None

    def people(self) -> Iterator[Party]:
        """The parties of people, in the order of the text."""
        introduced: set[str] = set()
        for number, scene in enumerate(self._scenes):
            for party in self._of_scene(number, scene, introduced):
                introduced.add(party.entity.name)
                yield party

    def _of_scene(self, number: int, scene: Scene, introduced: set[str]) -> Iterator[Party]:
        line = scene.line
        places: list[tuple[int, str, int]] = [(run.first, "name", n) for n, run in enumerate(scene.names)]
        places += [(p.outer, "post", n) for n, p in enumerate(scene.posts)]
        places += [(index, "pronoun", index) for index in pronouns(line)]
        for _, kind, place in sorted(places):
            if kind == "name":
                party = self._named(number, scene, place, introduced)
                if party is not None:
                    yield party
            elif kind == "post":
                yield from self._alone(number, scene, place, introduced)
            else:
                person = self._discourse.pronoun(line, place)
                if person is not None:
                    span = line.span(place, place + 1)
                    yield Party(
                        _entity(person), span, line.sentence.index, introduces=False, rule="pronoun",
                        confidence=_PRONOUN,
                    )  # fmt: skip

    def _named(self, number: int, scene: Scene, place: int, introduced: set[str]) -> Party | None:
        person = self._roster.at.get((number, place))
        if person is None:
            return None
        line, run = scene.line, scene.names[place]
        held = self._held.get((number, place), [])
        posts = tuple(_mention(line, own, own.phrase.whom[0]) for own in held if own.phrase.whom)
        first, last = run.honorifics, run.last
        for own in held:
            if abs(own.phrase.outer - last) <= 3 or abs(own.phrase.last - first) <= 2:
                first, last = min(first, own.phrase.outer), max(last, own.phrase.last)
        self._discourse.add(person, line, first, last)
        short = (number, place) in self._roster.short
        return Party(
            entity=_entity(person),
            span=line.span(first, last),
            sentence=line.sentence.index,
            name_span=line.span(run.first, run.last),
            posts=posts,
            introduces=person.name not in introduced and not short,
            rule=held[0].rule if held else ("surname" if short else "name"),
            confidence=person.confidence,
        )

    def _alone(self, number: int, scene: Scene, place: int, introduced: set[str]) -> Iterator[Party]:
        phrase = scene.posts[place]
        for inner in phrase.nested:
            yield from self._holder(scene.line, inner, introduced)
        if any((number, link.name) in self._roster.at for link, _ in scene.joined.get(place, [])):
            return
        if (
            phrase.head.plural
            or phrase.determiner in ("a", "an", "another")
            or phrase.rule == "verb of heading"
        ):
            return
        if phrase.status is not TermStatus.CURRENT:
            return
        yield from self._holder(scene.line, phrase, introduced)

    def _holder(self, line: Line, phrase: PostPhrase, introduced: set[str]) -> Iterator[Party]:
        index = phrase.outer
        owner = self._discourse.owner(line, index) if phrase.determiner in ("his", "her") else None
        if phrase.determiner in ("his", "her") and owner is None:
            return
        span = line.span(phrase.outer, phrase.last)
        definite = bool(phrase.determiner) or phrase.office is not None or phrase.complement
        person = self._discourse.meant(phrase, line, owner) if definite else None
        if person is not None:
            self._discourse.add(person, line, phrase.outer, phrase.last)
            yield Party(
                _entity(person), span, line.sentence.index, introduces=False, rule="post refers back",
                confidence=_REFERRED,
            )  # fmt: skip
            return
        whom = phrase.whom[0] if phrase.whom else None
        known = holder_of(phrase.title, whom, phrase.office, self._context.issued, self._reference)
        if known is None or (owner is not None):
            return
        person = self._person(known.name, known.confidence)
        own = _Held(replace(phrase, title=known.title), "holder known to reference", known.confidence)
        organization = whom if phrase.office is not None and whom is not None else known.organization
        post = _mention(line, own, organization)
        person.posts.append(post)
        self._discourse.add(person, line, phrase.outer, phrase.last)
        yield Party(
            entity=_entity(person),
            span=span,
            sentence=line.sentence.index,
            posts=(post,),
            introduces=person.name not in introduced,
            rule="holder known to reference",
            confidence=known.confidence,
        )

    def _person(self, name: str, confidence: float) -> Person:
        """The person of the release whom reference names so, else a new one."""
        key = name_key(name)
        for person in self._roster.people:
            if person.key == key or self._reference.person_named(person.name) == name:
                return person
        for person in self._roster.people:
            if len(person.key) == 1 and key[-1] == person.key[0]:
                person.name, person.key = name, key
                return person
        person = Person(name, key, confidence=confidence)
        self._roster.people.append(person)
        return person


def _entity(person: Person) -> Entity:
    return Entity(EntityKind.PERSON, person.name)


def _for(phrase: PostPhrase, whom: Entity | None) -> PostPhrase:
    """The post, for one whom a rule knows."""
    return phrase if whom is None else replace(phrase, whom=(whom,), certain=True)


def _mention(line: Line, own: _Held, organization: Entity) -> PostMention:
    phrase = own.phrase
    first, last = phrase.first, phrase.last
    span: Span = line.span(first, last)
    return PostMention(
        title=phrase.title,
        as_said=line.text(first, last),
        span=span,
        organization=organization,
        status=phrase.status,
        rule=own.rule,
        confidence=own.confidence,
    )
