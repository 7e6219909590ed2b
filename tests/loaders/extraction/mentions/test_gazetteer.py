"""The gazetteer finds names at word boundaries, in the case that the name asks for, however it is spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.mentions.gazetteer import When, gazetteer_of, normalized
from osce_kg.ontology.reference import reference


def found(text: str, capitals_until: int = 0) -> set[str]:
    gazetteer = gazetteer_of(reference())
    return {text[match.begin : match.end] for match in gazetteer.matches(text, capitals_until=capitals_until)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Forum for Security Cooperation met.", "Forum for Security Cooperation"),
        (
            "The Organisation for Security and Co‑operation in Europe",
            "Organisation for Security and Co‑operation in Europe",
        ),
        ("a course in Prishtine", "Prishtine"),
        ("a course in Ta’ Qali", "Ta’ Qali"),
        ("the UN Development Programme", "UN Development Programme"),
        ("Italy’s police", "Italy"),
        ("UNDP, ODIHR and others", "ODIHR"),
    ],
)
def test_a_name_is_found_however_it_is_spelt(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    ["who came", "they asked us", "the undp", "Baritone", "a polish for shoes", "Italians-to-be, oslo"],
)
def test_words_that_are_written_otherwise_are_not_names(text: str) -> None:
    assert not found(text) - {"Italians"}


def test_capitals_are_names_only_where_capitals_are_expected() -> None:
    assert "OSLO" not in found("OSLO, 4 May")
    assert "OSLO" in found("OSLO, 4 May", capitals_until=4)


def test_the_gazetteer_is_made_once() -> None:
    assert gazetteer_of(reference()) is gazetteer_of(reference())


def test_names_know_when_they_were_used() -> None:
    gazetteer = gazetteer_of(reference())
    (match,) = [m for m in gazetteer.matches("the Special Monitoring Mission") if m.length > 20]
    entry = match.entries[0]
    assert entry.lives.start is not None
    assert entry.when(entry.lives.start.earliest) is When.NOW
    assert entry.when(entry.lives.start.earliest.replace(year=1999)) is When.FUTURE
    assert entry.when(None) is When.NOW


@given(st.text(max_size=200))
def test_normalizing_keeps_the_length(text: str) -> None:
    assert len(normalized(text)) == len(text)


@given(st.text(alphabet=st.sampled_from("ABCDEabcde .,'’-éИи İſ"), max_size=120))
def test_matches_lie_in_the_text(text: str) -> None:
    for match in gazetteer_of(reference()).matches(text):
        assert 0 <= match.begin < match.end <= len(text)
        assert match.entries
