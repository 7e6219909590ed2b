"""Posts that stand beside a name: before it, after it, in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Entity, EntityKind, TermStatus
from ..posts.model import PostPhrase
from ..tables import words
from .lexicon import CASUAL, POSSESSIVE_DETERMINERS, SAYING
from .line import Line
from .rows import origin
from .rules import Link, Scene, rule

__all__ = ["post_in_apposition", "title_before_name"]

_ONCE: Final = words("person_cues", cue="once")
_ADVERBS: Final = _ONCE | words("person_cues", cue="by the way")
_AT_TIMES: Final = _ADVERBS | {"the", "both"}
_THEN: Final = tuple((",", "at", word, "time") for word in ("that", "the"))
_LONGEST_ADJUNCT: Final = 7
_DASHES: Final = ("-", "–")
_OF_STATES: Final = words("post_words", kind="of States alone")
_FRONTED: Final = words("person_cues", cue="opens a fronted phrase")
_AUXILIARIES: Final = frozenset(("will", "has", "had", "is", "was", "would", "also", "then", "today"))


@rule(
    "title before name",
    0.95,
    example=("OSCE Secretary General Nils Tamm opened the meeting.", "Nils Tamm: secretary general @ osce"),
    counter_example="The OSCE Secretary General and Nils Tamm opened the meeting.",
)
def title_before_name(scene: Scene) -> Iterator[Link]:
    """ "Foreign Minister N", honorifics in between; posts that stand in a row or are joined before it too."""
    line = scene.line
    for p, post in scene.free_posts(plural=False):
        name = scene.name_beginning(post.last)
        if name is None:
            continue
        whom = None if post.whom else origin(line, scene.names[name].last)
        yield Link(p, name, whom=whom)
        yield from _row_before(scene, p, name, line)


@rule(
    "post in apposition",
    0.95,
    example=("Nils Tamm, the Mayor of Brod, thanked the donors.", "Nils Tamm: mayor @ Brod"),
    counter_example="Nils Tamm thanked the Mayor of Brod.",
)
def post_in_apposition(scene: Scene) -> Iterator[Link]:
    """ "N, the Head of ..." and "the Head of ..., N", whichever side is free; further posts in the row."""
    line = scene.line
    given: set[int] = {link.name for links in scene.joined.values() for link, _ in links}
    holders: dict[int, int] = {}
    for p, post in scene.free_posts(plural=False):
        before = post.outer - 1
        status = TermStatus.FORMER if line.low(before) in _ONCE else None
        if line.low(before) in _AT_TIMES and line.low(before - 1) == ",":
            before -= 1
        elif line.lower[max(0, before - 3) : before + 1] in _THEN:
            before, status = before - 3, TermStatus.FORMER
        left = scene.name_ending(before) if line.low(before) in (",", "–", "-", "(") else None
        right = _name_after_comma(scene, post)
        if post.determiner == "whose" or _begins_clause(line, post, before):
            left = None
        if left is not None and line.low(before) == "(" and line.low(post.last) not in (")", ",", "and"):
            left = None
        chosen = left
        if (left is not None and left in given and right is not None) or left is None:
            chosen = right
        if chosen is None:
            chosen = _row_after(scene, p, holders) if not _begins_clause(line, post, before) else None
            if chosen is None:
                continue
        given.add(chosen)
        holders[p] = chosen
        whom = _state_after(line, post) or _inherited(scene, p, holders)
        yield Link(p, chosen, whom=whom, status=status)
        if chosen == right and chosen != left:
            for link in _row_before(scene, p, chosen, line):
                if link.post not in holders:
                    holders[link.post] = chosen
                    yield link


def _begins_clause(line: Line, post: PostPhrase, mark: int) -> bool:
    """Whether the post is the subject behind a fronted phrase ("In his talks with N, the President said")."""
    if line.low(mark) != "," or post.determiner != "the" or line.low(line.start) not in _FRONTED:
        return False
    after = line.low(post.last)
    return after in SAYING or after in _AUXILIARIES or after.endswith("ed")


def _row_before(scene: Scene, p: int, name: int, line: Line) -> Iterator[Link]:
    """The posts before another of the same person: "the Chairman-in-Office, Foreign Minister N"."""
    current = p
    while True:
        post = scene.posts[current]
        before = post.outer - 1
        mark = line.low(before)
        previous = scene.post_ending(before) if mark in (",", "and", "&", *_DASHES) else None
        if previous is None and post.whom and scene.posts[current].rule == "demonym before post":
            previous, mark = scene.post_ending(post.outer), ","
        previous = _inside(scene, previous)
        if previous is None or not scene.is_free(previous) or scene.posts[previous].head.plural:
            return
        if post.head == scene.posts[previous].head and post.title == f"deputy {scene.posts[previous].title}":
            return  # "in the absence of the Chief Observer, Deputy Chief Observer N"
        if post.determiner in POSSESSIVE_DETERMINERS:
            return
        if mark in ("and", "&") and not _is_same_holder(scene.posts[previous], post, line):
            return
        begin = scene.posts[previous].outer - 1
        apposed = scene.name_ending(begin) if line.low(begin) == "," and mark not in _DASHES else None
        if apposed is not None and not scene.has_posts(apposed):
            return
        whom = None
        if not scene.posts[previous].whom and post.whom and _may_serve(scene.posts[previous], post.whom[0]):
            whom = post.whom[0]
        yield Link(previous, name, whom=whom)
        current = previous


def _inside(scene: Scene, place: int | None) -> int | None:
    """The post that ends another: "the Envoy of the Chairperson-in-Office, Minister N"."""
    if place is None:
        return None
    last = scene.posts[place].last
    return max(
        (p for p, post in enumerate(scene.posts) if post.last == last), key=lambda p: scene.posts[p].outer
    )


def _may_serve(post: PostPhrase, whom: Entity) -> bool:
    """Whether a post can be for what the next in the row is for: ministers serve States alone."""
    return post.head.kind != "state" or whom.kind is EntityKind.STATE or str(post.head) not in _OF_STATES


def _is_same_holder(first: PostPhrase, second: PostPhrase, line: Line) -> bool:
    """Whether two posts that "and" joins are one person's: the second has no article or State of its own."""
    if second.determiner in ("the", "a", "an", "'s"):
        return False
    if first.office is not None and second.whom and second.whom[0].kind is EntityKind.ORGANIZATION:
        return False
    if first.office not in (None, "chairpersonship") and second.head.kind == "state":
        return False
    return line.blocks(second.outer) is None or first.office is not None


