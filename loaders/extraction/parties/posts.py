"""The posts of people who are named: whom each is for, where the text leaves that to the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from ....ontology.facts import Entity, EntityKind, TermStatus
from ..model import PostMention
from ..people.found import Person
from ..people.lexicon import DETERMINERS
from ..people.line import Line
from ..people.names import name_key
from ..people.rules import Link, Rule, Scene
from ..posts.assembly import ASSEMBLY
from ..posts.defaults import default_whom
from ..posts.holders import holder_of, term_of
from ..posts.model import PostPhrase
from ..posts.offices import body_of_title
from ..posts.possessors import NAMED
from ..posts.titles import title_core
from ..tables import words
from .reading import Held, Reading, back_from, post_mention

__all__ = ["held_posts"]

_MOST_POSTS: int = 400
_ASSUMED: float = 0.75
_UNSAID: float = 0.85
_TOO_SHORT = words("post_words", kind="too short without whom")
_HEADS = words("post_words", kind="title of any head")
_SHORT_TITLES = (*_HEADS, "representative", "commissioner", "co-ordinator", "special representative")
_OTHER_RANKS = words("post_words", kind="rank of another post")
_EMPLOYERS = (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION)
_FARTHEST_TOLD = 40
_COUNTERPART = "counterpart"
_PREDECESSOR = "predecessor"
_SEAT = "member of parliament"
_IN_TURN = ("successor", _PREDECESSOR)


def _with_whom(phrase: PostPhrase, whom: Entity | None) -> PostPhrase:
    """The post, for one whom a rule knows."""
    return phrase if whom is None else replace(phrase, whom=(whom,), certain=True)


def held_posts(reading: Reading) -> Mapping[tuple[int, int], list[Held]]:
    """The posts of each name, by sentence and name; those first that say whom they are for."""
    held: dict[tuple[int, int], list[Held]] = {}
    later: list[tuple[Person, tuple[int, int], Held]] = []
    for number, scene in enumerate(reading.scenes):
        for place, links in sorted(scene.joined.items()):
            for link, found in links:
                person = reading.roster.at.get((number, link.name))
                if person is None:
                    continue
                own = _own(scene, place, link, found)
                if own.phrase.head == _COUNTERPART:
                    counterpart = _as_counterpart(reading, scene, own)
                    if counterpart is not None:
                        _give(reading, held, (number, link.name), person, counterpart)
                elif (other := _as_reference_has_it(reading, person, own)) is not None:
                    _give(reading, held, (number, link.name), person, other)
                elif _is_vague(reading, own.phrase):
                    person.titles.add(str(own.phrase.head))
                elif own.phrase.whom and own.phrase.head not in _IN_TURN:
                    _give(reading, held, (number, link.name), person, own)
                else:
                    later.append((person, (number, link.name), own))
    for person, at, own in later:
        settled = _settled(reading, person, at, own)
        if settled is not None:
            _give(reading, held, at, person, settled)
        else:
            person.titles.add(str(own.phrase.head))
    _drop_short_titles(reading, held)
    return held


def _drop_short_titles(reading: Reading, held: dict[tuple[int, int], list[Held]]) -> None:
    """Leaves out a post that only repeats a fuller one of the same person in short ("Representative N")."""
    full: dict[int, dict[object, PostPhrase]] = {}  # of each person, one phrase for each post
    for at, owned in held.items():
        of_person = full.setdefault(id(reading.roster.at[at]), {})
        for own in owned:
            of_person.setdefault((own.phrase.title, own.phrase.status, own.phrase.whom[0].key), own.phrase)
    for at, owned in held.items():
        person = reading.roster.at[at]
        others = [*islice(full[id(person)].values(), _MOST_POSTS)]
        short = [own for own in owned if any(_is_short_for(own.phrase, other) for other in others)]
        if short:
            held[at] = [own for own in owned if own not in short]
            person.take({(own.phrase.title, own.phrase.whom[0].key) for own in short})


def _is_short_for(short: PostPhrase, full: PostPhrase) -> bool:
    if short.complement or short.status is not full.status or short.whom[0].key != full.whom[0].key:
        return False
    more = title_core(full.title) - title_core(short.title)
    return bool(more) and title_core(short.title) < title_core(full.title) and more.isdisjoint(_OTHER_RANKS)


def _is_vague(reading: Reading, phrase: PostPhrase) -> bool:
    """Whether the words are a newspaper's for one of many heads ("the OSCE head in Tirana")."""
    return phrase.title in _HEADS and phrase.whom[:1] == (reading.antecedents.osce,)


