"""The navigation of one page as SKOS, nested as the site nests it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from ..ontology.dates import Interval, PartialDate
from ..ontology.facts import Concept, Evidence, SourceReading, Span
from ..ontology.names import name_key
from ..ontology.reference import Reference
from ..ontology.vocabulary import short_hash, slug
from .classes import bear
from .evidence import Attestations
from .knowledge import Knowledge
from .reference_quads import entity_node
from .source_quads import describe_source
from .terms import Lines, boolean, node, text

__all__ = ["taxonomy_lines"]

_SCHEME: Final = "osce-navigation"
_LONGEST: Final = 160
_RULE: Final = "label of the navigation"
_LANGUAGE: Final = "en"


def taxonomy_lines(
    reading: SourceReading, source: str, locations: tuple[str, ...], knowledge: Knowledge
) -> Lines:
    """The lines of the graph of one page's navigation."""
    lines = Lines()
    describe_source(lines, reading, source, locations)
    scheme = node("scheme", _SCHEME)
    bear(lines, scheme, "skos:ConceptScheme")
    lines.add(scheme, "rdfs:label", text("Navigation of osce.org", _LANGUAGE))
    if reading.taxonomy is None:
        return lines
    attestations = Attestations(source)
    writer = _Writer(lines, attestations, scheme, knowledge.reference, reading.text)
    unplaced = {item.span: item.label for item in reading.taxonomy.unplaced}
    for concept in reading.taxonomy.concepts:
        writer.concept(concept, (), None, unplaced)
    for span, label in unplaced.items():
        writer.loose(label, span)
    attestations.write(lines)
    return lines


@lru_cache(maxsize=2)
def _labels_of(reference: Reference) -> dict[str, str]:
    """By key of each form of a navigation label that reference knows, the label itself."""
    return {
        name_key(form): item.label
        for top in reference.navigation
        for item in top.walk()
        for form in (*item.variants, item.label)
    }


class _Writer:
    def __init__(
        self, lines: Lines, attestations: Attestations, scheme: str, reference: Reference, stored: str
    ) -> None:
        self.lines, self.attestations, self.scheme, self.stored = lines, attestations, scheme, stored
        self.reference = reference
        self.labels = _labels_of(reference)

    def concept(
        self, concept: Concept, path: tuple[str, ...], broader: str | None, unplaced: dict[Span, str]
    ) -> None:
        """Writes a concept and all that are narrower; takes it off the list of what could not be placed."""
        base = (
            concept.entity.name
            if concept.chairs is not None and concept.entity is not None
            else concept.label
        )
        label = self.labels.get(name_key(base), base)
        here = (*path, slug(label))
        subject = node("concept", _local(here))
        self._describe(subject, label, concept.label, concept.span)
        if unplaced.pop(concept.span, None) is not None:
            self.lines.add(subject, "osce:unplaced", boolean(True))
        if broader is None:
            self.lines.add(subject, "skos:topConceptOf", self.scheme)
            self.lines.add(self.scheme, "skos:hasTopConcept", subject)
        else:
            self.lines.add(subject, "skos:broader", broader)
            self.lines.add(broader, "skos:narrower", subject)
        if concept.entity is not None:
            self.lines.add(subject, "foaf:focus", entity_node(concept.entity))
            if concept.chairs is not None:
                self._chairing(concept, concept.chairs)
        for narrower in concept.narrower:
            self.concept(narrower, here, subject, unplaced)

    def loose(self, label: str, span: Span) -> None:
        """Writes a label that has no place in the tree."""
        subject = node("concept", _local(("unplaced", slug(label))))
        self._describe(subject, label, label, span)
        self.lines.add(subject, "osce:unplaced", boolean(True))

    def _describe(self, subject: str, label: str, as_said: str, span: Span) -> None:
        bear(self.lines, subject, "skos:Concept")
        self.lines.add(subject, "rdfs:label", text(label, _LANGUAGE))
        self.lines.add(subject, "skos:prefLabel", text(label, _LANGUAGE))
        self.lines.add(subject, "skos:altLabel", text(as_said, _LANGUAGE) if as_said != label else None)
        self.lines.add(subject, "skos:inScheme", self.scheme)
        self.attestations.add(subject, "concept", self._evidence(span))

    def _chairing(self, concept: Concept, year: int) -> None:
        if concept.entity is None:
            return
        state = entity_node(concept.entity)
        local = f"chairpersonship-{slug(concept.entity.id or concept.entity.name)}-{year}"
        subject = node("membership", local)
        bear(self.lines, subject, "osce:Chairing")
        self.lines.add(subject, "org:member", state)
        self.lines.add(subject, "org:organization", node("body", "chairpersonship"))
        self.lines.dated(subject, Interval(PartialDate(year), PartialDate(year)))
        self.attestations.add(subject, "chairing", self._evidence(concept.span))

    def _evidence(self, span: Span) -> Evidence:
        return Evidence(span, span.of(self.stored), _RULE, 1.0)


def _local(path: tuple[str, ...]) -> str:
    local = "--".join(path)
    return local if len(local) <= _LONGEST else f"{local[:_LONGEST]}-{short_hash(local)}"
