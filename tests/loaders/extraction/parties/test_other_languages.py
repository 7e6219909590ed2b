"""Office holders in releases of other languages: by post and day, and not against the name beside it."""

from __future__ import annotations

from datetime import date

import pytest
from osce_kg.ontology.facts import EntityKind

from ..people_reading import parties, posts

ALFANO = date(2018, 3, 5)
GREMINGER = date(2019, 9, 3)


def found(text: str, language: str, on: date = GREMINGER) -> set[str]:
    return posts(text, language=language, on=on)


def people(text: str, language: str, on: date = GREMINGER) -> set[str]:
    seen = parties(text, language=language, on=on)
    return {one.entity.name for one in seen if one.entity.kind is EntityKind.PERSON}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Gestern traf OSZE-Generalsekretär Thomas Greminger ein."),
        ("de", "Der Generalsekretär, Botschafter Thomas Greminger, traf ein."),
        ("fr", "Le Secrétaire général, M. Thomas Greminger, est arrivé."),
        ("it", "Thomas Greminger, Segretario Generale, è arrivato."),
        ("es", "El Secretario General, Thomas Greminger, llegó."),
        ("ru", "Приехал генеральный секретарь Томас Гремингер."),
        ("ru", "Встреча с генеральным секретарём Томасом Гремингером прошла."),
    ],
)
def test_a_post_is_held_by_the_name_beside_it(language: str, text: str) -> None:
    assert found(text, language) == {"Thomas Greminger: secretary general @ osce"}
    (party,) = [p for p in parties(text, language=language, on=GREMINGER) if p.posts]
    assert party.name_span is not None
    assert party.name_span.of(text).split()[0] in ("Thomas", "Томас", "Томасом")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "OSZE-Generalsekretärin Anna Beispiel traf ein."),
        ("fr", "Le Secrétaire général de l'OSCE, Jean Exemple, est arrivé."),
        ("it", "Il Segretario generale dell'OSCE, Mario Esempio, è arrivato."),
        ("es", "El Secretario General de la OSCE, Juan Ejemplo, llegó."),
        ("ru", "Генеральный секретарь ОБСЕ Пётр Примеров приехал."),
    ],
)
def test_another_name_beside_a_post_is_not_the_holder(language: str, text: str) -> None:
    assert people(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Generalsekretär der Vereinten Nationen dankte."),
        ("de", "Der Generalsekretär des Ministeriums dankte."),
        ("de", "Die stellvertretende OSZE-Generalsekretärin dankte."),
        ("de", "Der Sonderbeauftragte des Amtierenden Vorsitzenden dankte."),
        ("fr", "Le Secrétaire général de l'ONU a remercié."),
        ("fr", "La Représentante spéciale du Président en exercice a remercié."),
        ("fr", "Le Secrétaire général adjoint de l'OSCE a remercié."),
        ("it", "Il Presidente in esercizio dell'Unione europea ha ringraziato."),
        ("es", "El anterior Secretario General de la OSCE saludó."),
        ("ru", "Заместитель Генерального секретаря ОБСЕ поблагодарил."),
        ("ru", "Генеральный секретарь Организации исламского сотрудничества поблагодарил."),
        ("ru", "Директор Управления Верховного комиссара по делам национальных меньшинств писал."),
        ("de", "Der Generalsekretär des Roten Kreuzes dankte."),
        ("ru", "Бывший Генеральный секретарь ОБСЕ поблагодарил."),
    ],
)
def test_posts_of_others_deputies_and_the_past_name_no_holder(language: str, text: str) -> None:
    assert people(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der frühere OSZE-Generalsekretär Lamberto Zannier sprach."),
        ("fr", "L'ancien Secrétaire général de l'OSCE, Lamberto Zannier, a parlé."),
    ],
)
def test_a_former_holder_who_is_named_had_the_post(language: str, text: str) -> None:
    assert "Lamberto Zannier: former secretary general @ osce" in found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Amtierende Vorsitzende, Italiens Außenminister Angelino Alfano, sprach."),
        (
            "fr",
            "Le Président en exercice, le Ministre italien des affaires étrangères, Angelino Alfano, a dit.",
        ),
        ("it", "Il ministro degli Esteri Angelino Alfano, Presidente in esercizio dell'OSCE, ha parlato."),
        ("es", "El Presidente en ejercicio, el Ministro italiano de Asuntos Exteriores, habló."),
        ("ru", "Действующий председатель ОБСЕ, министр иностранных дел Италии Анджелино Альфано, выступил."),
    ],
)
def test_the_minister_beside_the_chair_is_the_chair(language: str, text: str) -> None:
    assert found(text, language, ALFANO) == {
        "Angelino Alfano: chairperson-in-office @ osce",
        "Angelino Alfano: minister of foreign affairs @ IT",
    }


