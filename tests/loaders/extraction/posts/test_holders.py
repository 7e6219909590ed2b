from __future__ import annotations

from datetime import date

import pytest
from osce_kg.ontology.facts import EntityKind

from ..people_reading import parties, people, posts

DAY = date(2006, 11, 24)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The Chairman-in-Office thanked the town.", "Karel De Gucht: chairman-in-office @ osce"),
        ("The CiO thanked the town.", "Karel De Gucht: chairperson-in-office @ osce"),
        ("The OSCE Secretary General came.", "Marc Perrin de Brichambaut: secretary general @ osce"),
        (
            "The High Commissioner on National Minorities came.",
            "Rolf Ekéus: high commissioner on national minorities @ osce",
        ),
        (
            "The OSCE Representative on Freedom of the Media came.",
            "Miklós Haraszti: representative on freedom of the media @ osce",
        ),
        ("The Head of the OSCE Mission to Serbia came.", "Hans Ola Urstad: head of mission @ mission-serbia"),
    ],
)
def test_a_post_alone_is_its_holder_of_the_day(text: str, post: str) -> None:
    assert posts(text) == {post}


def test_without_a_day_nobody_is_known_by_the_post() -> None:
    assert people("The Chairman-in-Office thanked the town.", on=None) == []


def test_the_person_whom_the_text_names_wins_over_reference() -> None:
    text = "Nils Tamm, Secretary General of the OSCE, came. The Secretary General spoke."
    assert people(text) == ["Nils Tamm"]


@pytest.mark.parametrize(
    "text",
    [
        "The Office of the High Commissioner paid for it.",
        "The UN Secretary-General wrote a letter.",
        "The Secretary General of NATO wrote a letter.",
        "The UN High Commissioner for Refugees wrote a letter.",
        "The Commonwealth Secretary General wrote a letter.",
        "The Deputy Special Representative of the Secretary-General wrote a letter.",
        "The Chairmanship wrote a letter.",
        "A former Chairman-in-Office wrote a letter.",
        "The OSCE Project Co-ordinator in Ukraine organized a course.",
    ],
)
def test_other_bodies_and_former_holders_are_not_the_holder_of_the_day(text: str) -> None:
    assert people(text) == []


def test_a_surname_after_a_title_is_the_holder_of_the_day() -> None:
    assert people("Chairman De Gucht thanked the town.") == ["Karel De Gucht"]


def test_the_holders_party_is_the_post_itself() -> None:
    (party,) = [p for p in parties("The Chairman-in-Office came.") if p.entity.kind is EntityKind.PERSON]
    assert party.name_span is None
    assert party.introduces
    assert party.confidence < 1


def test_an_adviser_to_an_office_holder_leaves_the_holder_known_too() -> None:
    text = "Nils Tamm, Legal Adviser to the High Commissioner on National Minorities, came."
    assert people(text, on=DAY) == ["Nils Tamm", "Rolf Ekéus"]


@pytest.mark.parametrize(
    ("language", "text", "post"),
    [
        ("de", "Der OSZE-Generalsekretär kam.", "secretary general @ osce"),
        ("de", "Der Amtierende Vorsitzende der OSZE kam.", "chairperson-in-office @ osce"),
        ("fr", "Le Secrétaire général de l'OSCE est venu.", "secretary general @ osce"),
        (
            "fr",
            "La Représentante de l'OSCE pour la liberté des médias écrit.",
            "representative on freedom of the media @ osce",
        ),
        (
            "it",
            "L'Alto Commissario dell'OSCE per le minoranze nazionali scrive.",
            "high commissioner on national minorities @ osce",
        ),
        ("es", "El Presidente en ejercicio de la OSCE escribe.", "chairperson-in-office @ osce"),
        ("ru", "Генеральный секретарь ОБСЕ приехал.", "secretary general @ osce"),
        (
            "ru",
            "Верховный комиссар ОБСЕ по делам национальных меньшинств пишет.",
            "high commissioner on national minorities @ osce",
        ),
    ],
)
def test_office_holders_are_known_in_other_languages(language: str, text: str, post: str) -> None:
    found = posts(text, language=language, on=date(2015, 5, 19))
    assert {line.partition(": ")[2] for line in found} == {post}


def test_other_people_are_not_looked_for_in_other_languages() -> None:
    assert people("Die Bürgermeisterin Erika Muster sprach mit Hans Beispiel.", language="de") == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CiO De Gucht and ODIHR Director Strohal welcome agreement", "Karel De Gucht"),
        ("CiO De Gucht and ODIHR Director Strohal welcome agreement", "Christian Strohal"),
        ("Media freedom representative Haraszti calls for release of editor", "Miklós Haraszti"),
        ("OSCE Chairman De Gucht opens a school", "Karel De Gucht"),
        ("De Gucht opens a school", "Karel De Gucht"),
    ],
)
def test_a_surname_in_a_title_is_the_holder_of_the_day(title: str, name: str) -> None:
    assert name in people("It was a short visit.", title=title)


def test_two_offices_that_and_joins_are_one_persons() -> None:
    text = "The OSCE Chairperson-in-Office and Belgian Foreign Minister, Karel De Gucht, came."
    assert posts(text) == {
        "Karel De Gucht: chairperson-in-office @ osce",
        "Karel De Gucht: minister of foreign affairs @ BE",
    }


def test_a_post_in_the_title_is_the_one_whom_the_body_names_in_it() -> None:
    text = "Ambassador Nils Tamm, the Head of the OSCE Mission to Serbia, came."
    assert people(text, title="Head of the OSCE Mission to Serbia comes") == ["Nils Tamm"]


def test_of_two_who_are_named_in_a_post_neither_hides_the_holder() -> None:
    text = "Nils Tamm, Mayor of Osh, met Petar Lukić, Mayor of Osh until lately."
    assert "Nils Tamm: mayor @ osh" in posts(text, title="Mayor of Osh meets guests")


def test_the_foreign_minister_of_the_state_in_the_chair_is_the_chair() -> None:
    text = (
        "The Chairman-in-Office, Karel De Gucht, came. The wells are deep, the Belgian Foreign Minister said."
    )
    assert posts(text) >= {
        "Karel De Gucht: chairman-in-office @ osce",
        "Karel De Gucht: minister of foreign affairs @ BE",
    }


def test_another_foreign_minister_is_not_the_chair() -> None:
    text = (
        "The Chairman-in-Office, Karel De Gucht, came. The wells are deep, the Dutch Foreign Minister said."
    )
    assert posts(text) == {"Karel De Gucht: chairman-in-office @ osce"}
