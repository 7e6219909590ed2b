"""Gives the organizations of a release their names: the fullest, and what shorter forms stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..tables import words
from ..text.tokens import POSSESSIVES
from .gazetteer import Match
from .line import Line, Name, tokens_of
from .organizations import FoundOrganization

__all__ = ["acronyms", "named_organizations", "short_forms"]

_LITTLE: Final = frozenset(
    ("the", "of", "and", "for", "in", "on", "to", "against", "a", "&", "'s", "’s", "'", "’")
)
_OWN: Final = frozenset(("osce", "csce"))
_FARTHEST: Final = 200
_UNTOLD: Final = frozenset(("apposition", "position"))
_SHORTEST: Final = 4
_LONGEST_SHORT: Final = 40
_SHORT: Final = words("short_heads", "word")
_DETERMINERS: Final = frozenset(("the", "this", "that", "its", "their", "our", "both"))
_REFERRED: Final = frozenset((EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION))


@dataclass(slots=True)
class _Cluster:
    """One organization of the release, by all its names.

    body  that of reference for which its name is a short one: "the Office of the Co-ordinator"
    """

    words: frozenset[str]
    head: str
    name: str
    at: tuple[int, int]
    body: Entity | None = None


@dataclass(slots=True)
class _Occurrence:
    line: int
    found: FoundOrganization
    text: str
    words: frozenset[str]
    cluster: _Cluster | None = field(default=None)


def named_organizations(
    lines: Sequence[Line], found: Sequence[Sequence[FoundOrganization]], names: Sequence[Sequence[Name]]
) -> list[list[Name]]:
    """The organizations that were found by form, line by line, those of one organization with one entity.

    Args:
        names: what reference knows in each line, so that "Kazakh" and "of Kazakhstan" are one word
    """
    occurrences = [
        _occurrence(index, line, organization, states)
        for index, (line, organizations, known) in enumerate(zip(lines, found, names, strict=True))
        for states in ((_states_in(known),) if organizations else ())
        for organization in organizations
    ]
    clusters = _Clusters(lines)
    for occurrence in sorted(occurrences, key=lambda o: (-len(o.words), o.line, o.found.first)):
        occurrence.cluster = clusters.of(occurrence)
    bodies = _known_bodies(lines, names) if occurrences else []
    for cluster in clusters:
        cluster.body = next((body for content, body in bodies if cluster.words < content), None)
    result: list[list[Name]] = [[] for _ in lines]
    for occurrence in occurrences:
        line, organization = lines[occurrence.line], occurrence.found
        assert occurrence.cluster is not None  # noqa: S101 - each got one above
        known_body = occurrence.cluster.body
        result[occurrence.line].append(
            Name(
                entity=known_body or Entity(EntityKind.ORGANIZATION, occurrence.cluster.name),
                begin=line.sentence.tokens[organization.first].begin,
                end=line.sentence.tokens[organization.last - 1].end,
                first=organization.first,
                last=organization.last,
                rule=organization.rule,
                confidence=0.8,
                counts=organization.counts and known_body is None,
            )
        )
    return result


def named_again(
    lines: Sequence[Line], found: list[list[Name]], known: Sequence[Sequence[Name]]
) -> list[list[Name]]:
    """The organizations that a noun beside their name or its place shows, also where the name comes back."""
    told = {
        tuple(line.texts[name.first : name.last]): name
        for line, names in zip(lines, found, strict=True)
        for name in names
        if name.rule in _UNTOLD
    }
    if not told:
        return found
    return [
        [*names, *_repeated(line, told, tokens_of([*names, *others]))]
        for line, names, others in zip(lines, found, known, strict=True)
    ]


def _repeated(line: Line, told: Mapping[tuple[str, ...], Name], taken: set[int]) -> Iterator[Name]:
    tokens = line.sentence.tokens
    for words_said, name in told.items():
        size = len(words_said)
        if len("".join(words_said)) < _SHORTEST or words_said[0].lower() not in line.vocabulary:
            continue
        for first in range(line.dateline, len(tokens) - size + 1):
            if tuple(line.texts[first : first + size]) != words_said:
                continue
            beside = line.capitalised(first - 1) or line.capitalised(first + size)
            if taken.isdisjoint(range(first, first + size)) and not beside:
                end = tokens[first + size - 1].end
                yield Name(name.entity, tokens[first].begin, end, first, first + size, name.rule, 0.8)


def _known_bodies(
    lines: Sequence[Line], names: Sequence[Sequence[Name]]
) -> list[tuple[frozenset[str], Entity]]:
    found: dict[Entity, frozenset[str]] = {}
    for line, known in zip(lines, names, strict=True):
        for name in {(name.entity, name.first, name.last): name for name in known}.values():
            if name.entity.kind in _REFERRED and name.entity.id not in _OWN:
                said = " ".join(line.lower(i) for i in range(name.first, name.last))
                content = frozenset(said.split()) | frozenset(name.entity.name.lower().split())
                found[name.entity] = found.get(name.entity, frozenset()) | (content - _LITTLE)
    return [(content, entity) for entity, content in found.items()]


def _states_in(names: Sequence[Name]) -> dict[int, Name]:
    """The names of States in a line, by their tokens."""
    return {
        token: name
        for name in names
        if name.entity.kind is EntityKind.STATE
        for token in range(name.first, name.last)
    }


def _occurrence(index: int, line: Line, found: FoundOrganization, states: Mapping[int, Name]) -> _Occurrence:
    begin = line.sentence.tokens[found.first].begin - line.sentence.span.begin
    end = line.sentence.tokens[found.last - 1].end - line.sentence.span.begin
    content: set[str] = set()
    for token in range(found.first, found.last):
        state = states.get(token)
        if state is not None:
            content.add(f"={state.entity.id}")
        elif line.lower(token) not in _LITTLE and line.word(token)[:1].isalnum():
            content.add(line.lower(token))
    text = found.name or " ".join(line.sentence.text[begin:end].split())
    if found.name is not None:
        content |= {word.lower() for word in found.name.split()} - _LITTLE
    return _Occurrence(index, found, text, frozenset(content))


class _Clusters:
    """The organizations found so far, by the head of their names and each of their words."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._made: list[_Cluster] = []
        self._by_word: defaultdict[tuple[str, str], list[_Cluster]] = defaultdict(list)

    def __iter__(self) -> Iterator[_Cluster]:
        return iter(self._made)

    def of(self, occurrence: _Occurrence) -> _Cluster:
        """The organization of which this is a name, or a new one; fuller names come first."""
        head = self._lines[occurrence.line].lower(occurrence.found.head)
        at = (occurrence.line, occurrence.found.first)
        rivals = min((self._by_word[head, word] for word in ("", *occurrence.words)), key=len)
        fitting = [c for c in rivals if occurrence.words <= c.words]
        if fitting:
            before = [c for c in fitting if c.at <= at]
            return max(before, key=lambda c: c.at) if before else min(fitting, key=lambda c: c.at)
        made = _Cluster(occurrence.words, head, occurrence.text, at)
        self._made.append(made)
        for word in ("", *occurrence.words):
            self._by_word[head, word].append(made)
        return made


