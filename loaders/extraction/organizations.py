"""Finds organizations that no table knows, by the form of their names.

A name has a head noun with a capital ("Ministry", "Agency", "Court"), what stands before it ("Belgian
Federal", "State Investigation and Protection") and what follows ("of Justice of the Republic of Moldova",
"for Judges and Public Prosecutors").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...ontology.facts import EntityKind
from .known import Line, Name
from .tables import read_table, words
from .tokens import POSSESSIVES

__all__ = ["FoundOrganization", "find_organizations"]


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun of names of organizations, how it behaves, and the prepositions that it takes."""

    kind: str
    prepositions: frozenset[str]


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


_HEADS: Final = {
    row["head"]: Head(row["kind"], frozenset(row["prepositions"].split("|")) - {""})
    for row in read_table("org_heads")
}
_TOPICS: Final = words("org_topics")
_FILLERS: Final = words("org_parts", use="filler")
_POSSESSORS: Final = words("org_parts", use="possessor")
_TITLES: Final = (words("honorifics") | words("post_heads")) - _TOPICS - frozenset(_HEADS)
_STARTERS: Final = frozenset(word.lower() for word in words("sentence_starters"))
_NOT_HEADS: Final = words("not_names", "word", reason="document") | words("not_names", "word", reason="event")
_MONTHS: Final = words("not_names", "word", reason="month") | words("not_names", "word", reason="weekday")
_PARTICIPLES: Final = words("org_parts", use="participle")
_FAITHS: Final = words("org_parts", use="faith")
_NUMBERED: Final = frozenset(("no.", "nr.", "no", "number"))
_OWN: Final = frozenset(("OSCE", "CSCE", "ODIHR"))
_INDEFINITE: Final = frozenset(
    ("a", "an", "some", "any", "each", "every", "another", "several", "many", "no")
)
_POSSESSIVE_WORDS: Final = frozenset(("its", "his", "her", "their", "our", "whose"))
_ABOVE: Final = frozenset(("bureau", "delegation", "mission", "presidency"))
_PARTS: Final = frozenset(("unit", "police", "office", "named", "group", "committee"))
_LARGER: Final = frozenset(("of", "at", "in", "within"))
_STATES: Final = frozenset((EntityKind.STATE, EntityKind.PLACE))
_NAMED_BODIES: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION))
_FIXED: Final = _NAMED_BODIES | {EntityKind.EVENT, EntityKind.DOCUMENT}


