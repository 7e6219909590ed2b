"""When two ways to write something mean the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.evaluation.likeness import Likeness, bare, fold
from osce_kg.ontology.reference import reference

LIKE = Likeness(reference())
WORDS = st.text(alphabet="abcđéŁ -'.", min_size=1, max_size=30)


@given(WORDS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert " " not in bare(text)


@given(WORDS, WORDS)
def test_people_and_organizations_are_the_same_both_ways(one: str, other: str) -> None:
    assert LIKE.same_person(one, other) == LIKE.same_person(other, one)
    assert LIKE.same_organization(one, other) == LIKE.same_organization(other, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jan Novák", "jan novak", True),
        ("Ambassador Jan Novák", "Jan Novák", True),
        ("Jan Karel Novák", "Jan Novák", True),
        ("Jan Novák", "Novák", False),
        ("Jan Novák", "Karel Novák", False),
        ("Jan Novák", "Jan Novák Dvořák", False),
        ("Jan A. Novák", "Jan B. Novák", False),
    ],
)
def test_people(one: str, other: str, same: bool) -> None:
    assert LIKE.same_person(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ministry of Justice", "Ministry of Justice of Belgium", True),
        ("Belgian Ministry of Justice", "Ministry of Justice of Belgium", True),
        ("Police", "Belgian Police", False),
        ("the Water Agency", "Water Agency", True),
        ("Water Agency", "Water Bureau", False),
        ("of the", "and for", False),
    ],
)
def test_organizations(one: str, other: str, same: bool) -> None:
    assert LIKE.same_organization(one, other) is same


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        (("mayor", "Ohrid"), ("mayor", "ohrid"), True),
        (("mayor", "Ohrid"), ("deputy mayor", "Ohrid"), False),
        (("mayor", "Ohrid"), ("mayor", "Bitola"), False),
        (("chairman-in-office", "osce"), ("chairperson-in-office", "chairpersonship"), True),
        (("secretary general", "osce"), ("secretary general", "secretariat"), True),
        (("secretary general", "pa"), ("secretary general", "pa-secretariat"), True),
        (("spokesperson", "osce"), ("spokesperson", "secretariat"), False),
        (("minister of justice", "Belgium"), ("minister of justice", "Belgian"), True),
    ],
)
def test_posts(expected: tuple[str, str], found: tuple[str, str], same: bool) -> None:
    assert LIKE.same_post(expected, found) is same


def test_half_of_the_words_of_one_name_are_enough() -> None:
    assert LIKE.mostly_shared("seminar on water law", "water seminar for judges")
    assert not LIKE.mostly_shared("seminar on water law", "course for young judges in water towns")
    assert not LIKE.mostly_shared("the of", "the of")


def test_an_id_and_the_name_agree_without_spaces() -> None:
    assert bare("Novi Pazar") == bare("novi-pazar")
