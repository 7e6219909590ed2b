"""The command line: what it prints, and with which exit code it ends."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from osce_kg.queries.library import questions

from tests.api.conftest import RELEASE, Run

COMMANDS = [
    "load",
    "forget",
    "snapshots",
    "restore",
    "facts",
    "taxonomy",
    "evaluate",
    "query",
    "ask",
    "find",
    "show",
    "export",
    "draw",
    "stats",
    "validate",
    "demo",
    "version",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert command in run("--help").output
    assert "Example" in result.output
    assert f" {command}" in result.output.partition("Example")[2]


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_question_shows_its_parameters(run: Run, name: str) -> None:
    result = run("ask", name, "--help")
    assert result.exit_code == 0
    assert all(f"--{parameter.name}" in result.output for parameter in questions()[name].parameters)


def test_ask_alone_lists_the_questions(run: Run) -> None:
    result = run("ask")
    assert result.exit_code == 0
    assert all(name in result.output for name in questions())
    assert {row["name"] for row in json.loads(run("ask", "--json").output)} == set(questions())


def test_a_question_is_answered_as_a_table_as_csv_and_as_json(run: Run) -> None:
    asked = ("ask", "who-led", "--mission", "OSCE Mission to Skopje")
    assert "Carlos Pais" in run(*asked).output
    rows = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv").stdout)))
    assert "Carlos Pais" in {row["personLabel"] for row in rows}
    found = json.loads(run(*asked, "--format", "json").stdout)
    assert "personLabel" in found["head"]["vars"]


def test_rows_are_had_in_the_formats_of_the_w3c(run: Run) -> None:
    asked = ("query", "SELECT ?label { state:fi rdfs:label ?label }", "--format")
    assert run(*asked, "tsv").stdout.splitlines() == ["?label", '"Finland"@en']
    result = ElementTree.fromstring(run(*asked, "xml").stdout)
    assert [found.text for found in result.iter("{http://www.w3.org/2005/sparql-results#}literal")] == [
        "Finland"
    ]


def test_a_table_can_have_some_columns_only(run: Run) -> None:
    asked = ("ask", "who-led", "--mission", "OSCE Mission to Skopje", "--columns")
    assert "head of mission" not in run(*asked, "person,from").stdout
    assert "the columns are person" in run(*asked, "colour").stderr


def test_the_sparql_of_a_question_can_be_had(run: Run) -> None:
    sparql = run("ask", "who-led", "--mission", "mission:mission-skopje", "--sparql").stdout
    assert json.loads(run("query", sparql, "--format", "json").stdout)["results"]["bindings"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("ask", "who-led"), 2, "needs mission"),
        (("ask", "who-led", "--mission", "OSCE Mision to Skopje"), 1, "did you mean"),
        (("ask", "who-led", "--mission", "OSCE Mission"), 1, "can mean"),
        (("ask", "who-held", "--post", "Chairperson-in-Office", "--day", "2003-02-31"), 2, "no day"),
        (("ask", "who-lead"), 2, "who-lead"),
        (("ask", "who-led", "--misson", "x"), 2, "--misson"),
        (("query", "SELECT ?x { ?x a } LIMIT"), 1, "line 1, column"),
        (("query", "DROP ALL"), 1, "only reads"),
        (("query", ""), 1, "the query is empty"),
        (("query", "/"), 1, "is a directory"),
        (("query", "ASK {}", "--json", "--format", "csv"), 2, "two formats"),
        (("query", "ASK {}", "--json", "--format", "table"), 2, "two formats"),
        (("ask", "--json", "who-spoke", "--format", "csv"), 2, "two formats"),
        (("ask", "who-spoke", "--json", "--columns", "who"), 2, "--columns"),
        (("ask", "organizers-of", "--kind", "osce:Nope"), 2, "osce:Conference"),
        (("find", "skopje", "--kind", "nope"), 2, "mission, organization, person"),
        (("draw", "Belgium", "--projection", "who-sends-whom", "--out", "x.html"), 2, "just one"),
        (("draw", "--mentions", "--out", "x.html"), 2, "name one"),
        (("draw", "--out", "x.png"), 1, "HTML"),
        (("export", "-", "--json"), 2, "--json"),
        (("query", "no-such-file.rq"), 1, "no-such-file.rq"),
        (("show", "person:nobody-at-all"), 1, "person:nobody-at-all"),
        (("export", "graph.docx"), 1, "suffix"),
        (("draw", "--projection", "who-loves-whom", "--out", "x.html"), 1, "who-loves-whom"),
        (("forget", "https://example.org/nowhere"), 1, "https://example.org/nowhere"),
        (("restore", "snapshot-999999"), 1, "snapshot-999999"),
        (("facts", "nowhere.txt"), 1, "nowhere.txt"),
        (("facts",), 2, "PAGE"),
        (("load",), 2, "PATH"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_what_goes_wrong_is_one_line_and_an_exit_code(
    run: Run, arguments: tuple[str, ...], code: int, says: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert says in result.output
    assert "Traceback" not in result.output
    if "Usage" not in result.stderr:
        assert len(result.stderr.strip().splitlines()) == 1


def test_a_store_that_is_not_there_is_one_line(run: Run, tmp_path: Path) -> None:
    for command in (("stats",), ("ask", "who-spoke"), ("find", "x"), ("export", str(tmp_path / "a.ttl"))):
        result = run(*command, store=tmp_path / "none")
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda store: (store / "CURRENT").write_text("snapshot-000099"), "snapshot-000099"),
        (lambda store: shutil.rmtree(next(store.glob("snapshot-*")) / "graph"), "graph"),
        (lambda store: newer(next(store.glob("snapshot-*")) / "manifest.json"), "update osce-kg"),
        (lambda store: (next(store.glob("snapshot-*")) / "manifest.json").write_text("{"), "manifest"),
    ],
)
def test_a_damaged_store_is_one_line(
    run: Run, loaded: Path, tmp_path: Path, damage: Callable[[Path], object], says: str
) -> None:
    store = tmp_path / "store"
    shutil.copytree(loaded, store)
    damage(store)
    for arguments in (("stats",), ("ask", "who-spoke"), ("load", str(loaded.parent / "yerevan.txt"))):
        result = run(*arguments, store=store)
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1), result.output
        assert says in result.stderr


def newer(manifest: Path) -> None:
    content = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps({**content, "format": 99}), encoding="utf-8")


def test_damage_names_a_snapshot_that_can_be_restored(run: Run, loaded: Path, tmp_path: Path) -> None:
    store, page = tmp_path / "store", tmp_path / "more.txt"
    shutil.copytree(loaded, store)
    page.write_text(RELEASE.replace("Bitola", "Ohrid"), encoding="utf-8")
    assert run("load", str(page), store=store).exit_code == 0
    for path in store.glob("snapshot-000002/*/*.sst"):
        path.unlink()
    for arguments in (("stats",), ("load", str(page)), ("find", "x"), ("forget", "x")):
        result = run(*arguments, store=store)
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1), result.output
        assert "osce-kg restore snapshot-000001" in result.stderr
    assert "current, damaged" in run("snapshots", store=store).stdout
    (store / "CURRENT").write_bytes(b"")
    assert "osce-kg restore" in run("stats", store=store).stderr
    assert [row["damaged"] for row in json.loads(run("snapshots", "--json", store=store).stdout)] == [
        False,
        True,
    ]
    restored = run("restore", "snapshot-000001", "--json", store=store)
    assert json.loads(restored.stdout) == {"current": "snapshot-000001"}
    assert run("stats", store=store).exit_code == 0


def test_json_is_the_same_wherever_it_is_asked_for(run: Run) -> None:
    question = ("who-led", "--mission", "OSCE Mission to Skopje")
    expected = run("ask", *question, "--format", "json").stdout
    assert json.loads(expected)["results"]["bindings"]
    assert run("ask", *question, "--json").stdout == expected
    assert run("ask", "--json", *question).stdout == expected
    assert run("ask", "--json", *question, "--format", "json").stdout == expected
    sparql = json.loads(run("ask", *question, "--json", "--sparql").stdout)["sparql"]
    assert run("query", sparql, "--json").stdout == run("query", sparql, "--format", "json").stdout


def test_a_query_file_that_is_no_text_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bin.rq").write_bytes(b"\xff\xfeS")
    for result in (run("query", str(tmp_path / "bin.rq")), run("query", "-", given=b"ASK \xff")):
        assert result.exit_code == 1
        assert "not UTF-8" in result.stderr
        assert "fault" not in result.stderr


def test_a_path_that_is_not_there_ends_a_load_with_1(run: Run, tmp_path: Path, pages: Path) -> None:
    store = tmp_path / "store"
    result = run("load", str(tmp_path / "typo.txt"), str(pages / "bitola.txt"), store=store)
    assert result.exit_code == 1
    assert "typo.txt" in result.stderr
    assert "1 release" in result.stdout


def test_paths_are_those_of_the_folder_where_one_stands(
    run: Run, tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = tmp_path / "store"
    assert run("load", "pages", store=store).exit_code == 0
    assert "all valid" in run("validate", "pages/bitola.txt", store=store).stdout
    assert "Bitola" in run("export", "-", "--source", "pages/bitola.txt", store=store).stdout
    assert run("forget", "pages/bitola.txt", store=store).exit_code == 0


def test_a_twin_stays_and_is_named(run: Run, tmp_path: Path, pages: Path) -> None:
    store = tmp_path / "store"
    shutil.copyfile(pages / "bitola.txt", pages / "copy.txt")
    run("load", str(pages), store=store)
    result = run("forget", str(pages / "copy.txt"), store=store)
    assert "stays" in result.stdout
    assert str(pages / "bitola.txt") in result.stdout
    assert json.loads(run("stats", "--json", store=store).stdout)["sources"] == 2
    forgotten = json.loads(run("forget", str(pages / "bitola.txt"), "--json", store=store).stdout)
    assert (forgotten["removed"], forgotten["kept"]) == ([str(pages / "bitola.txt")], [])


def test_a_checked_load_is_one_json_document(run: Run, tmp_path: Path, pages: Path) -> None:
    report = json.loads(run("load", str(pages), "--validate", "--json", store=tmp_path / "store").stdout)
    assert report["validation"]["violations"] == []


def test_a_query_that_takes_too_long_ends(run: Run) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }"
    result = run("query", endless, "--timeout", "0.3")
    assert result.exit_code == 1
    assert "longer than 0.3 s" in result.stderr


def test_a_query_comes_from_a_file_or_from_input(run: Run, tmp_path: Path) -> None:
    sparql = "SELECT ?label { state:be rdfs:label ?label }"
    (tmp_path / "mine.rq").write_text(sparql, encoding="utf-8")
    for given in (run("query", str(tmp_path / "mine.rq")), run("query", "-", given=sparql)):
        assert "Belgium" in given.stdout
    assert run("query", "ASK { state:be a osce:State }").stdout == "yes\n"
    assert run("query", sparql, "--format", "csv").stdout == "label\nBelgium\n"
    assert (
        json.loads(run("query", "ASK { state:be a osce:State }", "--format", "json").stdout)["boolean"]
        is True
    )
    assert run("query", "CONSTRUCT WHERE { state:be a ?x }", "--format", "csv").exit_code == 1
    assert "state:be" in run("query", "CONSTRUCT { state:be a ?x } { state:be a ?x }").stdout


def test_find_ends_with_1_and_suggests_where_nothing_has_the_words(run: Run) -> None:
    assert "mission:mission-skopje" in run("find", "osce", "mission", "to", "skop").stdout
    result = run("find", "Carlos Paas")
    assert result.exit_code == 1
    assert "Carlos Pais" in result.stdout


def test_a_card_shows_posts_and_sentences(run: Run) -> None:
    shown = run("show", "Carlos", "Pais").stdout
    assert "Head of Mission" in shown
    assert "lose no time" in shown
    assert json.loads(run("show", "Carlos Pais", "--json").stdout)["label"] == "Carlos Pais"


def test_load_prints_what_was_new_and_what_was_refused(run: Run, tmp_path: Path, pages: Path) -> None:
    (pages / "empty.txt").write_bytes(b"")
    store = tmp_path / "store"
    first = run("load", str(pages), store=store)
    assert first.exit_code == 0
    assert "empty.txt" in first.stderr
    second = run("load", str(pages), store=store)
    assert "Nothing is new" in second.stdout
    assert run("load", str(pages), "--strict", store=store).exit_code == 1
    report = json.loads(run("load", str(pages), "--json", store=store).stdout)
    assert (report["unchanged"], len(report["refused"])) == (2, 1)
    assert "current" in run("snapshots", store=store).stdout
    assert run("forget", str(pages / "bitola.txt"), store=store).exit_code == 0


def test_a_page_can_come_from_input(run: Run, tmp_path: Path) -> None:
    result = run("load", "-", store=tmp_path / "store", given=RELEASE)
    assert result.exit_code == 0
    assert "1 release" in result.stdout


def test_facts_are_tab_separated_and_one_file_each(run: Run, tmp_path: Path, pages: Path) -> None:
    lines = [line.split("\t") for line in run("facts", str(pages / "bitola.txt")).stdout.splitlines()]
    assert ["date", "", "2005-05-03"] in [line[:3] for line in lines]
    assert {len(line) for line in lines} == {4}
    explained = run("facts", str(pages / "bitola.txt"), "--explain").stdout.splitlines()
    assert {len(line.split("\t")) for line in explained} == {9}
    cells = next(line.split("\t") for line in explained if line.startswith("mentions\tfield-operation"))
    assert cells[7:] == ["OSCE Mission to Skopje", "field_operations:mission_skopje"]
    out = tmp_path / "out"
    other = tmp_path / "other"
    other.mkdir()
    (other / "bitola.txt").write_text("Nothing to see here.", encoding="utf-8")
    result = run("facts", str(pages / "bitola.txt"), str(other / "bitola.txt"), "--out", str(out))
    assert result.exit_code == 0
    assert sorted(file.name for file in out.iterdir()) == ["bitola-2.facts.tsv", "bitola.facts.tsv"]
    assert (out / "bitola-2.facts.tsv").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    "stage", ["layout", "sentences", "mentions", "parties", "events", "statements", "fields"]
)
def test_each_stage_can_be_looked_at(run: Run, pages: Path, stage: str) -> None:
    assert run("facts", str(pages / "bitola.txt"), "--stage", stage).stdout
    assert run("facts", str(pages / "bitola.txt"), "--stage", "guesswork").exit_code == 1


def test_the_navigation_is_printed_as_a_tree(run: Run) -> None:
    page = "-\nStructures and institutions\n- Chairpersonship\n-\nField operations\n- Mission to Skopje\n"
    shown = run("taxonomy", "-", given=page)
    assert shown.exit_code == 0
    assert "    Mission to Skopje" in shown.stdout
    assert run("taxonomy", "-", given=RELEASE).exit_code == 1


def test_what_a_page_says_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(RELEASE.replace("Carlos Pais", "Carlos \x1b[31mPais\x9b2J"), encoding="utf-8")
    for arguments in ((), ("--explain",), ("--stage", "sentences")):
        shown = run("facts", str(page), *arguments).stdout
        assert "\x1b" not in shown
        assert "\x9b" not in shown


def test_export_writes_to_a_file_and_to_output(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path / "graph.nt.gz"), "--flat").exit_code == 0
    assert (tmp_path / "graph.nt.gz").read_bytes()[:2] == b"\x1f\x8b"
    assert "state:be a" in run("export", "-", "--entity", "Belgium").stdout


def test_a_picture_is_drawn_of_entities(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "skopje.html"
    result = run("draw", "OSCE Mission to Skopje", "--out", str(path))
    assert result.exit_code == 0
    assert "Skopje" in path.read_text(encoding="utf-8")


def test_validate_says_how_much_was_checked(run: Run, loaded: Path) -> None:
    result = run("validate", str(loaded.parent / "yerevan.txt"))
    assert (result.exit_code, "all valid" in result.stdout) == (0, True)
    assert run("validate", "nowhere.txt").exit_code == 1


def test_stats_and_version_are_for_machines_too(run: Run) -> None:
    assert json.loads(run("stats", "--json").stdout)["sources"] == 2
    assert "triples" in run("stats").stdout
    assert "pyoxigraph" in json.loads(run("version", "--json").stdout)


def test_the_version_can_be_had_by_an_option_as_by_a_command(run: Run) -> None:
    assert run("--version").stdout == run("version").stdout
    assert run("--version").exit_code == 0
