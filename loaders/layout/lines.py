"""What a single line of a page shows by itself: a header label, a date, a caption, a contact line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from ..dateline import republished_date
from ..dateline_months import WEEKDAY, DateWords, find_date
from ..languages.folders import Languages, current
from .known import folded
from .sign_words import not_behind, own_words, small_cells, small_words, words
from .text import Line, Mark, substitute

__all__ = [
    "LONGEST_TITLE",
    "UNKNOWN",
    "caption_span",
    "cleaned",
    "furniture",
    "furniture_role",
    "has_credit",
    "header_key",
    "is_author",
    "is_contact",
    "is_date",
    "is_later_caption",
    "is_marked_caption",
    "is_prefixed",
    "is_prose",
    "tells_news",
    "value_lines",
]

_PICTURE: Final = re.compile(r"!\[[^\]\n]{0,500}\]\([^()\s]{0,2000}[^\n)]{0,200}\)")
_LINKED: Final = re.compile(r"\[\s*\]\([^()\s]{0,2000}\)")
_BOLD: Final = re.compile(r"(\*\*)(?=[^\s*])[^*\n]{1,2000}(\*\*)(?!\*)")
_HEADING_MARK: Final = re.compile(r"#{1,6}\s+")
_BREADCRUMB: Final = re.compile(r"[^.!?\n]{1,60}(?:\s[>»›]\s[^.!?\n]{1,80}){1,8}$")
_AUTHOR: Final = re.compile(r"\d{5,7}\s+\D{3,60}")
_STAMP: Final = re.compile(rf"{WEEKDAY},?\s+\d", re.IGNORECASE)
_FURNITURE: Final = frozenset(("type", "drop", "listing", "end"))
LONGEST_TITLE: Final = 400
_LONGEST_CAPTION: Final = 700
_LONGEST_HEADER: Final = 2_000
_LONGEST_LABEL: Final = 40
_LONGEST_FURNITURE: Final = 120
_LONGEST_DATE: Final = 50
UNKNOWN: Final = "unknown"
_LABEL: Final = re.compile(r"(?:-\s+)?(?P<label>[^:\n]{2,40}?)\s*:\s*(?P<value>.*)$")


def furniture() -> Mapping[str, tuple[str, str]]:
    """Lines that belong to the page and not to the release, to their role and value."""
    return _furniture(current())


@cache
def _furniture(languages: Languages) -> Mapping[str, tuple[str, str]]:
    rows = (row for row in languages.rows("page") if row["role"] in _FURNITURE)
    return MappingProxyType({folded(row["text"]): (row["role"], row["value"]) for row in rows})


@cache
def _labels(languages: Languages) -> Mapping[str, str]:
    rows = (row for row in languages.rows("page") if row["role"] == "label")
    return MappingProxyType({folded(row["text"]): row["value"] for row in rows})


@cache
def _one_of(languages: Languages, role: str) -> str:
    """The words of a role, as alternatives of a regular expression."""
    return "|".join(
        map(re.escape, sorted(languages.words("page", role), key=lambda word: (-len(word), word)))
    )


_REACH_MARKS: Final = (":", "@", "[", "+")


@cache
def _details(languages: Languages) -> re.Pattern[str]:
    """The credit at the end of a caption, and what a site puts behind it."""
    behind = _one_of(languages, "details")
    return re.compile(rf"\s*\((?P<credit>[^()\n]{{2,80}})\)\s*(?:{behind})?\s*$")


@cache
def _detail_words(languages: Languages) -> tuple[str, ...]:
    return tuple(sorted(languages.words("page", "details")))


@cache
def _leading_credit() -> re.Pattern[str]:
    return re.compile(rf"\s*\((?:{own_words('name')})(?:/[^()\n]{{2,60}})?\)\s*")


@cache
def _reach(languages: Languages) -> re.Pattern[str]:
    """Where somebody is to be reached: a telephone, an address."""
    return re.compile(
        rf"\b(?:{_one_of(languages, 'reach')})\b\.?\s*:|[\w.+-]{{1,60}}@[\w-]{{1,60}}\.\w"
        r"|\[email protected\]|\+\d[\d ()-]{6,}"
    )


@cache
def _rights(languages: Languages) -> re.Pattern[str]:
    return re.compile(rf"(?:{_one_of(languages, 'rights')})\s", re.IGNORECASE)


@cache
def _page_number(languages: Languages) -> re.Pattern[str]:
    """The number of a page of paper, alone on its line: "2", "- 2 -", "Page 2 of 3"."""
    page, of = _one_of(languages, "page"), _one_of(languages, "page of")
    return re.compile(
        rf"[-–—\s]*(?:(?:{page})\s)?\d{{1,3}}(?:\s?(?:/|(?:{of})(?!\w))\s?\d{{1,3}})?[-–—\s]*", re.IGNORECASE
    )


@cache
def _stamp(languages: Languages) -> re.Pattern[str]:
    """What may stand beside the date on a line of its own: a word for publishing, the time of day."""
    return re.compile(rf"(?:{_one_of(languages, 'stamp')})(?: on)?:?|\d\d:\d\d(?::\d\d)?")


@cache
def _prefix(languages: Languages) -> re.Pattern[str]:
    return re.compile(rf"(?:{_one_of(languages, 'prefix')}):\s", re.IGNORECASE)


@cache
def _contact(languages: Languages) -> tuple[str, ...]:
    return tuple(folded(text) for text in languages.words("page", "contact"))


def header_key(text: str) -> tuple[str, int] | None:
    """The key of a header line (`- Source:`, `Where we are: ...`) and where its value begins.

    >>> header_key("- Fields of work:"), header_key("Publishing date: 3 May 2006"), header_key("He said: no")
    (('fields', 17), ('date', 17), None)
    """
    return _header_key(text, current()) if len(text) <= _LONGEST_HEADER and ":" in text else None


@lru_cache(1024)
def _header_key(text: str, languages: Languages) -> tuple[str, int] | None:
    match = _LABEL.match(text)
    if match is None:
        return None
    key = _labels(languages).get(folded(match["label"]))
    if key is None and text.startswith("- ") and not match["value"] and len(text) <= _LONGEST_LABEL:
        key = UNKNOWN
    return (key, match.start("value")) if key else None


def cleaned(line: Line) -> Iterator[Line]:
    """The line without pictures; the date that a republisher put in front stands on a line of its own."""
    line = _without_pictures(line)
    stamp = republished_date(line.text)
    if stamp is not None and stamp[1] < len(line.text):
        yield line.part(0, stamp[1]).stripped()
        line = _without_pictures(line.part(stamp[1]))
    yield line


def _without_pictures(line: Line) -> Line:
    text = line.text
    if "](" in text:
        picture = _PICTURE.search(text)
        while picture is not None:
            if text.strip() == picture[0]:
                return line.part(0, 0)
            line = (
                line.part(picture.end())
                if not text[: picture.start()].strip()
                else line.part(0, picture.start())
            )
            text = line.text
            picture = _PICTURE.search(text)
        if _LINKED.fullmatch(text.strip()):
            return line.part(0, 0)
    line = line.stripped()
    if "**" in line.text:
        line = substitute(line, _bold(line.text))
    mark = _HEADING_MARK.match(line.text)
    return Line(line.text, line.runs, Mark.TITLE, line.main).part(mark.end()) if mark else line


def _bold(text: str) -> Iterator[tuple[int, int, str]]:
    """The marks around what Markdown sets in bold, to be left out."""
    for match in _BOLD.finditer(text):
        yield match.start(1), match.end(1), ""
        yield match.start(2), match.end(2), ""


def furniture_role(line: Line) -> str:
    """The role of a line that is page furniture: type, drop, listing or end; empty for any other."""
    return _furniture_role(line.text, current()) if len(line.text) <= _LONGEST_FURNITURE else ""


@lru_cache(4096)
def _furniture_role(text: str, languages: Languages) -> str:
    known = _furniture(languages)
    bare = text.removeprefix("- ").strip()
    role = known.get(folded(bare), ("", ""))[0]
    if role:
        return role
    if "|" in bare and all(known.get(folded(part), ("",))[0] == "drop" for part in bare.split("|")):
        return "drop"
    if _BREADCRUMB.fullmatch(text) or not any(c.isalnum() for c in text):
        return "drop"
    if _page_number(languages).fullmatch(text) is not None:
        return "drop"
    return "end" if _rights(languages).match(text) else ""


def value_lines(lines: Sequence[Line], at: int) -> int:
    """How many lines after a label are its values: the dashed ones, or the next one where none has a dash."""
    count = 0
    dashed = lines[at].text.startswith("-")
    for line in lines[at + 1 : at + 12]:
        if header_key(line.text) or (dashed and not line.text.startswith("- ")):
            break
        if not dashed and (count or len(line.text) > LONGEST_TITLE):
            break
        count += 1
    return count


def is_date(text: str) -> bool:
    """Whether a line holds a date and nothing else.

    >>> is_date("Thu, 28/08/2025 - 07:51"), is_date("The meeting of 3 May 2006")
    (True, False)
    """
    if len(text) < _LONGEST_DATE:
        return _is_date(text, current())
    stamp = republished_date(text)
    return stamp is not None and stamp[1] == len(text)


@lru_cache(1024)
def _is_date(text: str, languages: Languages) -> bool:
    stamp = republished_date(text)
    if stamp is not None and stamp[1] == len(text):
        return True
    found: DateWords | None = find_date(text)
    if found is None:
        return False
    rest = (text[: found.span.begin] + text[found.span.end :]).strip(" ,.|-–—")
    return not rest or _STAMP.match(text) is not None or _stamp(languages).fullmatch(rest) is not None


def is_contact(text: str) -> bool:
    """Whether a line tells whom to ask for more.

    >>> is_contact("For further information, please contact:"), is_contact("Contact between them is rare.")
    (True, False)
    """
    start = folded(text[:80])
    marks = _contact(current())
    for mark in marks if start.startswith(marks) else ():
        if start.startswith(mark):
            exact = len(start) == len(mark)
            if exact or mark.endswith(":") or " " in mark or start[len(mark) :].lstrip().startswith(":"):
                return True
    return len(text) < 160 and _tells_reach(text) and text.count(". ") < 2 and not text.endswith(".")


def is_later_caption(line: Line) -> bool:
    """Whether a line within the body is the caption of a photo."""
    if line.mark is Mark.CAPTION:
        return True
    if len(line.text) > _LONGEST_CAPTION:
        return False
    return line.text.endswith(_detail_words(current())) or (
        _leading_credit().match(line.text) is not None and _details(current()).search(line.text) is not None
    )


def _tells_reach(text: str) -> bool:
    """Whether a text says where somebody is to be reached; what does has one of a few marks."""
    return any(mark in text for mark in _REACH_MARKS) and _reach(current()).search(text) is not None


def is_prose(text: str) -> bool:
    """Whether a line is running text, not a caption, a label or an address."""
    return len(text) > 200 and not _tells_reach(text)


def is_prefixed(text: str) -> bool:
    """Whether a line begins with what a site or a reader of feeds puts before the name of a section.

    >>> is_prefixed("Channel: OSCE Newsroom"), is_prefixed("The channel is open")
    (True, False)
    """
    return _prefix(current()).match(text) is not None


def is_author(text: str) -> bool:
    """Whether a line names who put a page on an aggregator: a number and a name."""
    return _AUTHOR.fullmatch(text) is not None


def caption_span(text: str) -> tuple[int, int]:
    """Where the words of a caption begin and end, the credit before and behind them left out.

    >>> caption_span("(OSCE)Signing of the deed. (OSCE) Photo details")
    (6, 26)
    """
    lead = _leading_credit().match(text)
    credit = _details(current()).search(text)
    begin = lead.end() if lead else 0
    return begin, credit.start() if credit and credit.start() > begin else len(text)


def has_credit(text: str) -> bool:
    """Whether a line ends with a credit in brackets, as captions do, and has words before it."""
    match = _details(current()).search(text)
    return match is not None and len(match["credit"]) <= 60 and match.start() > 20


def is_marked_caption(line: Line) -> bool:
    """Whether markup, a credit in front or what ends a caption shows a line to be a caption."""
    if line.mark is Mark.CAPTION:
        return True
    if len(line.text) > _LONGEST_CAPTION:
        return False
    return _leading_credit().match(line.text) is not None or line.text.endswith(_detail_words(current()))


@cache
def _news_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('news_words', 'word')})(?!\w)", re.IGNORECASE)


@cache
def _past() -> re.Pattern[str]:
    """A verb in the past, or what may be one: no participle of a passive or with what was done by it."""
    active = not_behind(small_cells("auxiliary"))
    return re.compile(rf"{active}\b[a-z]{{2,20}}ed\b(?! (?:{small_words('behind participle')})\b)")


def tells_news(text: str) -> bool:
    """Whether an English text tells of something done.

    >>> tells_news("Mission opens office"), tells_news("Mission to Skopje")
    (True, False)
    """
    return _news_words().search(text) is not None or _past().search(text) is not None
