"""Finds what the sentences name: States, bodies, field operations, organizations, places, events, documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .model import Context, EntityMention, Sentence

if TYPE_CHECKING:
    from ...ontology.reference import Reference

__all__ = ["find_mentions"]


def find_mentions(
    context: Context, sentences: Sequence[Sentence], reference: Reference
) -> tuple[EntityMention, ...]:
    """What the sentences name, in the order of the text."""
    return ()
