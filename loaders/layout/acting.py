"""Whether it is the OSCE that acts in a sentence, and what a text tells that the OSCE made."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .own_voice import find_osce, names_osce
from .sign_words import not_behind, other_phrases, other_words, own_words, small_cells, small_words

__all__ = ["find_made", "find_other_actor", "find_verb", "is_subject", "verb_at", "without_quotations"]

_SUBJECT_WORDS: Final = 14
_QUOTED: Final = re.compile(r"[“\"«„][^”\"»“]{0,2000}[”\"»“]")
_REACH: Final = 150
_NEAR: Final = 60


@cache
def _links() -> frozenset[str]:
    """The prepositions of which one stands between what is made and who made it."""
    return frozenset(small_cells("maker"))


@cache
def _named() -> re.Pattern[str]:
    """The OSCE's name, which may end a word: to search for its first letters is quicker than for a word."""
    return re.compile(rf"(?:{own_words('name')})\b")


@cache
def _makes() -> re.Pattern[str]:
    """The OSCE's name, and behind it that it makes something: "OSCE-run", "OSCE Centre in Osh supports"."""
    place, manner = own_words("of place"), own_words("manner")
    return re.compile(
        rf"(?:{own_words('name')})(?:(?: (?:{own_words('part')}))?-(?:\w+ed|{own_words('joined')})"
        rf"|(?: [A-Z]\w+){{0,4}}(?: (?:{place}) [A-Z]\w+)?(?: (?:{manner}))? (?:{own_words('does')})"
        rf"|(?: [a-z][\w-]*){{0,2}} (?:{own_words('course')}))\b"
    )


@cache
def _made_by() -> re.Pattern[str]:
    """What is made by the OSCE, up to its name."""
    made, where, work = own_words("made"), own_words("where"), own_words("work")
    others, manner = small_words("beneficiary"), own_words("manner")
    return re.compile(
        rf"(?:(?<!\bthose )\b(?i:{made}) (?:(?:{where}) [^.,;:]{{2,60}}? |(?:{manner}) )?"
        rf"by (?:the )?(?:(?!(?:{others}) )\w+ ){{0,4}}"
        rf"|\b(?:with|at) (?:the )?(?:{own_words('support')}) (?:the )?|\b(?:{work}) (?:by|of) (?:the )?)$"
    )


@cache
def _verb() -> re.Pattern[str]:
    relative = not_behind(small_cells("relative"))
    return re.compile(rf"{relative}\b(?:{small_words('verb')})\b|\b[a-z]{{3,20}}ed\b")


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{small_words('addressed')}) (?:the )?$", re.IGNORECASE)


def find_made(text: str) -> str | None:
    """The first words by which a text tells of what the OSCE organized, runs or supports.

    >>> find_made("a course organized by the OSCE Centre"), find_made("a course for the OSCE Centre")
    ('organized by the OSCE', None)
    """
    for name in _named().finditer(text):
        before = text[max(0, name.start() - _REACH) : name.start()]
        if before[-1:].isalnum() or before.endswith("_"):
            continue
        found = _makes().match(text, name.start())
        if found is not None:
            return found[0]
        if not _links().isdisjoint(before[-_NEAR:].split()) and (by := _made_by().search(before)):
            return f"{by[0]}{name[0]}"
    return None


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


@cache
def _told() -> re.Pattern[str]:
    office, said = other_words("small office"), other_words("said")
    return re.compile(rf", (?:the )?(?P<who>(?:[A-Z]|{office}\b)[^,.;:“”\"]{{2,120}}?) (?:{said})\b")


def find_other_actor(sentence: str) -> str | None:
    """The office of another that acts in a sentence which names the OSCE only behind its first verb."""
    told = _told().search(sentence)
    if (
        told is not None
        and not names_osce(told["who"])
        and (told["who"][0].islower() or other_phrases("office", 0).match(told["who"]) is not None)
    ):
        return told[0].lstrip(", ")
    verb = find_verb(sentence)
    if verb is None or is_subject(sentence) or find_made(sentence) is not None:
        return None
    before = sentence[: verb.start()]
    office = other_phrases("office", 0).search(before)
    return f"{before[office.start() :]}{verb[0]}" if office is not None else None
