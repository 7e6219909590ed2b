"""Who organizes, hosts or supports the occasions of a release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from .....ontology.facts import EntityKind, Role
from ...clauses.line import Line, chooser, party_list, preceding_list
from ...clauses.lists import mixed_list
from ...clauses.words import AUXILIARIES, BE, DETERMINERS, FILLERS
from ...model import Part
from ...tables import words
from ..draft import Draft
from ..setting.times import Placed, placed_by_line
from ..ties import Phrases, Scene, Tie, Tied, TieRule, fresh_in, is_origin, ties_of, told_before
from .doing import RULES as DOING_RULES
from .doing import TAUGHT, completes, launches, teaches_at
from .named import ORGANIZERS, named_organizers, office_of, possessor, two_before
from .named import RULES as NAMED_RULES
from .told import RULES as TOLD_RULES
from .verbs import (
    HELPING,
    NOT_MADE,
    OWN,
    WITH,
    WITH_EVENT,
    governments,
    of_it,
    organized_by,
    organizes,
    organizing_verbs,
    said_to_be_organized,
)
from .verbs import (
    RULES as VERB_RULES,
)
from .whole import of_the_osce, trains_by_title, without_lesser

__all__ = ["HELPING", "IN_ITS_NAME", "RULES", "find_organizers"]

IN_ITS_NAME: Final = "in its name"
_SO_MANY: Final = "so many named before"

_BEFORE_PREDICATE: Final = AUXILIARIES | FILLERS
_PASSIVE_REACH: Final = 12
_ASIDE: Final = words("participation_words", kind="aside of a visit")
_HELPED: Final = ("supported", "funded", "sponsored", "financed", "backed")
_MAKING: Final = words("participation_words", kind="made with help")
_PREDICATES: Final = Phrases.of("organizing", "predicate")
_TWO: Final = frozenset(("two", "both", "three", "four"))
_SAME_REACH: Final = 5
_PREDICATE_REACH: Final = 6
_OF_WHICH_REACH: Final = 24
_SERVING: Final = words("participation_words", kind="serves as")
_BEFORE_ORGANIZERS: Final = DETERMINERS | words("participation_words", kind="before organizers")
_THEY: Final = frozenset(("they", "she", "he", "it", "invitation", "initiative"))
_THEY_REACH: Final = 5
_SOON: Final = 3


def together_with(scene: Scene) -> Tied:
    """As in "... organized by A together with B", "was organized in co-operation with B"."""
    line = scene.line
    found = WITH.places(line)
    if not found:
        return
    told = (organized_by, organizes, launches, is_the_organizer, completes, teaches_at, named_organizers)
    own = [found for rule in told for found in scene.once(rule)]
    organizing = [(at, draft) for at, draft, role in own if role not in HELPING]
    for index, last, role in found:
        draft = _nearest_of(organizing, index) or _of_passive(scene, index)
        if draft is not None:
            for at in mixed_list(line, last, whole=True)[0] or office_of(line, last) or possessor(line, last):
                yield at, draft, role


def _nearest_of(organizing: Sequence[tuple[int, Draft]], index: int) -> Draft | None:
    return min(organizing, key=lambda one: abs(one[0] - index))[1] if organizing else None


def _of_passive(scene: Scene, index: int) -> Draft | None:
    """The occasion of a passive verb just before ("was organized together with")."""
    line = scene.line
    for at in range(index - 1, max(line.start, index - _PASSIVE_REACH), -1):
        if said_to_be_organized(line.at(at)):
            return scene.before(at)
        item = line.items[at]
        aside = item.date is not None or (item.entity is not None and not item.acts)
        if not aside and line.at(at) not in _ASIDE and not line.at(at).endswith("ly"):
            return None
    return None


def in_its_name(scene: Scene) -> Tied:
    """As in "a Mission training course", "opened its course": the body that the phrase names or points to."""
    line = scene.line
    for mention, draft in scene.placed:
        if mention.acts or draft.kind not in TAUGHT:
            continue
        if line.at(mention.first) == "its" or line.at(mention.first - 1) == "its":
            owners = [at for at in line.naming if line.start <= at < mention.first and line.items[at].acts]
            entity = line.items[owners[0]].entity if owners else None
            if entity is not None and entity.kind in OWN and entity.id != "osce":
                yield owners[0], draft, Role.ORGANIZER
        for at in range(mention.first, mention.head):
            entity = line.items[at].entity
            known = entity is not None and (entity.kind in OWN or _owns(line, at))
            own = known and entity is not None and entity.id != "osce" and line.items[at].acts
            offset = line.sentence.span.begin
            before_noun = slice(line.items[at].end - offset, line.items[mention.head].begin - offset)
            if own and not any(word in line.sentence.text[before_noun] for word in _HELPED):
                yield at, draft, Role.ORGANIZER


def _owns(line: Line, index: int) -> bool:
    """Whether the occasion is said to be that of an organization: "the [Water Union]'s seminar"."""
    entity = line.items[index].entity
    organization = entity is not None and entity.kind is EntityKind.ORGANIZATION
    return organization and line.at(index + 1) in ("'s", "’s")


def invited_or_supported_by(scene: Scene) -> Tied:
    """As in "At the invitation of A", "under the aegis of A", "with the support of A"."""
    line = scene.line
    found = WITH_EVENT.places(line)
    if not found:
        return
    told = (organized_by, organizes, launches)
    own = [(at, draft) for rule in told for at, draft, _ in scene.once(rule)]
    for index, last, role in found:
        draft = _told_first(scene, index) or _nearest_of(own, index) or scene.before(index)
        draft = draft or of_it(scene, index) or _first(scene)
        if draft is not None and not (role in HELPING and _is_of_a_made_thing(scene, index)):
            for at in party_list(line, last)[0] or governments(line, last, role):
                yield at, draft, role


def _told_first(scene: Scene, index: int) -> Draft | None:
    """The subject of the clause before, for which "it" stands: "A launch preceded it; it was the work of"."""
    if scene.line.at(index - 1) != "it" or scene.line.at(index - 2) != ";":
        return None
    before = [p for p in scene.placed if not p[0].acts and p[0].head < index]
    first = min(before, key=lambda p: p[0].head, default=None)
    return first[1] if first is not None else None


def _is_of_a_made_thing(scene: Scene, index: int) -> bool:
    """Whether a thing was made with the help: "a manual published with the support of A was presented"."""
    line = scene.line
    at = index - 1
    while at > line.start and (line.at(at) in FILLERS or line.at(at).endswith("ly")):
        at -= 1
    if line.at(at) not in _MAKING or scene.is_passive(at):
        return False
    ends = [mention.last for mention, _ in scene.placed if not mention.acts and mention.first < at]
    end = max(ends, default=line.start)
    return end < at - 1 or not ends


def _first(scene: Scene) -> Draft | None:
    """The main occasion, where the line is the first or the last before that speaks of it.

    Also a line soon after, which goes on about those who came: "They were there at the invitation of A".
    """
    main, line = scene.main, scene.line
    if main is None or scene.placed:
        return main if main is not None and scene.number in (main.first.line - 1, main.first.line) else None
    goes_on = not _THEY.isdisjoint(line.lower[line.start : line.start + _THEY_REACH])
    soon = main.first.line - 1 <= scene.number <= main.first.line + _SOON * goes_on
    return main if soon else None


def is_the_organizer(scene: Scene) -> Tied:
    """As in "The Municipality was its host", "for which A and B had joined forces"."""
    line = scene.line
    for index, role in (*((i, r) for i, _, r in _PREDICATES.places(line)), *_called_organizers(line)):
        at = index - 1
        while at > line.start and line.at(at) in _BEFORE_PREDICATE:
            at -= 1
        if not line.is_party(at):
            continue
        draft = _of_which(scene, at) or scene.before(at) or scene.object_of(index) or scene.main
        for one in preceding_list(line, at) if draft is not None and not scene.is_negated(index) else ():
            if draft is not None and not is_origin(line, one):
                yield one, draft, role


def _called_organizers(line: Line) -> Iterator[tuple[int, Role]]:
    """Where a verb is that calls its subject so: "[are] the joint organizers", "[acted] as a host"."""
    for index in line.places(ORGANIZERS):
        at = index - 1
        while at > max(line.start, index - _PREDICATE_REACH) and line.at(at) in _BEFORE_ORGANIZERS:
            at -= 1
        if line.at(at) in BE or (line.at(at) in _SERVING and line.at(at + 1) == "as"):
            yield at, Role.HOST if "host" in line.at(index) else Role.ORGANIZER


def _of_which(scene: Scene, index: int) -> Draft | None:
    """The occasion before "of which", whose organizers are named behind it."""
    line = scene.line
    for at in range(index, max(line.start, index - _OF_WHICH_REACH), -1):
        if line.lower[at : at + 2] == ("of", "which"):
            return scene.before(at)
    return None


RULES: Final[tuple[TieRule, ...]] = (
    *VERB_RULES,
    *DOING_RULES,
    TieRule(
        IN_ITS_NAME,
        0.82,
        "An {OSCE Mission to Skopje} training course on wells ended in <Linden> today.",
        "A {Water Union} training course on wells ended in <Linden> today.",
        in_its_name,
        pronouns=frozenset(),
    ),
    TieRule(
        "together with",
        0.85,
        "A seminar on wells, organized by the {Water Union} together with the {Bread Union}, ended today.",
        "A seminar on wells was opened by the {Water Union} together with the {Bread Union} today.",
        together_with,
        triggers=WITH.words,
    ),
    TieRule(
        "invited or supported by",
        0.85,
        "A study visit to <Linden> took place today at the invitation of the {Water Union}.",
        "A study visit to <Linden> took place today in the house of the {Water Union}.",
        invited_or_supported_by,
        triggers=WITH_EVENT.words,
    ),
    TieRule(
        "is the organizer",
        0.8,
        "A seminar on wells was held in <Linden> today; the {Water Union} was its host.",
        "A seminar on wells was held in <Linden> today; the {Water Union} was its subject.",
        is_the_organizer,
        triggers=_PREDICATES.words | ORGANIZERS,
    ),
    *NAMED_RULES,
    *TOLD_RULES,
)

_rules_for: Final = chooser(RULES)


def find_organizers(found: Sequence[Line], drafts: Sequence[Draft], main: Draft | None) -> Iterator[Tie]:
    """The organizers, hosts and supporters that the lines of the body name, each with its occasion.

    The title tells of those of whom the body says nothing.
    """
    by_line = placed_by_line(drafts)
    ties = list(_in_body(found, drafts, by_line, main))
    yield from without_lesser(found, ties)
    told = {id(tie.draft) for tie in ties}
    for number, line in enumerate(found):
        placed = by_line.get(number, ())
        scene = Scene(line, number, placed, main)
        if line.sentence.part is Part.TITLE and any(id(draft) not in told for _, draft in placed):
            yield from _in_title(found, scene, told)
        elif line.sentence.part is Part.TITLE and main is not None and id(main) not in told:
            yield from trains_by_title(scene, main)
    yield from of_the_osce(found, by_line, told)


def _in_body(
    found: Sequence[Line],
    drafts: Sequence[Draft],
    by_line: Mapping[int, Sequence[Placed]],
    main: Draft | None,
) -> Iterator[Tie]:
    for number, line in enumerate(found):
        if line.sentence.part is Part.BODY and not line.is_contact:
            placed = by_line.get(number, ())
            about = _what_was_taught(found, drafts, number, main)
            fresh = fresh_in(found, by_line, number)
            scene = Scene(line, number, placed, about, fresh, told_before(by_line, number))
            yield from _its_own(found, number, scene)
            yield from ties_of(scene, _rules_for(line), as_organization=True)
            yield from _pairs(found, number, scene, _occasions_before(found, drafts, number))


def _what_was_taught(
    found: Sequence[Line], drafts: Sequence[Draft], number: int, main: Draft | None
) -> Draft | None:
    """The course of the same paragraph where the main occasion is the award at its end, else the main one."""
    if main is None or main.noun not in NOT_MADE:
        return main
    paragraph = found[number].sentence.paragraph
    taught = [
        draft
        for draft in drafts
        if draft.kind in TAUGHT and draft.first.line < number
        if found[draft.first.line].sentence.paragraph == paragraph
    ]
    return max(taught, key=lambda draft: draft.first.line, default=main)


def _its_own(found: Sequence[Line], number: int, scene: Scene) -> Iterator[Tie]:
    """As in "They attended its course": that of the one body that the sentence before is about."""
    line, earlier = scene.line, found[number - 1] if number else None
    if earlier is None or "its" not in line.words:
        return
    for mention, draft in scene.placed:
        its = "its" in (line.at(mention.first), line.at(mention.first - 1))
        if (
            mention.acts
            or draft.kind not in TAUGHT
            or not its
            or any(at < mention.first for at in line.naming)
        ):
            continue
        owners = [at for at in earlier.naming if _is_own(earlier, at)]
        entity = earlier.items[owners[0]].entity if len(owners) == 1 else None
        if entity is not None:
            yield Tie(draft, entity, Role.ORGANIZER, number - 1, owners[0], IN_ITS_NAME, 0.8)


def _is_own(line: Line, index: int) -> bool:
    entity = line.items[index].entity
    return entity is not None and entity.kind in OWN and entity.id != "osce" and line.items[index].acts


def _occasions_before(found: Sequence[Line], drafts: Sequence[Draft], number: int) -> Sequence[Draft]:
    """The occasions that the two sentences before a line speak of, where it begins with "both"."""
    if found[number].at(found[number].start) != "both":
        return ()
    lines = (number - 2, number - 1)
    return [draft for draft in drafts if any(mention.line in lines for mention in draft.mentions)]


def _same_before(line: Line, index: int) -> int | None:
    """Where the subject "the same three" of an active verb begins, behind "which"."""
    for at in range(index - 1, max(line.start, index - _SAME_REACH), -1):
        if line.at(at) == "same":
            return at - 1 if line.at(at - 1) == "the" and line.at(at - 2) in ("which", "that") else None
        if line.items[at].acts or line.at(at) == ",":
            return None
    return None


def _of_both(scene: Scene, by: int, role: Role, occasions: Sequence[Draft]) -> Iterator[Tie]:
    """As in "Both were organized by A": of the two occasions that the sentences before have brought in."""
    if len(occasions) == 2:
        for at in mixed_list(scene.line, by, whole=True)[0]:
            entity = scene.line.items[at].entity
            if entity is not None and not scene.line.is_person(at):
                yield from (Tie(draft, entity, role, scene.number, at, _SO_MANY, 0.8) for draft in occasions)


def _pairs(found: Sequence[Line], number: int, scene: Scene, occasions: Sequence[Draft]) -> Iterator[Tie]:
    """As in "organized by the two Ministries", which the sentences before name."""
    line = scene.line
    if not line.has_any(_TWO):
        return
    for index, last, form, role in organizing_verbs(line):
        by = scene.agent_begin(last) if form == "past" or scene.is_passive(index) else None
        if by is not None and line.at(line.start) == "both":
            yield from _of_both(scene, by, role, occasions)
        same = _same_before(line, index) if by is None else None
        if same is not None and role not in HELPING:
            by = same
        draft = scene.before(index) or of_it(scene, index)
        if draft is not None and by is not None:
            yield from _two_of(found, number, by, draft, role)
    for index, last, role in WITH_EVENT.places(line):
        draft = scene.before(index) or of_it(scene, index) or _first(scene)
        if draft is not None:
            yield from _two_of(found, number, last, draft, role)
        also = last + 2 + (line.at(last) == "the")
        if draft is not None and line.at(also) == "and" and any(two_before(found, number, last)):
            for at in party_list(line, also + 1)[0]:
                entity = line.items[at].entity
                if entity is not None:
                    yield Tie(draft, entity, role, number, at, _SO_MANY, 0.8)


def _two_of(found: Sequence[Line], number: int, index: int, draft: Draft, role: Role) -> Iterator[Tie]:
    for there, item in two_before(found, number, index):
        entity = found[there].items[item].entity
        if entity is not None:
            yield Tie(draft, entity, role, there, item, _SO_MANY, 0.8)


def _in_title(found: Sequence[Line], scene: Scene, told: Set[int]) -> Iterator[Tie]:
    """Who organizes by the title alone; not the whole organization, which there stands for its parts."""
    rules = [rule for rule in RULES if rule.apply in (organized_by, organizes, together_with)]
    for tie in ties_of(scene, rules, as_organization=True):
        helped = any(word in found[tie.draft.first.line].sentence.text for word in _HELPED)
        if id(tie.draft) not in told and tie.role not in HELPING and not (tie.entity.id == "osce" and helped):
            yield replace(tie, rule="organizes by the title", confidence=0.8)
