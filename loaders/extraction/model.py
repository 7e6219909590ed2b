"""What flows between the stages of the cascade."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ...ontology.facts import Entity, Span, TermStatus

__all__ = [
    "Context",
    "EntityMention",
    "Part",
    "Party",
    "PostMention",
    "Section",
    "Sentence",
    "Texts",
    "Token",
]


class Texts(dict[int, str]):
    """The texts of the words of a sentence by their places, empty outside it.

    >>> Texts(enumerate(("the", "well")))[2]
    ''
    """

    def __missing__(self, index: int) -> str:
        """Nothing stands there."""
        return ""


class Part(StrEnum):
    """Which part of a release a stretch of text is."""

    TITLE = "title"
    CAPTION = "caption"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the stored text that is read for facts."""

    part: Part
    span: Span


class Token(NamedTuple):
    """A word, number or mark of punctuation; `begin` and `end` count in the stored text."""

    text: str
    begin: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence of the stored text, with its tokens, and what every stage asks of them.

    quoted     the spans inside quotation marks, the marks left out, clipped to this sentence
    paragraph  counts the lines or blocks of the section
    dateline   how many of its first tokens are a dateline
    begins     where each of the tokens begins
    words      the texts of the tokens
    lowers     the same in lower case
    folded     the same without regard to case, with plain apostrophes
    vocabulary all of the words in lower case, each once: most rules need one of a few words
    """

    index: int
    part: Part
    paragraph: int
    span: Span
    text: str
    tokens: tuple[Token, ...]
    quoted: tuple[Span, ...] = ()
    dateline: int = 0
    begins: tuple[int, ...] = field(init=False, repr=False, compare=False)
    words: tuple[str, ...] = field(init=False, repr=False, compare=False)
    lowers: tuple[str, ...] = field(init=False, repr=False, compare=False)
    folded: tuple[str, ...] = field(init=False, repr=False, compare=False)
    vocabulary: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Works out the views."""
        words, begins, _ = zip(*self.tokens, strict=True)
        lowers = tuple([word.lower() for word in words])
        if self.text.isascii():  # where lower case and no case are the same
            folded = lowers
        else:
            folded = tuple([word.casefold().replace("’", "'") for word in words])
        # A frozen dataclass without slots keeps its fields here.
        self.__dict__.update(
            begins=begins,
            words=words,
            lowers=lowers,
            folded=folded,
            vocabulary=frozenset(lowers),
        )


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a release before its sentences are read.

    issued     the release's date: reference is asked as of this day
    dateline   the date that "today" means, where the dateline gives one
    places     the dateline's cities
    fields     the fields of work that the page names
    """

    text: str
    issued: date | None
    dateline: date | None
    places: tuple[Entity, ...]
    language: str = "en"
    publishers: tuple[Entity, ...] = ()
    fields: tuple[Entity, ...] = ()

    @property
    def today(self) -> date | None:
        """The day that "today" means."""
        return self.dateline or self.issued


@dataclass(frozen=True, slots=True)
class EntityMention:
    """These characters of a sentence name a State, body, operation, organization, place, event or document.

    counts   False where the rules of annotation say that it is no mention of its own (the OSCE itself; a part
             of a longer name; a short form): later stages may still read it
    demonym  whether the words are an adjective or a people ("Belgian")
    """

    entity: Entity
    span: Span
    exact: str
    sentence: int
    rule: str
    confidence: float
    counts: bool = True
    demonym: bool = False


@dataclass(frozen=True, slots=True)
class PostMention:
    """A post as it stands beside a person, or alone.

    title    the normal form in lower case ("minister of foreign affairs", "deputy head of mission")
    """

    title: str
    as_said: str
    span: Span
    organization: Entity | None
    status: TermStatus = TermStatus.CURRENT
    rule: str = ""
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Party:
    """One who can act or speak, at one place of the text: a person with the posts there, or a body.

    entity      whom it is, the fullest name of the release (or reference's, where only the post is said)
    span        name and posts together
    name_span   the name alone, None where only the post or a pronoun stands there
    introduces  False where the words refer back ("she", "Mr. De Gucht", "the Special Envoy", "the Mission")
    """

    entity: Entity
    span: Span
    sentence: int
    name_span: Span | None = None
    posts: tuple[PostMention, ...] = ()
    introduces: bool = True
    rule: str = ""
    confidence: float = 0.9
