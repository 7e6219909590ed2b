"""Who organizes, hosts or supports the occasions of a release."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ....ontology.facts import EntityKind, EventKind, Role
from ..clauses.line import Line, What, chooser, party_list, preceding_list
from ..clauses.words import AUXILIARIES, FILLERS
from ..model import Part
from ..tables import read_table, words
from ..text.inflection import inflected
from .draft import Draft
from .ties import Phrases, Scene, Tie, Tied, TieRule, ties_of
from .times import nearest_mention, placed_by_line

__all__ = ["HELPING", "IN_ITS_NAME", "RULES", "find_organizers"]

IN_ITS_NAME: Final = "in its name"

HELPING: Final = frozenset((Role.SUPPORTER, Role.FUNDER))
_GOVERNMENTS: Final = frozenset(("government", "governments"))
_MADE: Final = frozenset((EventKind.LAUNCH, EventKind.PUBLICATION, EventKind.CEREMONY))
_NOT_MADE: Final = words("participation_words", kind="not made by its organizer")
_OPENS_MISSION: Final = words("participation_words", kind="opens a mission")
_BEGINNING: Final = words("participation_words", kind="begins")
_PARTING: Final = frozenset((";", ":", "that", "which", "who", "where", "when", "while"))
_BEFORE_PREDICATE: Final = AUXILIARIES | FILLERS
_FOLLOWS: Final = 14
_NOT_TAUGHT: Final = frozenset((EventKind.ELECTION, EventKind.ELECTION_OBSERVATION))
_TALKS: Final = words("participation_words", kind="talks")
_PRESENTS: Final = words("participation_words", kind="presents")


@cache
def _verbs() -> dict[str, tuple[tuple[str, Role, str], ...]]:
    """For each verb form: the form's name, the role, and a particle that must follow."""
    found: defaultdict[str, list[tuple[str, Role, str]]] = defaultdict(list)
    for row in read_table("organizing"):
        if row["form"] == "verb":
            verb, _, particle = row["phrase"].partition(" ")
            for form, text in inflected(verb, row["past"].partition(" ")[0]).items():
                found[text].append((form, Role(row["role"]), particle))
    return {text: tuple(forms) for text, forms in found.items()}


_VERB_WORDS: Final = frozenset(_verbs())
_WITH: Final = Phrases.of("organizing", "with")
_WITH_EVENT: Final = Phrases.of("organizing", "with event")
_TEACHING: Final = Phrases.of("organizing", "teaches")
_COMPLETING: Final = Phrases.of("organizing", "completes")
_TAUGHT: Final = frozenset((EventKind.TRAINING, EventKind.SEMINAR, EventKind.ROUND_TABLE, EventKind.EXERCISE))
_HELPED: Final = ("supported", "funded", "sponsored", "financed", "backed")
_OWN: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION))
_PREDICATES: Final = Phrases.of("organizing", "predicate")
_PRONOUNS: Final = frozenset(("it", "this"))
_STANDING_FOR: Final = words("participation_words", kind="stands for an occasion")
_MEANS: Final = frozenset(("for", "at", "in", "to", "through", "during"))


def _organizing_verbs(line: Line) -> Iterator[tuple[int, int, str, Role]]:
    """The verbs of organizing in a line: index, where they end, form and role."""
    for index in line.places(_VERB_WORDS):
        if line.items[index].what is not What.WORD:
            continue
        for form, role, particle in _verbs()[line.at(index)]:
            if not particle or line.at(index + 1) == particle:
                yield index, index + (2 if particle else 1), form, role
                break


def organized_by(scene: Scene) -> Tied:
    """As in "The seminar was organized by A, B and C", "a seminar hosted by A"."""
    line = scene.line
    for index, last, form, role in _organizing_verbs(line):
        by = scene.agent_begin(last) if form == "past" or scene.is_passive(index) else None
        draft = scene.before(index) or _of_it(scene, index)
        if by is None or draft is None or draft.kind is EventKind.ELECTION:
            continue
        if "followed" in line.lower[max(line.start, index - _FOLLOWS) : index]:
            continue
        if not scene.is_passive(index) and _is_of_another(scene, index, draft):
            continue
        for at in party_list(line, by)[0] or _governments(line, by, role):
            yield at, draft, role


