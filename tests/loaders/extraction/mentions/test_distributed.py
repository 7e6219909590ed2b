"""Organizations that share one noun."""

from __future__ import annotations

import pytest

from ..mention_reading import named


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Ministries of Defence of Latvia and Estonia took part.",
            {"Ministry of Defence of Latvia", "Ministry of Defence of Estonia"},
        ),
        (
            "The Ministries of Defence, Justice and Health took part.",
            {"Ministry of Defence", "Ministry of Justice", "Ministry of Health"},
        ),
        ("The Parliaments of Latvia and Estonia met.", {"Parliament of Latvia", "Parliament of Estonia"}),
        ("The Ministries of Defence of that region met.", set()),
    ],
)
def test_each_of_several_has_its_own_name(text: str, found: set[str]) -> None:
    organizations = {name for name in named(text) if name.startswith("organization:")}
    assert organizations == {f"organization:{name}" for name in found}


def test_a_person_behind_an_organization_is_no_part_of_it() -> None:
    text = "Jane Berg of the Ministry of Justice and Karl Weiss from UNHCR came."
    assert "organization:Ministry of Justice" in named(text)
    assert "organization:Ministry of Labour and Social Affairs" in named(
        "Jane Berg of the Ministry of Labour and Social Affairs came."
    )
