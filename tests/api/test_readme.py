"""What the README shows can be typed: each command, each option and each name of the API exists."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import osce_kg
import pytest
from osce_kg.cli.application import application
from osce_kg.knowledge_graph import KnowledgeGraph
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
