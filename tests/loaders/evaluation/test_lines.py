"""Annotations as they stand in files, and lines of the reader."""

from __future__ import annotations

from osce_kg.loaders.evaluation import Line
from osce_kg.loaders.evaluation.lines import lines_of, parse_annotation
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import Span

PAGE = b"Mission opens office\n\nSKOPJE, 3 May 2005 - The OSCE Mission to Skopje opened it in Ohrid today.\n"


def test_comments_and_empty_lines_are_no_facts() -> None:
    found = parse_annotation("# a digest of nothing\n\nperson\t\tAna Kole\tAna Kole said\n")
    assert [line.key for line in found.lines] == [("person", "", "Ana Kole")]


def test_a_fact_that_stands_twice_counts_once() -> None:
    found = parse_annotation("person\t\tAna Kole\tFirst\nperson\t\tAna Kole\tSecond\n")
    assert [line.sentence for line in found.lines] == ["First"]


def test_lines_may_end_as_on_other_systems() -> None:
    assert len(parse_annotation("language\t\ten\r\ndate\t\t2005-05-03\r\n").lines) == 2


def test_several_comments_say_what_is_left_out() -> None:
    found = parse_annotation("# not annotated: event said\n# not annotated: organization\n")
    assert found.left_out == {"event", "said", "organization"}


def test_each_line_has_a_group() -> None:
    lines = [Line("date"), Line("place"), Line("mentions", "place", "Ohrid"), Line("said", "Ana Kole")]
    assert [line.group for line in lines] == ["header", "header", "place", "said"]


def test_a_predicate_that_nobody_knows_has_no_group() -> None:
    assert Line("state", "", "BE").group == Line("spoke", "Ana Kole").group == ""


def test_rule_confidence_and_offsets_are_read_where_they_stand() -> None:
    row = "person\t\tAna Kole\tAna Kole said\tname\t0.90\t10-25"
    (line,) = parse_annotation(row).lines
    assert (line.rule, line.confidence, line.span) == ("name", 0.9, Span(10, 25))


def test_damaged_offsets_are_none() -> None:
    (line,) = parse_annotation("person\t\tAna Kole\t\tname\tsure\t10-").lines
    assert (line.confidence, line.span) == (None, None)


def test_what_the_reader_finds_has_its_sentence() -> None:
    reading = read_source(PAGE, location="page.txt")
    (mission,) = (line for line in lines_of(reading.releases) if line.group == "field-operation")
    assert mission.object == "mission-skopje"
    assert mission.span is not None
    assert mission.span.of(reading.text).startswith("SKOPJE, 3 May 2005 - The OSCE Mission to Skopje opened")
