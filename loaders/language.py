"""Which language a text is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from .languages.endings import is_latin
from .languages.folders import Languages, current
from .tables import word_set

__all__ = ["LANGUAGES", "is_written_so", "language_of", "words_of"]

# Those in which osce.org and the sites that republish its releases write, as far as the model knows them.
LANGUAGES: Final = (
    "az", "be", "bg", "bs", "cs", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu", "hy", "it", "ka",
    "kk", "ky", "lt", "lv", "mk", "mn", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr",
    "sv", "tr", "uk",
)  # fmt: skip

_WORD: Final = re.compile(r"[^\W\d_]+")
_ENGLISH: Final = word_set(
    """the of and to in a for on that with is was by at from as are were has have been be an it its this which
    will who their not but said also"""
)
_MARKS: Final = "’‘“”–—…\u00a0"
_LETTERS: Final = bytes(ord(chr(code).lower()) if chr(code).isalpha() else 32 for code in range(128)).ljust(
    256
)
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,}\b")
_ENOUGH: Final = 20_000
_MANY: Final = 400
_SHARE: Final = 0.22
_FEW: Final = 5
_LETTERED: Final = 0.004
_BEGINNING: Final = 2_000
_HARDLY: Final = 0.1
_PARAGRAPH: Final = 20


def words_of(text: str) -> list[str]:
    """The words of a text in lower case: all that is no letter parts them.

    >>> words_of("The Mission’s 24 offices")
    ['the', 'mission', 's', 'offices']
    """
    for mark in _MARKS:
        text = text.replace(mark, " ")
    if text.isascii():
        return text.encode("ascii").translate(_LETTERS).decode("ascii").split()
    return [word.lower() for word in _WORD.findall(text)]


def language_of(text: str, default: str = "en", words: Sequence[str] | None = None) -> str:
    """The ISO 639-1 code of the language that most of a text is in.

    Args:
        text: only its beginning counts.
        default: what it is where nothing tells.
        words: those of the text, as `words_of` gives them, where they were asked for before.

    >>> language_of("The Mission opened an office in the town, and people came to it from all of the valley.")
    'en'
    >>> language_of("Миссия открыла в городе бюро, и люди приходили туда из всей долины.")
    'ru'
    """
    text = text[:_ENOUGH]
    words = (words_of(text) if words is None else words)[:_MANY]
    if not words:
        return default
    if _is_english(words) or _begins_in_english(text):
        return "en"
    if _tells_little(text):
        return default
    lettered = _by_letters(text)
    if lettered is not None:
        return lettered
    # Names in capitals and acronyms are alike in all languages.
    guess: str = _identifier().classify(_CAPITALS.sub(" ", text))[0]
    return guess


def is_written_so(language: str, text: str) -> bool:
    """Whether a text has the letters that a language is written with; not whether it is in that language.

    >>> is_written_so("en", "Миссия открыла бюро"), is_written_so("uk", "Миссия открыла бюро")
    (False, True)
    """
    latin = _in_latin(current(), language)
    letters = [c for c in text[:_BEGINNING] if c.isalpha()]
    if latin is None or not letters:
        return True
    share = sum(map(is_latin, letters)) / len(letters)
    return share > _HARDLY if latin else share < 1 - _HARDLY


@cache
def _in_latin(languages: Languages, language: str) -> bool | None:
    """Whether a language is written in Latin letters, by its months; None where that is not known."""
    months = languages.words("dates", "month", language)
    kinds = {is_latin(month) for month in months}
    return kinds.pop() if len(kinds) == 1 else None


def _is_english(words: Sequence[str]) -> bool:
    return sum(map(_ENGLISH.__contains__, words)) >= _SHARE * len(words)


def _begins_in_english(text: str) -> bool:
    """Whether the first paragraph is in English, and only what follows is not: the same news once more."""
    first, _, rest = text.strip().partition("\n")
    words = words_of(first) if rest else []
    return len(words) >= _PARAGRAPH and _is_english(words)


def _by_letters(text: str) -> str | None:
    """The language whose own letters a text has again and again, for those that the identifier lacks."""
    low = text.lower()
    shares = {code: sum(map(low.count, letters)) / len(low) for code, letters in _letters(current()).items()}
    best = max(shares, key=lambda code: shares[code], default=None)
    return best if best is not None and shares[best] >= _LETTERED else None


@cache
def _letters(languages: Languages) -> Mapping[str, frozenset[str]]:
    found = {code: languages.words("words", "letter", code) for code in languages.codes}
    return MappingProxyType({code: letters for code, letters in found.items() if letters})


def _tells_little(text: str) -> bool:
    """Whether a text in Latin letters has hardly a word beside names, which are alike in all languages."""
    found = _WORD.findall(text)[:_MANY]
    return sum(map(str.islower, found)) < _FEW and all(map(is_latin, found))


@cache
def _identifier() -> Any:
    from py3langid import langid  # half a second, which English pages do not need

    identifier = langid.LanguageIdentifier.from_modelpath(Path(langid.MODEL_DIR) / langid.MODEL_FILE)
    known = frozenset(identifier.nb_classes)
    identifier.set_languages([code for code in LANGUAGES if code in known])
    return identifier
