"""Publishers in the labels and headings of pages in other languages."""

from __future__ import annotations

import pytest
from osce_kg.loaders.layout.known import known_of
from osce_kg.ontology.reference import reference


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Österreichischer OSZE-Vorsitz 2017", "chairpersonship"),
        ("Présidence suisse de l'OSCE", "chairpersonship"),
        ("Presidenza italiana dell'OSCE", "chairpersonship"),
        ("Mission de l'OSCE au Monténégro", "mission-montenegro"),
        ("Missione OSCE in Kosovo", "mission-kosovo"),
        ("Миссия ОБСЕ в Хорватии (закрыта)", "mission-croatia"),
        ("Центр ОБСЕ в Ашхабаде", "centre-ashgabat"),
        ("Misija OEBS-a u Crnoj Gori", "mission-montenegro"),
        ("Мисијата на ОБСЕ во Скопје", "mission-skopje"),
        ("БДИПЧ", "odihr"),
    ],
)
def test_a_label_is_the_publisher(label: str, expected: str) -> None:
    found = known_of(reference()).publisher(label)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize(
    "label", ["Ministère des affaires étrangères", "Миссия ООН в Грузии", "Vorsitz des Rates"]
)
def test_a_label_of_others_is_no_publisher(label: str) -> None:
    assert known_of(reference()).publisher(label) is None


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Press releases of the OSCE Mission to Serbia", "mission-serbia"),
        ("Communiqués de presse de l'Assemblée parlementaire de l'OSCE", "pa"),
        ("Pressemitteilung der OSZE-Mission in Moldau", "mission-moldova"),
        ("Comunicato stampa della Presidenza dell'OSCE", "chairpersonship"),
        ("Comunicado de prensa de la Misión de la OSCE en Serbia", "mission-serbia"),
        ("Пресс-релиз Центра ОБСЕ в Бишкеке", "centre-bishkek"),
    ],
)
def test_a_heading_names_its_publisher(heading: str, expected: str) -> None:
    known = known_of(reference())
    begin = known.publisher_heading(heading)
    assert begin is not None
    found = known.publisher(heading[begin:])
    assert found is not None
    assert found.id == expected
