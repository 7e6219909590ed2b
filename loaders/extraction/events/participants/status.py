"""Whether somebody has taken part in an occasion, or is only to do so."""

from __future__ import annotations

from typing import Final

from .....ontology.facts import Status
from ...clauses.line import Line
from ...tables import words

__all__ = ["status_of"]

_AUXILIARIES: Final = frozenset({"will", "shall", "'ll"})
_INTENTS: Final = words("participation_words", kind="intends")
_PAST: Final = words("tense_words", tense="past")
_INTENDS: Final = _INTENTS | {"is", "are"}
_BE: Final = frozenset({"be", "been"})


def status_of(line: Line, item: int, of_event: Status) -> Status:
    """The status of a participation: the event's, but planned where the verb before the party is still ahead.

    As in "He plans to meet the Ombudsman" and "She will be received by the Mayor", during a visit that has
    begun; not so in "the seminar, which will end tomorrow, was opened by the Mayor".

    Args:
        line: the sentence.
        item: where the party stands in it.
        of_event: what holds for the event.
    """
    if of_event is not Status.TOOK_PLACE:
        return of_event
    for at in range(item - 1, 0, -1):
        word = line.lower[at]
        before = line.lower[at - 1]
        if word in _AUXILIARIES or (word == "to" and before in _INTENDS):
            return Status.PLANNED
        if word in _PAST or (word.endswith("ed") and word not in _INTENTS and before not in _BE):
            return of_event
    return of_event
