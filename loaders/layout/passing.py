"""Whether a page names the OSCE in passing only."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .acting import find_made, find_other_actor, verb_at
from .evidence import Page
from .own_voice import find_osce, names_osce, on_osce_site
from .sign_words import own_phrases, own_words, small_words

__all__ = ["named_in_passing", "named_once"]

_SELDOM: Final = 2
_BEFORE: Final = 20
_SENTENCE: Final = 240
_WITHIN: Final = re.compile(r"[a-z] (?:the )?$")


@cache
def _bare() -> re.Pattern[str]:
    """The Organization's name where it is not that of one of its parts."""
    return re.compile(
        rf"(?<![\w@.-])(?:{own_words('bare name')})(?!\w|[/’'-]|\.\w)"
        rf"(?! (?:[A-Z][\w-]+ )?(?:{own_words('organ')})\b)"
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{small_words('preposition')}) (?:the )?$")


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{small_words('conjunction')})|,) (?:the )?$")


@cache
def _pause() -> re.Pattern[str]:
    return re.compile(rf"[.,;:)]| (?:{small_words('pause')})\b")


@cache
def _guests() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{small_words('guests')}) (?:from|of|by) (?:the )?[^.;:]{{0,200}}$")


@cache
def _commitments() -> re.Pattern[str]:
    """What is measured by, behind the OSCE's name: "OSCE and Council of Europe commitments"."""
    return re.compile(rf"(?: and [^.,;]{{2,40}})? (?:{own_words('measure')})\b")


def named_in_passing(page: Page) -> str | None:
    """Where a page first names the OSCE, if it does so late, twice at most, and as nobody who acts.

    What the OSCE writes names it in its title or first sentence, or names one of its parts, or tells what it
    organized; the texts of others have it among the guests, the donors or the sources.
    """
    if _is_own(page) or names_osce(page.first) or find_made(page.body) is not None:
        return None
    if not names_osce(page.body):
        return None
    text = page.unquoted
    found = list(_bare().finditer(text))
    idle = [match for match in found if _is_idle(text, match.start(), match.end())]
    if len(found) > _SELDOM or len(idle) < len(found):
        return None
    if find_osce(_bare().sub(" ", text)) is not None:
        return None
    return _around(text, found[0].start(), found[0].end()) if found else "in a quotation"


def named_once(page: Page) -> str | None:
    """Where a page names the OSCE, if it does so once: as what others act upon, or among the guests."""
    if _is_own(page):
        return None
    found = _only_one(page.unquoted)
    if found is None or find_made(page.body) is not None:
        return None
    if names_osce(page.first):
        return _idle_in_first_sentence(page, page.unquoted, *found.span())
    before = page.unquoted[max(0, found.start() - _SENTENCE) : found.start()]
    return _around(page.unquoted, *found.span()) if _guests().search(before) is not None else None


def _is_own(page: Page) -> bool:
    return page.signed or on_osce_site(page.address) or page.digest or names_osce(page.title)


def _idle_in_first_sentence(page: Page, text: str, begin: int, end: int) -> str | None:
    # "today" in the first sentence is the house style, in which no others write.
    if page.acts or own_phrases("day").search(page.first) is not None:
        return None
    if _commitments().match(text, end) is not None:
        return None
    if _bare().match(text, begin) is not None:
        return _around(text, begin, end) if _is_idle(text, begin, end) else None
    idle = _behind().search(text, max(0, begin - _BEFORE), begin) is not None
    return _around(text, begin, end) if idle and find_other_actor(page.first) is not None else None


def _only_one(text: str) -> re.Match[str] | None:
    """The name of the OSCE in a text that has one only."""
    found = find_osce(text)
    return found if found is not None and not names_osce(text[found.end() :]) else None


def _around(text: str, begin: int, end: int) -> str:
    return text[max(0, begin - _BEFORE) : end]


def _is_idle(text: str, begin: int, end: int) -> bool:
    """Whether the OSCE stands there as an object, a guest or a source, not as who acts."""
    before = max(0, begin - _BEFORE)
    if _behind().search(text, before, begin) is not None:
        return True
    if verb_at(text, end + 1):
        return False
    if _listed().search(text, before, begin) is not None:
        return True
    return _WITHIN.search(text, before, begin) is not None and _pause().match(text, end) is not None
