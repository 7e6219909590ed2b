"""Repairs characters that a wrong encoding broke, and nothing else: quotation marks stay as they are."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from .text import Line, substitute

__all__ = ["repaired"]


def _image(codec: str) -> dict[str, int]:
    found = {chr(byte): byte for byte in range(0x80, 0x100)} if codec == "cp1252" else {}
    for byte in range(0x80, 0x100):
        char = bytes([byte]).decode(codec, "replace")
        if char != "\ufffd":
            found[char] = byte
    return found


_IMAGES: Final = {codec: _image(codec) for codec in ("cp1252", "cp1251")}


def _class(codec: str, first: int, last: int) -> str:
    return "[" + "".join(re.escape(c) for c, b in _IMAGES[codec].items() if first <= b <= last) + "]"


def _sequences(codec: str) -> str:
    more = _class(codec, 0x80, 0xBF)
    two, three, four = (_class(codec, *ends) for ends in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)))
    if codec == "cp1251":
        # Most such pairs are ordinary Cyrillic: only several together, or marks of punctuation, are broken.
        return f"в[Ђ„][{more[1:-1]}]|(?:[РСТЃ]{more}){{3,}}"
    return f"{two}{more}|{three}{more}{more}|{four}{more}{more}{more}"


_BROKEN: Final = {codec: re.compile(_sequences(codec)) for codec in _IMAGES}
_PLAUSIBLE: Final = re.compile(
    "[\u00a0-\u024f\u0386-\u03ce\u0400-\u04ff\u0530-\u058f\u10a0-\u10ff\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf"
    "\u2100-\u214f\ufeff\ufffd\U0001f300-\U0001faff]+"
)
_TRIGGER: Final = re.compile(
    "[Â-ôâ][\x80-¿€-™ŒœŠšŽžŸƒˆ˜]|вЂ|в„|[РС][\u0402-\u040f\u0452-\u045f\u2010-\u2122]"
)
_LOST_APOSTROPHE: Final = re.compile(r"(?<=[A-Za-z])\?(?=(?:s|t|re|ll|ve|d|m)\b)")
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_ACCENT: Final = re.compile("[\u0300-\u036f]")
_DECOMPOSED: Final = re.compile(r"[^\W\d_][\u0300-\u036f]{1,3}")
_SPACES: Final = str.maketrans(
    {
        **dict.fromkeys(
            "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
            " ",
        ),
        **{chr(n): " " for n in range(0x20) if chr(n) not in "\n\r\t"},
        **{chr(n): " " for n in range(0x7F, 0xA0)},
    }
)
_ODD_SPACE: Final = re.compile("[" + "".join(re.escape(chr(code)) for code in _SPACES) + "]")
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
_ROUNDS: Final = 2


def repaired(line: Line) -> Line:
    """The line with mojibake and characters of markup undone, plain spaces, and nothing invisible.

    Letters and their accents are joined.

    >>> from osce_kg.loaders.layout.text import Run
    >>> repaired(Line("the OSCEâ€™s \u201cVienna\u201d office", (Run(0, 0, 1),))).text
    'the OSCE’s “Vienna” office'
    """
    for _ in range(_ROUNDS):
        if "&" not in line.text:
            break
        line = substitute(line, _entities(line.text))
    text = line.text
    if text.isascii():
        changed = text if text.isprintable() else text.translate(_SPACES)
        return _without_lost_apostrophes(
            line if changed == text else Line(changed, line.runs, line.mark, line.main)
        )
    for _ in range(_ROUNDS):
        if _TRIGGER.search(line.text) is None:
            break
        before = line
        for codec in _IMAGES:
            line = substitute(line, _mojibake(line.text, codec))
        if line is before:
            break
    line = substitute(line, ((m.start(), m.end(), "") for m in _INVISIBLE.finditer(line.text)))
    if _ACCENT.search(line.text) is not None:
        line = substitute(line, _composed(line.text))
    if _ODD_SPACE.search(line.text):
        line = Line(line.text.translate(_SPACES), line.runs, line.mark, line.main)
    return _without_lost_apostrophes(line)


def _entities(text: str) -> Iterator[tuple[int, int, str]]:
    """Characters that are written as in markup, in a text that is none: `&quot;`, `&#8211;`."""
    for match in _ENTITY.finditer(text):
        meant = html.unescape(match[0])
        if len(meant) == 1 and meant.isprintable():
            yield match.start(), match.end(), meant


def _mojibake(text: str, codec: str) -> Iterator[tuple[int, int, str]]:
    image = _IMAGES[codec]
    for match in _BROKEN[codec].finditer(text):
        try:
            meant = bytes(image[char] for char in match[0]).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if _PLAUSIBLE.fullmatch(meant):
            size = len(match[0]) // len(meant)
            for at, char in enumerate(meant):
                begin = match.start() + at * size
                end = match.end() if at == len(meant) - 1 else begin + size
                yield begin, end, char


def _composed(text: str) -> Iterator[tuple[int, int, str]]:
    """Letters whose accents stand behind them as characters of their own, where one character has both."""
    for match in _DECOMPOSED.finditer(text):
        letter = unicodedata.normalize("NFC", match[0])
        if len(letter) == 1:
            yield match.start(), match.end(), letter


def _without_lost_apostrophes(line: Line) -> Line:
    if "?" not in line.text:
        return line
    return substitute(
        line,
        (
            (m.start(), m.end(), "’")
            for m in _LOST_APOSTROPHE.finditer(line.text)
            if not _in_address(line.text, m.start())
        ),
    )


def _in_address(text: str, at: int) -> bool:
    start = max(text.rfind(" ", max(0, at - 300), at) + 1, at - 300, 0)
    word = text[start : at + 40].split(" ", 1)[0]
    return "/" in word or "=" in word or "www." in word
