"""The command line: `osce-kg` and `python -m osce_kg`."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import Any, Final

__all__ = ["main"]

# What pages are read into has no cycles: looking for some as often as Python does takes 5 to 10 % of a load.
_OBJECTS_BEFORE_COLLECTING: Final = 10_000


def main() -> None:
    """Runs the command line and ends the process: 0 well, 1 refused or invalid, 2 wrong usage, 130 Ctrl-C.

    Who reads its output through a pipe can stop at any time: that is no error of any command.
    """
    try:
        from .application import application

        _let_readers_go()
        gc.set_threshold(_OBJECTS_BEFORE_COLLECTING)
        try:
            application()(prog_name="osce-kg")
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("osce-kg: interrupted\n")
        sys.exit(130)


def _let_readers_go() -> None:
    """Ends the process with 0 where standard output is written to and has no reader any more.

    It is done below all that prints: rich and click each end with 1 then, before a command learns of it.
    """
    output = sys.stdout
    if not isinstance(output, io.TextIOWrapper) or output.isatty():
        return
    output.flush()
    sys.stdout = io.TextIOWrapper(
        io.BufferedWriter(_Output(output.fileno(), "wb", closefd=False)),
        encoding=output.encoding,
        errors=output.errors,
        line_buffering=output.line_buffering,
        write_through=output.write_through,
    )


class _Output(io.FileIO):
    """Standard output, whose reader may go away."""

    def write(self, data: Any) -> int:
        """Writes the bytes; raises SystemExit where nobody reads them."""
        try:
            return super().write(data)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())
            raise SystemExit(0) from None