def _governments(line: Line, index: int, role: Role) -> tuple[int, ...]:
    """The States whose governments help: "the Governments of A and B", "the Norwegian Government"."""
    at = index + (line.at(index) in ("the", "both"))
    if role not in HELPING or at >= len(line.items):
        return ()
    if line.at(at) in _GOVERNMENTS and line.at(at + 1) == "of":
        return party_list(line, at + 2)[0]
    entity = line.items[at].entity
    is_state = entity is not None and entity.kind is EntityKind.STATE
    return (at,) if is_state and line.at(at + 1) in _GOVERNMENTS else ()


def _is_of_another(scene: Scene, index: int, draft: Draft) -> bool:
    """Whether a participle is of what somebody does besides ("after a visit, she used tools offered by")."""
    last = max((m.last for m, d in scene.placed if d is draft and m.first < index), default=index)
    return any(scene.line.is_person(at) for at in range(last, index))


def _of_it(scene: Scene, index: int) -> Draft | None:
    """The main occasion, where the sentence is about "it" or "the initiative"."""
    line, start = scene.line, scene.line.start
    told = line.at(start) in _PRONOUNS or (line.at(start) == "the" and line.at(start + 1) in _STANDING_FOR)
    return scene.main if told and index - start < 8 else None


def organizes(scene: Scene) -> Tied:
    """As in "A organized a seminar", "A will hold a seminar", "a seminar that A hosted"."""
    line = scene.line
    for index, last, form, role in _organizing_verbs(line):
        if line.at(index + 1) in ("for", "on", "upon", "off"):
            continue
        if not scene.is_finite(index, form) or (form == "past" and scene.agent_begin(last) is not None):
            continue
        subject = _before_insertion(scene, index) or scene.subject_of(index)
        if line.at(index) in _BEGINNING:
            subject = tuple(at for at in subject if not line.is_person(at))
        if not subject:
            continue
        draft = scene.object_of(index) or _before_relative(scene, subject[0])
        if draft is None and line.at(index + 1) == "it":
            draft = scene.main
        if draft is None or draft.kind is EventKind.ELECTION or draft.noun in _TALKS:
            continue
        for at in subject:
            yield at, draft, role


def _before_insertion(scene: Scene, index: int) -> tuple[int, ...]:
    """The subject before "in partnership with" others, which stands between it and the verb."""
    line = scene.line
    for begin, _, _ in sorted(_WITH.places(line) + _WITH_EVENT.places(line)):
        before = begin - 1 - (line.at(begin - 1) == ",")
        between = line.lower[begin:index]
        if begin < index and line.is_party(before) and not _PARTING.intersection(between):
            return preceding_list(line, before)
    return ()


def _before_relative(scene: Scene, subject: int) -> Draft | None:
    """The occasion before "which", of which the subject is said to organize it."""
    line = scene.line
    at = subject - 1
    while at > line.start and line.at(at) in ("the", "a", "both", "also"):
        at -= 1
    if line.at(at) not in ("which", "that"):
        return None
    before = [p for p in scene.placed if p[0].head < at and p[1].noun != "day"]
    nearest = nearest_mention(line, at, before)
    return nearest[1] if nearest is not None else None


def launches(scene: Scene) -> Tied:
    """As in "A launched a handbook": who launches, opens or publishes organizes the launch or opening."""
    for mention, draft in scene.placed:
        if not mention.acts or mention.kind not in _MADE or mention.noun in _NOT_MADE:
            continue
        for at in scene.agents(mention.head):
            yield at, draft, Role.ORGANIZER


def presents(scene: Scene) -> Tied:
    """As in "A presented it at a launch event", "an observation mission was opened by A"."""
    line = scene.line
    for mention, draft in scene.placed:
        observes = mention.kind is EventKind.ELECTION_OBSERVATION
        if not observes and not mention.noun.startswith("launch"):
            continue
        for index in line.places(_OPENS_MISSION if observes else _PRESENTS):
            for at in scene.agents(index):
                if not line.is_person(at):
                    yield at, draft, Role.ORGANIZER


