"""Occasions that only the title calls by a noun, while the body tells what people did there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ....ontology.facts import EventKind
from ..clauses.line import Line, What
from ..clauses.words import PREPOSITIONS
from ..model import Part
from .draft import Draft
from .phrases import EventMention
from .setting.days_before import TOGETHER, is_told_together
from .setting.scope import is_background, is_told_as_false

__all__ = ["name_by_title"]

_GATHER: Final = frozenset(
    (
        EventKind.CONFERENCE,
        EventKind.EXERCISE,
        EventKind.MEETING,
        EventKind.ROUND_TABLE,
        EventKind.SEMINAR,
        EventKind.TRAINING,
    )
)
_LEAD: Final = 2


def name_by_title(found: Sequence[Line], mention: EventMention, drafts: list[Draft]) -> None:
    """Takes the noun of a title for what its first sentences say that people did, where they have none.

    As in the title "Workshop on wells in Asp" over "Forty farmers met in Asp today to talk about wells".

    Args:
        found: the lines of the release
        mention: the phrase of the title, which speaks of no occasion that the body has
        drafts: the occasions of the body, to which one may be added
    """
    line = found[mention.line]
    led_to = line.at(mention.first - 1) in PREPOSITIONS | {"of", "no"}
    if mention.acts or mention.kind not in _GATHER or led_to or mention.plural:
        return
    if is_told_as_false(line, mention) or is_background(line, mention):
        return
    if any(not d.first.acts and d.kind in _GATHER for d in drafts):
        return
    lead = [n for n, body in enumerate(found) if body.sentence.part is Part.BODY][:_LEAD]
    told = (d for d in drafts if d.first.line in lead and d.kind is EventKind.MEETING)
    met = next((d for d in told if all(m.to is None for m in d.mentions)), None)
    if met is not None:
        met.kind, met.noun = mention.kind, mention.noun
        met.mentions = [replace(m, name=mention.name, words=mention.words) for m in met.mentions]
        met.add(mention)
        return
    for number in lead:
        verb = _together(found[number])
        if verb is not None and not any(d.first.line == number for d in drafts):
            here = replace(
                mention, line=number, head=verb, first=verb, last=verb + 1, acts=True, in_title=False
            )
            drafts.append(Draft(mention.kind, mention.noun, [here, mention]))
            return


def _together(line: Line) -> int | None:
    """The verb that says what people did together on a day."""
    if not line.dates or not is_told_together(line):
        return None
    return next((at for at in line.places(TOGETHER) if line.items[at].what is What.WORD), None)
