"""The bundled tables are whole, and a spoilt table is refused with its line and column."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from osce_kg.ontology.errors import ReferenceDataError
from osce_kg.ontology.reference import load_reference, reference
from osce_kg.ontology.tables import COLUMNS, CONFIDENCE, read_table

Spoil = Callable[[str, Callable[[str], str]], Path]

_FOLDER = files("osce_kg.ontology") / "reference"


def _cell(row_id: str, old: str, new: str) -> Callable[[str], str]:
    """Replaces a cell of the row with this id."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        at = next(n for n, line in enumerate(lines) if line.startswith(row_id + "\t"))
        cells = lines[at].split("\t")
        cells[cells.index(old)] = new
        lines[at] = "\t".join(cells)
        return "\n".join(lines)

    return edit


def _without_column(column: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        header, _, rest = text.partition("\n")
        return header.replace(f"\t{column}", f"\tno_{column}") + "\n" + rest

    return edit


def test_all_ids_resolve_and_all_dates_parse() -> None:
    known = load_reference(_FOLDER)
    assert known.navigation
    assert sum(1 for _ in known.entities()) > 1200
    assert len(known.office_holders) > 340


@pytest.mark.parametrize("table", [name for name in COLUMNS if "confidence" in COLUMNS[name]])
def test_every_row_keeps_its_source_and_a_known_confidence(table: str) -> None:
    for row in read_table(_FOLDER, table):
        assert row.source, row.id
        assert row["confidence"] in CONFIDENCE, row.id


@pytest.mark.parametrize("table", COLUMNS)
def test_no_cell_has_spaces_at_its_ends_or_marks_of_another_table(table: str) -> None:
    text = (_FOLDER / f"{table}.tsv").read_text(encoding="utf-8")
    for line in text.rstrip("\n").split("\n"):
        for cell in line.split("\t"):
            assert cell == cell.strip()
            assert not re.search(r"\|\||^\||\|$", cell), cell


@pytest.mark.parametrize(
    ("table", "edit", "message"),
    [
        ("places", _without_column("geonames_id"), r"places\.tsv, line 1, column geonames_id"),
        (
            "office_holders",
            _cell("oh021", "2006-12-31", "soon"),
            r"office_holders\.tsv, line \d+ \(oh021\), column end",
        ),
        (
            "office_holders",
            _cell("oh021", "2006-12-31", "2005"),
            r"\(oh021\), column end: ends \(2005\) before",
        ),
        (
            "office_holders",
            _cell("oh021", "chairpersonship", "chair"),
            r"\(oh021\), column org_id: no row 'chair'",
        ),
        (
            "office_holders",
            _cell("oh021", "Belgium", "Belgica"),
            r"\(oh021\), column country: no State 'Belgica'",
        ),
        ("institutions", _cell("spmu", "tntd", "nowhere"), r"\(spmu\), column parent_id"),
        ("institutions", _cell("spmu", "medium", "sure"), r"\(spmu\), column confidence: 'sure'"),
        ("institutions", _cell("spmu", "Vienna", "Vindobona"), r"\(spmu\), column seat: no place"),
        ("field_operations", _cell("kvm", "missions_long_duration", "x"), r"\(kvm\), column predecessor_id"),
        ("events", _cell("summit_1994", "doc_budapest_1994", "doc"), r"\(summit_1994\), column document_ids"),
        ("places", _cell("tiraspol", "46.8428", "north"), r"\(tiraspol\), column lat"),
        ("alias_collisions", _cell("PA", "institutions:pa", "institutions:x"), r"\(PA\), column entities"),
        (
            "fields_of_work_aliases",
            _cell("Borders", "border_management", "x"),
            r"\(Borders\), column field_id",
        ),
        ("fields_of_work", lambda text: text + "torn row\n", r"fields_of_work\.tsv, line \d+ \(torn row\)"),
        ("external_orgs", lambda text: text + text.split("\n")[1] + "\n", r"\(un\), column id: stands twice"),
    ],
)
def test_a_spoilt_table_is_refused_by_line_and_column(
    spoil: Spoil, table: str, edit: Callable[[str], str], message: str
) -> None:
    with pytest.raises(ReferenceDataError, match=message):
        load_reference(spoil(table, edit))


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda text: text.replace("fields_of_work:youth", "fields_of_work:jeunesse"), "column entity"),
        (lambda text: text.replace("1\tProjects", "4\tProjects"), "column depth: skips a level"),
        (lambda text: text.replace("1\tProjects", "one\tProjects"), "column depth: no number"),
    ],
)
def test_a_spoilt_navigation_is_refused(spoil: Spoil, edit: Callable[[str], str], message: str) -> None:
    with pytest.raises(ReferenceDataError, match=message):
        load_reference(spoil("navigation", edit)).navigation  # noqa: B018


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match=r"\.tsv cannot be read"):
        load_reference(tmp_path)


def test_the_digest_changes_with_a_single_cell(spoil: Spoil) -> None:
    changed = load_reference(spoil("office_holders", _cell("oh021", "2006-12-31", "2006-12-30")))
    assert changed.digest != reference().digest
    assert reference().digest == load_reference(_FOLDER).digest
