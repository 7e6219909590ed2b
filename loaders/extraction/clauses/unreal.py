"""What a sentence tells of as not actual: denied, conditional, only hoped for, urged or proposed.

The one place that says so of a verb or a noun, for occasions, those who take part in them and acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ..tables import phrases, words
from .denials import denied_from
from .words import AUXILIARIES, BE, FILLERS

__all__ = ["is_conditional", "is_only_wished", "is_unreal"]

_MODALS: Final = words("denial_words", kind="modal")
_CONDITIONS: Final = words("denial_words", kind="condition")
_INVERTED: Final = words("denial_words", kind="inverted condition")
_WISH_TO: Final = phrases("denial_words", kind="wishes to")
_WISH_FOR: Final = phrases("denial_words", kind="wishes for")
_WISH_THAT: Final = phrases("denial_words", kind="wishes that")
_WISHES: Final = frozenset(phrase[0] for phrase in (*_WISH_TO, *_WISH_FOR, *_WISH_THAT))
_STEPS: Final = FILLERS | AUXILIARIES | BE | {"to"}
_SUBJECTS: Final = words("determiners") | {"he", "she", "it", "they", "we", "there"}
_ENDS: Final = frozenset((";", ":"))
_BREAKS: Final = frozenset((";", ":", "that", "which", "who", "and", "but"))
_TO_REACH: Final = 14
_THAT_REACH: Final = 3

_Spans = tuple[tuple[int, int], ...]


def is_unreal(lower: Sequence[str], index: int) -> bool:
    """Whether the verb at an index is told of as not actual: denied, conditional, urged or only hoped for.

    >>> is_unreal("the mayor hopes to visit linden".split(), 4)
    True
    >>> is_unreal("the mayor is to visit linden".split(), 4)
    False
    """
    return is_conditional(lower, index) or is_only_wished(lower, index) or _is_of_modal(lower, index)


def is_conditional(lower: Sequence[str], index: int) -> bool:
    """Whether what stands at an index is denied, or told under a condition ("had he come", "if it rains")."""
    return _is_in(_conditional(tuple(lower)), index)


def is_only_wished(lower: Sequence[str], index: int) -> bool:
    """Whether what stands at an index is what somebody hopes for, asks of others or proposes."""
    return _is_in(_wished(tuple(lower)), index)


def _is_in(spans: _Spans, index: int) -> bool:
    return any(begin <= index < end for begin, end in spans)


def _is_of_modal(lower: Sequence[str], index: int) -> bool:
    """Whether the verb depends on "should", "must", "might", or on "would have"."""
    at = index - 1
    while at >= 0 and (
        lower[at] in _STEPS or (lower[at].endswith("ly") and lower[at - 1] in _STEPS | _MODALS)
    ):
        at -= 1
    if at < 0:
        return False
    return lower[at] in _MODALS or (lower[at] == "would" and "have" in lower[at + 1 : index])


@lru_cache(maxsize=8)
def _conditional(lower: tuple[str, ...]) -> _Spans:
    return (*denied_from(lower), *_conditions(lower))


def _conditions(lower: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    if _CONDITIONS.isdisjoint(lower) and _INVERTED.isdisjoint(lower):
        return
    for at, word in enumerate(lower):
        if word in _CONDITIONS or (word in _INVERTED and _is_inverted(lower, at)):
            yield at, _end(lower, at)


def _is_inverted(lower: tuple[str, ...], at: int) -> bool:
    """Whether the verb opens a clause before its subject ("had the mayor come"), and none asks there."""
    opens = at == 0 or lower[at - 1] in (";", "-", "–", "—")
    asked = "?" in lower[at:] or "if" in lower[at:]
    after = lower[at + 1 : at + 2]
    named = bool(after) and (after[0] in _SUBJECTS or (after[0][:1].isalpha() and after[0] not in _STEPS))
    return opens and named and not asked


@lru_cache(maxsize=8)
def _wished(lower: tuple[str, ...]) -> _Spans:
    return tuple(_wishes(lower)) if not _WISHES.isdisjoint(lower) else ()


def _wishes(lower: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(lower):
        if word not in _WISHES:
            continue
        for phrase in _WISH_FOR:
            if lower[at : at + len(phrase)] == phrase:
                yield at + len(phrase), _end(lower, at)
        for phrase in _WISH_THAT:
            after = at + len(phrase)
            if lower[at:after] == phrase and "that" in lower[after : after + _THAT_REACH]:
                yield lower.index("that", after) + 1, _end(lower, at)
        for phrase in _WISH_TO:
            to = _infinitive(lower, at + len(phrase)) if lower[at : at + len(phrase)] == phrase else None
            if to is not None:
                yield to + 1, _end(lower, to)


def _infinitive(lower: tuple[str, ...], begin: int) -> int | None:
    """Where "to" stands that says what is wished for: behind the wish or behind who is asked."""
    for at in range(begin, min(len(lower) - 1, begin + _TO_REACH)):
        if lower[at] == "to":
            return at
        if lower[at] in _BREAKS and not (lower[at] == "and" and at > begin):
            return None
    return None


def _end(lower: tuple[str, ...], begin: int) -> int:
    """Where what is not actual ends: at a semicolon, or where the sentence goes on with "but"."""
    for at in range(begin + 1, len(lower)):
        if lower[at] in _ENDS or (lower[at] == "," and lower[at + 1 : at + 2] == ("but",)):
            return at
    return len(lower)
