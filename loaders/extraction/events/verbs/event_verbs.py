"""The verbs that say an occasion, with what their object must be, and the nouns that such objects have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from .....ontology.facts import EventKind
from ...tables import read_table
from ...text.inflection import inflected

__all__ = ["EVENT_VERBS", "OBJECT_KINDS", "EventVerb", "is_object", "verbs_of"]

_OBJECTS: Final = frozenset((r["kind"], r["noun"]) for r in read_table("event_objects"))
OBJECT_KINDS: Final = frozenset(kind for kind, _ in _OBJECTS)


@dataclass(frozen=True, slots=True)
class EventVerb:
    """A verb in one of its forms.

    kind      of which kind the occasion is
    object    what must follow: "[preposition] kind of object", or "=" and the words themselves
    name      how the name of the occasion begins ("visit to")
    form      "base", "past", "present" or "ing"
    particle  the word that belongs to the verb ("over")
    opens     the first of the words that must follow ("=" them), else empty
    """

    kind: EventKind
    object: str
    name: str
    form: str
    particle: str = ""
    opens: str = ""


@cache
def _forms() -> dict[str, tuple[EventVerb, ...]]:
    found: defaultdict[str, list[EventVerb]] = defaultdict(list)
    for row in read_table("event_verbs"):
        verb, _, particle = row["verb"].partition(" ")
        opens = row["object"][1:].split()[0] if row["object"].startswith("=") else ""
        kind, wanted, name = EventKind(row["kind"]), row["object"], row["name"]
        past, _, participle = row["past"].partition("|")
        forms = [*inflected(verb, past.partition(" ")[0]).items()]
        for form, text in [*forms, ("past", participle)] if participle else forms:
            found[text].append(EventVerb(kind, wanted, name, form, particle, opens))
    return {text: tuple(verbs) for text, verbs in found.items()}


EVENT_VERBS: Final = frozenset(_forms())


def verbs_of(word: str) -> tuple[EventVerb, ...]:
    """The verbs of which a word is a form, in the order of the table."""
    return _forms()[word]


def is_object(kind: str, nouns: Iterable[str]) -> bool:
    """Whether one of some nouns is an object of a kind ("writing", "building"); writings may be several."""
    return any(
        (kind, noun) in _OBJECTS or (kind == "writing" and (kind, noun.removesuffix("s")) in _OBJECTS)
        for noun in nouns
    )
