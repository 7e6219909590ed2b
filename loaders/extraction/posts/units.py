"""The words of units and matters: where their names end, which no mention covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ....ontology.facts import EntityKind
from ..people.lexicon import COMPLEMENT_PREPOSITIONS, HEADS, MODIFIERS, UNITS, is_topic
from ..people.line import Line
from ..tables import words
from .ends import ADJECTIVES, name_begins
from .model import is_territory
from .whom import has_unit_noun

__all__ = [
    "IN_UNITS",
    "capitalised_end",
    "matter_end",
    "observation_end",
    "past_acronym",
    "past_list",
    "plain_unit_end",
    "unit_at",
]

_IN_MATTERS: Final = frozenset(("and", "&", ",", "of", "the", "in", "against", "for", "to"))
IN_UNITS: Final = frozenset(("of", "for", "and", "on", "the", "&", "against"))
_ENDING_MATTERS: Final = frozenset((",", "of", "at", "in"))
_FOREIGN: Final = words("post_words", kind="small word of another language")
_LONGEST_UNIT: Final = 12
_LONGEST_LIST: Final = 6
_LONGEST_PLAIN: Final = 5
_LONGEST_SAID: Final = 7
_LONGEST_BEHIND: Final = 4
_LONGEST_MATTER: Final = 40
_BY_THEMSELVES: Final = words("post_words", kind="unit by itself")
_OBSERVING: Final = words("post_words", kind="of an election")


def unit_at(line: Line, index: int) -> tuple[int, str] | None:
    """A unit or organization that no mention covers, by name or in plain words ("the legal department")."""
    if index >= len(line) or line.blocks(index) is not None:
        return None
    if not line.is_capitalised(index):
        for last in range(index + 1, min(index + _LONGEST_SAID, len(line)) + 1):
            word = line.low(last - 1)
            if word in UNITS and (last - index < _LONGEST_PLAIN or "and" in line.lower[index:last]):
                return last, line.text(index, last)
            if (
                not word.replace("-", "").isalpha()
                or word in COMPLEMENT_PREPOSITIONS
                or line.is_capitalised(last - 1)
            ):
                return None
        return None
    last = capitalised_end(line, index)
    words = [line.low(i) for i in range(index, last)]
    if not has_unit_noun(words):
        plain = _plain_end(line, last) if is_topic(words[-1]) or line.words[last - 1].text.isupper() else None
        return (plain, line.text(index, plain)) if plain is not None else None
    last = index + _trimmed(words)
    return last, line.text(index, last)


def _plain_end(line: Line, index: int) -> int | None:
    """The word after a unit's noun that goes on in small letters ("the IT forensic department")."""
    for last in range(index, min(index + _LONGEST_BEHIND, len(line))):
        word = line.low(last)
        if line.is_capitalised(last) or not word.isalpha() or word in COMPLEMENT_PREPOSITIONS:
            return None
        if UNITS.get(word) == "unit":
            return last + 1
    return None


def _trimmed(words: Sequence[str]) -> int:
    """Cuts off what "and" joins after the unit's own noun."""
    seen = False
    for position, word in enumerate(words):
        if word == "and" and seen and not any(w in UNITS for w in words[position:]):
            rest = words[position + 1 :]
            if not all(is_topic(w) or w in IN_UNITS for w in rest):
                return position
        seen = seen or word in UNITS
    return len(words)


def capitalised_end(line: Line, index: int) -> int:
    """The word after a run of capitalised words with small ones inside."""
    last = index
    while last < len(line) and last - index < _LONGEST_UNIT:
        chunk = line.blocks(last)
        if chunk is not None and last > index:
            connected = line.low(last - 1) in ("of", "for")
            if (
                chunk.first == last
                and connected
                and is_territory(chunk.mention.entity)
                and not chunk.mention.demonym
            ):
                last = chunk.last
            break
        if last > index + 1 and name_begins([w.text for w in line.words[index : last + 1]], last - index):
            break
        if last == index + 1 and line.low(index) in _BY_THEMSELVES and not _names_unit(line, last):
            break
        if last == index + 1 and _is_whole_unit(line, index) and not _names_unit(line, last):
            break
        if line.is_capitalised(last) or line.is_possessive(last):
            last += 1
            continue
        ahead = last
        small = IN_UNITS | _FOREIGN
        while ahead < len(line) and line.low(ahead) in small and ahead - last < 3:
            ahead += 1
        if ahead == last or ahead >= len(line) or not line.is_capitalised(ahead):
            break
        if line.low(ahead - 1) in ("and", "&") and _begins_post(line, ahead):
            break
        chunk = line.blocks(ahead)
        if chunk is not None and not (is_territory(chunk.mention.entity) and line.low(ahead - 1) == "of"):
            break
        last = ahead
    while last > index + 1 and (line.low(last - 1) in IN_UNITS or line.is_possessive(last - 1)):
        last -= 1
    return max(last, index + 1)


