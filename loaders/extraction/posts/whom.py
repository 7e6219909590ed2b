"""Whom a post is for where the text does not name it there: "the Agency", "its", "the country's", nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from ....ontology.facts import Entity, EntityKind, Span
from ...languages.folders import built_in
from ..model import Context, EntityMention
from ..people.lexicon import UNITS
from ..people.line import Line
from ..tables import words
from ..text.paragraphs import fold
from .assembly import is_of_assembly
from .states import Served, country_of

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["Antecedents", "has_unit_noun"]

_ORGANIZATIONS: Final = (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION)
_LONGEST_MEMORY: Final = 400
_OBSERVING: Final = re.compile(
    r"(?:ODIHR(?:['’]s)? )?(?:(?:limited|long-term|special|joint|international) )*"
    r"(?:(?:presidential|parliamentary) )?(?:election|referendum) "
    r"(?:observation|assessment|expert) mission",
    re.IGNORECASE,
)
_MUNICIPALITY: Final = re.compile(r"\b[Mm]unicipality of ([^\W\d_][\w-]+)")
_LATELY: Final = 160
_MISSION: Final = ["mission"]  # of a release of the OSCE: its own, before others that have the word
_WINDOW: Final = 16
_INSIDE: Final = 8
_OWN: Final = (EntityKind.BODY, EntityKind.FIELD_OPERATION)
_FIELD: Final = EntityKind.FIELD_OPERATION
_HEAD_OFFICES: Final = ("osce", "odihr", "hcnm", "pa", "court", "prague-office")
_OFFICES: Final = frozenset(row["holder"] for row in built_in().rows("posts", "en")) | {"pa-secretariat"}
_TOWN_WORDS: Final = words("post_words", kind="stands for a town")
_WHOLE: Final = ("osce", "csce")
_REPRESENTATIVES: Final = ("sr-", "pr-", "osr-")
_STATE_WORDS: Final = words("post_words", kind="stands for a State")
_TYPES: Final = {
    "mission": "mission",
    "presence": "presence",
    "centre": "centre",
    "office": "office",
    "programme office": "programme office",
    "liaison office": "office",
    "assistance group": "assistance group",
    "advisory and monitoring group": "advisory and monitoring group",
    "task force": "task force",
}


@lru_cache(maxsize=4096)
def _nouns_in(names: str) -> frozenset[str]:
    return frozenset(word for word in fold(names).replace("-", " ").split() if word.isalpha())


class Antecedents:
    """What short words of a release refer back to, by what it has named before.

    Field operations, bodies and organizations answer to the nouns of their names; States and places to
    "the country" and "the municipality".
    """

    def __init__(self, context: Context, mentions: Sequence[EntityMention], reference: Reference) -> None:
        self._reference = reference
        self._context = context
        self._mentions = sorted(mentions, key=lambda m: (m.span.begin, -m.span.end))
        self._begins = [mention.span.begin for mention in self._mentions]
        self.osce = reference.get(EntityKind.BODY, "osce").entity
        self.united_nations = reference.get(EntityKind.ORGANIZATION, "un").entity
        self.european_commission = reference.get(EntityKind.ORGANIZATION, "ec").entity
        self._served = Served(context, self._mentions, reference, _seats(reference))

    @cached_property
    def _nouns(self) -> Mapping[Span, frozenset[str]]:
        """The nouns of the names, by their places; many releases ask for none."""
        return {mention.span: self._nouns_of(mention) for mention in self._mentions}

    def in_assembly(self, text: str) -> bool:
        """Whether the release, of which this is the text, is the Parliamentary Assembly's."""
        return is_of_assembly(text, [p.id for p in self._context.publishers if p.id])

    def served(self, line: Line, index: int, after: int) -> Entity | None:
        """The State that the holder of a post serves, where the post begins and where his name ends."""
        return self._served.state(line, line.words[index].begin, after)

    def _back_from(self, before: int) -> Iterator[EntityMention]:
        """The mentions before a place of the text, the last first, as far back as a reader remembers."""
        last = bisect_left(self._begins, before)
        return reversed(self._mentions[max(0, last - _LONGEST_MEMORY) : last])

    def body(self, local: str) -> Entity:
        """The OSCE body of an id."""
        return self._reference.get(EntityKind.BODY, local).entity

    def state_of_code(self, code: str) -> Entity:
        """The State of an ISO code."""
        return self._reference.get(EntityKind.STATE, code).entity

    def post_of_body(self, body: Entity) -> tuple[str, Entity] | None:
        """The post that a representative's body is, and whom it is for; None for other bodies."""
        if not (body.id or "").startswith(("sr-", "pr-")):
            return None
        held = next((h for h in self._reference.office_holders if h.unit.id == body.id), None)
        return (held.post, held.organization) if held is not None else None

    def operation_noun(self, operation: Entity) -> str:
        """The word after which a field operation's head is called: "mission", "centre" ..., else nothing."""
        known = self._reference.of(operation)
        if known is None or operation.kind is not _FIELD:
            return ""
        kind = known.subkind
        return _TYPES.get(kind, "mission" if kind.endswith("mission") else "")

    def is_project_co_ordinator(self, operation: Entity) -> bool:
        """Whether the operation is itself a Project Co-ordinator."""
        known = self._reference.of(operation)
        return known is not None and known.subkind == "project co-ordinator"

    def _nouns_of(self, mention: EntityMention) -> frozenset[str]:
        if mention.entity.kind not in _ORGANIZATIONS:
            return frozenset()
        return _nouns_in(f"{mention.entity.name} {mention.exact}")

    def noun(self, noun: str, before: int) -> Entity | None:
        """Whom "the Agency" or "the Mission" means at a place of the text."""
        lower = fold(noun).replace("-", " ").split()
        if not lower:
            return None
        if lower[-1] in _STATE_WORDS:
            return self.state(before)
        if lower[-1] in _TOWN_WORDS:
            return self.town(before)
        if lower[-1] in ("organization", "organisation") and not self._named(lower, before):
            return self.osce
        return self._named(lower, before)

    def _named(self, words: list[str], before: int) -> Entity | None:
        wanted = set(words)
        fallback: Entity | None = None
        for mention in self._back_from(before):
            if mention.entity.id in _WHOLE:
                continue
            if wanted <= self._nouns[mention.span]:
                other = mention.entity.kind is not _FIELD
                if other and (words == _MISSION or self._is_only_parent(mention, words[-1])):
                    fallback = fallback or mention.entity
                    continue
                return mention.entity
        if fallback is not None:
            return fallback
        for publisher in self._context.publishers:
            if wanted <= set(fold(publisher.name).replace("-", " ").split()):
                return publisher
        later = (m for m in self._mentions[:_LONGEST_MEMORY] if m.entity.kind is _FIELD)
        return next((m.entity for m in later if wanted <= self._nouns[m.span]), None)

    @staticmethod
    def _is_only_parent(mention: EntityMention, noun: str) -> bool:
        """Whether the noun is no more than a part of what the name is about ("Office of the Prosecutor")."""
        words = fold(mention.exact).split()
        return noun in words and noun not in (words[0], words[-1]) and "of" in words[: words.index(noun)]

    def state(self, before: int) -> Entity | None:
        """The State that is spoken of most up to there, else the host of the field operation or town."""
        counts: Counter[Entity] = Counter()
        around: Counter[Entity] = Counter()
        last: dict[Entity, int] = {}
        for mention in self._back_from(before):
            entity = mention.entity
            state = entity if entity.kind is EntityKind.STATE else None
            if state is not None and self._is_envoys(mention):
                continue
            if entity.kind is _FIELD:
                state = self.host(entity)
            elif (
                entity.kind is EntityKind.PLACE
                and (country := country_of(entity, self._reference)) is not None
            ):
                around[country] += 1
            if state is not None:
                counts[state] += 1
                last.setdefault(state, mention.span.begin)
        home = self._home()
        if home is not None:
            counts[home] += 1
        if not counts:
            return around.most_common(1)[0][0] if around else None
        return max(counts, key=lambda s: (counts[s], last.get(s, -1), s.id or s.name))

    def _is_envoys(self, mention: EntityMention) -> bool:
        """Whether the State only says whose ambassador or embassy is spoken of."""
        following = self._context.text[mention.span.end : mention.span.end + _WINDOW].lower()
        return following.lstrip(" 's’").startswith(("ambassador", "embassy", "chargé"))

    def host(self, operation: Entity) -> Entity | None:
        """The State or territory in which a field operation works."""
        known = self._reference.of(operation)
        return known.linked("host_state") if known is not None else None

    def _home(self) -> Entity | None:
        return next(
            (c for p in self._context.places if (c := country_of(p, self._reference)) is not None), None
        )

    def town(self, before: int) -> Entity | None:
        """The town that a municipality without a name is: the dateline's, else the last named.

        Where the dateline has several, it is the one of them that the text named last, if it did.
        """
        places = self._context.places
        if len(places) > 1:
            named = (m for m in self._back_from(before) if m.entity in places and not m.exact.isupper())
            return next((m.entity for m in named), None)
        if places:
            return places[0]
        for mention in self._back_from(before):
            if mention.entity.kind is EntityKind.PLACE:
                return mention.entity
        return None

    def municipality(self, before: int) -> Entity | None:
        """The town whose municipality the last lines name ("the Municipality of ... Mayor N")."""
        begin = max(0, before - _LATELY)
        said = [*_MUNICIPALITY.finditer(self._context.text, begin, before)]
        if not said:
            return None
        known = self._reference.find(said[-1][1], kinds={EntityKind.PLACE})
        return known[0].entity if known else Entity(EntityKind.PLACE, said[-1][1])

    def territory(self, before: int) -> Entity | None:
        """The State or place that was named last."""
        for mention in self._back_from(before):
            if mention.entity.kind in (EntityKind.PLACE, EntityKind.STATE):
                return mention.entity
        return None

    def organization(self, before: int) -> Entity | None:
        """The body or organization that was named last, the OSCE itself left out."""
        for mention in self._back_from(before):
            if mention.entity.id in _OFFICES:
                continue
            own = mention.entity.id not in _WHOLE and not _is_part(mention.entity)
            if own and mention.entity.kind in _ORGANIZATIONS:
                return mention.entity
        return None

    def assembly(self, before: int) -> Entity | None:
        """The assembly that was named last, or that publishes the release."""
        for mention in self._back_from(before):
            if "assembly" in self._nouns[mention.span]:
                return mention.entity
        known = (m.entity for m in self._mentions[:_LONGEST_MEMORY] if "assembly" in self._nouns[m.span])
        return next(known, next((p for p in self._context.publishers if "assembly" in fold(p.name)), None))

    def beside(self, line: Line, index: int) -> Entity | None:
        """The body or field operation that the sentence named last before the word."""
        begin = line.words[index].begin
        for mention in self._back_from(begin):
            here = mention.sentence == line.sentence.index and mention.span.end <= begin
            if here and mention.entity.id not in _WHOLE and mention.entity.kind in _OWN:
                return mention.entity
        return None

    def state_within(self, span: Span) -> Entity | None:
        """The State whose name stands in a place of the text, as a part of another name."""
        first = bisect_left(self._begins, span.begin)
        inside = (m for m in self._mentions[first : first + _INSIDE] if span.covers(m.span))
        return next((m.entity for m in inside if m.entity.kind is EntityKind.STATE), None)

    def operation_in(self, noun: str, place: Entity) -> Entity | None:
        """The field operation of the day in the State of a place, by the noun of its name."""
        country = country_of(place, self._reference)
        if country is None:
            return None
        for preposition in ("in", "to"):
            said = f"OSCE {noun.capitalize()} {preposition} {country.name}"
            found = self._reference.find(said, on=self._context.issued, kinds={_FIELD})
            if found:
                return found[0].entity
        return None

    def operation(self, before: int, noun: str = "") -> Entity | None:
        """The field operation named last, one that answers to the noun first, else the one that publishes."""
        found = (m.entity for m in self._back_from(before) if m.entity.kind is _FIELD)
        last = next(found, None)
        if last is not None:
            answers = (e for e in (last, *found) if self.operation_noun(e).endswith(noun))
            return next(answers, last)
        later = (m.entity for m in self._mentions[:_LONGEST_MEMORY] if m.entity.kind is _FIELD)
        return next((p for p in self._context.publishers if p.kind is _FIELD), next(later, None))

    def observes(self, before: int) -> bool:
        """Whether the mission named last is one that observes an election, no field operation."""
        said = self._context.text.rfind("observation mission", 0, before)
        last = next((m.span.begin for m in self._back_from(before) if m.entity.kind is _FIELD), -1)
        return said > last

    def observers(self) -> Entity | None:
        """ODIHR, where the release names it: whose election observation missions are."""
        named = any(m.entity.id == "odihr" for m in self._mentions[:_LONGEST_MEMORY])
        return self.body("odihr") if named else None

    def observing_lately(self, before: int) -> Entity | None:
        """The mission that observes an election, where it is what the last lines speak of."""
        begin = max(0, before - _LATELY)
        named = [*_OBSERVING.finditer(self._context.text, begin, before)]
        last = next((m for m in self._back_from(before) if m.entity.kind in _ORGANIZATIONS), None)
        if not named or (last is not None and last.span.begin >= named[-1].end()):
            return None
        return Entity(EntityKind.ORGANIZATION, named[-1].group())

    def names_only_representative(self, local: str) -> bool:
        """Whether the release speaks of this representative, and of no other."""
        named = {m.entity.id or "" for m in self._mentions} | {p.id or "" for p in self._context.publishers}
        return local in named and not any(other.startswith(_REPRESENTATIVES) for other in named)

    def chair_is_named(self) -> bool:
        """Whether the release speaks of the Chair."""
        named = any(m.entity.id == "chairpersonship" for m in self._mentions)
        return named or any(p.id == "chairpersonship" for p in self._context.publishers)

    def committee(self, line: Line, index: int) -> Entity | None:
        """The committee whose chair the sentence tells of ("the Committee on ..., led by its Chair")."""
        before = line.words[index].begin
        here = (m for m in self._back_from(before) if m.sentence == line.sentence.index)
        return next((m.entity for m in here if m.counts and _is_committee(m.entity)), None)

    def its(self, line: Line, index: int, *, state: bool, town: bool = False) -> Entity | None:
        """Whose "its", "their" and "whose" is: what the sentence named last, else the one before first.

        Where a State has sent several people, one "its" is like the other ("its Ambassador, N, and its ...").
        """
        if state and line.low(index) == "its" and "its" in line.lower[:index]:
            index = line.lower.index("its")
        before = line.words[index].begin
        wanted: tuple[EntityKind, ...] = (EntityKind.STATE, EntityKind.PLACE) if state else _ORGANIZATIONS
        if town:
            wanted = (EntityKind.PLACE,)
        recent = [m for m in reversed(list(self._back_from(before))) if m.entity.kind in wanted]
        here = [m for m in recent if m.sentence == line.sentence.index and m.span.end <= before]
        here = [m for m in here if (m.entity.id not in _WHOLE and not _is_part(m.entity)) or state] or here
        if here:
            return here[-1].entity
        earlier = [m for m in recent if m.sentence < line.sentence.index]
        if not earlier:
            return None
        latest = max(m.sentence for m in earlier)
        named = [m.entity for m in earlier if m.sentence == latest]
        if line.low(index) == "their":
            named = [e for e in named if e.name.lower().endswith("s")] or named
        return next((entity for entity in named if entity.id not in _WHOLE), named[0])


def _is_committee(entity: Entity) -> bool:
    """Whether a committee has a name of its own."""
    words = entity.name.lower().removeprefix("the ").split()
    return entity.id is None and len(words) > 1 and "committee" in words[:3]


def _is_part(entity: Entity) -> bool:
    """Whether the name is that of a committee or the like, which has its organization's officers."""
    first = entity.name.lower().removeprefix("the ").split()[:1]
    return entity.id is None and first != [] and first[0] in ("bureau", "board", "committee")


def has_unit_noun(words: Sequence[str]) -> bool:
    """Whether some word names a kind of unit or organization."""
    return any(part in UNITS for word in words for part in (word.lower(), word.lower().rsplit("-", 1)[-1]))


@lru_cache(maxsize=4)
def _seats(reference: Reference) -> frozenset[Entity]:
    """The towns in which the OSCE has head offices: what is written there is about elsewhere."""
    bodies = (reference.get(EntityKind.BODY, local) for local in _HEAD_OFFICES)
    return frozenset(seat for body in bodies if (seat := body.linked("seat")) is not None)
