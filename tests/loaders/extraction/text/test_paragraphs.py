"""Paragraphs, capitals and folded letters."""

from osce_kg.loaders.extraction.text.paragraphs import fold, is_shouted, paragraphs
from osce_kg.ontology.facts import Span


def cut(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text, Span(0, len(text)))]


def test_each_line_is_a_paragraph_and_empty_ones_are_none() -> None:
    assert cut("One.\n\n  Two.  \n\t\nThree.") == ["One.", "Two.", "Three."]


def test_a_line_that_breaks_within_a_sentence_goes_on() -> None:
    assert len(cut("The course which was held in\nthe old town hall ended.")) == 1


def test_bullets_stay_apart() -> None:
    assert len(cut("- one thing\n- another thing\n- a third")) == 3


def test_diacritics_and_case_fold() -> None:
    assert fold("Šđ’Łódź") == "sd'lodz"


def test_a_short_acronym_is_not_shouting() -> None:
    assert not is_shouted("OSCE")
    assert is_shouted("MINISTERS MEET IN OSLO TOMORROW")
