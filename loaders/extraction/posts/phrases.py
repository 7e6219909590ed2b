"""The noun phrases that follow a post: an entity, a unit of one, a matter, or the post of another."""

from __future__ import annotations

from typing import Final

from ....ontology.facts import Entity, EntityKind
from ..people.lexicon import DETERMINERS, HONORIFICS, NOT_NAMES, POSSESSIVE_DETERMINERS, UNITS, Head
from ..people.line import Chunk, Line
from ..tables import endings, words
from .lists import listed_operations, towns
from .media import is_of_media, medium_after
from .model import Phrase, is_territory
from .offices import office_ending
from .superiors import observers, operation_in_town, superior
from .units import (
    IN_UNITS,
    capitalised_end,
    matter_end,
    observation_end,
    past_acronym,
    past_list,
    plain_unit_end,
    unit_at,
)
from .whom import Antecedents

__all__ = ["read_phrase"]

_CONNECTING: Final = frozenset(("of", "for", "and", "on", "the", "&", "against", "in", "to", "with"))
_GENERIC: Final = words("post_words", kind="unit of any kind")
_KINDS: Final = words("post_words", kind="kind before a name")
_UNNAMED: Final = words("post_words", kind="unit with no name")
_SEATED: Final = endings("post_words", kind="ending of a seat")
_STANDING: Final = ("standing", "conference")  # of towns, of ministers: it has a chairman
_TERMS: Final = ("short-term", "long-term")
_EXTENDING: Final = words("post_words", kind="sent to")


def read_phrase(
    line: Line, first: int, preposition: str, antecedents: Antecedents, *, head: Head
) -> Phrase | None:
    """The noun phrase after a preposition that follows a head noun."""
    plural = head.plural
    if first >= len(line):
        return None
    owner: Entity | None = None
    index = first
    determined = line.low(index) in DETERMINERS
    if determined:
        index += 1
    elif line.low(index) in POSSESSIVE_DETERMINERS:
        if line.low(index) in ("his", "her", "my"):
            return None
        owner = antecedents.its(line, index, state=False)
        index += 1
    index += line.low(index).endswith(_SEATED)
    if index >= len(line):
        return None
    observing = observation_end(line, index) if not plural else None
    if observing is not None:
        return observers(line, index, observing, antecedents)
    if line.low(index) in _TERMS and line.low(index + 1) == "observers" and head.endswith("ordinator"):
        return Phrase(index + 2, line.text(index, index + 2), matter=True)
    if is_of_media(head) and (medium := medium_after(line, first, preposition)) is not None:
        return Phrase(medium[0], line.text(index, medium[0]), (medium[1],))
    listed = listed_operations(line, index) if plural else None
    if listed is not None:
        return listed
    office = _office(line, index, antecedents, delegated="representative" in head)
    if office is not None and not plural:
        return office
    above = superior(line, index, antecedents) if preposition in ("to", "of") and not plural else None
    if above is not None:
        return above
    chunk = line.begins_at(index) or line.begins_at(first)
    if chunk is not None:
        return _named(line, chunk.first, chunk, antecedents, plural=plural)
    named = _named_after_kind(line, index)
    if named is not None:
        return named
    short = _short(line, index, antecedents) if determined or owner is not None else None
    if short is not None and owner is None:
        entity, last = short
        if line.is_possessive(last):
            return _owned(line, last + 1, entity)
        return Phrase(last, line.text(index, last), (entity,))
    unit = unit_at(line, index)
    if unit is not None:
        last, text = unit
        if preposition == "on" and not determined:
            return Phrase(last, text.lower(), matter=True)
        if line.low(first) in ("a", "an") and last - index == 1 and preposition == "in":
            return None
        described = _described(line, last, determined) if not line.is_capitalised(last - 1) else None
        if described is not None:
            return described
        if line.is_possessive(last):
            return _owned(line, last + 1, Entity(EntityKind.ORGANIZATION, text))
        known = _known_unit(line, index, last, antecedents)
        if known is not None and owner is None:
            return Phrase(last, text, (known,))
        return Phrase(last, text, unit=text, owner=owner, generic=_is_generic(line, index, last))
    standing = line.lower[index : index + 2] == _STANDING and line.is_capitalised(index)
    if standing:
        last = capitalised_end(line, index)
        return _organization(last, line.text(index, last))
    matter = matter_end(line, index) if preposition not in ("at", "with", "from", "within") else None
    if matter is not None:
        return Phrase(matter, line.text(index, matter).lower(), matter=True)
    if head.kind == "town" and line.is_capitalised(index):
        return towns(line, index, plural=plural)
    if preposition in ("of", "at", "with") and line.is_capitalised(index):
        last = capitalised_end(line, index)
        alone = preposition == "of" and line.low(last) == "," and line.low(index) not in NOT_NAMES
        if line.is_possessive(last) and last - index > 1:
            name = line.text(index, last)
            owner = antecedents.noun(name, line.words[index].begin)
            return _owned(line, last + 1, owner or Entity(EntityKind.ORGANIZATION, name))
        if last - index > 1 or line.words[index].text.isupper() or alone:
            return Phrase(
                last, line.text(index, last), (Entity(EntityKind.ORGANIZATION, line.text(index, last)),)
            )
    return None


