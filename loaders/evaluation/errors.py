"""The trouble that an evaluation can have."""

from __future__ import annotations

from ...ontology.errors import OsceKgError

__all__ = ["EvaluationError"]


class EvaluationError(OsceKgError):
    """There is nothing to evaluate, or what was asked of the evaluation makes no sense."""