RAMA = date(2020, 5, 5)
HEAD = "head of mission @ mission-serbia"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Amtierende Vorsitzende der OSZE, der albanische Premierminister Edi Rama, sprach."),
        ("fr", "Le Président en exercice de l'OSCE, le Premier ministre albanais, M. Edi Rama, a parlé."),
        ("it", "Il Presidente in esercizio dell'OSCE, il Primo Ministro albanese Edi Rama, ha parlato."),
        ("es", "El Presidente en ejercicio de la OSCE, el Primer Ministro albanés Edi Rama, habló."),
        ("ru", "Действующий председатель ОБСЕ, премьер-министр Албании Эди Рама, выступил."),
    ],
)
def test_a_post_at_home_may_stand_between_the_office_and_the_name(language: str, text: str) -> None:
    assert found(text, language, RAMA) == {
        "Edi Rama: chairperson-in-office @ osce",
        "Edi Rama: prime minister @ AL",
    }


@pytest.mark.parametrize(
    ("language", "text", "post"),
    [
        ("de", "ODIHR-Direktorin Ingibjörg Sólrún Gísladóttir sprach.", "director @ odihr"),
        ("fr", "La Directrice du BIDDH, Ingibjörg Sólrún Gísladóttir, a parlé.", "director @ odihr"),
        ("ru", "Директор БДИПЧ Ингибьёрг Сольрун Гисладоттир выступила.", "director @ odihr"),
        ("sr", "Direktorka ODIHR-a Ingibjorg Solrun Gisladotir govorila je.", "director @ odihr"),
        ("it", "Il Capo della Missione OSCE in Serbia, Andrea Orizio, c’era.", HEAD),
        ("es", "El Jefe de la Misión de la OSCE en Serbia, Andrea Orizio, habló.", HEAD),
        ("ru", "Глава Миссии ОБСЕ в Сербии Андреа Орицио был там.", HEAD),
        ("sr", "Šef Misije OEBS-a u Srbiji Andrea Oricio govorio je.", HEAD),
    ],
)
def test_heads_of_institutions_and_missions(language: str, text: str, post: str) -> None:
    assert {one.partition(": ")[2] for one in found(text, language)} == {post}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Amtierende Vorsitzende und der polnische Außenminister sprachen."),
        ("fr", "Le Président en exercice a rencontré le Ministre polonais des affaires étrangères."),
        ("ru", "Действующий председатель ОБСЕ принял министра иностранных дел Польши."),
    ],
)
def test_the_minister_of_another_state_is_somebody_else(language: str, text: str) -> None:
    assert found(text, language, ALFANO) == {"Angelino Alfano: chairperson-in-office @ osce"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Predsedavajući OEBS-a, ministar spoljnih poslova Italije Anđelino Alfano, govorio je."),
        ("hr", "Predsjedavajući OESS-a Angelino Alfano je govorio."),
        ("mk", "Претседавачот на ОБСЕ, Анџелино Алфано, зборуваше."),
        ("uk", "Голова ОБСЄ, міністр закордонних справ Італії Анджеліно Альфано, виступив."),
        ("ro", "Președintele în exercițiu al OSCE, Angelino Alfano, a vorbit."),
    ],
)
def test_the_chair_is_known_in_further_languages(language: str, text: str) -> None:
    assert "Angelino Alfano: chairperson-in-office @ osce" in found(text, language, ALFANO)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Il Segretario generale dell'Assemblea parlamentare dell'OSCE, Roberto Montella, ha parlato."),
        ("ru", "Генеральный секретарь ПА ОБСЕ Роберто Монтелла выступил."),
        ("de", "Der Generalsekretär der Parlamentarischen Versammlung der OSZE sprach."),
    ],
)
def test_the_assembly_has_a_secretary_general_of_its_own(language: str, text: str) -> None:
    assert found(text, language, ALFANO) == {"Roberto Montella: secretary general @ pa"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "Il presidente dell'OSCE, Angelino Alfano, ha parlato.", True),
        ("es", "El presidente de la OSCE, Angelino Alfano, habló.", True),
        ("es", "El presidente de la OSCE habló.", False),
        ("fr", "Le président de l'Assemblée parlementaire de l'OSCE, Angelino Alfano, a parlé.", False),
    ],
)
def test_the_president_of_the_osce_is_its_chair_when_named(language: str, text: str, expected: bool) -> None:
    chair = "Angelino Alfano: chairperson-in-office @ osce"
    assert (chair in found(text, language, ALFANO)) is expected


