"""Readings as JSON and back: what the store keeps of each source so that all can be settled again.

Each dataclass becomes an object of its fields by name, those at their default left out, so that a field
that is added later with a default does not make older stores unreadable. The words of evidence that are the
characters of its span are not written twice.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final

from ..ontology.dates import Interval, PartialDate
from ..ontology.facts import Evidence, Fact, Mention, SourceReading, Span
from .errors import DamagedStoreError

__all__ = ["decode", "encode"]

_FACTS: Final = {cls.__name__: cls for cls in typing.get_args(Fact)}
_TAG: Final = "is"

_Encoder = Callable[[Any, str], Any]
_Decoder = Callable[[Any, str], Any]


def encode(reading: SourceReading) -> str:
    """The reading as one line of JSON, the same for equal readings."""
    value = _codec(SourceReading)[0](reading, reading.text)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def decode(line: str) -> SourceReading:
    """The reading that `encode` wrote; raises DamagedStoreError where it cannot be read."""
    try:
        value = json.loads(line)
        reading: SourceReading = _codec(SourceReading)[1](value, value["text"])
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedStoreError(f"a stored reading cannot be read: {error}") from error
    return reading


def _same(value: Any, _: str) -> Any:
    return value


@cache
def _codec(kind: Any) -> tuple[_Encoder, _Decoder]:
    """The functions that write and read values of a type of facts.py."""
    if kind in (str, int, float, bool):
        return _same, _same
    if kind is date:
        return (lambda value, _: value.isoformat()), (lambda value, _: date.fromisoformat(value))
    if kind in (Interval, PartialDate):
        return (lambda value, _: str(value)), (lambda value, _: kind.parse(value))
    if kind is Span:
        return (lambda value, _: [value.begin, value.end]), (lambda value, _: Span(value[0], value[1]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return (lambda value, _: value.value), (lambda value, _: kind(value))
    if is_dataclass(kind):
        return _dataclass_codec(typing.cast(type, kind))
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        write, read = _codec(arguments[0])
        return (
            lambda value, text: [write(item, text) for item in value],
            lambda value, text: tuple([read(item, text) for item in value]),
        )
    if origin in (typing.Union, types.UnionType):
        kinds = [argument for argument in arguments if argument is not type(None)]
        return _fact_codec() if len(kinds) > 1 else _codec(kinds[0])
    raise TypeError(f"no codec for {kind}")


def _fact_codec() -> tuple[_Encoder, _Decoder]:
    codecs = {name: _codec(cls) for name, cls in _FACTS.items()}

    def write(value: Any, text: str) -> Any:
        name = type(value).__name__
        return {_TAG: name, **codecs[name][0](value, text)}

    def read(value: Any, text: str) -> Any:
        return codecs[value[_TAG]][1](value, text)

    return write, read


def _default(item: Field[Any]) -> Any:
    return item.default if item.default_factory is MISSING else item.default_factory()


def _dataclass_codec(kind: type) -> tuple[_Encoder, _Decoder]:
    hints = typing.get_type_hints(kind)
    parts = [(item.name, _default(item), _late(hints[item.name])) for item in fields(kind)]
    verbatim = {Evidence: "quote", Mention: "exact"}.get(kind, "")

    def write(value: Any, text: str) -> Any:
        written = {}
        for name, default, (write_part, _) in parts:
            part = getattr(value, name)
            if name == verbatim and part == value.span.of(text):
                continue
            if part is None or (default is not MISSING and part == default):
                continue
            written[name] = write_part(part, text)
        return written

    def read(value: Any, text: str) -> Any:
        arguments = {}
        for name, default, (_, read_part) in parts:
            if name in value:
                arguments[name] = read_part(value[name], text)
            elif default is MISSING and name != verbatim:
                arguments[name] = None
        if verbatim and verbatim not in arguments:
            arguments[verbatim] = arguments["span"].of(text)
        return kind(**arguments)

    return write, read


def _late(hint: Any) -> tuple[_Encoder, _Decoder]:
    """The codec of a field, looked up at its first use: a concept holds concepts."""
    return (
        lambda value, text: _codec(hint)[0](value, text),
        lambda value, text: _codec(hint)[1](value, text),
    )
