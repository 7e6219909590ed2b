"""Organizers told of in passing, and which of those told of organize no more than by name."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import Role

from ...event_reading import read

ORGANIZING = {Role.ORGANIZER, Role.HOST}
SEMINAR = "A seminar on wells was held in <Linden> today. "


def organizers(text: str) -> set[str]:
    return {p.participant.name for p in read(text).participations if p.role in ORGANIZING}


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("[Ana Brook], Director of the {Water Union}, organizer of the seminar, left.", {"Water Union"}),
        ("[Ana Brook] of the {Water Union}, one of the organizers, left.", {"Water Union"}),
        ("[Ana Brook] of the {Water Union}, a friend of the organizers, left.", set()),
        (
            "It was organized by the {Water Union} together with the <Asp> office of the {Salt Union}.",
            {"Water Union", "Salt Union"},
        ),
        (
            "It was organized by the {Water Union} together with clerks near the {Salt Union}.",
            {"Water Union"},
        ),
        ("[Ana Brook] of the {Water Union}, which organized the event, left.", {"Water Union"}),
        ("[Ana Brook] of the {Water Union}, which left the event, sang.", set()),
        ("The event was organized, for the third year in a row, by the {Water Union}.", {"Water Union"}),
        ("The event was organized, he said, for diggers liked by the {Water Union}.", set()),
        (
            "Jointly organized by the {Water Union} and the {Salt Union}, it drew forty diggers.",
            {"Water Union", "Salt Union"},
        ),
        ("Liked by the {Water Union}, it drew forty diggers.", set()),
        ("It was organized in <Linden> and funded by the {Water Union}.", set()),
        ("It was organized and funded by the {Water Union}.", {"Water Union"}),
        ("It was put together by the {Water Union}.", {"Water Union"}),
        ("It was put off by the {Water Union}.", set()),
        ("It was designed by the {Water Union} and mounted with care.", {"Water Union"}),
        ("It was orchestrated by the {Water Union}.", {"Water Union"}),
        ("It was conducted by officers of the {Water Union}.", set()),
        ("It was conducted by the {Water Union}.", {"Water Union"}),
        (
            "The {Water Union}, members of its group and the {Salt Union} organized the event.",
            {"Water Union", "Salt Union"},
        ),
        (
            "It was hosted by the {Salt Union} under the auspices of the {Water Union}.",
            {"Salt Union"},
        ),
        ("It was held under the auspices of the {Water Union}.", {"Water Union"}),
        (
            "At the initiative of the {Water Union}, the {Salt Union} hosted the seminar.",
            {"Salt Union"},
        ),
    ],
)
def test_in_the_sentence_after(told: str, names: set[str]) -> None:
    assert organizers(SEMINAR + told) == names


@pytest.mark.parametrize("verb", ["mounted", "staged", "orchestrated"])
def test_further_verbs_of_organizing(verb: str) -> None:
    assert organizers(f"The {{Water Union}} {verb} a seminar on wells in <Linden> today.") == {"Water Union"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The {Water Union} marked its anniversary with a concert in <Linden> today.", {"Water Union"}),
        ("The {Water Union} observed World Water Day with a round table in <Linden> today.", {"Water Union"}),
        ("The {Water Union} missed World Water Day with a round table in <Linden> today.", set()),
        ("[Ana Brook] marked World Water Day with a round table in <Linden> today.", set()),
        ("The {Water Union} devoted a seminar to wells in <Linden> today.", {"Water Union"}),
        ("The {Water Union} hosted forty pupils for a seminar on wells in <Linden> today.", {"Water Union"}),
        ("The {Water Union} welcomed judges to a round table in <Linden> today.", {"Water Union"}),
        ("The {Water Union} left judges to a round table in <Linden> today.", set()),
        ("The {Water Union} handed prizes to diggers at an award ceremony in <Linden>.", {"Water Union"}),
        ("The {Water Union} handed over a pump at a ceremony in <Linden> today.", set()),
        ("A course on wells was organized in <Linden> today with the {Water Union}.", {"Water Union"}),
        ("A course on wells was welcomed in <Linden> today with the {Water Union}.", set()),
    ],
)
def test_in_the_sentence_of_the_occasion(text: str, names: set[str]) -> None:
    assert organizers(text) == names


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("{Water Union} and {Salt Union} train diggers", {"Water Union", "Salt Union"}),
        ("{Water Union} teaches diggers how to dig", {"Water Union"}),
        ("{Water Union} thanks diggers", set()),
        ("[Ana Brook] trains diggers", set()),
    ],
)
def test_a_training_whose_trainers_the_title_alone_names(title: str, names: set[str]) -> None:
    body = "A training course for diggers ended in <Linden> today."
    told = read(body, title=title).participations
    assert {p.participant.name for p in told if p.role in ORGANIZING} == names
