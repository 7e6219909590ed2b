"""The ontology: every term that the rooms use is declared, named, defined, and readable by two parsers."""

from __future__ import annotations

import pyoxigraph
import pytest
import rdflib
from osce_kg.ontology.facts import EventKind, Manner, Role, Status, TermStatus
from osce_kg.ontology.reference import reference
from osce_kg.ontology.schema import contractions, drawing, ontology_turtle, schema, structural
from osce_kg.ontology.vocabulary import PREFIXES, expand
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

OSCE = PREFIXES["osce"]
_ACCENTS = {"#8b949c", "#d55e00", "#0072b2", "#e69f00", "#009e73"}
_SHAPES = {"dot", "ring", "square", "diamond", "triangle"}


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology_turtle(), format="turtle")


@pytest.fixture(scope="module")
def terms(ontology: rdflib.Graph) -> set[URIRef]:
    return {s for s in ontology.subjects(RDFS.label) if isinstance(s, URIRef) and s.startswith(OSCE)}


def test_two_parsers_read_the_same_number_of_triples(ontology: rdflib.Graph) -> None:
    quads = list(pyoxigraph.parse(ontology_turtle(), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(quads) == len(ontology) > 800


def test_every_term_has_one_label_and_one_definition(ontology: rdflib.Graph, terms: set[URIRef]) -> None:
    for term in terms:
        assert len(list(ontology.objects(term, RDFS.label))) == 1, term
        assert len(list(ontology.objects(term, SKOS.definition))) == 1, term
        assert list(ontology.objects(term, RDF.type)), term


def test_no_undeclared_term_of_ours_stands_inside_the_ontology(
    ontology: rdflib.Graph, terms: set[URIRef]
) -> None:
    used = {t for triple in ontology for t in triple if isinstance(t, URIRef) and t.startswith(OSCE)}
    assert used == terms


def test_classes_begin_with_a_capital_and_properties_do_not(ontology: rdflib.Graph) -> None:
    for term in ontology.subjects(RDF.type, OWL.Class):
        assert str(term).removeprefix(OSCE)[0].isupper()
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property):
        for term in ontology.subjects(RDF.type, kind):
            assert str(term).removeprefix(OSCE)[0].islower()


def test_no_class_stands_above_itself(ontology: rdflib.Graph) -> None:
    for term in ontology.subjects(RDF.type, OWL.Class):
        above = set(ontology.transitive_objects(term, RDFS.subClassOf)) - {term}
        assert all(term not in set(ontology.objects(other, RDFS.subClassOf)) for other in above)


@pytest.mark.parametrize("member", [*EventKind, *Role, *Status, *TermStatus, *Manner])
def test_every_kind_role_status_and_manner_has_a_term_and_back(
    member: EventKind | Role | Status | TermStatus | Manner,
) -> None:
    assert schema().member(schema().term(member)) is member


def test_contractions_are_complete_and_each_gives_its_own_edge() -> None:
    rules = contractions()
    assert len(rules) >= 7
    for rule in rules:
        assert all((rule.contracts, rule.edge_from, rule.edge, rule.edge_to, rule.phrase)), rule.iri
    assert len({rule.edge for rule in rules}) == len(rules)


def test_roles_decide_who_organizes_and_who_takes_part() -> None:
    by_edge = {rule.edge: rule.roles for rule in contractions()}
    assert by_edge[expand("schema:organizer")] == {expand("osce:Organizer"), expand("osce:Host")}
    assert by_edge[expand("osce:participatedIn")] == {expand("osce:Speaker"), expand("osce:Participant")}
    assert by_edge[expand("org:holds")] == frozenset()


def test_colours_and_shapes_are_those_of_the_palette(terms: set[URIRef]) -> None:
    for term in terms:
        drawn = drawing(str(term))
        assert drawn.colour in _ACCENTS, term
        assert drawn.shape in _SHAPES, term


def test_a_field_operation_is_a_ring_and_an_unknown_class_is_grey() -> None:
    assert drawing(expand("osce:FieldOperation")).shape == "ring"
    assert drawing("https://example.org/Unknown").colour == "#8b949c"


@pytest.mark.parametrize("name", ["osce:seat", "osce:hostState", "osce:nationality", "org:subOrganizationOf"])
def test_relations_that_say_where_things_belong_are_structural(name: str) -> None:
    assert expand(name) in structural()


def test_plain_edges_are_not_structural() -> None:
    assert not structural() & {rule.edge for rule in contractions()}


def test_a_node_bears_the_classes_above_its_own() -> None:
    body = expand("osce:SecretariatUnit")
    assert set(schema().classes(body)) == {body, expand("osce:Body"), expand("osce:OsceStructure")}


def test_every_entity_of_reference_has_a_declared_class() -> None:
    declared = schema().declared()
    for known in reference().entities():
        assert schema().class_of(known) in declared


def test_labels_fall_back_to_the_phrase_and_the_local_name() -> None:
    assert schema().label(expand("osce:FieldOperation")) == "field operation"
    assert schema().label(expand("org:memberOf")) == "belongs to"
    assert schema().label("https://example.org/ns#thing") == "thing"


@pytest.mark.parametrize(
    "name",
    [
        *("org:Post", "org:Membership", "skos:Concept", "skos:ConceptScheme", "skosxl:Label"),
        *("oa:TextPositionSelector", "oa:TextQuoteSelector"),
    ],
)
def test_a_class_of_another_vocabulary_that_nodes_bear_has_a_label_and_a_note(
    name: str, ontology: rdflib.Graph
) -> None:
    assert schema().label(expand(name)).islower()
    assert list(ontology.objects(URIRef(expand(name)), SKOS.scopeNote))
