"""Who says what, and in which words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.clauses.line import Rule
from osce_kg.loaders.extraction.statements.find import RULES
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import Manner, Statement

from ..event_reading import read


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_finds_its_example_and_leaves_its_counter_example(rule: Rule[Any]) -> None:
    assert rule.name in {s.evidence.rule for s in read(rule.example).statements}
    assert rule.name not in {s.evidence.rule for s in read(rule.counter_example).statements}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"The well is dry," said [Anna Berg].', ["Anna Berg"]),
        ('[Anna Berg] said: "The well is dry."', ["Anna Berg"]),
        ('"The well," [Anna Berg] said, "is dry."', ["Anna Berg"]),
        ('"The well is dry," said the Mayor of <Linden>, [Anna Berg].', ["Anna Berg"]),
        ('"The well is dry," said [Anna Berg] and [Carl Dahl].', ["Anna Berg", "Carl Dahl"]),
        ("[Anna Berg], who had dug the first well, warned that it was dry.", ["Anna Berg"]),
        ("[Anna Berg] of the {Water Union} stressed that wells were dear.", ["Anna Berg"]),
        ("[Anna Berg] opened the well and stressed that it was deep.", ["Anna Berg"]),
        ("The well was deep, [Anna Berg] noted, and the rope was short.", ["Anna Berg"]),
        ("[Anna Berg] called on all villages to dig.", ["Anna Berg"]),
        ("[Anna Berg], the head of the {Water Union}, called for the release of [Carl Dahl].", ["Anna Berg"]),
        ("[Anna Berg] regrets the arrest of journalist [Carl Dahl], reiterates her call.", ["Anna Berg"]),
        ("[Anna Berg] expressed the hope that rain would come.", ["Anna Berg"]),
        ("[Anna Berg], for her part, assured [Carl Dahl] of her help.", ["Anna Berg"]),
        ("[Anna Berg], the head of the {Water Union}, told [Carl Dahl] that wells were dear.", ["Anna Berg"]),
        ('"We count on rain," [Anna Berg] was quoted as saying.', ["Anna Berg"]),
        ("Wells, according to the {Water Union}, are dear.", ["Water Union"]),
        ('"The well is dry," objected the Mayor of <Linden>, [Anna Berg].', ["Anna Berg"]),
        (
            '"The well is dry," his neighbour, the Mayor of <Linden>, [Anna Berg], corrected him.',
            ["Anna Berg"],
        ),
        ('"The well is dry, so we shall be brief," [Anna Berg] promised after the vote.', ["Anna Berg"]),
        ("[Anna Berg] put it in these words: all who drink must dig.", ["Anna Berg"]),
        ("[Anna Berg] went further: wells that are dug together unite.", ["Anna Berg"]),
        ("The well would be deeper, expected [Anna Berg], and so would the rope.", ["Anna Berg"]),
        ("[Anna Berg] called to mind how the first well was dug.", ["Anna Berg"]),
        (
            "[Anna Berg] of the {Water Union}, who was among the guests, confirmed that it was dry.",
            ["Anna Berg"],
        ),
        (
            "The rope was given by [Anna Berg], head of the {Water Union}, who admitted that it was short.",
            ["Anna Berg"],
        ),
        ("[Anna Berg] had written that she would not come.", ["Anna Berg"]),
        ("The {Water Union} urged the villages to dig.", ["Water Union"]),
        ("The plan was criticized by [Anna Berg] and the {Water Union}.", ["Anna Berg", "Water Union"]),
    ],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    assert read(text).speakers() == speakers


@pytest.mark.parametrize(
    "text",
    [
        "[Anna Berg] called on [Carl Dahl] in the afternoon.",
        "He had been proposed by [Anna Berg].",
        "The change was announced by [Anna Berg].",
        'The campaign "Dig With Us," launched last year by [Anna Berg], goes on.',
        '"The well is dry," a farmer answered the Mayor, [Anna Berg].',
        '"The well is dry," was written on a board that [Anna Berg] painted.',
        "[Anna Berg] visited three wells: all of them were dry in summer.",
        "[Anna Berg] will say more tomorrow.",
        "[Anna Berg] is expected to stress the need for wells.",
        "[Anna Berg] did not say who would pay.",
        "Forty dry wells were reported to [Anna Berg].",
        "[Anna Berg] passed on the greetings of [Carl Dahl].",
        "When the {Water Union} opened its office, villagers came and said that they were glad.",
        "A {Water Union} report shows how dear wells are.",
        "The {Water Union} States agreed on a plan.",
        "For further information: [Anna Berg], Spokesperson, said to be in at noon.",
        "What [Anna Berg] said about wells is in the archive.",
        "[Anna Berg] welcomed the participants.",
    ],
)
def test_no_statement(text: str) -> None:
    assert read(text).speakers() == []


def test_quoted_words_are_exactly_those_between_the_marks() -> None:
    reading = read('"The well is dry," said [Anna Berg], "and the rope is short."')
    [statement] = reading.statements
    assert statement.manner is Manner.DIRECT
    assert [w.of(reading.context.text) for w in statement.words] == [
        "The well is dry,",
        "and the rope is short.",
    ]


def test_a_quotation_goes_on_over_sentences_and_paragraphs() -> None:
    reading = read(
        '"The well is dry," said [Anna Berg]. "We dug it in May.\n"In June the water went away," she added.'
    )
    assert reading.speakers() == ["Anna Berg"]
    said = [w.of(reading.context.text) for s in reading.statements for w in s.words]
    assert said == ["The well is dry,", "We dug it in May.", "In June the water went away,"]


def test_a_message_that_is_cited_is_a_written_statement() -> None:
    [statement] = read("[Anna Berg] stated in a written message that wells were dear.").statements
    assert statement.manner is Manner.WRITTEN


def test_reported_speech_has_no_quoted_words() -> None:
    [statement] = read("[Anna Berg] stressed that wells were dear.").statements
    assert (statement.manner, statement.words) == (Manner.REPORTED, ())


def test_the_evidence_is_the_sentence() -> None:
    reading = read("It rained. [Anna Berg] stressed that wells were dear.")
    [statement] = reading.statements
    assert statement.evidence.span.of(reading.context.text) == statement.evidence.quote
    assert statement.evidence.quote.startswith("Anna Berg")
    assert 0 < statement.evidence.confidence <= 1


@given(st.text(alphabet='ab "“”.,:said[]\n', max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = read(text.replace("[", "").replace("]", "") + " [Anna Berg] said so.")
    assert all(s.evidence.span.of(reading.context.text) == s.evidence.quote for s in reading.statements)


@pytest.mark.parametrize(
    "text",
    [
        "[Anna Berg] released the following statement today on behalf of the farmers:",
        "The farmers (<<Armenia>>; [Anna Berg] of the Farm Office and [Carl Dahl] of <<Georgia>>) made the "
        "following statement:",
        "Following their talks with [Carl Dahl] on 3 May, [Anna Berg] issued a joint statement.",
    ],
)
def test_who_issues_a_statement_speaks_and_takes_part_in_it(text: str) -> None:
    found = read(text)
    assert "Anna Berg" in found.speakers()
    days = {str(event.when) for event in found.events if event.kind == "statement"}
    assert days == {"2012-05-10"}
    assert "participant: Anna Berg" in found.roles()


def test_any_other_statement_is_no_occasion() -> None:
    assert not read("[Anna Berg] made a statement on wells.").events


def test_they_are_not_the_organization_that_the_sentence_speaks_of() -> None:
    assert not read(
        "They praised the work that the {Water Union} is doing and stressed its needs."
    ).speakers()


def test_an_office_does_not_speak_in_the_title_where_its_holder_speaks_in_the_body() -> None:
    text = (
        "OSCE Mission to Skopje regrets loss of wells\n"
        "SKOPJE, 5 May 2014 - The Head of the OSCE Mission to Skopje, Anna Lindqvist, said today that "
        "the wells are lost.\n"
    )
    reading = read_source(text.encode(), location="wells.txt")
    said = {fact.speaker.name for fact in reading.releases[0].facts if isinstance(fact, Statement)}
    assert said == {"Anna Lindqvist"}


def test_to_welcome_somebody_is_no_statement_and_to_welcome_what_is_done_is_one() -> None:
    assert not read("[Anna Berg] welcomed the envoy [Carl Dahl] for a meeting in <Linden> today.").speakers()
    assert read("[Anna Berg] welcomed the decision of [Carl Dahl] today.").speakers() == ["Anna Berg"]
    assert read("[Anna Berg] welcomed [Carl Dahl]'s decision today.").speakers() == ["Anna Berg"]


def test_an_envoy_of_a_body_is_not_the_body() -> None:
    text = "The wells are dry, says {Water Union} envoy."
    assert read("[Anna Berg] came.", title=text).speakers() == []
    assert read("The wells are dry, said the {Water Union}.").speakers() == ["Water Union"]


def test_a_quotation_that_goes_on_marks_its_own_words() -> None:
    found = read('"The well is dry," said [Anna Berg]. "We dig. Rain would help."')
    for statement in found.statements:
        assert all(statement.evidence.span.covers(marked) for marked in statement.evidence.marked)
    assert "quotation goes on" in {statement.evidence.rule for statement in found.statements}
