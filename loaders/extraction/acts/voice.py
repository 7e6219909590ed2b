"""Whether a verb stands in the release's own voice: not in what somebody said, thinks, hopes or may find."""

from __future__ import annotations

from itertools import islice
from typing import Final

from ....ontology.facts import Status
from ..clauses.line import Line, What
from ..clauses.unreal import is_conditional
from ..clauses.words import FILLERS
from ..statements.speech import SpeechVerb, is_parenthetical, reports, speech_verb, speech_words
from ..tables import phrases, words
from .agents import is_verb_at
from .groups import Group
from .verbs import act_verbs

__all__ = ["is_own_voice"]

_HYPOTHETICAL: Final = words("act_words", kind="hypothetical")
_REPORTED: Final = words("act_words", kind="reported")
_BEFORE_SPEAKER: Final = phrases("speech_phrases", kind="before speaker")
_TOLD: Final = frozenset((".", ",", "", ";"))
_ADDRESSED: Final = 6
_SPEAKS: Final = frozenset(("condemned", "welcomed", "called on"))


def is_own_voice(line: Line, group: Group, agent: int) -> bool:
    """Whether the release itself says what the verb tells of its agent."""
    first = min(agent, group.begin)
    if is_conditional(line.lower, group.head) or line.once(_is_after_speaker_phrase):
        return False
    if not line.words.isdisjoint(_HYPOTHETICAL) and _is_hypothetical(line, group, first):
        return False
    if any(
        line.lower[at] in _REPORTED and line.items[at].what is What.WORD for at in _clause_before(line, first)
    ):
        return False
    return not _is_reported(line, group, first)


def _clause_before(line: Line, first: int) -> range:
    begin = line.start
    for at in range(line.start, first):
        if line.at(at) == ";":
            begin = at + 1
    return range(begin, first)


def _is_hypothetical(line: Line, group: Group, first: int) -> bool:
    """Whether a condition stands before the clause, or behind what only may be done: "would sign if ..."."""
    depends = group.sense.status is Status.POSSIBLE and "if" in line.lower[group.head :]
    return depends or any(line.lower[at] in _HYPOTHETICAL for at in _clause_before(line, first))


def _is_after_speaker_phrase(line: Line) -> bool:
    return any(
        line.lower[at : at + len(phrase)] == phrase
        for phrase in _BEFORE_SPEAKER
        if phrase[0] in line.words
        for at in range(line.start, len(line.items))
    )


def _is_reported(line: Line, group: Group, first: int) -> bool:
    """Whether a verb of saying has the act in its words: one before the agent, or one that stands apart."""
    for at in line.places(speech_words()):
        if group.begin <= at < group.end or (verb := speech_verb(line, at)) is None:
            continue
        if at < first:
            told = reports(line, verb) and not _is_act(line, at) and not _is_behind_quotation(line, verb)
            if told and not _is_of_relative(line, verb, first):
                return True
        elif at > group.head and (is_parenthetical(line, verb) or _tells_at_the_end(line, verb)):
            return True
        elif first < at < group.head and group.verb.kind not in _SPEAKS and line.at(verb.last) != "by":
            return _has_clause(line, verb, group)
    return False


def _is_act(line: Line, index: int) -> bool:
    rows = act_verbs().get(line.at(index), ())
    return any(verb.kind in _SPEAKS and verb.after(line, index) is not None for verb, _ in rows)


def _is_behind_quotation(line: Line, verb: SpeechVerb) -> bool:
    """Whether the verb has its quoted words before it, so that what follows is the release's own."""
    return any(line.items[at].what is What.QUOTE for at in range(max(0, verb.index - 2), verb.index))


def _is_of_relative(line: Line, verb: SpeechVerb, first: int) -> bool:
    """Whether the agent is the speaker himself, told of more in a relative clause."""
    return (
        first - verb.last <= 1
        and line.at(first + 1) in (",", "who")
        and "who" in line.lower[first : first + 3]
    )


def _tells_at_the_end(line: Line, verb: SpeechVerb) -> bool:
    """As in "..., environmental groups demanded.", "..., she told the press."."""
    behind = (at for at in range(verb.last, len(line.items)) if line.at(at) not in _TOLD)
    rest = [*islice(behind, _ADDRESSED + 1)]
    if rest and (verb.verb != "tell" or len(rest) > _ADDRESSED or any(is_verb_at(line, at) for at in rest)):
        return False
    before = verb.index - 1
    while before > 0 and (line.items[before].what is not What.WORD or line.lower[before][:1].isalpha()):
        before -= 1
    return (
        line.at(before) == ","
        and verb.index - before <= 8
        and line.at(before + 1) not in ("and", "but", "who")
    )


def _has_clause(line: Line, verb: SpeechVerb, group: Group) -> bool:
    """Whether what the verb says is a clause that may go on to the act ("said Belgium paid and signed")."""
    at = verb.last
    while at < group.begin and line.at(at) in FILLERS:
        at += 1
    return any(line.at(i) in _REPORTED or _begins_clause(line, i) for i in range(at, group.begin))


def _begins_clause(line: Line, index: int) -> bool:
    """Whether a party with a verb behind it stands at an index."""
    return line.items[index].acts and is_verb_at(line, index + 1)
