"""Pages that several processes read are told in their order, as one process tells them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Generator, Iterator

import pytest
from osce_kg.loaders.pipeline import read_source
from osce_kg.loaders.side_by_side import WorkerDiedError, in_order

PAGES = [
    f"Mission opens library {number}\n\nPRILEP, {number} May 2011 - The Head of the OSCE Spillover Monitor "
    f"Mission to Skopje, Ana Kos, opened a library in Prilep today.\n"
    for number in range(1, 31)
]


def read(page: str) -> tuple[str, ...]:
    reading = read_source(page.encode(), location="page.txt")
    return tuple(str(fact) for release in reading.releases for fact in release.facts)


def slow_at_first(number: int) -> int:
    time.sleep(0.3 if number == 0 else 0)
    return number


def killed_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refused_at_three(number: int) -> int:
    if number == 3:
        raise LookupError("three")
    return number


def test_two_processes_find_what_one_finds() -> None:
    alone = list(in_order(read, PAGES))
    assert all(facts for _, facts in alone)
    assert list(in_order(read, PAGES, 2)) == alone


def test_a_slow_page_keeps_its_place() -> None:
    assert [found for _, found in in_order(slow_at_first, range(40), 2)] == list(range(40))


def test_a_page_is_taken_only_when_it_is_nearly_its_turn() -> None:
    taken: list[int] = []

    def pages() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    results = in_order(slow_at_first, pages(), 2)
    assert isinstance(results, Generator)
    assert next(results) == (0, 0)
    results.close()
    assert len(taken) < 100


def test_a_process_that_is_killed_is_told() -> None:
    with pytest.raises(WorkerDiedError, match="killed"):
        list(in_order(killed_at_three, range(10), 2))


def test_what_reading_raises_is_raised() -> None:
    with pytest.raises(LookupError, match="three"):
        list(in_order(refused_at_three, range(10), 2))


def test_there_is_at_least_one_process() -> None:
    with pytest.raises(ValueError, match="0 processes"):
        list(in_order(read, PAGES, 0))
