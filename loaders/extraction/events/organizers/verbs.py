"""Who organizes an occasion by the verb that says so: "organized by A", "A held a seminar"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final

from .....ontology.facts import EntityKind, EventKind, Role
from ...clauses.line import Line, What, party_list, preceding_list
from ...clauses.lists import is_of_people, mixed_list
from ...clauses.words import AUXILIARIES, BE, FILLERS, MODALS
from ...tables import read_table, words
from ...text.inflection import inflected
from ..draft import Draft
from ..setting.times import nearest_mention
from ..ties import Phrases, Scene, Tied, TieRule
from .named import possessor

__all__ = [
    "HELPING",
    "NOT_MADE",
    "OWN",
    "PRONOUNS",
    "RULES",
    "WITH",
    "WITH_EVENT",
    "before_insertion",
    "before_relative",
    "governments",
    "of_it",
    "organized_by",
    "organizes",
    "organizing_verbs",
    "said_to_be_organized",
]

HELPING: Final = frozenset((Role.SUPPORTER, Role.FUNDER))
_GOVERNMENTS: Final = frozenset(("government", "governments"))
NOT_MADE: Final = words("participation_words", kind="not made by its organizer")
_BEGINNING: Final = words("participation_words", kind="begins")
_PARTING: Final = frozenset((";", ":", "that", "which", "who", "where", "when", "while"))
_FOLLOWS: Final = 14
_UNIT_LONGEST: Final = 12
_ASSEMBLIES: Final = frozenset(("assembly", "parliament", "committee"))
_OF_THINGS: Final = words("participation_words", kind="done to things too")
_ASIDE: Final = words("participation_words", kind="aside of a visit")
_IT: Final = frozenset(("it", "them"))
_BEFORE_VERB: Final = AUXILIARIES | FILLERS | MODALS | BE
_CARRIES_OUT: Final = words("participation_words", kind="done by people")
_TALKS: Final = words("participation_words", kind="talks")


@cache
def _verbs() -> dict[str, tuple[tuple[str, Role, str], ...]]:
    """For each verb form: the form's name, the role, and a particle that must follow."""
    found: defaultdict[str, list[tuple[str, Role, str]]] = defaultdict(list)
    for row in read_table("organizing"):
        if row["form"] in ("verb", "verb of bodies"):
            verb, _, particle = row["phrase"].partition(" ")
            for form, text in inflected(verb, row["past"].partition(" ")[0]).items():
                found[text].append((form, Role(row["role"]), particle))
    return {text: tuple(forms) for text, forms in found.items()}


_VERBS: Final = frozenset(_verbs())
_OF_BODIES: Final = frozenset(
    form
    for row in read_table("organizing")
    if row["form"] == "verb of bodies"
    for form in inflected(row["phrase"], row["past"]).values()
)
WITH: Final = Phrases.of("organizing", "with")
WITH_EVENT: Final = Phrases.of("organizing", "with event")
OWN: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION))
PRONOUNS: Final = frozenset(("it", "this"))
_STANDING_FOR: Final = words("participation_words", kind="stands for an occasion")


def organizing_verbs(line: Line) -> Iterator[tuple[int, int, str, Role]]:
    """The verbs of organizing in a line: index, where they end, form and role."""
    for index in line.places(_VERBS):
        if line.items[index].what is not What.WORD:
            continue
        for form, role, particle in _verbs()[line.at(index)]:
            if not particle or line.at(index + 1) == particle:
                yield index, index + (2 if particle else 1), form, role
                break


def organized_by(scene: Scene) -> Tied:
    """As in "The seminar was organized by A, B and C", "a seminar hosted by A"."""
    line = scene.line
    for index, last, form, role in organizing_verbs(line):
        by = scene.agent_begin(last) if form == "past" or scene.is_passive(index) else None
        draft = scene.before(index) or of_it(scene, index) or _opened_with(scene, index)
        if by is None or draft is None or draft.kind is EventKind.ELECTION:
            continue
        if "followed" in line.lower[max(line.start, index - _FOLLOWS) : index]:
            continue
        if _is_for_it(scene, index, draft):
            continue
        if not scene.is_passive(index) and (
            _is_of_another(scene, index, draft)
            or _is_of_a_thing(scene, index, draft)
            or (draft.first.acts and draft.noun in NOT_MADE)
        ):
            continue
        if line.at(index) in _CARRIES_OUT and is_of_people(line, by):
            continue
        for at in mixed_list(line, by, whole=True)[0] or possessor(line, by) or governments(line, by, role):
            if not (line.is_person(at) and line.at(index) in _OF_BODIES):
                yield at, draft, role
        if line.at(by) in ("her", "his") and line.at(by + 1) == "office":
            before = [at for at in line.naming if at < by and line.is_person(at)]
            for at in before[-1:]:
                yield at, draft, role


