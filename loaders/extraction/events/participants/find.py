"""Who takes part in the occasions of a release: attends, speaks, meets, or is quoted about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from .....ontology.facts import EntityKind, Role
from ...clauses.line import Line, What, chooser, party_list
from ...clauses.lists import mixed_list
from ...clauses.words import AUXILIARIES, BE, DETERMINERS, MODALS, PREPOSITIONS
from ...model import Context, Part
from ...statements.speech import SpeechVerb
from ...statements.subjects import subject_before
from ...statements.utterances import Utterance
from ...tables import read_table, words
from ...text.inflection import inflected
from ..draft import Draft
from ..setting.times import placed_by_line
from ..ties import Phrases, Scene, Tie, Tied, TieRule, attended, fresh_in, is_origin, ties_of, told_before
from .hosts import RULES as HOST_RULES
from .listed import RULES as LISTING_RULES
from .listed import beside, phrases_of
from .meetings import RULES as MEETING_RULES
from .meetings import find_signers
from .people import (
    ABSENT,
    OF_WHOM,
    PEOPLE,
    SENDING_WORDS,
    SENT,
    are_people,
    came_from,
    had_sent,
    is_for_people,
    sent_by,
    sent_people,
    were_sent_by,
    whom_they_sent,
)
from .quoted import find_acting, find_quoted
from .roles import RULES as ROLE_RULES
from .roles import also_by
from .told import RULES as TOLD_RULES
from .visits import RULES as VISIT_RULES
from .visits import met_on_the_visit, visit_of, visit_told_of

__all__ = ["RULES", "find_participants"]

_DONE_BY_PEOPLE: Final = frozenset(("taught", "accompanied", "handed", "welcomed", "greeted", "told"))
_DONE_THERE: Final = words("participation_words", kind="done there")
_HEADED: Final = frozenset(("led", "headed", "chaired"))
_RUN: Final = frozenset(("run", "delivered", "held", "taught"))
_PEOPLE_REACH: Final = 6
_FLOOR: Final = frozenset(("took", "takes", "asked", "had"))
_DONE_TOGETHER: Final = words("participation_words", kind="done by bodies too")


@cache
def _verbs() -> dict[str, tuple[str, Role]]:
    found: dict[str, tuple[str, Role]] = {}
    for row in read_table("participation"):
        if row["form"] == "verb":
            for form, text in inflected(row["phrase"], row["past"]).items():
                found[text] = form, Role(row["role"])
    return found


_VERB_WORDS: Final = frozenset(_verbs())
_TAKING_PART: Final = Phrases.of("participation", "phrase")
_SENDING: Final = Phrases.of("participation", "sending")
_PASSIVES: Final = Phrases.of("participation", "passive", without=" by")


def takes_an_active_part(scene: Scene) -> Tied:
    """As in "A opened the seminar", "B attended it", "C chaired the discussion"."""
    line = scene.line
    for index in line.places(_VERB_WORDS):
        if line.items[index].what is not What.WORD or scene.is_negated(index):
            continue
        form, role = _verbs()[line.at(index)]
        if not scene.is_finite(index, form):
            continue
        meant = [scene.object_of(index)]
        if meant == [None]:
            meant = _unnamed_object(scene, index)
        for draft in meant:
            if attended(draft) is not None and draft is not None:
                for at in scene.subject_of(index):
                    if line.is_person(at) or (role is Role.PARTICIPANT and not is_origin(line, at)):
                        yield at, draft, role
                for at in beside(line, index):
                    yield at, draft, role


def _unnamed_object(scene: Scene, index: int) -> list[Draft | None]:
    """What a verb is about that names no occasion: "chaired it", "attended both", "opened the session"."""
    line = scene.line
    if line.at(index + 1) == "both" and len(scene.told) == 2:
        return list(scene.told)
    if line.at(index + 1) in ("it", "them") and not scene.placed:
        return [attended(scene.it) or scene.main]
    if line.at(index).startswith(("attend", "preside")) or _is_of_main(line, index):
        return [scene.main]
    return []


def _is_of_main(line: Line, index: int) -> bool:
    """Whether the verb's object is "it" or a part of the occasion."""
    after = line.lower[index + 1 : index + 3]
    return line.at(index + 1) in ("it", "them") or (
        line.at(index + 1) == "the"
        and after[-1] in ("discussion", "debate", "session", "proceedings", "opening", "closing")
    )


def takes_part(scene: Scene) -> Tied:
    """As in "A took part", "B spoke at", "C took the floor", "D is coming"."""
    line = scene.line
    for index, end, role, draft in phrases_of(scene, _TAKING_PART):
        if line.at(index) == "joined" and line.is_party(end):
            continue
        for at in _whom_they_represent(scene, index, end):
            yield at, draft, role
        for at in _who_came(scene, index, end):
            by_itself = role is Role.PARTICIPANT and line.at(index) not in _DONE_BY_PEOPLE
            if line.is_person(at) or (by_itself and not is_origin(line, at)):
                yield at, draft, role
            elif line.at(index) in _FLOOR and not is_origin(line, at):
                yield at, draft, Role.PARTICIPANT


