"""The demo: the bundled sample, loaded, asked, drawn and written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osce_kg.cli.application import application
from osce_kg.knowledge_graph import KnowledgeGraph
from osce_kg.queries.library import questions
from typer.testing import CliRunner


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("demo") / "new"
    result = CliRunner().invoke(application(), ["demo", "--dir", str(folder)])
    assert result.exit_code == 0, result.output
    return folder, result.stdout


def test_it_says_what_was_loaded_and_what_to_type_next(demo: tuple[Path, str]) -> None:
    folder, said = demo
    for words in (
        "participating State",
        "press release",
        "Who led the Mission",
        "United States",
        "digest of",
        "What to type",
    ):
        assert words in said
    for name in ("who-led-what.html", "who-sends-whom.html", "moldova.html", "osce.ttl"):
        assert (folder / name).stat().st_size > 10_000
        assert str(folder / name) in said


def test_a_second_run_says_that_nothing_is_new_and_leaves_the_files(demo: tuple[Path, str]) -> None:
    folder, _ = demo
    before = (folder / "who-led-what.html").stat().st_mtime_ns
    again = CliRunner().invoke(application(), ["demo", "--dir", str(folder)])
    assert "Nothing is new" in again.stdout
    assert (folder / "who-led-what.html").stat().st_mtime_ns == before


@pytest.mark.parametrize("name", sorted(questions()))
def test_the_example_of_each_question_has_an_answer_in_the_sample(demo: tuple[Path, str], name: str) -> None:
    graph = KnowledgeGraph.open(demo[0] / "store")
    assert len(graph.ask(name, **questions()[name].example)) > 0


def test_every_quotation_in_the_sample_is_marked_as_a_digest(demo: tuple[Path, str]) -> None:
    graph = KnowledgeGraph.open(demo[0] / "store")
    unmarked = (
        "ASK { ?e osce:inSource ?s FILTER NOT EXISTS { ?s a osce:Digest ; prov:wasDerivedFrom ?page } }"
    )
    assert graph.query(unmarked) is False


def test_it_is_one_json_document_for_machines(demo: tuple[Path, str]) -> None:
    folder, _ = demo
    told = json.loads(CliRunner().invoke(application(), ["demo", "--json", "--dir", str(folder)]).stdout)
    assert told["triples"] > 0
    assert all(Path(file).is_file() for file in told["files"])
    assert [bool(one["answer"]["results"]["bindings"]) for one in told["questions"]] == [True] * 3
