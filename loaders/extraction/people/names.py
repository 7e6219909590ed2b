"""Finds runs of words that have the shape of a person's name, and compares names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar

from ..tables import endings, words
from ..text.paragraphs import fold
from .lexicon import (
    END_PARTICLES,
    GENERATIONS,
    HEADS,
    HONORIFICS,
    INNER_PARTICLES,
    MODIFIERS,
    NOT_NAMES,
    SAYING,
    UNITS,
)
from .line import Line

__all__ = [
    "NameIndex",
    "Run",
    "ends_with",
    "is_initial",
    "is_name_word",
    "name_key",
    "name_runs",
    "short_forms",
    "sound",
]

_OPENING_PARTICLES: Final = words("name_particles", position="inside")
_LONGEST: Final = 7
_MOST_PARTICLES: Final = 3
_BEFORE_MONTHS: Final = words("person_cues", cue="before a month")
_SURNAMES: Final = words("surname_words")
_MONTHS: Final = words("not_names", reason="name of a month too")
_SHORTEST_WORD: Final = 2
_SHORTEST_SHOUTED: Final = 4
_SYLLABLE: Final = 6
_IRISH: Final = frozenset(("nic", "mac", "mhic"))
_BEHIND_SHOUTED: Final = frozenset((",", "(", "and", "who", "said"))
_GLIDE: Final = re.compile("(?<=[aeiou])[yi](?=[aeiou])|(?<=[bdgklmnprstvz])y(?=[aeou])")
_ENDING: Final = re.compile("(?:ii|iy|yi|yy|y)$")
_VOWEL: Final = re.compile("[aeiouy]")
_PREFIXES: Final = words("name_particles", position="joined")
_DIGRAPHS: Final = frozenset(word.capitalize() for word in words("name_particles", position="initial"))
_MATTERS: Final = endings("person_cues", cue="ending of a matter")


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Run:
    """The words first to last (excluded) that may be somebody's name; `honorifics` begins before them."""

    first: int
    last: int
    honorifics: int

    @property
    def size(self) -> int:
        """How many words the name has."""
        return self.last - self.first


def is_initial(word: str) -> bool:
    """Whether a word is an initial, of two letters where they write one Cyrillic letter.

    >>> is_initial("R."), is_initial("Yu."), is_initial("St.")
    (True, True, False)
    """
    if len(word) == 2:
        return word[0].isupper() and word[1] == "."
    return word in _DIGRAPHS


@lru_cache(maxsize=20_000)
def is_name_word(word: str) -> bool:
    """Whether a word has the shape of a part of a name: a capital and then small letters.

    >>> [is_name_word(word) for word in ("MacAskill-Dunn", "d’Almeida", "ODIHR", "R.", "24th", "O'Neill")]
    [True, True, False, True, False, True]
    """
    if is_initial(word) or word in ("St.", "Ste."):
        return True
    stem = word
    for prefix in ("d'", "d’", "dell'", "dell’", "al-", "el-", "l'", "l’", "ul-", "ad-", "as-", "an-", "ar-"):
        stem = stem.removeprefix(prefix)
    if not stem or not stem[0].isupper() or len(stem) < _SHORTEST_WORD:
        return False
    letters = [c for c in stem if c.isalpha()]
    if _is_glued(stem):
        return False
    if len(letters) < len(stem) - sum(c in "-‐‑'’‘ʻʼ`" for c in stem):
        return False
    return any(c.islower() for c in letters)


def _is_glued(word: str) -> bool:
    """Whether a capital stands behind a small letter where no prefix of surnames does ("KovačevićOSCE").

    >>> [_is_glued(word) for word in ("KovačevićOSCE", "McDonald", "Lind-Berg", "DeVito")]
    [True, False, False, False]
    """
    joints = [i for i in range(1, len(word) - 1) if word[i].isupper() and word[i - 1].islower()]
    return any(word[word.rfind("-", 0, i) + 1 : i].lower() not in _PREFIXES for i in joints)


def name_runs(line: Line, taken: frozenset[int] = frozenset()) -> Iterator[Run]:
    """The runs of words in a sentence that may be a name, from left to right.

    Words of other mentions, of posts, units, months and events end a run; particles lie inside.

    taken  the words that posts take up
    """
    after = line.start
    for index in line.written:
        if index < after or index in taken:
            continue
        shaped = is_name_word(line.words[index].text) or _is_shouted(line, index, index)
        if not shaped or not _may_begin(line, index):
            continue
        last = _run_end(line, index)
        last = next((i for i in range(index + 1, last) if i in taken), last)
        begin = _past_matters(line, index, last)
        first = _with_opening_particles(line, index) if begin == index else begin
        yield Run(first, last, _honorifics_before(line, first))
        after = last


