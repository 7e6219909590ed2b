"""Snapshots: immutable folders of which one is current, made whole before anybody can learn their name.

A store is a folder. `CURRENT` names one of its snapshots; a load writes into `tmp-<n>`, brings that to the
disk, renames it and then repoints `CURRENT` in one atomic rename. Nothing that a reader can find is ever
written to again.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from .errors import DamagedStoreError, NewerStoreError, NoStoreError, StoreError, UnknownSnapshotError

__all__ = [
    "FORMAT",
    "GRAPH",
    "LEDGER",
    "Manifest",
    "broken",
    "current_name",
    "is_store",
    "land",
    "list_snapshots",
    "open_database",
    "prune",
    "read_manifest",
    "repoint",
    "sweep",
    "write_manifest",
]

FORMAT: Final = 1
"""The version of the folder's form; a store with a higher one is refused."""

GRAPH: Final = "graph"
LEDGER: Final = "ledger"
_CURRENT: Final = "CURRENT"
_MANIFEST: Final = "manifest.json"
_PREFIX: Final = "snapshot-"
_DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds, so that nobody has to count.

    format     the version of the folder's form
    sources    how many sources
    graphs     how many named graphs
    triples    how many triples the default graph holds
    quads      how many the named graphs hold together
    classes    by IRI of a class, how many nodes of the default graph bear it
    digest     of all named graphs: equal for equal contents, however they were loaded
    reference  digest of the reference tables; `ontology` of the rules for plain edges
    newest     the day of the newest release that is not dated after its load, as YYYY-MM-DD, else empty
    ahead      whether releases are dated after the day of the load
    based_on   the snapshot that it was made from, empty for the first
    """

    format: int = FORMAT
    sources: int = 0
    graphs: int = 0
    triples: int = 0
    quads: int = 0
    classes: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""
    reference: str = ""
    ontology: str = ""
    newest: str = ""
    ahead: bool = False
    based_on: str = ""


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_store(folder: Path) -> bool:
    """Whether a folder is a store; what cannot be read is none."""
    try:
        return _is_name((folder / _CURRENT).read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError):
        return False


def current_name(store: Path) -> str:
    """The name of the current snapshot.

    Raises:
        NoStoreError: the folder is missing or holds no store.
        DamagedStoreError: there are snapshots, but `CURRENT` is missing or names none.
    """
    try:
        name = (store / _CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        kept = list_snapshots(store)
        if kept:
            raise DamagedStoreError(f"{store}: {_CURRENT} is missing; {_restorable(store)}") from None
        raise NoStoreError(f"{store} holds no store: nothing was loaded into it yet") from None
    except NotADirectoryError:
        raise NoStoreError(f"{store} is no folder") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedStoreError(
            f"{store}: {_CURRENT} cannot be read: {error}; {_restorable(store)}"
        ) from error
    if not _is_name(name):
        what = f"names no snapshot: {name[:40]!r}" if name else "is empty"
        raise DamagedStoreError(f"{store}: {_CURRENT} {what}; {_restorable(store)}")
    return name


def _restorable(store: Path, damaged: str = "") -> str:
    """What can be done about damage, as the end of a message."""
    kept = [name for name in list_snapshots(store) if name != damaged]
    if not kept:
        return "no other snapshot is kept: load the pages into a new folder"
    return f"`osce-kg restore {kept[-1]}` goes back to a snapshot that is kept ({', '.join(kept)})"


def open_database(folder: Path) -> ox.Store:
    """Opens a database of a snapshot, to be read only; raises DamagedStoreError."""
    try:
        return ox.Store.read_only(str(folder))
    except (OSError, ValueError, RuntimeError) as error:
        raise broken(folder, error) from error


def broken(folder: Path, error: Exception) -> DamagedStoreError:
    """What to say of a database of a snapshot that cannot be read."""
    hint = _restorable(folder.parents[1], folder.parent.name)
    return DamagedStoreError(f"{folder} cannot be read: {' '.join(str(error).split())}; {hint}")


def _is_name(name: str) -> bool:
    return name.startswith(_PREFIX) and name.removeprefix(_PREFIX).isdigit()


def list_snapshots(store: Path) -> tuple[str, ...]:
    """The names of the snapshots that are kept, the oldest first."""
    try:
        names = [entry.name for entry in os.scandir(store) if entry.is_dir() and _is_name(entry.name)]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return tuple(sorted(names, key=lambda name: int(name.removeprefix(_PREFIX))))


def read_manifest(store: Path, name: str) -> Manifest:
    """The manifest of a snapshot, after a look at whether the snapshot is whole.

    Raises:
        UnknownSnapshotError: there is no such snapshot.
        DamagedStoreError: a part of it is missing or cannot be read.
        NewerStoreError: it was written in a form that this version does not know.
    """
    folder = store / name
    if not _is_name(name) or not folder.is_dir():
        kept = ", ".join(list_snapshots(store)) or "none"
        raise UnknownSnapshotError(f"{store} keeps no snapshot {name!r}; it keeps {kept}")
    try:
        values: dict[str, Any] = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        form = int(values["format"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedStoreError(
            f"{folder / _MANIFEST} cannot be read: {error}; {_restorable(store, name)}"
        ) from error
    if form > FORMAT:
        raise NewerStoreError(
            f"{folder} has form {form}; this version reads forms up to {FORMAT}: update osce-kg"
        )
    for part in (GRAPH, LEDGER):
        if not (folder / part / "CURRENT").is_file():
            raise DamagedStoreError(f"{folder / part} is missing or not whole; {_restorable(store, name)}")
    known = Manifest.__dataclass_fields__
    return Manifest(**{key: value for key, value in values.items() if key in known})


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Writes the manifest of a snapshot that is being made."""
    text = json.dumps(asdict(manifest), indent=1, sort_keys=True, ensure_ascii=False)
    (folder / _MANIFEST).write_text(text + "\n", encoding="utf-8")


