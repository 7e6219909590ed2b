"""A release as annotation lines: each fact once, in an order that does not depend on the rules."""

from dataclasses import replace
from datetime import date

from osce_kg.loaders.annotation import annotation_lines, explained
from osce_kg.ontology.dates import Interval
from osce_kg.ontology.facts import (
    Act,
    ActKind,
    Entity,
    EntityKind,
    Event,
    EventKind,
    Evidence,
    HeaderValue,
    InferredField,
    Manner,
    Membership,
    Mention,
    Participation,
    Release,
    Role,
    Span,
    Statement,
    Status,
    TermStatus,
)

SENTENCE = "Ana Kos of the Oslo Bar opened the course in Oslo on Monday."
EVIDENCE = Evidence(Span(10, 10 + len(SENTENCE)), SENTENCE, "a rule", 0.9)
ANA = Entity(EntityKind.PERSON, "Ana Kos")
BAR = Entity(EntityKind.ORGANIZATION, "Oslo Bar")
OSLO = Entity(EntityKind.PLACE, "Oslo", "oslo")
MISSION = Entity(EntityKind.FIELD_OPERATION, "OSCE Mission to Skopje", "mission-skopje")
COURSE = Event(
    "course", "course on policing", EventKind.TRAINING, Interval.on(date(2010, 5, 3)), OSLO, EVIDENCE
)

RELEASE = Release(
    title="Course ends",
    title_span=None,
    body=Span(0, 100),
    language="en",
    issued=date(2010, 5, 5),
    places=(HeaderValue(OSLO, EVIDENCE),),
    publishers=(HeaderValue(MISSION, EVIDENCE),),
    facts=(
        Statement(ANA, Manner.REPORTED, EVIDENCE),
        COURSE,
        Mention(OSLO, Span(12, 16), "Oslo", EVIDENCE),
        Mention(MISSION, Span(20, 30), "the Mission", EVIDENCE),
        Mention(OSLO, Span(40, 44), "Oslo", EVIDENCE),
        Membership(ANA, "president", "former President", BAR, EVIDENCE, TermStatus.FORMER),
        Participation("course", ANA, Role.SPEAKER, EVIDENCE),
        Participation("course", MISSION, Role.HOST, EVIDENCE),
        Participation("course", BAR, Role.SUPPORTER, EVIDENCE),
    ),
)

EXPECTED = """\
date\t\t2010-05-05\t
place\t\tOslo\t
source\t\tmission-skopje\t
language\t\ten\t
mentions\tfield-operation\tmission-skopje\tAna Kos of the Oslo Bar
mentions\tplace\toslo\tAna Kos of the Oslo Bar
person\t\tAna Kos\tAna Kos of the Oslo Bar
post\tAna Kos\tformer president @ Oslo Bar\tAna Kos of the Oslo Bar
event\tcourse on policing\ttraining | 2010-05-03 | Oslo\tAna Kos of the Oslo Bar
organizer\tcourse on policing\tmission-skopje\tAna Kos of the Oslo Bar
participant\tcourse on policing\tAna Kos\tAna Kos of the Oslo Bar
said\tAna Kos\t\tAna Kos of the Oslo Bar"""


def test_a_release_is_written_line_by_line() -> None:
    assert "\n".join(annotation_lines(RELEASE)) == EXPECTED


def test_the_order_of_the_facts_does_not_show() -> None:
    turned = replace(RELEASE, facts=tuple(reversed(RELEASE.facts)))
    assert list(annotation_lines(turned)) == list(annotation_lines(RELEASE))


def test_what_is_cancelled_or_negated_has_no_line() -> None:
    facts = (
        replace(COURSE, status=Status.CANCELLED),
        Participation("course", ANA, Role.SPEAKER, EVIDENCE, negated=True),
    )
    lines = list(annotation_lines(replace(RELEASE, facts=facts)))
    assert not [line for line in lines if line.startswith(("event", "participant"))]


def test_inferred_fields_are_written_only_where_they_are_asked_for() -> None:
    policing = Entity(EntityKind.FIELD, "Policing", "policing")
    release = replace(RELEASE, facts=(*RELEASE.facts, InferredField(policing, EVIDENCE)))
    assert list(annotation_lines(release)) == list(annotation_lines(RELEASE))
    added = set(annotation_lines(release, further=True)) - set(annotation_lines(RELEASE))
    assert added == {"field-inferred\t\tpolicing\tAna Kos of the Oslo Bar"}


def test_acts_are_written_only_where_they_are_asked_for_a_line_for_each_agent() -> None:
    act = Act(
        ActKind.OPENED,
        (ANA, BAR),
        Span(34, 40),
        EVIDENCE,
        recipients=(MISSION,),
        words=Span(10 + SENTENCE.index("course"), 10 + SENTENCE.index(" in Oslo")),
        when=Interval.on(date(2010, 5, 3)),
        where=OSLO,
        status=Status.PLANNED,
        negated=True,
    )
    release = replace(RELEASE, facts=(*RELEASE.facts, act))
    assert list(annotation_lines(release)) == list(annotation_lines(RELEASE))
    added = set(annotation_lines(release, further=True)) - set(annotation_lines(RELEASE))
    what = "opened | will not | mission-skopje | course | 2010-05-03 | Oslo\tAna Kos of the Oslo Bar"
    assert added == {f"act\tAna Kos\t{what}", f"act\tOslo Bar\t{what}"}


def test_explained_lines_tell_rule_confidence_and_place() -> None:
    place = f"10-{10 + len(SENTENCE)}"
    assert explained(EVIDENCE) == ("a rule", "0.90", place, "")
    marked = replace(EVIDENCE, marked=(Span(10, 17), Span(25, 33)))
    assert explained(marked) == ("a rule", "0.90", place, "Ana Kos | Oslo Bar")
    assert explained(None) == ("", "", "", "")
