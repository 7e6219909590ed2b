"""Organizers told by a noun, a predicate or an invitation rather than by a verb of organizing."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import Role

from ...event_reading import read

ORGANIZING = {Role.ORGANIZER, Role.HOST}


def organizers(text: str) -> set[str]:
    return {p.participant.name for p in read(text).participations if p.role in ORGANIZING}


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("The {Water Union} and the {Salt Union} are the organizers.", {"Water Union", "Salt Union"}),
        ("The {Water Union} and the {Salt Union} are among the visitors.", set()),
        ("The {Water Union} acted as a local host.", {"Water Union"}),
        ("The {Water Union} is not the host.", set()),
        (
            "Co-hosts of the seminar are the {Water Union} and the {Salt Union}.",
            {"Water Union", "Salt Union"},
        ),
        ("The hosts of the seminar thanked the {Water Union}.", set()),
        (
            "Its organizers were the {Water Union} and, as its partner, the {Salt Union}.",
            {"Water Union", "Salt Union"},
        ),
        ("They had come at the invitation of the {Water Union}.", {"Water Union"}),
        ("Pumps are sold at the invitation of the {Water Union}.", set()),
        ("The invitation had come from the {Water Union}.", {"Water Union"}),
        ("The wells had come from the {Water Union}.", set()),
        ("It was the {Water Union} that organized it.", {"Water Union"}),
        ("Responsible for it are the {Water Union} and the {Salt Union}.", {"Water Union", "Salt Union"}),
        (
            "It was organized by the {Water Union} (WU) in <<Malta>> and the {Salt Union} with funds of the "
            "{Bread Union}.",
            {"Water Union", "Salt Union"},
        ),
    ],
)
def test_organizers_in_the_sentence_after(told: str, names: set[str]) -> None:
    assert organizers(f"A seminar on wells is being held in <Linden> today. {told}") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A seminar on wells, of which the {Water Union} and the {Salt Union} are the joint organizers, "
            "ended in <Linden> today.",
            {"Water Union", "Salt Union"},
        ),
        (
            "A seminar on wells which the {Water Union} and the {Salt Union} are organizing together ends in "
            "<Linden> today.",
            {"Water Union", "Salt Union"},
        ),
        (
            "A seminar on wells which the {Water Union} and the {Salt Union} are watching together ends in "
            "<Linden> today.",
            set(),
        ),
        ("The {Water Union}'s seminar on wells ended in <Linden> today.", {"Water Union"}),
        ("The {Water Union}'s diggers left a seminar on wells in <Linden> today.", set()),
        (
            "A seminar on wells took place in <Linden> today, with the {Water Union} and the {Salt Union} as "
            "organizers.",
            {"Water Union", "Salt Union"},
        ),
        ("A seminar on wells took place in <Linden> today, with the {Water Union} as its theme.", set()),
        (
            "A seminar on wells, which the {Water Union} organized with the {Salt Union}, ended in <Linden> "
            "today.",
            {"Water Union", "Salt Union"},
        ),
        ("A seminar on services sold by the {Water Union} was held in <Linden> today.", set()),
        (
            "The {OSCE Mission to Skopje} wound up a seminar on wells in <Linden> today.",
            {"OSCE Mission to Skopje"},
        ),
        ("The {Water Union} plans a seminar on wells in <Linden> on 1 June.", {"Water Union"}),
    ],
)
def test_organizers_in_the_same_sentence(text: str, names: set[str]) -> None:
    assert organizers(text) == names


def test_who_opens_a_course_organizes_it_also_where_which_stands_for_it() -> None:
    text = (
        "Forty judges are at a course on wells, which the {OSCE Mission to Skopje} opened in <Linden> today."
    )
    assert organizers(text) == {"OSCE Mission to Skopje"}
    assert organizers(text.replace("opened", "praised")) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The {Water Union} brought judges and mayors together in <Asp> on 8 May.", {"Water Union"}),
        ("Forty judges will be trained in <Asp> on 1 June by the {Water Union}.", {"Water Union"}),
        ("Forty judges will be trained in <Asp> on 1 June by [Anna Berg].", set()),
        ("Forty judges will be trained in <Asp> on 1 June near the {Water Union}.", set()),
    ],
)
def test_who_trains_or_gathers_people_organizes_it(text: str, names: set[str]) -> None:
    assert organizers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Judges met in <Linden> today for a seminar on wells. Organizer is the {Water Union}, in "
            "co-operation with the {Salt Union} and the {Bread Union}.",
            {"Water Union", "Salt Union", "Bread Union"},
        ),
        (
            "Judges met at a seminar in <Asp>, which the {Water Union} and the {Salt Union} organized on "
            "Tuesday.",
            {"Water Union", "Salt Union"},
        ),
        ("Judges met at a seminar in <Asp>, which the {Water Union} reported on.", set()),
        ("A new well centre was opened in <Asp> on 3 May by the {Water Union}.", {"Water Union"}),
    ],
)
def test_organizers_beside_others_or_on_a_day(text: str, names: set[str]) -> None:
    assert organizers(text) == names
