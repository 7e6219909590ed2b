"""How sure facts are: families of rules, and what was measured of them."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.acts.agents import AGENT_RULES
from osce_kg.loaders.extraction.confidence import (
    EDGE,
    ENOUGH,
    LESS_SURE,
    Family,
    families,
    family_name,
    family_of,
    fitted,
    grade,
    group_of,
)
from osce_kg.loaders.extraction.events import spoken
from osce_kg.loaders.extraction.events.organizers import find as organizers
from osce_kg.loaders.extraction.events.participants import find as participants
from osce_kg.loaders.extraction.events.participants import visits
from osce_kg.loaders.extraction.people import joining
from osce_kg.loaders.extraction.statements import utterances
from osce_kg.loaders.extraction.tables import read_table
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import Event, Membership, Mention, Participation, Statement

PAGE = b"""OSCE Mission opens a course

SARAJEVO, 3 May 2005 - The OSCE Mission to Bosnia and Herzegovina today opened a two-day training course for
judges in Zenica, organized together with the Drava Institute.

"Judges need it," said Ambassador Nils Tamm, the Head of the OSCE Mission. Minister of Justice Ana Kole (MP,
Estonia) and Deputy Mayor Boris Vuk also took part in the course.
"""

MEASURED = [family for family in families().values() if family.confidence is not None]


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_more_are_right_the_surer_and_never_surer_than_they_were_right(one: int, other: int) -> None:
    fired, right = max(one, other), min(one, other)
    sure, surer = fitted(fired, right), fitted(fired + 1, right + 1)
    if sure is None:
        assert fired == 0
    else:
        assert 0 <= sure < 1
        assert surer is not None
        assert sure <= surer or fired + 1 == ENOUGH
        assert fired < ENOUGH or sure <= right / fired


@given(st.integers(1, ENOUGH - 1))
def test_what_fired_too_seldom_gives_no_plain_edge(fired: int) -> None:
    sure = fitted(fired, fired)
    assert sure is not None
    assert sure < EDGE


@pytest.mark.parametrize("family", MEASURED, ids=lambda family: family.name)
def test_the_table_has_what_follows_from_its_counts(family: Family) -> None:
    assert family.right <= family.fired
    assert family.judged_right <= family.judged
    assert family.confidence == fitted(family.seen, family.seen_right)
    assert family.seen >= ENOUGH or (family.confidence or 0) < EDGE


def test_both_tables_have_the_same_families() -> None:
    assert set(families()) == {row["family"] for row in read_table("rule_families")}


def test_every_rule_that_is_written_down_has_a_family() -> None:
    found = chain(
        (("event", rule.name) for rule in spoken.RULES),
        (("organizer", rule.name) for rule in organizers.RULES),
        (("participant", rule.name) for rule in participants.RULES),
        (("participant", rule.name) for rule in visits.RULES),
        (("said", rule.name) for rule in utterances.RULES),
        (("act", rule.name) for rule in AGENT_RULES),
        (("post", rule.name) for rule in joining.RULES),
        (("person", rule.name) for rule in joining.RULES),
    )
    assert [place for place in found if family_name(*place) is None] == []


def test_facts_are_as_sure_as_their_families() -> None:
    release = read_source(PAGE, location="page.txt").releases[0]
    assert release.issued_evidence is not None
    assert release.issued_evidence.confidence == families()["header line or dateline"].confidence
    measured = {Mention, Membership, Event, Participation, Statement}
    facts = [fact for fact in release.facts if type(fact) in measured]
    assert {type(fact) for fact in facts} == measured
    for fact in facts:
        family = family_of(group_of(fact), fact.evidence.rule)
        assert family is not None, fact
        assert fact.evidence.confidence == family.confidence, fact


def test_what_its_rule_is_less_sure_of_is_of_another_family_and_says_so() -> None:
    rule, sure = grade("said", "verb of saying", 0.72)
    assert rule == "verb of saying" + LESS_SURE
    less, more = family_of("said", rule), family_of("said", "verb of saying")
    assert less is not None
    assert more is not None
    assert less.name != more.name
    assert sure == less.confidence
    assert sure < grade("said", "verb of saying", 0.92)[1]


@pytest.mark.parametrize("estimate", [0.3, 0.79, 0.8, 1.0])
def test_a_rule_that_nobody_measured_has_its_own_estimate_and_gives_no_plain_edge(estimate: float) -> None:
    assert grade("said", "telepathy", estimate) == ("telepathy", min(estimate, 0.79))
    assert family_of("said", "telepathy") is None


def test_a_rule_belongs_to_a_kind_of_fact() -> None:
    assert family_name("person", "title before name") == "person with a post"
    assert family_name("post", "title before name") == "post before name"
    assert family_name("state", "title before name") is None
    assert family_name("state", "reference demonym") == "demonym of a State"
    assert family_name("state", "reference former") == "State by table"
