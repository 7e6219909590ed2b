"""RDF terms and triples as canonical N-Triples text: what this room computes with and compares.

A triple is one line without its line end, `<s> <p> <o> .`, spelled as Oxigraph spells it (RDF 1.2
N-Triples, section 3, Canonical Form), so that a set difference of lines is a difference of graphs and one
text stands for one triple.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from ..ontology.dates import Interval, PartialDate
from ..ontology.vocabulary import PREFIXES

__all__ = [
    "Lines",
    "boolean",
    "day",
    "decimal",
    "integer",
    "link",
    "named",
    "node",
    "partial_date",
    "split_line",
    "text",
    "triple",
]

_SPECIAL: Final = re.compile('["\\\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]')
_SHORT: Final = {
    '"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r",
}  # fmt: skip
_XSD: Final = PREFIXES["xsd"]
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2}|-[0-9]{3})?")
_NO_ESCAPE: Final = re.compile("%(?![0-9A-Fa-f]{2})")
_SAFE_IN_IRI: Final = "!$%&'()*+,-./:;=?@_~"
_DATE_TYPES: Final = {4: "gYear", 7: "gYearMonth", 10: "date"}


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def text(value: str, language: str | None = None) -> str:
    r"""A string literal, with its language where it has one; lone surrogates become U+FFFD.

    >>> print(text('say "no"\n', "EN"))
    "say \"no\"\n"@en
    """
    if _SPECIAL.search(value):
        value = _SPECIAL.sub(_escape, value)
    if language and _LANGUAGE.fullmatch(language.lower()):
        return f'"{value}"@{language.lower()}'
    return f'"{value}"'


def _typed(value: str, datatype: str) -> str:
    return f'"{value}"^^<{_XSD}{datatype}>'


def integer(value: int) -> str:
    """An xsd:integer."""
    return _typed(str(value), "integer")


def boolean(value: bool) -> str:
    """An xsd:boolean."""
    return _typed("true" if value else "false", "boolean")


@lru_cache(maxsize=4096)
def decimal(value: float, places: int = 4) -> str:
    """An xsd:decimal in its canonical form, rounded.

    >>> decimal(0.80), decimal(1.0)
    ('"0.8"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"1"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    """
    rounded = format(Decimal(repr(round(value, places))), "f")
    if "." in rounded:
        rounded = rounded.rstrip("0").rstrip(".")
    return _typed(rounded if rounded not in ("", "-0") else "0", "decimal")


def day(value: date) -> str:
    """An xsd:date."""
    return _typed(value.isoformat(), "date")


def partial_date(value: PartialDate) -> str:
    """A date in the form in which it is known: xsd:date, xsd:gYearMonth or xsd:gYear.

    >>> partial_date(PartialDate(1999, 6))
    '"1999-06"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    form = str(value)
    return _typed(form, _DATE_TYPES[len(form)])


def node(prefix: str, local: str) -> str:
    """The thing of this local name under one of the bound prefixes.

    >>> node("state", "be")
    '<https://w3id.org/osce-kg/id/state/be>'
    """
    return f"<{PREFIXES[prefix]}{local}>"


@lru_cache(maxsize=4096)
def named(name: str) -> str:
    """The thing of a prefixed name.

    >>> named("org:holds")
    '<http://www.w3.org/ns/org#holds>'
    """
    prefix, _, local = name.partition(":")
    return node(prefix, local)


def link(url: str) -> str | None:
    """The IRI of an address that somebody else wrote, percent-encoded; None where it is no address.

    >>> link("https://www.osce.org/a b"), link("see below")
    ('<https://www.osce.org/a%20b>', None)
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    if not parts.scheme or not (parts.netloc or parts.scheme in ("urn", "doi", "mailto")):
        return None
    whole, _, fragment = url.partition("#")
    for keep_letters in (True, False):
        cleaned = _encoded(whole, keep_letters)
        if fragment:
            cleaned += "#" + _encoded(fragment, keep_letters)
        if _is_iri(cleaned):
            return f"<{cleaned}>"
    return None


def _encoded(part: str, keep_letters: bool) -> str:
    kept = "".join(
        c if keep_letters and ord(c) > 0x9F and c.isalnum() else quote(c, _SAFE_IN_IRI, errors="replace")
        for c in part
    )
    return _NO_ESCAPE.sub("%25", kept)


def _is_iri(value: str) -> bool:
    try:
        ox.NamedNode(value)
    except ValueError:
        return False
    return True


def triple(subject: str, predicate: str, value: str) -> str:
    """The line of a triple."""
    return f"{subject} {predicate} {value} ."


class Split(NamedTuple):
    """The three terms of a line."""

    subject: str
    predicate: str
    value: str


def split_line(line: str) -> Split:
    """The three terms of a triple's line; neither subject nor predicate ever holds a space.

    >>> split_line('<a:s> <a:p> "some words" .').value
    '"some words"'
    """
    subject, predicate, rest = line.split(" ", 2)
    return Split(subject, predicate, rest[:-2])


class Lines:
    """Collects the lines of one graph; `sorted()` gives each once."""

    __slots__ = ("_lines",)

    def __init__(self) -> None:
        self._lines: set[str] = set()

    def add(self, subject: str, predicate: str, *values: str | None) -> None:
        """Adds a triple for each value that there is; the predicate is a prefixed name."""
        relation = named(predicate)
        self._lines.update(f"{subject} {relation} {value} ." for value in values if value is not None)

    def dated(self, subject: str, when: Interval) -> None:
        """Writes both ends of an interval, each in its own form and as earliest and latest day."""
        for name, end in (("start", when.start), ("end", when.end)):
            if end is not None:
                self.add(subject, f"schema:{name}Date", partial_date(end))
                self.add(subject, f"osce:{name}Earliest", day(end.earliest))
                self.add(subject, f"osce:{name}Latest", day(end.latest))

    def sorted(self) -> tuple[str, ...]:
        """The lines in order of their code points."""
        return tuple(sorted(self._lines))
