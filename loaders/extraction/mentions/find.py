"""Finds what the sentences name: States, bodies, field operations, organizations, places, events and more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ....ontology.facts import Entity, EntityKind
from ...languages.names import place_in_letters
from ..model import Context, EntityMention, Sentence
from .appositions import find_appositions
from .collisions import Surroundings
from .delegations import find_delegations
from .distributed import find_distributed
from .gazetteer import Match, When, gazetteer_of
from .known import known_names
from .line import Line, Name
from .naming import acronyms, named_again, named_organizations, short_forms
from .operations import inverted_operations, listed_operations, owners_in, with_offices, with_owner
from .organization_positions import find_by_position
from .organizations import FoundOrganization, find_organizations
from .other_languages import fitting, names_in_language
from .places import find_places

if TYPE_CHECKING:
    from ....ontology.reference import Reference

__all__ = ["find_mentions"]

_UNCOUNTED: Final = frozenset(("osce", "csce", "osce-area"))
_CHAIR: Final = "chairpersonship"
_STRETCH: Final = 32


def find_mentions(
    context: Context, sentences: Sequence[Sentence], reference: Reference
) -> tuple[EntityMention, ...]:
    """What the sentences name, in the order of the text.

    Mentions may lie within one another (a State in the name of its ministry). Those that are no mention of
    their own by the rules of annotation (the OSCE itself, "the Mission") have `counts` False.
    """
    reading = _Reading(context, sentences, reference)
    found = [
        _mention(line, name, context)
        for line, names in zip(reading.lines, reading.names(), strict=True)
        for name in names
    ]
    return tuple(sorted(found, key=lambda m: (m.span.begin, -m.span.end)))


class _Reading:
    """One release while its names are looked for, in the order: known, by form, short forms, places."""

    def __init__(self, context: Context, sentences: Sequence[Sentence], reference: Reference) -> None:
        self.context = context
        self.reference = reference
        self.gazetteer = gazetteer_of(reference)
        self.countries = _countries(reference)
        self.lines = [Line(sentence) for sentence in sentences]
        self.matches = [
            list(self.gazetteer.matches(line.sentence.text, context.language, line.capitals_until))
            for line in self.lines
        ]
        self.around = _surroundings(context, self.lines, self.matches, self.countries, reference)

    def names(self) -> list[list[Name]]:
        """The names of each line, settled."""
        known = [self._known(line, matched) for line, matched in zip(self.lines, self.matches, strict=True)]
        if self.context.language != "en":
            return [self._in_language(line, names) for line, names in zip(self.lines, known, strict=True)]
        formed = self._formed(known)
        settled = [_with(names, more) for names, more in zip(known, formed, strict=True)]
        introduced = acronyms(self.lines, settled, self.matches)
        settled = [
            self._renamed(line, names, introduced) for line, names in zip(self.lines, settled, strict=True)
        ]
        shorts = short_forms(self.lines, settled, self.context.publishers)
        whole = [_with(names, more) for names, more in zip(settled, shorts, strict=True)]
        return [
            [*names, *self._places(line, names, matched)]
            for line, names, matched in zip(self.lines, whole, self.matches, strict=True)
        ]

    def _known(self, line: Line, matched: Sequence[Match]) -> list[Name]:
        if not matched:
            return []
        names = list(
            known_names(line, self.gazetteer, self.around, self.countries, self.context.language, matched)
        )
        settled = _settled(names)
        if "(" in line.vocabulary:
            settled = [name for name in settled if not _repeats_host(line, name, settled)]
        listed = {
            name.span: name for name in listed_operations(line, settled, self.reference, self.around.on)
        }
        inverted = list(inverted_operations(line, settled, self.reference, self.around.on))
        if listed or inverted:
            settled = _settled([*inverted, *(listed.get(name.span, name) for name in settled)])
        owners = owners_in(names)
        whole = [with_offices(line, with_owner(line, name, owners)) for name in settled]
        return settled if whole == settled else _settled(whole)

    def _in_language(self, line: Line, known: Sequence[Name]) -> list[Name]:
        language, on = self.context.language, self.context.issued
        found = list(names_in_language(line, language, self.reference, on))
        settled = _settled(fitting(line, known, found, language, self.reference))
        return [*settled, *self._places(line, settled, (), in_dateline=True)]

    def _formed(self, known: Sequence[Sequence[Name]]) -> list[list[Name]]:
        """The organizations that only their form or a noun beside them shows."""
        found: list[list[FoundOrganization]] = []
        for line, names in zip(self.lines, known, strict=True):
            here = [*find_distributed(line, names), *find_delegations(line, names)]
            for more in (
                find_organizations(line, names),
                find_appositions(line, names),
                find_by_position(line, names),
            ):
                here += _apart(more, here) if here else more
            found.append(here)
        return named_again(self.lines, named_organizations(self.lines, found, known), known)

    def _renamed(self, line: Line, names: list[Name], introduced: Mapping[str, Entity]) -> list[Name]:
        """The names with the acronyms that the release introduces, which go before those of reference."""
        if not introduced:
            return names
        added: list[Name] = []
        for index, token in enumerate(line.sentence.tokens):
            entity = introduced.get(token.text)
            if entity is not None:
                added.append(
                    Name(entity, token.begin, token.end, index, index + 1, "introduced acronym", 0.9)
                )
        spans = {name.span for name in added}
        return _settled([*added, *(name for name in names if name.span not in spans)])

    def _places(
        self, line: Line, names: Sequence[Name], matched: Sequence[Match], in_dateline: bool = False
    ) -> Iterator[Name]:
        tokens = line.sentence.tokens
        base = line.sentence.span.begin
        known = {
            token
            for match in matched
            for token in range(line.at(base + match.begin), line.at(base + match.end - 1) + 1)
        }
        for first, last, rule in find_places(line, names, known, in_dateline):
            begin, end = tokens[first].begin, tokens[last - 1].end
            said = line.sentence.text[begin - line.sentence.span.begin : end - line.sentence.span.begin]
            name = said.title() if said.isupper() else " ".join(said.split())
            spelt = place_in_letters(name, self.reference)
            if spelt is not None:
                yield Name(spelt, begin, end, first, last, "place in other letters", 0.85)
                continue
            yield Name(
                Entity(EntityKind.PLACE, name), begin, end, first, last, f"unknown place, {rule}", 0.75
            )


def _repeats_host(line: Line, name: Name, names: Sequence[Name]) -> bool:
    """Whether a State's short form only repeats an operation's name: "Mission to Bosnia ... (BiH)"."""
    if name.entity.kind is not EntityKind.STATE or line.word(name.first - 1) != "(":
        return False
    operation = next((n for n in names if n.last == name.first - 1), None)
    bracketed = line.word(name.last) == ")" and name.rule == "reference acronym"
    return bracketed and operation is not None and operation.entity.kind is EntityKind.FIELD_OPERATION


def _mention(line: Line, name: Name, context: Context) -> EntityMention:
    return EntityMention(
        entity=name.entity,
        span=name.span,
        exact=name.span.of(context.text),
        sentence=line.sentence.index,
        rule=name.rule,
        confidence=name.confidence,
        counts=name.counts and name.entity.id not in _UNCOUNTED,
        demonym=name.demonym,
    )


def _settled(names: Iterable[Name]) -> list[Name]:
    """Of names that overlap the longest; within it only what it leaves its own mention."""
    names = list(names)
    if len(names) < 2:
        return names
    kept: list[Name] = []
    near: defaultdict[int, list[Name]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (-n.length, n.rule != "shared head", n.begin)):
        stretches = range(name.begin // _STRETCH, (name.end - 1) // _STRETCH + 1)
        rivals = [other for stretch in stretches for other in near[stretch]]
        if all(_leaves(other, name) for other in rivals if other.begin < name.end and name.begin < other.end):
            kept.append(name)
            for stretch in stretches:
                near[stretch].append(name)
    return kept


def _apart(more: Sequence[FoundOrganization], found: Sequence[FoundOrganization]) -> list[FoundOrganization]:
    """Those organizations that share no word with what was found before."""
    taken = {token for one in found for token in range(one.first, one.last)}
    return [one for one in more if taken.isdisjoint(range(one.first, one.last))]


def _with(settled: list[Name], more: Sequence[Name]) -> list[Name]:
    """Names that are settled already, settled with some more."""
    return _settled([*settled, *more]) if more else settled


def _leaves(outer: Name, inner: Name) -> bool:
    if not (outer.begin <= inner.begin and inner.end <= outer.end):
        return False
    if outer.length == inner.length:
        return {outer.rule, inner.rule} >= {"shared head"} and EntityKind.STATE in (
            outer.entity.kind,
            inner.entity.kind,
        )
    if outer.entity.id == _CHAIR:
        return inner.demonym
    if outer.entity.kind is EntityKind.ORGANIZATION:
        return inner.entity.kind is EntityKind.STATE
    if outer.entity.kind is EntityKind.EVENT:
        return inner.entity.kind is EntityKind.BODY
    return False


@lru_cache(maxsize=4)
def _countries(reference: Reference) -> Mapping[str, str]:
    """The ISO code of the State in which each place of reference lies."""
    found: dict[str, str] = {}
    for known in reference.entities(EntityKind.PLACE):
        country = known.linked("country")
        code = country.id if country is not None else known.row.get("iso2")
        if code and known.entity.id:
            found[known.entity.id] = code
    return found


def _surroundings(
    context: Context,
    lines: Sequence[Line],
    matches: Sequence[Sequence[Match]],
    countries: Mapping[str, str],
    reference: Reference,
) -> Surroundings:
    """What the release as a whole names, by names that can mean one thing only."""
    states: set[str] = set()
    places: set[str] = set()
    named = set(context.publishers)
    # A name that comes again has the same entries, the very same ones.
    for entries in {id(match.entries): match.entries for matched in matches for match in matched}.values():
        entities = {entry.entity for entry in entries if entry.when(context.issued) is not When.FUTURE}
        named |= {entry.entity for entry in entries if entry.kind != "acronym"}
        if len(entities) == 1:
            (entity,) = entities
            if entity.kind is EntityKind.STATE and entity.id:
                states.add(entity.id)
            elif entity.kind is EntityKind.PLACE and entity.id:
                places.add(entity.id)
            elif entity.kind is EntityKind.FIELD_OPERATION:
                known = reference.of(entity)
                host = known.linked("host_state") if known is not None else None
                if host is not None and host.id:
                    (states if host.kind is EntityKind.STATE else places).add(host.id)
    header = {entity.id for entity in context.places if entity.id}
    dateline = frozenset(countries[place] for place in header if place in countries)
    around = states | {countries[place] for place in places if place in countries} | dateline
    return Surroundings(
        on=context.issued,
        text=" ".join(line.sentence.text for line in lines),
        countries=frozenset(around),
        dateline=dateline,
        places=frozenset(places | header),
        publishers=frozenset(entity.id for entity in context.publishers if entity.id),
        named=frozenset(named),
    )
