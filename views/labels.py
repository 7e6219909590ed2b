"""How wide a text is, and where names can stand so that no two overlap.

The pages ask for Helvetica, Arial or Liberation Sans, which share their advance widths (Adobe's font metrics
of the core fonts), so widths are known before a browser runs; the script in the page measures again in
whatever font it got.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Box", "Candidate", "Placer", "fit", "node_lines", "picture_name", "surname", "text_width", "wrap"]

_REGULAR = {
    191: "'", 222: "ijlſ’‘іј", 260: "|¦", 278: " !,./:;I[\\]ft·ıІї", 333: "()-`r¡¨“”", 334: "{}", 355: '"',
    389: "*", 400: "°", 438: "к", 365: "г", 458: "зт", 469: "^", 500: "Jcksvxyzсху", 521: "ч", 510: "э",
    531: "в", 542: "Гпя", 552: "нџ", 573: "бц", 583: "Кдл", 584: "+<=>~¬", 604: "З", 611: "FTZßøŦТ",
    625: "ъ", 635: "У", 656: "БЛЬ", 667: "&ABEKPSVXYÞЅАВЕРХЧ", 669: "ж", 677: "Д", 688: "м", 719: "ЄИПЭы",
    722: "CDHNRUwÐĐĦНСЯ", 740: "Ц", 750: "ю", 760: "Ф", 778: "GOQØО", 802: "ш", 823: "фщ", 833: "MmМ",
    889: "%æ", 917: "Ш", 923: "Ж", 938: "Щ", 944: "Wœ", 1000: "ÆŒ—…", 1010: "Ю", 1015: "@",
}  # fmt: skip
_BOLD = {
    238: "'", 278: " ,./I\\ijl·ıłſ’‘Іі", 280: "|¦", 333: "!()-:;[]`ft", 389: "*r{}", 400: "°", 417: "г",
    474: '"', 490: "т", 500: "z“”к", 584: "+<=>^~", 611: "?FLTZbdghnopqußðøþđħТор", 667: "EPSVXYÞЕРХ",
    719: "БИПЬЯ", 722: "&ABCDHKNRUÐĐĦАВНС", 740: "м", 778: "GOQwØО", 833: "MМш", 844: "щ", 854: "Фыю",
    889: "%mæ", 904: "Ж", 944: "Wœ", 975: "@", 1000: "ÆŒ—…", 1019: "Щ", 1031: "Ю",
    556: "#$0123456789J_aceksvxy§«»ауехсјѕ", 549: "эє", 583: "я", 604: "нп", 581: "ч",
}  # fmt: skip
_REGULAR_WIDTHS = {char: width for width, chars in _REGULAR.items() for char in chars}
_BOLD_WIDTHS = {char: width for width, chars in _BOLD.items() for char in chars}
_PARTICLES = frozenset(
    ("af al ap av bin da de del della den der di dos du el la le ten ter van von zu zur").split()  # noqa: SIM905
)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width in pixels of one line of text at a font size in pixels.

    >>> round(text_width("Frowick", 10), 2)
    34.44
    """
    table, usual = (_BOLD_WIDTHS, 611) if bold else (_REGULAR_WIDTHS, 556)
    total = 0
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char):
            continue
        wide = unicodedata.east_asian_width(char) in "WF"
        total += 1000 if wide else table.get(char, usual)
    return total * size / 1000


def wrap(text: str, size: float, limit: float, *, bold: bool = False) -> list[str]:
    """The text in lines of at most `limit` pixels, broken between words only.

    >>> wrap("Bosnia and Herzegovina", 10, 60)
    ['Bosnia and', 'Herzegovina']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def surname(name: str) -> str:
    """What a picture calls a person: the last word with the particles before it.

    >>> [surname(n) for n in ("Marc Perrin de Brichambaut", "Vincenzo Del Monaco", "Pere Joan Pons")]
    ['de Brichambaut', 'Del Monaco', 'Pons']
    """
    words = name.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    return " ".join(words[max(first, 0) :])


def fit(text: str, size: float, limit: float, most: int = 1) -> list[str]:
    """The text in at most so many lines of at most `limit` pixels; "…" stands for what has no room.

    >>> fit("Office for Democratic Institutions", 10, 70, 2)
    ['Office for', 'Democratic …']
    >>> fit("x" * 40, 10, 60)
    ['xxxxxxxxxx…']
    """
    lines = wrap(text[:400], size, limit)
    if len(lines) > most:
        last = lines[most - 1]
        while " " in last and text_width(f"{last} …", size) > limit:
            last = last.rpartition(" ")[0]
        lines = [*lines[: most - 1], f"{last} …"]
    return [_cut(line, size, limit) for line in lines]


def _cut(line: str, size: float, limit: float) -> str:
    """The line, or if one long word is wider than the limit, as much of it as there is room for."""
    if text_width(line, size) <= limit:
        return line
    line = line.removesuffix(" …")
    while line and text_width(line + "…", size) > limit:
        line = line[:-1]
    return line + "…"


def picture_name(label: str, short: str) -> str:
    """What a node is called in a picture: its label without "OSCE" if two lines hold it, else its short one.

    >>> picture_name("OSCE Mission to Skopje", "Skopje"), picture_name("Office " * 12, "OFF")
    ('Mission to Skopje', 'OFF')
    """
    name = label.removeprefix("OSCE ")
    lines = node_lines(name)
    return short if short and lines[-1].endswith("…") else " ".join(lines)


def node_lines(name: str) -> list[str]:
    """A node's name in at most two lines."""
    return fit(name, 12.5, 190, 2)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two come closer to each other than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a label can stand: its box, and the point of its text's `anchor` (as in SVG)."""

    x: float
    y: float
    anchor: str
    box: Box


class Placer:
    """Gives each label the first of its candidate places that is free; a label with none is left out."""

    def __init__(self, bounds: Box, gap: float = 4.0) -> None:
        self._bounds = bounds
        self._gap = gap
        self._rows: dict[int, list[Box]] = {}

    def _cells(self, box: Box) -> Iterable[int]:
        return range(int(box.top // 16), int(box.bottom // 16) + 1)

    def block(self, box: Box) -> None:
        """Keeps labels off a rectangle."""
        for cell in self._cells(box):
            self._rows.setdefault(cell, []).append(box)

    def is_free(self, box: Box) -> bool:
        """Whether a label can stand here."""
        inside = box.left >= self._bounds.left and box.right <= self._bounds.right
        return inside and not any(
            box.overlaps(other, self._gap) for cell in self._cells(box) for other in self._rows.get(cell, ())
        )

    def place(self, candidates: Sequence[Candidate]) -> Candidate | None:
        """The first free candidate, which is then taken; None where none is free."""
        for candidate in candidates:
            if self.is_free(candidate.box):
                self.block(candidate.box)
                return candidate
        return None
