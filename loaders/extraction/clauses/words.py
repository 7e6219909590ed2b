"""The small words by which clauses are read: auxiliaries, negations, prepositions, determiners."""

from __future__ import annotations

from typing import Final

from ..tables import words

__all__ = [
    "AUXILIARIES",
    "BE",
    "DETERMINERS",
    "FILLERS",
    "LONGEST_RUN",
    "MODALS",
    "NEGATIONS",
    "PREPOSITIONS",
]

DETERMINERS: Final = words("determiners", kind="article") | words("determiners", kind="possessive")
FILLERS: Final = words("clause_words", kind="filler")
AUXILIARIES: Final = words("clause_words", kind="auxiliary")
PREPOSITIONS: Final = words("clause_words", kind="preposition")
BE: Final = words("clause_words", kind="be")
MODALS: Final = words("clause_words", kind="modal")
LONGEST_RUN: Final = 16  # small words in a row that are passed over: more are no text
NEGATIONS: Final = words("clause_words", kind="negation")
