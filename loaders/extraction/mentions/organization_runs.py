"""Finds the runs of capitalised words in which names of organizations stand."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.tokens import POSSESSIVES
from .line import Line, Name
from .organization_words import (
    FIXED,
    HEADS,
    MONTHS,
    NUMBERED,
    PARTICIPLES,
    POSSESSORS,
    STARTERS,
    STATES,
    TITLES,
    TOPICS,
)

__all__ = ["Runs"]


class Runs:
    """One sentence while organizations are looked for in it; `names` are those that reference knows there."""

    def __init__(self, line: Line, names: Sequence[Name]) -> None:
        self.line = line
        self.size = len(line.sentence.tokens)
        self.names = names
        self.known: dict[int, Name] = {}
        for name in sorted(names, key=lambda n: n.length):
            for index in range(name.first, name.last):
                self.known[index] = name

    def _capital(self, index: int) -> bool:
        if not self.line.capitals[index]:
            return False
        last = self.line.texts[index].rpartition("-")[2]
        return last not in PARTICIPLES or "-" not in self.line.texts[index]

    def _begins(self, index: int) -> bool:
        if not self._capital(index):
            return False
        lower = self.line.lower(index)
        if lower in STARTERS and self.line.opens(index):
            return False
        return lower not in TITLES and lower not in MONTHS

    def _fixed(self, index: int) -> bool:
        """Whether a token lies in the name of a body, event or document of reference."""
        name = self.known.get(index)
        return name is not None and name.entity.kind in FIXED

    def _run(self, index: int) -> int:
        """The end of the capitalised words that begin at a token, with "and" and possessives inside names."""
        opening = self._geographic(index)
        end = opening.last if opening is not None else index + 1
        while end < self.size:
            word = self.line.word(end)
            geographic = self._geographic(end)
            if geographic is not None:
                end = geographic.last
            elif self._capital(end):
                lower = word.lower()
                if lower in TITLES or lower in MONTHS or lower in NUMBERED or lower == "against":
                    break
                end += 1
            elif self._possesses(end) or (word in ("and", "&") and self._joins(index, end)):
                end += 2
            else:
                break
        return end

    def _geographic(self, index: int) -> Name | None:
        """The State or place of reference whose name begins at a token."""
        name = self.known.get(index)
        if name is not None and name.first == index and name.entity.kind in STATES:
            return name
        return None

    def _possesses(self, index: int) -> bool:
        """Whether a possessive stands inside a name: "Public Prosecutor's Office"."""
        if not self._is_possessive(index) or not self._capital(index + 1):
            return False
        owner = self.line.lower(index - 1)
        return owner in POSSESSORS or (owner.endswith("s") and self._owned_by_many(index))

    def _owned_by_many(self, apostrophe: int) -> bool:
        """Whether a plural with an apostrophe leads to a head noun: "Dniester Archivists' League"."""
        if self.line.word(apostrophe) not in "'’" or apostrophe - 1 in self.known:
            return False
        last = apostrophe + 1
        while self._capital(last + 1) and last - apostrophe < 4:
            last += 1
        head = HEADS.get(self.line.lower(last))
        return head is not None and head.kind in ("normal", "named", "group", "forum")

    def _is_possessive(self, index: int) -> bool:
        return self.line.word(index) in POSSESSIVES or self.line.word(index) in "'’"

    def _joins(self, first: int, conjunction: int) -> bool:
        """Whether "and" stands inside a name: "State Investigation and Protection Agency"."""
        following = conjunction + 1
        if not self._capital(following) or following in self.known or conjunction - 1 in self.known:
            return False
        before = self.line.lower(conjunction - 1)
        if before in HEADS or self.line.lower(following) in TITLES:
            return False
        last = following
        while self._capital(last + 1) and self.line.lower(last + 1) not in TITLES:
            last += 1
        if self.line.lower(last) not in HEADS or last == following:
            return False
        return before in TOPICS or self.line.lower(first - 1) in ("the", "of", "'s", "’s")
