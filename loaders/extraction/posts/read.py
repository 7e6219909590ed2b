"""Reads the posts of a sentence: head noun, modifiers, chain of units, and whom each is for."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ....ontology.facts import Entity, EntityKind, TermStatus
from ..people.lexicon import COMING, DETERMINERS, MODIFIERS, Head, head_places
from ..people.line import Chunk, Line
from ..tables import words
from .complement import Complement, read_complement
from .left import final_head, head_at, read_left
from .media import is_of_media, medium_before
from .model import Left, PostPhrase, is_territory
from .offices import Office, office_ending
from .parliament import MEMBERS, seat_in_parliament
from .titles import normal_title
from .trades import employer_behind_name
from .whom import Antecedents

__all__ = ["OPERATION", "at_operation", "read_posts"]

OPERATION: Final = "operation called after its head"
_WHOLE: Final = ("osce", "csce", "chairpersonship", "secretariat")
_UNITS: Final = (EntityKind.BODY, EntityKind.FIELD_OPERATION, EntityKind.ORGANIZATION)
_CHAIRS: Final = words("post_words", kind="chair")
_DOUBTFUL_OFFICES: Final = ("secretary-general", "hcnm", "senior-police-adviser")
_OF_PARLIAMENT: Final = words("post_words", kind="of a parliament")
_OBSERVING: Final = ("chief observer", "chief monitor")
_OSCE_OWN: Final = frozenset(("osce", "general"))  # "... to the Secretary General"
_TRADES: Final = words("post_words", kind="trade behind a demonym")
_OPERATION_HEADS: Final = words("post_words", kind="leads an operation")


def read_posts(line: Line, antecedents: Antecedents) -> tuple[PostPhrase, ...]:
    """The posts of a sentence from left to right, those inside others (`nested`) left out."""
    found: list[PostPhrase] = []
    after = line.start
    operations = [chunk.first for chunk in line.named if not chunk.post]
    heads = head_places(line.lower, line.sentence.text.lower())
    for index in sorted({*heads, *operations}):
        chunk = line.chunks[index]
        if index < after:
            continue
        if chunk is None or chunk.post:
            phrase = _post_at(line, index, antecedents, after)
        else:
            phrase = _own_operation(line, chunk, antecedents) if chunk.first == index else None
        if phrase is not None:
            found.append(phrase)
            after = phrase.last
    return tuple(found)


def _post_at(line: Line, index: int, antecedents: Antecedents, floor: int = 0) -> PostPhrase | None:
    found = final_head(line, index)
    if found is None or (
        found[2] == "chair" and line.low(index - 1) == "the" and line.low(index + 1) == "was"
    ):
        return None
    first, after, head = found
    if head in MEMBERS and (seat := seat_in_parliament(line, after, antecedents)) is not None:
        left = read_left(line, first, antecedents, floor=floor)
        terms = tuple(
            word for word in left.modifiers if MODIFIERS.get(word.lower()) in ("former", "incoming")
        )
        left = replace(left, whom=(), modifiers=terms)
        return _phrase(line, first, left, seat[1], Complement(seat[0], "", (seat[2],)), antecedents)
    coming = line.low(after) in ("designate", "elect") or line.low(after - 1).endswith(COMING)
    after += line.low(after) in ("designate", "elect")
    if any(line.blocks(i) is not None for i in range(index, after)):
        return _member_of_named(line, first, after, head, antecedents) if head in _OF_PARLIAMENT else None
    if line.low(index - 1) in ("who", "he", "she") or (line.low(index - 1) == "to" and head == "head"):
        return None
    if head == "head" and (_heads_something(line, index) or _is_of_state(line, after)):
        return None
    left = read_left(line, first, antecedents, floor=floor)
    if coming:
        left = replace(left, nouns=(*left.nouns, "incoming"))
    elif left.determiner and "then" in line.lower[left.outer : first]:
        left = replace(left, nouns=(*left.nouns, "former"))
    in_name = _in_office_name(line, left.outer)
    if in_name and line.chunks[first] is None:
        return None
    if head.kind == "occupation" and left.whom and all(e.kind is EntityKind.PLACE for e in left.whom):
        left = replace(left, whom=())
    if is_of_media(head) and not left.whom and (medium := medium_before(line, left.first)) is not None:
        determined = line.low(medium[0] - 1) in DETERMINERS
        determiner = line.low(medium[0] - 1) if determined else ""
        left = replace(left, outer=medium[0] - determined, determiner=determiner, whom=(medium[1],))
    body = _body_post(line, first, left, head, antecedents)
    if in_name and (body is None or line.low(body.last) != "," or not line.is_capitalised(body.last + 1)):
        return None
    if body is not None:
        return body
    named = office_ending(line.lower, first)
    if named is not None and _is_office(line, named, left, head):
        return _office_phrase(line, named, first, left, head, antecedents)
    complement = read_complement(line, after, head, antecedents, has_whom=bool(left.whom))
    return _phrase(line, first, left, head, complement, antecedents)


def _member_of_named(
    line: Line, first: int, after: int, head: Head, antecedents: Antecedents
) -> PostPhrase | None:
    """ "Member of the Parliament of Georgia", whose Parliament a mention covers."""
    chunk = line.blocks(after - 1)
    state = antecedents.state_within(chunk.mention.span) if chunk is not None else None
    if chunk is None or state is None:
        return None
    left = read_left(line, first, antecedents)
    complement = Complement(chunk.last, "", (state,))
    return _phrase(line, first, replace(left, whom=()), head, complement, antecedents)


def _is_of_state(line: Line, index: int) -> bool:
    return line.low(index) == "of" and line.low(index + 1) in ("state", "government")


def _heads_something(line: Line, index: int) -> bool:
    """Whether a name stands before "heads", and what is headed behind it: then it is a verb."""
    if line.lower[index] != "heads" or not line.is_capitalised(index - 1) or line.is_capitalised(index):
        return False
    return line.low(index + 1) in DETERMINERS or line.begins_at(index + 1) is not None


def _body_post(
    line: Line, head_first: int, left: Left, head: Head, antecedents: Antecedents
) -> PostPhrase | None:
    """A post that reference lists as a body ("Special Representative for the South Caucasus")."""
    chunk = line.chunks[head_first]
    if chunk is None or not chunk.post or head.plural:
        return None
    if any(e.id not in (*_WHOLE, chunk.mention.entity.id) for e in left.whom):
        return None
    known = antecedents.post_of_body(chunk.mention.entity)
    if known is None:
        return None
    title, whom = known
    _, status = normal_title([*left.nouns, *left.modifiers], str(head))
    first = min(left.first, chunk.first)
    return PostPhrase(
        outer=min(left.outer, first),
        first=first,
        last=chunk.last,
        head_at=head_first,
        head=head,
        title=title,
        whom=(whom,),
        status=status,
        determiner=left.determiner,
        office=chunk.mention.entity.id,
        osce=True,
        complement=True,
        rule="office",
        confidence=0.95,
    )


def _own_operation(line: Line, chunk: Chunk, antecedents: Antecedents) -> PostPhrase | None:
    """A post by which its operation or group is called too: only beside a name is the person meant.

    "Project Co-ordinator in Ukraine N", "the Co-Chairs of the Minsk Group (N, M)".
    """
    index = chunk.first
    entity = chunk.mention.entity
    project = antecedents.is_project_co_ordinator(entity)
    found = head_at(line, index)
    at = index
    if project:
        words = range(chunk.first, chunk.last)
        at = next((i for i in words if line.low(i).endswith("ordinator")), -1)
    elif found is None or line.low(found[0]) != "of" or entity.kind not in _UNITS:
        return None
    if at < 0:
        return None
    head = Head("co-ordinator", "office", plural=False) if project or found is None else found[1]
    determined = line.low(index - 1) in DETERMINERS
    return PostPhrase(
        outer=index - determined,
        first=index,
        last=chunk.last,
        head_at=at,
        head=head,
        title="project co-ordinator" if project else str(head),
        whom=(entity,),
        status=TermStatus.CURRENT,
        determiner="the" if determined else "",
        complement=True,
        rule=OPERATION,
        confidence=0.9,
    )


def _in_office_name(line: Line, outer: int) -> bool:
    """Whether the post only is in the name of its office ("the Office of the High Commissioner")."""
    before = outer - 1
    return line.low(before) == "of" and line.low(before - 1) in ("office", "bureau", "cabinet")


def _is_office(line: Line, named: tuple[int, int, Office], left: Left, head: Head) -> bool:
    _, last, office = named
    if head.plural:
        return False
    begin = named[0] - 1
    if _is_part_of_name(line, begin):
        return False
    chairing = office.holder == "chairpersonship" and left.demonym
    foreign = [e for e in left.whom if e.id not in (*_WHOLE, office.holder) and not chairing]
    if foreign or left.owner is not None:
        return False
    if office.holder in _DOUBTFUL_OFFICES:
        if office.holder == "hcnm" and line.low(last) == "for":
            return False
        if (
            office.holder == "senior-police-adviser"
            and not left.whom
            and _OSCE_OWN.isdisjoint(line.lower[last - 4 : last])
        ):
            return False
        if line.low(last) in ("of", "to", "at"):
            following = line.begins_at(last + 1) or line.begins_at(last + 2)
            return following is not None and following.mention.entity.id in _WHOLE
    return not any(word.lower() in ("deputy", "assistant", "under") for word in left.modifiers)


def _is_part_of_name(line: Line, index: int) -> bool:
    """Whether an unknown capitalised word goes before an office ("the Commonwealth Secretary General")."""
    if index <= line.start or not line.is_capitalised(index) or line.blocks(index) is not None:
        return False
    return line.low(index) not in MODIFIERS and line.low(index) not in ("osce", "csce", "the")


def _office_phrase(
    line: Line,
    named: tuple[int, int, Office],
    head_first: int,
    left: Left,
    head: Head,
    antecedents: Antecedents,
) -> PostPhrase:
    first, last, office = named
    words = [*left.nouns, *(w for w in left.modifiers if w.lower() not in office.title)]
    _, status = normal_title(words, str(head))
    title = office.title
    acting = [w.lower() for w in left.modifiers if w.lower() == "acting"]
    if acting:
        title = f"acting {title}"
    while line.low(last) == "of" and _whole_at(line, last + 1) is not None:
        last = _whole_at(line, last + 1) or last + 1
    last += line.low(last) in ("designate", "elect")
    if line.low(last) == "(" and line.low(last + 2) == ")":
        last += 3
    return PostPhrase(
        outer=min(left.outer, first),
        first=min(left.first, first),
        last=last,
        head_at=head_first,
        head=head,
        title=title,
        whom=(antecedents.body(office.whom),),
        status=status,
        determiner=left.determiner,
        office=office.holder,
        osce=bool(left.whom) or "osce" in line.lower[first:last],
        complement=True,
        capitalised=line.is_capitalised(head_first),
        rule="office",
        confidence=0.95,
    )


def _whole_at(line: Line, index: int) -> int | None:
    """The word after the OSCE's name ("of the OSCE", "of the Organization")."""
    if line.low(index) in DETERMINERS:
        index += 1
    chunk = line.begins_at(index)
    if chunk is not None and chunk.mention.entity.id in ("osce", "csce"):
        return chunk.last
    if line.low(index) in ("osce", "organization", "csce"):
        return index + 1
    return None