def _past_matters(line: Line, first: int, last: int) -> int:
    """Where a full name begins behind the last word of what a post is for ("Negotiations Ann Lee")."""
    for index in range(last - 3, first - 1, -1):
        if line.low(index).endswith(_MATTERS):
            return index + 1
    return first


def _may_begin(line: Line, index: int) -> bool:
    word = line.words[index].text
    if not _is_free(line, index):
        return _opens_with_surname(line, index)
    if is_initial(word):
        if index + 1 == len(line) or not _is_free(line, index + 1):
            return False
        return is_name_word(line.words[index + 1].text) or _is_shouted(line, index, index + 1)
    return line.lower[index] not in HONORIFICS


def _opens_with_surname(line: Line, index: int) -> bool:
    """Whether a common word is a surname before a first name of two syllables ("Park Yong-min")."""
    word = line.lower[index]
    if word not in _SURNAMES or word in HONORIFICS or line.chunks[index] is not None:
        return False
    one, mark, two = (line.words[index + 1].text if index + 1 < len(line) else "").partition("-")
    return bool(mark) and one.istitle() and two.isalpha() and max(len(one), len(two)) <= _SYLLABLE


def _is_free(line: Line, index: int) -> bool:
    """Whether the word belongs to nothing else: no other mention, no title, no common word."""
    chunk = line.chunks[index]
    if chunk is not None and not chunk.weak:
        return False
    lower = line.lower[index]
    if lower in _MONTHS:
        return _is_given_name(line, index)
    if lower.endswith(("-elect", "-designate")):
        return False
    if lower in NOT_NAMES or lower in UNITS or lower in MODIFIERS or (lower,) in HEADS:
        return False
    return not any(part in UNITS for part in lower.split("-")[1:])


def _is_given_name(line: Line, index: int) -> bool:
    """Whether the name of a month is somebody's: a name follows, and no day or "in" goes before."""
    before = line.low(index - 1)
    if before.isdigit() or before in _BEFORE_MONTHS:
        return False
    following = index + 1
    while following < len(line) and line.lower[following] in INNER_PARTICLES and following < index + 4:
        following += 1
    follows = following < len(line) and is_name_word(line.words[following].text)
    return follows and line.low(following) not in NOT_NAMES and line.chunks[following] is None


def _run_end(line: Line, first: int) -> int:
    last = first + 1
    while last < len(line) and last - first < _LONGEST:
        if line.lower[last] in GENERATIONS:
            return last + 1
        if line.lower[last] in END_PARTICLES:
            last += 1
            if last == len(line) or line.lower[last] in HONORIFICS:
                return last
            if _is_shouted(line, first, last):
                return last + 1
            if not _continues(line, last):
                return last
            continue
        if (
            is_name_word(line.words[last].text)
            and _is_free(line, last)
            and line.lower[last] not in HONORIFICS
        ):
            last += 1
            continue
        if line.lower[last] in _SURNAMES and _is_surname(line, first, last):
            return last + 1
        if _is_shouted(line, first, last) or _is_behind_initial(line, last):
            return last + 1
        inner = _past_particles(line, last)
        if inner > last and inner < len(line):
            if _continues(line, inner):
                last = inner + 1
                continue
            if _is_shouted(line, first, inner):
                return inner + 1
        break
    return last


def _past_particles(line: Line, index: int) -> int:
    """The word after the particles there ("van den", "in 't")."""
    inner = index
    while inner < len(line) and inner - index < _MOST_PARTICLES:
        clipped = inner + (line.lower[inner] in ("in", "op"))
        if line.low(clipped) in ("'", "’") and line.low(clipped + 1) == "t":
            return clipped + 2
        irish = line.lower[inner] in ("an", "a") and line.low(inner - 1) in _IRISH
        over = irish or (line.lower[inner] == "op" and line.low(inner + 1) in INNER_PARTICLES)
        if line.lower[inner] not in INNER_PARTICLES and not over:
            break
        inner += 1
    return inner


def _is_surname(line: Line, first: int, index: int) -> bool:
    """Whether a common word ends a name: one capitalised word goes before, and none follows."""
    if not line.is_capitalised(index) or line.chunks[index] is not None:
        return False
    if first == line.start and line.low(index + 1) not in SAYING:
        return False
    if line.low(first - 1) in HONORIFICS and line.low(first - 2) == "the":
        return False
    if line.low(index + 1) == "of":
        return line.begins_at(index + 2) is not None or line.begins_at(index + 3) is not None
    return not line.is_capitalised(index + 1) and line.low(index + 1) not in ("for", "on", "-")


