"""The names of reference in a sentence, each with what it means there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from ...ontology.facts import Entity, EntityKind, Span
from .collisions import Place, Surroundings, choose
from .gazetteer import Entry, Gazetteer, Match
from .model import Part, Sentence
from .sentences import dateline_end
from .tables import words
from .text import is_capitalised, is_shouted

__all__ = ["Line", "Name", "capital_words", "known_names"]

_AFTER_LANGUAGE: Final = words("language_words", side="after")
_BEFORE_LANGUAGE: Final = words("language_words", side="before")
_BARE: Final = words("language_words", side="bare")
_HYPHENATED: Final = words("language_words", side="hyphen")
_COMMUNITY_AFTER: Final = words("community_words", side="after")
_COMMUNITY_BEFORE: Final = words("community_words", side="before")
_COMMUNITY_SELF: Final = words("community_words", side="self")
_PREPOSITIONS: Final = words("prepositions_of_place")
_EVENT_NOUNS: Final = words("not_names", "word", reason="event")
_DOCUMENT_NOUNS: Final = words("not_names", "word", reason="document")
_PLAIN_ACRONYMS: Final = words("plain_acronyms")
_OUTSIDE: Final = 24
_DEMONYMS: Final = frozenset(("demonym", "people"))


@cache
def capital_words() -> frozenset[str]:
    """Words, in lower case, that take a capital in posts, titles and names of bodies and documents."""
    vocabulary = words("not_names", "word") | words("honorifics", "word") | words("post_heads", "head")
    vocabulary |= words("post_topics") | words("org_heads", "head") | words("org_topics")
    return vocabulary | frozenset(part for phrase in vocabulary for part in phrase.split())


@dataclass(frozen=True, slots=True)
class Name:
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


@dataclass(frozen=True)
class Line:
    """A sentence with what the rules for names ask of it again and again."""

    sentence: Sentence

    @cached_property
    def begins(self) -> list[int]:
        """Where each token begins."""
        return [token.begin for token in self.sentence.tokens]

    @cached_property
    def dateline(self) -> int:
        """The index of the first token after the dateline."""
        return dateline_end(self.sentence)

    @cached_property
    def shouted(self) -> bool:
        """Whether the whole sentence is in capitals."""
        return is_shouted(self.sentence.text)

    @property
    def capitals_until(self) -> int:
        """Up to where in the sentence names may stand in capitals."""
        if self.shouted:
            return len(self.sentence.text)
        return self.sentence.tokens[self.dateline - 1].end - self.sentence.span.begin if self.dateline else 0

    @cached_property
    def texts(self) -> list[str]:
        """The texts of the tokens, with empty ones behind them, which stand for what lies outside."""
        return [token.text for token in self.sentence.tokens] + [""] * _OUTSIDE

    @cached_property
    def lowers(self) -> list[str]:
        """The texts of the tokens in lower case, padded likewise."""
        return [text.lower() for text in self.texts]

    @cached_property
    def capitals(self) -> list[bool]:
        """Whether each token begins with a capital letter, padded likewise."""
        return [text[:1].isupper() for text in self.texts]

    @cached_property
    def title_case(self) -> bool:
        """Whether nearly every word has a capital, as in some titles: capitals tell nothing there."""
        if self.shouted or self.sentence.part is not Part.TITLE:
            return self.shouted
        long = [text[0].isupper() for text in self.texts if len(text) > 3 and text.isalpha()]
        return len(long) > 4 and sum(long) >= 0.8 * len(long)

    def word(self, index: int) -> str:
        """The text of a token, empty outside the sentence."""
        return self.texts[index]

    def lower(self, index: int) -> str:
        """The text of a token in lower case."""
        return self.lowers[index]

    def at(self, offset: int) -> int:
        """The index of the token in which an offset lies."""
        return bisect_right(self.begins, offset) - 1

    def capitalised(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.capitals[index]

    def opens(self, index: int) -> bool:
        """Whether a token is the first word of the sentence, of a quotation in it, or after the dateline."""
        return index in (0, self.dateline) or self.word(index - 1) in "\"“„«:‘'•-–—"


def known_names(
    line: Line,
    gazetteer: Gazetteer,
    around: Surroundings,
    countries: Mapping[str, str],
    language: str = "en",
    matches: Sequence[Match] | None = None,
) -> Iterator[Name]:
    """The names of reference in a sentence, overlapping ones too.

    Args:
        countries: ISO codes of the States in which places of reference lie
        matches: those of the gazetteer, where they were asked for before
    """
    if matches is None:
        matches = list(gazetteer.matches(line.sentence.text, language, line.capitals_until))
    covered = [(match.begin, match.end) for match in matches]
    for match in matches:
        name = _named(line, match, around, countries)
        if name is not None and (language != "en" or _stands(line, name, match, covered)):
            yield name


def _named(line: Line, match: Match, around: Surroundings, countries: Mapping[str, str]) -> Name | None:
    text, base = line.sentence.text, line.sentence.span.begin
    first, last = line.at(base + match.begin), line.at(base + match.end - 1) + 1
    place = Place(
        before=text[max(0, match.begin - 40) : match.begin],
        after=text[match.end : match.end + 80],
        sentence=text,
        locative=line.lower(first - 1) in _PREPOSITIONS or first < line.dateline,
    )
    entry = choose(match.entries, place, around, countries)
    if entry is None or _is_bare_acronym(entry, place, around):
        return None
    article = text.startswith("the ", match.begin) or (
        text.startswith("The ", match.begin) and not entry.entity.name.startswith("The ")
    )
    return Name(
        entity=entry.entity,
        begin=base + match.begin + 4 * article,
        end=base + match.end,
        first=first + article,
        last=last,
        rule=f"reference {entry.kind}",
        demonym=entry.kind in _DEMONYMS,
        confidence=0.95 if len(match.entries) == 1 else 0.9,
    )


def _is_bare_acronym(entry: Entry, place: Place, around: Surroundings) -> bool:
    """Whether a short acronym stands with no full name in the release: it may well mean something else."""
    if entry.kind != "acronym" or len(entry.name) > 3 or entry.name in _PLAIN_ACRONYMS:
        return False
    return entry.entity not in around.named and not place.before.rstrip().endswith("OSCE")


def _stands(line: Line, name: Name, match: Match, covered: list[tuple[int, int]]) -> bool:
    """Whether the words around let the name stand for what reference says it is."""
    if not _hyphens_fit(line, name, match):
        return False
    if name.demonym:
        return not (_is_community(line, name) or _is_language(line, name) or _is_first_name(line, name))
    if name.entity.kind is EntityKind.STATE or name.entity.kind is EntityKind.PLACE:
        if name.rule == "reference acronym" or line.title_case:
            return True
        return not _in_longer_name(line, name, match, covered)
    return True


_SUSPENDED: Final = re.compile(r"[-‑] (?:and|or|,)[ \w]{0,20}[-‑](?:speaking|language)\b")
"""The first of "Romanian- and Russian-speaking"."""


def _hyphens_fit(line: Line, name: Name, match: Match) -> bool:
    text = line.sentence.text
    geographic = name.entity.kind in (EntityKind.STATE, EntityKind.PLACE)
    if _SUSPENDED.match(text, match.end):
        return False
    if text[match.end : match.end + 1] in ("-", "‑") and text[match.end + 1 : match.end + 2].isalpha():
        other = text[match.end + 1 :].split(None, 1)[0].strip(".,;:!?)\"”'’").lower()
        if other in _HYPHENATED:
            return False
        if geographic and not name.demonym and other[:1].isalpha() and text[match.end + 1].isupper():
            return _is_geographic(text[match.end + 1 :])
    if match.begin and text[match.begin - 1] in "-‑":
        other = text[: match.begin - 1].rsplit(None, 1)[-1] if match.begin > 1 else ""
        if other.lower() == "non" or (name.demonym and other in _COMMUNITY_BEFORE):
            return False
        if geographic and not name.demonym and is_capitalised(other) and not _is_geographic(other):
            return False
    return True


def _is_geographic(word: str) -> bool:
    """Whether half of a hyphenated word is no part of a surname: an acronym, or known to be a place."""
    head = word.split(None, 1)[0].split("-")[0].strip(".,;:!?)\"”'’")
    return head.isupper() or head in _GEOGRAPHIC


_GEOGRAPHIC: Final = words("hyphenated_places")


def _is_community(line: Line, name: Name) -> bool:
    """Whether people are meant: "Kosovo Serbs", "of Albanian origin", "the Hungarian minority"."""
    if line.word(name.first) in _COMMUNITY_SELF or line.word(name.last) in _COMMUNITY_SELF:
        return True
    before = line.word(name.first - 1)
    if before in _COMMUNITY_BEFORE or before.lower() == "ethnic":
        return True
    following = name.last
    while line.word(following) in ("and", "or", ",") and line.capitalised(following + 1):
        following += 2
    return line.lower(following) in _COMMUNITY_AFTER or line.lower(name.last) in _COMMUNITY_AFTER


def _is_first_name(line: Line, name: Name) -> bool:
    """Whether a noun for one of a people is a person's name: "Finn Olsen"."""
    following = line.word(name.last)
    if line.word(name.first) not in _FIRST_NAMES or not is_capitalised(following):
        return False
    return following.lower() not in capital_words() and following[1:].islower()


