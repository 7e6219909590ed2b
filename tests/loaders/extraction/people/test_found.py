"""What is noted of somebody while a release is read."""

from __future__ import annotations

from osce_kg.loaders.extraction.model import PostMention
from osce_kg.loaders.extraction.people.found import Person
from osce_kg.ontology.facts import Entity, EntityKind, Span

BROD = Entity(EntityKind.ORGANIZATION, "Town of Brod")
MAYOR = PostMention("mayor", "Mayor", Span(0, 5), BROD)


def test_a_post_that_comes_again_is_noted_once() -> None:
    person = Person("Anna Berg", ("anna", "berg"))
    for begin in (0, 20, 40):
        person.give(PostMention("mayor", "the Mayor", Span(begin, begin + 9), BROD))
    person.give(PostMention("judge", "Judge", Span(60, 65), BROD))
    assert [post.title for post in person.posts] == ["mayor", "judge"]


def test_a_post_that_was_taken_back_can_be_given_again() -> None:
    person = Person("Anna Berg", ("anna", "berg"))
    person.give(MAYOR)
    person.take({("mayor", BROD.key)})
    assert not person.posts
    person.give(MAYOR)
    assert person.posts == [MAYOR]