def _whom_they_represent(scene: Scene, index: int, end: int) -> tuple[int, ...]:
    """Whom somebody represents there: "Anna Berg represented the [Water Union]"."""
    line = scene.line
    if line.at(end - 1) != "represented" or scene.is_passive(index):
        return ()
    if not any(line.is_person(at) for at in scene.subject_of(index)):
        return ()
    begin = end + (line.at(end) in DETERMINERS)
    named = party_list(line, begin)[0] if line.is_party(begin) else ()
    return tuple(at for at in named if not line.is_person(at))


def _who_came(scene: Scene, index: int, end: int) -> tuple[int, ...]:
    """The subject, or who comes in a person's stead: "[Carl Dahl] was represented at it by [Anna Berg]"."""
    line, subject = scene.line, scene.subject_of(index)
    by = scene.agent_begin(end) if line.at(end - 1) == "represented" else None
    if by is None:
        return subject
    return (*(at for at in subject if not line.is_person(at)), *party_list(line, by)[0])


def sends(scene: Scene) -> Tied:
    """As in "A had sent experts", "B will share what it knows"."""
    for index, end, role, draft in phrases_of(scene, _SENDING):
        for at in _who_came(scene, index, end):
            yield at, draft, role


def by_whom(scene: Scene) -> Tied:
    """As in "It was opened by A", "attended today by B and C"."""
    line = scene.line
    if "by" not in line.words:
        return
    for index, end, role in _PASSIVES.places(line):
        by = scene.agent_begin(end)
        it = scene.fresh if line.at(line.start) == "it" else None
        draft = (attended(scene.near(index)) or attended(it or scene.main)) if by is not None else None
        if by is None or draft is None or scene.is_negated(index):
            continue
        if line.at(index) in _RUN and index > line.start and scene.before(index) is None:
            continue
        passive = scene.is_passive(index)
        if not passive and (line.at(index) in _DONE_THERE or _is_of_a_body(line, index)):
            continue
        told = scene.placed or passive or line.at(line.start) in ("it", "the")
        if told or _led(line, index):
            people = _people_by(line, by)
            if people is not None and line.at(people + 1) in ("of", "from"):
                for at in sent_by(line, people):
                    yield at, draft, role
            named, end = mixed_list(line, by)
            if not named and people is not None and line.at(people + 1) == ",":
                named, end = party_list(line, people + 2)
            named = (*named, *also_by(line, end))
            acts = len(named) > 1 and line.at(end) not in ("and", ",") and _goes_on(line, end)
            together = line.at(index) in _DONE_TOGETHER
            for at in named[:-1] if acts else named:
                if line.is_person(at) or (together and not is_origin(line, at)):
                    yield at, draft, role


def _people_by(line: Line, index: int) -> int | None:
    """The word for people that an index leads to: "by [two Danish] instructors"."""
    for at in range(index, min(len(line.items), index + _PEOPLE_REACH)):
        if are_people(line, at):
            return at
        demonym = line.items[at].mention is not None
        if not demonym and not line.at(at).replace("-", "").isalnum():
            return None
        if line.is_person(at) or line.at(at) in PREPOSITIONS:
            return None
    return None


def _is_of_a_body(line: Line, index: int) -> bool:
    """Whether a participle tells who heads a body, not an occasion: "the Mission, [headed] by A"."""
    before = index - 1 - (line.at(index - 1) == ",")
    if line.at(index) not in _HEADED or not line.is_party(before) or line.is_person(before):
        return False
    of = before - 1 - (line.at(before - 1) in DETERMINERS)
    return line.at(of) not in ("of", "from") or line.at(of - 1) not in PEOPLE


def _led(line: Line, index: int) -> bool:
    """Whether those who are there are said to be led: "A delegation of the Union, [led] by A, came"."""
    before = line.lower[line.start : index]
    return line.at(index) in ("led", "headed") and not PEOPLE.isdisjoint(before)


def _goes_on(line: Line, index: int) -> bool:
    """Whether a verb follows a list, so that its last member is the subject of the next clause."""
    word = line.at(index)
    return word in AUXILIARIES | MODALS | BE or (word.endswith("ed") and line.at(index + 1) in DETERMINERS)


