"""Headers, datelines and dates of releases in the six languages, as pages of several decades write them."""

from __future__ import annotations

from datetime import date

import pytest
from osce_kg.loaders.dateline import find_dateline
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import Release

BODIES = {
    "de": "Die OSZE hat heute eine Tagung über Flüsse eröffnet, zu der viele Gäste gekommen sind.",
    "fr": "L'OSCE a ouvert aujourd'hui une rencontre sur les rivières, à laquelle beaucoup sont venus.",
    "it": "L'OSCE ha aperto oggi un incontro sui fiumi, al quale sono venuti in molti dalla valle.",
    "es": "La OSCE abrió hoy un encuentro sobre los ríos, al que vinieron muchos vecinos del valle.",
    "ru": "ОБСЕ открыла сегодня встречу о реках, на которую приехали многие жители долины и гости.",
    "uk": "ОБСЄ відкрила сьогодні зустріч про річки, на яку приїхало багато мешканців долини та гостей.",
    "hy": "ԵԱՀԿ-ն այսօր բացեց գետերի մասին հանդիպում, որին եկել էին հովտի շատ բնակիչներ և հյուրեր։",
    "ka": "ეუთომ დღეს გახსნა შეხვედრა მდინარეების შესახებ, რომელსაც ხეობის ბევრი მცხოვრები დაესწრო.",
    "tg": "САҲА имрӯз вохӯриро дар бораи дарёҳо ифтитоҳ кард, ки ба он сокинони зиёди водӣ ҷамъ омаданд.",
    "sr": "OEBS je danas otvorio sastanak o rekama, na koji su došli mnogi stanovnici doline i gosti.",
}


DATELINES = {
    "de": "WIEN, 6. Oktober 2020 – ",
    "fr": "VIENNE, 6 octobre 2020 – ",
    "it": "VIENNA, 6 ottobre 2020 – ",
    "es": "VIENA, 6 de octubre de 2020 – ",
    "ru": "ВЕНА, 6 октября 2020 г. – ",
}


def release(language: str, dateline: str, head: str = "") -> Release:
    page = f"OSCE: {language}\n{head}\n{dateline}{BODIES[language]}\n"
    found = read_source(page.encode(), location="page.txt").releases
    assert found, page
    return found[0]