def _opened_with(scene: Scene, index: int) -> Draft | None:
    """The occasion after a participle with which the sentence begins: "Hosted by A, a seminar was held"."""
    line = scene.line
    if index > line.start + 1 or line.at(line.start) not in (line.at(index), "jointly", "co-organized"):
        return None
    after = [p for p in scene.placed if not p[0].acts and p[0].first > index and p[1].noun != "day"]
    first = min(after, key=lambda p: p[0].first, default=None)
    if first is None and any(line.lower[at : at + 2] == (",", "it") for at in range(index, len(line.items))):
        return scene.it or scene.main
    return first[1] if first is not None and "," in line.lower[index : first[0].first] else None


def governments(line: Line, index: int, role: Role) -> tuple[int, ...]:
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
    if scene.line.at(index - 1) == "and":
        return False
    last = max((m.last for m, d in scene.placed if d is draft and m.first < index), default=index)
    return any(scene.line.is_person(at) for at in range(last, index))


def _is_for_it(scene: Scene, index: int, draft: Draft) -> bool:
    """As in "Money for the conference is given by": what is given is for the occasion."""
    line = scene.line
    before = (m for m, d in scene.placed if d is draft and m.first < index)
    return line.at(index) in _OF_THINGS and any(line.at(m.first - 1) == "for" for m in before)


def _is_of_a_thing(scene: Scene, index: int, draft: Draft) -> bool:
    """Whether a participle stands apart from the occasion, of a thing beside it ("with funds given by")."""
    line = scene.line
    if line.at(index) not in _OF_THINGS:
        return False
    before = [m for m, d in scene.placed if d is draft and m.first < index]
    mention = max(before, key=lambda m: m.head, default=None)
    if mention is None:
        return False
    first = mention.head + 1 if index < mention.last else mention.last
    return any(not _is_aside(line, at) for at in range(first, index))


def _is_aside(line: Line, index: int) -> bool:
    item = line.items[index]
    named = item.date is not None or (item.entity is not None and not item.acts)
    return named or line.at(index) in _ASIDE or line.at(index) in (",", "organized", "jointly", "together")


def of_it(scene: Scene, index: int) -> Draft | None:
    """The main occasion, where the sentence is about "it" or "the initiative"."""
    line, start = scene.line, scene.line.start
    told = line.at(start) in PRONOUNS or (line.at(start) == "the" and line.at(start + 1) in _STANDING_FOR)
    return scene.main if told and index - start < 8 else None


def organizes(scene: Scene) -> Tied:
    """As in "A organized a seminar", "A will hold a seminar", "a seminar that A hosted"."""
    line = scene.line
    for index, last, form, role in organizing_verbs(line):
        dated = index + 2 < len(line.items) and line.items[index + 2].date is not None
        if line.at(index + 1) in ("for", "on", "upon", "off") and not dated:
            continue
        if not scene.is_finite(index, form) or (form == "past" and scene.agent_begin(last) is not None):
            continue
        subject = before_insertion(scene, index) or _listed_subject(scene, index)
        subject = subject or scene.subject_of(index) or _unit_before(line, index)
        if line.at(index) in _BEGINNING or line.at(index) in _OF_BODIES:
            subject = tuple(at for at in subject if not line.is_person(at))
        if not subject:
            continue
        draft = scene.object_of(index)
        if draft is None and line.at(index) not in _OF_BODIES:
            draft = before_relative(scene, subject[0])
        if draft is not None and line.at(index + 1) == "its" and draft.kind is EventKind.MEETING:
            subject = tuple(at for at in subject if not _is_body(line, at))
        if draft is None and line.at(index + 1) in _IT:
            draft = scene.it or scene.fresh or scene.main
        if draft is None or draft.kind is EventKind.ELECTION or draft.noun in _TALKS:
            continue
        for at in subject:
            yield at, draft, role


