"""Tells the dump of a site's menus from the text of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ...ontology.reference import Reference
from ..tables import read_rows
from .lines import header_key
from .text import Line, Mark

__all__ = ["chaired", "is_opening", "menu_label", "without_navigation"]

_DASHES: Final = ("-", "–", "—")
_BULLETS: Final = tuple(f"{dash} " for dash in _DASHES)
_LONGEST_LABEL: Final = 140
_FEWEST: Final = 4
_FEWEST_KNOWN: Final = 3


def is_opening(text: str) -> bool:
    """Whether a line is a dash alone, with which the dump opens a level."""
    return text.strip() in _DASHES


def menu_label(text: str) -> str:
    """The label of a line of the dump, without its dash.

    >>> menu_label("- Policing"), menu_label("– Policing"), menu_label("Countries")
    ('Policing', 'Policing', 'Countries')
    """
    return (text[2:] if text.startswith(_BULLETS) else text).strip()


@cache
def _chair() -> re.Pattern[str]:
    labels = [row["label"] for row in read_rows("navigation_words") if row["what"] == "chair"]
    nouns = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    return re.compile(rf"(?P<state>.{{2,60}}?)\s*[-–—]\s*(?:{nouns})\s+(?P<year>\d{{4}})\s*$")


def chaired(label: str) -> tuple[str, int] | None:
    """The State of a label that says which year it chairs the OSCE, and the year.

    >>> chaired("Finland – OSCE Chairpersonship 2025"), chaired("Finland")
    (('Finland', 2025), None)
    """
    if not label.rstrip()[-1:].isdecimal():
        return None
    match = _chair().match(label)
    return (match["state"].strip(), int(match["year"])) if match is not None else None


def _bare_label(text: str) -> str:
    """The label of a line of the dump, without its dash and what it says of the Chair.

    >>> _bare_label("- Finland – OSCE Chairpersonship 2025")
    'Finland'
    """
    label = menu_label(text)
    found = chaired(label)
    return found[0] if found is not None else label


def without_navigation(
    lines: Sequence[Line], reference: Reference
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the navigation, and the others; what the markup calls navigation is navigation."""
    menus: list[Line] = []
    others: list[Line] = []
    region: list[Line] = []
    opened = False
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        if line.mark is Mark.NAVIGATION or _belongs(text, opened):
            region.append(line)
            opened = is_opening(text)
            continue
        (menus if _is_menu(region, reference) else others).extend(region)
        region, opened = [], False
        others.append(line)
    (menus if _is_menu(region, reference) else others).extend(region)
    return tuple(menus), tuple(others)


def _belongs(text: str, opened: bool) -> bool:
    if is_opening(text):
        return True
    if len(text) > _LONGEST_LABEL:
        return False
    return opened or (text.startswith(_BULLETS) and header_key(text) is None)


def _is_menu(region: Sequence[Line], reference: Reference) -> bool:
    marked = sum(line.mark is Mark.NAVIGATION for line in region)
    if marked == len(region):
        return True
    texts = [line.text.strip() for line in region]
    count = len(texts)
    if count < _FEWEST:
        return False
    known = sum(bool(reference.in_navigation(_bare_label(text))) for text in texts)
    openings = sum(map(is_opening, texts))
    return known >= max(_FEWEST_KNOWN, 0.2 * count) or (openings >= 2 and count >= 8)
