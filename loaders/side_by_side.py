"""Work on many pages in several processes, with the results in the order of the pages."""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Final, TypeVar

from ..ontology.errors import OsceKgError

__all__ = ["WorkerDiedError", "in_order"]

_WAITING_EACH: Final = 8
"""How many pages wait for each process: memory stays flat, however many there are."""

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class WorkerDiedError(OsceKgError):
    """A process that read pages was killed, as a system does that runs out of memory."""


def in_order(
    work: Callable[[_Item], _Result], items: Iterable[_Item], processes: int = 1
) -> Iterator[tuple[_Item, _Result]]:
    """Each item with what `work` makes of it, in the order of the items.

    Args:
        work: a function that other processes find by its name; what it raises is raised here.
        items: what to work on, taken as it is needed.
        processes: how many work side by side; with 1 it is this one. Each of several starts anew ("spawn"),
            so a script that asks for them needs `if __name__ == "__main__":`.

    Raises:
        ValueError: fewer than one process.
        WorkerDiedError: a process was killed.

    >>> list(in_order(len, ["one", "three"]))
    [('one', 3), ('three', 5)]
    """
    if processes < 1:
        raise ValueError(f"{processes} processes cannot work")
    if processes == 1:
        yield from ((item, work(item)) for item in items)
        return
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _prepared, gc.get_threshold()[:1])
    waiting: deque[tuple[_Item, Future[_Result]]] = deque()
    try:
        for item in items:
            waiting.append((item, pool.submit(work, item)))
            if len(waiting) > processes * _WAITING_EACH:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    except BrokenProcessPool as error:
        raise WorkerDiedError("a process that was reading pages was killed: try fewer at once") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _first(waiting: deque[tuple[_Item, Future[_Result]]]) -> tuple[_Item, _Result]:
    item, future = waiting.popleft()
    return item, future.result()


def _prepared(objects_before_collecting: int) -> None:
    """Leaves interrupts to the process that started this one, and looks for cycles as often as that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(objects_before_collecting)
