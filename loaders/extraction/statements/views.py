"""Speakers whose view is told: "according to N", "in N's view", "for N it is", "N was glad that"."""

from __future__ import annotations

from typing import Final

from ..clauses.line import Line, What, party_list, preceding_list
from ..clauses.words import DETERMINERS, LONGEST_RUN, PREPOSITIONS
from ..tables import phrases, words
from .quoted import Found

__all__ = [
    "ATTITUDES",
    "BEFORE_SPEAKER",
    "POSSESSED",
    "VIEWS",
    "attitude",
    "before_speaker",
    "for_whom",
    "possessed_view",
    "words_of",
]

_OPENINGS: Final = phrases("speech_phrases", kind="before speaker")
BEFORE_SPEAKER: Final = frozenset(phrase[0] for phrase in _OPENINGS)
POSSESSED: Final = words("speech_phrases", kind="possessed")
_FEELING_OF: Final = frozenset(("that", "about", "at", "to", "by"))
_FELT: Final = frozenset(("was", "is", "were", "are", "felt", "remains", "remained"))
ATTITUDES: Final = words("speech_phrases", kind="attitude")
_NOT_OF_NAMES: Final = PREPOSITIONS - {"of", "on", "for"}
_COUNTS: Final = 3
VIEWS: Final = words("speech_words", kind="what somebody said")


def before_speaker(line: Line) -> Found:
    """As in "according to N", "in the view of N", "N, according to whom"."""
    for index in line.places(BEFORE_SPEAKER):
        for phrase in _OPENINGS:
            end = index + len(phrase)
            if line.lower[index:end] != phrase:
                continue
            if line.at(end) in ("whom", "which"):
                before = index - 1
                while before >= line.start and line.at(before) in (",", "and"):
                    before -= 1
                if line.is_party(before):
                    yield preceding_list(line, before), 0.0
                continue
            found, _ = party_list(line, end)
            if found and found[0] - end <= _COUNTS:
                yield found, 0.0


def possessed_view(line: Line) -> Found:
    """As in "in N's view", "in her words"."""
    for index in line.places(POSSESSED):
        if line.is_party(index - 1) and line.at(index - 2) in ("in", "to", "by"):
            yield (index - 1,), 0.0
        elif line.at(index - 3) in ("in", "to", "by") and _is_owner(line, index - 2):
            yield (index - 2,), 0.0


def _is_owner(line: Line, index: int) -> bool:
    return line.is_party(index) and line.at(index + 1) in ("'s", "’s", "'")


def for_whom(line: Line) -> Found:
    """As in "For N, the bridge is a promise"."""
    index = line.start
    if line.at(index) not in ("for", "to") or not _may_name(line, index + 1):
        return
    for at in range(index + 1, min(index + 16, len(line.items))):
        item = line.items[at]
        if item.is_person:
            if line.at(at + 1) in (",", "the", "this", "it", "that", "such", "these"):
                yield (at,), 0.0
            return
        if item.lower in ("part", "time") or item.lower in _NOT_OF_NAMES:
            return


def _may_name(line: Line, index: int) -> bool:
    """Whether a name or post can begin at an index: a party, a capital or an article."""
    if index >= len(line.items):
        return False
    item = line.items[index]
    return item.what is not What.WORD or item.text[:1].isupper() or item.lower in DETERMINERS


def attitude(line: Line) -> Found:
    """As in "N was glad that", "the Mission is concerned about", "..., N is convinced, ..."."""
    for index in line.places(ATTITUDES):
        if index == line.start or line.items[index].what is not What.WORD:
            continue
        apart = line.at(index + 1) in (",", ".")
        if not apart and _FEELING_OF.isdisjoint(line.lower[index + 1 : index + 6]):
            continue
        before = index - 1
        first = max(line.start, index - LONGEST_RUN)
        while before > first and (line.at(before).endswith("ly") or line.at(before) in ("very", "also")):
            before -= 1
        if line.at(before) not in _FELT or not line.is_party(before - 1):
            continue
        if apart and _past_article(line, before - 1) != ",":
            continue
        yield preceding_list(line, before - 1), 0.0 if line.is_person(before - 1) else -0.05


def _past_article(line: Line, index: int) -> str:
    """The word before a party, its article passed over."""
    titled = line.at(index - 1) in DETERMINERS or (line.is_person(index) and _is_capital(line, index - 1))
    return line.at(index - 2 if titled else index - 1)


def _is_capital(line: Line, index: int) -> bool:
    return line.items[index].text[:1].isupper()


def words_of(line: Line) -> Found:
    """As in "The words were those of Anna Berg", "a remark by Anna Berg"."""
    for index in line.places(VIEWS):
        if line.lower[index + 1 : index + 4] == ("were", "those", "of"):
            found, _ = party_list(line, index + 4)
            if found:
                yield found, 0.0
