"""Reference without some of its rows."""

from __future__ import annotations

from datetime import date

import pytest
from osce_kg.ontology.facts import EntityKind
from osce_kg.ontology.reference import reference

TABLES = ("places", "external_orgs", "office_holders")


def test_a_row_that_is_left_out_is_not_known_by_any_name() -> None:
    less = reference().without({("places", "ohrid"), ("external_orgs", "unodc")})
    assert less.find("Ohrid") == less.find("UNODC") == less.find("UN Office on Drugs and Crime") == ()
    with pytest.raises(KeyError):
        less.get(EntityKind.PLACE, "ohrid")
    assert less.resolve("Bitola") == reference().resolve("Bitola")


def test_a_seat_that_is_left_out_is_no_seat() -> None:
    less = reference().without({("places", "vienna")})
    secretariat = less.get(EntityKind.BODY, "secretariat")
    assert secretariat.linked("seat") is None
    assert reference().get(EntityKind.BODY, "secretariat").linked("seat") is not None


def test_a_holder_that_is_left_out_held_nothing() -> None:
    day = date(2006, 11, 24)
    (chair,) = reference().holders("chairperson-in-office", day)
    less = reference().without({("office_holders", chair.holder.id)})
    assert chair.holder.person not in {
        one.holder.person for one in less.holders("chairperson-in-office", day)
    }
    assert less.person_named(chair.holder.person) is None


def test_the_digest_says_what_is_left_out() -> None:
    known = reference()
    digests = {known.digest, *(known.without({("places", name)}).digest for name in ("ohrid", "bitola"))}
    assert len(digests) == 3
    assert known.without({("places", "ohrid")}).digest in digests


def test_the_sample_is_a_fifth_and_always_the_same() -> None:
    known = reference()
    rows = known.sampled_rows(*TABLES)
    assert rows == known.sampled_rows(*reversed(TABLES))
    assert rows == known.sampled_rows("places") | known.sampled_rows("external_orgs", "office_holders")
    assert 0.15 < len(rows) / 1259 < 0.25


def test_the_rest_is_whole_without_the_sample() -> None:
    known = reference()
    rows = known.sampled_rows(*TABLES)
    less = known.without(rows)
    gone = {(table, row) for table, row in rows if table != "office_holders"}
    assert len(list(less.entities())) == len(list(known.entities())) - len(gone)
    assert less.navigation
    assert all(less.of(entity) is not None for meant in less.collisions.values() for entity in meant)


def test_the_reference_itself_stays_as_it_is() -> None:
    known = reference()
    known.without({("places", "ohrid")})
    assert known.resolve("Ohrid") is not None
