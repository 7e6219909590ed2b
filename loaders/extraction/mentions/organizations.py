"""Finds organizations that no table knows, by the form of their names.

A name has a head noun with a capital ("Ministry", "Agency", "Court"), what stands before it ("Belgian
Federal", "State Investigation and Protection") and what follows ("of Justice of the Republic of Moldova",
"for Judges and Public Prosecutors").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ....ontology.facts import EntityKind
from .line import Line, Name
from .organization_forms import FORMS, Form
from .organization_standing import Standing
from .organization_words import (
    ABOVE,
    ACTING,
    COMPOUNDS,
    FILLERS,
    FIXED,
    HEADS,
    INDEFINITE,
    MONTHS,
    NOT_HEADS,
    NUMBERED,
    OWN,
    PARTS,
    POSSESSORS,
    STATES,
    SUBORDINATE,
    TITLES,
    TOPICS,
    Head,
)

__all__ = ["FoundOrganization", "find_organizations"]

_HEADS: Final = frozenset(HEADS)


@dataclass(frozen=True, slots=True)
class FoundOrganization:
    """A name by its form: its tokens first to last (excluded), its head, and the rule that found it.

    name    where it is not the words themselves: "Embassy of Italy" in "the Embassies of Norway and Italy"
    """

    first: int
    last: int
    head: int
    kind: str
    counts: bool
    rule: str
    name: str | None = None


class _Finder(Standing):
    """Takes the runs of a sentence apart into names."""

    def find(self) -> Iterator[FoundOrganization]:
        index = self.line.dateline
        while index < self.size:
            if not self.line.capitals[index] or not self._begins(index):
                index += 1
                continue
            run = self._run(index)
            found = self._organization(index, run)
            if found is None:
                index = max(run, index + 1)
            else:
                yield found
                index = found.last

    def _organization(self, first: int, end: int) -> FoundOrganization | None:
        head = self._head(first, end)
        if head is None:
            return None
        kind = HEADS[self.line.lower(head)].kind
        first = self._left(first, head, kind)
        last = head + 1
        if self.line.lower(last) in NUMBERED and self.line.word(last + 1).isdigit():
            last += 2
        if kind in ("media", "foreign"):
            last = self._rightwards(last)
        last = self._after(last, HEADS[self.line.lower(head)], kind)
        if self.line.word(last) in '“"' and last + 2 < self.size and self.line.word(last):
            last = self._quoted(last)
        return self._judged(first, last, head, kind)

    def _head(self, first: int, end: int) -> int | None:
        """The last head noun of the run, where no other noun comes after it than a title."""
        for index in range(end - 1, first - 1, -1):
            lower = self.line.lower(index)
            if lower in HEADS and not self._bound(index) and not self._in_geography(index):
                kind = HEADS[lower].kind
                rest = [self.line.lower(i) for i in range(index + 1, end)]
                if kind in ("media", "foreign") and rest and not set(rest) & NOT_HEADS:
                    return index
                if not rest or self._precedes_person(first, index + 1, end):
                    return index
                return None
        return None

    def _precedes_person(self, first: int, begin: int, end: int) -> bool:
        """Whether the name ends before somebody's: "director of the Border Police Artan Kos"."""
        persons = end - begin in (2, 3) and all(self._is_personal(index) for index in range(begin, end))
        return persons and self._in_post(first)

    def _bound(self, index: int) -> bool:
        """Whether a head noun belongs to a name of reference, as "Cross" in "Croatian Red Cross" does not."""
        if not self._fixed(index):
            return False
        name = self.known[index]
        if HEADS[self.line.lower(index)].kind != "red" or name.last - name.first != 2:
            return True
        before = self.known.get(name.first - 1)
        return before is None or before.entity.kind not in STATES

    def _in_geography(self, index: int) -> bool:
        """Whether a head noun belongs to the name of a State or place: "Soviet Union"."""
        name = self.known.get(index)
        return name is not None and name.entity.kind in STATES

    def _left(self, first: int, head: int, kind: str) -> int:
        """Moves the beginning past what does not belong to the name."""
        begin = first
        for index in range(head - 1, first - 1, -1):
            if self._fixed(index) and self.known[index].last <= head:
                name = self.known[index]
                if name.entity.kind is not EntityKind.ORGANIZATION:
                    begin = index + 1
                break
        owner = begin - 2
        owned = kind == "office" and self._is_possessive(begin - 1) and self._capital(owner)
        if owned and owner not in self.known and self.line.lower(owner) in POSSESSORS:
            begin = owner
        if kind == "embassy" and begin == head and self._is_possessive(begin - 1):
            state = self.known.get(owner)
            if state is not None and state.entity.kind is EntityKind.STATE and state.last == begin - 1:
                begin = state.first
        if kind == "office" and self.line.lower(begin) in POSSESSORS:
            while self._capital(begin - 1) and self.line.lower(begin - 1) in TITLES | TOPICS | {"prime"}:
                begin -= 1
        if self.line.word(begin - 1) == "of" and self.line.word(begin - 2) in ("Rule", "Freedom"):
            begin -= 2
        if kind == "group" and self.line.word(begin - 1) == "of" and self.line.word(begin - 2) == "Friends":
            begin -= 2
        return begin

    def _rightwards(self, last: int) -> int:
        while last < self.size and (
            (self._capital(last) and self.line.lower(last) not in TITLES)
            or (self.line.word(last) in ("di", "de", "del", "della", "of") and self._capital(last + 1))
        ):
            last += 1
        return last

    def _quoted(self, opening: int) -> int:
        closing = next(
            (i for i in range(opening + 1, min(opening + 8, self.size)) if self.line.word(i) in '”"'), None
        )
        return closing + 1 if closing is not None and self._capital(opening + 1) else opening

    def _after(self, last: int, head: Head, kind: str) -> int:
        """The end of the prepositional phrases that belong to the name."""
        allowed = head.prepositions
        depth = 0
        while last < self.size and self.line.lower(last) in allowed and depth < 4:
            start = last + 1
            if self.line.word(start) == "the":
                start += 1
            end = self._phrase(start, kind, self.line.lower(last))
            if end == start:
                break
            last = end
            inner = HEADS.get(self.line.lower(last - 1))
            allowed = allowed | {"of"} | (inner.prepositions if inner is not None else frozenset())
            depth += 1
        return last

    def _phrase(self, start: int, kind: str, preposition: str) -> int:
        """The end of the capitalised phrase after a preposition; `start` where there is none to take."""
        if not self._capital(start):
            return start
        name = self.known.get(start)
        if kind in ("delegation", "mission") and preposition == "to":
            if name is not None and name.entity.kind in FIXED:
                return name.last
            return start + 1 if self.line.word(start) in OWN else start
        if name is not None and name.demonym and self.line.word(name.last)[:1].islower():
            return start
        if name is not None and name.first == start and name.entity.kind in FIXED:
            return name.last if kind in ABOVE else start
        if self.line.word(start) in OWN:
            return start + 1 if kind in ABOVE else start
        if preposition == "in" and (name is None or name.entity.kind not in STATES):
            return start
        if name is not None and name.entity.kind in STATES and not name.demonym:
            return max(name.last, start + 1)
        titled = kind == "office" or kind == "council"
        end = start
        while end < self.size:
            word = self.line.word(end)
            lower = word.lower()
            if self._capital(end):
                if self._fixed(end) or lower in MONTHS:
                    break
                if lower in TITLES and not titled and not self._leads_plural(end, start, preposition):
                    break
                end += 1
            elif self._is_possessive(end) and self._capital(end + 1) and lower not in TITLES:
                if self.line.lower(end - 1) not in POSSESSORS:
                    break
                end += 1
            elif word in ("and", "&", ",") and end > start and self._continues(end):
                end += 1
            else:
                break
        return end

    def _leads_plural(self, index: int, start: int, preposition: str) -> bool:
        """Whether a title begins what people have in common: "Association of Head Teachers"."""
        following = self.line.lower(index + 1)
        return index == start and preposition == "of" and self._capital(index + 1) and following.endswith("s")

    def _continues(self, joint: int) -> bool:
        """Whether a list inside a name goes on: "Ministry of Education, Science and Youth"."""
        following = joint + 1
        if not self._capital(following) or following in self.known:
            return False
        last = following
        while self._capital(last + 1):
            last += 1
        words_after = [self.line.lower(i) for i in range(following, last + 1)]
        if words_after[-1] in HEADS or set(words_after) & TITLES:
            return False
        if self.line.word(joint) == ",":
            return (
                words_after[-1] in TOPICS
                and self.line.lower(joint - 1) in TOPICS
                and (self.line.word(last + 1) in ("and", ",", "&"))
            )
        of_matters = len(words_after) == 1 or not TOPICS.isdisjoint(words_after)  # else "and Karl Weiss"
        plural = words_after[-1].endswith("s") and len(words_after) < 4
        return words_after[-1] in TOPICS or (plural and of_matters)

    def _judged(self, first: int, last: int, head: int, kind: str) -> FoundOrganization | None:
        if first > head or self._is_surname(head):
            return None
        inside = {name for i in range(first, last) if (name := self.known.get(i)) is not None}
        inner = [n for n in inside if n.first >= first and n.last <= last]
        if any(self.line.word(i) in OWN for i in range(first, head + 1)) or self.line.word(first - 1) in OWN:
            return None
        beside = self.known.get(first - 1)
        if beside is not None and beside.entity.kind in (EntityKind.BODY, EntityKind.FIELD_OPERATION):
            return None
        if self._owned_by_osce(first) and not (kind == "committee" and self._of_assembly(first, last)):
            return None
        bodies = [n for n in inner if n.entity.kind in FIXED and n.entity.kind is not EntityKind.ORGANIZATION]
        if any(n.first < head for n in bodies):
            return None
        owner = self.known.get(first)
        if kind in PARTS and owner is not None and owner.entity.kind is EntityKind.ORGANIZATION:
            own_police = self.line.word(head) == "Police" and owner.last == head
            return FoundOrganization(first, last, head, kind, True, "form police") if own_police else None
        modifiers = [self.line.lower(i) for i in range(first, head) if self.line.word(i)[:1].isalpha()]
        before = any(n.entity.kind in STATES and n.first < head for n in inner)
        proper = any(n.entity.kind in STATES for n in inner) or any(
            self._is_unknown(i) for i in range(first, last) if i != head
        )
        form = Form(
            modifiers=tuple(modifiers),
            tail=last > head + 1,
            geographic=any(n.entity.kind in STATES for n in inner),
            proper=proper,
            known=any(n.entity.kind is EntityKind.ORGANIZATION for n in inner),
            of=self.line.word(head + 1) in ("of", "for"),
            possessive=self._possessive_before(head),
            compound=f"{self.line.lower(head - 1)} {self.line.lower(head)}" in COMPOUNDS,
        )
        if not FORMS[kind](form):
            return None
        if self.line.lower(first - 1) in INDEFINITE and not proper:
            return None
        if kind in ACTING and not self._acts(first, last):
            return None
        if not self._exists(first, last, head):
            counts = False
        elif kind == "committee" and self._of_assembly(first, last):
            counts = not self._in_post(first)
        else:
            named = before or (kind == "board" and proper)
            counts = not (kind in SUBORDINATE and self._is_part(first, last, named))
            counts = counts and not (kind == "committee" and not form.geographic and self._is_led(first))
        return FoundOrganization(first, last, head, kind, counts, f"form {kind}")

    def _is_surname(self, head: int) -> bool:
        """Whether an initial goes before, which makes it somebody's surname ("Ann T. Church")."""
        initial = self.line.word(head - 1)
        return len(initial) == 2 and initial[0].isupper() and initial[1] == "."

    def _is_unknown(self, index: int) -> bool:
        word = self.line.word(index)
        lower = word.lower()
        return (
            self._capital(index)
            and index not in self.known
            and not (lower in TOPICS or lower in HEADS or lower in FILLERS or lower in TITLES)
        )

    def _possessive_before(self, head: int) -> bool:
        return self._is_possessive(head - 1) or self.line.lower(head - 1) in TOPICS


def find_organizations(line: Line, names: Sequence[Name]) -> list[FoundOrganization]:
    """The organizations of a sentence that are known by their form alone, in the order of the text.

    Args:
        names: what reference knows in the sentence, which bounds them
    """
    if line.title_case or _HEADS.isdisjoint(line.vocabulary):
        return []
    if not any(map(_can_be_head, line.lowers, line.capitals)):
        return []
    return list(_Finder(line, names).find())


def _can_be_head(lower: str, capital: bool) -> bool:
    return capital and lower in HEADS
