from __future__ import annotations

from osce_kg.loaders.extraction.posts.assembly import is_of_assembly


def test_a_release_that_the_assembly_publishes_is_its_own() -> None:
    assert is_of_assembly("The meeting was held today.", ("pa",))


def test_a_release_that_opens_with_the_assembly_is_its_own() -> None:
    assert is_of_assembly("COPENHAGEN, 3 May 2021 - OSCE PA President Nils Tamm spoke today.", ())


def test_a_release_that_comes_to_the_assembly_only_later_is_not() -> None:
    assert not is_of_assembly("A course was held today. " * 30 + "The OSCE PA President came.", ())


def test_a_release_of_others_that_speaks_of_the_assembly_is_not() -> None:
    assert not is_of_assembly("OSCE PA President Nils Tamm spoke today.", ("odihr",))
    assert not is_of_assembly("The OSCE Secretary General spoke to the OSCE PA.", ())