def together_with(scene: Scene) -> Tied:
    """As in "... organized by A together with B", "was organized in co-operation with B"."""
    line = scene.line
    found = _WITH.places(line)
    if not found:
        return
    told = (organized_by, organizes, launches, is_the_organizer, completes)
    own = [found for rule in told for found in rule(scene)]
    organizing = [(at, draft) for at, draft, role in own if role not in HELPING]
    for index, last, role in found:
        draft = _nearest_of(organizing, index) or _of_passive(scene, index)
        if draft is not None:
            for at in party_list(line, last)[0]:
                yield at, draft, role


def _nearest_of(organizing: Sequence[tuple[int, Draft]], index: int) -> Draft | None:
    return min(organizing, key=lambda one: abs(one[0] - index))[1] if organizing else None


def _of_passive(scene: Scene, index: int) -> Draft | None:
    """The occasion of a passive verb just before ("was organized together with")."""
    for at in range(index - 1, max(scene.line.start, index - 4), -1):
        forms = _verbs().get(scene.line.at(at), ())
        if any(form == "past" and role not in HELPING for form, role, _ in forms):
            return scene.before(at)
    return None


def teaches_at(scene: Scene) -> Tied:
    """As in "A trained forty officers in a three-day course", "A brings together judges for a workshop"."""
    line = scene.line
    for index, last, _ in _TEACHING.places(line):
        after = [m for m, _ in scene.placed if not m.acts and last <= m.first]
        mention = min(after, key=lambda m: m.first, default=None)
        if mention is None or mention.definite is not False or line.at(mention.first - 1) not in _MEANS:
            continue
        if _PARTING.intersection(line.lower[index : mention.first]) or scene.is_negated(index):
            continue
        draft = next(d for m, d in scene.placed if m is mention)
        for at in scene.subject_of(index):
            if not line.is_person(at) and draft.kind not in _NOT_TAUGHT:
                yield at, draft, Role.ORGANIZER


def completes(scene: Scene) -> Tied:
    """As in "The Mission completed a course for judges": a body or operation ends what it organizes."""
    line = scene.line
    for index, _, role in _COMPLETING.places(line):
        draft = scene.object_of(index)
        if draft is None or draft.kind not in _TAUGHT or scene.is_negated(index):
            continue
        for at in _before_insertion(scene, index) or scene.subject_of(index):
            entity = line.items[at].entity
            if entity is not None and entity.kind in _OWN:
                yield at, draft, role


def in_its_name(scene: Scene) -> Tied:
    """As in "during a Mission training course": the body or operation whose name stands in the phrase."""
    line = scene.line
    for mention, draft in scene.placed:
        if mention.acts or draft.kind not in _TAUGHT:
            continue
        for at in range(mention.first, mention.head):
            entity = line.items[at].entity
            own = entity is not None and entity.kind in _OWN and entity.id != "osce" and line.items[at].acts
            offset = line.sentence.span.begin
            before_noun = slice(line.items[at].end - offset, line.items[mention.head].begin - offset)
            if own and not any(word in line.sentence.text[before_noun] for word in _HELPED):
                yield at, draft, Role.ORGANIZER


def invited_or_supported_by(scene: Scene) -> Tied:
    """As in "At the invitation of A", "under the aegis of A", "with the support of A"."""
    line = scene.line
    found = _WITH_EVENT.places(line)
    if not found:
        return
    own = [(at, draft) for at, draft, _ in (*organized_by(scene), *organizes(scene), *launches(scene))]
    for index, last, role in found:
        draft = _nearest_of(own, index) or scene.before(index) or _of_it(scene, index) or _first(scene)
        if draft is not None:
            for at in party_list(line, last)[0] or _governments(line, last, role):
                yield at, draft, role


def _first(scene: Scene) -> Draft | None:
    """The main occasion, where the line is the first or the last before that speaks of it."""
    main = scene.main
    return main if main is not None and scene.number in (main.first.line - 1, main.first.line) else None


