"""What a page is: a release, or no release and why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ..tables import read_rows
from .acting import find_verb
from .evidence import LEAD, SENTENCE_END, Page
from .headings import section_label, section_labels
from .known import Known, folded
from .own_voice import names_osce, on_osce_site
from .rows import Role, Sheet
from .sign_words import other_phrases
from .signs_against import signs_against
from .signs_for import find_own_speaker, signs_for
from .signs_of_house import in_house_layout, signs_of_house, signs_of_own_news
from .text import Line
from .weights import NEEDED, Sign, weight_of

__all__ = ["Verdict", "judge"]

_SHORTEST_BODY: Final = 60
_LONG: Final = 150
_LONGEST_MARK: Final = 120
_LONGEST_LABEL: Final = 60
_TOP: Final = 3
_SURE: Final = ("a newsletter", "a page that was not found")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a page is a release, and the reason in words."""

    release: bool
    reason: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line, or the beginning of one, that shows a page to be something else."""

    text: str
    whole: bool
    what: str
    always: bool


@cache
def _marks() -> tuple[_Mark, ...]:
    rows = (row for row in read_rows("no_release_marks") if row["where"] != "section")
    return tuple(
        _Mark(folded(row["text"]), row["where"] == "line", row["what"], row["even_with_dateline"] == "yes")
        for row in rows
    )


@cache
def _openings() -> tuple[str, ...]:
    return tuple(mark.text for mark in _marks())


def judge(
    sheet: Sheet,
    lines: Sequence[Line],
    address: str | None,
    site: str | None,
    whole: str,
    *,
    digest: bool = False,
    known: Known | None = None,
) -> Verdict:
    """Whether one sheet of a page is a release in the OSCE's own voice.

    A page that is plainly something else, has no text or does not name the OSCE is none; one in the house's
    layout may name any body of the OSCE instead. For any other, all that speaks for and against it is
    weighed; the reason names what was found.

    Args:
        sheet: what would be the release.
        lines: all lines of the page.
        address: the page's address, where known.
        site: the name of the site, as the page gives it.
        whole: all text of the page.
        digest: whether the page is declared to be a digest of a release.
        known: knows the bodies of the OSCE by their names.
    """
    page = Page(sheet, lines, address, site, digest)
    header = [row for row in sheet.of(Role.VALUE) if row.key in ("source", "place", "fields", "date")]
    found = _marked(lines, page.dated or len(header) >= 2)
    if found is not None:
        return Verdict(False, found)
    if len(page.body) < _SHORTEST_BODY and not (page.dated and page.title):
        return Verdict(
            False, "there is no text under the title" if page.title else "it has no text of a release"
        )
    own = on_osce_site(address) or page.signed
    if not own and not names_osce(f"{page.title} {page.body[:LEAD]}"):
        shown = bool(sheet.of(Role.TYPE)) or find_own_speaker(page.body) is not None
        if not (page.dated and shown and names_osce(page.body)) and not _names_body(page, known):
            what = "its title and first sentences do" if names_osce(whole) else "it does"
            return Verdict(False, f"{what} not name the OSCE")
    if not page.dated and not page.signed and not _has_sentences(page):
        return Verdict(False, "it has no sentences")
    against = tuple(signs_against(page))
    signs = (*signs_for(page), *signs_of_house(page), *against)
    # What takes longest to see is looked for where the rest is not enough.
    if sum(sign.weight for sign in signs) < weight_of(NEEDED):
        signs = (*signs_of_own_news(page, against), *signs)
    return _weighed(signs)


def _names_body(page: Page, known: Known | None) -> bool:
    """Whether a page in the house's layout names a body of the OSCE, and no other organization."""
    if known is None or not in_house_layout(page):
        return False
    text = f"{page.title}\n{page.body}"
    return known.names_body(text) and other_phrases("organization").search(text) is None


def _has_sentences(page: Page) -> bool:
    """Whether some line is running text; one that is cut off may lack the end of its sentence."""
    if SENTENCE_END.search(page.body) is not None:
        return True
    return any(len(row.line.text) > _LONG and find_verb(row.line.text) for row in page.sheet.of(Role.BODY))


def _weighed(signs: Sequence[Sign]) -> Verdict:
    total = sum(sign.weight for sign in signs)
    needed = weight_of(NEEDED)
    pros = [sign.reason for sign in sorted(signs, key=lambda sign: -sign.weight) if sign.weight > 0]
    cons = [sign.reason for sign in sorted(signs, key=lambda sign: sign.weight) if sign.weight <= 0]
    if total >= needed:
        but = f"; though {', '.join(cons)}" if cons else ""
        return Verdict(True, f"{', '.join(pros)}{but} (weight {total}, {needed} needed)")
    if not cons:
        cons = ["there is too little that shows it to be the OSCE's own"]
    but = f"; though {', '.join(pros)}" if pros else ""
    return Verdict(False, f"{', '.join(cons)}{but} (weight {total}, {needed} needed)")


def _marked(lines: Sequence[Line], dated: bool) -> str | None:
    """What a page is by its lines, if that is something else; with a dateline only some of them count."""
    seen: dict[str, list[str]] = {}
    for number, line in enumerate(lines):
        text = folded(line.text[:_LONGEST_MARK]).removeprefix("- ")
        if not text.startswith(_openings()):
            continue
        for mark in _marks():
            if dated and not mark.always:
                continue
            if (text == mark.text) if mark.whole else text.startswith(mark.text):
                said = line.text[:_LONGEST_LABEL]
                seen.setdefault(mark.what, []).append(said)
                if number < _TOP or mark.what in _SURE:
                    return f"it is {mark.what} ({said.strip()!r})"
    for what, found in seen.items():
        if len(found) >= 2:
            return f"it is {what} ({found[0].strip()!r}, {found[1].strip()!r})"
    return None if dated else _section_page(lines)


def _section_page(lines: Sequence[Line]) -> str | None:
    labels = (section_label(line.text) for line in lines if len(line.text) < _LONGEST_LABEL)
    found = sorted(section_labels().intersection(labels))
    if len(found) < 2:
        return None
    return f"it is a section page ({found[0]!r} and {found[1]!r} are its headings), no release"