def sweep(store: Path) -> None:
    """Removes what earlier writers left half-made; for the holder of the lock."""
    for entry in sorted(store.iterdir()):
        if entry.name.startswith("tmp-") or entry.name.endswith((".tmp", ".new")):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()


def land(store: Path, made: Path) -> str:
    """Makes a finished folder the current snapshot, and gives its name; at no instant is there none."""
    for folder, _, files in os.walk(made, topdown=False):
        for file in files:
            path = Path(folder, file)
            if file == "LOG" or file.startswith("LOG.old"):
                path.unlink()
            elif path.stat().st_nlink == 1:
                _sync(path)
        _sync(Path(folder))
    name = f"{_PREFIX}{_next_number(store):0{_DIGITS}d}"
    made.rename(store / name)
    _sync(store)
    repoint(store, name)
    return name


def _next_number(store: Path) -> int:
    return max((int(name.removeprefix(_PREFIX)) for name in list_snapshots(store)), default=0) + 1


def repoint(store: Path, name: str) -> None:
    """Makes a snapshot the current one, atomically and for good."""
    new = store / f"{_CURRENT}.new"
    new.write_text(name + "\n", encoding="utf-8")
    _sync(new)
    new.rename(store / _CURRENT)
    _sync(store)


def prune(store: Path, keep: int) -> tuple[str, ...]:
    """Removes all but the last `keep` snapshots, never the current one; gives the names of those removed."""
    if keep < 1:
        raise StoreError(f"at least one snapshot must be kept, not {keep}")
    current = current_name(store)
    gone = tuple(name for name in list_snapshots(store)[:-keep] if name != current)
    for name in gone:
        # Renamed first: what is half removed never bears the name of a snapshot.
        leaving = store / f"tmp-removed-{name}"
        (store / name).rename(leaving)
        with suppress(FileNotFoundError):
            shutil.rmtree(leaving)
    return gone
