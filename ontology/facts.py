"""The dataclasses that flow from the loaders to the graph: what one source says, before anything has an id.

All offsets are code points in the stored text of the source, `begin` included and `end` excluded, as in the
W3C Web Annotation Data Model, section 4.2.4 (Text Position Selector).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .dates import Interval
from .kinds import ActKind, EntityKind, EventKind, Manner, PageKind, Role, Status, TermStatus

__all__ = [
    "Act",
    "ActKind",
    "Attendance",
    "Concept",
    "Entity",
    "EntityKind",
    "Event",
    "EventKind",
    "Evidence",
    "Fact",
    "InferredField",
    "Manner",
    "Membership",
    "Mention",
    "PageKind",
    "Participation",
    "Release",
    "Role",
    "SourceReading",
    "Span",
    "Statement",
    "Status",
    "Taxonomy",
    "TermStatus",
    "Unplaced",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters begin to end (excluded) of the stored text, in code points."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.begin : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True)
class Entity:
    """What a text names: a row of reference, where `id` is set, or something that only texts know.

    id    of reference, as IRIs have it (`-` for `_`; the ISO 3166 code in upper case for a State or Partner)
    name  reference's label, or for the unknown its fullest name as said
    """

    kind: EntityKind
    name: str
    id: str | None = None

    @property
    def key(self) -> tuple[EntityKind, str]:
        """What tells two entities of one source apart."""
        return self.kind, self.id or self.name


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a source says a fact: the sentence, title or header line, by which rule, and how sure it is.

    confidence  0 to 1: the share of such facts that are right
    marked      the words within the span that carry the fact, for a reader's eye
    """

    span: Span
    quote: str
    rule: str
    confidence: float
    marked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """These characters name this entity; it is its own selector. `evidence` is the sentence around it."""

    entity: Entity
    span: Span
    exact: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Membership:
    """A person holds, held or will hold a post.

    post          its normal form in lower case, without the organization ("minister of foreign affairs")
    as_said       the words of the text
    organization  whom the post is for: a State, body, field operation, place or other organization
    """

    person: Entity
    post: str
    as_said: str
    organization: Entity
    evidence: Evidence
    status: TermStatus = TermStatus.CURRENT
    term: Interval = Interval()


@dataclass(frozen=True, slots=True)
class Event:
    """An occasion. `key` names it within its release; `entity` is the row of reference where it is one.

    series  the row of reference of which it is one meeting ("Annual Security Review Conference")
    number  which one of its series it is, where its name says so (14 of "14th Economic Forum")
    """

    key: str
    name: str
    kind: EventKind
    when: Interval
    where: Entity | None
    evidence: Evidence
    status: Status = Status.TOOK_PLACE
    entity: Entity | None = None
    part_of: str | None = None
    series: Entity | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """A person, body, State or organization takes part in the event whose `key` is given."""

    event: str
    participant: Entity
    role: Role
    evidence: Evidence
    status: Status = Status.TOOK_PLACE
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many took part in the event whose `key` is given, as far as the source says.

    span         the number with the words for those whom it counts ("more than 120 judges and lawyers")
    people       the words for those alone ("judges and lawyers"); also what sent them ("countries")
    least, most  the bounds: the same number where it is said as it is or about, one of them None where open
    """

    event: str
    span: Span
    people: Span
    evidence: Evidence
    least: int | None = None
    most: int | None = None
    status: Status = Status.TOOK_PLACE


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody said something. `words` are the quoted words, one span each, quotation marks left out."""

    speaker: Entity
    manner: Manner
    evidence: Evidence
    words: tuple[Span, ...] = ()
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody did something, did not do it, or will, may or should.

    agents      who acts; several where they act together
    span        the verb with its auxiliaries ("did not sign")
    recipients  to or with whom: who was met, called on, appointed or given something; whom a post was taken
                over from
    things      what, where it is one entity or several
    words       what, as said, where it is none; None where `things` or `recipients` say it
    when        as the sentence says, "today" worked out; unknown where it says nothing
    where       the place of the act, likewise
    negated     whether the source says that it was, or will be, not so
    event       the key of the event of the same release that the act is, or is part of
    """

    kind: ActKind
    agents: tuple[Entity, ...]
    span: Span
    evidence: Evidence
    recipients: tuple[Entity, ...] = ()
    things: tuple[Entity, ...] = ()
    words: Span | None = None
    when: Interval = Interval()
    where: Entity | None = None
    status: Status = Status.TOOK_PLACE
    negated: bool = False
    event: str | None = None


@dataclass(frozen=True, slots=True)
class InferredField:
    """The words of a text speak of this field of work, which its page does not name."""

    field: Entity
    evidence: Evidence


Fact = Mention | Membership | Event | Participation | Attendance | Statement | Act | InferredField


@dataclass(frozen=True, slots=True)
class HeaderValue:
    """One thing that the header, listing or dateline of a release says, with its line."""

    entity: Entity
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A label that no table knows, kept as it stood: what it seemed to be, and where."""

    label: str
    where: str
    span: Span


@dataclass(frozen=True, slots=True)
class Release:
    """One press release as one source has it.

    issued       the page's date, else the dateline's
    dateline     the date that the dateline gives, which may differ by a day or more
    places       the cities of the dateline, else of the header
    number       of the page on osce.org, where known ("52792")
    language     ISO 639-1
    content_type as the listing names it ("Press release", "Daily report")
    """

    title: str
    title_span: Span | None
    body: Span
    language: str
    issued: date | None = None
    issued_evidence: Evidence | None = None
    dateline: date | None = None
    places: tuple[HeaderValue, ...] = ()
    publishers: tuple[HeaderValue, ...] = ()
    fields: tuple[HeaderValue, ...] = ()
    content_type: str = "Press release"
    number: str | None = None
    facts: tuple[Fact, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One label of the navigation with what stands below it; `entity` is what reference knows it to be.

    chairs  the year in which the label says that the State chairs the OSCE
    """

    label: str
    span: Span
    entity: Entity | None = None
    chairs: int | None = None
    narrower: tuple[Concept, ...] = ()


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The navigation of one page, nested as the site nests it."""

    concepts: tuple[Concept, ...]
    unplaced: tuple[Unplaced, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceReading:
    """All that one source says.

    location      the page's URL where known, else the path or name that it was given under
    url           the page's URL, where known
    digest_of     the address of the release that this text is a digest of, in other words than the OSCE's
    content_hash  "sha256:..." of the bytes as found
    text          the stored text; all spans count in it
    reason        why the page is of this kind, or why it was refused, for a person
    byte_map      where the stored text stands in the page: (begin, byte, width) says that from code point
                  begin on each character stands for width bytes, from byte on; width 0 marks what the page
                  does not have
    """

    location: str
    content_hash: str
    text: str
    kind: PageKind
    reason: str
    url: str | None = None
    digest_of: str | None = None
    releases: tuple[Release, ...] = ()
    taxonomy: Taxonomy | None = None
    warnings: tuple[str, ...] = field(default=())
    byte_map: tuple[tuple[int, int, int], ...] = ()