def _give(
    reading: Reading,
    held: dict[tuple[int, int], list[Held]],
    at: tuple[int, int],
    person: Person,
    own: Held,
) -> None:
    held.setdefault(at, []).append(own)
    person.give(post_mention(reading.scenes[at[0]].line, own, own.phrase.whom[0]))


def _own(scene: Scene, place: int, link: Link, found: Rule) -> Held:
    phrase = _with_whom(scene.posts[place], link.whom)
    if link.title is not None:
        phrase = replace(phrase, title=link.title)
    confidence = round(found.confidence * (1.0 if phrase.certain else _UNSAID), 2)
    if link.status is not None:
        phrase = replace(phrase, status=link.status)
    return Held(phrase, found.name, confidence)


def _as_reference_has_it(reading: Reading, person: Person, own: Held) -> Held | None:
    """A Secretary General without more who is, on the day, another organization's ("of the Assembly")."""
    phrase = own.phrase
    osce = phrase.whom[:1] == (reading.antecedents.osce,)
    heading = phrase.title.startswith("head of ") and osce
    in_short = phrase.title in _SHORT_TITLES and osce and not phrase.complement
    assembly = reading.in_assembly and phrase.title == "secretary general" and not phrase.osce
    if (
        not heading
        and not in_short
        and not assembly
        and (phrase.office is None or phrase.rule != "office" or phrase.determiner == "'s")
    ):
        return None
    name = reading.reference.person_named(person.name)
    known = term_of(name, phrase.title, reading.context.issued, reading.reference) if name else None
    if known is None or phrase.osce:
        return None
    if known.organization.key == phrase.whom[0].key and (not in_short or known.title == phrase.title):
        return None
    confidence = own.confidence if in_short else known.confidence
    return Held(_with_whom(replace(phrase, title=known.title), known.organization), own.rule, confidence)


def _as_counterpart(reading: Reading, scene: Scene, own: Held) -> Held | None:
    """The post of him or her whose counterpart somebody is, elsewhere."""
    whom = own.phrase.whom[0] if own.phrase.whom else None
    if whom is None:
        return None
    before = scene.line.words[own.phrase.outer].begin
    if whom.name.startswith("Government of "):
        span = scene.line.span(own.phrase.first, own.phrase.last)
        whom = reading.antecedents.state_within(span) or whom
    _, owner = _last_with_posts(reading, before) or (0, None)
    if whom.kind is EntityKind.STATE:
        owner = next((p for _, p in back_from(reading.named, before) if _of_state(p)), None)
    if owner is None or (served := _of_state(owner) or owner.posts[0]).organization is None:
        return None
    if (whom.kind is EntityKind.STATE) is not (served.organization.kind is EntityKind.STATE):
        return None
    title = served.title
    noun = reading.antecedents.operation_noun(whom)
    if noun and " of " in title and whom.kind is EntityKind.FIELD_OPERATION:
        title = f"{title.rpartition(' of ')[0]} of {noun}"
    return Held(_with_whom(replace(own.phrase, title=title), whom), _COUNTERPART, 0.8)


def _of_state(person: Person) -> PostMention | None:
    """The post for a State that somebody holds."""
    for post in person.posts:
        if post.organization is not None and post.organization.kind is EntityKind.STATE:
            return post
    return None


def _last_with_posts(
    reading: Reading, before: int, *, but: Person | None = None
) -> tuple[int, Person] | None:
    """Who was named last before a place of the text and has posts, and where."""
    for begin, person in back_from(reading.named, before):
        if person is not but and person.posts:
            return begin, person
    return None


