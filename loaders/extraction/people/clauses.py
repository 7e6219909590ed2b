"""Posts that a clause gives: "who is", "is to head", "as", "until last month", "in the person of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....ontology.facts import TermStatus
from ..posts.model import PASSIVE, PostPhrase
from ..tables import words
from .line import Line
from .rules import Link, Scene, rule

__all__ = [
    "antecedent_end",
    "appointed_to_be",
    "as_post",
    "headed_by",
    "in_the_person_of",
    "is_given_to_another",
    "relative_clause",
    "until_lately",
]

_ONLY_PROPOSED: Final = words("denial_words", kind="only proposes for a post")
_COPULAS: Final = frozenset(("is", "was", "becomes", "became", "remains", "be", "been", "become"))
_ONCE: Final = words("person_cues", cue="once") | {"earlier"}
_SKIPPED: Final = _ONCE | words("person_cues", cue="between subject and post")
_NAMING: Final = words("person_cues", cue="gives a post")
_CHOOSING: Final = _NAMING | words("person_cues", cue="chooses for a post")
_SERVING: Final = words("person_cues", cue="serves")
_SUCCEEDING: Final = words("person_cues", cue="follows another")
_MAKING: Final = _SERVING | _NAMING
_LINKING: Final = _COPULAS | _MAKING
_BEFORE_GIVEN: Final = _SKIPPED | {"to", "as", "be"}
_BEFORE_COPULA: Final = _LINKING | _SKIPPED | {"has", "had", "been", "as", "will", "to", "newly", "recently"}
_FARTHEST_SUBJECT: Final = 14
_FARTHEST_PAIR: Final = 40
_FORMER: Final = ("the", "former")
_NO_HOLDER_BEFORE_AS: Final = ("well", "such", "far", "soon", "him", "her", "them")
_GIVEN_AS: Final = _ONLY_PROPOSED | {"him", "her", "them"}
_HEADED_BY: Final = 3
_LONGEST_TITLE: Final = 8


@rule(
    "relative clause",
    0.9,
    example=("Nils Tamm, who is Mayor of Brod, thanked the donors.", "Nils Tamm: mayor @ Brod"),
    counter_example="Nils Tamm, who met the Mayor of Brod, thanked the donors.",
)
def relative_clause(scene: Scene) -> Iterator[Link]:
    """ "N, who is P", "N, who heads ...", "N is the P of ...", "N becomes P", "N is to head ..."."""
    line = scene.line
    for p, post in scene.free_posts(plural=False):
        if line.low(post.last) == "is" and (name := scene.name_beginning(post.last + 1)) is not None:
            yield Link(p, name)
            continue
        beside = scene.name_ending(post.outer)
        if beside is not None and line.low(scene.names[beside].honorifics - 1) in _NAMING:
            yield Link(p, beside)
            continue
        end = antecedent_end(line, post)
        if end is None:
            continue
        name = scene.name_ending(_past_other_capacity(scene, end[0]))
        if name is None and line.low(end[0]) == "who":
            name = _holder_before(scene, end[0])
        if name is not None:
            yield Link(p, name, status=end[1])
            second = scene.posts[p + 1] if p + 1 < len(scene.posts) and scene.is_free(p + 1) else None
            joined = second is not None and second.outer == post.last + 1 and line.low(post.last) == "and"
            if joined and second is not None and not second.head.plural and not second.determiner:
                yield Link(p + 1, name, status=end[1])
            yield from _gapped(scene, p, line)


def _past_other_capacity(scene: Scene, end: int) -> int:
    """Where the subject ends behind which "as P" stands ("N, who as Foreign Minister will be Chair")."""
    post = scene.post_ending(end)
    if post is None or scene.line.low(scene.posts[post].outer - 1) != "as":
        return end
    begin = scene.posts[post].outer - 1
    begin -= scene.line.low(begin - 1) == "who"
    return begin - (scene.line.low(begin - 1) == ",")


@rule(
    "until lately",
    0.85,
    example=(
        "Nils Tamm, until last month a Senior Adviser at the Drava Institute, will move to Brod.",
        "Nils Tamm: former senior adviser @ Drava Institute",
    ),
    counter_example="Nils Tamm, until last month, advised a Senior Adviser at the Drava Institute.",
    triggers=("until",),
)
def until_lately(scene: Scene) -> Iterator[Link]:
    """ "N, until last month a P": a former post."""
    line = scene.line
    for p, post in scene.free_posts(plural=False):
        index = post.outer - 1
        while index > post.outer - 5 and line.low(index).isalnum() and line.low(index) != "until":
            index -= 1
        if line.low(index) != "until" or line.low(index - 1) != ",":
            continue
        name = scene.name_ending(index - 1)
        if name is not None:
            yield Link(p, name, status=TermStatus.FORMER)


@rule(
    "as",
    0.85,
    example=(
        "Nils Tamm, in his capacity as Chairman-in-Office of the OSCE, welcomed the outcome.",
        "Nils Tamm: chairman-in-office @ osce",
    ),
    counter_example="Nils Tamm, as well as the Chairman-in-Office of the OSCE, welcomed the outcome.",
    triggers=("as",),
)
def as_post(scene: Scene) -> Iterator[Link]:
    """ "N ... as P", "in his capacity as P": the nearest name before it."""
    line = scene.line
    for p, post in scene.free_posts(plural=False):
        if line.low(post.outer - 1) != "as":
            continue
        index = post.outer - 2
        if line.low(index) in _NO_HOLDER_BEFORE_AS or line.low(index) in _ONLY_PROPOSED:
            continue
        if (told := _in_turn(scene, post.outer - 1)) is not None:
            yield Link(p, told)
            continue
        before = [n for n, run in enumerate(scene.names) if run.last <= post.outer]
        if not before or post.outer - scene.names[before[-1]].last > _FARTHEST_SUBJECT:
            continue
        if any(scene.names[before[-1]].last <= q.outer < post.outer and not q.head.plural and scene.is_free(i)
               for i, q in enumerate(scene.posts) if i != p):  # fmt: skip
            continue
        subject = before[-1]
        if line.low(scene.names[subject].honorifics - 1) in _SUCCEEDING:
            if len(before) < 2:
                yield Link(p, subject, status=TermStatus.FORMER)
                continue
            subject = before[-2]
        if _is_agent(line, scene.names[subject].honorifics):
            if len(before) < 2:
                continue
            subject = before[-2]
        once = not _ONCE.isdisjoint(line.lower[scene.names[subject].last : post.outer])
        yield Link(p, subject, status=TermStatus.FORMER if once else None)


def _in_turn(scene: Scene, index: int) -> int | None:
    """Whom "the former" or "the latter" means that stands before "as", of the two named before."""
    line = scene.line
    word = line.low(index - 1)
    if word not in ("former", "latter") or line.low(index - 2) != "the":
        return None
    earliest = max(0, index - _FARTHEST_PAIR)
    first = next((i for i in range(index - 2, earliest, -1) if line.lower[i : i + 2] == _FORMER), None)
    names = [n for n, run in enumerate(scene.names) if first is not None and run.last <= first]
    return names[-2 if word == "former" else -1] if len(names) > 1 else None


def _is_agent(line: Line, index: int) -> bool:
    """Whether the name only is of one by whom somebody is appointed ("appointed by President N as")."""
    for at in range(index - 1, max(line.start, index - _LONGEST_TITLE), -1):
        if line.low(at) == "by":
            return line.low(at - 1) in _NAMING
    return False


@rule(
    "in the person of",
    0.9,
    example=(
        "The Drava Institute receives a Director in the person of Nils Tamm.",
        "Nils Tamm: director @ Drava Institute",
    ),
    counter_example="The Drava Institute thanked its Director and a person by the name of Nils Tamm.",
    triggers=("person",),
)
def in_the_person_of(scene: Scene) -> Iterator[Link]:
    """ "... a P in the person of N": the subject is whom the post is for."""
    line = scene.line
    for p, post in enumerate(scene.posts):
        if line.lower[post.last : post.last + 4] != ("in", "the", "person", "of"):
            continue
        name = scene.name_beginning(post.last + 4)
        if name is None:
            continue
        subject = next(
            (c.mention.entity for c in line.chunks if c is not None and not c.mention.demonym), None
        )
        yield Link(p, name, whom=None if post.whom else subject)


@rule(
    "headed by",
    0.85,
    example=("The Drava Institute is headed by Nils Tamm.", "Nils Tamm: head @ Drava Institute"),
    counter_example="The Drava Institute is praised by Nils Tamm.",
)
def headed_by(scene: Scene) -> Iterator[Link]:
    """ "B is headed by N": the one by whom it is."""
    for p, post in enumerate(scene.posts):
        led = post.rule == PASSIVE and scene.is_free(p)
        name = scene.name_beginning(post.last + _HEADED_BY) if led else None
        if name is not None:
            yield Link(p, name)


def _holder_before(scene: Scene, index: int) -> int | None:
    """The holder, named before it, of the post that ends there ("N, the Head of ... who will become P")."""
    post = scene.post_ending(index)
    name = scene.holder(post) if post is not None else None
    return name if name is not None and scene.names[name].last < index else None


@rule(
    "appointed to be",
    0.9,
    example=(
        "The OSCE has named Nils Tamm, a former judge, to be Head of the Drava Institute.",
        "Nils Tamm: head @ Drava Institute",
    ),
    counter_example="The OSCE has named Nils Tamm, who has yet to be introduced to the Drava Institute.",
    triggers=("be", "as"),
)
def appointed_to_be(scene: Scene) -> Iterator[Link]:
    """ "has appointed N, ..., to be P" and "as P": the one right behind the verb."""
    line = scene.line
    for p, post in scene.free_posts(plural=False):
        before = post.outer - 1
        if line.low(before) not in ("be", "as"):
            continue
        if line.low(before) == "be" and line.low(before - 1) != "to":
            continue
        if line.low(before - 1) in ("former", "latter"):
            continue
        verb = next((i for i in range(before, line.start, -1) if line.low(i) in _CHOOSING), None)
        name = scene.name_beginning(verb + 1) if verb is not None else None
        if name is not None and before - scene.names[name].last < _FARTHEST_SUBJECT:
            yield Link(p, name)


def is_given_to_another(line: Line, post: PostPhrase) -> bool:
    """Whether somebody is named or chosen for the post, so that it does not mean the holder of the day."""
    if line.low(post.outer - 1) == "as" and line.low(post.outer - 2) in _GIVEN_AS:
        return True
    index = post.outer if line.low(post.outer) in _NAMING else post.outer - 1
    while line.low(index) in _BEFORE_GIVEN:
        index -= 1
    return line.low(index) in _NAMING and line.low(index - 1) in _COPULAS


def antecedent_end(line: Line, post: PostPhrase) -> tuple[int, TermStatus | None] | None:
    """The word after the subject of "who is P", "is the P", "is to head ...", None for other posts.

    One who was P is a former one; one who was appointed P is P.
    """
    index = post.outer - 1
    status: TermStatus | None = None
    while index > 0 and line.low(index) in _SKIPPED:
        index -= 1
    if line.low(index) == "as" and line.low(index - 1) in _MAKING:
        index -= 1
    if post.rule == "verb of heading":
        index, status = _before_verb(line, index)
    elif line.low(index) in _LINKING:
        appointed = line.low(post.outer) in _NAMING or line.low(index) in _NAMING
        was = line.low(index) == "was" and not appointed
        verb = index
        index, status = _before_copula(line, index)
        if appointed and status is TermStatus.FORMER:
            status = None
        if was or not _ONCE.isdisjoint(line.lower[index + 1 : verb]):
            status = TermStatus.FORMER
    else:
        return None
    if line.low(index) in ("who", "and"):
        index -= 1
    if line.low(index) == ",":
        index -= 1
    return index + 1, status


def _before_verb(line: Line, index: int) -> tuple[int, TermStatus | None]:
    if line.low(index) == "to" and line.low(index - 1) in ("is", "was"):
        return index - 2, TermStatus.INCOMING
    if line.low(index) in ("will", "shall"):
        return index - 1, TermStatus.INCOMING
    if line.low(index) in ("has", "have"):
        return index - 1, None
    if line.low(index) == "longer" and line.low(index - 1) == "no":
        return index - 2, TermStatus.FORMER
    if line.low(index + 1) == "headed":
        return (index - 1 if line.low(index) == "had" else index), TermStatus.FORMER
    return index, None


def _before_copula(line: Line, index: int) -> tuple[int, TermStatus | None]:
    status: TermStatus | None = None
    while index > 0 and line.low(index) in _BEFORE_COPULA:
        if line.low(index) in ("will", "to"):
            status = TermStatus.INCOMING
        if line.low(index) == "had" and line.low(index + 1) == "been":
            status = TermStatus.FORMER
        index -= 1
    return index, status


def _gapped(scene: Scene, p: int, line: Line) -> Iterator[Link]:
    """ "A is the new P, and B of ... the new Q": the second verb is left out."""
    for q in range(p + 1, len(scene.posts)):
        post = scene.posts[q]
        if not scene.is_free(q) or post.determiner not in ("the", "a"):
            continue
        index = post.outer
        chunk = line.ends_before(index)
        if chunk is not None and line.low(chunk.first - 1) == "the":
            index = chunk.first - 2
        elif chunk is not None:
            index = chunk.first - 1
        if chunk is not None and line.low(index) != "of":
            continue
        name = scene.name_ending(index)
        if name is not None:
            yield Link(q, name)
