"""A sentence as rules read it: parties, names, dates and quotations are one item each."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final, Generic, TypeVar

from ...ontology.facts import Entity, EntityKind, Evidence, Span
from .dates import DateExpression, Duration, find_dates, find_durations
from .model import Context, EntityMention, Party, Sentence
from .sentences import dateline_end
from .tables import words

__all__ = ["Item", "Line", "Rule", "What", "evidence", "lines", "party_list", "preceding_list"]

DETERMINERS: Final = words("determiners", kind="article") | words("determiners", kind="possessive")
FILLERS: Final = words("clause_words", kind="filler")
AUXILIARIES: Final = words("clause_words", kind="auxiliary")
PREPOSITIONS: Final = words("clause_words", kind="preposition")
_MARKS: Final = frozenset("\"“”„«»‹›‘’'")
_CONTACTS: Final = words("contact_phrases")


class What(StrEnum):
    """What an item of a line is."""

    WORD = "word"
    PARTY = "party"
    NAME = "name"
    DATE = "date"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Item:
    """One word or mark, or one party, name, date or quotation of any length.

    first, last  the indexes of its tokens in the sentence, `last` excluded
    """

    what: What
    text: str
    lower: str
    span: Span
    first: int
    last: int
    party: Party | None = None
    mention: EntityMention | None = None
    date: DateExpression | None = None

    @property
    def entity(self) -> Entity | None:
        """Whom or what the item names."""
        if self.party is not None:
            return self.party.entity
        return self.mention.entity if self.mention is not None else None

    @property
    def is_person(self) -> bool:
        """Whether it is a person."""
        return self.party is not None and self.party.entity.kind is EntityKind.PERSON

    @property
    def acts(self) -> bool:
        """Whether it can organize, take part or speak: a person, body, organization or State."""
        if self.what is What.PARTY:
            return True
        if self.mention is None or self.mention.demonym:
            return False
        return self.mention.entity.kind in _ACTING


_ACTING: Final = frozenset(
    (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION, EntityKind.STATE)
)


@dataclass(frozen=True)
class Line:
    """A sentence, or the frame of one around its quotations, as items.

    start  the index of the first item after the dateline
    """

    sentence: Sentence
    items: tuple[Item, ...]
    durations: tuple[Duration, ...]
    start: int

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The items' texts in lower case."""
        return tuple(item.lower for item in self.items)

    def at(self, index: int) -> str:
        """The lower-case text of an item, empty outside the line."""
        return self.items[index].lower if 0 <= index < len(self.items) else ""

    def is_party(self, index: int) -> bool:
        """Whether there is a party, or a name that can act, at the index."""
        return 0 <= index < len(self.items) and self.items[index].acts

    def is_person(self, index: int) -> bool:
        """Whether there is a person at the index."""
        return 0 <= index < len(self.items) and self.items[index].is_person

    @cached_property
    def is_contact(self) -> bool:
        """Whether the line says whom to ask for more, which is no news."""
        opening = " ".join(self.lower[:6])
        return any(phrase in opening for phrase in _CONTACTS)

    @property
    def dates(self) -> Iterator[tuple[int, DateExpression]]:
        """The dates after the dateline, with the indexes of their items."""
        return (
            (i, item.date) for i, item in enumerate(self.items) if item.date is not None and i >= self.start
        )


_Apply = TypeVar("_Apply", bound=Callable[..., object])


@dataclass(frozen=True)
class Rule(Generic[_Apply]):
    """One way of saying something, with a text in which it applies and one in which it must not.

    In the texts, `[...]` marks a person, `{...}` an organization, `<...>` a place and `<<...>>` a State.
    """

    name: str
    confidence: float
    example: str
    counter_example: str
    apply: _Apply


def evidence(sentence: Sentence, rule: str, confidence: float, *marked: Span) -> Evidence:
    """The sentence as evidence of a fact."""
    return Evidence(sentence.span, sentence.text, rule, round(confidence, 2), tuple(marked))


def lines(
    context: Context,
    sentences: Sequence[Sentence],
    mentions: Sequence[EntityMention],
    parties: Sequence[Party],
) -> tuple[Line, ...]:
    """Each sentence as a line: quotations are one item each, and what is named within them is left out."""
    by_sentence: defaultdict[int, list[Party | EntityMention]] = defaultdict(list)
    for party in parties:
        by_sentence[party.sentence].append(party)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    return tuple(_line(context, sentence, _chosen(by_sentence[sentence.index])) for sentence in sentences)


def _chosen(found: Sequence[Party | EntityMention]) -> dict[int, Party | EntityMention]:
    """By their begin, those kept where several overlap: people first, then parties, then longer names."""
    kept: dict[int, Party | EntityMention] = {}
    taken: list[tuple[int, int]] = []
    for thing in sorted(found, key=_priority):
        span = thing.span
        at = bisect(taken, (span.begin, span.end))
        before = taken[at - 1][1] if at else 0
        after = taken[at][0] if at < len(taken) else span.end
        if before <= span.begin and span.end <= after:
            taken.insert(at, (span.begin, span.end))
            kept[span.begin] = thing
    return kept


def _priority(thing: Party | EntityMention) -> tuple[bool, bool, int, int]:
    is_person = thing.entity.kind is EntityKind.PERSON
    length = thing.span.end - thing.span.begin
    return not is_person, isinstance(thing, EntityMention) and not is_person, -length, thing.span.begin


