"""Who takes part through a list, through people whom they sent, or in what is signed or handed over."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import Role

from ...event_reading import read

TAKING_PART = {Role.SPEAKER, Role.PARTICIPANT}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A seminar on wells, attended by representatives of the {Water Union} and of the {Salt Union}, "
            "ended in <Linden> today.",
            {"Water Union", "Salt Union"},
        ),
        (
            "A seminar on wells ended in <Linden> today. The participants represented a number of "
            "bodies, including "
            "the {Water Union} and the {Salt Union}.",
            {"Water Union", "Salt Union"},
        ),
        (
            "Officials and experts from <<Spain>> and <<Malta>> are meeting in <Linden> today for a "
            "seminar on wells.",
            {"Spain", "Malta"},
        ),
        (
            "Experts from <<Spain>> and <<Malta>> are meeting in <Linden> today for a seminar on wells.",
            set(),
        ),
        (
            "A seminar on wells ended in <Linden> today. There were presentations by [Anna Berg], senior "
            "fellow in the "
            "{Water Union}, and [Carl Dahl].",
            {"Anna Berg", "Carl Dahl"},
        ),
        (
            "A seminar on wells began in <Linden> today. The {Union to Asp}, to {Birch} and the {Salt "
            "Union} had sent "
            "staff.",
            {"Union to Asp", "Birch", "Salt Union"},
        ),
        (
            "[Anna Berg (MP], <<Malta>>) and [Carl Dahl (MP], <<Spain>>) took part in a seminar in "
            "<Linden> today.",
            {"Anna Berg (MP", "Carl Dahl (MP"},
        ),
        (
            "Ministers whom <<Spain>>, <<Malta>> and <<Norway>> had sent to <Asp> attended a seminar "
            "there on 3 May.",
            {"Spain", "Malta", "Norway"},
        ),
        (
            "A seminar on pumps was held in <Linden> on 3 May. It was led by [Anna Berg].",
            {"Anna Berg"},
        ),
        (
            "A seminar on wells was held in <Linden> today. The panelists were: [Anna Berg], [Carl "
            "Dahl], and [Eva "
            "Falk].",
            {"Anna Berg", "Carl Dahl", "Eva Falk"},
        ),
        (
            "The course on wells, which brought together ten officers from the {Border Police} and "
            "<Asp>'s {Water "
            "Court}, ended in <Linden> today.",
            {"Border Police", "Water Court"},
        ),
        (
            "A seminar on wells, attended by staff of the {Water Union} Delegation in <Asp>, ended in "
            "<Linden> today.",
            set(),
        ),
        (
            "A memorandum of understanding between the {Water Union} and the {Salt Union} was signed in "
            "<Linden> "
            "today.",
            {"Water Union", "Salt Union"},
        ),
        (
            "A memorandum between the {Water Union} and the {Salt Union} was signed in <Linden> today by "
            "[Anna Berg].",
            {"Anna Berg"},
        ),
        (
            "The {Water Office} wrote to the {Salt Office}. A memorandum was signed in <Linden> today by "
            "the two "
            "offices.",
            {"Water Office", "Salt Office"},
        ),
        (
            "The {Water Office} wrote to the {Salt Union}. The two offices signed a memorandum in "
            "<Linden> today.",
            set(),
        ),
        ("[Anna Berg] held talks in <Linden> today with [Carl Dahl].", {"Anna Berg", "Carl Dahl"}),
        (
            "A seminar on wells was held in <Linden> today. Representatives of the {Water Union} could "
            "not come.",
            set(),
        ),
        (
            "A seminar on wells was held in <Linden> today. It follows a meeting at which officers of the "
            "{Border Police} learned to swim.",
            set(),
        ),
        (
            "A seminar on wells was held in <Linden> today. [Anna Berg] wrote to representatives of the "
            "{Salt Union}.",
            set(),
        ),
        (
            "A seminar on wells was held in <Linden> today. It was opened by [Anna Berg] and the {Water "
            "Union} closed "
            "the road.",
            {"Anna Berg"},
        ),
        (
            "At a ceremony in <Linden> today, [Anna Berg] spoke of the pumps that have been given to the "
            "{Salt Union}.",
            {"Anna Berg"},
        ),
        (
            "A seminar on wells was opened in <Linden> today by [Anna Berg], who heads a school, and "
            "[Carl Dahl].",
            {"Anna Berg", "Carl Dahl"},
        ),
        (
            "A seminar on wells ended in <Linden> today. Speakers came from the {Water Union}, which "
            "runs a school, "
            "and from the {Salt Union}.",
            {"Water Union", "Salt Union"},
        ),
        (
            "A seminar on wells began in <Linden> today. The {Water Union} has sent two experts, and so "
            "has the "
            "{Salt Union}.",
            {"Water Union", "Salt Union"},
        ),
        ("A seminar on wells began in <Linden> today. The {Water Union} sent two experts to <Asp>.", set()),
        (
            "A seminar on wells began in <Linden> today with [Anna Berg] among its first speakers.",
            {"Anna Berg"},
        ),
        (
            "Mayors came to <Linden> for a meeting with the {Water Union} on 3 May.",
            {"Water Union"},
        ),
        ("A seminar on wells ended in <Linden> today. Experts from <<Spain>> taught at it.", set()),
        ("Representatives of <<Spain>> attended a seminar on wells in <Linden> today.", {"Spain"}),
        (
            "[Carl Dahl] of the {Water Union}, who was among the guests at a ceremony in <Linden> today, "
            "was glad.",
            {"Carl Dahl"},
        ),
        (
            "A seminar on wells, attended by diggers, relevant ministries, the {Water Union}, as well as "
            "staff of "
            "the {Bread Union}, civil society and the {Salt Union}, ended in <Linden> today.",
            {"Water Union", "Bread Union", "Salt Union"},
        ),
        (
            "Twelve officers representing the {Border Police} and the {Water Union} will learn to dig "
            "during a "
            "workshop that began in <Linden> today.",
            {"Border Police", "Water Union"},
        ),
    ],
)
def test_those_listed_or_sent(text: str, names: set[str]) -> None:
    found = read(text).participations
    assert {p.participant.name for p in found if p.role in TAKING_PART} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A seminar on wells was held in <Linden> today. [Anna Berg], the Mayor, took notes.", {"Anna Berg"}),
        ("A seminar on wells was held in <Linden> today. [Anna Berg], the Mayor, may dig.", set()),
        (
            "A seminar on wells was held in <Linden> today. [Anna Berg], the Mayor, was born on 3 May 1950.",
            set(),
        ),
        ("A seminar on wells was held in <Linden> on 3 March. [Anna Berg], the Mayor, took notes.", set()),
        ("A seminar on wells was held in <Linden> today. The house was built by [Anna Berg].", set()),
    ],
)
def test_those_who_act_in_the_account_of_an_occasion(text: str, names: set[str]) -> None:
    found = read(text).participations
    assert {p.participant.name for p in found if p.role in TAKING_PART} == names
