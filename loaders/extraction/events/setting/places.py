"""Where occasions take place: which place of a sentence is said of them, not of something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from .....ontology.facts import Entity, EntityKind, EventKind
from ...clauses.line import Line, What
from ...clauses.words import BE, FILLERS, MODALS
from ...model import Part
from ...tables import words
from ..draft import Draft
from ..phrases import EventMention
from ..spoken import phase_words
from .days_before import begins_there
from .fixed_days import subject_of_verb
from .places_of_verbs import place_of_verb
from .scope import is_apart, is_background
from .times import Placed, nearest_mention, placed_by_line, subject_before, within_reach
from .times_told import joined

if TYPE_CHECKING:
    from .....ontology.reference import Reference

__all__ = ["attach_places"]

_FARTHEST: Final = 11.0
_FARTHEST_OF_VERB: Final = 25.0
_SUREST, _SURE, _UNSURE = 2, 1, 0
_TAKES_PLACE: Final = words("event_words", kind="takes place")
_BEGUN: Final = words("event_words", kind="begun or ended")
_PLACING: Final = _TAKES_PLACE | _BEGUN
_WHOLE_PLACES: Final = frozenset((EntityKind.PLACE, EntityKind.STATE))
_TOWNS: Final = words("event_words", kind="kind of town")
_DRAWS: Final = words("event_words", kind="draws people")
_COMES_REACH: Final = 5
_COMES: Final = frozenset(("come", "came", "travelled", "invited"))
_IS_HOST: Final = words("event_words", kind="is host")
_HOST_REACH: Final = 6
_THERE: Final = frozenset(("there",))
_EXISTS: Final = BE | MODALS | {"has", "have", "had"}
_NOT_THERE: Final = frozenset(
    (EventKind.VISIT, EventKind.ELECTION, EventKind.STATEMENT, EventKind.PUBLICATION)
)
_PREPOSITIONS: Final = frozenset(("in", "at", "near", "outside"))
_LEADING: Final = _PREPOSITIONS | {"to"}
_BEGINS, _ENDS = phase_words()
_HAPPENS: Final = (
    _BEGINS
    | _ENDS
    | BE
    | FILLERS
    | words("event_words", kind="happens")
    | words("event_words", kind="participle")
    | {"place", "today", "yesterday", "tomorrow", ",", ")", "both"}
)
_VENUE_REACH: Final = 7
_SAME: Final = frozenset(("same",))
_WHERE: Final = frozenset(("where",))
_WHERE_REACH: Final = 7
_HOLDS: Final = words("event_words", kind="holds")
_LEADS_THERE: Final = frozenset((EventKind.VISIT, EventKind.ELECTION))
_JOURNEYS: Final = frozenset(("visit", "trip", "tour", "journey"))
_TAKES: Final = frozenset(("took", "takes", "taking", "take", "led", "leads"))


def attach_places(found: Sequence[Line], drafts: Sequence[Draft], reference: Reference) -> None:
    """Gives each place to the occasion of which it is said.

    It is one that follows the phrase of the occasion, or what happens ("was held", a day, a venue), after
    "in", "at" or "near", surest after "takes place" and "held". One that follows another noun ("for judges
    in Asp") counts only where there is no other, and if it is a town. Places of the body go before those of
    the title.
    """
    for draft in drafts:
        for mention in draft.mentions:
            if mention.to is not None and draft.place is None and mention.kind in _LEADS_THERE:
                draft.place = _entity_place(found[mention.line], mention.to)
    by_line = placed_by_line(drafts)
    for number, placed in by_line.items():
        _attach_where(found[number], placed)
    title_last = sorted(enumerate(found), key=lambda one: one[1].sentence.part is Part.TITLE)
    telling = [(line, by_line[number]) for number, line in title_last if number in by_line]
    telling = [
        (line, placed)
        for line, placed in telling
        if line.sentence.part is not Part.CAPTION and line.once(_places)
    ]
    for sure in (_SUREST, _SURE, _UNSURE):
        for line, placed in telling:
            _attach(line, placed, reference, sure)
    for number, placed in by_line.items():
        _attach_scene(found[number], placed, reference)
        _attach_there(found, number, placed, reference)
        _attach_before(found, number, placed, by_line, reference)
        _attach_same(found[number], placed, drafts)
        for draft, other in joined(found[number], placed):
            draft.place = draft.place or other.place
        for mention, draft in placed:
            if draft.whole is not None and draft.place is None:
                draft.place = draft.whole.place
            if mention.noun == "hearing" and draft.place is None:
                draft.place = _hears_at(found[number], mention, reference)
            if draft.place is None and draft.first is mention:
                draft.place = place_of_verb(found, number, mention)
            if mention.kind is EventKind.ELECTION and draft.place is None:
                draft.place = _who_votes(found[number], mention)


def _attach(line: Line, placed: Sequence[Placed], reference: Reference, sure: int) -> None:
    if sure == _SUREST and not line.has_any(_PLACING):
        return
    farthest = _FARTHEST_OF_VERB if sure == _SUREST else _FARTHEST
    for index, preposition, place in line.once(_places):
        if sure == _SUREST and not (
            line.at(preposition - 1) in _TAKES_PLACE | _BEGUN or _follows_its_day(line, preposition)
        ):
            continue
        outside = [
            p
            for p in within_reach(index, placed, farthest)
            if not (p[0].acts and p[0].first <= index < p[0].last and preposition != p[0].head + 1)
            and not is_apart(line, p[0], index)
            and (p[1].kind is not EventKind.STATEMENT or _is_issued_at(p[0], preposition))
            and not (sure == _SUREST and is_background(line, p[0]))
        ]
        nearest = subject_of_verb(line, preposition, placed) if sure != _UNSURE else None
        nearest = nearest or nearest_mention(line, index, outside, farthest)
        if nearest is None and sure == _SUREST:
            nearest = subject_before(line, preposition - 1, placed)
        if nearest is None or nearest[1].place is not None or nearest[1].noun == "day":
            continue
        wide = _is_wide(place, reference)
        if sure != _SUREST and _is_seat(line, preposition, nearest[0]):
            continue
        if _is_said_of(line, preposition, placed, wide=wide) if sure != _UNSURE else not wide:
            nearest[1].place = place


def _attach_before(
    found: Sequence[Line],
    number: int,
    placed: Sequence[Placed],
    by_line: Mapping[int, Sequence[Placed]],
    reference: Reference,
) -> None:
    """As in "From 3 to 5 May, judges met in Asp. The seminar was organized by": where those there were."""
    for mention, draft in placed:
        if draft.place is not None or not begins_there(found, number, mention, draft, by_line):
            continue
        towns = [place for _, _, place in found[number - 1].once(_places) if not _is_wide(place, reference)]
        draft.place = towns[0] if len(towns) == 1 else None


def _attach_scene(line: Line, placed: Sequence[Placed], reference: Reference) -> None:
    """As in "In Asp, on Tuesday, farmers agreed at a ceremony": the town with which a sentence begins."""
    town = line.start + 1
    place = (
        _entity_place(line, town) if line.at(line.start) in _PREPOSITIONS and town < len(line.items) else None
    )
    after = line.items[town + 1] if town + 1 < len(line.items) else None
    if place is None or after is None or not (after.lower == "," or after.date) or _is_wide(place, reference):
        return
    for mention, draft in placed:
        if draft.place is None and draft.first is mention and draft.kind not in _NOT_THERE:
            draft.place = place


def _attach_there(found: Sequence[Line], number: int, placed: Sequence[Placed], reference: Reference) -> None:
    """As in "The mayor of Asp came, and a seminar was held there": the town named last."""
    line = found[number]
    for at in line.places(_THERE):
        without = [p for p in placed if p[1].place is None and p[1].kind not in _NOT_THERE]
        if at == line.start or line.at(at + 1) in _EXISTS or not without:
            continue
        nearest = nearest_mention(line, at, without, _FARTHEST)
        lines = ((line, at), *((b, len(b.items)) for b in found[max(0, number - 1) : number]))
        towns = (_entity_place(b, i) for b, end in lines for i in reversed(b.naming) if b.start <= i < end)
        town = next((t for t in towns if t is not None and not _is_wide(t, reference)), None)
        if nearest is not None and town is not None:
            nearest[1].place = town


def _follows_its_day(line: Line, preposition: int) -> bool:
    """Whether a place stands behind the day on which something began ("began on 5 May in Linden")."""
    before = preposition - 1
    dated = before > line.start and line.items[before].date is not None
    return dated and not _PLACING.isdisjoint(line.lower[max(line.start, before - 2) : before])


def _attach_where(line: Line, placed: Sequence[Placed]) -> None:
    """As in "was in Linden last week, where a seminar was held": the place before "where"."""
    for where in line.places(_WHERE):
        before = range(where - 1, max(line.start - 1, where - _WHERE_REACH), -1)
        place = next((p for at in before if (p := _entity_place(line, at)) is not None), None)
        following = [p for p in placed if p[0].first > where and not is_apart(line, p[0], where)]
        nearest = min(following, key=lambda p: p[0].first, default=None)
        if place is None or nearest is None:
            continue
        mention, draft = nearest
        if draft.place is None and draft.first is mention and draft.kind is not EventKind.VISIT:
            draft.place = place


def _who_votes(line: Line, mention: EventMention) -> Entity | None:
    """The State that holds an election ("Latvia holds its election", "the election that Latvia holds")."""
    before, after = mention.first - 1, mention.last + 1
    if line.at(before) in _HOLDS and before > line.start:
        return _entity_place(line, before - 1 - (line.at(before - 1) == "will"))
    if line.at(after - 1) in ("that", "which") and not _HOLDS.isdisjoint(line.lower[after + 1 : after + 3]):
        return _entity_place(line, after)
    return None


def _attach_same(line: Line, placed: Sequence[Placed], drafts: Sequence[Draft]) -> None:
    """As in "the first was held in the same town": where the occasion is of which the text spoke before."""
    for same in line.places(_SAME):
        if line.at(same + 1) not in _TOWNS or line.at(same - 2) not in _PREPOSITIONS:
            continue
        nearest = nearest_mention(line, same, [p for p in placed if p[0].head < same])
        if nearest is None or nearest[1].place is not None:
            continue
        told = (d.place for d in reversed(drafts) if d is not nearest[1] and d.first.line <= nearest[0].line)
        nearest[1].place = next((place for place in told if place is not None), None)


def _is_wide(place: Entity, reference: Reference) -> bool:
    """Whether it is a State or territory, in which more than one occasion finds place."""
    if place.kind is EntityKind.STATE:
        return True
    known = reference.of(place)
    return known is not None and known.row.get("kind", "").split()[0] not in _TOWNS


def _is_said_of(line: Line, preposition: int, placed: Sequence[Placed], *, wide: bool) -> bool:
    """Whether a place follows an occasion or what happens, not another noun ("the situation in")."""
    before = preposition - 1
    if before < line.start:
        return True
    item = line.items[before]
    if item.date is not None or item.lower in _HAPPENS or (item.acts and not wide):
        return True
    if any(m.first <= before < m.last and (not wide or before == m.head or m.acts) for m, _ in placed):
        return True
    if item.what is What.WORD and item.lower.endswith(("ed", "ing")):
        return True
    for at in range(before, max(line.start, before - _VENUE_REACH), -1):
        if line.at(at) in _PREPOSITIONS:
            return _is_said_of(line, at, placed, wide=wide)
        if line.items[at].what is What.WORD and not line.at(at).replace("-", "").isalpha():
            return False
    return False


def _is_seat(line: Line, preposition: int, mention: EventMention) -> bool:
    """As in "Organized by the Dam Office in Asp, a seminar": where a body is that is named before it."""
    before = preposition - 1
    return preposition < mention.first and before >= line.start and line.is_party(before)


def _is_issued_at(mention: EventMention, preposition: int) -> bool:
    """Whether a place follows the verb of a statement ("a statement issued in Linden"), or itself."""
    return preposition == mention.last or (mention.acts and preposition == mention.head + 1)


def _is_taken(line: Line, preposition: int) -> bool:
    """As in "the journey took her to Asp"."""
    near = range(max(line.start + 1, preposition - _WHERE_REACH), preposition)
    taking = next((at for at in near if line.at(at) in _TAKES), None)
    journey = taking is not None and not _JOURNEYS.isdisjoint(
        line.lower[max(0, taking - _WHERE_REACH) : taking]
    )
    return journey and line.at(preposition) == "to"


def _hears_at(line: Line, mention: EventMention, reference: Reference) -> Entity | None:
    """Where a body of the OSCE that hears somebody has its seat: it meets nowhere else."""
    for item in line.items[mention.first : mention.last]:
        known = reference.of(item.entity) if item.entity is not None else None
        if known is not None and known.row.get("kind") == "decision-making body" and known.row.get("seat"):
            return Entity(EntityKind.PLACE, known.row["seat"])
    return None


def _entity_place(line: Line, index: int) -> Entity | None:
    entity = line.items[index].entity
    return entity if entity is not None and entity.kind in _WHOLE_PLACES else None


def _places(line: Line) -> list[tuple[int, int, Entity]]:
    """The places to which a preposition leads: their item, that of the preposition, and the place."""
    found: list[tuple[int, int, Entity]] = []
    for index in line.longer:
        item = line.items[index]
        if item.mention is None or item.mention.demonym or item.mention.entity.kind not in _WHOLE_PLACES:
            continue
        if index < line.start:
            continue
        before = index - 1
        while before > line.start and index - before < 6 and line.at(before) not in _LEADING:
            if line.items[before].what is not What.WORD or not line.at(before).replace("-", "").isalpha():
                break
            before -= 1
        if not _IS_HOST.isdisjoint(line.lower[index + 1 : index + _HOST_REACH]):
            found.append((index, before, item.mention.entity))
            continue
        here = line.at(before)
        close = index - before
        sent = here == "to" and line.at(before - 1) == "mission" and line.at(before - 2) == "assessment"
        sent = sent or (
            line.at(before - 1) in _COMES and "for" in line.lower[line.start : index + _COMES_REACH]
        )
        drawn = (
            sent
            or _is_taken(line, before)
            or (here == "to" and any(w in _DRAWS for w in line.lower[max(0, before - 6) : before]))
        )
        if (drawn or here in _PREPOSITIONS) and (close <= 2 or line.at(index - 1) == "of"):
            found.append((index, before, item.mention.entity))
    return found
