"""The names of reference in a sentence, each with what it means there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ....ontology.facts import EntityKind
from ..model import Part
from ..tables import words
from ..text.paragraphs import is_capitalised
from .collisions import Place, Surroundings, choose, sole
from .gazetteer import Entry, Gazetteer, Match, When
from .line import Line, Name, capital_words
from .peoples import COMMUNITY_BEFORE, FIRST_NAMES, names_state

__all__ = ["known_names"]

_HYPHENATED: Final = words("language_words", side="hyphen")
_PREPOSITIONS: Final = words("prepositions_of_place")
_EVENT_NOUNS: Final = words("not_names", "word", reason="event")
_DOCUMENT_NOUNS: Final = words("not_names", "word", reason="document")
_PLAIN_ACRONYMS: Final = words("plain_acronyms")
_DEMONYMS: Final = frozenset(("demonym", "people"))
_BEFORE: Final = 40
_AFTER: Final = 80
_LONGEST_WORD: Final = 200
_LONGEST_RUN: Final = 40
_Covered = tuple[frozenset[int], frozenset[int]]
"""Where all that is written like names of reference begins in a sentence, and where it ends."""
_PREFIXES: Final = words("mention_words", kind="prefix")
_SUSPENDED: Final = re.compile(r"[-‑] (?:and|or|,)[ \w]{0,20}[-‑](?:speaking|language)\b")
"""The first of "Romanian- and Russian-speaking"."""
_GEOGRAPHIC: Final = words("hyphenated_places")
_DIRECTIONS: Final = words("mention_words", kind="direction before a place")
_OF: Final = frozenset(("of", "from", "for"))
_AGREEMENTS: Final = words("mention_words", kind="agreement named after a place")
_DECISIONS: Final = words("mention_words", kind="decision of a body")
_BODIES: Final = words("mention_words", kind="body that is also an event")
_BUILDINGS: Final = words("building_nouns")
_HONORIFICS: Final = words("mention_words", kind="before a surname")


def known_names(
    line: Line,
    gazetteer: Gazetteer,
    around: Surroundings,
    countries: Mapping[str, str],
    language: str = "en",
    matches: Sequence[Match] | None = None,
) -> Iterator[Name]:
    """The names of reference in a sentence, overlapping ones too.

    Args:
        countries: ISO codes of the States in which places of reference lie
        matches: those of the gazetteer, where they were asked for before
    """
    if matches is None:
        matches = list(gazetteer.matches(line.sentence.text, language, line.capitals_until))
    covered = frozenset(match.begin for match in matches), frozenset(match.end for match in matches)
    for match in matches:
        name = _named(line, match, around, countries)
        if name is not None and (language != "en" or _stands(line, name, match, covered)):
            yield name


def _named(line: Line, match: Match, around: Surroundings, countries: Mapping[str, str]) -> Name | None:
    text, base = line.sentence.text, line.sentence.span.begin
    first, last = line.at(base + match.begin), line.at(base + match.end - 1) + 1
    entry = sole(match.entries)
    if entry is None:
        place = Place(
            before=text[max(0, match.begin - _BEFORE) : match.begin],
            after=text[match.end : match.end + _AFTER],
            sentence=text,
            locative=line.lower(first - 1) in _PREPOSITIONS or first < line.dateline,
        )
        entry = choose(match.entries, place, around, countries)
    elif entry.when(around.on) is When.FUTURE:
        return None
    if entry is None or _is_bare_acronym(entry, text[max(0, match.begin - _BEFORE) : match.begin], around):
        return None
    article = text.startswith("the ", match.begin) or (
        text.startswith("The ", match.begin) and not entry.entity.name.startswith("The ")
    )
    return Name(
        entity=entry.entity,
        begin=base + match.begin + 4 * article,
        end=base + match.end,
        first=first + article,
        last=last,
        rule=f"reference {entry.kind}",
        demonym=entry.kind in _DEMONYMS,
        confidence=0.95 if len(match.entries) == 1 else 0.9,
    )


def _is_bare_acronym(entry: Entry, before: str, around: Surroundings) -> bool:
    """Whether a short acronym stands with no full name in the release: it may well mean something else."""
    if entry.kind != "acronym" or len(entry.name) > 3 or entry.name in _PLAIN_ACRONYMS:
        return False
    return entry.entity not in around.named and not before.rstrip().endswith("OSCE")


def _stands(line: Line, name: Name, match: Match, covered: _Covered) -> bool:
    """Whether the words around let the name stand for what reference says it is."""
    if not _hyphens_fit(line, name, match):
        return False
    if name.demonym:
        return names_state(line, name)
    if name.entity.kind is EntityKind.BODY:
        return line.word(name.last) not in _DECISIONS
    if name.entity.kind is EntityKind.STATE or name.entity.kind is EntityKind.PLACE:
        if name.rule == "reference acronym" or line.title_case:
            return True
        return not _in_longer_name(line, name, match, covered)
    return True


def _hyphens_fit(line: Line, name: Name, match: Match) -> bool:
    text = line.sentence.text
    geographic = name.entity.kind in (EntityKind.STATE, EntityKind.PLACE)
    if geographic and text[match.end : match.end + 1] == "+":
        return False  # "Helsinki+40" is a process
    if _SUSPENDED.match(text, match.end):
        return False
    if text[match.end : match.end + 1] in ("-", "‑") and text[match.end + 1 : match.end + 2].isalpha():
        other = (
            text[match.end + 1 : match.end + _LONGEST_WORD].split(None, 1)[0].strip(".,;:!?)\"”'’").lower()
        )
        if other in _HYPHENATED:
            return False
        if geographic and not name.demonym and other[:1].isalpha() and text[match.end + 1].isupper():
            return _is_geographic(text[match.end + 1 : match.end + _LONGEST_WORD])
    if match.begin and text[match.begin - 1] in "-‑":
        begin = max(0, match.begin - _LONGEST_WORD)
        other = text[begin : match.begin - 1].rsplit(None, 1)[-1] if match.begin > 1 else ""
        if other.lower() in _PREFIXES or (name.demonym and other in COMMUNITY_BEFORE):
            return False
        if geographic and not name.demonym and is_capitalised(other) and not _is_geographic(other):
            return False
    return True


def _is_geographic(word: str) -> bool:
    """Whether half of a hyphenated word is no part of a surname: an acronym, or known to be a place."""
    head = word.split(None, 1)[0].split("-")[0].strip(".,;:!?)\"”'’")
    return head.isupper() or head in _GEOGRAPHIC


def _in_longer_name(line: Line, name: Name, match: Match, covered: _Covered) -> bool:
    """Whether the name is part of a person's, an event's or a document's: "Milan Babić", "Osh seminar"."""
    return _followed_by_name(line, name, match, covered) or _preceded_by_name(line, name, match, covered)


