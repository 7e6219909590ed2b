"""Names that only their place shows to be an organization's."""

import pytest

from ..mention_reading import named


def organizations(text: str) -> set[str]:
    return {name.partition(":")[2] for name in named(text) if name.startswith("organization:")}


@pytest.mark.parametrize(
    "text",
    [
        "The fair was run by the Panonija Tales, and UNHCR came.",
        "It was staged jointly with the Panonija Tales.",
        "The Panonija Tales will host a dinner.",
        "The Panonija Tales also published a map.",
        "She is a member of the Panonija Tales.",
        "Ana Kos of the Panonija Tales applauded.",
        "UNHCR and the Panonija Tales attended.",
        "Among the guests were the Panonija Tales and UNHCR.",
    ],
)
def test_what_acts_or_has_people_is_an_organization(text: str) -> None:
    assert "Panonija Tales" in organizations(text)


@pytest.mark.parametrize(
    "text",
    [
        "She spoke at the Panonija Tales.",
        "She is a member of the Panonija Tales film crew.",
        "It was run by the Panonija Programme.",
        "It was hosted by the Panonija Palace.",
        "UNHCR and the Panonija Convention are old.",
        "Ana Kos of the Panonija Revolution spoke.",
        "The Panonija Award was hosted by UNHCR.",
    ],
)
def test_events_documents_places_and_modifiers_are_none(text: str) -> None:
    assert organizations(text) <= {"unhcr"}


def test_such_a_name_is_found_again_where_its_place_tells_nothing() -> None:
    text = "The fair was run by the Panonija Tales. It was a day for Panonija Tales."
    assert organizations(text) == {"Panonija Tales"}


def test_a_person_behind_an_organization_is_no_part_of_its_name() -> None:
    text = "He met the General Director of the Albanian Police Artan Koshi."
    assert not any("Artan" in name for name in organizations(text))
    assert organizations(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The NGO Urban Path and the youth club Green Path came.", {"Urban Path", "Green Path"}),
        ("The ecological society White Stork came.", {"White Stork"}),
        ("Two organizations, Ballot Watch and Open Path, came.", {"Ballot Watch", "Open Path"}),
        ("The NGO Forum and the company Director General came.", set()),
        ("The party Congress and Lim Bank Officials came.", set()),
    ],
)
def test_common_words_with_capitals_make_a_name_beside_a_noun(text: str, names: set[str]) -> None:
    assert organizations(text) == names
