"""Verbs of saying: their forms, how much it takes until one reports a statement, and who their subject is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Final

from ..clauses.line import Line, What, preceding_list
from ..clauses.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    FILLERS,
    LONGEST_RUN,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
)
from ..model import Part
from ..tables import read_table, words
from ..text.inflection import inflected

__all__ = [
    "SpeechVerb",
    "is_blocked",
    "is_parenthetical",
    "is_what_was_said",
    "reports",
    "speech_verb",
    "speech_words",
]

_COMPLEMENTS: Final = words("clause_words", kind="complement")
_BEFORE_PARTICLE: Final = FILLERS | {"today", "it", "this"}
_BEFORE_SAYING: Final = FILLERS | AUXILIARIES | DETERMINERS
_OBJECTS: Final = words("speech_words", kind="stands for what is said")
_REACH: Final = 10
_LONG_SUBJECT: Final = 12
_MARKS: Final = "\"'“”„»«’‘"
_CALLED: Final = DETERMINERS | {"it", "this", "that", "them", "these"}
_MADE_KNOWN: Final = words("speech_words", kind="told as a fact")
_TELLING: Final = words("speech_words", kind="told to somebody")
_NO_OBJECT: Final = frozenset(("by", ".", ",", ";", "to"))
_COUNTS: Final = words("numbers")
_GUESTS: Final = words("speech_words", kind="guests")


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of saying at an index.

    last      the index after it and its particle
    strength  "strong": a subject is enough; "object", "complement", "addressee": with what it takes after it;
              "quote": beside a quotation only
    form      "past", "present", "base" or "ing"
    """

    verb: str
    index: int
    last: int
    strength: str
    form: str


@cache
def _forms() -> dict[str, tuple[tuple[str, str, str, str], ...]]:
    """For each form: verb, particle, strength and which form it is."""
    found: defaultdict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for row in read_table("speech_verbs"):
        forms = inflected(row["verb"], row["past"])
        for form, text in forms.items():
            if form == "base" and text == forms["past"]:
                continue
            found[text].append((row["verb"], row["particle"], row["strength"], form))
    return {text: tuple(sorted(rows, key=lambda r: r[1] == "")) for text, rows in found.items()}


@cache
def speech_words() -> frozenset[str]:
    """The forms of all verbs of saying, without their particles."""
    return frozenset(_forms())


def speech_verb(line: Line, index: int) -> SpeechVerb | None:
    """The verb of saying at an index, with its particle ("called for", "pointed out")."""
    item = line.items[index]
    if item.what is not What.WORD or (item.text[:1].isupper() and index > line.start):
        return None
    for verb, particle, strength, form in _forms().get(item.lower, ()):
        if not particle:
            return SpeechVerb(verb, index, index + 1, strength, form)
        for at in (index + 1, index + 2, index + 3):
            if line.at(at) == particle and (at == index + 1 or line.at(index + 1) in _BEFORE_PARTICLE):
                return SpeechVerb(verb, index, at + 1, strength, form)
    return None


def reports(line: Line, verb: SpeechVerb) -> bool:
    """Whether what stands about the verb makes it report what somebody said."""
    if is_parenthetical(line, verb):
        return True
    if verb.verb == "call" and verb.strength == "quote":
        return _calls_it(line, verb) or _calls_it_so(line, verb) or is_what_was_said(line, verb.index)
    if verb.verb == "ask" and verb.strength == "quote" and "letter" in line.words:
        return True
    following = line.items[verb.last : verb.last + _REACH]
    if verb.index > line.start and line.items[verb.index - 1].what is What.QUOTE:
        return True
    if verb.strength == "strong":
        return True
    if verb.strength == "object":
        return bool(following) and following[0].lower not in _NO_OBJECT and not _is_greeting(line, verb)
    if verb.strength == "addressee":
        return any(item.lower == "to" for item in line.items[verb.last : verb.last + 3 * _REACH])
    if verb.strength == "complement":
        if verb.verb in ("ask", "advise") and any(i.lower == "to" for i in following[1:6]):
            return True
        if any(i.lower == ":" or i.what is What.QUOTE for i in following):
            return True
        if verb.verb in _MADE_KNOWN and line.at(verb.last) in _OBJECTS:
            return True
        has_object = line.at(verb.last) in DETERMINERS and verb.verb not in _TELLING
        return not has_object and any(i.lower in _COMPLEMENTS for i in following)
    return any(i.what is What.QUOTE for i in line.items[max(0, verb.index - 6) : verb.last + 5])


def _calls_it(line: Line, verb: SpeechVerb) -> bool:
    """Whether somebody calls something what he or she is quoted with, which is no name ("a bad day")."""
    quoted = (i for i in line.items[verb.last : verb.last + _REACH] if i.what is What.QUOTE)
    beside = line.is_party(verb.index - 1) or line.at(verb.index - 1) == ","
    return beside and any(item.text.lstrip(_MARKS)[:1].islower() for item in quoted)


