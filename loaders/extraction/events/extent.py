"""How far an event phrase reaches: left to its article, right to the end of what it is about."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import EntityKind
from ..clauses.line import Item, Line, What
from ..clauses.words import AUXILIARIES, FILLERS, PREPOSITIONS
from ..model import Part
from ..tables import endings, read_table, words

__all__ = ["DETERMINER_KINDS", "left_edge", "right_edge"]

DETERMINER_KINDS: Final = {r["word"]: r["kind"] for r in read_table("determiners")}
_MARKERS: Final = words("event_words", kind="marker")
_STOPS: Final = (
    words("event_words", kind="subordinator")
    | words("event_words", kind="participle")
    | words("event_words", kind="happens")
    | words("event_words", kind="begins")
    | words("event_words", kind="ends")
    | words("event_words", kind="stops")
    | words("clause_words", kind="be")
    | words("clause_words", kind="modal")
    | AUXILIARIES
) - words("event_words", kind="also adjective")
_COMPLEMENT: Final = words("event_words", kind="complement")
_ADJECTIVE_ENDINGS: Final = endings("event_words", kind="ending of an adjective")
_CONJUNCTIONS: Final = frozenset(("and", "or", "but", "than"))
_NO_MODIFIERS: Final = _STOPS | FILLERS
_SMALL_WORDS: Final = PREPOSITIONS | _CONJUNCTIONS
_EVENT_NOUNS: Final = frozenset(row["noun"] for row in read_table("event_nouns"))
_WHOSE_LONGEST: Final = 7
_NEXT_NOUN: Final = 5
_COMPLEMENT_LONGEST: Final = 18
_MODIFIERS_MOST: Final = 9
_SHORT_QUOTE: Final = 3
_ASKING: Final = frozenset(("how", "what", "why", "whether"))


def left_edge(line: Line, index: int) -> tuple[int, bool | None, str]:
    """Where the phrase of a noun begins, whether it is definite, and what sets it off from its kind."""
    at, marker = index, ""
    definite: bool | None = None
    title = line.sentence.part is Part.TITLE
    while at > line.start and index - at < _MODIFIERS_MOST:
        item = line.items[at - 1]
        kind = DETERMINER_KINDS.get(item.lower)
        if kind is not None:
            definite = kind != "quantifier" and (kind != "article" or item.lower == "the")
            return at - 1, definite, item.lower if item.lower == "another" else marker
        if item.lower in ("'s", "’s") or (item.lower == "'" and line.is_party(at - 2)):
            definite = True
            if line.is_party(at - 2) or (at >= 2 and line.items[at - 2].date is not None):
                owner = at - 2
                marker = "next" if line.at(owner) == "next year" else marker
                return owner - (line.at(owner - 1) == "the"), definite, marker
            at -= 2
            continue
        if not (item.date is not None and line.at(at - 2) in ("the", "its", "this")):
            if not _joins_name(line, at - 1, index) and (
                not _can_modify(item) or (title and item.lower in _NO_MODIFIERS)
            ):
                break
            if item.lower in _MARKERS and not item.text[:1].isupper():
                marker = item.lower
        at -= 1
    return (_trimmed(line, at, index) if at < index else at), definite, marker


def _joins_name(line: Line, at: int, index: int) -> bool:
    """Whether "and" joins two words of a name ("the Fifth Water and Forest Congress")."""
    if line.at(at) != "and" or at <= line.start + 1 or not line.items[index].text[:1].isupper():
        return False
    before, after = line.items[at - 1], line.items[at + 1]
    return all(i.what is What.WORD and i.text[:1].isupper() for i in (before, after)) and at + 1 < index


def _can_modify(item: Item) -> bool:
    """Whether it can stand between the article and the noun."""
    if item.what is What.QUOTE:
        return len(item.text.split()) <= _SHORT_QUOTE
    if item.what is What.DATE or item.is_person:
        return False
    if item.what is not What.WORD:
        return True
    small = not item.text[:1].isupper()
    stops = item.lower in _SMALL_WORDS or not _is_word(item.lower)
    return not stops and not (small and item.lower in _NO_MODIFIERS)


def _trimmed(line: Line, first: int, index: int) -> int:
    """Where a phrase without an article begins: its last run of words that belong together."""
    at = index
    while at > first:
        item = line.items[at - 1]
        capital = item.text[:1].isupper() or item.what is not What.WORD
        adjective = "-" in item.lower or item.lower in _MARKERS or item.lower.endswith(_ADJECTIVE_ENDINGS)
        if at < index and not capital and not adjective:
            break
        at -= 1
    return at


def _is_word(lower: str) -> bool:
    return lower.replace("-", "").replace("'", "").isalnum()


def right_edge(line: Line, index: int, *, to: bool = False) -> int:
    """Where the words end that say what an event is about ("on the teaching of water law").

    Args:
        line: the line.
        index: the item after the noun.
        to: whether "to" begins such words too ("a visit to").
    """
    at = index
    if at < len(line.items) and line.items[at].what is What.QUOTE and line.items[at].text.istitle():
        return at + 1
    if _is_day_of_another(line, at):
        return at
    of_whom = next((n for n in range(at + 1, at + _WHOSE_LONGEST) if line.at(n) == "to"), None)
    if to and line.at(at) == "of" and of_whom is not None and _are_plain(line, at, of_whom):
        at = of_whom
    going = to and line.at(at) == "to"
    if going:
        at += 1
    elif line.at(at) not in _COMPLEMENT:
        return at
    reached = index
    while at < len(line.items) and at - index < _COMPLEMENT_LONGEST:
        item = line.items[at]
        if _is_how_to(line, at):
            at += 3
            reached = at
            continue
        if item.lower in _ASKING and line.at(at - 1) in PREPOSITIONS:
            return index
        if _ends_complement(line, at) or (at > index and _begins_place(line, at)):
            break
        if going and item.lower in ("with", "for", "by", "during"):
            break
        at += 1
        if item.lower not in _SMALL_WORDS and DETERMINER_KINDS.get(item.lower) != "article":
            reached = at
            if item.what is What.QUOTE:
                break
    return reached


def _is_how_to(line: Line, at: int) -> bool:
    """As in "a workshop on how to dig wells": the verb is of what it is about."""
    return line.at(at) in _ASKING and line.at(at + 1) == "to" and at + 2 < len(line.items)


def _ends_complement(line: Line, at: int) -> bool:
    item = line.items[at]
    if item.what is What.DATE:
        return True
    if item.what is not What.WORD:
        return False
    if item.lower in _STOPS or not _is_word(item.lower):
        return True
    if item.lower in ("and", "or"):
        return _begins_anew(line, at + 1)
    adverb = item.lower in FILLERS or item.lower.endswith("ly")
    verb = line.at(at + 1).endswith("s") and line.at(at + 2) in DETERMINER_KINDS
    return adverb and (line.at(at + 1) in _STOPS or verb)


def _begins_place(line: Line, at: int) -> bool:
    """Whether "in", "at" or "on" leads to where or when the event is, not to what it is about."""
    word = line.at(at)
    if line.items[at].what is not What.WORD or word not in ("in", "at", "near", "on"):
        return False
    if _is_day_of_another(line, at):
        return True
    while word == "in" and line.at(at + 1) == "the" and at + 2 < len(line.items):
        at += 1
    following = line.items[at + 1] if at + 1 < len(line.items) else None
    if word == "at" or following is None or following.date is not None:
        return word == "at" or following is not None
    if following.mention is None:
        return False
    if following.mention.entity.kind is EntityKind.PLACE:
        return True
    return word == "in" and line.at(at + 2) in ("on", "from", ".", ",", "today", "yesterday")


def _are_plain(line: Line, first: int, last: int) -> bool:
    """Whether no day and no comma stands between two places."""
    return all(item.date is None and item.lower != "," for item in line.items[first:last])


def _is_named_event(line: Line, first: int) -> bool:
    """Whether a name of an occasion follows ("and the World Water Congress")."""
    named = (item for item in line.items[first : first + _NEXT_NOUN] if item.text[:1].isupper())
    return any(item.lower in _EVENT_NOUNS and item.what is What.WORD for item in named)


def _is_day_of_another(line: Line, at: int) -> bool:
    """Whether a day is told from that of another occasion ("on the following day")."""
    return line.at(at) == "on" and line.at(at + 1) == "the" and line.at(at + 3) == "day"


def _begins_anew(line: Line, at: int) -> bool:
    """Whether what follows an "and" is new: another clause, a verb, a person, another occasion."""
    following = line.items[at] if at < len(line.items) else None
    if following is None or following.is_person or following.what is What.DATE:
        return True
    if following.lower == "the" and _is_named_event(line, at + 1):
        return True
    if following.lower in ("a", "an"):
        return not _EVENT_NOUNS.isdisjoint(line.lower[at + 1 : at + _NEXT_NOUN])
    verb = following.lower.endswith("ed") and following.what is What.WORD
    return verb or following.lower in _STOPS or following.lower in FILLERS
