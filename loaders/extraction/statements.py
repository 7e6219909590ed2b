"""Who said what: direct speech, reported speech and written statements, each with its speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from ...ontology.facts import Entity, EntityKind, Manner, Span, Statement
from .clauses import (
    DETERMINERS,
    PREPOSITIONS,
    Item,
    Line,
    Rule,
    What,
    evidence,
    lines,
    party_list,
    preceding_list,
)
from .model import Context, EntityMention, Part, Party, Sentence
from .speech import (
    BE,
    SpeechVerb,
    inflected,
    inverted_subject,
    is_blocked,
    reports,
    speech_verb,
    subject_before,
)
from .tables import read_table, words

__all__ = ["RULES", "Utterance", "find_statements", "utterances"]

_BEFORE_SPEAKER: Final = tuple(
    tuple(r["phrase"].split()) for r in read_table("speech_phrases") if r["kind"] == "before speaker"
)
_POSSESSED: Final = words("speech_phrases", kind="possessed")
_ATTITUDES: Final = words("speech_phrases", kind="attitude")
_WRITINGS: Final = words("speech_phrases", kind="writing")
_SPEAKERS: Final = frozenset(
    (EntityKind.PERSON, EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION)
)
_HOW_SURE: Final = {"adjacent": 0.0, "inverted": 0.0, "relative": -0.1, "apposition": -0.05, "shared": -0.2}
_OF_PEOPLE: Final = frozenset(("encourage", "describe", "thank", "explain", "express", "demand", "assure"))
_COUNTS: Final = 3


@dataclass(frozen=True, slots=True)
class Utterance:
    """That somebody, at an item of a line, says something, by which rule."""

    speaker: Item
    rule: str
    confidence: float
    line: int
    index: int


Found = Iterator[tuple[tuple[int, ...], float]]


def _finite_verb(line: Line) -> Found:
    for index in range(line.start, len(line.items)):
        verb = speech_verb(line, index)
        if verb is None or is_blocked(line, verb) or not reports(line, verb):
            continue
        found = inverted_subject(line, verb) or subject_before(line, verb)
        if found is not None:
            speakers, how = found
            if verb.verb in _OF_PEOPLE or (verb.strength == "object" and line.sentence.part is Part.TITLE):
                speakers = tuple(at for at in speakers if line.is_person(at))
            yield speakers, _HOW_SURE[how] - (0.05 if verb.strength != "strong" else 0.0)


@cache
def _idioms() -> Mapping[str, frozenset[str]]:
    """For each verb form, the nouns with which it means to say something."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_table("speech_idioms"):
        forms = inflected(row["verb"], row["past"])
        for form in (forms["past"], forms["present"]):
            found[form].add(row["noun"])
    return {form: frozenset(nouns) for form, nouns in found.items()}


def _verb_and_noun(line: Line) -> Found:
    for index in range(line.start + 1, len(line.items)):
        nouns = _idioms().get(line.items[index].lower)
        if not nouns or not any(w in nouns for w in line.lower[index + 1 : index + 5]):
            continue
        verb = SpeechVerb("", index, index + 1, "strong", "past")
        if not is_blocked(line, verb) and (found := subject_before(line, verb)) is not None:
            yield tuple(i for i in found[0] if line.is_person(i)), _HOW_SURE[found[1]]


def _passive_agent(line: Line) -> Found:
    for index in range(line.start, len(line.items)):
        verb = speech_verb(line, index)
        if verb is None or verb.form != "past" or verb.strength == "quote" or line.at(verb.last) != "by":
            continue
        if line.at(index - 1) in BE or line.at(index - 2) in BE:
            found, _ = party_list(line, verb.last + 1)
            if found:
                yield found, 0.0


def _before_speaker(line: Line) -> Found:
    for index in range(line.start, len(line.items)):
        for phrase in _BEFORE_SPEAKER:
            end = index + len(phrase)
            if line.lower[index:end] != phrase:
                continue
            if line.at(end) in ("whom", "which"):
                before = index - 1
                while before >= line.start and line.at(before) in (",", "and"):
                    before -= 1
                if line.is_party(before):
                    yield preceding_list(line, before), 0.0
                continue
            found, _ = party_list(line, end)
            if found and found[0] - end <= _COUNTS:
                yield found, 0.0


def _possessed_view(line: Line) -> Found:
    for index in range(line.start, len(line.items)):
        if line.items[index].lower not in _POSSESSED:
            continue
        if line.is_party(index - 1) and line.at(index - 2) in ("in", "to", "by"):
            yield (index - 1,), 0.0
        elif line.at(index - 3) in ("in", "to", "by") and _is_owner(line, index - 2):
            yield (index - 2,), 0.0


