"""Whom posts are for where "its", a side, a committee or a counterpart tells it."""

from __future__ import annotations

import pytest

from ..mention_reading import named
from ..people_reading import people, posts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "ODIHR wrote to Vilnius. From Lisbon, its former Mayor, Nils Tamm, came.",
            {"Nils Tamm: former mayor @ lisbon"},
        ),
        ("ODIHR came, and its Director, Nils Tamm, spoke.", {"Nils Tamm: director @ odihr"}),
        (
            "Estonia sent its Ambassador to Malta, Nils Tamm, and Ana Kos, its chargé d'affaires in Armenia.",
            {"Nils Tamm: ambassador to malta @ EE", "Ana Kos: chargé d'affaires in armenia @ EE"},
        ),
        (
            "On the Armenian side Prime Minister Nils Tamm and Foreign Minister Eva Lind spoke.",
            {"Nils Tamm: prime minister @ AM", "Eva Lind: minister of foreign affairs @ AM"},
        ),
        ("On the other side Prime Minister Nils Tamm spoke.", set()),
        (
            "The then Director of ODIHR, Nils Tamm, spoke.",
            {"Nils Tamm: former director @ odihr"},
        ),
        (
            "Eva Lind spoke; then the Director of ODIHR, Nils Tamm, spoke.",
            {"Nils Tamm: director @ odihr"},
        ),
        (
            "Nils Tamm, until now Estonia's Permanent Representative to the United Nations in Bern, spoke.",
            {"Nils Tamm: former permanent representative to the united nations @ EE"},
        ),
        (
            "Nils Tamm, who heads the Water Committee of Serbia, wrote to the OSCE Mission to Serbia.",
            {"Nils Tamm: head @ Water Committee of Serbia"},
        ),
        (
            "The National Archives and ODIHR wrote the book. Their Director, Nils Tamm, spoke.",
            {"Nils Tamm: director @ National Archives"},
        ),
        ("Nils Tamm, the Harbour Master of Lisbon, spoke.", {"Nils Tamm: harbour master @ lisbon"}),
        ("Drava College, whose coach, Nils Tamm, spoke, won.", {"Nils Tamm: coach @ Drava College"}),
        ("The coach, Nils Tamm, spoke.", set()),
    ],
)
def test_a_post_is_for_whom_the_words_mean(text: str, found: set[str]) -> None:
    assert posts(text) == found


def test_a_counterpart_has_the_post_for_the_state_of_the_government() -> None:
    text = "Estonia's Foreign Minister Eva Lind met Ana Kos, Speaker of the Seimas, and Nils Tamm, {}."
    found = posts(text.format("her counterpart in the Government of Serbia"))
    assert "Nils Tamm: minister of foreign affairs @ RS" in found
    assert not any("Nils" in post for post in posts(text.format("her cousin in Serbia")))


def test_who_is_named_behind_the_post_inside_another_holds_it() -> None:
    text = "Eva Lind, the Personal Representative of the Chairman-in-Office, {}, spoke."
    assert "Nils Tamm: chairman-in-office @ osce" in posts(text.format("Estonia's Prime Minister Nils Tamm"))
    assert not any("Nils Tamm" in post for post in posts(text.format("and Nils Tamm")))


def test_the_subject_of_the_next_clause_is_not_in_apposition() -> None:
    text = "He was praised by Nils Tamm, the Mayor of Lisbon, and the OSCE Secretary General {}."
    assert posts(text.format("has thanked him"))
    assert not any("Nils Tamm: secretary" in post for post in posts(text.format("has thanked him")))


def test_the_post_that_him_is_given_is_nobodys_named_before() -> None:
    assert posts("Ana Kos was met by Nils Tamm and has named him as Director of ODIHR.") == set()
    assert posts("Nils Tamm spoke as Director of ODIHR.") == {"Nils Tamm: director @ odihr"}


def test_a_committee_of_the_assembly_has_its_own_chair() -> None:
    text = "The OSCE Parliamentary Assembly's Committee on Water, led by its Chair, Nils Tamm, met."
    assert posts(text) == {"Nils Tamm: chair @ Committee on Water"}
    assert people(text) == ["Nils Tamm"]
    assert "organization:Committee on Water" in named(text)
    other = "The Parliamentary Assembly thanked Nils Tamm, who chairs the First General Committee."
    assert named(other) == {"body:pa"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was paid for by Norway's Embassy.", "Norway's Embassy"),
        ("The hearing was prepared by the Drava Civic Forum.", "Drava Civic Forum"),
        ("It was hosted by the City of Lisbon.", "City of Lisbon"),
        ("They wrote to the association Voda nad Dravou.", "Voda nad Dravou"),
        ("The Special Structure Against Corruption met.", "Special Structure Against Corruption"),
        ("The Committee on Water of the Parliamentary Assembly met.", "Committee on Water"),
    ],
)
def test_a_name_is_an_organizations(text: str, name: str) -> None:
    assert f"organization:{name}" in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's embassy paid for it.",
        "They met at the Drava Civic Forum.",
        "They were in the City of Lisbon.",
        "A Drava Basin Council should be created.",
        "The Drava Summer School began.",
        "It is held against Corruption.",
    ],
)
def test_what_is_an_event_a_town_or_a_wish_is_no_organization(text: str) -> None:
    assert not any(name.startswith("organization:") for name in named(text))
