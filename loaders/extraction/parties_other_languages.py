"""The OSCE's office holders in releases of other languages, by their posts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ...ontology.facts import Entity, EntityKind
from .holders import holder_of
from .model import Context, EntityMention, Party, PostMention
from .people_line import Line
from .posts_offices import office_at
from .posts_whom import Antecedents
from .tables import read_table

if TYPE_CHECKING:
    from ...ontology.reference import Reference

__all__ = ["office_parties"]

_FARTHEST_UNIT: Final = 4
_OTHER_BODIES: Final = frozenset((EntityKind.ORGANIZATION, EntityKind.STATE))


@cache
def _heads(language: str) -> Mapping[str, str]:
    return MappingProxyType(
        {
            said: row["head"]
            for row in read_table("post_heads_other")
            if row["language"] == language
            for said in row["said"].split("|")
        }
    )


def office_parties(
    context: Context, seen: Sequence[Line], mentions: Sequence[EntityMention], reference: Reference
) -> Iterator[Party]:
    """The holders, as of the day, of the posts that the text names in its own language."""
    antecedents = Antecedents(context, mentions, reference)
    heads = _heads(context.language)
    introduced: set[str] = set()
    last_unit: Entity | None = None
    for line in seen:
        index = line.start
        while index < len(line):
            found = office_at(line.lower, index, context.language)
            party: Party | None = None
            end = index + 1
            if found is not None:
                end, office = found
                following = _unit_after(line, end)
                if (
                    following is None
                    or following.id in ("osce", "csce")
                    or office.holder != "secretary-general"
                ):
                    whom = antecedents.body(office.whom)
                    party = _party(
                        context, line, index, end, office.title, whom, office.holder, reference, introduced
                    )
            elif line.low(index) in heads:
                unit = _unit_after(line, index + 1) or last_unit
                if unit is not None:
                    title = heads[line.low(index)]
                    noun = antecedents.operation_noun(unit)
                    if title == "head" and noun:
                        title = f"head of {noun}"
                    party = _party(context, line, index, end, title, unit, None, reference, introduced)
            chunk = line.chunks[index]
            if chunk is not None and _is_unit(chunk.mention.entity):
                last_unit = chunk.mention.entity
            if party is not None:
                introduced.add(party.entity.name)
                yield party
            index = end


def _is_unit(entity: Entity) -> bool:
    """Whether a head without a name may be the head of it."""
    units = (EntityKind.BODY, EntityKind.FIELD_OPERATION)
    return entity.kind in units and entity.id not in ("osce", "csce", "chairpersonship")


def _unit_after(line: Line, index: int) -> Entity | None:
    """The body or field operation that follows within a few words."""
    for at in range(index, min(index + _FARTHEST_UNIT, len(line))):
        chunk = line.chunks[at]
        if chunk is not None and chunk.first == at:
            return chunk.mention.entity
        if line.low(at) in (",", ".", ";", "("):
            return None
    return None


def _party(
    context: Context,
    line: Line,
    first: int,
    last: int,
    title: str,
    whom: Entity,
    office: str | None,
    reference: Reference,
    introduced: set[str],
) -> Party | None:
    holder = holder_of(title, whom, office, context.issued, reference)
    if holder is None:
        return None
    post = PostMention(
        title=holder.title,
        as_said=line.text(first, last),
        span=line.span(first, last),
        organization=whom,
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
