"""Who takes part."""

from __future__ import annotations

from typing import Any

import pytest
from osce_kg.loaders.extraction.clauses.line import Rule
from osce_kg.loaders.extraction.events.participants.find import RULES
from osce_kg.loaders.extraction.events.participants.visits import RULES as VISIT_RULES
from osce_kg.ontology.facts import Role

from ...event_reading import read

TAKING_PART = {Role.SPEAKER, Role.PARTICIPANT}


def participants(text: str) -> set[str]:
    return {p.participant.name for p in read(text).participations if p.role in TAKING_PART}


@pytest.mark.parametrize("rule", [*RULES, *VISIT_RULES], ids=lambda rule: rule.name)
def test_each_rule_finds_its_example_and_leaves_its_counter_example(rule: Rule[Any]) -> None:
    assert rule.name in {p.evidence.rule for p in read(rule.example).participations}
    assert rule.name not in {p.evidence.rule for p in read(rule.counter_example).participations}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A seminar on wells was held in <Linden> today. Officers of the {Border Police} improved the "
            "pumps.",
            set(),
        ),
        (
            "The {Salt Union} organized a study visit to <Asp> for eight senior staff of the {Water "
            "Union} from 1 to "
            "3 May.",
            {"Water Union"},
        ),
        ("The training of ten diggers from the {Water Union} took place in <Linden> on 3 May.", set()),
        (
            "The training of ten officers from the {Border Police} took place in <Linden> on 3 May.",
            {"Border Police"},
        ),
        (
            "A seminar on wells was held in <Linden> today, with staff of the {Water Union} and judges "
            "from <<Spain>>.",
            set(),
        ),
        (
            "A seminar on wells was held in <Linden> today. It dealt with letters that representatives "
            "of the "
            "{Water Union} had written.",
            set(),
        ),
        (
            "A seminar on wells was held in <Linden> today. Also present were [Anna Berg], mayors, and "
            "[Carl Dahl].",
            {"Anna Berg", "Carl Dahl"},
        ),
        (
            "A seminar on wells was held in <Linden> today. Joining [Anna Berg] were [Carl Dahl] and "
            "[Eva Falk].",
            {"Anna Berg", "Carl Dahl", "Eva Falk"},
        ),
        (
            "Ten pumps were donated to the {Water Union} at a ceremony in <Linden> today.",
            {"Water Union"},
        ),
        (
            "[Anna Berg] ended a two-day visit to <Asp> today. She met [Carl Dahl] and other mayors, "
            "[Eva Falk] and "
            "judges of the {Water Court}.",
            {"Anna Berg", "Carl Dahl", "Eva Falk", "Water Court"},
        ),
        (
            'A seminar on wells was held in <Linden> today. "Wells are dear," said [Anna Berg].',
            {"Anna Berg"},
        ),
        (
            "A seminar on wells was held in <Linden> today. [Anna Berg], who could not be present, stressed "
            "in a letter that was read out that wells were dear.",
            set(),
        ),
        (
            "A seminar on wells was held in <Linden> today. It was addressed by [Anna Berg], [Carl Dahl] and "
            "[Eva Falk].",
            {"Anna Berg", "Carl Dahl", "Eva Falk"},
        ),
        (
            "A seminar on wells was held in <Linden> today. It brought together representatives of the "
            "{Water Union} and the {Bread Union}.",
            {"Water Union", "Bread Union"},
        ),
        (
            "A seminar on wells was held in <Linden> today. She thanked [Carl Dahl], whose idea it had been.",
            set(),
        ),
        (
            "[Anna Berg] ended a two-day visit to <Asp> today. She held talks with [Carl Dahl] and with "
            "[Eva Falk].",
            {"Anna Berg", "Carl Dahl", "Eva Falk"},
        ),
        (
            "The {Water Union} held talks with [Anna Berg] in <Asp> on 3 May.",
            {"Water Union", "Anna Berg"},
        ),
        (
            "The agreement was signed in <Asp> on 3 May by [Anna Berg] and [Carl Dahl].",
            {"Anna Berg", "Carl Dahl"},
        ),
        (
            "A seminar on wells will be held in <Linden> on 3 June. [Anna Berg] said that wells were dear.",
            set(),
        ),
        (
            "A course on pumps was held in <Linden> today. It brought together 18 officers from the "
            "{Water Union}, the {Bread Union} and the {Salt Union}.",
            {"Water Union", "Bread Union", "Salt Union"},
        ),
        (
            "Ten diggers and ten officers of the {Water Union} and of the {Salt Union} completed a course on "
            "pumps in <Linden> today.",
            {"Water Union", "Salt Union"},
        ),
        (
            "The pumps that officers of the {Water Union} use were shown at a course in <Linden> today.",
            set(),
        ),
        (
            "Guests, members of no union, took part in a course in <Linden> today. Officers of the "
            "{Water Union} wrote a letter.",
            set(),
        ),
        (
            "[Anna Berg] ended a two-day visit to <Asp> today. She met several officials, including "
            "[Carl Dahl] and [Eva Falk].",
            {"Anna Berg", "Carl Dahl", "Eva Falk"},
        ),
        (
            "[Anna Berg] ended a two-day visit to <Asp> today. She met [Carl Dahl] and other officials at "
            "the {Water Union}, and had meetings with representatives of the {Salt Union}.",
            {"Anna Berg", "Carl Dahl", "Water Union", "Salt Union"},
        ),
        (
            "[Anna Berg] ended a two-day visit to <Asp> today. She met several farmers, who know [Carl "
            "Dahl].",
            {"Anna Berg"},
        ),
        (
            "[Anna Berg] ended a two-day visit to <Asp> today. [Carl Dahl] welcomed the visitors.",
            {"Anna Berg", "Carl Dahl"},
        ),
        (
            "[Anna Berg], the Head of a mission, made her first address to the {Village Council} in <Asp> "
            "today.",
            {"Anna Berg"},
        ),
    ],
)
def test_participants(text: str, names: set[str]) -> None:
    assert participants(text) == names


