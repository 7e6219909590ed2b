"""Which rows of reference tell whom and what a line of facts means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .loaders.annotation import AnnotationLine
from .ontology.facts import EntityKind
from .ontology.reference import Reference

__all__ = ["rows_behind"]

_PARTIES: Final = (
    EntityKind.BODY,
    EntityKind.FIELD_OPERATION,
    EntityKind.STATE,
    EntityKind.ORGANIZATION,
    EntityKind.PLACE,
)
_KINDS: Final = {
    "source": (EntityKind.BODY, EntityKind.FIELD_OPERATION),
    "field": (EntityKind.FIELD,),
    "field-inferred": (EntityKind.FIELD,),
    "organizer": _PARTIES,
    "participant": _PARTIES,
}


def rows_behind(line: AnnotationLine, known: Reference) -> tuple[str, ...]:
    """The rows, as `table:id`, of the entities of a line that reference knows, and of its office holders.

    >>> from osce_kg.ontology.reference import reference
    >>> rows_behind(AnnotationLine("mentions", "body", "odihr"), reference())
    ('institutions:odihr',)
    >>> rows_behind(AnnotationLine("post", "Karel De Gucht", "chairman-in-office @ osce"), reference())
    ('institutions:osce', 'office_holders:oh021')
    """
    return tuple(dict.fromkeys((*_of_entities(line, known), *_of_holders(line, known))))


def _of_entities(line: AnnotationLine, known: Reference) -> Iterator[str]:
    name, kinds = line.object, _KINDS.get(line.predicate, ())
    if line.predicate == "mentions":
        kinds = (EntityKind(line.subject),)
    elif line.predicate == "post":
        name, kinds = line.object.partition(" @ ")[2], _PARTIES
    elif line.predicate == "said":
        name, kinds = line.subject, _PARTIES
    for kind in kinds:
        try:
            rows = known.get(kind, name).rows
        except KeyError:
            continue
        yield from (f"{row.table}:{row.id}" for row in rows)
        return


def _of_holders(line: AnnotationLine, known: Reference) -> Iterator[str]:
    """The terms of a person; of a post those for the same organization only."""
    whom = line.object.partition(" @ ")[2] if line.predicate == "post" else ""
    names = {line.object, line.subject}
    for holder in known.office_holders:
        if holder.person in names and whom in ("", holder.organization.id, holder.organization.name):
            yield f"office_holders:{holder.id}"
