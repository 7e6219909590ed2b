"""A sentence as the rules for names read it, and what they find there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from ....ontology.facts import Entity, Span
from ..model import Part, Sentence
from ..tables import words
from ..text.paragraphs import is_shouted

__all__ = ["Line", "Name", "capital_words", "tokens_of"]

_OUTSIDE: Final = [""] * 24
_NO_CAPITALS: Final = [False] * 24


@cache
def capital_words() -> frozenset[str]:
    """Words, in lower case, that take a capital in posts, titles and names of bodies and documents."""
    vocabulary = words("not_names", "word") | words("honorifics", "word") | words("post_heads", "head")
    vocabulary |= words("post_topics") | words("org_heads", "head") | words("org_topics")
    return vocabulary | frozenset(part for phrase in vocabulary for part in phrase.split())


class Name(NamedTuple):
    """A stretch of a sentence that names something, before it is settled which of those that overlap stay.

    first, last  indexes of its tokens, `last` excluded
    counts       False for what is no mention of its own
    """

    entity: Entity
    begin: int
    end: int
    first: int
    last: int
    rule: str
    confidence: float = 0.95
    demonym: bool = False
    counts: bool = True

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.begin

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.begin, self.end)


def tokens_of(names: Iterable[Name]) -> set[int]:
    """The indexes of all tokens of some names."""
    return set().union(*[range(name.first, name.last) for name in names])


@dataclass(frozen=True)
class Line:
    """A sentence with what the rules for names ask of it again and again.

    What can be asked of the places just outside the sentence too is padded with empty words.

    begins       where each token begins
    dateline     the index of the first token after the dateline
    texts        the texts of the tokens, padded
    lowers       the texts in lower case, padded
    vocabulary   all of them, each once
    capitals     whether each token begins with a capital letter, padded
    shouted      whether the whole sentence is in capitals
    title_case   whether nearly every word has a capital, as in some titles: capitals tell nothing there
    word         the text of the token at an index
    lower        the text of the token at an index in lower case
    capitalised  whether the token at an index begins with a capital letter
    """

    sentence: Sentence
    begins: Sequence[int] = field(init=False, repr=False)
    dateline: int = field(init=False, repr=False)
    texts: list[str] = field(init=False, repr=False)
    lowers: list[str] = field(init=False, repr=False)
    vocabulary: frozenset[str] = field(init=False, repr=False)
    capitals: list[bool] = field(init=False, repr=False)
    shouted: bool = field(init=False, repr=False)
    title_case: bool = field(init=False, repr=False)
    word: Callable[[int], str] = field(init=False, repr=False)
    lower: Callable[[int], str] = field(init=False, repr=False)
    capitalised: Callable[[int], bool] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Works out the views."""
        sentence = self.sentence
        texts = [*sentence.words, *_OUTSIDE]
        lowers = [*sentence.lowers, *_OUTSIDE]
        capitals = [text[0].isupper() for text in sentence.words] + _NO_CAPITALS
        shouted = is_shouted(sentence.text)
        title_case = shouted or (sentence.part is Part.TITLE and _in_title_case(sentence.words))
        # A frozen dataclass without slots keeps its fields here.
        self.__dict__.update(
            begins=sentence.begins,
            dateline=sentence.dateline,
            texts=texts,
            lowers=lowers,
            vocabulary=sentence.vocabulary,
            capitals=capitals,
            shouted=shouted,
            title_case=title_case,
            word=texts.__getitem__,
            lower=lowers.__getitem__,
            capitalised=capitals.__getitem__,
        )

    @property
    def capitals_until(self) -> int:
        """Up to where in the sentence names may stand in capitals."""
        if self.shouted:
            return len(self.sentence.text)
        return self.sentence.tokens[self.dateline - 1].end - self.sentence.span.begin if self.dateline else 0

    def at(self, offset: int) -> int:
        """The index of the token in which an offset lies."""
        return bisect_right(self.begins, offset) - 1

    def opens(self, index: int) -> bool:
        """Whether a token is the first word of the sentence, of a quotation in it, or after the dateline."""
        return index in (0, self.dateline) or self.word(index - 1) in "\"“„«:‘'•-–—"


def _in_title_case(texts: Sequence[str]) -> bool:
    long = [text[0].isupper() for text in texts if len(text) > 3 and text.isalpha()]
    return len(long) > 4 and sum(long) >= 0.8 * len(long)
