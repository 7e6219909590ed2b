"""The OSCE's office holders in releases of other languages, by their posts and by the names of reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ....ontology.facts import Entity, EntityKind
from ...languages.folders import Languages, current
from ..model import Context, EntityMention, Party, PostMention
from ..people.line import Line
from ..people.names import name_runs
from ..posts.holders import Holder, holder_of
from ..posts.offices import begins_office, office_at
from ..posts.whom import Antecedents

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["office_parties"]

_FARTHEST_UNIT: Final = 5
_LONGEST_OF: Final = 3
_UNITS: Final = (EntityKind.BODY, EntityKind.FIELD_OPERATION)
_NAMED: Final = 0.9
_OSCE: Final = ("osce", "itself")


@cache
def _heads(languages: Languages, language: str) -> Mapping[str, str]:
    """The head nouns of posts that stand with the unit they are for, to their normal titles."""
    rows = (row for row in languages.rows("posts", language) if not row["holder"])
    return MappingProxyType({row["said"]: row["title"] for row in rows})


@dataclass(frozen=True, slots=True)
class _Small:
    """The small words of a language.

    osce      the names of the Organization, in lower case
    articles  what is written together with the word behind it
    of        what stands between a post and whom it is for
    """

    osce: frozenset[str]
    articles: tuple[str, ...]
    of: frozenset[str]


@cache
def _small(languages: Languages, language: str) -> _Small:
    rows = (row for code in ("en", language) for row in languages.rows("page", code))
    articles = languages.words("words", "article", language)
    return _Small(
        osce=frozenset(row["text"].lower() for row in rows if (row["role"], row["value"]) == _OSCE),
        articles=tuple(sorted(word.replace("'", mark) for word in articles for mark in "'’")),
        of=languages.words("words", "of", language),
    )


@dataclass(frozen=True, slots=True)
class _Plain:
    """The words of a sentence without articles that are written together and without the OSCE's name.

    at  where each word stands in the sentence
    """

    lower: tuple[str, ...]
    at: tuple[int, ...]


def _plain(line: Line, language: str) -> _Plain:
    small = _small(current(), language)
    lower: list[str] = []
    at: list[int] = []
    for index in range(line.start, len(line)):
        word = _bare(line.lower[index], language, small)
        if word in small.osce:
            while lower and lower[-1] in small.of and at[-1] >= index - _LONGEST_OF:
                lower.pop()
                at.pop()
            continue
        lower.append(word)
        at.append(index)
    return _Plain(tuple(lower), tuple(at))


def _bare(word: str, language: str, small: _Small) -> str:
    for article in small.articles:
        if word.startswith(article):
            return word[len(article) :]
    prefix, hyphen, rest = word.partition("-")
    return rest if hyphen and prefix in small.osce and not begins_office(word, language) else word


def office_parties(
    context: Context, seen: Sequence[Line], mentions: Sequence[EntityMention], reference: Reference
) -> Iterator[Party]:
    """The holders, as of the day, of the posts that the text names in its language, and those it names."""
    antecedents = Antecedents(context, mentions, reference)
    introduced: set[str] = set()
    last_unit: Entity | None = None
    for line in seen:
        words = _plain(line, context.language)
        position = 0
        while position < len(words.lower):
            end, found = _post_at(context, line, words, position, antecedents, last_unit, reference)
            if found is not None:
                party = _party(line, words.at[position], words.at[end - 1] + 1, found, introduced)
                introduced.add(party.entity.name)
                yield party
            for index in range(words.at[position], words.at[end - 1] + 1):
                chunk = line.chunks[index]
                if chunk is not None and _is_unit(chunk.mention.entity):
                    last_unit = chunk.mention.entity
            position = end
        for party in _named(context, line, reference, introduced):
            introduced.add(party.entity.name)
            yield party


def _post_at(
    context: Context,
    line: Line,
    words: _Plain,
    position: int,
    antecedents: Antecedents,
    last_unit: Entity | None,
    reference: Reference,
) -> tuple[int, Holder | None]:
    """The word after the post that begins there, and its holder."""
    found = office_at(words.lower, position, context.language)
    if found is not None:
        end, office = found
        following = _unit_after(line, words.at[end - 1] + 1)
        foreign = following is not None and following.kind is EntityKind.ORGANIZATION
        if foreign and office.holder == "secretary-general":
            return end, None
        whom = antecedents.body(office.whom)
        holder = holder_of(office.title, whom, office.holder, context.issued, reference)
        return end, None if holder is None else Holder(holder.name, holder.title, whom, holder.confidence)
    title = _heads(current(), context.language).get(words.lower[position])
    if title is None:
        return position + 1, None
    unit = _unit_after(line, words.at[position] + 1) or last_unit
    if unit is None:
        return position + 1, None
    noun = antecedents.operation_noun(unit)
    if title == "head" and antecedents.is_project_co_ordinator(unit):
        title = "project co-ordinator"
    elif title == "head" and noun:
        title = f"head of {noun}"
    holder = holder_of(title, unit, None, context.issued, reference)
    return position + 1, holder


def _is_unit(entity: Entity) -> bool:
    """Whether a head without a name may be the head of it."""
    return entity.kind in _UNITS and entity.id not in ("osce", "csce", "chairpersonship")


def _unit_after(line: Line, index: int) -> Entity | None:
    """The body, field operation or organization that follows within a few words."""
    for at in range(index, min(index + _FARTHEST_UNIT, len(line))):
        chunk = line.chunks[at]
        if chunk is not None and chunk.mention.entity.id not in ("osce", "csce"):
            return chunk.mention.entity
        if line.low(at) in (",", ".", ";", "("):
            return None
    return None


def _named(context: Context, line: Line, reference: Reference, introduced: set[str]) -> Iterator[Party]:
    """The office holders of the day whom the text names in full."""
    day = context.issued
    for run in name_runs(line):
        name = reference.person_named(line.text(run.first, run.last))
        if name is None or day is None or name in introduced:
            continue
        terms = reference.people[name].terms
        if any(term.term and term.term.may_contain(day) for term in terms):
            yield Party(
                entity=Entity(EntityKind.PERSON, name),
                span=line.span(run.first, run.last),
                sentence=line.sentence.index,
                name_span=line.span(run.first, run.last),
                rule="name known to reference",
                confidence=_NAMED,
            )


def _party(line: Line, first: int, last: int, holder: Holder, introduced: set[str]) -> Party:
    post = PostMention(
        title=holder.title,
        as_said=line.text(first, last),
        span=line.span(first, last),
        organization=holder.organization,
        rule="holder known to reference",
        confidence=holder.confidence,
    )
    return Party(
        entity=Entity(EntityKind.PERSON, holder.name),
        span=post.span,
        sentence=line.sentence.index,
        posts=(post,),
        introduces=holder.name not in introduced,
        rule="holder known to reference",
        confidence=holder.confidence,
    )
