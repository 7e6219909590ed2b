"""Organizations that take part through people whom they sent: "officers of the Border Police attended"."""

from __future__ import annotations

from typing import Final

from .....ontology.facts import EntityKind, Role
from ...clauses.line import Line, What, party_list
from ...clauses.lists import mixed_list
from ...tables import words
from ..draft import Draft
from ..phrases import EventMention
from ..ties import Phrases, Scene, Tied, attended

__all__ = [
    "ABSENT",
    "OF_WHOM",
    "PEOPLE",
    "SENDING_WORDS",
    "SENT",
    "are_people",
    "came_from",
    "had_sent",
    "is_for_people",
    "sent_by",
    "sent_people",
    "were_sent_by",
    "whom_they_sent",
]

PEOPLE: Final = words("participation_people", kind="people")
_ATTENDING: Final = Phrases.of("participation", "attending")
_ATTENDING_HERE: Final = Phrases.of("participation", "attending here")
_BROUGHT: Final = Phrases.of("participation", "brought")
ABSENT: Final = Phrases.of("participation", "absent")
OF_WHOM: Final = Phrases.of("participation", "of whom")
SENT: Final = words("participation_people", kind="sends people")
_ONE_SENT: Final = PEOPLE | words("participation_people", kind="one who is sent")
SENDING_WORDS: Final = _ATTENDING.words | _ATTENDING_HERE.words | _BROUGHT.words
_PEOPLE_ENDINGS: Final = ("men", "women", "ers", "ors", "ists", "ians", "ants", "ees")
_NO_PEOPLE: Final = words("participation_people", kind="ends as people do")
_PHASES: Final = frozenset(("began", "started", "finished"))
_SHORTEST: Final = 6
_ATTENDEES: Final = PEOPLE - {"observers", "monitors"}  # those are sent to watch elsewhere
_BY_REACH: Final = 6
_SENT_REACH: Final = 6
_OFFICIALS: Final = words("participation_people", kind="sent by States")
_THERE: Final = words("participation_words", kind="those there")
_ASIDE: Final = 18
_FROM: Final = frozenset(("from", "of", "at", "representing"))
_PARTING: Final = frozenset(("that", "which", "who", "whom", "whose", "where", "when", "while", ";", ":"))
_PEOPLE_REACH: Final = 8
_INCLUDING_REACH: Final = 10
_WHOM_REACH: Final = 16
_NAME_LONGEST: Final = 8
_LONGEST_LIST: Final = 5
_WHOLE: Final = "osce"


def are_people(line: Line, index: int) -> bool:
    """Whether a word means people, by the table or by its ending: "divers", "firemen", "librarians"."""
    word = line.at(index)
    if word in PEOPLE or word == "men":
        return True
    return len(word) >= _SHORTEST and word.endswith(_PEOPLE_ENDINGS) and word not in _NO_PEOPLE


def _people_named(line: Line) -> list[int]:
    """Where words for people stand of whom it is said who sent them."""
    return [at for at in range(line.start, len(line.items) - 1) if _is_of(line, at) and are_people(line, at)]


def sent_people(scene: Scene) -> Tied:
    """As in "Ten officers of A and of B completed the course", "it brought together judges from C and D"."""
    line = scene.line
    doing = [begin for begin, _, _ in _ATTENDING.places(line) if not scene.is_negated(begin)]
    if scene.placed:
        here = [begin for begin, _, _ in _ATTENDING_HERE.places(line) if not scene.is_negated(begin)]
        doing += [begin for begin in here if not _begins_itself(scene, begin)]
    brought = [end for _, end, _ in _BROUGHT.places(line) if not scene.is_negated(end - 1)]
    if not doing and not brought:
        return
    for index in _people_named(line):
        if any(begin > index for begin, _, _ in ABSENT.places(line)):
            continue
        acting = _do(line, index, doing) and not _is_of_others(line, index)
        if not acting and not _are_brought(line, index, brought):
            continue
        draft = attended(scene.near(index)) or attended(scene.fresh or scene.main)
        if draft is not None:
            for at in sent_by(line, index, states=_are_officials(line, index)):
                yield at, draft, Role.PARTICIPANT


def _begins_itself(scene: Scene, index: int) -> bool:
    """Whether it is the occasion that begins or ends, not somebody who begins or ends it."""
    of_itself = scene.line.at(index) in _PHASES
    return of_itself and all(mention.first < index for mention, _ in scene.placed)


def _are_officials(line: Line, index: int) -> bool:
    """Whether the people meant speak for a State: "officials", "officials and experts"."""
    return not _OFFICIALS.isdisjoint(
        (line.at(index), line.at(index - 2) if line.at(index - 1) == "and" else "")
    )


