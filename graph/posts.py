"""Posts: one for each title at each organization, with a label that reads as a person would say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..ontology.facts import Entity, EntityKind
from ..ontology.vocabulary import slug
from .classes import bear
from .terms import Lines, node, text

__all__ = ["Named", "describe_post", "post_label"]

_SMALL: Final = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
_WITH_ARTICLE: Final = (
    "United", "Netherlands", "Holy See", "Russian Federation", "Czech Republic", "Kyrgyz Republic",
    "Soviet Union", "USSR", "Federal Republic", "former",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as it is written: its node, local name and label."""

    node: str
    local: str
    label: str


def post_label(post: str, organization: Entity, label: str) -> str:
    """The post and whom it is for.

    >>> post_label("minister of foreign affairs", Entity(EntityKind.STATE, "Belgium", "BE"), "Belgium")
    'Minister of Foreign Affairs of Belgium'
    >>> post_label("head of mission", Entity(EntityKind.FIELD_OPERATION, "", "x"), "OSCE Mission to Serbia")
    'Head of Mission, OSCE Mission to Serbia'
    """
    words = [
        word if word in _SMALL and at else word[:1].upper() + word[1:] for at, word in enumerate(post.split())
    ]
    title = " ".join(words)
    if organization.kind is EntityKind.STATE:
        article = "the " if label.startswith(_WITH_ARTICLE) else ""
        return f"{title} of {article}{label}"
    if organization.id == "osce":
        return f"{title} of the OSCE"
    return f"{title}, {label}"


def describe_post(lines: Lines, post: str, organization: Entity, where: Named) -> str:
    """Adds the post's own triples and gives its node."""
    subject = node("post", f"{slug(post)}-{where.local}")
    bear(lines, subject, "org:Post")
    lines.add(subject, "rdfs:label", text(post_label(post, organization, where.label), "en"))
    lines.add(subject, "org:postIn", where.node)
    lines.add(subject, "osce:postTitle", text(post, "en"))
    return subject