def _phrase(
    line: Line, head_first: int, left: Left, head: Head, complement: Complement, antecedents: Antecedents
) -> PostPhrase | None:
    if head in _OF_PARLIAMENT:
        complement = replace(complement, whom=tuple(e for e in complement.whom if e.kind is EntityKind.STATE))
    whom = complement.whom or left.whom
    if complement.whom and left.whom:
        whom = _better(complement.whom, left.whom)
    said = " ".join(part for part in (left.of, complement.title) if part)
    title, status = normal_title([*left.nouns, *left.modifiers], str(head), said)
    if head == "ambassador" and not complement.title and not whom and left.determiner != "the":
        return None
    if head == "ambassador" and not complement.title and whom and not is_territory(whom[0]):
        return None
    if head.kind == "occupation" and not whom and not head.plural:
        employer = employer_behind_name(line, complement.last)
        whom = () if employer is None else (employer,)
    if head.kind == "occupation" and (not whom or all(e.kind is EntityKind.STATE for e in whom)):
        whom = ()
        if not left.owner:
            return None
    if left.demonym and not complement.whom and title in _TRADES and not line.is_capitalised(head_first):
        return None  # "the Georgian director N" makes films, and directs no State
    if head == "member" and (not complement.whom or "staff" in left.modifiers):
        return None
    if not whom and head in _OBSERVING and not head.plural:
        operation = antecedents.operation(line.words[head_first].begin)
        whom = (operation,) if operation is not None else ()
    if whom and whom[0].kind is EntityKind.FIELD_OPERATION:
        title, whom = at_operation(title, whom, antecedents)
    elif whom and title in _OPERATION_HEADS and _is_other_mission(whom[0]):
        title = f"{title} of mission"
    chairs = bool(whom) and whom[0].id == "osce" and title in _CHAIRS
    inside = (_nested(line, at, antecedents) for at in complement.offices if at >= 0)
    return PostPhrase(
        outer=left.outer,
        first=left.first,
        last=complement.last,
        head_at=head_first,
        head=head,
        title=f"{title}-in-office" if chairs else title,
        whom=whom,
        status=status,
        determiner=left.determiner,
        office="chairpersonship" if chairs else None,
        certain=bool(whom),
        complement=bool(complement.whom or complement.title),
        capitalised=line.is_capitalised(head_first),
        rule=_rule(left, complement),
        confidence=0.9 if whom else 0.7,
        nested=tuple(phrase for phrase in inside if phrase is not None),
    )