def _office(line: Line, index: int, antecedents: Antecedents, *, delegated: bool) -> Phrase | None:
    """A post of another inside: "Adviser to the High Commissioner", "... of the UN Secretary-General".

    delegated  the other is represented: the Secretary-General who has representatives is the UN's
    """
    first = index
    chunk = line.begins_at(index)
    if chunk is not None and not chunk.mention.demonym:
        if is_territory(chunk.mention.entity):
            return None
        first = chunk.last
    elif line.low(index) in ("osce", "csce"):
        first = index + 1
    chairing = line.begins_at(first)
    if chairing is not None and chairing.mention.demonym:
        first = chairing.last
    found = office_ending(line.lower, first)
    if found is None or found[0] != first:
        return None
    if any(line.blocks(i) is not None and line.blocks(i) is not chunk for i in range(first, found[1])):
        return None
    _, last, office = found
    owner = chunk.mention.entity if chunk is not None and not chunk.mention.demonym else antecedents.osce
    if office.holder == "secretary-general" and chunk is None and first == index and delegated:
        owner = antecedents.united_nations
    if owner.id in ("osce", "csce"):
        return Phrase(last, line.text(index, last), (antecedents.body(office.holder),), office=first)
    return Phrase(last, line.text(index, last), (owner,), unit=line.text(first, last).lower(), office=-1)


def _named(line: Line, index: int, chunk: Chunk, antecedents: Antecedents, *, plural: bool) -> Phrase | None:
    last = chunk.last
    entity = chunk.mention.entity
    if line.is_possessive(last):
        return _owned(line, past_acronym(line, last + 1), entity)
    observing = observation_end(line, last) if not plural else None
    if observing is not None:
        return observers(line, index, observing, antecedents)
    following = line.begins_at(last)
    whole = entity.id in ("osce", "csce")
    if chunk.mention.demonym or whole or is_territory(chunk.mention.entity):
        if following is not None and not is_territory(following.mention.entity):
            return _named(line, last, following, antecedents, plural=plural)
        town = operation_in_town(line, last, antecedents) if whole else None
        if town is not None:
            return town
        short = _short(line, last, antecedents) if whole else None
        if short is not None:
            return Phrase(short[1], line.text(last, short[1]), (short[0],))
        unit = unit_at(line, last) if line.low(last) not in _CONNECTING else None
        if unit is not None and line.is_capitalised(last):
            end = _extended(line, unit[0])
            text = line.text(index, end)
            if whole:
                return Phrase(end, text, unit=unit[1], owner=entity)
            return Phrase(end, text, unit=text) if _ends_in_unit(unit[1]) else _organization(end, text)
        if chunk.mention.demonym and unit is not None and UNITS.get(line.low(unit[0] - 1)) == "unit":
            text = line.text(index, unit[0])
            return Phrase(unit[0], text, unit=text)
        if chunk.mention.demonym:
            return _demonym_short(line, index, last, antecedents)
    if is_territory(chunk.mention.entity) and not chunk.mention.demonym and line.low(last) in UNITS:
        return _organization(last + 1, line.text(index, last + 1))
    inner = (
        unit_at(line, last) if line.is_capitalised(last) and not is_territory(chunk.mention.entity) else None
    )
    if inner is not None and entity.id is not None:
        end = _extended(line, inner[0])
        delegated = inner[1].lower() == "delegation" and end == inner[0]
        if delegated or _ends_in_unit(inner[1]):
            return Phrase(end, line.text(index, end), unit=inner[1], owner=entity)
        return _organization(end, line.text(index, end))
    plain = plain_unit_end(line, last)
    if plain is not None:
        return Phrase(plain, line.text(index, plain), unit=line.text(last, plain), owner=entity)
    if entity.kind is EntityKind.ORGANIZATION and entity.id is None:
        larger = _larger_inside(line, chunk)
        if larger is not None:
            return larger
        last = _extended(line, last)
    if entity.kind is EntityKind.ORGANIZATION and entity.id is None and _is_unit_name(line, chunk):
        in_full = len(entity.name) <= len(chunk.mention.exact)  # else it was named before, and is no part
        of_state = in_full and antecedents.state_within(chunk.mention.span) is not None
        generic = in_full and not of_state and _is_generic(line, index, last)
        return Phrase(last, chunk.mention.exact, unit=entity.name, generic=generic)
    entities = [entity]
    while plural and line.low(last) in ("and", ","):
        ahead = last + 1 + (line.low(last + 1) == "of")
        more = line.begins_at(last + 1) or line.begins_at(ahead + (line.low(ahead) == "the"))
        shared = _sharing_noun(entity, more)
        if more is None or (more.mention.entity.kind is not entity.kind and shared is None):
            break
        over = line.low(last) == "and"
        entities.append(shared or more.mention.entity)
        last = more.last
        if over:
            break
    return Phrase(
        last, line.text(index, last) if len(entities) == 1 else chunk.mention.exact, tuple(entities)
    )