def acronyms(
    lines: Sequence[Line], names: Sequence[Sequence[Name]], matches: Sequence[Sequence[Match]]
) -> Mapping[str, Entity]:
    """The acronyms that the release introduces in brackets after a name, each with what it stands for.

    Args:
        matches: all that is written like names of reference; an acronym that reference knows for what stands
            before the bracket is not introduced
    """
    found: dict[str, Entity] = {}
    for line, settled, matched in zip(lines, names, matches, strict=True):
        if "(" not in line.vocabulary:
            continue
        edges = _entities_at_edges(matched)
        for name in settled:
            bracket = name.last
            if line.word(bracket) != "(" or name.demonym or name.entity.kind not in _REFERRED:
                continue
            acronym = line.word(bracket + 1)
            new = acronym not in found and line.word(bracket + 2) in (")", ",", ";")
            if new and _is_acronym(acronym) and not _explained(line, bracket, edges):
                found[acronym] = name.entity
    return found


_Edges = tuple[Mapping[int, set[Entity]], Mapping[int, set[Entity]]]


def _entities_at_edges(matches: Sequence[Match]) -> _Edges:
    """What the names of reference that begin at an offset mean, and what those that end there mean."""
    begins: dict[int, set[Entity]] = {}
    ends: dict[int, set[Entity]] = {}
    for match in matches:
        entities = {entry.entity for entry in match.entries}
        begins.setdefault(match.begin, set()).update(entities)
        ends.setdefault(match.end, set()).update(entities)
    return begins, ends


