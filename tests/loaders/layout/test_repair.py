"""Encodings that are wrong, wrongly declared or broken, and what is repaired."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.layout.repair import repaired
from osce_kg.loaders.layout.repair_encoding import decode
from osce_kg.loaders.layout.text import Line, Run, resolve
from osce_kg.ontology.facts import Span

WESTERN = "Zürich señala que l’œuvre d’été “coûte” 5 €, und die Brücke über den Fluß ist größer."
CYRILLIC = "Мост через реку открыт, и паром больше не ходит; паромщик учит детей читать."


def line(text: str) -> Line:
    return Line(text, (Run(0, 0, 1),))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "utf-8"),
        (WESTERN, "utf-8-sig"),
        (WESTERN, "utf-16"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"),
        (WESTERN, "windows-1252"),
        (CYRILLIC, "utf-8"),
        (CYRILLIC, "utf-16"),
        (CYRILLIC, "utf-16-be"),
        (CYRILLIC, "windows-1251"),
        (CYRILLIC, "koi8-r"),
    ],
)
def test_the_encoding_is_found_without_being_declared(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "declared", ["windows-1251", "windows-1252", "iso-8859-1", "utf-8", "nonsense-9", "utf-16"]
)
@pytest.mark.parametrize(
    ("text", "encoding"), [(WESTERN, "windows-1252"), (CYRILLIC, "windows-1251"), (CYRILLIC, "utf-8")]
)
def test_a_wrong_declaration_does_not_mislead(text: str, encoding: str, declared: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">{text}'
    assert decode(page.encode(encoding)).text == page


def test_a_page_cut_in_the_middle_of_a_character_loses_that_character_only() -> None:
    whole = CYRILLIC.encode()
    found = decode(whole[:-2])
    assert found.text == CYRILLIC[:-2]
    assert "middle of a character" in found.warnings[0]


def test_one_bad_byte_does_not_change_the_encoding() -> None:
    found = decode(CYRILLIC.encode() + b"\xff" + CYRILLIC.encode())
    assert found.text == f"{CYRILLIC}\ufffd{CYRILLIC}"
    assert found.warnings


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("the mayor’s house", "windows-1252"),
        ("…and so on", "windows-1252"),
        ("the mayor’s house", "windows-1251"),
        ("“good” – very — good", "windows-1251"),
        ("…and so on", "windows-1251"),
    ],
)
def test_mojibake_is_undone(text: str, codec: str) -> None:
    assert repaired(line(text.encode().decode(codec))).text == text


def test_mojibake_of_letters_and_of_cyrillic_words_is_undone() -> None:
    assert repaired(line("Å½ugiÄ‡ met MÃ¼ller".encode().decode())).text == "Žugić met Müller"
    assert repaired(line("Мост".encode().decode("windows-1251"))).text == "Мост"
    assert repaired(line("Мост закрыт".encode().decode("windows-1252", "replace"))).text.startswith("Мо")


def test_text_broken_twice_is_mended() -> None:
    assert repaired(line("the mayorâ€™s".encode().decode("windows-1252"))).text == "the mayor’s"


@pytest.mark.parametrize(
    "text",
    [
        "“quotes” and 'quotes' and \"quotes\" and «quotes»",
        "Où est l’été ? Là-bas.",
        "РСФСР и Рига, Сербия",
        "Ü»berblick« Ä “x”",
        "Is it so? So it is.",
        "https://example.org/page?s=1&t=2",
        "Façade, Ångström, São Tomé",
    ],
)
def test_what_is_not_broken_stays(text: str) -> None:
    assert repaired(line(text)).text == text


def test_a_question_mark_for_an_apostrophe_is_mended() -> None:
    assert repaired(line("the OSCE?s office")).text == "the OSCE’s office"


def test_spaces_become_plain_and_invisible_characters_go() -> None:
    mended = repaired(line("a\u00a0b\u202fc\u00adc\u200b d\te"))
    assert mended.text == "a b cc d e"
    assert resolve(mended.runs, Span(5, 6)) == (6, 7)


@given(st.text(max_size=200))
def test_repair_is_stable_and_keeps_its_map_in_order(text: str) -> None:
    mended = repaired(line(text))
    assert repaired(Line(mended.text, (Run(0, 0, 1),))).text == mended.text or "?" in text or "\u00c3" in text
    ends = [resolve(mended.runs, Span(at, at + 1)) for at in range(len(mended.text))]
    assert all(0 <= begin <= end <= len(text) for begin, end in ends)
    assert ends == sorted(ends)


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded(data: bytes) -> None:
    found = decode(data)
    assert not any("\ud800" <= char <= "\udfff" for char in found.text)


def test_letters_and_their_accents_are_joined_and_still_stand_for_their_bytes() -> None:
    whole = line("Jose\u0301 came to Z\u030cabljak")
    found = repaired(whole)
    assert found.text == "José came to Žabljak"
    assert resolve(found.runs, Span(3, 4)) == (3, 5)
    assert resolve(found.runs, Span(5, 9)) == (6, 10)


def test_an_accent_that_no_letter_takes_stays() -> None:
    assert repaired(line("q\u0301 é")).text == "q\u0301 é"
