"""The entries of a listing of releases, each with its title, date, source, fields and lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ..dateline import find_dateline
from ..dateline_months import WEEKDAY, find_date
from ..languages.folders import Languages, current
from .known import Known, folded
from .lines import furniture, furniture_role, header_key, is_author
from .own_voice import names_osce
from .rows import Role, Row, Sheet
from .text import Line

__all__ = ["is_listing", "read_entries", "run_together"]

_STAMP: Final = re.compile(
    rf"(?:(?P<feed>[^\d\n]{{2,60}}?)\s+-\s+)?(?P<when>{WEEKDAY},\s+\d{{1,2}}/\d{{1,2}}/\d{{4}}"
    r"\s+-\s+\d{1,2}:\d\d)\s*$",
    re.IGNORECASE,
)
# Of a value that says which country an entry is about, not where it was written.
_ABOUT: Final = "about"
_LEAD: Final = 1_000
_FEWEST_REPORTS: Final = 2
_LONGEST_TITLE: Final = 250


def is_listing(lines: Sequence[Line]) -> bool:
    """Whether a page lists releases: an entry has its title, and under it the date of publishing.

    A list of reports gives their type in the place of the date.
    """
    if any(_is_date_line(line.text) and number > 0 for number, line in enumerate(lines)):
        return True
    return sum(_is_report_line(line.text) for line in lines[1:]) >= _FEWEST_REPORTS


def _is_report_line(text: str) -> bool:
    key = header_key(text) if len(text) < 80 else None
    return key is not None and key[0] == "type" and key[1] < len(text) and _is_label(text, "reports")


@cache
def _labels(languages: Languages, role: str) -> frozenset[str]:
    return frozenset(folded(label) for label in languages.words("page", role))


def _is_label(text: str, role: str) -> bool:
    """Whether what stands before the colon of a line is a label of a role."""
    return folded(text.partition(":")[0].strip()) in _labels(current(), role)


def _is_date_line(text: str) -> bool:
    if len(text) > 120:
        return False
    if _STAMP.match(text):
        return True
    key = header_key(text)
    if key is None or key[0] != "date" or key[1] >= len(text) or text.startswith("-"):
        return False
    return _is_label(text, "published") and find_date(text, key[1]) is not None


def run_together(lines: Sequence[Line]) -> int:
    """How many entries stand on one line, whose titles cannot be told then; 0 where it is one at most."""
    labels = "|".join(map(re.escape, sorted(current().words("page", "published"))))
    count = max((len(re.findall(rf"\b(?:{labels}):", line.text)) for line in lines), default=0)
    return count if count > 1 else 0


def read_entries(lines: Sequence[Line], known: Known) -> tuple[Sheet, ...]:
    """The entries, in the order of the page; an entry ends where the next title stands, before its date.

    What the page is headed with ("Press statements of the ...") is the source of the entries that name none.
    """
    kept = [line.stripped() for line in lines if line.text.strip() and not _is_heading(line.text)]
    dates = [n for n, line in enumerate(kept) if _is_date_line(line.text) or _is_report_line(line.text)]
    seen = frozenset(dates)
    dates = [number for number in dates if number > 0 and number - 1 not in seen]
    if not dates:
        return ()
    heading = _publisher(kept[: dates[0] - 1], known)
    ends = [*(number - 1 for number in dates[1:]), len(kept)]
    entries = [
        _entry(kept[begin - 1 : end], heading, known)
        for begin, end in zip(dates, ends, strict=True)
        if _is_ours(kept[begin - 1 : end])
    ]
    return (*entries[:-1], _without_next(entries[-1])) if entries else ()


def _publisher(lines: Sequence[Line], known: Known) -> Row | None:
    for line in lines:
        begin = known.publisher_heading(line.text)
        if begin is None and known.publisher(line.text) is not None:
            begin = 0
        if begin is not None:
            return Row(Role.HEADING, line, begin, len(line.text))
    return None


def _without_next(sheet: Sheet) -> Sheet:
    """The last entry without the title of a next one, whose lines the page does not have any more."""
    *front, before, last = sheet.rows
    cut = 15 <= len(last.text) <= _LONGEST_TITLE and last.text[-1].isalnum()
    if cut and last.role is before.role is Role.BODY and before.text.endswith((".", "…", "”", '"')):
        return Sheet((*front, before))
    return sheet


def _is_ours(lines: Sequence[Line]) -> bool:
    """Whether an entry is the OSCE's: an aggregator may mix it with others, which do not name it."""
    stamp = _STAMP.match(lines[1].text)
    if stamp is None or names_osce(stamp["feed"] or ""):
        return True
    return names_osce(" ".join(line.text for line in lines)[:_LEAD])


def _is_heading(text: str) -> bool:
    bare = folded(text.strip().removeprefix("- "))
    return len(bare) < 120 and furniture().get(bare, ("", ""))[0] in ("drop", "listing")


def _entry(lines: Sequence[Line], heading: Row | None, known: Known) -> Sheet:
    title, stamp, *rest = lines
    rows = [Row(Role.TITLE, title, 0, len(title.text)), _dated(stamp)]
    body = False
    for line in rest:
        key = None if body else header_key(line.text)
        if key is not None and key[1] < len(line.text):
            about = key[0] == "place" and _is_label(line.text, "about")
            rows.append(Row(Role.VALUE, line, key[1], len(line.text), _ABOUT if about else key[0]))
        elif is_author(line.text):
            continue
        elif furniture_role(line) == "end" or (":" in line.text[:60] and _is_label(line.text, "tail")):
            break
        else:
            dateline = None if body else find_dateline(line.text, known.is_place)
            rows.append(Row(Role.BODY, line, 0, len(line.text), dateline=dateline))
            body = True
    if heading is not None and all(row.key != "source" for row in rows):
        rows.insert(0, heading)
    return Sheet(tuple(rows))


def _dated(line: Line) -> Row:
    key = header_key(line.text)
    stamp = _STAMP.match(line.text)
    begin = key[1] if key else stamp.start("when") if stamp else 0
    return Row(Role.VALUE, line, begin, len(line.text), key[0] if key else "date")