def _is_shouted(line: Line, first: int, index: int) -> bool:
    """Whether a word in capitals is a surname ("Ms. KOVAČ", "Ana KOVAČ, a judge") of the name at `first`."""
    word = line.words[index].text
    if not word.isupper() or len(word) < _SHORTEST_SHOUTED or line.chunks[index] is not None:
        return False
    told = line.low(first - 1) in HONORIFICS or (first < index and line.low(index + 1) in _BEHIND_SHOUTED)
    if not told or line.low(index) in UNITS or _VOWEL.search(fold(word)) is None:
        return False
    return all(part.isalpha() for part in re.split("['’-]", word))


def _is_behind_initial(line: Line, index: int) -> bool:
    """Whether a common word with a capital is a surname, as an initial before it tells ("Ann T. Church")."""
    if not is_initial(line.words[index - 1].text) or line.chunks[index] is not None:
        return False
    return line.is_capitalised(index) and not line.is_capitalised(index + 1) and line.low(index).isalpha()


def _continues(line: Line, index: int) -> bool:
    return is_name_word(line.words[index].text) and _is_free(line, index)


def _with_opening_particles(line: Line, index: int) -> int:
    first = index
    while (
        first > line.start and line.lower[first - 1] in _OPENING_PARTICLES and line.chunks[first - 1] is None
    ):
        first -= 1
    return first


def _honorifics_before(line: Line, first: int) -> int:
    """Where the honorifics and ranks begin that stand before a name ("Lt. Col. (ret.) ...")."""
    begin = first
    while begin > line.start:
        word = line.lower[begin - 1]
        if (
            word == ")"
            and begin > 3
            and line.lower[begin - 3] == "("
            and line.lower[begin - 2].startswith("ret")
        ):
            begin -= 3
        elif word == ")" and begin > 4 and line.lower[begin - 4] == "(" and line.lower[begin - 3] == "ret":
            begin -= 4
        elif word in HONORIFICS and line.chunks[begin - 1] is None:
            begin -= 1
        else:
            break
    return begin


def name_key(text: str) -> tuple[str, ...]:
    """The words of a name without diacritics and case, by which names are compared; "Jr." is left out.

    >>> name_key("Miklós Haraszti") == name_key("Miklos HARASZTI")
    True
    """
    found = fold(text).replace("’", "'").replace("‘", "'").replace("ʼ", "'").split()
    return tuple(found[:-1] if len(found) > 2 and found[-1] in GENERATIONS else found)


def short_forms(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The shorter forms in which a full name may come back.

    >>> list(short_forms(("ana", "kovac-lind")))
    [('kovac-lind',), ('lind',)]
    """
    for begin in range(1, len(key)):
        yield key[begin:]
    if len(key) > 2:
        yield key[0], key[-1]
    if "-" in key[-1]:
        yield (key[-1].rpartition("-")[2],)


def ends_with(full: Sequence[str], short: Sequence[str]) -> bool:
    """Whether the short form is what a text may call the holder of the full name.

    >>> ends_with(("marc", "perrin", "de", "brichambaut"), ("de", "brichambaut"))
    True
    >>> ends_with(("jaap", "de", "hoop", "scheffer"), ("jaap",))
    False
    """
    if len(short) < len(full) and tuple(full[-len(short) :]) == tuple(short):
        return True
    if len(short) > 1 and len(short) < len(full):
        return full[0] == short[0] and full[-1] == short[-1] and set(short) <= set(full)
    if (
        len(short) == len(full) > 1
        and is_initial(short[0].capitalize())
        and not is_initial(full[0].capitalize())
    ):
        return full[1:] == short[1:] and full[0].startswith(short[0].removesuffix("."))
    if len(short) == 1 and len(full) > 1 and "-" in full[-1]:
        return short[0] in full[-1].split("-")[-1:]
    return False


def sound(surname: str) -> str:
    """A surname as it sounds, by which two ways of writing one in Latin letters are the same.

    >>> sound("akaev") == sound("akayev"), sound("dmitriy") == sound("dmitry"), sound("tamm") == sound("tann")
    (True, True, False)
    """
    return _ENDING.sub("i", _GLIDE.sub("", surname.replace("kh", "h").replace("dzh", "j")))


class NameIndex(Generic[T]):
    """What is known by full names, found by the short forms in which they come back.

    >>> index = NameIndex()
    >>> index.add(("marc", "perrin", "de", "brichambaut"), "Secretary General")
    >>> list(index.fuller(("de", "brichambaut")))
    ['Secretary General']
    """

    def __init__(self) -> None:
        self._known: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def add(self, key: tuple[str, ...], value: T) -> None:
        """Adds what a full name stands for."""
        for tail in {key[-1], key[-1].rpartition("-")[2]}:
            self._known.setdefault(tail, []).append((key, value))

    def fuller(self, short: tuple[str, ...]) -> Iterator[T]:
        """What the short form can stand for."""
        for key, value in self._known.get(short[-1], ()):
            if ends_with(key, short):
                yield value
