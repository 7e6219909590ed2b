"""The forms of English verbs, made by rule from the base form."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["inflected"]

_DOUBLES_ITS_END: Final = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")


def inflected(verb: str, past: str = "") -> dict[str, str]:
    """The forms of a verb, the past given where it is irregular or where its last letter is doubled.

    Verbs of one syllable are seen to double it; of longer ones the stress would have to be known.

    >>> inflected("stress")["present"], inflected("deny")["past"], inflected("note")["ing"]
    ('stresses', 'denied', 'noting')
    >>> inflected("quip")["past"], inflected("run", "ran")["ing"], inflected("admit", "admitted")["ing"]
    ('quipped', 'running', 'admitting')
    """
    stem = verb + verb[-1] if _DOUBLES_ITS_END.fullmatch(verb) or past == f"{verb}{verb[-1]}ed" else verb
    final_y = verb.endswith("y") and verb[-2] not in "aeiou"
    if not past:
        past = verb[:-1] + "ied" if final_y else verb + "d" if verb.endswith("e") else stem + "ed"
    if final_y:
        present = verb[:-1] + "ies"
    else:
        present = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    ing = verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else stem + "ing"
    return {"base": verb, "past": past, "present": present, "ing": ing}
