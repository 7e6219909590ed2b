"""Cuts the sections of a release into sentences that know where they stand in the stored text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ....ontology.facts import Span
from ...languages.folders import Languages, current
from ..model import Part, Section, Sentence, Token
from ..tables import read_table, words
from .paragraphs import paragraphs, quotations
from .tokens import is_abbreviation, tokens

__all__ = ["sentences", "without_contacts"]

_STARTERS: Final = words("sentence_starters")
_ENDINGS: Final = frozenset((".", "!", "?", "…", "...", "?!"))
_LAST: Final = frozenset(ending[-1] for ending in _ENDINGS)
_CLOSERS: Final = frozenset("\"”’'»)]“›‹«")
_OPENERS: Final = frozenset("\"“„«»‘'([‹")
_DASHES: Final = frozenset(("-", "–", "—", "--", "---", "―"))
_LONGEST: Final = 1000
_DATELINE_LONGEST: Final = 24
_LONGEST_DAY: Final = 2


@cache
def _months(languages: Languages) -> frozenset[str]:
    return frozenset(word.casefold() for word in languages.words("dates", "month"))


@cache
def _short_months(languages: Languages) -> frozenset[str]:
    return frozenset(word.casefold() for word in languages.words("dates", "short month"))


@cache
def _before_places(languages: Languages) -> frozenset[str]:
    return languages.words("dates", "before place")


@cache
def _in_datelines(languages: Languages) -> frozenset[str]:
    """The small words that stand in datelines: "VIENNE, le 5 octobre 2020", "ВЕНА, 5 мая 2020 г."."""
    uses = ("before day", "of", "ordinal", "year", "weekday")
    foreign = [(code, use) for code in languages.codes if code != "en" for use in uses]
    found = (word.casefold() for code, use in foreign for word in languages.words("dates", use, code))
    return _months(languages) | _short_months(languages) | frozenset(found)


@cache
def _contacts(languages: Languages) -> tuple[str, ...]:
    codes = (code for code in languages.codes if code != "en")
    marks = {mark.casefold() for code in codes for mark in languages.words("page", "contact", code)}
    foreign = sorted(mark for mark in marks if " " in mark or mark.endswith(":"))
    return tuple(dict.fromkeys([*(row["phrase"] for row in read_table("contact_lines")), *foreign]))


def sentences(text: str, sections: Sequence[Section]) -> tuple[Sentence, ...]:
    """The sentences of the sections, in their order; the sections must not overlap.

    Every character that is no white space lies in exactly one sentence, and `text[begin:end]` is the
    sentence's own text. A paragraph always ends one; a full stop does unless it belongs to an abbreviation;
    and none has more than a thousand words.
    """
    found: list[Sentence] = []
    paragraph = 0
    for section in sections:
        blocks = list(paragraphs(text, section.span))
        for block, quoted in zip(blocks, quotations(text, blocks), strict=True):
            begins, ends = [span.begin for span in quoted], [span.end for span in quoted]
            for of_one in _cut(tokens(text, block.begin, block.end), text):
                begin, end = of_one[0].begin, of_one[-1].end
                inside = tuple(
                    Span(max(span.begin, begin), min(span.end, end))
                    for span in quoted[bisect_right(ends, begin) : bisect_left(begins, end)]
                )
                found.append(
                    Sentence(
                        index=len(found),
                        part=section.part,
                        paragraph=paragraph,
                        span=Span(begin, end),
                        text=text[begin:end],
                        tokens=tuple(of_one),
                        quoted=inside,
                        dateline=_dateline(of_one) if section.part is Part.BODY else 0,
                    )
                )
            paragraph += 1
    return tuple(found)


def _cut(block: list[Token], text: str) -> Iterator[list[Token]]:
    start = 0
    seen = 0
    last = len(block)
    for position in [at for at, token in enumerate(block) if token.text[-1] in _LAST]:
        if position < seen or not _may_end(block, position):
            continue
        end = position + 1
        while end < last and _closes(block, end, text):
            end += 1
        if end >= last:
            break
        if _begins(block, position, end, text):
            yield from _parts(block[start:end])
            start = end
        seen = end
    if start < last:
        yield from _parts(block[start:])


def _parts(sentence: list[Token]) -> Iterator[list[Token]]:
    """The sentence, or what one that is too long is cut into."""
    for begin in range(0, len(sentence), _LONGEST):
        yield sentence[begin : begin + _LONGEST]


def _may_end(block: list[Token], position: int) -> bool:
    token = block[position]
    return token.text in _ENDINGS or is_abbreviation(token) == "starter"


def _closes(block: list[Token], position: int, text: str) -> bool:
    """Whether the token closes what a full stop ended: a bracket or mark with no space before it."""
    token = block[position]
    if token.text in _ENDINGS:
        return token.begin == block[position - 1].end
    if token.text not in _CLOSERS or token.begin != block[position - 1].end:
        return False
    return position + 1 == len(block) or token.text not in _OPENERS or text[token.end].isspace()


def _begins(block: list[Token], ending: int, position: int, text: str) -> bool:
    """Whether a sentence begins at the token, after one that may have ended before it."""
    before, token = block[ending], block[position]
    first = position
    while first + 1 < len(block) and block[first].text in _OPENERS:
        first += 1
    word = block[first].text
    spaced = text[token.begin - 1].isspace()
    if not spaced:
        return _runs_on(block, ending, word) and first == position
    if is_abbreviation(before) == "starter":
        return word in _STARTERS
    if word[:1].islower():
        return False
    if before.text == "." and ending > 0 and _stands_before(block, ending - 1, word):
        return False
    return word[:1].isalnum() or first > position or word in _DASHES or word[:1] in "•*▪◦‣"


def _runs_on(block: list[Token], ending: int, word: str) -> bool:
    """Whether a space is missing after a full stop: "at the border.The Mission"."""
    if block[ending].text != "." or ending == 0:
        return False
    before = block[ending - 1].text
    return before.islower() and len(before) > 1 and before.isalpha() and word in _STARTERS


def _stands_before(block: list[Token], index: int, word: str) -> bool:
    """Whether the full stop behind a word only cuts it short: "5. Mai", "21 янв. 2015", "м. Київ"."""
    text = block[index].text
    counted = index > 0 and block[index - 1].text.isdigit()
    if text.isdigit():
        return len(text) <= _LONGEST_DAY and word.casefold() in _months(current())
    if word.isdigit():
        return counted and text.casefold() in _short_months(current())
    return not counted and f"{text}." in _before_places(current())


def _dateline(block: Sequence[Token]) -> int:
    """How many tokens the dateline has with which a sentence begins ("VIENNA, 5 October 2020 – ").

    The dateline is in the sentence that it opens, since it says where and when; rules for clauses skip it.
    """
    languages = current()
    town = _before_town(block, languages)
    found = _dateline_from(block[town:], languages)
    return found + town if found else 0


def _before_town(block: Sequence[Token], languages: Languages) -> int:
    """How many tokens before the name of a town say that it is one: "г. ОШ"."""
    if not block[0].text[:1].islower():
        return 0
    words = _before_places(languages)
    return next((n for n in (1, 2) if "".join(t.text for t in block[:n]) in words and n < len(block)), 0)


def _dateline_from(block: Sequence[Token], languages: Languages) -> int:
    first = block[0].text
    if not first.isdigit() and (not first[:1].isupper() or first in _STARTERS):
        return 0
    texts = [token.text for token in block[:_DATELINE_LONGEST]]
    months, inside = _months(languages), _in_datelines(languages)
    if first.isdigit() and len(texts) > 1 and texts[1].casefold() in months:
        first = next((text for text in texts[2:] if text[:1].isupper()), "")
    if not first[:1].isupper() or first in _STARTERS:
        return 0
    loud = first.isupper() and len(first) > 2
    year = 0
    for index, text in enumerate(texts):
        if text.isdigit() and len(text) == 4:
            year = index + 1
        elif text.isdigit() and any(t.casefold().rstrip(".") in months for t in texts[index + 1 : index + 5]):
            year = year or 1
        elif text in _DASHES and (year or loud):
            following = index + 1
            while following < len(block) and block[following].text in _DASHES:
                following += 1
            return following
        elif text[:1].islower() and text.casefold() not in inside:
            break
    return year if loud and year > 1 else 0


def without_contacts(read: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences without the contact lines at their end ("For further information, contact ...")."""
    contacts = _contacts(current())
    for sentence in read[len(read) // 2 :]:
        if sentence.part is Part.BODY and sentence.text.casefold().startswith(contacts):
            return tuple(read[: sentence.index])
    return tuple(read)