def is_the_organizer(scene: Scene) -> Tied:
    """As in "The Municipality was its host", "for which A and B had joined forces"."""
    line = scene.line
    for index, _, role in _PREDICATES.places(line):
        at = index - 1
        while at > line.start and line.at(at) in _BEFORE_PREDICATE:
            at -= 1
        draft = (scene.before(at) or scene.main) if line.is_party(at) else None
        if draft is not None:
            for one in preceding_list(line, at):
                yield one, draft, role


RULES: Final[tuple[TieRule, ...]] = (
    TieRule(
        "organized by",
        0.9,
        "A seminar on wells was held in <Linden> today. It was organized by the {Water Union}.",
        "A seminar on wells was held in <Linden> today. The wells were dug by the {Water Union}.",
        organized_by,
        triggers=_VERB_WORDS,
        pronouns=_PRONOUNS | _STANDING_FOR,
    ),
    TieRule(
        "organizes",
        0.85,
        "The {Water Union} held a seminar on wells in <Linden> today.",
        "The {Water Union} left a seminar on wells in <Linden> today.",
        organizes,
        triggers=_VERB_WORDS,
        pronouns=_PRONOUNS,
    ),
    TieRule(
        "teaches at it",
        0.82,
        "The {Water Union} trained forty diggers in a three-day course on wells in <Linden> today.",
        "The {Water Union} trained forty diggers before the course on wells in <Linden> today.",
        teaches_at,
        triggers=_TEACHING.words,
        pronouns=frozenset(),
    ),
    TieRule(
        "completes it",
        0.82,
        "The {OSCE Mission to Skopje} completed a course on wells in <Linden> today.",
        "The {Water Union} completed a course on wells in <Linden> today.",
        completes,
        triggers=_COMPLETING.words,
        pronouns=frozenset(),
    ),
    TieRule(
        IN_ITS_NAME,
        0.82,
        "An {OSCE Mission to Skopje} training course on wells ended in <Linden> today.",
        "A {Water Union} training course on wells ended in <Linden> today.",
        in_its_name,
        pronouns=frozenset(),
    ),
    TieRule(
        "launches or opens",
        0.8,
        "The {Water Union} launched a handbook on wells in <Linden> today.",
        "A handbook on wells was launched in <Linden> today for the {Water Union}.",
        launches,
        pronouns=frozenset(),
    ),
    TieRule(
        "presents what is launched",
        0.8,
        "The {Water Union} presented its plan at a launch event in <Linden> today.",
        "The {Water Union} presented its plan at a seminar on wells in <Linden> today.",
        presents,
        triggers=_OPENS_MISSION | _PRESENTS,
        pronouns=frozenset(),
    ),
    TieRule(
        "together with",
        0.85,
        "A seminar on wells, organized by the {Water Union} together with the {Bread Union}, ended today.",
        "A seminar on wells was opened by the {Water Union} together with the {Bread Union} today.",
        together_with,
        triggers=_WITH.words,
    ),
    TieRule(
        "invited or supported by",
        0.85,
        "A study visit to <Linden> took place today at the invitation of the {Water Union}.",
        "A study visit to <Linden> took place today in the house of the {Water Union}.",
        invited_or_supported_by,
        triggers=_WITH_EVENT.words,
    ),
    TieRule(
        "is the organizer",
        0.8,
        "A seminar on wells was held in <Linden> today; the {Water Union} was its host.",
        "A seminar on wells was held in <Linden> today; the {Water Union} was its subject.",
        is_the_organizer,
        triggers=_PREDICATES.words,
    ),
)

_rules_for: Final = chooser(RULES)


def find_organizers(found: Sequence[Line], drafts: Sequence[Draft], main: Draft | None) -> Iterator[Tie]:
    """The organizers, hosts and supporters that the lines of the body name, each with its occasion."""
    by_line = placed_by_line(drafts)
    for number, line in enumerate(found):
        if line.sentence.part is Part.BODY and not line.is_contact:
            scene = Scene(line, number, by_line.get(number, ()), main)
            yield from ties_of(scene, _rules_for(line), as_organization=True)
