"""Evidence nodes: one for each source, sentence and fact, whichever rules found it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..ontology.facts import Evidence, Span
from ..ontology.vocabulary import short_hash
from .classes import bear
from .terms import Lines, decimal, integer, named, node, text

__all__ = ["Attestations", "write_selector"]


def write_selector(lines: Lines, subject: str, span: Span, exact: str, source: str) -> None:
    """Writes which characters of the text are meant (Web Annotation Data Model, 4.2.4 and 4.2.5)."""
    bear(lines, subject, "oa:TextPositionSelector", "oa:TextQuoteSelector")
    lines.add(subject, "oa:start", integer(span.begin))
    lines.add(subject, "oa:end", integer(span.end))
    lines.add(subject, "oa:exact", text(exact))
    lines.add(subject, "osce:inSource", source)


@dataclass(frozen=True, slots=True)
class _Attestation:
    subject: str
    kind: str
    supports: str | None
    value: str | None
    evidence: Evidence

    @property
    def place(self) -> tuple[Span, str]:
        return self.evidence.span, self.kind

    @property
    def fact(self) -> tuple[str, str, str | None, str | None]:
        return self.subject, self.kind, self.supports, self.value


@dataclass(slots=True)
class Attestations:
    """Collects who attests what in one source, and writes the evidence once all is known.

    The local name of evidence has a hash of the fact only where one sentence attests several facts of a kind.
    """

    source: str
    _found: dict[tuple[Span, tuple[str, str, str | None, str | None]], _Attestation] = field(
        default_factory=dict
    )

    def add(
        self,
        subject: str,
        kind: str,
        evidence: Evidence,
        supports: str | None = None,
        value: str | None = None,
    ) -> None:
        """Notes that evidence attests a node, or a value of its property `supports`; the surest stays.

        Args:
            subject: the node that points to the evidence.
            kind: what sort of fact, for the evidence's name ("post", "said").
            evidence: the sentence.
            supports: the prefixed name of the property, where the fact is a plain one.
            value: that property's value.
        """
        new = _Attestation(subject, kind, supports, value, evidence)
        key = (evidence.span, new.fact)
        old = self._found.get(key)
        if old is None or _rank(new) > _rank(old):
            self._found[key] = new

    def __iter__(self) -> Iterator[_Attestation]:
        return iter(self._found.values())

    def write(self, lines: Lines) -> None:
        """Writes all evidence nodes and the links to them."""
        shared = Counter(found.place for found in self)
        for found in self:
            span, evidence = found.evidence.span, found.evidence
            local = f"{self.source}-{span.begin}-{span.end}-{found.kind}"
            if shared[found.place] > 1:
                local += "-" + short_hash(" ".join(part or "" for part in found.fact), 6)
            subject = node("evidence", local)
            bear(lines, subject, "osce:Evidence")
            write_selector(lines, subject, span, evidence.quote, node("source", self.source))
            lines.add(subject, "osce:confidence", decimal(evidence.confidence))
            lines.add(subject, "osce:foundBy", text(evidence.rule))
            lines.add(subject, "osce:marked", *(text(f"{part.begin}-{part.end}") for part in evidence.marked))
            if found.supports is not None:
                lines.add(subject, "osce:supports", named(found.supports))
                lines.add(subject, "osce:value", found.value)
            lines.add(found.subject, "osce:evidence", subject)


def _rank(found: _Attestation) -> tuple[float, str, str]:
    return found.evidence.confidence, found.evidence.rule, found.evidence.quote
