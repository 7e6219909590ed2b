"""Offices by their names, posts that are denied or over, and posts that several share."""

from __future__ import annotations

from ..people_reading import posts


def test_the_police_adviser_is_an_office_of_the_osce_by_any_of_its_names() -> None:
    named = ("OSCE Senior Police Adviser", "Senior Police Adviser to the Secretary General")
    for name in (*named, "Senior Police Adviser to the OSCE Secretary General"):
        assert posts(f"Nils Tamm, the {name}, opened it.") == {"Nils Tamm: senior police adviser @ osce"}
    assert posts("Nils Tamm, Senior Police Adviser of the OSCE Mission to Serbia, opened it.") == {
        "Nils Tamm: senior police adviser @ mission-serbia"
    }


def test_a_post_that_is_denied_means_nobody_who_holds_it() -> None:
    for denial in ("is not", "was never", "is no longer"):
        found = posts(f"Nils Tamm {denial} the Head of the OSCE Mission to Serbia.")
        assert not any("Tamm" not in post for post in found)
    assert posts("He met the Head of the OSCE Mission to Serbia.")


def test_who_had_been_in_a_post_is_there_no_more() -> None:
    text = "Nils Tamm, who had {} Head of the OSCE Mission to Serbia, left."
    assert posts(text.format("been")) == {"Nils Tamm: former head of mission @ mission-serbia"}
    assert posts(text.format("been appointed")) == {"Nils Tamm: head of mission @ mission-serbia"}


def test_a_plural_post_shares_out_its_towns_and_no_names_behind_them() -> None:
    text = "The Mayors of Bujanovac and Preševo, Nagip Ramadani and Riza Halili, met today."
    assert posts(text) == {"Nagip Ramadani: mayor @ bujanovac", "Riza Halili: mayor @ presevo"}
