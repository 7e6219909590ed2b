"""Files with a page a line: what they declare, what of them is refused, and that the rest goes on."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.pipeline import read_paths
from osce_kg.loaders.sources import jsonl
from osce_kg.loaders.sources.found import Refusal, SourceFile
from osce_kg.loaders.sources.jsonl import LONGEST_LINE, MOST_TOLD, read_jsonl, read_line
from osce_kg.ontology.facts import PageKind, SourceReading

TEXT = "Hall opens\nPRILEP, 4 May 2011 - The OSCE Mission to Skopje opened a hall for the young here today.\n"
ADDRESS = "https://www.osce.org/skopje/12345"


def row(**values: object) -> str:
    return json.dumps({"text": TEXT, **values})


def refusal(line: str | bytes) -> str:
    found = read_line(line.encode() if isinstance(line, str) else line, "x.jsonl#1")
    assert isinstance(found, Refusal)
    assert "\n" not in found.reason
    return found.reason


def test_each_line_is_a_page_with_what_is_declared_of_it(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(f"{row(url=ADDRESS)}\n\n{row(digest_of=ADDRESS)}\n{row()}")
    first, second, third = read_paths([path])
    assert isinstance(first, SourceReading)
    assert isinstance(second, SourceReading)
    assert isinstance(third, SourceReading)
    assert (first.location, first.kind, first.releases[0].number) == (ADDRESS, PageKind.RELEASE, "12345")
    assert (second.location, second.digest_of) == (f"{path}#3", ADDRESS)
    assert (third.location, third.url, third.digest_of) == (f"{path}#4", None, None)


def test_date_title_and_language_are_used_where_the_page_gives_none(tmp_path: Path) -> None:
    body = "The OSCE Mission to Skopje opened a hall for young people in Prilep this week.\n" * 4
    path = tmp_path / "pages.jsonl"
    path.write_text(
        "\n".join(
            [
                json.dumps(
                    {"html": f"<h1>Hall opens</h1><p>{body}</p>", "url": ADDRESS, "date": "2009-02-03"}
                ),
                row(date="2009-02-03T10:15:00Z", language="en-GB"),
            ]
        )
    )
    undated, dated = read_paths([path])
    assert isinstance(undated, SourceReading)
    assert isinstance(dated, SourceReading)
    assert undated.releases[0].issued == date(2009, 2, 3)
    assert dated.releases[0].issued == date(2011, 5, 4)
    found = read_line(row(title=" Hall\n opens ", language="FR").encode(), "")
    assert isinstance(found, SourceFile)
    assert (found.title, found.language) == ("Hall opens", "fr")


def test_html_goes_before_text_and_is_read_as_html_even_without_tags_at_its_start() -> None:
    found = read_line(json.dumps({"html": "Hall <b>opens</b>", "text": "no"}).encode(), "")
    assert isinstance(found, SourceFile)
    assert found.data == b"<!doctype html>Hall <b>opens</b>"
    empty = read_line(json.dumps({"html": None, "text": "Hall"}).encode(), "")
    assert isinstance(empty, SourceFile)
    assert empty.data == b"Hall"


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('{"text": "a"', "no JSON"),
        ("what is this", "no JSON"),
        ('["text"]', "a list, not a JSON object"),
        ('"text"', "text, not a JSON object"),
        ("null", "null, not a JSON object"),
        ("7", "a number, not a JSON object"),
        ('{"url": "https://www.osce.org/node/1"}', "neither"),
        ('{"text": " \\n"}', "neither"),
        ('{"text": ["a"]}', "'text' is a list"),
        ('{"html": {"a": 1}}', "'html' is an object"),
        ('{"text": "a", "url": 7}', "'url' is a number"),
        ('{"text": "a", "url": "javascript:alert(1)"}', "'url' is no address"),
        ('{"text": "a", "url": "https://www.osce.org/a b"}', "'url' is no address"),
        ('{"text": "a", "url": "https://www.osce.org/' + "a" * 3000 + '"}', "'url' is no address"),
        ('{"text": "a", "digest_of": "that one"}', "'digest_of' is no address"),
        ('{"text": "a", "date": "3 May 2005"}', "'date' is no day"),
        ('{"text": "a", "date": "2005-02-30"}', "'date' is no day"),
        ('{"text": "a", "date": 2005}', "'date' is a number"),
        ('{"text": "a", "title": true}', "'title' is true or false"),
        ('{"text": "a", "language": "English"}', "'language' is no code"),
        (b'{"text": "Z\xfcrich"}', "not UTF-8: byte 12"),
        ("[" * 200_000, "nested too deeply"),
        ('{"text": "a", "n": ' + "9" * 10_000 + "}", "too long"),
    ],
)
def test_a_line_that_is_no_page_says_why(line: str | bytes, word: str) -> None:
    assert word in refusal(line)


def test_bad_lines_do_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 10_000)
    path = tmp_path / "pages.jsonl"
    lines = [
        b"{",
        row().encode(),
        b"\xff\xfe",
        b"x" * 50_000,
        row(text="y" * 20_000).encode(),
        row().encode(),
    ]
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    found = list(read_jsonl(path))
    assert [isinstance(one, SourceFile) for one in found] == [False, True, False, False, False, True]
    assert [one.location for one in found] == [f"{path}#{number}" for number in range(1, 7)]
    assert isinstance(found[3], Refusal)
    assert "more than" in found[3].reason


def test_of_very_many_bad_lines_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text("x\n" * (MOST_TOLD + 5) + row())
    *told, page, counted = read_jsonl(path)
    assert len(told) == MOST_TOLD
    assert isinstance(page, SourceFile)
    assert isinstance(counted, Refusal)
    assert counted.reason.startswith("5 more")


def test_packed_lines_are_read_and_a_cut_or_a_wrong_name_is_told(tmp_path: Path) -> None:
    whole = gzip.compress("\n".join(row(n=n) for n in range(4000)).encode())
    for name, data in {"whole": whole, "cut": whole[: len(whole) // 2], "plain": row().encode()}.items():
        (tmp_path / f"{name}.jsonl.gz").write_bytes(data)
    assert len(list(read_jsonl(tmp_path / "whole.jsonl.gz"))) == 4000
    *pages, last = read_jsonl(tmp_path / "cut.jsonl.gz")
    assert pages
    assert all(isinstance(page, SourceFile) for page in pages)
    assert isinstance(last, Refusal)
    assert "cut off" in last.reason
    (plain,) = read_jsonl(tmp_path / "plain.jsonl.gz")
    assert isinstance(plain, Refusal)
    assert "not packed as its name says" in plain.reason


def test_a_bomb_is_stopped_without_filling_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb") as file:
        file.write(row().encode() + b"\n")
        for _ in range(128):
            file.write(b" " * 1024 * 1024)
    assert path.stat().st_size < 200_000
    tracemalloc.start()
    page, bomb = read_jsonl(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(page, SourceFile)
    assert isinstance(bomb, Refusal)
    assert "times its size" in bomb.reason
    assert peak < 3 * LONGEST_LINE


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.touch()
    (found,) = read_jsonl(path)
    assert isinstance(found, Refusal)
    assert "no lines" in found.reason


@given(st.binary(max_size=200))
def test_whatever_the_bytes_of_a_line_are_it_gives_a_page_a_reason_or_nothing(line: bytes) -> None:
    found = read_line(line, "x.jsonl#1")
    assert found is None or isinstance(found, SourceFile) or found.reason


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(["url", "text", "html", "date", "title", "language", "digest_of", "other"])


@given(st.dictionaries(KEYS, JSON | st.dates().map(str), max_size=8))
def test_whatever_a_line_says_it_gives_a_page_or_a_reason(values: dict[str, object]) -> None:
    found = read_line(json.dumps(values).encode(), "x.jsonl#1")
    if isinstance(found, Refusal):
        assert found.reason
        return
    assert isinstance(found, SourceFile)
    assert found.data.decode("utf-8").strip()
    assert found.url is None or found.url.startswith("http")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip), st.dates())
def test_text_and_date_come_out_as_they_went_in(text: str, day: date) -> None:
    found = read_line(json.dumps({"text": text, "date": str(day)}).encode(), "x.jsonl#1")
    assert isinstance(found, SourceFile)
    assert (found.data.decode("utf-8"), found.date) == (text, day)


def test_half_a_character_becomes_the_sign_for_none() -> None:
    found = read_line(b'{"text": "a\\ud800b"}', "x.jsonl#1")
    assert isinstance(found, SourceFile)
    assert found.data.decode("utf-8") == "a\ufffdb"
