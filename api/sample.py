"""The bundled sample: digests of real releases in our own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

__all__ = ["sample_folder"]


@contextmanager
def sample_folder() -> Iterator[Path]:
    """The folder of the sample, as long as it is needed."""
    with resources.as_file(resources.files("osce_kg.loaders") / "sample") as folder:
        yield folder
