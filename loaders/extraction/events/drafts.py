"""Which phrases of a release speak of one occasion: those that name it and those that refer back to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from ....ontology.facts import EventKind
from ..clauses.line import Line
from ..clauses.words import BE, MODALS
from ..model import Part
from ..tables import read_table, words
from .draft import Draft
from .phrases import EventMention, numbers_in
from .setting.dated import is_day
from .setting.scope import is_background, is_learned, is_owed, is_told_as_false
from .spoken import mentions_in
from .titled import name_by_title
from .verbs.appointments import TAKING_UP

__all__ = ["draft_events"]

_HYPERNYMS: Final = {
    r["noun"]: frozenset(EventKind(k) for k in r["kinds"].split("|")) for r in read_table("event_hypernyms")
}
_DEMONSTRATIVES: Final = words("determiners", kind="demonstrative")
_CANCELLED: Final = words("event_words", kind="cancelled")
_TELLING: Final = words("event_words", kind="tells one from another")
_FIRST: Final = frozenset(("first",))
_NOT_HELD: Final = (
    ("called", "off"),
    ("put", "off"),
    ("not", "take", "place"),
    ("not", "be", "held"),
)
_CHANGES: Final = _CANCELLED | {"under", "undecided", *(phrase[0] for phrase in _NOT_HELD)}
_STILL_OPEN: Final = frozenset((("under", "discussion"), ("under", "consideration")))
_GENERAL: Final = frozenset(("meeting", "gathering"))
_SHARED: Final = 0.5
_LONGEST_MEMORY: Final = 100
_NOT_WHY: Final = frozenset(
    (EventKind.ELECTION, EventKind.CAMPAIGN, EventKind.MINISTERIAL_COUNCIL, EventKind.VISIT)
)
_TAKEN_PART_IN: Final = words("event_words", kind="tells of a gathering") | words("event_words", kind="holds")
_NOT_MET: Final = frozenset((EventKind.ELECTION, EventKind.CAMPAIGN, EventKind.MINISTERIAL_COUNCIL))
_FUTURE: Final = words("event_words", kind="to come")
_SOON: Final = 4
_PRAISING: Final = words("event_words", kind="praises")
_PROPOSES: Final = words("event_words", kind="proposes")
_MAY_BE: Final = words("event_words", kind="undecided")
_PARTS: Final = words("event_words", kind="part of an occasion")
_OF_GRADUATES: Final = frozenset(
    ("award", "graduation", "graduation ceremony", "graduation day", "award ceremony", "ceremony")
)
_TALKED_OF: Final = 2


def draft_events(found: Sequence[Line]) -> list[Draft]:
    """The occasions that the lines of a release speak of, in the order of the text, the title read last."""
    drafts: list[Draft] = []
    titles: list[EventMention] = []
    for number, line in enumerate(found):
        mentions = sorted(mentions_in(line, number, drafts), key=lambda m: (m.first, m.acts))
        spoken_of: dict[int, Draft] = {}
        for mention in mentions:
            if is_learned(line, mention):
                continue
            if line.sentence.part is Part.TITLE:
                titles.append(mention)
                continue
            if line.sentence.part is Part.CAPTION:
                draft = _join(mention, _by_words(mention, drafts[-_LONGEST_MEMORY:]))
            else:
                draft = _place(mention, line, drafts)
            if draft is not None:
                spoken_of[id(draft)] = draft
        _mark_status(line, number, tuple(spoken_of.values()))
    for draft in drafts:
        draft.aside = all(is_background(found[m.line], m) for m in draft.mentions)
        draft.undecided |= all(
            is_told_as_false(found[m.line], m) or is_owed(found[m.line], m) for m in draft.mentions
        )
    for mention in titles:
        if not _read_title(mention, drafts):
            name_by_title(found, mention, drafts)
    return drafts


def _compatible(mention: EventMention, draft: Draft) -> bool:
    if mention.noun == "it":
        return draft.noun != "day" and draft.kind is not EventKind.ELECTION
    if mention.kind is draft.kind and mention.noun not in _PARTS:
        return not (mention.noun == "day" or draft.noun == "day") or mention.words == draft.words
    wider = _HYPERNYMS.get(mention.noun) or _HYPERNYMS.get(mention.noun.split()[-1], frozenset())
    return draft.kind in wider


def _place(mention: EventMention, line: Line, drafts: list[Draft]) -> Draft | None:
    """Joins a mention to the occasion that it speaks of, or begins a new one, and returns that."""
    recent = drafts[-_LONGEST_MEMORY:]
    if line.words.isdisjoint(_FUTURE):
        recent = [d for d in recent if not d.to_come] or recent
    if mention.noun == "it":
        return _join(mention, _latest(mention, recent))
    named = _in_apposition(mention, line, recent)
    if named is not None:
        named.add(mention)
        named.kind, named.noun, named.entity = mention.kind, mention.noun, mention.entity
        return named
    if mention.noun == "forum" and not mention.is_named and mention.definite is not False:
        return _join(mention, next((d for d in reversed(recent) if "forum" in d.name().casefold()), None))
    if mention.noun == "opening" and not mention.words:
        return _join(mention, next((d for d in reversed(recent) if d.noun == "opening"), None))
    last = drafts[-1] if drafts else None
    if _is_held_again(mention, line, recent):
        mention = replace(mention, marker="another")
    met = next((d for d in reversed(recent) if d.kind is EventKind.MEETING and d.first.acts), None)
    if met is not None and _is_why_they_met(met, mention, line):
        met.kind, met.noun = mention.kind, mention.noun
        return _join(mention, met)
    if last is not None and mention.definite is False and _is_explained_by(last, mention):
        last.explain(mention)
        return last
    if mention.acts:
        recent = [d for d in recent if not _is_ahead_of(d, mention, line)]
    earlier = _antecedent(mention, line, [d for d in recent if d.first.plural or not mention.plural])
    if earlier is not None:
        if mention.acts and mention.noun in _OF_GRADUATES and not earlier.first.acts:
            mention = replace(mention, name=earlier.name(), words=frozenset())
        if line.at(mention.first) == "this" and mention.words and earlier.noun in _GENERAL:
            earlier.kind, earlier.noun = mention.kind, mention.noun
        return _join(mention, earlier)
    before = line.lower[max(line.start, mention.first - _SOON) : mention.head]
    proposed = any(w in _PROPOSES for w in before) or not _MAY_BE.isdisjoint(before)
    made = Draft(mention.kind, mention.noun, [mention], mention.entity, undecided=proposed)
    made.to_come = mention.marker in _TELLING and any(
        w in _FUTURE for w in line.lower[mention.last : mention.last + _SOON]
    )
    if mention.noun in _PARTS:
        made.whole = _latest(mention, recent)
    drafts.append(made)
    return made


def _has_its_day(line: Line, mention: EventMention) -> bool:
    """Whether a day is told of a phrase itself ("today's closing ceremony", "the ceremony on 5 May")."""
    return any(mention.first <= at <= mention.last + 1 and is_day(day) for at, day in line.dates)


def _is_held_again(mention: EventMention, line: Line, drafts: Sequence[Draft]) -> bool:
    """Whether another like one that was told of is to come ("The course will be repeated in Asp in May")."""
    told = line.lower[mention.last : mention.last + _SOON]
    again = bool(mention.definite and drafts) and not mention.acts and "repeated" in told
    return again and not MODALS.isdisjoint(told) and "not" not in told


def _is_ahead_of(draft: Draft, mention: EventMention, line: Line) -> bool:
    """Whether people met ahead of the occasion, not at it ("before the session, the Bureau met")."""
    here = islice(draft.in_line(mention.line), _LONGEST_MEMORY)
    named = [m for m in here if not m.acts]
    return bool(named) and all(is_background(line, m) for m in named)


def _in_apposition(mention: EventMention, line: Line, drafts: Sequence[Draft]) -> Draft | None:
    """The occasion before a comma of which the mention is the name ("the largest fair, the Water Days")."""
    if mention.acts or not mention.definite or not mention.is_named or line.at(mention.first - 1) != ",":
        return None
    for draft in reversed(drafts):
        before = draft.mentions[-1]
        if before.line == mention.line and before.last == mention.first - 1:
            alone = draft.entity is None and not before.acts and not before.is_named
            return draft if alone and draft.kind is not EventKind.VISIT else None
    return None


def _is_explained_by(draft: Draft, mention: EventMention) -> bool:
    """Whether a mention says what "event" of the sentence is meant ("the first event, a seminar")."""
    alone = draft.noun == "event" and len(draft.mentions) == 1 and draft.first.line == mention.line
    return alone and mention.marker != "further"


def _is_why_they_met(draft: Draft, mention: EventMention, line: Line) -> bool:
    """Whether the sentence before only says that people met, and this one what it was.

    As in "Judges met in Asp today. The workshop on wells is organized by", "It was a seminar on wells",
    "They had come for a workshop on wells".
    """
    met = draft.kind is EventKind.MEETING and all(m.acts and m.to is None for m in draft.mentions)
    near = mention.line - draft.mentions[-1].line == 1
    if not met or not near or mention.acts or mention.marker or mention.plural or mention.kind in _NOT_WHY:
        return False
    if line.dates or line.has_any(MODALS) or line.at(mention.last) == "that":
        return False
    if mention.definite:
        return mention.first <= line.start + 1 and (not mention.is_named or line.has_any(_TAKEN_PART_IN))
    is_told = line.at(mention.first - 1) in BE or line.at(line.start) == "they"
    return is_told and mention.definite is False


def _join(mention: EventMention, draft: Draft | None) -> Draft | None:
    if draft is None:
        return None
    draft.add(mention)
    if mention.noun.endswith("exhibition") and mention.kind is EventKind.CEREMONY:
        draft.kind = mention.kind
    if draft.entity is None and mention.entity is not None and mention.kind is draft.kind:
        draft.entity = mention.entity
    return draft


def _latest(mention: EventMention, drafts: Sequence[Draft]) -> Draft | None:
    """The compatible occasion that the text spoke of last, one of the same noun first."""
    fitting = [d for d in drafts if _compatible(mention, d)]
    same = [d for d in fitting if mention.noun in d.nouns or d.noun.split()[-1] == mention.noun]
    if mention.noun != "it" and not same:
        same = [d for d in fitting if not d.first.acts]
    return max(same or fitting, key=lambda d: (d.mentions[-1].line, d.mentions[-1].head), default=None)


def _by_words(mention: EventMention, drafts: Sequence[Draft]) -> Draft | None:
    """The compatible occasion that shares most words with the mention, at least half."""
    best: tuple[float, Draft] | None = None
    for draft in drafts:
        if not _compatible(mention, draft) or not mention.words:
            continue
        if mention.entity is not None and mention.entity == draft.entity:
            return draft
        said, known = numbers_in(mention.words), numbers_in(draft.words)
        if said and known and said != known:
            continue
        shared = len(mention.words & draft.words) / min(len(mention.words), len(draft.words) or 99)
        if shared >= _SHARED and (best is None or shared > best[0]):
            best = shared, draft
    return best[1] if best is not None else None


def _antecedent(mention: EventMention, line: Line, drafts: Sequence[Draft]) -> Draft | None:
    counted = mention.marker in _FIRST and any(d.marker in _TELLING for d in drafts)
    if mention.marker in _TELLING or counted:
        same = [
            d for d in drafts if d.marker == mention.marker and d.kind is mention.kind and mention.definite
        ]
        return same[-1] if same else None
    if mention.noun in _OF_GRADUATES and mention.acts:
        near = (
            d for d in reversed(drafts) if d.noun in _OF_GRADUATES and mention.line - d.mentions[-1].line <= 1
        )
        return _by_words(mention, drafts) or next(near, None)
    if mention.noun == TAKING_UP:
        return next((d for d in reversed(drafts) if d.kind is EventKind.APPOINTMENT), None)
    if mention.noun in _PARTS and _has_its_day(line, mention):
        return None
    if mention.acts or mention.kind is EventKind.VISIT:
        return _by_words(mention, drafts) or _visit(mention, drafts) or _arrived(mention, line, drafts)
    if line.at(mention.first) in _DEMONSTRATIVES:
        return _latest(mention, drafts)
    if mention.definite is False:
        return _shown(mention, line, drafts) if mention.noun == "event" else None
    plain = not mention.words or (mention.noun == "event" and mention.words <= _PRAISING)
    if plain and (mention.definite or mention.noun in ("talks",)):
        return _latest(mention, drafts) or _only_met(mention, drafts)
    by_words = _by_words(mention, drafts)
    if by_words is not None:
        return by_words
    if mention.definite is None and plain:
        return _latest(mention, drafts)
    if mention.noun == "event" and mention.definite and not mention.marker:
        return _told_before(mention, drafts)
    return (_just_told(mention, drafts) or _just_met(mention, line, drafts)) if mention.definite else None


def _told_before(mention: EventMention, drafts: Sequence[Draft]) -> Draft | None:
    """The occasion of the sentence before, which "the event on" tells more of."""
    latest = _latest(mention, drafts)
    near = latest is not None and mention.line - latest.mentions[-1].line <= 1 and not latest.is_dated
    return latest if near else None


def _shown(mention: EventMention, line: Line, drafts: Sequence[Draft]) -> Draft | None:
    """What the sentence says was launched "at an event", which is the launch."""
    if line.at(mention.first - 1) != "at" or not drafts:
        return None
    last = drafts[-1]
    launched = last.kind is EventKind.LAUNCH and last.first.acts and last.first.line == mention.line
    return last if launched else None


def _just_told(mention: EventMention, drafts: Sequence[Draft]) -> Draft | None:
    """The occasion of the sentence before that has no words of its own ("the training of judges" has)."""
    if mention.is_named or mention.kind in _NOT_MET or mention.marker:
        return None
    bare = [d for d in drafts if d.kind is mention.kind and not d.words and not d.marker]
    return bare[-1] if bare and mention.line - bare[-1].mentions[-1].line == 1 else None


def _just_met(mention: EventMention, line: Line, drafts: Sequence[Draft]) -> Draft | None:
    """The only occasion so far, of a sentence or two before, at which people met ("The workshop on")."""
    only = drafts[0] if len(drafts) == 1 else None
    met = (
        only is not None
        and only.kind is EventKind.MEETING
        and all(m.acts and m.to is None for m in only.mentions)
    )
    if line.dates or line.has_any(MODALS) or line.at(mention.last) == "that":
        return None
    if only is None or not met or mention.is_named or mention.kind in _NOT_MET or mention.marker:
        return None
    if mention.line - only.mentions[-1].line > _TALKED_OF or only.noun != "meeting":
        return None
    only.kind, only.noun = mention.kind, mention.noun
    return only


def _only_met(mention: EventMention, drafts: Sequence[Draft]) -> Draft | None:
    """The occasion of which the text has only said that people met: "the workshop" tells what it was."""
    met = [d for d in drafts if d.kind is EventKind.MEETING and all(m.acts for m in d.mentions)]
    if not met or mention.is_named or mention.kind in _NOT_MET:
        return None
    met[-1].kind, met[-1].noun = mention.kind, mention.noun
    return met[-1]


def _visit(mention: EventMention, drafts: Sequence[Draft]) -> Draft | None:
    """A visit whose goal is not said again is the one that the text spoke of."""
    if mention.kind is EventKind.VISIT and not mention.words and mention.definite:
        return _latest(mention, drafts)
    return None


def _arrived(mention: EventMention, line: Line, drafts: Sequence[Draft]) -> Draft | None:
    """What somebody came for ("arrived in Asp today for a two-day visit") is the visit that the verb says."""
    if mention.acts or line.at(mention.first - 1) not in ("for", "on") or not drafts:
        return None
    last = drafts[-1]
    came = last.kind is EventKind.VISIT and last.first.acts and last.first.line == mention.line
    return last if came else None


def _mark_status(line: Line, number: int, drafts: Sequence[Draft]) -> None:
    """Marks what the line calls off or leaves open: the last occasion before the word that says so.

    Args:
        line: the line
        number: which it is
        drafts: the occasions of which it speaks
    """
    if not drafts:
        return
    for index in line.places(_CHANGES):
        word = line.at(index)
        cancels = word in _CANCELLED or any(
            line.lower[index : index + len(phrase)] == phrase for phrase in _NOT_HELD
        )
        opens = line.lower[index : index + 2] in _STILL_OPEN or word == "undecided"
        if not (cancels or opens):
            continue
        here = [(m.head, d) for d in drafts for m in d.in_line(number) if m.head < index]
        if here:
            draft = max(here, key=lambda h: h[0])[1]
            draft.cancelled |= cancels
            draft.undecided |= opens
    if line.at(line.start) == "whether":
        for draft in drafts:
            at = line.at(draft.first.first - 1) == "at"
            if draft.first.line == number and len(draft.mentions) == 1 and not at:
                draft.undecided = True


def _read_title(mention: EventMention, drafts: list[Draft]) -> bool:
    """A title names an occasion of the body, and gives its name to one that has none there."""
    draft = _by_words(mention, drafts)
    if draft is None:
        fitting = [d for d in drafts if d.kind is mention.kind and not (d.marker or d.aside)]
        draft = fitting[0] if fitting else None
    if draft is not None:
        draft.add(mention)
    return draft is not None
