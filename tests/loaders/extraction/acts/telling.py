"""Acts of marked-up texts as lines that a person reads."""

from __future__ import annotations

from osce_kg.loaders.extraction.acts.find import find_acts
from osce_kg.loaders.extraction.statements.find import read_clauses
from osce_kg.ontology.facts import Act, Status

from ..event_reading import Reading, read

_HOW = {Status.TOOK_PLACE: "", Status.PLANNED: "will ", Status.POSSIBLE: "may ", Status.URGED: "should "}


def acts_of(reading: Reading) -> tuple[Act, ...]:
    clauses = read_clauses(reading.context, reading.sentences, reading.mentions, reading.parties)
    return find_acts(reading.context, clauses, reading.found)


def told(text: str) -> list[str]:
    """Each act as "agents [how] kind: what > to whom @ where, when"."""
    reading = read(text)
    found = []
    for act in acts_of(reading):
        how = _HOW[act.status] + ("not " if act.negated else "")
        what = ", ".join(e.name for e in act.things)
        if act.words is not None:
            what = act.words.of(reading.context.text)
        line = f"{' + '.join(e.name for e in act.agents)} {how}{act.kind}: {what}"
        if act.recipients:
            line += f" > {', '.join(e.name for e in act.recipients)}"
        if act.where is not None:
            line += f" @ {act.where.name}"
        if str(act.when):
            line += f" on {act.when}"
        found.append(line.replace(":  ", ": "))
    return found
