"""Lists of names among words without a name."""

from __future__ import annotations

import pytest
from osce_kg.loaders.extraction.clauses.lists import mixed_list
from osce_kg.loaders.extraction.statements.find import read_clauses

from ..event_reading import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("from the {Water Union}, mayors and the {Bread Union}", ["Water Union", "Bread Union"]),
        (
            "from relevant ministries, officers of the {Border Police}, as well as civil society and "
            "{Salt Union}",
            ["Border Police", "Salt Union"],
        ),
        ("from the {Water Union} and judges from <<Spain>>", ["Water Union"]),
        ("from <<Spain>> and <<Malta>>", ["Spain", "Malta"]),
        ("from the {Water Union}, schools, and the {Bread Union} was thanked", ["Water Union"]),
        ("from schools which the {Water Union} has built", []),
        ("from mayors", []),
        ("by the {Water Union}, brought together officers of the {Border Police}", ["Water Union"]),
        ("by the {Water Union}, gathered officers of the {Border Police}", ["Water Union"]),
    ],
)
def test_a_list_goes_on_past_members_without_a_name(text: str, names: list[str]) -> None:
    reading = read(text)
    line = read_clauses(reading.context, reading.sentences, reading.mentions, reading.parties).lines[0]
    found = [line.items[at].entity for at in mixed_list(line, 1)[0]]
    assert [entity.name for entity in found if entity is not None] == names
