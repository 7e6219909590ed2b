"""The word lists that the rules for people and posts read, in the form in which the rules ask them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ..tables import endings, read_table, words

__all__ = [
    "CASUAL",
    "COMING",
    "COMPLEMENT_PREPOSITIONS",
    "DETERMINERS",
    "DONE_TO",
    "END_PARTICLES",
    "GENERATIONS",
    "HEADS",
    "HONORIFICS",
    "INNER_PARTICLES",
    "MODIFIERS",
    "NOT_NAMES",
    "POSSESSIVE_DETERMINERS",
    "SAYING",
    "UNITS",
    "Head",
    "head_places",
    "head_sizes",
    "honorific_gender",
    "is_topic",
]


class Head(str):
    """The head noun of a post in its singular form, with what it is the head of."""

    __slots__ = ("kind", "plural")

    kind: str
    plural: bool

    def __new__(cls, text: str, kind: str, plural: bool) -> Head:
        """A head noun of the given kind."""
        head = super().__new__(cls, text)
        head.kind = kind
        head.plural = plural
        return head


def _heads() -> Mapping[tuple[str, ...], Head]:
    heads: dict[tuple[str, ...], Head] = {}
    for row in read_table("post_heads"):
        heads[tuple(row["plural"].split())] = Head(row["head"], row["kind"], plural=True)
        heads[tuple(row["head"].split())] = Head(row["head"], row["kind"], plural=False)
    return MappingProxyType(heads)


def _pairs(table: str, key: str, value: str) -> Mapping[str, str]:
    return MappingProxyType({row[key]: row[value] for row in read_table(table)})


HEADS: Final = _heads()
MODIFIERS: Final = _pairs("post_modifiers", "word", "effect")
UNITS: Final = _pairs("unit_nouns", "noun", "kind")
HONORIFICS: Final = _pairs("honorifics", "word", "kind")
INNER_PARTICLES: Final = words("name_particles", position="inside") | words(
    "name_particles", position="inside only"
)
END_PARTICLES: Final = words("name_particles", position="end")
GENERATIONS: Final = words("name_particles", position="generation")
NOT_NAMES: Final = words("not_names")
SAYING: Final = words("person_cues", cue="saying")
DONE_TO: Final = words("person_cues", cue="done to somebody")
CASUAL: Final = words("person_cues", cue="descriptor")
COMING: Final = endings("post_words", kind="ending of a coming term")

DETERMINERS: Final = frozenset(("the", "a", "an", "this", "that", "another", "one"))
POSSESSIVE_DETERMINERS: Final = frozenset(("its", "their", "his", "her", "whose", "our", "my"))
COMPLEMENT_PREPOSITIONS: Final = frozenset(("of", "for", "on", "at", "in", "to", "with", "within", "from"))
_ABSTRACT_ENDINGS: Final = endings("person_cues", cue="ending of a topic")
_SHORTEST_ABSTRACT: Final = 6
_TOPICS: Final = words("post_topics")
_GENDERS: Final = _pairs("honorifics", "word", "gender")


def _sizes() -> Mapping[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for head in HEADS:
        found.setdefault(head[0], set()).add(len(head))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


_SIZES: Final = _sizes()


@lru_cache(maxsize=20_000)
def head_sizes(first: str) -> tuple[int, ...]:
    """How many words the head nouns have that may begin with a word, the longest first; none for most words.

    >>> head_sizes("secretary"), head_sizes("president-elect"), head_sizes("well")
    ((3, 2, 1), (1,), ())
    """
    sizes = _SIZES.get(first)
    if sizes is not None:
        return sizes
    return (1,) if first.endswith(COMING) else ()


def head_places(lower: Sequence[str], text: str) -> list[int]:
    """Where in the words of a sentence the head noun of a post may begin, in no order.

    text  all of them in lower case, to tell quickly that none has an ending like "-elect"

    >>> text = "the well and the president-elect of the head office"
    >>> head_places(text.split(), text)
    [7, 4]
    """
    places = [i for i, word in enumerate(lower) if word in _SIZES]
    if any(ending in text for ending in COMING):
        places += [i for i, word in enumerate(lower) if word not in _SIZES and head_sizes(word)]
    return places


@lru_cache(maxsize=20_000)
def is_topic(word: str) -> bool:
    """Whether a word names a matter that posts are for ("Justice", "Irrigation") rather than somebody.

    >>> is_topic("Irrigation"), is_topic("Affairs"), is_topic("Timur")
    (True, True, False)
    """
    lower = word.lower()
    return lower in _TOPICS or (len(lower) >= _SHORTEST_ABSTRACT and lower.endswith(_ABSTRACT_ENDINGS))


def honorific_gender(word: str) -> str:
    """ "m", "f" or nothing, as an honorific tells it.

    >>> honorific_gender("Ms.")
    'f'
    """
    return _GENDERS.get(word.lower(), "")
