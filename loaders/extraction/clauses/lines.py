"""Makes lines of sentences: what is named, dated or quoted in them becomes one item each."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from ....ontology.facts import EntityKind, Span
from ..model import Context, EntityMention, Party, Sentence
from ..tables import words
from ..text.date_rules import DateLine
from ..text.dates import DateExpression, dates_in, durations_in
from .line import Item, Line, What

__all__ = ["lines"]

_DESCRIBED: Final = words("clause_words", kind="after the name of the organization")
_MARK_LONGEST: Final = 1
_MARKS: Final = frozenset("\"“”„«»‹›‘’'")


def lines(
    context: Context,
    sentences: Sequence[Sentence],
    mentions: Sequence[EntityMention],
    parties: Sequence[Party],
) -> tuple[Line, ...]:
    """Each sentence as a line: quotations are one item each, and what is named within them is left out."""
    by_sentence: defaultdict[int, list[Party | EntityMention]] = defaultdict(list)
    for party in parties:
        by_sentence[party.sentence].append(party)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    return tuple(_line(context, sentence, _chosen(by_sentence[sentence.index])) for sentence in sentences)


def _chosen(found: Sequence[Party | EntityMention]) -> dict[int, Party | EntityMention]:
    """By their begin, those kept where several overlap: people first, then parties, then longer names."""
    kept: dict[int, Party | EntityMention] = {}
    taken: list[tuple[int, int]] = []
    for thing in sorted(found, key=_priority):
        span = thing.span
        at = bisect(taken, (span.begin, span.end))
        before = taken[at - 1][1] if at else 0
        after = taken[at][0] if at < len(taken) else span.end
        if before <= span.begin and span.end <= after:
            taken.insert(at, (span.begin, span.end))
            kept[span.begin] = thing
    return kept


def _priority(thing: Party | EntityMention) -> tuple[bool, bool, int, int]:
    is_person = thing.entity.kind is EntityKind.PERSON
    length = thing.span.end - thing.span.begin
    return not is_person, isinstance(thing, EntityMention) and not is_person, -length, thing.span.begin


def _line(context: Context, sentence: Sentence, opening: Mapping[int, Party | EntityMention]) -> Line:
    read = DateLine(sentence.folded, sentence.words, context.today)
    dates = {d.first: d for d in dates_in(read, sentence.tokens)}
    items: list[Item] = []
    after_dateline, start = sentence.dateline, -1
    quotes, quote = sentence.quoted, 0
    index, tokens, lower = 0, sentence.tokens, read.lower
    while index < len(tokens):
        if start < 0 and index >= after_dateline:
            start = len(items)
        token = tokens[index]
        begin = token.begin
        while quote < len(quotes) and quotes[quote].end <= begin:
            quote += 1
        item: Item | None = None
        if quote < len(quotes) and quotes[quote].begin <= begin:
            quoted = opening.get(begin)
            if quoted is not None and _is_name(quoted, quotes[quote]):
                item = _named(context, sentence, index, quoted)
            else:
                item = _longer(context, sentence, index, quotes[quote], What.QUOTE)
        elif begin in opening and not _only_describes(sentence, index, opening[begin]):
            item = _named(context, sentence, index, opening[begin])
        elif index in dates:
            item = _longer(context, sentence, index, dates[index].span, What.DATE, date=dates[index])
        elif token.text not in _MARKS:
            item = Item(What.WORD, token.text, lower[index], begin, token.end, index, index + 1)
        if item is not None:
            items.append(item)
        index = item.last if item is not None else index + 1
    durations = durations_in(read) if "day" in sentence.text.lower() else ()
    return Line(sentence, tuple(items), durations, max(start, 0))


def _only_describes(sentence: Sentence, index: int, thing: Party | EntityMention) -> bool:
    """Whether the name of the whole organization describes a noun that acts for itself or not at all.

    As in "OSCE participating States", "the OSCE area".
    """
    following = sentence.tokens[index + 1 : index + 2]
    alone = bool(following) and thing.span.end <= following[0].begin
    return alone and thing.entity.id == "osce" and following[0].text.casefold() in _DESCRIBED


def _is_name(thing: Party | EntityMention, quote: Span) -> bool:
    """Whether quotation marks hold nothing but the name of an organization: the NGO "Green Wells"."""
    whole = thing.span.begin == quote.begin and quote.end - thing.span.end <= _MARK_LONGEST
    return whole and thing.entity.kind is EntityKind.ORGANIZATION


def _named(context: Context, sentence: Sentence, index: int, thing: Party | EntityMention) -> Item:
    if isinstance(thing, Party):
        return _longer(context, sentence, index, thing.span, What.PARTY, party=thing)
    return _longer(context, sentence, index, thing.span, What.NAME, mention=thing)


def _longer(
    context: Context,
    sentence: Sentence,
    index: int,
    span: Span,
    what: What,
    *,
    party: Party | None = None,
    mention: EntityMention | None = None,
    date: DateExpression | None = None,
) -> Item:
    last = index + 1
    while last < len(sentence.tokens) and sentence.tokens[last].begin < span.end:
        last += 1
    text = span.of(context.text)
    lower = text.casefold().replace("’", "'")
    return Item(what, text, lower, span.begin, span.end, index, last, party, mention, date)
