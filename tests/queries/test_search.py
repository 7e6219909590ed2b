"""Finding things by name."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from osce_kg.queries.search import AmbiguousNameError, NameIndex, UnknownNameError

PERSON = "https://w3id.org/osce-kg/id/person/"


def test_accents_and_case_do_not_matter(index: NameIndex) -> None:
    assert index.resolve("JAN KUBIS") == PERSON + "jan-kubis"


def test_an_alias_and_a_dated_name_lead_to_the_thing(index: NameIndex) -> None:
    assert index.find("unodc")[0].short == "organization:unodc"
    assert index.find("CSCE Mission to Georgia")[0].label == "OSCE Mission to Georgia"


def test_the_last_word_may_be_cut_short(index: NameIndex) -> None:
    assert [found.short for found in index.find("antonio maria cos")] == ["person:antonio-maria-costa"]


def test_a_slip_gets_a_suggestion(index: NameIndex) -> None:
    assert index.near("Karel De Guht")[0].label == "Karel De Gucht"
    with pytest.raises(UnknownNameError, match="did you mean 'Karel De Gucht'"):
        index.resolve("Karel De Guht")


def test_several_candidates_are_named(index: NameIndex) -> None:
    with pytest.raises(AmbiguousNameError, match="mission:mission-kosovo"):
        index.resolve("OSCE Mission")


def test_a_label_comes_before_part_of_a_longer_one(index: NameIndex) -> None:
    assert index.resolve("Georgia").endswith("state/ge")


def test_a_name_of_the_wrong_kind_says_what_it_is(index: NameIndex) -> None:
    with pytest.raises(UnknownNameError, match="state:be is"):
        index.resolve("Belgium", ["person"])


@pytest.mark.parametrize("words", ["", " ", "*", '"', "a AND b", "' OR 1=1 --", "NEAR(", "%", "\x00", "😀"])
def test_odd_words_find_nothing_and_break_nothing(index: NameIndex, words: str) -> None:
    assert index.find(words) == ()
    assert index.near(words) == ()


def test_the_file_is_made_once_and_used_again(store: ox.Store, tmp_path: Path) -> None:
    NameIndex.open(store, tmp_path, "one").close()
    stamp = (tmp_path / "one.sqlite").stat().st_mtime_ns
    again = NameIndex.open(ox.Store(), tmp_path, "one")
    assert again.find("unodc")
    assert (tmp_path / "one.sqlite").stat().st_mtime_ns == stamp
    assert [path.name for path in tmp_path.iterdir()] == ["one.sqlite"]


def test_a_damaged_file_is_made_again(store: ox.Store, tmp_path: Path) -> None:
    (tmp_path / "one.sqlite").write_bytes(b"SQLite format 3\x00 and then nothing of the sort")
    assert NameIndex.open(store, tmp_path, "one").find("unodc")


def test_without_a_folder_the_index_lives_in_memory(store: ox.Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert NameIndex.open(store, tmp_path / "file" / "sub", "one").find("unodc")
