"""What every command has around it: errors become one line and an exit code."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from ..ontology.errors import OsceKgError
from ..queries.terms import ParameterError
from .output import fail

__all__ = ["guarded"]

P = ParamSpec("P")
R = TypeVar("R")


def guarded(command: Callable[P, R]) -> Callable[P, R]:
    """A command whose errors are one line each, with an exit code.

    1 where something was refused or is invalid, 2 where the command was not used as it is meant, 130 at
    Ctrl-C.

    With OSCE_KG_DEBUG set, errors keep their traceback.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        debug = bool(os.environ.get("OSCE_KG_DEBUG"))
        try:
            result = command(*args, **kwargs)
            sys.stdout.flush()
        except KeyboardInterrupt:
            fail("interrupted: what was there before is unchanged")
            raise SystemExit(130) from None
        except OsceKgError as error:
            if debug:
                raise
            fail(str(error))
            raise SystemExit(2 if isinstance(error, ParameterError) else 1) from None
        except OSError as error:
            if debug:
                raise
            fail(_system(error))
            raise SystemExit(1) from None
        except MemoryError:
            fail("there is not enough memory for this")
            raise SystemExit(1) from None
        except Exception as error:
            if debug:
                raise
            fail(f"a fault of osce-kg itself: {type(error).__name__}: {error} (OSCE_KG_DEBUG=1 shows where)")
            raise SystemExit(1) from None
        return result

    return run


def _system(error: OSError) -> str:
    if error.strerror is None:
        return str(error)
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror[:1].lower()}{error.strerror[1:]}"
