"""Measures how well annotated pages are read: everything that an evaluation holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final

from ...ontology.reference import Reference
from .documents import Document, Reading, read_document, read_lines
from .errors import EvaluationError
from .families import FamilyScore, family_scores
from .faults import Fault, faults
from .matching import ALL_GROUPS, GROUPS, Matcher, Verdict
from .rules import CalibrationBin, RuleScore, calibration, rule_scores
from .scores import Resampling, Score, tally_of
from .sentences import SentenceCheck, check_sentences
from .slices import IN_REFERENCE, NOT_IN_REFERENCE, by_document, by_verdict, is_known, kind_of
from .withheld import withheld

__all__ = ["ALL", "Evaluation", "WithheldScores", "evaluate", "evaluate_files", "short_of"]

ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class WithheldScores:
    """With a fifth of the rows of some tables hidden.

    rows       how many rows are hidden
    groups     the scores of all lines
    concerned  the scores of the lines that are about something hidden
    """

    rows: int
    groups: Mapping[str, Score]
    concerned: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured on some documents.

    groups     by group, and under "all" together
    kinds      by predicate of the header and kind of event
    layouts    by kind of page and where its date stood, with the number of documents; languages likewise
    reference  by group, separately for entities that are in reference and that are not
    """

    names: tuple[str, ...]
    verdicts: tuple[tuple[Verdict, ...], ...]
    readings: tuple[Reading, ...]
    groups: Mapping[str, Score]
    kinds: Mapping[str, Score]
    layouts: Mapping[str, tuple[int, Score]]
    languages: Mapping[str, tuple[int, Score]]
    reference: Mapping[str, Score]
    sentences: Mapping[str, SentenceCheck]
    rules: tuple[RuleScore, ...]
    families: tuple[FamilyScore, ...]
    calibration: tuple[CalibrationBin, ...]
    withheld: WithheldScores | None = None

    def faults(self) -> tuple[Fault, ...]:
        """Every missing and false line, document by document."""
        parts = zip(self.names, self.verdicts, self.readings, strict=True)
        return tuple(chain.from_iterable(faults(*part) for part in parts))


def evaluate(
    documents: Sequence[Document], known: Reference, *, hide: bool = True, only: Sequence[str] = ()
) -> Evaluation:
    """Reads the documents' pages and holds what is found against their annotations.

    Args:
        documents: with their pages.
        known: the reference.
        hide: whether to read them once more with a fifth of the reference hidden.
        only: the groups that count, those of further predicates too; where none are given, what every
            annotation has.
    """
    groups = _groups(only)
    readings = tuple(read_document(document, known) for document in documents)
    found = _measured(documents, readings, known, groups)
    if not hide or only:
        return found
    return replace(found, withheld=_withheld(documents, known))


def _groups(only: Sequence[str]) -> Sequence[str]:
    unknown = [group for group in only if group not in ALL_GROUPS]
    if unknown:
        raise EvaluationError(f"no group {unknown[0]!r}; the groups are {', '.join(ALL_GROUPS)}")
    return tuple(only) or GROUPS


def evaluate_files(
    documents: Sequence[Document], folder: Path, known: Reference, *, only: Sequence[str] = ()
) -> Evaluation:
    """Holds facts that were written before (NAME.facts.tsv in a folder) against the annotations."""
    if not folder.is_dir():
        raise EvaluationError(f"{folder} is no folder")
    return _measured(documents, tuple(read_lines(folder, documents)), known, _groups(only))


def _measured(
    documents: Sequence[Document], readings: tuple[Reading, ...], known: Reference, groups: Sequence[str]
) -> Evaluation:
    matcher = Matcher(known)
    pairs = list(zip(documents, readings, strict=True))
    verdicts = tuple(
        matcher.verdicts(document.annotation, reading.lines, groups) for document, reading in pairs
    )
    resampling = Resampling(len(documents))
    flat = tuple(chain.from_iterable(verdicts))
    rules = rule_scores(flat)
    return Evaluation(
        names=tuple(document.name for document in documents),
        verdicts=verdicts,
        readings=readings,
        groups=_by_group(verdicts, resampling, groups),
        kinds=by_verdict(verdicts, kind_of, resampling),
        layouts=by_document(verdicts, readings, lambda reading: reading.layout),
        languages=by_document(verdicts, readings, lambda reading: reading.language),
        reference=by_verdict(verdicts, lambda verdict: _reference_label(verdict, known), resampling),
        sentences=_sentences(verdicts, readings, groups),
        rules=rules,
        families=family_scores(rules),
        calibration=calibration(flat),
    )


def _by_group(
    verdicts: Sequence[Sequence[Verdict]], resampling: Resampling, groups: Sequence[str] = GROUPS
) -> Mapping[str, Score]:
    scores = {
        group: resampling.score([tally_of(v for v in document if v.group == group) for document in verdicts])
        for group in groups
    }
    return {**scores, ALL: resampling.score([tally_of(document) for document in verdicts])}


def _reference_label(verdict: Verdict, known: Reference) -> str:
    is_there = is_known(verdict.line, known)
    if is_there is None:
        return ""
    return f"{verdict.group}: {IN_REFERENCE if is_there else NOT_IN_REFERENCE}"


def _sentences(
    verdicts: Sequence[Sequence[Verdict]], readings: Sequence[Reading], groups: Sequence[str]
) -> Mapping[str, SentenceCheck]:
    found = {
        group: sum(
            (
                check_sentences((v for v in document if v.group == group), reading.text)
                for document, reading in zip(verdicts, readings, strict=True)
            ),
            SentenceCheck(),
        )
        for group in groups
    }
    return {**found, ALL: sum(found.values(), SentenceCheck())}


def _withheld(documents: Sequence[Document], known: Reference) -> WithheldScores:
    hidden, matcher = withheld(known), Matcher(known)
    verdicts = []
    for document in documents:
        lines = [hidden.translated(line) for line in read_document(document, hidden.rest).lines]
        verdicts.append(matcher.verdicts(document.annotation, lines))
    resampling = Resampling(len(documents))
    concerned = [[v for v in document if hidden.concerns(v.line)] for document in verdicts]
    return WithheldScores(len(hidden.rows), _by_group(verdicts, resampling), _by_group(concerned, resampling))


def short_of(evaluation: Evaluation, least: Iterable[str]) -> tuple[str, ...]:
    """The groups whose F1 is below what is asked of them ("post=0.9"); raises EvaluationError."""
    short: list[str] = []
    for wish in least:
        group, equals, number = wish.partition("=")
        group = group.removeprefix("mentions ").strip()
        if group not in evaluation.groups:
            raise EvaluationError(f"no group {group!r}; the groups are {', '.join(evaluation.groups)}")
        try:
            wanted = float(number)
        except ValueError:
            wanted = -1.0
        if not equals or not 0 <= wanted <= 1:
            raise EvaluationError(f"{wish!r} is no GROUP=F1 with an F1 from 0 to 1")
        reached = evaluation.groups[group].tally.f1
        if reached < wanted:
            short.append(f"{group} {reached:.3f}, at least {wanted:g} is asked")
    return tuple(short)
