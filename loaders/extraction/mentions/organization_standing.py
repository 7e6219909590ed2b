"""Where a name stands: as agent, partner, employer or subject, or as a part of something larger."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import EntityKind
from ..tables import words
from ..text.tokens import POSSESSIVES
from .line import Name, capital_words
from .organization_runs import Runs
from .organization_words import (
    ASSEMBLY,
    HEADS,
    LARGER,
    NAMED_BODIES,
    OWN,
    POSSESSIVE_WORDS,
    SEASONS,
    TITLES,
    WISHES,
)

__all__ = ["Standing"]

_AGENTS: Final = words("org_positions", position="agent")
_ADVERBS: Final = words("org_positions", position="adverb")
_BESIDE: Final = words("org_positions", position="beside")
_ACTS: Final = words("org_positions", position="acts")
_AUXILIARIES: Final = words("org_positions", position="auxiliary")
_BELONGS: Final = words("org_positions", position="belongs")
_OPERATING: Final = frozenset((EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION))
_LITTLE: Final = frozenset(("of", "for", "the", "'s", "’s", "'", "’"))
_INSIDE: Final = frozenset(("of", "in", "at", "to", "for"))
_PASSIVE: Final = frozenset(("by", "in", "at", "on"))
_LONGEST_LIST: Final = 40


class Standing(Runs):
    """Asks what stands around a name in its sentence."""

    def _owned_by_osce(self, first: int) -> bool:
        """Whether an OSCE structure owns the unit: "the Mission's Rule of Law Department"."""
        if self.line.word(first - 1) not in POSSESSIVES:
            return False
        owner = self.known.get(first - 2)
        if owner is not None:
            return owner.entity.kind in (EntityKind.BODY, EntityKind.FIELD_OPERATION)
        return self.line.word(first - 2) in ("Mission", "Office", "Centre", "Presence", "Organization")

    def _is_part(self, first: int, last: int, proper: bool) -> bool:
        """Whether a unit is named only as part of a larger body, or of somebody's post."""
        before = self.line.word(first - 1)
        if before in POSSESSIVES or before.lower() in POSSESSIVE_WORDS:
            return True
        if before == "new" and self.line.word(first - 2) in POSSESSIVES:
            return True
        larger = last
        if self.line.word(larger) in LARGER:
            larger += 1
            if self.line.word(larger) == "the":
                larger += 1
            name = self.known.get(larger)
            if name is not None and name.entity.kind in NAMED_BODIES:
                return True
            run = self._run(larger) if self._begins(larger) else larger
            if any(self.line.lower(i) in HEADS for i in range(larger, run)):
                return True
        police = any(self.line.word(i) == "Police" for i in range(first, last))
        return self._in_post(first) and not proper and not police

    def _before(self, first: int) -> int:
        """The token before a name and its article."""
        return first - 1 - (self.line.lower(first - 1) == "the")

    def _in_post(self, first: int) -> bool:
        back = self._before(first)
        return self.line.lower(back) in ("of", "in", "at", "for", "to") and self._after_post(back)

    def _after_post(self, preposition: int) -> bool:
        return any(
            self.line.lower(i) in TITLES or self.line.lower(i) in ("heads", "headed", "chairs", "head")
            for i in range(max(0, preposition - 3), preposition)
        )

    def _is_led(self, first: int) -> bool:
        """Whether all that is told of it is who leads it ("who chairs the First Committee")."""
        return self.line.lower(self._before(first)) in ("heads", "headed", "chairs", "chaired")

    def _of_assembly(self, first: int, last: int) -> bool:
        """Whether a committee is the Parliamentary Assembly's, which has them act on their own."""
        behind = last + 1 + (self.line.word(last + 1) == "the")
        behind += self.line.word(behind) in OWN and behind not in self.known
        owner = self.known.get(behind if self.line.word(last) == "of" else first - 2)
        owned = self.line.word(last) == "of" or self.line.word(first - 1) in POSSESSIVES
        return owned and owner is not None and owner.entity.id == ASSEMBLY

    def _exists(self, first: int, last: int, head: int) -> bool:
        """Whether the text does not only think of it ("a Basin Council should"), nor of a course of days."""
        if self.line.lower(first - 1) in ("a", "an") and self.line.lower(last) in WISHES:
            return False
        return self.line.lower(head) != "school" or self.line.lower(head - 1) not in SEASONS

    def _acts(self, first: int, last: int) -> bool:
        """Whether what may be an event or a town is told to do something ("prepared by the Drava Forum")."""
        back = self._before(first)
        if self.line.lower(back) == "by" and self.line.lower(back - 1).endswith("ed"):
            return True
        return self._in_post(first) or self._is_introduced(last) or self._is_somebody(first, last)

    def _is_introduced(self, last: int) -> bool:
        """Whether an acronym in brackets follows."""
        acronym = self.line.word(last + 1)
        return self.line.word(last) == "(" and acronym.isupper() and self.line.word(last + 2) == ")"

    def _is_somebody(self, first: int, last: int) -> bool:
        """Whether a name stands where only people or organizations do."""
        back = self._before(first)
        if self._is_agent(back) or self._has_members(back) or self._is_subject(first, last):
            return True
        if self.line.lower(back) in _INSIDE:
            return False
        return self._listed(first, last)

    def _is_agent(self, back: int) -> bool:
        """Whether what stands before is "organized by" or "together with"."""
        word, before = self.line.lower(back), back - 1
        if word == "by":
            before -= self.line.lower(before) in _ADVERBS
            return self.line.lower(before) in _AGENTS
        return word == "with" and self.line.lower(before) in _BESIDE

    def _has_members(self, back: int) -> bool:
        """Whether what stands before is "director of", or somebody's name and "of"."""
        if self.line.lower(back) != "of":
            return False
        if self.line.lower(back - 1) in _BELONGS:
            return True
        return all(self._is_personal(index) for index in (back - 1, back - 2))

    def _is_personal(self, index: int) -> bool:
        """Whether a word with a capital is none of those of posts, titles and names of bodies."""
        return (
            self._capital(index) and index not in self.known and self.line.lower(index) not in capital_words()
        )

    def _is_subject(self, first: int, last: int) -> bool:
        """Whether it is told to organize, to publish or to say something."""
        if self.line.lower(first - 1) != "the" or self.line.lower(first - 2) in (
            "of",
            "in",
            "at",
            "to",
            "for",
        ):
            return False
        return self._is_verb(last)

    def _is_verb(self, index: int) -> bool:
        """Whether a verb of organizing or saying stands here, with what may go before it."""
        while self.line.lower(index) in _AUXILIARIES:
            index += 1
        return self.line.lower(index) in _ACTS and self.line.lower(index + 1) not in _PASSIVE

    def _listed(self, first: int, last: int) -> bool:
        """Whether it stands beside an organization in a list: "the OSCE Mission and the Drava Forum"."""
        if self.line.lower(first - 1) != "the":
            return False
        joint = first - 2
        if self.line.word(joint) in ("and", ","):
            beside = self.known.get(joint - 1) or self.known.get(joint - 2)
            if beside is not None and beside.last >= joint - 1 and _operates(beside):
                return True
            opening = self._list_opening(joint)
            if opening is not None and self._is_agent(opening):
                return True
        if self.line.word(last) not in ("and", ","):
            return False
        following = last + 1 + (self.line.word(last + 1) == "and")
        following += self.line.word(following) == "the"
        name = self.known.get(following)
        return name is not None and name.first == following and _operates(name)

    def _list_opening(self, joint: int) -> int | None:
        """The token before a list of capitalised names that ends in a conjunction or comma."""
        index = joint
        while index > max(self.line.dateline, joint - _LONGEST_LIST):
            word = self.line.word(index)
            if not (self._capital(index) or word in _LITTLE or word in ("and", ",") or index in self.known):
                return index
            index -= 1
        return None


def _operates(name: Name) -> bool:
    return name.entity.kind in _OPERATING
