"""A language is a folder of tables: one more folder, and pages in that language are read."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from osce_kg.loaders.languages.folders import (
    TABLES,
    built_in,
    current,
    languages_in,
    reading,
)
from osce_kg.loaders.languages.names import entity_of
from osce_kg.loaders.pipeline import Declared, read_paths, read_source
from osce_kg.loaders.tables import TableError
from osce_kg.ontology.facts import EntityKind, Membership, Mention, SourceReading
from osce_kg.ontology.reference import reference

ROLES = {
    "label",
    "published",
    "type",
    "drop",
    "listing",
    "end",
    "source",
    "contact",
    "osce",
    "field",
    "heading",
    "closed",
    "reach",
    "details",
    "page",
    "page of",
    "rights",
    "stamp",
    "prefix",
    "reports",
    "about",
    "tail",
}
USES = {
    "dates": {
        "month",
        "short month",
        "weekday",
        "day",
        "opening",
        "before day",
        "before place",
        "of",
        "ordinal",
        "year",
        "year before",
    },
    "words": {
        "article",
        "of",
        "particle",
        "preposition",
        "language before",
        "language after",
        "and",
        "honorific",
        "aside",
        "former",
        "incoming",
        "chair",
        "nouns in capitals",
        "tables of",
        "letter",
    },
}
LANGUAGES = built_in()

# A language that nobody speaks: "vor" is of, "ka" is in, and names of two words take -um.
VOLKAN = {
    "page": "text role value|Lugo label place|Dago label date|Fonto label source|"
    "Gazetara type Press release|OSKO osce itself",
    "dates": "word use value|junko month 6|de of|zo before day",
    "names": "name entity kind|Vindobo place:vienna label|Litavo state:lt label|litava state:lt demonym|"
    "Bisko place:bishkek label|Konsilo Stabila body:permanent-council label",
    "operations": "noun singular|centro Centre",
    "posts": "said title whom holder|sekretor generala secretary general osce secretary-general",
    "words": "word use|vor of|vor particle|ka preposition",
    "endings": "name ending letters cut grow|several  4 0 2",
}
SPACED = ("Press release", "secretary general", "sekretor generala", "Konsilo Stabila", "before day")


def cells(row: str) -> str:
    for words in SPACED:
        row = row.replace(words, words.replace(" ", "_"))
    return "\t".join(row.split(" ")).replace("_", " ")


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    def made(tables: Mapping[str, str]) -> Path:
        (tmp_path / "vk").mkdir()
        for name, rows in tables.items():
            text = "\n".join(cells(row) for row in rows.split("|"))
            (tmp_path / "vk" / f"{name}.tsv").write_text(text + "\n", encoding="utf-8")
        return tmp_path

    return made


PAGE = """Gazetara
Deko librari vor Bisko
- Dago:
- 4 junko 2013
- Lugo:
- VINDOBO
- Fonto:
- Centro vor OSKO ka Bisko
VINDOBO, zo 4 junko 2013 – La sekretor generala vor OSKO raporti hodo Konsiloum Stabilaum kva
Litavo donasi deko librari. La litava ministro esti ka Bisko, kaj la centro vor OSKO ka Bisko danki lo.
"""


def read(page: str, languages: Path | None) -> SourceReading:
    declared = Declared(language="vk")
    return read_source(page.encode(), location="page.txt", declared=declared, languages=languages)


def named(found: SourceReading) -> set[str]:
    facts = (fact for release in found.releases for fact in release.facts)
    return {fact.entity.id or fact.entity.name for fact in facts if isinstance(fact, Mention)}


def test_a_folder_is_enough_to_read_a_new_language(folder: Callable[[Mapping[str, str]], Path]) -> None:
    (release,) = (found := read(PAGE, folder(VOLKAN))).releases
    assert str(release.issued) == "2013-06-04"
    assert [place.entity.id for place in release.places] == ["vienna"]
    assert [publisher.entity.id for publisher in release.publishers] == ["centre-bishkek"]
    assert release.language == "vk"
    expected = {"vienna", "bishkek", "LT", "permanent-council", "secretary-general", "centre-bishkek"}
    assert expected - {"secretary-general"} <= named(found)
    assert "Lamberto Zannier" in named(found)
    posts = [fact for fact in release.facts if isinstance(fact, Membership)]
    assert [(post.person.name, post.post) for post in posts] == [("Lamberto Zannier", "secretary general")]


def test_files_are_read_with_a_folder_too(folder: Callable[[Mapping[str, str]], Path]) -> None:
    languages = folder(VOLKAN)
    (languages / "page.jsonl").write_text(json.dumps({"text": PAGE, "language": "vk"}) + "\n")
    (found,) = read_paths([languages / "page.jsonl"], languages=languages)
    assert isinstance(found, SourceReading)
    assert "permanent-council" in named(found)


def test_without_the_folder_the_language_says_nothing(folder: Callable[[Mapping[str, str]], Path]) -> None:
    folder(VOLKAN)
    assert not named(read(PAGE, None)) & {"vienna", "LT", "permanent-council", "Lamberto Zannier"}


def test_a_folder_adds_to_a_language_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "names.tsv").write_text("name\tentity\tkind\nVindobonne\tplace:vienna\tlabel\n")
    page = """Communiqué de presse
