"""Taking a graph away: files of Turtle and its kin, the same bytes for the same graph."""

from __future__ import annotations

import gzip
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, Final, Protocol

from .errors import ExportFormatError
from .jsonld import JsonLdWriter
from .scope import Everything, Scope, flatten
from .snapshot import Snapshot
from .turtle import TurtleWriter, comment_lines

__all__ = ["Format", "export", "format_of", "write"]

NOTICE: Final = "osce-kg. Data CC BY 4.0; quoted text remains the OSCE's."


class Sink(Protocol):
    """What bytes can be written into."""

    def write(self, data: bytes, /) -> object:
        """Takes the bytes."""
        ...


class Format(StrEnum):
    """What a graph can be written as; the value is the suffix of such a file."""

    TURTLE = "ttl"
    N_TRIPLES = "nt"
    N_QUADS = "nq"
    TRIG = "trig"
    JSON_LD = "jsonld"


def format_of(path: str | Path) -> Format:
    """The format that a file's suffix names, `.gz` left out; raises ExportFormatError.

    >>> format_of("graph.ttl.gz")
    <Format.TURTLE: 'ttl'>
    """
    name = Path(path).name.lower().removesuffix(".gz")
    try:
        return Format(name.rpartition(".")[2] if "." in name else "")
    except ValueError:
        known = ", ".join(f".{form}" for form in Format)
        raise ExportFormatError(f"{path}: the suffix is none of {known} (with .gz where wanted)") from None


def export(
    snapshot: Snapshot,
    path: str | Path,
    scope: Scope = Everything(),  # noqa: B008 - frozen, and shared by all calls on purpose
    *,
    form: Format | None = None,
    flat: bool = False,
) -> None:
    """Writes a file, whole or not at all.

    Args:
        snapshot: from which.
        path: the file; a name that ends in `.gz` is compressed.
        scope: what part; everything when left out.
        form: the format; what the suffix says when left out.
        flat: leave out mentions, evidence and stored texts.

    Raises:
        ExportFormatError: no format is known for the suffix.
        QueryError: the scope is not there, or its query cannot be answered.
    """
    path = Path(path)
    form = form or format_of(path)
    with _whole_file(path) as file:
        if path.suffix.lower() == ".gz":
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
                write(snapshot, packed, scope, form=form, flat=flat)
        else:
            write(snapshot, file, scope, form=form, flat=flat)


@contextmanager
def _whole_file(path: Path) -> Iterator[IO[bytes]]:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write(
    snapshot: Snapshot,
    file: Sink,
    scope: Scope = Everything(),  # noqa: B008 - frozen, and shared by all calls on purpose
    *,
    form: Format = Format.TURTLE,
    flat: bool = False,
) -> None:
    """Writes into an open file; the arguments and errors of `export`."""
    _WRITERS[form](snapshot, file, scope, flat)


def _parts(parts: Iterator[tuple[str, ...]], flat: bool) -> Iterator[tuple[str, ...]]:
    return (flatten(lines) for lines in parts) if flat else parts


def _copy(body: IO[bytes], file: Sink) -> None:
    body.seek(0)
    while part := body.read(1 << 20):
        file.write(part)


def _turtle(snapshot: Snapshot, file: Sink, scope: Scope, flat: bool) -> None:
    writer = TurtleWriter()
    with tempfile.SpooledTemporaryFile(max_size=1 << 26) as body:
        for lines in _parts(scope.parts(snapshot), flat):
            body.write(writer.blocks(lines).encode())
        file.write((comment_lines(NOTICE) + writer.header()).encode())
        _copy(body, file)


def _trig(snapshot: Snapshot, file: Sink, scope: Scope, flat: bool) -> None:
    writer = TurtleWriter()
    graphs = dict(scope.graphs(snapshot))
    with tempfile.SpooledTemporaryFile(max_size=1 << 26) as body:
        if not graphs or isinstance(scope, Everything):
            for lines in _parts(scope.parts(snapshot), flat):
                body.write(writer.blocks(lines).encode())
        for name, parts in graphs.items():
            body.write(f"{writer.name(name)} {{\n\n".encode())
            for lines in _parts(parts, flat):
                body.write(writer.blocks(lines).encode())
            body.write(b"}\n\n")
        file.write((comment_lines(NOTICE) + writer.header()).encode())
        _copy(body, file)


def _n_triples(snapshot: Snapshot, file: Sink, scope: Scope, flat: bool) -> None:
    for lines in _parts(scope.parts(snapshot), flat):
        file.write("".join(f"{line}\n" for line in lines).encode())


def _n_quads(snapshot: Snapshot, file: Sink, scope: Scope, flat: bool) -> None:
    graphs = dict(scope.graphs(snapshot))
    if not graphs or isinstance(scope, Everything):
        _n_triples(snapshot, file, scope, flat)
    for name, parts in graphs.items():
        for lines in _parts(parts, flat):
            file.write("".join(f"{line[:-1]}<{name}> .\n" for line in lines).encode())


def _json_ld(snapshot: Snapshot, file: Sink, scope: Scope, flat: bool) -> None:
    writer = JsonLdWriter()
    with tempfile.SpooledTemporaryFile(max_size=1 << 26) as body:
        between = b"\n"
        for lines in _parts(scope.parts(snapshot), flat):
            for node in writer.nodes(lines):
                body.write(between + node.encode())
                between = b",\n"
        file.write(f'{{"@context": {writer.context()},\n"@graph": ['.encode())
        _copy(body, file)
        file.write(b"\n]}\n")


_WRITERS: Final[Mapping[Format, Callable[[Snapshot, Sink, Scope, bool], None]]] = {
    Format.TURTLE: _turtle,
    Format.N_TRIPLES: _n_triples,
    Format.N_QUADS: _n_quads,
    Format.TRIG: _trig,
    Format.JSON_LD: _json_ld,
}