def _listed_subject(scene: Scene, index: int) -> tuple[int, ...]:
    """The list with which the sentence begins and that ends before the verb: "A, members of B and C"."""
    line = scene.line
    if not (line.is_party(line.start) or line.is_party(line.start + 1)):
        return ()
    named, end = mixed_list(line, line.start, whole=True)
    if named and "and" in (line.at(end - 1), line.at(end)):
        last, end = party_list(line, end + (line.at(end) == "and"))
        named = (*named, *last)
    while end < index and (line.at(end) in _BEFORE_VERB or line.at(end).endswith("ly")):
        end += 1
    return named if end == index and len(named) > 1 else ()


def _is_body(line: Line, index: int) -> bool:
    """Whether a name means a body of the OSCE, or one that is made of its meetings: an assembly."""
    entity = line.items[index].entity
    own = entity is not None and entity.kind is EntityKind.BODY
    return own or line.items[index].lower.rpartition(" ")[2] in _ASSEMBLIES


def _unit_before(line: Line, index: int) -> tuple[int, ...]:
    """The body whose unit without a known name is the subject: "the Mission's Department for Roads held"."""
    at = index - 1
    while at > line.start and index - at < _UNIT_LONGEST:
        if line.at(at) in ("'s", "’s"):
            return possessor(line, at - 1)
        if line.items[at].acts or line.at(at) in (",", ";", ":"):
            return ()
        at -= 1
    return ()


def before_insertion(scene: Scene, index: int) -> tuple[int, ...]:
    """The subject before "in partnership with" others, which stands between it and the verb."""
    line = scene.line
    for begin, _, _ in sorted(WITH.places(line) + WITH_EVENT.places(line)):
        before = begin - 1 - (line.at(begin - 1) == ",")
        if line.at(before) == ")" and line.at(before - 2) == "(":
            before -= 3
        before = _past_its_country(line, before)
        between = line.lower[begin:index]
        if begin < index and line.is_party(before) and not _PARTING.intersection(between):
            return preceding_list(line, before)
    return ()


def _past_its_country(line: Line, index: int) -> int:
    """Before the country in which a body is said to be: "the Centre, <<Malta>>, together with"."""
    entity = line.items[index].entity
    state = entity is not None and entity.kind is EntityKind.STATE
    apart = state and line.at(index - 1) == "," and index - 2 >= line.start
    return index - 2 if apart and line.items[index - 2].acts else index


def before_relative(scene: Scene, subject: int) -> Draft | None:
    """The occasion before "which", of which the subject is said to organize it."""
    line = scene.line
    at = subject - 1
    while at > line.start and (line.at(at) in ("the", "a", "both", "also", "its") or _is_demonym(line, at)):
        at -= 1
    if line.at(at) not in ("which", "that"):
        return None
    before = [p for p in scene.placed if p[0].head < at and p[1].noun != "day" and not p[0].acts]
    nearest = nearest_mention(line, at, before)
    return nearest[1] if nearest is not None else None


def _is_demonym(line: Line, index: int) -> bool:
    mention = line.items[index].mention
    return mention is not None and mention.demonym


def said_to_be_organized(word: str) -> bool:
    """Whether a word is the participle by which an occasion is said to be organized.

    >>> said_to_be_organized("held"), said_to_be_organized("funded")
    (True, False)
    """
    return any(form == "past" and role not in HELPING for form, role, _ in _verbs().get(word, ()))


RULES: Final[tuple[TieRule, ...]] = (
    TieRule(
        "organized by",
        0.9,
        "A seminar on wells was held in <Linden> today. It was organized by the {Water Union}.",
        "A seminar on wells was held in <Linden> today. The wells were dug by the {Water Union}.",
        organized_by,
        triggers=_VERBS,
        pronouns=PRONOUNS | _STANDING_FOR,
    ),
    TieRule(
        "organizes",
        0.85,
        "The {Water Union} held a seminar on wells in <Linden> today.",
        "The {Water Union} left a seminar on wells in <Linden> today.",
        organizes,
        triggers=_VERBS,
        pronouns=PRONOUNS,
    ),
)
