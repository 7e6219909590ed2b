"""What each sign that a page is a release, or none, weighs, and how it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from ..tables import read_rows

__all__ = ["NEEDED", "Sign", "sign", "weight_of"]

NEEDED: Final = "needed"


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that speaks for or against a release: its weight, and the reason in words."""

    name: str
    weight: int
    reason: str


@cache
def _table() -> Mapping[str, tuple[int, str]]:
    return MappingProxyType(
        {row["sign"]: (int(row["weight"]), row["reason"]) for row in read_rows("release_signs")}
    )


def weight_of(sign: str) -> int:
    """The weight of a sign; that of NEEDED is what a page needs in all."""
    return _table()[sign][0]


def sign(name: str, said: str = "") -> Sign:
    """A sign of the table, with what of the page shows it."""
    weight, reason = _table()[name]
    return Sign(name, weight, reason.format(said=" ".join(said.split())[:80].strip(" .,:;–—-(/)")))
