"""Who said what: direct speech, reported speech and written statements, each with its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ....ontology.facts import Entity, Manner, Span, Statement
from ..clauses.line import Line, What, evidence
from ..clauses.lines import lines
from ..model import Context, EntityMention, Part, Party, Sentence
from ..tables import words
from .quoted import is_title
from .utterances import RULES, Utterance, utterances

__all__ = ["RULES", "Clauses", "find_statements", "read_clauses"]

_WRITINGS: Final = words("speech_phrases", kind="writing")


@dataclass(frozen=True, slots=True)
class Clauses:
    """The sentences of a release as lines, and all that somebody says in them."""

    lines: tuple[Line, ...]
    utterances: tuple[Utterance, ...]


def read_clauses(
    context: Context,
    sentences: Sequence[Sentence],
    mentions: Sequence[EntityMention],
    parties: Sequence[Party],
) -> Clauses:
    """What the rules for events and for statements both read."""
    found = lines(context, sentences, mentions, parties)
    return Clauses(found, tuple(utterances(found)))


def find_statements(
    context: Context,
    sentences: Sequence[Sentence],
    mentions: Sequence[EntityMention],
    parties: Sequence[Party],
    clauses: Clauses | None = None,
) -> tuple[Statement, ...]:
    """The statements of a release: one for each speaker and sentence, and for each that a quotation fills.

    `words` of a statement are the quotations of its sentence, each exactly as it stands in the text.
    `clauses` are those of the release, where they were read before.
    """
    clauses = clauses or read_clauses(context, sentences, mentions, parties)
    found = clauses.lines
    by_line: dict[int, list[Utterance]] = {}
    for utterance in clauses.utterances:
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
    quotations = (line.items[index] for index in line.quotes)
    return tuple(item.span for item in quotations if not is_title(item.text))


def _statement(line: Line, utterance: Utterance) -> Statement:
    quoted = _quotations(line)
    entity: Entity | None = utterance.speaker.entity
    assert entity is not None  # noqa: S101 - utterances have speakers
    spoken = Manner.DIRECT if quoted else Manner.REPORTED
    manner = Manner.WRITTEN if _is_written(line) else spoken
    said_by = utterance.speaker.span
    marked = (said_by,) if line.sentence.span.covers(said_by) else quoted
    proof = evidence(line.sentence, utterance.rule, utterance.confidence, *marked)
    return Statement(entity, manner, proof, quoted)


def _is_written(line: Line) -> bool:
    if line.words.isdisjoint(_WRITINGS):
        return False
    for index, item in enumerate(line.items):
        if item.lower in _WRITINGS and item.what is What.WORD:
            before = line.lower[max(0, index - 4) : index]
            if "in" in before or "written" in before or "joint" in before:
                return True
    return False


def _is_quotation(line: Line) -> bool:
    """Whether the line is nothing but quoted words."""
    return bool(line.quotes) and all(
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
