"""What a line of text is, before it is cut into sentences: paragraphs, quotation marks, letter case."""

from __future__ import annotations

import re
import string
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Span

__all__ = ["fold", "is_capitalised", "is_shouted", "paragraphs", "quotations"]

_LARGE: Final = string.ascii_uppercase.encode()
_SMALL: Final = string.ascii_lowercase.encode()
_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_FINAL: Final = '.!?…:;"”’»“'
_WRAP_NARROWEST: Final = 40
_WRAP_WIDEST: Final = 110
_BULLETS: Final = "-–—•·*▪◦‣"

_PAIRS: Final = {"“": "”", "„": '“”"', "«": "»", "»": "«", "‹": "›", '"': '"', "‘": "’", "'": "'", "‚": "‘’"}
_SINGLES: Final = "‘'‚"
_QUOTE: Final = re.compile(r"[“”„«»‹›\"‘’'‚]")
_BEFORE_OPENING: Final = " \t\u00a0\u202f([{–—-/\n"


def fold(text: str) -> str:
    """Lower case without diacritics, for comparing names.

    >>> fold("Priština"), fold("Gagauzïa")
    ('pristina', 'gagauzia')
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_FOLDED)


_FOLDED: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "’": "'", "‑": "-"}
)


def is_capitalised(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    return word[:1].isupper()


def is_shouted(text: str) -> bool:
    """Whether a text of some length is all in capitals, as old titles are.

    >>> is_shouted("OSCE OPENS OFFICE IN YEREVAN"), is_shouted("ODIHR and UNDP")
    (True, False)
    """
    plain = text.encode("ascii", "ignore")
    large_at_most = len(text) - len(plain.translate(None, _LARGE))
    small_at_least = len(plain) - len(plain.translate(None, _SMALL))
    if small_at_least > large_at_most:  # as in nearly all sentences
        return False
    large = sum(map(str.isupper, text))
    return large > 10 and large > 0.85 * (large + sum(map(str.islower, text)))


def paragraphs(text: str, span: Span) -> Iterator[Span]:
    """The paragraphs of a stretch of text: its lines, those of hard-wrapped text joined again."""
    lines: list[Span] = []
    for match in _LINE.finditer(text, span.begin, span.end):
        line = _stripped(text, match.start(), match.end())
        if line is None:
            if lines:
                yield from _joined(text, lines)
            lines = []
        else:
            gap = text.count("\n", lines[-1].end, line.begin) if lines else 1
            if gap > 1:
                yield from _joined(text, lines)
                lines = []
            lines.append(line)
    if lines:
        yield from _joined(text, lines)


def _stripped(text: str, begin: int, end: int) -> Span | None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return Span(begin, end) if begin < end else None


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    """The lines of one block: together where they are wrapped, else each that does not go on in the next."""
    widths = [line.end - line.begin for line in lines]
    wrapped = len(lines) > 1 and all(_WRAP_NARROWEST <= width <= _WRAP_WIDEST for width in widths[:-1])
    wrapped = wrapped and widths[-1] <= _WRAP_WIDEST
    wrapped = wrapped and any(text[line.end - 1] not in _FINAL for line in lines[:-1])
    wrapped = wrapped and max(widths) - min(widths[:-1]) < 25
    begin = lines[0].begin
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if following is not None:
            first = text[following.begin]
            if first not in _BULLETS and (wrapped or (text[line.end - 1] not in _FINAL and first.islower())):
                continue
            yield Span(begin, line.end)
            begin = following.begin
        else:
            yield Span(begin, line.end)


def quotations(text: str, blocks: list[Span]) -> list[tuple[Span, ...]]:
    """For each paragraph, the spans inside quotation marks, the marks left out.

    A quotation that is open at the end of a paragraph goes on in the next where that begins with an opening
    mark, or where a closing mark comes before any opening one. Quotations inside quotations are part of them.
    """
    found: list[tuple[Span, ...]] = []
    closing = ""
    for block in blocks:
        spans: list[Span] = []
        closers: dict[str, list[int]] = {}
        begin = block.begin
        if closing:
            begin, closing = _carried(text, block, closing)
        for match in _QUOTE.finditer(text, block.begin, block.end):
            at, mark = match.start(), match.group()
            if at < begin:
                continue
            if closing:
                if mark in closing and _closes(text, at, block, mark):
                    _add(spans, text, begin, at)
                    closing = ""
            elif _opens(text, at, block, mark, closers):
                closing, begin = _PAIRS[mark], at + 1
        if closing:
            _add(spans, text, begin, block.end)
            if closing in "’'":
                closing = ""
        found.append(tuple(spans))
    return found


def _carried(text: str, block: Span, closing: str) -> tuple[int, str]:
    """Where the words go on that an earlier paragraph left open, and by which mark they close."""
    first = text[block.begin]
    if first in _PAIRS and first not in _SINGLES and _PAIRS[first][0] in closing:
        return block.begin + 1, closing
    for match in _QUOTE.finditer(text, block.begin, block.end):
        mark = match.group()
        if mark in closing and _closes(text, match.start(), block, mark):
            return block.begin, closing
        if mark in _PAIRS and mark not in _SINGLES:
            break
    return block.begin, ""


def _add(spans: list[Span], text: str, begin: int, end: int) -> None:
    inner = _stripped(text, begin, end)
    if inner is not None:
        spans.append(inner)


def _opens(text: str, at: int, block: Span, mark: str, closers: dict[str, list[int]]) -> bool:
    if mark not in _PAIRS:
        return False
    if at + 1 >= block.end:
        return False
    before = text[at - 1] if at > block.begin else " "
    after = text[at + 1]
    if mark == "»":
        return before in _BEFORE_OPENING and not after.isspace()
    if mark in "„“«‹":
        return True
    if before not in _BEFORE_OPENING or after.isspace():
        return False
    return mark not in _SINGLES or _closes_later(text, at, block, _PAIRS[mark], closers)


def _closes(text: str, at: int, block: Span, mark: str) -> bool:
    before = text[at - 1] if at > block.begin else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if mark in "’'":
        return not after.isalnum() and before in ".,!?…"
    if mark == '"':
        return not (before in " (" and after.isalnum())
    return True


def _closes_later(text: str, at: int, block: Span, marks: str, closers: dict[str, list[int]]) -> bool:
    """Whether a single mark is a quotation and no apostrophe: one that closes comes within the paragraph.

    `closers` holds, once they were needed, the places of all that close in the paragraph.
    """
    if not closers:
        closers.update({mark: [] for mark in "‘’'"})
        for match in _QUOTE.finditer(text, block.begin, block.end):
            if match.group() in closers and _closes(text, match.start(), block, match.group()):
                closers[match.group()].append(match.start())
    limit = min(block.end, at + 2000)
    return any(
        following < len(closers[mark]) and closers[mark][following] < limit
        for mark in marks
        for following in (bisect_right(closers[mark], at),)
    )
