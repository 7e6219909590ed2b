"""Labels of posts read as the tables and a careful writer would put them."""

from __future__ import annotations

import pytest
from osce_kg.graph.knowledge import Knowledge
from osce_kg.graph.posts import post_label, post_title
from osce_kg.ontology.facts import Entity, EntityKind
from osce_kg.ontology.names import name_key
from osce_kg.ontology.office_holders import canonical_post
from osce_kg.ontology.reference import reference

from .making import BELGIUM, ODIHR, OSCE

NETHERLANDS = Entity(EntityKind.STATE, "The Netherlands", "NL")
CAPITALS = Knowledge(reference()).capitals


def test_every_post_of_reference_is_written_as_its_table_writes_it() -> None:
    compared = 0
    for holder in reference().office_holders:
        title = post_title(canonical_post(holder.post), CAPITALS)
        begin = name_key(holder.title).find(title.casefold())
        if begin >= 0:
            assert holder.title[begin : begin + len(title)] == title
            compared += 1
    assert compared > 100


@pytest.mark.parametrize(
    ("post", "whom", "label"),
    [
        ("chairperson-in-office", OSCE, "Chairperson-in-Office of the OSCE"),
        (
            "co-ordinator of osce economic and environmental activities",
            OSCE,
            "Co-ordinator of OSCE Economic and Environmental Activities",
        ),
        ("the vice-president", BELGIUM, "The Vice-President of Belgium"),
        ("permanent representative to the osce", BELGIUM, "Permanent Representative of Belgium to the OSCE"),
        ("adviser on bih and the un", ODIHR, f"Adviser on BiH and the UN, {ODIHR.name}"),
        ("minister of justice", NETHERLANDS, "Minister of Justice of the Netherlands"),
    ],
)
def test_acronyms_small_words_and_hyphens_are_written_as_usual(post: str, whom: Entity, label: str) -> None:
    assert post_label(post, whom, whom.name, CAPITALS) == label
