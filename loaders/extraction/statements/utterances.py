"""Who says something: the rules that find the speakers of a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..clauses.line import Item, Line, Rule, What, chooser, party_list
from ..clauses.words import BE, PREPOSITIONS
from ..model import Part, Party
from ..people.lexicon import HEADS
from ..tables import read_table, words
from ..text.inflection import inflected
from .nouns import HEARING, SAYINGS, heard_from, saying_of
from .quoted import COLON, TIES_TO_QUOTE, Found, before_colon, beside_quotation, told_by_quote
from .speech import SpeechVerb, is_blocked, reports, speech_verb, speech_words
from .subjects import inverted_subject, subject_before
from .views import (
    ATTITUDES,
    BEFORE_SPEAKER,
    POSSESSED,
    VIEWS,
    attitude,
    before_speaker,
    for_whom,
    possessed_view,
    words_of,
)

__all__ = ["RULES", "Utterance", "utterances"]

_SPEAKERS: Final = frozenset(
    (EntityKind.PERSON, EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION)
)
_HOW_SURE: Final = {"adjacent": 0.0, "inverted": 0.0, "relative": -0.1, "apposition": -0.05, "shared": -0.2}
_OF_PEOPLE: Final = words("speech_words", kind="said by people alone")
_NO_OFFICE: Final = frozenset(("osce", "the", "of", "and", "on", "for", "in", "to", "office", "s"))
_ISSUING: Final = words("speech_words", kind="issues")
_WRITTEN: Final = frozenset(("statement", "declaration", "communiqué", "appeal"))
_NEAR_SUBJECT: Final = 6
_OF_THINGS: Final = frozenset(("strong", "object"))
_BY_WHOM: Final = words("speech_words", kind="tells in the passive")
_GREETING: Final = words("speech_words", kind="greets in the passive")
_OF_GUESTS: Final = frozenset(("welcome", "thank", "praise", "encourage"))
_GUESTS: Final = words("speech_words", kind="guests") | {"they", "he", "she", "we", "all", "who"}
_FEELINGS: Final = words("speech_words", kind="feeling that a body has")
_ADJUNCT: Final = 7
_NO_ADJUNCT: Final = words("clause_words", kind="complement") | {
    "and",
    "or",
    "but",
    "to",
    "who",
    "which",
    "as",
}
_SERVANTS: Final = words("speech_words", kind="speaks for an office")
_VERBS_TOO: Final = words("speech_words", kind="plural that is also a verb")


@dataclass(frozen=True, slots=True)
class Utterance:
    """That somebody, at an item of a line, says something, by which rule."""

    speaker: Item
    rule: str
    confidence: float
    line: int
    index: int


def _finite_verb(line: Line) -> Found:
    for index in line.places(speech_words()):
        verb = speech_verb(line, index)
        if verb is None or is_blocked(line, verb) or not reports(line, verb):
            continue
        found = inverted_subject(line, verb) or subject_before(line, verb)
        if found is not None:
            speakers, how = found
            people = verb.verb in _OF_PEOPLE and not _is_feeling(line, verb)
            if people or (verb.strength == "object" and line.sentence.part is Part.TITLE):
                speakers = tuple(at for at in speakers if line.is_person(at))
            yield speakers, _HOW_SURE[how] - (0.05 if verb.strength != "strong" else 0.0)


def _is_feeling(line: Line, verb: SpeechVerb) -> bool:
    """Whether a body too can express it: "expressed its deep concern"."""
    return verb.verb == "express" and not _FEELINGS.isdisjoint(line.lower[verb.last : verb.last + 4])


@cache
def _idioms() -> Mapping[str, frozenset[str]]:
    """For each verb form, the nouns with which it means to say something."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_table("speech_idioms"):
        forms = inflected(row["verb"], row["past"])
        for form in (forms["past"], forms["present"]):
            found[form].add(row["noun"])
    return {form: frozenset(nouns) for form, nouns in found.items()}


_IDIOM_WORDS: Final = frozenset(_idioms())


def _verb_and_noun(line: Line) -> Found:
    for index in line.places(_IDIOM_WORDS):
        nouns = _idioms()[line.at(index)]
        if index == line.start or nouns.isdisjoint(line.lower[index + 1 : index + 5]):
            continue
        verb = SpeechVerb("", index, index + 1, "strong", "past")
        if not is_blocked(line, verb) and (found := subject_before(line, verb)) is not None:
            yield tuple(i for i in found[0] if line.is_person(i)), _HOW_SURE[found[1]]


