"""Verbs of saying: their forms, how much it takes until one reports a statement, and who their subject is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Final

from .clauses import AUXILIARIES, DETERMINERS, FILLERS, PREPOSITIONS, Line, What, party_list, preceding_list
from .model import Part
from .tables import read_table, words

__all__ = ["SpeechVerb", "inverted_subject", "speech_verb", "speech_words", "subject_before"]

BE: Final = words("clause_words", kind="be")
MODALS: Final = words("clause_words", kind="modal")
NEGATIONS: Final = words("clause_words", kind="negation")
_COMPLEMENTS: Final = words("clause_words", kind="complement")
_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_REACH: Final = 10
_SENTENCE_LONGEST: Final = 120
_APPOSITION: Final = 32
_LONG_POST: Final = 18
_OTHER_SUBJECTS: Final = frozenset(("they", "we", "these", "this", "it"))
_DASHES: Final = frozenset(("-", "–", "—", "--"))


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


@cache
def _forms() -> dict[str, tuple[tuple[str, str, str, str], ...]]:
    """For each form: verb, particle, strength and which form it is."""
    found: defaultdict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for row in read_table("speech_verbs"):
        for form, text in inflected(row["verb"], row["past"]).items():
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
            if line.at(at) == particle and (at == index + 1 or line.at(index + 1) in FILLERS | {"today"}):
                return SpeechVerb(verb, index, at + 1, strength, form)
    return None


def reports(line: Line, verb: SpeechVerb) -> bool:
    """Whether what stands about the verb makes it report what somebody said."""
    if is_parenthetical(line, verb):
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
        has_object = line.at(verb.last) in DETERMINERS and verb.verb not in _TELLING
        return not has_object and any(i.lower in _COMPLEMENTS for i in following)
    return any(i.what is What.QUOTE for i in line.items[max(0, verb.index - 6) : verb.last + 5])


_TELLING: Final = frozenset(("ask", "advise", "assure", "convince", "inform", "promise"))
_OF_SOMEBODY: Final = words("speech_phrases", kind="said to or of somebody")
_NO_OBJECT: Final = frozenset(("by", ".", ",", ";", "to"))
_GUESTS: Final = frozenset(("participants", "guests", "delegates", "visitors", "attendees"))


def _is_capital(line: Line, index: int) -> bool:
    return index < len(line.items) and line.items[index].text[:1].isupper()


def _is_greeting(line: Line, verb: SpeechVerb) -> bool:
    """Whether people are welcomed, not what they did: "welcomed the participants", "welcomed Anna to"."""
    index = verb.last
    if line.at(index) in _GUESTS or (line.at(index) == "the" and line.at(index + 1) in _GUESTS):
        return True
    if verb.verb != "welcome":
        return False
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
    while before >= 0 and (line.items[before].acts or line.at(before) in FILLERS | AUXILIARIES):
        before -= 1
    after = verb.last
    while line.is_party(after) or line.at(after) in FILLERS:
        after += 1
    comma_before = line.at(before) == "," or (before >= 0 and line.items[before].what is What.QUOTE)
    return comma_before and line.at(after) in (",", ".", ";", ":", "")


def is_blocked(line: Line, verb: SpeechVerb) -> bool:
    """Whether the verb is passive, negated, an infinitive or speaks of what is yet to be said."""
    at = verb.index - 1
    while at >= 0 and (line.at(at) in FILLERS or line.at(at).endswith("ly")):
        at -= 1
    before = line.at(at)
    if before in NEGATIONS or before in MODALS or _is_free_relative(line, at):
        return True
    if line.sentence.part is Part.TITLE and verb.verb == "tell" and verb.form == "past":
        return not line.is_party(verb.last)
    if verb.form == "past" and (before in BE or (before == "been")):
        return True
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


def _is_free_relative(line: Line, index: int) -> bool:
    """Whether the verb belongs to "what Anna Berg had said", in which nothing is reported."""
    at = index
    while at > line.start and (
        line.at(at) in AUXILIARIES or line.is_party(at) or line.items[at].text.istitle()
    ):
        at -= 1
    return line.at(at) == "what" and at < index


def subject_before(line: Line, verb: SpeechVerb) -> tuple[tuple[int, ...], str] | None:
    """The parties left of a verb that are its subject, and how they were found; None where it has another.

    How: "adjacent", "apposition" (past what stands between commas or in brackets), "relative" ("who") or
    "shared" (with a verb before it in the same sentence).
    """
    at = verb.index - 1
    skipped_comma = False
    if verb.form == "ing" and line.at(at) in (",", "and"):
        return _shared(line, verb)
    while at >= line.start:
        item = line.items[at]
        if item.acts:
            if _is_inside_phrase(line, at):
                if skipped_comma or item.is_person:
                    return _behind_apposition(line, at, verb.index)
                head = _head_of_phrase(line, at)
                return ((head,), "apposition") if head is not None else None
            return preceding_list(line, at), "adjacent"
        if item.lower in ("who", "which"):
            before = at - 1 if line.at(at - 1) == "," else at - 2 if line.at(at - 2) == "," else at
            if line.is_party(before - 1 if line.at(before) == "," else at - 1):
                return ((before - 1 if line.at(before) == "," else at - 1),), "relative"
            return None
        if (
            item.lower in FILLERS
            or item.lower in AUXILIARIES
            or item.what is What.DATE
            or (item.lower.endswith("ly") and item.what is What.WORD)
        ):
            at -= 1
        elif item.lower == ")" and len(named := _in_brackets(line, at)) > 1:
            return named, "apposition"
        elif item.lower in (",", ")"):
            return _behind_apposition(line, at, verb.index) or _shared(line, verb)
        elif item.lower in ("and", "but"):
            return _shared(line, verb)
        elif item.lower in (
            "part",
            "turn",
            "remarks",
            "speech",
            "address",
            "welcome",
            "message",
            "name",
            "behalf",
        ):
            return _behind_apposition(line, at, verb.index)
        else:
            return _shared(line, verb) if verb.form == "ing" else _behind_prepositional(line, at, verb.index)
    return None


def _in_brackets(line: Line, index: int) -> tuple[int, ...]:
    """The people named in the brackets that end at an index: "the Co-Chairs (Anna Berg, Carl Dahl) said"."""
    begin = next((at for at in range(index, line.start - 1, -1) if line.at(at) == "("), index)
    return tuple(at for at in range(begin, index) if line.is_person(at))


def _is_inside_phrase(line: Line, index: int) -> bool:
    """Whether a preposition stands before the party: "of the Mission said"."""
    at = index - 1
    while at >= line.start and line.at(at) in ("the", "a", "an", "his", "her", "its", "their"):
        at -= 1
    return at >= line.start and line.at(at) in PREPOSITIONS


def _head_of_phrase(line: Line, index: int) -> int | None:
    """The person before "of the Mission", where it describes him or her: "Anna Berg of the Mission said"."""
    for at in range(index - 1, max(line.start - 1, index - 10), -1):
        item = line.items[at]
        if item.is_person:
            return at
        if item.lower in (",", ";", ":"):
            return None
    return None


def _behind_apposition(line: Line, index: int, verb: int) -> tuple[tuple[int, ...], str] | None:
    """The nearest person or body to the left after which an apposition begins that ends at the index.

    Where a relative clause ends there, it is the one before "who".
    """
    for at in range(index - 1, max(line.start, verb - _APPOSITION), -1):
        if (
            line.at(at) in ("who", "which", "whose", "whom")
            and line.at(at - 1) == ","
            and line.is_party(at - 2)
        ):
            return preceding_list(line, at - 2), "apposition"
    for at in range(index - 1, max(line.start - 1, verb - _APPOSITION), -1):
        item = line.items[at]
        if item.lower in (";", ":") or item.what is What.QUOTE:
            return None
        if item.acts and line.at(at + 1) in (",", "(", "who", "for", "in", "at", "on", "from", "of"):
            if _is_inside_phrase(line, at) and not item.is_person:
                continue
            if _is_inside_phrase(line, at) and line.at(at + 1) != "(":
                preposition = _preposition(line, at)
                if preposition not in ("by", "to"):
                    continue
                return None
            if not item.is_person and (person := _described(line, at)) is not None:
                return (person,), "apposition"
            return preceding_list(line, at), "apposition"
    return None


def _described(line: Line, index: int) -> int | None:
    """The person whom a body in an apposition describes: "Anna Berg, the Co-ordinator in Linden, said"."""
    at = index - 1
    while at > line.start and line.at(at) != "," and index - at < _LONG_POST:
        at -= 1
    return at - 1 if line.at(at) == "," and line.is_person(at - 1) else None


def _preposition(line: Line, index: int) -> str:
    at = index - 1
    while line.at(at) in ("the", "a", "an", "his", "her", "its", "their"):
        at -= 1
    return line.at(at)


def _behind_prepositional(line: Line, index: int, verb: int) -> tuple[tuple[int, ...], str] | None:
    """The person before a short phrase that stands before the verb: "[Anna Berg] for her part stressed"."""
    for at in range(index, max(line.start - 1, index - 7), -1):
        item = line.items[at]
        if item.is_person:
            following = line.at(at + 1)
            if following in PREPOSITIONS and not _is_inside_phrase(line, at) and at + 1 < verb:
                return preceding_list(line, at), "apposition"
            return None
        if item.lower in (",", ";", ":", "that") or item.what is What.QUOTE:
            return None
    return None


def _shared(line: Line, verb: SpeechVerb) -> tuple[tuple[int, ...], str] | None:
    """The subject of an earlier verb of the sentence, with which this one goes on ("opened and stressed")."""
    first: int | None = None
    for at in range(max(line.start, verb.index - _SENTENCE_LONGEST), verb.index):
        item = line.items[at]
        if item.lower in (";", ":"):
            first = None
        if item.acts and not _is_inside_phrase(line, at) and not _is_subordinate(line, at):
            first = at
            break
    if first is None or any(word in _OTHER_SUBJECTS for word in line.lower[line.start : first]):
        return None
    between = line.items[first + 1 : verb.index]
    if any(i.is_person and line.at(first + 1 + n - 1) == "and" for n, i in enumerate(between) if n):
        last = preceding_list(line, first)
        return last, "shared"
    return preceding_list(line, first), "shared"


def _is_subordinate(line: Line, index: int) -> bool:
    """Whether a "when" or the like begins the clause of the party."""
    at = index - 1
    while at >= line.start and line.at(at) in DETERMINERS:
        at -= 1
    return at >= line.start and line.at(at) in _SUBORDINATORS


def inverted_subject(line: Line, verb: SpeechVerb) -> tuple[tuple[int, ...], str] | None:
    """The parties after an inverted verb ("..., said Anna Berg"), past a long post before the name."""
    before = verb.index - 1
    while line.at(before) in FILLERS:
        before -= 1
    opens = before < line.start or line.at(before) in (",", *_DASHES, "?", "!", ".", "so")
    quoted = before >= line.start and line.items[before].what is What.QUOTE
    if not (opens or quoted) or verb.form in ("ing", "base"):
        return None
    if not quoted and (verb.strength == "object" or verb.verb in _OF_SOMEBODY):
        return None
    at = verb.last
    limit = min(len(line.items), at + _LONG_POST)
    first: int | None = None
    while at < limit:
        item = line.items[at]
        if item.acts:
            first = at if first is None else first
            if item.is_person:
                break
            following = line.at(at + 1)
            noun = line.items[at + 1].text[:1].isupper() if at + 1 < len(line.items) else False
            if not noun and following not in ("'s", "’s", ",", "for", "in", "of", "'"):
                break
            if noun or following == "'s":
                first = None
        elif item.what not in (What.WORD, What.NAME) or item.lower in (
            ".",
            ";",
            ":",
            "that",
            "who",
            "which",
            "today",
        ):
            break
        at += 1
    if at >= limit or not line.is_person(at):
        at = first if first is not None and first - verb.last <= 2 else -1
    if at < 0:
        return None
    found, _ = party_list(line, at)
    people = tuple(i for i in found if line.is_person(i)) if line.is_person(at) else found
    return people or (at,), "inverted"
