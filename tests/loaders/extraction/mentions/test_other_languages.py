"""Names in releases of other languages: what is a place there, and what is a word, a person or a people."""

from __future__ import annotations

from datetime import date

import pytest

from ..mention_reading import named


def ids(text: str, language: str) -> set[str]:
    return {one.partition(":")[2] for one in named(text, date(2015, 5, 5), language)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Jordan und Georgia kamen aus Jordanien.", {"JO"}),
        ("de", "Kant las in Graz vor.", {"graz"}),
        ("de", "Frau Sofia Muster kam aus Sofia.", {"sofia"}),
        ("de", "Die Roma in Rom hörten zu.", {"rome"}),
        ("fr", "Sofia Exemple vit à Skopje et Paris Modèle à Mostar.", {"skopje", "mostar"}),
        ("it", "Vienna Esempio parla con Mario Milano a Vienna.", {"vienna"}),
        ("it", "Le comunità Roma e Sinti di Roma.", {"rome"}),
        ("es", "El Bar abrió en Durrës.", {"durres"}),
        ("es", "La señora Mary cantó en Tetovo, Struga y Ohrid.", {"tetovo", "struga", "ohrid"}),
        ("ru", "София Примерова приехала в Софию.", {"sofia"}),
    ],
)
def test_a_place_stands_where_a_place_can(language: str, text: str, expected: set[str]) -> None:
    assert ids(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der serbische Vorsitz dankte.", {"RS", "chairpersonship"}),
        ("fr", "La présidence serbe a remercié.", {"RS", "chairpersonship"}),
        ("ru", "Сербское председательство поблагодарило.", {"RS", "chairpersonship"}),
        ("de", "Der polnische Vorsitz des Rates dankte.", {"PL"}),
        ("it", "La presidenza francese dell'Unione europea ringrazia.", {"FR", "eu"}),
    ],
)
def test_the_presidency_of_the_state_that_chairs_is_the_chair(
    language: str, text: str, expected: set[str]
) -> None:
    assert ids(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sr", "Misija OEBS-a u Srbiji radi u Novom Sadu i Nišu.", {"mission-serbia", "novi-sad", "nis"}),
        ("sr", "Мисија ОЕБС-а у Србији ради у Београду са Хрватском.", {"mission-serbia", "belgrade", "HR"}),
        ("bs", "Ambasador Norveške bio je u Banja Luci.", {"NO"}),
        (
            "sq",
            "Prezenca e OSBE-së në Shqipëri punon në Vlorë me Italinë.",
            {"presence-albania", "vlora", "IT"},
        ),
        (
            "mk",
            "Мисијата на ОБСЕ во Скопје работи во Тетово со Норвешка.",
            {"mission-skopje", "tetovo", "NO"},
        ),
        ("ro", "Misiunea OSCE în Moldova lucrează la Bălți cu Ucraina.", {"mission-moldova", "balti", "UA"}),
    ],
)
def test_further_languages_keep_what_is_certain(language: str, text: str, expected: set[str]) -> None:
    assert ids(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Schlussakte von Helsinki und das Wiener Dokument gelten."),
        ("fr", "L'Acte final d'Helsinki et les accords de Minsk restent valables."),
        ("it", "L'Atto finale di Helsinki resta valido."),
        ("es", "El Acta Final de Helsinki sigue vigente."),
        ("ru", "Хельсинкский заключительный акт и Минские соглашения действуют."),
    ],
)
def test_a_document_named_after_a_town_names_no_town(language: str, text: str) -> None:
    assert ids(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Sonderbeobachtungsmission in der Ukraine berichtet.", {"smm"}),
        ("de", "Die Sonderbeobachtungsmission berichtet aus der Ukraine.", {"smm", "UA"}),
        ("ru", "Делегация ПА ОБСЕ и СММ ОБСЕ встретились.", {"pa", "smm"}),
        ("it", "Un incontro si è tenuto.", set()),
        ("es", "La ONU y EE.UU. firmaron.", {"un", "US"}),
    ],
)
def test_names_are_whole(language: str, text: str, expected: set[str]) -> None:
    assert ids(text, language) == expected
