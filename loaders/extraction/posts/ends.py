"""Where the name of a unit ends and a person's begins, with no mark between: "Bar Association Ann Lee"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..people.lexicon import UNITS, is_topic
from ..tables import endings, words

__all__ = ["ADJECTIVES", "name_begins", "person_behind"]

ADJECTIVES: Final = endings("post_words", kind="ending of an adjective")
_DIRECTIONS: Final = words("post_words", kind="goes on with a unit")
_OF_MATTERS: Final = frozenset(("of", "for", "on"))


def name_begins(words: Sequence[str], index: int) -> bool:
    """Whether a name begins with the word, right after a unit's noun or after what the unit is for.

    >>> name_begins("Bar Association Ann Lee".split(), 2)
    True
    >>> name_begins("Department for Human Rights".split(), 3)
    False
    """
    if index < 2 or not words[index][0].isupper() or words[index].isupper():
        return False
    before, word = words[index - 1].lower(), words[index].lower()
    if word in UNITS or word in _DIRECTIONS or is_topic(word):
        return False
    if before in UNITS:
        return True
    if not is_topic(before) or word.endswith(ADJECTIVES) or "-" in word:
        return False
    return any(earlier.lower() in _OF_MATTERS for earlier in words[:index])


def person_behind(words: Sequence[str]) -> int | None:
    """Where somebody's name begins in what was taken for a unit's name, None where it holds none.

    >>> person_behind("Department for Human Rights Ann Lee".split())
    4
    >>> person_behind("National Agency for Roma".split()) is None
    True
    """
    small = max((at for at, word in enumerate(words) if not word[0].isupper()), default=-1)
    return next((at for at in range(max(2, small + 1), len(words) - 1) if name_begins(words, at)), None)
