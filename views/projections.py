"""The named projections: one .rq file each, whose head says what it is about. A new one needs no Python."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources
from types import MappingProxyType

from ..ontology.errors import OsceKgError

__all__ = ["Projection", "UnknownProjectionError", "projection_named", "projections"]

_KEY = re.compile(r"#\s*(title|about|unit|from|to|verb|matrix|symmetric):\s*(.*)")


class UnknownProjectionError(OsceKgError, LookupError):
    """There is no projection of this name; the message names those that there are."""


@dataclass(frozen=True, slots=True)
class Projection:
    """A query that gives ?from, ?to and ?fact, and the words for a picture of it.

    unit       what is counted, singular and plural; likewise source and target
    verb       how a source comes to a target ("sent")
    matrix     whether sources and targets are two kinds, so that a matrix shows them
    symmetric  whether it means the same in both directions
    """

    name: str
    title: str
    about: str
    unit: tuple[str, str]
    source: tuple[str, str]
    target: tuple[str, str]
    verb: str
    sparql: str
    matrix: bool = False
    symmetric: bool = False


def _read(name: str, text: str) -> Projection | None:
    matches = [match for line in text.splitlines() if (match := _KEY.fullmatch(line)) is not None]
    found = {match[1]: match[2] for match in matches}
    if "unit" not in found:
        return None

    def both(key: str) -> tuple[str, str]:
        one, _, many = found[key].partition(", ")
        return one, many or one + "s"

    return Projection(
        name=name,
        title=found["title"],
        about=found["about"],
        unit=both("unit"),
        source=both("from"),
        target=both("to"),
        verb=found["verb"],
        sparql=text,
        matrix=found.get("matrix") == "yes",
        symmetric=found.get("symmetric") == "yes",
    )


@cache
def projections() -> Mapping[str, Projection]:
    """All named projections, in the order of their names.

    >>> sorted(projections())
    ['who-sends-whom', 'who-works-on-what', 'who-works-with-whom']
    """
    files = sorted(resources.files(__package__).iterdir(), key=lambda file: file.name)
    texts = {
        f.name.removesuffix(".rq"): f.read_text(encoding="utf-8") for f in files if f.name.endswith(".rq")
    }
    read = {name: _read(name, text) for name, text in texts.items()}
    return MappingProxyType({name: found for name, found in read.items() if found is not None})


def projection_named(name: str) -> Projection:
    """The projection of this name; raises UnknownProjectionError."""
    known = projections()
    if name not in known:
        near = get_close_matches(name, known, 1, 0.5)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
        raise UnknownProjectionError(f"there is no projection {name!r}; {hint}")
    return known[name]
