"""Where the text of an HTML page stands in its source: the source without tags and entities, with a map."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from typing import Final

from ..tables import word_set
from .text import Run

__all__ = ["SourceText", "nesting"]

_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")
_MARKUP: Final = re.compile(r"<(?=[A-Za-z!?/])")
_RAW: Final = frozenset({"script", "style", "template", "noscript", "iframe"})
_FLAT: Final = word_set(
    """area base br col embed hr img input link meta param source track wbr p li td tr th dd dt option tbody
    thead tfoot"""
)
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?|\r\n?")
_WINDOW: Final = 4_000
_SHORT: Final = 60


def nesting(text: str) -> int:
    """How deep the tags of a page are nested, at least: closing tags of any name close one level.

    >>> nesting("<div><p>one<p>two<br></div><b><i>")
    2
    """
    depth = deepest = 0
    for match in _TAG.finditer(text):
        if match[2].lower() in _FLAT:
            continue
        depth = max(depth - 1, 0) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


class SourceText:
    """Finds the text nodes of a page, in their order, in its source."""

    def __init__(self, source: str) -> None:
        self._texts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._scan(source)
        self._text = "".join(self._texts)
        self._starts = [run.begin for run in self._runs]
        self._cursor = 0

    @property
    def at(self) -> int:
        """Where in the source the reading stands."""
        return self._source_of(self._cursor) if self._runs else 0

    def locate(self, text: str) -> tuple[Run, ...]:
        """The map of the next text node to the source; where it is not found, to where it should stand."""
        if not text:
            return ()
        found = self._text.find(text, self._cursor, self._cursor + len(text) + _WINDOW)
        if found < 0:
            head = text.strip()[:_SHORT]
            near = self._text.find(head, self._cursor, self._cursor + len(head) + _WINDOW) if head else -1
            if near >= 0:
                self._cursor = near
            return (Run(0, self.at, 0),)
        self._cursor = found + len(text)
        return self._map(found, len(text))

    def _map(self, begin: int, length: int) -> tuple[Run, ...]:
        first = max(bisect_right(self._starts, begin) - 1, 0)
        made: list[Run] = []
        for number in range(first, len(self._runs)):
            run = self._runs[number]
            if run.begin >= begin + length:
                break
            ahead = max(begin - run.begin, 0)
            made.append(Run(max(run.begin - begin, 0), run.source + ahead * run.width, run.width))
        return tuple(made)

    def _source_of(self, offset: int) -> int:
        run = self._runs[max(bisect_right(self._starts, offset) - 1, 0)]
        return run.source + (offset - run.begin) * run.width

    def _scan(self, source: str) -> None:
        at, size = 0, len(source)
        while at < size:
            markup = _MARKUP.search(source, at)
            self._add(source, at, markup.start() if markup else size)
            if markup is None:
                break
            at = self._after_tag(source, markup.start())

    def _after_tag(self, source: str, tag: int) -> int:
        if source.startswith("<!--", tag):
            end = source.find("-->", tag + 4)
            return end + 3 if end >= 0 else len(source)
        match = _TAG.match(source, tag)
        end = source.find(">", tag)
        if end < 0:
            return len(source)
        if match is not None and not match[1] and match[2].lower() in _RAW:
            closing = re.compile(rf"</{match[2]}\b", re.IGNORECASE).search(source, end)
            return closing.start() if closing else len(source)
        return end + 1

    def _add(self, source: str, begin: int, end: int) -> None:
        done = begin
        for match in _ENTITY.finditer(source, begin, end):
            meant = "\n" if match[0].startswith("\r") else html.unescape(match[0])
            if meant == match[0]:
                continue
            self._keep(source[done : match.start()], done, 1)
            self._keep(meant, match.start(), len(match[0]) if len(meant) == 1 else 0)
            done = match.end()
        self._keep(source[done:end], done, 1)

    def _keep(self, text: str, source: int, width: int) -> None:
        if text:
            self._runs.append(Run(self._length, source, width))
            self._texts.append(text)
            self._length += len(text)
