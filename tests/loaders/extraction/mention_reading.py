"""Reads short texts for the tests of mentions: what they name, as the annotation format writes it."""

from __future__ import annotations

from datetime import date

from osce_kg.loaders.extraction.mentions.find import find_mentions
from osce_kg.loaders.extraction.model import Context, EntityMention, Part, Section
from osce_kg.loaders.extraction.text.sentences import sentences
from osce_kg.ontology.facts import Entity, EntityKind, Span
from osce_kg.ontology.reference import reference

DAY = date(2010, 5, 5)


def mentions_of(
    text: str, on: date | None = DAY, language: str = "en", publishers: tuple[Entity, ...] = ()
) -> tuple[EntityMention, ...]:
    """All mentions of a text, counted or not."""
    read = sentences(text, [Section(Part.BODY, Span(0, len(text)))])
    context = Context(text, on, on, (), language, publishers)
    return find_mentions(context, read, reference())


def named(
    text: str, on: date | None = DAY, language: str = "en", publishers: tuple[Entity, ...] = ()
) -> set[str]:
    """What a text mentions: `state:BE`, `body:odihr`, `organization:Tirana Bar Association`."""
    return {
        f"{mention.entity.kind}:{mention.entity.id or mention.entity.name}"
        for mention in mentions_of(text, on, language, publishers)
        if mention.counts and mention.entity.kind not in (EntityKind.EVENT, EntityKind.DOCUMENT)
    }


def operation(local: str) -> Entity:
    """A field operation of reference."""
    return reference().get(EntityKind.FIELD_OPERATION, local).entity
