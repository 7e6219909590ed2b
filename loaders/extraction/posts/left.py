"""What stands before the head noun of a post: modifiers, and whom it is for ("Bulgaria's", "its")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..people.lexicon import (
    DETERMINERS,
    HEADS,
    MODIFIERS,
    NOT_NAMES,
    POSSESSIVE_DETERMINERS,
    UNITS,
    Head,
    head_sizes,
    is_topic,
)
from ..people.line import Chunk, Line
from ..tables import endings
from ..tables import words as words_of
from .model import Left
from .possessors import possessor
from .whom import Antecedents

__all__ = ["final_head", "head_at", "read_left"]

_ADJECTIVES: Final = endings("post_words", kind="ending of a modifier")
_JOINING: Final = frozenset(("and", "&"))
_LEADING_HEADS: Final = words_of("post_words", kind="opens another head")
_FARTHEST_BOUNDARY: Final = 4
_MOST_MODIFIERS: Final = 24
_NUMBERS: Final = words_of("numbers")
_OPENERS: Final = words_of("not_names", reason="opener")
_HEADING: Final = words_of("post_words", kind="head of a unit")
_PREFIXES: Final = words_of("post_words", kind="prefix")
_EMPLOYERS: Final = words_of("post_words", kind="employer")
_OF_OTHERS: Final = ("president", "mp", "envoy")
_CHAIRS: Final = words_of("post_words", kind="chair")
_SAYS_WHAT_ONE_IS: Final = frozenset(("is", "was", "as"))
_RELATIVES: Final = frozenset(("who", "works", "worked", "serves", "served"))
_ADVISING: Final = frozenset(("adviser", "advisor"))
_ORDINALS: Final = frozenset(("first", "second", "third", "fourth", "fifth"))
_SIDES: Final = ("side",)
_RANKS: Final = words_of("post_words", kind="rank before a title")
_FUNCTION: Final = words_of("not_names", reason="opener") | words_of("person_cues", cue="saying")
_SHORT_ORGANIZATIONS: Final = words_of("unit_nouns", short="yes")


def head_at(line: Line, index: int) -> tuple[int, Head] | None:
    """The head noun that begins with the word, and the word after it: the longest ("Secretary General")."""
    for size in head_sizes(line.lower[index]):
        words = line.lower[index : index + size]
        if len(words) < size:
            continue
        head = HEADS.get((*words[:-1], words[-1].removesuffix("-elect").removesuffix("-designate")))
        if head is not None:
            return index + size, head
    return None


def final_head(line: Line, index: int) -> tuple[int, int, Head] | None:
    """The head noun of the phrase that begins here: "Assistant Chief General Inspector" is an inspector."""
    found = head_at(line, index)
    if found is None:
        return None
    last, head = found
    first = index
    while str(head) in _LEADING_HEADS and last < len(line):
        ahead = last
        while ahead < min(last + 3, len(line)) and _is_modifier(line, ahead) and head_at(line, ahead) is None:
            ahead += 1
        following = head_at(line, ahead) if ahead < len(line) and line.blocks(ahead) is None else None
        if following is None or line.is_capitalised(ahead) != line.is_capitalised(first):
            break
        first, (last, head) = ahead, following
    return first, last, head


def _is_modifier(line: Line, index: int) -> bool:
    lower = line.low(index)
    if lower in MODIFIERS:
        return True
    if not line.is_capitalised(index) and (lower in _OPENERS or lower.endswith("ing")):
        return False
    if is_topic(lower):
        return True
    if lower.startswith("ex-") or lower.endswith(("-speaking", "-based", "-serving")):
        return True
    return line.is_capitalised(index) and (
        lower in UNITS or lower.endswith(_ADJECTIVES) or _is_compound(lower)
    )


def _is_compound(word: str) -> bool:
    """Whether a word with a hyphen is a matter and no name ("Counter-Terrorism")."""
    first, hyphen, rest = word.partition("-")
    return bool(hyphen) and (first in _PREFIXES or (is_topic(rest) and is_topic(first)))


def read_left(line: Line, head_first: int, antecedents: Antecedents, *, floor: int = 0) -> Left:
    """Reads leftwards from the head noun; the words before the floor belong to another post."""
    first = _modifiers_begin(line, head_first)
    if first < floor < head_first and line.low(floor) in _JOINING:
        first = floor + 1
    words = [word.text for word in line.words[first:head_first] if not _is_aside(word.text.lower())]
    if len(words) == 1 and words[0] in _ORDINALS and line.is_capitalised(head_first):
        words = []  # "the first Chair": no rank, which would have a capital
    whom: tuple[Entity, ...] = ()
    if words and words[0].lower() in _SHORT_ORGANIZATIONS and words[0][0].isupper() and len(words) == 1:
        short = antecedents.noun(words[0], line.words[first].begin)
        if short is not None:
            whom, words = (short,), []
    left = _context(line, first, head_first, antecedents)
    split = _organization_among(line, first, head_first) if not whom else None
    if split is not None and len(words) == head_first - first:
        begin = left.outer if left.demonym and left.determiner == "" else first
        name = line.text(begin, split)
        known = antecedents.noun(line.text(first, split), line.words[first].begin)
        whom, words = (known or Entity(EntityKind.ORGANIZATION, name),), words[split - first :]
        return replace(left, first=split, modifiers=tuple(words), whom=whom, demonym=False)
    left = _with_status(line, left)
    of = left.of
    if left.whom and not left.demonym and _is_unit_of_head(line, words, head_first):
        of, words = f"of {' '.join(words).lower()}", []
    whom = left.whom or whom
    return Left(
        left.outer, first, tuple(words), left.determiner, whom, left.owner, left.demonym, left.nouns, of
    )


def _is_aside(lower: str) -> bool:
    """Whether a modifier says nothing of the post: a number, where somebody lives, what he or she speaks."""
    return lower in _NUMBERS or lower.endswith(("-speaking", "-based"))


def _with_status(line: Line, left: Left) -> Left:
    """Takes in "former" and the like before whom the post is for ("Former OSCE Secretary General")."""
    if left.determiner or left.nouns or not left.whom:
        return left
    outer = left.outer
    while outer > line.start and MODIFIERS.get(line.low(outer - 1)) in ("former", "incoming", "drop"):
        outer -= 1
    if outer == left.outer:
        return left
    status = tuple(line.lower[outer : left.outer])
    determined = outer > line.start and line.low(outer - 1) in DETERMINERS
    determiner = line.low(outer - 1) if determined else ""
    return replace(left, outer=outer - determined, nouns=status, determiner=determiner)


def _is_unit_of_head(line: Line, words: Sequence[str], head_first: int) -> bool:
    """Whether the modifiers name the unit that is headed ("Democratization Department Director")."""
    unit = len(words) > 1 and UNITS.get(words[-1].lower()) == "unit"
    found = head_at(line, head_first)
    return unit and found is not None and str(found[1]) in _HEADING


def _organization_among(line: Line, first: int, head_first: int) -> int | None:
    """The word after an organization among the modifiers ("Interior Ministry State Secretary"), else None."""
    for last in range(head_first, first, -1):
        word = line.low(last - 1)
        if not line.is_capitalised(last - 1) or UNITS.get(word) != "organization":
            continue
        alone = last - first == 1
        if word == "police" and line.low(head_first) in _ADVISING:
            return None
        if word == "police" and not alone and all(line.low(i) in _RANKS for i in range(first, last - 1)):
            return None
        if not alone or (word in _EMPLOYERS and first > line.start):
            return None if alone else last
    return None


def _modifiers_begin(line: Line, head_first: int) -> int:
    capitalised = line.is_capitalised(head_first)
    first = head_first
    nearest = max(line.start, head_first - _MOST_MODIFIERS)
    while first > nearest:
        index = first - 1
        if line.is_possessive(index) or (line.blocks(index) is not None and not _is_only_word(line, index)):
            break
        lower = line.lower[index]
        if lower in _NUMBERS and first < head_first:
            first = index
        elif lower in MODIFIERS or (
            lower.isalpha() and _is_modifier(line, index) and _fits(line, index, capitalised)
        ):
            if lower in NOT_NAMES and lower not in MODIFIERS and not is_topic(lower) and lower not in UNITS:
                break
            first = index
        elif "-" in lower and _is_modifier(line, index) and lower[0].isalpha():
            first = index
        elif _links(line, index, head_first):
            first = index - 1
        else:
            break
    if not capitalised:
        return _plain_modifiers_begin(line, first)
    return _unknown_modifiers_begin(line, first)


def _unknown_modifiers_begin(line: Line, first: int) -> int:
    """Further capitalised words before a capitalised head noun, where whom it is for begins the phrase."""
    for begin in range(first - 1, max(line.start - 1, first - _FARTHEST_BOUNDARY), -1):
        if line.blocks(begin) is not None or line.is_possessive(begin):
            return begin + 1
        lower = line.lower[begin]
        if lower in _SAYS_WHAT_ONE_IS and begin + 1 < first and line.low(begin - 1) in _RELATIVES:
            return begin + 1
        if not line.is_capitalised(begin) or lower in NOT_NAMES or not lower.isalpha() or (lower,) in HEADS:
            break
    return first


def _links(line: Line, index: int, head_first: int) -> bool:
    """Whether a small word stands between modifiers ("Rule of Law", "Economic and Environmental")."""
    lower = line.lower[index]
    if lower == "of":
        return _is_matter_of(line, index)
    return lower in _JOINING and _joins(line, index, head_first)


def _is_matter_of(line: Line, index: int) -> bool:
    """Whether "of" is inside a matter ("Rule of Law Adviser")."""
    before, after = index - 1, index + 1
    if before < line.start or line.blocks(before) is not None or head_at(line, before) is not None:
        return False
    capitalised = line.is_capitalised(before) and line.is_capitalised(after)
    return capitalised and is_topic(line.low(before)) and is_topic(line.low(after))


def _is_only_word(line: Line, index: int) -> bool:
    """Whether the short form of a body is here only a word of the title ("Police Affairs Officer")."""
    chunk = line.blocks(index)
    alone = chunk is not None and chunk.last - chunk.first == 1 and chunk.mention.rule == "short form"
    return alone and line.lower[index] in MODIFIERS and line.is_capitalised(index + 1)


def _fits(line: Line, index: int, capitalised: bool) -> bool:
    """Capitalised words go before a capitalised head noun; before a plain one, plain ones or acronyms."""
    if line.is_capitalised(index) and not capitalised:
        return is_topic(line.lower[index])
    return True


def _joins(line: Line, index: int, head_first: int) -> bool:
    """Whether an "and" joins two modifiers ("Economic and Environmental Officer")."""
    before = index - 1
    if before < line.start or line.blocks(before) is not None or index + 1 > head_first:
        return False
    if head_at(line, before) is not None or not _is_modifier(line, before):
        return False
    if index + 1 == head_first:
        return False
    return line.is_capitalised(before) == line.is_capitalised(index + 1)


def _plain_modifiers_begin(line: Line, first: int) -> int:
    """Further plain words before a plain head noun, where a determiner or a demonym begins the phrase."""
    for begin in range(first - 1, max(line.start - 1, first - _FARTHEST_BOUNDARY), -1):
        lower = line.lower[begin]
        if lower in DETERMINERS or lower in POSSESSIVE_DETERMINERS or line.is_possessive(begin):
            return begin + 1
        if line.blocks(begin) is not None:
            return begin + 1
        counted = lower in ("of", "between") and line.low(begin + 1) in _NUMBERS
        if counted or lower in _FUNCTION or line.is_capitalised(begin) or not lower[0].isalpha():
            break
    return first


def _context(line: Line, first: int, head_first: int, antecedents: Antecedents) -> Left:
    """Whom the words before the modifiers name."""
    index = first - 1
    if index < line.start:
        return Left(first, first)
    lower = line.lower[index]
    if lower == ")" and line.low(index - 2) == "(" and line.words[index - 1].text.isupper():
        index -= 3
        lower = line.low(index)
    chunk = line.ends_before(index + 1)
    if chunk is not None:
        return _premodifier(line, chunk, first)
    if lower in _SIDES and not line.is_capitalised(index):
        return _of_side(line, index, first)
    if lower in ("osce", "csce", "un"):
        whole = antecedents.united_nations if lower == "un" else antecedents.osce
        determined = line.low(index - 1) in DETERMINERS
        determiner = line.low(index - 1) if determined else ""
        return Left(index - determined, first, determiner=determiner, whom=(whole,))
    if line.is_possessive(index):
        return possessor(line, index, first, antecedents)
    if lower in POSSESSIVE_DETERMINERS:
        if lower in ("his", "her", "my"):
            return Left(index, first, determiner=lower, owner=index)
        kind = _kind_of_post(line, first)
        if lower == "its" and line.low(head_first) == "head":
            observing = antecedents.observing_lately(line.words[index].begin)
            if observing is not None:
                return Left(index, first, determiner=lower, whom=(observing,))
        found = antecedents.its(line, index, state=kind == "state", town=kind == "town")
        if kind == "chair":
            found = antecedents.committee(line, index) or found
        return Left(index, first, determiner=lower, whom=(found,) if found is not None else ())
    if lower in DETERMINERS and (lower != "that" or not line.is_capitalised(first)):  # "said that Minister"
        return Left(index, first, determiner=lower)
    return Left(first, first)


def _of_side(line: Line, index: int, first: int) -> Left:
    """Whom one serves who is told of "on the Armenian side"."""
    chunk = line.ends_before(index)
    if chunk is None or not chunk.mention.demonym or line.low(chunk.first - 1) != "the":
        return Left(first, first)
    opened = line.low(chunk.first - 2) in ("on", "from", "for")
    return Left(first, first, whom=(chunk.mention.entity,)) if opened else Left(first, first)


def _kind_of_post(line: Line, first: int) -> str:
    """What has such a post: a State, a town, "chair" where it may be a committee, else nothing."""
    for index in range(first, min(first + 4, len(line))):
        found = head_at(line, index)
        if found is not None:
            sent = found[1].kind == "diplomat" and "representative" not in found[1]
            if sent or (found[1].kind == "state" and not found[1].endswith(_OF_OTHERS)):
                return "state"
            if str(found[1]) in _CHAIRS:
                return "chair"
            return "town" if found[1].kind == "town" else ""
    return ""


def _premodifier(line: Line, chunk: Chunk, first: int) -> Left:
    """ "Belgian", "Tajik and Afghan", "UN Office on Drugs and Crime", "OSCE" before a title."""
    entities = [chunk.mention.entity]
    begin = chunk.first
    while begin - 2 >= line.start and line.lower[begin - 1] in ("and", ","):
        before = line.blocks(begin - 2)
        if before is None or before.mention.entity.kind is not chunk.mention.entity.kind:
            break
        if not (before.mention.demonym and chunk.mention.demonym):
            break
        entities.insert(0, before.mention.entity)
        begin = before.first
    if begin > line.start and line.blocks(begin - 1) is not None and not line.is_possessive(begin - 1):
        outer_chunk = line.ends_before(begin)
        if outer_chunk is not None and outer_chunk.mention.demonym:
            begin = outer_chunk.first
    outer = begin
    while outer > line.start and line.lower[outer - 1] in (
        "new",
        "former",
        "outgoing",
        "incoming",
        "current",
    ):
        outer -= 1
    status = tuple(line.lower[outer:begin])
    determiner = ""
    if outer > line.start and line.lower[outer - 1] in DETERMINERS:
        outer -= 1
        determiner = line.lower[outer]
    return Left(
        outer, first, determiner=determiner, whom=tuple(entities), demonym=chunk.mention.demonym, nouns=status
    )
