"""Bodies that speak under a short word: "It said that", "..., it added", "the Co-Chairs urged"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ....ontology.facts import EntityKind, Span
from ..model import EntityMention, Party, Sentence
from ..tables import read_table, words
from ..text.inflection import inflected

__all__ = ["bodies_again"]

_SPEAKING: Final = (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION)
_CHAIRS: Final = frozenset(("co-chairs", "co-chairmen", "co-chairpersons"))
_SHORT: Final = _CHAIRS | {"it", "they"}
_ATTITUDES: Final = words("speech_phrases", kind="attitude")
_FILLERS: Final = frozenset(("also", "further", "then", "has", "had"))
_MARKS: Final = frozenset((",", "–", "-", '"', "”", "“"))
_LONGEST_OPENING: Final = 3
_SURE: Final = 0.75


def bodies_again(sentences: Sequence[Sentence], mentions: Sequence[EntityMention]) -> Iterator[Party]:
    """The bodies that "it" means before a verb of saying, and those whose co-chairs are spoken of again.

    "It" is the body with which the sentence before, or this one, began.
    """
    places = [
        (number, index)
        for number, sentence in enumerate(sentences)
        if not _SHORT.isdisjoint(sentence.vocabulary)
        for index, lower in enumerate(sentence.lowers)
        if lower in _SHORT and (_says(sentence, index + 1) if lower in _CHAIRS else _speaks(sentence, index))
    ]
    if not places:
        return
    named: dict[int, list[EntityMention]] = {}
    for mention in mentions:
        if mention.entity.kind in _SPEAKING and not mention.demonym:
            named.setdefault(mention.sentence, []).append(mention)
    chairs = [m for m in mentions if not _CHAIRS.isdisjoint(m.exact.lower().split())]
    for number, index in places:
        sentence = sentences[number]
        here = named.get(sentence.index, [])
        if _is_covered(sentence, index, here):
            continue
        before = next((m for m in reversed(chairs) if m.sentence < sentence.index), None)
        lower = sentence.lowers[index]
        meant = before if lower in _CHAIRS else None
        if lower == "it":
            meant = _subject(sentence, here, index) or _before(sentences, named, sentence)
        elif lower == "they" and before is not None:
            subject = _before(sentences, named, sentence) or before
            meant = before if subject.entity == before.entity else None
        if meant is not None:
            yield _party(sentence, index, meant)


def _is_covered(sentence: Sentence, index: int, names: Sequence[EntityMention]) -> bool:
    begin = sentence.tokens[index].begin
    quoted = any(span.begin <= begin < span.end for span in sentence.quoted)
    return quoted or any(name.span.begin <= begin < name.span.end for name in names)


def _speaks(sentence: Sentence, index: int) -> bool:
    """Whether the word begins its clause, and a verb of saying follows."""
    begins = index == sentence.dateline or sentence.lowers[index - 1] in _MARKS
    return begins and _says(sentence, index + 1)


def _says(sentence: Sentence, index: int) -> bool:
    """Whether a verb of saying follows, or "were pleased" and the like."""
    lowers = sentence.lowers
    while index < len(lowers) and lowers[index] in _FILLERS:
        index += 1
    if lowers[index : index + 1] in (("were",), ("are",)):
        return not _ATTITUDES.isdisjoint(lowers[index + 1 : index + 3])
    return index < len(lowers) and lowers[index] in _forms()


@cache
def _forms() -> frozenset[str]:
    """The past and present of the verbs that say something by themselves."""
    return frozenset(
        form
        for row in read_table("speech_verbs")
        if row["strength"] != "quote"
        for name, form in inflected(row["verb"], row["past"]).items()
        if name != "ing"
    )


def _subject(sentence: Sentence, names: Sequence[EntityMention], before: int) -> EntityMention | None:
    """The body with which a sentence begins, at most an article and a word before it."""
    limit = min(sentence.dateline + _LONGEST_OPENING, before)
    tokens = sentence.tokens
    return next(
        (
            name
            for name in names
            if any(tokens[i].begin == name.span.begin for i in range(sentence.dateline, limit))
        ),
        None,
    )


def _before(
    sentences: Sequence[Sentence], named: dict[int, list[EntityMention]], sentence: Sentence
) -> EntityMention | None:
    """The body with which the sentence before began."""
    place = sentence.index - 1
    if place < 0 or place >= len(sentences) or sentences[place].index != place:
        return None
    earlier = sentences[place]
    return _subject(earlier, named.get(place, []), len(earlier.tokens))


def _party(sentence: Sentence, index: int, meant: EntityMention) -> Party:
    token = sentence.tokens[index]
    return Party(
        entity=meant.entity,
        span=Span(token.begin, token.end),
        sentence=sentence.index,
        introduces=False,
        rule="body named again",
        confidence=_SURE,
    )
