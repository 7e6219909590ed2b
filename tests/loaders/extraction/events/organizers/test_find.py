"""Who organizes, hosts and supports."""

from __future__ import annotations

from typing import Any

import pytest
from osce_kg.loaders.extraction.clauses.line import Rule
from osce_kg.loaders.extraction.events.organizers.find import RULES
from osce_kg.loaders.extraction.events.ties import organization_of
from osce_kg.loaders.extraction.model import Party, PostMention
from osce_kg.ontology.facts import Entity, EntityKind, Role, Span

from ...event_reading import read

ORGANIZING = {Role.ORGANIZER, Role.HOST}


def organizers(text: str) -> set[str]:
    return {p.participant.name for p in read(text).participations if p.role in ORGANIZING}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_finds_its_example_and_leaves_its_counter_example(rule: Rule[Any]) -> None:
    assert rule.name in {p.evidence.rule for p in read(rule.example).participations}
    assert rule.name not in {p.evidence.rule for p in read(rule.counter_example).participations}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A round table on wells, co-facilitated by the {Water Union} and the {Salt Union}, was held "
            "in <Linden> "
            "today.",
            {"Water Union", "Salt Union"},
        ),
        (
            "The {Water Union} and the {Bread Union} (BU), in co-operation with the {Salt Union}, "
            "launched a handbook "
            "on wells in <Linden> today.",
            {"Water Union", "Bread Union", "Salt Union"},
        ),
        (
            "A seminar on wells was held in <Linden> today at the invitation of this year's {Water Union}.",
            {"Water Union"},
        ),
        (
            "Ten diggers thanked the {OSCE Mission to Skopje}. Since 1 May they had attended its course "
            "on wells, which "
            "ended in <Linden> today.",
            {"OSCE Mission to Skopje"},
        ),
        (
            "Ten diggers thanked the {Water Union}. Since 1 May they had attended its course on wells, "
            "which ended in "
            "<Linden> today.",
            set(),
        ),
        (
            "The {OSCE Mission to Skopje} opened the first round of its talks on wells in <Linden> today.",
            {"OSCE Mission to Skopje"},
        ),
        ("The {OSCE Mission to Skopje} opened the talks on wells in <Linden> today.", set()),
        ("A seminar for mayors was held in <Linden> today with pumps given by the {Water Union}.", set()),
        ("A seminar on services provided by the {Water Union} was held in <Linden> today.", set()),
        ("A course on wells, provided by the {Water Union}, was held in <Linden> today.", {"Water Union"}),
        (
            "The {Water Union} invited mayors to comment on a map during a seminar in <Linden> today.",
            set(),
        ),
        (
            "The {Salt Union} helped the {Water Union} to organize pumps for a seminar in <Linden> today.",
            set(),
        ),
        (
            "A seminar on wells was held on 3 May, and a course on pumps on 4 May. Both were organized "
            "by the "
            "{Water Union}.",
            {"Water Union"},
        ),
        (
            "The {Water Union}'s Department for Pumps is holding a seminar on wells in <Linden> today.",
            {"Water Union"},
        ),
        (
            "The {Water Union} brought mayors and diggers together for a round table on wells in "
            "<Linden> today.",
            {"Water Union"},
        ),
        (
            "The {Water Union} has invited diggers to a seminar on wells in <Linden> on 3 June.",
            {"Water Union"},
        ),
        ("The {Water Union} was invited to a seminar on wells in <Linden> on 3 June.", set()),
        (
            "The {OSCE Mission to Skopje} opened its training course on wells in <Linden> today.",
            {"OSCE Mission to Skopje"},
        ),
        (
            "A seminar on wells in <Linden> today was led by [Anna Berg] and organized by the {Water Union}.",
            {"Water Union"},
        ),
        (
            "At its meeting in <Linden> today the {Water Union} changed the help that the {Salt Union} "
            "gives.",
            set(),
        ),
        (
            "A seminar on wells was held in <Linden> today in co-operation with the {Water Union}, local "
            "councils, "
            "and the {Bread Union}.",
            {"Water Union", "Bread Union"},
        ),
        (
            "A seminar on wells was held in <Linden> today in a house that was built in co-operation "
            "with the "
            "{Water Union}.",
            set(),
        ),
        (
            "The {OSCE Mission to Skopje} facilitated a round table on wells in <Linden> today.",
            {"OSCE Mission to Skopje"},
        ),
        ("[Anna Berg] facilitated a round table on wells in <Linden> today.", set()),
        (
            "The {Water Union} is today hosting a conference on wells in <Linden>.",
            {"Water Union"},
        ),
        (
            "A seminar on wells, organized by the {Water Union}'s Department for Pumps, ended in "
            "<Linden> today.",
            {"Water Union"},
        ),
        ("A seminar on wells, organized by the {Water Union}'s friends, ended in <Linden> today.", set()),
        (
            "Hosted jointly by the {Water Union} and the {Bread Union}, a seminar on wells was held in "
            "<Linden> today.",
            {"Water Union", "Bread Union"},
        ),
        (
            "The {Water Union} and its partner, the {Bread Union}, held a seminar on wells in <Linden> "
            "today.",
            {"Water Union", "Bread Union"},
        ),
        (
            'The {Water Union}, together with the NGO "{Green Wells}", held a seminar in <Linden> today.',
            {"Water Union", "Green Wells"},
        ),
        (
            "The {Ministry of Water} wrote to the {Ministry of Bread}. A seminar on wells, jointly "
            "organized by the "
            "two Ministries, starts in <Linden> on 3 June.",
            {"Ministry of Water", "Ministry of Bread"},
        ),
        (
            "The {Ministry of Water} wrote to the {Bread Union}. A seminar on wells, jointly organized "
            "by the "
            "two Ministries, starts in <Linden> on 3 June.",
            set(),
        ),
        (
            "The seminar on wells, which ended in <Linden> today, was the result of close co-operation "
            "between the "
            "{Water Union} and the {Bread Union}.",
            {"Water Union", "Bread Union"},
        ),
        (
            "A round table on wells ended in <Linden> today. The organizers, the {Water Union} and the "
            "{Bread "
            "Union}, were glad.",
            {"Water Union", "Bread Union"},
        ),
        (
            "The {Salt Union} helped the {Water Union} to organize a seminar on wells in <Linden> today.",
            {"Water Union"},
        ),
        (
            "A seminar on wells, organized jointly by the {Water Union}, the {Bread Union} and the "
            "{Salt Union}, ended in <Linden> today.",
            {"Water Union", "Bread Union", "Salt Union"},
        ),
        (
            "A seminar on wells ended today. The {Water Union} had organized it in co-operation with the "
            "{Bread Union} (BU), with the support of the {Salt Union}.",
            {"Water Union", "Bread Union"},
        ),
        ("On 3 May, the {Water Union} held a training course on pumps in <Linden>.", {"Water Union"}),
        ("The {Water Union} will hold a seminar on wells in <Linden> on 3 June.", {"Water Union"}),
        ("A seminar on wells, which the {Water Union} hosted, ended today.", {"Water Union"}),
        ("A seminar on wells, funded by the {Salt Union}, ended today.", set()),
        ("[Anna Berg] closed a seminar on wells today.", set()),
        (
            "The {OSCE Mission to Skopje} jointly with the {Water Union} completed a two-day training for "
            "diggers on maps today.",
            {"OSCE Mission to Skopje", "Water Union"},
        ),
        ("An {OSCE Mission to Skopje}-supported workshop on maps ended in <Asp> today.", set()),
        ("The {OSCE Mission to Skopje} completed a two-day visit to <Asp> today.", set()),
        (
            "A seminar on wells was held in <Linden> today. The event, organized and funded by the "
            "{Water Union}, was full.",
            {"Water Union"},
        ),
        (
            "A seminar on wells was held in <Linden> today. The initiative is organized by the {Water "
            "Union}.",
            {"Water Union"},
        ),
        (
            "A seminar on wells was held in <Linden> today. The initiative is praised by the {Water Union}.",
            set(),
        ),
        (
            "The {Water Union} has helped organize a seminar on wells, held in <Linden> today.",
            {"Water Union"},
        ),
        (
            "The {Water Union} is bringing together judges and diggers for a three-day workshop on wells in "
            "<Linden> today.",
            {"Water Union"},
        ),
        ("The {Water Union} trained forty diggers; a workshop on wells was held in <Linden> today.", set()),
        (
            "Ending a two-day visit to <Asp>, [Anna Berg] called today for calm, with the tools offered by "
            "the {Water Union}.",
            set(),
        ),
        ("The {Water Union} delivered a statement to the third meeting on wells in <Linden> today.", set()),
        ("Pumps were today handed over by the {Water Union} to schools in <Linden>.", {"Water Union"}),
    ],
)
def test_organizers(text: str, names: set[str]) -> None:
    assert organizers(text) == names


