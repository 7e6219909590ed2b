"""A sentence as rules read it: parties, names, dates and quotations are one item each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, Final, Generic, TypeVar

from ....ontology.facts import Entity, EntityKind, Evidence, Span
from ..model import EntityMention, Party, Sentence, Texts
from ..tables import words
from ..text.dates import DateExpression, Duration
from .words import AUXILIARIES, DETERMINERS, PREPOSITIONS

__all__ = [
    "Item",
    "Line",
    "Rule",
    "What",
    "chooser",
    "evidence",
    "party_list",
    "past_open_bracket",
    "preceding_list",
]

_CONTACTS: Final = words("contact_phrases")
_ACTING: Final = frozenset(
    (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION, EntityKind.STATE)
)
_Found = TypeVar("_Found")
_Apply = TypeVar("_Apply", bound=Callable[..., object])
_NOT_IN_LIST: Final = (PREPOSITIONS | AUXILIARIES | words("clause_words", kind="ends a list")) - {"both"}
_REPEATED: Final = frozenset(("to", "in"))
_OWNERS: Final = frozenset(("its", "their", "his", "her"))
_PARTNERS: Final = words("clause_words", kind="partner")
_LONGEST_LIST: Final = 40
_OFFICES_OF_PEOPLE: Final = words("clause_words", kind="office of somebody")


class What(StrEnum):
    """What an item of a line is."""

    WORD = "word"
    PARTY = "party"
    NAME = "name"
    DATE = "date"
    QUOTE = "quote"


_WORD: Final = What.WORD


@dataclass(slots=True, eq=False)  # a frozen one takes six times as long to make, for every word
class Item:
    """One word or mark, or one party, name, date or quotation of any length.

    begin, end   its characters in the stored text
    first, last  the indexes of its tokens in the sentence, `last` excluded
    """

    what: What
    text: str
    lower: str
    begin: int
    end: int
    first: int
    last: int
    party: Party | None = None
    mention: EntityMention | None = None
    date: DateExpression | None = None

    @property
    def span(self) -> Span:
        """Its characters in the stored text."""
        return Span(self.begin, self.end)

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
        if self.party is not None:
            return True
        if self.mention is None or self.mention.demonym:
            return False
        return self.mention.entity.kind in _ACTING


@dataclass(frozen=True)
class Line:
    """A sentence, or the frame of one around its quotations, as items.

    What the rules ask of every place of it is worked out once.

    start      the index of the first item after the dateline
    lower      the items' texts in lower case
    words      all of them, each once: most rules need one of a few words
    at         the lower-case text of the item at an index, empty outside the line
    is_party   whether there is a party, or a name that can act, at an index
    is_person  whether there is a person at an index
    dates      the dates after the dateline, with the indexes of their items
    quotes     the indexes of the quotations
    longer     the indexes of all items that are no single word
    naming     the indexes of those that name somebody or something
    """

    sentence: Sentence
    items: tuple[Item, ...]
    durations: tuple[Duration, ...]
    start: int
    lower: tuple[str, ...] = field(init=False, repr=False)
    words: frozenset[str] = field(init=False, repr=False)
    at: Callable[[int], str] = field(init=False, repr=False)
    is_party: Callable[[int], bool] = field(init=False, repr=False)
    is_person: Callable[[int], bool] = field(init=False, repr=False)
    dates: tuple[tuple[int, DateExpression], ...] = field(init=False, repr=False)
    quotes: tuple[int, ...] = field(init=False, repr=False)
    longer: tuple[int, ...] = field(init=False, repr=False)
    naming: tuple[int, ...] = field(init=False, repr=False)
    _found: dict[Callable[[Line], Any], Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Works out the views."""
        lower = tuple([item.lower for item in self.items])
        longer = [(i, item) for i, item in enumerate(self.items) if item.what is not _WORD]
        views = {
            "lower": lower,
            "words": frozenset(lower),
            "at": Texts(enumerate(lower)).__getitem__,
            "is_party": frozenset([i for i, item in longer if item.acts]).__contains__,
            "is_person": frozenset([i for i, item in longer if item.is_person]).__contains__,
            "dates": tuple([(i, d.date) for i, d in longer if d.date is not None and i >= self.start]),
            "quotes": tuple([i for i, item in longer if item.what is What.QUOTE]),
            "longer": tuple([i for i, _ in longer]),
            "naming": tuple([i for i, item in longer if item.entity is not None]),
            "_found": {},
        }
        self.__dict__.update(views)  # quicker than to get past the frozen class view by view

    def places(self, wanted: frozenset[str]) -> list[int]:
        """Where some words stand after the dateline."""
        if self.words.isdisjoint(wanted):
            return []
        start = self.start
        return [i for i, lower in enumerate(self.lower) if lower in wanted and i >= start]

    def has_any(self, wanted: frozenset[str]) -> bool:
        """Whether at least one of some words stands in the line."""
        return not self.words.isdisjoint(wanted)

    def once(self, work: Callable[[Line], _Found]) -> _Found:
        """What a function finds in the line, kept for the next who asks."""
        if work not in self._found:
            self._found[work] = work(self)
        found: _Found = self._found[work]
        return found

    @cached_property
    def is_contact(self) -> bool:
        """Whether the line says whom to ask for more, which is no news."""
        opening = " ".join(self.lower[:6])
        return any(phrase in opening for phrase in _CONTACTS)