def _settled(reading: Reading, person: Person, at: tuple[int, int], own: Held) -> Held | None:
    """The post with whom it is for, None where it only repeats a known one in short, or nothing tells."""
    if own.phrase.head in _IN_TURN:
        return _as_successor(reading, person, at, own)
    core = title_core(own.phrase.title)
    if any(core <= title_core(post.title) for post in person.posts):
        return None
    name = reading.reference.person_named(person.name) or person.name
    known = term_of(name, own.phrase.title, reading.context.issued, reading.reference)
    if known is not None:
        phrase = _with_whom(replace(own.phrase, title=known.title), known.organization)
        return Held(phrase, own.rule, known.confidence)
    line = reading.scenes[at[0]].line
    if own.phrase.title in _TOO_SHORT and not own.phrase.whom:
        return _told_before(reading, at[0], own)
    owner = _owner_named(reading, at[0], own.phrase)
    if owner is not None:
        if not owner.posts or (whose := owner.posts[0].organization) is None:
            return None
        title = own.phrase.title
        if title == "deputy":
            title = f"deputy {owner.posts[0].title}"
        elif (body := body_of_title(owner.posts[0].title)) is not None:
            whose = reading.antecedents.body(body)
        return Held(_with_whom(replace(own.phrase, title=title), whose), own.rule, _ASSUMED)
    if own.phrase.title == "deputy" and own.phrase.determiner in ("his", "her"):
        alone = _superior_beside(reading.scenes[at[0]], own.phrase)
        if alone is not None:
            phrase = replace(own.phrase, title=f"deputy {alone.title}")
            return Held(_with_whom(phrase, alone.whom[0]), own.rule, _ASSUMED)
        _, superior = _last_with_posts(reading, line.words[own.phrase.outer].begin) or (0, None)
        if superior is not None and superior.posts[0].organization is not None:
            title, whose = f"deputy {superior.posts[0].title}", superior.posts[0].organization
            return Held(_with_whom(replace(own.phrase, title=title), whose), own.rule, _ASSUMED)
    scene = reading.scenes[at[0]]
    after = scene.names[at[1]].last
    employed = own.phrase.head.kind == "office" and own.phrase.last <= scene.names[at[1]].first
    whom = (
        (_employer_behind(reading, line, after) if employed else None)
        or _whose(reading, line, own.phrase, person)
        or _state_of_row(scene, own.phrase)
        or default_whom(
            own.phrase,
            line,
            reading.antecedents,
            after=after,
            in_assembly=reading.in_assembly and not _is_held_by_another(reading, person, own.phrase),
        )
    )
    if whom is None or own.phrase.title in _TOO_SHORT:
        return None
    title, entity = whom if isinstance(whom, tuple) else (own.phrase.title, whom)
    return Held(_with_whom(replace(own.phrase, title=title), entity), own.rule, _ASSUMED)


def _employer_behind(reading: Reading, line: Line, index: int) -> Entity | None:
    """Whom one with a title before the name is from: "Legal Adviser N from that Office"."""
    if line.low(index) not in ("from", "of", "at"):
        return None
    first = index + 1 + (line.low(index + 1) in DETERMINERS)
    chunk = line.begins_at(first) or line.begins_at(index + 1)
    if chunk is not None:
        return chunk.mention.entity if chunk.mention.entity.kind in _EMPLOYERS else None
    if first == index + 1 or not line.is_capitalised(first) or line.is_capitalised(first + 1):
        return None
    return reading.antecedents.noun(line.words[first].text, line.words[first].begin)


def _state_of_row(scene: Scene, phrase: PostPhrase) -> Entity | None:
    """The State of a neighbour in a row: "Tajik Prime Minister N and the Parliament Speaker M".

    Also that of the one behind, where it closes the row: "President N and Foreign Minister M of Tajikistan".
    """
    if phrase.head.kind != "state":
        return None
    line, named = scene.line, {i for run in scene.names for i in range(run.honorifics, run.last)}
    row = [(place, p) for place, p in enumerate(scene.posts) if p.head.kind == "state"]
    named |= {i for _, p in row for i in range(p.outer, p.last)}
    before = [(p.whom[:1], p.last, phrase.outer) for _, p in row if p.last <= phrase.outer and p.whom]
    behind = [
        (_of_name(scene, place) or _of_same(line, phrase, p), phrase.last, p.outer)
        for place, p in row
        if p.outer >= phrase.last
    ]
    for whom, first, last in (*before[-1:], *behind[:1]):
        gap = [line.low(i) for i in range(first, last) if i not in named]
        if whom and whom[0].kind is EntityKind.STATE and 0 < len(gap) < 5 and {*gap} <= {",", "and"}:
            return whom[0]
    return None


