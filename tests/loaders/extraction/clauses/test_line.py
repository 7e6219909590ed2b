"""Lines: which rules a sentence calls for, and what is worked out of it once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from osce_kg.loaders.extraction.clauses.line import Line, Rule, chooser
from osce_kg.loaders.extraction.events.ties import Phrases
from osce_kg.loaders.extraction.statements.find import read_clauses
from osce_kg.ontology.facts import Role

from ..event_reading import read


def line_of(text: str) -> Line:
    reading = read(text)
    return read_clauses(reading.context, reading.sentences, reading.mentions, reading.parties).lines[0]


def rule(name: str, triggers: frozenset[str] | None) -> Rule[Callable[[], None]]:
    return Rule(name, 1.0, "", "", lambda: None, triggers)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Anna Berg] dug a well.", ["any line"]),
        ("[Anna Berg] opened the well.", ["opens", "any line"]),
        ("[Anna Berg] opened the well and closed it again.", ["opens", "any line", "opens or closes"]),
        ("It opened AND it closed.", ["opens", "any line", "opens or closes"]),
    ],
)
def test_a_line_calls_for_the_rules_of_whose_words_it_has_one_in_their_order(
    text: str, names: list[str]
) -> None:
    rules = [
        rule("opens", frozenset(("opens", "opened"))),
        rule("any line", None),
        rule("opens or closes", frozenset(("closed",))),
    ]
    assert [found.name for found in chooser(rules)(line_of(text))] == names


def test_what_is_worked_out_of_a_line_is_worked_out_once() -> None:
    line, asked = line_of("[Anna Berg] dug a well."), []

    def length(of: Line) -> int:
        asked.append(of)
        return len(of.items)

    assert line.once(length) == line.once(length) == len(line.items)
    assert asked == [line]


def test_a_line_knows_which_items_name_somebody_or_something() -> None:
    line = line_of("[Anna Berg] dug a well in <Linden> on 3 May.")
    assert [line.items[index].text for index in line.naming] == ["Anna Berg", "Linden"]
    assert not line_of("Somebody dug a well on 3 May.").naming


def test_phrases_are_found_from_left_to_right_wherever_their_longest_word_stands() -> None:
    found = Phrases.of("participation", "phrase").places(line_of("[Anna Berg] took part and took the floor."))
    assert [(begin, role) for begin, _, role in found] == sorted([(begin, role) for begin, _, role in found])
    assert (1, 3, Role.PARTICIPANT) in found
