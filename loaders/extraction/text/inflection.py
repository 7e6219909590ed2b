"""The forms of English verbs, made by rule from the base form."""

from __future__ import annotations

__all__ = ["inflected"]


def inflected(verb: str, past: str = "") -> dict[str, str]:
    """The forms of a verb, the past given where it is irregular.

    >>> inflected("stress")["present"], inflected("deny")["past"], inflected("note")["ing"]
    ('stresses', 'denied', 'noting')
    """
    final_y = verb.endswith("y") and verb[-2] not in "aeiou"
    if not past:
        past = verb[:-1] + "ied" if final_y else verb + ("d" if verb.endswith("e") else "ed")
    if final_y:
        present = verb[:-1] + "ies"
    else:
        present = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    ing = verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"
    return {"base": verb, "past": past, "present": present, "ing": ing}
