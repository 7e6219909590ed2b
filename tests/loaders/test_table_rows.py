"""No row of a table of words is there in vain: some rule asks for it, and no other row says as much."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

import pytest
from osce_kg.loaders.extraction.tables import read_table
from osce_kg.loaders.languages.folders import built_in
from osce_kg.loaders.layout.known import folded
from osce_kg.loaders.layout.sign_words import cell_pattern
from osce_kg.loaders.tables import read_rows

Row = Mapping[str, str]
Reader = Callable[[str], tuple[Row, ...]]

ROOMS: Final[Mapping[str, Reader]] = {
    "osce_kg.loaders.extraction": read_table,
    "osce_kg.loaders": read_rows,
}
REMARKS: Final = frozenset(("notes",))
"""Columns that are for people."""
ASKED_BY: Final = {
    "other_phrases": "others_news",
    "other_words": "others_news",
    "own_cells": "own_voice",
    "own_phrases": "own_voice",
    "own_words": "own_voice",
    "small_cells": "small_words",
    "small_words": "small_words",
}
"""The functions that ask a table for the words of one use, to the table."""


def tables() -> Iterator[tuple[str, tuple[Row, ...]]]:
    for room, read in ROOMS.items():
        for path in files(room).joinpath("tables").iterdir():
            if path.name.endswith(".tsv") and "language" not in path.name:
                name = path.name.removesuffix(".tsv")
                yield name, read(name)


TABLES: Final = dict(sorted(tables()))


def sources(folder: Traversable) -> Iterator[str]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from sources(path)
        elif path.name.endswith(".py"):
            yield path.read_text(encoding="utf-8")


@dataclass
class Uses:
    """How the code asks for a table: rows that have the given cells, or all of them."""

    whole: bool = False
    chosen: list[dict[str, str]] = field(default_factory=list)

    def take(self, row: Row) -> bool:
        return self.whole or any(
            all(row.get(column) == value for column, value in having.items()) for having in self.chosen
        )


def constant(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def named(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def conditions(generator: ast.comprehension) -> dict[str, str]:
    """The cells that a comprehension asks of its rows: `if row["kind"] == "start"`."""
    found: dict[str, str] = {}
    for test in generator.ifs:
        for part in test.values if isinstance(test, ast.BoolOp) else [test]:
            if isinstance(part, ast.Compare) and isinstance(part.left, ast.Subscript):
                column, value = constant(part.left.slice), constant(part.comparators[0])
                if column and value is not None and isinstance(part.ops[0], ast.Eq):
                    found[column] = value
    return found


@cache
def uses() -> Mapping[str, Uses]:
    found: dict[str, Uses] = {}
    for source in sources(files("osce_kg.loaders")):
        tree = ast.parse(source)
        inside: set[int] = set()
        for node in ast.walk(tree):
            for generator in getattr(node, "generators", ()):
                call = generator.iter
                if isinstance(call, ast.Call) and named(call) in ("read_table", "read_rows") and call.args:
                    inside.add(id(call))
                    having = conditions(generator)
                    use = found.setdefault(constant(call.args[0]) or "", Uses())
                    use.chosen.append(having)
                    use.whole |= not having
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or id(node) in inside:
                continue
            names = [name for name in map(constant, node.args) if name in TABLES]
            for name in names:
                use = found.setdefault(name, Uses())
                having = {}
                for keyword in node.keywords:
                    value = constant(keyword.value)
                    if keyword.arg and value is not None:
                        having[keyword.arg] = value
                if having or name not in ASKED_BY.values():
                    use.chosen.append(having)
                    use.whole |= not having
        for node in ast.walk(tree):
            table = ASKED_BY.get(named(node)) if isinstance(node, ast.Call) else None
            if isinstance(node, ast.Call) and table is not None and node.args:
                where = constant(node.args[0])
                if where:
                    found.setdefault(table, Uses()).chosen.append({"where": where})
            if isinstance(node, ast.Constant) and node.value in TABLES and node.value not in found:
                found.setdefault(node.value, Uses())
    return found


@pytest.mark.parametrize("name", TABLES)
def test_some_rule_asks_for_each_row(name: str) -> None:
    use = uses().get(name)
    assert use is not None, "no module names this table"
    if use.chosen:
        assert [dict(row) for row in TABLES[name] if not use.take(row)] == []


@pytest.mark.parametrize("name", TABLES)
def test_no_row_stands_twice(name: str) -> None:
    cells = [tuple(value for key, value in row.items() if key not in REMARKS) for row in TABLES[name]]
    assert [row for row, number in Counter(cells).items() if number > 1] == []


def tables_of_languages() -> Iterator[tuple[str, tuple[Row, ...]]]:
    for code in built_in().codes:
        for path in files("osce_kg.loaders.languages").joinpath(code).iterdir():
            if path.name.endswith(".tsv"):
                header, *lines = (row.split("\t") for row in path.read_text(encoding="utf-8").splitlines())
                rows = tuple(dict(zip(header, line, strict=False)) for line in lines)
                yield f"{code}/{path.name.removesuffix('.tsv')}", rows


OF_LANGUAGES: Final = dict(sorted(tables_of_languages()))


@pytest.mark.parametrize("name", OF_LANGUAGES)
def test_no_row_of_a_language_stands_twice(name: str) -> None:
    cells = [tuple(row.values()) for row in OF_LANGUAGES[name]]
    assert [row for row, number in Counter(cells).items() if number > 1] == []


@pytest.mark.parametrize("name", [name for name in OF_LANGUAGES if name.endswith("/page")])
def test_no_label_of_a_page_stands_twice_but_for_its_case(name: str) -> None:
    rows = [row for row in OF_LANGUAGES[name] if row["role"] in ("type", "drop", "listing", "end", "label")]
    keys = Counter((row["role"], folded(row["text"])) for row in rows)
    assert [key for key, number in keys.items() if number > 1] == []


@pytest.mark.parametrize("name", ["contact_lines"])
def test_no_beginning_of_a_line_has_another_as_its_own(name: str) -> None:
    phrases = [row["phrase"] for row in TABLES[name]]
    assert [a for a in phrases if any(a != b and a.startswith(b) for b in phrases)] == []


def test_no_mark_of_other_pages_begins_with_another_of_its_kind() -> None:
    rows = [(folded(row["text"]), row) for row in TABLES["no_release_marks"]]
    begins = [(text, row) for text, row in rows if row["where"] == "start"]
    vain = [
        row["text"]
        for text, row in rows
        if row["where"] != "section"
        and any(
            row is not other
            and text.startswith(begin)
            and (row["what"], row["even_with_dateline"]) == (other["what"], other["even_with_dateline"])
            and (
                len(text) > len(begin)
                or row["where"] != "start"
                or rows.index((text, row)) > rows.index((begin, other))
            )
            for begin, other in begins
        )
    ]
    assert vain == []


SEARCHED: Final = {
    "others_news": ("site", "text", "organization", "comments", "about", "host", "republisher", "chair"),
    "own_voice": ("spelling", "statement", "head", "delegate", "monitors", "report of monitors"),
}
"""The words of one use that are searched for anywhere: the shorter ones find what the longer ones would."""


@pytest.mark.parametrize(
    ("table", "where"), [(table, where) for table, uses in SEARCHED.items() for where in uses]
)
def test_no_words_of_the_gate_hold_others_of_their_kind(table: str, where: str) -> None:
    found = [row["words"] for row in TABLES[table] if row["where"] == where]
    patterns = {cell: re.compile(rf"(?<!\w)(?:{cell_pattern(cell)})(?!\w)", re.IGNORECASE) for cell in found}
    plain = [re.sub(r"[*()]", "", cell) for cell in found]
    vain = [
        text
        for cell, text in zip(found, plain, strict=True)
        for other in found
        if other != cell and patterns[other].search(text)
    ]
    assert vain == []


@pytest.mark.parametrize("table", ["others_news", "own_voice", "small_words"])
def test_no_word_of_the_gate_stands_twice_under_one_use(table: str) -> None:
    """Words that are told with regard to case may stand in two forms of it."""
    cells = Counter((row["where"], row["words"]) for row in TABLES[table])
    assert [cell for cell, number in cells.items() if number > 1] == []


def test_a_star_and_brackets_in_a_cell_stand_for_any_ending_and_for_words_that_may_be_missing() -> None:
    pattern = re.compile(cell_pattern("(joint) co-operat*"))
    assert all(pattern.fullmatch(text) for text in ("co-operation", "joint co-operates"))
    assert not pattern.fullmatch("joint")
    assert not pattern.fullmatch("jointco-operation")


def test_a_row_that_no_rule_asks_for_is_found() -> None:
    use = Uses(chosen=[{"kind": "start"}, {"kind": "end", "side": "left"}])
    assert use.take({"kind": "start", "side": "x"})
    assert not use.take({"kind": "end", "side": "right"})
    assert Uses(whole=True).take({})
