from __future__ import annotations

from datetime import date

from osce_kg.loaders.extraction.cascade import run_stages
from osce_kg.loaders.extraction.model import Context, Part, Section
from osce_kg.ontology.facts import Entity, EntityKind, Span
from osce_kg.ontology.reference import reference

from ..people_reading import parties


def test_bodies_and_states_are_parties_outside_those_of_people() -> None:
    text = "Nils Tamm, Head of the OSCE Mission to Serbia, met UNHCR in Belgrade. Norway paid."
    found = [party.entity.id or party.entity.name for party in parties(text)]
    assert found == ["Nils Tamm", "unhcr", "NO"]


def test_a_body_is_introduced_once() -> None:
    text = "UNHCR opened an office. UNHCR closed it again."
    assert [party.introduces for party in parties(text)] == [True, False]


def test_parties_stand_in_the_order_of_the_text() -> None:
    text = "UNHCR and Ana Kovač, Mayor of Osh, met. The Mayor thanked UNHCR. She left."
    begins = [party.span.begin for party in parties(text)]
    assert begins == sorted(begins)


def test_a_party_spans_name_and_posts() -> None:
    text = "Yesterday the Mayor of Osh, Ana Kovač, spoke."
    (party,) = [p for p in parties(text) if p.entity.kind is EntityKind.PERSON]
    assert party.span.of(text) == "the Mayor of Osh, Ana Kovač"
    assert party.name_span is not None
    assert party.name_span.of(text) == "Ana Kovač"
    assert party.posts[0].span.of(text) == "Mayor of Osh"


def test_reading_takes_no_account_of_what_was_read_before() -> None:
    text = "Ana Kovač, Mayor of Osh, spoke. She left."
    parties("Petar Lukić, Mayor of Tirana, spoke.")
    assert parties(text) == parties(text)


def test_the_dateline_tells_whose_mayor_it_is() -> None:
    text = "SHKODRA, 3 May 2018 - Mayor Nils Tamm opened a road."
    shkodra = reference().get(EntityKind.PLACE, "shkodra").entity
    (party,) = [p for p in parties(text, places=(shkodra,)) if p.entity.kind is EntityKind.PERSON]
    assert party.posts[0].organization == shkodra


def test_of_several_towns_in_a_dateline_the_mayors_is_the_one_that_the_text_names() -> None:
    towns = tuple(reference().get(EntityKind.PLACE, local).entity for local in ("tbilisi", "telavi"))
    text = "TBILISI/TELAVI, 3 May 2018 - A road was opened in Telavi. Mayor Nils Tamm was there."
    (party,) = [p for p in parties(text, places=towns) if p.entity.kind is EntityKind.PERSON]
    assert party.posts[0].organization == towns[1]
    text = "TBILISI/TELAVI, 3 May 2018 - A road was opened. Mayor Nils Tamm was there."
    (party,) = [p for p in parties(text, places=towns) if p.entity.kind is EntityKind.PERSON]
    assert party.posts == ()


def test_a_name_is_no_place_though_its_form_could_be_one() -> None:
    text = "On Monday they met the Mayor of Osh, Ana Kovač-Lind."
    context = Context(text, date(2014, 9, 4), None, ())
    stages = run_stages(context, (Section(Part.BODY, Span(0, len(text))),), reference())
    assert Entity(EntityKind.PLACE, "Ana Kovač-Lind") not in {m.entity for m in stages.mentions}