def came_from(scene: Scene) -> Tied:
    """As in "Speakers came from A, from B and from the C"."""
    line = scene.line
    for index, end, _ in OF_WHOM.places(line):
        if not any(line.at(at) in PEOPLE or line.at(at) in _THERE for at in range(line.start, index)):
            continue
        draft = attended(scene.near(index)) or attended(scene.fresh or scene.main)
        if draft is None or scene.is_negated(index):
            continue
        listed = _all_from(line, end)
        if not listed and "including" in line.lower[end : end + _INCLUDING_REACH]:
            listed = _all_from(line, line.lower.index("including", end) + 1)
        for at in listed:
            yield at, draft, Role.PARTICIPANT


def had_sent(scene: Scene) -> Tied:
    """As in "A and B had sent five officers, and so had C", "D sent a delegation"."""
    line = scene.line
    for index in line.places(SENT):
        people = next((at for at in range(index + 1, index + _SENT_REACH) if _is_sent(line, at)), 0)
        if not people or not all(_describes(line, at) for at in range(index + 1, people)):
            continue
        draft = attended(scene.near(index)) or attended(scene.fresh or scene.main)
        elsewhere = line.at(people + 1) == "to" and not _is_where_it_is(scene, people, draft)
        if draft is None or scene.is_negated(index) or elsewhere:
            continue
        for at in scene.subject_of(index - (line.at(index - 1) == "each")):
            if not line.is_person(at):
                yield at, draft, Role.PARTICIPANT


def _is_sent(line: Line, index: int) -> bool:
    return line.at(index) in _ONE_SENT or are_people(line, index)


def _is_where_it_is(scene: Scene, people: int, draft: Draft | None) -> bool:
    """Whether people are sent to the occasion, or to the town where it is."""
    if any(people < mention.head <= people + _SENT_REACH for mention, _ in scene.placed):
        return True
    goal = scene.line.items[people + 2].entity if people + 2 < len(scene.line.items) else None
    return goal is not None and draft is not None and draft.place is not None and goal.key == draft.place.key


def were_sent_by(scene: Scene) -> Tied:
    """As in "More than fifty officials, sent by A, B and C", "experts seconded by D"."""
    line = scene.line
    for index in line.places(SENT):
        people = range(max(line.start, index - _BY_REACH), index)
        they = line.at(line.start) == "they" and index - line.start < _BY_REACH
        if line.at(index + 1) != "by" or not (they or any(line.at(at) in _ATTENDEES for at in people)):
            continue
        draft = attended(scene.near(index)) or attended(scene.fresh or scene.main)
        if draft is not None and not scene.is_negated(index):
            for at in mixed_list(line, index + 2)[0]:
                if not line.is_person(at):
                    yield at, draft, Role.PARTICIPANT


def whom_they_sent(scene: Scene) -> Tied:
    """As in "Ministers whom A and B had sent signed it": those who sent them, States too."""
    line = scene.line
    for index in line.places(SENT):
        whom = next(
            (
                at
                for at in range(index - 1, max(line.start, index - _WHOM_REACH), -1)
                if line.at(at) == "whom"
            ),
            0,
        )
        if not whom or not any(line.at(at) in PEOPLE for at in (whom - 1, whom - 2)):
            continue
        draft = next((d for m, d in scene.placed if attended(d) is not None), None)
        if draft is None and not scene.placed and line.at(index - 1) == "had":
            draft = attended(scene.fresh or scene.main)
        named, end = party_list(line, whom + 1) if draft is not None else ((), 0)
        for at in (*named, *_and_others(line, index)):
            if draft is not None and end <= index:
                yield at, draft, Role.PARTICIPANT


def _and_others(line: Line, index: int) -> list[int]:
    """Whose people are named besides: "experts whom A had sent, and a colleague of theirs from B"."""
    for at in range(index, min(len(line.items), index + _ASIDE)):
        if line.at(at) in _ONE_SENT and line.lower[at + 1 : at + 4] == ("of", "theirs", "from"):
            return [one for one in mixed_list(line, at + 4)[0] if _is_organization(line, one)]
        if line.at(at) in _ONE_SENT and line.at(at + 1) in ("from", "of"):
            return sent_by(line, at)
        if line.at(at) in _PARTING:
            break
    return []


def _all_from(line: Line, index: int) -> list[int]:
    """The organizations of a list, past what is told of each: "from A, which is old, from B"."""
    found: list[int] = []
    at = index
    for _ in range(_LONGEST_LIST):
        at += line.at(at) == "the"
        place = at < len(line.items) and not line.is_party(at) and line.items[at].entity is not None
        named, end = mixed_list(line, at) if not place else ((), at + 1)
        found += [one for one in named if _is_organization(line, one)]
        again = next(
            (n for n in range(end, min(len(line.items), end + _ASIDE)) if line.at(n) == "from"), None
        )
        joined = line.at(end) == "," or (place and line.at(end) == "and")
        if again is None or not joined or line.at(again - 1) not in (",", "and"):
            break
        at = again + 1
    return found


