"""Whom a post is for that a name bears and that says nothing of it: by the kind of post."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import Entity
from ..people.line import Line
from ..tables import words
from .assembly import ASSEMBLY
from .meetings import host_of_meeting, town_of_meeting
from .model import PostPhrase
from .whom import Antecedents

__all__ = ["default_whom"]

_OF_OBSERVERS: Final = "special co-ordinator"
_ENVOYS: Final = words("post_words", kind="envoy")
_TERRITORIAL: Final = words("post_words", kind="of a territory")
_MISSION_STAFF: Final = words("post_words", kind="on the staff of an operation")
_ASSEMBLY_POSTS: Final = words("post_words", kind="of an assembly")
_COMPLEMENTS: Final = ("of", "for", "to")
_OFFICERS: Final = words("post_words", kind="of an assembly that writes")
_LEADERS_THERE: Final = words("post_words", kind="leads where guests come")
_HEADS: Final = words("post_words", kind="head of an operation")


def default_whom(
    phrase: PostPhrase, line: Line, antecedents: Antecedents, *, after: int, in_assembly: bool
) -> Entity | tuple[str, Entity] | None:
    """Whom the post is for, with a title where that depends on it; None where nothing tells.

    Ministers serve the State where they are met or that is spoken of, mayors the town of the dateline, the
    Chair's envoys the Chair, heads and officers the field operation; officers of an assembly that writes
    itself are its own. Words after the post that say whom it is for, but were not understood, leave it open.

    after        the word after the holder's name
    in_assembly  whether the release is the Parliamentary Assembly's
    """
    before = line.words[phrase.outer].begin
    head = str(phrase.head)
    if not phrase.complement and line.low(phrase.last) in _COMPLEMENTS:
        return None
    if in_assembly and phrase.title in _OFFICERS:
        return antecedents.body(ASSEMBLY)
    if phrase.title in (_OF_OBSERVERS, f"{_OF_OBSERVERS} of short-term observers"):
        return antecedents.osce
    if head in _ENVOYS:
        chair = antecedents.chair_is_named()
        return antecedents.body("chairpersonship") if chair else antecedents.served(line, phrase.outer, after)
    if phrase.head.kind == "state" or phrase.title.endswith(" of parliament"):
        return antecedents.served(line, phrase.outer, after)
    if phrase.head.kind == "town":
        return town_of_meeting(line) or antecedents.municipality(before) or antecedents.town(before)
    if head in _ASSEMBLY_POSTS:
        return antecedents.assembly(before)
    if phrase.determiner == "the" and phrase.title in _LEADERS_THERE and not phrase.complement:
        host = host_of_meeting(line, phrase.outer)
        if host is not None:
            return host
    if not phrase.capitalised:
        return None
    if phrase.title.startswith("european commissioner"):
        return phrase.title.removeprefix("european "), antecedents.european_commission
    if head == "commissioner" and phrase.complement:
        return host_of_meeting(line, phrase.outer)
    if head in _TERRITORIAL:
        return antecedents.territory(before)
    operation = antecedents.beside(line, phrase.outer) or antecedents.operation(before)
    if operation is None:
        return None
    if phrase.title in _HEADS:
        noun = antecedents.operation_noun(operation)
        return (f"{phrase.title} of {noun}" if noun else phrase.title), operation
    staff = head in _MISSION_STAFF and not phrase.title.startswith("special ")
    return operation if staff and phrase.complement is False else None
