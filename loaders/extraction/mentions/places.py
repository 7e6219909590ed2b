"""Finds places that no table knows: by nouns beside them, by prepositions, and in lists of places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ....ontology.facts import EntityKind
from ..tables import endings, phrases, read_table, words
from .line import Line, Name, capital_words, tokens_of

__all__ = ["FoundPlace", "find_places"]

FoundPlace = tuple[int, int, str]
"""The tokens first to last (excluded) of a place, and the rule that found it."""

_OF: Final = words("place_nouns", "noun", position="of")
_AFTER: Final = {row["noun"]: row["named"] for row in read_table("place_nouns") if row["position"] == "after"}
_BEFORE: Final = {
    row["noun"]: row["named"] for row in read_table("place_nouns") if row["position"] == "before"
}
_WATERS: Final = phrases("waters")
_WATER_STARTS: Final = frozenset(name[0] for name in _WATERS)
_STRONG: Final = words("prepositions_of_place", strength="strong")
_WEAK: Final = words("prepositions_of_place", strength="weak")
_TRAVEL: Final = words("travel_words")
_STARTERS: Final = words("sentence_starters")
_HONORIFICS: Final = words("mention_words", kind="before a surname")
_INNER: Final = words("mention_words", kind="small word inside a place")
_NOT_PLACES: Final = words("not_places", "word", use="never")
_LEARNED: Final = words("not_places", "word", use="before")
_ABSTRACT: Final = endings("mention_words", kind="ending of an abstract noun")
_ADJECTIVES: Final = endings("mention_words", kind="ending of a place's adjective")
_REGIONS: Final = words("mention_words", kind="region")
_TITLED: Final = words("title_nouns")
_IN_TITLES: Final = frozenset(("of", "on", "for", "and", "to", "in", "the", ",", "with", "by", "against"))
_TITLE_LONGEST: Final = 24
_ALONG: Final = frozenset(("along", "across", "down"))
_TELLING: Final = (
    _ALONG
    | _OF
    | _STRONG
    | _WEAK
    | frozenset(_AFTER)
    | frozenset(word.lower() for word in (*_BEFORE, *_WATER_STARTS))
)
_FROM: Final = words("mention_words", kind="comes from a place")
_AT: Final = words("mention_words", kind="stands at a place")
_LONGEST_WAY: Final = 9
_MONTHS: Final = words("not_names", "word", reason="month")
_WATER_BEFORE: Final = frozenset(("the", "in", "on", "along", "across", "of", "and"))


def find_places(
    line: Line, names: Sequence[Name], known: Iterable[int] = (), in_dateline: bool = False
) -> list[FoundPlace]:
    """The places of a sentence that reference does not know, in the order of the text.

    Args:
        names: all that is found in the sentence so far
        known: tokens of words that reference knows, also where they name nothing here (languages, peoples)
        in_dateline: look there only, as for texts in other languages
    """
    return [] if line.title_case else list(_Finder(line, names, known).find(in_dateline))


class _Finder:
    def __init__(self, line: Line, names: Sequence[Name], known: Iterable[int]) -> None:
        self.line = line
        self.size = len(line.sentence.tokens)
        self.names = {name.first: name for name in names}
        self.taken = tokens_of(names).union(known)

    def find(self, in_dateline: bool) -> Iterator[FoundPlace]:
        found: dict[int, FoundPlace] = {}
        for place in (*self._dateline(), *(() if in_dateline else self._body())):
            if not self.taken.intersection(range(place[0], place[1])):
                found.setdefault(place[0], place)
        yield from (found[first] for first in sorted(found))

    def _dateline(self) -> Iterator[FoundPlace]:
        """The cities of the dateline: "KARAKOL, Kyrgyzstan, 14 May", "TIRANA / VIENNA"."""
        first = 0
        while first < self.line.dateline and self.line.capitalised(first):
            last = first
            while last < self.line.dateline and (self.line.capitalised(last) or self.line.word(last) == "-"):
                last += 1
            if self.line.lower(first) not in _MONTHS and not self.taken.intersection(range(first, last)):
                yield first, last, "dateline"
            if self.line.word(last) != "/":
                return
            first = last + 1

    def _body(self) -> Iterator[FoundPlace]:
        lowers, start = self.line.sentence.lowers, self.line.dateline
        for index in [at for at, lower in enumerate(lowers) if lower in _TELLING]:
            if index < start:
                continue
            word, lower = self.line.texts[index], lowers[index]
            if word in _WATER_STARTS:
                yield from self._water(index)
            if lower in _OF:
                yield from self._of(index)
            if lower in _AFTER:
                yield from self._before_noun(index)
            if word in _BEFORE:
                yield from self._after_noun(index)
            if lower in _STRONG or lower in _WEAK:
                yield from self._located(index)
            if lower in _ALONG and self.line.word(index + 1) == "the":
                yield from self._along(index + 2)

    def _name_end(self, first: int) -> int:
        """The end of the capitalised words that can name a place; `first` itself where there are none."""
        last = first
        while last < self.size and last - first < 4 and last not in self.taken:
            if self._can_name(last):
                last += 1
            elif last > first and self._can_name(last + 1) and self.line.word(last) in (*_INNER, "/"):
                last += 2
            else:
                break
        return last

    def _can_name(self, index: int) -> bool:
        word = self.line.word(index)
        if not word[:1].isupper() or index in self.taken or not word[0].isalpha():
            return False
        if sum(c.isupper() for c in word) > 1 and not any(c in "-’'" for c in word):
            return False
        if word.lower() in _NOT_PLACES or word.endswith(_ABSTRACT):
            return False
        return word.lower().rstrip(".") not in capital_words() and word not in _STARTERS

    def _water(self, index: int) -> Iterator[FoundPlace]:
        for name in _WATERS:
            if tuple(self.line.word(index + i) for i in range(len(name))) == name:
                last = index + len(name)
                following = self.line.lower(last)
                if following in ("sea", "river") and self.line.capitalised(last):
                    yield index, last + 1, "water"
                elif not self.line.capitalised(last) and self.line.lower(index - 1) in _WATER_BEFORE:
                    yield index, last, "water"
                return

    def _of(self, noun: int) -> Iterator[FoundPlace]:
        """The village, town or district "of" a name, and a list of them."""
        if self.line.word(noun + 1) != "of":
            return
        yield from self._list(noun + 2, "place noun")

    def _list(self, first: int, rule: str) -> Iterator[FoundPlace]:
        """The unknown names of a list of places: its first, and all of them where "and" joins the last."""
        start = first
        items: list[tuple[int, int, bool]] = []
        joint = ""
        while True:
            last = self._name_end(first)
            unknown = last > first
            if unknown:
                if self._is_longer(last):
                    break
            else:
                known = self.names.get(first)
                if known is None and first in self.taken:
                    return
                if known is None or known.entity.kind is not EntityKind.PLACE or known.demonym:
                    break
                last = known.last
            items.append((first, last, unknown))
            following = self.line.word(last)
            if following not in (",", "and") or not self.line.capitalised(last + 1):
                break
            joint = following
            first = last + 1
        ended = bool(items) and joint == "and" and self.line.word(items[-1][0] - 1) == "and"
        for begin, end, unknown in items:
            if unknown and (begin == start or ended):
                yield begin, end, rule

    def _before_noun(self, noun: int) -> Iterator[FoundPlace]:
        """The name right before a noun of place: "Khatlon province", "the Isfara valley", "the Lim river"."""
        first = noun
        if self.line.word(noun + 1) == "of":
            return
        while first > self.line.dateline and self._can_name(first - 1) and noun - first < 3:
            first -= 1
        if first == noun or (
            self.line.opens(first) and first + 1 == noun and self.line.word(first) in _STARTERS
        ):
            return
        if self.line.lower(noun) in _REGIONS and self.line.lower(noun - 1).endswith(_ADJECTIVES):
            return
        if self.line.word(first - 1) in ("/",) or self.line.lower(first - 1).rstrip(".") in _HONORIFICS:
            return
        full = _AFTER[self.line.lower(noun)] == "full"
        capital = self.line.capitalised(noun)
        yield first, noun + 1 if full and capital else noun, "place noun"

    def _after_noun(self, noun: int) -> Iterator[FoundPlace]:
        """The name that begins with its noun: "Lake Batllava"."""
        last = self._name_end(noun + 1)
        if last == noun + 1 or last > noun + 4:
            return
        named = _BEFORE[self.line.word(noun)]
        if named == "full":
            yield noun, last, "place noun"
        elif named == "bare" and self.line.lower(noun - 1) == "the":
            yield noun + 1, last, "place noun"

    def _located(self, preposition: int) -> Iterator[FoundPlace]:
        """A name after a preposition: "in Rotterdam", "to Trieste", "from Kičevo and Gostivar"."""
        first = preposition + 1
        word = self.line.lower(preposition)
        if not self.line.capitals[first] and first not in self.names:
            return
        if word == "in" and self.line.lower(preposition - 1) in _LEARNED:
            return
        last = self._name_end(first)
        known = self.names.get(first)
        if last == first and not (known is not None and known.entity.kind is EntityKind.PLACE):
            return
        if self._is_in_title(preposition):
            return
        if last > first:
            if self._is_longer(last):
                return
            sure = word in _STRONG or self._with_state(last) or self._by_travel(preposition)
            sure = sure or (word == "at" and self._with_state(last))
            if not sure and not self._listed_with_known(last):
                return
        yield from self._list(first, "preposition")

    def _is_in_title(self, preposition: int) -> bool:
        """Whether it is within the title of a document: "Convention on Access to Records, Redress in"."""
        at = preposition
        while at > max(self.line.dateline, preposition - _TITLE_LONGEST):
            at -= 1
            if self.line.lower(at) in _TITLED and self.line.capitalised(at):
                return self.line.lower(at + 1) in ("on", "for", "against", "concerning")
            if not self.line.capitalised(at) and self.line.lower(at) not in _IN_TITLES:
                return False
        return False

    def _along(self, first: int) -> Iterator[FoundPlace]:
        """A river or road after "along the", "across the"."""
        last = self._name_end(first)
        if first < last < first + 3 and not self._is_longer(last) and not self.line.capitalised(last):
            yield first, last, "preposition"

    def _is_longer(self, last: int) -> bool:
        """Whether the name goes on and is something else: "in Besa Hall", "in Nadin’s words"."""
        word = self.line.word(last)
        if word in ("'s", "’s"):
            return True
        return self.line.capitalised(last) and last not in self.taken and word.lower() in capital_words()

    def _with_state(self, last: int) -> bool:
        """Whether a State follows: "Suceava, Romania", "Tortgul in Kyrgyzstan"."""
        if self.line.word(last) not in (",", "in", "("):
            return False
        following = last + 2 if self.line.word(last + 1) in ("the", "northern", "southern") else last + 1
        name = self.names.get(following)
        return name is not None and name.entity.kind is EntityKind.STATE and not name.demonym

    def _by_travel(self, preposition: int) -> bool:
        word, before = self.line.lower(preposition), self.line.lower(preposition - 1)
        if (word == "from" and before in _FROM) or (word == "at" and before in _AT):
            return True
        if word == "to" and self._from_known(preposition):
            return True
        if word not in ("to", "from", "through", "via", "towards", "at", "across"):
            return False
        return any(self.line.lower(i) in _TRAVEL for i in range(max(0, preposition - 4), preposition))

    def _from_known(self, preposition: int) -> bool:
        """Whether a way begins at a known place: "from Linden to Oltava", "from Linden and on to Oltava"."""
        for at in range(preposition - 1, max(self.line.dateline, preposition - _LONGEST_WAY), -1):
            known = self.names.get(at)
            place = known is not None and known.entity.kind is EntityKind.PLACE and not known.demonym
            if place and self.line.lower(at - 1) in ("from", "to"):
                return True
        return False

    def _listed_with_known(self, last: int) -> bool:
        """Whether a known place stands beside the name in a list."""
        if self.line.word(last) not in (",", "and"):
            return False
        name = self.names.get(last + 1)
        return name is not None and name.entity.kind is EntityKind.PLACE and not name.demonym
