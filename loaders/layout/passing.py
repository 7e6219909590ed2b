"""Whether a page names the OSCE in passing only."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .acting import find_made, verb_at
from .evidence import Page
from .own_voice import find_osce, names_osce, on_osce_site
from .sign_words import own_words, small_words

__all__ = ["named_in_passing"]

_SELDOM: Final = 2
_BEFORE: Final = 20
_WITHIN: Final = re.compile(r"[a-z] (?:the )?$")


@cache
def _bare() -> re.Pattern[str]:
    """The Organization's name where it is not that of one of its parts."""
    return re.compile(
        r"(?<![\w@.-])(?:OSCE|CSCE)(?: Minsk Group)?(?!\w|[/’'-]|\.\w)"
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


def named_in_passing(page: Page) -> str | None:
    """Where a page first names the OSCE, if it does so late, twice at most, and as nobody who acts.

    What the OSCE writes names it in its title or first sentence, or names one of its parts, or tells what it
    organized; the releases of others have it among the guests, the donors or the sources.
    """
    if page.signed or on_osce_site(page.address) or page.digest or names_osce(f"{page.title}. {page.first}"):
        return None
    text = page.unquoted
    found = list(_bare().finditer(text))
    idle = [match for match in found if _is_idle(text, match.start(), match.end())]
    if len(found) > _SELDOM or len(idle) < len(found) or find_made(page.body) is not None:
        return None
    if find_osce(_bare().sub(" ", text)) is not None:
        return None
    return text[max(0, found[0].start() - _BEFORE) : found[0].end()] if found else "in a quotation"


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
