"""A knowledge graph of the OSCE, in which every fact has the sentence that it came from.

>>> import osce_kg
>>> page = "VIENNA, 5 May 2005 - The OSCE Chairman-in-Office met the press."
>>> [line.object for line in osce_kg.facts(page)][:2]
['2005-05-05', 'Vienna']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .doors import (
        Card,
        Found,
        KnowledgeGraph,
        LoadReport,
        OsceKgError,
        Question,
        Rows,
        Stats,
        Triples,
        facts,
        open,  # noqa: A004 - as in `osce_kg.open(path)`
        questions,
    )

__all__ = [
    "Card",
    "Found",
    "KnowledgeGraph",
    "LoadReport",
    "OsceKgError",
    "Question",
    "Rows",
    "Stats",
    "Triples",
    "facts",
    "open",
    "questions",
]


def __getattr__(name: str) -> Any:
    """Imports what is asked for when it is asked for, so that `import osce_kg` is quick."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(".doors", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
