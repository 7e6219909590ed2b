"""Names: keys that forgive how they are typed, and cells that give them with their time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.ontology.dates import DateError
from osce_kg.ontology.names import dated_names, is_acronym, loose_key, name_key, without_remark


@pytest.mark.parametrize(
    "typed",
    [
        "office of the Co-ordinator’s desk",
        "OFFICE OF THE CO‑ORDINATOR'S DESK",
        "Office  of\u00a0the Co-ordinator´s desk ",
        "Off\u00adice of the Co–ordinator's desk",
    ],
)
def test_case_spaces_dashes_and_apostrophes_do_not_count(typed: str) -> None:
    assert name_key(typed) == name_key("Office of the Co-ordinator's Desk")


@given(st.text())
def test_a_key_is_the_key_of_itself(text: str) -> None:
    key = name_key(text)
    assert name_key(key.strip()) == name_key(key)


def test_the_loose_key_also_forgives_diacritics_and_hyphens() -> None:
    assert loose_key("Đurđa Šimić-Łoś") == loose_key("durda simic los")


@pytest.mark.parametrize("name", ["KVM", "OMiK", "U.N.", "UNSCR 1244", "OSR/CTHB"])
def test_acronyms_are_told_by_their_capitals(name: str) -> None:
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["Troika", "Presence in Albania", "Vienna Document", "a", ""])
def test_words_are_no_acronyms(name: str) -> None:
    assert not is_acronym(name)


def test_a_cell_gives_names_with_open_and_closed_times() -> None:
    cell = "Old Office@..1994-12-31; Office@1995-01..2002; Bureau"
    assert [(name, str(valid)) for name, valid in dated_names(cell)] == [
        ("Old Office", "/1994-12-31"),
        ("Office", "1995-01/2002"),
        ("Bureau", ""),
    ]


@pytest.mark.parametrize("cell", ["Office@1995", "Office@May..June", "Office@1995..2002..2003"])
def test_a_bad_time_is_refused(cell: str) -> None:
    with pytest.raises(DateError):
        list(dated_names(cell))


def test_a_remark_behind_a_name_is_no_part_of_it() -> None:
    assert without_remark("Liaison Desk (1991-1993)")[0] == "Liaison Desk"
    assert str(without_remark("Liaison Desk (1991-1993)")[1]) == "1991/1993"
    assert str(without_remark("Liaison Desk (merged)")[1]) == ""
