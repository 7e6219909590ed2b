"""Whose post it is where a possessor stands before it: "Bulgaria's", "the High Commissioner's", "Petar's"."""

from __future__ import annotations

from typing import Final

from ..people.lexicon import DETERMINERS, POSSESSIVE_DETERMINERS
from ..people.line import Line
from .model import Left
from .offices import Office, office_ending
from .whom import Antecedents

__all__ = ["NAMED", "OF_STATES", "possessor"]

NAMED: Final = "name's"
_ALL_DETERMINERS: Final = DETERMINERS | POSSESSIVE_DETERMINERS
OF_STATES: Final = (("president",), ("prime", "minister"))


def possessor(line: Line, mark: int, first: int, antecedents: Antecedents) -> Left:
    """What a possessor says of the post behind it.

    Args:
        line: the sentence.
        mark: the ending "'s".
        first: the first word of the post.
        antecedents: what words refer back to.
    """
    chunk = line.ends_before(mark)
    if chunk is not None:
        outer, owners = chunk.first, [chunk.mention.entity]
        while line.low(outer - 1) == "and" and line.is_possessive(outer - 2):
            earlier = line.ends_before(outer - 2)
            if earlier is None or earlier.mention.entity.kind is not owners[0].kind:
                break
            outer = earlier.first
            owners.insert(0, earlier.mention.entity)
        if outer > line.start and line.lower[outer - 1] in DETERMINERS:
            outer -= 1
        return Left(outer, first, determiner="'s", whom=tuple(owners))
    begin = mark - 1
    inside = line.blocks(begin)
    if inside is not None and inside.first <= begin and inside.last > mark:
        return Left(inside.first, first, determiner="'s", whom=(inside.mention.entity,))
    state = _state_possessor(line, mark, first)
    if state is not None:
        return state
    office = office_ending(line.lower, begin)
    if office is not None:
        return _office_possessor(line, office, first, antecedents)
    while begin - 1 > line.start and line.is_capitalised(begin - 1) and line.is_capitalised(begin):
        begin -= 1
    outer = begin
    if outer > line.start and line.lower[outer - 1] in _ALL_DETERMINERS:
        outer -= 1
    if outer == begin:
        return Left(outer, first, determiner=NAMED)
    noun = " ".join(line.words[i].text for i in range(begin, mark))
    found = antecedents.noun(noun, line.words[begin].begin)
    return Left(outer, first, determiner="'s", whom=(found,) if found is not None else ())


def _office_possessor(
    line: Line, office: tuple[int, int, Office], first: int, antecedents: Antecedents
) -> Left:
    """ "the High Commissioner's", "the UN Secretary-General's" before a title."""
    begin = office[0]
    owner = line.ends_before(begin)
    if owner is not None and owner.mention.entity.id not in ("osce", "csce"):
        outer = owner.first - (line.low(owner.first - 1) in DETERMINERS)
        said = f"of the {line.text(begin, office[1]).lower()}"
        return Left(outer, first, determiner="'s", whom=(owner.mention.entity,), of=said)
    outer = begin
    while outer > line.start and line.low(outer - 1) in ("osce", "csce", *DETERMINERS):
        outer -= 1
    return Left(outer, first, determiner="'s", whom=(antecedents.body(office[2].holder),))


def _state_possessor(line: Line, mark: int, first: int) -> Left | None:
    """ "the Russian President's" before a title."""
    for title in OF_STATES:
        begin = mark - len(title)
        chunk = line.ends_before(begin)
        if line.lower[begin:mark] == title and chunk is not None and chunk.mention.demonym:
            outer = chunk.first - (line.low(chunk.first - 1) in DETERMINERS)
            whom = (chunk.mention.entity,)
            return Left(outer, first, determiner="'s", whom=whom, of=f"of the {' '.join(title)}")
    return None
