"""Reads pages from files with one JSON object a line, as crawlers write them, plain or packed with gzip."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, Any, Final

from ..layout.html_page import looks_like_html
from ..layout.page import LARGEST
from .found import Refusal, SourceFile
from .unpacking import DAMAGES, LimitError, Unpacked, why_damaged

__all__ = ["LONGEST_LINE", "MOST_TOLD", "is_jsonl", "read_jsonl", "read_line"]

LONGEST_LINE: Final = LARGEST
"""Bytes of a line with its page: no page may be larger, and a line has to fit into memory."""

MOST_TOLD: Final = 1_000
"""Lines refused one by one; further ones are counted: a file that is no JSONL may have millions."""

LONGEST_ADDRESS: Final = 2_000
"""Characters of an address: browsers take no more, and no page of osce.org comes near it."""

_NAME: Final = re.compile(r"\.jsonl(?P<packing>\.gz)?$", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f]+", re.IGNORECASE)
_DATE: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_LANGUAGE: Final = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]{1,20})?")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_TYPES: Final = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


class _LineError(Exception):
    """A line is no page, and why."""


def is_jsonl(name: str) -> bool:
    """Whether a file of this name holds a page a line.

    >>> is_jsonl("pages.jsonl"), is_jsonl("pages.JSONL.gz"), is_jsonl("page.json")
    (True, True, False)
    """
    return _NAME.search(name) is not None


def read_jsonl(path: Path, location: str | None = None) -> Iterator[SourceFile | Refusal]:
    """The pages of a file, one a line, one in memory at a time; a bad line is refused, and the rest goes on.

    A page's location is that of the file with the number of its line, such as `pages.jsonl#12`.

    Args:
        path: the file.
        location: what to call it, where not by its path.
    """
    where = location or str(path)
    match = _NAME.search(path.name)
    packing = (match["packing"] or "").lower() if match else ""
    pages = refused = 0
    try:
        with Unpacked(path, packing) as unpacked, io.BufferedReader(unpacked, 1 << 16) as lines:
            for found in _pages(lines, where):
                pages += isinstance(found, SourceFile)
                refused += isinstance(found, Refusal)
                if isinstance(found, SourceFile) or refused <= MOST_TOLD:
                    yield found
    except (*DAMAGES, LimitError) as error:
        yield Refusal(where, why_damaged(error))
    else:
        if not pages and not refused:
            yield Refusal(where, "it has no lines")
    if refused > MOST_TOLD:
        yield Refusal(where, f"{refused - MOST_TOLD:,} more of its lines are no pages")


def _pages(lines: IO[bytes], where: str) -> Iterator[SourceFile | Refusal]:
    number = 0
    while line := lines.readline(LONGEST_LINE + 1):
        number += 1
        place = f"{where}#{number}"
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := lines.readline(1 << 16)) and not rest.endswith(b"\n"):
                pass
            yield Refusal(
                place, f"the line has more than {LONGEST_LINE:,} bytes, and is not read as pages are not"
            )
            continue
        found = read_line(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, place)
        if found is not None:
            yield found


def read_line(line: bytes, location: str) -> SourceFile | Refusal | None:
    r"""The page of one line, or why it is none; nothing for a blank line. Never raises, whatever the bytes.

    Keys: `text` or `html` (which goes first, where both are there), and where known `url`, `digest_of`,
    `date` (a day, or a time of a day), `title` and `language`. Others are passed over; null means nothing.

    >>> read_line(b'{"text": "Hall opens", "date": "2011-05-04"}', "x.jsonl#1").date
    datetime.date(2011, 5, 4)
    >>> read_line(b'{"text": 7}', "x.jsonl#2").reason
    "its 'text' is a number, not text"
    """
    if not line.strip():
        return None
    try:
        return replace(_page(_object(line)), location=location)
    except _LineError as error:
        return Refusal(location, str(error))


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _LineError(f"the line is not UTF-8: byte {error.start + 1} is no part of a character") from None
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:]
        raise _LineError(f"the line is no JSON: {message} at character {error.colno}") from None
    except RecursionError:
        raise _LineError("the line is nested too deeply to be read") from None
    except ValueError:
        raise _LineError("the line has a number that is too long to be read") from None
    if not isinstance(found, dict):
        kind = "text" if isinstance(found, str) else _TYPES.get(type(found), "null")
        raise _LineError(f"the line is {kind}, not a JSON object")
    return found


def _page(found: dict[str, Any]) -> SourceFile:
    html, text = _said(found, "html"), _said(found, "text")
    if html and html.strip():
        page = html if looks_like_html(html) else f"<!doctype html>{html}"
    elif text and text.strip():
        page = text
    else:
        raise _LineError("the line has neither 'text' nor 'html', or only white space in them")
    data = page.encode("utf-8")
    if len(data) > LARGEST:
        raise _LineError(f"it has {len(data):,} bytes; pages of more than {LARGEST:,} are not read")
    title = " ".join(_CONTROL.sub(" ", _said(found, "title") or "").split())
    return SourceFile(
        location="",
        data=data,
        url=_address(found, "url"),
        digest_of=_address(found, "digest_of"),
        date=_day(found),
        title=title or None,
        language=_language(found),
        shifts=True,
    )


def _said(found: dict[str, Any], key: str) -> str | None:
    value = found.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _LineError(f"its {key!r} is {_TYPES[type(value)]}, not text")
    # JSON can escape halves of characters, which no text may have.
    return _SURROGATE.sub("\ufffd", value)


def _address(found: dict[str, Any], key: str) -> str | None:
    value = (_said(found, key) or "").strip()
    if not value:
        return None
    if len(value) > LONGEST_ADDRESS or _ADDRESS.fullmatch(value) is None:
        raise _LineError(f"its {key!r} is no address that begins with http:// or https://")
    return value


def _day(found: dict[str, Any]) -> date | None:
    value = (_said(found, "date") or "").strip()
    if not value:
        return None
    match = _DATE.fullmatch(value)
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise _LineError("its 'date' is no day, such as 2006-11-24") from None


def _language(found: dict[str, Any]) -> str | None:
    value = (_said(found, "language") or "").strip()
    if not value:
        return None
    match = _LANGUAGE.fullmatch(value)
    if match is None:
        raise _LineError("its 'language' is no code of two letters, such as en")
    return match[1].lower()
