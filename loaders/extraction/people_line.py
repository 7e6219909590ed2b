"""A sentence as the rules for people and posts see it: words, and what the mentions say of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ...ontology.facts import EntityKind, Span
from .model import EntityMention, Sentence, Token
from .people_lexicon import HEADS, UNITS
from .posts_ends import person_behind
from .sentences import dateline_end
from .tokens import POSSESSIVES

__all__ = ["Chunk", "Line", "lines"]

_JOINING: Final = frozenset("'’‘ʻʼ`´")
_OFFICE_WORDS: Final = frozenset(("chair", "cio", "chairman-in-office"))
_LONGEST_PERSON: Final = 4
_LONGEST_HEAD: Final = max(len(head) for head in HEADS)


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words first to last (excluded) that one mention covers.

    post  whether the words are, or end in, the name of a post ("OSCE Secretary General")
    weak  whether only the form of an unknown name speaks for it, which may be somebody's
    """

    first: int
    last: int
    mention: EntityMention
    post: bool
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence, lower-cased beside as they stand, and the chunk that covers each."""

    sentence: Sentence
    words: tuple[Token, ...]
    lower: tuple[str, ...]
    chunks: tuple[Chunk | None, ...]
    quoted: tuple[bool, ...]
    start: int

    def __len__(self) -> int:
        return len(self.words)

    def low(self, index: int) -> str:
        """The lower-case word there, nothing outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def text(self, first: int, last: int) -> str:
        """The characters from one word to another (excluded), as they stand."""
        begin, end = self.words[first].begin, self.words[last - 1].end
        offset = self.sentence.span.begin
        return self.sentence.text[begin - offset : end - offset]

    def span(self, first: int, last: int) -> Span:
        """Where the words from one to another (excluded) stand in the stored text."""
        return Span(self.words[first].begin, self.words[last - 1].end)

    def is_capitalised(self, index: int) -> bool:
        """Whether the word there begins with a capital letter."""
        return 0 <= index < len(self.words) and self.words[index].text[0].isupper()

    def is_possessive(self, index: int) -> bool:
        """Whether the word there is the ending "'s", or the apostrophe after a plural."""
        if not 0 < index < len(self.words):
            return False
        word = self.words[index].text
        if word in POSSESSIVES:
            return True
        return word in "'’" and self.low(index - 1).endswith("s") and self._glued(index)

    def _glued(self, index: int) -> bool:
        return self.words[index - 1].end == self.words[index].begin

    def blocks(self, index: int) -> Chunk | None:
        """The chunk over the word, unless it is the name of a post."""
        chunk = self.chunks[index] if 0 <= index < len(self.chunks) else None
        return None if chunk is None or chunk.post else chunk

    def ends_before(self, index: int) -> Chunk | None:
        """The chunk that ends just before the word."""
        chunk = self.blocks(index - 1)
        return chunk if chunk is not None and chunk.last == index else None

    def begins_at(self, index: int) -> Chunk | None:
        """The chunk that begins with the word."""
        chunk = self.blocks(index)
        return chunk if chunk is not None and chunk.first == index else None


def lines(sentences: Iterable[Sentence], mentions: Sequence[EntityMention]) -> tuple[Line, ...]:
    """The sentences with what the mentions cover, in their order."""
    by_sentence: dict[int, list[EntityMention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    return tuple(_line(sentence, by_sentence.get(sentence.index, [])) for sentence in sentences)


def _line(sentence: Sentence, mentions: list[EntityMention]) -> Line:
    words = tuple(_joined(sentence.tokens))
    lower = tuple(word.text.lower() for word in words)
    chunks: list[Chunk | None] = [None] * len(words)
    for mention in sorted(mentions, key=lambda m: (m.span.end - m.span.begin, -m.span.begin)):
        covered = [
            i for i, w in enumerate(words) if mention.span.begin < w.end and w.begin < mention.span.end
        ]
        if not covered:
            continue
        first, last = covered[0], covered[-1] + 1
        if mention.entity.kind is EntityKind.ORGANIZATION and mention.entity.id is None:
            behind = person_behind([word.text for word in words[first:last]])
            if behind is not None:
                last = first + behind
                mention = _cut(mention, words[last - 1].end)
        post = _is_post(mention, lower[first:last])
        chunk = Chunk(first, last, mention, post, _is_weak(mention, words[first:last]))
        for index in range(first, last):
            chunks[index] = chunk
    return Line(
        sentence=sentence,
        words=words,
        lower=lower,
        chunks=tuple(chunks),
        quoted=tuple(any(s.begin <= w.begin and w.end <= s.end for s in sentence.quoted) for w in words),
        start=dateline_end(sentence),
    )


def _cut(mention: EntityMention, end: int) -> EntityMention:
    """The mention up to a place in the text, where a person's name follows."""
    exact = mention.exact[: end - mention.span.begin]
    entity = replace(mention.entity, name=exact)
    return replace(mention, entity=entity, exact=exact, span=Span(mention.span.begin, end))


def _is_weak(mention: EntityMention, words: Sequence[Token]) -> bool:
    """Whether an unknown place or organization has a name that somebody might bear too."""
    if mention.entity.id is not None:
        return False
    if mention.entity.kind is EntityKind.PLACE:
        return True
    plain = all(word.text.istitle() and word.text.lower() not in UNITS for word in words)
    return mention.entity.kind is EntityKind.ORGANIZATION and plain and 1 < len(words) < _LONGEST_PERSON


def _joined(tokens: Sequence[Token]) -> Iterable[Token]:
    """The tokens, with names joined that an apostrophe of another kind cut ("Yo‘ldoshev")."""
    pending: list[Token] = []
    for token in tokens:
        if _rejoins(pending, token):
            first = pending[-2]
            text = first.text + pending[-1].text + token.text
            pending[-2:] = [Token(text, first.begin, token.end)]
            continue
        pending.append(token)
    return pending


def _rejoins(pending: Sequence[Token], token: Token) -> bool:
    if len(pending) < 2 or pending[-1].text not in _JOINING:
        return False
    before, mark = pending[-2:]
    letters = before.text[-1].isalpha() and token.text[0].isalpha()
    return letters and _follows(before, mark) and _follows(mark, token)


def _follows(before: Token, after: Token) -> bool:
    return before.end == after.begin


def _is_post(mention: EntityMention, lower: Sequence[str]) -> bool:
    if mention.entity.kind in (EntityKind.STATE, EntityKind.PLACE, EntityKind.FIELD_OPERATION):
        return False
    if any(word in UNITS for word in lower):
        return False
    if any(word in _OFFICE_WORDS for word in lower):
        return True
    return any(
        tuple(lower[i : i + size]) in HEADS for i in range(len(lower)) for size in range(1, _LONGEST_HEAD + 1)
    )
