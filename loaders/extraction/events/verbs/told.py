"""Occasions that no noun names, told by who did something together on a day at a place.

As in "Mayors discussed wells in Asp on Monday", "Forty guards learned there how to", "The people elect".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from .....ontology.facts import EntityKind
from ...clauses.line import Line
from ...clauses.words import AUXILIARIES, BE, DETERMINERS, FILLERS, MODALS, PREPOSITIONS
from ...tables import read_table, words
from ..setting.dated import is_day, is_year
from .event_verbs import is_object
from .objects import PLACES, is_demonym, object_end, phrase_of, subject_phrase, without_article

__all__ = [
    "Told",
    "audience",
    "brought_together",
    "deals_with",
    "elected",
    "is_state",
    "is_to_be_elected",
    "learned",
    "provided_with",
    "sent_to",
    "shown_how",
    "talked",
    "talked_with",
    "voters_of",
]

_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_PEOPLE: Final = words("attendance_words", kind="people")
_VOTERS: Final = words("event_words", kind="votes")
_ELECTED: Final = {r["noun"]: r["election"] for r in read_table("elected_nouns")}
_MEETS: Final = words("event_words", kind="body that meets")
_IN: Final = frozenset(("in", "at", "near"))
_OWNS: Final = DETERMINERS | {"'s", "'", "new"}
_ASSEMBLIES: Final = frozenset(("parliament", "assembly", "council", "members", "delegates", "congress"))
_SENT: Final = frozenset(("delegation", "team", "envoy"))
_OBJECT_OF: Final = frozenset(("that", "which", "whom"))
_COME: Final = frozenset(("came", "come", "coming"))
_WHO: Final = frozenset(("who", "which", "that", "where"))
_AFTER_PASSIVE: Final = frozenset(("in", "at", "near", "on", "by", "with", "among", "here", "from"))
_HOW: Final = frozenset(("how",))
_SUBJECT_REACH: Final = 10
_CLAUSE_REACH: Final = 24
_ABOUT: Final = 18
_ELECTED_REACH: Final = 6
_WITH_REACH: Final = 6
_TOGETHER_REACH: Final = 10

Told = tuple[int, int, str, int | None]
"""The first item of an action and the end of its last, what it was about, and the item that it leads to."""


def talked(line: Line, index: int, at: int, *, passive: bool) -> Told | None:
    """People who talk about something: "Mayors discussed wells in <Asp> on Monday", "Wells were debated".

    Args:
        line: the line
        index: the verb
        at: what follows it
        passive: whether the verb is in the passive
    """
    begin = _clause_start(line, index)
    came = line.at(index - 1) == "to"
    if not _is_told_where_it_is(line, begin, index):
        return None
    if came and _COME.isdisjoint(line.lower[begin:index]):
        return None
    if passive:
        near = at < len(line.items) and (line.items[at].date is not None or line.at(at) in _AFTER_PASSIVE)
        what = subject_phrase(line, index) if near else ""
        return (index, index + 1, what, None) if near else None
    if not _are_people(line, begin, index):
        return None
    last = object_end(line, at)
    what = without_article(phrase_of(line, at, last)) if last > at else ""
    return index, max(last, index + 1), what, None


def talked_with(line: Line, index: int, at: int) -> Told | None:
    """Groups that meet each other: "Judges sat down with mayors in <Asp> on Monday"."""
    begin = _clause_start(line, index)
    others = line.at(at) == "with" and not _PEOPLE.isdisjoint(line.lower[at + 1 : at + _WITH_REACH])
    if not others or not _are_people(line, begin, index) or not _is_on_a_day_at_a_place(line, begin, index):
        return None
    last = object_end(line, at + 1)
    return index, last, f"{subject_phrase(line, index)} with {phrase_of(line, at + 1, last)}", None


def brought_together(line: Line, index: int, at: int) -> Told | None:
    """Who was brought together: "The {Water Union} brought judges together in <Asp> on Monday"."""
    end = next(
        (n for n in range(at, min(len(line.items), at + _TOGETHER_REACH)) if line.at(n) == "together"), None
    )
    if end is None or not _is_told_where_it_is(line, _clause_start(line, index), index):
        return None
    begin, last = (at, end) if end > at else (end + 1, object_end(line, end + 1))
    if not _is_of_people(line, begin, last):
        return None
    return index, last, without_article(phrase_of(line, begin, last)), None


def deals_with(line: Line, index: int, at: int) -> Told | None:
    """A body that takes up a question: "The {Village Council} will discuss wells in <Asp> in May"."""
    before = index - 1
    while before > line.start and (
        line.at(before) in FILLERS
        or line.at(before) in AUXILIARIES
        or line.at(before) in MODALS
        or line.items[before].date is not None
    ):
        before -= 1
    item = line.items[before]
    meets = item.acts and not item.is_person and not _MEETS.isdisjoint(item.text.split())
    last = index + _ABOUT
    dated = any(line.start <= n <= last and not is_year(told) for n, told in line.dates)
    to_come = line.at(index - 1) in MODALS
    placed = any(line.start <= n <= last and _is_town(line, n) for n in line.naming)
    if not (meets and dated and (to_come or placed)):
        return None
    return before, max(at, index + 1), item.text, None


def learned(line: Line, index: int, at: int) -> Told | None:
    """People who learn something: "Forty guards learned in <Asp> on Monday how to mend a pump"."""
    begin = _clause_start(line, index)
    teaches = not _HOW.isdisjoint(line.lower[index + 1 :])
    if not teaches or not _are_people(line, begin, index) or not _is_on_a_day_at_a_place(line, begin, index):
        return None
    return index, max(at, index + 1), subject_phrase(line, index), None


def shown_how(line: Line, index: int, at: int) -> Told | None:
    """People to whom something is shown: "[Anna Berg] showed forty guards in <Asp> on Monday how to"."""
    last = object_end(line, at)
    teaches = not _HOW.isdisjoint(line.lower[last:]) and _is_of_people(line, at, last)
    if not teaches or not _is_on_a_day_at_a_place(line, _clause_start(line, index), index):
        return None
    return index, last, phrase_of(line, at, last), None


def audience(line: Line, index: int, at: int) -> Told | None:
    """Those to whom somebody speaks: "[Anna Berg] addressed students in <Asp> on Monday"."""
    last = object_end(line, at)
    if not _is_of_people(line, at, last):
        return None
    if not _is_on_a_day_at_a_place(line, _clause_start(line, index), index):
        return None
    return index, last, without_article(phrase_of(line, at, last)), None


def sent_to(line: Line, index: int, at: int) -> Told | None:
    """Where a delegation is sent: "The {Water Union} will send a delegation to <Asp> on Monday"."""
    sent = next((n for n in range(at, at + _WITH_REACH) if line.at(n) in _SENT), None)
    to = next((n for n in range(sent, sent + _WITH_REACH) if line.at(n) == "to"), None) if sent else None
    where = to + 1 + (line.at(to + 1) == "the") if to is not None else len(line.items)
    entity = line.items[where].entity if where < len(line.items) else None
    if entity is None or entity.kind not in PLACES or is_demonym(line.items[where]):
        return None
    return index, where + 1, line.items[where].text, where


def provided_with(line: Line, index: int, at: int) -> Told | None:
    """What somebody is provided with on a day: "provided the {Police} with ten cars in <Asp> on Monday"."""
    near = range(at, min(len(line.items), at + _TOGETHER_REACH))
    with_ = next((n for n in near if line.at(n) == "with"), None)
    last = object_end(line, with_ + 1) if with_ is not None else 0
    known = with_ is not None and is_object("gift", line.lower[with_ + 1 : last])
    dated = any(abs(day - index) <= _ABOUT and is_day(told) for day, told in line.dates)
    if with_ is None or not known or not dated:
        return None
    return index, last, without_article(phrase_of(line, with_ + 1, last)), None


def elected(line: Line, index: int, at: int) -> Told | None:
    """Those who vote for somebody on a day: "The people of <<Malta>> elect a president on 5 May"."""
    chosen = next((_ELECTED[w] for w in line.lower[at : at + _ELECTED_REACH] if w in _ELECTED), "")
    begin = _clause_start(line, index)
    if line.at(index - 1) in _OWNS or line.at(index - 1).endswith("ly"):
        return None
    if not _ASSEMBLIES.isdisjoint(line.lower[begin:index]):
        return None
    voting = is_demonym(line.items[index - 1]) or voters_of(line, index) is not None
    voting = voting or not _VOTERS.isdisjoint(line.lower[begin:index])
    dated = any(begin <= day <= index + _ABOUT and is_day(told) for day, told in line.dates)
    if not chosen or not voting or not dated:
        return None
    return index, index + 1, chosen, voters_of(line, index)


def is_to_be_elected(line: Line, index: int) -> Told | None:
    """Who is to be chosen: "A new president will be elected in <<Malta>> on 5 July"."""
    begin = _clause_start(line, index)
    chosen = next((_ELECTED[w] for w in line.lower[begin:index] if w in _ELECTED), "")
    to_come = line.at(index - 1) == "be" and line.at(index - 2) in MODALS | {"to"}
    dated = any(begin <= day <= index + _ABOUT and is_day(told) for day, told in line.dates)
    state = voters_of(line, index)
    return (index, index + 1, chosen, state) if chosen and to_come and dated and state is not None else None


def voters_of(line: Line, index: int) -> int | None:
    """The State whose people vote: "<<Malta>> goes to the polls", "voters go to the polls in <<Malta>>"."""
    here = range(_clause_start(line, index), min(len(line.items), index + _ABOUT))
    states = [at for at in line.naming if at in here and is_state(line, at)]
    before = [at for at in states if at < index]
    return next((at for at in [*reversed(before), *states] if at < index or line.at(at - 1) == "in"), None)


def is_state(line: Line, index: int) -> bool:
    """Whether a State is named at an index."""
    entity = line.items[index].entity
    return entity is not None and entity.kind is EntityKind.STATE and not is_demonym(line.items[index])


def _is_of_people(line: Line, first: int, last: int) -> bool:
    """Whether a phrase means people ("judges from Asp"), not something of theirs ("the needs of judges")."""
    heads = itertools.takewhile(lambda word: word not in PREPOSITIONS, line.lower[first:last])
    return not _PEOPLE.isdisjoint(heads)


def _clause_start(line: Line, index: int) -> int:
    """Where the clause of a verb begins, with whom a relative clause tells of ("mayors who discussed")."""
    begin = index
    first = max(line.start, index - _CLAUSE_REACH)
    while begin > first and line.at(begin - 1) not in (";", ":"):
        if line.at(begin - 1) in _SUBORDINATORS:
            return max(first, begin - _SUBJECT_REACH) if line.at(begin - 1) in _WHO else begin
        begin -= 1
    return begin


def _are_people(line: Line, begin: int, index: int) -> bool:
    """Whether several people do what the verb says: they stand before it, behind no other verb."""
    people = {at for at in _subject(line, begin, index) if line.is_person(at)}
    groups = [at for at in _subject(line, begin, index) if line.at(at) in _PEOPLE]
    return bool(groups) or len(people) > 1


def _subject(line: Line, begin: int, index: int) -> Iterator[int]:
    """The items of the subject, from the verb back."""
    at = index - 1
    while at >= begin and (line.at(at) in FILLERS or line.at(at) in AUXILIARIES):
        at -= 1
    while at >= begin and at > index - _ABOUT and line.at(at) not in BE:
        yield at
        at -= 1


def _is_on_a_day_at_a_place(line: Line, begin: int, index: int) -> bool:
    last = index + _ABOUT
    dated = any(begin <= at <= last and is_day(told) for at, told in line.dates)
    return dated and any(begin <= at <= last and _is_town(line, at) for at in line.naming)


def _is_told_where_it_is(line: Line, begin: int, index: int) -> bool:
    """Whether a day and a town are near, or a day, and the dateline begins the sentence.

    They are those of a relative clause only if they stand in it ("the law that experts discussed today").
    """
    relative = next((at for at in range(index - 1, begin - 1, -1) if line.at(at) in _OBJECT_OF), None)
    begin = begin if relative is None else relative
    if line.start == 0:
        return _is_on_a_day_at_a_place(line, begin, index)
    return any(begin <= at <= index + _ABOUT and is_day(told) for at, told in line.dates)


def _is_town(line: Line, index: int) -> bool:
    entity = line.items[index].entity
    return (
        entity is not None
        and entity.kind is EntityKind.PLACE
        and (
            line.at(index - 1) in _IN
            or (line.at(index - 1) == "to" and line.at(index - 2) in _COME)
            or (line.at(index - 1) == "of" and line.at(index - 4) in _IN)
        )
    )