@dataclass(frozen=True)
class Rule(Generic[_Apply]):
    """One way of saying something, with a text in which it applies and one in which it must not.

    In the texts, `[...]` marks a person, `{...}` an organization, `<...>` a place and `<<...>>` a State.

    triggers  the words of which a line must have one for the rule to find anything; None where any may do
    """

    name: str
    confidence: float
    example: str
    counter_example: str
    apply: _Apply
    triggers: frozenset[str] | None = None


_AnyRule = TypeVar("_AnyRule", bound=Rule[Any])


def chooser(rules: Sequence[_AnyRule]) -> Callable[[Line], tuple[_AnyRule, ...]]:
    """What tells of a line which of some rules can find anything in it, in their order."""
    listed = tuple(rules)
    by_word: dict[str, set[int]] = {}
    for number, rule in enumerate(listed):
        for word in rule.triggers or ():
            by_word.setdefault(word, set()).add(number)
    always = frozenset(number for number, rule in enumerate(listed) if rule.triggers is None)
    triggers = frozenset(by_word)

    @lru_cache(maxsize=10_000)
    def chosen(words_there: frozenset[str]) -> tuple[_AnyRule, ...]:
        numbers = always.union(*(by_word[word] for word in words_there))
        return tuple(listed[number] for number in sorted(numbers))

    never = chosen(frozenset())
    return lambda line: never if triggers.isdisjoint(line.words) else chosen(triggers & line.words)


def evidence(sentence: Sentence, rule: str, confidence: float, *marked: Span) -> Evidence:
    """The sentence as evidence of a fact."""
    return Evidence(sentence.span, sentence.text, rule, round(confidence, 2), tuple(marked))


def party_list(line: Line, index: int) -> tuple[tuple[int, ...], int]:
    """The co-ordinated parties that begin at an index, and where the list ends.

    Articles, ranks and short descriptions before a name, and brackets after it, are passed over: "A, the
    director B (C) and the D".
    """
    found: list[int] = []
    end = index
    at = _before_name(line, index)
    while at is not None and len(found) < _LONGEST_LIST:
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
        called = before - (line.at(before) == ",")
        if line.at(called) in _PARTNERS and (of := _owner_before(line, called)) is not None:
            before = of - 1
        if line.at(before) in _REPEATED and line.at(before - 1) in (",", "and"):
            before -= 1
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


def _owner_before(line: Line, index: int) -> int | None:
    """Where "its" stands before a noun, at most one word away: "and its local partner"."""
    return next((at for at in (index - 1, index - 2) if line.at(at) in _OWNERS), None)


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
    if at < len(line.items) and line.items[at].date is not None and line.at(at + 1) in ("'s", "’s"):
        at = index = at + 2  # "this year's"
    while at < len(line.items) and at - index < 5:
        item = line.items[at]
        place = item.mention is not None and item.mention.entity.kind is EntityKind.PLACE
        if (item.acts or place) and line.at(at + 1) in ("'s", "’s") and not item.is_person:
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


def _next_in_list(line: Line, index: int) -> int | None:
    at = index
    if line.at(at) in ("'s", "’s") and line.at(at + 1) in _OFFICES_OF_PEOPLE and line.is_person(at - 1):
        at += 2
    index = at = past_open_bracket(line, at)
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
        at += 2 if line.at(at) == "in" and _is_place_in_list(line, at + 1) else 0
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


def _is_place_in_list(line: Line, index: int) -> bool:
    """Whether a place stands at an index, after which a list goes on: "the Union (U) in [Malta] and"."""
    if index >= len(line.items) or line.at(index + 1) not in ("and", ","):
        return False
    entity = line.items[index].entity
    return entity is not None and entity.kind in (EntityKind.PLACE, EntityKind.STATE)


def past_open_bracket(line: Line, index: int) -> int:
    """Past a bracket that the person before an index has left open: "[Anna Berg (MP], Malta)"."""
    before = line.items[index - 1]
    opened = before.is_person and "(" in before.text.rsplit(")", 1)[-1]
    return _closing_bracket(line, index) if opened else index


def _closing_bracket(line: Line, index: int) -> int:
    at = index
    while at < len(line.items) and line.at(at) != ")":
        at += 1
    return at + 1


def _opening_bracket(line: Line, index: int) -> int:
    at = index
    while at >= 0 and line.at(at) != "(":
        if line.items[at].is_person and past_open_bracket(line, at + 1) > at + 1:
            return at + 1
        at -= 1
    return at
