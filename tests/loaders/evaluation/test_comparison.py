"""What a change won and lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osce_kg.loaders.evaluation import Comparison, Evaluation, EvaluationError, compare, evaluate_files
from osce_kg.loaders.evaluation.comparison import read_old
from osce_kg.loaders.evaluation.documents import find_documents
from osce_kg.loaders.evaluation.export import as_json
from osce_kg.ontology.reference import reference

ANNOTATED = "person\t\tAna Kole\nperson\t\tPetar Zograf\nmentions\tstate\tBE\n"
BEFORE = "person\t\tAna Kole\t\tname\t0.9\t0-9\nperson\t\tNova Street\nmentions\tstate\tFR\n"
NOW = (
    "person\t\tPetar Zograf\t\tsurname\t0.9\t0-9\nmentions\tstate\tBE\nmentions\tstate\tFR\n"
    "person\t\tOld Bridge\n"
)


def evaluated(folder: Path, found: str, *names: str) -> Evaluation:
    for part, text in (("annotated", ANNOTATED), ("found", found)):
        (folder / part).mkdir(parents=True)
        for name in names or ("a",):
            (folder / part / f"{name}.facts.tsv").write_text(text, encoding="utf-8")
    documents = find_documents(folder / "annotated", need_pages=False)
    return evaluate_files(documents, folder / "found", reference())


def compared(tmp_path: Path) -> Comparison:
    old = as_json(evaluated(tmp_path / "old", BEFORE))
    return compare(evaluated(tmp_path / "new", NOW), json.loads(json.dumps(old)))


def test_won_and_lost_line_by_line(tmp_path: Path) -> None:
    found = compared(tmp_path)
    assert sorted((c.what, c.line.object, c.rule) for c in found.won) == [
        ("found", "BE", ""),
        ("found", "Petar Zograf", "surname"),
        ("no longer false", "Nova Street", ""),
    ]
    assert sorted((c.what, c.line.object, c.rule) for c in found.lost) == [
        ("false", "Old Bridge", ""),
        ("no longer found", "Ana Kole", "name"),
    ]


def test_figures_before_and_now(tmp_path: Path) -> None:
    assert compared(tmp_path).f1["state"] == (0.0, 0.6667)


def test_nothing_changed(tmp_path: Path) -> None:
    found = evaluated(tmp_path, BEFORE)
    assert compare(found, as_json(found)).changes == ()


def test_pages_of_one_side_only_are_named(tmp_path: Path) -> None:
    old = as_json(evaluated(tmp_path / "old", BEFORE, "a", "b"))
    found = compare(evaluated(tmp_path / "new", BEFORE, "a", "c"), old)
    assert (found.only_old, found.only_new, found.changes) == (("b",), ("c",), ())


@pytest.mark.parametrize("text", ["no json", "[]", '{"version": 0}', '{"version": 1, "groups": {}}'])
def test_other_files_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"old\.json"):
        read_old(path)
