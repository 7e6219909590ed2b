"""Sentences of both sides compared."""

from __future__ import annotations

from osce_kg.loaders.evaluation import Line, Verdict
from osce_kg.loaders.evaluation.sentences import check_sentences, places_of
from osce_kg.ontology.facts import Span

TEXT = "The Mission opened.  It “will stay” for a year. The Mission closed."


def hit(words: str, begin: int, end: int) -> Verdict:
    return Verdict(
        "said", Line("said", "Ana", "", words), Line("said", "Ana", "", "", "r", 0.9, Span(begin, end))
    )


def test_words_are_found_however_they_are_spaced_and_quoted() -> None:
    (place,) = places_of('It  "will\nstay" for…', TEXT)
    assert place.of(TEXT) == "It “will stay” for"


def test_a_sentence_may_be_any_of_those_that_begin_so() -> None:
    assert len(places_of("The Mission", TEXT)) == 2
    assert check_sentences([hit("The Mission", 49, 68)], TEXT).share == 1.0


def test_another_sentence_is_another() -> None:
    check = check_sentences([hit("It “will stay", 0, 19), hit("It “will stay", 21, 47)], TEXT)
    assert (check.overlapping, check.compared) == (1, 2)


def test_words_that_do_not_stand_there_are_counted_apart() -> None:
    check = check_sentences([hit("It will go", 0, 19)], TEXT)
    assert (check.compared, check.unplaced) == (0, 1)


def test_only_hits_with_a_sentence_are_compared() -> None:
    missing = Verdict("said", Line("said", "Ana", "", "The Mission"), None)
    assert check_sentences([hit("", 0, 19), missing], TEXT).compared == 0


def test_words_are_no_pattern() -> None:
    assert places_of("a.* (b", "a.* (b") == (Span(0, 6),)
    assert places_of(".*", TEXT) == ()