Une visite au Secrétariat de l'OSCE

VINDOBONNE, le 3 juin 2013 – Une délégation de Lituanie a parlé hier avec le Secrétariat de l'OSCE de la fête.
"""
    found = read_source(page.encode(), location="page.txt", languages=tmp_path)
    assert [place.entity.id for place in found.releases[0].places] == ["vienna"]
    assert "LT" in named(found)


def test_languages_are_put_back_after_reading(tmp_path: Path) -> None:
    (tmp_path / "vk").mkdir()
    with reading(languages_in(tmp_path)):
        assert "vk" in current().codes
    assert current() is LANGUAGES
    assert "vk" not in LANGUAGES.codes


@pytest.mark.parametrize(
    "text", ["name\tentity\nVindobo\tplace:vienna\n", "name\tentity\tkind\na\tb\tc\td\n"]
)
def test_a_table_that_does_not_fit_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "vk").mkdir()
    (tmp_path / "vk" / "names.tsv").write_text(text)
    with pytest.raises(TableError, match=r"names\.tsv"):
        languages_in(tmp_path).rows("names", "vk")


def test_a_folder_without_languages_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Old tables").mkdir()
    with pytest.raises(TableError, match="code of a language"):
        languages_in(tmp_path)
    with pytest.raises(TableError, match="'verbs'"):
        LANGUAGES.rows("verbs")


@pytest.mark.parametrize("code", LANGUAGES.codes)
def test_every_row_has_a_use(code: str) -> None:
    assert any(LANGUAGES.rows(table, code) for table in TABLES)
    assert {row["role"] for row in LANGUAGES.rows("page", code)} <= ROLES
    for table, uses in USES.items():
        assert {row["use"] for row in LANGUAGES.rows(table, code)} <= uses
    fields = {row["value"] for row in LANGUAGES.rows("page", code) if row["role"] == "field"}
    assert all(reference().get(EntityKind.FIELD, field) for field in fields)
    for table in TABLES:
        near = LANGUAGES.words("words", "tables of", code)
        rows = [tuple(row.values()) for row in LANGUAGES.rows(table, code)]
        assert near or len(rows) == len(set(rows)), table


@pytest.mark.parametrize("code", LANGUAGES.codes)
def test_names_point_to_rows_of_reference(code: str) -> None:
    known = reference()
    for row in LANGUAGES.rows("names", code):
        entity = entity_of(row["entity"], known)
        assert entity is not None, row
        assert entity.id or row["entity"].startswith(("place:", "document:")), row


@pytest.mark.parametrize("code", ["en", "fr", "de", "ru", "it", "es"])
def test_the_six_languages_have_dates_labels_and_posts(code: str) -> None:
    months = [row["value"] for row in LANGUAGES.rows("dates", code) if row["use"] == "month"]
    assert set(months) == {str(number) for number in range(1, 13)}
    assert len(LANGUAGES.words("dates", "weekday", code)) >= 7
    labels = {row["value"] for row in LANGUAGES.rows("page", code) if row["role"] == "label"}
    assert labels >= {"date", "place", "source", "fields"}
    holders = {row["holder"] for row in LANGUAGES.rows("posts", code)}
    assert holders >= {"chairpersonship", "secretary-general", "hcnm", "rfom"}


@pytest.mark.parametrize("code", LANGUAGES.codes)
def test_the_date_of_a_list_has_a_label_of_dates(code: str) -> None:
    dates = {row["text"] for row in LANGUAGES.rows("page", code) if row["value"] == "date"}
    assert LANGUAGES.words("page", "published", code) <= dates