def _nested(line: Line, at: int, antecedents: Antecedents) -> PostPhrase | None:
    found = office_ending(line.lower, at)
    if found is None:
        return None
    first, last, office = found
    whole = antecedents.body(office.whom)
    return PostPhrase(
        outer=first, first=first, last=last, head_at=at, head=Head(office.title, "office", plural=False),
        title=office.title, whom=(whole,), status=TermStatus.CURRENT, determiner="the", office=office.holder,
        complement=True, rule="office", confidence=0.95,
    )  # fmt: skip


def _better(inner: tuple[Entity, ...], before: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Whom a post is for that is named on both sides: what follows, unless that is a State or place."""
    if before[0].id in _WHOLE or is_territory(before[0]) is False:
        return inner
    if is_territory(inner[0]):
        return before
    return inner


def at_operation(
    title: str, whom: tuple[Entity, ...], antecedents: Antecedents
) -> tuple[str, tuple[Entity, ...]]:
    """The head of a field operation is called after what it is: "head of mission", "head of centre"."""
    operation = whom[0]
    noun = antecedents.operation_noun(operation)
    words = title.split()
    stem = title if not title.endswith((" of mission", " of office", " of centre")) else " ".join(words[:-2])
    if stem in _OPERATION_HEADS or stem.endswith(" head"):
        stem = {"chief": "head", "director": "head", "deputy": "deputy head"}.get(stem, stem)
        if antecedents.is_project_co_ordinator(operation):
            return stem.replace("head", "project co-ordinator"), whom
        if noun:
            return f"{stem} of {noun}", whom
    return title, whom


def _is_other_mission(entity: Entity) -> bool:
    """Whether an organization is a mission that reference does not list ("Election Observation Mission")."""
    return entity.id is None and entity.name.lower().endswith(" mission")


def _rule(left: Left, complement: Complement) -> str:
    if complement.whom:
        return "post of named organization"
    if left.determiner == "'s":
        return "possessor's post"
    if left.demonym:
        return "demonym before post"
    if left.whom and left.determiner in ("its", "their", "whose"):
        return "post of antecedent"
    return "organization before post" if left.whom else "post alone"