def _begins_post(line: Line, index: int) -> bool:
    """Whether one post begins there that is another's too ("Minister for Trade and Chair-in-Office")."""
    head = HEADS.get((line.low(index),))
    return head is not None and not head.plural and line.low(index) not in UNITS


def _is_whole_unit(line: Line, index: int) -> bool:
    """Whether a unit's noun has all its name before it ("the Danish Delegation", "the Drava Presidency")."""
    word = line.low(index)
    return word == "delegation" or (word in UNITS and line.blocks(index - 1) is not None)


def _names_unit(line: Line, index: int) -> bool:
    """Whether a word goes on with the name of a unit: its noun, or a small word."""
    word = line.low(index)
    return word in UNITS or not line.is_capitalised(index) or is_topic(word) or line.blocks(index) is not None


def matter_end(line: Line, index: int) -> int | None:
    """The word after the matters that a post is for ("Justice", "Roma and Sinti Issues"), else None."""
    last = index
    end = min(len(line), index + _LONGEST_MATTER)
    while last < end:
        if line.chunks[last] is not None and line.blocks(last) is not None and not is_topic(line.low(last)):
            break
        if _is_matter_word(line, last):
            last += 1
            continue
        ahead = last
        while ahead < len(line) and line.low(ahead) in _IN_MATTERS:
            ahead += 1
        if ahead == last or ahead - last > 3 or not _is_matter_word(line, ahead):
            break
        if line.low(last) in ("in", "for", "to") and not line.is_capitalised(ahead):
            break
        if line.low(last) == "," and not _ends_list(line, ahead):
            break
        last = ahead
    last = _unknown_matters_end(line, index, last)
    return last if last > index else None


def _unknown_matters_end(line: Line, index: int, known: int) -> int:
    """The word after matters that no table knows, where a mark or small word ends them behind a post.

    "for Values and Transparency of", "for Public Diplomacy,"; a name behind a matter is no part of it.
    """
    if line.low(index - 1) not in ("for", "on"):
        return known
    last, run = max(known, index), 0
    while last < len(line) and line.blocks(last) is None:
        if line.is_capitalised(last) and line.low(last).isalpha():
            run += 1
        elif line.low(last) in ("and", "&") and line.is_capitalised(last + 1):
            run = 0
        else:
            break
        if run > (1 if known > index else 2):
            return known
        last += 1
    ended = line.low(last) in _ENDING_MATTERS and not line.quoted[index]
    return last if ended and last - index > 1 else known


def _is_matter_word(line: Line, index: int) -> bool:
    if index >= len(line):
        return False
    chunk = line.blocks(index)
    if chunk is not None and chunk.mention.entity.kind is EntityKind.STATE and not chunk.mention.demonym:
        return False
    word = line.low(index)
    if is_topic(word):
        return True
    if not line.is_capitalised(index) or line.blocks(index) is not None:
        return False
    return word.endswith(ADJECTIVES) and is_topic(line.low(index + 1))


def _ends_list(line: Line, index: int) -> bool:
    """Whether the matter after a comma goes on to an "and" ("Racism, Xenophobia and Discrimination")."""
    ahead = line.lower[index + 1 : index + _LONGEST_LIST]
    return line.is_capitalised(index) and "and" in ahead and "(" not in ahead


def observation_end(line: Line, index: int) -> int | None:
    """The word after a mission that observes or assesses an election ("election observation mission")."""
    for last in range(index + 1, min(index + _LONGEST_PLAIN + 1, len(line) + 1)):
        word = line.low(last - 1)
        if word == "mission":
            return last if not _OBSERVING.isdisjoint(line.lower[index:last]) else None
        if not word.replace("-", "").isalpha() or word in COMPLEMENT_PREPOSITIONS or word in IN_UNITS:
            return None
    return None


def plain_unit_end(line: Line, index: int) -> int | None:
    """The word after a unit in plain words that stands right behind a body ("legislative support unit")."""
    for last in range(index + 1, min(index + _LONGEST_PLAIN, len(line) + 1)):
        word = line.low(last - 1)
        if line.is_capitalised(last - 1):
            return None
        if UNITS.get(word) == "unit":
            return last
        if not (is_topic(word) or MODIFIERS.get(word) == "keep" or word.endswith(ADJECTIVES)):
            return None
    return None


def past_acronym(line: Line, index: int) -> int:
    """The word after an acronym or one other word in brackets ("(HCNM)", "(Ombudsman)")."""
    if line.low(index) == "(" and line.low(index + 2) == ")" and line.is_capitalised(index + 1):
        return index + 3
    return index


def past_list(line: Line, index: int) -> int:
    """The word after further matters of a committee ("Economic Affairs", then ", Science and Trade")."""
    if line.low(index) != ",":
        return index
    end = matter_end(line, index + 1)
    return end if end is not None and "and" in line.lower[index:end] else index
