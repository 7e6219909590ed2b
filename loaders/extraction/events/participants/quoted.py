"""Who is quoted about an occasion, and so takes part in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from .....ontology.facts import EntityKind, EventKind, Role
from ...clauses.line import Item, Line, What
from ...clauses.words import AUXILIARIES, BE, MODALS, NEGATIONS, PREPOSITIONS
from ...model import Context, Part
from ...statements.utterances import Utterance
from ...tables import words
from ...text.inflection import inflected
from ..draft import Draft
from ..phrases import EventMention
from ..setting.times import days_of, nearest_mention, placed_by_line
from ..ties import Tie, attended, fresh_in

__all__ = ["find_acting", "find_quoted"]

_RULE: Final = "quoted about it"
_SURE: Final = 0.82
_LESS_SURE: Final = 0.75
_FROM_ELSEWHERE: Final = 0.7
_WRITINGS: Final = words("speech_phrases", kind="writing") | words("participation_words", kind="greeting")
_SENT: Final = words("participation_words", kind="sent words")
_SPOKEN_AT: Final = words("participation_words", kind="spoken at")
_NOT_TOLD: Final = MODALS | NEGATIONS | words("participation_words", kind="acts from afar")
_PAST: Final = words("clause_words", kind="past of a verb") | words(
    "participation_words", kind="past of a verb"
)
_NO_ACCOUNT: Final = frozenset((EventKind.VISIT, EventKind.SUMMIT, EventKind.MINISTERIAL_COUNCIL))
_NOT_OF_A_TITLE: Final = BE | AUXILIARIES | (PREPOSITIONS - {"of", "for", "from"})
_ENDS_SUBJECT: Final = BE | AUXILIARIES | MODALS | {"who", "which", "with", "by", "to", "that"}
_STOPS: Final = frozenset((";", "would", "could", "hopes", "hope"))
_OPENS_APART: Final = frozenset(("according", "for"))
_SHORT: Final = 4
_NEAR: Final = 3
_NEWS_LASTS: Final = timedelta(days=7)
_LONG_PAST: Final = timedelta(days=30)
_PROTESTS: Final = words("event_words", kind="protest")
_CONDEMNING: Final = frozenset(
    form
    for verb in words("speech_phrases", kind="of wrongs")
    for name, form in inflected(verb).items()
    if name != "base"
)
_REACTING: Final = frozenset(
    form
    for verb in words("speech_phrases", kind="reaction")
    for name, form in inflected(verb).items()
    if name in ("past", "present", "ing")
)
_OTHERS: Final = ("its", "their")
_OBJECT_REACH: Final = 6
_FAR: Final = 30.0
_FROM_AFAR: Final = frozenset(("while", "wrote", "written", "writes"))
_ORIGIN_LONGEST: Final = 5
_POST_LONGEST: Final = 5
_CONTENT: Final = words("clause_words", kind="complement") - {"if"}
_TELEPHONES: Final = frozenset(("telephone", "phone", "video", "e-mail", "email", "letter"))
_JOURNEYS: Final = frozenset(("visiting", "touring"))


def find_quoted(
    context: Context,
    found: Sequence[Line],
    drafts: Sequence[Draft],
    main: Draft | None,
    said: Sequence[Utterance],
) -> Iterator[Tie]:
    """Who is quoted takes part in the occasion that the sentence names, else in the main one.

    Not where somebody is condemned or something regretted, and not in a protest or an occasion that the
    release only refers to: the speaker need not have been there. It is sure only where the sentence says that
    it was said there; of an occasion in another town it is least sure, and one that is welcomed from
    elsewhere has no speakers.
    """
    now = main if main is not None and not _is_another_time(context, main) else None
    by_line, fresh = placed_by_line(drafts), _Fresh(context, found, drafts)
    for utterance in said:
        line, item = found[utterance.line], utterance.speaker
        if item.entity is None or not (item.is_person or _is_live(line, item)):
            continue
        if _is_written(line) or _condemns(line) or _is_from_afar(line):
            continue
        placed = [p for p in by_line.get(utterance.line, ()) if _is_spoken_at(line, *p)]
        if any(_is_of_another(line, utterance.index, mention) for mention, _ in placed):
            continue
        nearest = nearest_mention(line, utterance.index, placed, _FAR)
        draft = nearest[1] if nearest is not None else fresh.before(utterance.line)
        if draft is None and now is not None and not _is_of_others(context, found, now, utterance):
            draft = now
        if (draft := attended(draft)) is not None and not _is_not_spoken_at(draft):
            away = _is_elsewhere(context, draft)
            if nearest is None and away and _is_reacted_to(found, draft):
                continue
            sure = _SURE if nearest is not None else _FROM_ELSEWHERE if away else _LESS_SURE
            yield Tie(draft, item.entity, Role.SPEAKER, utterance.line, utterance.index, _RULE, sure)


def find_acting(
    context: Context, found: Sequence[Line], drafts: Sequence[Draft], main: Draft | None
) -> Iterator[Tie]:
    """Who is brought in as the subject of a sentence in the account of an occasion that has just been held.

    As in "A seminar was held today. The Mayor, Anna Berg, took notes"; not where the sentence is about
    another day or occasion, or tells of what may or will be, unless the occasion is yet to come.
    """
    if main is None or attended(main) is None or main.kind in _NO_ACCOUNT:
        return
    coming = _is_yet_to_come(context, main)
    if not (coming or _is_of_today(context, main)) or _is_not_spoken_at(main):
        return
    by_line = placed_by_line(drafts)
    for number, line in enumerate(found):
        if line.sentence.part is not Part.BODY or line.is_contact or number <= main.first.line:
            continue
        at = _first_person(line)
        if at is None or _is_of_another_day(line, at) or not _is_told(line, at, coming=coming):
            continue
        here = by_line.get(number, ())
        if _condemns(line) or _is_written(line) or _is_from_afar(line):
            continue
        draft = fresh_in(found, by_line, number) or main
        if all(one is draft for _, one in here) and not (here and line.has_any(_REACTING)):
            for one in _all_acting(line, at):
                party = line.items[one].party
                if party is not None and party.introduces and party.name_span is not None:
                    yield Tie(draft, party.entity, Role.PARTICIPANT, number, one, "acts in its account", 0.72)


def _all_acting(line: Line, index: int) -> Iterator[int]:
    """A person who begins a sentence, and those who are joined to him or her: "A, the mayor, and B told"."""
    yield index
    for at in range(index + 1, len(line.items)):
        word = line.at(at)
        if line.is_person(at) and "and" in line.lower[max(index, at - _NEAR) : at]:
            yield at
        elif _opens_what(line, at) or _is_past(word) or word in _ENDS_SUBJECT:
            return


def _first_person(line: Line) -> int | None:
    """Who is the subject with which a sentence begins.

    Also past where he or she is from ("From Asp, A ...") and for whom ("The Union's secretary, A, ...").
    """
    first = next((at for at in line.naming if line.is_person(at)), None)
    if first is None or line.at(line.start) in _OPENS_APART:
        return None
    if first < line.start + 2 or line.at(line.start) != "from":
        return first if not any(_may_part(line, at) for at in range(line.start, first)) else None
    comma = next((at for at in range(line.start, first) if line.at(at) == ","), None)
    near = comma is not None and comma <= line.start + _ORIGIN_LONGEST and first <= comma + _POST_LONGEST
    return first if near else None


def _may_part(line: Line, index: int) -> bool:
    """Whether what stands before a person's name is more than what he or she is."""
    item = line.items[index]
    if item.what is not What.WORD:
        return item.what is What.QUOTE or item.date is not None or index > line.start + _POST_LONGEST
    named = item.lower.isalpha() or "-" in item.lower or item.lower in (",", "'s", "’s")
    return (
        not named
        or index > line.start + _POST_LONGEST
        or _is_past(item.lower)
        or item.lower in _NOT_OF_A_TITLE
        or (item.lower == "by")
    )


