"""What a sentence tells as denied or as a rumour: nothing in such a clause is a fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..tables import words
from ..text.inflection import inflected

__all__ = ["denied_from", "is_denied", "is_flat_denial"]

_VERBS: Final = frozenset(
    form for verb in words("denial_words", kind="verb") for form in inflected(verb).values()
)
_DENYING: Final = frozenset(inflected("deny").values())
_TOLD: Final = words("denial_words", kind="told")
_RUMOURS: Final = words("denial_words", kind="rumour")
_FALSE: Final = words("denial_words", kind="false")
_NOUNS: Final = _TOLD | _RUMOURS
_FALSELY: Final = words("denial_words", kind="falsely")
_OPENS: Final = _NOUNS | _DENYING | _FALSE | _FALSELY | words("denial_words", kind="true")
_CONTRARY: Final = ("contrary", "to")
_THIS: Final = frozenset(("that", "this", "it", "these", "they"))
_IS: Final = frozenset(("is", "was", "are", "were", "'s", "’s"))
_ENDS: Final = frozenset((";", ":"))
_DENIED: Final = frozenset(("that", "having", "being"))
_REACH: Final = 8
_BEFORE_FALSE: Final = 3
_DENIAL_LENGTH: Final = 9


def is_denied(lower: Sequence[str], index: int) -> bool:
    """Whether the word at an index stands in a clause that tells what is denied, or only rumoured.

    >>> is_denied("she denied that the mayor had been named envoy".split(), 8)
    True
    >>> is_denied("she said that the mayor had been named envoy".split(), 8)
    False
    """
    return any(begin <= index < end for begin, end in denied_from(lower))


def denied_from(lower: Sequence[str]) -> list[tuple[int, int]]:
    """Where the denied clauses of a sentence begin and end, from its words in lower case."""
    if _OPENS.isdisjoint(lower):
        return []
    found = []
    for index, word in enumerate(lower):
        begin = _clause_after(lower, index) if word in _OPENS else None
        if begin is not None:
            found.append((begin, _end(lower, index, begin)))
    return found


def is_flat_denial(text: str) -> bool:
    """Whether quoted words only say that what was told before is false.

    >>> is_flat_denial("That is nonsense,"), is_flat_denial("That is a good step.")
    (True, False)
    """
    said = text.casefold().strip(' .,!?"“”').split()
    if not said or len(said) > _DENIAL_LENGTH or said[0] not in _THIS or _IS.isdisjoint(said[:3]):
        return False
    negated = not {"not", "no"}.isdisjoint(said)
    return (negated and not {"true", "truth"}.isdisjoint(said)) or (
        not negated and not _FALSE.isdisjoint(said)
    )


def _clause_after(lower: Sequence[str], index: int) -> int | None:
    """Where the clause begins that a word denies, None where it denies none there."""
    word, following = lower[index], lower[index + 1 : index + 1 + _REACH]
    if word in _DENYING:
        opens = next((n for n, w in enumerate(following[:_BEFORE_FALSE]) if w in _DENIED), None)
        return index + 2 + opens if opens is not None and "," not in following[:opens] else None
    if word in _FALSELY:
        return index + 1
    if "that" not in following:
        return None
    that = index + 1 + following.index("that")
    before = lower[max(0, index - _REACH) : index]
    if word in ("true", "truth") or word in _FALSE:
        denies = word in _FALSE or not {"not", "no"}.isdisjoint(before[-3:])
        return that + 1 if denies and "not" not in (before[-1:] if word in _FALSE else ()) else None
    if any(mark in following[: that - index - 1] for mark in (*_ENDS, ",")):
        return None
    refuted = any(w in _VERBS for w in before) or tuple(before[-2:]) == _CONTRARY
    return that + 1 if word in _RUMOURS or refuted or _is_called_false(lower, that) else None


def _is_called_false(lower: Sequence[str], that: int) -> bool:
    """Whether the sentence goes on to say that what was told is false ("reports that ... are untrue")."""
    return any(
        not _IS.isdisjoint(lower[max(that, at - _BEFORE_FALSE) : at]) and "not" not in lower[at - 1 : at]
        for at in range(that + 1, len(lower))
        if lower[at] in _FALSE
    )


def _end(lower: Sequence[str], index: int, begin: int) -> int:
    """Where the clause ends: at a semicolon, or at a comma where it stood before the main clause."""
    leads = tuple(lower[max(0, index - 3) : index]).count("contrary") > 0 and index <= _REACH
    for at in range(begin, len(lower)):
        if lower[at] in _ENDS or (
            lower[at] == "," and (leads or lower[at + 1 : at + 2] in (["but"], ("but",)))
        ):
            return at
    return len(lower)