def _of_same(line: Line, phrase: PostPhrase, second: PostPhrase) -> tuple[Entity, ...]:
    """Whom the second of one person's two posts is for ("Minister of Defence and Premier of Malta")."""
    joined = line.low(phrase.last) == "and" and second.outer == phrase.last + 1
    return second.whom[:1] if joined and not second.determiner and not second.office else ()


def _of_name(scene: Scene, place: int) -> tuple[Entity, ...]:
    """Whom a post is for by what follows its holder's name: "Foreign Minister N of Tajikistan"."""
    return tuple(link.whom for link, _ in scene.joined.get(place, ()) if link.whom is not None)


def _as_successor(reading: Reading, person: Person, at: tuple[int, int], own: Held) -> Held | None:
    """The post of him or her whom somebody follows or went before: "handed over to his successor, N"."""
    line = reading.scenes[at[0]].line
    owner = _owner_named(reading, at[0], own.phrase)
    if owner is None and own.phrase.determiner in ("his", "her"):
        _, owner = _last_with_posts(reading, line.words[own.phrase.outer].begin, but=person) or (0, None)
    if owner is None or not owner.posts or owner is person:
        return None
    post = next((p for p in owner.posts if p.title != _SEAT), None)  # nobody follows another in a seat
    if post is None or post.organization is None:
        return None
    status = TermStatus.INCOMING if post.status is TermStatus.CURRENT else TermStatus.CURRENT
    if own.phrase.head == _PREDECESSOR:
        status = TermStatus.FORMER
    phrase = replace(own.phrase, title=post.title, status=status)
    return Held(_with_whom(phrase, post.organization), own.rule, _ASSUMED)


def _told_before(reading: Reading, number: int, own: Held) -> Held | None:
    """The one post without a holder that a short title repeats ("the Georgian Interior Minister", then
    "Minister N")."""
    found: dict[tuple[str, object], PostPhrase] = {}
    for scene in reading.scenes[max(0, number - _FARTHEST_TOLD) : number + 1]:
        for place, post in enumerate(scene.posts[:_FARTHEST_TOLD]):
            if post.head != own.phrase.head or post.head.plural or not scene.is_free(place):
                continue
            served = bool(post.whom) and post.whom[0].kind is EntityKind.STATE
            if served and post.title != str(post.head) and post.status is TermStatus.CURRENT:
                found[post.title, post.whom[0].key] = post
    if len(found) != 1:
        return None
    (post,) = found.values()
    return Held(replace(own.phrase, title=post.title, whom=post.whom, certain=True), own.rule, _ASSUMED)


def _is_held_by_another(reading: Reading, person: Person, phrase: PostPhrase) -> bool:
    """Whether reference knows somebody else in that post of the Assembly on the day."""
    assembly = reading.antecedents.body(ASSEMBLY)
    known = holder_of(phrase.title, assembly, None, reading.context.issued, reading.reference)
    current = phrase.status is TermStatus.CURRENT
    return current and known is not None and name_key(known.name)[-1] != person.key[-1]


def _superior_beside(scene: Scene, phrase: PostPhrase) -> PostPhrase | None:
    """The post without a name that the sentence names before ("the Head of the Centre, his deputy N")."""
    before = [p for p in scene.posts if p.last <= phrase.outer and p.whom and not p.head.plural]
    if not before or scene.joined.get(scene.posts.index(before[-1])):
        return None
    return before[-1]


def _owner_named(reading: Reading, number: int, phrase: PostPhrase) -> Person | None:
    """Whose deputy is meant, where a name says so."""
    if phrase.determiner != NAMED:
        return None
    scene = reading.scenes[number]
    for place, run in enumerate(scene.names):
        if run.first <= phrase.outer < run.last or run.last == phrase.outer + 1:
            return reading.roster.at.get((number, place))
    return None


def _whose(reading: Reading, line: Line, phrase: PostPhrase, holder: Person) -> Entity | None:
    """The organization of him or her whose deputy or adviser is spoken of ("his Senior Adviser")."""
    if phrase.determiner not in ("his", "her"):
        return None
    before = line.words[phrase.outer].begin
    office = next(back_from(reading.offices, before), None)
    begin, owner = _last_with_posts(reading, before, but=holder) or (-1, None)
    if office is not None and office[0] > begin:
        return reading.antecedents.body(office[1])
    if owner is None:
        return None
    body = body_of_title(owner.posts[0].title)
    return reading.antecedents.body(body) if body is not None else owner.posts[0].organization
