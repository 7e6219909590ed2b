"""What stands before a relative clause as the object of its verb: "two boats, which Norway donated"."""

from __future__ import annotations

from typing import Final

from ..clauses.line import Line, What
from ..clauses.words import DETERMINERS
from .agents import end_of_subject, is_verb_at
from .groups import Group
from .noun_phrases import FUNCTION, MARKS, POSSESSED, Taken, is_demonym, is_meant, span_of

__all__ = ["antecedent"]

_LONGEST: Final = 12
_OF_THINGS: Final = frozenset(("which", "that"))


def antecedent(line: Line, group: Group) -> Taken | None:
    """The object of a relative clause that has a subject of its own, None where none is before the verb."""
    pronoun = end_of_subject(line, group.begin) - 1
    while pronoun > line.start and line.at(pronoun) in DETERMINERS:
        pronoun -= 1
    if line.at(pronoun) not in _OF_THINGS or not line.is_party(
        pronoun + 1 + (line.at(pronoun + 1) in DETERMINERS)
    ):
        return None
    end = pronoun - (line.at(pronoun - 1) == ",")
    first = end
    while first > line.start and end - first < _LONGEST and _is_of_phrase(line, first - 1):
        first -= 1
    while first < end and line.at(first) in DETERMINERS - POSSESSED | {"of"}:
        first += 1
    if first >= end or not is_meant(line, group, first, end):
        return None
    entity = line.items[first].entity if end - first == 1 else None
    if entity is not None:
        return None if is_demonym(line, first) else Taken(things=(entity,), last=group.end, relative=True)
    return Taken(words=span_of(line, first, end), last=group.end, relative=True)


def _is_of_phrase(line: Line, index: int) -> bool:
    item, word = line.items[index], line.at(index)
    if item.what is What.NAME:
        return True
    plain = item.what is What.WORD and (word == "of" or word not in FUNCTION - DETERMINERS)
    return plain and word not in MARKS and word not in (",", "over") and not is_verb_at(line, index)
