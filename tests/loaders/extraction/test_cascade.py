"""All stages together: each fact of a release has the sentence that it came from."""

from datetime import date

import pytest
from osce_kg.loaders.extraction import extract, run_stages
from osce_kg.loaders.extraction.model import Context, Part, Section
from osce_kg.ontology.facts import Entity, EntityKind, Event, Mention, Span
from osce_kg.ontology.reference import reference

TITLE = "Judges in Graz learn about forged letters"
BODY = (
    "GRAZ, 5 May 2010 – “A letter is a door,” said Ana Kos, Director of the Graz Writing Institute, today, "
    "when a two-day training course on forged letters ended in Graz. It was organized by the OSCE Mission to "
    "Skopje.\nFor further information, please contact: Besa Lind, Spokesperson, OSCE Centre in Bishkek"
)
TEXT = f"{TITLE}\n{BODY}"
SECTIONS = (
    Section(Part.TITLE, Span(0, len(TITLE))),
    Section(Part.BODY, Span(len(TITLE) + 1, len(TEXT))),
)
CONTEXT = Context(
    TEXT, date(2010, 5, 5), date(2010, 5, 5), (reference().get(EntityKind.PLACE, "graz").entity,)
)


def test_every_fact_quotes_the_sentence_that_it_came_from() -> None:
    facts = extract(CONTEXT, SECTIONS, reference())
    assert facts
    for fact in facts:
        assert fact.evidence.span.of(TEXT) == fact.evidence.quote
        assert fact.evidence.rule
        assert 0 < fact.evidence.confidence <= 1
        assert all(fact.evidence.span.covers(marked) for marked in fact.evidence.marked)


def test_people_bodies_and_events_become_facts() -> None:
    facts = extract(CONTEXT, SECTIONS, reference())
    mentioned = {fact.entity for fact in facts if isinstance(fact, Mention)}
    assert Entity(EntityKind.PERSON, "Ana Kos") in mentioned
    assert Entity(EntityKind.ORGANIZATION, "Graz Writing Institute") in mentioned
    assert any(isinstance(fact, Event) for fact in facts)


def test_the_contact_line_yields_nothing() -> None:
    stages = run_stages(CONTEXT, SECTIONS, reference())
    assert not [m for m in stages.mentions if m.entity.id == "centre-bishkek"]
    assert not [p for p in stages.parties if p.entity.name == "Besa Lind"]


@pytest.mark.parametrize(
    "text", ["", " \n ", "...", "“", "\u00ad\ufeff", "<script>alert(1)</script>", "Ä" * 999]
)
def test_any_text_is_read(text: str) -> None:
    context = Context(text, None, None, ())
    assert extract(context, (Section(Part.BODY, Span(0, len(text))),), reference()) is not None


@pytest.mark.slow
def test_a_very_long_text_is_read() -> None:
    unit = "The Ministry of Justice of Kyrgyzstan and the OSCE Centre in Bishkek met in Osh and Delvi"
    text = f"{unit} and " * 200 + f"{unit}. " * 200
    context = Context(text, date(2010, 5, 5), None, ())
    assert run_stages(context, (Section(Part.BODY, Span(0, len(text))),), reference()).mentions
