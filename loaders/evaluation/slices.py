"""Cuts through an evaluation: by kind, layout, language, and by whether reference knows the entity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from ...ontology.facts import EntityKind
from ...ontology.reference import Reference
from .documents import Reading
from .lines import Line
from .matching import ALL_GROUPS, MENTIONED, Verdict
from .scores import Resampling, Score, tally_of

__all__ = ["IN_REFERENCE", "NOT_IN_REFERENCE", "about", "by_document", "by_verdict", "is_known", "kind_of"]

IN_REFERENCE: Final = "in reference"
NOT_IN_REFERENCE: Final = "not in reference"
_OF_OBJECT: Final = tuple(kind.value for kind in MENTIONED)

Verdicts = Sequence[Sequence[Verdict]]


def kind_of(verdict: Verdict) -> str:
    """The predicate of a header line, the kind of an event, how an act stands ("did not"); else empty."""
    line = verdict.line
    if verdict.group == "header":
        return f"header: {line.predicate}"
    if verdict.group == "act":
        return f"act: {line.act_parts[1]}"
    return f"event: {line.event_parts[0] or 'none'}" if verdict.group == "event" else ""


def about(line: Line) -> str:
    """Whom or what a line is about: the entity mentioned, the person, the party."""
    if line.group in _OF_OBJECT or line.predicate in ("person", "organizer", "participant"):
        return line.object
    if line.predicate == "post":
        return line.post_parts[1]
    return line.subject if line.predicate in ("said", "event") else ""


def is_known(line: Line, known: Reference) -> bool | None:
    """Whether reference has what a line is about (of a post: whom it is for), None for the header."""
    name = about(line)
    if not name:
        return None
    if line.group in _OF_OBJECT:
        return _has(known, name, (EntityKind(line.group),))
    if line.predicate == "event":
        return bool(known.find(name, kinds={EntityKind.EVENT}))
    if line.predicate == "person":
        return known.person_named(name) is not None
    if line.predicate == "post":
        return name == "osce" or _has(known, name, MENTIONED)
    return name == "osce" or known.person_named(name) is not None or _has(known, name, MENTIONED)


def _has(known: Reference, name: str, kinds: Sequence[EntityKind]) -> bool:
    for kind in kinds:
        try:
            known.get(kind, name)
        except KeyError:
            continue
        return True
    return bool(known.find(name, kinds=set(kinds)))


def by_verdict(
    verdicts: Verdicts, label: Callable[[Verdict], str], resampling: Resampling
) -> Mapping[str, Score]:
    """The score of each label that verdicts have; the empty label is left out."""
    found: dict[str, list[list[Verdict]]] = {}
    for place, document in enumerate(verdicts):
        for verdict in document:
            name = label(verdict)
            if name:
                found.setdefault(name, [[] for _ in verdicts])[place].append(verdict)
    return {
        name: resampling.score([tally_of(one) for one in found[name]]) for name in sorted(found, key=_order)
    }


def _order(name: str) -> tuple[int, str]:
    group = name.partition(":")[0]
    return (ALL_GROUPS.index(group) if group in ALL_GROUPS else len(ALL_GROUPS)), name


def by_document(
    verdicts: Verdicts, readings: Iterable[Reading], label: Callable[[Reading], str]
) -> Mapping[str, tuple[int, Score]]:
    """The number of documents and the score of each label that documents have, resampled among themselves."""
    found: dict[str, list[Sequence[Verdict]]] = {}
    for document, reading in zip(verdicts, readings, strict=True):
        found.setdefault(label(reading), []).append(document)
    return {
        name: (len(those), Resampling(len(those)).score([tally_of(one) for one in those]))
        for name, those in sorted(found.items())
    }
