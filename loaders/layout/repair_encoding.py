"""From the bytes of a page to its characters, whatever encoding it is in or says that it is in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from .text import Run, Runs

__all__ = ["Decoded", "decode"]

_DECLARED: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD: Final = 4096
_BLOCK: Final = 4096

_CYRILLIC_RUN: Final = re.compile(rb"[\xa8\xb8\xc0-\xff]{3,}")
_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_WIDTHS: Final = {
    "utf-8": (
        re.compile(
            "(?P<w1>[\x00-\x7f\udc80-\udcff]+)|(?P<w2>[\x80-\u07ff]+)|"
            "(?P<w3>[\u0800-\udc7f\udd00-\uffff]+)|(?P<w4>[\U00010000-\U0010ffff]+)"
        )
    ),
    "utf-16": re.compile("(?P<w2>[\x00-\uffff]+)|(?P<w4>[\U00010000-\U0010ffff]+)"),
}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_CUT: Final = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}\\Z")
_LOWER_1251: Final = frozenset(range(0xE0, 0x100))
_ROWS: Final = (0x00, 0x01, 0x02, 0x04, 0x05, 0x10, 0x20)
_WEB_NAMES: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-5": "cp1251"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a page, and what it takes to find the bytes of each.

    raw       the characters, an undecodable byte standing as a lone surrogate of the same width
    text      the same with U+FFFD for what could not be decoded
    encoding  of Python's names
    skipped   bytes of a byte order mark in front
    """

    raw: str
    text: str
    encoding: str
    skipped: int = 0
    warnings: tuple[str, ...] = ()
    _blocks: tuple[int, ...] = field(default=(), repr=False)

    def byte_runs(self, runs: Runs, length: int) -> Runs:
        """The map of a text of this length to these characters, made a map to the bytes of the page."""
        single = self.encoding == "utf-8" and self.raw.isascii() and all(run.width < 2 for run in runs)
        if single or self.encoding not in _WIDTHS:
            return tuple(Run(run.begin, self.skipped + run.source, run.width) for run in runs)
        made: list[Run] = []
        offsets = _Offsets(self)
        ends = [*(run.begin for run in runs[1:]), length]
        for run, end in zip(runs, ends, strict=True) if runs else ():
            if run.width == 1:
                made.extend(offsets.runs(run.begin, run.source, end - run.begin))
            elif run.width == 0:
                made.append(Run(run.begin, offsets.of(run.source), 0))
            else:
                for begin in range(run.begin, end):
                    source = run.source + (begin - run.begin) * run.width
                    first = offsets.of(source)
                    made.append(Run(begin, first, offsets.of(source + run.width) - first))
        return tuple(made)

    def offset(self, character: int) -> int:
        """The offset of the byte with which a character begins."""
        block = min(character // _BLOCK, len(self._blocks) - 1)
        rest = self.raw[block * _BLOCK : character]
        return self.skipped + self._blocks[block] + _size(rest, self.encoding)


class _Offsets:
    """The bytes of characters that are asked for from left to right: it remembers the last."""

    def __init__(self, decoded: Decoded) -> None:
        self._decoded = decoded
        self._widths = _WIDTHS[_family(decoded.encoding)]
        self._narrow = decoded.encoding == "utf-8"
        self._character = 0
        self._byte = decoded.skipped

    def of(self, character: int) -> int:
        """The offset of the byte with which a character begins."""
        if character < self._character:
            self._byte = self._decoded.offset(character)
        else:
            self._byte += _size(self._decoded.raw[self._character : character], self._decoded.encoding)
        self._character = character
        return self._byte

    def runs(self, begin: int, source: int, characters: int) -> Iterator[Run]:
        """The runs of so many characters of the page that stand at a place of a text."""
        offset = self.of(source)
        end = source + characters
        if characters and self._narrow and self._decoded.raw[source:end].isascii():
            yield Run(begin, offset, 1)
            offset += characters
        else:
            for match in self._widths.finditer(self._decoded.raw, source, end):
                width = int((match.lastgroup or "w1")[1])
                yield Run(begin + match.start() - source, offset, width)
                offset += width * (match.end() - match.start())
        self._character, self._byte = end, offset


def _family(encoding: str) -> str:
    return "utf-8" if encoding == "utf-8" else "utf-16"


def _size(text: str, encoding: str) -> int:
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogateescape"))
    return len(text.encode("utf-16-le", "surrogatepass"))


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The characters of a page: by its byte order mark, else as UTF-8, else by declaration or script.

    >>> decode("Мир".encode("windows-1251")).text, decode("Zürich".encode("utf-16")).text
    ('Мир', 'Zürich')
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _unicode(data[len(mark) :], name, len(mark))
    wide = _unmarked_utf16(data)
    if wide is not None:
        return _unicode(data, wide, 0)
    found = _unicode(data, "utf-8", 0)
    if found.text == found.raw:
        return found
    bad = len(_SURROGATE.findall(found.raw))
    good = sum(1 for c in found.raw if c > "\x7f") - bad
    if good >= 4 * bad:
        return found
    name = _single_byte(data, declared or _declared(data))
    text = data.decode(name, "replace")
    warning = f"the page is not UTF-8; it was read as {name}"
    return Decoded(text, text, name, 0, (warning,))


def _unicode(data: bytes, name: str, skipped: int) -> Decoded:
    warnings: list[str] = []
    if name == "utf-8":
        try:
            raw = text = data.decode()
        except UnicodeDecodeError:
            raw = data.decode("utf-8", "surrogateescape")
            cut = _CUT.search(raw)
            if cut is not None and cut.start():
                raw = raw[: cut.start()]
                warnings.append("the page ends in the middle of a character")
            text = _SURROGATE.sub("\ufffd", raw)
    else:
        if len(data) % 2:
            data = data[:-1]
            warnings.append("the page ends in the middle of a character")
        raw = data.decode(name, "surrogatepass" if _lone(data, name) else "strict")
        text = _SURROGATE.sub("\ufffd", raw)
    if text != raw:
        warnings.append("some bytes of the page are no characters")
    if "\x00" in text:
        warnings.append("the page has NUL bytes in its text; they are kept")
    encoding = "utf-8" if name == "utf-8" else "utf-16"
    starts = [0]
    for at in range(0, len(raw), _BLOCK):
        starts.append(starts[-1] + _size(raw[at : at + _BLOCK], encoding))
    return Decoded(raw, text, encoding, skipped, tuple(warnings), tuple(starts))


def _lone(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return True
    return False


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: one byte of each two comes from the few rows of the scripts in use."""
    head = data[:_HEAD]
    if len(head) < 4 or 0 not in head:
        return None
    even, odd = (sum(map(half.count, _ROWS)) / len(half) for half in (head[::2], head[1::2]))
    if odd > 0.95 and even < 0.5:
        return "utf-16-le"
    if even > 0.95 and odd < 0.5:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, _HEAD)
    return match[1].decode("ascii") if match else None


def _single_byte(data: bytes, declared: str | None) -> str:
    high = sum(len(part) for part in _HIGH.findall(data))
    runs = [match[0] for match in _CYRILLIC_RUN.finditer(data)]
    in_runs = sum(len(run) for run in runs)
    cyrillic = in_runs * 2 > high
    said = _known(declared)
    if said is not None and said not in ("cp1252", "cp1251", "koi8-r", "koi8-u"):
        return said
    if not cyrillic:
        return "cp1252"
    lower = sum(byte in _LOWER_1251 for run in runs for byte in run)
    return "cp1251" if lower * 2 >= in_runs else "koi8-r"


def _known(declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return None
    name = _WEB_NAMES.get(name, name)
    single = name.startswith(("cp125", "iso8859-", "koi8-"))
    return name if single else None
