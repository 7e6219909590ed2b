"""Who takes part in the occasions of a release: attends, speaks, meets, or is quoted about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ....ontology.facts import EntityKind, Role
from ..clauses.line import Line, What, chooser, party_list
from ..clauses.lists import mixed_list
from ..clauses.words import AUXILIARIES, BE, DETERMINERS, MODALS
from ..model import Context, Part
from ..statements.speech import SpeechVerb
from ..statements.subjects import subject_before
from ..statements.utterances import Utterance
from ..tables import read_table
from ..text.inflection import inflected
from .draft import Draft
from .participants_listed import RULES as LISTING_RULES
from .participants_listed import phrases_of
from .participants_meetings import RULES as MEETING_RULES
from .participants_meetings import find_signers
from .participants_people import (
    ABSENT,
    OF_WHOM,
    PEOPLE,
    SENT,
    came_from,
    had_sent,
    is_for_people,
    sent_people,
    whom_they_sent,
)
from .participants_quoted import find_acting, find_quoted
from .participants_visits import RULES as VISIT_RULES
from .participants_visits import met_on_the_visit, visit_of, visit_told_of
from .ties import Phrases, Scene, Tie, Tied, TieRule, attended, fresh_in, ties_of
from .times import placed_by_line

__all__ = ["RULES", "find_participants"]

_AT_REACH: Final = 14


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
        draft = scene.object_of(index)
        if draft is None and (line.at(index).startswith(("attend", "preside")) or _is_of_main(line, index)):
            draft = scene.main
        if (draft := attended(draft)) is not None:
            for at in scene.subject_of(index):
                yield at, draft, role


def _is_of_main(line: Line, index: int) -> bool:
    """Whether the verb's object is "it" or a part of the occasion."""
    after = line.lower[index + 1 : index + 3]
    return line.at(index + 1) in ("it", "them") or (
        line.at(index + 1) == "the"
        and after[-1] in ("discussion", "debate", "session", "proceedings", "opening", "closing")
    )


def takes_part(scene: Scene) -> Tied:
    """As in "A took part", "B spoke at", "C took the floor", "D is coming"."""
    for index, end, role, draft in phrases_of(scene, _TAKING_PART):
        for at in _who_came(scene, index, end):
            if scene.line.is_person(at) or role is Role.PARTICIPANT:
                yield at, draft, role


def _who_came(scene: Scene, index: int, end: int) -> tuple[int, ...]:
    """The subject, or who comes in a person's stead: "[Carl Dahl] was represented at it by [Anna Berg]"."""
    line, subject = scene.line, scene.subject_of(index)
    represented = line.at(end - 1) == "represented" and any(line.is_person(at) for at in subject)
    by = scene.agent_begin(end) if represented else None
    return subject if by is None else party_list(line, by)[0]


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
        told = scene.fresh if line.at(line.start) == "it" else None
        draft = (attended(scene.near(index)) or attended(told or scene.main)) if by is not None else None
        if by is None or draft is None or scene.is_negated(index):
            continue
        if scene.placed or scene.is_passive(index) or line.at(line.start) in ("it", "the"):
            named, end = mixed_list(line, by)
            acts = len(named) > 1 and line.at(end) not in ("and", ",") and _goes_on(line, end)
            for at in named[:-1] if acts else named:
                yield at, draft, role


def _goes_on(line: Line, index: int) -> bool:
    """Whether a verb follows a list, so that its last member is the subject of the next clause."""
    word = line.at(index)
    return word in AUXILIARIES | MODALS | BE or (word.endswith("ed") and line.at(index + 1) in DETERMINERS)


def did_something_at(scene: Scene) -> Tied:
    """As in "A and B agreed on nine steps at a round table": who acts at an occasion is there."""
    line = scene.line
    for mention, draft in scene.placed:
        if mention.acts or line.at(mention.first - 1) not in ("at", "during") or attended(draft) is None:
            continue
        for index in range(mention.first - 2, max(line.start, mention.first - _AT_REACH), -1):
            word = line.at(index)
            if word in (";", ":", "that", "which", "who") or line.items[index].what is What.QUOTE:
                break
            if len(word) > 4 and word.endswith("ed") and line.items[index].what is What.WORD:
                if scene.is_finite(index, "past") and not scene.is_negated(index):
                    for at in scene.subject_of(index):
                        yield at, draft, Role.PARTICIPANT
                break


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
        triggers=PEOPLE,
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
        pronouns=frozenset(),
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
    TieRule(
        "acts at it",
        0.78,
        "The {Water Union} agreed on nine steps at a seminar on wells in <Linden> today.",
        "The {Water Union} is glad that nine steps were agreed at a seminar on wells in <Linden> today.",
        did_something_at,
        triggers=frozenset(("at", "during")),
        pronouns=frozenset(),
    ),
)

_rules_for: Final = chooser(RULES)


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
    for number, line in enumerate(found):
        if line.sentence.part is Part.TITLE or line.is_contact:
            continue
        placed = by_line.get(number, ())
        scene = Scene(line, number, placed, main, fresh_in(found, by_line, number))
        yield from ties_of(scene, _rules_for(line), as_organization=False)
        yield from find_signers(found, scene)
        for rule in VISIT_RULES if placed or visit is not None else ():
            about = (
                visit
                if visit is None or rule.apply is not met_on_the_visit
                else visit_told_of(found, drafts, number, visit)
            )
            for at, entity, draft in rule.apply(found, number, placed, about):
                if entity is not None and entity.kind not in (EntityKind.PLACE, EntityKind.STATE):
                    yield Tie(draft, entity, Role.PARTICIPANT, number, at, rule.name, rule.confidence)


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
