"""Posts that a verb gives: "who heads the Mission's Police Unit", "presides over the Court"."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import EntityKind
from ..people.lexicon import Head
from ..people.line import Line
from ..tables import read_table
from .complement import Complement, read_complement
from .model import PostPhrase
from .read import at_operation
from .titles import normal_title
from .whom import Antecedents

__all__ = ["VERBS_OF_HEADING", "verb_post"]

_VERBS: Final = {row["verb"]: row["title"] for row in read_table("post_verbs") if row["voice"] == "active"}
VERBS_OF_HEADING: Final = frozenset(_VERBS) | {"sits"}


def verb_post(line: Line, index: int, antecedents: Antecedents) -> PostPhrase | None:
    """The post that a verb gives ("heads the Mission's Police Unit"), None where it gives none."""
    sits = line.low(index) == "sits" and line.low(index + 1) in ("at", "on", "in")
    title = "judge" if sits else _VERBS.get(line.low(index))
    if title is None:
        return None
    head = Head(title, "office", plural=False)
    over = line.low(index) == "presides"
    if over and line.low(index + 1) != "over":
        return None
    complement = _object(line, index + 1 + (sits or over), head, antecedents)
    if complement is None or not complement.whom:
        return None
    if sits and "court" not in complement.whom[0].name.lower():
        return None
    normal, status = normal_title([], title, complement.title)
    whom = complement.whom
    if whom[0].kind not in (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION):
        return None
    if whom[0].id is None and whom[0].name.lower().endswith("observation mission"):
        normal = f"{normal} of mission"
    if whom[0].kind is EntityKind.FIELD_OPERATION:
        normal, whom = at_operation(normal, whom, antecedents)
    return PostPhrase(
        outer=index, first=index, last=complement.last, head_at=index, head=head, title=normal, whom=whom,
        status=status, determiner="", complement=True, rule="verb of heading", confidence=0.85,
    )  # fmt: skip


def _object(line: Line, start: int, head: Head, antecedents: Antecedents) -> Complement | None:
    """The verb's object, read as if "of" stood before it."""
    return read_complement(line, start, head, antecedents, has_whom=False, implied=True)
