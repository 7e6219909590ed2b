"""The program itself, as a process: signals, pipes, settings from the environment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "osce_kg"]


def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
        cwd="/",
    )


@contextmanager
def interruptible(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The program with Ctrl-C as at a terminal, also where the tests run behind `nohup` or `&`.

    Whatever happens, nothing of it is left running.
    """
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def test_the_store_can_come_from_the_environment(loaded: Path, tmp_path: Path) -> None:
    assert "2 pages" in call("stats", OSCE_KG_STORE=str(loaded)).stdout
    assert call("stats", OSCE_KG_STORE=str(tmp_path / "none")).returncode == 1


def test_without_a_command_it_says_how_it_is_used() -> None:
    result = call()
    assert result.returncode == 2
    assert "osce-kg" in result.stdout + result.stderr


def test_importing_the_package_loads_no_engine() -> None:
    code = (
        "import sys, osce_kg; print(sorted({'pyoxigraph', 'rdflib', 'networkx', 'rich'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "arguments", [["export", "-"], ["query", "SELECT * { ?s ?p ?o }", "--format", "csv"]]
)
def test_a_reader_that_goes_away_is_no_error(loaded: Path, arguments: list[str]) -> None:
    with subprocess.Popen(
        [*PROGRAM, "--store", str(loaded), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["show", "--help"],
        ["--version"],
        ["version"],
        ["show", "Karel De Gucht"],
        ["stats"],
        ["explain", "person:karel-de-gucht"],
        ["find", "OSCE"],
        ["ask"],
        ["evaluate", "--bench"],
        ["snapshots"],
        ["snapshots", "--json"],
    ],
    ids=" ".join,
)
def test_no_reader_at_all_is_no_error_for_any_command(loaded: Path, arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [*PROGRAM, "--store", str(loaded), *arguments], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize(
    "arguments", [("query", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f) }")]
)
def test_ctrl_c_ends_a_running_query_with_one_line(loaded: Path, arguments: tuple[str, ...]) -> None:
    with interruptible("--store", str(loaded), *arguments, "--timeout", "0") as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert len(errors.splitlines()) == 1


def test_ctrl_c_while_loading_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1500):
        text = f"Hall {number} opens\n\nSKOPJE, 4 May 2011 - The OSCE Mission opened hall {number} today.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    store = tmp_path / "store"
    assert call("--store", str(store), "load", str(folder / "1.txt")).returncode == 0
    before = call("--store", str(store), "stats").stdout
    with interruptible("--store", str(store), "load", str(folder)) as process:
        time.sleep(1.2)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, len(errors.splitlines())) == (130, 1)
    assert call("--store", str(store), "stats").stdout == before


def test_the_program_works_from_another_folder_without_its_source() -> None:
    result = call("version")
    assert result.returncode == 0
    assert result.stdout.startswith("osce-kg ")
