"""What a rule that joins names and posts is: a function with an example and a counter-example."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ....ontology.facts import Entity, EntityKind, TermStatus
from ..posts.model import PostPhrase
from .line import Line
from .names import Run

__all__ = ["Link", "Rule", "Scene", "rule"]


@dataclass(frozen=True, slots=True)
class Link:
    """The post is held by the name (places in the scene); `whom` and `status` where the rule knows better."""

    post: int
    name: int
    whom: Entity | None = None
    status: TermStatus | None = None
    title: str | None = None


@dataclass(slots=True)
class Scene:
    """The names and posts of one sentence, and what the rules have joined so far.

    joined  for each post the links to its holders, with the rule that made each
    extra   posts that verbs give, added by rules
    denied  the names of which a post is only denied, which shows that they are people's
    """

    line: Line
    names: tuple[Run, ...]
    posts: list[PostPhrase]
    joined: dict[int, list[tuple[Link, Rule]]] = field(default_factory=dict)
    denied: set[int] = field(default_factory=set)

    def is_free(self, post: int) -> bool:
        """Whether nobody holds the post yet, and it is not only another's owner ("the Minister's deputy")."""
        return post not in self.joined and not self.line.is_possessive(self.posts[post].last)

    def free_posts(self, *, plural: bool) -> Iterator[tuple[int, PostPhrase]]:
        """The free posts of one person, or of several, with their places; each is asked when reached."""
        for place, post in enumerate(self.posts):
            if post.head.plural is plural and self.is_free(place):
                yield place, post

    def has_posts(self, name: int) -> bool:
        """Whether the name has a post yet."""
        return any(link.name == name for links in self.joined.values() for link, _ in links)

    def name_beginning(self, index: int) -> int | None:
        """The name that begins with the word, its honorifics included."""
        return next((n for n, run in enumerate(self.names) if run.honorifics <= index <= run.first), None)

    def name_ending(self, index: int) -> int | None:
        """The name after which the word stands, a bracket in between left out."""
        line = self.line
        if line.low(index - 1) == ")":
            opening = next((i for i in range(index - 2, max(-1, index - 9), -1) if line.low(i) == "("), None)
            if opening is not None:
                index = opening
        found = next((n for n, run in enumerate(self.names) if run.last == index), None)
        if found is None and (origin := self._origin_before(index)) is not None:
            return next((n for n, run in enumerate(self.names) if run.last == origin), None)
        return found

    def _origin_before(self, index: int) -> int | None:
        """Where "of Switzerland" or "from Uzbekistan" begins that ends before the word."""
        chunk = self.line.ends_before(index)
        if chunk is None or chunk.mention.entity.kind is not EntityKind.STATE:
            return None
        begin = chunk.first - (self.line.low(chunk.first - 1) == "the")
        if self.line.low(begin - 1) not in ("of", "from"):
            return None
        return begin - 1 - (self.line.low(begin - 2) == ",")

    def post_ending(self, index: int) -> int | None:
        """The post after which the word stands."""
        return next((p for p, post in enumerate(self.posts) if post.last == index), None)

    def holder(self, post: int) -> int | None:
        """The one name that holds a post."""
        links = self.joined.get(post, [])
        return links[0][0].name if len(links) == 1 else None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way in which a text gives somebody a post.

    triggers         the words of which a sentence must have one for the rule to find anything, if any
    example          a text in which it does, with the holder and the post as "name: post @ whom"
    counter_example  a text in which it must not
    """

    name: str
    confidence: float
    example: tuple[str, str]
    counter_example: str
    find: Callable[[Scene], Iterator[Link]]
    triggers: frozenset[str] | None = None


def rule(
    name: str,
    confidence: float,
    *,
    example: tuple[str, str],
    counter_example: str,
    triggers: Iterable[str] | None = None,
) -> Callable[[Callable[[Scene], Iterator[Link]]], Rule]:
    """Makes a rule of a function that finds links in a scene."""

    def made(find: Callable[[Scene], Iterator[Link]]) -> Rule:
        wanted = None if triggers is None else frozenset(triggers)
        return Rule(name, confidence, example, counter_example, find, wanted)

    return made
