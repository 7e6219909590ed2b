"""Posts that stand without a name: they refer back, or reference knows their holder as of the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ....ontology.facts import TermStatus
from ..clauses.denials import is_denied
from ..model import Party, PostMention
from ..people.clauses import antecedent_end, is_given_to_another
from ..people.found import Person
from ..people.lexicon import SAYING
from ..people.line import Line
from ..people.rules import Scene
from ..posts.holders import holder_of, term_of
from ..posts.model import PASSIVE, PostPhrase
from ..posts.offices import title_of_body
from ..posts.read import OPERATION
from ..posts.titles import title_core
from ..tables import words
from .reading import Held, Reading, as_entity, post_mention
from .references import pronouns

__all__ = ["parties_of_post"]

_REFERRED: Final = 0.85
_OF_PRONOUN: Final = 0.8
_MEDIA: Final = "rfom"
_CLAUSE: Final = "relative clause"
_DESCRIBED: Final = 0.7
_FARTHEST: Final = 2
_RELATIVE_REACH: Final = 20
_NOT: Final = frozenset(("not", "never", "n't"))
_COPULAS: Final = frozenset(("is", "was", "be", "been", "are", "were"))
_CHOOSING: Final = words("person_cues", cue="gives a post") | words("person_cues", cue="chooses for a post")
_FIRST: Final = frozenset(("first", "second", "third", "next", "late"))
_INDEFINITE: Final = ("a", "an", "another", "one")


def parties_of_post(reading: Reading, number: int, place: int) -> Iterator[Party]:
    """The person whom a post means that no name holds, and those whom posts inside it mean."""
    scene = reading.scenes[number]
    phrase = scene.posts[place]
    if "representative" not in phrase.head and "envoy" not in phrase.head:
        for inner in phrase.nested:
            yield from _alone(reading, scene, place, inner)
    if any((number, link.name) in reading.roster.at for link, _ in scene.joined.get(place, [])):
        return
    subject = _of_pronoun(reading, scene, phrase) or _given_to_him(reading, scene.line, phrase)
    if subject is not None:
        yield subject
        return
    if phrase.head.plural or phrase.determiner in _INDEFINITE or phrase.status is not TermStatus.CURRENT:
        return
    if not _FIRST.isdisjoint(scene.line.lower[phrase.outer : phrase.head_at]):
        return  # "the first High Commissioner" is not the one of the day
    if phrase.rule in ("verb of heading", PASSIVE, OPERATION) or _antecedent_post(scene, place) is not None:
        return
    if is_given_to_another(scene.line, phrase) or _is_denied_of(scene.line, phrase):
        return
    yield from _alone(reading, scene, place, phrase)


def _of_pronoun(reading: Reading, scene: Scene, phrase: PostPhrase) -> Party | None:
    """Whom "she" means who is said to be in the post ("She is the Head of ...", "he heads ...")."""
    line = scene.line
    own = bool(phrase.whom) and not phrase.head.plural and not line.is_possessive(phrase.last)
    end = antecedent_end(line, phrase) if own else None
    if end is None or end[0] - 1 not in pronouns(line) or is_denied(line.lower, phrase.outer):
        return None
    person = reading.discourse.pronoun(line, end[0] - 1)
    if person is None:
        return None
    said = phrase if end[1] is None else replace(phrase, status=end[1])
    post = post_mention(line, Held(said, _CLAUSE, _OF_PRONOUN), phrase.whom[0])
    if any(title_core(post.title) <= title_core(known.title) for known in person.posts):
        return None
    person.give(post)
    return _party(reading, line, phrase, person, (post,), _CLAUSE, _OF_PRONOUN)


def _given_to_him(reading: Reading, line: Line, phrase: PostPhrase) -> Party | None:
    """Whom "him" means who is said to get the post ("The Chair appointed him as Head of ...")."""
    index = phrase.outer - 1
    index -= line.low(index) == "as"
    if line.low(index) not in ("him", "her") or line.low(index - 1) not in _CHOOSING or phrase.head.plural:
        return None
    observing = phrase.title.startswith("special co-ordinator")
    whom = phrase.whom or ((reading.antecedents.osce,) if observing else ())
    person = reading.discourse.spoken_of(line, index) if whom else None
    if person is None or is_denied(line.lower, phrase.outer):
        return None
    post = post_mention(line, Held(replace(phrase, whom=whom), _CLAUSE, _OF_PRONOUN), whom[0])
    person.give(post)
    return _party(reading, line, phrase, person, (post,), _CLAUSE, _OF_PRONOUN)


def _is_denied_of(line: Line, phrase: PostPhrase) -> bool:
    """Whether the post is only said not to be somebody's ("is not the Head of ...")."""
    before = phrase.outer - 1
    denied = line.low(before) in _NOT or (line.low(before) == "longer" and line.low(before - 1) == "no")
    return denied and not _COPULAS.isdisjoint(line.lower[max(0, before - 2) : before])


def _antecedent_post(scene: Scene, place: int) -> int | None:
    """The post without a name that a clause gives another to ("the Ambassador, who is Head of ...")."""
    end = antecedent_end(scene.line, scene.posts[place])
    return scene.post_ending(end[0]) if end is not None else None


