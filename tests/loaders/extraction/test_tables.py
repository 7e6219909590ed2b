"""The word lists are readable tables whose rows fit their headers."""

from importlib.resources import files
from pathlib import Path

import pytest
from osce_kg.loaders.extraction.tables import TableError as OfExtraction
from osce_kg.loaders.extraction.tables import read_table, words
from osce_kg.loaders.tables import TableError, read_rows
from osce_kg.ontology.facts import EntityKind
from osce_kg.ontology.reference import reference

TABLES = sorted(
    path.name.removesuffix(".tsv")
    for path in files("osce_kg.loaders.extraction").joinpath("tables").iterdir()
    if path.name.endswith(".tsv")
)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_a_header_and_rows(name: str) -> None:
    rows = read_table(name)
    assert rows
    assert all(next(iter(row.values())) for row in rows)


def test_words_of_one_column_are_chosen_by_the_cells_of_others() -> None:
    assert "etc" in words("abbreviations", ends="starter")
    assert "Mr" not in words("abbreviations", ends="starter")


def test_a_table_that_is_not_there_is_named_in_the_error() -> None:
    with pytest.raises(FileNotFoundError, match="no_such_table"):
        read_table("no_such_table")


def test_a_row_of_too_many_cells_is_named_in_one_kind_of_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a_room" / "tables").mkdir(parents=True)
    (tmp_path / "a_room" / "__init__.py").touch()
    table = tmp_path / "a_room" / "tables" / "animals.tsv"
    table.write_text("name\tlegs\ncat\t4\n\nsnake\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert [dict(row) for row in read_rows("animals", "a_room")] == [
        {"name": "cat", "legs": "4"},
        {"name": "snake", "legs": ""},
    ]
    table.write_text("name\tlegs\ncat\t4\tno\n", encoding="utf-8")
    read_rows.cache_clear()
    with pytest.raises(TableError, match=r"animals\.tsv, line 2: 3 cells under 2 columns"):
        read_rows("animals", "a_room")
    assert TableError is OfExtraction


def test_names_point_to_rows_of_reference() -> None:
    known = reference()
    for row in read_table("more_names"):
        kind, _, local = row["entity"].partition(":")
        if local:
            assert known.get(EntityKind(kind), local)


def test_ambiguous_names_point_to_rows_of_reference() -> None:
    known = reference()
    for row in read_table("ambiguous_names"):
        if row["id"]:
            assert known.get(EntityKind(row["kind"]), row["id"]), row
