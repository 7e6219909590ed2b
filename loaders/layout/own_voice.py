"""Whether a text or an address is the OSCE's own: its names, and its sites."""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from ..languages.folders import Languages, current

__all__ = ["find_osce", "host_of", "is_own_statement", "is_report_title", "names_osce", "on_osce_site"]

_SITE: Final = re.compile(r"(?:^|\.)osce(?:pa)?\.org$")


@cache
def _osce(languages: Languages) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(languages.words("page", "osce"), key=len))
    return re.compile(rf"(?<![\w@.-])(?:{names})(?!\w|\.org)")


def find_osce(text: str) -> re.Match[str] | None:
    """The first place where a text names the OSCE."""
    return _osce(current()).search(text)


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


_REPORT: Final = re.compile(
    r"(?:daily report|spot report|latest from (?:the )?(?:osce )?(?:special monitoring mission|smm)|"
    r".{0,80}(?:special monitoring mission|\(smm\)).{0,40}\b(?:daily|spot|status|weekly) report\b)",
    re.IGNORECASE,
)


def is_report_title(title: str) -> bool:
    """Whether a title is that of a daily or spot report of the OSCE's monitors.

    >>> is_report_title("Latest from the Special Monitoring Mission to Ukraine"), is_report_title("A report")
    (True, False)
    """
    return _REPORT.match(title) is not None


_STATEMENT: Final = re.compile(
    r"(?:joint |press )?statement (?:by|of|from) (?P<who>[^\n]{2,120})", re.IGNORECASE
)
_DELEGATE: Final = re.compile(r"\b(?:permanent representative|delegation|permanent mission)\b", re.IGNORECASE)
_WHERE_SAID: Final = re.compile(r"\b(?:at|to|in response to) the\b", re.IGNORECASE)


def is_own_statement(title: str) -> bool:
    """Whether a title is that of a statement by one of the OSCE.

    >>> is_own_statement("Statement of Ambassador Jana Lind, Head of the OSCE Mission, on the new year")
    True
    >>> is_own_statement("Statement by the European Union")
    False
    >>> is_own_statement("Statement by Ms. Ann Lee at the 7th meeting of the OSCE Permanent Council")
    False
    """
    match = _STATEMENT.match(title)
    if match is None or _DELEGATE.search(match["who"]) is not None:
        return False
    return names_osce(_WHERE_SAID.split(match["who"])[0])