def _alone(reading: Reading, scene: Scene, place: int, phrase: PostPhrase) -> Iterator[Party]:
    line = scene.line
    owner: Person | None = None
    if phrase.determiner in ("his", "her"):
        owner = reading.discourse.owner(line, phrase.outer)
        if owner is None:
            return
    definite = bool(phrase.determiner) or phrase.office is not None or phrase.complement
    person = reading.discourse.meant(phrase, line, owner) if definite else None
    if person is not None:
        more = _more_posts(scene, place, phrase, person)
        yield _party(reading, line, phrase, person, more, "post refers back", _REFERRED)
        return
    if owner is not None:
        return
    if phrase.determiner == "the" and not phrase.whom:
        person = _known_by_office(reading, line, phrase)
        if person is not None:
            yield _party(reading, line, phrase, person, (), "post refers back", _DESCRIBED)
            return
    phrase = _media_representative(reading, phrase)
    whom = phrase.whom[0] if phrase.whom else None
    named = _named_holder(reading, phrase)
    if named is not None:
        yield _party(reading, line, phrase, named, (), "post refers back", _REFERRED)
        return
    chair = _minister_in_the_chair(reading, phrase)
    if chair is not None and whom is not None:
        post = post_mention(line, Held(phrase, "minister in the Chair", _REFERRED), whom)
        chair.give(post)
        yield _party(reading, line, phrase, chair, (post,), "minister in the Chair", _REFERRED)
        return
    on = reading.context.issued
    known = holder_of(phrase.title, whom, phrase.office, on, reading.reference)
    if known is not None:
        person = reading.person_known_as(known.name, known.confidence)
        rule = "holder known to reference"
        organization = whom if phrase.office is not None and whom is not None else known.organization
        post = post_mention(
            line, Held(replace(phrase, title=known.title), rule, known.confidence), organization
        )
        person.give(post)
        yield _party(reading, line, phrase, person, (post,), rule, known.confidence)
        return
    described = _described(reading, line, phrase)
    if described is not None and whom is not None:
        rule = "description of one without a post"
        post = post_mention(line, Held(phrase, rule, _DESCRIBED), whom)
        described.give(post)
        yield _party(reading, line, phrase, described, (post,), rule, _DESCRIBED)


def _named_holder(reading: Reading, phrase: PostPhrase) -> Person | None:
    """The one whom the release names in just this post, before it or, as after a title, only later."""
    if not phrase.whom:
        return None
    holding = [
        person
        for person in reading.roster.people
        if any(
            post.status is TermStatus.CURRENT
            and post.title == phrase.title
            and post.organization is not None
            and post.organization.key == phrase.whom[0].key
            for post in person.posts
        )
    ]
    return holding[0] if len(holding) == 1 else None


def _minister_in_the_chair(reading: Reading, phrase: PostPhrase) -> Person | None:
    """The Chair of the OSCE whom the release names, whose State's Foreign Minister he or she is."""
    if phrase.title != "minister of foreign affairs" or not phrase.whom:
        return None
    for person in reading.roster.people:
        if any("in-office" in post.title and post.status is TermStatus.CURRENT for post in person.posts):
            name = reading.reference.person_named(person.name)
            known = reading.reference.people.get(name) if name is not None else None
            if known is not None and any(term.country == phrase.whom[0] for term in known.terms):
                return person
    return None


def _known_by_office(reading: Reading, line: Line, phrase: PostPhrase) -> Person | None:
    """One named before whose office reference knows, though the text does not say it."""
    for placed in reversed(reading.discourse.placed):
        if line.sentence.index - placed.sentence > _FARTHEST:
            return None
        name = reading.reference.person_named(placed.person.name)
        if name is None:
            continue
        if term_of(name, phrase.title, reading.context.issued, reading.reference) is not None:
            return placed.person
    return None


def _media_representative(reading: Reading, phrase: PostPhrase) -> PostPhrase:
    """ "The Representative" is the one on Freedom of the Media where no other is spoken of."""
    said = (phrase.title, phrase.determiner, phrase.whom) == ("representative", "the", ())
    if not said or phrase.complement or not phrase.capitalised:
        return phrase
    if not reading.antecedents.names_only_representative(_MEDIA):
        return phrase
    whole = reading.antecedents.osce
    return replace(phrase, title=title_of_body(_MEDIA), whom=(whole,), office=_MEDIA, certain=True)


def _more_posts(scene: Scene, before: int, phrase: PostPhrase, person: Person) -> tuple[PostMention, ...]:
    """The posts that a relative clause adds to the one meant: they stand soon after it."""
    found: list[PostMention] = []
    for place in range(before, min(len(scene.posts), before + 2 * _RELATIVE_REACH)):
        post = scene.posts[place]
        if not 0 <= post.outer - phrase.last <= _RELATIVE_REACH or not post.whom or not scene.is_free(place):
            continue
        end = antecedent_end(scene.line, post)
        if end is None or end[0] != phrase.last:
            continue
        held = Held(post, "relative clause", 0.85)
        found.append(post_mention(scene.line, held, post.whom[0]))
    for added in found:
        person.give(added)
    return tuple(found)


def _described(reading: Reading, line: Line, phrase: PostPhrase) -> Person | None:
    """The one of the last sentences who has no post yet, where the description speaks."""
    if phrase.determiner != "the" or not phrase.complement or not phrase.certain:
        return None
    inverted = line.low(phrase.outer - 1) in SAYING and not line.low(phrase.outer - 2).isalpha()
    if line.low(phrase.last) not in SAYING and not inverted:
        return None
    for placed in reversed(reading.discourse.placed):
        if line.sentence.index - placed.sentence > _FARTHEST:
            return None
        return placed.person if not placed.person.posts else None
    return None


def _party(
    reading: Reading,
    line: Line,
    phrase: PostPhrase,
    person: Person,
    posts: tuple[PostMention, ...],
    rule: str,
    confidence: float,
) -> Party:
    reading.discourse.add(person, line, phrase.outer, phrase.last)
    return Party(
        entity=as_entity(person),
        span=line.span(phrase.outer, phrase.last),
        sentence=line.sentence.index,
        posts=posts,
        introduces=bool(posts) and person.name not in reading.introduced,
        rule=rule,
        confidence=confidence,
    )