def _is_past(word: str) -> bool:
    return word in _PAST or (len(word) > _SHORT and word.endswith("ed"))


def _is_of_another_day(line: Line, index: int) -> bool:
    """Whether a day is named before what the person said or thinks, past what is told of him or her."""
    begin = _past_relative(line, index)
    end = next((at for at in range(begin, len(line.items)) if _opens_what(line, at)), len(line.items))
    return any(at < index or begin <= at < end for at, _ in line.dates)


def _past_relative(line: Line, index: int) -> int:
    """Past what a person is told to be or to do in commas: "A, who digs wells, ..."."""
    if line.at(index + 1) != "," or line.at(index + 2) not in ("who", "whose"):
        return index + 1
    return next((at for at in range(index + 3, len(line.items)) if line.at(at) == ","), index) + 1


def _opens_what(line: Line, index: int) -> bool:
    return line.at(index) in _CONTENT or line.items[index].what is What.QUOTE


def _is_told(line: Line, index: int, *, coming: bool) -> bool:
    """Whether it is told what the person did, or will do where the occasion is to come."""
    if not coming:
        return not _is_not_told(line, index)
    for at in range(_past_relative(line, index), len(line.items)):
        if _opens_what(line, at) or _is_past(line.at(at)) or line.at(at) in _STOPS:
            return False
        if line.at(at) in ("will", "shall") or line.lower[at : at + 2] in (("is", "to"), ("are", "to")):
            return line.at(at + 1) not in NEGATIONS
    return False


def _is_yet_to_come(context: Context, draft: Draft) -> bool:
    when = days_of(context, draft).start
    later = context.today is not None and when is not None and when.earliest > context.today
    return draft.to_come or later


def _is_not_told(line: Line, index: int) -> bool:
    """Whether what the person does is no account of what happened: before what he or she thinks or says."""
    for at in range(_past_relative(line, index), len(line.items)):
        if _opens_what(line, at):
            return False
        if line.at(at) in _NOT_TOLD:
            return True
        if _is_past(line.at(at)) and line.items[at].what is What.WORD:
            return line.at(at + 1) in _NOT_TOLD
    return False


