"""Which phrases of a line speak of an occasion: nouns, verbs, speeches, named days, and what refers back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from ....ontology.facts import EventKind
from ..clauses.line import Line, Rule, chooser
from ..clauses.words import AUXILIARIES, BE, FILLERS, LONGEST_RUN, MODALS
from ..tables import words
from .common_occasions import HELD_OR_STAGED, common_occasions
from .draft import Draft
from .named_occasions import TAKES_PLACE, named_occasions
from .occasions import DAY, HEARING_WORDS, IS_IN, hearings, named_days, stays
from .phrases import EventMention, content_words, event_mentions
from .verbs.actions import event_actions
from .verbs.appointments import appointments
from .verbs.event_verbs import EVENT_VERBS

__all__ = ["RULES", "mentions_in", "phase_words"]

_BEGINS: Final = words("event_words", kind="begins")
_ENDS: Final = words("event_words", kind="ends")
_HAPPENS: Final = words("event_words", kind="happens") | words("event_words", kind="lasts or is")
_TELLING: Final = words("event_words", kind="tells one from another")
_FIRST: Final = frozenset(("first",))
_REFERS: Final = frozenset(("it", "this"))
_BEFORE_VERB: Final = AUXILIARIES | FILLERS | BE | MODALS
_TAKES_EVENT: Final = _BEGINS | _ENDS | {"organized", "hosted", "attended", "addressed", "led"}
_GOES_ON: Final = frozenset(("runs", "continues", "goes"))
_OF_EVENT: Final = (
    ((_BEGINS | _ENDS | _HAPPENS) - {"meets", "met"}) | {"lasts", "organized", "attended"} | _GOES_ON
)
_AFTER_ANOTHER: Final = BE | MODALS | AUXILIARIES | _BEGINS | (_HAPPENS - {"attend"})
_DOORS: Final = frozenset(("door",))
_AT_REACH: Final = 12
_LEADS_TO_IT: Final = frozenset(("at", "for", "in", "during", "attend", "attending", "join", "joining"))
_TEACHES: Final = frozenset((EventKind.TRAINING, EventKind.SEMINAR))
_ENDS_IN_AWARD: Final = frozenset((EventKind.CEREMONY, EventKind.TRAINING, EventKind.SEMINAR))
_GAVE: Final = frozenset(("gave", "given", "gives", "give"))
_NOT_BESIDES: Final = frozenset(("anniversary", "discussion", "gathering", "address", "briefing", "exchange"))
_SHOWS: Final = frozenset(("presented", "presents", "presenting", "present"))
_LONGEST_MEMORY: Final = 100

RULES: Final[tuple[Rule[Callable[[Line, int], Iterator[EventMention]]], ...]] = (
    Rule(
        "event noun",
        0.8,
        "A seminar on wells was held in <Linden> today.",
        "The seminar room was cold today.",
        event_mentions,
    ),
    Rule(
        "named day",
        0.7,
        "The wells were blessed today, on World Water Day.",
        "It was the best day of the year.",
        named_days,
        triggers=DAY,
    ),
    Rule(
        "named occasion",
        0.7,
        "The Youth Days took place in <Asp> on 3 May.",
        "The Youth Club took its place in <Asp> on 3 May.",
        named_occasions,
        triggers=TAKES_PLACE,
    ),
    Rule(
        "occasion of a common noun",
        0.7,
        "A dance for miners was held in <Asp> on 3 May.",
        "A man was held in <Asp> on 3 May.",
        common_occasions,
        triggers=HELD_OR_STAGED,
    ),
    Rule(
        "verb of an event",
        0.7,
        "[Anna Berg] visited <Asp> yesterday.",
        "[Anna Berg] did not visit <Asp> yesterday.",
        event_actions,
        triggers=EVENT_VERBS,
    ),
    Rule(
        "hearing",
        0.7,
        "[Anna Berg] addressed the {Village Council} today.",
        "[Anna Berg] wrote to the {Village Council} today.",
        hearings,
        triggers=HEARING_WORDS,
    ),
    Rule(
        "taking up of a post",
        0.7,
        "[Anna Berg] took up her post as Head of the {Water Union} on 1 May.",
        "[Anna Berg] took up the matter with the Head of the {Water Union} on 1 May.",
        appointments,
    ),
    Rule(
        "stay",
        0.7,
        "[Anna Berg] will be in <Asp> from 14 to 16 May.",
        "[Anna Berg] was in <Asp> when the wells froze on 3 May.",
        stays,
        triggers=IS_IN,
    ),
)

_BY_NOUN, *_OTHERS = RULES
_others_for: Final = chooser(_OTHERS)


def mentions_in(line: Line, number: int, drafts: Sequence[Draft]) -> Iterator[EventMention]:
    """The phrases of a line that speak of an occasion; `drafts` are those of the lines before."""
    nouns = [*_BY_NOUN.apply(line, number)]
    yield from nouns
    if len(line.dates) > 1:
        yield from (
            again
            for noun in nouns
            if noun.plural and not noun.definite
            for again in _in_other_towns(line, noun)
        )
    for rule in _others_for(line):
        for mention in rule.apply(line, number):
            taken = any(noun.first <= mention.head < noun.last for noun in nouns)
            if not taken and not _is_at_another(line, mention, nouns):
                yield replace(mention, rule=rule.name)
    if drafts:
        yield from _pronouns(line, number)
        yield from _elliptical(line, number, drafts)


def _in_other_towns(line: Line, noun: EventMention) -> Iterator[EventMention]:
    """Those that a plural names after the first: "fairs follow in Asp on 4 May and in Linden on 5 May"."""
    for index, _ in line.dates:
        town = index + 3 + (line.at(index + 2) in ("one", "another"))
        joined = line.at(index + 1) in ("and", ",") and line.at(town - 1) == "in" and index > noun.last
        if not joined or town + 2 >= len(line.items) or line.items[town].mention is None:
            continue
        if any(line.items[at].date is not None for at in (town + 1, town + 2)):
            name = f"{noun.noun} in {line.items[town].text}"
            yield replace(
                noun,
                head=town - 1,
                first=town - 1,
                last=town,
                name=name,
                words=content_words(line.items[town].text),
                definite=False,
                marker="further",
            )


def _is_at_another(line: Line, mention: EventMention, nouns: Sequence[EventMention]) -> bool:
    """Whether people met at or for an occasion that has a noun ("met at a round table")."""
    if mention.kind is EventKind.TRAINING:
        return any(noun.kind in _TEACHES for noun in nouns)
    if mention.kind is EventKind.LAUNCH and line.at(mention.head) in _SHOWS:
        return any(_is_shown_at(line, noun, mention) for noun in nouns)
    if mention.kind is EventKind.STATEMENT:
        return any(noun.kind is EventKind.STATEMENT for noun in nouns)
    if mention.noun in _NOT_BESIDES:
        return bool(nouns)
    if mention.kind is EventKind.ELECTION:
        return any(noun.kind is EventKind.ELECTION for noun in nouns)
    if mention.kind is EventKind.CEREMONY and _is_of_doors(mention) and nouns:
        return True
    if (
        mention.noun == "award"
        and line.at(mention.head) in _GAVE
        and any(n.kind in _ENDS_IN_AWARD for n in nouns)
    ):
        return True
    if mention.kind is EventKind.CEREMONY:
        return any(
            n.kind is EventKind.CEREMONY and (line.at(n.first - 1) == "at" or _is_to(line, n, mention))
            for n in nouns
        )
    if mention.kind is not EventKind.MEETING:
        return False
    past_clause = line.at(mention.head - 1) == ","
    if past_clause and any(noun.last < mention.head and line.at(noun.last) == "," for noun in nouns):
        return True
    return any(
        0 < noun.head - mention.head <= _AT_REACH
        and (line.at(noun.first - 1) in _LEADS_TO_IT or _is_of_its_opening(line, noun))
        for noun in nouns
    )


def _is_of_doors(mention: EventMention) -> bool:
    """Whether only doors are opened ("a fair opens its doors in the northern town of Asp")."""
    return mention.words <= _DOORS or mention.name.casefold().startswith("opening of doors")


def _is_shown_at(line: Line, noun: EventMention, mention: EventMention) -> bool:
    """Whether something was only presented at an occasion that has a name ("presented at a seminar")."""
    at = line.at(noun.first - 1) in ("at", "during", "in")
    return at and noun.noun != "event" and 0 < noun.head - mention.head <= _AT_REACH


def _is_of_its_opening(line: Line, noun: EventMention) -> bool:
    """Whether it is the opening or close of the occasion ("gathered for the opening of the fair")."""
    return line.at(noun.first - 1) == "of" and line.at(noun.first - 2) in ("opening", "start", "close")


def _is_to(line: Line, noun: EventMention, mention: EventMention) -> bool:
    """Whether the verb says what a ceremony is for ("a ceremony to hand over books")."""
    return noun.last == mention.head - 1 and line.at(noun.last) == "to"


def _pronouns(line: Line, number: int) -> Iterator[EventMention]:
    """As in "It ended this afternoon", "It was organized by": the subject of a verb that events have."""
    for index in line.places(_REFERS):
        at = index + 1
        while at - index <= LONGEST_RUN and line.at(at) in _BEFORE_VERB:
            at += 1
        object_of = line.at(index - 1) in _TAKES_EVENT
        event_verb = line.at(at) in _OF_EVENT
        if object_of or event_verb or line.lower[index + 1 : index + 4] == ("is", "a", "joint"):
            yield EventMention(
                number, index, index, index + 1, EventKind.OTHER, "it", "it", frozenset(), True, acts=False
            )


def _elliptical(line: Line, number: int, drafts: Sequence[Draft]) -> Iterator[EventMention]:
    """As in "The next takes place in May": another one of the kind that the text spoke of last."""
    drafts = drafts[-_LONGEST_MEMORY:]
    for index in line.places(_TELLING | _FIRST):
        marker = line.at(index)
        if index == line.start or line.at(index - 1) not in ("the", "a"):
            continue
        following = line.at(index + 2) if line.at(index + 1) == "one" else line.at(index + 1)
        if following not in _AFTER_ANOTHER or (marker in _FIRST and line.at(index + 1) not in AUXILIARIES):
            continue
        latest = max((d for d in drafts if d.noun != "day"), key=lambda d: d.mentions[-1].line, default=None)
        if latest is not None:
            name = f"{marker} {latest.noun}"
            yield EventMention(
                number, index, index - 1, index + 1, latest.kind, latest.noun, name, frozenset(), True, marker
            )


def phase_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that say that something begins, and that it ends."""
    return _BEGINS, _ENDS
