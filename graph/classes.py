"""The classes that a node bears: its own and those above it, so that no question needs inference."""

from __future__ import annotations

from functools import lru_cache

from ..ontology.schema import schema
from ..ontology.vocabulary import expand
from .terms import Lines

__all__ = ["bear", "bear_class"]


@lru_cache(maxsize=512)
def _types(term: str) -> tuple[str, ...]:
    return tuple(f"<{known}>" for known in schema().classes(term))


def bear_class(lines: Lines, subject: str, term: str) -> None:
    """Gives the subject a class, by its IRI, and the classes above it."""
    lines.add(subject, "rdf:type", *_types(term))


def bear(lines: Lines, subject: str, *names: str) -> None:
    """Gives the subject classes, by their prefixed names, and the classes above them."""
    for name in names:
        bear_class(lines, subject, expand(name))