def _is_of_today(context: Context, draft: Draft) -> bool:
    """Whether the occasion is of the day of the release, or of the week before."""
    when = days_of(context, draft)
    if context.today is None and not draft.to_come:
        return True
    if context.today is None or when.start is None or when.end is None:
        return False
    return when.start.earliest <= context.today <= when.end.latest + _NEWS_LASTS


class _Fresh:
    """The occasions that each paragraph brings in, visits and those of another time left out."""

    def __init__(self, context: Context, found: Sequence[Line], drafts: Sequence[Draft]) -> None:
        self._found = found
        self._drafts: defaultdict[int, list[Draft]] = defaultdict(list)
        for draft in sorted(drafts, key=lambda draft: (draft.first.line, draft.first.head)):
            passing = _is_elsewhere(context, draft) and not days_of(context, draft)
            if draft.kind is not EventKind.VISIT and not passing and not _is_another_time(context, draft):
                self._drafts[found[draft.first.line].sentence.paragraph].append(draft)

    def before(self, number: int) -> Draft | None:
        """The one that the paragraph of a line has brought in last before it, where it has."""
        here = self._drafts.get(self._found[number].sentence.paragraph, [])
        earlier = bisect_left(here, number, key=lambda draft: draft.first.line)
        return here[earlier - 1] if earlier else None


def _is_another_time(context: Context, draft: Draft) -> bool:
    """Whether the occasion is yet to come, or long past: then nobody is quoted at it."""
    if draft.to_come:
        return True
    when = days_of(context, draft)
    if context.today is None or when.start is None or when.end is None:
        return False
    return when.start.earliest > context.today or when.end.latest < context.today - _LONG_PAST


def _is_of_others(context: Context, found: Sequence[Line], draft: Draft, said: Utterance) -> bool:
    """Whether it is of an earlier day, and others' own where a later paragraph names it ("its meeting")."""
    when, line = days_of(context, draft).end, found[draft.first.line]
    earlier = context.today is not None and when is not None and when.latest < context.today
    is_later = line.sentence.paragraph > found[said.line].sentence.paragraph
    return earlier and is_later and line.at(draft.first.first) in _OTHERS


def _is_elsewhere(context: Context, draft: Draft) -> bool:
    """Whether the occasion is in another town than that in which the release is written."""
    if draft.place is None or draft.place.kind is not EntityKind.PLACE or draft.kind is EventKind.VISIT:
        return False
    here = {place.key for place in context.places}
    return bool(here) and draft.place.key not in here


def _is_not_spoken_at(draft: Draft) -> bool:
    """Whether those who are quoted need not be at it: an observation, a protest, what is only referred to."""
    return draft.kind is EventKind.ELECTION_OBSERVATION or draft.noun in _PROTESTS or draft.aside


def _is_reacted_to(found: Sequence[Line], draft: Draft) -> bool:
    """Whether it comes into the text as what somebody welcomes or regrets ("welcomed today's signing of")."""
    for mention in draft.mentions:
        line = found[mention.line]
        before = line.items[max(line.start, mention.first - _OBJECT_REACH) : mention.first]
        for at in reversed(before):
            if at.what is What.WORD and at.lower in _REACTING:
                return True
            if at.acts or (at.what is What.WORD and not at.lower.replace("'", "").isalpha()):
                break
    return False


def _is_of_another(line: Line, index: int, mention: EventMention) -> bool:
    """Whether what is praised was said there by another: "[A] praised what B had said at the summit"."""
    between = range(index + 1, mention.first)
    what = next((at for at in between if line.at(at) == "what"), None)
    return what is not None and any(line.is_person(at) for at in range(what, mention.first))


def _condemns(line: Line) -> bool:
    return line.has_any(_CONDEMNING) and any(
        item.lower in _CONDEMNING and item.what is What.WORD for item in line.items
    )


def _is_written(line: Line) -> bool:
    told = line.has_any(_SENT) and line.has_any(_WRITINGS)
    return told and any(
        i.lower in _WRITINGS and i.what is What.WORD and "that" not in line.lower[line.start : at]
        for at, i in enumerate(line.items)
    )


def _is_from_afar(line: Line) -> bool:
    """Whether it was said on a journey or from elsewhere: "said while visiting", "wrote from"."""
    if any(line.at(at - 1) == "by" for at in line.places(_TELEPHONES)):
        return True
    return any(
        line.at(at + 1) in (_JOURNEYS if line.at(at) == "while" else ("from",))
        for at in line.places(_FROM_AFAR)
    )


def _is_live(line: Line, item: Item) -> bool:
    """Whether an organization is quoted in the room: its words are there, and it is no "according to"."""
    quoted = any(i.what is What.QUOTE and len(i.text.split()) > 4 for i in line.items)
    organization = item.entity is not None and item.entity.kind is EntityKind.ORGANIZATION
    return quoted and organization and "according" not in line.lower


def _is_spoken_at(line: Line, mention: EventMention, draft: Draft) -> bool:
    """Whether the phrase is said to be where something is said: "at", "in the debriefing of", "opened"."""
    before = line.lower[max(line.start, mention.first - 3) : mention.first]
    return not mention.acts and draft.noun != "day" and any(w in _SPOKEN_AT for w in before)
