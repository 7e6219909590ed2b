"""The command line: `osce-kg` and `python -m osce_kg`."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Runs the command line and ends the process: 0 well, 1 refused or invalid, 2 wrong usage, 130 Ctrl-C."""
    try:
        from .application import application

        application()(prog_name="osce-kg")
    except KeyboardInterrupt:
        sys.stderr.write("osce-kg: interrupted\n")
        sys.exit(130)
