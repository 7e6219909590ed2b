"""Shapes: a good graph conforms, and each thing that is missing or wrong is named in words."""

from __future__ import annotations

from importlib.resources import files

import pytest
import rdflib
from osce_kg.ontology.vocabulary import PREFIXES
from pyshacl import validate

_SHAPES = rdflib.Graph().parse(
    data=(files("osce_kg.ontology") / "shapes.ttl").read_text(encoding="utf-8"), format="turtle"
)
_PREFIXES = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())

_GOOD = """
source:s0000000a a osce:Source ; osce:of release:n1 ; osce:contentHash "sha256:HASH" ; osce:path "one.txt" .
release:n1 a osce:PressRelease ; rdfs:label "A bridge opens"@en ; dcterms:issued "2012-05-04"^^xsd:date ;
    dcterms:publisher body:bridge-office ; osce:fieldOfWork field:bridges ; dcterms:language "en" .
field:bridges a osce:FieldOfWork ; rdfs:label "Bridges"@en .
body:bridge-office a osce:Body ; rdfs:label "Bridge Office"@en ; osce:seat place:riverton .
place:riverton a osce:Place ; rdfs:label "Riverton"@en .
state:xx a osce:ParticipatingState ; rdfs:label "Xanadu"@en ; osce:isoCode "XX" .
person:ida-brook a osce:Person ; rdfs:label "Ida Brook" ; foaf:name "Ida Brook" .
post:head-bridge-office a org:Post ; rdfs:label "Head of the Bridge Office"@en ;
    org:postIn body:bridge-office ; osce:postTitle "head" .
membership:ida-brook-head a org:Membership ; org:member person:ida-brook ;
    org:organization body:bridge-office ; osce:inPost post:head-bridge-office ; osce:termStatus osce:Current ;
    schema:startDate "2010"^^xsd:gYear ; osce:startEarliest "2010-01-01"^^xsd:date ;
    osce:startLatest "2010-12-31"^^xsd:date ; schema:endDate "2012-06"^^xsd:gYearMonth ;
    osce:endEarliest "2012-06-01"^^xsd:date ; osce:endLatest "2012-06-30"^^xsd:date ;
    osce:evidence evidence:one , evidence:office-holders-oh900 .
event:bridge-2012 a osce:Event , osce:Ceremony ; rdfs:label "bridge opening"@en ; osce:status osce:TookPlace ;
    schema:location place:riverton ; osce:evidence evidence:one .
participation:bridge-2012-ida-brook a osce:Participation ; osce:participant person:ida-brook ;
    osce:inEvent event:bridge-2012 ; osce:participationRole osce:Speaker ; osce:negated false ;
    osce:evidence evidence:one .
statement:s1 a osce:Statement ; osce:speaker person:ida-brook ; osce:saidIn release:n1 ;
    osce:manner osce:ReportedSpeech ; osce:evidence evidence:one .
act:s1-10-20-opened a osce:Act ; osce:actKind osce:Opened ; osce:agent person:ida-brook ;
    osce:status osce:Planned ; osce:negated true ; osce:reportedIn release:n1 ; osce:evidence evidence:one .
evidence:one a osce:Evidence , oa:TextPositionSelector , oa:TextQuoteSelector ; oa:start 10 ; oa:end 20 ;
    oa:exact "ten letter" ; osce:inSource source:s0000000a ; osce:confidence 0.9 ; osce:foundBy "a rule" .
evidence:office-holders-oh900 a osce:Evidence , osce:TableRow ; osce:table "office_holders" ;
    osce:row "oh900" ; dcterms:source "general knowledge" ; osce:confidence 0.8 ; oa:exact "Ida Brook, head" .
mention:s0000000a-10-20 a osce:Mention , oa:TextPositionSelector , oa:TextQuoteSelector ;
    osce:names state:xx ; oa:start 10 ; oa:end 20 ; oa:exact "ten letter" ; osce:inSource source:s0000000a ;
    osce:inRelease release:n1 ;
    osce:confidence 0.99 ; osce:foundBy "gazetteer" .
""".replace("HASH", "0" * 64)


def _report(turtle: str) -> tuple[bool, str]:
    data = rdflib.Graph().parse(data=_PREFIXES + turtle, format="turtle")
    conforms, _, text = validate(data, shacl_graph=_SHAPES)
    return bool(conforms), str(text)


