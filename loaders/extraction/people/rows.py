"""Posts in brackets, of several people at once, and titles that are posts where an employer follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Entity, EntityKind, TermStatus
from ..posts.lists import towns
from ..posts.media import is_of_media, medium_after
from ..posts.model import PostPhrase, is_territory
from ..tables import words
from .lexicon import UNITS, Head
from .line import Line
from .rules import Link, Scene, rule

__all__ = [
    "ambassador_of_state",
    "honorific_of_organization",
    "in_brackets",
    "names_from",
    "names_until",
    "origin",
    "respective_posts",
    "shared_plural_post",
]

_EMPLOYING: Final = (
    EntityKind.STATE,
    EntityKind.BODY,
    EntityKind.FIELD_OPERATION,
    EntityKind.ORGANIZATION,
)
_TWO_PARTS: Final = re.compile(r"(?P<one>\w+) and (?P<two>\w+) (?P<noun>\w+)s(?P<rest> .+)?")
_EMPLOYED: Final = words("post_words", kind="profession before a name")


@rule(
    "member of parliament in brackets",
    0.95,
    example=("Nils Tamm (MP, Estonia) chaired the debate.", "Nils Tamm: member of parliament @ EE"),
    counter_example="Nils Tamm (Estonia) chaired the debate.",
    triggers=("(",),
)
def in_brackets(scene: Scene) -> Iterator[Link]:
    """ "N (MP, State)", "N (Protection Officer, UNHCR)"."""
    line = scene.line
    for p, post in enumerate(scene.posts):
        if not scene.is_free(p) or line.low(post.outer - 1) != "(":
            continue
        name = scene.name_ending(post.outer - 1)
        if name is None:
            continue
        chunk = line.begins_at(post.last + 1) if line.low(post.last) in (",", "from", "–", "/") else None
        chunk = chunk or line.begins_at(post.last)
        entity = chunk.mention.entity if chunk is not None else None
        state = entity is not None and entity.kind is EntityKind.STATE
        fits = entity is not None and entity.kind in _EMPLOYING and (state or post.head.kind != "state")
        yield Link(p, name, whom=entity if fits and not post.whom else None)


@rule(
    "respective posts",
    0.9,
    example=(
        "Ana Kovač and Petar Lukić, respectively Director and Deputy Director of the Drava Institute, spoke.",
        "Petar Lukić: deputy director @ Drava Institute",
    ),
    counter_example="Ana Kovač and Petar Lukić, both of the Drava Institute, respectively spoke and sang.",
    triggers=("respectively",),
)
def respective_posts(scene: Scene) -> Iterator[Link]:
    """ "A and B, respectively P and Q of ..."."""
    line = scene.line
    for index in range(len(line)):
        if line.low(index) != "respectively":
            continue
        names = names_until(scene, index - 1 if line.low(index - 1) == "," else index)
        posts = [p for p, post in enumerate(scene.posts) if post.outer > index and scene.is_free(p)]
        posts = posts[: len(names)]
        if len(names) < 2 or len(posts) != len(names) or scene.posts[posts[0]].outer > index + 2:
            continue
        whom = next((scene.posts[p].whom[0] for p in reversed(posts) if scene.posts[p].whom), None)
        for name, post in zip(names, posts, strict=True):
            own = scene.posts[post].whom
            yield Link(post, name, whom=own[0] if own else whom)


@rule(
    "shared plural post",
    0.9,
    example=(
        "The Mayors of Brod and Split, Ivo Marić and Luka Perić, signed the agreement.",
        "Luka Perić: mayor @ Split",
    ),
    counter_example="The Mayors of Brod and Split signed the agreement before Ivo Marić and Luka Perić came.",
)
def shared_plural_post(scene: Scene) -> Iterator[Link]:
    """ "The Ministers of A and B, N and M", and "N and M, advisers at A"."""
    line = scene.line
    for p, post in scene.free_posts(plural=True):
        after = post.last + 1 if line.low(post.last) in (",", ":", "(", "–", "—") else post.last
        names = names_from(scene, after)
        if len(names) < 2:
            before = post.outer - 1
            if line.low(before) in ("both", "all"):
                before -= 1
            names = names_until(scene, before) if line.low(before) in (",", "(") else []
        if len(names) < 2:
            continue
        if 1 < len(post.whom) != len(names):
            continue
        shares = post.whom or _towns_behind(line, post, scene.names[names[-1]].last)
        shares = shares if len(shares) != 1 else _parts_of(shares[0], len(names))
        for place, name in enumerate(names):
            if post.head.kind == "state" and _is_envoy(line, scene, name):
                continue
            own = _town(line, scene.names[name].last) if post.head.kind == "town" else None
            whom = own or (shares[place] if len(shares) == len(names) else (shares or (None,))[0])
            if whom is None and post.head.kind in ("state", "diplomat"):
                whom = origin(line, scene.names[name].last, brackets=True)
            yield Link(p, name, whom=whom)


def _town(line: Line, index: int) -> Entity | None:
    """The town of "N of Brod"."""
    chunk = line.begins_at(index + 1) if line.low(index) == "of" else None
    if chunk is None or not is_territory(chunk.mention.entity):
        return None
    another = line.begins_at(chunk.last + 1) if line.low(chunk.last) == "and" else None
    listed = another is not None and not another.weak and is_territory(another.mention.entity)
    return None if listed else chunk.mention.entity


def _towns_behind(line: Line, post: PostPhrase, index: int) -> tuple[Entity, ...]:
    """The towns of "Mayors N and M of Brod and Linden"."""
    if post.head.kind != "town" or line.low(index) != "of" or not line.is_capitalised(index + 1):
        return ()
    return towns(line, index + 1, plural=True).entities


def _parts_of(whole: Entity, count: int) -> tuple[Entity, ...]:
    """The two that share a plural noun ("the Upper and Lower Chambers of Parliament"), else the whole."""
    found = _TWO_PARTS.fullmatch(whole.name) if whole.id is None and count == 2 else None
    if found is None or found["noun"].lower() not in UNITS:
        return (whole,)
    rest = found["noun"] + (found["rest"] or "")
    return tuple(Entity(whole.kind, f"{found[one]} {rest}") for one in ("one", "two"))


def _is_envoy(line: Line, scene: Scene, name: int) -> bool:
    """Whether "Ambassador" before a name in a list of ministers says that he or she is none."""
    run = scene.names[name]
    return "ambassador" in line.lower[run.honorifics : run.first]


@rule(
    "title of an organization's",
    0.85,
    example=("Judge Nils Tamm of the Drava Institute agreed.", "Nils Tamm: judge @ Drava Institute"),
    counter_example="Ambassador Nils Tamm of the Drava Institute agreed.",
    triggers=_EMPLOYED,
)
def honorific_of_organization(scene: Scene) -> Iterator[Link]:
    """ "Judge N of the ... Court": the title before the name is a post there."""
    line = scene.line
    for n, run in enumerate(scene.names):
        titled = range(run.honorifics - 1, run.first)
        titles = [word for i in titled if (word := line.low(i)) in _EMPLOYED]
        if not titles or line.low(run.last) not in ("of", "from", "at"):
            continue
        index = run.last + 2 if line.low(run.last + 1) == "the" else run.last + 1
        head = Head(titles[-1], "occupation", plural=False)
        employer = medium_after(line, index, line.low(run.last)) if is_of_media(head) else None
        chunk = line.begins_at(index) or line.begins_at(run.last + 1)
        if employer is not None:
            whom = employer[1]
        elif chunk is None or chunk.mention.entity.kind is not EntityKind.ORGANIZATION:
            continue
        else:
            whom = chunk.mention.entity
        yield _held_by(scene, n, head, titles[-1], whom, 0.85)


def _held_by(scene: Scene, name: int, head: Head, title: str, whom: Entity, confidence: float) -> Link:
    """Takes the title before a name for a post there, and gives it to whom the name names."""
    run = scene.names[name]
    scene.posts.append(
        PostPhrase(
            outer=run.honorifics,
            first=run.honorifics,
            last=run.first,
            head_at=run.honorifics,
            head=head,
            title=title,
            whom=(whom,),
            status=TermStatus.CURRENT,
            determiner="",
            complement=True,
            rule="title",
            confidence=confidence,
        )
    )
    return Link(len(scene.posts) - 1, name)


def names_from(scene: Scene, index: int) -> list[int]:
    """The names that stand in a row from a word on: "A, B and C"."""
    found: list[int] = []
    name = scene.name_beginning(index)
    while name is not None:
        found.append(name)
        after = _after_origin(scene.line, scene.names[name].last)
        following = after + 1 if scene.line.low(after) in (",", "and", "&") else len(scene.line)
        if scene.line.low(after) == "," and scene.line.low(after + 1) == "and":
            following = after + 2
        name = scene.name_beginning(following)
    return found


def origin(line: Line, index: int, *, brackets: bool = False) -> Entity | None:
    """The State of "N of Armenia" and, where asked, "N (Armenia)"."""
    if line.low(index) != "of" and not (brackets and line.low(index) == "("):
        return None
    chunk = line.begins_at(index + 1) or line.begins_at(index + 2)
    state = chunk is not None and chunk.mention.entity.kind is EntityKind.STATE
    return chunk.mention.entity if chunk is not None and state else None


def _after_origin(line: Line, index: int) -> int:
    """The word after "of the United States" or "(France)" behind a name."""
    if line.low(index) == "of":
        chunk = line.begins_at(index + 1) or line.begins_at(index + 2)
        if chunk is not None and is_territory(chunk.mention.entity):
            return chunk.last
    if line.low(index) == "(":
        chunk = line.begins_at(index + 1)
        if chunk is not None and line.low(chunk.last) == ")":
            return chunk.last + 1
    return index


def names_until(scene: Scene, index: int) -> list[int]:
    """The names that stand in a row before a word."""
    found: list[int] = []
    name = scene.name_ending(index)
    while name is not None:
        found.insert(0, name)
        before = scene.names[name].honorifics - 1
        if scene.line.low(before) == "and" and scene.line.low(before - 1) == ",":
            before -= 1
        name = scene.name_ending(before) if scene.line.low(before) in (",", "and", "&") else None
    return found


@rule(
    "ambassador of a State",
    0.8,
    example=("Ambassador Nils Tamm of Estonia agreed.", "Nils Tamm: ambassador @ EE"),
    counter_example="Ambassador Nils Tamm agreed, and so did Ms. Ana Kovač of Estonia.",
    triggers=("ambassador", "ambassadors"),
)
def ambassador_of_state(scene: Scene) -> Iterator[Link]:
    """ "Ambassador N of Estonia", who has no other post in the sentence."""
    line = scene.line
    for n, run in enumerate(scene.names):
        titled = "ambassador" in line.lower[run.honorifics : run.first] or _among_ambassadors(scene, n)
        if not titled or scene.has_posts(n):
            continue
        state = origin(line, run.last)
        if state is None:
            continue
        yield _held_by(scene, n, Head("ambassador", "diplomat", plural=False), "ambassador", state, 0.8)


def _among_ambassadors(scene: Scene, name: int) -> bool:
    """Whether the name is in a row that "Ambassadors" opens ("Ambassadors N of Estonia and M of Latvia")."""
    run = scene.names[name]
    if "ambassadors" in scene.line.lower[run.honorifics : run.first]:
        return True
    begin = next((at for at, word in enumerate(scene.line.lower) if word == "ambassadors"), None)
    return begin is not None and name in names_from(scene, begin)
