"""Which lines are hits, missing and false."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.evaluation import Annotation, Line, Matcher
from osce_kg.loaders.evaluation.matching import GROUPS, Outcome
from osce_kg.ontology.reference import reference

MATCHER = Matcher(reference())
SEMINAR = Line("event", "seminar on water law", "seminar | 2005-05-03 | Ohrid")
NAMES = st.sampled_from(["Ana Kole", "Ana Maria Kole", "ana kole", "Petar Zograf", "Water Agency", "BE"])
LINES = st.one_of(
    st.builds(Line, st.just("person"), st.just(""), NAMES),
    st.builds(Line, st.just("said"), NAMES),
    st.builds(Line, st.just("mentions"), st.sampled_from(["state", "organization", "place"]), NAMES),
    st.builds(
        Line,
        st.just("event"),
        st.sampled_from(["seminar on water law", "water seminar", "visit"]),
        st.sampled_from(["seminar | 2005-05-03 | Ohrid", "visit | 2005 | ", "seminar | 2005-05-04 | Ohrid"]),
    ),
    st.builds(Line, st.just("participant"), st.sampled_from(["water seminar", "visit"]), NAMES),
)


def outcomes_of_act(act: Line, found: Line) -> list[str]:
    verdicts = MATCHER.verdicts(Annotation((act,)), (found,), ("act",))
    return [verdict.outcome.value for verdict in verdicts]


def test_an_act_agrees_only_in_all_its_parts() -> None:
    what = "signed | did not | Water Agency; BE | treaty on the river | 2005-05-03 | Ohrid"
    act = Line("act", "Ana Kole", what)
    same = "signed | did not | BE; Water Agency | the river treaty | 2005-05-03 | ohrid"
    assert outcomes_of_act(act, Line("act", "Ana Maria Kole", same)) == ["hit"]
    assert outcomes_of_act(act, Line("act", "Petar Zograf", same)) == ["missing", "false"]
    for part, other in (
        ("signed", "met"),
        ("did not", "did"),
        ("BE; Water", "Water"),
        ("the river treaty", "the bridge"),
        ("the river treaty", ""),
        ("05-03", "05-04"),
        ("ohrid", ""),
    ):
        found = Line("act", "Ana Kole", same.replace(part, other))
        assert outcomes_of_act(act, found) == ["missing", "false"], other


def outcomes(expected: Sequence[Line], found: Sequence[Line], *left_out: str) -> list[tuple[str, str]]:
    verdicts = MATCHER.verdicts(Annotation(tuple(expected), frozenset(left_out)), found)
    return [(verdict.outcome.value, verdict.line.predicate) for verdict in verdicts]


@given(st.lists(LINES, unique_by=lambda line: line.key), st.lists(LINES, unique_by=lambda line: line.key))
def test_every_line_has_one_verdict(expected: list[Line], found: list[Line]) -> None:
    verdicts = MATCHER.verdicts(Annotation(tuple(expected)), found)
    assert sorted(v.expected.key for v in verdicts if v.expected) == sorted(line.key for line in expected)
    assert sorted(v.found.key for v in verdicts if v.found) == sorted(line.key for line in found)
    assert all(v.group == v.line.group for v in verdicts)


@given(st.lists(LINES, unique_by=lambda line: line.key))
def test_what_is_annotated_is_found_where_it_is_said_word_for_word(lines: list[Line]) -> None:
    verdicts = MATCHER.verdicts(Annotation(tuple(lines)), lines)
    assert all(v.outcome is Outcome.HIT for v in verdicts if v.group not in ("event", "participant"))


def test_one_found_line_is_the_match_of_one_annotated_line_only() -> None:
    expected = [Line("person", "", "Ana Kole"), Line("person", "", "Ana Maria Kole")]
    assert outcomes(expected, expected[:1]) == [("hit", "person"), ("missing", "person")]


def test_groups_that_were_not_annotated_do_not_count() -> None:
    assert outcomes([], [Line("said", "Ana Kole"), SEMINAR], "said") == [("false", "event")]


def test_an_event_is_known_by_kind_date_and_half_of_its_name() -> None:
    assert outcomes([SEMINAR], [Line("event", "water seminar", "seminar | 2005-05-03 | Skopje")]) == [
        ("hit", "event")
    ]


def test_an_event_with_another_date_is_another() -> None:
    other = Line("event", "seminar on water law", "seminar | 2005-05-04 | Ohrid")
    assert outcomes([SEMINAR], [other]) == [("missing", "event"), ("false", "event")]


def test_an_event_with_another_name_is_known_by_kind_date_and_place_where_it_is_the_only_one() -> None:
    other = Line("event", "talks of judges", "seminar | 2005-05-03 | ohrid")
    third = Line("event", "hearing of farmers", "seminar | 2005-05-03 | Ohrid")
    assert outcomes([SEMINAR], [other]) == [("hit", "event")]
    assert outcomes([SEMINAR], [other, third]) == [
        ("missing", "event"),
        ("false", "event"),
        ("false", "event"),
    ]


def test_participants_belong_to_the_event_that_was_found_to_be_the_same() -> None:
    found = Line("event", "talks of judges", "seminar | 2005-05-03 | Ohrid")
    part = Line("participant", SEMINAR.subject, "Ana Kole")
    same, other = (Line("participant", name, "Ana Kole") for name in (found.subject, "visit"))
    assert outcomes([SEMINAR, part], [found, same]) == [("hit", "event"), ("hit", "participant")]
    assert ("hit", "participant") not in outcomes([SEMINAR, part], [found, other])


def test_a_header_line_is_of_its_predicate() -> None:
    assert outcomes([Line("place", "", "Ohrid")], [Line("source", "", "Ohrid")]) == [
        ("missing", "place"),
        ("false", "source"),
    ]


def test_a_place_of_the_dateline_is_no_place_mentioned() -> None:
    wanted = [Line("place", "", "Ohrid")]
    assert ("hit", "place") not in outcomes(wanted, [Line("mentions", "place", "ohrid")])


def test_all_groups_are_known() -> None:
    assert len(GROUPS) == len(set(GROUPS)) == 12
