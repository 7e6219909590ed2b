"""How well annotated releases in other languages are read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from osce_kg.loaders.evaluation import Evaluation, evaluate, find_documents
from osce_kg.ontology.reference import reference

FOLDER = Path(__file__).parents[2] / "annotated" / "languages"


@cache
def evaluation() -> Evaluation:
    return evaluate(find_documents(FOLDER), reference())


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "ru"])
def test_releases_of_each_language_are_read(language: str) -> None:
    pages, score = evaluation().languages[language]
    assert pages == 8
    assert score.tally.f1 > 0.96
    assert score.tally.precision > 0.95


@pytest.mark.parametrize("language", ["pl", "pt", "sv", "uk"])
def test_what_is_certain_is_read_of_other_languages(language: str) -> None:
    _, score = evaluation().languages[language]
    assert score.tally.f1 == 1.0


@pytest.mark.parametrize("group", ["header", "state", "body", "field-operation", "place", "person", "post"])
def test_each_group_of_facts_is_read(group: str) -> None:
    assert evaluation().groups[group].tally.f1 > 0.94


def test_hidden_rows_of_reference_are_not_named_in_any_language() -> None:
    withheld = evaluation().withheld
    assert withheld is not None
    assert withheld.groups["state"].tally.f1 > 0.94
    assert withheld.concerned["person"].tally.hits == 0
