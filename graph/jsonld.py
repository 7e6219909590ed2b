"""JSON-LD 1.1 that is the same every time: compact IRIs, in the order of the Turtle writer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Final

from ..ontology.vocabulary import PREFIXES
from .terms import named, split_line

__all__ = ["JsonLdWriter"]

_TYPE: Final = named("rdf:type")
_LABEL: Final = named("rdfs:label")
_LOCAL: Final = re.compile(r"[\w.-]+").fullmatch
_LITERAL: Final = re.compile(r'("(?:[^"\\]|\\.)*")(?:@([\w-]+)|\^\^<(.*)>)?', re.DOTALL)
_LONG_ESCAPE: Final = re.compile(r"((?<!\\)(?:\\\\)*)\\U([0-9A-Fa-f]{8})")


class JsonLdWriter:
    """Writes node objects and remembers which prefixes they use.

    Args:
        prefixes: the prefixes that may be used; those of osce-kg when left out.
    """

    def __init__(self, prefixes: Mapping[str, str] = MappingProxyType(PREFIXES)) -> None:
        self._prefix_of = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._namespaces = dict(prefixes)
        self._used: set[str] = set()

    def context(self) -> str:
        """The context that the nodes written so far need, as JSON."""
        return json.dumps({prefix: self._namespaces[prefix] for prefix in sorted(self._used)}, indent=1)

    def nodes(self, lines: Iterable[str]) -> Iterator[str]:
        """The node objects of the subjects of sorted N-Triples lines, each on a line of its own."""
        for subject, group in groupby(map(split_line, lines), key=lambda split: split.subject):
            properties: dict[str, list[str]] = {}
            for split in group:
                properties.setdefault(split.predicate, []).append(split.value)
            members = [f'"@id": {self._id(subject)}']
            for name in sorted(properties, key=self._order):
                key = '"@type"' if name == _TYPE else self._id(name)
                write = self._id if name == _TYPE else self._value
                values = [write(value) for value in properties[name]]
                members.append(f"{key}: {values[0] if len(values) == 1 else '[' + ', '.join(values) + ']'}")
            yield "{" + ", ".join(members) + "}"

    def _order(self, name: str) -> tuple[bool, bool, str]:
        return name != _TYPE, name != _LABEL, self._id(name)

    def _id(self, term: str) -> str:
        if term[0] != "<":
            return json.dumps(term)
        iri = term[1:-1]
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefix_of.get(iri[:cut])
        if prefix is None or not _LOCAL(iri[cut:]):
            return json.dumps(iri, ensure_ascii=False)
        self._used.add(prefix)
        return f'"{prefix}:{iri[cut:]}"'

    def _value(self, term: str) -> str:
        match = _LITERAL.fullmatch(term)
        if match is None:
            return f'{{"@id": {self._id(term)}}}'
        # The escapes of canonical N-Triples are those of JSON, but for the long ones.
        words = _LONG_ESCAPE.sub(lambda m: m[1] + json.dumps(chr(int(m[2], 16)))[1:-1], match[1])
        if match[2]:
            return f'{{"@value": {words}, "@language": "{match[2]}"}}'
        if match[3]:
            return f'{{"@value": {words}, "@type": {self._id(f"<{match[3]}>")}}}'
        return words
