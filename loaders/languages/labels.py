"""Finds the body or field operation that a label of a page's header names as a whole, in any language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ...ontology.facts import Entity, EntityKind
from .endings import Leeway, plain, same
from .folders import Languages, current
from .names import names_in

if TYPE_CHECKING:
    from ...ontology.reference import Reference

__all__ = ["whole_name"]

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LABELS: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION))
_LONGEST_LABEL: Final = 14


@lru_cache(maxsize=8)
def _label_starts(
    languages: Languages, reference: Reference
) -> Mapping[str, frozenset[tuple[str, Leeway, str]]]:
    """The first words of names of bodies and operations, with their languages, by their first letters."""
    found: dict[str, set[tuple[str, Leeway, str]]] = {}
    for language in languages.codes:
        for word, leeway in names_in(languages, language, reference).label_starts():
            found.setdefault(word[:2], set()).add((word, leeway, language))
    return {start: frozenset(words) for start, words in found.items()}


def _languages_of_label(label: str, reference: Reference) -> list[str]:
    """The languages that have a name which begins with the first word of a label, or with its second."""
    starts = _label_starts(current(), reference)
    heads = [plain(word) for word in _WORD.findall(label)[:2]]
    said = {word for head in heads for word in (head, head.partition("-")[2]) if word}
    return sorted(
        {
            language
            for word in said
            for start, leeway, language in starts.get(word[:2], ())
            if word == start or same(word, start, leeway)
        }
    )


def whole_name(label: str, on: date | None, reference: Reference) -> Entity | None:
    """The body or field operation that a label as a whole names in one of the languages.

    >>> from osce_kg.ontology.reference import reference
    >>> whole_name("Mission de l'OSCE en Moldavie", None, reference()).id
    'mission-moldova'
    """
    bare = label.strip()
    return _whole(bare, on, reference, current()) if bare.count(" ") < _LONGEST_LABEL else None


@lru_cache(maxsize=1024)
def _whole(label: str, on: date | None, reference: Reference, languages: Languages) -> Entity | None:
    for language in _languages_of_label(label, reference):
        names = names_in(languages, language, reference)
        found = list(names.find(label, on))
        adjectives = [name for name in found if name.demonym]
        for name in found:
            rest = [label[: name.begin], label[name.end :]]
            for adjective in adjectives:
                if adjective.end <= name.begin:
                    rest[0] = label[: adjective.begin] + label[adjective.end : name.begin]
            around = [plain(word) for word in _WORD.findall(" ".join(rest))]
            if name.entity.kind in _LABELS and all(w in names.particles or w.isdigit() for w in around):
                return name.entity
    return None
