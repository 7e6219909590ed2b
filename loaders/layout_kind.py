"""What a page is: a release, or no release and why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from .dateline_months import find_date
from .language import language_of
from .layout_known import folded
from .layout_rows import Role, Row, Sheet
from .layout_tables import read_rows
from .layout_text import Line

__all__ = ["Verdict", "judge", "names_osce", "on_osce_site"]

_LEAD: Final = 700
_NEWS: Final = 2_000
_SHORTEST_BODY: Final = 60
_SENTENCE: Final = re.compile(r"[.!?…。։][\"”’»)]*(?:\s|$)")
_SITE: Final = re.compile(r"(?:^|\.)osce(?:pa)?\.org$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a page is a release, and the reason in words."""

    release: bool
    reason: str


@cache
def _osce() -> re.Pattern[str]:
    names = "|".join(re.escape(row["name"]) for row in read_rows("osce_names"))
    return re.compile(rf"(?<![\w@.-])(?:{names})(?!\w|\.org)")


@cache
def _agencies() -> re.Pattern[str]:
    names = "|".join(re.escape(row["name"]) for row in read_rows("news_agencies"))
    return re.compile(rf"(?:\(|/|\bby |\bto |\bsource: ?|©\s?)(?:{names})(?:\)|/|\b)")


@cache
def _news() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in read_rows("news_words"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _others(where: str) -> re.Pattern[str]:
    """The words by which the news of others, or their sites, are told."""
    words = "|".join(re.escape(row["words"]) for row in read_rows("others_news") if row["where"] == where)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _agency_names() -> frozenset[str]:
    return frozenset(row["name"].upper() for row in read_rows("news_agencies"))


@cache
def _marks() -> tuple[tuple[str, str, str, bool], ...]:
    return tuple(
        (folded(row["text"]), row["where"], row["what"], row["even_with_dateline"] == "yes")
        for row in read_rows("no_release_marks")
    )


def names_osce(text: str) -> bool:
    """Whether a text names the OSCE, under this or an older name, in any of its languages.

    >>> names_osce("Глава Офиса ОБСЕ"), names_osce("write to press@osce.org")
    (True, False)
    """
    return _osce().search(text) is not None


def _host(address: str | None) -> str:
    try:
        return (urlsplit(address).hostname or "").lower() if address else ""
    except ValueError:
        return ""


def on_osce_site(address: str | None) -> bool:
    """Whether an address is one of the OSCE's own sites.

    >>> on_osce_site("https://www.osce.org/cio/52650"), on_osce_site("https://osce.org.example.net/x")
    (True, False)
    """
    return _SITE.search(_host(address)) is not None


def judge(sheet: Sheet, lines: Sequence[Line], address: str | None, site: str | None, whole: str) -> Verdict:
    """Whether one sheet of a page is a release of the OSCE.

    Args:
        sheet: what would be the release.
        lines: all lines of the page.
        address: the page's address, where known.
        site: the name of the site, as the page gives it.
        whole: all text of the page.
    """
    row = sheet.dateline
    dateline = row.dateline if row is not None else None
    alone = sheet.of(Role.ALONE)
    header = [value for value in sheet.of(Role.VALUE) if value.key in ("source", "place", "fields", "date")]
    title = sheet.title.text if sheet.title else ""
    body = " ".join(row.line.text for row in sheet.of(Role.BODY))
    dated = (dateline is not None and bool(dateline.places)) or bool(alone)
    signed = any(value.key == "source" for value in header) or bool(sheet.of(Role.HEADING))
    found = _marked(lines, dated or len(header) >= 2)
    if found is not None:
        return Verdict(False, found)
    if dateline is not None and dateline.foreign and (dateline.agency or "").upper() in _agency_names():
        return Verdict(False, f"the dateline is signed by {dateline.agency}, not by the OSCE")
    if len(body) < _SHORTEST_BODY and not (dated and title):
        return Verdict(False, "there is no text under the title" if title else "it has no text of a release")
    own = on_osce_site(address) or signed
    if not own and not names_osce(f"{title} {body[:_LEAD]}"):
        if dated and sheet.of(Role.TYPE) and names_osce(body):
            return Verdict(True, "it has the heading, title and dateline of a release, and names the OSCE")
        what = "its title and first sentences do" if names_osce(whole) else "it does"
        return Verdict(False, f"{what} not name the OSCE")
    if dated:
        other = None if signed or sheet.of(Role.TYPE) or alone else _of_another(title, row)
        if other is not None:
            return Verdict(False, f"its title and first sentences are about {other}, not about the OSCE")
        return Verdict(True, "it has a title, a dateline and a text about the OSCE")
    if signed:
        return Verdict(True, "its header names the OSCE's part that published it")
    return _undated(sheet, title, body, address, site)


def _of_another(title: str, row: Row | None) -> str | None:
    """The organization whose news a dated text is, where the OSCE comes up only later in it."""
    text = row.line.text[row.dateline.body :] if row is not None and row.dateline is not None else ""
    end = _SENTENCE.search(text)
    head = f"{title}. {text[: end.start()] if end else text}"
    found = None if names_osce(head) else _others("organization").search(head)
    return found[0] if found else None


def _undated(sheet: Sheet, title: str, body: str, address: str | None, site: str | None) -> Verdict:
    if _SENTENCE.search(body) is None:
        return Verdict(False, "it has no sentences")
    if not title and not on_osce_site(address):
        return Verdict(False, "it has neither title nor dateline")
    agency = _agencies().search(body[:_LEAD]) or _agencies().search(body[-_LEAD:])
    if agency is not None:
        return Verdict(False, f"its text is that of a news agency ({agency[0].strip('(/) ')})")
    if not on_osce_site(address):
        host = _host(address)
        if host and _others("host").search(host):
            return Verdict(False, f"it has no dateline, and is of others' own pages ({host[:80]})")
        if site and not names_osce(site) and _others("site").search(site):
            return Verdict(False, f"it has no dateline, and is of another site's own news ({site[:80]})")
        words = _others("text").search(body)
        if words is not None:
            return Verdict(False, f"it has no dateline, and speaks as others' news do ({words[0].strip()!r})")
    if not _tells_news(f"{title}. {body[:_NEWS]}"):
        return Verdict(False, "it has no dateline, no day, and no word that tells of something new")
    if _share_of_first_person(body) > 0.03:
        return Verdict(False, "it has no dateline, and is somebody's own account")
    return Verdict(True, "it has a title and a text about the OSCE, without a dateline")


def _tells_news(text: str) -> bool:
    """Whether an English text has a day or tells of what was done; other languages are not asked."""
    if find_date(text) is not None or language_of(text) != "en":
        return True
    return _news().search(text) is not None or _PAST.search(text) is not None


_PAST: Final = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeen )(?<!\bwas )(?<!\bwere )\b[a-z]{2,20}ed\b"
    r"(?! (?:by|to|in|on|with)\b)"
)
_QUOTED: Final = re.compile(r"[“\"«„][^”\"»“]{0,2000}[”\"»“]")
_FIRST_PERSON: Final = re.compile(r"\b(?:I|my|me|myself|mine)\b")


def _share_of_first_person(body: str) -> float:
    text = _QUOTED.sub(" ", body)
    words = text.count(" ") + 1
    return len(_FIRST_PERSON.findall(text)) / words


def _marked(lines: Sequence[Line], dated: bool) -> str | None:
    starts: dict[str, list[str]] = {}
    sections: set[str] = set()
    for number, line in enumerate(lines):
        text = folded(line.text[:120])
        bare = text.removeprefix("- ")
        for mark, where, what, always in _marks():
            if dated and not always:
                continue
            if where == "section":
                if bare == mark and len(line.text) < 60:
                    sections.add(mark)
            elif (bare == mark) if where == "line" else bare.startswith(mark):
                starts.setdefault(what, []).append(line.text[:60])
                if number < 3 or what in ("a newsletter", "a page that was not found"):
                    return f"it is {what} ({line.text[:60].strip()!r})"
    for what, found in starts.items():
        if len(found) >= 2:
            return f"it is {what} ({found[0].strip()!r}, {found[1].strip()!r})"
    if len(sections) >= 2:
        first, second = sorted(sections)[:2]
        return f"it is a section page ({first!r} and {second!r} are its headings), no release"
    return None
