"""Who does what a verb says: the parties before it, behind an apposition, or after "by"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from ....ontology.facts import ActKind, EntityKind
from ..clauses.line import Line, Rule, What, party_list, preceding_list
from ..clauses.words import AUXILIARIES, BE, DETERMINERS, FILLERS, MODALS, NEGATIONS, PREPOSITIONS
from ..tables import read_table, words
from ..text.inflection import inflected
from .groups import Group, chain_begin
from .verbs import Form

__all__ = [
    "AGENT_RULES",
    "OF_RELATIVE",
    "Agents",
    "end_of_subject",
    "heads_clause",
    "is_pronoun",
    "is_verb_at",
    "with_partners",
]

Agents = tuple[tuple[int, ...], bool]
"""The indexes of the agents, and whether "neither ... nor" or "no" denies what they do."""

_AGENT_KINDS: Final = frozenset(
    (
        EntityKind.PERSON,
        EntityKind.STATE,
        EntityKind.BODY,
        EntityKind.FIELD_OPERATION,
        EntityKind.ORGANIZATION,
    )
)
_POSSESSIVES: Final = frozenset(("'s", "’s", "'", "’"))
_PAST: Final = words("tense_words", tense="past")
_SUBORDINATORS: Final = words("event_words", kind="subordinator")
_PRONOUNS: Final = words("act_words", kind="pronoun")
_LITTLE: Final = PREPOSITIONS | _SUBORDINATORS | NEGATIONS | FILLERS | {"and", "but", "or"}
_RELATIVES: Final = frozenset(("who", "which"))
_JOINS: Final = frozenset(("and", "but", "then"))
_OPENS: Final = words("act_words", kind="begins a clause") | {",", ";", ":", "-", "–", "—"}
_PARTING: Final = words("act_words", kind="parts a sentence")
_OF_ANOTHER: Final = words("act_words", kind="begins a clause about another")
_BY_REACH: Final = 12
_MADE_BETWEEN: Final = (ActKind.SIGNED,)
_APPOSITION: Final = 26
_SHARED_REACH: Final = 80
_RANKS_BEFORE: Final = 4
_TOGETHER: Final = (("together", "with"), ("jointly", "with"), ("along", "with"))
_OF_PARTICIPLES: Final = words("act_words", kind="before a participle")


@cache
def _finite() -> tuple[frozenset[str], frozenset[str]]:
    """The past and the present forms of all verbs of acting and saying."""
    rows = (*read_table("act_verbs"), *read_table("speech_verbs"))
    forms = [inflected(row["verb"], row["past"]) for row in rows]
    return frozenset(f["past"] for f in forms), frozenset(f["present"] for f in forms)


def is_verb_at(line: Line, index: int) -> bool:
    """Whether a word looks like a finite verb or begins a group of one.

    The present of a verb may be a noun in the plural ("visits"): it counts behind a party only.
    """
    if not 0 <= index < len(line.items) or line.items[index].what is not What.WORD:
        return False
    word = line.lower[index]
    if line.items[index].text[:1].isupper():
        return False
    past, present = _finite()
    return (
        word in BE
        or word in MODALS
        or word in AUXILIARIES
        or word in _PAST
        or word in past
        or (word.endswith("ed") and len(word) > 4)
        or (word in present and line.is_party(index - 1))
    )


def _is_free(line: Line, index: int) -> bool:
    """Whether nothing makes the party at an index a part of something else, or the owner of it."""
    if line.at(index + 1) in _POSSESSIVES:
        return False
    item = line.items[index]
    return item.entity is not None and item.entity.kind in _AGENT_KINDS


def _before(line: Line, index: int) -> int:
    """The index of what stands before a party, its article, ranks and short describing words passed over."""
    at = index - 1
    while at >= line.start and (
        line.at(at) in DETERMINERS
        or line.at(at) == "both"
        or (
            line.items[at].what is What.WORD
            and line.items[at].text[:1].isupper()
            and line.at(at) not in _LITTLE
        )
        or (line.items[at].mention is not None and line.items[at].mention.demonym)  # type: ignore[union-attr]
    ):
        at -= 1
    return at


def heads_clause(line: Line, index: int) -> bool:
    """Whether a party can be the subject of a clause: no preposition or verb stands before it."""
    at = _before(line, index)
    if at < line.start:
        return True
    word = line.at(at)
    if word in PREPOSITIONS or word in _POSSESSIVES or word in _OF_ANOTHER:
        return False
    if word in _OPENS or word in _SUBORDINATORS:
        return True
    item = line.items[at]
    if item.what in (What.DATE, What.QUOTE) or word in FILLERS or word in ("neither", "nor", "both", "no"):
        return True
    opening = range(line.start, index)
    opens = line.at(line.start) in PREPOSITIONS and not any(line.items[back].acts for back in opening)
    return (opens or is_pronoun(line, index)) and not any(is_verb_at(line, back) for back in opening)


def is_pronoun(line: Line, index: int) -> bool:
    """Whether "he" or "she" stands at an index."""
    return line.at(index) in _PRONOUNS


def _list_before(line: Line, index: int) -> Agents | None:
    """The co-ordinated parties that end at an index, where they are a subject."""
    found = preceding_list(line, index)
    before = _before(line, found[0])
    denied = False
    if line.at(before) == "nor":
        other = before - 1
        if not line.is_party(other):
            return None
        found = (*preceding_list(line, other), *found)
        before = _before(line, found[0])
        if line.at(before) != "neither":
            return None
        denied = True
    elif line.at(before) in ("no", "neither"):
        return None
    if line.at(before) in ("of", "from") and line.is_person(before - 1) and heads_clause(line, before - 1):
        return (before - 1,), False
    if not all(_is_free(line, at) for at in found) or not heads_clause(line, found[0]):
        return None
    if line.at(before) == "and" and not _is_clause_join(line, before):
        return None
    return found, denied


def _is_clause_join(line: Line, index: int) -> bool:
    """Whether "and" begins a clause, and does not join a party to somebody who is none."""
    at = index - 1
    comma = line.at(at) == ","
    return comma or any(is_verb_at(line, back) for back in range(line.start, at))


def end_of_subject(line: Line, begin: int) -> int:
    """The index of the word before a group of verbs, days passed over ("The Mission on Friday opened")."""
    at = begin - 1
    while at > line.start and line.items[at].what is What.DATE:
        at -= 2 if line.at(at - 1) in ("on", "in") else 1
    return at


def _adjacent(line: Line, group: Group) -> Agents | None:
    return _next_to(line, group.begin)


def _next_to(line: Line, begin: int) -> Agents | None:
    at = end_of_subject(line, begin)
    if at < line.start or not line.items[at].acts:
        return None
    return _list_before(line, at)


def _relative(line: Line, group: Group) -> Agents | None:
    return _of_relative_at(line, group.begin)


def _of_relative_at(line: Line, begin: int) -> Agents | None:
    at = end_of_subject(line, begin)
    if line.at(at) not in _RELATIVES:
        return None
    before = at - 2 if line.at(at - 1) == "," else at - 1
    if before < 0 or not line.is_party(before) or line.at(before + 1) in _POSSESSIVES:
        return None
    return ((before,), False) if line.is_person(before) == (line.at(at) == "who") else None


def _apposition(line: Line, group: Group) -> Agents | None:
    return _behind_apposition(line, group.begin)


def _behind_apposition(line: Line, begin: int) -> Agents | None:
    """The subject before what stands between two commas, or in brackets, or itself between commas."""
    end = end_of_subject(line, begin)
    mark = line.at(end)
    if mark not in (",", ")"):
        return None
    opening = "(" if mark == ")" else ","
    if mark == "," and line.items[end - 1].acts:
        if "," in line.items[end - 1].text:
            return _list_before(line, end - 1)
        if line.is_person(end - 1):
            named = preceding_list(line, end - 1)
            if line.at(named[0] - 1) == "," and _is_description(line, named[0] - 1):
                return named, False
    for at in range(end - 2, max(line.start - 1, end - _APPOSITION), -1):
        if line.at(at) in (";", ":") or line.items[at].what is What.QUOTE:
            return None
        if not line.items[at].acts or line.at(at + 1) != opening:
            continue
        within = range(at + 2, end)
        tells = line.at(at + 2) in _RELATIVES or line.at(at + 2) == "whose"
        if mark == "," and not tells and any(is_verb_at(line, i) for i in within):
            return None
        found = _list_before(line, at)
        if found is not None:
            return found
    return None


def _is_description(line: Line, comma: int) -> bool:
    """Whether the sentence begins with a post and a comma: "The new head in Tirana, Anna Berg, ..."."""
    before = range(line.start, comma)
    opens = line.at(line.start) in DETERMINERS or line.items[line.start].acts
    return opens and not any(
        is_verb_at(line, at) or line.is_person(at) or line.at(at) == "," for at in before
    )


def _shared(line: Line, group: Group) -> Agents | None:
    """The subject of the verb before, with which the sentence goes on ("visited Linden and met ...")."""
    end = end_of_subject(line, group.begin)
    denied = line.at(group.begin) == "nor" and "neither" in line.lower[line.start : group.begin]
    if denied:
        end = group.begin
    elif line.at(end) not in _JOINS and line.at(end) != ",":
        return None
    if line.at(end) == "," and not any(line.at(i) in _JOINS for i in range(group.end, len(line.items))):
        return None
    for at in range(end - 1, max(line.start, end - _SHARED_REACH) - 1, -1):
        if line.at(at) in (";", ":") or line.at(at) in _PARTING:
            return None
        if is_verb_at(line, at) and not is_verb_at(line, at - 1):
            begin = chain_begin(line, at)
            relative = line.at(end_of_subject(line, begin)) in _RELATIVES
            found = _next_to(line, begin) or _behind_apposition(line, begin)
            found = _of_relative_at(line, begin) if relative else found
            if found is not None or relative:
                return (found[0], found[1] or denied) if found is not None else None
    return None


def _before_subject(line: Line, group: Group) -> Agents | None:
    """The subject between a relative pronoun and its verb: "two boats, which Norway donated"."""
    at = end_of_subject(line, group.begin)
    before = _before(line, at)
    if at < line.start or not line.items[at].acts or line.at(before) not in ("which", "that"):
        return None
    return ((at,), False) if _is_free(line, at) else None


def _of_participle(line: Line, group: Group) -> Agents | None:
    """The subject of the sentence that a participle goes with: "After meeting Carl Dahl, Anna Berg left"."""
    joint = group.begin - 1
    if group.form is not Form.ING or line.at(joint) not in _OF_PARTICIPLES:
        return None
    if joint - line.start <= 1:
        comma = next((at for at in range(group.end, len(line.items)) if line.at(at) == ","), None)
        found, end = party_list(line, comma + 1) if comma is not None else ((), 0)
        goes_on = is_verb_at(line, end) or line.at(end) == ","
        near = bool(found) and comma is not None and found[0] - comma <= _RANKS_BEFORE and goes_on
        return (found, False) if near and all(_is_free(line, at) for at in found) else None
    for at in range(line.start, joint):
        if line.at(at) in (";", ":") or line.at(at) in _PARTING:
            return None
        if is_verb_at(line, at) and not is_verb_at(line, at - 1):
            begin = chain_begin(line, at)
            return _next_to(line, begin) or _behind_apposition(line, begin)
    return None


def _by_agent(line: Line, group: Group) -> Agents | None:
    for at in range(group.end, min(len(line.items), group.end + _BY_REACH)):
        word = line.at(at)
        if word == "by" or (word == "between" and group.verb.kind in _MADE_BETWEEN):
            found, _ = party_list(line, at + 1)
            free = bool(found) and found[0] - at <= 3 and all(_is_free(line, i) for i in found)
            return (found, False) if free else None
        if word in (",", ";", ".", "which", "that", "who") or (is_verb_at(line, at) and at > group.end):
            return None
    return None


def with_partners(line: Line, group: Group, agents: tuple[int, ...]) -> tuple[int, ...]:
    """The agents, and those who do it together with them: "Anna Berg, together with Carl Dahl, opened"."""
    beside = agents[-1] + 1
    opening = line.lower[line.start : line.start + 2] in _TOGETHER
    if line.at(beside) == "," and line.lower[beside + 1 : beside + 3] in _TOGETHER:
        found, end = party_list(line, beside + 3)
        there = bool(found) and line.at(end) == "," and end < group.begin
    elif opening and agents[0] < group.begin:
        found, end = party_list(line, line.start + 2)
        there = bool(found) and line.at(end) == "," and end < agents[0]
    else:
        return agents
    return (*agents, *found) if there and all(_is_free(line, at) for at in found) else agents


AgentRule = Rule[Callable[[Line, Group], "Agents | None"]]

OF_RELATIVE: Final = "subject within a relative clause"
"""The rule for subjects that stand behind their objects."""

AGENT_RULES: Final[tuple[AgentRule, ...]] = (
    Rule(
        "subject of an act",
        0.92,
        "[Anna Berg] signed the treaty.",
        "Friends of [Anna Berg] signed the treaty.",
        _adjacent,
    ),
    Rule(
        "relative clause of an act",
        0.88,
        "The treaty lies with [Anna Berg], who signed the charter.",
        "The treaty lies with [Anna Berg], which signed the charter.",
        _relative,
    ),
    Rule(
        "subject behind an apposition",
        0.85,
        "[Anna Berg], head of a village by the lake, signed the treaty.",
        "After the talks with [Anna Berg], signed copies of the treaty were burnt.",
        _apposition,
    ),
    Rule(
        "subject of the verb before",
        0.82,
        "[Anna Berg] came and signed the treaty.",
        "[Anna Berg] waited while [Carl Dahl] came and villagers signed the treaty.",
        _shared,
    ),
    Rule(
        "subject of a participle",
        0.82,
        "After signing the treaty, [Anna Berg] left.",
        "After signing the treaty, friends of [Anna Berg] left.",
        _of_participle,
    ),
    Rule(
        OF_RELATIVE,
        0.85,
        "The treaty, which [Anna Berg] signed, is long.",
        "The treaty, which friends of [Anna Berg] signed, is long.",
        _before_subject,
    ),
    Rule(
        "agent of a passive act",
        0.9,
        "The treaty was signed by [Anna Berg].",
        "The treaty was signed by friends of [Anna Berg].",
        _by_agent,
    ),
)
