"""From the dump of the site's menus to the navigation as the site nests it.

A bare "-" opens a level, with the next line as its heading, and nothing marks where a level closes. Known
labels tell: one that belongs to an outer level closes the inner ones. A label of no known place stays where
it stood, in the innermost open level, and is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from ..ontology.facts import Concept, Entity, EntityKind, Span, Taxonomy, Unplaced
from ..ontology.reference import NameKind, NavigationNode, Reference
from .layout.known import folded
from .layout.navigation import chaired, is_opening, menu_label
from .tables import read_rows

__all__ = ["read_taxonomy", "render"]

_LONGEST: Final = 300


@cache
def _gathered() -> Mapping[str, frozenset[EntityKind]]:
    """The kind of what a heading gathers."""
    kinds = {kind.value: frozenset({kind}) for kind in EntityKind}
    rows = read_rows("navigation_words")
    return MappingProxyType({row["label"]: kinds[row["what"]] for row in rows if row["what"] in kinds})


@cache
def _without_list() -> frozenset[str]:
    """The headings below which a heading of field operations gathers none."""
    rows = read_rows("navigation_words")
    return frozenset(row["label"] for row in rows if row["what"] == "no list of field operations")


@dataclass(slots=True)
class _Level:
    """An open level; `path` are the headings down to it, `nodes` what reference knows to stand in it.

    A heading that reference knows stands in the path in the form that the site gives it today.
    """

    label: str
    span: Span | None
    nodes: Mapping[str, NavigationNode]
    path: tuple[str, ...] = ()
    entity: Entity | None = None
    members: list[_Level | Concept] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)


def read_taxonomy(text: str, lines: Sequence[Span], reference: Reference) -> Taxonomy:
    """The navigation of a page.

    >>> from ..ontology.reference import reference
    >>> dump = "-\\nStructures and institutions\\n-\\nField operations\\n- Mission to Skopje\\n- About us"
    >>> starts = [0] + [at + 1 for at, char in enumerate(dump) if char == "\\n"]
    >>> spans = [Span(at, at + len(line)) for at, line in zip(starts, dump.split("\\n"))]
    >>> print(render(read_taxonomy(dump, spans, reference())))
    Structures and institutions
      Field operations
        Mission to Skopje → field-operation:mission-skopje
    About us
    """
    reader = _Reader(reference)
    opening = False
    for span in lines:
        line = span.of(text)
        if is_opening(line):
            opening = True
            continue
        label = menu_label(line)
        if not label or len(label) > _LONGEST:
            continue
        begin = span.begin + line.index(label)
        at = Span(begin, begin + len(label))
        if opening:
            reader.open(label, at)
        else:
            reader.add(label, at)
        opening = False
    return Taxonomy(tuple(_concepts(reader.top.members)), tuple(reader.unplaced))


class _Reader:
    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self.top = _Level("", None, _by_label(reference.navigation))
        self._open = [self.top]
        self.unplaced: list[Unplaced] = []

    def open(self, label: str, span: Span) -> None:
        """A heading: a level begins."""
        key = folded(label)
        outer = self._close_to(label)
        known = outer is not None
        if outer is None:
            # A heading that its level has already is another one of the same words, further out.
            outer = self.top if self._is_heading(key) else self._open[-1]
            del self._open[self._open.index(outer) + 1 :]
        node = outer.nodes.get(key)
        entity, _ = self._meaning(label, outer)
        repeated = node is None and self._is_heading(key)
        if not known and not repeated:
            self._report(label, outer, span)
        nodes = _by_label(node.narrower) if node is not None else {}
        own = folded(node.label) if node is not None else key
        level = _Level(label, span, nodes, (*outer.path, own), entity)
        outer.members.append(level)
        outer.labels.add(key)
        self._open.append(level)

    def add(self, label: str, span: Span) -> None:
        """A label with nothing below it."""
        level = self._close_to(label)
        if level is None:
            level = self._open[-1]
            self._report(label, level, span)
        entity, chairs = self._meaning(label, level)
        level.members.append(Concept(label, span, entity, chairs))
        level.labels.add(folded(label))

    def _close_to(self, label: str) -> _Level | None:
        """The innermost open level that the label belongs to; those within it are closed."""
        chair = chaired(label)
        said = chair[0] if chair else label
        key = folded(said)
        for depth in range(len(self._open) - 1, -1, -1):
            level = self._open[depth]
            if folded(label) in level.labels:
                continue
            if key in level.nodes or self._is_member(said, level):
                del self._open[depth + 1 :]
                return level
        return None

    def _is_member(self, label: str, level: _Level) -> bool:
        """Whether the label names what the level gathers, known to reference's navigation or not."""
        kinds = _gathered().get(level.path[-1]) if level.path else None
        if kinds is None or (EntityKind.FIELD_OPERATION in kinds and level.path[0] in _without_list()):
            return False
        return any(c.name.kind is not NameKind.DEMONYM for c in self._reference.find(label, None, kinds))

    def _is_heading(self, key: str) -> bool:
        return key in _headings(self._reference)

    def _meaning(self, label: str, level: _Level) -> tuple[Entity | None, int | None]:
        chair = chaired(label)
        said = chair[0] if chair else label
        node = level.nodes.get(folded(said))
        entity = node.entity if node is not None else None
        if node is None and not chair:
            entity = next((known.entity for known in self._reference.in_navigation(said)), None)
        if entity is None and (node is None or chair):
            kinds = _gathered().get(level.path[-1]) if level.path else None
            if chair:
                kinds = frozenset({EntityKind.STATE})
            found = self._reference.find(said, None, kinds) if kinds else ()
            entity = found[0].entity if found else None
        return entity, chair[1] if chair else None

    def _report(self, label: str, level: _Level, span: Span) -> None:
        """Reports a label that the site's navigation has nowhere; one that it has elsewhere is known."""
        if self._reference.in_navigation(label):
            return
        self.unplaced.append(
            Unplaced(label, f"navigation, under {level.label!r}" if level.label else "navigation", span)
        )


