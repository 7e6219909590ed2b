"""Archives of pages: what is read out of them, and what of them is refused while the rest goes on."""

from __future__ import annotations

import io
import lzma
import stat
import struct
import tarfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osce_kg.loaders.layout.page import LARGEST
from osce_kg.loaders.pipeline import read_paths
from osce_kg.loaders.sources import archive_zip, archives
from osce_kg.loaders.sources.archives import read_archive
from osce_kg.loaders.sources.found import Refusal, SourceFile
from osce_kg.ontology.facts import PageKind, SourceReading

PAGE = (
    b"Hall opens\nPRILEP, 4 May 2011 - The OSCE Mission to Skopje opened a hall for the young here today.\n"
)
OTHER = PAGE.replace(b"PRILEP", b"OHRID")
KINDS = ("zip", "tar", "tar.gz", "tgz", "tar.bz2", "tar.xz")


def pack(path: Path, members: Mapping[str, bytes]) -> Path:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return path
    with _opened(path) as tar:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return path


def _opened(path: Path) -> tarfile.TarFile:
    match path.suffix:
        case ".gz" | ".tgz":
            return tarfile.open(path, "w:gz")
        case ".bz2":
            return tarfile.open(path, "w:bz2")
        case ".xz":
            return tarfile.open(path, "w:xz")
        case _:
            return tarfile.open(path, "w")


def told(path: Path) -> tuple[list[str], dict[str, str]]:
    """The members that are pages, and why others are not."""
    found = list(read_archive(path))
    start = len(f"{path}!")
    refused = {one.location[start:]: one.reason for one in found if isinstance(one, Refusal)}
    assert all("\n" not in reason for reason in refused.values())
    return [one.location[start:] for one in found if isinstance(one, SourceFile)], refused


@pytest.mark.parametrize("kind", KINDS)
def test_members_are_pages_and_a_list_in_the_archive_declares_their_addresses(
    tmp_path: Path, kind: str
) -> None:
    members = {
        "./pages/a.txt": PAGE,
        "pages/b.txt": OTHER,
        "pages/.hidden": b"x",
        "notes.md": b"x",
        "pages/sources.tsv": (
            b"file\turl\tdigest_of\na.txt\thttps://www.osce.org/skopje/12345\t\n"
            b"b.txt\t\thttps://www.osce.org/skopje/777\ngone.txt\thttps://www.osce.org/skopje/1\t\n"
        ),
    }
    path = pack(tmp_path / f"pages.{kind}", members)
    (tmp_path / "z.txt").write_bytes(PAGE.replace(b"PRILEP", b"STRUGA"))
    first, second, missing, last = read_paths([tmp_path])
    assert isinstance(first, SourceReading)
    assert isinstance(second, SourceReading)
    assert isinstance(missing, Refusal)
    assert (first.kind, first.url) == (PageKind.RELEASE, "https://www.osce.org/skopje/12345")
    assert (second.location, second.digest_of) == (
        f"{path}!pages/b.txt",
        "https://www.osce.org/skopje/777",
    )
    assert missing.location == f"{path}!pages/gone.txt"
    assert Path(last.location).name == "z.txt"


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_what_leads_out_of_an_archive_or_is_packed_again_is_refused(tmp_path: Path, kind: str) -> None:
    inner = pack(tmp_path / "inner.zip", {"a.txt": PAGE}).read_bytes()
    members = {
        "a/../../up.txt": PAGE,
        "/etc/page.txt": PAGE,
        "C:\\page.txt": PAGE,
        "..\\page.txt": PAGE,
        "new\nline.txt": PAGE,
        "n" * 3000: PAGE,
        "inner.zip": inner,
        "inner.txt": inner,
        "many.jsonl": b"{}",
        "large.txt": b" " * (LARGEST + 1),
        "zz.txt": PAGE,
    }
    pages, refused = told(pack(tmp_path / f"x.{kind}", members))
    assert pages == ["zz.txt"]
    for name, word in {
        "a/../../up.txt": "climbs",
        "etc/page.txt": "absolute",
        "C:/page.txt": "absolute",
        "../page.txt": "climbs",
        "new\ufffdline.txt": "control",
        "n" * 100 + "...": "characters",
        "inner.zip": "once more",
        "inner.txt": "once more",
        "many.jsonl": "once more",
        "large.txt": "bytes",
    }.items():
        assert word in refused.pop(name)
    assert refused == {}