def test_a_good_graph_conforms() -> None:
    conforms, text = _report(_GOOD)
    assert conforms, text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("osce:confidence 0.9 ;", "osce:confidence 1.2 ;", "how sure it is, once, from 0 to 1"),
        ("osce:confidence 0.9 ;", "", "how sure it is, once, from 0 to 1"),
        ("osce:actKind osce:Opened ;", "", "An act must have one kind"),
        ("osce:agent person:ida-brook ;", "", "An act must have an agent"),
        ("osce:status osce:Planned ;", "osce:status osce:Cancelled ;", "only one of these (osce:status)"),
        (
            "oa:start 10 ; oa:end 20 ;\n    oa:exact",
            "oa:start 30 ; oa:end 20 ;\n    oa:exact",
            "before its end",
        ),
        ('; osce:foundBy "a rule"', "", "name the rule that found it"),
        ("osce:inSource source:s0000000a ; osce:confidence 0.9", "osce:confidence 0.9", "the one source"),
        (
            "evidence:one a osce:Evidence , oa:TextPositionSelector ,",
            "evidence:one a osce:Evidence ,",
            "a row of a table",
        ),
        (
            "osce:manner osce:ReportedSpeech ; osce:evidence evidence:one",
            "osce:manner osce:ReportedSpeech",
            "evidence",
        ),
        (
            "osce:manner osce:ReportedSpeech",
            "osce:manner osce:Planned",
            "direct speech, reported speech or written",
        ),
        ("osce:saidIn release:n1 ;", "", "the release that reports it"),
        ('rdfs:label "A bridge opens"@en ;', "", "no label"),
        ('"2012-05-04"^^xsd:date', '"2012-05"^^xsd:gYearMonth', "must be a day"),
        ('"2010-12-31"^^xsd:date', '"2009-12-31"^^xsd:date', "lies after its latest start"),
        ('"2012-06-30"^^xsd:date', '"2008-06-30"^^xsd:date', "after the last day on which it can have ended"),
        ('"2010"^^xsd:gYear', '"2010"', "not one day, month or year"),
        ("osce:participationRole osce:Speaker", "osce:participationRole osce:Current", "must have a role"),
        ("osce:inEvent event:bridge-2012", "osce:inEvent place:riverton", "must be in one event"),
        ("osce:status osce:TookPlace", "osce:status osce:TookPlace , osce:Planned", "only one of these"),
        ("osce:negated false", 'osce:negated "no"', "true or false"),
        ("osce:names state:xx", 'osce:names "Xanadu"', "must name one entity"),
        ("org:member person:ida-brook ;", "", "must have one member"),
        ("org:postIn body:bridge-office ;", "", "post in one organization"),
        ('foaf:name "Ida Brook"', 'foaf:nick "Ida"', "has no name"),
        ('osce:row "oh900" ;', "", "its id in the table"),
        ('dcterms:source "general knowledge" ;', "", "where its facts come from"),
        ('; osce:path "one.txt"', "", "where it was found"),
        ("sha256:0", "md5:0", "SHA-256 of its bytes"),
        ("osce:seat place:riverton", 'osce:seat "Riverton"', "must be a place, not a text"),
        ('osce:isoCode "XX"', 'osce:isoCode "xx"', "two capital letters"),
        ("source:s0000000a a osce:Source ;", "source:s0000000a a osce:Source , osce:Digest ;", "digest of"),
        ("schema:location place:riverton", 'schema:location "Riverton"', "not a text"),
    ],
)
def test_what_is_missing_or_wrong_is_named(old: str, new: str, message: str) -> None:
    assert old in _GOOD
    conforms, text = _report(_GOOD.replace(old, new))
    assert not conforms
    assert message in text


def test_every_shape_that_can_fail_says_something() -> None:
    sh = rdflib.Namespace(PREFIXES["sh"])
    for shape in {*_SHAPES.objects(None, sh.property)}:
        assert _SHAPES.value(shape, sh.message), shape


def test_the_shapes_use_only_declared_terms_and_core_constraints() -> None:
    sh = PREFIXES["sh"]
    used = {str(p) for p in _SHAPES.predicates() if str(p).startswith(sh)}
    assert not used & {f"{sh}sparql", f"{sh}rule", f"{sh}js", f"{sh}target"}
