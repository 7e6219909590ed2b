"""Finds organizations that share a plural head noun: "the Embassies of Norway and Italy"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ....ontology.facts import EntityKind
from ..tables import read_table, words
from .line import Line, Name
from .organizations import FoundOrganization

__all__ = ["find_distributed"]

_PLURALS: Final = {row["plural"]: row["singular"] for row in read_table("plural_heads")}
_IN_SMALL: Final = frozenset(plural.lower() for plural in _PLURALS)
_TOPICS: Final = words("org_topics")
_JOINTS: Final = frozenset(("and", ",", "or", "&"))


def find_distributed(line: Line, names: Sequence[Name]) -> list[FoundOrganization]:
    """The organizations of a sentence that share one plural head noun, in the order of the text."""
    if _IN_SMALL.isdisjoint(line.vocabulary):
        return []
    known = {token: name for name in names for token in range(name.first, name.last)}
    found: list[FoundOrganization] = []
    for index in range(line.dateline, len(line.sentence.tokens)):
        singular = _PLURALS.get(line.word(index))
        if singular is None:
            continue
        items = list(_items_after(line, index, known))
        if len(items) > 1:
            found += _after(line, index, singular, items)
            continue
        shared = list(_of_several_states(line, items, known)) if items else []
        if len(shared) > 1:
            found += _after(line, index, f"{singular} of {_said(line, *items[0])}", shared, "of")
            continue
        before = list(_items_before(line, index, known))
        if len(before) > 1:
            found += _before(line, index, singular, before, items)
    return found


def _items_after(line: Line, head: int, known: dict[int, Name]) -> Iterator[tuple[int, int]]:
    """The items of a list that "of" joins to the head: States, places, or subjects of ministries."""
    if line.word(head + 1) not in ("of", "for"):
        return
    first = head + 2
    while True:
        while line.word(first) in ("the", "of", "for"):
            first += 1
        last = _item_end(line, first, known)
        if last == first:
            return
        yield first, last
        if line.word(last) not in _JOINTS:
            return
        first = last + 1
        if line.word(last) == "," and line.word(first) == "and":
            first += 1
        start = first
        while line.word(start) in ("the", "of", "for"):
            start += 1
        if not line.capitalised(start):
            return


def _of_several_states(
    line: Line, items: Sequence[tuple[int, int]], known: dict[int, Name]
) -> Iterator[tuple[int, int]]:
    """The States behind one subject: "the Ministries of Defence of Latvia and Estonia"."""
    for item in _items_after(line, items[0][1] - 1, known):
        if item[0] not in known:
            return
        yield item


def _item_end(line: Line, first: int, known: dict[int, Name]) -> int:
    name = known.get(first)
    if name is not None and name.first == first and name.entity.kind in (EntityKind.STATE, EntityKind.PLACE):
        return name.last if not name.demonym else first
    last = first
    while line.capitalised(last) and last not in known and line.lower(last) in _TOPICS:
        last += 1
    return last


def _items_before(line: Line, head: int, known: dict[int, Name]) -> Iterator[tuple[int, int]]:
    """The demonyms or subjects before the head: "German and Italian", "Interior and Justice"."""
    items: list[tuple[int, int]] = []
    last = head
    while True:
        first = last
        while line.capitalised(first - 1) and (
            (first - 1 in known and known[first - 1].demonym) or line.lower(first - 1) in _TOPICS
        ):
            first -= 1
        if first == last:
            break
        items.append((first, last))
        if line.word(first - 1) not in _JOINTS:
            break
        last = first - 1
    yield from reversed(items)


def _after(
    line: Line, head: int, singular: str, items: Sequence[tuple[int, int]], of: str = ""
) -> Iterator[FoundOrganization]:
    preposition = of or line.word(head + 1)
    for position, (first, last) in enumerate(items):
        name = f"{singular} {preposition} {_said(line, first, last)}"
        begin = head if position == 0 else first
        yield FoundOrganization(begin, last, begin, "distributed", True, "shared head", name)


def _before(
    line: Line, head: int, singular: str, items: Sequence[tuple[int, int]], after: Sequence[tuple[int, int]]
) -> Iterator[FoundOrganization]:
    tail = f" {line.word(head + 1)} {_said(line, *after[0])}" if after else ""
    end = after[0][1] if after else head + 1
    for position, (first, last) in enumerate(items):
        final = position == len(items) - 1
        name = f"{_said(line, first, last)} {singular}{tail}"
        yield FoundOrganization(
            first, end if final else last, first, "distributed", True, "shared head", name
        )


def _said(line: Line, first: int, last: int) -> str:
    return " ".join(line.word(index) for index in range(first, last))