def _is_language(line: Line, name: Name) -> bool:
    """Whether it is a language: "in Russian", "the Kyrgyz and Uzbek languages", "into Albanian"."""
    if line.word(name.first) in _ALWAYS_LANGUAGE:
        return True
    end = name.last
    while line.word(end) in (",", "and", "or", "/") and line.capitalised(end + 1):
        end += 2
    if line.lower(name.last) in _AFTER_LANGUAGE or line.lower(end) in _AFTER_LANGUAGE:
        return True
    following = line.word(end)
    alone = not following[:1].isalpha() or following.lower() in _BARE
    if not alone or following == "-":
        return False
    begin = name.first - 1
    while begin > 0 and line.word(begin) in (",", "and", "or", "both", "/", "fluent", "fluently"):
        begin -= 1 if line.word(begin) in ("both", "fluent", "fluently") else 2
    before = line.lower(begin)
    return before in _BEFORE_LANGUAGE or (before == "from" and following.lower() == "into")


_ALWAYS_LANGUAGE: Final = words("language_words", side="self")


_DIRECTIONS: Final = frozenset(
    (
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north",
        "south",
        "east",
        "west",
        "greater",
        "upper",
    )
)


def _in_longer_name(line: Line, name: Name, match: Match, covered: list[tuple[int, int]]) -> bool:
    """Whether the name is part of a person's, an event's or a document's: "Milan Babić", "Osh seminar"."""
    return _followed_by_name(line, name, match, covered) or _preceded_by_name(line, name, match, covered)