def _passive_agent(line: Line) -> Found:
    for index in line.places(speech_words()):
        verb = speech_verb(line, index)
        if verb is None or verb.form != "past" or verb.verb in _GREETING:
            continue
        if verb.strength not in _OF_THINGS and verb.verb not in _BY_WHOM:
            continue
        if verb.verb in _OF_GUESTS and _is_guest(line, index):
            continue
        by = _agent(line, verb.last)
        if by is not None and (line.at(index - 1) in BE or line.at(index - 2) in BE):
            found, _ = party_list(line, by + 1)
            if found:
                yield found, 0.0


def _is_guest(line: Line, index: int) -> bool:
    """Whether people are greeted who are named before the verb ("They were welcomed by")."""
    subject = next((at - 1 for at in (index - 1, index - 2) if line.at(at) in BE), index)
    return line.at(subject) in _GUESTS or line.is_person(subject)


def _agent(line: Line, index: int) -> int | None:
    """Where "by" leads to the agent, soon after the verb: "condemned in the strongest terms by"."""
    for at in range(index, min(index + _ADJUNCT, len(line.items))):
        if line.at(at) == "by":
            return at
        item = line.items[at]
        plain = item.what is What.DATE or (item.what is What.WORD and item.lower.isalpha())
        if not plain or item.lower in _NO_ADJUNCT:
            return None
    return None


def _issues(line: Line) -> Found:
    """As in "Anna Berg released the following statement today"."""
    for index in line.places(_ISSUING):
        if index == line.start or not _is_announced(line.lower[index + 1 : index + 6]):
            continue
        verb = SpeechVerb("", index, index + 1, "strong", "past")
        if not is_blocked(line, verb) and (found := subject_before(line, verb)) is not None:
            speakers, how = found
            inside = line.at(speakers[0] - 1) in PREPOSITIONS or line.at(speakers[0] - 2) in PREPOSITIONS
            yield tuple(at for at in speakers if line.is_person(at) or not inside), _HOW_SURE[how]


def _issued_by(line: Line) -> Found:
    """As in "A statement was issued today by Anna Berg"."""
    for index in line.places(_ISSUING):
        near = line.lower[max(line.start, index - _NEAR_SUBJECT) : index]
        by = _agent(line, index + 1) if near[-1:] and near[-1] in (*BE, "been") else None
        if by is not None and not _WRITTEN.isdisjoint(near):
            yield party_list(line, by + 1)[0], 0.0


def _is_announced(following: Sequence[str]) -> bool:
    return "statement" in following and ("following" in following or "joint" in following)


