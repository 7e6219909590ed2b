"""A process that answers queries and can be ended: the only time limit that holds for every query.

The process reads questions from its standard input and writes answers to its standard output, each with its
length before it. A query that takes too long is ended with its process; the next one gets a new process.
Where the process that asks is gone, however it ended, its worker ends too, also in the middle of a query.

No command needs it, since a command ends with its query; it is for programs that answer many queries.
"""

from __future__ import annotations

import json
import os
import select
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Final

import pyoxigraph as ox

from .errors import QueryError, QueryRefusedError, QuerySyntaxError, QueryTimeoutError
from .query import Answer, AnswerKind, check_query, run_query

__all__ = ["QueryWorker"]

_LENGTH: Final = struct.Struct(">Q")
_ERROR: Final = "error"
_GRACE: Final = 30.0
_WATCH: Final = 0.5


class QueryWorker:
    """Answers queries on one database folder, one at a time, each within its time.

    Args:
        folder: the Oxigraph database; of a snapshot, `snapshot.folder / "graph"`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> QueryWorker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Starts the process if there is none, and waits until the database is open; raises QueryError."""
        if self._process is not None and self._process.poll() is None:
            return
        command = [sys.executable, "-m", __name__, str(self._folder), str(os.getpid())]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        kind, payload = self._receive(time.monotonic() + _GRACE)
        if kind == _ERROR:
            raise QueryError(json.loads(payload)["message"])

    def run(self, sparql: str, timeout: float) -> Answer:
        """Answers a query within `timeout` seconds.

        Raises:
            QueryTimeoutError: it took longer; its process is gone.
            QuerySyntaxError, QueryRefusedError, QueryError: as `run_query`.
        """
        check_query(sparql)
        self.start()
        until = time.monotonic() + timeout
        _send(self._pipe("stdin"), "query", sparql.encode())
        try:
            kind, payload = self._receive(until)
        except QueryTimeoutError:
            self.close()
            raise QueryTimeoutError(f"the query took longer than {timeout:g} s") from None
        if kind == _ERROR:
            raise _error(json.loads(payload))
        return Answer(AnswerKind(kind), payload)

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
            process.wait()

    def _pipe(self, name: str) -> IO[bytes]:
        pipe: IO[bytes] | None = getattr(self._process, name, None)
        if pipe is None:
            raise QueryError("the process that answers queries has ended")
        return pipe

    def _receive(self, until: float) -> tuple[str, bytes]:
        handle = self._pipe("stdout").fileno()
        (length,) = _LENGTH.unpack(_read(handle, _LENGTH.size, until))
        kind, _, payload = _read(handle, length, until).partition(b"\n")
        return kind.decode(), payload


def _read(handle: int, size: int, until: float) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        ready, _, _ = select.select([handle], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            raise QueryTimeoutError
        part = os.read(handle, min(1 << 20, size - len(parts)))
        if not part:
            raise QueryError("the process that answers queries ended: it may have run out of memory")
        parts += part
    return bytes(parts)


def _send(pipe: IO[bytes], kind: str, payload: bytes) -> None:
    body = kind.encode() + b"\n" + payload
    pipe.write(_LENGTH.pack(len(body)) + body)
    pipe.flush()


def _error(values: dict[str, object]) -> QueryError:
    message = str(values["message"])
    if values["kind"] == QuerySyntaxError.__name__:
        error = QuerySyntaxError(message)
        line, column = values["line"], values["column"]
        error.line = line if isinstance(line, int) else None
        error.column = column if isinstance(column, int) else None
        return error
    return {QueryRefusedError.__name__: QueryRefusedError}.get(str(values["kind"]), QueryError)(message)


def _end_with(parent: int) -> None:
    """Ends this process when it is no longer the child of `parent`: nobody waits for its answer then."""
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(0)


def _serve(folder: str, parent: int) -> None:
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    inward, outward = sys.stdin.buffer, sys.stdout.buffer
    try:
        store = ox.Store.read_only(folder)
    except (OSError, ValueError, RuntimeError) as error:
        _send(outward, _ERROR, json.dumps({"message": f"{folder} cannot be read: {error}"}).encode())
        return
    _send(outward, "ready", b"")
    while head := inward.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(head)
        sparql = inward.read(length).partition(b"\n")[2].decode()
        try:
            answer = run_query(store, sparql)
        except QueryError as error:
            values = {
                "kind": type(error).__name__,
                "message": str(error),
                "line": getattr(error, "line", None),
                "column": getattr(error, "column", None),
            }
            _send(outward, _ERROR, json.dumps(values).encode())
        else:
            _send(outward, answer.kind.value, answer.payload)


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]))