@pytest.mark.parametrize("kind", ["tar", "tar.gz"])
def test_links_and_devices_in_a_tar_are_not_followed(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"x.{kind}"
    with _opened(path) as archive:
        for name, type_, target in (
            ("symbolic.txt", tarfile.SYMTYPE, "/etc/passwd"),
            ("hard.txt", tarfile.LNKTYPE, "page.txt"),
            ("device.txt", tarfile.CHRTYPE, ""),
            ("pipe.txt", tarfile.FIFOTYPE, ""),
            ("sources.tsv", tarfile.SYMTYPE, "/etc/passwd"),
            ("folder", tarfile.DIRTYPE, ""),
        ):
            link = tarfile.TarInfo(name)
            link.type, link.linkname = type_, target
            archive.addfile(link)
        info = tarfile.TarInfo("page.txt")
        info.size = len(PAGE)
        archive.addfile(info, io.BytesIO(PAGE))
    pages, refused = told(path)
    assert pages == ["page.txt"]
    assert {name: reason.split(",")[0] for name, reason in refused.items()} == {
        "symbolic.txt": "it is a link",
        "hard.txt": "it is a link",
        "sources.tsv": "it is a link",
        "device.txt": "it is a device or a pipe",
        "pipe.txt": "it is a device or a pipe",
    }


def test_links_and_encrypted_members_in_a_zip_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("lzma.txt", PAGE, zipfile.ZIP_LZMA)
        archive.writestr("page.txt", PAGE)
        archive.writestr("secret.txt", PAGE)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    pages, refused = told(path)
    assert pages == ["page.txt"]
    assert "link" in refused["link.txt"]
    assert "way that is not read" in refused["lzma.txt"]
    assert refused["secret.txt"] == "it is encrypted"


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_of_two_members_of_one_name_the_first_is_read(tmp_path: Path, kind: str) -> None:
    path = pack(tmp_path / f"x.{kind}", {"a.txt": PAGE, "./a.txt": OTHER})
    pages, refused = told(path)
    assert pages == ["a.txt"]
    assert "two members" in refused["a.txt"]


@pytest.mark.parametrize(("change", "word"), [(-5, "size"), (5, "size"), (-len(PAGE), "size")])
def test_a_member_that_lies_about_its_size_is_refused(tmp_path: Path, change: int, word: str) -> None:
    path = pack(tmp_path / "x.zip", {"a.txt": OTHER, "b.txt": PAGE})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, len(PAGE) + change)
    path.write_bytes(data)
    pages, refused = told(path)
    assert pages == ["a.txt"]
    assert word in refused["b.txt"]