MINSK = date(2015, 1, 21)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La représentante spéciale de l'OSCE pour les pourparlers, Heidi Tagliavini, est arrivée."),
        ("de", "Heidi Tagliavini, die Sonderbeauftragte der OSZE, traf ein."),
        ("it", "La Rappresentante speciale dell'OSCE Heidi Tagliavini è arrivata."),
        ("es", "La Representante Especial de la OSCE, Heidi Tagliavini, llegó."),
        ("ru", "Приехала специальный представитель ОБСЕ Хайди Тальявини."),
    ],
)
def test_a_special_representative_is_known_by_name(language: str, text: str) -> None:
    assert found(text, language, MINSK) == {"Heidi Tagliavini: special representative @ chairpersonship"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Begleitet wird er vom Sonderbeauftragten Martin Sajdik."),
        ("fr", "La représentante spéciale de l'OSCE, Jeanne Exemple, est arrivée."),
        ("ru", "Приехал специальный представитель ОБСЕ Пётр Примеров."),
    ],
)
def test_a_representative_of_nobody_or_with_an_unknown_name_has_no_post(language: str, text: str) -> None:
    assert found(text, language, date(2016, 1, 21)) == set()


def test_a_full_name_in_another_script_is_that_of_who_is_in_office() -> None:
    assert people("Патрулями руководит Эртугрул Апакан.", "ru", MINSK) == {"Ertuğrul Apakan"}
    assert people("Патрулями руководит Эртугрул Акпинар.", "ru", MINSK) == set()
    assert people("Патрулями руководит Эртугрул Апакан.", "ru", date(1999, 1, 21)) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le chef observateur de la Mission spéciale d'observation en Ukraine, Ertuğrul Apakan, est là.",
        ),
        ("ru", "Главный наблюдатель СММ Эртугрул Апакан приехал."),
    ],
)
def test_a_head_noun_of_two_words_stands_with_its_unit(language: str, text: str) -> None:
    assert found(text, language, MINSK) == {"Ertuğrul Apakan: chief monitor @ smm"}


def test_a_minister_named_without_the_chairs_office_is_the_one_who_holds_it() -> None:
    assert found("Außenminister Sebastian Kurz traf ein.", "de", date(2017, 1, 12)) == {
        "Sebastian Kurz: minister of foreign affairs @ AT"
    }
    assert found("Außenminister Sebastian Kurz traf ein.", "de", date(2016, 1, 12)) == set()
