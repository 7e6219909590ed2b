"""Who holds which post in one sentence: the rules that join names and posts, in their order."""

from __future__ import annotations

from typing import Final

from ..clauses.denials import is_denied
from .apposition import post_in_apposition, title_before_name
from .clauses import appointed_to_be, as_post, headed_by, in_the_person_of, relative_clause, until_lately
from .newly import has_a_new
from .pairs import interleaved_posts, matters_of_two, two_posts_of_two
from .rows import (
    ambassador_of_state,
    honorific_of_organization,
    in_brackets,
    respective_posts,
    shared_plural_post,
)
from .rules import Rule, Scene

__all__ = ["RULES", "join"]

_ASSERTING: Final = (relative_clause, appointed_to_be, as_post, in_the_person_of, until_lately, headed_by)

_OF_TITLES: Final = (honorific_of_organization, ambassador_of_state)  # they make posts of titles

RULES: Final[tuple[Rule, ...]] = (
    in_brackets,
    respective_posts,
    two_posts_of_two,
    matters_of_two,
    interleaved_posts,
    shared_plural_post,
    title_before_name,
    has_a_new,
    post_in_apposition,
    relative_clause,
    until_lately,
    honorific_of_organization,
    appointed_to_be,
    as_post,
    in_the_person_of,
    headed_by,
    ambassador_of_state,
)


def join(scene: Scene, *, refuted: bool = False) -> None:
    """Lets every rule find its links, in their order; a post that has a holder is not given again.

    What a clause gives that is denied or only rumoured is not taken for a fact, nor, where the next sentence
    calls it false (`refuted`), what somebody is said to have said.
    """
    if not scene.names:
        return
    lower = scene.line.lower
    for found in RULES:
        if not scene.posts and found not in _OF_TITLES:
            continue
        if found.triggers is not None and found.triggers.isdisjoint(scene.line.vocabulary):
            continue
        for link in list(found.find(scene)):
            outer = scene.posts[link.post].outer
            if found in _ASSERTING and (is_denied(lower, outer) or (refuted and "that" in lower[:outer])):
                scene.denied.add(link.name)
                continue
            taken = scene.joined.get(link.post, [])
            if any(other is not found for _, other in taken):
                continue
            if all(known.name != link.name for known, _ in taken):
                scene.joined.setdefault(link.post, []).append((link, found))
