"""Reads short invented texts for the tests of people and posts."""

from __future__ import annotations

from datetime import date

from osce_kg.loaders.extraction import run_stages
from osce_kg.loaders.extraction.model import Context, Part, Party, Section
from osce_kg.ontology.facts import Entity, EntityKind, Span, TermStatus
from osce_kg.ontology.reference import reference

DAY = date(2006, 11, 24)


def parties(
    text: str,
    *,
    on: date | None = DAY,
    title: str = "",
    language: str = "en",
    places: tuple[Entity, ...] = (),
    publishers: tuple[Entity, ...] = (),
) -> tuple[Party, ...]:
    """Everyone found in a release of one title and one body."""
    whole = f"{title}\n{text}" if title else text
    begin = len(whole) - len(text)
    sections: tuple[Section, ...] = (Section(Part.BODY, Span(begin, len(whole))),)
    if title:
        sections = (Section(Part.TITLE, Span(0, len(title))), *sections)
    context = Context(whole, on, on, places, language, publishers)
    found = run_stages(context, sections, reference()).parties
    for party in found:
        assert party.span.of(whole)
    return found


def people(text: str, **known: object) -> list[str]:
    """The names of the people found, each once, in the order of the text."""
    found = parties(text, **known)  # type: ignore[arg-type]
    return list(dict.fromkeys(p.entity.name for p in found if p.entity.kind is EntityKind.PERSON))


def posts(text: str, **known: object) -> set[str]:
    """The posts as "name: post @ whom", former and incoming ones so marked."""
    said = {TermStatus.FORMER: "former ", TermStatus.INCOMING: "incoming "}
    return {
        f"{party.entity.name}: {said.get(post.status, '')}{post.title} @ {whom.id or whom.name}"
        for party in parties(text, **known)  # type: ignore[arg-type]
        for post in party.posts
        if (whom := post.organization) is not None
    }


def referred(text: str, words: str, **known: object) -> list[str]:
    """Whom these words of the text mean, wherever they stand."""
    found = parties(text, **known)  # type: ignore[arg-type]
    return [p.entity.name for p in found if words in (p.span.of(text), p.name_span and p.name_span.of(text))]
