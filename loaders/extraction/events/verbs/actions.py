"""Occasions that a verb says and no noun: "visited Georgia", "was launched", "met in Prague"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from .....ontology.facts import EventKind
from ...clauses.line import Line, What
from ...clauses.words import AUXILIARIES, BE, FILLERS, LONGEST_RUN, MODALS, NEGATIONS, PREPOSITIONS
from ...tables import words
from ..phrases import EventMention, content_words, noun_kind
from ..setting.dated import is_day, is_year
from .by_itself import comes_out, intransitive, opens
from .event_verbs import EVENT_VERBS, OBJECT_KINDS, EventVerb, is_object, verbs_of
from .idioms import idiom
from .met import is_met, met_besides, of_council, of_whom, whom_met
from .objects import (
    is_aside,
    object_end,
    phrase_of,
    relative_object,
    subject_phrase,
    without_article,
)
from .participles import explained, given, is_count, is_of_a_speaker
from .told import (
    Told,
    audience,
    brought_together,
    deals_with,
    elected,
    is_state,
    is_to_be_elected,
    learned,
    provided_with,
    sent_to,
    shown_how,
    talked,
    talked_with,
)
from .visitors import destination, inspected, is_by_visitor, visited, way_to

__all__ = ["event_actions"]

_DETERMINERS: Final = words("determiners")
_PASSIVE: Final = frozenset(
    (
        "thing",
        "building",
        "document",
        "writing",
        "certificate",
        "gift",
        "people",
        "person as",
        "announced",
        "anniversary",
    )
)
_TOGETHER: Final = frozenset(("together", "with", "jointly", "in"))
_SHOWS: Final = frozenset(("present", "presents", "presented", "presenting"))
_REPORTS: Final = words("event_words", kind="what is reported")
_TELLING: Final = words("event_words", kind="tells one from another")
_GIVEN: Final = frozenset(("certificate", "gift"))
_OF_HEAD: Final = frozenset(("writing", "gift"))
_ABOUT: Final = 12
_DATED: Final = 12
_DURING: Final = words("event_words", kind="during which somebody visits")
_PEOPLE: Final = words("attendance_words", kind="people")
_TRAINERS: Final = frozenset(("it", "they", "which", "that", "have", "has", "and"))
_BEFORE_BE: Final = MODALS | NEGATIONS | FILLERS | {"to"}
_NOUNS: Final = {"anniversary": "anniversary", "leaders": "elections", "vote": "elections"}
_ELECTIONS: Final = frozenset(("election", "elections"))
_BY_OBJECT: Final[Mapping[str, Callable[[Line, int, int], Told | None]]] = {
    "none building": opens,
    "none writing": comes_out,
    "leaders": elected,
    "lesson": learned,
    "how": shown_how,
    "audience": audience,
    "provided": provided_with,
    "delegation": sent_to,
    "body": deals_with,
    "together": brought_together,
    "with people": talked_with,
    "site": inspected,
}
_BEFORE_VERB: Final = BE | AUXILIARIES | MODALS | FILLERS | NEGATIONS
_NOBODY: Final = frozenset(("nobody", "none", "neither"))
_INDEFINITE: Final = frozenset(("a", "an"))
_NO_LAUNCH: Final = words("event_words", kind="no launch")
_NO_GIFTS: Final = words("event_words", kind="no gift")
_PARTED: Final = frozenset(("thing", "gift", "writing"))
_PARTICLE_REACH: Final = 9
_PRONOUNS: Final = frozenset(("it", "they", "we", "he", "she", "which", "who"))


def event_actions(line: Line, number: int) -> Iterator[EventMention]:
    """The occasions that the verbs of a line say."""
    for index in line.places(EVENT_VERBS):
        if line.items[index].what is not What.WORD:
            continue
        for verb in verbs_of(line.at(index)):
            if verb.opens and line.at(index + (2 if verb.particle else 1)) != verb.opens:
                continue
            if verb.particle and line.at(index + 1) != verb.particle:
                made = _parted(line, number, index, verb)
            else:
                made = _action(line, number, index, verb)
            if made is not None:
                made = of_council(line, made)
                yield made
                if made.kind is EventKind.MEETING and made.to is not None:
                    yield from met_besides(line, made)
                break


def _parted(line: Line, number: int, index: int, verb: EventVerb) -> EventMention | None:
    """A verb whose object stands before its particle: "handed the pumps over to"."""
    if verb.object not in _PARTED or verb.form == "ing" or _before(line, index) in NEGATIONS | BE:
        return None
    at = next((n for n in range(index + 2, index + _PARTICLE_REACH) if line.at(n) == verb.particle), None)
    if at is None or (verb.form == "base" and not _is_finite(line, index, _before(line, index))):
        return None
    what = (
        ""
        if at == index + 2 and line.at(index + 1) in _PRONOUNS | {"them"}
        else phrase_of(line, index + 1, at)
    )
    known = verb.object == "thing" or is_object(verb.object, line.lower[index + 1 : at])
    known = known and _NO_GIFTS.isdisjoint(line.lower[index + 1 : at])
    if "," in line.lower[index:at] or not (known or not what):
        return None
    what = _without_count(without_article(what))
    return _mention(number, verb, index, (index, at + 1, what, None))


def _action(line: Line, number: int, index: int, verb: EventVerb) -> EventMention | None:
    before = _before(line, index)
    fixed = verb.object.startswith("=")
    known = fixed or verb.object == "leaders"
    if _is_negated(line, index) or (
        verb.form == "base" and not known and not _is_finite(line, index, before)
    ):
        return None
    stays = verb.object == "place" and before in _DURING
    stays = stays or (before == "in" and verb.object == "writing")
    if verb.form == "ing" and before not in BE and not stays and not is_of_a_speaker(line, index):
        return None
    behind = index + 1 + (index + 1 < len(line.items) and line.items[index + 1].date is not None)
    bare = verb.form == "past" and line.at(behind) == "by" and before not in AUXILIARIES
    passive = (bare and verb.object not in _GIVEN) or (
        verb.form == "past" and before in ("is", "was", "were", "are", "be", "been", "being")
    )
    if line.at(index - 1) == "be" and line.at(index - 2) not in _BEFORE_BE:
        return None
    explains = explained(line, index, verb) if verb.object in _PASSIVE and before not in BE else None
    if explains is not None:
        found: Told | None = (explains[0], index + 1, explains[1], None)
    elif verb.object == "talk":
        found = talked(line, index, index + (2 if verb.particle else 1), passive=passive)
    else:
        found = _passive(line, index, verb) if passive and not fixed else _active(line, index, verb)
    if found is None:
        return None
    return _mention(number, verb, index, found)


def _mention(number: int, verb: EventVerb, index: int, found: Told) -> EventMention:
    first, last, what, to = found
    what = "" if what in _PRONOUNS else _without_count(what)
    if verb.object.endswith("announced"):
        what = " ".join(word for word in what.split() if word != "following")
    noun = (verb.name or _NOUNS.get(verb.object, "statement")).split()[0]
    name = f"{verb.name} {what}".strip() if what else noun
    told = content_words(what) - _ELECTIONS if verb.kind is EventKind.ELECTION else content_words(what)
    return EventMention(
        number,
        index,
        min(first, index),
        max(last, index + 1),
        verb.kind,
        noun,
        name,
        told,
        False,
        marker=what.split()[0].casefold() if what and what.split()[0].casefold() in _TELLING else "",
        acts=True,
        to=to,
    )


def _without_count(what: str) -> str:
    """What something is, without how many ("four microscopes")."""
    first, _, rest = what.partition(" ")
    return rest if rest and is_count(first) else what


def _is_negated(line: Line, index: int) -> bool:
    """Whether it did not happen ("has not been handed over", "nobody met them")."""
    at = index - 1
    while at >= max(line.start, index - LONGEST_RUN) and (
        line.at(at) in _BEFORE_VERB or line.at(at).endswith("ly") or line.items[at].date is not None
    ):
        if line.at(at) in NEGATIONS:
            return True
        at -= 1
    return line.at(at) in _NOBODY


def _before(line: Line, index: int) -> str:
    at = index - 1
    while at >= max(line.start, index - LONGEST_RUN) and (
        line.at(at) in FILLERS or line.at(at).endswith("ly") or line.items[at].date is not None
    ):
        at -= 1
    return line.at(at) if at >= line.start else ""


def _is_finite(line: Line, index: int, before: str) -> bool:
    return before in MODALS or before in ("to", "did", "and") or before in _PEOPLE


def _active(line: Line, index: int, verb: EventVerb) -> Told | None:
    at = index + (2 if verb.particle else 1)
    if verb.object.startswith("="):
        return idiom(line, index, at, verb, before=_before(line, index))
    preposition, _, wanted = verb.object.rpartition(" ")
    if verb.object == "none":
        return intransitive(line, index, at - 1)
    own = _BY_OBJECT.get(verb.object)
    if own is not None:
        return own(line, index, at)
    if verb.object == "vote":
        near = line.items[at].date is not None or line.at(at) == "on" if at < len(line.items) else False
        return (index, index + 1, "", index - 1) if near and is_state(line, index - 1) else None
    if verb.object == "none people":
        subject = subject_phrase(line, index)
        return (index, index + 1, subject, None) if subject else None
    if preposition == "about with":
        begin = next((a for a in range(at, min(len(line.items), at + _ABOUT)) if line.at(a) == "with"), None)
        return whom_met(line, begin + 1) if begin is not None else None
    if preposition in ("to", "for", "in", "with", "on"):
        while preposition == "with" and (is_aside(line, at) or line.at(at) in FILLERS):
            at += 1
        if wanted == "place":
            at = way_to(line, at, preposition)
        if line.at(at) != preposition or (wanted == "person" and not is_met(line, at, preposition)):
            return None
        at += 1
    if wanted == "place":
        if preposition and not is_by_visitor(line, index):
            return None
        return destination(line, at, direct=not preposition)
    if verb.object == "by person":
        return None
    if preposition == "person named" and not any(
        " as " in f" {word} " for word in line.lower[at : at + _ABOUT]
    ):
        return None
    if wanted in ("person", "as"):
        return whom_met(line, at) or (of_whom(line, index) if wanted == "as" else None)
    while is_aside(line, at):
        at += 1
    at = _past_insertion(line, at)
    if line.at(at) == "with" and wanted == "document":
        at = next((n for n in range(at + 2, at + _ABOUT) if line.at(n) in _DETERMINERS), at)
    last = object_end(line, at)
    if wanted == "people":
        return _trained(line, index, at, last)
    if wanted == "anniversary" and "anniversary" in line.lower[at:last]:
        last = line.lower.index("anniversary", at) + 1
        last = object_end(line, last) if line.at(last) == "of" else last
    if last <= at:
        what = relative_object(line, index) if line.dates else ""
        heads = what.casefold().split()
        known = wanted == "thing" or is_object(wanted, heads)
        return (index, index + 1, what, None) if what and known else None
    if preposition == "following" and "following" not in line.lower[at:last]:
        return None
    phrase = phrase_of(line, at, last)
    heads = [line.at(i) for i in range(at, last) if line.items[i].what is What.WORD]
    if wanted == "building":
        heads += [w for i in range(at, last) if line.is_party(i) for w in line.at(i).split()]
    if wanted in _OF_HEAD:
        new = line.at(at) in _INDEFINITE and line.at(last) != "to"
        if index and line.at(index) in _SHOWS and not (_REPORTS.isdisjoint(heads) or new):
            return None
        if verb.name == "launch of" and line.at(last) == "to":
            return None
        heads = heads[: next((n for n, head in enumerate(heads) if head in PREPOSITIONS), None)]
    if wanted == "building":
        heads = heads[: next((n for n, head in enumerate(heads) if head in PREPOSITIONS), None)]
        if any(noun_kind(head) for head in heads[:4]):
            return None
    if wanted != "thing" and not is_object(wanted, heads):
        return None
    if wanted == "thing" and not verb.particle and not _NO_LAUNCH.isdisjoint(heads):
        return None
    if verb.particle == "over" and not _NO_GIFTS.isdisjoint(heads):
        return None
    if wanted == "gift":
        phrase = given(line, at, last)
    return index, last, without_article(phrase), None


def _past_insertion(line: Line, at: int) -> int:
    """Where the object begins behind who else did it ("launched, together with a school, a song")."""
    if line.at(at) != "," or line.at(at + 1) not in _TOGETHER:
        return at
    return next((n + 1 for n in range(at + 1, at + _ABOUT) if line.at(n) == ","), at)


def _trained(line: Line, index: int, at: int, last: int) -> Told | None:
    """Those whom somebody trained on a day: "The {Water Union} trained forty diggers from 1 to 3 May"."""
    before = index - 1
    while before > line.start and (
        line.at(before) in FILLERS or line.at(before) in MODALS or line.items[before].date is not None
    ):
        before -= 1
    trains = line.is_party(before) or line.at(before) in _TRAINERS or line.at(before) in _PEOPLE
    to_come = line.at(index - 1) in MODALS
    told = any(
        abs(index - day) <= _DATED + max(0, last - index)
        and (is_day(dated) or (to_come and not is_year(dated)))
        for day, dated in line.dates
    )
    if not trains or not told or last <= at:
        return None
    return index, last, phrase_of(line, at, last), None


def _passive(line: Line, index: int, verb: EventVerb) -> Told | None:
    """The subject of a passive verb: "A handbook on hate crime was launched"."""
    if verb.object in ("person", "by person") and line.at(index + 1) == "by":
        return whom_met(line, index + 2)
    if verb.object == "place":
        return visited(line, index)
    if verb.object == "leaders":
        return is_to_be_elected(line, index)
    if verb.object == "how":
        return learned(line, index, index + 1)
    if verb.object not in _PASSIVE:
        return None
    told = any(index < at <= index + _DATED for at, _ in line.dates)
    bare = line.at(index + 1) == "by" and _before(line, index) not in BE
    if verb.kind is EventKind.PUBLICATION and bare and not told:
        return None
    what = subject_phrase(line, index)
    if verb.object in _GIVEN and (given := _given_to(line, index, verb)) is not None:
        return given
    if not what:
        return None
    heads = [w.casefold().strip(",") for w in what.split()]
    if verb.object in _OF_HEAD:
        heads = heads[: next((n for n, head in enumerate(heads) if head in PREPOSITIONS), None)]
    if verb.object in OBJECT_KINDS and not is_object(verb.object, heads):
        return None
    return index, index + 1, what, None


def _given_to(line: Line, index: int, verb: EventVerb) -> Told | None:
    """What people were given ("were handed their diplomas", "were presented with cars")."""
    at = index + 1 + (line.at(index + 1) == "with")
    last = object_end(line, at)
    heads = line.lower[at:last]
    if last <= at or not is_object(verb.object, heads):
        return None
    phrase = phrase_of(line, at, last)
    return index, last, without_article(phrase), None
