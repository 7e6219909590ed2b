"""What the README shows can be typed: each command, each option and each name of the API exists."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import osce_kg
import pytest
from osce_kg.cli.application import application
from osce_kg.knowledge_graph import KnowledgeGraph
from osce_kg.sample import sample_folder
from typer.testing import CliRunner

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"(?m)^    (?:\$ )?(osce-kg .*)", README)))


def test_there_are_some() -> None:
    assert len(COMMANDS) > 10


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_exists_with_its_options(command: str) -> None:
    words = shlex.split(command.partition(" | ")[0])[1:]
    path = words[: 2 if words[0] == "ask" else 1]
    shown = CliRunner().invoke(application(), [*path, "--help"])
    assert shown.exit_code == 0
    for option in (word for word in words if word.startswith("--")):
        assert option in shown.output


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\bkg\.(\w+)", README))))
def test_the_method_exists(name: str) -> None:
    assert hasattr(KnowledgeGraph, name)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\bosce_kg\.(\w+)", README))))
def test_the_function_exists(name: str) -> None:
    assert name in osce_kg.__all__


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_the_file_is_there(target: str) -> None:
    assert (Path(__file__).parents[2] / target).is_file()


SHOWN = re.compile(r"(?m)^    \$ (osce-kg .*)\n((?:    .*\n|\n(?=    ))*)")


def test_the_output_is_what_the_demo_store_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With OSCE_KG_UPDATE_README set, the README is given what is printed now."""
    monkeypatch.setenv("COLUMNS", "112")
    with sample_folder() as sample:
        osce_kg.open(tmp_path / "store").load(sample)

    def printed(match: re.Match[str]) -> str:
        arguments = ["--store", str(tmp_path / "store"), *shlex.split(match[1])[1:]]
        lines = CliRunner().invoke(application(), arguments).stdout.rstrip().splitlines()
        return f"    $ {match[1]}\n" + "".join(f"    {line}".rstrip() + "\n" for line in lines)

    now = SHOWN.sub(printed, README)
    if os.environ.get("OSCE_KG_UPDATE_README"):
        (Path(__file__).parents[2] / "README.md").write_text(now, encoding="utf-8")
    assert len(SHOWN.findall(README)) >= 3
    assert now == README