def test_a_member_with_another_checksum_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", OTHER)
        archive.writestr("b.txt", PAGE)
    path.write_bytes(path.read_bytes().replace(b"PRILEP", b"PRILOP"))
    pages, refused = told(path)
    assert pages == ["a.txt"]
    assert "damaged" in refused["b.txt"]


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz"])
def test_a_tar_bomb_is_stopped_without_filling_the_memory(tmp_path: Path, packing: str) -> None:
    path = tmp_path / f"bomb.tar.{packing}"
    with _opened(path) as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(PAGE)
        archive.addfile(info, io.BytesIO(PAGE))
        for number in range(8):
            zeros = tarfile.TarInfo(f"b{number}.txt")
            zeros.size = 8 * 1024 * 1024
            archive.addfile(zeros, io.BytesIO(bytes(zeros.size)))
    assert path.stat().st_size < 100_000
    tracemalloc.start()
    found = list(read_archive(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found[0].location.endswith("a.txt")
    assert isinstance(found[-1], Refusal)
    assert "times its size" in found[-1].reason
    assert len(found) < 5
    assert peak < 3 * LARGEST


def test_a_zip_bomb_is_refused_by_member_and_as_a_whole(tmp_path: Path) -> None:
    path = pack(tmp_path / "bomb.zip", {"a.txt": PAGE, "b.txt": bytes(15 * 1024 * 1024), "c.txt": PAGE})
    assert path.stat().st_size < 20_000
    pages, refused = told(path)
    assert pages == ["a.txt", "c.txt"]
    assert "times its size" in refused["b.txt"]
    many = pack(tmp_path / "many.zip", {f"{number:02}.txt": bytes(1024 * 1024) for number in range(40)})
    *pages_before, last = read_archive(many)
    assert isinstance(last, Refusal)
    assert "times its size" in last.reason
    assert len(pages_before) < 25


def test_a_header_that_would_fill_the_memory_ends_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "x.tar"
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(PAGE)
        archive.addfile(info, io.BytesIO(PAGE))
        info = tarfile.TarInfo("b.txt")
        info.pax_headers = {"comment": "x" * 2_000_000}
        archive.addfile(info)
    found, last = read_archive(path)
    assert isinstance(found, SourceFile)
    assert isinstance(last, Refusal)
    assert "before one of its members" in last.reason


def test_headers_upon_headers_end_the_reading(tmp_path: Path) -> None:
    long = tarfile.TarInfo("././@LongLink")
    long.type, long.size = tarfile.GNUTYPE_LONGNAME, 1
    path = tmp_path / "x.tar"
    path.write_bytes((long.tobuf(tarfile.GNU_FORMAT) + b"a".ljust(512, b"\0")) * 900)
    (found,) = read_archive(path)
    assert isinstance(found, Refusal)


def test_an_xz_that_asks_for_gigabytes_of_memory_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "x.tar.xz", {"a.txt": PAGE})
    data = bytearray(path.read_bytes())
    end = 12 + 4 * (data[12] + 1) - 4
    data[data.index(b"\x21\x01", 12) + 2] = 40  # The size of the window: 4 GiB.
    struct.pack_into("<L", data, end, zlib.crc32(data[12:end]))
    path.write_bytes(data)
    (found,) = read_archive(path)
    assert isinstance(found, Refusal)


def test_an_xz_of_several_streams_is_read_to_its_end(tmp_path: Path) -> None:
    whole = pack(tmp_path / "x.tar", {"a.txt": PAGE, "b.txt": OTHER}).read_bytes()
    path = tmp_path / "x.tar.xz"
    path.write_bytes(lzma.compress(whole[:700]) + bytes(100_000) + lzma.compress(whole[700:]))
    assert told(path) == (["a.txt", "b.txt"], {})


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_an_archive_of_too_many_members_is_stopped(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    monkeypatch.setattr(archive_zip, "MOST_MEMBERS", 3)
    path = pack(tmp_path / f"x.{kind}", {f"{number}.txt": PAGE for number in range(5)})
    *_, last = read_archive(path)
    assert isinstance(last, Refusal)
    assert "more than 3 members" in last.reason


@pytest.mark.parametrize("kind", KINDS)
def test_an_archive_that_is_cut_off_says_so_after_what_could_be_read(tmp_path: Path, kind: str) -> None:
    noise = bytes(range(32, 127)) * 3
    members = {
        f"{n:03}.txt": PAGE + bytes(noise[(n * i * 7) % len(noise)] for i in range(999)) for n in range(300)
    }
    path = pack(tmp_path / f"x.{kind}", members)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    *before, last = read_archive(path)
    assert isinstance(last, Refusal)
    assert "cut off" in last.reason
    assert all(isinstance(one, SourceFile) for one in before)
    # The index of a zip archive stands at its end; bzip2 works in blocks as large as all of this.
    assert before or kind in {"zip", "tar.bz2"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_archive_or_has_no_pages_says_so(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"x.{kind}"
    for data in (b"", PAGE, bytes(300)):
        path.write_bytes(data)
        (found,) = read_archive(path)
        assert isinstance(found, Refusal)
    path.unlink()
    (found,) = read_archive(pack(path, {}))
    assert isinstance(found, Refusal)
    assert "no pages" in found.reason


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_whatever_bytes_are_changed_reading_ends_with_pages_or_reasons(tmp_path: Path, kind: str) -> None:
    whole = pack(tmp_path / f"whole.{kind}", {"a.txt": PAGE, "b.txt": OTHER}).read_bytes()
    path = tmp_path / f"x.{kind}"

    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), min_size=1, max_size=6))
    def check(changes: list[tuple[int, int]]) -> None:
        data = bytearray(whole)
        for at, byte in changes:
            data[at] = byte
        path.write_bytes(data)
        for found in read_archive(path):
            assert isinstance(found, SourceFile) or found.reason

    check()
