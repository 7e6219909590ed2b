"""The normal form of a post's title: lower case, its usual English order, words of rank left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ....ontology.facts import TermStatus
from ..people.lexicon import MODIFIERS, is_topic
from ..tables import read_table, words

__all__ = ["normal_title", "title_core", "title_stem"]

_FORMS: Final = {row["said"]: row["normal"] for row in read_table("post_forms")}
_STANDING_BEFORE: Final = words("post_words", kind="rank before a title")
_NOT_PORTFOLIOS: Final = words("post_words", kind="no portfolio")
_SPELLINGS: Final = {row["said"]: row["normal"] for row in read_table("post_spellings")}
_CHAIRS: Final = words("post_words", kind="chair")
_EMPTY: Final = frozenset(("of", "the", "for", "on", "and", "to", "in", "at", "osce", "a"))


def normal_title(modifiers: Sequence[str], head: str, complement: str = "") -> tuple[str, TermStatus]:
    """The title, and whether the words make it a former or a coming term.

    modifiers   the words before the head noun, as said
    head        the head noun in its singular form
    complement  what the post is for, with its preposition ("for Foreign Affairs"), as said

    >>> normal_title(["former", "Deputy", "Foreign"], "minister")
    ('deputy minister of foreign affairs', <TermStatus.FORMER: 'former'>)
    >>> normal_title(["outgoing"], "head", "of Mission")[0]
    'head of mission'
    """
    status = TermStatus.CURRENT
    kept: list[str] = []
    for word in modifiers:
        lower = word.lower()
        effect = MODIFIERS.get(lower.removeprefix("ex-"), "keep")
        if effect == "former" or lower.startswith("ex-"):
            status = TermStatus.FORMER
        elif effect == "incoming":
            status = TermStatus.INCOMING
        elif effect == "keep":
            kept.append(_SPELLINGS.get(lower, lower))
    while kept and kept[0] in ("and", "&", ","):
        kept.pop(0)
    before: list[str] = []
    while kept and kept[0] in _STANDING_BEFORE:
        before.append(kept.pop(0))
    core = " ".join([*kept, _SPELLINGS.get(head.lower(), head.lower()), *complement.lower().split()])
    return " ".join([*before, _normal_core(core, kept, head)]), status


def _normal_core(core: str, kept: list[str], head: str) -> str:
    if core in _FORMS:
        return _FORMS[core]
    if core.startswith("minister of the ") and core not in _FORMS:
        core = "minister of " + core.removeprefix("minister of the ")
    if head == "minister" and kept and core.endswith("minister") and _is_portfolio(kept):
        return "minister of " + " ".join(kept)
    return _FORMS.get(core, core)


def _is_portfolio(words: list[str]) -> bool:
    return words[0] not in _NOT_PORTFOLIOS and all(is_topic(word) or word in ("and", "&") for word in words)


@lru_cache(maxsize=4096)
def title_core(title: str) -> frozenset[str]:
    """The words by which two titles are compared: no prepositions, the chair's names as one.

    >>> title_core("chairman-in-office") == title_core("Chairperson-in-Office")
    True
    """
    words = (
        title.lower().replace("-in-office", " in-office").replace("secretary-general", "secretary general")
    )
    return frozenset("chair" if word in _CHAIRS else word for word in words.split()) - _EMPTY


@lru_cache(maxsize=4096)
def title_stem(title: str) -> frozenset[str]:
    """The words of a title before what it is for: the head noun and its modifiers.

    >>> sorted(title_stem("special representative of the secretary-general"))
    ['representative', 'special']
    """
    words = title.split()
    end = next((i for i, word in enumerate(words) if i > 0 and word in _EMPTY), len(words))
    return title_core(" ".join(words[:end]))
