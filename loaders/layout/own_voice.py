"""Whether a text or an address is the OSCE's own: its names, and its sites."""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from ..languages.folders import Languages, current
from .sign_words import own_phrases, own_words

__all__ = [
    "find_osce",
    "host_of",
    "is_own_statement",
    "is_report_title",
    "is_statement_title",
    "names_osce",
    "on_osce_site",
]

_SITE: Final = re.compile(r"(?:^|\.)osce(?:pa)?\.org$")


@cache
def _osce(languages: Languages) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(languages.words("page", "osce"), key=len))
    return re.compile(rf"(?:{names})(?!\w|\.org)")


def find_osce(text: str) -> re.Match[str] | None:
    """The first place where a text names the OSCE."""
    pattern = _osce(current())
    found = pattern.search(text)
    # The pattern begins with the names, and not with what may not stand before them: so it is searched for
    # by their first letters, which takes a third of the time.
    while found is not None and _goes_on(text, found.start()):
        found = pattern.search(text, found.start() + 1)
    return found


def _goes_on(text: str, at: int) -> bool:
    """Whether a word or an address goes on at an offset of a text."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] in "_@.-")


def names_osce(text: str) -> bool:
    """Whether a text names the OSCE, under this or an older name, in any of its languages.

    >>> names_osce("Глава Офиса ОБСЕ"), names_osce("write to press@osce.org")
    (True, False)
    """
    return find_osce(text) is not None


def host_of(address: str | None) -> str:
    """The host of an address, empty where it has none.

    >>> host_of("https://News.Example.org/1"), host_of("page.txt")
    ('news.example.org', '')
    """
    try:
        return (urlsplit(address).hostname or "").lower() if address else ""
    except ValueError:
        return ""


def on_osce_site(address: str | None) -> bool:
    """Whether an address is one of the OSCE's own sites.

    >>> on_osce_site("https://www.osce.org/cio/52650"), on_osce_site("https://osce.org.example.net/x")
    (True, False)
    """
    return _SITE.search(host_of(address)) is not None


@cache
def _report() -> re.Pattern[str]:
    monitors, report = own_words("monitors"), own_words("report of monitors")
    return re.compile(
        rf"(?:{own_words('report')}|.{{0,80}}(?:{monitors}).{{0,40}}\b(?:{report})\b)",
        re.IGNORECASE,
    )


def is_report_title(title: str) -> bool:
    """Whether a title is that of a daily or spot report of the OSCE's monitors.

    >>> is_report_title("Latest from the Special Monitoring Mission to Ukraine"), is_report_title("A report")
    (True, False)
    """
    return _report().match(title) is not None


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?:{own_words('titled')})\b", re.IGNORECASE)


def is_statement_title(title: str) -> bool:
    """Whether a title is that of anybody's statement.

    >>> is_statement_title("Joint statement by the Co-Chairs"), is_statement_title("Co-Chairs state")
    (True, False)
    """
    return _titled().match(title) is not None


def is_own_statement(title: str) -> bool:
    """Whether a title is that of a statement by one of the OSCE.

    >>> is_own_statement("Statement of Ambassador Jana Lind, Head of the OSCE Mission, on the new year")
    True
    >>> is_own_statement("Statement by the European Union")
    False
    >>> is_own_statement("Statement by Ms. Ann Lee at the 7th meeting of the OSCE Permanent Council")
    False
    """
    match = _titled().match(title)
    who = title[match.end() :].partition("\n")[0] if match is not None else ""
    if own_phrases("delegate", re.IGNORECASE).search(who) is not None:
        return False
    occasion = own_phrases("occasion", re.IGNORECASE).search(who)
    return names_osce(who[: occasion.start()] if occasion is not None else who)
