"""Reading with rows of reference hidden."""

from __future__ import annotations

import pytest
from osce_kg.loaders.evaluation import Line
from osce_kg.loaders.evaluation.withheld import WITHHELD, Hidden, withheld
from osce_kg.ontology.reference import reference

HOLDER = next(one for one in reference().office_holders if one.person == "Karel De Gucht")
HIDDEN = Hidden(reference(), {("external_orgs", "unodc"), ("places", "ohrid"), ("office_holders", HOLDER.id)})


def test_a_hidden_organization_that_is_found_by_name_counts_as_found() -> None:
    line = Line("mentions", "organization", "UN Office on Drugs and Crime")
    assert HIDDEN.translated(line).object == "unodc"
    post = Line("post", "Ana Kole", "executive director @ United Nations Office on Drugs and Crime")
    assert HIDDEN.translated(post).object == "executive director @ unodc"
    assert HIDDEN.translated(Line("said", "UNODC")).subject == "unodc"


def test_other_names_stay_as_they_are() -> None:
    for line in (Line("mentions", "organization", "Council of Farmers"), Line("person", "", "UNODC")):
        assert HIDDEN.translated(line) == line


@pytest.mark.parametrize(
    ("line", "concerned"),
    [
        (Line("mentions", "place", "ohrid"), True),
        (Line("mentions", "place", "Ohrid"), True),
        (Line("mentions", "place", "bitola"), False),
        (Line("mentions", "organization", "unodc"), True),
        (Line("mentions", "state", "BE"), False),
        (Line("organizer", "talks", "unodc"), True),
        (Line("person", "", "Karel De Gucht"), True),
        (Line("post", "Karel De Gucht", "chairman-in-office @ osce"), True),
        (Line("said", "Karel De Gucht"), True),
        (Line("person", "", "Ana Kole"), False),
    ],
)
def test_lines_about_what_is_hidden(line: Line, concerned: bool) -> None:
    assert HIDDEN.concerns(line) is concerned


def test_about_a_fifth_of_three_tables_is_hidden_and_always_the_same() -> None:
    known = reference()
    rows = withheld(known).rows
    assert rows == withheld(known).rows
    assert {table for table, _ in rows} == set(WITHHELD)
    total = len(known.office_holders) + sum(
        1 for one in known.entities() if one.table in ("places", "external_orgs")
    )
    assert 0.15 < len(rows) / total < 0.25