def _sharing_noun(first: Entity, more: Chunk | None) -> Entity | None:
    """The second of two whose plural noun they share ("the Parliaments of Estonia and Croatia")."""
    noun, of, _ = first.name.partition(" of ")
    if more is None or first.id is not None or not of or not is_territory(more.mention.entity):
        return None
    return Entity(first.kind, f"{noun} of {more.mention.exact}") if not more.mention.demonym else None


def _named_after_kind(line: Line, index: int) -> Phrase | None:
    """ "the NGO ...", "Radio ...": the word that says what it is, and its name, which a mention may cover."""
    if line.low(index) not in _KINDS:
        return None
    chunk = line.begins_at(index + 1)
    if chunk is not None and not is_territory(chunk.mention.entity):
        return Phrase(chunk.last, chunk.mention.exact, (chunk.mention.entity,))
    if line.is_capitalised(index + 1) and chunk is None:
        end = capitalised_end(line, index + 1)
        return _organization(end, line.text(index + 1, end))
    return None


def _larger_inside(line: Line, chunk: Chunk) -> Phrase | None:
    """A unit and the organization it belongs to, under one mention ("X Department of the Y Ministry")."""
    for index in range(chunk.first + 1, chunk.last - 1):
        if line.low(index) not in ("of", "in", "at"):
            continue
        head = line.low(index - 1)
        begin = index + 1 + (line.low(index + 1) == "the")
        rest = [line.low(i) for i in range(begin, chunk.last)]
        if (
            UNITS.get(head) == "unit"
            and head != "delegation"
            and any(UNITS.get(w) == "organization" for w in rest)
        ):
            owner = Entity(EntityKind.ORGANIZATION, line.text(begin, chunk.last))
            return Phrase(chunk.last, chunk.mention.exact, unit=line.text(chunk.first, index), owner=owner)
    return None


def _organization(last: int, name: str) -> Phrase:
    return Phrase(last, name, (Entity(EntityKind.ORGANIZATION, name),))


def _extended(line: Line, last: int) -> int:
    """A delegation's name goes on with where it is sent to ("the Swiss Delegation to the OSCE")."""
    if line.low(last - 1) in _EXTENDING and line.low(last) == "to":
        if line.low(last + 1) == "the" and line.low(last + 2) in UNITS and line.is_capitalised(last + 2):
            return last + 3
        chunk = line.begins_at(last + 1) or line.begins_at(last + 2)
        if chunk is not None and (chunk.first == last + 1 or line.low(last + 1) in DETERMINERS):
            return chunk.last
    return last


def _ends_in_unit(text: str) -> bool:
    words = text.lower().split()
    cut = min((words.index(word) for word in ("of", "for", "on", "to") if word in words), default=len(words))
    return cut > 0 and UNITS.get(words[cut - 1]) == "unit" and words[cut - 1] != "delegation"