def _explained(line: Line, bracket: int, edges: _Edges) -> bool:
    """Whether reference knows the acronym in a bracket as one of what ends right before it."""
    base = line.sentence.span.begin
    before = line.sentence.tokens[bracket - 1].end - base
    acronym = line.sentence.tokens[bracket + 1].begin - base
    return not edges[1].get(before, set()).isdisjoint(edges[0].get(acronym, ()))


def _is_acronym(word: str) -> bool:
    return 1 < len(word) < 10 and sum(c.isupper() for c in word) >= 2 and word[0].isupper()


def short_forms(
    lines: Sequence[Line], names: Sequence[Sequence[Name]], publishers: Sequence[Entity]
) -> list[list[Name]]:
    """What stands for a body, operation or organization named before: "the Mission", "the Agency"."""
    result: list[list[Name]] = []
    seen: list[tuple[frozenset[str], Entity]] = [(_capitals(e.name), e) for e in reversed(publishers)]
    for line, known in zip(lines, names, strict=True):
        starts = {name.first: name for name in sorted(known, key=lambda n: n.length)}
        here: list[Name] = []
        taken: set[int] = set()
        if _SHORT.isdisjoint(line.vocabulary):
            places = sorted(starts)
        else:
            taken = tokens_of(known)
            places = [token for token, capital in enumerate(line.capitals) if capital or token in starts]
        for token in places:
            name = starts.get(token)
            if name is None:
                if token >= line.dateline:
                    here += _short(line, token, taken, seen)
            elif line.capitals[token] and name.entity.kind in _REFERRED and name.entity.id not in _OWN:
                base = line.sentence.span.begin
                exact = line.sentence.text[name.begin - base : name.end - base]
                seen.append((_capitals(f"{name.entity.name} {exact}"), name.entity))
        result.append(here)
    return result


@lru_cache(maxsize=4096)
def _capitals(text: str) -> frozenset[str]:
    return frozenset(
        word.strip('().,“”"')
        for word in text.replace("’s", "").replace("'s", "").split()
        if word[:1].isupper()
    )


def _short(
    line: Line, token: int, taken: set[int], seen: Sequence[tuple[frozenset[str], Entity]]
) -> Iterator[Name]:
    if token in taken or not line.capitalised(token) or not _is_determined(line, token):
        return
    last = token
    while line.capitalised(last) and last not in taken and last - token < _LONGEST_SHORT:
        last += 1
    while last > token and line.lower(last - 1) not in _SHORT:
        last -= 1
    if last == token or (line.word(last) in ("of", "for", "to", "on") and line.capitalised(last + 1)):
        return
    said = frozenset(line.word(i) for i in range(token, last))
    recent = islice(reversed(seen), _FARTHEST)
    entity = next((entity for capitals, entity in recent if said <= capitals), None)
    if said == {"Organization"} or said == {"Organisation"}:
        entity = Entity(EntityKind.BODY, "Organization for Security and Co-operation in Europe", "osce")
    if entity is None:
        return
    if line.word(token - 1) in ("OSCE", "CSCE"):
        if entity.kind is EntityKind.ORGANIZATION:
            return
        token -= 1
    begin, end = line.sentence.tokens[token].begin, line.sentence.tokens[last - 1].end
    yield Name(entity, begin, end, token, last, "short form", 0.85, counts=False)


def _is_determined(line: Line, token: int) -> bool:
    before = line.lower(token - 1)
    return before in _DETERMINERS or before in POSSESSIVES or before in _OWN