@pytest.mark.parametrize(
    ("language", "dateline", "day", "places"),
    [
        ("de", "WIEN, 5. Oktober 2020 – ", "2020-10-05", ["vienna"]),
        ("de", "WIEN, am 5. Oktober 2020 – ", "2020-10-05", ["vienna"]),
        ("de", "Wien, den 5. Jänner 2017 - ", "2017-01-05", ["vienna"]),
        ("de", "WIEN/WARSCHAU, 5. März 2014 – ", "2014-03-05", ["vienna", "warsaw"]),
        ("de", "BERLIN, Montag, 5. Oktober 2020 – ", "2020-10-05", ["berlin"]),
        ("fr", "VIENNE, le 5 octobre 2020 – ", "2020-10-05", ["vienna"]),
        ("fr", "VIENNE, le 1er août 2014 – ", "2014-08-01", ["vienna"]),
        ("fr", "GENÈVE, 5 déc. 2014 – ", "2014-12-05", ["geneva"]),
        ("fr", "Berne, 16.01.2014 - ", "2014-01-16", ["bern"]),
        ("fr", "VARSOVIE, lundi 5 octobre 2020 — ", "2020-10-05", ["warsaw"]),
        ("fr", "LA HAYE, 5 mars 2001 -- ", "2001-03-05", ["the-hague"]),
        ("it", "VIENNA, 5 ottobre 2020 – ", "2020-10-05", ["vienna"]),
        ("it", "ROMA, 1° gennaio 2018 – ", "2018-01-01", ["rome"]),
        ("it", "L'AIA, 5 ott. 2020 – ", "2020-10-05", ["the-hague"]),
        ("es", "VIENA, 5 de octubre de 2020 – ", "2020-10-05", ["vienna"]),
        ("es", "MADRID, 5 octubre 2007.- ", "2007-10-05", ["madrid"]),
        ("es", "MADRID, 29 Nov. 2007 (OSCE) - ", "2007-11-29", ["madrid"]),
        ("es", "VIENA, a 5 de octubre del 2020 – ", "2020-10-05", ["vienna"]),
        ("ru", "ВЕНА, 5 октября 2020 г. – ", "2020-10-05", ["vienna"]),
        ("ru", "БИШКЕК, 5 октября 2020 года — ", "2020-10-05", ["bishkek"]),
        ("ru", "АСТАНА/ВЕНА, 5 октября 2010 – ", "2010-10-05", ["astana", "vienna"]),
        ("ru", "Душанбе, 5 окт. 2010 г. - ", "2010-10-05", ["dushanbe"]),
        ("uk", "КИЇВ, 5 жовтня 2020 р. – ", "2020-10-05", ["kyiv"]),
        ("sr", "BEOGRAD, 5. oktobra 2020. – ", "2020-10-05", ["belgrade"]),
        ("sr", "БЕОГРАД, 5. октобар 2020. – ", "2020-10-05", ["belgrade"]),
        ("hy", "ԵՐԵՎԱՆ, 5 հոկտեմբերի, 2020 – ", "2020-10-05", ["yerevan"]),
        ("ka", "თბილისი, 5 ოქტომბერი, 2020 – ", "2020-10-05", ["tbilisi"]),
        ("tg", "ДУШАНБЕ, 5 октябри 2020 – ", "2020-10-05", ["dushanbe"]),
    ],
)
def test_datelines(language: str, dateline: str, day: str, places: list[str]) -> None:
    found = release(language, dateline)
    assert found.dateline == date.fromisoformat(day)
    assert found.language in (language, "bs", "hr")
    assert [place.entity.id for place in found.places] == places


@pytest.mark.parametrize(
    ("language", "head", "day", "source", "field"),
    [
        (
            "de",
            "Datum: 5. Oktober 2020\nQuelle: Österreichischer OSZE-Vorsitz\nThemen: Wahlen",
            "2020-10-05",
            "chairpersonship",
            "elections",
        ),
        (
            "fr",
            "Date: 5 octobre 2020\nSource: Mission de l'OSCE en Moldavie\nDomaines d'activité: Élections",
            "2020-10-05",
            "mission-moldova",
            "elections",
        ),
        (
            "it",
            "Data: 05/10/2020\nFonte: Missione OSCE in Kosovo\nSettori di attività: Elezioni",
            "2020-10-05",
            "mission-kosovo",
            "elections",
        ),
        (
            "es",
            "Fecha: 5 octubre 2020\nFuente: Misión de la OSCE en Serbia\nÁmbitos de trabajo: Elecciones",
            "2020-10-05",
            "mission-serbia",
            "elections",
        ),
        (
            "ru",
            "Дата: 05.10.2020\nИсточник: Миссия ОБСЕ в Черногории\nСферы деятельности: Выборы",
            "2020-10-05",
            "mission-montenegro",
            "elections",
        ),
    ],
)
def test_header_labels(language: str, head: str, day: str, source: str, field: str) -> None:
    found = release(language, DATELINES[language], head)
    assert found.issued == date.fromisoformat(day)
    assert [one.entity.id for one in found.publishers] == [source]
    assert [one.entity.id for one in found.fields] == [field]


@pytest.mark.parametrize(
    "opening",
    [
        "Am 5. Oktober 2020 – einem Montag – kamen alle. ",
        "Montag, 5. Oktober 2020 – ",
        "Le 5 octobre 2020 – un lundi – tous sont venus. ",
        "Lundi 5 octobre 2020 – ",
        "С 5 октября 2020 года – это понедельник – приехали все. ",
        "Понедельник, 5 октября 2020 года – ",
    ],
)
def test_a_sentence_about_a_day_names_no_place(opening: str) -> None:
    found = find_dateline(opening + "Viele Gäste kamen.")
    assert found is None or found.places == ()