def _line(context: Context, sentence: Sentence, opening: Mapping[int, Party | EntityMention]) -> Line:
    dates = {d.first: d for d in find_dates(sentence.tokens, context.today)}
    items: list[Item] = []
    after_dateline = dateline_end(sentence)
    start: int | None = None
    index, tokens = 0, sentence.tokens
    quotes = list(sentence.quoted)
    while index < len(tokens):
        if index >= after_dateline and start is None:
            start = len(items)
        token = tokens[index]
        while quotes and quotes[0].end <= token.begin:
            quotes.pop(0)
        if quotes and quotes[0].begin <= token.begin:
            item = _item(context, sentence, index, quotes[0], What.QUOTE)
        elif token.begin in opening:
            thing = opening[token.begin]
            if isinstance(thing, Party):
                item = _item(context, sentence, index, thing.span, What.PARTY, party=thing)
            else:
                item = _item(context, sentence, index, thing.span, What.NAME, mention=thing)
        elif index in dates:
            item = _item(context, sentence, index, dates[index].span, What.DATE, date=dates[index])
        else:
            item = _item(context, sentence, index, Span(token.begin, token.end), What.WORD)
        index = item.last
        if item.what is not What.WORD or item.text not in _MARKS:
            items.append(item)
    return Line(sentence, tuple(items), find_durations(tokens), start or 0)


def _item(
    context: Context,
    sentence: Sentence,
    index: int,
    span: Span,
    what: What,
    *,
    party: Party | None = None,
    mention: EntityMention | None = None,
    date: DateExpression | None = None,
) -> Item:
    last = index + 1
    while last < len(sentence.tokens) and sentence.tokens[last].begin < span.end:
        last += 1
    text = span.of(context.text)
    lower = text.casefold().replace("’", "'")
    return Item(what, text, lower, span, index, last, party, mention, date)


def party_list(line: Line, index: int) -> tuple[tuple[int, ...], int]:
    """The co-ordinated parties that begin at an index, and where the list ends.

    Articles, ranks and short descriptions before a name, and brackets after it, are passed over: "A, the
    director B (C) and the D".
    """
    found: list[int] = []
    end = index
    at = _before_name(line, index)
    while at is not None:
        found.append(at)
        end = at + 1
        at = _next_in_list(line, end)
    return tuple(found), end


def preceding_list(line: Line, index: int) -> tuple[int, ...]:
    """The co-ordinated parties that end at an index (itself one of them)."""
    found = [index]
    at = index
    while True:
        before = _past_determiners(line, at - 1)
        if line.at(before) in ("and", "&"):
            before -= 1
            if line.at(before) == ",":
                before -= 1
        elif line.at(before) == "," and len(found) > 1:
            before -= 1
        else:
            break
        if line.at(before) == ")":
            before = _opening_bracket(line, before) - 1
        if (
            not line.is_person(before)
            and line.at(before - 1) in ("of", "from")
            and line.is_person(before - 2)
        ):
            before -= 2
        elif (
            not line.is_person(before)
            and line.at(before - 2) in ("of", "from")
            and line.is_person(before - 3)
        ):
            before -= 3
        if not line.is_party(before):
            break
        found.append(before)
        at = before
    return tuple(reversed(found))


def _past_determiners(line: Line, index: int) -> int:
    while (
        index >= 0
        and line.items[index].what is What.WORD
        and (line.at(index) in DETERMINERS or line.at(index) == "both")
    ):
        index -= 1
    return index


def _before_name(line: Line, index: int) -> int | None:
    """Where the party is that follows, with at most an article and a few words of description before it."""
    at = index
    while at < len(line.items) and at - index < 5:
        item = line.items[at]
        if item.acts and line.at(at + 1) in ("'s", "’s") and not item.is_person:
            at += 2
            index += 2
            continue
        if item.acts:
            return at
        plain = item.what is What.WORD and (item.lower.replace("-", "").isalpha())
        demonym = item.mention is not None and item.mention.demonym
        if not (plain or demonym) or item.lower in _NOT_IN_LIST:
            return None
        at += 1
    return None


_NOT_IN_LIST: Final = (
    PREPOSITIONS
    | AUXILIARIES
    | frozenset(
        [
            "and",
            "but",
            "or",
            "that",
            "which",
            "who",
            "whom",
            "whose",
            "when",
            "where",
            "while",
            "as",
            "if",
            "not",
        ]
    )
) - {"both"}


def _next_in_list(line: Line, index: int) -> int | None:
    at = index
    while (
        at - index < 2
        and at < len(line.items)
        and line.items[at].what is What.WORD
        and (line.items[at].text[:1].isupper() and line.items[at].text.isalpha())
    ):
        at += 1
    if line.at(at) in ("of", "from") and line.is_person(index - 1):
        origin = at + 2 if line.at(at + 1) in ("the", "his", "her") else at + 1
        if origin < len(line.items) and line.items[origin].entity is not None and not line.is_person(origin):
            at = origin + 1
    if line.at(at) == "(":
        at = _closing_bracket(line, at)
    comma = line.at(at) == ","
    if comma:
        at += 1
        if line.at(at) == "and":
            at += 2 if line.at(at + 1) == "by" else 1
        elif line.at(at) in ("which", "who", "whose", "where"):
            return None
    elif line.at(at) in ("and", "&", "or"):
        at += 1
        at += line.at(at) in ("by", "of")
    elif line.at(at) in ("as",) and line.lower[at : at + 3] == ("as", "well", "as"):
        at += 3
    else:
        return None
    return _before_name(line, at)


def _closing_bracket(line: Line, index: int) -> int:
    at = index
    while at < len(line.items) and line.at(at) != ")":
        at += 1
    return at + 1


def _opening_bracket(line: Line, index: int) -> int:
    at = index
    while at > 0 and line.at(at) != "(":
        at -= 1
    return at