def is_for_people(scene: Scene) -> Tied:
    """As in "a training course for 15 officers of A and B", "the training of ten judges from C"."""
    line = scene.line
    for index in line.places(PEOPLE):
        if not _is_of(line, index):
            continue
        draft = _made_for(scene, index)
        if draft is not None and attended(draft) is not None:
            for at in sent_by(line, index):
                yield at, draft, Role.PARTICIPANT


def _made_for(scene: Scene, index: int) -> Draft | None:
    """The occasion that is said to be for the people whom the word at an index means."""
    line = scene.line
    at = index - 1
    while at > line.start and index - at <= _PEOPLE_REACH and _describes(line, at):
        at -= 1
    if line.at(at) not in ("for", "of"):
        return None
    fitting: list[tuple[EventMention, Draft]] = [
        (m, d) for m, d in scene.placed if not m.acts and m.head < at and d.noun != "day"
    ]
    if not fitting:
        return None
    mention, draft = max(fitting, key=lambda placed: placed[0].head)
    if line.at(at) == "of":
        taught = mention.head == at - 1 and mention.noun in ("training", "trainings")
        return draft if taught else None
    between = range(mention.last, at)
    return draft if all(_may_stand_between(line, n) for n in between) else None


def _describes(line: Line, index: int) -> bool:
    """Whether what stands at an index may belong to the words for people: "15 senior police"."""
    item = line.items[index]
    demonym = item.mention is not None and item.mention.demonym
    word = item.what is What.WORD and (item.lower.isalnum() or "-" in item.lower)
    return (word or demonym or item.lower == ",") and item.lower not in ("for", "of", "by", "from")


def _may_stand_between(line: Line, index: int) -> bool:
    """Whether the occasion and the people for whom it is may have this between them: a place, day, theme."""
    item = line.items[index]
    return (
        not (item.acts and item.is_person) and item.lower not in _PARTING and item.lower not in (",", "and")
    )


def _is_of_others(line: Line, index: int) -> bool:
    """Whether the people are the subject of another clause: "at which officers of A learned"."""
    at = index - 1
    while at > line.start and index - at <= _PEOPLE_REACH and _describes(line, at) and line.at(at) != ",":
        if line.at(at) in _PARTING:
            return True
        at -= 1
    return line.at(at) in _PARTING


def _is_of(line: Line, index: int) -> bool:
    """Whether it is said who sent the people whom the word at an index means."""
    following = line.at(index + 1)
    return following in _FROM or (following == "," and line.at(index + 2) in ("representing", "including"))


def sent_by(line: Line, index: int, *, states: bool = False) -> list[int]:
    """The organizations, and States where `states` says so, whose people are meant, "from A, B and the C"."""
    begin = index + 2 if line.at(index + 1) in _FROM else index + 3
    if line.at(begin) in _FROM:
        begin += 1
    found: list[int] = []
    for _ in range(_LONGEST_LIST):
        named, end = mixed_list(line, begin)
        found += [one for one in named if _is_organization(line, one) or (states and _is_state(line, one))]
        if named:
            break
        begin = _past_unknown(line, end) + 1
        if line.at(begin - 1) not in _FROM:
            break
    return found


def _past_unknown(line: Line, index: int) -> int:
    """Past a name that nobody knows ("the Ferry's Friends and"), to the preposition that is repeated."""
    at = index
    while (
        at < len(line.items)
        and at - index < _NAME_LONGEST
        and (line.items[at].text[:1].isupper() or line.at(at) in ("the", "'s", "’s", ",", "and"))
    ):
        at += 1
    return at


def _is_state(line: Line, index: int) -> bool:
    entity = line.items[index].entity
    return entity is not None and entity.kind is EntityKind.STATE and line.items[index].acts


def _is_organization(line: Line, index: int) -> bool:
    entity = line.items[index].entity
    if entity is None or entity.kind in (EntityKind.STATE, EntityKind.PERSON):
        return False
    return entity.id != _WHOLE


def _do(line: Line, index: int, doing: list[int]) -> bool:
    """Whether people before one of the verbs are its subject."""
    later = min((begin for begin in doing if begin > index), default=None)
    return later is not None and not any(w in _PARTING for w in line.lower[index:later])


def _are_brought(line: Line, index: int, brought: list[int]) -> bool:
    """Whether people are said to have been brought together, some words before."""
    earlier = [end for end in brought if end <= index]
    between = line.items[earlier[-1] : index] if earlier else ()
    return bool(earlier) and not any(
        i.lower in _PARTING or (i.what is What.WORD and i.lower.endswith("ed")) for i in between
    )