def _known_unit(line: Line, first: int, last: int, antecedents: Antecedents) -> Entity | None:
    """An organization that was named in full before ("the Office of the Co-ordinator")."""
    if not line.is_capitalised(first) or last - first < 2:
        return None
    words = [line.low(i) for i in range(first, last) if line.low(i) not in IN_UNITS]
    return antecedents.noun(" ".join(words), line.words[first].begin)


def _is_generic(line: Line, first: int, last: int) -> bool:
    """Whether a unit needs a larger organization: a committee or task force that no place or people names."""
    if any(
        (chunk := line.blocks(i)) is not None and is_territory(chunk.mention.entity)
        for i in range(first, last)
    ):
        return False
    noun = next((i for i in range(first, last) if line.low(i) in _GENERIC), None)
    if noun is None:
        return False
    qualified = all(line.is_capitalised(i) for i in range(first, noun)) and noun - first > 1
    return not (qualified and noun == last - 1 and line.low(noun) in ("board", "group"))


def _demonym_short(line: Line, index: int, last: int, antecedents: Antecedents) -> Phrase | None:
    """ "the Georgian town", "the Dutch Embassy" that no mention covers."""
    if line.low(last) in UNITS and line.is_capitalised(last):
        text = line.text(index, last + 1)
        return Phrase(last + 1, text, (Entity(EntityKind.ORGANIZATION, text),))
    return None


def _is_unit_name(line: Line, chunk: Chunk) -> bool:
    """Whether an organization's name is that of a part: a department, section, committee."""
    return _ends_in_unit(" ".join(line.lower[chunk.first : chunk.last]))


def _owned(line: Line, first: int, owner: Entity) -> Phrase | None:
    """What the owner has ("the Mission's Rule of Law Department")."""
    while line.low(first) in ("new", "own", "former"):
        first += 1
    chunk = line.begins_at(first)
    if chunk is not None and chunk.mention.demonym:
        unit = unit_at(line, chunk.last)
        return _organization(unit[0], line.text(first, unit[0])) if unit is not None else None
    if chunk is not None and is_territory(chunk.mention.entity):
        unit = unit_at(line, chunk.last)
        if unit is None:
            return None
        text = line.text(first, unit[0])
        return Phrase(unit[0], text, unit=text, owner=owner)
    if chunk is not None and chunk.mention.entity.id is not None:
        return Phrase(chunk.last, chunk.mention.exact, (chunk.mention.entity,), owner=owner)
    unit = unit_at(line, first) if chunk is None else (chunk.last, chunk.mention.exact)
    if unit is None:
        return None
    last = past_list(line, unit[0])
    name = unit[1] if last == unit[0] else line.text(first, last)
    return Phrase(last, name, unit=name, owner=owner)


def _short(line: Line, index: int, antecedents: Antecedents) -> tuple[Entity, int] | None:
    """The entity of a short form ("the Mission", "the municipality"), and the word after it."""
    if line.low(index) in HONORIFICS:
        return None
    for last in (index + 2, index + 1):
        noun = line.low(last - 1)
        if last > len(line) or (noun not in UNITS and noun not in ("city", "town", "country")):
            continue
        if last - index == 2 and not (line.is_capitalised(index) and line.is_capitalised(index + 1)):
            continue
        if last < len(line) and (line.is_capitalised(last) or line.low(last) == "for"):
            continue
        if (
            line.low(last) in ("of", "on")
            and not line.is_possessive(last)
            and noun not in ("mission", "embassy")
        ):
            continue
        found = antecedents.noun(line.text(index, last), line.words[index].begin)
        if found is not None:
            return found, last
    return None


def _described(line: Line, last: int, determined: bool) -> Phrase | None:
    """ "the weekly ...", "the non-governmental organization ...": the name follows its kind."""
    if not determined or last >= len(line) or line.low(last - 1) in _UNNAMED:
        return None
    if line.low(last) in ("“", '"', "«"):
        closing = next((i for i in range(last + 1, min(last + 8, len(line))) if line.low(i) in '”"»'), None)
        if closing is None:
            return None
        name = line.text(last + 1, closing)
        return Phrase(closing + 1, name, (Entity(EntityKind.ORGANIZATION, name),))
    chunk = line.begins_at(last)
    if chunk is not None and not is_territory(chunk.mention.entity):
        return Phrase(chunk.last, chunk.mention.exact, (chunk.mention.entity,))
    if not line.is_capitalised(last):
        return None
    end = capitalised_end(line, last)
    name = line.text(last, end)
    return Phrase(end, name, (Entity(EntityKind.ORGANIZATION, name),))
