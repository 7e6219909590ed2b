"""Occasions that a verb says and no noun: "visited Georgia", "was launched", "met in Prague"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from ....ontology.facts import EntityKind, EventKind, Span
from ..clauses.line import Item, Line, What
from ..clauses.words import AUXILIARIES, BE, FILLERS, MODALS, NEGATIONS, PREPOSITIONS
from ..tables import read_table, words
from ..text.inflection import inflected
from .phrases import EventMention, content_words, noun_kind, text_of

__all__ = ["EVENT_VERBS", "event_actions"]

_DETERMINERS: Final = words("determiners")
_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_OBJECTS: Final = {r["noun"]: r["kind"] for r in read_table("event_objects")}
_PLACES: Final = frozenset((EntityKind.PLACE, EntityKind.STATE))
_PASSIVE: Final = frozenset(
    ("thing", "building", "document", "writing", "certificate", "people", "person as")
)
_BE_OR_MODAL: Final = BE | MODALS
_BEFORE_VERB: Final = FILLERS | AUXILIARIES | _BE_OR_MODAL
_OBJECT_LONGEST: Final = 14
_ABOUT: Final = 12
_DATED: Final = 12
_LEADS_TO: Final = frozenset(("to", "in", "at", "by", "with", "from", "into"))
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
    if verb.form == "ing" and before not in BE:
        return None
    passive = (verb.form == "past" and line.at(index + 1) == "by" and before not in AUXILIARIES) or (
        verb.form == "past" and before in ("is", "was", "were", "are", "be", "been", "being")
    )
    found = _passive(line, index, verb) if passive else _active(line, index, verb)
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
        acts=True,
        to=to,
    )


def _before(line: Line, index: int) -> str:
    at = index - 1
    while at >= line.start and (
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
        return (index, end, "", None) if line.lower[at:end] == words_after else None
    preposition, _, wanted = verb.object.rpartition(" ")
    if verb.object == "none":
        return _intransitive(line, index, at - 1)
    if verb.object == "none building":
        return _opens(line, index)
    if verb.object == "none people":
        subject = _subject_phrase(line, index)
        return (index, index + 1, subject, None) if subject else None
    if preposition == "about with":
        begin = next((a for a in range(at, min(len(line.items), at + _ABOUT)) if line.at(a) == "with"), None)
        return _met(line, begin + 1) if begin is not None else None
    if preposition in ("to", "for", "in", "with"):
        while preposition == "with" and (_is_aside(line, at) or line.at(at) in FILLERS):
            at += 1
        if line.at(at) != preposition:
            return None
        at += 1
    if wanted == "place":
        if preposition and not any(line.is_person(i) for i in range(line.start, index)):
            return None
        return _destination(line, at, direct=not preposition)
    if wanted in ("person", "as"):
        return _met(line, at)
    last = _object_end(line, at)
    if wanted == "people":
        return None
    if last <= at:
        what = _relative_object(line, index)
        heads = what.casefold().split()
        known = wanted == "thing" or any(_OBJECTS.get(head) == wanted for head in heads)
        return (index, index + 1, what, None) if what and known else None
    if preposition == "following" and "following" not in line.lower[at:last]:
        return None
    phrase = text_of(line, Span(line.items[at].span.begin, line.items[last - 1].span.end))
    heads = [line.at(i) for i in range(at, last) if line.items[i].what is What.WORD]
    if any(noun_kind(head) for head in heads[:4]) and wanted == "building":
        return None
    if wanted != "thing" and not any(_OBJECTS.get(head) == wanted for head in heads):
        return None
    return index, last, _without_article(phrase), None


def _is_aside(line: Line, index: int) -> bool:
    """Whether it is a day or place that stands between "met" and "with"."""
    if index >= len(line.items):
        return False
    item = line.items[index]
    if item.date is not None or line.at(index) in ("here", "there"):
        return True
    if line.at(index) in ("in", "on", "at") and index + 1 < len(line.items):
        following = line.items[index + 1]
        return following.date is not None or following.mention is not None
    entity = item.entity
    return entity is not None and entity.kind in _PLACES and line.at(index - 1) in ("in", "at")


def _relative_object(line: Line, index: int) -> str:
    """What stands before the relative clause of a verb: "a memorandum that [Anna Berg] signed"."""
    for at in range(index - 1, line.start, -1):
        if line.at(at) in ("that", "which"):
            return _subject_phrase(line, at)
        if line.at(at) in (";", ":"):
            return ""
    return ""


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
    what = _subject_phrase(line, index)
    if not what:
        return None
    heads = [w.casefold().strip(",") for w in what.split()]
    if verb.object in _OBJECTS.values() and not any(_OBJECTS.get(head) == verb.object for head in heads):
        return None
    return index, index + 1, what, None


def _subject_phrase(line: Line, index: int) -> str:
    """The words from the beginning of the clause to its verb."""
    end = index
    while end > line.start and (
        line.at(end - 1) in _BEFORE_VERB
        or line.at(end - 1).endswith("ly")
        or line.items[end - 1].date is not None
    ):
        end -= 1
    if line.at(end - 1) in ("that", "which"):
        end -= 1
        if line.at(end - 1) == ",":
            end -= 1
    inserted = _before_insertion(line, end) if line.at(end - 1) == "," else None
    if inserted is not None:
        end = inserted
    elif line.at(end - 1) == ",":
        clause = end - 1
        while (
            clause > line.start
            and line.at(clause - 1) not in (";", ":")
            and (line.at(clause - 1) not in _SUBORDINATORS)
        ):
            clause -= 1
        end = next(i for i in range(clause, end) if line.at(i) == ",")
    if line.at(end - 1) in _PRONOUNS:
        return line.at(end - 1)
    begin = end
    relative = end < index and line.at(end) in (",", "that", "which")
    while begin > line.start and end - begin < _OBJECT_LONGEST:
        item = line.items[begin - 1]
        if relative and begin < end and item.lower in _LEADS_TO:
            break
        if item.lower in (",", ";", ":", ".") or item.lower in _SUBORDINATORS or item.what is What.QUOTE:
            break
        if item.what is What.DATE or item.lower in _BE_OR_MODAL:
            break
        begin -= 1
    while begin < end and line.at(begin) in PREPOSITIONS:
        begin += 1
    if begin < end and line.at(begin) in ("and", "or"):
        return "they"
    if begin >= end:
        return ""
    return _without_article(text_of(line, Span(line.items[begin].span.begin, line.items[end - 1].span.end)))


def _before_insertion(line: Line, end: int) -> int | None:
    """Where the subject ends with which the sentence begins, before "including" or a relative clause."""
    comma = next((at for at in range(line.start, end - 1) if line.at(at) == ","), None)
    if comma is None or line.at(comma + 1) not in ("including", "which", "who", "among"):
        return None
    return comma if all(line.items[at].date is None for at in range(line.start, comma)) else None


def _without_article(text: str) -> str:
    parts = text.split()
    while parts and parts[0].casefold() in _DETERMINERS:
        parts = parts[1:]
    return " ".join(parts)


def _destination(line: Line, at: int, *, direct: bool) -> tuple[int, int, str, int | None] | None:
    begin = at
    while line.at(at) in _DETERMINERS:
        at += 1
    if at >= len(line.items):
        return None
    item = line.items[at]
    entity = item.entity
    if entity is not None and entity.kind in _PLACES and not _is_demonym(item):
        return begin, at + 1, item.text, at
    if not direct or (at == begin and not item.acts):
        return None
    if item.is_person:
        return None
    last = _object_end(line, at)
    if last <= at:
        return None
    return begin, last, text_of(line, Span(line.items[at].span.begin, line.items[last - 1].span.end)), at


def _is_place(item: Item) -> bool:
    return item.mention is not None and item.mention.entity.kind is EntityKind.PLACE


def _is_demonym(item: Item) -> bool:
    return item.mention is not None and item.mention.demonym


def _met(line: Line, at: int) -> tuple[int, int, str, int | None] | None:
    """The person met, with the words of the post before the name."""
    begin = at
    if line.at(at) in PREPOSITIONS:
        return None
    for here in range(at, min(len(line.items), at + _OBJECT_LONGEST)):
        item = line.items[here]
        if item.is_person:
            phrase = text_of(line, Span(line.items[begin].span.begin, item.span.end))
            return begin, here + 1, _without_article(phrase), here
        if item.lower in (";", ":", ".", "in", "from", "by") or item.lower in _SUBORDINATORS:
            return None
        if item.date is not None:
            return None
    return None


def _intransitive(line: Line, index: int, last: int) -> tuple[int, int, str, int | None] | None:
    """A body or group that met at some place or time."""
    following = line.items[last + 1] if last + 1 < len(line.items) else None
    timed = following is not None and (
        following.date is not None or following.lower in ("in", "on", "for", "at", "here", "again")
    )
    if not timed:
        return None
    subject = _subject_phrase(line, index)
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
    subject = _subject_phrase(line, index)
    heads = subject.casefold().split()
    cut = next((n for n, word in enumerate(heads) if word in PREPOSITIONS), len(heads))
    if not any(_OBJECTS.get(head) == "building" for head in heads[:cut]):
        return None
    return index, index + 1, subject, None


def _object_end(line: Line, at: int) -> int:
    """Where an object ends: before a date, a subordinate clause, a mark or "in" a place."""
    here, reached = at, at
    while here < len(line.items) and here - at < _OBJECT_LONGEST:
        item = line.items[here]
        lower = item.lower
        if item.date is not None or lower in _SUBORDINATORS or lower in BE or lower in MODALS:
            break
        if item.what is What.WORD and not lower.replace("-", "").replace("'", "").isalnum():
            break
        if item.what is What.QUOTE:
            return here + 1
        following = line.items[here + 1] if here + 1 < len(line.items) else None
        if lower in ("in", "at") and following is not None and _is_place(following):
            break
        if lower in ("and", "together", "jointly", "by", "with", "to", "today", "at"):
            break
        here += 1
        if lower not in PREPOSITIONS and lower not in _DETERMINERS:
            reached = here
    return reached
