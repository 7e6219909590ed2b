"""The public names, gathered: `osce_kg` gives them out one by one."""

from __future__ import annotations

from .intake import LoadReport
from .knowledge_graph import KnowledgeGraph
from .ontology.errors import OsceKgError
from .queries.card import Card
from .queries.library import Question, questions
from .queries.rows import Rows, Triples
from .queries.search import Found
from .stats import Stats

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

facts = KnowledgeGraph.facts
open = KnowledgeGraph.open  # noqa: A001 - as in `osce_kg.open(path)`