def test_who_only_supports_has_a_role_of_its_own() -> None:
    found = read("A seminar on wells, supported by the {Salt Union}, ended in <Linden> today.").participations
    assert [(p.participant.name, p.role) for p in found] == [("Salt Union", Role.SUPPORTER)]


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("A seminar on wells, funded by the {Salt Union}, ended in <Linden> today.", {Role.FUNDER}),
        (
            "A seminar on wells ended in <Linden> today, with financial support from the {Salt Union}.",
            {Role.FUNDER},
        ),
        ("A seminar on wells ended in <Linden> today, with support from the {Salt Union}.", {Role.SUPPORTER}),
        ("A seminar on wells ended in <Linden> today. It was financed by the {Salt Union}.", {Role.FUNDER}),
    ],
)
def test_who_gives_money_is_kept_apart_from_who_only_supports(said: str, roles: set[Role]) -> None:
    assert {p.role for p in read(said).participations} == roles


@pytest.mark.parametrize(
    ("by", "funders"),
    [
        ("the Government of <<Norway>>", {"funder: Norway"}),
        ("the Governments of <<Norway>> and <<Sweden>>", {"funder: Norway", "funder: Sweden"}),
        ("the mayor of <<Norway>>", set()),
    ],
)
def test_a_government_stands_for_its_state(by: str, funders: set[str]) -> None:
    found = read(f"A seminar on wells, funded by {by}, ended in <Linden> today.").roles()
    assert {role for role in found if role.startswith("funder")} == funders


