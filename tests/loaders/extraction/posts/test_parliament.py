"""Members of parliament by the name of their house."""

from __future__ import annotations

import pytest

from ..people_reading import posts


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("a deputy of the Majilis of Kazakhstan", "KZ"),
        ("a deputy of the Seimas", "LT"),
        ("a member of the Danish parliament", "DK"),
        ("a member of the Swedish Riksdag", "SE"),
        ("a member of the Bundestag", "DE"),
        ("member of the Senate of Italy", "IT"),
        ("a member of Georgia's parliament", "GE"),
        ("a former member of the Verkhovna Rada", "UA"),
    ],
)
def test_who_sits_in_a_house_of_a_state_is_a_member_of_its_parliament(said: str, state: str) -> None:
    status = "former " if "former" in said else ""
    assert posts(f"Nils Tamm, {said}, spoke.") == {f"Nils Tamm: {status}member of parliament @ {state}"}


@pytest.mark.parametrize(
    "said",
    ["a member of the Senate", "a member of the parliament's staff", "a guest of the Danish parliament"],
)
def test_of_a_house_without_a_state_and_of_its_staff_nothing_is_known(said: str) -> None:
    assert not any("member of parliament" in post for post in posts(f"Nils Tamm, {said}, spoke."))
