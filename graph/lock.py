"""One writer at a time: a lock file that says who holds it."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from .errors import ReadOnlyError, StoreError, StoreLockedError

__all__ = ["writing"]

_NAME: Final = "lock"
_PAUSE: Final = 0.05
_READ_ONLY: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def writing(folder: Path, timeout: float = 0.0) -> Iterator[None]:
    """Holds the folder's write lock; the system frees it when the process ends, however it ends.

    Args:
        folder: the store, made where it is missing.
        timeout: how many seconds to wait for another writer.

    Raises:
        StoreLockedError: another process is still writing after that time; the message names it.
        ReadOnlyError: the folder cannot be written into.
        StoreError: the folder cannot be made, or its file system has no locks.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # The lock may be one's own in a folder that is closed: a load without news would write nothing else.
        if not os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        handle = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        if error.errno in _READ_ONLY:
            raise ReadOnlyError(f"{folder} cannot be written into: {error.strerror}") from error
        raise StoreError(f"{folder} cannot be a store: {error.strerror}") from error
    try:
        _acquire(handle, folder, time.monotonic() + timeout)
        _write_holder(handle)
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def _acquire(handle: int, folder: Path, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise StoreLockedError(f"{folder} is being written into by {_holder(handle)}") from None
            time.sleep(_PAUSE)
        except OSError as error:
            raise StoreError(f"{folder} cannot be locked: {error.strerror}") from error
        else:
            return


def _write_holder(handle: int) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    holder = json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": since})
    os.ftruncate(handle, 0)
    os.pwrite(handle, holder.encode(), 0)


def _holder(handle: int) -> str:
    try:
        holder = json.loads(os.pread(handle, 4096, 0))
        return f"process {holder['pid']} on {holder['host']}, since {holder['since']}"
    except (ValueError, KeyError, TypeError):
        return "another process"
