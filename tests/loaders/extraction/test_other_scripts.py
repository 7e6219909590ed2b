"""Names in other scripts and with unusual marks in English releases: read where certain, no crash."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osce_kg.loaders.annotation import annotation_lines
from osce_kg.loaders.pipeline import read_source

PAGE = """Mission and town open a reading room

SARAJEVO, 5 May 2005 - {text} The OSCE Mission to Bosnia and Herzegovina was pleased.
"""


def lines(text: str) -> set[str]:
    found = read_source(PAGE.format(text=text).encode(), location="page.txt")
    assert [release.language for release in found.releases] == ["en"]
    return {line.rpartition("\t")[0] for release in found.releases for line in annotation_lines(release)}


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Mẫu",
        "Þórður Ægir Dæmisson",
        "Ľubomír Príklad",
        "Şükrü Örnek",
        "Øystein Eksempel-Ågren",
        "Ñuño Íñiguez",
        "Žan Žižić",
        "Драган Примеров",
    ],
)
def test_a_person_is_named_as_the_text_writes_it(name: str) -> None:
    found = lines(f"The mayor of the town, {name}, opened it. “It is light,” {name} said.")
    assert f"person\t\t{name}" in found
    assert f"said\t{name}\t" in found


@pytest.mark.parametrize(
    "name", ["王小明", "محمد بن علي", "גד כהן", "สมชาย ใจดี", "გიორგი მაგალითი", "김철수", "田中一郎"]
)
def test_a_name_in_a_script_without_capitals_makes_nothing_false(name: str) -> None:
    found = lines(f"Visitors came with {name} in the morning, and {name} spoke of the river.")
    expected = {"mentions\tfield-operation\tmission-bih", "mentions\tplace\tsarajevo"}
    assert {line for line in found if line.startswith(("mentions", "person", "post", "said"))} == expected


def test_a_town_in_other_letters_is_the_town_of_reference() -> None:
    assert "mentions\tplace\tbanja-luka" in lines("The room was opened in Бања Лука by the two sides.")


@settings(deadline=None)
@given(
    st.text(
        alphabet=st.characters(min_codepoint=0x370, max_codepoint=0xFFFF, exclude_categories=["Cs"]),
        max_size=40,
    )
)
def test_whatever_the_letters_a_page_is_read(letters: str) -> None:
    page = PAGE.format(text=f"Mr. {letters} met {letters} in {letters}.")
    assert read_source(page.encode(), location="page.txt").content_hash