def test_one_may_fund_and_another_support() -> None:
    text = "A seminar on wells, supported by the {Salt Union} and funded by the {Bread Union}, ended today."
    assert read(text).roles() == {"supporter: Salt Union", "funder: Bread Union"}


def test_a_person_who_hosts_stands_for_what_he_or_she_heads() -> None:
    person = Entity(EntityKind.PERSON, "Anna Berg")
    union = Entity(EntityKind.ORGANIZATION, "Water Union")
    head = PostMention("director", "Director", Span(0, 8), union)
    chair = PostMention("chairperson-in-office", "Chairperson-in-Office", Span(9, 30), None)
    assert organization_of(Party(person, Span(0, 40), 0, posts=(head,))) == union
    acting_for = organization_of(Party(person, Span(0, 40), 0, posts=(head, chair)))
    assert acting_for is not None
    assert acting_for.id == "chairpersonship"
    assert organization_of(Party(person, Span(0, 40), 0)) is None


def test_partners_may_stand_between_the_organizer_and_the_verb() -> None:
    text = (
        "The {Water Union}, in partnership with the {Bread Union} and local farmers, organized a seminar "
        "on wells in <Linden> today."
    )
    assert {"organizer: Water Union", "organizer: Bread Union"} <= read(text).roles()


def test_who_offers_what_follows_does_not_organize_it() -> None:
    text = (
        "A seminar on wells was held in <Linden> today. The seminar will be followed by a module, offered by "
        "the {Water Union}."
    )
    assert "organizer: Water Union" not in read(text).roles()


def test_a_body_that_starts_a_course_organizes_it_and_a_speaker_does_not() -> None:
    assert "organizer: Water Union" in read("The {Water Union} started a course on wells today.").roles()
    assert "organizer: Anna Berg" not in read("[Anna Berg] started a course on wells today.").roles()


def test_who_only_supports_before_the_verb_is_not_the_organizer() -> None:
    text = (
        "The {Water Union}, in close partnership with the {Bread Union} and with the support of the "
        "{Village Council}, started a course on wells today."
    )
    roles = read(text).roles()
    assert "organizer: Water Union" in roles
    assert "organizer: Village Council" not in roles


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        (
            "{Water Union} holds seminar on wells",
            "A seminar on wells ended in <Linden> today.",
            {"Water Union"},
        ),
        ("{Water Union} leaves seminar on wells", "A seminar on wells ended in <Linden> today.", set()),
        (
            "{Water Union} holds seminar on wells",
            "A seminar on wells, organized by the {Bread Union}, ended in <Linden> today.",
            {"Bread Union"},
        ),
    ],
)
def test_the_title_names_the_organizer_where_the_body_does_not(
    title: str, text: str, names: set[str]
) -> None:
    found = read(text, title=title).participations
    assert {p.participant.name for p in found if p.role in ORGANIZING} == names


def test_who_gives_money_for_an_occasion_does_not_organize_it() -> None:
    text = "A conference on wells opened in <Asp> today. Money for the conference is given by <<France>>."
    assert "organizer: France" not in read(text).roles()
    held = "A conference on wells opened in <Asp> today. The conference is hosted by <<France>>."
    assert {"organizer: France", "host: France"} & read(held).roles()
