"""How a parameter of a question becomes an RDF term, written so that no value can be read as SPARQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from itertools import pairwise
from typing import Final

import pyoxigraph as ox

from ..graph.grammar import tokens
from ..ontology.errors import OsceKgError
from ..ontology.facts import EventKind
from ..ontology.schema import schema
from ..ontology.vocabulary import PREFIXES, expand
from .rows import shorten

__all__ = ["ParameterError", "ParameterType", "Resolve", "as_iri", "term", "undeclared_terms"]

Resolve = Callable[[str, Sequence[str]], str]
"""Finds the IRI of what a name means, among some kinds; raises an OsceKgError for none or several."""

_XSD: Final = PREFIXES["xsd"]
_NAME: Final = re.compile(r"([a-z][a-z-]*):([^\s:/][^\s]*)")


class ParameterError(OsceKgError, ValueError):
    """A parameter is unknown to its question, missing, or has a value that is none of its type."""


class ParameterType(StrEnum):
    """What kind of value a parameter takes."""

    ENTITY = "entity"
    TERM = "term"
    DATE = "date"
    YEAR = "year"
    NUMBER = "number"
    TEXT = "text"


def as_iri(text: str) -> str | None:
    """The IRI that a text is: absolute, in angle brackets, or a prefixed name; None for other words.

    >>> as_iri("state:be"), as_iri("<https://w3id.org/osce-kg/id/state/be>"), as_iri("Belgium")
    ('https://w3id.org/osce-kg/id/state/be', 'https://w3id.org/osce-kg/id/state/be', None)
    """
    text = text.strip()
    if text.startswith("<") and text.endswith(">"):
        return text[1:-1]
    if text.startswith(("http://", "https://")) and not re.search(r"\s", text):
        return text
    match = _NAME.fullmatch(text)
    if match is not None and match[1] in PREFIXES:
        return expand(text)
    return None


def undeclared_terms(sparql: str) -> tuple[tuple[str, str], ...]:
    """The `osce:` names of a query that the ontology does not declare, each with the nearest that it does.

    >>> undeclared_terms("SELECT ?who { ?who a osce:Person, org:Post }")
    ()
    """
    declared = {shorten(iri) for iri in schema().declared() if iri.startswith(PREFIXES["osce"])}
    words = list(tokens(sparql))
    if any(one.kind == "PREFIX" and other.text == "osce:" for one, other in pairwise(words)):
        return ()
    used = dict.fromkeys(word.text for word in words if word.kind == "NAME" and word.text.startswith("osce:"))
    unknown = [name for name in used if name not in declared]
    return tuple((name, next(iter(get_close_matches(name, declared, 1)), "")) for name in unknown)


def term(kind: ParameterType, value: object, kinds: Sequence[str], resolve: Resolve) -> str:
    """A value as N-Triples and SPARQL write it; raises ParameterError where it is none of this type.

    >>> term(ParameterType.TEXT, 'a "b" } DROP ALL #', (), lambda name, kinds: name)
    '"a \\\\"b\\\\" } DROP ALL #"'
    >>> term(ParameterType.YEAR, "2006", (), lambda name, kinds: name)
    '"2006"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    text = str(value).strip()
    match kind:
        case ParameterType.ENTITY:
            return _node(as_iri(text) or resolve(text, kinds))
        case ParameterType.TERM:
            iri = as_iri(text)
            if iri is None:
                raise ParameterError(
                    f"{text!r} is neither an IRI nor a prefixed name such as osce:Conference"
                )
            return _node(_declared(iri))
        case ParameterType.DATE:
            return str(ox.Literal(_day(text), datatype=ox.NamedNode(_XSD + "date")))
        case ParameterType.YEAR:
            if not re.fullmatch(r"[1-9]\d{3}", text):
                raise ParameterError(f"{text!r} is no year of four digits")
            return str(ox.Literal(int(text)))
        case ParameterType.NUMBER:
            return _number(text)
        case ParameterType.TEXT:
            return str(ox.Literal(str(value)))


def _declared(iri: str) -> str:
    ontology = schema()
    if iri.startswith(PREFIXES["osce"]) and iri not in ontology.declared():
        classes = sorted(shorten(ontology.term(kind)) for kind in EventKind)
        raise ParameterError(f"there is no class {shorten(iri)}; of events there are {', '.join(classes)}")
    return iri


def _node(iri: str) -> str:
    try:
        return str(ox.NamedNode(iri))
    except ValueError as error:
        raise ParameterError(f"{iri!r} is no IRI: {error}") from None


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ParameterError(f"{text!r} is no day of the form YYYY-MM-DD") from None


def _number(text: str) -> str:
    if re.fullmatch(r"[+-]?\d{1,18}", text):
        return str(ox.Literal(int(text)))
    if re.fullmatch(r"[+-]?\d{1,15}\.\d{1,15}", text):
        return str(ox.Literal(text, datatype=ox.NamedNode(_XSD + "decimal")))
    raise ParameterError(f"{text!r} is no number")
