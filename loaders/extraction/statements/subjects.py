"""Who the subject of a verb of saying is: before it, behind an apposition, or after it."""

from __future__ import annotations

from typing import Final

from ..clauses.line import Line, What, party_list, preceding_list
from ..clauses.words import AUXILIARIES, DETERMINERS, FILLERS, PREPOSITIONS
from ..tables import words
from .speech import SpeechVerb

__all__ = ["inverted_subject", "subject_before"]

_OF_SOMEBODY: Final = words("speech_phrases", kind="said to or of somebody")
_LONG_POST: Final = 18
_WRITINGS: Final = words("speech_words", kind="writing of somebody")
_SHORT_POST: Final = 5
_ONE: Final = frozenset(("a", "an", "one"))
_DASHES: Final = frozenset(("-", "–", "—", "--"))
_OTHER_SUBJECTS: Final = frozenset(("they", "we", "these", "this", "it"))
_SENTENCE_LONGEST: Final = 120
_APPOSITION: Final = 32
_OCCUPATIONS: Final = words("post_heads", kind="occupation")
_SUBORDINATORS: Final = words("event_words", kind="subordinator")


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
            if _is_author(line, at):
                return preceding_list(line, at), "apposition"
            if _is_inside_phrase(line, at):
                if skipped_comma or item.is_person:
                    return _behind_apposition(line, at, verb.index)
                head = _head_of_phrase(line, at)
                return ((head,), "apposition") if head is not None else None
            return preceding_list(line, at), "adjacent"
        if item.lower in ("who", "which"):
            before = at - 1 if line.at(at - 1) == "," else at - 2 if line.at(at - 2) == "," else at
            if line.is_party(before - 1 if line.at(before) == "," else at - 1):
                party = before - 1 if line.at(before) == "," else at - 1
                return (_person_before_who(line, party) if item.lower == "who" else party,), "relative"
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
        elif item.lower == ")" and line.at(at - 2) == "(" and _is_of_one(line, at - 3):
            at -= 3
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


def _is_author(line: Line, index: int) -> bool:
    """Whether a party's writing is the subject: "the report of the Water Union says", "a letter from N"."""
    before = index - 1 - (line.at(index - 1) in DETERMINERS)
    if line.at(before) not in ("of", "by", "from") or line.at(before - 1) not in _WRITINGS:
        return False
    article = before - 2 if line.at(before - 2) in DETERMINERS else before - 3
    return line.at(article) in DETERMINERS and (
        article == line.start or line.at(article - 1) in (",", "that")
    )


def _is_of_one(line: Line, index: int) -> bool:
    """Whether a name only says whose somebody is ("a member of the Water Union (WU)")."""
    if not line.is_party(index) or not _is_inside_phrase(line, index):
        return False
    return not _ONE.isdisjoint(line.lower[max(line.start, index - _SHORT_POST) : index])


def _is_inside_phrase(line: Line, index: int) -> bool:
    """Whether a preposition stands before the party: "of the Mission said", "of the Swiss journalist N"."""
    at = index - 1
    if line.is_person(index) and line.at(at) in _OCCUPATIONS:
        at -= 2 if line.items[at - 1].mention is not None else 1
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
            who = _person_before_who(line, at - 2) if line.at(at) == "who" else at - 2
            return preceding_list(line, who), "apposition"
    for at in range(index - 1, max(line.start - 1, verb - _APPOSITION), -1):
        item = line.items[at]
        if item.lower in (";", ":") or item.what is What.QUOTE:
            return None
        if item.acts and line.at(at + 1) == "," and _is_author(line, at):
            return preceding_list(line, at), "apposition"
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


def _person_before_who(line: Line, party: int) -> int:
    """The person whom "who" stands for, also past his or her organization: "Anna Berg of the Union, who"."""
    if line.is_person(party):
        return party
    person = _head_of_phrase(line, party)
    person = _described(line, party) if person is None else person
    return party if person is None else person


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
    second = first + 2 + (line.at(first + 2) in DETERMINERS)
    if line.at(first + 1) == "and" and second < verb.index and line.is_party(second):
        return (*preceding_list(line, first), second), "shared"
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
            "having",
            "being",
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
