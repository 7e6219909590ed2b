"""Posts: one for each title at each organization, with a label that reads as a person would say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ..ontology.facts import Entity, EntityKind
from ..ontology.vocabulary import slug
from .classes import bear
from .terms import Lines, node, text

__all__ = ["Named", "describe_post", "post_label", "post_title"]

_SMALL: Final = frozenset(
    [
        *("a", "an", "and", "or", "the", "as", "at", "by", "for", "from", "in", "into", "of", "on", "to"),
        *("against", "between", "under", "with", "within"),
    ]
)
_WITH_ARTICLE: Final = (
    "The ", "United", "Holy See", "Russian Federation", "Czech Republic", "Kyrgyz Republic", "Soviet Union",
    "USSR", "Federal Republic", "former",
)  # fmt: skip
_ONE_WORD: Final = ("co-op", "co-ord")
"""Beginnings of words that a hyphen does not make two."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as it is written: its node, local name and label."""

    node: str
    local: str
    label: str


def post_title(post: str, capitals: Mapping[str, str] = MappingProxyType({})) -> str:
    """A post as a heading writes it; `capitals` has the words that are written in a way of their own.

    >>> post_title("chairperson-in-office"), post_title("co-ordinator for the osce", {"osce": "OSCE"})
    ('Chairperson-in-Office', 'Co-ordinator for the OSCE')
    """
    first, *others = post.split() or [""]
    return " ".join([_word(first, capitals, True), *(_word(word, capitals, False) for word in others)])


def _word(word: str, capitals: Mapping[str, str], first: bool) -> str:
    parts = [word] if word.startswith(_ONE_WORD) else word.split("-")
    return "-".join(
        part
        if part in _SMALL and not (first and place == 0)
        else capitals.get(part) or part[:1].upper() + part[1:]
        for place, part in enumerate(parts)
    )


def post_label(
    post: str, organization: Entity, label: str, capitals: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The post and whom it is for, as a person would say it.

    >>> belgium = Entity(EntityKind.STATE, "Belgium", "BE")
    >>> post_label("minister of foreign affairs", belgium, "Belgium")
    'Minister of Foreign Affairs of Belgium'
    >>> post_label("ambassador to latvia", belgium, "Belgium")
    'Ambassador of Belgium to Latvia'
    >>> post_label("head of mission", Entity(EntityKind.FIELD_OPERATION, "", "x"), "OSCE Mission to Serbia")
    'Head of Mission, OSCE Mission to Serbia'
    """
    title = post_title(post, capitals)
    if organization.kind is EntityKind.STATE:
        state = f"the {label.removeprefix('The ')}" if label.startswith(_WITH_ARTICLE) else label
        what, to, where = title.partition(" to ")
        return f"{what} of {state}{to}{where}"
    if organization.id == "osce":
        return title if "OSCE" in title.split() else f"{title} of the OSCE"
    if label.removeprefix("OSCE ") == title:
        return label
    return f"{title}, {label}"


def describe_post(
    lines: Lines, post: str, organization: Entity, where: Named, capitals: Mapping[str, str]
) -> str:
    """Adds the post's own triples and gives its node."""
    subject = node("post", f"{slug(post)}-{where.local}")
    bear(lines, subject, "org:Post")
    lines.add(subject, "rdfs:label", text(post_label(post, organization, where.label, capitals), "en"))
    lines.add(subject, "org:postIn", where.node)
    lines.add(subject, "osce:postTitle", text(post, "en"))
    return subject
