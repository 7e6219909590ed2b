"""Which term a text speaks of: the one of reference that it fits, else one of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..ontology.dates import Interval
from ..ontology.facts import Membership, TermStatus
from .knowledge import Knowledge, Term

__all__ = ["membership_local"]


def membership_local(
    knowledge: Knowledge, person: str, post: str, fact: Membership, issued: date | None
) -> tuple[Term | None, str]:
    """Reference's term, where the text speaks of one, and the local name of the membership.

    Args:
        knowledge: reference.
        person: the person's local name.
        post: the post's local name.
        fact: what the text says.
        issued: the day of the release.
    """
    local = f"{person}-{post}"
    terms = knowledge.terms.get((person, post), ())
    if not terms:
        return None, local + _said_term(fact.term)
    fitting = list(_fitting(terms, fact, issued))
    if fitting:
        chosen = fitting[-1] if fact.status is TermStatus.FORMER else fitting[0]
        return chosen, chosen.local
    said = _said_term(fact.term) or f"-{issued.year if issued is not None else 'undated'}"
    return None, f"{local}-said{said}"


def _said_term(term: Interval) -> str:
    """What tells a term that a text dates from an undated one, and from another."""
    start = f"-{term.start}" if term.start is not None else ""
    return start + (f"-until-{term.end}" if term.end is not None else "")


def _fitting(terms: Sequence[Term], fact: Membership, issued: date | None) -> Iterator[Term]:
    for number, term in enumerate(terms):
        when = term.holder.term
        if fact.term:
            if _overlap(fact.term, when):
                yield term
        elif issued is None:
            if len(terms) == 1:
                yield term
        elif fact.status is TermStatus.CURRENT:
            if when.may_contain(issued) and not _is_over(terms, number, issued):
                yield term
        elif fact.status is TermStatus.FORMER:
            if when.start is None or when.start.earliest <= issued:
                yield term
        elif when.end is None or when.end.latest >= issued:
            yield term


def _is_over(terms: Sequence[Term], number: int, day: date) -> bool:
    """Whether a term whose end is not known must have ended, since the same person's next one has begun."""
    later = terms[number + 1 :]
    return terms[number].holder.term.end is None and any(
        other.holder.term.start is not None and other.holder.term.start.latest <= day for other in later
    )


def _overlap(one: Interval, other: Interval) -> bool:
    starts = [end.earliest for end in (one.start, other.start) if end is not None]
    ends = [end.latest for end in (one.end, other.end) if end is not None]
    return not starts or not ends or max(starts) <= min(ends)
