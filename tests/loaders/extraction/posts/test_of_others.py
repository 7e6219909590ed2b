"""Posts whose organization stands far off: observers, delegations, advisers, offices by their town."""

from __future__ import annotations

from datetime import date

import pytest

from ..people_reading import posts


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("leader of the short-term OSCE observer mission", "leader of short-term observer mission @ osce"),
        ("Head of the ODIHR election observation mission",
         "head of mission @ ODIHR election observation mission"),
        ("Head of the OSCE PA Delegation", "head of delegation @ pa"),
        ("Head of the PACE delegation", "head of delegation @ pace"),
        ("Special Representative of the OSCE Parliamentary Assembly on Border Co-operation",
         "special representative on border co-operation @ pa"),
        ("the OSCE PA's Special Representative on Gender Issues",
         "special representative on gender issues @ pa"),
        ("State Adviser to the President of Tajikistan on Legal Policy",
         "state adviser to the president on legal policy @ TJ"),
        ("adviser on water to the Drava Institute", "adviser on water @ Drava Institute"),
        ("the head of ODIHR's Rule of Law programme", "head of rule of law programme @ odihr"),
        ("ODIHR's Hate Crime Officer", "hate crime officer @ odihr"),
        ("fellow in the department of media at the Drava Institute",
         "fellow of department of media @ Drava Institute"),
        ("at that time Head of the OSCE Mission to Serbia", "former head of mission @ mission-serbia"),
    ],
)  # fmt: skip
def test_a_post_is_for_what_stands_in_or_behind_it(said: str, found: str) -> None:
    assert posts(f"Nils Tamm, {said}, agreed.") == {f"Nils Tamm: {found}"}


def test_an_office_is_known_by_the_town_of_its_state() -> None:
    text = "The Head of the OSCE Office in Dushanbe, Nils Tamm, agreed."
    assert posts(text, on=date(2010, 6, 17)) == {"Nils Tamm: head of office @ office-tajikistan"}
    assert not any("office-" in post for post in posts(text.replace("Dushanbe", "Lisbon")))


def test_heads_behind_a_name_is_a_verb() -> None:
    assert posts("It thanked Ambassador Nils Tamm. Mr. Tamm heads the OSCE Mission to Serbia.") == {
        "Nils Tamm: head of mission @ mission-serbia"
    }
    assert posts("Mr. Tamm heads north.") == set()


def test_the_former_and_the_latter_are_two_of_whom_was_told() -> None:
    text = "They chose Nils Tamm and Eva Lind, the former as Mayor of Bitola, the latter as Mayor of Ohrid."
    assert posts(text) == {"Nils Tamm: mayor @ bitola", "Eva Lind: mayor @ ohrid"}


def test_one_with_a_title_is_from_where_the_name_is_from() -> None:
    office = "The Office of the OSCE Representative on Freedom of the Media held a course. "
    assert posts(office + "Legal Adviser Eva Lind from that Office spoke.") == {
        "Eva Lind: legal adviser @ rfom"
    }
    assert posts(office + "Eva Lind, a lawyer from that town, spoke.") == set()


def test_an_ambassador_of_a_state_has_that_post_where_no_other_is_told() -> None:
    assert posts("Ambassador Nils Tamm of Estonia agreed.") == {"Nils Tamm: ambassador @ EE"}
    assert posts("Ambassador Nils Tamm of Estonia, Head of the OSCE Mission to Serbia, agreed.") == {
        "Nils Tamm: head of mission @ mission-serbia"
    }
    assert posts("Ambassador Nils Tamm of the Drava Institute agreed.") == set()


@pytest.mark.parametrize(
    "said",
    [
        "Member of the Parliament of Georgia",
        "a member of parliament of Georgia from the Democratic Party",
        "a Georgian MP for Gori",
        "a Georgian member of parliament",
    ],
)
def test_members_of_parliament_serve_their_state(said: str) -> None:
    assert posts(f"Eva Lind, {said}, agreed.") == {"Eva Lind: member of parliament @ GE"}


def test_a_member_of_a_party_is_no_member_of_parliament() -> None:
    found = posts("The MPs of the Democratic Party met Eva Lind, a member of that party.")
    assert found == {"Eva Lind: member @ Democratic Party"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Dean of the Law Faculty at the Drava University", "dean of law faculty @ Drava University"),
        ("Chief of Police in Bitola", "chief of police @ bitola"),
        (
            "Head of the Project Co-ordinator's Human Rights Unit",
            "head of human rights unit @ Project Co-ordinator",
        ),
    ],
)
def test_a_unit_is_part_of_the_post(said: str, found: str) -> None:
    assert posts(f"Eva Lind, {said}, agreed.") == {f"Eva Lind: {found}"}


def test_a_standing_conference_is_an_organization_with_a_chairman() -> None:
    posts_of = "Mayor of Bitola and Chairman of the Standing Conference of Towns and Municipalities"
    assert posts(f"Eva Lind, {posts_of}, agreed.") == {
        "Eva Lind: mayor @ bitola",
        "Eva Lind: chairman @ Standing Conference of Towns and Municipalities",
    }
    assert posts("Eva Lind, who opened the Conference of Towns, agreed.") == set()
