"""The graph of what reference knows: States, bodies, missions, places, events, fields, people, terms.

Every node points to the table rows that it comes from, with their confidence and the source that the row
names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from ..ontology.dates import Interval
from ..ontology.entities import ReferenceEntity
from ..ontology.facts import Entity, EntityKind
from ..ontology.names import DatedName, NameKind
from ..ontology.office_holders import OfficeHolder, Person, canonical_post
from ..ontology.reference import Reference
from ..ontology.schema import schema
from ..ontology.tables import Row
from ..ontology.vocabulary import expand, slug
from .classes import bear, bear_class
from .knowledge import PREFIX_OF, Knowledge, Term, knowledge_of, local_of
from .posts import Named, describe_post
from .terms import Lines, decimal, link, named, node, partial_date, text

__all__ = ["reference_lines"]

_URL: Final = re.compile(r"https?://[^\s;,]+[^\s;,.)]")
_NO_GIST: Final = frozenset({"source", "confidence", "notes", "wikidata_qid", "geonames_id"})
_LINKS: Final[Mapping[str, str]] = {
    "parent": "org:subOrganizationOf",
    "part_of": "org:subOrganizationOf",
    "seat": "osce:seat",
    "host_state": "osce:hostState",
    "predecessor": "osce:predecessor",
    "successor": "osce:successor",
    "continued_by": "osce:continuedBy",
    "capital": "osce:capital",
    "country": "schema:containedInPlace",
    "place": "schema:location",
    "chairing_state": "osce:chairedBy",
    "document": "osce:document",
}


def reference_lines(reference: Reference) -> tuple[str, ...]:
    """The lines of the reference graph, sorted; the same for equal tables."""
    lines = Lines()
    knowledge = knowledge_of(reference)
    for known in reference.entities():
        subject = entity_node(known.entity)
        bear_class(lines, subject, schema().class_of(known))
        _describe(lines, subject, known)
        _BY_KIND[known.entity.kind](lines, subject, known)
        for row in known.rows:
            lines.add(subject, "osce:evidence", _row_evidence(lines, row))
    for person in reference.people.values():
        _person(lines, person)
    for terms in knowledge.terms.values():
        for term in terms:
            _membership(lines, term, knowledge)
    return lines.sorted()


def entity_node(entity: Entity) -> str:
    """The node of an entity of reference."""
    return node(PREFIX_OF[entity.kind], local_of(entity))


def _describe(lines: Lines, subject: str, known: ReferenceEntity) -> None:
    """Labels and names, dates and links: what all kinds have."""
    lines.add(subject, "rdfs:label", text(known.label, "en"))
    if known.short_label != known.label:
        lines.add(subject, "osce:shortLabel", text(known.short_label))
    for name in known.names:
        _name(lines, subject, known, name)
    lines.dated(subject, known.when)
    if known.subkind:
        lines.add(subject, "dcterms:type", text(known.subkind, "en"))
    for relation, ends in known.links.items():
        for end in ends:
            lines.add(subject, _LINKS[relation], entity_node(end))
    neutral = known.row.get("neutral_wording")
    if neutral:
        lines.add(subject, "osce:neutralWording", text(neutral, "en"))


def _name(lines: Lines, subject: str, known: ReferenceEntity, name: DatedName) -> None:
    language = name.language or None
    if name.kind is NameKind.DEMONYM:
        lines.add(subject, "osce:demonym", text(name.text, language))
    elif name.text != known.label or language != "en":
        translated = name.kind is NameKind.TRANSLATION and known.entity.kind is EntityKind.FIELD
        lines.add(subject, "skos:prefLabel" if translated else "skos:altLabel", text(name.text, language))
    if name.valid and name.kind in (NameKind.LABEL, NameKind.FORMER, NameKind.ALIAS):
        _dated_label(lines, subject, local_of(known.entity), name)


def _dated_label(lines: Lines, subject: str, owner: str, name: DatedName) -> None:
    start = f"-{name.valid.start}" if name.valid.start is not None else ""
    label = node("label", f"{owner}-{slug(name.text)}{start}")
    bear(lines, label, "skosxl:Label")
    lines.add(label, "skosxl:literalForm", text(name.text, name.language or None))
    lines.add(label, "dcterms:valid", text(str(name.valid)))
    lines.dated(label, name.valid)
    lines.add(subject, "skosxl:altLabel", label)


def _row_evidence(lines: Lines, row: Row) -> str:
    evidence = node("evidence", slug(f"{row.table}-{row.local}"))
    bear(lines, evidence, "osce:TableRow")
    lines.add(evidence, "osce:table", text(row.table))
    lines.add(evidence, "osce:row", text(row.id))
    gist = " | ".join(cell for column, cell in row.cells.items() if cell and column not in _NO_GIST)
    lines.add(evidence, "oa:exact", text(gist))
    lines.add(evidence, "osce:confidence", decimal(row.confidence))
    lines.add(evidence, "osce:foundBy", text("reference table"))
    _cite(lines, evidence, row.source)
    notes = row.cells.get("notes")
    if notes:
        lines.add(evidence, "skos:note", text(notes, "en"))
    return evidence


def _cite(lines: Lines, evidence: str, source: str) -> None:
    lines.add(evidence, "dcterms:source", text(source) if source else None)
    lines.add(evidence, "dcterms:references", *(link(url) for url in _URL.findall(source)))


def _state(lines: Lines, subject: str, known: ReferenceEntity) -> None:
    for row in known.rows:
        if row.table != "historical_states":
            lines.add(subject, "osce:isoCode", text(row["iso2"]))
            _match(lines, subject, "skos:exactMatch", row)
    if known.partnership is not None:
        _partnership(lines, subject, known.table, known.partnership)


def _partnership(lines: Lines, subject: str, table: str, when: Interval) -> None:
    if table == "partners":
        lines.dated(subject, when)
    for name, end in (("osce:partnerSince", when.start), ("osce:partnerUntil", when.end)):
        if end is not None:
            lines.add(subject, name, partial_date(end))


def _match(lines: Lines, subject: str, relation: str, row: Row) -> None:
    wikidata, geonames = row.cells.get("wikidata_qid", ""), row.cells.get("geonames_id", "")
    if re.fullmatch(r"Q\d+", wikidata):
        lines.add(subject, relation, node("wd", wikidata))
    if geonames.isdigit():
        lines.add(subject, relation, node("geonames", f"{geonames}/"))


def _mission(lines: Lines, subject: str, known: ReferenceEntity) -> None:
    region = known.row.get("region")
    lines.add(subject, "osce:region", text(region, "en") if region else None)


def _place(lines: Lines, subject: str, known: ReferenceEntity) -> None:
    for name, column in (("schema:latitude", "lat"), ("schema:longitude", "lon")):
        if known.row.get(column):
            lines.add(subject, name, decimal(float(known.row[column]), 6))
    _match(lines, subject, "skos:exactMatch", known.rows[0])


def _event(lines: Lines, subject: str, known: ReferenceEntity) -> None:
    if schema().class_of(known) != expand("osce:EventSeries"):
        lines.add(subject, "osce:status", named("osce:TookPlace"))


def _document(lines: Lines, subject: str, known: ReferenceEntity) -> None:
    if known.when.start is not None:
        lines.add(subject, "dcterms:issued", partial_date(known.when.start))


def _field(lines: Lines, subject: str, known: ReferenceEntity) -> None:
    scheme = node("scheme", "fields-of-work")
    bear(lines, scheme, "skos:ConceptScheme")
    lines.add(scheme, "rdfs:label", text("Fields of work", "en"))
    bear(lines, subject, "skos:Concept")
    lines.add(subject, "skos:prefLabel", text(known.label, "en"))
    lines.add(subject, "skos:inScheme", scheme)
    dimension = known.row.get("dimension")
    lines.add(subject, "osce:dimension", text(dimension, "en") if dimension else None)


def _nothing_more(_: Lines, __: str, ___: ReferenceEntity) -> None:
    """For kinds of which only what all kinds have is said."""


def _person(lines: Lines, person: Person) -> None:
    subject = node("person", slug(person.name))
    bear(lines, subject, "osce:Person")
    lines.add(subject, "rdfs:label", text(person.name))
    lines.add(subject, "foaf:name", text(person.name))
    lines.add(subject, "skos:altLabel", *(text(alias) for alias in person.aliases))
    lines.add(subject, "osce:nationality", *(entity_node(country) for country in person.countries))


def _membership(lines: Lines, term: Term, knowledge: Knowledge) -> None:
    holder = term.holder
    person = node("person", slug(holder.person))
    membership = node("membership", term.local)
    organization = holder.organization
    label = knowledge.reference.label_of(organization)
    where = Named(entity_node(organization), local_of(organization), label)
    post = describe_post(lines, canonical_post(holder.post), organization, where, knowledge.capitals)
    evidence = _holder_evidence(lines, holder)
    bear(lines, membership, "org:Membership")
    lines.add(membership, "org:member", person)
    lines.add(membership, "org:organization", where.node)
    lines.add(membership, "osce:inPost", post)
    lines.add(membership, "osce:titleAsSaid", text(holder.title, "en"))
    if holder.country is not None:
        lines.add(membership, "osce:fromState", entity_node(holder.country))
    if holder.unit != organization:
        lines.add(post, "osce:office", entity_node(holder.unit))
    lines.dated(membership, holder.term)
    lines.add(membership, "osce:evidence", evidence)
    lines.add(person, "osce:evidence", evidence)


def _holder_evidence(lines: Lines, holder: OfficeHolder) -> str:
    evidence = node("evidence", slug(f"office-holders-{holder.id}"))
    bear(lines, evidence, "osce:TableRow")
    lines.add(evidence, "osce:table", text("office_holders"))
    lines.add(evidence, "osce:row", text(holder.id))
    gist = (holder.person, holder.title, holder.unit.name, str(holder.term))
    lines.add(evidence, "oa:exact", text(" | ".join(part for part in gist if part)))
    lines.add(evidence, "osce:confidence", decimal(holder.confidence))
    lines.add(evidence, "osce:foundBy", text("reference table"))
    _cite(lines, evidence, holder.source)
    lines.add(evidence, "skos:note", text(holder.notes, "en") if holder.notes else None)
    return evidence


_BY_KIND: Final[Mapping[EntityKind, Callable[[Lines, str, ReferenceEntity], None]]] = {
    EntityKind.STATE: _state,
    EntityKind.BODY: _nothing_more,
    EntityKind.FIELD_OPERATION: _mission,
    EntityKind.ORGANIZATION: _nothing_more,
    EntityKind.PLACE: _place,
    EntityKind.EVENT: _event,
    EntityKind.DOCUMENT: _document,
    EntityKind.FIELD: _field,
}
