"""What the house's layout and its way to tell show of a release that has no dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ..dateline import republished_date
from ..dateline_months import find_date
from .acting import find_made, is_subject
from .evidence import FIRST_LINES, LAST_LINES, LEAD, NEWS, SENTENCE_END, Page
from .known import folded
from .lines import tells_news
from .own_voice import names_osce
from .rows import Role
from .sign_words import other_phrases, own_cells, own_phrases, own_words
from .signs_for import find_own_speaker
from .weights import Sign, sign

__all__ = ["in_house_layout", "signs_of_house", "signs_of_own_news"]

_LONGEST_HEADING: Final = 40
_QUOTES: Final = frozenset('“„«"')
_GIVEN: Final = r"(?:[A-Z]\.|[^\W\d_a-z][\w'’-]+)"
_NAME: Final = rf"(?:{_GIVEN} ){{1,3}}(?:[a-z]{{2,3}} ){{0,2}}[^\W\d_a-z][\w'’-]+"


@cache
def _newsroom() -> frozenset[str]:
    return frozenset(own_cells("newsroom"))


def _house_heading(page: Page) -> str | None:
    """The name of the house's page of news, where it stands alone above the title."""
    for line in page.lines[:FIRST_LINES]:
        if line.text == page.title:
            return None
        if len(line.text) <= _LONGEST_HEADING and folded(line.text) in _newsroom():
            return line.text
    return None


def in_house_layout(page: Page) -> bool:
    """Whether a page has the house's dateline, and above the text what the house puts there.

    That is its heading, or the place and day alone on a line.
    """
    dateline = page.dateline
    if dateline is None or dateline.date is None or not dateline.places or dateline.foreign:
        return False
    return bool(page.sheet.of(Role.ALONE)) or _house_heading(page) is not None


def signs_of_house(page: Page) -> Iterator[Sign]:
    """The house's heading above a title, no dateline, and what a feed of releases puts around a text."""
    if page.dated or page.signed:
        return
    if (heading := _house_heading(page)) is not None and not _is_of_others(page):
        yield sign("house heading", heading)
    if (stamp := _feed_stamp(page)) is not None:
        yield sign("feed", stamp)


def _feed_stamp(page: Page) -> str | None:
    """The date that a feed puts before a text, where the text ends with the feed's own line as well."""
    stamped = next((line.text for line in page.lines[:FIRST_LINES] if republished_date(line.text)), None)
    if stamped is None:
        return None
    last = (folded(line.text) for line in page.lines[-LAST_LINES:] if len(line.text) <= _LONGEST_HEADING)
    fed = any(re.fullmatch(own_words("feed"), text) for text in last)
    return " ".join(stamped.split()[:2]) if fed else None


def signs_of_own_news(page: Page, others: Sequence[Sign]) -> Iterator[Sign]:
    """That a text without a dateline tells of the OSCE's people as the OSCE does.

    The OSCE or an occasion of its own is what its title or first sentence is about, or the house's heading
    stands above it; it names one of the OSCE's with the post; and nothing in it is as others write.

    Args:
        page: what is looked at.
        others: all that speaks against it.
    """
    if page.dated or page.signed or not page.english or any(one.weight < 0 for one in others):
        return
    announced = _announced(page)
    if announced is not None:
        yield sign("announced", announced)
    elif not (page.acts or is_subject(page.title)) and not _is_headed(page):
        return
    own = _QUOTES.isdisjoint(page.body) or find_own_speaker(page.body) is not None
    if own and _tells_of_a_day(page) and (holder := _holder().search(page.body)) is not None:
        yield sign("own news", holder[0])


def _is_headed(page: Page) -> bool:
    """Whether the layout shows the house, and the text that the OSCE acts and no other organization."""
    if not page.sheet.of(Role.TYPE) and _house_heading(page) is None and _feed_stamp(page) is None:
        return False
    text = page.body[:LEAD]
    acts = find_made(text) is not None or any(map(is_subject, SENTENCE_END.split(text)))
    return acts and not _is_of_others(page)


def _is_of_others(page: Page) -> bool:
    """Whether the title or first sentence names another organization that has a newsroom."""
    head = f"{page.title}\n{page.first}"
    named = other_phrases("organization").search(head) or other_phrases("other house", 0).search(head)
    return named is not None


def _tells_of_a_day(page: Page) -> bool:
    """Whether a text tells when something is, or its title and first sentence of something done."""
    text = f"{page.title}\n{page.news[:NEWS]}"
    near = own_phrases("near day", re.IGNORECASE).search(text) or own_phrases("day").search(text)
    return bool(near) or find_date(text) is not None or tells_news(f"{page.title}. {page.first}")


@cache
def _occasion() -> re.Pattern[str]:
    """An occasion of the OSCE's, and that it is held: "a session of the OSCE Assembly takes place"."""
    name, held = f"(?:{own_words('name')})", own_words("takes place")
    occasion = own_words("own occasion")
    return re.compile(
        rf"\b(?:{occasion}) of (?:the )?(?:[\w-]+ )?{name}\b[^.;:\n]{{0,80}}? (?:{held})\b"
        rf"|\b{name} (?:[A-Z][\w-]+ |and ){{0,4}}(?:{occasion})\b[^.;:\n]{{0,60}}? (?:{held})\b",
    )


def _announced(page: Page) -> str | None:
    """The occasion of the OSCE's of which the title or first sentence tells that it is held.

    What others attend is told by them: "A delegation takes part in the meeting of the OSCE".
    """
    for sentence in filter(names_osce, (page.title, page.first)):
        found = _occasion().search(sentence)
        if found is not None and other_phrases("attends").search(sentence[: found.start()]) is None:
            return found[0]
    return None


@cache
def _holder() -> re.Pattern[str]:
    """Somebody with a post of the OSCE's: "Its Chair, Ann Lee", "Ann Lee, Head of the Mission"."""
    post = own_words("own post")
    whose = rf"(?:\b(?:{own_words('whose')}) (?:(?:{own_words('rank')}) )?(?:{own_words('post')})\b)"
    within = rf"\b(?:{own_words('post')}) of (?:the )?(?:{own_words('name')})\b"
    own = rf"(?:{whose}|{within}|\b(?:{post})\b)"
    return re.compile(
        rf"{own}(?: [^.,;:\n]{{1,80}})?, (?:[^.,;:\n]{{1,60}} )?{_NAME}"
        rf"|{own} {_NAME}"
        rf"|{_NAME}(?: of [A-Z]\w+)?,? (?:(?:{own_words('before post')}) ){{0,2}}{own}"
        rf"|\b(?:{own_words('leads')}) {_NAME}"
    )
