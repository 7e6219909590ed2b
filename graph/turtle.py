"""Turtle that reads like prose and is the same every time: sorted, grouped, with the prefixes it uses.

Subjects stand in the order of their IRIs; of each, first its classes, then its label, then its other
properties in the order of their prefixed names; values in the order of their N-Triples text. RDF 1.1
Turtle; blank nodes keep their labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from ..ontology.vocabulary import PREFIXES

__all__ = ["TurtleWriter", "comment_lines", "turtle"]

_LOCAL: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*").fullmatch
_XSD: Final = PREFIXES["xsd"]
_BARE: Final = {
    f"^^<{_XSD}integer>": re.compile(r"[+-]?[0-9]+").fullmatch,
    f"^^<{_XSD}decimal>": re.compile(r"[+-]?[0-9]*\.[0-9]+").fullmatch,
    f"^^<{_XSD}boolean>": re.compile("true|false").fullmatch,
}
_TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LABEL: Final = f"<{PREFIXES['rdfs']}label>"
_NEXT_VALUE: Final = " ,\n        "
_NEXT_PROPERTY: Final = " ;\n    "
_ENOUGH: Final = 200_000


class TurtleWriter:
    """Writes the blocks of a document and remembers which prefixes they use.

    Args:
        prefixes: the prefixes that may be used; those of osce-kg when left out.
    """

    def __init__(self, prefixes: Mapping[str, str] = MappingProxyType(PREFIXES)) -> None:
        self._prefix_of = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._namespaces = dict(prefixes)
        self._used: set[str] = set()
        self._terms: dict[str, str] = {}
        self._properties: dict[str, tuple[int, str]] = {}

    def header(self) -> str:
        """The prefixes that the blocks written so far use."""
        lines = [f"@prefix {prefix}: <{self._namespaces[prefix]}> .\n" for prefix in sorted(self._used)]
        return "".join(lines) + ("\n" if lines else "")

    def blocks(self, lines: Iterable[str]) -> str:
        """The blocks of the subjects of sorted N-Triples lines, each followed by an empty line."""
        parts: list[str] = []
        add = parts.append
        last_subject = last_property = ""
        block: dict[str, list[str]] = {}
        values: list[str] = []
        term = self._term
        terms = self._terms
        for line in lines:
            subject, predicate, rest = line.split(" ", 2)
            value = rest[:-2]
            if subject != last_subject:
                if block:
                    add(self._block(last_subject, block))
                block = {}
                last_subject, last_property = subject, ""
            if predicate != last_property:
                values = block.setdefault(predicate, [])
                last_property = predicate
            values.append(terms.get(value) or term(value))
        if block:
            add(self._block(last_subject, block))
        return "".join(parts)

    def name(self, iri: str) -> str:
        """How an IRI is written, for the name of a graph."""
        return self._iri(f"<{iri}>")

    def _block(self, subject: str, block: dict[str, list[str]]) -> str:
        properties = self._properties
        if len(block) > 1:
            ordered = sorted(block, key=lambda name: properties.get(name) or self._property(name))
        else:
            ordered = list(block)
        body = _NEXT_PROPERTY.join(
            [
                f"{(properties.get(name) or self._property(name))[1]} {_NEXT_VALUE.join(block[name])}"
                for name in ordered
            ]
        )
        return f"{self._iri(subject) if subject[0] == '<' else subject} {body} .\n\n"

    def _property(self, name: str) -> tuple[int, str]:
        """The place of a property among others, and how it is written."""
        place = (0, "a") if name == _TYPE else (1 if name == _LABEL else 2, self._iri(name))
        self._properties[name] = place
        return place

    def _term(self, value: str) -> str:
        """A value as Turtle writes it; IRIs and short literals are remembered."""
        if value[0] == "<" and value[1] != "<":
            written = self._iri(value)
        elif value[0] == '"' and value[-1] == ">":
            written = self._typed(value)
        else:
            return value
        if len(self._terms) > _ENOUGH:
            self._terms.clear()
        self._terms[value] = written
        return written

    def _typed(self, value: str) -> str:
        quote = value.rindex('"')
        bare = _BARE.get(value[quote + 1 :])
        if bare is not None and bare(value[1:quote]):
            return value[1:quote]
        return value[: quote + 3] + self._iri(value[quote + 3 :])

    def _iri(self, term: str) -> str:
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix = self._prefix_of.get(term[1:cut])
        local = term[cut:-1]
        if prefix is None or not _LOCAL(local):
            return term
        self._used.add(prefix)
        return f"{prefix}:{local}"


def turtle(lines: Iterable[str], *, comment: str = "") -> str:
    r"""A whole Turtle document of N-Triples lines, in whatever order they come.

    Args:
        lines: the lines, without line ends.
        comment: what stands above the prefixes, made into comment lines.

    >>> label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    >>> print(turtle([f'<https://w3id.org/osce-kg/id/state/be> {label} "Belgium"@en .']), end="")
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix state: <https://w3id.org/osce-kg/id/state/> .
    <BLANKLINE>
    state:be rdfs:label "Belgium"@en .
    <BLANKLINE>
    """
    writer = TurtleWriter()
    body = writer.blocks(sorted(set(lines)))
    return comment_lines(comment) + writer.header() + body


def comment_lines(comment: str) -> str:
    """A comment as Turtle and TriG write it, an empty line after it; nothing for nothing."""
    return "".join(f"# {line}\n" for line in comment.splitlines()) + ("\n" if comment else "")
