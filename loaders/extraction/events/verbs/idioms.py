"""Words that always go together and say an occasion: "went to the polls", "put their names to a plan"."""

from __future__ import annotations

from typing import Final

from .....ontology.facts import EventKind
from ...clauses.line import Line
from ...clauses.words import BE
from .event_verbs import EventVerb, is_object
from .objects import object_end, phrase_of, subject_phrase, without_article
from .told import Told, voters_of

__all__ = ["idiom"]

_SHOWN: Final = frozenset((EventKind.LAUNCH, EventKind.PUBLICATION))
_RELATIVE_REACH: Final = 60


def idiom(line: Line, index: int, at: int, verb: EventVerb, *, before: str) -> Told | None:
    """Words that always go together: "went to the polls", "cut the ribbon", "put their names to a plan".

    Behind "+" stands the kind of object that follows them, behind "-" that of the subject.

    Args:
        line: the line
        index: the verb
        at: what follows it
        verb: what the table says of it
        before: the word before the verb, small ones passed over
    """
    phrase, _, follows = verb.object[1:].partition(" +")
    phrase, _, subject = phrase.partition(" -")
    end = at + len(phrase.split())
    if " ".join(line.lower[at:end]) != phrase:
        return _of_relative(line, index, at, phrase, follows) if phrase.endswith(" to") else None
    if follows:
        last = object_end(line, end)
        known = (
            last > end
            and "documents" not in line.lower[end:last]
            and is_object(follows, line.lower[end:last])
        )
        return (index, last, without_article(phrase_of(line, end, last)), None) if known else None
    if verb.kind is EventKind.ELECTION:
        return index, end, "", voters_of(line, index)
    if verb.kind is EventKind.PUBLICATION and before not in BE:
        return None
    what = subject_phrase(line, index) if subject or verb.kind in _SHOWN else ""
    if subject and not is_object(subject, what.casefold().split()):
        return None
    return index, end, what, None


def _of_relative(line: Line, index: int, at: int, phrase: str, wanted: str) -> Told | None:
    """As in "a plan to which [Anna Berg] and [Carl Dahl] put their names"."""
    end = at + len(phrase.split()) - 1
    if " ".join((*line.lower[at:end], "to")) != phrase:
        return None
    for which in range(index - 1, max(line.start + 1, index - _RELATIVE_REACH), -1):
        if line.at(which) == "which" and line.at(which - 1) == "to":
            what = subject_phrase(line, which - 1)
            return (index, end, what, None) if is_object(wanted, what.casefold().split()) else None
    return None
