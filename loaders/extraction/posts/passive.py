"""The post of him or her by whom a body is led: "The mission is headed by N"."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import Entity, EntityKind, TermStatus
from ..people.lexicon import COMPLEMENT_PREPOSITIONS, DETERMINERS, Head
from ..people.line import Line
from ..tables import read_table
from .complement import read_complement
from .model import PASSIVE, PostPhrase
from .read import at_operation
from .titles import normal_title
from .whom import Antecedents

__all__ = ["HEADED", "passive_post"]

_TITLES: Final = {row["verb"]: row["title"] for row in read_table("post_verbs") if row["voice"] == "passive"}
HEADED: Final = frozenset(_TITLES)
_LED: Final = (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION)


def passive_post(line: Line, index: int, antecedents: Antecedents) -> PostPhrase | None:
    """The post that "is headed by" gives, None where the subject is no body or operation.

    A mission of which nothing else is said, in a release of one that observes an election, is that one.
    """
    if line.low(index + 1) != "by" or line.low(index - 1) not in ("is", ","):
        return None
    head = Head(_TITLES[line.low(index)], "office", plural=False)
    if line.low(index - 1) == ",":
        return _participle(line, index - 1, head, antecedents)
    start, end = line.start, index - 1
    alone = line.lower[start:end] == ("the", "mission")
    if alone and antecedents.observes(line.words[start].begin):
        observers = antecedents.observers()
        if observers is None:
            return None
        title, status = f"{head} of election observation mission", TermStatus.CURRENT
        whom: tuple[Entity, ...] = (observers,)
    else:
        complement = read_complement(line, start, head, antecedents, has_whom=False, implied=True)
        if complement.last != end or not complement.whom or complement.whom[0].kind not in _LED:
            return None
        if not complement.whom[0].name[:1].isupper():
            return None
        title, status = normal_title([], str(head), complement.title)
        whom = complement.whom
        if whom[0].kind is EntityKind.FIELD_OPERATION:
            title, whom = at_operation(title, whom, antecedents)
    return PostPhrase(
        outer=start, first=start, last=end, head_at=start, head=head, title=title, whom=whom,
        status=status, determiner="", complement=True, rule=PASSIVE, confidence=0.85,
    )  # fmt: skip


def _participle(line: Line, comma: int, head: Head, antecedents: Antecedents) -> PostPhrase | None:
    """The post of "the Drava Institute, headed by N": what is headed stands right before, no part of more."""
    chunk = line.ends_before(comma)
    if chunk is None or chunk.mention.entity.kind not in _LED or not chunk.mention.entity.name[:1].isupper():
        return None
    first = chunk.first - (line.low(chunk.first - 1) in DETERMINERS)
    if line.low(first - 1) in COMPLEMENT_PREPOSITIONS or line.low(first - 1) == "by":
        return None
    title, whom = str(head), (chunk.mention.entity,)
    if chunk.mention.entity.kind is EntityKind.FIELD_OPERATION:
        title, whom = at_operation(title, whom, antecedents)[0], (chunk.mention.entity,)
    return PostPhrase(
        outer=first, first=chunk.first, last=comma, head_at=chunk.first, head=head, title=title, whom=whom,
        status=TermStatus.CURRENT, determiner="", complement=True, rule=PASSIVE, confidence=0.85,
    )  # fmt: skip