class _Finder:
    """One sentence while organizations are looked for in it; `names` are those that reference knows there."""

    def __init__(self, line: Line, names: Sequence[Name]) -> None:
        self.line = line
        self.size = len(line.sentence.tokens)
        self.names = names
        self.known: dict[int, Name] = {}
        for name in sorted(names, key=lambda n: n.length):
            for index in range(name.first, name.last):
                self.known[index] = name

    def find(self) -> Iterator[FoundOrganization]:
        index = self.line.dateline
        while index < self.size:
            if not self._begins(index):
                index += 1
                continue
            run = self._run(index)
            found = self._organization(index, run)
            if found is None:
                index = max(run, index + 1)
            else:
                yield found
                index = found.last

    def _capital(self, index: int) -> bool:
        if not self.line.capitals[index]:
            return False
        last = self.line.texts[index].rpartition("-")[2]
        return last not in _PARTICIPLES or "-" not in self.line.texts[index]

    def _begins(self, index: int) -> bool:
        if not self._capital(index):
            return False
        lower = self.line.lower(index)
        if lower in _STARTERS and self.line.opens(index):
            return False
        return lower not in _TITLES and lower not in _MONTHS

    def _fixed(self, index: int) -> bool:
        """Whether a token lies in the name of a body, event or document of reference."""
        name = self.known.get(index)
        return name is not None and name.entity.kind in _FIXED

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
                if lower in _TITLES or lower in _MONTHS or lower in _NUMBERED:
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
        if name is not None and name.first == index and name.entity.kind in _STATES:
            return name
        return None

    def _possesses(self, index: int) -> bool:
        """Whether a possessive stands inside a name: "Public Prosecutor's Office"."""
        return (
            self._is_possessive(index)
            and self.line.lower(index - 1) in _POSSESSORS
            and self._capital(index + 1)
        )

    def _is_possessive(self, index: int) -> bool:
        return self.line.word(index) in POSSESSIVES or self.line.word(index) in "'’"

    def _joins(self, first: int, conjunction: int) -> bool:
        """Whether "and" stands inside a name: "State Investigation and Protection Agency"."""
        following = conjunction + 1
        if not self._capital(following) or following in self.known or conjunction - 1 in self.known:
            return False
        before = self.line.lower(conjunction - 1)
        if before in _HEADS or self.line.lower(following) in _TITLES:
            return False
        last = following
        while self._capital(last + 1) and self.line.lower(last + 1) not in _TITLES:
            last += 1
        if self.line.lower(last) not in _HEADS or last == following:
            return False
        return before in _TOPICS or self.line.lower(first - 1) in ("the", "of", "'s", "’s")

    def _organization(self, first: int, end: int) -> FoundOrganization | None:
        head = self._head(first, end)
        if head is None:
            return None
        kind = _HEADS[self.line.lower(head)].kind
        first = self._left(first, head, kind)
        last = head + 1
        if self.line.lower(last) in _NUMBERED and self.line.word(last + 1).isdigit():
            last += 2
        if kind in ("media", "foreign"):
            last = self._rightwards(last)
        last = self._after(last, _HEADS[self.line.lower(head)], kind)
        if self.line.word(last) in '“"' and last + 2 < self.size and self.line.word(last):
            last = self._quoted(last)
        return self._judged(first, last, head, kind)

    def _head(self, first: int, end: int) -> int | None:
        """The last head noun of the run, where no other noun comes after it than a title."""
        for index in range(end - 1, first - 1, -1):
            lower = self.line.lower(index)
            if lower in _HEADS and not self._fixed(index) and not self._in_geography(index):
                kind = _HEADS[lower].kind
                rest = [self.line.lower(i) for i in range(index + 1, end)]
                if kind in ("media", "foreign") and rest and not set(rest) & _NOT_HEADS:
                    return index
                if not rest:
                    return index
                return None
        return None

    def _in_geography(self, index: int) -> bool:
        """Whether a head noun belongs to the name of a State or place: "Soviet Union"."""
        name = self.known.get(index)
        return name is not None and name.entity.kind in _STATES

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
        if owned and owner not in self.known and self.line.lower(owner) in _POSSESSORS | _TITLES:
            begin = owner
        if kind == "office" and self.line.lower(begin) in _POSSESSORS | _TITLES:
            while self._capital(begin - 1) and self.line.lower(begin - 1) in _TITLES | _TOPICS | {"prime"}:
                begin -= 1
        if kind == "group" and self.line.word(begin - 1) == "of" and self.line.word(begin - 2) == "Friends":
            begin -= 2
        return begin

    def _rightwards(self, last: int) -> int:
        while last < self.size and (
            (self._capital(last) and self.line.lower(last) not in _TITLES)
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
        while last < self.size and self.line.word(last) in allowed and depth < 4:
            start = last + 1
            if self.line.word(start) == "the":
                start += 1
            end = self._phrase(start, kind, self.line.word(last))
            if end == start:
                break
            last = end
            inner = _HEADS.get(self.line.lower(last - 1))
            allowed = allowed | {"of"} | (inner.prepositions if inner is not None else frozenset())
            depth += 1
        return last

    def _phrase(self, start: int, kind: str, preposition: str) -> int:
        """The end of the capitalised phrase after a preposition; `start` where there is none to take."""
        if not self._capital(start):
            return start
        name = self.known.get(start)
        if kind in ("delegation", "mission") and preposition == "to":
            if name is not None and name.entity.kind in _FIXED:
                return name.last
            return start + 1 if self.line.word(start) in _OWN else start
        if name is not None and name.demonym and self.line.word(name.last)[:1].islower():
            return start
        if name is not None and name.first == start and name.entity.kind in _FIXED:
            return name.last if kind in _ABOVE else start
        if self.line.word(start) in _OWN:
            return start + 1 if kind in _ABOVE else start
        if preposition == "in" and (name is None or name.entity.kind not in _STATES):
            return start
        if name is not None and name.entity.kind in _STATES and not name.demonym:
            return max(name.last, start + 1)
        titled = kind == "office" or kind == "council"
        end = start
        while end < self.size:
            word = self.line.word(end)
            lower = word.lower()
            if self._capital(end):
                if self._fixed(end) or (lower in _TITLES and not titled) or lower in _MONTHS:
                    break
                end += 1
            elif self._is_possessive(end) and self._capital(end + 1) and lower not in _TITLES:
                if self.line.lower(end - 1) not in _POSSESSORS:
                    break
                end += 1
            elif word in ("and", "&", ",") and end > start and self._continues(end):
                end += 1
            else:
                break
        return end

    def _continues(self, joint: int) -> bool:
        """Whether a list inside a name goes on: "Ministry of Education, Science and Youth"."""
        following = joint + 1
        if not self._capital(following) or following in self.known:
            return False
        last = following
        while self._capital(last + 1):
            last += 1
        words_after = [self.line.lower(i) for i in range(following, last + 1)]
        if words_after[-1] in _HEADS or set(words_after) & _TITLES:
            return False
        if self.line.word(joint) == ",":
            return (
                words_after[-1] in _TOPICS
                and self.line.lower(joint - 1) in _TOPICS
                and (self.line.word(last + 1) in ("and", ",", "&"))
            )
        return words_after[-1] in _TOPICS or (words_after[-1].endswith("s") and len(words_after) < 4)

    def _judged(self, first: int, last: int, head: int, kind: str) -> FoundOrganization | None:
        if first > head:
            return None
        inside = {name for i in range(first, last) if (name := self.known.get(i)) is not None}
        inner = [n for n in inside if n.first >= first and n.last <= last]
        if (
            any(self.line.word(i) in _OWN for i in range(first, head + 1))
            or self.line.word(first - 1) in _OWN
        ):
            return None
        beside = self.known.get(first - 1)
        if beside is not None and beside.entity.kind in (EntityKind.BODY, EntityKind.FIELD_OPERATION):
            return None
        if self._owned_by_osce(first):
            return None
        bodies = [
            n for n in inner if n.entity.kind in _FIXED and n.entity.kind is not EntityKind.ORGANIZATION
        ]
        if any(n.first < head for n in bodies):
            return None
        owner = self.known.get(first)
        if kind in _PARTS and owner is not None and owner.entity.kind is EntityKind.ORGANIZATION:
            return None
        modifiers = [self.line.lower(i) for i in range(first, head) if self.line.word(i)[:1].isalpha()]
        before = any(n.entity.kind in _STATES and n.first < head for n in inner)
        proper = any(n.entity.kind in _STATES for n in inner) or any(
            self._is_unknown(i) for i in range(first, last) if i != head
        )
        tail = last > head + 1
        if not self._has_form(first, head, kind, modifiers, proper, tail, inner):
            return None
        if self.line.lower(first - 1) in _INDEFINITE and not proper:
            return None
        counts = not (kind in ("unit", "committee") and self._is_part(first, last, before))
        return FoundOrganization(first, last, head, kind, counts, f"form {kind}")

    def _is_unknown(self, index: int) -> bool:
        word = self.line.word(index)
        lower = word.lower()
        return (
            self._capital(index)
            and index not in self.known
            and not (lower in _TOPICS or lower in _HEADS or lower in _FILLERS or lower in _TITLES)
        )

    def _owned_by_osce(self, first: int) -> bool:
        """Whether an OSCE structure owns the unit: "the Mission's Rule of Law Department"."""
        if self.line.word(first - 1) not in POSSESSIVES:
            return False
        owner = self.known.get(first - 2)
        if owner is not None:
            return owner.entity.kind in (EntityKind.BODY, EntityKind.FIELD_OPERATION)
        return self.line.word(first - 2) in ("Mission", "Office", "Centre", "Presence", "Organization")

    def _has_form(
        self,
        first: int,
        head: int,
        kind: str,
        modifiers: list[str],
        proper: bool,
        tail: bool,
        inner: Sequence[Name],
    ) -> bool:
        telling = [word for word in modifiers if word not in _FILLERS and word not in ("and", "'s", "’s")]
        geographic = any(n.entity.kind in _STATES for n in inner)
        match kind:
            case "alone":
                return True
            case "foreign":
                return head == first and tail
            case "media":
                return bool(modifiers) or tail
            case "embassy":
                return geographic
            case "presidency":
                return geographic or any(n.entity.kind is EntityKind.ORGANIZATION for n in inner)
            case "delegation":
                return geographic and ("osce" not in modifiers)
            case "mission":
                return "permanent" in modifiers and geographic
            case "municipality":
                return tail or bool(telling)
            case "house":
                return tail
            case "office":
                return (tail and self._office_of(head)) or (bool(telling) and self._possessive_before(head))
            case "police":
                return bool(telling) or (bool(modifiers) and geographic and "task" not in modifiers)
            case "red":
                return modifiers[-1:] == ["red"] and geographic
            case "faith":
                return not _FAITHS.isdisjoint(modifiers)
            case "unit":
                return bool(telling) or proper or (tail and geographic)
            case "group":
                return proper and (bool(telling) or tail)
            case "named":
                return proper and bool(telling)
            case "bureau" | "committee":
                return bool(telling) or tail
            case _:
                return bool(telling) or tail or (bool(modifiers) and proper)

    def _office_of(self, head: int) -> bool:
        return self.line.word(head + 1) in ("of", "for")

    def _possessive_before(self, head: int) -> bool:
        return self._is_possessive(head - 1) or self.line.lower(head - 1) in _TOPICS

    def _is_part(self, first: int, last: int, proper: bool) -> bool:
        """Whether a unit is named only as part of a larger body, or of somebody's post."""
        before = self.line.word(first - 1)
        if before in POSSESSIVES or before.lower() in _POSSESSIVE_WORDS:
            return True
        if before == "new" and self.line.word(first - 2) in POSSESSIVES:
            return True
        larger = last
        if self.line.word(larger) in _LARGER:
            larger += 1
            if self.line.word(larger) == "the":
                larger += 1
            name = self.known.get(larger)
            if name is not None and name.entity.kind in _NAMED_BODIES:
                return True
            run = self._run(larger) if self._begins(larger) else larger
            if any(self.line.lower(i) in _HEADS for i in range(larger, run)):
                return True
        back = first - 1
        if self.line.lower(back) == "the":
            back -= 1
        in_post = self.line.lower(back) in ("of", "in", "at", "for", "to") and self._after_post(back)
        police = any(self.line.word(i) == "Police" for i in range(first, last))
        return in_post and not proper and not police

    def _after_post(self, preposition: int) -> bool:
        return any(
            self.line.lower(i) in _TITLES or self.line.lower(i) in ("heads", "headed", "chairs", "head")
            for i in range(max(0, preposition - 3), preposition)
        )


def find_organizations(line: Line, names: Sequence[Name]) -> list[FoundOrganization]:
    """The organizations of a sentence that are known by their form alone, in the order of the text.

    Args:
        names: what reference knows in the sentence, which bounds them
    """
    return [] if line.title_case else list(_Finder(line, names).find())
