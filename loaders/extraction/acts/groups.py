"""What stands before a verb: whether its deed was done, is planned, possible, urged or denied.

>>> from ....ontology.facts import Status
>>> chain_sense(("will", "not", "be", "able", "to"))
Sense(status=<Status.PLANNED: 'planned'>, negated=True, passive=False, open_end=True)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ....ontology.facts import Status
from ..clauses.line import Line, What
from ..clauses.words import AUXILIARIES, BE, FILLERS, LONGEST_RUN, NEGATIONS
from ..tables import read_table, words
from .verbs import ActVerb, Form

__all__ = ["Group", "Sense", "chain_begin", "chain_sense", "group_at"]

_HAVE: Final = frozenset(("has", "have", "had", "'ve", "'s"))
_DO: Final = frozenset(("do", "does", "did"))
_ONLY: Final = words("act_words", kind='not a denial behind "not"')
_FINITE_BE: Final = frozenset(("is", "are", "was", "were"))
_PARTS_OF_CHAIN: Final = (
    FILLERS | AUXILIARIES | BE | NEGATIONS | {"to", "longer"} | words("act_words", kind="within a chain")
)
_DENYING: Final = frozenset(("without",))
_OF_PARTICIPLES: Final = words("act_words", kind="before a participle")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a chain of words before a verb says.

    passive   whether a form of "be" stands last
    open_end  whether a bare infinitive must follow
    """

    status: Status = Status.TOOK_PLACE
    negated: bool = False
    passive: bool = False
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with all that belongs to it: the items begin to end (excluded), the verb at `head`."""

    verb: ActVerb
    begin: int
    head: int
    end: int
    sense: Sense
    form: Form
    particle: int = -1


@dataclass(frozen=True, slots=True)
class _Link:
    """A row of the table of words that stand before verbs."""

    status: Status
    negates: bool
    after: frozenset[str]
    perfect: bool


@cache
def _links() -> Mapping[str, _Link]:
    return {
        row["words"]: _Link(
            Status(row["status"]),
            row["negates"] == "yes",
            frozenset(row["after"].split()),
            row["perfect"] == "yes",
        )
        for row in read_table("act_chain")
    }


@cache
def _link_words() -> frozenset[str]:
    return words("act_chain") | frozenset(key.split()[0] for key in _links())


def group_at(line: Line, head: int, verb: ActVerb, forms: frozenset[Form]) -> Group | None:
    """The verb at an index with what stands before it, None where it is no deed of anybody there."""
    after = verb.after(line, head)
    if after is None:
        return None
    begin = chain_begin(line, head)
    chain = tuple(line.lower[at] for at in range(begin, head) if line.items[at].what is What.WORD)
    sense = chain_sense(chain)
    if sense is None:
        return None
    form = _form(chain, sense, forms)
    if not chain and Form.PARTICIPLE in forms and line.at(after[0]) == "by" and not verb.particle:
        return Group(verb, begin, head, after[0], Sense(passive=True), Form.PARTICIPLE, after[1])
    if form is None and not chain and Form.ING in forms and line.at(begin - 1) in _OF_PARTICIPLES:
        denies = line.at(begin - 1) in _DENYING
        return Group(verb, begin, head, after[0], Sense(negated=denies), Form.ING, after[1])
    if form is None:
        return None
    is_passive = form is Form.PARTICIPLE and sense.passive
    sense = Sense(sense.status, sense.negated, is_passive, sense.open_end)
    return Group(verb, begin, head, after[0], sense, form, after[1])


def chain_begin(line: Line, head: int) -> int:
    """Where the chain of words before a verb begins; a day may stand within it ("will on Monday sign")."""
    begin = at = head
    while at > line.start and head - at < LONGEST_RUN:
        item = line.items[at - 1]
        if item.what is What.DATE:
            at -= 2 if line.at(at - 2) == "on" else 1
            continue
        if line.at(at - 1) == "nor" and line.at(at - 3) == "neither":
            at -= 2
        elif item.what is not What.WORD or not _is_link(item.lower, item.text):
            break
        at -= 1
        begin = at
    return begin


def _is_link(lower: str, text: str) -> bool:
    return lower in _PARTS_OF_CHAIN or lower in _link_words() or (lower.endswith("ly") and text[:1].islower())


def chain_sense(chain: Sequence[str]) -> Sense | None:
    """What the words before a verb say together; None where they make of it no deed of the subject."""
    statuses: list[Status] = []
    negations = 0
    last, modal = "", False
    chain = tuple(chain)
    for at in range(1, len(chain) - 1):
        if chain[at : at + 2] == ("not", "to") and f"{chain[at - 1]} to" in _links():
            chain, negations = chain[:at] + chain[at + 1 :], 1
            break
    for at, word in enumerate(chain):
        following = chain[at + 1 : at + 2]
        if word == "to":
            last = word
            continue
        if following == ("to",) and (link := _links().get(f"{word} to")) is not None:
            before = chain[:at]
            if link.after and link.after.isdisjoint(before):
                return None
        elif following == ("to",):
            return None
        else:
            link = _links().get(word)
        if link is not None:
            statuses.append(link.status)
            negations += link.negates
            modal = not link.perfect and link.status in (Status.POSSIBLE, Status.URGED)
        elif word == "nor":
            continue
        elif word in NEGATIONS and not _ONLY.intersection(following):
            negations += 1
        elif (
            (word in _HAVE and modal)
            or word == "having"
            or (word == "being" and _FINITE_BE.isdisjoint(chain[:at]))
        ):
            return None
        if _carries(word):
            last = word
    if chain[:1] == ("to",) or negations > 1:
        return None
    told = next((s for s in statuses if s is not Status.TOOK_PLACE), Status.TOOK_PLACE)
    if told is Status.PLANNED and statuses[-1] is Status.URGED:  # will have to
        told = Status.URGED
    return Sense(told, negations == 1, last in BE, last == "to" or last in _DO or last in _links())


def _carries(word: str) -> bool:
    """Whether a word of a chain decides which form of the verb must follow."""
    return word in BE or word in _HAVE or word in _DO or word in _links()


def _form(chain: Sequence[str], sense: Sense, forms: frozenset[Form]) -> Form | None:
    """Which of the forms that a word can be it is here, None where none fits what stands before it."""
    if sense.open_end:
        return Form.BASE if Form.BASE in forms else None
    last = next((word for word in reversed(chain) if _carries(word)), "")
    if not last:
        return next((form for form in (Form.PAST, Form.PRESENT, Form.BASE) if form in forms), None)
    if last in BE:
        if Form.PARTICIPLE in forms:
            return Form.PARTICIPLE
        return Form.ING if Form.ING in forms else None
    return Form.PARTICIPLE if Form.PARTICIPLE in forms else None
