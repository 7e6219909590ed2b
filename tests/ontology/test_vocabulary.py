"""IRIs: a function of the facts, a letter first, no slash in a local name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.ontology.vocabulary import PREFIXES, expand, slug

_LOCAL = re.compile(r"[a-z][a-z0-9-]*")


@given(st.text())
def test_every_text_has_a_local_name_that_begins_with_a_letter(text: str) -> None:
    assert _LOCAL.fullmatch(slug(text))
    assert slug(text) == slug(text)


def test_diacritics_and_apostrophes_do_not_change_a_local_name() -> None:
    assert slug("Įrena O’Šea") == slug("Irena OSea")


def test_names_without_latin_letters_stay_apart() -> None:
    assert slug("欧安") != slug("安欧")


def test_long_names_that_differ_at_the_end_stay_apart() -> None:
    stem = "office for the observation of very long names " * 4
    assert slug(stem + "east") != slug(stem + "west")


def test_every_kind_has_a_namespace_of_its_own() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)


def test_an_unknown_prefix_is_an_error() -> None:
    with pytest.raises(KeyError):
        expand("nowhere:x")