def _followed_by_name(line: Line, name: Name, match: Match, covered: list[tuple[int, int]]) -> bool:
    following = line.word(name.last)
    if not following or line.sentence.text[match.end : match.end + 1] != " ":
        return False
    lower = following.lower()
    if lower in _AGREEMENTS or following == "Ministerial":
        return name.entity.kind is EntityKind.PLACE
    if lower in _EVENT_NOUNS or (lower == "round" and line.lower(name.last + 1) == "table"):
        return name.entity.kind is EntityKind.PLACE and name.first >= line.dateline
    if not is_capitalised(following) or following.isupper() or name.first < line.dateline:
        return False
    if lower in _BUILDINGS:
        return True
    if lower in _DOCUMENT_NOUNS and name.entity.kind is EntityKind.PLACE:
        return True
    if lower in capital_words():
        return _ends_in(line, name.last, _DOCUMENT_NOUNS | _EVENT_NOUNS, name.entity.kind)
    after = match.end + 1
    if any(begin == after for begin, _ in covered):
        return False
    first_name = line.word(name.first) in _FIRST_NAMES
    if name.entity.kind is EntityKind.STATE:
        return first_name
    return first_name or line.lower(name.first - 1) not in _PREPOSITIONS


def _ends_in(line: Line, index: int, nouns: frozenset[str], kind: EntityKind) -> bool:
    """Whether the capitalised words from here on end in a noun for an event or document."""
    if kind is not EntityKind.PLACE:
        return False
    last = ""
    while line.capitalised(index):
        last = line.lower(index)
        index += 1
    return last in nouns and last not in _BODIES


_AGREEMENTS: Final = frozenset(
    (
        "agreement",
        "agreements",
        "accord",
        "accords",
        "declaration",
        "document",
        "charter",
        "treaty",
        "protocol",
    )
)
_BODIES: Final = frozenset(("assembly", "council", "congress", "forum", "convention"))


def _preceded_by_name(line: Line, name: Name, match: Match, covered: list[tuple[int, int]]) -> bool:
    index = name.first - 1
    before = line.word(index)
    if not before or match.begin == 0 or line.sentence.text[match.begin - 1] != " ":
        return False
    if len(before) == 2 and before[1] == "." and before[0].isupper():
        return True
    if not is_capitalised(before) or before.isupper() or not before[0].isalpha():
        return False
    lower = before.lower().rstrip(".")
    if lower in _HONORIFICS or lower in _BUILDINGS:
        return True
    if lower in capital_words() or lower in _DIRECTIONS:
        return False
    if line.opens(index) and line.sentence.part is not Part.TITLE:
        return line.word(name.first) in _FIRST_NAMES
    end = match.begin - 1
    return all(finish != end for _, finish in covered)


_BUILDINGS: Final = words("building_nouns")
_HONORIFICS: Final = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "sir"))
_FIRST_NAMES: Final = words("places_as_first_names")
