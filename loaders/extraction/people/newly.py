"""Posts that a body is said to have filled anew: "has a new Director: N", "got a new Head, N"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..tables import words
from .line import Line
from .rules import Link, Scene, rule

__all__ = ["has_a_new"]

_HAVING: Final = words("person_cues", cue="has somebody in a post")
_EMPLOYERS: Final = (EntityKind.BODY, EntityKind.ORGANIZATION)
_MARKS: Final = (":", ",", "–")
_LONGEST_ADJUNCT: Final = 5


@rule(
    "has a new one",
    0.85,
    example=(
        "The Drava Institute has a new Director since May: Nils Tamm.",
        "Nils Tamm: director @ Drava Institute",
    ),
    counter_example="The Drava Institute has a new Director, and Nils Tamm spoke.",
    triggers=("new",),
)
def has_a_new(scene: Scene) -> Iterator[Link]:
    """ "B has a new P: N" and "B got a new P, N": the subject is whom the post is for."""
    line = scene.line
    for p, post in scene.free_posts(plural=False):
        if "new" not in line.lower[post.outer : post.head_at] or line.low(post.outer - 1) not in _HAVING:
            continue
        mark = next(
            (i for i in range(post.last, post.last + _LONGEST_ADJUNCT) if line.low(i) in _MARKS), None
        )
        name = scene.name_beginning(mark + 1) if mark is not None else None
        if name is not None:
            yield Link(p, name, whom=None if post.whom else _subject(line, post.outer))


def _subject(line: Line, before: int) -> Entity | None:
    """The body or organization with which the sentence begins; of an operation the title depends on it."""
    chunk = line.begins_at(line.start) or line.begins_at(line.start + 1)
    if chunk is None or chunk.last > before or chunk.mention.demonym:
        return None
    return chunk.mention.entity if chunk.mention.entity.kind in _EMPLOYERS else None
