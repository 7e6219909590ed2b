"""Cuts through an evaluation."""

from __future__ import annotations

import pytest
from osce_kg.loaders.evaluation import Line, Verdict
from osce_kg.loaders.evaluation.slices import is_known, kind_of
from osce_kg.ontology.reference import reference


@pytest.mark.parametrize(
    ("line", "known"),
    [
        (Line("mentions", "state", "BE"), True),
        (Line("mentions", "organization", "unodc"), True),
        (Line("mentions", "organization", "Council of Farmers"), False),
        (Line("mentions", "place", "Vrboselo"), False),
        (Line("mentions", "place", "Skopje"), True),
        (Line("person", "", "Karel De Gucht"), True),
        (Line("person", "", "Petar Vukelov"), False),
        (Line("post", "Petar Vukelov", "minister of justice @ BE"), True),
        (Line("post", "Petar Vukelov", "president @ Council of Farmers"), False),
        (Line("said", "odihr"), True),
        (Line("organizer", "seminar", "osce"), True),
        (Line("participant", "seminar", "Petar Vukelov"), False),
        (Line("date", "", "2005-05-03"), None),
    ],
)
def test_whether_reference_knows_what_a_line_is_about(line: Line, known: bool | None) -> None:
    assert is_known(line, reference()) is known


def test_header_lines_events_and_acts_have_kinds() -> None:
    date, event = Line("date", "", "2005-05-03"), Line("event", "talks", "meeting | 2005 | ")
    person, act = Line("person", "", "Ana Kole"), Line("act", "Ana Kole", "met | will not | BE | | |")
    lines = [Verdict(line.group, line, None) for line in (date, event, act, person)]
    assert [kind_of(one) for one in lines] == ["header: date", "event: meeting", "act: will not", ""]
