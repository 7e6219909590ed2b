"""Tells a State's adjective from a language, a community and a first name."""

from __future__ import annotations

from typing import Final

from ..tables import words
from ..text.paragraphs import is_capitalised
from .line import Line, Name, capital_words

__all__ = ["COMMUNITY_BEFORE", "FIRST_NAMES", "names_state"]

_AFTER_LANGUAGE: Final = words("language_words", side="after")
_BEFORE_LANGUAGE: Final = words("language_words", side="before")
_BARE: Final = words("language_words", side="bare")
_ALWAYS_LANGUAGE: Final = words("language_words", side="self")
_COMMUNITY_AFTER: Final = words("community_words", side="after")
COMMUNITY_BEFORE: Final = words("community_words", side="before")
_COMMUNITY_SELF: Final = words("community_words", side="self")
_LONGEST_LIST: Final = 60
FIRST_NAMES: Final = words("places_as_first_names")


def names_state(line: Line, name: Name) -> bool:
    """Whether an adjective or the name of a people stands for a State here."""
    return not (_is_community(line, name) or _is_language(line, name) or _is_first_name(line, name))


def _is_community(line: Line, name: Name) -> bool:
    """Whether people are meant: "Kosovo Serbs", "of Albanian origin", "the Hungarian minority"."""
    if line.word(name.first) in _COMMUNITY_SELF or line.word(name.last) in _COMMUNITY_SELF:
        return True
    before = line.word(name.first - 1)
    if before in COMMUNITY_BEFORE or before.lower() == "ethnic":
        return True
    following = name.last
    farthest = following + _LONGEST_LIST
    while (
        following < farthest
        and line.word(following) in ("and", "or", ",")
        and line.capitalised(following + 1)
    ):
        following += 2
    return line.lower(following) in _COMMUNITY_AFTER or line.lower(name.last) in _COMMUNITY_AFTER


def _is_first_name(line: Line, name: Name) -> bool:
    """Whether a noun for one of a people is a person's name: "Finn Olsen"."""
    following = line.word(name.last)
    if line.word(name.first) not in FIRST_NAMES or not is_capitalised(following):
        return False
    return following.lower() not in capital_words() and following[1:].islower()


def _is_language(line: Line, name: Name) -> bool:
    """Whether it is a language: "in Russian", "the Kyrgyz and Uzbek languages", "into Albanian"."""
    if line.word(name.first) in _ALWAYS_LANGUAGE:
        return True
    end = name.last
    farthest = end + _LONGEST_LIST
    while end < farthest and line.word(end) in (",", "and", "or", "/") and line.capitalised(end + 1):
        end += 2
    if line.lower(end) in _AFTER_LANGUAGE and not (line.capitalised(end) and line.capitalised(end + 1)):
        return True
    following = line.word(end)
    alone = not following[:1].isalpha() or following.lower() in _BARE
    if not alone or following == "-":
        return False
    begin = name.first - 1
    nearest = max(0, begin - _LONGEST_LIST)
    while begin > nearest and line.word(begin) in (",", "and", "or", "both", "/", "fluent", "fluently"):
        begin -= 1 if line.word(begin) in ("both", "fluent", "fluently") else 2
    before = line.lower(begin)
    return before in _BEFORE_LANGUAGE or (before == "from" and following.lower() == "into")
