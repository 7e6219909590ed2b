"""The reader with a fifth of the reference hidden: how it does on names that no table has.

The reader's own tables of names, in English and other languages, say nothing of what is hidden.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from ...ontology.facts import EntityKind
from ...ontology.names import name_key
from ...ontology.reference import Reference
from .lines import Line
from .slices import about

__all__ = ["WITHHELD", "Hidden", "withheld"]

WITHHELD: Final = ("places", "external_orgs", "office_holders")


class Hidden:
    """What is hidden, and the reference without it.

    A name found in a text stands for the id that the annotation has, though the reader cannot know the id.
    """

    def __init__(self, known: Reference, rows: Collection[tuple[str, str]]) -> None:
        self.rows = frozenset(rows)
        self.rest = known.without(rows)
        self._ids: Mapping[tuple[EntityKind, str], str] = {
            (entity.kind, name_key(name.text)): entity.id or ""
            for name, entity in known.names()
            if self.rest.of(entity) is None
        }
        self._locals = {(kind, name_key(local)) for (kind, _), local in self._ids.items()}
        names = {row for table, row in rows if table == "office_holders"}
        people = {one.person for one in known.office_holders if one.id in names}
        self._people = {name_key(one) for one in people if self.rest.person_named(one) is None}

    def translated(self, line: Line) -> Line:
        """A found line with the id of the hidden row that its organization's name belongs to."""
        if line.group == "organization" or line.predicate in ("organizer", "participant"):
            return replace(line, object=self._id(line.object))
        if line.predicate == "said":
            return replace(line, subject=self._id(line.subject))
        if line.predicate == "post":
            post, whom = line.post_parts
            return replace(line, object=f"{post} @ {self._id(whom)}")
        return line

    def _id(self, name: str) -> str:
        return self._ids.get((EntityKind.ORGANIZATION, name_key(name)), name)

    def concerns(self, line: Line) -> bool:
        """Whether a line is about what is hidden."""
        name = name_key(about(line))
        if line.predicate == "person" or (
            line.predicate == "post" and name_key(line.subject) in self._people
        ):
            return name_key(line.subject or line.object) in self._people
        kinds = (EntityKind.PLACE,) if line.group == "place" else (EntityKind.ORGANIZATION,)
        if line.group in ("state", "body", "field-operation", "event", "header"):
            return False
        return name in self._people or any(
            (kind, name) in self._locals or (kind, name) in self._ids for kind in kinds
        )


@lru_cache(maxsize=2)
def withheld(known: Reference) -> Hidden:
    """A fixed fifth of the rows of places, external_orgs and office_holders, hidden."""
    return Hidden(known, known.sampled_rows(*WITHHELD))