def _is_owner(line: Line, index: int) -> bool:
    return line.is_party(index) and line.at(index + 1) in ("'s", "’s", "'")


def _for_whom(line: Line) -> Found:
    index = line.start
    if line.at(index) not in ("for", "to") or not _may_name(line, index + 1):
        return
    for at in range(index + 1, min(index + 16, len(line.items))):
        item = line.items[at]
        if item.is_person:
            if line.at(at + 1) in (",", "the", "this", "it", "that", "such", "these"):
                yield (at,), 0.0
            return
        if item.lower in ("part", "time") or item.lower in PREPOSITIONS - {"of", "on", "for"}:
            return


def _may_name(line: Line, index: int) -> bool:
    """Whether a name or post can begin at an index: a party, a capital or an article."""
    if index >= len(line.items):
        return False
    item = line.items[index]
    return item.what is not What.WORD or item.text[:1].isupper() or item.lower in DETERMINERS


def _attitude(line: Line) -> Found:
    for index in range(line.start + 1, len(line.items)):
        if line.items[index].lower not in _ATTITUDES or line.items[index].what is not What.WORD:
            continue
        if not any(w in ("that", "about", "at", "to", "by") for w in line.lower[index + 1 : index + 6]):
            continue
        before = index - 1
        while before > line.start and (line.at(before).endswith("ly") or line.at(before) in ("very", "also")):
            before -= 1
        if line.at(before) in ("was", "is", "were", "are", "felt") and line.is_person(before - 1):
            yield preceding_list(line, before - 1), 0.0


def _told_by_quote(line: Line) -> Found:
    """A quotation beside one person alone, with a word that ties them: "was how Anna Berg put it"."""
    if not any(i.what is What.QUOTE and len(i.text.split()) > _COUNTS for i in line.items):
        return
    people = [n for n, item in enumerate(line.items) if item.is_person]
    if len(people) != 1:
        return
    at = people[0]
    around = {line.at(at - 1), line.at(at - 2), line.at(at + 1), line.at(at + 2), line.at(at + 3)}
    if around & {"how", "put", "words", "asked", "answer", "went", "in", "quoted"}:
        yield (at,), 0.0


def _before_colon(line: Line) -> Found:
    """A person with whom the sentence begins, and a colon before quoted words: "Anna Berg was glad: ..."."""
    for index in range(line.start + 1, len(line.items) - 1):
        if line.at(index) != ":" or line.items[index + 1].what is not What.QUOTE:
            continue
        first = next((at for at in range(line.start, index) if line.items[at].acts), None)
        if first is not None and first - line.start < _COUNTS and line.is_person(first):
            yield (first,), 0.0
        return


def _words_of(line: Line) -> Found:
    """As in "The words were those of Anna Berg", "a remark by Anna Berg"."""
    for index in range(line.start, len(line.items) - 1):
        if line.lower[index : index + 3] == ("were", "those", "of") and line.at(index - 1) in (
            "words",
            "views",
        ):
            found, _ = party_list(line, index + 3)
            if found:
                yield found, 0.0


RULES: Final[tuple[Rule[Callable[[Line], Found]], ...]] = (
    Rule(
        "verb of saying",
        0.92,
        "The road was long, said [Anna Berg], but worth it.",
        "[Anna Berg] was asked to come, and 40 cases were reported to [Carl Dahl].",
        _finite_verb,
    ),
    Rule(
        "verb and noun of saying",
        0.8,
        "[Anna Berg] saw a need for more boats.",
        "[Anna Berg] saw a boat.",
        _verb_and_noun,
    ),
    Rule(
        "passive verb of saying",
        0.85,
        "The plan was welcomed by [Anna Berg].",
        "The plan was drawn up by [Anna Berg].",
        _passive_agent,
    ),
    Rule(
        "according to",
        0.92,
        "According to [Anna Berg], half of the wells are dry.",
        "The seats were given according to a list that [Anna Berg] keeps.",
        _before_speaker,
    ),
    Rule(
        "in somebody's words",
        0.88,
        "The river, in [Anna Berg]'s view, belongs to nobody.",
        "[Anna Berg]'s view of the river was painted in oil.",
        _possessed_view,
    ),
    Rule(
        "for somebody it is so",
        0.75,
        "For [Anna Berg], the bridge is a promise.",
        "For her part [Anna Berg] opened the bridge.",
        _for_whom,
    ),
    Rule(
        "attitude",
        0.8,
        "[Anna Berg] was glad that the bridge stood again.",
        "[Anna Berg] was late.",
        _attitude,
    ),
    Rule(
        "quotation beside a name",
        0.8,
        '"We have one boat and no river at all," was how [Anna Berg] put it.',
        'The brochure "We have one boat and no river" was shown to [Anna Berg].',
        _told_by_quote,
    ),
    Rule(
        "quotation after a colon",
        0.8,
        '[Anna Berg] was more cautious: "We drank a coffee."',
        '[Anna Berg] was more cautious. The brochure was called "We drank a coffee."',
        _before_colon,
    ),
    Rule(
        "words of somebody",
        0.85,
        "The words were those of [Anna Berg].",
        "The boats were those of [Anna Berg].",
        _words_of,
    ),
)


