"""What is told of a fact: the places in pages and the rows of reference that say it."""

from __future__ import annotations

from dataclasses import dataclass

from .ontology.errors import OsceKgError

__all__ = ["Explanation", "Proof", "TableRow", "UnknownFactError"]


class UnknownFactError(OsceKgError, LookupError):
    """The graph does not say this; the message names what comes near."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of reference that bears on a fact.

    about   whom or what the row is about, as the graph calls it
    gist    the row in short
    source  where the row has it from
    """

    about: str
    table: str
    row: str
    gist: str
    source: str
    confidence: float | None

    def __str__(self) -> str:
        source = f", source: {self.source}" if self.source else ""
        sure = "" if self.confidence is None else f", confidence {self.confidence:g}"
        return f"{self.table.replace('_', ' ')}, row {self.row}: {self.gist}{source}{sure}"


@dataclass(frozen=True, slots=True)
class Proof:
    """One place of a page that says it.

    fact      the node that it attests, with its prefix; `says` is the property and value, where it is one
    pieces    the sentence in pieces, each with whether its words carry the fact
    rule      the rule that found it; `family` the rules that find the same thing in the same way
    right     of how many facts of that family that were held against pages (`seen`) so many were right
    source    the page's source, with its prefix; `begin` and `end` are offsets in its stored text
    """

    fact: str
    pieces: tuple[tuple[str, bool], ...]
    rule: str
    confidence: float | None
    family: str = ""
    seen: int = 0
    right: int = 0
    says: str = ""
    title: str = ""
    issued: str = ""
    address: str = ""
    digest: bool = False
    source: str = ""
    begin: int = 0
    end: int = 0

    @property
    def sentence(self) -> str:
        """The sentence as it stands."""
        return "".join(words for words, _ in self.pieces)

    @property
    def marked(self) -> str:
        """The sentence with the words that carry the fact in brackets."""
        return "".join(f"[{words}]" if carries else words for words, carries in self.pieces)

    @property
    def measured(self) -> str:
        """How sure it is, and by what measure."""
        sure = "" if self.confidence is None else f"confidence {self.confidence:g}"
        if not self.family:
            return f"{sure}, by the rule's own estimate: it is of no family that was measured"
        if not self.seen:
            return f"{sure}, by the rule's own estimate: the family “{self.family}” was never measured"
        return f"{sure}: of the family “{self.family}”, {self.right} of {self.seen} facts were right"

    @property
    def page(self) -> str:
        """The page: its title, day and address."""
        parts = [f"“{self.title}”" if self.title else "", self.issued, self.address]
        return ("digest of " if self.digest else "") + ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the graph says something.

    fact    as it was understood: an id with its prefix, or the three of a plain edge
    about   what the graph says of the node: properties and values in words
    proofs  the places in pages that say it, the surest first
    rows    the rows of reference that say it, or that tell who and what is meant
    """

    fact: str
    label: str
    about: tuple[tuple[str, str], ...] = ()
    proofs: tuple[Proof, ...] = ()
    rows: tuple[TableRow, ...] = ()

    def __str__(self) -> str:
        out = [f"{self.label}   {self.fact}"]
        out += [f"  {name}: {value}" for name, value in self.about]
        for proof in self.proofs:
            says = f" ({proof.says})" if proof.says else ""
            out += ["", f"  “{proof.marked}”{says}", f"  rule: {proof.rule}", f"  {proof.measured}"]
            out += [f"  {proof.page}, characters {proof.begin} to {proof.end} of {proof.source}"]
        if self.rows:
            out += ["", "  Rows of reference:", *(f"  {row}" for row in self.rows)]
        return "\n".join(out)
