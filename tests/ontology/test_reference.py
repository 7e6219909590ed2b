"""Looking things up: names, labels of a day, collisions, navigation."""

from __future__ import annotations

from datetime import date

import pytest
from osce_kg.ontology.facts import Entity, EntityKind
from osce_kg.ontology.reference import NameKind, reference

KNOWN = reference()


def _found(name: str, on: date | None = None) -> list[tuple[str, bool]]:
    return [(candidate.entity.id or "", candidate.valid_on) for candidate in KNOWN.find(name, on)]


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Strategic Police Matters Unit", "spmu"),
        ("the strategic police matters unit", "spmu"),
        ("OSCE Spillover Monitor Mission to Skopje", "mission-skopje"),
        ("Presence in Albania", "presence-albania"),
        ("Czech Republic", "CZ"),
        ("Turkey", "TR"),
        ("Republic of Korea", "KR"),
        ("Mongolia", "MN"),
        ("Polizeiarbeit", "policing"),
        ("Контроль над вооружениями", "arms-control"),
        ("Lodz", "lodz"),
        ("OSCE Project Coordinator in Ukraine", "pcu"),
        ("Ta’ Qali", "taqali"),
    ],
)
def test_a_name_finds_its_entity_however_it_is_typed(name: str, entity: str) -> None:
    found = KNOWN.resolve(name)
    assert found is not None
    assert found.id == entity


def test_nothing_is_found_for_a_name_that_nobody_has() -> None:
    assert KNOWN.find("Ministry of Silly Walks") == ()
    assert KNOWN.resolve("Ministry of Silly Walks") is None


def test_an_ambiguous_name_stays_ambiguous_until_the_date_decides() -> None:
    assert KNOWN.resolve("Yugoslavia") is None
    assert _found("Yugoslavia", date(1985, 3, 1)) == [("YU", True), ("FRY", False)]
    assert _found("Yugoslavia", date(1998, 6, 1)) == [("FRY", True), ("YU", False)]


def test_a_centre_in_central_asia_is_one_of_those_that_were_open() -> None:
    open_then = [entity for entity, valid in _found("OSCE Centre", date(2018, 5, 1)) if valid]
    assert open_then == ["centre-ashgabat"]
    assert len(_found("OSCE Centre")) == 5


def test_kinds_narrow_the_search() -> None:
    assert (
        KNOWN.resolve("Luxembourg", kinds={EntityKind.PLACE})
        == KNOWN.get(EntityKind.PLACE, "luxembourg_city").entity
    )
    assert KNOWN.resolve("Luxembourg") is None


def test_a_candidate_says_why() -> None:
    (candidate,) = KNOWN.find("Turkey", date(2024, 1, 1))
    assert not candidate.valid_on
    assert candidate.reason == "former 'Turkey', used 1973/2022, not on 2024-01-01"


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2002, 1, 1), "OSCE Mission to the Federal Republic of Yugoslavia"),
        (date(2005, 1, 1), "OSCE Mission to Serbia and Montenegro"),
        (date(2015, 1, 1), "OSCE Mission to Serbia"),
    ],
)
def test_a_mission_has_the_label_of_the_day(day: date, label: str) -> None:
    mission = KNOWN.get(EntityKind.FIELD_OPERATION, "mission_serbia").entity
    assert KNOWN.label_of(mission, on=day) == label
    assert KNOWN.label_of(mission) == "OSCE Mission to Serbia"


def test_an_official_long_form_is_not_the_label_of_its_time() -> None:
    hungary = KNOWN.get(EntityKind.STATE, "hu").entity
    assert KNOWN.label_of(hungary, on=date(2000, 1, 1)) == "Hungary"


def test_what_reference_does_not_know_keeps_its_own_name() -> None:
    assert KNOWN.label_of(Entity(EntityKind.ORGANIZATION, "Village Choir")) == "Village Choir"