def utterances(found: Sequence[Line]) -> Iterator[Utterance]:
    """Everyone whom a line makes say something, by the rule that is surest of it."""
    for number, line in enumerate(found):
        if line.sentence.part is Part.CAPTION or line.is_contact:
            continue
        best: dict[tuple[EntityKind, str], Utterance] = {}
        for rule in RULES:
            for indexes, less in rule.apply(line):
                for index in indexes:
                    item = line.items[index]
                    entity = item.entity
                    if entity is None or entity.kind not in _SPEAKERS:
                        continue
                    made = Utterance(item, rule.name, rule.confidence + less, number, index)
                    if entity.key not in best or best[entity.key].confidence < made.confidence:
                        best[entity.key] = made
        yield from best.values()


def find_statements(
    context: Context,
    sentences: Sequence[Sentence],
    mentions: Sequence[EntityMention],
    parties: Sequence[Party],
) -> tuple[Statement, ...]:
    """The statements of a release: one for each speaker and sentence, and for each that a quotation fills.

    `words` of a statement are the quotations of its sentence, each exactly as it stands in the text.
    """
    found = lines(context, sentences, mentions, parties)
    by_line: dict[int, list[Utterance]] = {}
    for utterance in utterances(found):
        by_line.setdefault(utterance.line, []).append(utterance)
    made: list[Statement] = []
    for number, line in enumerate(found):
        made.extend(_statement(line, utterance) for utterance in by_line.get(number, ()))
        if number not in by_line and _is_quotation(line):
            speaker = _speaker_around(found, by_line, number)
            if speaker is not None:
                rule = "quotation goes on"
                made.append(
                    _statement(line, replace(speaker, rule=rule, confidence=speaker.confidence - 0.1))
                )
    return tuple(made)


def _quotations(line: Line) -> tuple[Span, ...]:
    """The quoted words of a line, without titles of books and conferences."""
    return tuple(item.span for item in line.items if item.what is What.QUOTE and not _is_title(item.text))


def _is_title(text: str) -> bool:
    long = [w for w in text.split() if len(w) > _COUNTS and w[0].isalpha()]
    return text[-1:] not in ".,!?" and bool(long) and all(w[0].isupper() for w in long)


def _statement(line: Line, utterance: Utterance) -> Statement:
    quoted = _quotations(line)
    entity: Entity | None = utterance.speaker.entity
    assert entity is not None  # noqa: S101 - utterances have speakers
    spoken = Manner.DIRECT if quoted else Manner.REPORTED
    manner = Manner.WRITTEN if _is_written(line) else spoken
    proof = evidence(line.sentence, utterance.rule, utterance.confidence, utterance.speaker.span)
    return Statement(entity, manner, proof, quoted)


def _is_written(line: Line) -> bool:
    for index, item in enumerate(line.items):
        if item.lower in _WRITINGS and item.what is What.WORD:
            before = line.lower[max(0, index - 4) : index]
            if "in" in before or "written" in before or "joint" in before:
                return True
    return False


def _is_quotation(line: Line) -> bool:
    """Whether the line is nothing but quoted words."""
    return any(i.what is What.QUOTE for i in line.items) and all(
        i.what is What.QUOTE or not i.lower[:1].isalnum() for i in line.items[line.start :]
    )


def _speaker_around(
    found: Sequence[Line], by_line: dict[int, list[Utterance]], number: int
) -> Utterance | None:
    """The one speaker of the line before or after a line of quoted words, its own paragraph first."""
    paragraph = found[number].sentence.paragraph
    near = [n for n in by_line if abs(found[n].sentence.paragraph - paragraph) <= 1 and abs(n - number) <= 6]
    near = [n for n in near if found[n].sentence.part is Part.BODY]
    if not near:
        return None
    closest = min(near, key=lambda n: (found[n].sentence.paragraph != paragraph, n > number, abs(n - number)))
    speakers = by_line[closest]
    return speakers[0] if len(speakers) == 1 else None