def test_who_organizes_is_no_participant_besides() -> None:
    text = (
        "The {Water Union} held a seminar on wells in <Linden> today. The {Water Union} took part and "
        "said that wells were dear."
    )
    assert read(text).roles() == {"organizer: Water Union"}


@pytest.mark.parametrize(
    "text",
    [
        "Stones were thrown during a demonstration in <Linden> today. [Anna Berg] said that this was wrong.",
        "A seminar on wells was held in <Linden> today. [Anna Berg] condemned the theft of a pump.",
        "[Anna Berg] said that she would stay in the light of the talks that failed in <Asp> on 9 May.",
        "[Anna Berg] praised the diggers. Her comments followed a meeting of the Village Council on 7 May.",
        "[Anna Berg] said that wells were deep.\n\nAt its meeting on 7 May, the Village Council drew a map.",
    ],
)
def test_who_speaks_of_a_protest_a_wrong_or_of_what_is_only_referred_to_need_not_be_there(text: str) -> None:
    assert "speaker: Anna Berg" not in read(text).roles()


@pytest.mark.parametrize(
    "text",
    [
        "[Anna Berg] said that wells were deep.\n\nA seminar on wells was held in <Linden> today.",
        "A seminar on wells was held in <Linden> on 7 May.\n\n[Anna Berg] said that wells were deep.",
        "[Anna Berg] said that wells were deep.\n\nA seminar on wells was held in <Linden> on 7 May.",
    ],
)
def test_who_is_quoted_about_what_is_not_others_own_was_there(text: str) -> None:
    assert "speaker: Anna Berg" in read(text).roles()


def test_who_is_quoted_in_another_town_is_less_surely_there() -> None:
    text = (
        "LINDEN, 10 May 2012 - A seminar on wells was held in <Asp> today.\n\n"
        "[Anna Berg] said that wells are deep."
    )
    found = [p for p in read(text).participations if p.participant.name == "Anna Berg"]
    assert [p.evidence.confidence < 0.8 for p in found] == [True]


def test_the_members_of_what_is_only_spoken_of_do_not_attend() -> None:
    text = (
        "The {Village Council} must dig, concluded participants of a conference on wells in <Asp> on 7 May."
    )
    assert not read(text).roles()


def test_a_council_that_met_is_no_participant_of_its_own_meeting() -> None:
    assert not read("The {Village Council} met in <Linden> today.").roles()


def test_both_are_met_who_are_met_on_two_days() -> None:
    found = read("[Anna Berg] met with [Carl Dahl] on 7 May and with [Eva Falk] on 8 May in <Asp>.")
    assert {str(event.when) for event in found.events} == {"2012-05-07", "2012-05-08"}
    assert {"participant: Carl Dahl", "participant: Eva Falk"} <= found.roles()


def test_days_and_places_may_stand_between_the_meetings_and_whom_they_were_with() -> None:
    text = (
        "[Anna Berg] ended a visit to <Asp> today. She held meetings over the past two days in <Asp> with "
        "[Carl Dahl] and [Eva Falk]."
    )
    assert {"participant: Carl Dahl", "participant: Eva Falk"} <= read(text).roles()


def test_who_supports_a_ceremony_at_which_something_is_given_does_not_give_it() -> None:
    text = "Prizes were given in a ceremony on wells held in <Linden> today, supported by the {Water Union}."
    assert "participant: Water Union" not in read(text).roles()


def test_who_is_only_quoted_is_not_sure_to_have_been_there() -> None:
    quoted = read("A seminar on wells was held in <Linden> today. [Anna Berg] said that wells were dear.")
    assert [p.evidence.confidence < 0.8 for p in quoted.participations] == [True]
    there = read(
        "A seminar on wells was held in <Linden> today. [Anna Berg] took part. She said that wells were dear."
    )
    assert [p.evidence.confidence >= 0.8 for p in there.participations] == [True]


def test_who_welcomes_from_elsewhere_what_others_signed_was_not_there() -> None:
    assert (
        participants("[Anna Berg] welcomed the signing of a framework agreement in <Asp> on 9 May.") == set()
    )


def test_another_meeting_of_which_a_visit_is_told_is_not_the_visit() -> None:
    reading = read(
        "[Anna Berg] ended a two-day visit to <Linden> today. She was in <Asp> last month, where [Carl Dahl] "
        "met [Eva Falk]."
    )
    visit = {p.participant.name for p in reading.participations if p.event.startswith("visit")}
    assert visit == {"Anna Berg"}


def test_of_a_visitor_named_in_the_sentence_before_the_pronoun_is_marked() -> None:
    reading = read(
        "In the long and cold week of the three great floods of the river, <Linden> was glad to see "
        "[Carl Dahl]. His visit to <Linden> ended today."
    )
    visitor = next(p for p in reading.participations if p.participant.name == "Carl Dahl")
    assert visitor.evidence.quote == "His visit to Linden ended today."
    assert [reading.context.text[s.begin : s.end] for s in visitor.evidence.marked] == ["His"]
