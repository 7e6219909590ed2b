"""Finds names of organizations by the common noun beside them: "Flaka, an association of teachers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..tables import words
from .line import Line, Name, capital_words, tokens_of
from .organizations import FoundOrganization

__all__ = ["find_appositions"]

_NOUNS: Final = words("org_nouns", "word")
_PLURALS: Final = words("org_nouns", "plural")
_WORDS: Final = _NOUNS | _PLURALS
_VAGUE: Final = words("mention_words", kind="vague noun beside a name")
_SMALL: Final = words("mention_words", kind="small word inside a name")
_FARTHEST: Final = 6
_LONGEST_LIST: Final = 40
_PREPOSITIONS: Final = frozenset(("with", "of", "for", "from", "at", "in", "on", "by"))
_STARTERS: Final = words("sentence_starters")
_OTHERS: Final = (
    words("not_names", "word", reason="document")
    | words("not_names", "word", reason="event") - frozenset(("fair",))
    | words("not_names", "word", reason="organization")
    | words("not_names", "word", reason="month")
    | words("not_names", "word", reason="weekday")
    | words("honorifics", "word")
    | words("post_heads", "head")
    | words("org_heads", "head") - frozenset(("watch", "front", "hub", "circle"))
)


def find_appositions(line: Line, names: Sequence[Name]) -> list[FoundOrganization]:
    """The organizations of a sentence that a common noun beside their name shows, in their order."""
    if line.title_case or _WORDS.isdisjoint(line.vocabulary):
        return []
    taken = tokens_of(names)
    found: dict[int, FoundOrganization] = {}
    for index in range(line.dateline, len(line.sentence.tokens)):
        lower = line.lower(index)
        if _is_inner(line, index):
            continue
        if lower in _NOUNS:
            for first, last in (*_after_noun(line, index, taken), *_before_noun(line, index, taken)):
                found.setdefault(
                    first, FoundOrganization(first, last, first, "apposition", True, "apposition")
                )
        elif lower in _PLURALS:
            for first, last in _listed(line, index, taken):
                found.setdefault(
                    first, FoundOrganization(first, last, first, "apposition", True, "apposition")
                )
    return [found[first] for first in sorted(found)]


def _is_inner(line: Line, noun: int) -> bool:
    """Whether a noun is part of a name itself: "a Writers Guild member", "Lim Bank"."""
    return line.capitalised(noun) and line.capitalised(noun - 1) and not line.word(noun).isupper()


def _after_noun(line: Line, noun: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The name in "the non-governmental organization Ura e Re", "the weekly “Flaka”"."""
    first = noun + 1
    if line.word(first) in '“"„' and line.word(first):
        closing = next((i for i in range(first + 2, first + 7) if line.word(i) in ("”", '"', "“")), None)
        if closing is not None and line.capitalised(first + 1):
            yield first + 1, closing
        return
    last = _name_end(
        line, first, taken, plain=line.lower(noun) == line.word(noun) or line.word(noun) == "NGO"
    )
    if last > first and (line.lower(noun) not in _VAGUE or last > first + 1):
        yield first, last


def _before_noun(line: Line, noun: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The name in "Lumina, a local association": comma, article and at most a few words before the noun."""
    article = next(
        (i for i in range(noun - 1, max(noun - _FARTHEST, 1), -1) if line.lower(i) in ("a", "an")), None
    )
    if article is None or line.word(article - 1) != ",":
        return
    if any(line.lower(i) in _PREPOSITIONS for i in range(article + 1, noun)):
        return
    last = article - 1
    first = last
    while first > line.dateline and (line.capitalised(first - 1) or _is_inside(line, first - 1)):
        first -= 1
    while first < last and (line.word(first) in _STARTERS or not line.capitalised(first)):
        first += 1
    if first < last and not any(i in taken for i in range(first, last)) and _is_name(line, first, last):
        yield first, last


def _is_inside(line: Line, index: int) -> bool:
    """Whether a small word stands inside a name: "Ura e Re", "Hand in Hand"."""
    if line.word(index) in ("of", "and"):
        return False
    repeated = line.word(index - 1) == line.word(index + 1) != ""
    return line.word(index) in _SMALL or (repeated and line.word(index) in ("in", "by", "to"))


def _listed(line: Line, noun: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The names in "two associations of pensioners, Nada 3 and Besa": a list beside a plural noun."""
    comma = next((i for i in range(noun + 1, noun + _FARTHEST) if line.word(i) in (",", "(", ":")), None)
    if comma is None or any(line.capitalised(i) for i in range(noun + 1, comma)):
        return
    first = comma + 1
    items: list[tuple[int, int]] = []
    while len(items) < _LONGEST_LIST:
        last = _name_end(line, first, taken, numbers=True, plain=True)
        if last == first:
            return
        items.append((first, last))
        joint = line.word(last)
        if joint == "and" or (joint == "," and line.capitalised(last + 1)):
            first = last + 1
        else:
            break
    if len(items) > 1:
        yield from items


def _name_end(line: Line, first: int, taken: set[int], numbers: bool = False, plain: bool = False) -> int:
    if not line.capitalised(first) or first in taken:
        return first
    if not _is_name(line, first, first + 1) and not (plain and _is_plain(line, first)):
        return first
    last = first + 1
    while last - first < 5 and last not in taken:
        word = line.word(last)
        if line.capitalised(last) or (numbers and word.isdigit()):
            last += 1
        elif word in _SMALL and word != "and" and line.capitalised(last + 1) and last + 1 not in taken:
            last += 2
        else:
            break
    return last


def _is_plain(line: Line, first: int) -> bool:
    """Whether two common words with capitals make a name and no post or event: "Urban Bridge"."""
    pair = {line.lower(first), line.lower(first + 1)}
    return line.capitalised(first + 1) and pair.isdisjoint(_OTHERS)


def _is_name(line: Line, first: int, last: int) -> bool:
    return any(
        line.lower(i) not in capital_words() and line.word(i)[:1].isalpha() for i in range(first, last)
    )
