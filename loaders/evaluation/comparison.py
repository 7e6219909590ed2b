"""What a change of the reader won and lost, line by line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from .errors import EvaluationError
from .export import VERSION, rounded
from .lines import Line
from .matching import Outcome, Verdict
from .measuring import Evaluation

__all__ = ["Change", "Comparison", "compare", "read_old"]

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A line that is another one's gain or loss.

    won   whether the change is for the better
    what  "found", "no longer found", "false" or "no longer false"
    rule  the rule that finds it, or found it before
    """

    document: str
    group: str
    line: Line
    won: bool
    what: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An evaluation against an older one, for the documents and annotated lines that both have.

    changes     document by document
    f1          by group: before and now, over all documents of either
    only_old    documents that only the older one has; `only_new` those that only this one has
    """

    changes: tuple[Change, ...]
    f1: Mapping[str, tuple[float, float]]
    only_old: tuple[str, ...] = ()
    only_new: tuple[str, ...] = ()

    @property
    def won(self) -> tuple[Change, ...]:
        """The changes for the better."""
        return tuple(change for change in self.changes if change.won)

    @property
    def lost(self) -> tuple[Change, ...]:
        """The changes for the worse."""
        return tuple(change for change in self.changes if not change.won)


def read_old(path: Path) -> Mapping[str, Any]:
    """What `osce-kg evaluate --json` wrote; raises EvaluationError for anything else, OSError."""
    try:
        old = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise EvaluationError(f"{path} is no JSON: {error}") from error
    if not isinstance(old, dict) or old.get("version") != VERSION or "groups" not in old:
        raise EvaluationError(f"{path} was not written by `osce-kg evaluate --json` of this version")
    if "lines" not in old:
        raise EvaluationError(f"{path} has figures only: its lines were left out")
    return old


def compare(new: Evaluation, old: Mapping[str, Any]) -> Comparison:
    """What became better and worse since an older evaluation (read by `read_old`)."""
    lines = old["lines"]
    parts = zip(new.names, new.verdicts, strict=True)
    changes = chain.from_iterable(
        _changes(name, verdicts, lines[name]) for name, verdicts in parts if name in lines
    )
    f1 = {
        group: (float(old["groups"][group]["f1"]), rounded(score.tally.f1))
        for group, score in new.groups.items()
        if group in old["groups"]
    }
    return Comparison(
        tuple(changes),
        f1,
        tuple(sorted(set(lines) - set(new.names))),
        tuple(sorted(set(new.names) - set(lines))),
    )


def _changes(
    document: str, verdicts: tuple[Verdict, ...], old: Mapping[str, list[dict[str, Any]]]
) -> list[Change]:
    before = {outcome: _keys(old.get(outcome.value, [])) for outcome in Outcome}
    now: dict[Outcome, set[tuple[str, Key]]] = {outcome: set() for outcome in Outcome}
    changes = []
    for verdict in verdicts:
        place = verdict.group, verdict.line.key
        now[verdict.outcome].add(place)
        rule = verdict.found.rule if verdict.found is not None else ""
        if verdict.outcome is Outcome.HIT and place in before[Outcome.MISSING]:
            changes.append(Change(document, verdict.group, verdict.line, True, "found", rule))
        elif verdict.outcome is Outcome.MISSING and place in before[Outcome.HIT]:
            rule = before[Outcome.HIT][place]
            changes.append(Change(document, verdict.group, verdict.line, False, "no longer found", rule))
        elif verdict.outcome is Outcome.FALSE and place not in before[Outcome.FALSE]:
            changes.append(Change(document, verdict.group, verdict.line, False, "false", rule))
    for (group, key), rule in before[Outcome.FALSE].items():
        if (group, key) not in now[Outcome.FALSE] and (group, key) not in now[Outcome.HIT]:
            changes.append(Change(document, group, Line(*key), True, "no longer false", rule))
    return changes


def _keys(lines: list[dict[str, Any]]) -> dict[tuple[str, Key], str]:
    found: dict[tuple[str, Key], str] = {}
    for one in lines:
        predicate, subject, what = (*one["line"], "", "", "")[:3]
        found[one["group"], (predicate, subject, what)] = one.get("rule", "")
    return found