def test_a_partner_that_became_a_participating_state_is_one_entity_with_both_rows() -> None:
    mongolia = KNOWN.get(EntityKind.STATE, "MN")
    assert [row.table for row in mongolia.rows] == ["participating_states", "partners"]
    assert str(mongolia.partnership) == "2004/2012"
    assert str(mongolia.when) == "2012-11-21/"
    assert "Mongolia" not in KNOWN.collisions


def test_the_state_that_chairs_has_its_own_name_as_label() -> None:
    assert KNOWN.get(EntityKind.STATE, "fi").label == "Finland"


def test_a_historical_state_is_linked_to_its_successors_and_not_merged() -> None:
    union = KNOWN.get(EntityKind.STATE, "scg")
    assert [state.id for state in union.links["continued_by"]] == ["RS"]
    assert [state.id for state in union.links["successor"]] == ["RS", "ME"]
    assert all(name.text != "Serbia and Montenegro" for name in KNOWN.get(EntityKind.STATE, "rs").names)


def test_a_field_operation_in_a_place_of_disputed_status_is_hosted_by_the_place() -> None:
    host = KNOWN.get(EntityKind.FIELD_OPERATION, "mission-kosovo").linked("host_state")
    assert host is not None
    assert host.kind is EntityKind.PLACE


def test_collisions_of_one_entity_mean_that_the_alias_is_also_a_word() -> None:
    assert [entity.id for entity in KNOWN.collisions["Roma"]] == ["rome"]
    assert {entity.id for entity in KNOWN.collisions["EUMM"]} == {"ecmm", "eumm"}


def test_names_for_a_gazetteer_carry_kind_time_and_language() -> None:
    names = {(name.text, entity.id): name for name, entity in KNOWN.names()}
    assert names["Belgian", "BE"].kind is NameKind.DEMONYM
    assert names["KVM", "kvm"].kind is NameKind.ACRONYM
    assert names["Wahlen", "elections"].language == "de"
    assert str(names["OSCE Centre in Almaty", "centre-astana"].valid) == "1998-07-23/2007-06-21"
    assert names["OSCE Centre", "centre-tashkent"].kind is NameKind.ALIAS


def test_no_name_is_empty_and_every_entity_has_its_label() -> None:
    for known in KNOWN.entities():
        assert known.names[0].text
        assert any(name.kind is NameKind.LABEL and name.text == known.label for name in known.names), (
            known.label
        )
        assert all(name.text.strip() == name.text != "" for name in known.names)


def test_documents_are_no_events() -> None:
    assert any(known.entity.id == "doc-helsinki-final-act" for known in KNOWN.documents)
    assert all(not (known.entity.id or "").startswith("doc-") for known in KNOWN.events)


@pytest.mark.parametrize(
    ("label", "entity"),
    [
        ("Czech Republic", "CZ"),
        ("Gender equality conferences", "series-gender"),
        ("Gender Equality Review Conferences", "series-gender"),
        ("Project Co-ordinator in Uzbekistan", "pc-uzbekistan"),
        ("Media conferences", "series-media"),
    ],
)
def test_labels_of_several_captures_are_found_in_the_navigation(label: str, entity: str) -> None:
    (node,) = KNOWN.in_navigation(label)
    assert node.entity is not None
    assert node.entity.id == entity


def test_headings_of_the_navigation_mean_nothing_but_have_members() -> None:
    (closed,) = KNOWN.in_navigation("Closed field activities")
    assert closed.entity is None
    assert any(node.entity is not None and node.entity.id == "kvm" for node in closed.narrower)


def test_one_label_can_gather_several_series() -> None:
    (meetings,) = KNOWN.in_navigation("Human rights meetings")
    assert meetings.entity is None
    assert len(meetings.entities) == 4


def test_all_participating_states_and_fields_stand_in_the_navigation() -> None:
    meant = {entity for top in KNOWN.navigation for node in top.walk() for entity in node.entities}
    states = {k.entity for k in KNOWN.entities(EntityKind.STATE) if k.table == "participating_states"}
    assert states <= meant
    assert {field.entity for field in KNOWN.fields} <= meant
    assert len(states) == 57
