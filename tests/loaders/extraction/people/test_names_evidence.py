from __future__ import annotations

import pytest
from osce_kg.loaders.extraction.mentions.find import find_mentions
from osce_kg.loaders.extraction.model import Context, Part, Section
from osce_kg.loaders.extraction.people.line import lines
from osce_kg.loaders.extraction.people.names import name_runs
from osce_kg.loaders.extraction.people.names_evidence import ACCEPTED, evidence
from osce_kg.loaders.extraction.text.sentences import sentences
from osce_kg.ontology.facts import Span
from osce_kg.ontology.reference import reference


def weight(text: str, name: str, part: Part = Part.BODY) -> float:
    """How much the first sentence says for the name being a person's."""
    context = Context(text, None, None, ())
    read = sentences(text, (Section(part, Span(0, len(text))),))
    (line, *_) = lines(read, find_mentions(context, read, reference()))
    return next(evidence(line, run) for run in name_runs(line) if line.text(run.first, run.last) == name)


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Tom Hughes was there.",
        "It rained, said Tom Hughes.",
        "With them was Tom Hughes, who wrote it.",
        "With them was Tom Hughes, whose son sang.",
        "They saw Tom Hughes, a farmer.",
        "They saw Tom Hughes, 12, and left.",
        "They saw the journalist Tom Hughes there.",
        "They saw the farmer from Skopje, Tom Hughes, there.",
        "The song was written by Tom Hughes alone.",
        "They saw Tom Hughes (left) there.",
    ],
)
def test_one_good_reason_makes_a_name_a_persons(text: str) -> None:
    assert weight(text, "Tom Hughes") >= ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "They passed Tom Hughes there.",
        "They met in Tom Hughes today.",
        "They saw the Tom Hughes there.",
        "They saw Tom Hughes, an association of farmers.",
        "They saw the ship Tom Hughes there.",
    ],
)
def test_capital_letters_alone_do_not(text: str) -> None:
    assert weight(text, "Tom Hughes") < ACCEPTED


def test_a_title_says_less_than_a_body() -> None:
    text = "It rained, said Tom Hughes."
    assert weight(text, "Tom Hughes", Part.TITLE) < weight(text, "Tom Hughes")
