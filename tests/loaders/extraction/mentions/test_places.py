"""Places that no table knows are found by what stands around them, and only then."""

import pytest

from ..mention_reading import named


def places(text: str) -> set[str]:
    return {name.partition(":")[2] for name in named(text) if name.startswith("place:")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Courses in Delvi, Oltava and Osh ended.", {"Delvi", "Oltava", "osh"}),
        ("A study visit to Oltava from 7 to 11 May.", {"Oltava"}),
        ("A stone from Oltava, Romania, was shown.", {"Oltava"}),
        ("In the villages of Delvi and Kos wells were dug.", {"Delvi", "Kos"}),
        ("The Delvi valley and Delvi district are dry.", {"Delvi"}),
        ("They crossed the Delvi River.", {"Delvi River"}),
        ("Ports on the Adriatic and the Caspian paid.", {"Adriatic", "Caspian"}),
        ("Villages along the Oltava were hit.", {"Oltava"}),
        ("Ana Lind, the Mayor of Oltava, came.", {"Oltava"}),
        ("Houses in the ski resort of Oltava were built.", {"Oltava"}),
        ("A farmer from Oltava showed photographs from Delvi.", {"Oltava", "Delvi"}),
        ("They saw the camp at Oltava.", {"Oltava"}),
        ("The bus took them from Osh and on to Oltava.", {"osh", "Oltava"}),
    ],
)
def test_a_place_shows_by_what_stands_around_it(text: str, expected: set[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In Parliament and in Islam, on Facebook and in May, it was read.",
        "He told Oltava that it was late.",
        "A degree in Hydrology was offered.",
        "The book is in Dungan and Russian.",
        "In Kos's words, it was late.",
        "Patrols along the Line of Contact ended.",
        "They stayed at the Hotel Sarajevo.",
        "The Convention on Access to Records, Redress in Delvi-making and Access to Wells was adopted.",
        "A Strategy on Return to Oltava and Delvi was read.",
        "Trust in Participation and in Peace-building grew.",
        "They met in the Deltanian region.",
        "A letter from Oltava was read at Delvi.",
        "It grew from Justice to Oltava.",
        "The Helsinki+40 process went on.",
    ],
)
def test_other_words_with_a_capital_are_no_places(text: str) -> None:
    assert not places(text)
