"""Headers, datelines and dates of releases in the six languages, as pages of several decades write them."""

from __future__ import annotations

from datetime import date

import pytest
from osce_kg.loaders.dateline import find_dateline
from osce_kg.loaders.pipeline import Declared, read_source
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
        ("de", "WIEN, 5./6. Juni 2014 – ", "2014-06-06", ["vienna"]),
        ("de", "Wien, 3. Feber 2016 – ", "2016-02-03", ["vienna"]),
        ("de", "PRISTINA, den 14. Sept. 2005 – ", "2005-09-14", ["pristina"]),
        ("fr", "VIENNE - Le 3 août 2010 - ", "2010-08-03", ["vienna"]),
        ("fr", "PARIS, le 14 juill. 2015 – ", "2015-07-14", ["paris"]),
        ("es", "La Haya, 3 de febrero de 2010 — ", "2010-02-03", ["the-hague"]),
        ("es", "MADRID, 1.º de septiembre de 2015 – ", "2015-09-01", ["madrid"]),
        ("ru", "г. ОШ, 5 октября 2016 г. – ", "2016-10-05", ["osh"]),
        ("ru", "МИНСК/ВЕНА, 21 янв. 2015 г. — ", "2015-01-21", ["minsk", "vienna"]),
        ("uk", "м. Київ, 14 лип. 2016 р. – ", "2016-07-14", ["kyiv"]),
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


OTHERS = {
    "pl": "OBWE otworzyła dziś spotkanie o rzekach, na które przyszło wielu mieszkańców doliny i gości.",
    "cs": "OBSE dnes zahájila setkání o řekách, na které přišlo mnoho obyvatel údolí i hostů z okolí.",
    "hu": "Az EBESZ ma megnyitotta a folyókról szóló találkozót, amelyre a völgyből is sokan eljöttek.",
    "fi": "Etyj avasi tänään jokia käsittelevän kokouksen, johon tuli paljon laakson asukkaita ja vieraita.",
    "kk": "ЕҚЫҰ бүгін өзендер туралы кездесуді ашты, оған аңғардың көптеген тұрғындары мен қонақтар келді.",
    "el": "Ο ΟΑΣΕ εγκαινίασε σήμερα μια συνάντηση για τα ποτάμια, στην οποία ήρθαν πολλοί κάτοικοι.",
    "ro": "OSCE a deschis astăzi o întâlnire despre râuri, la care au venit mulți locuitori ai văii.",
}


@pytest.mark.parametrize(
    ("language", "dateline", "day", "place"),
    [
        ("pl", "WARSZAWA, 20 września 2022 r. – ", "2022-09-20", "warsaw"),
        ("cs", "PRAHA, 20. září 2022 – ", "2022-09-20", "prague"),
        ("hu", "BUDAPEST, 2010. május 3. – ", "2010-05-03", "budapest"),
        ("fi", "HELSINKI, 3. toukokuuta 2010 – ", "2010-05-03", "helsinki"),
        ("kk", "АСТАНА, 2010 жылғы 3 мамыр – ", "2010-05-03", "astana"),
        ("el", "ΑΘΗΝΑ, 3 Μαΐου 2010 – ", "2010-05-03", "athens"),
        ("ro", "VIENA, 3 ian. 2010 – ", "2010-01-03", "vienna"),
    ],
)
def test_a_language_of_few_tables_gives_day_and_place(
    language: str, dateline: str, day: str, place: str
) -> None:
    page = f"OSCE\n\n{dateline}{OTHERS[language]}\n"
    (found,) = read_source(page.encode(), location="page.txt").releases
    assert (found.language, str(found.issued)) == (language, day)
    assert [value.entity.id for value in found.places] == [place]


def test_a_sentence_that_begins_with_an_article_is_no_dateline() -> None:
    assert find_dateline("La reunión, 3 de febrero de 2010 — la primera", lambda name: False) is None


def test_what_a_mixed_page_calls_issued_may_be_the_day_or_the_publisher() -> None:
    page = (
        "News item\nО реках\nIssued on:\n8 мая 2018\nОпубликовано:\nOSCE Centre in Ashgabat\n"
        f"Fields of work:\nПограничный режим\n\n{BODIES['ru']}\n"
    )
    (found,) = read_source(page.encode(), location="page.txt").releases
    assert (found.language, found.issued) == ("ru", date(2018, 5, 8))
    assert [value.entity.id for value in found.publishers] == ["centre-ashgabat"]
    assert [value.entity.id for value in found.fields] == ["border-management"]


def test_a_declared_language_that_the_letters_do_not_fit_does_not_count() -> None:
    page = f"О реках\n\n{DATELINES['ru']}{BODIES['ru']}\n"
    (found,) = read_source(page.encode(), location="page.txt", declared=Declared(language="en")).releases
    assert found.language == "ru"


def test_where_the_other_version_stands_is_no_title() -> None:
    note = "(English version below)"
    page = f"Die OSZE und die Flüsse\n\n{note}\n\n{DATELINES['de']}{BODIES['de']}\n"
    (found,) = read_source(page.encode(), location="page.txt").releases
    assert found.title == "Die OSZE und die Flüsse"
