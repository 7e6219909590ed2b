"""The entries of a listing of releases, each with its title, date, source, fields and lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .dateline import find_dateline
from .dateline_months import find_date
from .layout_known import Known, folded
from .layout_lines import furniture, header_key, is_author, kind_of
from .layout_own import names_osce
from .layout_rows import Role, Row, Sheet
from .layout_text import Line

__all__ = ["is_listing", "read_entries"]

_STAMP: Final = re.compile(
    r"(?:(?P<feed>[^\d\n]{2,60}?)\s+-\s+)?(?P<when>(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},\s+\d{1,2}/\d{1,2}/\d{4}"
    r"\s+-\s+\d{1,2}:\d\d)\s*$",
    re.IGNORECASE,
)
_LEAD: Final = 1_000
_PUBLISHED: Final = frozenset(
    {
        "publishing date",
        "date de publication",
        "veröffentlichungsdatum",
        "data di pubblicazione",
        "fecha de publicación",
        "дата публикации",
        "дата публікації",
    }
)


def is_listing(lines: Sequence[Line]) -> bool:
    """Whether a page lists releases: an entry has its title, and under it the date of publishing."""
    return any(_is_date_line(line.text) and number > 0 for number, line in enumerate(lines))


def _is_date_line(text: str) -> bool:
    if len(text) > 120:
        return False
    if _STAMP.match(text):
        return True
    key = header_key(text)
    if key is None or key[0] != "date" or key[1] >= len(text) or text.startswith("-"):
        return False
    return folded(text.partition(":")[0].strip()) in _PUBLISHED and find_date(text, key[1]) is not None


def read_entries(lines: Sequence[Line], known: Known) -> tuple[Sheet, ...]:
    """The entries, in the order of the page; an entry ends where the next title stands, before its date."""
    kept = [line.stripped() for line in lines if line.text.strip() and not _is_heading(line.text)]
    dates = [number for number, line in enumerate(kept) if _is_date_line(line.text)]
    seen = frozenset(dates)
    dates = [number for number in dates if number > 0 and number - 1 not in seen]
    entries = []
    for number, begin in enumerate(dates):
        end = dates[number + 1] - 1 if number + 1 < len(dates) else len(kept)
        lines_of_entry = kept[begin - 1 : end]
        if _is_ours(lines_of_entry):
            entries.append(_entry(lines_of_entry, known))
    return tuple(entries)


def _is_ours(lines: Sequence[Line]) -> bool:
    """Whether an entry is the OSCE's: an aggregator may mix it with others, which do not name it."""
    stamp = _STAMP.match(lines[1].text)
    if stamp is None or names_osce(stamp["feed"] or ""):
        return True
    return names_osce(" ".join(line.text for line in lines)[:_LEAD])


def _is_heading(text: str) -> bool:
    bare = folded(text.strip().removeprefix("- "))
    return len(bare) < 120 and furniture().get(bare, ("", ""))[0] in ("drop", "listing")


def _entry(lines: Sequence[Line], known: Known) -> Sheet:
    title, stamp, *rest = lines
    rows = [Row(Role.TITLE, title, 0, len(title.text)), _dated(stamp)]
    body = False
    for line in rest:
        key = None if body else header_key(line.text)
        if key is not None and key[1] < len(line.text):
            rows.append(Row(Role.VALUE, line, key[1], len(line.text), key[0]))
        elif is_author(line.text):
            continue
        elif kind_of(line) == "end" or folded(line.text[:60]).startswith("categories:"):
            break
        else:
            dateline = None if body else find_dateline(line.text, known.is_place)
            rows.append(Row(Role.BODY, line, 0, len(line.text), dateline=dateline))
            body = True
    return Sheet(tuple(rows))


def _dated(line: Line) -> Row:
    key = header_key(line.text)
    stamp = _STAMP.match(line.text)
    begin = key[1] if key else stamp.start("when") if stamp else 0
    return Row(Role.VALUE, line, begin, len(line.text), "date")
