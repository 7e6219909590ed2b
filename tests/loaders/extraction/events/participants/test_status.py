"""Who is only to be met has not been met."""

import pytest
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import Participation, Status

VISIT = (
    "Press release\nEnvoy visits Vadul\n\nVADUL, 3 March 2010 - The Head of the OSCE Mission to Moldova, "
    "Ada Ulmer, is in Vadul today on a visit. "
)


def status(sentence: str, name: str) -> set[Status]:
    """The statuses of the participations of somebody in the visit, told by a second sentence."""
    reading = read_source((VISIT + sentence).encode(), location="page")
    return {
        fact.status
        for release in reading.releases
        for fact in release.facts
        if isinstance(fact, Participation) and fact.participant.name == name
    }


@pytest.mark.parametrize(
    "sentence",
    ["She plans to meet the Mayor of Vadul, Ion Codreanu.", "She will meet the Mayor, Ion Codreanu."],
)
def test_a_meeting_that_is_ahead_is_planned(sentence: str) -> None:
    assert status(sentence, "Ion Codreanu") == {Status.PLANNED}


def test_a_meeting_that_was_held_took_place() -> None:
    assert status("She met the Mayor of Vadul, Ion Codreanu.", "Ion Codreanu") == {Status.TOOK_PLACE}


def test_what_somebody_says_will_be_does_not_put_off_a_meeting() -> None:
    sentence = '"The bridge will open," said the Head of Mission, and met the Mayor, Ion Codreanu.'
    assert Status.PLANNED not in status(sentence, "Ion Codreanu")


def test_the_visitor_has_come_whatever_is_ahead() -> None:
    assert Status.TOOK_PLACE in status("She will meet the Mayor, Ion Codreanu.", "Ada Ulmer")
