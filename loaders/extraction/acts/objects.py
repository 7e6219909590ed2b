"""What and whom a verb of an act takes: the object as said or as an entity, and the other party."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from ....ontology.facts import EntityKind
from ..clauses.line import Line, What, party_list
from ..clauses.words import DETERMINERS, PREPOSITIONS
from ..model import Party
from ..tables import words
from .agents import is_verb_at
from .antecedents import antecedent
from .groups import Group
from .noun_phrases import (
    FUNCTION,
    GOES_ON,
    LONGEST,
    MARKS,
    POSSESSED,
    POSSESSIVES,
    PRONOUNS,
    WHO,
    Taken,
    begins_clause,
    is_demonym,
    is_meant,
    noun_phrase,
    phrase_end,
    span_of,
)
from .verbs import Form, Takes

__all__ = ["taken_by"]

_FARTHEST_ASK: Final = 18
_RANKS: Final = 2
_BEFORE_PARTY: Final = 4
_FARTHEST_AGENT: Final = 8
_AFTER_MEETING: Final = words("act_words", kind="behind a meeting of both")
_NEVER_PASSIVE: Final = (Takes.ADDRESSEE, Takes.COMPLEMENT, Takes.PURPOSE, Takes.PERSON)


def taken_by(line: Line, group: Group) -> Taken | None:
    """What the verb takes, None where it does not have what it needs to tell of an act."""
    if group.sense.passive:
        return _passive(line, group)
    return _FRAMES[group.verb.takes](line, group)


def _thing(line: Line, group: Group) -> Taken | None:
    """An object, and behind it perhaps the other party: "two boats to the Harbour Police"."""
    found = noun_phrase(line, group, group.end)
    if found is None:
        before = antecedent(line, group)
        return _with_recipient(line, group, before) if before is not None else None
    return _with_recipient(line, group, found)


def _place(line: Line, group: Group) -> Taken | None:
    """A named place or State alone: "travelled to Moldova"."""
    found = _thing(line, group)
    towns = (EntityKind.PLACE, EntityKind.STATE)
    return found if found is not None and found.things and found.things[0].kind in towns else None


def _with_recipient(line: Line, group: Group, found: Taken) -> Taken:
    at = found.last
    if at == group.particle:
        at += 1
    preposition = group.verb.recipient
    while (
        preposition
        and at < len(line.items)
        and (line.items[at].what is What.DATE or line.at(at) in ("on", "today"))
    ):
        at += 1
    if not preposition or line.at(at) != preposition:
        return replace(found, last=max(found.last, at if at == group.particle + 1 else found.last))
    parties, end = _parties(line, at + 1)
    return replace(found, recipients=parties, last=end if parties else at)


def _parties(line: Line, index: int) -> tuple[tuple[int, ...], int]:
    """The parties named from an index on, up to one that only says whose something is, and where they end."""
    found, end = party_list(line, index)
    if not found or found[0] - index > _BEFORE_PARTY:
        return (), index
    alone = next((n for n, at in enumerate(found) if not _stands_alone(line, at)), len(found))
    return found[:alone], end if alone == len(found) else found[max(0, alone - 1)] + 1


def _stands_alone(line: Line, index: int) -> bool:
    """Whether a party is meant itself, and not what belongs to it or is described by it."""
    after = index + 1
    if line.at(after) in POSSESSIVES:
        return False
    if after >= len(line.items):
        return True
    item = line.items[after]
    if item.what is not What.WORD or not item.lower[:1].isalpha():
        return True
    return (
        item.lower in FUNCTION
        or item.lower in GOES_ON
        or is_verb_at(line, after)
        or item.lower.endswith("ly")
    )


def _thing_or_post(line: Line, group: Group) -> Taken | None:
    """As in "took over the Chairmanship from Portugal", "took over as Head from Anna Berg"."""
    begin = group.end
    if line.at(begin) == "on" and begin + 1 < len(line.items) and line.items[begin + 1].what is What.DATE:
        begin += 2
    if line.at(begin) == "as":
        begin += 1
    if line.at(begin) == "from":
        parties, end = _parties(line, begin + 1)
        return Taken(recipients=parties, last=end) if parties else None
    found = noun_phrase(line, group, begin)
    return _with_recipient(line, group, found) if found is not None else None


def _person_as_post(line: Line, group: Group) -> Taken | None:
    """As in "appointed Anna Berg as Head of the Mission", "appointed a new Head"."""
    begin = _past_rank(line, group.end)
    party = line.items[begin].party if begin < len(line.items) else None
    if party is None or not line.is_person(begin) or party.name_span is None:
        return noun_phrase(line, group, group.end) if group.verb.verb != "name" else None
    at = begin + 1
    post = _post_of_party(line, begin, party) or _post_words(line, group, at)
    if post is None:
        return Taken(recipients=(begin,), last=at) if group.verb.verb != "name" else None
    return replace(post, recipients=(begin,))


def _past_rank(line: Line, index: int) -> int:
    """The index of the person behind a rank ("Colonel Anna Berg"), else the index itself."""
    at = index
    while at < len(line.items) and at - index < _RANKS and line.items[at].what is What.WORD:
        if not line.items[at].text[:1].isupper():
            return index
        at += 1
    return at if line.is_person(at) else index


def _post_of_party(line: Line, index: int, party: Party) -> Taken | None:
    """The post behind the name with which the party was read: "Anna Berg head of the archive"."""
    if party.name_span is None or not party.posts:
        return None
    last = party.posts[-1].span
    if last.begin <= party.name_span.end:
        return None
    return Taken(words=last, last=index + 1)


def _post_words(line: Line, group: Group, index: int) -> Taken | None:
    at = index
    if line.at(at) == "as":
        at += 1
    elif line.lower[at : at + 2] == ("to", "be"):
        at += 2
    elif line.lower[at : at + 4] == ("to", "the", "post", "of"):
        at += 4
    while line.at(at) in DETERMINERS:
        at += 1
    end = phrase_end(line, group, at)
    if end <= at or line.at(at) in PREPOSITIONS:
        return None
    return Taken(words=span_of(line, at, end), last=end)


def _people(line: Line, group: Group) -> Taken | None:
    """Who was met: parties, else people as said."""
    parties, end = _parties(line, group.end)
    if parties and group.form is Form.ING:
        comma = next((at for at in range(group.end, end) if line.at(at) == ","), end)
        parties, end = tuple(at for at in parties if at < comma), comma
    if parties:
        return Taken(recipients=parties, last=end)
    found = noun_phrase(line, group, group.end)
    if found is not None and line.at(found.last) == "," and line.is_person(found.last + 1):
        named, end = _parties(line, found.last + 1)
        if line.at(end) in MARKS or line.at(end) in (",", ""):
            return Taken(recipients=named[:1], last=end)
    if found is None and not group.verb.particle and _says_no_more(line, group.end):
        return Taken(last=group.end, mutual=True)
    return found


def _says_no_more(line: Line, index: int) -> bool:
    """Whether only a place, a day or a purpose follows: "met in Skopje", "met to talk"."""
    if index >= len(line.items) or line.items[index].what is What.DATE:
        return True
    return line.at(index) in _AFTER_MEETING


def _person(line: Line, group: Group) -> Taken | None:
    """Somebody by name and nobody else: "succeeds Anna Berg"."""
    parties, _ = _parties(line, _past_rank(line, group.end))
    if not parties or not line.is_person(parties[0]):
        return None
    return Taken(recipients=parties[:1], last=parties[0] + 1)


def _purpose(line: Line, group: Group) -> Taken | None:
    """As in "called for a swift investigation"."""
    at = group.end
    if line.at(at) != "for" or (at + 1 < len(line.items) and line.items[at + 1].what is What.DATE):
        return None
    stop = _complement_end(line, at)
    return Taken(words=span_of(line, at, stop), last=stop) if stop > at + 1 else None


def _complement(line: Line, group: Group) -> Taken | None:
    """As in "agreed with the Ministry on a plan", "agreed to open an office"."""
    at = group.end
    recipients: tuple[int, ...] = ()
    if line.at(at) == "with":
        recipients, at = _parties(line, at + 1)
        if not recipients:
            return None
    if line.at(at) not in ("to", "on", "upon", "that"):
        return None
    end = at + 1
    while end < min(len(line.items), at + LONGEST) and not _ends_complement(line, end):
        if line.at(end) == "with" and not recipients:
            recipients, after = _parties(line, end + 1)
            if recipients and (after >= len(line.items) or _ends_complement(line, after)):
                return Taken(recipients, words=span_of(line, at, end), last=after)
            recipients = ()
        end += 1
    return Taken(recipients, words=span_of(line, at, end), last=end) if end > at + 1 else None


def _ends_complement(line: Line, index: int) -> bool:
    item = line.items[index]
    if item.what is What.DATE:
        return True
    if item.what is not What.WORD:
        return False
    if item.lower in MARKS or item.lower == "," or item.lower in ("which", "who", "while"):
        return True
    if (
        item.lower in ("on", "in", "at")
        and index + 1 < len(line.items)
        and line.items[index + 1].what is What.DATE
    ):
        return True
    return item.lower in ("and", "but") and begins_clause(line, index + 1)


def _addressee(line: Line, group: Group) -> Taken | None:
    """As in "called on Belgium to sign", "urged the sides to meet"."""
    begin = group.end
    parties, end = _parties(line, begin)
    denied = line.lower[end : end + 2] == ("not", "to")
    if parties and (_is_asked(line, end) or denied):
        stop = _complement_end(line, end + denied)
        return Taken(parties, words=span_of(line, end, stop), last=stop) if stop > end + 1 else None
    first = begin
    while line.at(first) in ("the", "a", "an"):
        first += 1
    ask = next(
        (i for i in range(first + 1, min(len(line.items), first + _FARTHEST_ASK)) if _asks(line, i)), None
    )
    if ask is None or line.at(begin) in PREPOSITIONS | PRONOUNS | {"that"}:
        return None
    if any(line.at(i) in MARKS or line.at(i) in WHO for i in range(first, ask)):
        return None
    stop = _complement_end(line, ask)
    return Taken(words=span_of(line, first, stop), last=stop) if stop > ask + 1 else None


def _is_asked(line: Line, index: int) -> bool:
    """Whether what they are called on to do follows, and not what they are: "Vice-President for Values"."""
    following = line.items[index + 1].text if index + 1 < len(line.items) else ""
    return line.at(index) == "to" or (line.at(index) == "for" and following[:1].islower())


def _asks(line: Line, index: int) -> bool:
    following = line.items[index + 1 : index + 2]
    return (
        line.at(index) == "to"
        and bool(following)
        and following[0].what is What.WORD
        and following[0].text.islower()
    )


def _complement_end(line: Line, index: int) -> int:
    end = index + 1
    while end < min(len(line.items), index + LONGEST) and not _ends_complement(line, end):
        end += 1
    return end


def _passive(line: Line, group: Group) -> Taken | None:
    """What stands before a passive verb, and the other party behind it."""
    first, end = _subject_phrase(line, group)
    if first >= end:
        return None
    recipients: tuple[int, ...] = ()
    last = group.end
    if group.verb.recipient and line.at(last) == group.verb.recipient:
        recipients, last = _parties(line, last + 1)
    else:
        recipients, last = _behind_agent(line, group)
    item = line.items[end - 1]
    entity = item.entity if end - first == 1 and not is_demonym(line, first) else None
    if group.verb.takes is Takes.PERSON_AS_POST:
        if entity is None or not line.is_person(first):
            return None
        post = _post_words(line, group, group.end)
        return replace(post or Taken(last=group.end), recipients=(first,))
    if group.verb.takes in (Takes.PEOPLE, Takes.PERSON) and entity is not None:
        is_who = group.verb.takes is Takes.PEOPLE or line.is_person(first)
        return Taken(recipients=(first,), last=last) if is_who else None
    if group.verb.takes in _NEVER_PASSIVE or not is_meant(line, group, first, end):
        return None
    if entity is not None:
        return Taken(recipients, things=(entity,), last=last)
    return Taken(recipients, words=span_of(line, first, end), last=last)


def _behind_agent(line: Line, group: Group) -> tuple[tuple[int, ...], int]:
    """The other party behind the agent: "was handed over by the Mission to the school"."""
    for at in range(group.end, min(len(line.items), group.end + _FARTHEST_AGENT)):
        if line.at(at) in MARKS or line.at(at) == ",":
            break
        if line.at(at) == "by":
            _, end = party_list(line, at + 1)
            if group.verb.recipient and line.at(end) == group.verb.recipient:
                recipients, last = _parties(line, end + 1)
                return (recipients, last) if recipients else ((), group.end)
            return (), max(end, group.end)
    return (), group.end


def _subject_phrase(line: Line, group: Group) -> tuple[int, int]:
    """The noun phrase that is the subject of a passive verb."""
    end = group.begin
    if group.begin == group.head and line.at(end - 1) == ",":
        end -= 1
    while end > line.start and line.items[end - 1].what is What.DATE:
        end -= 2 if line.at(end - 2) == "on" else 1
    if line.at(end - 1) == "," and line.items[end - 2].acts and "," in line.items[end - 2].text:
        return end - 2, end - 1
    relative = line.at(end - 1) in ("which", "that", "who")
    if relative:
        end -= 1
    if relative and line.at(end - 1) == ",":
        end -= 1
    first = end
    while first > line.start:
        word, item = line.at(first - 1), line.items[first - 1]
        if item.what in (What.DATE, What.QUOTE) or word in MARKS or word == "," or word in WHO:
            break
        if is_verb_at(line, first - 1) or word in ("and", "but"):
            break
        first -= 1
    while first < end and line.at(first) in DETERMINERS - POSSESSED:
        first += 1
    starts = first == line.start or line.at(first - 1) in DETERMINERS | {",", "and", "but", "when"}
    return (first, end) if starts and line.at(first) not in PREPOSITIONS else (end, end)


_FRAMES: Final[Mapping[Takes, Callable[[Line, Group], Taken | None]]] = {
    Takes.THING: _thing,
    Takes.PLACE: _place,
    Takes.THING_OR_POST: _thing_or_post,
    Takes.PERSON_AS_POST: _person_as_post,
    Takes.PEOPLE: _people,
    Takes.PERSON: _person,
    Takes.COMPLEMENT: _complement,
    Takes.PURPOSE: _purpose,
    Takes.ADDRESSEE: _addressee,
}
