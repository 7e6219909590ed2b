"""The names of reference in a sentence of another language, as the rules for mentions have them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from ...languages.names import names_of
from .line import Line, Name

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["names_in_language"]


_CHAIR: Final = "chairpersonship"


def names_in_language(line: Line, language: str, reference: Reference, on: date | None) -> Iterator[Name]:
    """The names of a sentence in a language that has a folder of tables.

    "The Swiss Presidency" is the OSCE's where Switzerland chairs it on the day.
    """
    base = line.sentence.span.begin
    names = names_of(language, reference)

    def may_shout(offset: int) -> bool:
        return line.shouted or line.at(base + offset) < line.dateline

    found_names = list(names.find(line.sentence.text, on, may_shout))
    chairs = _chairs(reference, on) if any(found.demonym for found in found_names) else frozenset()
    if chairs:
        found_names += names.chairs(line.sentence.text, found_names, chairs)
    for found in found_names:
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


def _chairs(reference: Reference, on: date | None) -> frozenset[str]:
    """The States that may chair the OSCE on a day."""
    if on is None:
        return frozenset()
    holders = (c.holder for c in reference.holders(_CHAIR, on) if c.certain or c.likely)
    return frozenset(holder.country.id or "" for holder in holders if holder.country is not None)
