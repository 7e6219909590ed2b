"""What a date or place is said of: which phrases only set the scene, and where a clause ends."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from .....ontology.facts import EventKind
from ...clauses.denials import is_denied
from ...clauses.line import Line, What
from ...clauses.unreal import is_conditional, is_only_wished, is_unreal
from ...clauses.words import AUXILIARIES, BE, MODALS, PREPOSITIONS
from ...statements.speech import speech_words
from ...tables import read_table, words
from ..phrases import EventMention

__all__ = ["behind", "is_apart", "is_background", "is_learned", "is_owed", "is_told_as_false"]

_SUBORDINATORS: Final = frozenset(("if", "because", "although", "that", "which", "who", "whom", "whose"))
_RELATIVES: Final = frozenset(("that", "which", "who", "whom", "whose"))
_PAST: Final = words("event_words", kind="past of a clause")
_PHASES: Final = words("event_words", kind="begins") | words("event_words", kind="ends")
_VERBS: Final = _PHASES | AUXILIARIES | {"is", "was", "were", "came", "comes", "takes", "took"}
_OWNERS: Final = frozenset(("his", "her", "their", "its"))
_NUMBERS: Final = words("numbers")
_MEASURES: Final = words("event_words", kind="measure of time")
_COMMA: Final = frozenset(",")
_DUTY_REACH: Final = 5
_DUTIES: Final = frozenset(("must", "should"))
_CIRCUMSTANCES: Final = frozenset(("at", "during", "in", "after", "before", "following"))
_SHORT: Final = 4
_BETWEEN: Final = 3
_NEEDED: Final = frozenset(("needed", "necessary", "required", "wanted", "overdue", "desirable"))
_SINCE: Final = frozenset(("after", "since", "before", "when"))
_WHICH: Final = frozenset(("which", "that"))
_HELD: Final = words("event_words", kind="held") | words("event_words", kind="holds")
_ENDS_CLAUSE: Final = frozenset((",", ";", ":", "who", "whose"))
_NEAR_IT: Final = 5
_CLAUSE_REACH: Final = 16


def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for row in read_table("event_background"):
        phrase = tuple(row["phrase"].split())
        found[phrase[0]].append((phrase, row["kind"]))
    return {word: tuple(phrases) for word, phrases in found.items()}


_BACKGROUND: Final = _by_first_word()
_OPENS: Final = _SUBORDINATORS | _RELATIVES
_LEADS_BACK: Final = frozenset(_BACKGROUND)
_MAY_PART: Final = _OPENS | _LEADS_BACK


def _backgrounds(line: Line) -> Mapping[int, tuple[int, str]]:
    """Where in a line phrases begin that lead to what only sets the scene, each with its end and kind."""
    found = ((at, _background_at(line, at)) for at in line.places(_LEADS_BACK))
    return {at: background for at, background in found if background is not None}


def _background_at(line: Line, index: int) -> tuple[int, str] | None:
    """The end and kind of the phrase at an index that leads to what only sets the scene."""
    for phrase, kind in _BACKGROUND.get(line.at(index), ()):
        end = index + len(phrase)
        if line.lower[index:end] != phrase or line.items[index].what is not What.WORD:
            continue
        if end >= len(line.items) or line.items[end].date is not None or _is_measured(line, index, end):
            return None
        if phrase == ("due", "to") and line.at(end) in _PHASES | {"be", "take"}:
            return None
        if phrase == ("follows",) and line.at(end) in PREPOSITIONS:
            return None
        if phrase == ("following",) and (line.at(index - 1) in ("the", "a") or line.at(end) == "day"):
            return None
        return end, kind
    return None


def _is_measured(line: Line, index: int, end: int) -> bool:
    """Whether it is a span of time ("after two days", "ten years to the day after")."""
    dated = index > line.start and line.items[index - 1].date is not None
    return dated or line.at(index - 1) in _MEASURES or line.at(end) in _NUMBERS or line.at(end).isdigit()


def is_background(line: Line, mention: EventMention) -> bool:
    """Whether a sentence only refers to an occasion, and reports something else.

    As in "in the light of the talks", "preparations for the session", "after talks"; the speaker's own
    occasion ("after her talks with") is news, and a clause of its own ("before the talks ended") tells of it.
    So does one that says who somebody is ("who was appointed Minister").
    """
    if mention.kind is EventKind.APPOINTMENT and "who" in line.lower[mention.first - _SHORT : mention.first]:
        return True
    backgrounds = line.once(_backgrounds)
    for index in range(max(line.start, mention.first - 6), mention.first) if backgrounds else ():
        found = backgrounds.get(index)
        if found is None or mention.first - found[0] > _BETWEEN:
            continue
        if any(line.at(at) in (",", ";", "that", "which", "who") for at in range(found[0], mention.first)):
            continue
        if found[1] == "own" and (line.at(mention.first) in _OWNERS or line.at(mention.last) in _VERBS):
            continue
        return True
    return False


def is_learned(line: Line, mention: EventMention) -> bool:
    """Whether people only learn to hold such an occasion ("how to organize a seminar")."""
    return ("how", "to") in pairwise(line.lower[max(line.start, mention.first - _SHORT) : mention.first])


def is_owed(line: Line, mention: EventMention) -> bool:
    """Whether somebody must or should do something about it ("must not delay the training of")."""
    before = line.lower[max(line.start, mention.first - _DUTY_REACH) : mention.first]
    return not _DUTIES.isdisjoint(before) and not _is_where_it_is_said(line, mention)


def is_told_as_false(line: Line, mention: EventMention) -> bool:
    """Whether the sentence denies that there was such an occasion, or only hopes, asks or imagines it.

    As in "no seminar was held", "denied that a seminar was held", "hopes to visit Linden", "called on them to
    resume the talks"; "denied that the seminar was a failure" tells that there was one.
    """
    if "no" in (line.at(mention.first - 1), line.at(mention.first)):
        return True
    if mention.acts:
        return is_unreal(line.lower, mention.head)
    if not mention.definite:
        if is_denied(line.lower, mention.head) or _must_be(line, mention):
            return True
    elif mention.words or mention.is_named or mention.entity is not None:
        return False
    return not _is_where_it_is_said(line, mention) and (
        is_conditional(line.lower, mention.head) or is_only_wished(line.lower, mention.head)
    )


def _must_be(line: Line, mention: EventMention) -> bool:
    """Whether such occasions have to be, or would have been ("Elections must be fair", "is needed")."""
    following = line.lower[mention.last : mention.last + 2]
    needed = following[:1] and following[0] in BE and not _NEEDED.isdisjoint(following)
    return line.at(mention.last) in _DUTIES or bool(needed) or following == ("would", "have")


def _is_where_it_is_said(line: Line, mention: EventMention) -> bool:
    """Whether something is asked or hoped at the occasion ("called for patience at a conference")."""
    before = line.lower[max(line.start, mention.first - 2) : mention.first]
    return not _CIRCUMSTANCES.isdisjoint(before)


def behind(line: Line, mention: EventMention) -> int:
    """Where the words behind an occasion begin, past the abbreviation of its name in brackets."""
    bracketed = line.at(mention.last) == "(" and line.at(mention.last + 2) == ")"
    return mention.last + 3 if bracketed else mention.last


def is_apart(line: Line, mention: EventMention, index: int) -> bool:
    """Whether what stands at an index belongs to another clause or phrase than the occasion.

    A clause that is closed by a comma before the other is reached does not part them, nor does one that
    explains the occasion itself ("a seminar, which ended on 5 May").
    """
    if mention.first <= index < mention.last:
        return False
    if mention.noun == "anniversary" and line.items[line.start].date is not None and index != line.start:
        return True
    if index >= mention.last:
        begins = behind(line, mention)
        return _is_parted(line, begins, index, begins=begins, dated=True)
    apart = _is_parted(line, index + 1, mention.first, begins=index + 1)
    return apart or _is_of_opening(line, mention, index) or _is_in_aside(line, index, mention.first)


def _is_in_aside(line: Line, index: int, last: int) -> bool:
    """As in "Today, ten years after it began on 5 May 2002, a fair was held": not of the main clause."""
    begin = line.start + 1
    dated = begin < len(line.items) and line.items[line.start].date is not None and line.at(begin) == ","
    aside = dated and index > begin and not _SINCE.isdisjoint(line.lower[begin:index])
    return aside and "," in line.lower[index:last]


def _is_parted(line: Line, first: int, last: int, *, begins: int, dated: bool = False) -> bool:
    """Whether a clause or phrase begins between two places and is not closed; `dated`: it ends in a date."""
    after = first
    parting = line.once(_parting)
    for at in parting[bisect_left(parting, first) : bisect_left(parting, last)]:
        if at < after:
            continue
        restricts = line.at(at) in _RELATIVES and _restricts(line, at, last, dated=dated)
        if restricts or not _is_boundary(line, at, begins):
            continue
        opens = at - 1 if line.at(at - 1) in PREPOSITIONS else at
        closing = _closing_comma(line, at, last) if line.at(opens - 1) == "," else None
        if closing is None:
            return True
        after = closing + 1
    return False


def _parting(line: Line) -> list[int]:
    """Where a clause or phrase may begin that parts what stands before it from what follows."""
    backgrounds = line.once(_backgrounds)
    return [at for at in line.places(_MAY_PART) if line.lower[at] in _OPENS or at in backgrounds]


def _is_boundary(line: Line, at: int, begins: int) -> bool:
    word = line.at(at)
    if line.items[at].what is not What.WORD:
        return False
    opens = at - 1 if at > begins and line.at(at - 1) in PREPOSITIONS else at
    direct = opens == begins or (opens == begins + 1 and line.at(begins) == ",")
    if word in _RELATIVES and (direct or line.at(at + 1) in _PHASES or _takes_place(line, at + 1)):
        return False
    if word in _WHICH and at - begins <= _NEAR_IT and _is_held(line, at):
        return False
    if at in line.once(_backgrounds):
        return True
    if word in ("after", "before", "since", "until", "following"):
        return False
    return word in _SUBORDINATORS


def _is_held(line: Line, at: int) -> bool:
    """Whether a relative clause says who held the occasion ("in Asp, which the Union organized on 5 May")."""
    for index in range(at + 1, min(len(line.items), at + _CLAUSE_REACH)):
        if line.at(index) in _HELD and line.items[index].what is What.WORD:
            return True
        if line.at(index) in _ENDS_CLAUSE:
            return False
    return False


def _takes_place(line: Line, at: int) -> bool:
    """Whether a relative clause says when an occasion is held, which it does of no other noun."""
    verbs = line.lower[at : at + 3]
    return "place" in verbs or ("held" in verbs and not AUXILIARIES.union(BE, MODALS).isdisjoint(verbs))


def _restricts(line: Line, at: int, last: int, *, dated: bool) -> bool:
    """Whether a relative clause only tells which, after which the main clause goes on.

    Before a date it has no past verb that could be dated ("for judges who hear such cases on 5 May"); before
    an occasion it stands without a comma, after a noun ("judges who hear such cases attended a seminar").
    """
    if dated:
        return not any(w in _PAST or (w.endswith("ed") and len(w) > _SHORT) for w in line.lower[at:last])
    return line.at(at - 1) not in (",", "today", "yesterday") and line.at(at - 1) not in speech_words()


def _closing_comma(line: Line, first: int, last: int) -> int | None:
    return next((at for at in range(last - 1, first, -1) if line.at(at) == ","), None)


def _is_of_opening(line: Line, mention: EventMention, index: int) -> bool:
    """Whether the index is in a phrase that opens the sentence and is closed before the occasion.

    As in "Following their talks on 5 May, they issued a statement".
    """
    opening = line.once(_opening)
    return (
        opening is not None and opening[0] < index < opening[1] < mention.first and line.at(index) != "today"
    )


def _opening(line: Line) -> tuple[int, int] | None:
    """The end of the words that open a sentence to set its scene, and the comma that closes their phrase."""
    found = line.once(_backgrounds).get(line.start)
    comma = next((at for at in line.places(_COMMA) if at >= found[0]), None) if found is not None else None
    return (found[0], comma) if found is not None and comma is not None else None
