"""Infers the fields of work that a text is about, from the words that speak of each.

The words and their weights are in `tables/field_terms.tsv`; the longest phrase at a place counts, and the
phrases of no field ("members of the media") keep the words in them from counting. Words in the name of a body
or operation of the OSCE ("Representative on Freedom of the Media") and in a post say nothing of the subject.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import ahocorasick_rs

from ...ontology.facts import Entity, EntityKind, Evidence, InferredField, Span
from .mentions.gazetteer import normalized
from .model import Context, EntityMention, Part, Party, Sentence
from .tables import read_table

if TYPE_CHECKING:
    from ...ontology.reference import Reference

__all__ = ["NO_FIELD", "infer_fields"]

NO_FIELD: Final = "none"
_LANGUAGE: Final = "en"
_MOST: Final = 3
_NEEDED: Final = 6.0
_SHARE: Final = 0.5
_TITLE: Final = 2.0
_LEAD: Final = 1.5
_AGAIN: Final = 0.5
_QUOTED: Final = 0.5
_FORMAT: Final = "negotiation format"
_SILENT: Final = frozenset({EntityKind.BODY, EntityKind.FIELD_OPERATION})
_RULES: Final = {True: ("field words in title and text", 0.8), False: ("field words in text", 0.6)}


class _Hit(NamedTuple):
    """A phrase of a field in a sentence; `place` is what it counts for standing there."""

    field: str
    term: str
    weight: int
    place: float
    sentence: int
    span: Span


@cache
def _terms() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str, int], ...]]:
    rows = tuple((row["field"], row["term"], int(row["weight"])) for row in read_table("field_terms"))
    return ahocorasick_rs.AhoCorasick([normalized(term) for _, term, _ in rows]), rows


@lru_cache(maxsize=4)
def _known(reference: Reference) -> dict[str, Entity]:
    fields = (found.entity for found in reference.entities(EntityKind.FIELD))
    return {entity.id: entity for entity in fields if entity.id is not None}


@lru_cache(maxsize=4)
def _formats(reference: Reference) -> frozenset[Entity]:
    bodies = reference.entities(EntityKind.BODY)
    return frozenset(found.entity for found in bodies if found.row["kind"] == _FORMAT)


def infer_fields(
    context: Context,
    sentences: Sequence[Sentence],
    mentions: Iterable[EntityMention],
    parties: Iterable[Party],
    reference: Reference,
) -> tuple[InferredField, ...]:
    """The fields of work that an English text is about, the likeliest first, at most three.

    Each has the sentence that speaks most for it. A page that names its fields needs no inference: it gives
    none, and neither does a text in which no field is spoken of enough.
    """
    if context.language != _LANGUAGE or context.fields or not sentences:
        return ()
    hits = tuple(_hits(context.text, sentences, _silent(mentions, parties, reference)))
    scores: dict[str, float] = {}
    for (field, _), found in _by_term(hits).items():
        scores[field] = scores.get(field, 0.0) + _score(found)
    best = sorted(scores, key=lambda field: (-scores[field], field))[:_MOST]
    if not best:
        return ()
    least = max(_NEEDED, _SHARE * scores[best[0]])
    known = _known(reference)
    return tuple(
        InferredField(known[field], _evidence([hit for hit in hits if hit.field == field], sentences))
        for field in best
        if scores[field] >= least and field in known
    )


def _silent(
    mentions: Iterable[EntityMention], parties: Iterable[Party], reference: Reference
) -> tuple[Span, ...]:
    """The stretches whose words are a name or a post, in their order; none overlaps another.

    Formats of negotiation are named by their subject.
    """
    telling = _formats(reference)
    names = [m.span for m in mentions if m.entity.kind in _SILENT and m.entity not in telling]
    posts = [post.span for party in parties for post in party.posts]
    merged: list[Span] = []
    for span in sorted([*names, *posts], key=lambda one: one.begin):
        if merged and span.begin < merged[-1].end:
            merged[-1] = Span(merged[-1].begin, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _hits(text: str, sentences: Sequence[Sentence], silent: Sequence[Span]) -> Iterator[_Hit]:
    begins = [sentence.span.begin for sentence in sentences]
    lead = next((one.index for one in sentences if one.part is Part.BODY), -1)
    _, rows = _terms()
    for begin, end, index in _longest(text, begins[0], sentences[-1].span.end):
        field, term, weight = rows[index]
        at = bisect_right(begins, begin) - 1
        sentence = sentences[at]
        if field == NO_FIELD or end > sentence.span.end or _covered(silent, begin, end):
            continue
        place = 1.0
        if sentence.part is Part.TITLE:
            place = _TITLE
        elif at == lead:
            place = _LEAD
        elif any(span.begin <= begin < span.end for span in sentence.quoted):
            place = _QUOTED
        yield _Hit(field, term, weight, place, at, Span(begin, end))


def _covered(silent: Sequence[Span], begin: int, end: int) -> bool:
    before = bisect_left(silent, end, key=lambda span: span.begin)
    return before > 0 and begin < silent[before - 1].end


def _longest(text: str, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The phrases that are whole words, a plural s aside; of overlapping ones the longest."""
    plain = _plain(text[begin:end]) + " "
    automaton, _ = _terms()
    found: list[tuple[int, int, int]] = []
    for index, first, last in automaton.find_matches_as_indexes(plain, overlapping=True):
        if first and plain[first - 1].isalnum():
            continue
        if plain[last] == "s":
            last += 1
        if plain[last : last + 1].isalnum():
            continue
        found.append((first, -last, index))
    reached = 0
    for first, last, index in sorted(found):
        if first >= reached:
            reached = -last
            yield begin + first, begin - last, index


def _plain(text: str) -> str:
    """The text in lower case with plain apostrophes and hyphens, of the same length."""
    lower = text.lower()
    if len(lower) != len(text):
        return normalized(text)
    return lower.replace("’", "'").replace("‑", "-")


def _by_term(hits: Iterable[_Hit]) -> dict[tuple[str, str], list[_Hit]]:
    found: dict[tuple[str, str], list[_Hit]] = {}
    for hit in hits:
        found.setdefault((hit.field, hit.term), []).append(hit)
    return found


def _score(hits: Sequence[_Hit]) -> float:
    """What one term counts for: where it stands best, and a little for each other sentence that has it."""
    others = len({hit.sentence for hit in hits}) - 1
    return hits[0].weight * (max(hit.place for hit in hits) + _AGAIN * min(others, 2))


def _evidence(hits: Sequence[_Hit], sentences: Sequence[Sentence]) -> Evidence:
    """The sentence of the text that speaks most for a field, the title where no other does."""
    spoken: dict[int, dict[str, int]] = {}
    for hit in hits:
        spoken.setdefault(hit.sentence, {})[hit.term] = hit.weight
    in_title = {at for at in spoken if sentences[at].part is Part.TITLE}
    chosen = max(spoken, key=lambda at: (at not in in_title, sum(spoken[at].values()), -at))
    rule, confidence = _RULES[bool(in_title)]
    sentence = sentences[chosen]
    return Evidence(
        span=sentence.span,
        quote=sentence.text,
        rule=rule,
        confidence=confidence,
        marked=tuple(hit.span for hit in hits if hit.sentence == chosen),
    )