RULES: Final[tuple[TieRule, ...]] = (
    TieRule(
        "takes an active part",
        0.85,
        "[Anna Berg] opened a seminar on wells in <Linden> today.",
        "[Anna Berg] forgot a seminar on wells in <Linden> today.",
        takes_an_active_part,
        triggers=_VERB_WORDS,
    ),
    TieRule(
        "takes part",
        0.82,
        "A seminar on wells was held in <Linden> today. [Anna Berg] took part.",
        "A seminar on wells was held in <Linden> today. [Anna Berg] never took part.",
        takes_part,
        triggers=_TAKING_PART.words,
    ),
    TieRule(
        "sends experts",
        0.8,
        "A seminar on wells was held in <Linden> today. The {Water Union} will share what it knows.",
        "A seminar on wells was held in <Linden> today. The {Water Union} sent pumps to <Asp>.",
        sends,
        triggers=_SENDING.words,
    ),
    TieRule(
        "opened or attended by",
        0.85,
        "A seminar on wells was held in <Linden> today. It was opened by [Anna Berg] and [Carl Dahl].",
        "A seminar on wells was held in <Linden> today. It was paid for by [Anna Berg].",
        by_whom,
        triggers=_PASSIVES.words,
    ),
    *LISTING_RULES,
    *MEETING_RULES,
    TieRule(
        "sends people",
        0.8,
        "Ten officers of the {Border Police} and of the {Water Union} completed a course in <Linden> today.",
        "Ten officers who know the {Border Police} completed a course in <Linden> today.",
        sent_people,
        triggers=SENDING_WORDS,
    ),
    TieRule(
        "came from",
        0.82,
        "A seminar on wells was held in <Linden> today. Speakers came from the {Border Police}.",
        "A seminar on wells was held in <Linden> today. Maps came from the {Border Police}.",
        came_from,
        triggers=OF_WHOM.words,
    ),
    TieRule(
        "had sent people",
        0.82,
        "A seminar on wells was held in <Linden> today. The {Border Police} had sent ten officers.",
        "A seminar on wells was held in <Linden> today. The {Border Police} had sent ten maps.",
        had_sent,
        triggers=SENT,
    ),
    TieRule(
        "whom they sent",
        0.82,
        "Ministers whom <<Spain>> and <<Malta>> had sent took part in a seminar on wells in <Linden> today.",
        "Ministers who had sent maps to <<Spain>> and <<Malta>> took part in a seminar on wells in "
        "<Linden> today.",
        whom_they_sent,
        triggers=SENT,
    ),
    TieRule(
        "were sent by",
        0.82,
        "A seminar on wells was held in <Linden> today for officials sent by the {Border Police}.",
        "A seminar on wells was held in <Linden> today with pumps sent by the {Border Police}.",
        were_sent_by,
        triggers=SENT,
    ),
    TieRule(
        "held for people",
        0.8,
        "The training of ten officers from the {Border Police} took place in <Linden> today.",
        "The training with ten maps of the {Border Police} took place in <Linden> today.",
        is_for_people,
        triggers=PEOPLE,
        pronouns=frozenset(),
    ),
    *TOLD_RULES,
    *ROLE_RULES,
)

_rules_for: Final = chooser(RULES)
_visit_rules_for: Final = chooser((*VISIT_RULES, *HOST_RULES))


def find_participants(
    context: Context,
    found: Sequence[Line],
    drafts: Sequence[Draft],
    main: Draft | None,
    said: Sequence[Utterance],
) -> Iterator[Tie]:
    """Who is said to take part in which occasion, those quoted about it first.

    Those of whom the text says that they were not there are left out.
    """
    absent = _absent(found)
    for tie in _all(context, found, drafts, main, said):
        if tie.entity.key not in absent:
            yield tie


def _all(
    context: Context,
    found: Sequence[Line],
    drafts: Sequence[Draft],
    main: Draft | None,
    said: Sequence[Utterance],
) -> Iterator[Tie]:
    yield from find_quoted(context, found, drafts, main, said)
    yield from find_acting(context, found, drafts, main)
    visit = visit_of(drafts, main)
    by_line = placed_by_line(drafts)
    about = _attended_one(drafts, main)
    for number, line in enumerate(found):
        if line.sentence.part is Part.TITLE or line.is_contact:
            continue
        placed = by_line.get(number, ())
        told = told_before(by_line, number) if number - 1 in by_line else ()
        scene = Scene(line, number, placed, about, fresh_in(found, by_line, number), told)
        yield from ties_of(scene, _rules_for(line), as_organization=False)
        yield from find_signers(found, scene)
        for rule in _visit_rules_for(line) if placed or visit is not None else ():
            now = (
                visit
                if visit is None or rule.apply is not met_on_the_visit
                else visit_told_of(found, drafts, number, visit)
            )
            for at, entity, draft in rule.apply(found, number, placed, now):
                if entity is not None and entity.kind not in (EntityKind.PLACE, EntityKind.STATE):
                    yield Tie(draft, entity, Role.PARTICIPANT, number, at, rule.name, rule.confidence)


def _attended_one(drafts: Sequence[Draft], main: Draft | None) -> Draft | None:
    """The main occasion; where that is a statement or the like, the only other one that people attend."""
    if main is None or attended(main) is not None:
        return main
    others = [d for d in drafts if attended(d) is not None and not d.to_come and not d.aside]
    return others[0] if len(others) == 1 else main


def _absent(found: Sequence[Line]) -> frozenset[tuple[EntityKind, str]]:
    """Those of whom the text says that they were not there."""
    away = set()
    for line in found:
        for index, _, _ in ABSENT.places(line):
            subject = subject_before(line, SpeechVerb("", index, index + 1, "strong", "past"))
            for at in subject[0] if subject is not None else ():
                entity = line.items[at].entity
                if entity is not None:
                    away.add(entity.key)
    return frozenset(away)
