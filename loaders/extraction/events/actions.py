"""Occasions that a verb says and no noun: "visited Georgia", "was launched", "met in Prague"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from ....ontology.facts import EventKind, Span
from ..clauses.line import Line, What
from ..clauses.words import AUXILIARIES, BE, FILLERS, LONGEST_RUN, MODALS, NEGATIONS, PREPOSITIONS
from ..tables import read_table, words
from ..text.inflection import inflected
from .action_objects import (
    PLACES,
    is_aside,
    is_demonym,
    object_end,
    relative_object,
    subject_phrase,
    without_article,
)
from .dated import is_day, is_year
from .phrases import EventMention, content_words, noun_kind, text_of

__all__ = ["EVENT_VERBS", "event_actions"]

_DETERMINERS: Final = words("determiners")
_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_OBJECTS: Final = {r["noun"]: r["kind"] for r in read_table("event_objects")}
_PASSIVE: Final = frozenset(
    ("thing", "building", "document", "writing", "certificate", "gift", "people", "person as", "announced")
)
_OBJECT_LONGEST: Final = 14
_TOGETHER: Final = frozenset(("together", "with", "jointly", "in"))
_SHOWS: Final = frozenset(("present", "presents", "presented", "presenting"))
_REPORTS: Final = words("event_words", kind="what is reported")
_SHOWN: Final = frozenset((EventKind.LAUNCH, EventKind.PUBLICATION))
_TELLING: Final = words("event_words", kind="tells one from another")
_GIVEN: Final = frozenset(("certificate", "gift"))
_OF_HEAD: Final = frozenset(("writing", "gift"))
_ABOUT: Final = 12
_DAY_REACH: Final = 5
_CLAUSE_REACH: Final = 5
_DATED: Final = 12
_DURING: Final = words("event_words", kind="during which somebody visits")
_TRAINERS: Final = frozenset(("it", "they", "which", "that", "have", "has", "and"))
_BEHIND_COMMA: Final = frozenset(("in", "at", "on", "by", "today", "yesterday"))
_PRONOUNS: Final = frozenset(("it", "they", "we", "he", "she", "which", "who"))


@dataclass(frozen=True, slots=True)
class _Verb:
    kind: EventKind
    object: str
    name: str
    form: str
    particle: str = ""


@cache
def _forms() -> dict[str, tuple[_Verb, ...]]:
    found: defaultdict[str, list[_Verb]] = defaultdict(list)
    for row in read_table("event_verbs"):
        verb, _, particle = row["verb"].partition(" ")
        for form, text in inflected(verb, row["past"].partition(" ")[0]).items():
            found[text].append(_Verb(EventKind(row["kind"]), row["object"], row["name"], form, particle))
    return {text: tuple(verbs) for text, verbs in found.items()}


EVENT_VERBS: Final = frozenset(_forms())


def event_actions(line: Line, number: int) -> Iterator[EventMention]:
    """The occasions that the verbs of a line say."""
    for index in line.places(EVENT_VERBS):
        if line.items[index].what is not What.WORD:
            continue
        for verb in _forms()[line.at(index)]:
            if verb.particle and line.at(index + 1) != verb.particle:
                continue
            made = _action(line, number, index, verb)
            if made is not None:
                yield made
                if made.kind is EventKind.MEETING and made.to is not None:
                    yield from _met_besides(line, made)
                break


def _met_besides(line: Line, met: EventMention) -> Iterator[EventMention]:
    """Who is met on another day: "met with Anna Berg on 5 May and with Carl Dahl on 6 May"."""
    at = met.last
    if line.at(at) == "on":
        at += 1
    dated = at < len(line.items) and line.items[at].date is not None
    found = _met(line, at + 3) if dated and line.lower[at + 1 : at + 3] == ("and", "with") else None
    if found is not None:
        _, last, what, to = found
        name, told = f"meeting with {what}", content_words(what)
        yield replace(met, head=at + 2, first=at + 2, last=last, name=name, words=told, to=to)


def _action(line: Line, number: int, index: int, verb: _Verb) -> EventMention | None:
    before = _before(line, index)
    fixed = verb.object.startswith("=")
    if before in NEGATIONS or (verb.form == "base" and not fixed and not _is_finite(line, index, before)):
        return None
    stays = verb.object == "place" and before in _DURING
    stays = stays or (before == "in" and verb.object == "writing")
    if verb.form == "ing" and before not in BE and not stays:
        return None
    behind = index + 1 + (index + 1 < len(line.items) and line.items[index + 1].date is not None)
    passive = (verb.form == "past" and line.at(behind) == "by" and before not in AUXILIARIES) or (
        verb.form == "past" and before in ("is", "was", "were", "are", "be", "been", "being")
    )
    passive = passive or _is_behind_comma(line, index, verb)
    if fixed and verb.kind is EventKind.PUBLICATION and not passive:
        return None
    found = _passive(line, index, verb) if passive and not fixed else _active(line, index, verb)
    if found is None:
        return None
    first, last, what, to = found
    if what in _PRONOUNS:
        what = ""
    if verb.object.endswith("announced"):
        what = " ".join(word for word in what.split() if word != "following")
    name = f"{verb.name} {what}".strip() if what else verb.name.split()[0]
    return EventMention(
        number,
        index,
        min(first, index),
        max(last, index + 1),
        verb.kind,
        (verb.name or "statement").split()[0],
        name,
        content_words(what),
        False,
        marker=what.split()[0].casefold() if what and what.split()[0].casefold() in _TELLING else "",
        acts=True,
        to=to,
    )


def _is_behind_comma(line: Line, index: int, verb: _Verb) -> bool:
    """Whether a participle explains the noun before the comma ("the new hall, opened today in Asp, has")."""
    explains = verb.form == "past" and line.at(index - 1) == "," and verb.object in _PASSIVE
    following = line.items[index + 1] if index + 1 < len(line.items) else None
    if (
        not explains
        or line.is_party(index - 2)
        or following is None
        or not (following.date or following.lower in _BEHIND_COMMA)
    ):
        return False
    return any(index < at <= index + _ABOUT and is_day(day) for at, day in line.dates)


def _before(line: Line, index: int) -> str:
    at = index - 1
    while at >= max(line.start, index - LONGEST_RUN) and (
        line.at(at) in FILLERS or line.at(at).endswith("ly") or line.items[at].date is not None
    ):
        at -= 1
    return line.at(at) if at >= line.start else ""


def _is_finite(line: Line, index: int, before: str) -> bool:
    return before in MODALS or before in ("to", "did") or (before not in _DETERMINERS and before == "and")


def _active(line: Line, index: int, verb: _Verb) -> tuple[int, int, str, int | None] | None:
    at = index + (2 if verb.particle else 1)
    if verb.object.startswith("="):
        words_after = tuple(verb.object[1:].split())
        end = at + len(words_after)
        if line.lower[at:end] != words_after:
            return None
        return index, end, subject_phrase(line, index) if verb.kind in _SHOWN else "", None
    preposition, _, wanted = verb.object.rpartition(" ")
    if verb.object == "none":
        return _intransitive(line, index, at - 1)
    if verb.object == "none building":
        return _opens(line, index)
    if verb.object == "none writing":
        return _comes_out(line, index)
    if verb.object == "none people":
        subject = subject_phrase(line, index)
        return (index, index + 1, subject, None) if subject else None
    if preposition == "about with":
        begin = next((a for a in range(at, min(len(line.items), at + _ABOUT)) if line.at(a) == "with"), None)
        return _met(line, begin + 1) if begin is not None else None
    if preposition in ("to", "for", "in", "with"):
        while preposition == "with" and (is_aside(line, at) or line.at(at) in FILLERS):
            at += 1
        if line.at(at) != preposition:
            return None
        at += 1
    if wanted == "place":
        if preposition and not _is_by_person(line, index):
            return None
        return _destination(line, at, direct=not preposition)
    if wanted in ("person", "as"):
        return _met(line, at) or (_of_whom(line, index) if wanted == "as" else None)
    while is_aside(line, at):
        at += 1
    at = _past_insertion(line, at)
    last = object_end(line, at)
    if wanted == "people":
        return _trained(line, index, at, last)
    if last <= at:
        what = relative_object(line, index)
        heads = what.casefold().split()
        known = wanted == "thing" or any(_OBJECTS.get(head) == wanted for head in heads)
        return (index, index + 1, what, None) if what and known else None
    if preposition == "following" and "following" not in line.lower[at:last]:
        return None
    phrase = text_of(line, Span(line.items[at].span.begin, line.items[last - 1].span.end))
    heads = [line.at(i) for i in range(at, last) if line.items[i].what is What.WORD]
    if wanted in _OF_HEAD:
        if index and line.at(index) in _SHOWS and not _REPORTS.isdisjoint(heads):
            return None
        if verb.name == "launch of" and line.at(last) == "to":
            return None
        heads = heads[: next((n for n, head in enumerate(heads) if head in PREPOSITIONS), None)]
    if any(noun_kind(head) for head in heads[:4]) and wanted == "building":
        return None
    if wanted != "thing" and not any(_OBJECTS.get(head) == wanted for head in heads):
        return None
    return index, last, without_article(phrase), None


def _past_insertion(line: Line, at: int) -> int:
    """Where the object begins behind who else did it ("launched, together with a school, a song")."""
    if line.at(at) != "," or line.at(at + 1) not in _TOGETHER:
        return at
    return next((n + 1 for n in range(at + 1, at + _ABOUT) if line.at(n) == ","), at)


def _trained(line: Line, index: int, at: int, last: int) -> tuple[int, int, str, int | None] | None:
    """Those whom somebody trained on a day: "The {Water Union} trained forty diggers from 1 to 3 May"."""
    before = index - 1
    while before > line.start and (line.at(before) in FILLERS or line.items[before].date is not None):
        before -= 1
    trains = line.is_party(before) or line.at(before) in _TRAINERS
    told = any(index < day <= last + _DATED and is_day(expression) for day, expression in line.dates)
    if not trains or not told or last <= at:
        return None
    return index, last, text_of(line, Span(line.items[at].span.begin, line.items[last - 1].span.end)), None


def _passive(line: Line, index: int, verb: _Verb) -> tuple[int, int, str, int | None] | None:
    """The subject of a passive verb: "A handbook on hate crime was launched"."""
    if verb.object == "person" and line.at(index + 1) == "by":
        return _met(line, index + 2)
    if verb.object not in _PASSIVE:
        return None
    told = any(index < at <= index + _DATED for at, _ in line.dates)
    bare = line.at(index + 1) == "by" and _before(line, index) not in BE
    if verb.kind is EventKind.PUBLICATION and bare and not told:
        return None
    what = subject_phrase(line, index)
    if verb.object in _GIVEN and (given := _given_to(line, index, verb)) is not None:
        return given
    if not what:
        return None
    heads = [w.casefold().strip(",") for w in what.split()]
    if verb.object in _OF_HEAD:
        heads = heads[: next((n for n, head in enumerate(heads) if head in PREPOSITIONS), None)]
    if verb.object in _OBJECTS.values() and not any(_OBJECTS.get(head) == verb.object for head in heads):
        return None
    return index, index + 1, what, None


def _is_by_person(line: Line, index: int) -> bool:
    """Whether a person goes somewhere, not those of whom a clause speaks ("observers who will arrive in")."""
    for at in range(index - 1, max(line.start, index - _CLAUSE_REACH), -1):
        if line.at(at) == "who":
            before = at - 1 - (line.at(at - 1) == ",")
            return line.is_person(before)
    return any(line.start <= at < index and line.is_person(at) for at in line.naming)


def _comes_out(line: Line, index: int) -> tuple[int, int, str, int | None] | None:
    """A book or the like that appears on a day ("the second edition came out today")."""
    subject = subject_phrase(line, index)
    heads = subject.casefold().split()
    cut = next((n for n, word in enumerate(heads) if word in PREPOSITIONS), len(heads))
    told = any(abs(at - index) <= _DAY_REACH and not is_year(day) for at, day in line.dates)
    known = any(_OBJECTS.get(head) == "writing" for head in heads[:cut])
    return (index, index + 1, subject, None) if told and known else None


def _given_to(line: Line, index: int, verb: _Verb) -> tuple[int, int, str, int | None] | None:
    """What people were given ("were handed their diplomas", "were presented with cars")."""
    at = index + 1 + (line.at(index + 1) == "with")
    last = object_end(line, at)
    heads = line.lower[at:last]
    if last <= at or not any(_OBJECTS.get(head) == verb.object for head in heads):
        return None
    phrase = text_of(line, Span(line.items[at].span.begin, line.items[last - 1].span.end))
    return index, last, without_article(phrase), None


def _destination(line: Line, at: int, *, direct: bool) -> tuple[int, int, str, int | None] | None:
    begin = at
    while line.at(at) in _DETERMINERS:
        at += 1
    if at >= len(line.items):
        return None
    item = line.items[at]
    entity = item.entity
    if entity is not None and entity.kind in PLACES and not is_demonym(item):
        return begin, at + 1, item.text, at
    if not direct or (at == begin and not item.acts):
        return None
    if item.is_person:
        return None
    last = object_end(line, at)
    if last <= at:
        return None
    return begin, last, text_of(line, Span(line.items[at].span.begin, line.items[last - 1].span.end)), at


def _met(line: Line, at: int) -> tuple[int, int, str, int | None] | None:
    """The person met, with the words of the post before the name."""
    begin = at
    if line.at(at) in PREPOSITIONS:
        return None
    for here in range(at, min(len(line.items), at + _OBJECT_LONGEST)):
        item = line.items[here]
        if item.is_person:
            phrase = text_of(line, Span(line.items[begin].span.begin, item.span.end))
            return begin, here + 1, without_article(phrase), here
        if item.lower in (";", ":", ".", "in", "from", "by") or item.lower in _SUBORDINATORS:
            return None
        if item.date is not None:
            return None
    return None


def _of_whom(line: Line, index: int) -> tuple[int, int, str, int | None] | None:
    """The person before "whom" ("Carl Dahl, whom the Union had appointed in May")."""
    for at in range(index - 1, max(line.start, index - _ABOUT), -1):
        if line.at(at) == "whom":
            person = at - 1 - (line.at(at - 1) == ",")
            dated = any(index < day <= index + 2 and not is_year(told) for day, told in line.dates)
            if dated and line.is_person(person):
                return index, index + 1, line.items[person].text, None
    return None


def _intransitive(line: Line, index: int, last: int) -> tuple[int, int, str, int | None] | None:
    """A body or group that met at some place or time."""
    following = line.items[last + 1] if last + 1 < len(line.items) else None
    if following is not None and following.lower == "together":
        return _intransitive(line, index, last + 1)
    timed = following is not None and (
        following.date is not None or following.lower in ("in", "on", "for", "at", "here", "again")
    )
    if not timed or (following is not None and following.date and line.at(last + 2) in _DETERMINERS):
        return None
    subject = subject_phrase(line, index)
    if not subject:
        return None
    return index, index + 1, subject, None


def _opens(line: Line, index: int) -> tuple[int, int, str, int | None] | None:
    """A building that opens on a day: "A library, paid for by the town, opened today in Linden"."""
    at = index + 1
    while line.at(at) in ("in", "at", "on", "here", "the") or (
        at < len(line.items) and line.items[at].mention is not None and line.items[at].date is None
    ):
        at += 1
    if at >= len(line.items) or line.items[at].date is None:
        return None
    subject = subject_phrase(line, index)
    heads = subject.casefold().split()
    cut = next((n for n, word in enumerate(heads) if word in PREPOSITIONS), len(heads))
    if not any(_OBJECTS.get(head) == "building" for head in heads[:cut]):
        return None
    return index, index + 1, subject, None
