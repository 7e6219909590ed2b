"""Lines that were run into one: a caption or a title before a dateline, elements without a space between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from ..dateline import Dateline
from .text import Line, Mark

__all__ = ["Find", "with_datelines_in_front"]

Find = Callable[[str], Dateline | None]
"""Finds the dateline with which a text begins."""

_COMMA_AND_DATE: Final = re.compile(r",\s\d{1,2}\.?\s\w{3,12},?\s\d{4}[\s(/-]")
# A city in capitals and a date behind the end of a sentence, a bracket or a year; or, where a caption was
# run into it, without a space behind a small letter, a figure or a bracket.
_INNER: Final = re.compile(
    r"(?=[^\W\d_a-z][^\W\d_a-z])"
    r"(?:(?<=[.!?)”\"] )|(?<=[^\W\d_][.!?])|(?<=\d{4}\.)|(?<=\b\d{4} )|(?<=[^\W_A-ZÀ-Þ])|(?<=\)))"
    rf"(?=[^\W\d_a-z][^\W\d_a-z][^\d\n.]{{1,50}}{_COMMA_AND_DATE.pattern})"
)
# Where the words of two elements were run together: "SmithOSCE", "OSCEThe".
_RUN_TOGETHER: Final = re.compile(r"(?<=[a-zà-ÿ])(?=OSCE\b)|(?<=\bOSCE)(?=[A-Z][a-z])")
_LONGEST_LEAD: Final = 500
_LONGEST_CITY: Final = 54
# A city in capitals and a date behind a title that has no end, where a page was run into one line.
_BEHIND_TITLE: Final = re.compile(rf"(?<=[a-zà-ÿ] )(?=[A-Z]{{2}}[^\d\n.]{{1,50}}{_COMMA_AND_DATE.pattern})")
_LONGEST_TITLE: Final = 300
_FLATTENED: Final = 300
_FIRST_LINES: Final = 12


def with_datelines_in_front(lines: Sequence[Line], find: Find) -> Iterator[Line]:
    """The lines; what goes before a dateline on its line (a caption, the title) is a line of its own."""
    for number, line in enumerate(lines):
        inner = _inner_dateline(line.text) if number < _FIRST_LINES else None
        if inner is None and number == 0 and len(line.text) > _FLATTENED:
            inner = _BEHIND_TITLE.search(line.text, 0, _LONGEST_TITLE)
        found = find(line.text[inner.start() :]) if inner else None
        if inner is None or found is None or found.date is None or find(line.text):
            yield line
        else:
            front = line.part(0, inner.start())
            if not front.text[-1:].isspace():
                front = Line(front.text, front.runs, Mark.CAPTION, front.main)
            yield from _parted(front)
            yield line.part(inner.start())


def _inner_dateline(text: str) -> re.Match[str] | None:
    """Where a dateline may begin within a line, which has a date behind a comma then."""
    for found in _COMMA_AND_DATE.finditer(text, 0, _LONGEST_LEAD):
        inner = _INNER.search(text, max(0, found.start() - _LONGEST_CITY), found.end())
        if inner is not None:
            return inner
    return None


def _parted(line: Line) -> Iterator[Line]:
    """The line, or its parts, where two elements of the page were run together without a space."""
    begin = 0
    for match in _RUN_TOGETHER.finditer(line.text, 0, _LONGEST_LEAD):
        yield line.part(begin, match.start()).stripped()
        begin = match.start()
    yield line.part(begin).stripped()
