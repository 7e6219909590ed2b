"""Lines of a page that know where in the page they stand, and the stored text that is made of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from ...ontology.facts import Span

__all__ = ["Line", "Mark", "Run", "Runs", "compose", "plain_lines", "resolve", "substitute"]


class Run(NamedTuple):
    """From character `begin` of a text on, each character stands for `width` units of its source.

    The first stands for those from `source` on. A width of 0 marks characters that the source does not have
    (a line break between two paragraphs).
    """

    begin: int
    source: int
    width: int


Runs = tuple[Run, ...]


class Mark(StrEnum):
    """What the markup says a line is."""

    NONE = ""
    TITLE = "title"
    PAGE_TITLE = "page title"
    NAVIGATION = "navigation"
    CAPTION = "caption"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class Line:
    """A line or block of a page. `main` is False for what the markup puts outside the page's main part."""

    text: str
    runs: Runs
    mark: Mark = Mark.NONE
    main: bool = True

    def part(self, begin: int, end: int | None = None) -> Line:
        """The characters begin to end (excluded) as a line of their own."""
        stop = len(self.text) if end is None else end
        return Line(self.text[begin:stop], _cut(self.runs, begin, stop), self.mark, self.main)

    def stripped(self) -> Line:
        """The line without white space at its ends."""
        text = self.text.strip()
        if len(text) == len(self.text):
            return self
        begin = self.text.index(text[0]) if text else 0
        return self.part(begin, begin + len(text))


def _cut(runs: Runs, begin: int, end: int) -> Runs:
    first = max(bisect_right(runs, begin, key=_begin) - 1, 0)
    cut: list[Run] = []
    for number in range(first, len(runs)):
        run = runs[number]
        if run.begin >= end:
            break
        ahead = max(begin - run.begin, 0)
        cut.append(Run(max(run.begin - begin, 0), run.source + ahead * run.width, run.width))
    return tuple(cut)


def _begin(run: Run) -> int:
    return run.begin


_QUOTE: Final = ">"
_MARKS: Final = re.compile(r"(?:>\s?)+")
_CONTENT: Final = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def plain_lines(text: str) -> Iterator[Line]:
    """The lines of a plain text that are not blank, line breaks left out.

    A text that is quoted from its first line to its last, as mail programs do, is read without the marks.

    >>> [line.text for line in plain_lines("> Bells\\n>\\n> They ring.")]
    ['Bells', 'They ring.']
    """
    matches = [match for match in _CONTENT.finditer(text) if not match[0].isspace()]
    quoted = bool(matches) and all(match[0].startswith(_QUOTE) for match in matches)
    for match in matches:
        line = Line(match[0], (Run(0, match.start(), 1),))
        if quoted:
            mark = _MARKS.match(line.text)
            line = line.part(mark.end() if mark is not None else 0)
        if not quoted or line.text:
            yield line


def substitute(line: Line, replacements: Iterable[tuple[int, int, str]]) -> Line:
    """The line with the characters of each (begin, end, new) replaced; they come in order and do not overlap.

    >>> line = substitute(Line("soft\u00adly", (Run(0, 0, 1),)), [(4, 5, "")])
    >>> line.text, resolve(line.runs, Span(4, 6))
    ('softly', (5, 7))
    """
    if len(line.runs) == 1:
        return _substituted(line, line.runs[0], replacements)
    pieces: list[tuple[str, Runs]] = []
    done = 0
    for begin, end, new in replacements:
        pieces.append((line.text[done:begin], _cut(line.runs, done, begin)))
        if new:
            source, stop = resolve(line.runs, Span(begin, end))
            pieces.append((new, (Run(0, source, stop - source if len(new) == 1 else 0),)))
        done = end
    if not pieces:
        return line
    pieces.append((line.text[done:], _cut(line.runs, done, len(line.text))))
    text, runs = _joined(pieces)
    return Line(text, runs, line.mark, line.main)


def _substituted(line: Line, run: Run, replacements: Iterable[tuple[int, int, str]]) -> Line:
    """The same for a line of one run, as the lines of plain text are."""
    texts: list[str] = []
    runs: list[Run] = []
    done = length = 0
    for begin, end, new in replacements:
        if begin > done:
            texts.append(line.text[done:begin])
            _append(runs, Run(length, run.source + done * run.width, run.width))
            length += begin - done
        if new:
            width = (end - begin) * run.width if len(new) == 1 else 0
            texts.append(new)
            _append(runs, Run(length, run.source + begin * run.width, width))
            length += len(new)
        done = end
    if not done:
        return line
    if done < len(line.text):
        texts.append(line.text[done:])
        _append(runs, Run(length, run.source + done * run.width, run.width))
    return Line("".join(texts), tuple(runs), line.mark, line.main)


def _joined(pieces: Iterable[tuple[str, Runs]]) -> tuple[str, Runs]:
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for text, own in pieces:
        if not text:
            continue
        for run in own:
            _append(runs, Run(run.begin + length, run.source, run.width))
        texts.append(text)
        length += len(text)
    return "".join(texts), tuple(runs)


def _append(runs: list[Run], run: Run) -> None:
    if runs:
        last = runs[-1]
        follows = last.source + (run.begin - last.begin) * last.width == run.source
        if follows and last.width == run.width:
            return
    runs.append(run)


def compose(lines: Iterable[Line]) -> tuple[str, Runs, tuple[Span, ...]]:
    """One text of the lines, a line break between two of them, with its map and the span of each line."""
    texts: list[str] = []
    runs: list[Run] = []
    spans: list[Span] = []
    length = 0
    source = 0
    for line in lines:
        if texts:
            _append(runs, Run(length, source, 0))
            length += 1
        texts.append(line.text)
        end = length + len(line.text)
        spans.append(Span(length, end))
        if line.text:
            for run in line.runs:
                _append(runs, Run(run.begin + length, run.source, run.width))
        if line.runs:
            source = _source_end(line)
        length = end
    return "\n".join(texts), tuple(runs), tuple(spans)


def _source_end(line: Line) -> int:
    if len(line.runs) == 1 and line.text:
        (run,) = line.runs
        return run.source + (len(line.text) - run.begin) * run.width
    return resolve(line.runs, Span(0, len(line.text)))[1]


def resolve(runs: Sequence[Run], span: Span) -> tuple[int, int]:
    """Where in the source the characters of a span stand: begin and end (excluded).

    >>> resolve((Run(0, 3, 1), Run(4, 7, 2)), Span(3, 6))
    (6, 11)
    """
    if not runs:
        return 0, 0
    begin = _source_of(runs, span.begin)[0]
    if span.end <= span.begin:
        return begin, begin
    return begin, max(begin, _source_of(runs, span.end - 1)[1])


def _source_of(runs: Sequence[Run], offset: int) -> tuple[int, int]:
    run = runs[max(bisect_right(runs, offset, key=_begin) - 1, 0)]
    begin = run.source + (offset - run.begin) * run.width
    return begin, begin + run.width