def _by_label(nodes: tuple[NavigationNode, ...]) -> Mapping[str, NavigationNode]:
    return {folded(name): node for node in nodes for name in (node.label, *node.variants)}


@lru_cache(8)
def _headings(reference: Reference) -> frozenset[str]:
    """The labels that head a level of the site's navigation."""

    def walk(nodes: Iterable[NavigationNode]) -> Iterator[str]:
        for node in nodes:
            if node.narrower:
                yield from (folded(name) for name in (node.label, *node.variants))
                yield from walk(node.narrower)

    return frozenset(walk(reference.navigation))


def _concepts(members: Sequence[_Level | Concept]) -> Iterator[Concept]:
    for member in members:
        if isinstance(member, Concept):
            yield member
        elif member.span is not None:
            yield Concept(member.label, member.span, member.entity, None, tuple(_concepts(member.members)))


def render(taxonomy: Taxonomy) -> str:
    """The navigation as indented text, with what each label means, and below it what found no place."""
    lines = list(_rendered(taxonomy.concepts, 0))
    if taxonomy.unplaced:
        lines.append("")
        lines.append("Labels of no known place, kept where they stood:")
        lines.extend(f"  {label.label} ({label.where})" for label in taxonomy.unplaced)
    return "\n".join(lines)


def _rendered(concepts: Iterable[Concept], depth: int) -> Iterator[str]:
    for concept in concepts:
        meaning = ""
        if concept.entity is not None:
            meaning = f" → {concept.entity.kind.value}:{concept.entity.id or concept.entity.name}"
        if concept.chairs is not None:
            meaning += f", chairs the OSCE in {concept.chairs}"
        yield f"{'  ' * depth}{concept.label}{meaning}"
        yield from _rendered(concept.narrower, depth + 1)
