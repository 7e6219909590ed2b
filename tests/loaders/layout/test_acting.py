"""Who acts in a sentence, and what the OSCE made: each rule with an example and a counter-example."""

from __future__ import annotations

import pytest
from osce_kg.loaders.layout.acting import find_made, find_other_actor, is_subject


@pytest.mark.parametrize(
    "text",
    [
        "an OSCE-organized regatta",
        "a regatta organized by the OSCE Mission",
        "Organized jointly by the OSCE Centre, the regatta began.",
        "a course held in the harbours of Bar and Kotor by the OSCE Mission",
        "with the financial support of the OSCE",
        "OSCE Mission to Skopje launches a boat",
        "Better boats for all: workshop of OSCE Mission",
        "says the final report by the ODIHR",
        "Ferrymen complete OSCE training-of-trainers course",
    ],
)
def test_what_the_osce_made_is_told(text: str) -> None:
    assert find_made(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "a regatta organized by the town for the OSCE Mission",
        "talks between 1990 and 2010, among them those led by the OSCE",
        "The chair is held for one year by an OSCE participating State.",
        "a report on the OSCE",
        "The minister went to the OSCE review conference.",
        "The OSCE was thanked with a boat.",
        "a regatta organized by the NOSCE",
    ],
)
def test_what_others_made_is_not(text: str) -> None:
    assert find_made(text) is None


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The OSCE Mission to Skopje gave the ferrymen a bell.", True),
        ("The Head of the OSCE Centre, Anna Berg, opened the pier.", True),
        ("The mayor gave a bell to the OSCE Mission.", False),
        ("With the OSCE, ferrymen count boats.", False),
        ("Two ferrymen were heard by the OSCE.", False),
    ],
)
def test_the_osce_acts_where_it_stands_before_the_verb(sentence: str, subject: bool) -> None:
    assert is_subject(sentence) is subject


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Prime Minister Ivan Kovač met the Head of the OSCE Mission.", "Prime Minister Ivan Kovač met"),
        (
            "The OSCE Centre will be needed for long, foreign minister Ivan Kovač said.",
            "foreign minister Ivan Kovač said",
        ),
        ("The OSCE Centre will be needed for long, said the ferrymen.", None),
        ("The OSCE Secretary General met Prime Minister Ivan Kovač.", None),
        ("The Ministry opened a pier with the support of the OSCE.", None),
    ],
)
def test_the_office_of_another_acts_where_it_stands_before_the_verb_or_speaks(
    sentence: str, actor: str | None
) -> None:
    assert find_other_actor(sentence) == actor
