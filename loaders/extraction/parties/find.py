"""Everyone who can act or speak, place by place: people with their posts, posts alone, and bodies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from ....ontology.facts import EntityKind, Span
from ..model import Context, EntityMention, Party, Sentence
from ..people.found import Person
from ..people.line import Line, lines
from .alone import parties_of_post
from .bodies_again import bodies_again
from .other_languages import office_parties
from .posts import held_posts
from .reading import Held, Reading, as_entity, post_mention, read_people
from .references import Discourse, in_turn, pronouns

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["find_parties", "without_people"]

_ACTORS: Final = (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION, EntityKind.STATE)
_PRONOUN: Final = 0.75
_NEAR_AFTER: Final = 3
_NEAR_BEFORE: Final = 2


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
        people = tuple(_people(read_people(context, seen, mentions, reference)))
    bodies = [*_bodies(mentions, people)]
    if context.language == "en":
        bodies += bodies_again(sentences, mentions)
    return tuple(sorted([*people, *bodies], key=lambda p: (p.span.begin, -p.span.end)))


def without_people(mentions: Sequence[EntityMention], parties: Sequence[Party]) -> tuple[EntityMention, ...]:
    """The mentions that no name of a person covers: the form of an unknown name may have misled."""
    named = (p.name_span for p in parties if p.entity.kind is EntityKind.PERSON and p.name_span is not None)
    names = _Stretches(named)
    return tuple([m for m in mentions if m.entity.id is not None or names.reach(m.span.end) <= m.span.begin])


class _Stretches:
    """Stretches of a text, of which it is asked how far those reach that begin before a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.begin, span.end) for span in spans)
        self._begins = [begin for begin, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def reach(self, before: int) -> int:
        """Where the last of them ends, -1 where none begins before the place."""
        at = bisect_left(self._begins, before)
        return self._ends[at - 1] if at else -1


def _bodies(mentions: Sequence[EntityMention], people: Sequence[Party]) -> Iterator[Party]:
    """The States, bodies and organizations that stand outside the parties of people."""
    taken = _Stretches(party.span for party in people)
    named: set[tuple[EntityKind, str]] = set()
    for mention in mentions:
        if mention.entity.kind not in _ACTORS or mention.demonym:
            continue
        if taken.reach(mention.span.begin + 1) >= mention.span.end:
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


def _people(reading: Reading) -> Iterator[Party]:
    """The parties of people, in the order of the text."""
    held = held_posts(reading)
    for number, scene in enumerate(reading.scenes):
        line = scene.line
        places = [(run.first, "name", n) for n, run in enumerate(scene.names)]
        places += [(phrase.outer, "post", n) for n, phrase in enumerate(scene.posts)]
        places += [(index, "pronoun", index) for index in pronouns(line)]
        places += [(index - 1, "one of two", index) for index in in_turn(line)]
        for _, kind, place in sorted(places):
            found: list[Party] = []
            if kind == "name":
                found += _named(reading, number, place, held.get((number, place), []))
            elif kind == "post":
                found += parties_of_post(reading, number, place)
            elif (person := _meant(reading.discourse, line, place)) is not None:
                if kind == "one of two":
                    reading.discourse.add(person, line, place - 1, place + 1)
                found.append(
                    Party(
                        entity=as_entity(person),
                        span=line.span(place - (kind == "one of two"), place + 1),
                        sentence=line.sentence.index,
                        introduces=False,
                        rule="pronoun",
                        confidence=_PRONOUN,
                    )
                )
            for party in found:
                reading.introduced.add(party.entity.name)
                yield party


def _meant(discourse: Discourse, line: Line, index: int) -> Person | None:
    """Whom a pronoun, or "the latter", means."""
    if line.low(index) in ("former", "latter"):
        return discourse.of_two(line, index)
    return discourse.pronoun(line, index)


def _named(reading: Reading, number: int, place: int, held: Sequence[Held]) -> Iterator[Party]:
    """The person whom a name means there, with the posts that stand with it."""
    person = reading.roster.at.get((number, place))
    if person is None:
        return
    scene = reading.scenes[number]
    line, run = scene.line, scene.names[place]
    first, last = run.honorifics, run.last
    for own in [*held, *held]:
        phrase = own.phrase
        if abs(phrase.outer - last) <= _NEAR_AFTER or abs(phrase.last - first) <= _NEAR_BEFORE:
            first, last = min(first, phrase.outer), max(last, phrase.last)
    reading.discourse.add(person, line, first, last)
    short = (number, place) in reading.roster.short
    yield Party(
        entity=as_entity(person),
        span=line.span(first, last),
        sentence=line.sentence.index,
        name_span=line.span(run.first, run.last),
        posts=tuple(post_mention(line, own, own.phrase.whom[0]) for own in held),
        introduces=person.name not in reading.introduced and not short,
        rule=held[0].rule if held else ("surname" if short else "name"),
        confidence=person.confidence,
    )
