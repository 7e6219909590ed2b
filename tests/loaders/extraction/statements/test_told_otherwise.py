"""Speakers who are told otherwise than by a plain verb of saying: nouns, passives, what is heard, "it"."""

from __future__ import annotations

from datetime import date

import pytest
from osce_kg.loaders.extraction import run_stages
from osce_kg.loaders.extraction.model import Context, Part, Section
from osce_kg.ontology.facts import Span
from osce_kg.ontology.reference import reference

from ..event_reading import read

MAYOR = "The Mayor of Bitola, Ana Kovač, came. "
MISSION = "The OSCE Mission to Serbia dug a well. "
CHAIRS = "The Co-Chairs of the OSCE Minsk Group came to Baku. "
TWO = "Ana Kovač, Mayor of Bitola, was introduced by Nils Tamm, Mayor of Osh. "


def speakers(text: str) -> list[str]:
    """Who says something in a text whose names are not marked, each once."""
    context = Context(text, date(2014, 9, 4), None, ())
    found = run_stages(context, (Section(Part.BODY, Span(0, len(text))),), reference()).statements
    return list(dict.fromkeys(s.speaker.id or s.speaker.name for s in found))


@pytest.mark.parametrize(
    "text",
    [
        "Wells must be deep: this was the conclusion of [Anna Berg].",
        "That wells should be deep was the view of [Anna Berg].",
        "Wells must be deep; that was the clear message of [Anna Berg].",
        "[Anna Berg]'s assessment was that wells were deep.",
        "[Anna Berg]'s message was clear: wells must be deep.",
        "The verdict of [Anna Berg] is that wells are deep.",
        '"The well is dry," was the answer of [Anna Berg].',
        "In the judgement of [Anna Berg], the well is dry.",
        "The guests heard from [Anna Berg] how the well was dug.",
        "Wells will be dug, they heard from [Anna Berg], in every village.",
        "The theft was condemned in the strongest terms by [Anna Berg].",
        "The theft was condemned on 3 May by [Anna Berg].",
        "The news was confirmed today by [Anna Berg].",
        "Much would be won, [Anna Berg] summed it up, if all dug.",
        "Wells, as [Anna Berg] put it, are dear.",
        "As [Anna Berg] put it, wells are dear.",
        "Wells, [Anna Berg] is convinced, are dear.",
        "A gift to all was what [Anna Berg] called the well.",
        "[Anna Berg] doubted that three days would change much.",
        "[Anna Berg] sent a telegram in which she wished that the diggers had won.",
        "[Anna Berg] highlighted the role of wells.",
        "[Anna Berg] asked for a rope for each bucket.",
        "[Anna Berg] echoed these words.",
        'In a message, [Anna Berg], an adviser in the {Water Union}, called the rope "the best there is".',
        "A statement was issued today by [Anna Berg].",
        "[Anna Berg] called the plan a step forward.",
        "[Anna Berg] called it an attack on all farmers.",
        "[Anna Berg] is of the opinion that wells are deep.",
        "[Anna Berg], the oldest, is of the view that wells are deep.",
        "[Anna Berg] shares this view.",
        "[Anna Berg] sent condolences to the families.",
        "[Anna Berg] referred to the wells as a gift.",
        "[Anna Berg] hopes for deeper wells.",
        "[Anna Berg] argued for deeper wells.",
        "A letter from [Anna Berg] says that wells are deep.",
    ],
)
def test_who_says_it(text: str) -> None:
    assert read(text).speakers() == ["Anna Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "The appeal of [Anna Berg] was rejected by the court.",
        "[Anna Berg]'s request was rejected.",
        "[Anna Berg]'s message was read to the guests.",
        "The guests heard from [Anna Berg] yesterday, and left.",
        "[Carl Dahl] had not heard from [Anna Berg] for years.",
        "The plan was confirmed and then signed by [Anna Berg].",
        "The book was written in 1990 by [Anna Berg].",
        "The winners were congratulated by [Anna Berg].",
        "[Anna Berg] was asked for her papers.",
        "[Anna Berg] had asked for two ropes.",
        "[Anna Berg] put it on the table.",
        "[Anna Berg] wished to leave.",
        "What [Anna Berg] called the well is a ditch.",
        "The question was what [Anna Berg] would say.",
        "[Anna Berg], the oldest of all, is proud.",
        "A boat was issued today by [Anna Berg].",
        "[Anna Berg] called the police.",
        "[Anna Berg] called a meeting for a discussion.",
        "[Anna Berg] called the guests and a doctor.",
        "[Anna Berg] sent a letter and shared a meal.",
        "[Anna Berg] is the author of the opinion that was read.",
        "A letter from [Anna Berg] was read.",
        "Readers of the report of the {Water Union} said that wells were deep.",
        "A member of the {Water Union} told the guests how deep it was.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert read(text).speakers() == []


@pytest.mark.parametrize(
    "text",
    [
        "Wells are getting deeper, the {Water Union} reported.",
        "Since last year, the {Water Union} finds, wells are deep.",
        "The {Water Union} announced it in <Linden>.",
        "The {Water Union} is concerned about the wells.",
        "The {Water Union} expressed its deep concern about the wells.",
        "The report of the {Water Union} says that wells are deep.",
        "A study by the {Water Union} warns that wells are dry.",
    ],
)
def test_a_body_says_it(text: str) -> None:
    assert read(text).speakers() == ["Water Union"]


def test_what_a_body_announces_is_no_statement_by_itself() -> None:
    assert read("The {Water Union} announced the opening of ten wells.").speakers() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MAYOR + "The well, in her words, is dry.", ["Ana Kovač"]),
        (MAYOR + "The rope, according to her, was long.", ["Ana Kovač"]),
        (MAYOR + "Her answer was that wells should be deep.", ["Ana Kovač"]),
        (MAYOR + "Wells are dug, the guests heard from her, in every village.", ["Ana Kovač"]),
        (MAYOR + "According to her office, wells are dear.", []),
        (MAYOR + "Her answer was sent to the guests.", []),
        (TWO + "The latter recalled that wells were dear. He said that they were deep.", ["Nils Tamm"]),
        (TWO + "The former said that wells were dear.", ["Ana Kovač"]),
        (TWO + "The former well said to be deep was dry.", []),
        (MISSION + "It said that the well was deep.", ["mission-serbia"]),
        (MISSION + "The well, it added, was deep.", ["mission-serbia"]),
        (MISSION + "It is deep.", []),
        ("A farmer wrote to the OSCE Mission to Serbia. It said that he was poor.", []),
        (CHAIRS + "The Co-Chairs were pleased that the wells were deep.", ["minsk-group"]),
        (CHAIRS + "The sides should dig, they urged.", ["minsk-group"]),
        (CHAIRS + "The Co-Chairs met the President.", []),
    ],
)
def test_who_is_meant_says_it(text: str, said: list[str]) -> None:
    assert speakers(text) == said


def test_one_who_thanks_her_is_not_she() -> None:
    text = MAYOR + "Nils Tamm, Mayor of Osh, thanked her for all that she had done. He said it was much."
    assert speakers(text) == ["Nils Tamm"]


def test_the_latter_who_spoke_speaks_on() -> None:
    text = TWO + "The latter recalled that wells were dear. “One has been dug,” he observed."
    assert speakers(text) == ["Nils Tamm"]


def test_who_welcomes_guests_says_nothing_and_who_welcomes_a_step_does() -> None:
    assert read("They were welcomed by [Anna Berg] and shown round.").speakers() == []
    assert read("The step was welcomed by [Anna Berg].").speakers() == ["Anna Berg"]


def test_two_with_whom_the_sentence_begins_share_its_verbs() -> None:
    text = (
        "[Anna Berg] and the {Water Union} had brought a letter and warned from the front row of a drought."
    )
    assert read(text).speakers() == ["Anna Berg", "Water Union"]
