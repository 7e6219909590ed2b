"""The OSCE's office holders in releases of other languages, by their posts and by the names of reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ....ontology.dates import Interval
from ....ontology.facts import Entity, EntityKind, TermStatus
from ...languages.endings import plain
from ...languages.folders import Languages, current
from ..model import Context, EntityMention, Party, PostMention
from ..people.line import Line
from ..people.names import name_runs
from ..posts.holders import Holder, holder_of
from ..posts.offices import Office, office_at
from ..posts.whom import Antecedents
from .beside import Beside, known_name, name_after, name_before, name_in_letters, sounds_like
from .envoys import envoy_posts
from .small_words import PlainWords, SmallWords, plain_words, small_words
from .state_posts import behind_state_post, state_posts

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["office_parties"]

_FARTHEST_UNIT: Final = 5
_FARTHEST_ASIDE: Final = 3
_UNITS: Final = (EntityKind.BODY, EntityKind.FIELD_OPERATION)
_WHOLE: Final = ("osce", "csce")
_CHAIR: Final = "chairpersonship"
_SHARED: Final = "secretary-general"
_ASSEMBLY: Final = "pa-secretariat"
_HEADS: Final = ("president", "head")
_NAMED: Final = 0.9
_SLACK: Final = timedelta(days=366)
_RULE: Final = "holder known to reference"


@cache
def _heads(languages: Languages, language: str) -> Mapping[tuple[str, ...], str]:
    """The head nouns of posts that stand with the unit they are for, to their normal titles."""
    rows = (row for row in languages.rows("posts", language) if not row["holder"] and not row["whom"])
    return MappingProxyType({tuple(plain(row["said"]).split()): row["title"] for row in rows})


@dataclass(frozen=True, slots=True)
class _Found:
    """A post at the words first to last (excluded) of a sentence, its holder, and the name beside it."""

    first: int
    last: int
    holder: Holder
    name: Beside | None = None
    status: TermStatus = TermStatus.CURRENT


def office_parties(
    context: Context, seen: Sequence[Line], mentions: Sequence[EntityMention], reference: Reference
) -> Iterator[Party]:
    """The holders, as of the day, of the posts that the text names in its language, and those it names."""
    reading = _Reading(context, mentions, reference)
    introduced: set[str] = set()
    for line in seen:
        for party in (*reading.posts(line), *reading.named(line, introduced)):
            yield replace(party, introduces=party.entity.name not in introduced)
            introduced.add(party.entity.name)


class _Reading:
    """One release while its office holders are looked for, sentence by sentence."""

    def __init__(self, context: Context, mentions: Sequence[EntityMention], reference: Reference) -> None:
        self.context = context
        self.reference = reference
        self.language = context.language
        self.small: SmallWords = small_words(context.language)
        self.antecedents = Antecedents(context, mentions, reference)
        self.last_unit: Entity | None = None
        self.met: set[str] = set()

    def posts(self, line: Line) -> Iterator[Party]:
        """The holders of the posts in a sentence."""
        words = plain_words(line, self.language)
        position = 0
        while position < len(words.lower):
            end, found = self._post_at(line, words, position)
            if found is not None:
                self.met.add(found.holder.name)
                yield self._party(line, found)
            for index in range(words.at[position], words.at[end - 1] + 1):
                chunk = line.chunks[index]
                if chunk is not None and _is_unit(chunk.mention.entity):
                    self.last_unit = chunk.mention.entity
            position = end

    def _post_at(self, line: Line, words: PlainWords, position: int) -> tuple[int, _Found | None]:
        """The word after the post that begins there, and its holder."""
        first = words.at[position]
        found = office_at(words.lower, position, self.language)
        if found is not None:
            end, office = found
            last = words.at[end - 1] + 1
            return end, self._of_office(line, first, last, office, end - position == 1)
        heads = _heads(current(), self.language)
        _, _, rest = words.lower[position].partition("-")
        own = line.chunks[first] if (rest,) in heads else None
        two = heads.get(tuple(words.lower[position : position + 2]), "")
        title = two or heads.get((rest if own is not None else words.lower[position],), "")
        end = position + (2 if two else 1)
        behind = words.at[end - 1] + 1
        if title in _HEADS and self._is_of_osce(line, behind):
            return end, self._chair(line, first)
        unit = (_unit_after(line, behind) or self.last_unit) if title else None
        unit = own.mention.entity if own is not None and own.mention.entity.kind in _UNITS else unit
        if unit is None or unit.id is None:
            return end, None
        noun = self.antecedents.operation_noun(unit)
        if title == "head" and self.antecedents.is_project_co_ordinator(unit):
            title = "project co-ordinator"
        elif title == "head" and noun:
            title = f"head of {noun}"
        holder = holder_of(title, unit, None, self.context.issued, self.reference)
        last = self._end_of_unit(line, behind, unit)
        found_here = self._held(line, first, last, unit.id, holder, False, title)
        return end, found_here and replace(found_here, last=behind)

    def _of_office(self, line: Line, first: int, last: int, office: Office, short: bool) -> _Found | None:
        """The holder of an office of the whole Organization, or of the same of its Parliamentary Assembly.

        short  whether a single word names the office: it then must be said to be the OSCE's
        """
        other = self._other(line, last)
        if office.holder == _SHARED and other is not None and other.id == "pa":
            holder = holder_of("", other, _ASSEMBLY, self.context.issued, self.reference)
            holder = None if holder is None else replace(holder, title=office.title, organization=other)
            behind = self._end_of_unit(line, last, other)
            found = self._held(line, first, behind, _ASSEMBLY, holder, False)
            return found and replace(found, last=last)
        if other is not None and other.kind in (EntityKind.ORGANIZATION, *_UNITS):
            return None
        if office.holder == _SHARED and self._is_of_other(line, last):
            return None
        whom = self.antecedents.body(office.whom)
        title = "" if office.holder == _CHAIR else office.title
        holder = holder_of(title, whom, office.holder, self.context.issued, self.reference)
        holder = None if holder is None else replace(holder, organization=whom)
        shared = (short or office.holder == _SHARED) and not self._says_osce(line, first, last)
        return self._held(line, first, last, office.holder, holder, shared)

    def _is_of_osce(self, line: Line, index: int) -> bool:
        """Whether the OSCE itself follows a head noun: "Presidente de la OSCE", "presidente OSCE"."""
        for at in range(index, min(index + _FARTHEST_UNIT, len(line))):
            word = self.small.bare(line.lower[at])
            if word in self.small.osce:
                other = self._other(line, at + 1)
                return other is None or other.kind is EntityKind.PLACE
            if word not in self.small.of | self.small.particles:
                return False
        return False

    def _chair(self, line: Line, first: int) -> _Found | None:
        """Who presides over the OSCE: only with the name beside it, for assemblies have presidents too."""
        whom = self.antecedents.body("osce")
        holder = holder_of("", whom, _CHAIR, self.context.issued, self.reference)
        found = self._held(line, first, first + 1, _CHAIR, holder, False)
        if found is None or found.name is None:
            return None
        return replace(found, holder=replace(found.holder, organization=whom))

    def _held(
        self,
        line: Line,
        first: int,
        last: int,
        unit: str,
        holder: Holder | None,
        shared: bool,
        title: str = "",
    ) -> _Found | None:
        """Who holds a post, by the name beside it and the words around it.

        Args:
            unit: the id of the body or field operation that the post is or is of.
            holder: whom reference has in the post on the day.
            shared: whether other organizations too have such a post, and nothing says that it is the OSCE's.
            title: the post in the unit.
        """
        status = self._status(line, first, last)
        if status is None:
            return None
        behind = behind_state_post(line, last, self.language)
        after = name_after(line, last if behind is None else behind, self.small)
        name = after or name_before(line, first, self.small)
        if status is TermStatus.CURRENT and holder is not None:
            if name is not None and sounds_like(name.text, holder.name):
                return _Found(first, last, holder, name)
            if after is None or (after.size == 1 and not self.reference.people_surnamed(after.text)):
                return None if shared and holder.name not in self.met else _Found(first, last, holder)
        known = known_name(name, line, self.reference) if name is not None else None
        other = self._term(known[0], unit, title, status) if known is not None else None
        return _Found(first, last, other, name, status) if other else None

    def _term(self, name: str, unit: str, title: str, status: TermStatus) -> Holder | None:
        """The post of a unit that a person of reference has, had or will have on the day of the release."""
        day = self.context.issued
        for held in self.reference.people[name].terms if day is not None else ():
            fits = held.unit.id == unit and (not title or held.post == title)
            if day is not None and fits and _stands(held.term, day, status):
                return Holder(name, held.post, held.organization, _NAMED)
        return None

    def _status(self, line: Line, first: int, last: int) -> TermStatus | None:
        """How a post stands to its holder by the words around it; None where it is a deputy's, say."""
        behind = line.lower[last : last + 1]
        if any(word in self.small.aside for word in behind):
            return None
        status = TermStatus.CURRENT
        for at in range(first - 1, max(line.start, first - _FARTHEST_ASIDE) - 1, -1):
            word = self.small.bare(line.lower[at])
            if word in self.small.joins or not word[:1].isalpha():
                break
            if word in self.small.aside:
                return None
            if word in self.small.former:
                status = TermStatus.FORMER
            elif word in self.small.incoming:
                status = TermStatus.INCOMING
        return status

    def _other(self, line: Line, index: int) -> Entity | None:
        """What a post is for by the words right behind it, the OSCE itself aside ("de l'ONU")."""
        for at in range(index, min(index + _FARTHEST_UNIT, len(line))):
            chunk = line.chunks[at]
            if chunk is not None and chunk.first >= index and chunk.mention.entity.id not in _WHOLE:
                return chunk.mention.entity
            if self.small.bare(line.lower[at]) not in self.small.of | self.small.particles | self.small.osce:
                return None
        return None

    def _is_of_other(self, line: Line, index: int) -> bool:
        """Whether something else than the OSCE follows a post that other organizations have too."""
        of = 0
        for at in range(index, min(index + _FARTHEST_UNIT, len(line))):
            word, text = self.small.bare(line.lower[at]), line.words[at].text
            if word in self.small.osce or not text[:1].isalpha():
                return False
            if word in self.small.of | self.small.particles:
                if text.lower() == word and not text.islower():
                    return True
                of += 1
                continue
            name = name_after(line, at, self.small)
            alone = name is not None and name.size == 1 and not self.reference.people_surnamed(name.text)
            return bool(of) or text.isupper() or alone
        return False

    def _says_osce(self, line: Line, first: int, last: int) -> bool:
        around = line.lower[max(0, first - 1) : last + _FARTHEST_ASIDE]
        return any(
            part in self.small.osce
            for word in around
            for part in (self.small.bare(word), word.partition("-")[0])
        )

    def _end_of_unit(self, line: Line, index: int, unit: Entity) -> int:
        """The word after the unit that follows a head noun, the head noun's own where none does."""
        for at in range(index, min(index + _FARTHEST_UNIT, len(line))):
            chunk = line.chunks[at]
            if chunk is not None and chunk.mention.entity == unit:
                return max(chunk.last, at + 1)
        return index

    def named(self, line: Line, introduced: set[str]) -> Iterator[Party]:
        """The office holders of the day, or of a year before or after it, whom a sentence names in full."""
        day = self.context.issued
        if day is None:
            return
        for run in name_runs(line):
            beside = Beside(run.first, run.last, line.text(run.first, run.last))
            found = known_name(beside, line, self.reference) or name_in_letters(
                beside, line, self.reference, day
            )
            if found is None or found[0] in introduced | self.met:
                continue
            name, first, last = found
            held = (term.term for term in self.reference.people[name].terms)
            there = (first, last, name, self.context, self.reference)
            if any(_stands(term, day, TermStatus.CURRENT) for term in held):
                yield Party(
                    entity=Entity(EntityKind.PERSON, name),
                    span=line.span(first, last),
                    sentence=line.sentence.index,
                    name_span=line.span(first, last),
                    posts=(*state_posts(line, *there), *envoy_posts(line, *there)),
                    rule="name known to reference",
                    confidence=_NAMED,
                )

    def _party(self, line: Line, found: _Found) -> Party:
        post = PostMention(
            title=found.holder.title,
            as_said=line.text(found.first, found.last),
            span=line.span(found.first, found.last),
            organization=found.holder.organization,
            status=found.status,
            rule=_RULE,
            confidence=found.holder.confidence,
        )
        first, last = found.first, found.last
        if found.name is not None:
            first, last = min(first, found.name.first), max(last, found.name.last)
        return Party(
            entity=Entity(EntityKind.PERSON, found.holder.name),
            span=line.span(first, last),
            sentence=line.sentence.index,
            name_span=line.span(found.name.first, found.name.last) if found.name else None,
            posts=(post, *state_posts(line, first, last, found.holder.name, self.context, self.reference)),
            rule=_RULE,
            confidence=found.holder.confidence,
        )


def _stands(term: Interval, day: date, status: TermStatus) -> bool:
    """Whether a term with a known date may lie so to the day; who is named in a post may be a little late."""
    if status is TermStatus.FORMER:
        return term.end is not None and term.end.earliest <= day
    if status is TermStatus.INCOMING:
        return term.start is not None and term.start.latest >= day
    late = term.start is not None and term.start.earliest > day + _SLACK
    early = term.end is not None and term.end.latest < day - _SLACK
    return bool(term) and not late and not early


def _is_unit(entity: Entity) -> bool:
    """Whether a head without a name may be the head of it."""
    return entity.kind in _UNITS and entity.id not in (*_WHOLE, _CHAIR)


def _unit_after(line: Line, index: int) -> Entity | None:
    """The body, field operation or organization that follows within a few words."""
    for at in range(index, min(index + _FARTHEST_UNIT, len(line))):
        chunk = line.chunks[at]
        if chunk is not None and chunk.mention.entity.id not in _WHOLE:
            return chunk.mention.entity
        if line.low(at) in (",", ".", ";", "("):
            return None
    return None