def _calls_it_so(line: Line, verb: SpeechVerb) -> bool:
    """Whether somebody calls something something: "called the plan a step forward", "called it an attack"."""
    if line.at(verb.last) not in _CALLED:
        return False
    for at in range(verb.last + 1, min(verb.last + _REACH, len(line.items))):
        if line.at(at) in ("a", "an"):
            before = line.items[at - 1]
            return (
                at > verb.last + 1 - (line.at(verb.last) in _OBJECTS)
                and (
                    before.what is not What.WORD
                    or (before.lower.isalpha() and before.lower not in PREPOSITIONS)
                )
                and line.at(at - 1) not in ("and", "or", "but")
            )
        if line.at(at) in (",", ".", ";", ":", "that", "for", "to") or line.at(at).endswith("ing"):
            return False
    return False


def _is_capital(line: Line, index: int) -> bool:
    return index < len(line.items) and line.items[index].text[:1].isupper()


def _is_greeting(line: Line, verb: SpeechVerb) -> bool:
    """Whether people are welcomed, not what they did: "welcomed the participants", "welcomed Anna to"."""
    index = verb.last
    if line.at(index) in _GUESTS or (line.at(index) == "the" and line.at(index + 1) in _GUESTS):
        return True
    if verb.verb != "welcome":
        return False
    if (line.at(index).isdigit() or line.at(index) in _COUNTS) and "to" in line.lower[
        index : index + 2 * _REACH
    ]:
        return True
    for at in range(index, min(len(line.items), index + _REACH)):
        if line.is_person(at):
            return line.at(at + 1) not in ("'s", "’s", "'")
        goes_on = line.at(at) == "and" and not _is_capital(line, at + 1)
        if goes_on or line.at(at) in PREPOSITIONS or line.at(at) in (",", ";", "that", "how"):
            return False
    return False


def is_parenthetical(line: Line, verb: SpeechVerb) -> bool:
    """Whether verb and subject stand apart from what is said: ", he noted, ...", "..., said Anna Berg."."""
    before = verb.index - 1
    while before >= 0 and (
        line.items[before].acts or line.at(before) in _BEFORE_SAYING or _is_title(line, before)
    ):
        before -= 1
    if line.at(before) == "as" and (before == line.start or line.at(before - 1) in (",", "–", "-")):
        return True  # "As Anna Berg put it, ..."
    after = verb.last
    while line.is_party(after) or line.at(after) in FILLERS:
        after += 1
    comma_before = line.at(before) == "," or (before >= 0 and line.items[before].what is What.QUOTE)
    return comma_before and line.at(after) in (",", ".", ";", ":", "")


def _is_title(line: Line, index: int) -> bool:
    """Whether the word is a title before a name that is no part of it ("Mayor Anna Berg")."""
    return index > line.start and line.is_person(index + 1) and line.items[index].text[:1].isupper()


def is_blocked(line: Line, verb: SpeechVerb) -> bool:
    """Whether the verb is passive, negated, an infinitive or speaks of what is yet to be said."""
    at = verb.index - 1
    while at >= max(0, verb.index - LONGEST_RUN) and (line.at(at) in FILLERS or line.at(at).endswith("ly")):
        at -= 1
    before = line.at(at)
    if before in NEGATIONS or before in MODALS:
        return True
    if _is_free_relative(line, at) and not is_what_was_said(line, verb.index):
        return True
    if line.sentence.part is Part.TITLE and verb.verb == "tell" and verb.form == "past":
        return not line.is_party(verb.last)
    if verb.form == "past" and (before in BE or before in ("been", "to")):
        return True
    if verb.verb == "ask" and verb.strength == "strong" and before in AUXILIARIES:
        return True  # "had asked for two": no news
    if verb.form == "base":
        if before == "to":
            earlier = line.at(at - 1)
            return earlier not in ("on", "continued", "wanted", "wished", "opportunity", "occasion")
        plural = line.is_party(at) and (len(preceding_list(line, at)) > 1 or before in ("they", "we", "both"))
        return not (before == "did" or plural)
    if verb.form == "ing":
        return before not in (",", "by") and line.items[at].what is not What.QUOTE
    if before in AUXILIARIES and line.at(at - 1) in NEGATIONS:
        return True
    return line.at(at) in ("be", "being")


def is_what_was_said(line: Line, index: int) -> bool:
    """Whether a verb closes "..., was what Anna Berg said", before which her words stand."""
    for at in range(index - 1, max(line.start, index - _LONG_SUBJECT), -1):
        if line.at(at) == "what":
            return line.at(at - 1) in BE and at - 1 > line.start
    return False


def _is_free_relative(line: Line, index: int) -> bool:
    """Whether the verb belongs to "what Anna Berg had said", in which nothing is reported."""
    at = index
    while at > line.start and (
        line.at(at) in AUXILIARIES or line.is_party(at) or line.items[at].text.istitle()
    ):
        at -= 1
    return line.at(at) == "what" and at < index