def _followed_by_name(line: Line, name: Name, match: Match, covered: _Covered) -> bool:
    following = line.word(name.last)
    if not following or line.sentence.text[match.end : match.end + 1] != " ":
        return False
    lower = following.lower()
    if lower in _AGREEMENTS or following == "Ministerial":
        return name.entity.kind is EntityKind.PLACE
    if lower in _EVENT_NOUNS or (lower == "round" and line.lower(name.last + 1) == "table"):
        return name.entity.kind is EntityKind.PLACE and name.first >= line.dateline
    if not is_capitalised(following) or following.isupper() or name.first < line.dateline:
        return False
    if lower in _BUILDINGS:
        return True
    if lower in _DOCUMENT_NOUNS and name.entity.kind is EntityKind.PLACE:
        return True
    if lower in capital_words():
        return _ends_in(line, name.last, _DOCUMENT_NOUNS | _EVENT_NOUNS, name.entity.kind)
    after = match.end + 1
    if after in covered[0]:
        return False
    first_name = line.word(name.first) in FIRST_NAMES
    if name.entity.kind is EntityKind.STATE:
        return first_name and line.lower(name.first - 1) not in _OF
    return first_name or line.lower(name.first - 1) not in _PREPOSITIONS


def _ends_in(line: Line, index: int, nouns: frozenset[str], kind: EntityKind) -> bool:
    """Whether the capitalised words from here on end in a noun for an event or document."""
    if kind is not EntityKind.PLACE:
        return False
    last = ""
    for at in range(index, min(index + _LONGEST_RUN, len(line.begins))):
        if not line.capitalised(at):
            break
        last = line.lower(at)
    return last in nouns and last not in _BODIES


def _preceded_by_name(line: Line, name: Name, match: Match, covered: _Covered) -> bool:
    index = name.first - 1
    before = line.word(index)
    if not before or match.begin == 0 or line.sentence.text[match.begin - 1] != " ":
        return False
    if len(before) == 2 and before[1] == "." and before[0].isupper():
        return True
    if not is_capitalised(before) or before.isupper() or not before[0].isalpha():
        return False
    lower = before.lower().rstrip(".")
    if lower in _HONORIFICS or lower in _BUILDINGS:
        return True
    if lower in capital_words() or lower in _DIRECTIONS:
        return False
    if line.opens(index) and line.sentence.part is not Part.TITLE:
        return line.word(name.first) in FIRST_NAMES
    end = match.begin - 1
    return end not in covered[1]
