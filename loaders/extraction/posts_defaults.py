"""Whom a post is for that a name bears and that says nothing of it: by the kind of post."""

from __future__ import annotations

from typing import Final

from ...ontology.facts import Entity
from .people_line import Line
from .posts_model import PostPhrase
from .posts_whom import Antecedents

__all__ = ["default_whom"]

_ENVOYS: Final = ("special envoy", "envoy", "personal envoy")
_TERRITORIAL: Final = ("commissioner", "governor", "prefect", "commissioner general")
_MISSION_STAFF: Final = (
    "officer",
    "adviser",
    "advisor",
    "assistant",
    "co-ordinator",
    "coordinator",
    "monitor",
)
_ASSEMBLY_POSTS: Final = ("treasurer", "vice-president", "vice president", "co-rapporteur", "rapporteur")
_HEADS: Final = ("head", "deputy head", "acting head")


def default_whom(
    phrase: PostPhrase, line: Line, antecedents: Antecedents
) -> Entity | tuple[str, Entity] | None:
    """Whom the post is for, with a title where that depends on it; None where nothing tells.

    Ministers serve the State that is spoken of, mayors the town of the dateline, the Chair's envoys the
    Chair, heads and officers the field operation.
    """
    before = line.words[phrase.outer].begin
    head = str(phrase.head)
    if head in _ENVOYS:
        return (
            antecedents.body("chairpersonship") if antecedents.chair_is_named() else antecedents.state(before)
        )
    if phrase.head.kind == "state":
        return antecedents.state(before)
    if phrase.head.kind == "town":
        return antecedents.town(before)
    if head in _ASSEMBLY_POSTS:
        return antecedents.assembly(before)
    if not phrase.capitalised:
        return None
    if head in _TERRITORIAL:
        return antecedents.territory(before)
    operation = antecedents.beside(line, phrase.outer) or antecedents.operation(before)
    if operation is None:
        return None
    if phrase.title in _HEADS:
        noun = antecedents.operation_noun(operation)
        return (f"{phrase.title} of {noun}" if noun else phrase.title), operation
    return operation if head in _MISSION_STAFF and phrase.complement is False else None
