"""Whether it is the OSCE that acts in a sentence, and what a text tells that the OSCE made."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .own_voice import find_osce
from .sign_words import own_words, small_words

__all__ = ["find_made", "find_verb", "is_subject", "verb_at", "without_quotations"]

_SUBJECT_WORDS: Final = 14
_QUOTED: Final = re.compile(r"[“\"«„][^”\"»“]{0,2000}[”\"»“]")
_NAME: Final = r"(?:OSCE|ODIHR)"


@cache
def _made() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_NAME}(?: Mission)?-(?:\w+ed|{own_words('joined')})\b"
        rf"|\b(?:{own_words('made')}) (?:jointly |today )?by (?:the )?(?:\w+ ){{0,4}}{_NAME}\b"
        rf"|\bwith (?:the )?(?:{own_words('support')}) (?:the )?{_NAME}\b"
        rf"|\b{_NAME}(?: [A-Z]\w+){{0,4}}(?: (?:in|to) [A-Z]\w+)?(?: today)? (?:{own_words('does')})\b"
    )


@cache
def _verb() -> re.Pattern[str]:
    relative = "".join(rf"(?<!\b{word} )" for word in small_words("relative").split("|"))
    return re.compile(rf"{relative}\b(?:{small_words('verb')})\b|\b[a-z]{{3,20}}ed\b")


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{small_words('addressed')}) (?:the )?$")


def find_made(text: str) -> re.Match[str] | None:
    """The first place where a text tells of what the OSCE organized, runs or supports.

    >>> find_made("a course organized by the OSCE Centre")[0], find_made("a course for the OSCE Centre")
    ('organized by the OSCE', None)
    """
    return _made().search(text)


def find_verb(sentence: str) -> re.Match[str] | None:
    """The first verb of a sentence."""
    return _verb().search(sentence)


def verb_at(text: str, begin: int) -> bool:
    """Whether a verb stands at an offset of a text."""
    return _verb().match(text, begin) is not None


def without_quotations(text: str) -> str:
    """A text without what is quoted in it."""
    return _QUOTED.sub(" ", text)


def is_subject(sentence: str) -> bool:
    """Whether the OSCE is named before the first verb of a sentence.

    >>> is_subject("The OSCE Mission opened a library"), is_subject("The mayor met the OSCE")
    (True, False)
    """
    found = find_osce(sentence)
    if found is None:
        return False
    before = without_quotations(sentence[: found.start()])
    if _addressed().search(before) is not None:
        return False
    return len(before.split()) <= _SUBJECT_WORDS and find_verb(before) is None