RULES: Final[tuple[Rule[Callable[[Line], Found]], ...]] = (
    Rule(
        "verb of saying",
        0.92,
        "The road was long, said [Anna Berg], but worth it.",
        "[Anna Berg] was asked to come, and 40 cases were reported to [Carl Dahl].",
        _finite_verb,
        triggers=speech_words(),
    ),
    Rule(
        "verb and noun of saying",
        0.8,
        "[Anna Berg] saw a need for more boats.",
        "[Anna Berg] saw a boat.",
        _verb_and_noun,
        triggers=_IDIOM_WORDS,
    ),
    Rule(
        "passive verb of saying",
        0.85,
        "The plan was welcomed by [Anna Berg].",
        "The plan was drawn up by [Anna Berg].",
        _passive_agent,
        triggers=frozenset(("by",)),
    ),
    Rule(
        "according to",
        0.92,
        "According to [Anna Berg], half of the wells are dry.",
        "The seats were given according to a list that [Anna Berg] keeps.",
        before_speaker,
        triggers=BEFORE_SPEAKER,
    ),
    Rule(
        "in somebody's words",
        0.88,
        "The river, in [Anna Berg]'s view, belongs to nobody.",
        "[Anna Berg]'s view of the river was painted in oil.",
        possessed_view,
        triggers=POSSESSED,
    ),
    Rule(
        "for somebody it is so",
        0.75,
        "For [Anna Berg], the bridge is a promise.",
        "For her part [Anna Berg] opened the bridge.",
        for_whom,
        triggers=frozenset(("for", "to")),
    ),
    Rule(
        "attitude",
        0.8,
        "[Anna Berg] was glad that the bridge stood again.",
        "[Anna Berg] was late.",
        attitude,
        triggers=ATTITUDES,
    ),
    Rule(
        "quotation beside a name",
        0.8,
        '"We have one boat and no river at all," was how [Anna Berg] saw it.',
        'The brochure "We have one boat and no river" was shown to [Anna Berg].',
        told_by_quote,
        triggers=TIES_TO_QUOTE,
    ),
    Rule(
        "words after a colon",
        0.8,
        '[Anna Berg] was more cautious: "We drank a coffee."',
        "[Anna Berg] opened three wells: the first of them had been dry for years.",
        before_colon,
        triggers=COLON,
    ),
    Rule(
        "quotation with another verb",
        0.8,
        '"We have one boat and no river at all," [Anna Berg] sighed on her way home.',
        'The campaign "One Boat, No River," [Anna Berg] watched with interest.',
        beside_quotation,
    ),
    Rule(
        "words of somebody",
        0.85,
        "The words were those of [Anna Berg].",
        "The boats were those of [Anna Berg].",
        words_of,
        triggers=VIEWS,
    ),
    Rule(
        "statement issued by",
        0.85,
        "A statement was issued today by [Anna Berg].",
        "A statement was printed today by [Anna Berg], and ropes were issued by [Carl Dahl].",
        _issued_by,
        triggers=_ISSUING,
    ),
    Rule(
        "noun of saying",
        0.85,
        "Wells must be dug: this was the conclusion of [Anna Berg].",
        "The conclusion of [Anna Berg] was printed and sent to the villages.",
        saying_of,
        triggers=SAYINGS,
    ),
    Rule(
        "heard from somebody",
        0.82,
        "The guests heard from [Anna Berg] that the well was dry.",
        "The guests heard from [Anna Berg] yesterday, and left for the lake.",
        heard_from,
        triggers=HEARING,
    ),
    Rule(
        "issues a statement",
        0.85,
        "[Anna Berg] released the following statement today.",
        "[Anna Berg] kept the following statement to herself.",
        _issues,
        triggers=_ISSUING,
    ),
)

_rules_for: Final = chooser(RULES)


def utterances(found: Sequence[Line]) -> Iterator[Utterance]:
    """Everyone whom a line makes say something, by the rule that is surest of it.

    A title in which an office speaks is left out where its holder speaks in the body: that is told twice.
    """
    made = [*_all(found)]
    people = [u.speaker.party for u in made if u.speaker.party is not None and u.speaker.is_person]
    for utterance in made:
        in_title = found[utterance.line].sentence.part is Part.TITLE
        entity = utterance.speaker.entity
        if in_title and entity is not None and any(_holds(person, entity) for person in people):
            continue
        yield utterance


def _holds(person: Party, office: Entity) -> bool:
    """Whether a person heads a field operation, or holds an office that is a body of its own."""
    if office.kind is EntityKind.FIELD_OPERATION:
        return any(p.organization == office and "head" in p.title.split() for p in person.posts)
    if office.kind is not EntityKind.BODY:
        return False
    name = frozenset(re.findall(r"[a-z]+", office.name.casefold())) - _NO_OFFICE
    return any(
        post.organization is not None
        and (post.organization.key == office.key or post.organization.id == "osce")
        and (name & frozenset(re.findall(r"[a-z]+", post.title)) or _is_chair(post.title, office))
        for post in person.posts
    )


def _is_chair(title: str, office: Entity) -> bool:
    return office.id == "chairpersonship" and title.startswith("chair")


def _says_whose(line: Line, index: int) -> bool:
    """Whether a body's name only says whose the speaker behind it is ("OSCE envoy")."""
    behind = line.items[index + 1 : index + 2]
    return (
        not line.is_person(index)
        and bool(behind)
        and behind[0].what is What.WORD
        and (behind[0].lower in _SERVANTS or (behind[0].lower,) in HEADS)
        and behind[0].lower not in _VERBS_TOO
    )


def _all(found: Sequence[Line]) -> Iterator[Utterance]:
    for number, line in enumerate(found):
        if not line.naming or line.sentence.part is Part.CAPTION or line.is_contact:
            continue
        best: dict[tuple[EntityKind, str], Utterance] = {}
        for rule in _rules_for(line):
            for indexes, less in rule.apply(line):
                for index in indexes:
                    item = line.items[index]
                    entity = item.entity
                    if entity is None or entity.kind not in _SPEAKERS or _says_whose(line, index):
                        continue
                    made = Utterance(item, rule.name, rule.confidence + less, number, index)
                    if entity.key not in best or best[entity.key].confidence < made.confidence:
                        best[entity.key] = made
        yield from best.values()
