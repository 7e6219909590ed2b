"""Names as they are written and when, and the keys under which a name is found however it is typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from .dates import DateError, Interval, PartialDate

__all__ = ["DatedName", "NameKind", "dated_names", "is_acronym", "loose_key", "name_key", "without_remark"]


class NameKind(StrEnum):
    """What a name is to its entity."""

    LABEL = "label"
    FORMER = "former"
    ALIAS = "alias"
    ACRONYM = "acronym"
    DEMONYM = "demonym"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name, the time in which it is used, and its language.

    valid     both ends may be open; the empty interval means at any time
    language  ISO 639-1, empty for what is written alike in all (acronyms)
    """

    text: str
    kind: NameKind
    valid: Interval = Interval()
    language: str = "en"


_CHARACTERS: Final = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ`´′ʹ", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)
_REMARK: Final = re.compile(r"\s*\(([^()]*)\)$")
_YEARS: Final = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
_LONGEST_ACRONYM: Final = 12


def name_key(text: str) -> str:
    """The key of a name: case, kinds of apostrophe, dash and space and Unicode forms (NFKC) do not count.

    >>> name_key("Co‑operation  on Ta’ Qali") == name_key("co-operation on TA' QALI")
    True
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_CHARACTERS)).translate(_CHARACTERS)
    else:
        text = text.replace("`", "'")
    return " ".join(text.casefold().split())


@lru_cache(maxsize=8192)
def loose_key(text: str) -> str:
    """The letters and digits of a name without diacritics: what is left when spelling varies.

    >>> loose_key("Łódź Co-ordinator") == loose_key("Lodz coordinator")
    True
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    folded = (
        folded.replace("ł", "l").replace("đ", "d").replace("ø", "o").replace("ı", "i").replace("&", "and")
    )
    return "".join(c for c in folded if c.isalnum())


def is_acronym(text: str) -> bool:
    """Whether a name is written as an acronym, so that its case matters.

    >>> [is_acronym(name) for name in ("OMiK", "U.N.", "PCUz", "Troika", "OSCE PA", "Minsk II")]
    [True, True, True, False, True, False]
    """
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return len(text) <= _LONGEST_ACRONYM and upper >= 2 and 2 * upper >= len(letters)


def without_remark(text: str) -> tuple[str, Interval]:
    """A name without the remark in brackets behind it, and the years where the remark gives them.

    >>> without_remark("Permanent Committee of the CSCE (1993-1994)")[0]
    'Permanent Committee of the CSCE'
    """
    match = _REMARK.search(text)
    if match is None:
        return text, Interval()
    years = _YEARS.fullmatch(match[1])
    valid = Interval(PartialDate(int(years[1])), PartialDate(int(years[2]))) if years else Interval()
    return text[: match.start()], valid


def dated_names(cell: str) -> Iterator[tuple[str, Interval]]:
    """The names of a cell of the form `name@from..to; name@from..`; raises DateError for a bad date.

    >>> [(name, str(valid)) for name, valid in dated_names("Turkey@1973..2022; Türkiye@2022..")]
    [('Turkey', '1973/2022'), ('Türkiye', '2022/')]
    """
    for part in cell.split(";"):
        name, at, span = (piece.strip() for piece in part.strip().partition("@"))
        if not name:
            continue
        if not at:
            yield name, Interval()
            continue
        span = without_remark(span)[0]
        start, dots, end = span.partition("..")
        if not dots:
            raise DateError(f"not of the form from..to: {span!r}")
        yield (
            name,
            Interval(PartialDate.parse(start) if start else None, PartialDate.parse(end) if end else None),
        )
