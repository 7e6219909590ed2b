"""What pictures are made of: things, dated terms and the sentences that attest them, free of RDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..ontology.dates import Interval

__all__ = ["Operation", "Quote", "Term", "Thing", "spell", "spell_interval", "with_article"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Anything that has an IRI and a label; `short` is the label for pictures."""

    iri: str
    label: str
    short: str = ""

    @property
    def name(self) -> str:
        """The short label, else the label."""
        return self.short or self.label


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that attest a fact, and where they stand.

    source      a title of the release, or "office_holders, row oh137" for a row of a reference table
    url         where the source can be read, None where it has no address
    issued      the day of the release
    rule        the name of the extraction rule, empty for a table row
    digest      whether the words are those of a digest, and not of the OSCE
    """

    text: str
    source: str
    url: str | None = None
    issued: date | None = None
    confidence: float | None = None
    rule: str = ""
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one post for one unbroken time.

    title   the post without whom it is for
    office  IRI of the body that the post is or heads, empty where that is the organization itself
    """

    iri: str
    person: Thing
    post: Thing
    organization: str
    state: Thing | None = None
    when: Interval = Interval()
    evidence: tuple[Quote, ...] = ()
    evidence_count: int = 0
    title: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """A field operation, or a body that somebody heads.

    group      its region, or what bodies of its kind are called together
    host       the State or place that it works in
    follows    IRIs of its predecessors
    longitude  of its seat, in degrees east
    """

    thing: Thing
    group: str
    host: Thing | None = None
    follows: tuple[str, ...] = ()
    mandate: Interval = Interval()
    longitude: float | None = None
    is_field_operation: bool = True


def spell(text: str) -> str:
    """A date of the form YYYY, YYYY-MM or YYYY-MM-DD in words.

    >>> spell("2006-11-24"), spell("2006-11"), spell("2006")
    ('24 November 2006', 'November 2006', '2006')
    """
    parts = text.split("-")
    words = [parts[0].lstrip("0") or "0"]
    if len(parts) > 1:
        words.insert(0, _MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def spell_interval(when: Interval) -> str:
    """A span of time in words; what is unknown is said to be so.

    >>> spell_interval(Interval.parse("1999-06/2001-11")), spell_interval(Interval.parse("1999/"))
    ('June 1999 to November 2001', 'from 1999, end not known')
    >>> spell_interval(Interval())
    'dates not known'
    """
    if when.start is not None and when.end is not None:
        if when.start == when.end:
            return spell(str(when.start))
        return f"{spell(str(when.start))} to {spell(str(when.end))}"
    if when.start is not None:
        return f"from {spell(str(when.start))}, end not known"
    if when.end is not None:
        return f"until {spell(str(when.end))}, start not known"
    return "dates not known"


def with_article(name: str) -> str:
    """The name of a State as a sentence has it.

    >>> with_article("United States"), with_article("Germany")
    ('the United States', 'Germany')
    """
    first = name.split(" ", 1)[0]
    return f"the {name}" if first in {"United", "Netherlands", "Holy", "Federal", "USSR"} else name
