"""Many pages: files, folders, lists of sources, standard input, and what cannot be read."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from osce_kg.loaders.pipeline import Refusal, read_paths
from osce_kg.ontology.facts import PageKind, SourceReading


def page(city: str = "PRILEP") -> str:
    return (
        f"Hall opens\n{city}, 4 May 2011 - The OSCE Mission to Skopje opened a hall for young people "
        f"here today.\n"
    )


def locations(found: list[SourceReading | Refusal]) -> list[str]:
    return [Path(one.location).name for one in found]


def test_folders_are_read_in_sorted_order_with_what_is_in_them(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/x.txt", ".hidden", "notes.md"):
        (tmp_path / name).write_text(page())
    assert locations(list(read_paths([tmp_path]))) == ["a.txt", "x.txt", "c.txt"]


def test_a_list_of_sources_declares_addresses(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page())
    (tmp_path / "b.txt").write_text(page("OHRID"))
    (tmp_path / "sources.tsv").write_text(
        "file\turl\tdigest_of\na.txt\thttps://www.osce.org/skopje/12345\t\nb.txt\t\thttps://www.osce.org/skopje/777\n"
    )
    first, second = read_paths([tmp_path])
    assert isinstance(first, SourceReading)
    assert isinstance(second, SourceReading)
    assert (first.url, first.location, first.releases[0].number) == (
        "https://www.osce.org/skopje/12345",
        "https://www.osce.org/skopje/12345",
        "12345",
    )
    assert (second.url, second.digest_of, second.releases[0].number) == (
        None,
        "https://www.osce.org/skopje/777",
        "777",
    )


def test_a_file_given_by_itself_has_its_folders_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page())
    (tmp_path / "sources.tsv").write_text("file\turl\na.txt\thttps://www.osce.org/skopje/12345\n")
    (found,) = read_paths([tmp_path / "a.txt"])
    assert isinstance(found, SourceReading)
    assert found.url == "https://www.osce.org/skopje/12345"


def test_a_listed_file_that_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "sources.tsv").write_text("file\turl\ngone.txt\thttps://www.osce.org/skopje/1\n")
    (found,) = read_paths([tmp_path])
    assert isinstance(found, Refusal)
    assert "not there" in found.reason


def test_a_list_without_its_columns_is_told_and_the_pages_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page())
    (tmp_path / "sources.tsv").write_text("what is this\n")
    refusal, found = read_paths([tmp_path])
    assert isinstance(refusal, Refusal)
    assert "file" in refusal.reason
    assert isinstance(found, SourceReading)


def test_what_cannot_be_read_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page())
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe")
    found = list(read_paths([tmp_path, tmp_path / "no such file"]))
    readings = [one for one in found if isinstance(one, SourceReading)]
    refusals = {Path(one.location).name: one.reason for one in found if isinstance(one, Refusal)}
    assert len(readings) == 1
    assert set(refusals) == {"dead.txt", "loop", "self.txt", "pipe", "no such file"}
    assert "leads back" in refusals["loop"]


@pytest.fixture
def _no_superuser() -> Iterator[None]:
    """The superuser may read everything: as such, the test runs with the rights of nobody."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    yield
    os.seteuid(own)


@pytest.mark.usefixtures("_no_superuser")
def test_a_file_without_permission_is_told() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(page())
        path.chmod(0)
        (found,) = read_paths([folder])
    assert isinstance(found, Refusal)
    assert "permission" in found.reason


def test_two_pages_of_one_address_are_both_kept_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page())
    (tmp_path / "b.txt").write_text(page("OHRID"))
    (tmp_path / "c.txt").write_text(page())
    same = "https://www.osce.org/skopje/12345"
    (tmp_path / "sources.tsv").write_text(f"file\turl\na.txt\t{same}\nb.txt\t{same}\nc.txt\t{same}\n")
    first, second, third = read_paths([tmp_path])
    assert isinstance(first, SourceReading)
    assert first.warnings == ()
    assert isinstance(second, SourceReading)
    assert "same address" in second.warnings[0]
    assert isinstance(third, Refusal)
    assert "byte for byte" in third.reason


def test_standard_input_is_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page().encode())))
    (found,) = read_paths(["-"])
    assert isinstance(found, SourceReading)
    assert (found.kind, found.location) == (PageKind.RELEASE, "standard input")


def test_facts_come_with_the_release(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page())
    (found,) = read_paths([tmp_path])
    assert isinstance(found, SourceReading)
    assert found.releases[0].facts
