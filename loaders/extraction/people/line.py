"""A sentence as the rules for people and posts see it: words, and what the mentions say of each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, count
from operator import attrgetter, ne
from typing import Final

from ....ontology.facts import EntityKind, Span
from ..model import EntityMention, Sentence, Texts, Token
from ..posts.ends import person_behind
from ..tables import words
from ..text.tokens import POSSESSIVES
from .lexicon import HEADS, UNITS, head_sizes

__all__ = ["Chunk", "Line", "lines"]

_JOINING: Final = frozenset("'’‘ʻʼ`´")
_MARKS: Final = re.compile("['’‘ʻʼ`´]")
_OFFICE_WORDS: Final = words("person_cues", cue="short for an office")
_UNIT_WORDS: Final = frozenset(UNITS)
_LINKS: Final = frozenset(("of", "for", "to", "on"))
_APOSTROPHES: Final = re.compile(r"(?<=\w)[’‘ʼ´`](?=\w)")
_SHORTEST_ELISION: Final = 4
_LONGEST_PERSON: Final = 4
_LEADING_A_TEAM: Final = ("team", "leader")


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
    """The words of a sentence, lower-cased beside as they stand, and the chunk that covers each.

    vocabulary      the lower-case words, each once: most rules need one of a few words
    written         the words with a letter that is no small one
    named           the chunks, from left to right, that no longer one covers in whole or at their begin
    low             the lower-case word at an index, nothing outside the sentence
    is_capitalised  whether the word at an index begins with a capital letter
    """

    sentence: Sentence
    words: tuple[Token, ...]
    lower: tuple[str, ...]
    chunks: tuple[Chunk | None, ...]
    quoted: tuple[bool, ...]
    start: int
    vocabulary: frozenset[str] = field(repr=False)
    written: tuple[int, ...] = field(repr=False)
    named: tuple[Chunk, ...] = field(repr=False)
    low: Callable[[int], str] = field(repr=False)
    is_capitalised: Callable[[int], bool] = field(repr=False)

    def __len__(self) -> int:
        return len(self.words)

    def text(self, first: int, last: int) -> str:
        """The characters from one word to another (excluded), as they stand."""
        begin, end = self.words[first].begin, self.words[last - 1].end
        offset = self.sentence.span.begin
        return self.sentence.text[begin - offset : end - offset]

    def span(self, first: int, last: int) -> Span:
        """Where the words from one to another (excluded) stand in the stored text."""
        return Span(self.words[first].begin, self.words[last - 1].end)

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
    words, texts, lower, vocabulary = sentence.tokens, sentence.words, sentence.lowers, sentence.vocabulary
    if _MARKS.search(sentence.text) is not None:  # mostly no word has an apostrophe
        words = _joined(sentence.tokens)
        texts = tuple([word.text for word in words])
        lower = tuple([text.lower() if text.isalnum() else _lowered(text) for text in texts])
        vocabulary = frozenset(lower)
    begins = [word.begin for word in words] if mentions else []
    ends = [word.end for word in words] if mentions else []
    chunks: list[Chunk | None] = [None] * len(words)
    made: list[Chunk] = []
    written = tuple(compress(count(), map(ne, texts, lower)))
    for mention in sorted(mentions, key=lambda m: (m.span.end - m.span.begin, -m.span.begin)):
        first, last = bisect_right(ends, mention.span.begin), bisect_left(begins, mention.span.end)
        if first >= last or (lower[last - 1 : last + 1] == _LEADING_A_TEAM and mention.entity.id is None):
            continue
        if mention.entity.kind is EntityKind.ORGANIZATION and mention.entity.id is None:
            behind = person_behind(texts[first:last])
            if behind is not None:
                last = first + behind
                mention = _cut(mention, words[last - 1].end)
        post = _is_post(mention, lower[first:last])
        chunk = Chunk(first, last, mention, post, _is_weak(mention, words[first:last]))
        made.append(chunk)
        for index in range(first, last):
            chunks[index] = chunk
    return Line(
        sentence=sentence,
        words=words,
        lower=lower,
        chunks=tuple(chunks),
        quoted=_quoted(sentence, words),
        start=sentence.dateline,
        vocabulary=vocabulary,
        written=written,
        named=_in_order([chunk for chunk in made if chunks[chunk.first] is chunk]),
        low=Texts(enumerate(lower)).__getitem__,
        is_capitalised=frozenset([i for i in written if texts[i][0].isupper()]).__contains__,
    )


def _in_order(chunks: list[Chunk]) -> tuple[Chunk, ...]:
    return tuple(sorted(chunks, key=attrgetter("first")) if len(chunks) > 1 else chunks)


def _cut(mention: EntityMention, end: int) -> EntityMention:
    """The mention up to a place in the text, where a person's name follows."""
    exact = mention.exact[: end - mention.span.begin]
    entity = replace(mention.entity, name=exact)
    return replace(mention, entity=entity, exact=exact, span=Span(mention.span.begin, end))


def _quoted(sentence: Sentence, words: Sequence[Token]) -> tuple[bool, ...]:
    """Whether each word is inside a quotation; these follow one another and never overlap."""
    if not sentence.quoted:
        return (False,) * len(words)
    begins = [span.begin for span in sentence.quoted]
    return tuple(
        at > 0 and word.end <= sentence.quoted[at - 1].end
        for word in words
        for at in (bisect_right(begins, word.begin),)
    )


def _is_weak(mention: EntityMention, words: Sequence[Token]) -> bool:
    """Whether an unknown place or organization has a name that somebody might bear too."""
    if mention.entity.id is not None:
        return False
    if mention.entity.kind is EntityKind.PLACE:
        return True
    plain = all(word.text.istitle() and word.text.lower() not in UNITS for word in words)
    return mention.entity.kind is EntityKind.ORGANIZATION and plain and 1 < len(words) < _LONGEST_PERSON


def _lowered(word: str) -> str:
    """The word in lower case, an apostrophe inside it as tables write it ("d’Affaires")."""
    return (word if len(word) < _SHORTEST_ELISION else _APOSTROPHES.sub("'", word)).lower()


def _joined(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, with names joined that an apostrophe of another kind cut ("Yo‘ldoshev")."""
    if _JOINING.isdisjoint([token.text for token in tokens]):
        return tokens
    pending: list[Token] = []
    for token in tokens:
        if _rejoins(pending, token):
            first = pending[-2]
            text = first.text + pending[-1].text + token.text
            pending[-2:] = [Token(text, first.begin, token.end)]
            continue
        pending.append(token)
    return tuple(pending)


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
    if not _UNIT_WORDS.isdisjoint(lower):
        noun = next((lower[i - 1] for i, word in enumerate(lower) if i and word in _LINKS), lower[-1])
        return (noun,) in HEADS and noun not in _UNIT_WORDS
    if not _OFFICE_WORDS.isdisjoint(lower):
        return True
    return any(tuple(lower[i : i + size]) in HEADS for i, w in enumerate(lower) for size in head_sizes(w))
