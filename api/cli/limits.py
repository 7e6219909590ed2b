"""A time limit that holds, whatever the work is doing."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from typing import TypeVar

from ..ontology.errors import OsceKgError

__all__ = ["TimeLimitError", "within"]

Result = TypeVar("Result")


class TimeLimitError(OsceKgError):
    """The work was not done in the time that it was given. It may still go on: end the process."""


def within(seconds: float, work: Callable[[], Result], what: str = "the query") -> Result:
    """Does the work in a thread of its own and waits at most so long (0: without end); raises TimeLimitError.

    The engine lets go of the interpreter while it answers, but cannot be told to stop: the caller ends the
    process.

    >>> within(5, lambda: 7)
    7
    """
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            traceback.clear_frames(error.__traceback__)  # results of the engine must end in their own thread
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds or None)
    if errors:
        raise errors[0]
    if results:
        return results[0]
    raise TimeLimitError(f"{what} took longer than {seconds:g} s; --timeout sets another limit")
