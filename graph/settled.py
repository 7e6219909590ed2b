"""What settling gives of one key, and what it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

__all__ = ["BySource", "Resolved", "Settled"]

BySource = Mapping[str, Sequence[Sequence[Any]]]


class Settled(NamedTuple):
    """What a thing goes by.

    when         of an event with a day or month: its days, as the fullest of all sources says them
    status       of an event: what all sources together say of it; empty for other things
    attended     of an event: what all sources together say of each attendance
    place_known  of an event: whether some source gives a place of reference, where others only have its name
    """

    local: str
    label: str
    status: str = ""
    place_known: bool = False
    attended: tuple[tuple[str, str], ...] = ()
    when: str = ""


Resolved = dict[str, dict[str, Settled]]
"""By source, then by what it calls a thing."""
