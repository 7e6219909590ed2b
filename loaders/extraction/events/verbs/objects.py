"""The phrases about a verb: its subject, its object, and what only stands between."""

from __future__ import annotations

from typing import Final

from .....ontology.facts import EntityKind, Span
from ...clauses.line import Item, Line, What
from ...clauses.words import AUXILIARIES, BE, FILLERS, LONGEST_RUN, MODALS, PREPOSITIONS
from ...tables import words
from ..phrases import text_of

__all__ = [
    "PLACES",
    "is_aside",
    "is_demonym",
    "object_end",
    "phrase_of",
    "relative_object",
    "subject_phrase",
    "without_article",
]

_DETERMINERS: Final = words("determiners")
_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_BE_OR_MODAL: Final = BE | MODALS
_BEFORE_VERB: Final = FILLERS | AUXILIARIES | _BE_OR_MODAL
_IS_TO: Final = BE | {"due", "expected", "scheduled", "set"}
_OBJECT_LONGEST: Final = 14
_RELATIVE_REACH: Final = 60
_SAYING: Final = 6
_LEADS_TO: Final = frozenset(("to", "in", "at", "by", "with", "from", "into"))
_PRONOUNS: Final = frozenset(("it", "they", "we", "he", "she", "which", "who"))
PLACES: Final = frozenset((EntityKind.PLACE, EntityKind.STATE))


def relative_object(line: Line, index: int) -> str:
    """What stands before the relative clause of a verb: "a memorandum that [Anna Berg] signed"."""
    for at in range(index - 1, max(line.start, index - _RELATIVE_REACH), -1):
        if line.at(at) in ("that", "which"):
            return subject_phrase(line, at)
        if line.at(at) in (";", ":"):
            return ""
    return ""


def subject_phrase(line: Line, index: int) -> str:
    """The words from the beginning of the clause to its verb."""
    end = index
    while end > max(line.start, index - LONGEST_RUN) and (
        line.at(end - 1) in _BEFORE_VERB
        or line.at(end - 1).endswith("ly")
        or line.items[end - 1].date is not None
    ):
        end -= 1
    if line.at(end - 1) == "to" and line.at(end - 2) in _IS_TO:
        end -= 3 if line.at(end - 2) not in BE else 2
    if line.at(end - 1) in ("that", "which"):
        end -= 1
        if line.at(end - 1) == ",":
            end -= 1
    closed = line.at(end - 1) == ","
    inserted = _before_insertion(line, end) if closed else None
    said = _before_saying(line, end) if closed and inserted is None else None
    if said is not None:
        end = said
    elif inserted is not None:
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
    relative = said is None and end < index and line.at(end) in (",", "that", "which")
    while begin > line.start and end - begin < _OBJECT_LONGEST:
        item = line.items[begin - 1]
        if relative and begin < end and item.lower in _LEADS_TO:
            break
        if item.lower in (",", ";", ":", ".") or item.lower in _SUBORDINATORS:
            break
        if item.what is What.QUOTE and begin < end:
            break
        if item.what is What.DATE or item.lower in _BE_OR_MODAL:
            break
        begin -= 1
    while begin < end and (line.at(begin) in PREPOSITIONS or line.at(begin) == "according"):
        begin += 1
    if begin < end and line.at(begin) in ("and", "or"):
        return "they"
    if begin >= end:
        return ""
    return without_article(phrase_of(line, begin, end))


def _before_insertion(line: Line, end: int) -> int | None:
    """Where the subject ends with which the sentence begins, before "including" or a relative clause."""
    comma = next((at for at in range(line.start, end - 1) if line.at(at) == ","), None)
    if comma is None or line.at(comma + 1) not in ("including", "which", "who", "among"):
        return None
    return comma if all(line.items[at].date is None for at in range(line.start, comma)) else None


def _before_saying(line: Line, end: int) -> int | None:
    """Where the subject ends before who said so ("a brochure on wells, he went on, would")."""
    opened = next(
        (at for at in range(end - 2, max(line.start, end - _SAYING), -1) if line.at(at) == ","), None
    )
    if opened is None or not (line.at(opened + 1) in ("he", "she") or line.is_person(opened + 1)):
        return None
    return opened


def phrase_of(line: Line, first: int, last: int) -> str:
    """The words of the items from one to before another."""
    return text_of(line, Span(line.items[first].span.begin, line.items[last - 1].span.end))


def without_article(text: str) -> str:
    """The words behind the article or owner with which a phrase begins."""
    parts = text.split()
    while parts and parts[0].casefold() in _DETERMINERS:
        parts = parts[1:]
    return " ".join(parts)


def object_end(line: Line, at: int) -> int:
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


def _is_place(item: Item) -> bool:
    return item.mention is not None and item.mention.entity.kind is EntityKind.PLACE


def is_demonym(item: Item) -> bool:
    """Whether it is an adjective of a State ("Norwegian"), so that nobody goes there."""
    return item.mention is not None and item.mention.demonym


def is_aside(line: Line, index: int) -> bool:
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
    return entity is not None and entity.kind in PLACES and line.at(index - 1) in ("in", "at")
