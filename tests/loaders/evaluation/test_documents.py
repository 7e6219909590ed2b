"""Annotated pages in folders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from osce_kg.loaders.evaluation import EvaluationError, find_documents
from osce_kg.loaders.evaluation.documents import names_in, read_document
from osce_kg.ontology.reference import reference

from tests.loaders.evaluation.annotated import OHRID, write_pages


def names(folder: Path, **choice: Any) -> list[str]:
    return [document.name for document in find_documents(folder, **choice)]


def test_pages_are_found_by_name(tmp_path: Path) -> None:
    folder = write_pages(tmp_path)
    assert names(folder) == ["ohrid", "yerevan"]
    assert names(folder, names=frozenset({"yerevan"})) == ["yerevan"]
    assert names(folder, leave_out=frozenset({"yerevan"})) == ["ohrid"]


def test_a_page_may_be_html_or_stand_elsewhere(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "a")
    elsewhere = tmp_path / "b"
    elsewhere.mkdir()
    (folder / "ohrid.txt").rename(elsewhere / "ohrid.txt")
    page = "<html><title>OSCE news</title><body><p>YEREVAN, 9 June 2006 - The OSCE said no.</p></body></html>"
    (folder / "yerevan.html").write_text(page, encoding="utf-8")
    (folder / "yerevan.txt").unlink()
    first, second = find_documents(folder, pages=[elsewhere])
    assert first.page is not None
    assert first.page.data == OHRID.encode()
    assert second.page is not None
    assert second.page.location.endswith("yerevan.html")


def test_an_address_that_a_list_declares_is_known(tmp_path: Path) -> None:
    folder = write_pages(tmp_path)
    (folder / "sources.tsv").write_text("file\tdigest_of\nohrid.txt\thttps://www.osce.org/node/1\n")
    assert [one.page.digest_of for one in find_documents(folder) if one.page] == [
        "https://www.osce.org/node/1",
        None,
    ]


def test_facts_without_a_page_are_refused(tmp_path: Path) -> None:
    folder = write_pages(tmp_path)
    (folder / "ohrid.txt").unlink()
    with pytest.raises(EvaluationError, match=r"ohrid\.facts\.tsv has no page beside it"):
        find_documents(folder)
    assert len(find_documents(folder, need_pages=False)) == 2


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="has no NAME"):
        find_documents(tmp_path)
    with pytest.raises(EvaluationError, match="is no folder"):
        find_documents(tmp_path / "none")


def test_lists_of_names_may_have_suffixes_and_comments(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# some\nohrid\nyerevan.facts.tsv\n\nosh.txt\n", encoding="utf-8")
    assert names_in(path) == {"ohrid", "yerevan", "osh"}


def test_a_page_is_read_with_layout_and_language(tmp_path: Path) -> None:
    document = find_documents(write_pages(tmp_path))[0]
    reading = read_document(document, reference())
    assert reading.language == "en"
    assert reading.layout.startswith("release, dated by ")
    assert {line.predicate for line in reading.lines} >= {"date", "mentions", "person", "said"}
