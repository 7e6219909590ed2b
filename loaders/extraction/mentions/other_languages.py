"""The names of reference in a sentence of another language, as the rules for mentions have them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ...languages.names import names_of
from .line import Line, Name

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["names_in_language"]


def names_in_language(line: Line, language: str, reference: Reference, on: date | None) -> Iterator[Name]:
    """The names of a sentence in a language that has a folder of tables."""
    base = line.sentence.span.begin

    def may_shout(offset: int) -> bool:
        return line.shouted or line.at(base + offset) < line.dateline

    for found in names_of(language, reference).find(line.sentence.text, on, may_shout):
        begin, end = base + found.begin, base + found.end
        yield Name(
            entity=found.entity,
            begin=begin,
            end=end,
            first=line.at(begin),
            last=line.at(end - 1) + 1,
            rule="name in another language",
            confidence=0.85,
            demonym=found.demonym,
        )