def _name_after_comma(scene: Scene, post: PostPhrase) -> int | None:
    line = scene.line
    if not (post.determiner or post.complement or post.capitalised or post.whom):
        return None
    last = _after_adjunct(line, post.last)
    if line.low(last) not in (",", ":", "–"):
        return None
    name = scene.name_beginning(last + 1)
    if name is None:
        return None
    run = scene.names[name]
    after = run.last
    if run.size == 1 and run.honorifics == run.first and line.low(after) == ",":
        following = scene.name_beginning(after + 1)
        return following if following is not None and scene.names[following].size > 1 else None
    if line.low(last) == "," and not post.determiner and not post.whom and line.low(after) == ",":
        return name if post.capitalised else None
    return name


def _after_adjunct(line: Line, index: int) -> int:
    """The word after a phrase of place that is no part of the post ("on the mountain", "in the province")."""
    if line.low(index) not in ("in", "on", "at", "for", "from"):
        return index
    for last in range(index + 1, min(index + _LONGEST_ADJUNCT, len(line))):
        word = line.low(last)
        if word == ",":
            return last
        if not word.replace("-", "").isalpha() or word in SAYING or word in ("who", "and", "that", "which"):
            break
    return index


def _row_after(scene: Scene, p: int, holders: dict[int, int]) -> int | None:
    """The holder of the post before this one in a row: "the Minister and Chairman-in-Office"."""
    line = scene.line
    post = scene.posts[p]
    before = post.outer - 1
    while before > 0 and line.low(before) in _ADVERBS:
        before -= 1
    if line.low(before) == "and" and line.low(before - 1) == ",":
        if post.determiner == "the" and line.low(post.last) in _AUXILIARIES:
            return None
        before -= 1
    if line.low(before) not in ("and", ",", "&", "("):
        return None
    previous = scene.post_ending(before)
    if previous is None:
        return _after_trade(scene, before)
    holder = holders.get(previous)
    if holder is None and scene.holder(previous) is not None:
        name = scene.holder(previous)
        if name is not None and scene.names[name].first < scene.posts[previous].outer:
            holder = name
    return holder if holder is not None and scene.names[holder].first < post.outer else None


def _after_trade(scene: Scene, index: int) -> int | None:
    """The name before "N, a ... lawyer and P": a trade that is no post stands between."""
    line = scene.line
    if line.low(index) != "and" or line.low(index - 1) not in CASUAL:
        return None
    for begin in range(index - 2, max(0, index - _LONGEST_ADJUNCT), -1):
        if line.low(begin) in ("a", "an", "the") and line.low(begin - 1) == ",":
            return scene.name_ending(begin - 1)
    return None


def _state_after(line: Line, post: PostPhrase) -> Entity | None:
    """The State of "N, State Secretary, for Romania"."""
    if post.whom or line.low(post.last) != "," or line.low(post.last + 1) != "for":
        return None
    chunk = line.begins_at(post.last + 2) or line.begins_at(post.last + 3)
    territory = chunk is not None and chunk.mention.entity.kind is EntityKind.STATE
    return chunk.mention.entity if chunk is not None and territory else None


def _inherited(scene: Scene, p: int, holders: dict[int, int]) -> Entity | None:
    """Whom the post before in the row is for, where this one does not say."""
    post = scene.posts[p]
    if post.whom or p == 0:
        return None
    before = scene.posts[p - 1]
    near = post.outer - before.last <= 2
    return before.whom[0] if near and before.whom and holders.get(p - 1) == holders.get(p) else None
