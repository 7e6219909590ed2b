"""Two posts of two people: "the Mayor and the Treasurer of B, N and M", "the Mayors of B, N, and of C, M"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ....ontology.facts import EntityKind
from ..posts.model import PostPhrase
from ..posts.titles import normal_title
from .rows import names_from, names_until
from .rules import Link, Scene, rule

__all__ = ["interleaved_posts", "matters_of_two", "two_posts_of_two"]

_MARKS: Final = (",", ":", "(", "–", "—")
_PAIR: Final = 2
_OF_MINISTERS: Final = ("minister", "deputy minister", "state secretary")
_SHARED: Final = (
    EntityKind.STATE,
    EntityKind.PLACE,
    EntityKind.FIELD_OPERATION,
    EntityKind.ORGANIZATION,
    EntityKind.BODY,
)


@rule(
    "two posts of two",
    0.88,
    example=(
        "The Director and the Treasurer of the Drava Institute, Ana Kovač and Nils Tamm, spoke.",
        "Ana Kovač: director @ Drava Institute",
    ),
    counter_example="The Director and Treasurer of the Drava Institute, Nils Tamm, met the Mayor of Brod.",
    triggers=("and",),
)
def two_posts_of_two(scene: Scene) -> Iterator[Link]:
    """ "The P and the Q of B, N and M" and "N and M, the P and Q of B": each has one of them."""
    line = scene.line
    places = [p for p, _ in scene.free_posts(plural=False)]
    for p, q in pairwise(places):
        first, second = scene.posts[p], scene.posts[q]
        if line.low(first.last) != "and" or second.outer != first.last + 1:
            continue
        after = second.last + 1 if line.low(second.last) in _MARKS else second.last
        names = names_from(scene, after)
        if len(names) != _PAIR:
            before = first.outer - 1
            names = names_until(scene, before) if line.low(before) in (",", "(") else []
        if len(names) != _PAIR or line.low(scene.names[names[0]].last) != "and":
            continue
        if first.office == "chairpersonship" and not second.determiner:
            continue
        yield Link(p, names[0], whom=None if first.whom or not second.whom else second.whom[0])
        yield Link(q, names[1])


@rule(
    "matters of two",
    0.88,
    example=(
        "The Ministers of Justice and Defence of Moldova, Ana Kovač and Nils Tamm, spoke.",
        "Nils Tamm: minister of defence @ MD",
    ),
    counter_example="The Minister of Justice and Defence of Moldova, Nils Tamm, spoke.",
    triggers=("ministers", "secretaries"),
)
def matters_of_two(scene: Scene) -> Iterator[Link]:
    """ "The Ministers of A and B, N and M" of one State: each has one of the matters."""
    line = scene.line
    for p, post in scene.free_posts(plural=True):
        if len(post.whom) > 1 or (titles := _apart(post)) is None:
            continue
        after = post.last + 1 if line.low(post.last) in _MARKS else post.last
        names = names_from(scene, after)
        if len(names) == _PAIR and (post.whom or not _have_states(scene, names)):
            for name, title in zip(names, titles, strict=True):
                yield Link(p, name, title=title)


def _apart(post: PostPhrase) -> tuple[str, str] | None:
    """The two titles of which a plural is made: "minister of justice and of the interior"."""
    title = next((t for t in _OF_MINISTERS if post.title.startswith(f"{t} of ")), None)
    if title is None:
        return None
    matters = post.title.removeprefix(f"{title} of ").split(" and ")
    if len(matters) != _PAIR or any("," in matter for matter in matters):
        return None
    one, two = (_title(title, matter.removeprefix("of ").removeprefix("the ")) for matter in matters)
    return one, two


def _title(head: str, matter: str) -> str:
    *before, noun = head.split()
    short = normal_title([*before, matter], noun)[0] if " " not in matter else head
    return short if " of " in short else normal_title(before, noun, f"of {matter}")[0]


def _have_states(scene: Scene, names: list[int]) -> bool:
    """Whether each is of a State of his or her own ("N of Estonia and M of Latvia")."""
    return any(scene.line.low(scene.names[name].last) in ("of", "(") for name in names)


@rule(
    "interleaved posts",
    0.85,
    example=(
        "The Mayors of Brod, Ivo Marić, and of Osh, Luka Perić, signed the agreement.",
        "Luka Perić: mayor @ osh",
    ),
    counter_example="The Mayors of Brod, Ivo Marić, and of Osh signed the letter of Luka Perić.",
)
def interleaved_posts(scene: Scene) -> Iterator[Link]:
    """ "The Ps of B, N, and (of) C, M": each name stands behind what the post is for."""
    line = scene.line
    for p, post in scene.free_posts(plural=True):
        if len(post.whom) != 1 or line.low(post.last) != ",":
            continue
        name = scene.name_beginning(post.last + 1)
        index = scene.names[name].last if name is not None else 0
        if name is None or line.low(index) != ",":
            continue
        index += 1 + (line.low(index + 1) == "and")
        while line.low(index) in ("of", "to", "in", "the"):
            index += 1
        chunk = line.begins_at(index)
        if chunk is None or chunk.mention.entity.kind not in _SHARED or line.low(chunk.last) != ",":
            continue
        other = scene.name_beginning(chunk.last + 1)
        if other is not None:
            yield Link(p, name)
            yield Link(p, other, whom=chunk.mention.entity)
